//! The week: the mean of each weekday in the baseline and in a phase.

use crate::charts::figure::Table;
use crate::charts::picture::{Anchor, Look, Picture};
use crate::charts::words;
use crate::trial::WeekdayMean;

use super::{Small, decimal, whole};

/// The height of the scale from 0 to 100, in em.
const HIGH: f64 = 8.0;
/// The place of 100 and of the first weekday.
const TOP: f64 = 0.8;
const LEFT: f64 = 14.0;

/// Draws the week; `names` are those of the two stretches of days, of which the second is `days` long.
pub fn weekdays(
    item: &str,
    names: [&str; 2],
    days: usize,
    before: &[WeekdayMean; 7],
    after: &[WeekdayMean; 7],
) -> Small {
    let mut picture = Picture::new(TOP + HIGH + 4.0);
    let y = |mean: f64| TOP + HIGH * (1.0 - mean / 100.0);
    for number in [0.0, 50.0, 100.0] {
        picture.across((9.0, 100.0), y(number), Look::Axis);
        // From the edge on: three digits are never cut, however narrow the picture.
        picture.text(0.0, y(number) + 0.35, Anchor::Start, whole(number), Look::Words);
    }
    for (place, (before, after)) in before.iter().zip(after).enumerate() {
        let x = column(place);
        picture.text(x, y(0.0) + 1.5, Anchor::Middle, after.weekday.to_string(), Look::Words);
        for (mean, look) in [(before.mean, Look::Before), (after.mean, Look::Now)] {
            if let Some(mean) = mean {
                picture.dot(x, y(mean), 0.42, look);
            }
        }
    }
    let foot = TOP + HIGH + 3.2;
    for (x, name, look) in [(8.0, names[0], Look::Before), (52.0, names[1], Look::Now)] {
        picture.dot(x + 1.5, foot - 0.35, 0.42, look);
        picture.text(x + 5.0, foot, Anchor::Start, name, Look::Words);
    }
    Small {
        title: title(
            &format!("{item} by weekday, all {}", words::days(days)),
            names[1],
            after,
        ),
        summary: format!(
            "The mean of each weekday: hollow {}, filled {}. A few days each: small differences mean nothing.",
            names[0].to_lowercase(),
            names[1]
        ),
        picture,
        table: table(names, before, after),
    }
}

#[expect(clippy::cast_precision_loss, reason = "one of seven")]
fn column(place: usize) -> f64 {
    LEFT + 13.5 * place as f64
}

/// "Pain by weekday, all 84 days: on LDN from 39 (Sunday) to 47 (Tuesday)".
fn title(what: &str, name: &str, week: &[WeekdayMean; 7]) -> String {
    let known = || week.iter().filter_map(|day| Some((day.mean?, day.weekday)));
    let least = known().min_by(|one, other| one.0.total_cmp(&other.0));
    let most = known().max_by(|one, other| one.0.total_cmp(&other.0));
    match (least, most) {
        (Some((low, low_day)), Some((high, high_day))) if low_day != high_day => {
            format!(
                "{what}: {name} from {} ({low_day}) to {} ({high_day})",
                whole(low),
                whole(high)
            )
        }
        _ => what.to_owned(),
    }
}

fn table(names: [&str; 2], before: &[WeekdayMean; 7], after: &[WeekdayMean; 7]) -> Table {
    let mean = |day: &WeekdayMean| day.mean.map_or_else(|| "–".to_owned(), decimal);
    let row = |(before, after): (&WeekdayMean, &WeekdayMean)| {
        vec![
            after.weekday.to_string(),
            mean(before),
            before.n.to_string(),
            mean(after),
            after.n.to_string(),
        ]
    };
    Table {
        columns: vec![
            "Weekday".to_owned(),
            names[0].to_owned(),
            "Days".to_owned(),
            names[1].to_owned(),
            "Days".to_owned(),
        ],
        rows: before.iter().zip(after).map(row).collect(),
    }
}
