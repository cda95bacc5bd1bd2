//! What lies over the chart: what part of it is in sight, the doses in it, the names of the small plots.

use leptos::prelude::*;

use super::asked::Asked;
use super::place::{Place, px};
use super::words;
use crate::charts::{NoMean, Panel, Plateau, Timeline};
use crate::web::address::{Address, Step};
use crate::web::components::chart::TITLE;
use crate::web::components::mark::Mark;
use crate::web::focus::go_to;
use crate::web::state::AppState;
use crate::web::views::{CollectAny as _, Memo, live_option, live_text, on_click};
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
            let phase = begun.map(|span| names::phase(&span.phase.kind));
            words::in_sight(first, last, phase.as_deref())
        }))
    };
    let shown = move || place.is_part().then(text).flatten();
    live_option(move || shown().map(|text| view! { <p class="soft chart-sight">{text}</p> }.into_any()))
}

/// Each dose over the beginning of its step, or at the left edge where that lies before. A name that has no room before the
/// next one is not shown: the figures of a day hold its dose.
#[component]
pub fn DoseNames(
    /// The chart.
    timeline: Memo<Timeline>,
    /// Where the reader is.
    place: Place,
) -> impl IntoView {
    let names = move || {
        timeline.with(|timeline| {
            let ends = timeline.doses.iter().skip(1).map(|next| next.from);
            let doses = timeline.doses.iter().zip(ends.chain([timeline.days]));
            let name = |(dose, room): (&Plateau, usize)| {
                // One that is over before what is in sight lends its room to nobody.
                place.over(dose.from, dose.to)?;
                let [left, right] = place.over(dose.from, room)?;
                let right = ["calc(100% - ", &right, ")"].concat();
                Some(view! {
                    <span class="chart-dose" style:left=left style:right=right>
                        <span>{dose.dose.to_string()}</span>
                    </span>
                })
            };
            doses.filter_map(name).collect_any()
        })
    };
    view! { <div aria-hidden="true">{names}</div> }
}

/// The names of the small plots, each with its mean in sight, where that is of one phase: a tap on one makes it the large one.
#[component]
pub fn SmallNames(
    /// What the address asks for.
    asked: Memo<Asked>,
    /// The chart.
    timeline: Memo<Timeline>,
    /// Where the reader is.
    place: Place,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let address = expect_context::<Address>();
    let name = move |panel: &Panel| {
        let (item, to) = (panel.item.clone(), panel.item.to_string());
        let mean = live_text(move || match place.mean(state, &item) {
            Ok((mean, _)) => words::mean(mean),
            Err(NoMean::Unrated) => words::mean_none().to_owned(),
            Err(NoMean::Several) => String::new(),
        });
        let enlarge = move || {
            let to = Asked {
                item: Some(to.clone()),
                ..asked.get_untracked()
            };
            address.go(&to.address(), Step::Instead);
            go_to(TITLE);
        };
        let (top, height) = (px(panel.top - panel.words), px(panel.words + panel.height));
        view! {
            <button type="button" class="chart-small" style:top=top style:height=height on:click=on_click(enlarge)>
                <Mark item=panel.item.clone() />
                <span class="chart-small-name" dir="auto">
                    {panel.name.clone()}
                </span>
                " "
                <span>{mean}</span>
            </button>
        }
    };
    let all = move || timeline.with(|timeline| timeline.panels.iter().skip(1).map(name).collect_any());
    view! {
        <div role="group" aria-label=words::others()>
            {all}
        </div>
    }
}

/// The chosen day with the rating of the large item, right over the picture: its figures stand under it.
#[component]
pub fn ChosenRating(
    /// The chart.
    timeline: Memo<Timeline>,
    /// Where the reader is.
    place: Place,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let text = move || timeline.with(|timeline| place.said(state, timeline.panels.first().map(|panel| &panel.item)));
    view! { <p class="soft chart-now" aria-hidden="true">{text}</p> }
}
