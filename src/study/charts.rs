//! The chart over time.

use chrono::NaiveDate;

use crate::charts::{self, Density, Palette, Span, Table, TextScale};
use crate::diary::{Diary, StandardItem};
use crate::trial::{LateDays, Study};

/// A chart and the words for it, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figure {
    /// What it shows, with the finding where there is one.
    pub title: String,
    /// The same in sentences.
    pub summary: String,
    /// What ECharts is given, as JSON.
    pub option: String,
    /// The figures themselves.
    pub table: Table,
}

/// What the page of charts shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Charts {
    /// The chart.
    pub figure: Figure,
    /// Its first day; `None` before there is a chart.
    pub first: Option<NaiveDate>,
    /// How many days it has.
    pub days: usize,
    /// How high it is, in CSS pixels.
    pub height: u32,
    /// The margins beside its days, left and right, in CSS pixels.
    pub margins: (u32, u32),
    /// The part that is shown at first, in percent of its days.
    pub window: (f64, f64),
    /// Whether each day has a mark.
    pub every_day: bool,
}

/// Draws items over the diary up to a day; `dark` says whether the page is dark, `text` how large its words are.
pub fn charts(
    diary: &Diary,
    as_of: NaiveDate,
    items: &[StandardItem],
    span: Span,
    dark: bool,
    text: TextScale,
) -> Charts {
    let palette = if dark { &Palette::DARK } else { &Palette::LIGHT };
    let study = Study::of(diary, as_of, LateDays::Included);
    let story = charts::story(diary, &study, items, span, palette, text);
    Charts {
        figure: Figure {
            option: story.figure.option.to_string(),
            title: story.figure.title,
            summary: story.figure.summary,
            table: story.figure.table,
        },
        first: Some(story.first),
        days: story.days,
        height: story.height,
        margins: story.margins,
        window: story.window,
        every_day: story.density == Density::EveryDay,
    }
}
