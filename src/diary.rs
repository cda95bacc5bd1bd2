//! What a diary is: days, ratings, side effects, doses and phases, and the rules that bind them.
//!
//! Everything here is a plain value. No clock is read and nothing is stored: today's date and the present instant are
//! arguments. What is missing is not there, and never 0.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};

mod blank;
mod card;
mod check_in;
mod day;
mod decision;
mod diary_day;
mod digits;
mod dose;
mod final_answer;
mod id;
pub mod iso;
mod item;
mod medicine;
mod month;
mod name;
mod note;
mod own;
mod phase;
mod rating;
mod rest;
mod sampling;
mod search;
mod settings;
mod side_effect;
mod small_letters;
mod sorted;
mod start_ldn;
mod tag;
mod template;
mod today;
mod treatment;
mod trial_of_one;
mod unknown;

pub use blank::{is_all_blank, is_blank};
pub use card::{Card, Here, LEAST_DAYS, Points, Seal, Sealed, first_day_of_answer, hex};
pub use check_in::CheckIn;
pub use day::{Answers, Came, Day, DayError, Later, merged_entries};
pub use decision::{Decision, GlobalChange};
pub use diary_day::{
    DateOutOfRange, DayEnd, DayEndError, FIRST_DATE, LAST_DATE, date_in_range, day_is_over, diary_day,
};
pub use digits::in_common_digits;
pub use dose::{Dose, DoseError};
pub use final_answer::{Against, FinalAnswer, FinalDays, FinalRange, KeptAnswer, Millionths};
pub use id::{Id, ItemId, OwnId, OwnIdError, SideEffectId, Standard};
pub use item::{Direction, StandardItem};
pub use medicine::{Count, Medicine};
pub use month::{DayState, Entry, Kept, Month, Week};
pub use name::{Name, NameError};
pub use note::{Note, NoteError};
pub use own::{OwnItem, OwnSideEffect};
pub use phase::{DoseStep, Form, Period, Phase, PhaseKind, PhaseSpan};
pub use rating::{Rating, RatingError};
pub use rest::{FIRST_QUESTION, Rest};
pub use sampling::{Sampling, SamplingPlan};
pub use search::excerpt;
pub use settings::{Settings, SettingsError};
pub use side_effect::StandardSideEffect;
pub use small_letters::{SmallLetters, in_plain_letters, in_small_letters, lend_plain_letters, lend_small_letters};
pub use sorted::{Entries as SortedEntries, SortedMap, SortedSet};
pub use start_ldn::StartLdn;
pub use tag::Tag;
pub use template::{Place, PlannedPhase, Template, place};
pub use today::Today;
pub(crate) use treatment::Plan;
pub use treatment::{BoundaryMove, Cut, Treatment, TreatmentError};
pub use trial_of_one::{
    Arm, Deviation, Guess, Order, Revealed, Sure, TrialCode, TrialOfOne, TrialPlan, TrialPlanError,
};
pub use unknown::Unknown;

/// A whole diary: the choices of the patient, the treatment, and the days that were recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diary {
    /// What is asked, and when a day ends.
    pub settings: Settings,
    /// Phases and planned doses.
    pub treatment: Treatment,
    /// How they were before each of the last changes, the latest last, so that each can be undone. In no backup.
    pub earlier: Vec<Treatment>,
    days: BTreeMap<NaiveDate, Day>,
    /// What it holds besides.
    pub rest: Rest,
}

impl Diary {
    /// The length of the trials' baseline in days.
    pub const BASELINE_DAYS: usize = 14;

    /// Builds a diary that was kept before, as it was written down: unlike [`Diary::put_day`] it opens no phase. If two
    /// days have one date, the later one in the list stays. For readers of files and stores.
    pub fn restore(settings: Settings, treatment: Treatment, days: impl IntoIterator<Item = Day>) -> Diary {
        let mut diary = Diary {
            settings,
            treatment,
            ..Diary::default()
        };
        for day in days {
            diary.days.insert(day.date(), day);
        }
        diary
    }

    /// The recorded days, by date.
    pub fn days(&self) -> impl DoubleEndedIterator<Item = &Day> + ExactSizeIterator {
        self.days.values()
    }

    /// The day of this date, if it was recorded.
    pub fn day(&self, date: NaiveDate) -> Option<&Day> {
        self.days.get(&date)
    }

    /// Puts a day in, in place of an earlier version of it. The first entry opens a baseline phase by itself (P1).
    pub fn put_day(&mut self, day: Day) {
        self.treatment = self.treatment.opened_by(day.date());
        self.days.insert(day.date(), day);
    }

    /// The diary with a day put in, as by [`Diary::put_day`].
    #[must_use]
    pub fn with_day(mut self, day: Day) -> Diary {
        self.put_day(day);
        self
    }

    /// Takes a day out. A baseline that it opened begins with the first day that is left (P1); all other phases stay as they
    /// are. Putting the day in again undoes it.
    pub fn remove_day(&mut self, date: NaiveDate) -> Option<Day> {
        let removed = self.days.remove(&date)?;
        // An undo brings back no baseline of a day that is gone.
        let first = self.first_day();
        for treatment in self.earlier.iter_mut().chain([&mut self.treatment]) {
            *treatment = treatment.without_entry(date, first);
        }
        Some(removed)
    }

    /// How many of the last changes of the treatment can be undone.
    pub const MOST_EARLIER: usize = 10;

    /// Changes the treatment: what it was is kept, to be undone. Days before its first phase open a baseline by themselves
    /// (P1).
    pub fn change_treatment(&mut self, treatment: Treatment) {
        let before = std::mem::replace(&mut self.treatment, treatment);
        if self.earlier.len() == Self::MOST_EARLIER {
            self.earlier.remove(0);
        }
        self.earlier.push(before);
        self.follow_days();
    }

    /// Undoes the last change of the treatment; whether there was one.
    pub fn undo_treatment(&mut self) -> bool {
        let Some(before) = self.earlier.pop() else {
            return false;
        };
        self.treatment = before;
        self.follow_days();
        true
    }

    /// How many recorded days another treatment would make days of another kind of phase, by that kind.
    pub fn days_becoming(&self, treatment: &Treatment) -> Vec<(PhaseKind, usize)> {
        let kind = |of: &Treatment, date| of.phase_on(date).map(|(_, phase)| phase.kind.clone());
        let mut becoming: Vec<(PhaseKind, usize)> = Vec::new();
        for date in self.days.keys() {
            let Some(to) = kind(treatment, *date) else { continue };
            if kind(&self.treatment, *date).as_ref() == Some(&to) {
                continue;
            }
            match becoming.iter_mut().find(|(kind, _)| *kind == to) {
                Some((_, days)) => *days += 1,
                None => becoming.push((to, 1)),
            }
        }
        becoming
    }

    fn follow_days(&mut self) {
        if let Some(first) = self.first_day() {
            self.treatment = self.treatment.opened_by(first);
        }
    }

    /// The last day that an analysis looks at: today's diary day if it holds an answer, else the day before (A2).
    pub fn as_of(&self, today: NaiveDate) -> NaiveDate {
        match self.day(today) {
            Some(day) if !day.answers().is_empty() => today,
            _ => today.pred_opt().unwrap_or(today),
        }
    }

    /// The day of the last entry, where that was so long before `today` that the diary counts as stopped: over 14 days.
    pub fn stopped_on(&self, today: NaiveDate) -> Option<NaiveDate> {
        const STOPPED_AFTER: i64 = 14;
        let last = self.last_day()?;
        ((today - last).num_days() > STOPPED_AFTER).then_some(last)
    }

    /// The diary day on which something was done.
    pub fn day_of(&self, instant: DateTime<FixedOffset>) -> NaiveDate {
        diary_day(instant, self.settings.day_ends_at)
    }

    /// How many recorded days become late if a day ends at `ends`, and how many are late no longer.
    pub fn lateness_changes(&self, ends: DayEnd) -> (usize, usize) {
        let (mut become_late, mut no_longer) = (0, 0);
        for day in self.answered() {
            match (day.is_late(self.settings.day_ends_at), day.is_late(ends)) {
                (false, true) => become_late += 1,
                (true, false) => no_longer += 1,
                _ => {}
            }
        }
        (become_late, no_longer)
    }

    /// Whether a date lies in a baseline.
    pub fn is_baseline(&self, date: NaiveDate) -> bool {
        matches!(self.treatment.phase_on(date), Some((_, phase)) if phase.kind == PhaseKind::Baseline)
    }

    /// Whether a dose on this date raises the question if the treatment began with it (P1): in a phase of neither LDN nor
    /// placebo, unless the patient said that it was that day alone.
    pub fn asks_whether_begun(&self, date: NaiveDate) -> bool {
        let phase = self.treatment.phase_on(date).map(|(_, phase)| &phase.kind);
        let off =
            phase.is_some_and(|kind| !matches!(kind, PhaseKind::Ldn | PhaseKind::Placebo | PhaseKind::Blinded(_)));
        off && !self.treatment.single_doses.contains(&date)
    }

    /// Whether the dose question of a date is of a bottle of a trial of one: taken or not taken (T2). It stays so once the trial
    /// is opened, since that is what was asked on its days.
    pub fn asks_sealed_dose(&self, date: NaiveDate) -> bool {
        self.treatment.period_on(date).is_some()
    }

    /// How many days before `date` hold an answer and lie in a baseline phase: starting LDN on `date` with fewer than
    /// [`Diary::BASELINE_DAYS`] of them deserves a warning (P4).
    pub fn baseline_days_before(&self, date: NaiveDate) -> usize {
        let days = self
            .days
            .range(..date)
            .filter(|(on, day)| self.is_baseline(**on) && !day.answers().is_empty());
        days.count()
    }

    /// Whether an item was rated on any day.
    pub fn is_rated(&self, item: &ItemId) -> bool {
        self.days().any(|day| day.answers().items.contains_key(item))
    }

    /// Whether a side effect was answered, yes or no, on any day.
    pub fn is_answered(&self, effect: &SideEffectId) -> bool {
        self.days().any(|day| day.answers().side_effects.contains_key(effect))
    }

    /// Whether a medicine was counted on any day, 0 included.
    pub fn is_counted(&self, medicine: &OwnId) -> bool {
        self.days().any(|day| day.answers().medicines.contains_key(medicine))
    }

    /// The date of the first recorded day. One of which all was taken back is as one that was never recorded (D5).
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.answered().next().map(Day::date)
    }

    /// The date of the last recorded day.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.answered().next_back().map(Day::date)
    }

    /// Whether any day that holds an answer was imported.
    pub fn has_imported(&self) -> bool {
        self.answered().any(|day| day.imported_from().is_some())
    }

    /// The days that hold an answer.
    fn answered(&self) -> impl DoubleEndedIterator<Item = &Day> {
        self.days().filter(|day| !day.answers().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;

    fn day(on: &str) -> Day {
        let now = chrono::DateTime::parse_from_rfc3339(&format!("{on}T21:00:00+01:00")).unwrap();
        let answers = Answers {
            rescue_medicine: Some(false),
            ..Answers::default()
        };
        Day::record(date(on), answers, now, DayEnd::default()).unwrap()
    }

    // P1
    #[test]
    fn the_first_entry_opens_a_baseline_and_an_earlier_one_moves_it_back() {
        let diary = Diary::default().with_day(day("2026-01-10")).with_day(day("2026-01-08"));
        let phases = diary.treatment.phases();
        assert_eq!(
            (phases.len(), phases[0].kind.clone(), phases[0].from),
            (1, PhaseKind::Baseline, date("2026-01-08"))
        );
        assert_eq!(
            (diary.first_day(), diary.last_day()),
            (Some(date("2026-01-08")), Some(date("2026-01-10")))
        );
    }

    // S7: one day can be deleted and brought back.
    #[test]
    fn a_day_taken_out_can_be_put_back() {
        let diary = Diary::default().with_day(day("2026-01-10")).with_day(day("2026-01-12"));
        let mut changed = diary.clone();
        let removed = changed.remove_day(date("2026-01-10")).unwrap();
        assert_eq!(changed.days().len(), 1);
        changed.put_day(removed);
        assert_eq!(changed, diary);
    }

    // A2
    #[test]
    fn an_analysis_ends_today_only_once_today_holds_an_answer() {
        let diary = Diary::default().with_day(day("2026-01-10"));
        assert_eq!(diary.as_of(date("2026-01-10")), date("2026-01-10"));
        assert_eq!(diary.as_of(date("2026-01-11")), date("2026-01-10"));
        assert_eq!(diary.as_of(date("2026-01-20")), date("2026-01-19"));
        let emptied = diary.day(date("2026-01-10")).unwrap().clone();
        let emptied = emptied.changed(Answers::default(), emptied.recorded_at(), DayEnd::default());
        assert_eq!(diary.with_day(emptied).as_of(date("2026-01-10")), date("2026-01-09"));
    }
    // D1: what another end of the day does is counted before it is set.
    #[test]
    fn days_that_another_end_of_the_day_makes_late_are_counted() {
        let night = |on: &str, time: &str, answers: Answers| {
            let now = chrono::DateTime::parse_from_rfc3339(&format!("{time}+01:00")).unwrap();
            Day::restore(date(on), now, None, answers)
        };
        let answers = || day("2026-01-10").answers().clone();
        let mut diary = Diary::default()
            .with_day(day("2026-01-10"))
            .with_day(night("2026-01-11", "2026-01-12T00:30:00", answers()))
            .with_day(night("2026-01-12", "2026-01-13T03:59:00", answers()))
            .with_day(night("2026-01-13", "2026-01-14T05:00:00", answers()))
            .with_day(night("2026-01-14", "2026-01-15T01:00:00", Answers::default()));
        for (minutes, changes) in [(0, (2, 0)), (120, (1, 0)), (240, (0, 0)), (330, (0, 1)), (360, (0, 1))] {
            let ends = DayEnd::new(minutes).unwrap();
            assert_eq!(diary.lateness_changes(ends), changes, "{ends}");
        }
        diary.settings.day_ends_at = DayEnd::EARLIEST;
        assert_eq!(diary.lateness_changes(DayEnd::LATEST), (0, 3));
    }

    // P4
    #[test]
    fn recorded_baseline_days_are_counted_up_to_a_day() {
        let mut diary = ["2026-01-10", "2026-01-11", "2026-01-13", "2026-01-15"]
            .map(day)
            .into_iter()
            .fold(Diary::default(), Diary::with_day);
        diary.treatment = diary
            .treatment
            .start_phase(PhaseKind::Ldn, date("2026-01-15"), None)
            .unwrap();
        let emptied = diary.day(date("2026-01-11")).unwrap();
        let emptied = emptied.changed(Answers::default(), emptied.recorded_at(), DayEnd::default());
        diary.put_day(emptied);
        for (before, count) in [
            ("2026-01-10", 0),
            ("2026-01-13", 1),
            ("2026-01-14", 2),
            ("2026-02-01", 2),
        ] {
            assert_eq!(diary.baseline_days_before(date(before)), count, "{before}");
        }
    }
}
