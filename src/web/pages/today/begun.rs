//! A dose was taken on a day off LDN: whether the treatment began with it (P1). Asked once for each such day.

use leptos::prelude::*;

use super::form::DayForm;
use super::words;
use crate::web::focus::focus_in_place;
use crate::web::part::door;
use crate::web::route::Route;
use crate::web::views::on_click;

door! {
    /// The way to the question.
    pub question: Begun
}

/// The question, with its two answers.
#[component]
pub fn Begun() -> impl IntoView {
    let DayForm { date, state, .. } = expect_context();
    let only = on_click(move || {
        let said = untrack(|| state.with(|diary| diary.treatment.with_single_dose(date)));
        state.change_treatment(said);
        // The button goes, and the focus with it.
        focus_in_place("#dose input:checked");
    });
    let in_baseline = untrack(|| state.with(|diary| diary.is_baseline(date)));
    view! {
        <div class="notice stack" data-gap="small" role="group" aria-labelledby="begun">
            <p id="begun">{if in_baseline { words::begun_baseline() } else { words::begun_off() }}</p>
            <div class="cluster">
                <a href=Route::Treatment.with(&["do=on-ldn&day=", &date.to_string()].concat()) class="button">
                    {words::set_first_day()}
                </a>
                <button type="button" class="button" on:click=only>
                    {words::only_that_day()}
                </button>
            </div>
        </div>
    }
}
