//! How much of the time is shown; and what the marks mean.

use leptos::prelude::*;

use super::asked::{Asked, SPANS};
use super::place::Place;
use super::words;
use crate::charts::{Density, Span, Timeline};
use crate::diary::Diary;
use crate::web::state::AppState;
use crate::web::views::{CollectAny as _, Memo, memo_bool};
use crate::words::Word;

/// The buttons above the chart; what is shown stands in the address.
#[component]
pub fn Controls(
    /// What the address asks for.
    asked: Memo<Asked>,
    /// Where the reader is.
    place: Place,
) -> impl IntoView {
    let span = move |(id, name): (&'static str, Word)| {
        let to = move || {
            Asked {
                span: id,
                ..asked.get()
            }
            .address()
        };
        // It is what is shown only as long as nothing has drawn it wider or narrower.
        let current = move || (asked.with(|asked| asked.span == id) && place.is_as_opened()).then_some("true");
        view! {
            <li>
                <a class="choice" href=to aria-current=current data-noscroll on:click=move |_| place.open(Span::from_id(id))>
                    {name()}
                </a>
            </li>
        }
    };
    let (earlier, later) = (move || place.beyond().0, move || place.beyond().1);
    view! {
            <div class="cluster">
                <nav aria-label=words::spans()>
                    <ul class="choices plain-list">{SPANS.into_iter().map(span).collect_any()}</ul>
                </nav>
                <button type="button" class="button" aria-disabled=move || (!earlier()).then_some("true") on:click=move |_| place.turn(-0.5)>
                    {words::earlier()}
                </button>
                <button type="button" class="button" aria-disabled=move || (!later()).then_some("true") on:click=move |_| place.turn(0.5)>
                    {words::later()}
                </button>
            </div>
    }
}

/// What the marks mean.
#[component]
pub fn Legend(
    /// The chart.
    timeline: Memo<Timeline>,
) -> impl IntoView {
    let every_day = memo_bool(move || timeline.with(|timeline| timeline.density == Density::EveryDay));
    let state = expect_context::<AppState>();
    let has_imported = memo_bool(move || state.with(Diary::has_imported));
    let rested = move || state.with(|diary| !diary.rest.sampling.changes().is_empty());
    view! {
        <p class="soft chart-legend-text">
            {move || words::legend(every_day.get(), has_imported.get())} " "
            {move || rested().then(|| words::gap_not_asked())} " " {words::scale()} " " {words::compared()} " "
            <span class="no-print">{words::keys()}</span>
        </p>
    }
}
