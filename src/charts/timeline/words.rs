//! The chart in words, and as a table: day by day, or week by week where there are years of days.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::days::{Answered, Days};
use super::time::{Density, MOST_POINTS};
use crate::charts::figure::Table;
use crate::diary::{Came, Diary, ItemId, PhaseKind, PhaseSpan, Settings};
use crate::statistics::mean;
use crate::trial::{PhaseSummary, RUNNING_DAYS, side_by_side};
use crate::words::{Decimal, charts, dates, drawings as words, list, names, sentences};

/// "Pain: mean 64 in baseline, 47 on LDN (all 84 days)", of the first item, the first baseline and the latest LDN phase;
/// of several LDN phases it says which. Periods of a trial of one are told by its answer alone.
pub(super) fn title(items: &[ItemId], phases: &[PhaseSummary], settings: &Settings) -> String {
    let Some(item) = items.first() else {
        return String::new();
    };
    let rated = |kind| {
        let phases = phases.iter().filter(move |phase| phase.kind == kind && !phase.of_trial);
        phases.filter_map(|phase| phase.items.get(item).map(|item| (phase, item.mean)))
    };
    let name = &*names::any_item(item, settings);
    let several = rated(PhaseKind::Ldn).nth(1).is_some();
    match (rated(PhaseKind::Baseline).next(), rated(PhaseKind::Ldn).next_back()) {
        // The results compare the last days of the phase; these are all.
        (Some((_, before)), Some((phase, on_ldn))) => {
            let [before, on_ldn] = side_by_side(before, on_ldn);
            if several {
                words::title_both_from(phase.days, name, before, on_ldn, phase.from)
            } else {
                words::title_both(phase.days, name, before, on_ldn)
            }
        }
        (Some((_, before)), None) => words::title_baseline(name, Decimal::of(before, 0)),
        _ => words::title_days(name),
    }
}

/// Why days in sight have no mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoMean {
    /// They are of several phases: a mean over them says nothing.
    Several,
    /// None of them is rated.
    Unrated,
}

/// The mean of an item over the days in sight: its number, and of how many days.
///
/// # Errors
/// Why there is none.
pub fn mean_in_sight(
    diary: &Diary,
    item: &ItemId,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<(Decimal, usize), NoMean> {
    if diary.treatment.spans(last).iter().any(|span| span.from > first) {
        return Err(NoMean::Several);
    }
    let mut ratings = Vec::new();
    for day in diary.recorded_between(first, last) {
        if let Some(rating) = day.answers().items.get(item) {
            ratings.push(f64::from(rating.get()));
        }
    }
    let mean = mean(&ratings).ok_or(NoMean::Unrated)?;
    Ok((Decimal::of(mean, 0), ratings.len()))
}

/// "Pain: mean 58 of the 26 rated days in sight": a title for a part of the chart, which quotes nothing out of sight.
pub fn title_in_sight(name: &str, mean: Option<(Decimal, usize)>) -> String {
    match mean {
        Some((mean, days)) => words::title_in_sight(days, name, mean),
        None => words::title_days(name),
    }
}

/// How many days are recorded, how they are drawn, and the means of each phase, of the large item: those of a small plot
/// stand beside it.
pub(super) fn summary(
    items: &[ItemId],
    days: &Days<'_>,
    phases: &[PhaseSummary],
    settings: &Settings,
    density: Density,
) -> String {
    let recorded = days.iter().filter_map(|(_, answered)| answered);
    let (mut answered, mut late, mut imported) = (0, 0, 0);
    for one in recorded {
        answered += 1;
        late += usize::from(one.came == Came::Late);
        imported += usize::from(one.came == Came::Imported);
    }
    let recorded = match (days.first(), days.last()) {
        (Some(first), Some(last)) if first == last => words::recorded_only(first, answered, days.to_record()),
        (Some(first), Some(last)) if late > 0 => words::recorded_late(first, last, answered, days.to_record(), late),
        (Some(first), Some(last)) => words::recorded(first, last, answered, days.to_record()),
        _ => words::no_day_yet().to_owned(),
    };
    let imported = if imported > 0 {
        words::recorded_imported(imported)
    } else {
        String::new()
    };
    let drawn = match density {
        Density::EveryDay => String::new(),
        Density::Means => words::drawn_mean(RUNNING_DAYS),
        Density::Weeks => words::drawn_mean_weekly(RUNNING_DAYS),
    };
    let means = items.iter().take(1).map(|item| means(item, phases, settings));
    sentences([recorded, imported, drawn].into_iter().chain(means))
}

/// "Pain (0 no pain, 100 worst pain imaginable): Baseline 64 (14 of 14 days), LDN 47 (78 of 84 days)", with the first day
/// of each where there are several of a kind.
fn means(item: &ItemId, phases: &[PhaseSummary], settings: &Settings) -> String {
    let (low, high) = names::any_ends(item, settings);
    let of_phase = |phase: &PhaseSummary| {
        let item = phase.items.get(item)?;
        let name = phase.name_among(phases, dates::day_and_month);
        Some(words::phase_mean(&name, Decimal::of(item.mean, 0), item.n, phase.days))
    };
    let means: Vec<String> = phases.iter().filter_map(of_phase).collect();
    let name = &*names::any_item(item, settings);
    match means.as_slice() {
        [] => String::new(),
        // A text must come to an end: of many phases the first, which is the baseline, and the last ones.
        [first, later @ ..] if later.len() > LAST_PHASES => {
            let last = list(later[later.len() - LAST_PHASES..].iter().cloned());
            words::means_many(name, low, high, first, later.len(), LAST_PHASES, &last)
        }
        all => words::means(name, low, high, &list(all.iter().cloned())),
    }
}

/// How many phases the words name beside the first one.
const LAST_PHASES: usize = 3;

pub(super) fn table(items: &[ItemId], days: &Days<'_>, spans: &[PhaseSpan<'_>], settings: &Settings) -> Table {
    let items_named = items.iter().map(|item| names::any_item(item, settings));
    if days.len() > MOST_POINTS / 2 {
        let columns = [words::week_from(), words::phase()]
            .map(String::from)
            .into_iter()
            .chain(items_named);
        return Table {
            columns: columns.collect(),
            rows: weeks(items, days, spans),
        };
    }
    let columns = [words::day(), words::phase()]
        .map(String::from)
        .into_iter()
        .chain(items_named);
    let ratings: Vec<_> = items.iter().map(|item| days.ratings(item)).collect();
    let row = |(place, (date, answered)): (usize, (NaiveDate, Option<Answered<'_>>))| {
        let rating = |of: &Vec<(NaiveDate, Option<u8>, Option<Came>)>| {
            of.get(place)
                .and_then(|day| day.1)
                .map_or_else(|| charts::no_answer().to_owned(), |rating| rating.to_string())
        };
        let late = match answered.map(|one| one.came) {
            Some(Came::Late) => words::late(),
            Some(Came::Imported) => words::imported(),
            Some(Came::OnTime) | None => "",
        };
        let mut cells = vec![dates::dated_short(date), phase(date, spans).into_owned()];
        cells.extend(ratings.iter().map(rating));
        cells.push(late.to_owned());
        cells
    };
    Table {
        columns: columns.chain([words::recorded_column().to_owned()]).collect(),
        rows: days.iter().enumerate().map(row).collect(),
    }
}

/// One row a week: the running mean on its last day.
fn weeks(items: &[ItemId], days: &Days<'_>, spans: &[PhaseSpan<'_>]) -> Vec<Vec<String>> {
    let means: Vec<_> = items.iter().map(|item| days.means(item, spans)).collect();
    let dates: Vec<NaiveDate> = days.iter().map(|day| day.0).collect();
    let row = |week: usize, date: NaiveDate| {
        let last = (7 * week + 6).min(dates.len() - 1);
        let mut cells = vec![dates::short(date), phase(date, spans).into_owned()];
        cells.extend(means.iter().map(|of| {
            of.get(last).and_then(|day| day.1).map_or_else(
                || words::too_few_days().to_owned(),
                |mean| Decimal::of(mean, 1).to_string(),
            )
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

fn phase<'a>(date: NaiveDate, spans: &'a [PhaseSpan<'_>]) -> Cow<'a, str> {
    let span = spans.iter().find(|span| span.contains(date));
    span.map(|span| names::phase(&span.phase.kind)).unwrap_or_default()
}
