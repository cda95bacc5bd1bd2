//! What not every day has: extra medicine, tags, a note; on a day that is too bad for more, the dose. Folded until it is wanted.

use crate::web::components::dead_time::DeadTime;
use crate::web::components::note_field::NoteField;
use crate::web::part::Deferred;
use crate::web::views::{CollectAny as _, Memo, live_while, live_word, memo_bool};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::dose::DoseQuestion;
use super::form::DayForm;
use super::sealed_dose;
use super::{medicines, words};
use crate::diary::Tag;
use crate::web::components::yes_no::YesNo;
use crate::words::names;

/// The folded part of the check-in; open where it holds something already.
#[component]
pub fn More(
    /// The day that is open.
    form: DayForm,
    /// Whether the dose is told here.
    #[prop(into)]
    dose: Signal<bool>,
) -> impl IntoView {
    let filled = form.answers_now(|answers| {
        answers.rescue_medicine.is_some()
            || answers.walking_support.is_some()
            || !answers.tags.is_empty()
            || !answers.note.is_empty()
    });
    let rescue = Memo::new(move || form.answers(|answers| answers.rescue_medicine));
    let give_rescue = Callback::new(move |answer| form.change(|answers| answers.rescue_medicine = answer));
    let walking = Memo::new(move || form.answers(|answers| answers.walking_support));
    let give_walking = Callback::new(move |answer| form.change(|answers| answers.walking_support = answer));
    let written = form.answers_now(|answers| answers.note.as_str().to_owned());
    let note =
        Callback::new(move |note| form.change_typed(|answers| !answers.note.is_empty(), |answers| answers.note = note));
    // Off unless switched on (D4); an answer that is there stays in sight.
    // Where medicines are counted they say it; an answer that is there stays in sight.
    let has_rescue = rescue.get_untracked().is_some();
    let has_walking = walking.get_untracked().is_some();
    view! {
        <details class="more" open=filled>
            <summary>{live_word(move || if dose.get() { words::more_with_dose() } else { words::more() })}</summary>
            <div class="stack">
                {live_while(move || dose.get(), move || {
                        if untrack(|| form.check_in()).has_trial {
                            view! { <Deferred door=sealed_dose::question() /> }.into_any()
                        } else {
                            view! { <DoseQuestion form=form /> }.into_any()
                        }
                    })}
                {live_while(
                    move || has_rescue || !medicines::are_asked(form),
                    move || {
                        view! {
                            <YesNo id="rescue" question=names::extra_pain_medicine_needed() value=rescue on_answer=give_rescue />
                        }
                            .into_any()
                    },
                )}
                {live_while(
                    move || has_walking || form.state.with(|diary| diary.settings.walking_support_on),
                    move || {
                        view! { <YesNo id="walking" question=names::walking_support() value=walking on_answer=give_walking /> }
                            .into_any()
                    },
                )}
                <Tags form=form />
                <NoteField id="note" label=words::note() written=written note=note waits=form.state.note_waits />
            </div>
        </details>
    }
}

/// What else happened: any number of tags.
#[component]
fn Tags(form: DayForm) -> impl IntoView {
    let tag = move |tag: Tag| {
        let name = names::tag(&tag).to_owned();
        let is_on = {
            let tag = tag.clone();
            memo_bool(move || form.answers(|answers| answers.tags.contains(&tag)))
        };
        let dead_time = DeadTime::of(tag.id());
        let toggle: Box<dyn FnMut(MouseEvent)> = Box::new(move |event| {
            if !dead_time.counts(is_on.get_untracked()) {
                // The browser has taken the check mark off already, and puts it back.
                event.prevent_default();
                return;
            }
            form.change(|answers| {
                if !answers.tags.remove(&tag) {
                    answers.tags.insert(tag.clone());
                }
            });
        });
        view! {
            <label class="choice" data-state=live_word(move || if is_on.get() { "chosen" } else { "free" })>
                <input type="checkbox" class="choice-input" prop:checked=is_on on:click=toggle />
                <span dir="auto">{name}</span>
            </label>
        }
    };
    // Tags that another version of the app knows are shown, and can be taken off.
    let given = form.answers_now(|answers| answers.tags.clone());
    let others = given.into_iter().filter(|tag| !Tag::STANDARD.contains(tag));
    view! {
        <div role="group" class="question" data-shape="list" aria-labelledby="tags">
            <span class="question-text" id="tags">{words::tags()}</span>
            <div class="choices">{Tag::STANDARD.into_iter().chain(others).map(tag).collect_any()}</div>
        </div>
    }
}
