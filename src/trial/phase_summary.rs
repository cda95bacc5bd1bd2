//! What each phase holds (A1).

use chrono::NaiveDate;

use crate::diary::{ItemId, OwnId, PhaseKind, PhaseSpan, SideEffectId, SortedMap};
use crate::statistics::{Clustered, clustered_wilson, mean, median, sample_sd};

use super::completeness::Doses;
use super::readings::{Counting, LeftOut, Readings, between, day_number, tally};
use super::window::calendar_days;
use crate::words::names;

/// One phase in numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct PhaseSummary {
    /// Its place among the phases of the diary, counted from 0.
    pub index: usize,
    /// What the patient took.
    pub kind: PhaseKind,
    /// Whether it is a period of a trial of one, sealed or not: it is answered with the others of that trial.
    pub of_trial: bool,
    /// Its first day.
    pub from: NaiveDate,
    /// Whether of that only the month is known.
    pub by_month: bool,
    /// Its last day that counts: the day before the next phase, or the day of the analysis.
    pub to: NaiveDate,
    /// Calendar days from the first to the last; of a phase that began before the diary, from the diary's first day.
    pub calendar: usize,
    /// Those of them that could be recorded: the diary asked of them, or they hold an answer all the same (P9).
    pub days: usize,
    /// Days that hold any answer and are counted.
    pub recorded: usize,
    /// Recorded days that were filled in after they had ended; the same number whether they are counted or left out.
    pub late: usize,
    /// Recorded days that were imported; the same number whether they are counted or left out.
    pub imported: usize,
    /// Every item recorded in it, but in a sealed period of a trial of one: the standard ones in their order, then the
    /// patient's own.
    pub items: SortedMap<ItemId, ItemSummary>,
    /// Every side effect answered in it, with the same exception: the standard ones in their order, then the patient's own.
    pub side_effects: SortedMap<SideEffectId, SideEffectSummary>,
    /// Doses planned on these days, and how many of them are recorded as taken; `None` where none was planned.
    pub doses: Option<Doses>,
    /// Every other medicine that was counted in it, with the same exception (D8).
    pub medicines: SortedMap<OwnId, MedicineSummary>,
    /// Whether extra pain medicine was needed; `None` where it was not answered on any day.
    pub rescue_medicine: Option<SideEffectSummary>,
    /// Whether walking support was needed; `None` where it was not answered on any day.
    pub walking_support: Option<SideEffectSummary>,
}

/// The phase that results and report open on, of those that are compared with the baseline: the latest LDN phase that has a
/// likely range, so that an answer is not hidden by an LDN phase that has just begun; else the latest LDN phase, else the
/// latest phase.
pub fn main_phase<'a>(
    compared: impl DoubleEndedIterator<Item = &'a PhaseSummary> + Clone,
    has_range: impl Fn(&PhaseSummary) -> bool,
) -> Option<&'a PhaseSummary> {
    let ldn = || compared.clone().rev().filter(|phase| phase.kind == PhaseKind::Ldn);
    ldn()
        .find(|phase| has_range(phase))
        .or_else(|| ldn().next())
        .or_else(|| compared.clone().next_back())
}

/// One item over the recorded days of a phase, on the scale 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ItemSummary {
    /// Days on which it was rated; at least 1.
    pub n: usize,
    /// The mean rating.
    pub mean: f64,
    /// The median rating.
    pub median: f64,
    /// The sample standard deviation; `None` with a single day.
    pub sd: Option<f64>,
}

/// One yes-or-no question over the answered days of a phase.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SideEffectSummary {
    /// Days with a yes.
    pub yes: usize,
    /// Days with an answer; at least 1. Asked-and-no is kept apart from not answered.
    pub answered: usize,
    /// The share of yes-days with an interval that allows for runs, and the episodes.
    pub clustered: Clustered,
}

/// One other medicine over the answered days of a phase; a day without an answer is in none of these.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MedicineSummary {
    /// How many were taken a day, on average.
    pub mean: f64,
    /// The days on which none was taken, as the yes of the question whether it was one.
    pub without: SideEffectSummary,
}

impl PhaseSummary {
    /// Its name among others: with its first day by a form of dates, or its month, where there are several of its kind.
    pub fn name_among(&self, all: &[PhaseSummary], form: fn(NaiveDate) -> String) -> String {
        let name = names::phase(&self.kind);
        if all.iter().filter(|other| other.kind == self.kind).count() > 1 {
            names::phase_from(&name, &names::day_or_month(self.from, self.by_month, form))
        } else {
            name.into_owned()
        }
    }

    pub(super) fn of(
        span: &PhaseSpan<'_>,
        seen_from: NaiveDate,
        readings: &Readings,
        counting: Counting,
        doses: Option<Doses>,
        of_trial: bool,
    ) -> Self {
        let (from, to) = (span.from, span.to);
        let days = readings.days_between(from, to);
        let LeftOut { late, imported } = tally(days.iter().map(|day| day.came));
        let recorded = days.iter().filter(|day| counting.counts(day.came)).count();
        let items = readings
            .items
            .keys()
            .filter_map(|item| Some((item.clone(), ItemSummary::of(readings.of_item(item, from, to))?)));
        let side_effects = readings.side_effects.iter().filter_map(|(side_effect, column)| {
            let answers = between(column, from, to, |entry| entry.0);
            Some((side_effect.clone(), SideEffectSummary::of(answers)?))
        });
        // What is sealed is not described period by period: that would be a comparison.
        let is_open = !span.phase.kind.is_blinded();
        let items = items.filter(|_| is_open);
        let side_effects = side_effects.filter(|_| is_open);
        let medicines = readings.medicines.iter().filter_map(|(medicine, column)| {
            let counts = between(column, from, to, |entry| entry.0);
            Some((medicine.clone(), MedicineSummary::of(counts)?))
        });
        let medicines = medicines.filter(|_| is_open);
        let rescue = between(&readings.rescue_medicine, from, to, |entry| entry.0);
        let walking = between(&readings.walking_support, from, to, |entry| entry.0);
        PhaseSummary {
            index: span.index,
            kind: span.phase.kind.clone(),
            of_trial,
            from,
            by_month: span.phase.by_month,
            to,
            calendar: calendar_days(seen_from, to),
            days: readings.days_to_record(seen_from, to),
            recorded,
            late,
            imported,
            items: items.collect(),
            side_effects: side_effects.collect(),
            doses,
            medicines: medicines.collect(),
            rescue_medicine: SideEffectSummary::of(rescue).filter(|_| is_open),
            walking_support: SideEffectSummary::of(walking).filter(|_| is_open),
        }
    }
}

impl ItemSummary {
    pub(super) fn of(ratings: &[(NaiveDate, f64)]) -> Option<Self> {
        let values: Vec<f64> = ratings.iter().map(|(_, rating)| *rating).collect();
        Some(ItemSummary {
            n: values.len(),
            mean: mean(&values)?,
            median: median(&values)?,
            sd: sample_sd(&values),
        })
    }
}

impl MedicineSummary {
    fn of(counts: &[(NaiveDate, u8)]) -> Option<Self> {
        let taken: Vec<f64> = counts.iter().map(|(_, count)| f64::from(*count)).collect();
        let without: Vec<(NaiveDate, bool)> = counts.iter().map(|(date, count)| (*date, *count == 0)).collect();
        Some(MedicineSummary {
            mean: mean(&taken)?,
            without: SideEffectSummary::of(&without)?,
        })
    }
}

impl SideEffectSummary {
    pub(super) fn of(answers: &[(NaiveDate, bool)]) -> Option<Self> {
        let by_day: Vec<(i64, bool)> = answers.iter().map(|(date, yes)| (day_number(*date), *yes)).collect();
        Some(SideEffectSummary {
            yes: by_day.iter().filter(|(_, yes)| *yes).count(),
            answered: by_day.len(),
            clustered: clustered_wilson(&by_day).ok()?,
        })
    }
}
