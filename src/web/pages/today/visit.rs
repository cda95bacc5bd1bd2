//! One line on the day before a visit and on the day itself, and afterwards until it is said what was decided (D11).

use leptos::prelude::*;

use crate::visits::{self, Reminder};
use crate::web::clock;
use crate::web::part::door;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::live_option;
use crate::words::visit;

door! {
    /// The way to the line.
    pub line: VisitLine in seldom
}

/// The line, where there is something to say.
#[component]
pub fn VisitLine() -> impl IntoView {
    let state = expect_context::<AppState>();
    live_option(move || {
        let today = state.today();
        let reminder = state.with(|diary| visits::reminder(&diary.rest, today, clock::now().naive_local()))?;
        let report = || Route::Report.path().to_owned();
        let (said, link, address) = match reminder {
            Reminder::Tomorrow => (visit::is_tomorrow().to_owned(), visit::make_report(), report()),
            Reminder::Today => (visit::is_today().to_owned(), visit::make_report(), report()),
            Reminder::Decide(id, date) => (
                visit::was(date),
                visit::decide(),
                Route::Visit.with(&["do=decide&visit=", &id].concat()),
            ),
        };
        let shown = view! {
            <p class="cluster">
                <span>{said}</span>
                <a href=address>{link}</a>
            </p>
        };
        Some(shown.into_any())
    })
}
