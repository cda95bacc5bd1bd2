//! What is shown: how much of the time, and which items; and what the marks mean.

use leptos::prelude::*;

use super::asked::{Asked, ITEMS, SPANS};
use super::place::Place;
use super::words;
use crate::charts::{Density, Timeline};
use crate::web::address::{Address, Step};
use crate::web::components::mark::Mark;
use crate::web::views::{CollectAny as _, Memo, memo_bool};
use crate::words::Word;
use crate::words::names;

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
        let current = move || asked.with(|asked| asked.span == id).then_some("true");
        view! {
            <li>
                <a class="choice" href=to aria-current=current data-noscroll>
                    {name()}
                </a>
            </li>
        }
    };
    let address = expect_context::<Address>();
    let turn = Callback::new(move |place: usize| {
        let mut asked = asked.get_untracked();
        asked.on[place] = !asked.on[place];
        address.go(&asked.address(), Step::Instead);
    });
    let item = move |(place, item): (usize, crate::diary::StandardItem)| {
        let on = move || asked.with(|asked| asked.on[place]);
        view! {
            <li>
                <button
                    type="button"
                    class="choice chart-item"
                    aria-pressed=move || if on() { "true" } else { "false" }
                    on:click=move |_| turn.run(place)
                >
                    <Mark item=item.into() />
                    <span class="item-line" data-item=item.id()></span>
                    {names::short(item)}
                </button>
            </li>
        }
    };
    let (earlier, later) = (move || place.beyond().0, move || place.beyond().1);
    view! {
        <div class="stack" data-gap="small">
            <div class="cluster">
                <nav aria-label=words::spans()>
                    <ul class="choices plain-list">{SPANS.into_iter().map(span).collect_any()}</ul>
                </nav>
                <Show when=move || place.is_part()>
                    <button type="button" class="button" aria-disabled=move || (!earlier()).then_some("true") on:click=move |_| place.turn(-0.5)>
                        {words::earlier()}
                    </button>
                    <button type="button" class="button" aria-disabled=move || (!later()).then_some("true") on:click=move |_| place.turn(0.5)>
                        {words::later()}
                    </button>
                </Show>
            </div>
            <ul class="choices plain-list chart-items" aria-label=words::items()>
                {ITEMS.into_iter().enumerate().map(item).collect_any()}
            </ul>
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
    view! {
        <p class="soft chart-legend-text">
            {move || words::legend(every_day.get())} " " {words::compared()} " "
            <span class="no-print">{words::keys()}</span>
        </p>
    }
}
