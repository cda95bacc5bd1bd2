//! Rows of marks under the ratings: days with a side effect, with extra pain medicine, with something else that happened.

use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{Label, LabelPosition, LineStyle, MarkLine, MarkLineData, MarkLineVariant, Symbol};
use charming::series::Line;
use chrono::NaiveDate;
use serde_json::json;

use super::days::{Answered, Days};
use super::layout::{ROW, number};
use super::{DAY, Density, Drawing, TextScale, midnight, silent};
use crate::charts::palette::Palette;
use crate::charts::words;
use crate::diary::{Diary, SideEffectId, SortedSet};

/// One row: its name and the days with a mark.
pub(super) struct Row {
    pub(super) name: String,
    days: Vec<NaiveDate>,
    shape: Shape,
}

#[derive(Clone, Copy)]
enum Shape {
    SideEffect,
    Medicine,
    Tag,
}

/// The rows that have a mark, and those of the side effects that are asked about.
pub(super) fn rows(diary: &Diary, days: &Days<'_>) -> Vec<Row> {
    let settings = &diary.settings;
    let with = |holds: &dyn Fn(&Answered<'_>) -> bool| -> Vec<NaiveDate> {
        days.iter()
            .filter(|(_, answered)| answered.as_ref().is_some_and(holds))
            .map(|(date, _)| date)
            .collect()
    };
    let effect = |id: &SideEffectId| Row {
        name: words::any_side_effect(id, settings),
        days: with(&|one| one.day.answers().side_effects.get(id) == Some(&true)),
        shape: Shape::SideEffect,
    };
    let effects: SortedSet<&SideEffectId> = days
        .iter()
        .filter_map(|(_, answered)| answered)
        .flat_map(|one| one.day.answers().side_effects.keys())
        .collect();
    let others = [
        Row {
            name: "Extra pain medicine".to_owned(),
            days: with(&|one| one.day.answers().rescue_medicine == Some(true)),
            shape: Shape::Medicine,
        },
        Row {
            name: "What else happened".to_owned(),
            days: with(&|one| !one.day.answers().tags.is_empty()),
            shape: Shape::Tag,
        },
    ];
    let others = others.into_iter().filter(|row| !row.days.is_empty());
    effects.into_iter().map(effect).chain(others).collect()
}

/// Each row is one line, broken between its marks: thousands of days are as light as ten.
///
/// Where days stand one by one, a mark lies from morning to evening. Where there are too many, it is a stroke upright at
/// noon: ECharts draws no stretch that is under 0.7 pixels long, and a day of years is, on a phone.
pub(super) fn draw(
    drawing: &mut Drawing,
    rows: &[Row],
    grid: usize,
    density: Density,
    palette: &Palette,
    text: TextScale,
) {
    for (place, row) in rows.iter().enumerate() {
        let top = number(place);
        let height = row.shape.height();
        let (mark, width): (&dyn Fn(NaiveDate) -> [DataPoint; 3], f64) = match density {
            Density::EveryDay => (&|date| lying(date, top + MARK), height),
            Density::Means | Density::Weeks => (&|date| upright(date, top + MARK, height / f64::from(ROW)), STROKE),
        };
        let line = Line::new()
            .name(row.name.clone())
            .x_axis_index(number(grid))
            .y_axis_index(number(grid))
            .data(row.days.iter().flat_map(|date| mark(*date)).collect::<Vec<_>>())
            .connect_nulls(false)
            .show_symbol(false)
            .line_style(LineStyle::new().color(palette.ink).width(width))
            .mark_line(name(row, top, palette, text));
        let mut beyond = silent(3);
        beyond["lineStyle"] = json!({ "cap": "butt" });
        beyond["markLine"] = json!({ "silent": true, "animation": false });
        drawing.line(&line, &beyond);
    }
}

/// Where the marks of a row and the foot of its name stand, as shares of its height.
const MARK: f64 = 0.74;
const NAME: f64 = 0.48;

impl Shape {
    /// The height of a mark in CSS pixels: rows differ without a colour.
    fn height(self) -> f64 {
        match self {
            Shape::SideEffect => 11.0,
            Shape::Medicine => 6.0,
            Shape::Tag => 3.0,
        }
    }
}

/// How wide an upright mark is, in CSS pixels.
const STROKE: f64 = 1.0;

/// A day from its morning to its evening, then a break.
fn lying(date: NaiveDate, y: f64) -> [DataPoint; 3] {
    const EDGE: i64 = 3 * 3_600_000;
    let begin = midnight(date);
    let (from, to) = (begin + EDGE, begin + DAY - EDGE);
    [point(from, Some(y)), point(to, Some(y)), point(to, None)]
}

/// The noon of a day, `height` of a row high about `y`, then a break.
fn upright(date: NaiveDate, y: f64, height: f64) -> [DataPoint; 3] {
    let noon = midnight(date) + DAY / 2;
    let (top, foot) = (y - height / 2.0, y + height / 2.0);
    [point(noon, Some(top)), point(noon, Some(foot)), point(noon, None)]
}

fn point(at: i64, y: Option<f64>) -> DataPoint {
    let y = CompositeValue::OptionalNumber(y.map(Into::into));
    DataPoint::from(CompositeValue::Array(vec![at.into(), y]))
}

/// The name of a row on an unseen line. A name of the patient's own is data: it is no template.
fn name(row: &Row, top: f64, palette: &Palette, text: TextScale) -> MarkLine {
    let label = Label::new()
        .show(true)
        .position(LabelPosition::InsideStartTop)
        .formatter("{b}")
        .color(palette.ink_soft)
        .font_size(text.letters(12.0))
        .padding((0.0, 0.0, 0.0, 0.0));
    MarkLine::new()
        .symbol(vec![Symbol::None, Symbol::None])
        .line_style(LineStyle::new().color("transparent"))
        .label(label)
        .data(vec![MarkLineVariant::Simple(
            MarkLineData::new().name(row.name.clone()).y_axis(top + NAME),
        )])
}
