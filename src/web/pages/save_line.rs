//! How it stands with the last answer.

use leptos::prelude::*;

use crate::web::state::{AppState, SaveStatus};
use crate::web::views::{live_text, live_word};
use crate::words::{Said as _, dates, today as words};

/// "Saved 21:04", or why not. It stays in sight above the bar.
#[component]
pub fn SaveLine() -> impl IntoView {
    let state = expect_context::<AppState>();
    // What can't be kept is told beside it; here, that what was kept is not all.
    let waits = move || state.dose_waits.get() || state.note_waits.get();
    let kind = live_word(move || match state.save.get() {
        _ if waits() => "failed",
        SaveStatus::Failed(_) | SaveStatus::OneCopy(_) => "failed",
        SaveStatus::Saving => "saving",
        SaveStatus::Saved(_) | SaveStatus::Emptied => "saved",
        SaveStatus::Sample => "sample",
        SaveStatus::Nothing => "nothing",
    });
    let said = live_text(move || {
        let said = match state.save.get() {
            SaveStatus::Failed(why) => words::not_saved(&why.said()),
            _ if waits() => return words::not_all_saved().into(),
            SaveStatus::Nothing => String::new(),
            SaveStatus::Saving => words::saving().into(),
            SaveStatus::Saved(at) => words::saved(&dates::time(at)),
            SaveStatus::Sample => words::changed_in_sample().into(),
            SaveStatus::OneCopy(why) => words::saved_once(&why.of_one_store()),
            SaveStatus::Emptied => words::is_deleted().into(),
        };
        if state.took_back.get() {
            words::taken_back(&said)
        } else {
            said
        }
    });
    view! {
        <p class="save-status" role="status" data-state=kind>
            {said}
        </p>
    }
}
