//! The week: the mean of each weekday in the baseline and in a phase.

use crate::charts::diagram::{Anchor, Diagram, Look};
use crate::charts::figure::Table;
use crate::diary::PhaseKind;
use crate::trial::WeekdayMean;
use crate::words::{dates, drawings as words, names};

use super::{Small, decimal, none, whole};

/// The height of the scale from 0 to 100, in em.
const HIGH: f64 = 8.0;
/// The place of 100 and of the first weekday.
const TOP: f64 = 0.8;
const LEFT: f64 = 14.0;

/// A week in the order in which the reader's region counts its days.
fn in_order(week: &[WeekdayMean; 7]) -> [WeekdayMean; 7] {
    let first = dates::locale().first_weekday as usize;
    [0, 1, 2, 3, 4, 5, 6].map(|place| week[(first + place) % 7])
}

/// Draws the week of a phase, `days` long, beside that of the baseline; both are given from Monday on.
pub fn weekdays(
    item: &str,
    phase: &PhaseKind,
    days: usize,
    before: &[WeekdayMean; 7],
    after: &[WeekdayMean; 7],
) -> Small {
    let during = &names::during(phase);
    let (before, after) = (&in_order(before), &in_order(after));
    let mut diagram = Diagram::new(TOP + HIGH + 4.0);
    let y = |mean: f64| TOP + HIGH * (1.0 - mean / 100.0);
    for number in [0.0, 50.0, 100.0] {
        diagram.across((9.0, 100.0), y(number), Look::Axis);
        // From the edge on: three digits are never cut, however narrow the diagram.
        let said = whole(number).to_string();
        diagram.text(0.0, y(number) + 0.35, Anchor::Start, said, Look::Words);
    }
    for (place, (before, after)) in before.iter().zip(after).enumerate() {
        let x = column(place);
        let day = dates::weekday_short(after.weekday);
        diagram.text(x, y(0.0) + 1.5, Anchor::Middle, day, Look::Words);
        for (mean, look) in [(before.mean, Look::Before), (after.mean, Look::Now)] {
            if let Some(mean) = mean {
                diagram.dot(x, y(mean), 0.42, look);
            }
        }
    }
    let foot = TOP + HIGH + 3.2;
    for (x, name, look) in [(8.0, names::before_at_first(), Look::Before), (52.0, during, Look::Now)] {
        diagram.dot(x + 1.5, foot - 0.35, 0.42, look);
        diagram.text(x + 5.0, foot, Anchor::Start, name, Look::Words);
    }
    Small {
        title: title(item, during, days, after),
        summary: words::weekdays_summary(names::before(), during),
        diagram,
        table: table(during, before, after),
    }
}

#[expect(clippy::cast_precision_loss, reason = "one of seven")]
fn column(place: usize) -> f64 {
    LEFT + 13.5 * place as f64
}

/// "Pain by weekday, all 84 days: on LDN from 39 (Sunday) to 47 (Tuesday)".
fn title(item: &str, during: &str, days: usize, week: &[WeekdayMean; 7]) -> String {
    let known = || week.iter().filter_map(|day| Some((day.mean?, day.weekday)));
    let least = known().min_by(|one, other| one.0.total_cmp(&other.0));
    let most = known().max_by(|one, other| one.0.total_cmp(&other.0));
    match (least, most) {
        (Some((low, low_day)), Some((high, high_day))) if low_day != high_day => {
            let [low_day, high_day] = [low_day, high_day].map(dates::weekday_short);
            words::weekdays_title_range(days, item, during, whole(low), &low_day, whole(high), &high_day)
        }
        _ => words::weekdays_title(days, item),
    }
}

fn table(during: &str, before: &[WeekdayMean; 7], after: &[WeekdayMean; 7]) -> Table {
    let mean = |day: &WeekdayMean| day.mean.map_or_else(none, decimal);
    let row = |(before, after): (&WeekdayMean, &WeekdayMean)| {
        vec![
            dates::weekday_short(after.weekday),
            mean(before),
            before.n.to_string(),
            mean(after),
            after.n.to_string(),
        ]
    };
    Table {
        columns: [
            words::weekday(),
            names::before_at_first(),
            words::days(),
            during,
            words::days(),
        ]
        .map(String::from)
        .to_vec(),
        rows: before.iter().zip(after).map(row).collect(),
    }
}
