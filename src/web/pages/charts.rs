//! Charts: all days on one time axis, and the day that was tapped.
//!
//! `/charts?span=quarter&item=fatigue` is one view of it: how much is shown at first, and which item is large.

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
use self::sight::{ChosenRating, DoseNames, InSight, SmallNames};
use super::import::TakeBack;
use super::title::Title;
use crate::charts::{self, Palette, Room, Span, TextScale};
use crate::diary::StandardItem;
use crate::papers;
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
    let asked = Memo::new(move || Asked::of(address.value("span"), address.value("item")));
    let (state, dark, room) = (expect_context::<AppState>(), theme::dark(), room());
    // Fetched while the chart is worked out; a failure of this is shown where the chart is drawn.
    spawn_local(async { _ = echarts::load().await });
    // For how many days in sight it is drawn; 0 for those that it opens on.
    let drawn = RwSignal::new(0_usize);
    let timeline = Memo::new(move || {
        let (now, dark, today) = (asked.get(), dark.get(), state.today());
        let palette = if dark { &Palette::DARK } else { &Palette::LIGHT };
        state.with(|diary| {
            let study = Study::of(diary, diary.as_of(today), LateDays::Included);
            let mut rated = papers::rated_items(diary);
            if rated.is_empty() {
                rated.push(StandardItem::Pain.into());
            }
            let sight = Some(drawn.get()).filter(|days| *days > 0);
            charts::timeline(
                diary,
                &study,
                &now.first(rated),
                Span::from_id(now.span),
                sight,
                palette,
                room,
            )
        })
    });
    let place = Place::new(timeline, drawn);
    let zoom = Zoom {
        window: place.window,
        height: Signal::derive(move || timeline.with(|timeline| timeline.height)),
        text: room.text.times(),
        tap: Callback::new(move |(across, width)| place.tap(across, width)),
    };
    let title = Signal::derive(move || {
        // What is out of sight is not quoted.
        timeline.with(|timeline| match timeline.panels.first() {
            Some(large) if place.is_part() => charts::title_in_sight(&large.name, place.mean(state, &large.item).ok()),
            _ => timeline.figure.title.clone(),
        })
    });
    let above = view! { <ChosenRating timeline=timeline place=place /> }.into_any();
    // What comes and goes with the window stands under the picture: it must not move under a finger.
    let beneath = view! {
        <InSight place=place />
        <DayPanel place=place />
    }
    .into_any();
    view! {
        <Controls asked=asked place=place />
        <ChartView timeline=timeline title=title zoom=zoom above=above beneath=beneath>
            <SmallNames asked=asked timeline=timeline place=place />
            <place::Marker place=place />
            <DoseNames timeline=timeline place=place />
        </ChartView>
        <Legend timeline=timeline />
    }
}

/// How wide the window is, and how large text is on this page now, by the browser's setting and the app's own: the chart is
/// drawn to match, as far as its names have room on a small screen.
fn room() -> Room {
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
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a width in pixels, which may be rough"
    )]
    let width = width.map_or(Room::default().width, |width| width as u32);
    Room {
        text: pixels.map_or_else(TextScale::default, |pixels| TextScale::of_root(pixels.min(most))),
        // No wider than where the page with the bar and the day beside it is as wide as it gets.
        width: width.min(Room::default().width),
    }
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
            <div class="notice stack" data-kind="plain" data-gap="small">
                <p role="status">{said}</p>
                <TakeBack />
            </div>
        }
        .into_any()
    })
}
