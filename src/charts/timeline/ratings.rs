//! One item: a mark for each day, late ones hollow, imported ones a ring with a dot, and the running mean as a line.

use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{ItemStyle, LineStyle, Symbol, SymbolSize};
use charming::series::{Line, Scatter};
use chrono::NaiveDate;

use super::days::Days;
use super::layout::number;
use super::time::{Density, noon};
use super::{Drawing, silent};
use crate::charts::palette::Palette;
use crate::diary::{Came, ItemId, PhaseSpan, StandardItem};
use crate::json::json;
use crate::words::Decimal;

/// How a plot is drawn.
#[derive(Clone, Copy)]
pub(super) struct Plot {
    /// Its grid: the first is the large one.
    pub(super) grid: usize,
    pub(super) density: Density,
    /// How wide a day is, in CSS pixels.
    pub(super) day: f64,
}

impl Plot {
    fn is_large(self) -> bool {
        self.grid == 0
    }

    /// How wide a mark is, beside the usual one: smaller, the closer the days lie.
    fn mark(self) -> f64 {
        let usual: f64 = if self.is_large() { 1.0 } else { 0.6 };
        usual * (0.5 + self.day / 12.0).min(1.0)
    }

    /// Days step back behind their mean, the further the more of them there are.
    fn opacity(self) -> f64 {
        (self.day / 10.0).clamp(0.3, 0.75)
    }
}

pub(super) fn item(
    drawing: &mut Drawing,
    days: &Days<'_>,
    spans: &[PhaseSpan<'_>],
    item: &ItemId,
    plot: Plot,
    palette: &Palette,
) {
    // The names of series are read by tests alone.
    let name = item.as_str();
    let density = plot.density;
    let place = number(plot.grid);
    let mark = |name: String| {
        mark(item, plot)
            .name(name)
            .x_axis_index(place)
            .y_axis_index(place)
            .item_style(ItemStyle::new().color(palette.item(item)))
    };
    if density == Density::EveryDay {
        let ratings = days.ratings(item);
        let marks = |came: Came| -> Vec<DataPoint> {
            let mut points = Vec::new();
            for day in ratings.iter().filter(|day| day.2 == Some(came)) {
                points.extend(day.1.map(|rating| point(day.0, Some(f64::from(rating)))));
            }
            points
        };
        let hollow = || {
            ItemStyle::new()
                .color(palette.paper)
                .border_color(palette.item(item))
                .border_width(if plot.is_large() { 1.5 } else { 1.0 })
        };
        drawing.scatter(&mark(name.to_owned()).data(marks(Came::OnTime)), &faded(plot.opacity()));
        drawing.scatter(
            &mark(format!("{name}-late"))
                .item_style(hollow())
                .data(marks(Came::Late)),
            &silent(4),
        );
        let imported = marks(Came::Imported);
        if !imported.is_empty() {
            drawing.scatter(
                &mark(format!("{name}-imported"))
                    .symbol_size(size_of_mark(item, plot, RING))
                    .item_style(hollow())
                    .data(imported.clone()),
                &silent(4),
            );
            drawing.scatter(
                &mark(format!("{name}-imported-dot"))
                    .symbol_size(size_of_mark(item, plot, RING / 3.0))
                    .data(imported),
                &silent(4),
            );
        }
    }
    let means = days.means(item, spans).into_iter();
    let means = means.map(|(date, mean)| (date, mean.map(|mean| Decimal::of(mean, 1).value())));
    let means: Vec<DataPoint> = match density {
        Density::Weeks => means.step_by(7).map(|(date, mean)| point(date, mean)).collect(),
        _ => means.map(|(date, mean)| point(date, mean)).collect(),
    };
    let line = Line::new()
        .name(format!("{name}-mean"))
        .x_axis_index(place)
        .y_axis_index(place)
        .data(means)
        .connect_nulls(false)
        .show_symbol(false)
        .line_style(
            LineStyle::new()
                .color(palette.item(item))
                .width(if plot.is_large() { 2.25 } else { 1.5 }),
        );
    drawing.line(&line, &silent(5));
}

/// Values with one decimal; a missing one is null.
fn point(date: NaiveDate, value: Option<f64>) -> DataPoint {
    let value = CompositeValue::OptionalNumber(value.map(Into::into));
    CompositeValue::Array(vec![noon(date).into(), value]).into()
}

/// How wide the ring of an imported day is beside another mark.
const RING: f64 = 1.5;

/// Items keep their mark everywhere.
fn mark(item: &ItemId, plot: Plot) -> Scatter {
    Scatter::new()
        .symbol(shape(item).0)
        .symbol_size(size_of_mark(item, plot, 1.0))
}

fn shape(item: &ItemId) -> (Symbol, f64) {
    match item {
        ItemId::Standard(StandardItem::Pain) => (Symbol::Circle, 5.0),
        ItemId::Standard(StandardItem::Fatigue) => (Symbol::Rect, 4.5),
        ItemId::Standard(StandardItem::SleepQuality) => (Symbol::Triangle, 6.0),
        _ => (Symbol::Diamond, 6.0),
    }
}

fn size_of_mark(item: &ItemId, plot: Plot, times: f64) -> SymbolSize {
    SymbolSize::Number(Decimal::of(shape(item).1 * plot.mark() * times, 1).value())
}

fn faded(opacity: f64) -> serde_json::Value {
    let mut beyond = silent(3);
    beyond["itemStyle"] = json!({ "opacity": Decimal::of(opacity, 2).value() });
    beyond
}
