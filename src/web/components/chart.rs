//! One chart on the page, with its title, its text and its table; the only component that holds an ECharts drawing.

use crate::web::views::{CollectAny as _, Memo};
use leptos::ev::{MouseEvent, PointerEvent};
use leptos::html::{Details, Div};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::charts::{Table, Timeline, sight};
use crate::web::echarts::{self, ChartError, Drawing};
use crate::web::focus::is_inside;
use crate::words::{Said as _, problems};

/// How far a finger may move and still tap, in CSS pixels.
const TAP: i32 = 8;

/// Which part of a chart is in sight, and how high it is.
#[derive(Debug, Clone, Copy)]
pub struct Zoom {
    /// Beginning and end of the part, in percent of the whole.
    pub window: RwSignal<(f64, f64)>,
    /// In CSS pixels.
    pub height: Signal<u32>,
    /// How many times as large as usual its words are.
    pub text: f64,
    /// Called with the place of a tap across the picture, and the picture's width, in CSS pixels.
    pub tap: Callback<(f64, f64)>,
}

/// The id of the chart's title, by which it is gone to.
pub const TITLE: &str = "chart-title";

/// Shows the timeline: what it says, the picture, and the same numbers as a table a tap away.
#[component]
pub fn ChartView(
    /// What to show; a new value replaces the picture.
    timeline: Memo<Timeline>,
    /// What it shows, of what is in sight.
    title: Signal<String>,
    /// The part of it in sight.
    zoom: Zoom,
    /// What stands between title and picture.
    above: AnyView,
    /// What stands right under the picture, or beside it where the window is wide, before the words about it.
    beneath: AnyView,
    /// What lies over the picture.
    children: Children,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    // Not `Send`, and dropped with the component: that is what frees the drawing.
    let drawing = StoredValue::new_local(None::<Drawing>);
    let outcome = RwSignal::new(None::<Result<(), ChartError>>);

    // What the reader has drawn or pinched into sight; the page may have been left.
    let moved = move |asked| {
        if let Some(before) = zoom.window.try_get_untracked() {
            let count = timeline.try_with_untracked(|timeline| timeline.days);
            _ = count.map(|count| zoom.window.try_set(sight::narrowed(before, asked, count)));
        }
    };

    Effect::new(move |_| {
        timeline.track();
        let Some(place) = place.get() else { return };
        spawn_local(async move {
            let loaded = echarts::load().await;
            // The page may have been left, or the figure changed, while it loaded.
            let shown = drawing.try_update_value(|drawing| {
                loaded?;
                let drawing = match drawing {
                    Some(drawing) => drawing,
                    empty => empty.insert(Drawing::begin(&place, moved)?),
                };
                // It may have been moved before.
                let window = zoom.window.try_get_untracked().unwrap_or((0.0, 100.0));
                timeline
                    .try_with_untracked(|timeline| drawing.show(&timeline.figure, window))
                    .unwrap_or(Ok(()))
            });
            if shown.is_some() {
                outcome.try_set(shown);
            }
        });
    });

    // A window that the page has moved; one that the picture itself has moved is where it is.
    Effect::new(move |_| {
        let window = zoom.window.get();
        drawing.with_value(|drawing| drawing.as_ref().map(|drawing| drawing.look_at(window)));
    });
    let down = StoredValue::new((0, 0));
    let press = move |event: PointerEvent| down.set_value((event.client_x(), event.client_y()));
    let click = move |event: MouseEvent| {
        let (from_x, from_y) = down.get_value();
        let (x, y) = (event.client_x(), event.client_y());
        // What lies over the picture and can be tapped itself means no day.
        let own = event.target().is_some_and(|target| is_inside(&target, "button"));
        let still = (x - from_x).abs() < TAP && (y - from_y).abs() < TAP;
        if let Some(place) = place.get_untracked().filter(|_| still && !own) {
            let edges = place.get_bounding_client_rect();
            zoom.tap.run((f64::from(x) - edges.left(), edges.width()));
        }
    };
    let longest = move || timeline.with(Timeline::longest_title);
    let height = move || format!("{}px", zoom.height.get());

    view! {
        <figure class="stack chart-figure" data-gap="small">
            <figcaption class="stack" data-gap="small">
                <h2 class="chart-title steady" id=TITLE dir="auto" data-room=longest>
                    <span>{title}</span>
                </h2>
                {above}
            </figcaption>
            <div class="chart-frame" style:--chart-height=height style:--chart-text=zoom.text.to_string() on:pointerdown=press on:click=click>
                {move || match outcome.get() {
                    None => view! { <p class="soft">{problems::drawing_chart()}</p> }.into_any(),
                    Some(Err(error)) => view! { <p class="notice" role="alert">{error.said()}</p> }.into_any(),
                    Some(Ok(())) => ().into_any(),
                }} <div class="chart" node_ref=place aria-hidden="true"></div>
                {children()}
            </div>
            {beneath}
            <p class="chart-summary">{move || timeline.with(|timeline| timeline.figure.summary.clone())}</p>
            <FigureTable
                name=title
                table=Signal::derive(move || timeline.with(|timeline| timeline.figure.table.clone()))
            />
        </figure>
    }
}

/// The figures of a chart as a table, made when it is first opened.
#[component]
pub fn FigureTable(
    /// What it is a table of.
    #[prop(into)]
    name: Signal<String>,
    /// Its columns and rows.
    #[prop(into)]
    table: Signal<Table>,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    view! {
            <details class="figure-table" node_ref=details on:toggle=toggled>
                <summary>{problems::show_as_table()}</summary>
                {move || {
                    open.get()
                        .then(|| {
                            view! {
    <TableView name=name table=table />
                            }.into_any()
                        })
                }}
            </details>
        }
}

/// A table that scrolls by itself where it is too wide or too long.
#[component]
pub fn TableView(
    /// What it is a table of.
    #[prop(into)]
    name: Signal<String>,
    /// Its columns and rows.
    #[prop(into)]
    table: Signal<Table>,
) -> impl IntoView {
    let rows = move || {
        table.with(|table| {
            let row = |cells: &Vec<String>| {
                let mut cells = cells.iter().cloned();
                let first = cells
                    .next()
                    .map(|cell| view! { <th scope="row" dir="auto">{cell}</th> }.into_any());
                view! { <tr>{first} {cells.map(|cell| view! { <td>{cell}</td> }).collect_any()}</tr> }
            };
            table.rows.iter().map(row).collect_any()
        })
    };
    let columns = move || {
        table.with(|table| {
            table
                .columns
                .iter()
                .cloned()
                .map(|name| view! { <th scope="col">{name}</th> }.into_any())
                .collect_any()
        })
    };
    view! {
                            <div class="table-scroll" tabindex="0" role="region" aria-label=name dir="auto">
                                <table>
                                    <caption class="visually-hidden">{name}</caption>
                                    <thead>
                                        <tr>{columns}</tr>
                                    </thead>
                                    <tbody>{rows}</tbody>
                                </table>
                            </div>
    }
}
