//! Version 1 → diary. Every problem is noted with its place; what has one is left out.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde_json::value::RawValue;

use super::marks::{self, Deleted};
use crate::diary::{Day, Diary, LAST_DATE, Settings, SortedMap, SortedSet, date_in_range, iso};
use crate::exchange::backup::file::{BackupError, Counted, MAX_DAYS, MAX_ENTRIES, Read};
use crate::exchange::backup::marks::{Mark, Marks};
use crate::exchange::problems::{Field, List, Mistake, Place, Problems, excerpt};
use crate::json::raw::{Entries, Fields, get, whole};

mod day;
mod rest;
mod settings;
mod treatment;

pub(in crate::exchange::backup) use rest::rest;

/// Where in the file we are, and what was found wrong so far.
pub(in crate::exchange::backup) struct Reader<'p> {
    place: Place,
    problems: &'p mut Problems,
}

/// Reads the fields of a whole backup, after `format` and `version` were taken out.
pub(in crate::exchange::backup) fn diary(mut fields: Fields, today: NaiveDate) -> Result<Read, BackupError> {
    let mut problems = Problems::default();
    let mut reader = Reader {
        place: Place::File,
        problems: &mut problems,
    };
    reader.once(&fields);
    let counts = fields.take("counts");
    fields.take("app_version");
    let made_at = fields.take("exported_at").and_then(get::<String>);
    let settings = reader.whole_settings(&mut fields);
    let before = reader.problems.len();
    let treatment = reader.treatment(&mut fields);
    reader.trials_are_whole(&treatment);
    // Of phases, a part says something else than the whole.
    let treatment = Some(treatment).filter(|_| reader.problems.len() == before);
    if treatment.is_none() {
        reader.wrong(Mistake::TreatmentLeftOut);
    }
    let treatment = treatment.map(|treatment| reader.as_sealed(&treatment));
    let days = reader.days(&mut fields, &settings, today)?;
    let deleted = reader.deleted_days(&mut fields);
    let rest = rest(fields);
    let phases = treatment.as_ref().map(|treatment| treatment.phases().len());
    counts_agree(counts, days.listed, phases)?;
    let mut diary = Diary::restore(settings, treatment.unwrap_or_default(), days.read);
    diary.rest = rest;
    if let (true, Some(first)) = (diary.treatment.phases().is_empty(), diary.first_day()) {
        diary.treatment = diary.treatment.opened_by(first);
    }
    Ok(Read {
        diary,
        ahead: days.ahead,
        marks: Marks {
            days: days.marks,
            deleted,
            emptied: None,
        },
        made_at: made_at.and_then(|text| instant(&text).ok()),
        refused: days.refused,
        problems,
    })
}

/// The days of a list.
#[derive(Default)]
struct Days {
    /// How many entries the list has.
    listed: usize,
    read: Vec<Day>,
    ahead: Vec<Day>,
    marks: SortedMap<NaiveDate, Mark>,
    refused: usize,
}

/// A backup that lost days must not pass silently. What else another version counts is not ours to check or to repeat.
/// Phases that could not be read were named before.
fn counts_agree(counts: Option<&RawValue>, days: usize, phases: Option<usize>) -> Result<(), BackupError> {
    let Some(mut counts) = counts.and_then(get::<Fields>) else {
        return Ok(());
    };
    for (what, list, found) in [
        (Counted::Days, List::Days, Some(days)),
        (Counted::Phases, List::Phases, phases),
    ] {
        let Some(found) = found else { continue };
        let announced = counts.take(list.key()).and_then(whole);
        if announced.is_some_and(|announced| usize::try_from(announced) != Ok(found)) {
            return Err(BackupError::CountsDiffer {
                what,
                announced: announced.unwrap_or_default(),
                found,
            });
        }
    }
    Ok(())
}

impl<'p> Reader<'p> {
    pub(in crate::exchange::backup) fn new(place: Place, problems: &'p mut Problems) -> Reader<'p> {
        Reader { place, problems }
    }

    fn wrong(&mut self, what: Mistake) {
        self.problems.add(self.place, None, what);
    }

    fn wrong_field(&mut self, key: &str, what: Mistake) {
        self.problems.add(self.place, Some(Field::Key(excerpt(key))), what);
    }

    /// The value, or a problem.
    fn good<T, E: Into<Mistake>>(&mut self, result: Result<T, E>) -> Option<T> {
        result.map_err(|error| self.wrong(error.into())).ok()
    }

    /// The value of a field, or a problem that names the field.
    fn good_field<T, E: Into<Mistake>>(&mut self, key: &str, result: Result<T, E>) -> Option<T> {
        result.map_err(|error| self.wrong_field(key, error.into())).ok()
    }

    /// Reads a field with `as_type`; one that is there and of another type is this mistake.
    fn field<'a, T>(
        &mut self,
        fields: &mut Fields<'a>,
        key: &str,
        mistake: Mistake,
        as_type: fn(&'a RawValue) -> Option<T>,
    ) -> Option<T> {
        let raw = fields.take(key)?;
        self.good_field(key, as_type(raw).ok_or(mistake))
    }

    fn text(&mut self, fields: &mut Fields, key: &str) -> Option<String> {
        self.field(fields, key, Mistake::NotText, get::<String>)
    }

    fn yes_or_no(&mut self, fields: &mut Fields, key: &str) -> Option<bool> {
        self.field(fields, key, Mistake::NotTrueOrFalse, get::<bool>)
    }

    /// A field that must be there.
    fn needed<T>(&mut self, key: &str, value: Option<T>, noted_before: usize) -> Option<T> {
        if value.is_none() && self.problems.len() == noted_before {
            self.wrong_field(key, Mistake::Missing);
        }
        value
    }

    fn needed_text(&mut self, fields: &mut Fields, key: &str) -> Option<String> {
        let noted = self.problems.len();
        let text = self.text(fields, key);
        self.needed(key, text, noted)
    }

    fn needed_date(&mut self, fields: &mut Fields, key: &str) -> Option<NaiveDate> {
        let text = self.needed_text(fields, key)?;
        let date = self.good_field(key, civil_date(&text))?;
        self.good(date_in_range(date))
    }

    /// The entries of a list, of which it may have so many.
    fn entries<'a, const MOST: usize>(&mut self, fields: &mut Fields<'a>, key: &str) -> Option<Vec<&'a RawValue>> {
        let entries: Entries<MOST> = self.field(fields, key, Mistake::NotAList, get)?;
        if entries.0.len() > MOST {
            self.wrong_field(key, Mistake::TooManyEntries(MOST));
            return None;
        }
        Some(entries.0)
    }

    /// Reads each entry of a list with `read`; the list and the number of the entry are its place.
    fn each<'a, T>(
        &mut self,
        fields: &mut Fields<'a>,
        list: List,
        mut read: impl FnMut(&mut Self, &'a RawValue) -> Option<T>,
    ) -> Option<Vec<T>> {
        let entries = self.entries::<MAX_ENTRIES>(fields, list.key())?;
        let outer = self.place;
        let read = entries.into_iter().enumerate().filter_map(|(index, entry)| {
            self.place = Place::Entry(list, index + 1);
            read(self, entry)
        });
        let read = read.collect();
        self.place = outer;
        Some(read)
    }

    fn object<'a>(&mut self, raw: &'a RawValue) -> Option<Fields<'a>> {
        let fields = self.good(get::<Fields>(raw).ok_or(Mistake::NotAnObject))?;
        self.once(&fields);
        Some(fields)
    }

    /// Reads a field that is an object; one of another type is this mistake.
    fn inner<'a>(&mut self, fields: &mut Fields<'a>, key: &str, mistake: Mistake) -> Option<Fields<'a>> {
        let inner = self.field(fields, key, mistake, get::<Fields>)?;
        self.once(&inner);
        Some(inner)
    }

    /// Of a field that is there twice nobody can say which of the two is meant.
    fn once(&mut self, fields: &Fields) {
        if let Some(key) = fields.twice() {
            self.wrong_field(key, Mistake::Twice);
        }
    }

    /// Reads the settings of a whole backup; absent ones as if they were empty.
    fn whole_settings(&mut self, fields: &mut Fields) -> Settings {
        let outer = std::mem::replace(&mut self.place, Place::Settings);
        let settings = fields
            .take("settings")
            .and_then(|raw| self.object(raw))
            .and_then(|fields| self.settings(fields));
        self.place = outer;
        settings.unwrap_or_default()
    }

    fn days(&mut self, fields: &mut Fields, settings: &Settings, today: NaiveDate) -> Result<Days, BackupError> {
        let entries = fields.take(List::Days.key());
        let Some(entries) = entries.map_or(Some(Vec::new()), |raw| Some(get::<Entries<MAX_DAYS>>(raw)?.0)) else {
            self.wrong_field(List::Days.key(), Mistake::NotAList);
            return Err(BackupError::Problems(std::mem::take(self.problems)));
        };
        if entries.len() > MAX_DAYS {
            return Err(BackupError::TooManyDays);
        }
        // A file may come from a time zone where the next day has begun already.
        let last = today.succ_opt().unwrap_or(LAST_DATE);
        let mut days = Days {
            listed: entries.len(),
            ..Days::default()
        };
        let mut seen = SortedSet::default();
        let mut marks = Vec::new();
        for (index, raw) in entries.into_iter().enumerate() {
            self.place = Place::Entry(List::Days, index + 1);
            let Some((day, mark)) = self.whole_day(raw, settings, &mut seen) else {
                days.refused += 1;
                continue;
            };
            marks.extend(mark.map(|mark| (day.date(), mark)));
            if day.date() > last {
                days.ahead.push(day);
            } else {
                days.read.push(day);
            }
        }
        days.marks = by_date(marks);
        Ok(days)
    }

    /// The days that were deleted, by their dates.
    fn deleted_days(&mut self, fields: &mut Fields) -> SortedMap<NaiveDate, Mark> {
        let list = self.entries::<MAX_DAYS>(fields, List::DeletedDays.key());
        let outer = self.place;
        let mut deleted = Vec::new();
        for (index, raw) in list.into_iter().flatten().enumerate() {
            self.place = Place::Entry(List::DeletedDays, index + 1);
            let read = Deleted::read(raw).map(|Deleted(date, mark)| (date, mark));
            deleted.extend(self.good(read.ok_or(Mistake::NotADeletion)));
        }
        self.place = outer;
        by_date(deleted)
    }

    /// A day in which everything is right, of a date that has not come before.
    fn whole_day(
        &mut self,
        raw: &RawValue,
        settings: &Settings,
        seen: &mut SortedSet<NaiveDate>,
    ) -> Option<(Day, Option<Mark>)> {
        let before = self.problems.len();
        let fields = self.object(raw)?;
        let mut day = self.day(fields, settings)?;
        let mark = marks::taken_out(&mut day.unknown);
        if seen.contains(&day.date()) {
            self.wrong(Mistake::DateTwice);
        }
        if self.problems.len() > before {
            return None;
        }
        seen.insert(day.date());
        Some((day, mark))
    }
}

fn by_date(mut marks: Vec<(NaiveDate, Mark)>) -> SortedMap<NaiveDate, Mark> {
    // In order, each goes to the end of the map.
    marks.sort_by_key(|(date, _)| *date);
    marks.into_iter().collect()
}

/// A date of the form 2026-01-05 and no other.
fn civil_date(text: &str) -> Result<NaiveDate, Mistake> {
    iso::date(text).ok_or_else(|| Mistake::NotADate(excerpt(text)))
}

/// An instant with its offset, of the form 2026-01-05T21:10:00+01:00.
fn instant(text: &str) -> Result<DateTime<FixedOffset>, Mistake> {
    iso::instant(text)
        .filter(|instant| date_in_range(instant.naive_utc().date()).is_ok())
        .ok_or_else(|| Mistake::NotAnInstant(excerpt(text)))
}
