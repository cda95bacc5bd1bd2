//! Charts: the whole story on one time axis, and the day that was tapped.
//!
//! `/charts?span=quarter&items=pain,fatigue` is one view of it: how much is shown at first, and which items.

pub mod controls;
pub mod day;
pub mod place;
pub mod sight;
pub mod words;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use self::controls::{Controls, Legend};
use self::day::DayPanel;
use self::place::Place;
use self::sight::{DoseAtEdge, InSight};
use super::title::Title;
use crate::charts::{Span, TextScale};
use crate::diary::StandardItem;
use crate::study;
use crate::web::address::Address;
use crate::web::components::chart::{ChartView, Zoom};
use crate::web::components::nothing_yet::NothingYet;
use crate::web::state::{AppState, SaveStatus};
use crate::web::{engine, theme};

/// The items of the chart, in their order.
pub const ITEMS: [StandardItem; 3] = [StandardItem::Pain, StandardItem::Fatigue, StandardItem::SleepQuality];

/// What the address asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// `month`, `quarter` or `all`.
    pub span: &'static str,
    /// Which of [`ITEMS`] are drawn.
    pub on: [bool; 3],
}

impl Asked {
    fn of(span: Option<String>, items: Option<String>) -> Self {
        let span = span.unwrap_or_default();
        let known = controls::SPANS.iter().find(|known| known.0 == span);
        let listed = |item: StandardItem| {
            let items = items.as_deref();
            items.is_none_or(|items| items.split(',').any(|id| id == item.id()))
        };
        Asked {
            span: known.map_or("all", |known| known.0),
            on: ITEMS.map(listed),
        }
    }

    /// The items that are drawn.
    fn items(&self) -> Vec<StandardItem> {
        let on = ITEMS.into_iter().zip(self.on).filter(|(_, on)| *on);
        on.map(|(item, _)| item).collect()
    }

    /// The address of this view.
    pub fn address(&self) -> String {
        let ids: Vec<&str> = self.items().into_iter().map(StandardItem::id).collect();
        ["/charts?span=", self.span, "&items=", &ids.join(",")].concat()
    }
}

/// The page.
#[component]
pub fn ChartsPage() -> impl IntoView {
    let state = expect_context::<AppState>();
    let empty = Memo::new(move |_| state.with(|diary| diary.days().next().is_none()));
    view! {
        <div class="page stack charts" data-gap="large" data-width="wide">
            <Title text=crate::words::controls::charts() />
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
    let asked = Memo::new(move |_| Asked::of(address.value("span"), address.value("items")));
    let (state, dark, text) = (expect_context::<AppState>(), theme::dark(), text_scale());
    // Fetched while the chart is worked out; a failure of this is shown where the chart is drawn.
    spawn_local(async { _ = engine::load().await });
    let charts = Memo::new(move |_| {
        let (now, dark, today) = (asked.get(), dark.get(), state.today());
        state.with(|diary| {
            study::charts(
                diary,
                diary.as_of(today),
                &now.items(),
                Span::from_id(now.span),
                dark,
                text,
            )
        })
    });
    let place = Place::new(charts);
    let zoom = Zoom {
        window: place.window,
        height: Signal::derive(move || charts.with(|charts| charts.height)),
        text: text.times(),
        tap: Callback::new(move |(across, width)| place.tap(across, width)),
    };
    view! {
        <Controls asked=asked place=place />
        <InSight place=place />
        <ChartView
            figure=Signal::derive(move || charts.with(|charts| charts.figure.clone()))
            zoom=zoom
            beneath=view! { <DayPanel place=place /> }.into_any()
        >
            <place::Marker place=place />
            <DoseAtEdge place=place />
        </ChartView>
        <Legend charts=charts />
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
