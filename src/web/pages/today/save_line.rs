//! How it stands with the last answer.

use leptos::prelude::*;

use crate::web::dates;
use crate::web::state::{AppState, SaveStatus};
use crate::web::views::{live_text, live_word};

/// "Saved 21:04", or why not. It stays in sight above the bar.
#[component]
pub fn SaveLine() -> impl IntoView {
    let state = expect_context::<AppState>();
    let kind = live_word(move || match state.save.get() {
        SaveStatus::Failed(_) | SaveStatus::OneCopy(_) => "failed",
        SaveStatus::Saving => "saving",
        SaveStatus::Saved(_) | SaveStatus::Emptied => "saved",
        SaveStatus::Sample => "sample",
        SaveStatus::Nothing => "nothing",
    });
    let said = live_text(move || match state.save.get() {
        SaveStatus::Nothing => String::new(),
        SaveStatus::Saving => "Saving…".into(),
        SaveStatus::Saved(at) => format!("Saved {}", dates::time(at)),
        SaveStatus::Sample => "Changed in the sample; not kept".into(),
        SaveStatus::OneCopy(why) => format!("Saved in one place of two. {why}"),
        SaveStatus::Failed(why) => format!("Not saved. {why}"),
        SaveStatus::Emptied => "Your diary is deleted from this browser".into(),
    });
    view! {
        <p class="save-status" role="status" data-state=kind>
            {said}
        </p>
    }
}
