//! The days of a diary turned from rows into columns.

use chrono::{Datelike, NaiveDate};

use crate::diary::{Diary, Dose, ItemId, SideEffectId, SortedMap, Tag};

/// Whether days that were filled in after they had ended are counted (A8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LateDays {
    /// They count like any other.
    Included,
    /// Their answers are not looked at.
    LeftOut,
}

impl LateDays {
    /// The name in the analysis document (F3).
    pub fn id(self) -> &'static str {
        match self {
            LateDays::Included => "included",
            LateDays::LeftOut => "left_out",
        }
    }
}

/// What was answered on one day that holds any answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RecordedDay {
    pub(super) date: NaiveDate,
    pub(super) late: bool,
    pub(super) other_medicine_changed: bool,
}

/// Every answer up to a day, one column for each item and side effect, each in the order of the days.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Readings {
    /// All recorded days, the late ones too, even where their answers are left out.
    pub(super) days: Vec<RecordedDay>,
    pub(super) items: SortedMap<ItemId, Vec<(NaiveDate, f64)>>,
    /// The late ratings of each item, where they are left out.
    left_out: SortedMap<ItemId, Vec<(NaiveDate, f64)>>,
    pub(super) side_effects: SortedMap<SideEffectId, Vec<(NaiveDate, bool)>>,
    /// The days on which the dose was answered, and whether any was taken; late ones too.
    pub(super) doses: Vec<(NaiveDate, bool)>,
    /// The days on which it was answered whether walking support was needed.
    pub(super) walking_support: Vec<(NaiveDate, bool)>,
}

impl Readings {
    pub(super) fn of(diary: &Diary, as_of: NaiveDate, late_days: LateDays) -> Self {
        let ends = diary.settings.day_ends_at;
        let mut readings = Readings {
            days: Vec::new(),
            items: SortedMap::default(),
            left_out: SortedMap::default(),
            side_effects: SortedMap::default(),
            doses: Vec::new(),
            walking_support: Vec::new(),
        };
        for day in diary.days().take_while(|day| day.date() <= as_of) {
            let answers = day.answers();
            if answers.is_empty() {
                continue;
            }
            let late = day.is_late(ends);
            readings.days.push(RecordedDay {
                date: day.date(),
                late,
                other_medicine_changed: answers.tags.contains(&Tag::OtherMedicineChanged),
            });
            if let Some(dose) = answers.dose_taken {
                readings.doses.push((day.date(), dose != Dose::NONE));
            }
            if late && late_days == LateDays::LeftOut {
                for (item, rating) in &answers.items {
                    push(&mut readings.left_out, item, (day.date(), f64::from(rating.get())));
                }
                continue;
            }
            if let Some(needed) = answers.walking_support {
                readings.walking_support.push((day.date(), needed));
            }
            for (item, rating) in &answers.items {
                push(&mut readings.items, item, (day.date(), f64::from(rating.get())));
            }
            for (side_effect, answer) in &answers.side_effects {
                push(&mut readings.side_effects, side_effect, (day.date(), *answer));
            }
        }
        readings
    }

    /// The ratings of an item from one day to another, both included.
    pub(super) fn of_item(&self, item: &ItemId, from: NaiveDate, to: NaiveDate) -> &[(NaiveDate, f64)] {
        self.items
            .get(item)
            .map_or(&[], |column| between(column, from, to, |entry| entry.0))
    }

    /// On how many days from one to another, both included, an item was rated late and is left out for that.
    pub(super) fn left_out_of(&self, item: &ItemId, from: NaiveDate, to: NaiveDate) -> usize {
        let days = self.left_out.get(item);
        days.map_or(0, |days| between(days, from, to, |day| day.0).len())
    }

    /// Whether any item is rated on such a day.
    pub(super) fn leaves_out(&self, from: NaiveDate, to: NaiveDate) -> bool {
        self.left_out.keys().any(|item| self.left_out_of(item, from, to) > 0)
    }

    /// On how many days from one to another, both included, a dose was taken.
    pub(super) fn doses_taken(&self, from: NaiveDate, to: NaiveDate) -> usize {
        let answered = between(&self.doses, from, to, |day| day.0);
        answered.iter().filter(|(_, taken)| *taken).count()
    }

    /// The recorded days from one day to another, both included.
    pub(super) fn days_between(&self, from: NaiveDate, to: NaiveDate) -> &[RecordedDay] {
        between(&self.days, from, to, |day| day.date)
    }
}

/// The part of a column from one day to another, both included; empty where `to` lies before `from`.
pub(super) fn between<T>(column: &[T], from: NaiveDate, to: NaiveDate, date: impl Fn(&T) -> NaiveDate) -> &[T] {
    let start = column.partition_point(|entry| date(entry) < from);
    let end = column.partition_point(|entry| date(entry) <= to);
    column.get(start..end).unwrap_or(&[])
}

fn push<K: Ord + Clone, T>(columns: &mut SortedMap<K, Vec<T>>, key: &K, entry: T) {
    match columns.get_mut(key) {
        Some(column) => column.push(entry),
        None => drop(columns.insert(key.clone(), vec![entry])),
    }
}

/// The number of a day on an unbroken calendar, so that gaps keep their length.
pub(super) fn day_number(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce())
}
