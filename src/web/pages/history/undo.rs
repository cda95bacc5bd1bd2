//! The way back for the day that was deleted last, here and on the day itself.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::words;
use crate::diary::Day;
use crate::web::focus::focus_in_place;
use crate::web::part::door;
use crate::web::state::AppState;
use crate::web::views::{live_text, off};

/// The button's id.
pub const UNDO_ID: &str = "undo-delete";

/// Which day was deleted, with its undo for as long as it can be undone.
#[component]
pub fn UndoDelete(
    /// The day.
    date: NaiveDate,
    /// Called when it was brought back: the button that had the focus is going.
    on_undo: Callback<NaiveDate>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let undo = move |_| {
        if let Some(date) = state.bring_back() {
            on_undo.run(date);
        }
    };
    let said = live_text(move || words::deleted(date, &state.deletion()));
    view! {
        <p class="notice cluster" data-kind="plain">
            <span class="undo-said">{said}</span>
            <button
                type="button"
                class="button"
                id=UNDO_ID
                aria-disabled=off(move || state.deleted.with(Option::is_none))
                on:click=undo
            >
                {words::undo()}
            </button>
        </p>
    }
}

/// That a day was brought back.
pub fn is_back(date: NaiveDate) -> AnyView {
    view! {
        <p class="notice" data-kind="plain">
            {words::back(date)}
        </p>
    }
    .into_any()
}

door! {
    /// The way to it.
    pub on_day: UndoOnDay
}

/// Deletion and undo on the page of the day that was deleted. After a new answer the day can't be brought back; the line stays,
/// so that nothing moves under the finger that answers.
#[component]
pub fn UndoOnDay() -> impl IntoView {
    let date = expect_context::<AppState>()
        .deleted
        .with_untracked(|day| day.as_ref().map(Day::date));
    let back = RwSignal::new(false);
    let on_undo = Callback::new(move |_| {
        back.set(true);
        focus_in_place("main h1");
    });
    let line = move |date| {
        if back.get() {
            is_back(date)
        } else {
            view! { <UndoDelete date=date on_undo=on_undo /> }.into_any()
        }
    };
    // Not a status: that of this page says whether the diary is saved.
    view! { <div aria-live="polite">{move || date.map(line)}</div> }
}
