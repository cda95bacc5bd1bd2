//! The chart in words, and as a table: day by day, or week by week where there are years of days.

use chrono::NaiveDate;

use super::days::Days;
use super::{Density, MOST_POINTS};
use crate::charts::figure::Table;
use crate::charts::small::{decimal, whole};
use crate::charts::words;
use crate::diary::{ItemId, PhaseKind, PhaseSpan, StandardItem};
use crate::trial::{PhaseSummary, side_by_side};

/// "Pain: mean 64 in baseline, 47 on LDN (all 84 days)", of the first item, the first baseline and the latest LDN phase;
/// of several LDN phases it says which.
pub(super) fn title(items: &[StandardItem], phases: &[PhaseSummary]) -> String {
    let Some(&item) = items.first() else {
        return "Nothing is switched on".to_owned();
    };
    let id = ItemId::from(item);
    let rated = |kind| {
        let phases = phases.iter().filter(move |phase| phase.kind == kind);
        phases.filter_map(|phase| phase.items.get(&id).map(|item| (phase, item.mean)))
    };
    let name = words::item(item);
    let several = rated(PhaseKind::Ldn).nth(1).is_some();
    match (rated(PhaseKind::Baseline).next(), rated(PhaseKind::Ldn).next_back()) {
        // The results compare the last 28 days; these are all.
        (Some((_, before)), Some((phase, on_ldn))) => {
            let which = if several {
                format!(" from {}", long(phase.from))
            } else {
                String::new()
            };
            let days = words::days(phase.days);
            let [before, on_ldn] = side_by_side(before, on_ldn);
            format!("{name}: mean {before} in baseline, {on_ldn} on LDN{which} (all {days})")
        }
        (Some((_, before)), None) => format!("{name}: mean {} in baseline", whole(before)),
        _ => format!("{name}, day by day"),
    }
}

pub(super) fn summary(items: &[StandardItem], days: &Days<'_>, phases: &[PhaseSummary], density: Density) -> String {
    let recorded = days.iter().filter_map(|(_, answered)| answered);
    let (answered, late) = recorded.fold((0, 0), |(all, late), one| (all + 1, late + usize::from(one.late)));
    let span = match (days.first(), days.last()) {
        (Some(first), Some(last)) if first != last => format!("{} to {}", long(first), long(last)),
        (Some(only), _) => long(only),
        _ => "no day yet".into(),
    };
    let late = match late {
        0 => String::new(),
        late => format!(", {late} of them late"),
    };
    let drawn = match density {
        Density::EveryDay => "",
        Density::Means => " Drawn is the 7-day mean; choose a quarter to see single days.",
        Density::Weeks => {
            " Drawn is the 7-day mean once a week, and marks as high as the week has such days; choose a quarter to see single \
             days."
        }
    };
    let means: String = items.iter().map(|item| means(*item, phases)).collect();
    format!(
        "{span}: {} recorded of {}{late}.{drawn}{means}",
        words::days(answered),
        days.len()
    )
}

/// " Pain (0 no pain, 100 worst pain imaginable): baseline 64, LDN 47."
fn means(item: StandardItem, phases: &[PhaseSummary]) -> String {
    let id = ItemId::from(item);
    let (low, high) = words::ends(item);
    let mean = |phase: &PhaseSummary| {
        let item = phase.items.get(&id)?;
        Some(format!(
            "{} {} ({} of {} days)",
            words::phase(phase.kind),
            whole(item.mean),
            item.n,
            phase.days
        ))
    };
    let means: Vec<String> = phases.iter().filter_map(mean).collect();
    if means.is_empty() {
        return String::new();
    }
    // A text must come to an end: of many phases the first, which is the baseline, and the last ones.
    let means = match means.as_slice() {
        [first, between @ .., _, _, _] if !between.is_empty() => {
            let last = means[means.len() - LAST_PHASES..].join(", ");
            format!(
                "{first}, and of {} later phases the last {LAST_PHASES}: {last}",
                means.len() - 1
            )
        }
        all => all.join(", "),
    };
    format!(" {} (0 {low}, 100 {high}): {means}.", words::item(item))
}

/// How many phases the words name beside the first one.
const LAST_PHASES: usize = 3;

fn long(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

pub(super) fn table(items: &[StandardItem], days: &Days<'_>, spans: &[PhaseSpan<'_>]) -> Table {
    let names = items.iter().map(|item| words::item(*item).to_owned());
    if days.len() > MOST_POINTS / 2 {
        let columns = ["Week from", "Phase"].map(String::from).into_iter().chain(names);
        return Table {
            columns: columns.collect(),
            rows: weeks(items, days, spans),
        };
    }
    let columns = ["Day", "Phase"].map(String::from).into_iter().chain(names);
    let ratings: Vec<_> = items.iter().map(|item| days.ratings(*item)).collect();
    let row = |(place, (date, answered)): (usize, (NaiveDate, Option<super::days::Answered<'_>>))| {
        let rating = |of: &Vec<(NaiveDate, Option<u8>, bool)>| {
            of.get(place)
                .and_then(|day| day.1)
                .map_or_else(|| "no answer".to_owned(), |rating| rating.to_string())
        };
        let late = if answered.is_some_and(|one| one.late) {
            "late"
        } else {
            ""
        };
        let mut cells = vec![date.format("%a %-d %b %Y").to_string(), phase(date, spans).to_owned()];
        cells.extend(ratings.iter().map(rating));
        cells.push(late.to_owned());
        cells
    };
    Table {
        columns: columns.chain(["Recorded".to_owned()]).collect(),
        rows: days.iter().enumerate().map(row).collect(),
    }
}

/// One row a week: the running mean on its last day.
fn weeks(items: &[StandardItem], days: &Days<'_>, spans: &[PhaseSpan<'_>]) -> Vec<Vec<String>> {
    let means: Vec<_> = items.iter().map(|item| days.means(*item, spans)).collect();
    let dates: Vec<NaiveDate> = days.iter().map(|day| day.0).collect();
    let row = |week: usize, date: NaiveDate| {
        let last = (7 * week + 6).min(dates.len() - 1);
        let mut cells = vec![date.format("%-d %b %Y").to_string(), phase(date, spans).to_owned()];
        cells.extend(means.iter().map(|of| {
            of.get(last)
                .and_then(|day| day.1)
                .map_or_else(|| "too few days".to_owned(), decimal)
        }));
        cells
    };
    dates
        .iter()
        .step_by(7)
        .enumerate()
        .map(|(week, date)| row(week, *date))
        .collect()
}

fn phase(date: NaiveDate, spans: &[PhaseSpan<'_>]) -> &'static str {
    spans
        .iter()
        .find(|span| span.contains(date))
        .map_or("", |span| words::phase(span.phase.kind))
}
