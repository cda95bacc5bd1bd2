//! What lies behind the ratings and under them: the phases, the days that are compared, the doses.

use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{
    AreaStyle, Label, LabelAlign, LineStyle, LineStyleType, MarkLine, MarkLineData, MarkLineVariant, Step, Symbol,
};
use charming::series::Line;
use serde_json::Value;

use super::days::Days;
use super::layout::number;
use super::time::{DAY, Density, end, midnight};
use super::{Drawing, Plateau, TextScale, silent};
use crate::charts::palette::Palette;
use crate::diary::{Diary, Dose, ItemId, PhaseKind, PhaseSpan};
use crate::json::json;
use crate::trial::{Study, Window};
use crate::words::names;

/// A phase narrower than this share of the shown days has no room for its name, unless there are only a few.
const NAMED_FROM: f64 = 0.06;
const FEW: usize = 6;
/// How wide a letter of 12 pixels is at most, on the whole.
const LETTER: f64 = 7.5;

/// The ground of each phase, with its name at its beginning. Neighbouring names stand on two levels, because a short
/// phase is narrower than its name.
///
/// That of the last phase ends where the drawing does: `room` is how wide a day is, and the margin beside the last one.
pub(super) fn phases(
    drawing: &mut Drawing,
    spans: &[PhaseSpan<'_>],
    shown: usize,
    room: (f64, u32),
    palette: &Palette,
    text: TextScale,
) {
    let areas: Vec<Value> = spans.iter().map(|span| ground(span, palette)).collect();
    let uprights = spans.iter().map(|span| {
        #[expect(clippy::cast_precision_loss, reason = "a count of days")]
        let days = span.days() as f64;
        let wide = days / number(shown.max(1)) >= NAMED_FROM;
        let is_last = span.index + 1 == spans.len();
        let room = is_last.then(|| f64::from(room.1) + room.0 * days);
        upright(span, wide || spans.len() <= FEW, room, palette, text)
    });
    let line = Line::new().name("phases").mark_line(
        MarkLine::new()
            .symbol(vec![Symbol::None, Symbol::None])
            .line_style(
                LineStyle::new()
                    .color(palette.band_line)
                    .width(1.0)
                    .type_(LineStyleType::Solid),
            )
            .data(uprights.collect::<Vec<_>>()),
    );
    let mut beyond = silent(1);
    beyond["markArea"] = json!({ "silent": true, "animation": false, "data": areas });
    beyond["markLine"] = json!({ "silent": true, "animation": false });
    drawing.line(&line, &beyond);
}

/// The same grounds behind a small plot, without names.
pub(super) fn grounds(drawing: &mut Drawing, spans: &[PhaseSpan<'_>], grid: usize, palette: &Palette) {
    let areas: Vec<Value> = spans.iter().map(|span| ground(span, palette)).collect();
    let line = Line::new()
        .name("grounds")
        .x_axis_index(number(grid))
        .y_axis_index(number(grid));
    let mut beyond = silent(1);
    beyond["markArea"] = json!({ "silent": true, "animation": false, "data": areas });
    drawing.line(&line, &beyond);
}

fn ground(span: &PhaseSpan<'_>, palette: &Palette) -> Value {
    let colour = match span.phase.kind {
        PhaseKind::Placebo => hatching(RISING, palette),
        PhaseKind::Comparator(_) => hatching(FALLING, palette),
        ref kind => json!(palette.band(kind).unwrap_or("transparent")),
    };
    json!([
        { "name": names::phase(&span.phase.kind), "xAxis": midnight(span.from), "itemStyle": { "color": colour }, "label": { "show": false } },
        { "xAxis": end(span) },
    ])
}

/// The beginning of a phase, with its name, which has `room` up to the end of the drawing; where it needs more, it begins before.
fn upright(
    span: &PhaseSpan<'_>,
    named: bool,
    room: Option<f64>,
    palette: &Palette,
    text: TextScale,
) -> MarkLineVariant {
    let name = &*names::in_drawing(&names::phase(&span.phase.kind));
    let lift = if span.index.is_multiple_of(2) {
        text.letters(16.0)
    } else {
        0.0
    };
    let before = room.map_or(0.0, |room| {
        (text.letters(LETTER) * number(name.chars().count()) - room).max(0.0)
    });
    let label = Label::new()
        .show(named)
        .formatter(name)
        .align(LabelAlign::Left)
        .color(palette.ink_soft)
        .font_size(text.letters(12.0))
        .padding((0.0, 0.0, lift, -before));
    MarkLineVariant::Simple(MarkLineData::new().name(name).x_axis(midnight(span.from)).label(label))
}

/// The days that a comparison counts, as bars between two heights below the ratings of the large item; and the days from which an answer stands, as upright lines.
pub(super) fn compared(
    drawing: &mut Drawing,
    study: &Study<'_>,
    item: Option<&ItemId>,
    (top, foot): (u32, u32),
    palette: &Palette,
) {
    let windows = item.map(|item| study.windows(item));
    let bar = |window: Window| {
        json!([
            { "xAxis": midnight(window.from), "y": top, "itemStyle": { "color": palette.ink_soft, "opacity": 0.55 } },
            { "xAxis": midnight(window.to) + DAY, "y": foot },
        ])
    };
    let bars: Vec<Value> = windows.unwrap_or_default().into_iter().map(bar).collect();
    let finals = study.final_days().into_iter();
    let finals = finals.map(|day| MarkLineVariant::Simple(MarkLineData::new().x_axis(midnight(day) + DAY)));
    let line = Line::new().name("compared").mark_line(
        MarkLine::new()
            .symbol(vec![Symbol::None, Symbol::None])
            .label(Label::new().show(false))
            .line_style(
                LineStyle::new()
                    .color(palette.ink_soft)
                    .width(1.5)
                    .type_(LineStyleType::Dotted),
            )
            .data(finals.collect::<Vec<_>>()),
    );
    let mut beyond = silent(2);
    beyond["markArea"] = json!({ "silent": true, "animation": false, "data": bars });
    beyond["markLine"] = json!({ "silent": true, "animation": false });
    drawing.line(&line, &beyond);
}

/// The planned dose as steps from nothing; outside LDN phases none is planned.
///
/// A plateau has a point on every day (each week, in years of days), not at its ends alone: of a part of the chart only
/// the points inside are drawn, and the dose in force must not go with the step that began before.
pub(super) fn doses(
    drawing: &mut Drawing,
    diary: &Diary,
    days: &Days<'_>,
    grid: usize,
    density: Density,
    palette: &Palette,
) -> Vec<Plateau> {
    let every = if density == Density::Weeks { 7 } else { 1 };
    let mut points: Vec<(i64, i64)> = Vec::new();
    let mut plateaus: Vec<Plateau> = Vec::new();
    for (place, (date, _)) in days.iter().enumerate() {
        let planned = diary.treatment.planned_dose(date).filter(|dose| !dose.is_none());
        if let Some(dose) = planned {
            match plateaus.last_mut() {
                Some(last) if last.dose == dose && last.to == place => last.to += 1,
                _ => plateaus.push(Plateau {
                    from: place,
                    to: place + 1,
                    dose,
                }),
            }
        }
        let dose = planned.map_or(0, Dose::micrograms);
        let dose = i64::try_from(dose).unwrap_or(i64::MAX);
        if place % every == 0 || points.last().is_none_or(|last| last.1 != dose) {
            points.push((midnight(date), dose));
        }
    }
    if let (Some(&(_, dose)), Some(last)) = (points.last(), days.last()) {
        points.push((midnight(last) + DAY, dose));
    }
    let point = |(at, dose): (i64, i64)| DataPoint::from(CompositeValue::from(vec![at, dose]));
    let line = Line::new()
        .name("dose")
        .x_axis_index(number(grid))
        .y_axis_index(number(grid))
        .data(points.into_iter().map(point).collect::<Vec<_>>())
        .step(Step::End)
        .show_symbol(false)
        .line_style(LineStyle::new().color(palette.ink).width(1.5))
        .area_style(AreaStyle::new().color(palette.band_ldn));
    drawing.line(&line, &silent(3));
    plateaus
}

/// Lines in a square of 8 that is repeated: of placebo, and of another medicine.
const RISING: &str = "M-2 10 10-2M-6 6 6-6M2 14 14 2";
const FALLING: &str = "M-2-2 10 10M2-6 14 6M-6 2 6 14";

/// A pattern of slanting lines, as an image that lies in the option itself.
fn hatching(lines: &str, palette: &Palette) -> Value {
    let diagram = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'><path d='{lines}' stroke='{}'/></svg>",
        palette.band_line
    );
    let address = diagram
        .replace('#', "%23")
        .replace('<', "%3C")
        .replace('>', "%3E")
        .replace(' ', "%20");
    json!({ "image": format!("data:image/svg+xml,{address}"), "repeat": "repeat", "imageWidth": 8, "imageHeight": 8 })
}
