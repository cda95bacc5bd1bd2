//! One item: a mark for each day, late ones hollow, and the running mean as a line.

use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{ItemStyle, LineStyle, LineStyleType, Symbol, SymbolSize};
use charming::series::{Line, Scatter};
use chrono::NaiveDate;

use super::days::Days;
use super::time::{Density, noon};
use super::{Drawing, silent};
use crate::charts::palette::Palette;
use crate::diary::{PhaseSpan, StandardItem};
use crate::json::json;
use crate::words::Decimal;

pub(super) fn item(
    drawing: &mut Drawing,
    days: &Days<'_>,
    spans: &[PhaseSpan<'_>],
    item: StandardItem,
    density: Density,
    palette: &Palette,
) {
    // The names of series are read by tests alone.
    let name = item.id();
    if density == Density::EveryDay {
        let ratings = days.ratings(item);
        let marks = |late: bool| {
            let wanted = ratings.iter().filter(move |day| day.2 == late);
            wanted.filter_map(|day| Some(point(day.0, Some(f64::from(day.1?)))))
        };
        let (timely, late): (Vec<_>, Vec<_>) = (marks(false).collect(), marks(true).collect());
        drawing.scatter(&mark(item, name.to_owned(), palette).data(timely), &faded(silent(3)));
        drawing.scatter(
            &mark(item, format!("{name}-late"), palette)
                .item_style(
                    ItemStyle::new()
                        .color(palette.paper)
                        .border_color(palette.item(item))
                        .border_width(1.5),
                )
                .data(late),
            &silent(4),
        );
    }
    let means = days.means(item, spans).into_iter();
    let means = means.map(|(date, mean)| (date, mean.map(|mean| Decimal::of(mean, 1).value())));
    let means: Vec<DataPoint> = match density {
        Density::Weeks => means.step_by(7).map(|(date, mean)| point(date, mean)).collect(),
        _ => means.map(|(date, mean)| point(date, mean)).collect(),
    };
    let line = Line::new()
        .name(format!("{name}-mean"))
        .data(means)
        .connect_nulls(false)
        .show_symbol(false)
        .line_style(LineStyle::new().color(palette.item(item)).width(2.25).type_(dash(item)));
    drawing.line(&line, &silent(5));
}

/// Values with one decimal; a missing one is null.
fn point(date: NaiveDate, value: Option<f64>) -> DataPoint {
    let value = CompositeValue::OptionalNumber(value.map(Into::into));
    CompositeValue::Array(vec![noon(date).into(), value]).into()
}

fn mark(item: StandardItem, name: String, palette: &Palette) -> Scatter {
    let (symbol, size) = match item {
        StandardItem::Pain => (Symbol::Circle, 5.0),
        StandardItem::Fatigue => (Symbol::Rect, 4.5),
        StandardItem::SleepQuality => (Symbol::Triangle, 6.0),
        _ => (Symbol::Diamond, 6.0),
    };
    Scatter::new()
        .name(name)
        .symbol(symbol)
        .symbol_size(SymbolSize::Number(size))
        .item_style(ItemStyle::new().color(palette.item(item)))
}

/// Days step back behind their mean.
fn faded(mut beyond: serde_json::Value) -> serde_json::Value {
    beyond["itemStyle"] = json!({ "opacity": 0.55 });
    beyond
}

/// Lines differ without their colour too.
fn dash(item: StandardItem) -> LineStyleType {
    match item {
        StandardItem::Pain => LineStyleType::Solid,
        StandardItem::Fatigue => LineStyleType::Dashed,
        _ => LineStyleType::Dotted,
    }
}
