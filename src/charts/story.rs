//! The whole story on one time axis: ratings with the phases behind them, the doses to scale beneath, side effects and
//! what else happened as rows of marks.

mod bands;
mod days;
mod layout;
mod ratings;
mod rows;
mod text;
mod words;

use charming::series::{Line, Scatter};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use crate::diary::{Diary, PhaseSpan, StandardItem};
use crate::trial::Study;

use self::days::Days;
use self::layout::Layout;
pub use self::text::TextScale;
use super::figure::{Figure, written};
use super::palette::Palette;

/// How closely the days are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Density {
    /// A mark for each day, and the 7-day mean.
    EveryDay,
    /// The 7-day mean alone, day by day.
    Means,
    /// The 7-day mean once a week.
    Weeks,
}

/// What the chart opens on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// The last 31 days.
    Month,
    /// The last 92 days.
    Quarter,
    /// All days.
    All,
}

/// The chart with what a page needs to lead through it.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// The chart and its words.
    pub figure: Figure,
    /// Its first day.
    pub first: NaiveDate,
    /// How many days it has.
    pub days: usize,
    /// How high it is, in CSS pixels.
    pub height: u32,
    /// The margins beside the days, left and right, in CSS pixels: what lies over the chart is placed by them.
    pub margins: (u32, u32),
    /// The part of it that is shown at first, in percent of its days.
    pub window: (f64, f64),
    /// How closely it is drawn.
    pub density: Density,
}

/// Shown days above which single days can't be told apart any more.
const MOST_MARKS: usize = 200;
/// Shown days above which one point a week is as good as one a day.
const MOST_POINTS: usize = 800;

impl Span {
    /// The span of this name in an address; all, where there is none.
    pub fn from_id(id: &str) -> Span {
        match id {
            "month" => Span::Month,
            "quarter" => Span::Quarter,
            _ => Span::All,
        }
    }

    /// How many of `all` days are shown.
    fn shown(self, all: usize) -> usize {
        match self {
            Span::Month => all.min(31),
            Span::Quarter => all.min(92),
            Span::All => all,
        }
    }
}

impl Density {
    fn of(shown: usize) -> Density {
        if shown <= MOST_MARKS {
            Density::EveryDay
        } else if shown <= MOST_POINTS {
            Density::Means
        } else {
            Density::Weeks
        }
    }
}

/// Draws items over the diary up to the last day of a study of it, opening on a span.
///
/// A day without an answer is a gap, never a point and never a bridge. A late day is hollow. The line
/// is the running mean of [`running_mean`](crate::trial::running_mean). Words and the room for them grow with `text`.
pub fn story(
    diary: &Diary,
    study: &Study<'_>,
    items: &[StandardItem],
    span: Span,
    palette: &Palette,
    text: TextScale,
) -> Story {
    let as_of = study.as_of();
    let spans = diary.treatment.spans(as_of);
    let first = spans
        .first()
        .map_or(as_of, |span| span.from)
        .min(diary.days().next().map_or(as_of, crate::diary::Day::date));
    let days = Days::of(diary, first, as_of);
    let shown = span.shown(days.len());
    let density = Density::of(shown);
    let rows = rows::rows(diary, &days);
    let layout = Layout::of(&days, !diary.treatment.dose_steps().is_empty(), rows.len(), text);

    let phases = study.phases();
    let mut drawing = Drawing::default();
    bands::phases(&mut drawing, &spans, shown, palette, text);
    bands::compared(&mut drawing, study, items, layout.compared, palette);
    for item in items {
        ratings::item(&mut drawing, &days, &spans, *item, density, palette);
    }
    if let Some(grid) = layout.doses {
        bands::doses(&mut drawing, diary, &days, grid, density, palette);
        bands::dose_names(&mut drawing, diary, grid, palette, text);
    }
    if let Some(grid) = layout.rows {
        rows::draw(&mut drawing, &rows, grid, (first, density), palette, text);
    }
    let window = (100.0 * (1.0 - share(shown, days.len())), 100.0);
    Story {
        figure: Figure {
            title: words::title(items, &phases),
            summary: words::summary(items, &days, &phases, density),
            option: layout.option(diary, window, density, palette, drawing.series),
            table: words::table(items, &days, &spans),
        },
        first,
        days: days.len(),
        height: layout.height,
        margins: layout.margins,
        window,
        density,
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of days")]
fn share(part: usize, all: usize) -> f64 {
    part as f64 / all.max(1) as f64
}

/// The series of a chart.
#[derive(Default)]
struct Drawing {
    series: Vec<Value>,
}

impl Drawing {
    fn line(&mut self, line: &Line, beyond: &Value) {
        self.series.push(written(line, beyond));
    }

    fn scatter(&mut self, scatter: &Scatter, beyond: &Value) {
        self.series.push(written(scatter, beyond));
    }
}

/// Milliseconds of a day, on an axis without time zones.
const DAY: i64 = 86_400_000;

/// The beginning of a day on the time axis.
fn midnight(date: NaiveDate) -> i64 {
    const EPOCH: i64 = 719_163;
    (i64::from(date.num_days_from_ce()) - EPOCH) * DAY
}

/// At noon a mark stands inside its day and its phase.
fn noon(date: NaiveDate) -> i64 {
    midnight(date) + DAY / 2
}

/// The end of a phase on the time axis: the beginning of the day after.
fn end(span: &PhaseSpan<'_>) -> i64 {
    midnight(span.to) + DAY
}

/// Series whose points answer nothing: the page answers a tap itself.
fn silent(z: i32) -> Value {
    json!({ "silent": true, "z": z, "animation": false, "emphasis": { "disabled": true } })
}
