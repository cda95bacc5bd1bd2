//! A yes or no question with two equal answers, neither chosen before the patient chooses.

use leptos::prelude::*;

use super::choice::{Choice, ChoiceGroup};
use crate::words::controls as words;

/// One question for the day. A tap on the chosen answer takes it back: yes, no and not answered stay three things.
#[component]
pub fn YesNo(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// The question, which names the group.
    #[prop(into)]
    question: String,
    /// The answer, `None` while there is none.
    #[prop(into)]
    value: Signal<Option<bool>>,
    /// Called with a new answer, or with `None` when it is taken back.
    on_answer: Callback<Option<bool>>,
) -> impl IntoView {
    let chosen = Signal::derive(move || value.get().map(usize::from));
    let choose = Callback::new(move |place: Option<usize>| on_answer.run(place.map(|place| place == 1)));
    let choices = Signal::stored([words::no(), words::yes()].map(Choice::new).to_vec());
    view! { <ChoiceGroup id=id question=question choices=choices chosen=chosen on_choose=choose /> }
}
