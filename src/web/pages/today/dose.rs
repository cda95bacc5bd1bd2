//! The dose that was taken: the planned one first, none, or another.

use leptos::prelude::*;

use super::form::DayForm;
use super::{begun, other_dose, words};
use crate::diary::Dose;
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::part::Deferred;
use crate::web::views::{Memo, live_text, live_while, memo_bool};

/// One of the answers to the dose question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Planned(Dose),
    None,
    Other,
}

/// What dose was taken.
#[component]
pub fn DoseQuestion(
    /// The day that is open.
    form: DayForm,
) -> impl IntoView {
    let taken = Memo::new(move || form.answers(|answers| answers.dose_taken));
    let planned = Memo::new(move || form.check_in().planned_dose);
    let answers = move || {
        let planned = planned.get().map(Answer::Planned);
        planned
            .into_iter()
            .chain([Answer::None, Answer::Other])
            .collect::<Vec<_>>()
    };
    // "Other dose" is chosen before another dose is given; until then what was answered before stays the answer. It stays
    // chosen while that is typed: "0.5" begins as none, and "3.5" may begin as the planned one.
    let is_other = |dose: Dose| dose != Dose::NONE && Some(dose) != planned.get_untracked();
    let asking = RwSignal::new(taken.get_untracked().is_some_and(is_other));
    let chosen = Memo::new(move || {
        let answer = match (taken.get(), planned.get()) {
            _ if asking.get() => Some(Answer::Other),
            (None, _) => None,
            (Some(Dose::NONE), _) => Some(Answer::None),
            (Some(taken), Some(planned)) if taken == planned => Some(Answer::Planned(planned)),
            _ => Some(Answer::Other),
        };
        answer.and_then(|answer| answers().iter().position(|one| *one == answer))
    });
    let choose = Callback::new(move |place: Option<usize>| {
        let answer = place.and_then(|place| untrack(answers).get(place).copied());
        let (now, plan) = (taken.get_untracked(), planned.get_untracked());
        let is_given = now.is_some_and(|dose| dose != Dose::NONE && Some(dose) != plan);
        // A second tap on "Other dose" takes another dose back; where none was given, it only closes the field.
        let is_closed = answer.is_none() && asking.get_untracked() && !is_given;
        asking.set(answer == Some(Answer::Other));
        if answer != Some(Answer::Other) && !is_closed {
            form.change(|answers| {
                answers.dose_taken = match answer {
                    Some(Answer::Planned(dose)) => Some(dose),
                    Some(Answer::None) => Some(Dose::NONE),
                    Some(Answer::Other) | None => None,
                };
            });
        }
    });
    let labels = Signal::derive(move || {
        let label = |answer: &Answer| match answer {
            Answer::Planned(dose) => dose.to_string(),
            Answer::None => words::no_dose().into(),
            Answer::Other => words::other_dose().into(),
        };
        answers().iter().map(label).map(Choice::new).collect::<Vec<_>>()
    });
    let other = memo_bool(move || {
        chosen
            .get()
            .is_some_and(|place| answers().get(place) == Some(&Answer::Other))
    });
    let is_begun = memo_bool(move || {
        taken.get().is_some_and(|dose| dose != Dose::NONE)
            && form.state.with(|diary| diary.asks_whether_begun(form.date))
    });
    // Other than none: there is nothing else to choose from.
    let unplanned = live_text(move || {
        let is_planned = planned.get().is_some();
        if is_planned {
            String::new()
        } else {
            [words::no_dose_planned(), " "].concat()
        }
    });
    let night = words::dose_night(form.date, form.date.succ_opt().unwrap_or(form.date));
    view! {
        <ChoiceGroup id="dose" question=words::dose() choices=labels chosen=chosen on_choose=choose />
        <p class="soft">{unplanned} {night}</p>
        {live_while(move || other.get(), || view! { <Deferred door=other_dose::field() /> }.into_any())}
        {live_while(move || is_begun.get(), || view! { <Deferred door=begun::question() /> }.into_any())}
    }
}
