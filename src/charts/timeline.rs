//! All days on one time axis: ratings with the phases behind them, the doses to scale beneath, side effects and
//! what else happened as rows of marks.

mod bands;
mod days;
mod layout;
mod ratings;
mod rows;
mod text;
mod time;
mod words;

use charming::series::{Line, Scatter};
use chrono::NaiveDate;
use serde_json::Value;

use crate::diary::{Diary, Dose, ItemId, PhaseSpan};
use crate::json::json;
use crate::trial::Study;
use crate::words::Decimal;

use self::days::Days;
use self::layout::Layout;
pub use self::layout::Panel;
pub use self::text::TextScale;
pub use self::time::Density;
pub use self::words::{NoMean, mean_in_sight, title_in_sight};
use super::figure::{Figure, written};
use super::palette::Palette;

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
pub struct Timeline {
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
    /// The plots of the items, the large one first.
    pub panels: Vec<Panel>,
    /// The planned doses that are drawn, in their order.
    pub doses: Vec<Plateau>,
}

/// Days in a row with one planned dose, counted from the first day of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plateau {
    /// Its first day.
    pub from: usize,
    /// The day after its last.
    pub to: usize,
    /// The dose of a day.
    pub dose: Dose,
}

/// What a chart has room for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// How large its words are.
    pub text: TextScale,
    /// How wide it is, in CSS pixels.
    pub width: u32,
}

impl Default for Room {
    fn default() -> Self {
        Room {
            text: TextScale::default(),
            width: 960,
        }
    }
}

impl Timeline {
    /// The longest title that it or a part of it has: the page keeps room for it.
    pub fn longest_title(&self) -> String {
        let large = self.panels.first();
        let title = |panel: &Panel| title_in_sight(&panel.name, Some((Decimal::of(100.0, 0), self.days)));
        let part = large.map(title).unwrap_or_default();
        if part.len() > self.figure.title.len() {
            part
        } else {
            self.figure.title.clone()
        }
    }
}

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
    pub fn shown(self, all: usize) -> usize {
        match self {
            Span::Month => all.min(31),
            Span::Quarter => all.min(92),
            Span::All => all,
        }
    }
}

/// Draws items over the diary up to the last day of a study of it, opening on a span: the first large, with the phases, the
/// doses and what else happened, the others as small plots beneath. It is drawn as closely as so many days as are in `sight` have room
/// for, which are those of the span until the reader sees more of them or fewer.
///
/// A day without an answer is a gap, never a point and never a bridge. A late day is hollow, an imported one a ring with a dot. The line
/// is the running mean of [`running_mean`](crate::trial::running_mean). Words and the room for them grow with the text,
/// and marks are the smaller and the paler, the less room a day has.
pub fn timeline(
    diary: &Diary,
    study: &Study<'_>,
    items: &[ItemId],
    span: Span,
    sight: Option<usize>,
    palette: &Palette,
    room: Room,
) -> Timeline {
    let text = room.text;
    let as_of = study.as_of();
    let first = diary.begins().unwrap_or(as_of).min(as_of);
    // What was taken before is drawn from the first day on.
    let spans = diary.treatment.spans(as_of).into_iter().filter(|span| first <= span.to);
    let spans: Vec<PhaseSpan<'_>> = spans
        .map(|span| PhaseSpan {
            from: span.from.max(first),
            ..span
        })
        .collect();
    let days = Days::of(diary, first, as_of);
    let opened = span.shown(days.len());
    let shown = sight.unwrap_or(opened);
    let density = Density::of(shown);
    let rows = rows::rows(diary, &days);
    let layout = Layout::of(&days, diary, rows.len(), items, text);

    let phases = study.phases();
    let mut drawing = Drawing::default();
    let plot_width = room.width.saturating_sub(layout.margins.0 + layout.margins.1);
    let day = f64::from(plot_width) * share(1, shown);
    bands::phases(&mut drawing, &spans, shown, (day, layout.margins.1), palette, text);
    bands::compared(&mut drawing, study, items.first(), layout.compared, palette);
    for (place, item) in items.iter().enumerate() {
        let grid = if place == 0 { 0 } else { layout.small() + place - 1 };
        if grid > 0 {
            bands::grounds(&mut drawing, &spans, grid, palette);
        }
        let plot = ratings::Plot { grid, density, day };
        ratings::item(&mut drawing, &days, &spans, item, plot, palette);
    }
    let doses = layout
        .doses
        .map(|grid| bands::doses(&mut drawing, diary, &days, grid, density, palette));
    if let Some(grid) = layout.rows {
        rows::draw(&mut drawing, &rows, grid, (first, density), palette, text);
    }
    let window = (100.0 * (1.0 - share(opened, days.len())), 100.0);
    Timeline {
        figure: Figure {
            title: words::title(items, &phases, &diary.settings),
            summary: words::summary(items, &days, &phases, &diary.settings, density),
            option: layout.option(diary, window, palette, drawing.series),
            table: words::table(items, &days, &spans, &diary.settings),
        },
        first,
        days: days.len(),
        height: layout.height,
        margins: layout.margins,
        window,
        density,
        panels: layout.panels,
        doses: doses.unwrap_or_default(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of days")]
pub(super) fn share(part: usize, all: usize) -> f64 {
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

/// Series whose points answer nothing: the page answers a tap itself.
fn silent(z: i32) -> Value {
    json!({ "silent": true, "z": z, "animation": false, "emphasis": { "disabled": true } })
}
