//! The page of a day that has ended while it was filled in: it stays (D1), says so, and leads on.

use leptos::prelude::*;

use super::words;
use crate::web::focus::focus_in_place;
use crate::web::part::door;
use crate::web::state::AppState;
use crate::web::views::on_click;

door! {
    /// The way to the line.
    pub line: Stays
}

/// The line. It stands in sight above the bar: nothing moves under the finger that answers.
#[component]
pub fn Stays() -> impl IntoView {
    let state = expect_context::<AppState>();
    let go_on = on_click(move || {
        state.move_on();
        focus_in_place("main h1");
    });
    view! {
        <div class="page-stays cluster" role="status">
            <span>{words::day_has_ended()}</span>
            <button type="button" class="button" on:click=go_on>
                {words::go_to_today()}
            </button>
        </div>
    }
}
