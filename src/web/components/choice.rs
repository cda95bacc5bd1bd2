//! A few answers side by side, of which one can be chosen, and taken back by a second tap.

use super::dead_time::DeadTime;
use crate::web::views::{CollectAny as _, live, live_word, memo_bool, on_click};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is read.
    pub label: String,
}

impl Choice {
    /// An answer of this name.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into() }
    }
}

/// Native radio buttons in a group, drawn as buttons. No field set: WebKit puts the legend of one above its answers, whatever
/// the style sheet says.
#[component]
pub fn ChoiceGroup(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// The question, which names the group.
    #[prop(into)]
    question: String,
    /// The answers, in the order they are shown.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The place of the chosen one, `None` while there is none.
    #[prop(into)]
    chosen: Signal<Option<usize>>,
    /// Called with a place, or with `None` when the answer is taken back.
    on_choose: Callback<Option<usize>>,
) -> impl IntoView {
    let (name, question_id) = (id.clone(), format!("{id}-question"));
    let labelled_by = question_id.clone();
    let dead_time = DeadTime::of(&id);
    let option = move |(place, choice): (usize, Choice)| {
        let is_chosen = memo_bool(move || chosen.get() == Some(place));
        // The browser has checked the button by the time of the click, so what was chosen before is asked of the diary.
        let click = on_click(move || {
            let takes_back = chosen.get_untracked() == Some(place);
            if dead_time.counts(takes_back) {
                on_choose.run((!takes_back).then_some(place));
            }
        });
        view! {
            <label class="choice" data-state=live_word(move || if is_chosen.get() { "chosen" } else { "free" })>
                <input type="radio" class="choice-input" name=name.clone() prop:checked=is_chosen on:click=click />
                <span dir="auto">{choice.label}</span>
            </label>
        }
    };
    let key = move |event: KeyboardEvent| {
        // The focus stands on what is chosen: Space there takes it back, as a second tap does.
        if matches!(event.key().as_str(), " " | "Delete" | "Backspace") && chosen.get_untracked().is_some() {
            if dead_time.counts(true) {
                on_choose.run(None);
            }
            event.prevent_default();
        }
    };
    view! {
        <div role="group" class="question" id=id aria-labelledby=labelled_by on:keydown=key>
            <span class="question-text" id=question_id dir="auto">
                {question}
            </span>
            <div class="choices">
                {live(move || choices.get().into_iter().enumerate().map(option.clone()).collect_any().into_any())}
            </div>
        </div>
    }
}
