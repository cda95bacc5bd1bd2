//! History: a month at a glance and day by day, and a search over the whole diary.
//!
//! `/history?month=2026-03` opens a month and `/history?q=rain` a search, so that the back button leads through them.

pub mod calendar;
pub mod form;
pub mod list;
pub mod phases;
pub mod search;
pub mod undo;
pub mod words;

use leptos::prelude::*;

use self::calendar::MonthView;
use self::form::HistoryForm;
use self::search::{Found, SearchForm};
use self::undo::{UndoDelete, is_back};
use super::title::Title;
use crate::diary::{Day, Month};
use crate::web::address::Address;
use crate::web::components::nothing_yet::NothingYet;
use crate::web::focus::focus;
use crate::web::part::door;
use crate::web::route::Route;
use crate::web::state::{AppState, SaveStatus};
use crate::web::views::{Memo, memo_bool};
use crate::words::{Said as _, today};

door! {
    /// The way to this page.
    pub page: HistoryPage
}

/// The page.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let state = expect_context::<AppState>();
    let form = HistoryForm {
        state,
        back: RwSignal::new(None),
    };
    let address = expect_context::<Address>();
    let month = Memo::new(move || {
        let asked = address.value("month");
        let asked = asked.as_deref().and_then(Month::from_text);
        asked.unwrap_or_else(|| Month::of(state.today()))
    });
    let asked = Memo::new(move || address.value("q").unwrap_or_default().trim().to_owned());
    let empty = memo_bool(move || state.with(|diary| diary.begins().is_none()));

    view! {
        <div class="page stack history" data-gap="large">
            <div>
                <Title text=Route::History.heading() />
                <UndoLine form=form />
            </div>
            <Show when=move || !empty.get() fallback=|| view! { <NothingYet text=words::empty() /> }>
                <SearchForm asked=asked />
                <Show
                    when=move || asked.with(String::is_empty)
                    fallback=move || view! { <Found form=form asked=asked /> }
                >
                    <MonthView form=form month=month />
                </Show>
            </Show>
        </div>
    }
}

/// Which day was deleted, with its undo, or was brought back; or that a change could not be kept.
#[component]
fn UndoLine(form: HistoryForm) -> impl IntoView {
    let on_undo = Callback::new(move |date| {
        form.back.set(Some(date));
        focus(list::entry_id(date));
    });
    view! {
        <div role="status">
            {move || match form.state.deleted.with(|day| day.as_ref().map(Day::date)) {
                Some(date) => Some(view! { <UndoDelete date=date on_undo=on_undo /> }.into_any()),
                None => form.back.get().map(is_back),
            }}
            {move || match form.state.save.get() {
                SaveStatus::Failed(why) => Some(view! { <p class="notice">{today::not_saved(&why.said())}</p> }),
                _ => None,
            }}
        </div>
    }
}
