//! Rows of marks under the ratings: days with a side effect, with extra pain medicine, with something else that happened.

use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{Label, LabelPosition, LineStyle, MarkLine, MarkLineData, MarkLineVariant, Symbol};
use charming::series::Line;
use chrono::{NaiveDate, TimeDelta};

use super::days::{Answered, Days};
use super::layout::{ROW, number};
use super::time::{DAY, Density, midnight};
use super::{Drawing, TextScale, silent};
use crate::charts::palette::Palette;
use crate::diary::{Diary, OwnId, SideEffectId, SortedSet};
use crate::json::json;
use crate::words::{charts as words, names};

/// One row: its name and the days with a mark, each with how much of a whole mark it has.
pub(super) struct Row {
    pub(super) name: String,
    days: Vec<(NaiveDate, f64)>,
    shape: Shape,
}

#[derive(Clone, Copy)]
enum Shape {
    SideEffect,
    Medicine,
    /// As high as the day has of the most of a day.
    Count,
    Tag,
}

/// The rows that have a mark, and those of the side effects that are asked about.
pub(super) fn rows(diary: &Diary, days: &Days<'_>) -> Vec<Row> {
    let settings = &diary.settings;
    let with = |holds: &dyn Fn(&Answered<'_>) -> bool| -> Vec<(NaiveDate, f64)> {
        days.iter()
            .filter(|(_, answered)| answered.as_ref().is_some_and(holds))
            .map(|(date, _)| (date, 1.0))
            .collect()
    };
    let effect = |id: &SideEffectId| Row {
        name: names::any_side_effect(id, settings),
        days: with(&|one| one.day.answers().side_effects.get(id) == Some(&true)),
        shape: Shape::SideEffect,
    };
    let effects: SortedSet<&SideEffectId> = days
        .iter()
        .filter_map(|(_, answered)| answered)
        .flat_map(|one| one.day.answers().side_effects.keys())
        .collect();
    let medicines: SortedSet<&OwnId> = days
        .iter()
        .filter_map(|(_, answered)| answered)
        .flat_map(|one| one.day.answers().medicines.keys())
        .collect();
    let medicine = |id: &OwnId| {
        let count = |one: &Answered<'_>| one.day.answers().medicines.get(id).map_or(0, |count| count.get());
        let counts = days
            .iter()
            .filter_map(|(date, answered)| Some((date, count(&answered?))));
        let counts: Vec<(NaiveDate, u8)> = counts.filter(|(_, count)| *count > 0).collect();
        let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let name = settings.medicine(id).map(names::medicine_with_unit);
        let name = name.unwrap_or_else(|| names::any_medicine(id, settings));
        let part = |(date, count): (NaiveDate, u8)| (date, f64::from(count) / f64::from(most));
        Row {
            name: if most > 1 { words::up_to(&name, most) } else { name },
            days: counts.into_iter().map(part).collect(),
            shape: Shape::Count,
        }
    };
    let others = [
        Row {
            name: names::extra_pain_medicine().to_owned(),
            days: with(&|one| one.day.answers().rescue_medicine == Some(true)),
            shape: Shape::Medicine,
        },
        Row {
            name: names::walking_support().to_owned(),
            days: with(&|one| one.day.answers().walking_support == Some(true)),
            shape: Shape::Medicine,
        },
        Row {
            name: words::happened().to_owned(),
            days: with(&|one| !one.day.answers().tags.is_empty()),
            shape: Shape::Tag,
        },
    ];
    let others = others.into_iter().filter(|row| !row.days.is_empty());
    effects
        .into_iter()
        .map(effect)
        .chain(medicines.into_iter().map(medicine))
        .chain(others)
        .collect()
}

/// Each row is one line, broken between its marks: thousands of days are as light as ten.
pub(super) fn draw(
    drawing: &mut Drawing,
    rows: &[Row],
    grid: usize,
    (first, density): (NaiveDate, Density),
    palette: &Palette,
    text: TextScale,
) {
    for (place, row) in rows.iter().enumerate() {
        let top = number(place);
        let width = match density {
            Density::EveryDay => row.shape.stroke(),
            Density::Means | Density::Weeks => STROKE,
        };
        let line = Line::new()
            .name(row.name.clone())
            .x_axis_index(number(grid))
            .y_axis_index(number(grid))
            .data(row.marks(top + MARKS, first, density))
            .connect_nulls(false)
            .show_symbol(false)
            .line_style(LineStyle::new().color(palette.ink).width(width))
            .mark_line(name(row, top, palette, text));
        let mut beyond = silent(3);
        beyond["lineStyle"] = json!({ "cap": "butt" });
        beyond["markLine"] = json!({ "silent": true, "animation": false, "label": { "distance": [5, 0] } });
        drawing.line(&line, &beyond);
    }
}

impl Row {
    /// Where days stand one by one, a mark lies from morning to evening. Where there are too many, it stands upright: ECharts
    /// draws no stretch under 0.7 pixels, and on a phone a day of a year is one. Where there are years, there is one mark a
    /// week, as high as the week has such days.
    ///
    /// All hang from the same height, `top`, right under their name.
    fn marks(&self, top: f64, first: NaiveDate, density: Density) -> Vec<DataPoint> {
        let share = |pixels: f64| pixels / f64::from(ROW);
        match density {
            Density::EveryDay if matches!(self.shape, Shape::Count) => self.upright_marks(top),
            Density::EveryDay => {
                let middle = top + share(self.shape.height()) / 2.0;
                self.days.iter().flat_map(|(date, _)| lying(*date, middle)).collect()
            }
            Density::Means => self.upright_marks(top),
            Density::Weeks => {
                let whole = Shape::SideEffect.height();
                let weeks = self.days.chunk_by(|a, b| week(first, a.0) == week(first, b.0));
                let mark = |days: &[(NaiveDate, f64)]| {
                    let days_of_marks: f64 = days.iter().map(|(_, part)| part).sum();
                    let middle = first + TimeDelta::days(7 * week(first, days.first()?.0) + 3);
                    let height = share((whole * days_of_marks / 7.0).max(LOWEST));
                    Some(upright(middle, top + share(whole), height))
                };
                weeks.filter_map(mark).flatten().collect()
            }
        }
    }

    /// One mark a day, upright.
    fn upright_marks(&self, top: f64) -> Vec<DataPoint> {
        let whole = self.shape.height();
        let share = |pixels: f64| pixels / f64::from(ROW);
        let mark = |(date, part): &(NaiveDate, f64)| {
            let height = share((whole * part).max(LOWEST));
            upright(*date, top + share(whole), height)
        };
        self.days.iter().flat_map(mark).collect()
    }
}

/// The week of the diary in which a day lies, from 0.
fn week(first: NaiveDate, date: NaiveDate) -> i64 {
    (date - first).num_days().div_euclid(7)
}

/// Where the marks of a row begin and the foot of its name stands, as shares of its height: a name is nearer to its own marks
/// than to those of the row above.
const MARKS: f64 = 0.54;
const NAME: f64 = 0.5;

impl Shape {
    /// The height of a mark in CSS pixels: rows differ without a colour.
    fn height(self) -> f64 {
        match self {
            Shape::SideEffect | Shape::Count => 11.0,
            Shape::Medicine => 6.0,
            Shape::Tag => 3.0,
        }
    }
}

impl Shape {
    /// How wide the line of a mark is where days stand one by one: a mark that lies is as high as that.
    fn stroke(self) -> f64 {
        match self {
            Shape::Count => 3.0,
            other => other.height(),
        }
    }
}

/// How wide an upright mark is, and how high at least, in CSS pixels.
const STROKE: f64 = 1.0;
const LOWEST: f64 = 1.5;

/// A day from its morning to its evening, then a break.
fn lying(date: NaiveDate, y: f64) -> [DataPoint; 3] {
    const EDGE: i64 = 3 * 3_600_000;
    let begin = midnight(date);
    let (from, to) = (begin + EDGE, begin + DAY - EDGE);
    [point(from, Some(y)), point(to, Some(y)), point(to, None)]
}

/// The noon of a day from `foot` up, in shares of a row, then a break.
fn upright(date: NaiveDate, foot: f64, height: f64) -> [DataPoint; 3] {
    let noon = midnight(date) + DAY / 2;
    [
        point(noon, Some(foot)),
        point(noon, Some(foot - height)),
        point(noon, None),
    ]
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
