//! Charts: all days on one time axis, and the day that was tapped.
//!
//! `/charts?span=quarter&items=pain,fatigue` is one view of it: how much is shown at first, and which items.

pub mod asked;
pub mod controls;
pub mod day;
pub mod place;
pub mod sight;
pub mod words;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use self::asked::Asked;
use self::controls::{Controls, Legend};
use self::day::DayPanel;
use self::place::Place;
use self::sight::{DoseAtEdge, InSight};
use super::title::Title;
use crate::charts::{self, Palette, Span, TextScale};
use crate::trial::{LateDays, Study};
use crate::web::address::Address;
use crate::web::components::chart::{ChartView, Zoom};
use crate::web::components::nothing_yet::NothingYet;
use crate::web::part::door;
use crate::web::route::Route;
use crate::web::state::{AppState, SaveStatus};
use crate::web::views::{Memo, memo_bool};
use crate::web::{echarts, theme};

door! {
    /// The way to this page.
    pub page: ChartsPage
}

/// The page.
#[component]
pub fn ChartsPage() -> impl IntoView {
    let state = expect_context::<AppState>();
    let empty = memo_bool(move || state.with(|diary| diary.days().next().is_none()));
    view! {
        <div class="page stack charts" data-gap="large" data-width="wide">
            <Title text=Route::Charts.heading() />
            <Imported />
            <Show when=move || !empty.get() fallback=|| view! { <NothingYet text=words::empty() /> }>
                <Drawn />
            </Show>
        </div>
    }
}

/// The chart and what leads through it.
#[component]
fn Drawn() -> impl IntoView {
    let address = expect_context::<Address>();
    let asked = Memo::new(move || Asked::of(address.value("span"), address.value("items")));
    let (state, dark, text) = (expect_context::<AppState>(), theme::dark(), text_scale());
    // Fetched while the chart is worked out; a failure of this is shown where the chart is drawn.
    spawn_local(async { _ = echarts::load().await });
    let timeline = Memo::new(move || {
        let (now, dark, today) = (asked.get(), dark.get(), state.today());
        let palette = if dark { &Palette::DARK } else { &Palette::LIGHT };
        state.with(|diary| {
            let study = Study::of(diary, diary.as_of(today), LateDays::Included);
            charts::timeline(diary, &study, &now.items(), Span::from_id(now.span), palette, text)
        })
    });
    let place = Place::new(timeline);
    let zoom = Zoom {
        window: place.window,
        height: Signal::derive(move || timeline.with(|timeline| timeline.height)),
        text: text.times(),
        tap: Callback::new(move |(across, width)| place.tap(across, width)),
    };
    view! {
        <Controls asked=asked place=place />
        <InSight place=place />
        <ChartView timeline=timeline zoom=zoom beneath=view! { <DayPanel place=place /> }.into_any()>
            <place::Marker place=place />
            <DoseAtEdge place=place />
        </ChartView>
        <Legend timeline=timeline />
    }
}

/// How large text is on this page now, by the browser's setting and the app's own: the chart is drawn to match, as far as
/// its names have room on a small screen.
fn text_scale() -> TextScale {
    /// The share of the width that a size of letters may have: below it the longest name of a row fits.
    const WIDEST: f64 = 0.08;
    let width = window().inner_width().ok().and_then(|width| width.as_f64());
    let most = width.map_or(f64::INFINITY, |width| width * WIDEST);
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    // The browser reads the number: Rust's own reader brings a table of 10 KB.
    let pixels = size
        .map(|size| js_sys::parse_float(&size))
        .filter(|pixels| pixels.is_finite());
    pixels.map_or_else(TextScale::default, |pixels| TextScale::of_root(pixels.min(most)))
}

/// After an import: that it is done, and what the diary holds now. Said once.
#[component]
fn Imported() -> impl IntoView {
    let state = expect_context::<AppState>();
    let now = state.imported.get_untracked();
    state.imported.set(false);
    now.then(|| {
        let count = untrack(|| state.with(|diary| diary.days().len()));
        // What one store alone has taken is not as safe as it looks.
        let said = match state.save.get_untracked() {
            SaveStatus::OneCopy(why) => words::imported_once(count, &why.of_one_store()),
            _ => words::imported(count),
        };
        view! {
            <p class="notice" data-kind="plain" role="status">
                {said}
            </p>
        }
        .into_any()
    })
}
