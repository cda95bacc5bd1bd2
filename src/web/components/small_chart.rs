//! A small chart with its title, its diagram, its text and its table.

use leptos::prelude::*;

use super::chart::FigureTable;
use super::diagram::DiagramView;
use crate::charts::Small;

/// One small chart.
#[component]
pub fn SmallChart(
    /// What it shows.
    small: Small,
) -> impl IntoView {
    let (name, table) = (small.title.clone(), small.table);
    view! {
        <figure class="small-chart stack" data-gap="small">
            <figcaption>
                <h2 class="chart-title" dir="auto">
                    {small.title}
                </h2>
            </figcaption>
            <DiagramView diagram=small.diagram />
            <p class="chart-summary" dir="auto">
                {small.summary}
            </p>
            <FigureTable name=Signal::stored(name) table=Signal::stored(table) />
        </figure>
    }
}
