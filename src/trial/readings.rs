//! The days of a diary turned from rows into columns.

use chrono::{Datelike, NaiveDate};

use crate::diary::{Came, Diary, ItemId, OwnId, SamplingPlan, SideEffectId, SortedMap, Tag};

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

/// Whether days that were imported are counted (A8, I7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportedDays {
    /// They count like any other.
    Included,
    /// Their answers are not looked at.
    LeftOut,
}

impl ImportedDays {
    /// The name in the analysis document (F3).
    pub fn id(self) -> &'static str {
        match self {
            ImportedDays::Included => LateDays::Included.id(),
            ImportedDays::LeftOut => LateDays::LeftOut.id(),
        }
    }
}

/// Which recorded days count, as the patient chooses (A8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counting {
    /// Whether those do that were filled in late.
    pub late: LateDays,
    /// Whether those do that were imported.
    pub imported: ImportedDays,
}

impl Counting {
    /// All of them.
    pub const ALL: Counting = Counting {
        late: LateDays::Included,
        imported: ImportedDays::Included,
    };

    /// Whether days that came like this count.
    pub fn counts(self, came: Came) -> bool {
        match came {
            Came::OnTime => true,
            Came::Late => self.late == LateDays::Included,
            Came::Imported => self.imported == ImportedDays::Included,
        }
    }
}

/// Imported days count.
impl From<LateDays> for Counting {
    fn from(late: LateDays) -> Counting {
        Counting { late, ..Counting::ALL }
    }
}

/// How many days are left out, by why (A8).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// As they were filled in late.
    pub late: usize,
    /// As they were imported.
    pub imported: usize,
}

impl LeftOut {
    /// All of them.
    pub fn all(self) -> usize {
        self.late + self.imported
    }

    /// Whether there is none.
    pub fn is_none(self) -> bool {
        self.all() == 0
    }
}

impl std::ops::Add for LeftOut {
    type Output = LeftOut;

    fn add(self, other: LeftOut) -> LeftOut {
        LeftOut {
            late: self.late + other.late,
            imported: self.imported + other.imported,
        }
    }
}

/// How many days came in each of the ways that may be left out.
pub(super) fn tally(days: impl Iterator<Item = Came>) -> LeftOut {
    let mut tally = LeftOut::default();
    for came in days {
        match came {
            Came::OnTime => {}
            Came::Late => tally.late += 1,
            Came::Imported => tally.imported += 1,
        }
    }
    tally
}

/// What was answered on one day that holds any answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RecordedDay {
    pub(super) date: NaiveDate,
    pub(super) came: Came,
    pub(super) other_medicine_changed: bool,
}

/// Every answer up to a day, one column for each item and side effect, each in the order of the days.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Readings {
    /// On which days the diary asked.
    pub(super) sampling: SamplingPlan,
    /// All recorded days, those too whose answers are left out.
    pub(super) days: Vec<RecordedDay>,
    pub(super) items: SortedMap<ItemId, Vec<(NaiveDate, f64)>>,
    /// The days on which each item was rated and is left out.
    left_out: SortedMap<ItemId, Vec<(NaiveDate, Came)>>,
    pub(super) side_effects: SortedMap<SideEffectId, Vec<(NaiveDate, bool)>>,
    /// The days on which the dose was answered, and whether any was taken; those too that are left out.
    pub(super) doses: Vec<(NaiveDate, bool)>,
    /// How many of each other medicine were taken on the days on which that was answered.
    pub(super) medicines: SortedMap<OwnId, Vec<(NaiveDate, u8)>>,
    /// The days on which it was answered whether extra pain medicine was needed.
    pub(super) rescue_medicine: Vec<(NaiveDate, bool)>,
    /// The days on which it was answered whether walking support was needed.
    pub(super) walking_support: Vec<(NaiveDate, bool)>,
}

impl Readings {
    pub(super) fn of(diary: &Diary, as_of: NaiveDate, counting: Counting) -> Self {
        let ends = diary.settings.day_ends_at;
        let mut readings = Readings {
            sampling: diary.rest.sampling.clone(),
            days: Vec::new(),
            items: SortedMap::default(),
            left_out: SortedMap::default(),
            side_effects: SortedMap::default(),
            doses: Vec::new(),
            medicines: SortedMap::default(),
            rescue_medicine: Vec::new(),
            walking_support: Vec::new(),
        };
        for day in diary.days().take_while(|day| day.date() <= as_of) {
            let answers = day.answers();
            if answers.is_empty() {
                continue;
            }
            let came = day.came(ends);
            readings.days.push(RecordedDay {
                date: day.date(),
                came,
                other_medicine_changed: answers.tags.contains(&Tag::OtherMedicineChanged),
            });
            if let Some(taken) = answers.has_taken() {
                readings.doses.push((day.date(), taken));
            }
            if !counting.counts(came) {
                for item in answers.items.keys() {
                    push(&mut readings.left_out, item, (day.date(), came));
                }
                continue;
            }
            for (medicine, count) in &answers.medicines {
                push(&mut readings.medicines, medicine, (day.date(), count.get()));
            }
            if let Some(needed) = answers.rescue_medicine {
                readings.rescue_medicine.push((day.date(), needed));
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

    /// Whether a day holds any answer.
    pub(super) fn is_recorded(&self, date: NaiveDate) -> bool {
        self.days.binary_search_by_key(&date, |day| day.date).is_ok()
    }

    /// On how many days from one to another, both included, anything could be recorded: those that the diary asked of, and
    /// others that hold an answer all the same.
    pub(super) fn days_to_record(&self, from: NaiveDate, to: NaiveDate) -> usize {
        let recorded = self.days_between(from, to).iter().map(|day| day.date);
        self.sampling.days_to_record((from, to), recorded)
    }

    /// The ratings of an item from one day to another, both included.
    pub(super) fn of_item(&self, item: &ItemId, from: NaiveDate, to: NaiveDate) -> &[(NaiveDate, f64)] {
        self.items
            .get(item)
            .map_or(&[], |column| between(column, from, to, |entry| entry.0))
    }

    /// On how many days from one to another, both included, an item was rated and is left out.
    pub(super) fn left_out_of(&self, item: &ItemId, from: NaiveDate, to: NaiveDate) -> LeftOut {
        let days = self.left_out.get(item).map_or(&[][..], Vec::as_slice);
        tally(between(days, from, to, |day| day.0).iter().map(|day| day.1))
    }

    /// The same of all items together: a day counts for each.
    pub(super) fn leaves_out(&self, from: NaiveDate, to: NaiveDate) -> LeftOut {
        let mut all = LeftOut::default();
        for item in self.left_out.keys() {
            all = all + self.left_out_of(item, from, to);
        }
        all
    }

    /// On how many days from one to another, both included, an item is rated that was imported and counts.
    pub(super) fn imported_of(&self, item: &ItemId, from: NaiveDate, to: NaiveDate) -> usize {
        let mut imported = 0;
        let mut days = self.days_between(from, to).iter();
        for (date, _) in self.of_item(item, from, to) {
            let day = days.find(|day| day.date == *date);
            imported += usize::from(day.is_some_and(|day| day.came == Came::Imported));
        }
        imported
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
