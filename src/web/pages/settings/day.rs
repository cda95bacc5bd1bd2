//! The condition, and when a day ends.

use crate::web::views::{CollectAny as _, Memo, live_option, on_click};
use leptos::prelude::*;

use super::form::SettingsForm;
use super::words;
use crate::diary::{DayEnd, Name, NameError, StandardItem};
use crate::web::focus::focus_in_place;
use crate::web::pages::today::words as day_words;
use crate::words::{Said as _, dates};

/// What the patient calls the condition; the overall question names it.
#[component]
pub fn Condition(
    /// The settings.
    form: SettingsForm,
) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let typed = RwSignal::new(form.now().condition.map(|name| name.to_string()).unwrap_or_default());
    let give = move |text: String| {
        typed.set(text.clone());
        let condition = match Name::new(&text) {
            Ok(name) => Some(name),
            Err(NameError::Empty) => None,
            Err(error) => return problem.set(Some(error.said())),
        };
        problem.set(None);
        form.change(|mut settings| {
            settings.condition = condition;
            settings
        });
    };
    let question =
        move || form.read(|settings| day_words::item(&StandardItem::Overall.into(), settings, true).question);
    view! {
        <div class="field">
            <label for="condition">{words::condition()}</label>
            <input
                id="condition"
                class="input"
                type="text"
                dir="auto"
                list="conditions"
                autocomplete="off"
                prop:value=move || typed.get()
                aria-describedby="condition-note condition-problem"
                aria-invalid=move || problem.with(Option::is_some).to_string()
                on:input:target=move |event| give(event.target().value())
            />
            <datalist id="conditions">
                {words::conditions().map(|name| view! { <option value=name></option> }).into_iter().collect_any()}
            </datalist>
            <p class="field-problem" id="condition-problem" role="alert">
                {problem}
            </p>
            <p class="soft" id="condition-note" dir="auto">
                {move || words::you_are_asked(&question())}
            </p>
        </div>
    }
}

/// When a diary day ends, and what that means.
#[component]
pub fn DayEndChoice(
    /// The settings.
    form: SettingsForm,
) -> impl IntoView {
    let ends = Memo::new(move || form.read(|settings| settings.day_ends_at));
    // Chosen, and not changed yet: days that are recorded become late by it, or are late no longer.
    let chosen = RwSignal::new(None::<String>);
    let set = move |end: DayEnd| {
        form.change(|mut settings| {
            settings.day_ends_at = end;
            settings
        });
    };
    let lateness = move |end| {
        form.state
            .with(|diary| dates::lateness(end, diary.lateness_changes(end)))
    };
    let choose = move |text: String| match text.parse() {
        Ok(end) if untrack(|| lateness(end)).is_empty() => {
            chosen.set(None);
            set(end);
        }
        _ => chosen.set(Some(text)),
    };
    let question = move || {
        let end: DayEnd = chosen.get()?.parse().ok()?;
        // The buttons go, and the focus with them.
        let answer = move |name: String, end: Option<DayEnd>| {
            let done = on_click(move || {
                chosen.set(None);
                end.map(set);
                focus_in_place("#day-end");
            });
            view! {
                <p>
                    <button type="button" class="button" on:click=done>
                        {name}
                    </button>
                </p>
            }
            .into_any()
        };
        let said = view! { <p>{lateness(end)}</p> }.into_any();
        let change = answer(words::change_end(&end.to_string()), Some(end));
        let keep = answer(words::keep_end(&ends.get_untracked().to_string()), None);
        Some(vec![said, change, keep].into_any())
    };
    let shown = move || chosen.get().unwrap_or_else(|| ends.get().to_string());
    let option = move |end: DayEnd| {
        view! {
            <option value=end.to_string() prop:selected=move || shown() == end.to_string()>
                {end.to_string()}
            </option>
        }
    };
    view! {
        <section class="stack" data-gap="small" aria-labelledby="day-end-head">
            <h2 id="day-end-head">{words::day_end()}</h2>
            <div class="field-line">
                <label for="day-end">{words::day_ends_at()}</label>
                <select
                    id="day-end"
                    class="input"
                    aria-describedby="day-end-note"
                    on:change:target=move |event| choose(event.target().value())
                >
                    {offered(ends.get_untracked()).into_iter().map(option).collect_any()}
                </select>
            </div>
            <div class="stack" data-gap="small" role="alert">
                {live_option(question)}
            </div>
            <div class="stack soft" data-gap="small" id="day-end-note">
                <p>{move || words::night_ends(ends.get())}</p>
                <p>{words::day_end_note()}</p>
            </div>
        </section>
    }
}

/// Every half hour from 00:00 to 06:00, and the end that is set, if a file brought another one.
fn offered(now: DayEnd) -> Vec<DayEnd> {
    let mut ends: Vec<DayEnd> = (0..=12).filter_map(|half| DayEnd::new(half * 30).ok()).collect();
    if let Err(place) = ends.binary_search(&now) {
        ends.insert(place, now);
    }
    ends
}
