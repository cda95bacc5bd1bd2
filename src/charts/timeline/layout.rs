//! Where each part of the chart stands, and its axes.

use charming::component::{Axis, DataZoom, DataZoomType, FilterMode, Grid};
use charming::element::{AxisLabel, AxisTick, AxisType, LineStyle, SplitLine};
use serde_json::Value;

use super::days::Days;
use super::text::TextScale;
use super::time::{DAY, midnight};
use crate::charts::figure::written;
use crate::charts::palette::Palette;
use crate::diary::{Diary, ItemId};
use crate::json::json;
use crate::words::names;

/// The room for words beside the drawing, above it, between its parts and below, in CSS pixels at the usual text size.
const LEFT: u32 = 34;
/// Of this, [`EDGE`] goes off again: a long name over a short last phase reaches into the margin, and further the larger
/// it is.
const RIGHT: u32 = 28;
const EDGE: u32 = 16;
const TOP: u32 = 44;
const RATINGS: u32 = 220;
/// The bars of the compared days have a place of their own, so that they cover no low rating.
const COMPARED: u32 = 8;
const BAR: (u32, u32) = (2, 6);
const GAP: u32 = 18;
const DOSES: u32 = 36;
/// The height of one row of marks.
pub(super) const ROW: u32 = 32;
/// A small plot: the room for its name, and its height.
const HEAD: u32 = 22;
const SMALL: u32 = 40;
const FOOT: u32 = 28;
const BETWEEN: u32 = 8;
/// Days up to which none of them may be the first of its month, so that each is named with it.
const FEW_DAYS: i64 = 10;

/// Where an item's plot stands, in CSS pixels from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// What is drawn in it.
    pub item: ItemId,
    /// What that is called.
    pub name: String,
    /// The room for words above it.
    pub words: u32,
    /// Its upper edge, where 100 is.
    pub top: u32,
    /// How high it is.
    pub height: u32,
    /// Where it ends with what belongs to it; of the large one, over the names of the days.
    pub foot: u32,
}

/// The parts from top to bottom. The numbers are those of ECharts' grids.
pub(super) struct Layout {
    pub(super) doses: Option<usize>,
    pub(super) rows: Option<usize>,
    /// The plots of the items; the first is the large one, the others stand at the end.
    pub(super) panels: Vec<Panel>,
    /// Top and foot of the bars of the compared days, in CSS pixels from the top.
    pub(super) compared: (u32, u32),
    pub(super) height: u32,
    pub(super) margins: (u32, u32),
    text: TextScale,
    row_count: u32,
    ends: (i64, i64),
}

impl Layout {
    /// The grid of the first small plot.
    pub(super) fn small(&self) -> usize {
        1 + usize::from(self.doses.is_some()) + usize::from(self.rows.is_some())
    }

    pub(super) fn of(days: &Days<'_>, diary: &Diary, rows: usize, items: &[ItemId], text: TextScale) -> Self {
        let has_doses = !diary.treatment.dose_steps().is_empty();
        let row_count = u32::try_from(rows).unwrap_or(0);
        let doses = has_doses.then_some(1);
        let rows = (rows > 0).then_some(1 + usize::from(has_doses));
        let dose_height = if has_doses { text.room(GAP) + DOSES } else { 0 };
        let row_height = if row_count > 0 {
            text.room(GAP) + text.room(ROW) * row_count
        } else {
            0
        };
        let foot = text.room(TOP) + RATINGS;
        let lanes = foot + COMPARED + dose_height + row_height;
        let mut height = lanes + text.room(FOOT);
        let mut panels = Vec::new();
        for item in items {
            let is_large = panels.is_empty();
            let words = text.room(if is_large { TOP } else { HEAD });
            let top = words + if is_large { 0 } else { height };
            let plot = if is_large { RATINGS } else { SMALL };
            if !is_large {
                height = top + plot + BETWEEN;
            }
            panels.push(Panel {
                item: item.clone(),
                name: names::any_item(item, &diary.settings),
                words,
                top,
                height: plot,
                foot: if is_large { lanes } else { top + plot },
            });
        }
        let first = days.first().map_or(0, midnight);
        let last = days.last().map_or(0, midnight) + DAY;
        Layout {
            doses,
            rows,
            compared: (foot + BAR.0, foot + BAR.1),
            height,
            panels,
            margins: (text.room(LEFT), text.room(RIGHT).saturating_sub(EDGE)),
            text,
            row_count,
            ends: (first, last),
        }
    }

    /// What ECharts is given: the axes of all parts, of which only the lowest names its days, and the series on them.
    pub(super) fn option(&self, diary: &Diary, window: (f64, f64), palette: &Palette, series: Vec<Value>) -> Value {
        let bare = json!({ "axisLine": { "show": false } });
        let mut top = self.text.room(TOP);
        let gap = self.text.room(GAP);
        let grid = |top, height| grid(self.margins, top, height);
        let mut grids = vec![grid(top, RATINGS)];
        let mut scales = vec![written(&scale(palette, self.text), &bare)];
        top += RATINGS + COMPARED;
        if let Some(place) = self.doses {
            grids.push(grid(top + gap, DOSES));
            scales.push(written(&dose_axis(place, diary), &json!({})));
            top += gap + DOSES;
        }
        if let Some(place) = self.rows {
            grids.push(grid(top + gap, self.text.room(ROW) * self.row_count));
            scales.push(written(&row_axis(place, self.row_count), &bare));
        }
        // The days are named under the large plot and what belongs to it.
        let last = grids.len() - 1;
        for panel in self.panels.iter().skip(1) {
            let place = grids.len();
            grids.push(grid(panel.top, panel.height));
            // The same scale without its numbers.
            let mut scale = scales[0].clone();
            scale["gridIndex"] = json!(place);
            for part in ["axisLabel", "axisTick"] {
                scale[part] = json!({ "show": false });
            }
            scales.push(scale);
        }
        let times: Vec<Value> = (0..grids.len())
            .map(|place| self.time(place, place == last, palette))
            .collect();
        json!({
            "animation": false,
            "backgroundColor": "transparent",
            "useUTC": true,
            "textStyle": { "fontFamily": FONT },
            "grid": grids,
            "xAxis": times,
            "yAxis": scales,
            "dataZoom": [zoom(times.len(), window)],
            "series": series,
        })
    }

    fn time(&self, place: usize, named: bool, palette: &Palette) -> Value {
        // Neighbours keep their distance: of two that would touch, one is left out.
        // The end of the last day is the beginning of one that is not in sight.
        let mut label = json!({ "hideOverlap": true, "padding": [0, 4], "showMaxLabel": false });
        if self.ends.1 - self.ends.0 <= FEW_DAYS * DAY {
            label["formatter"] = json!("{d} {MMM}");
        }
        if place == 0 {
            // Right under the ratings the bars of the compared days come first.
            label["margin"] = json!(8 + COMPARED);
        }
        let axis = Axis::new()
            .type_(AxisType::Time)
            .grid_index(number(place))
            .min(self.ends.0)
            .max(self.ends.1)
            .min_interval(86_400_000.0)
            .axis_label(
                AxisLabel::new()
                    .show(named)
                    .color(palette.ink_soft)
                    .font_size(self.text.letters(12.0)),
            )
            .axis_tick(AxisTick::new().show(named && place > 0))
            .split_line(SplitLine::new().show(false));
        let beyond = json!({
            "axisLine": { "onZero": false, "lineStyle": { "color": palette.band_line } },
            "axisLabel": label,
        });
        written(&axis, &beyond)
    }
}

/// Moving in time, of all parts together.
fn zoom(parts: usize, window: (f64, f64)) -> Value {
    let zoom = DataZoom::new()
        .type_(DataZoomType::Inside)
        .filter_mode(FilterMode::Filter)
        .start(window.0)
        .end(window.1);
    let beyond = json!({
        "xAxisIndex": (0..parts).collect::<Vec<_>>(),
        // The page scrolls under a finger and under a wheel; the chart takes what goes sideways. How few days may be in sight is
        // kept by the page: at a limit of its own ECharts moves on with each step.
        "preventDefaultMouseMove": false,
        "zoomOnMouseWheel": "ctrl",
        "moveOnMouseWheel": "shift",
        "throttle": 50,
    });
    written(&zoom, &beyond)
}

const FONT: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";

/// The place of a grid, as charming wants it.
#[expect(clippy::cast_precision_loss, reason = "one of a few")]
pub(super) fn number(place: usize) -> f64 {
    place as f64
}

fn grid((left, right): (u32, u32), top: u32, height: u32) -> Value {
    let pixels = |length: u32| i64::from(length);
    let grid = Grid::new()
        .left(pixels(left))
        .right(pixels(right))
        .top(pixels(top))
        .height(pixels(height));
    // All parts are as wide as each other: ECharts would make room for the names of the days beside those alone that have them.
    written(&grid, &json!({ "outerBoundsMode": "none" }))
}

fn scale(palette: &Palette, text: TextScale) -> Axis {
    Axis::new()
        .type_(AxisType::Value)
        .min(0)
        .max(100)
        .interval(50.0)
        .axis_label(AxisLabel::new().color(palette.ink_soft).font_size(text.letters(12.0)))
        .split_line(SplitLine::new().line_style(LineStyle::new().color(palette.hairline)))
}

/// From nothing to the largest planned dose, so that each step stands to scale.
fn dose_axis(place: usize, diary: &Diary) -> Axis {
    let doses = diary.treatment.dose_steps().iter().map(|step| step.dose.micrograms());
    let largest = i64::try_from(doses.max().unwrap_or(1).max(1)).unwrap_or(i64::MAX);
    Axis::new()
        .type_(AxisType::Value)
        .grid_index(number(place))
        .min(0)
        .max(largest)
        .axis_label(AxisLabel::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .split_line(SplitLine::new().show(false))
}

/// One unit for each row, from the top down; the rows name themselves.
fn row_axis(place: usize, rows: u32) -> Axis {
    Axis::new()
        .type_(AxisType::Value)
        .grid_index(number(place))
        .inverse(true)
        .min(0)
        .max(i64::from(rows))
        .axis_label(AxisLabel::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .split_line(SplitLine::new().show(false))
}
