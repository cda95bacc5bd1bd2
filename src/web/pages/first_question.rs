//! "Do you take LDN now?" (P1): one line above the questions of the first evenings, and on the page of the treatment.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::web::focus::focus_in_place;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::{Memo, live_while, on_click};
use crate::words::today as words;

/// The line, while nothing was said of the treatment.
#[component]
pub fn FirstQuestion(
    /// The day that is open: it is asked on that of today alone.
    #[prop(optional)]
    day: Option<Memo<NaiveDate>>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    // A day that has ended under the hands keeps it: nothing moves.
    let is_now = move || day.is_none_or(|day| [Some(state.today()), state.stays.get()].contains(&Some(day.get())));
    live_while(
        move || is_now() && state.with(|diary| diary.treatment.is_open_question()),
        move || {
            let not_yet = on_click(move || {
                state.change_treatment(untrack(|| state.with(|diary| diary.treatment.not_yet())));
                focus_in_place("main h1");
            });
            view! {
                <div class="first-question" role="group" aria-labelledby="takes-ldn">
                    <p id="takes-ldn">{words::takes_ldn()}</p>
                    <div class="cluster">
                        <button type="button" class="button" on:click=not_yet>
                            {words::not_yet()}
                        </button>
                        <a href=Route::Treatment.with("do=on-ldn") class="button">
                            {words::takes_it()}
                        </a>
                        <a href=Route::Treatment.with("do=stopped") class="button">
                            {words::has_stopped()}
                        </a>
                    </div>
                </div>
            }
            .into_any()
        },
    )
}
