//! What part of the chart is in sight, in words; and what was in force where it begins.

use leptos::prelude::*;

use super::place::Place;
use super::words;
use crate::web::state::AppState;
use crate::web::views::live_option;
use crate::words::names;

/// "Shown: 8 May to 7 June 2026. It begins in LDN." Means in the title and in the words beneath are those of whole phases.
#[component]
pub fn InSight(
    /// Where the reader is.
    place: Place,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let text = move || {
        let (first, last) = place.ends()?;
        let as_of = state.today();
        Some(state.with(|diary| {
            let spans = diary.treatment.spans(diary.as_of(as_of));
            // Where its beginning is in sight, its name is.
            let begun = spans.iter().find(|span| span.contains(first) && span.from < first);
            words::in_sight(first, last, begun.map(|span| names::phase(&span.phase.kind)))
        }))
    };
    let shown = move || place.is_part().then(text).flatten();
    live_option(move || shown().map(|text| view! { <p class="soft chart-sight">{text}</p> }.into_any()))
}

/// The dose in force at the left edge, where its step began before.
#[component]
pub fn DoseAtEdge(
    /// Where the reader is.
    place: Place,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let dose = move || {
        let (first, _) = place.ends().filter(|_| place.is_part())?;
        state.with(|diary| {
            let begins = diary.treatment.dose_steps().iter().any(|step| step.from == first);
            diary.treatment.planned_dose(first).filter(|_| !begins)
        })
    };
    let text = move || dose().map(|dose| dose.to_string());
    view! { <span class="chart-dose" aria-hidden="true">{text}</span> }
}
