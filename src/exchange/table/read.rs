//! Table → days, by a proposal.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::days::{self, Calendar, Places};
use super::field;
use super::meaning::{self, Known};
use super::open::Opened;
use super::reading::{LeftOut, Reading};
use super::shape::{Field, Join, Meaning, Program, Proposal, Reason, Scale, Source, Why};
use super::split::Row;
use super::value::{self, Value};
use crate::diary::{
    Answers, Count, Day, DayEnd, Dose, ItemId, Name, Note, OwnId, Settings, SideEffectId, SortedMap, SortedSet, Tag,
    diary_day, in_small_letters, is_all_blank,
};
use crate::exchange::csv::columns;
use crate::exchange::problems::excerpt;
use crate::words::Said;

pub(super) fn read(opened: &Opened, proposal: &Proposal, settings: &Settings, now: DateTime<FixedOffset>) -> Reading {
    let table = &opened.table;
    let today = diary_day(now, settings.day_ends_at);
    let places = places(opened, proposal);
    let has_times = days::has_times(opened, places.date);
    let calendar = Calendar::new(
        places,
        &proposal.dates,
        has_times,
        settings.day_ends_at,
        days::last_day(table.program, today),
    );
    let is_own = table.program == Program::Own;
    let (targets, settings_with) = targets(proposal, settings);
    let mut columns: Vec<(usize, &Target)> = Vec::new();
    let mut tracked: HashMap<(&str, &str), &Target> = HashMap::new();
    for target in &targets {
        match &target.field.source {
            Source::Column(place) => columns.push((*place, target)),
            Source::Tracked { kind, name } => _ = tracked.insert((kind, name), target),
        }
    }
    let text_column = first_text(proposal);
    let mut days: BTreeMap<NaiveDate, Gathered> = BTreeMap::new();
    let mut lost = Lost::default();
    for row in &table.rows {
        if is_skipped(opened, row, &mut lost) {
            continue;
        }
        let (date, minutes) = match calendar.day(row) {
            Ok(found) => found,
            Err(reason) => {
                let date = if reason == Reason::NoDate {
                    ""
                } else {
                    row.cell(places.date)
                };
                lost.add(None, reason, row.line, date);
                continue;
            }
        };
        let whole = whole_cells(row, table.headers.len(), text_column, &mut lost);
        let day = days.entry(date).or_default();
        let mut note = String::new();
        let mut put = |target: &Target, text: &str| {
            let value = match (target.to.as_ref(), value::value(target.field, text, is_own)) {
                (_, Ok(Value::Nothing)) => return,
                (Err(reason), Ok(_)) => Err(*reason),
                (Ok(to), Ok(value)) => day.take(to, target.field.join, value, &mut note),
                (_, Err(reason)) => Err(reason),
            };
            if let Err(reason) = value {
                lost.add(Some(target), reason, row.line, text.trim());
            }
        };
        for (place, target) in &columns {
            if *place < whole {
                put(target, row.cell(*place));
            } else if Some(*place) == text_column && place + 1 == table.headers.len() {
                put(target, &rest(row, *place, opened.separator));
            }
        }
        let key = table
            .columns
            .value
            .and_then(|value| Some((value, field::tracked(table, row)?)));
        if let Some((value, (kind, name))) = key
            && let Some(target) = tracked.get(&(kind.as_str(), name.as_str()))
        {
            put(target, row.cell(value));
        }
        if !note.is_empty() {
            day.notes.push((minutes, row.line, note));
        }
    }
    let name = Name::new(&table.program.said()).ok();
    let mut read = Vec::new();
    for (date, gathered) in days {
        read.extend(gathered.day(date, (now, name.as_ref(), is_own), settings.day_ends_at, &mut lost));
    }
    Reading {
        days: read,
        settings: settings_with,
        left_out: lost.listed(),
        rows: table.rows.len(),
        source: name.filter(|_| !is_own),
    }
}

/// The columns of days and times, which the patient may have changed.
fn places(opened: &Opened, proposal: &Proposal) -> Places {
    let place = |wanted: &Meaning| {
        proposal.fields.iter().find_map(|field| match field.source {
            Source::Column(place) if field.meaning == *wanted => Some(place),
            _ => None,
        })
    };
    Places {
        date: place(&Meaning::Date).unwrap_or(opened.table.columns.date),
        time: place(&Meaning::Time),
        year: place(&Meaning::Year),
    }
}

/// Where the values of a field go, or why they go nowhere.
struct Target<'a> {
    field: &'a Field,
    place: usize,
    to: Result<To, Reason>,
}

enum To {
    Item(ItemId),
    SideEffect(SideEffectId),
    Medicine(OwnId),
    DoseTaken,
    RescueMedicine,
    WalkingSupport,
    SealedDose,
    LeftOut,
    Tags,
    Note,
    RecordedAt,
    EditedAt,
    ImportedFrom,
}

/// The fields of which something is taken; and the settings with the own things that they need.
fn targets<'a>(proposal: &'a Proposal, settings: &Settings) -> (Vec<Target<'a>>, Settings) {
    let mut settings = settings.clone();
    let mut targets = Vec::new();
    for (place, field) in proposal.fields.iter().enumerate() {
        let to = match &field.meaning {
            Meaning::Ignored(_) | Meaning::Date | Meaning::Time | Meaning::Year => continue,
            Meaning::Item(id) => Ok(To::Item(id.clone())),
            // Nothing of it is taken, so that it is not needed.
            Meaning::NewItem { .. } | Meaning::NewSideEffect(_) if field.scale == Scale::Asked => {
                Err(Reason::ScaleNotSaid)
            }
            Meaning::NewItem { name, better } => match (meaning::known(name, &settings), Name::new(name)) {
                (Some(Known::Item(id)), _) => Ok(To::Item(id)),
                (_, Err(_)) => Err(Reason::NotAName),
                (_, Ok(name)) => match settings.clone().with_own_item(name, *better) {
                    Ok(with) => {
                        settings = with;
                        let own = settings.own_items().last();
                        own.map(|own| To::Item(ItemId::Own(own.id.clone())))
                            .ok_or(Reason::TooManyOwn)
                    }
                    Err(_) => Err(Reason::TooManyOwn),
                },
            },
            Meaning::SideEffect(id) => Ok(To::SideEffect(id.clone())),
            Meaning::NewSideEffect(name) => match (meaning::known(name, &settings), Name::new(name)) {
                (Some(Known::SideEffect(id)), _) => Ok(To::SideEffect(id)),
                (_, Err(_)) => Err(Reason::NotAName),
                (_, Ok(name)) => {
                    settings = settings.with_own_side_effect(name);
                    let own = settings.own_side_effects().last();
                    own.map(|own| To::SideEffect(SideEffectId::Own(own.id.clone())))
                        .ok_or(Reason::NotAName)
                }
            },
            Meaning::Medicine(name) => match (columns::medicine(name, &settings), Name::new(name)) {
                (Some(id), _) => Ok(To::Medicine(id)),
                (_, Err(_)) => Err(Reason::NotAName),
                (_, Ok(name)) => match settings.clone().with_medicine(name, None) {
                    Ok(with) => {
                        settings = with;
                        let own = settings.medicines().last();
                        own.map(|own| To::Medicine(own.id.clone())).ok_or(Reason::TooManyOwn)
                    }
                    Err(_) => Err(Reason::TooManyOwn),
                },
            },
            Meaning::DoseTaken(_) => Ok(To::DoseTaken),
            Meaning::RescueMedicine => Ok(To::RescueMedicine),
            Meaning::WalkingSupport => Ok(To::WalkingSupport),
            Meaning::SealedDose => Ok(To::SealedDose),
            Meaning::LeftOut => Ok(To::LeftOut),
            Meaning::Tags(_) => Ok(To::Tags),
            Meaning::Note => Ok(To::Note),
            Meaning::RecordedAt => Ok(To::RecordedAt),
            Meaning::EditedAt => Ok(To::EditedAt),
            Meaning::ImportedFrom => Ok(To::ImportedFrom),
        };
        targets.push(Target { field, place, to });
    }
    (targets, settings)
}

/// Whether a row tells of a medicine that was not taken.
fn is_skipped(opened: &Opened, row: &Row, lost: &mut Lost) -> bool {
    let table = &opened.table;
    if table.program != Program::MedTimer {
        return false;
    }
    let status = table
        .columns
        .status
        .map(|status| in_small_letters(row.cell(status).trim()))
        .unwrap_or_default();
    let is_skipped = ["skip", "übersprungen", "ausgelassen", "omit", "hoppet"]
        .iter()
        .any(|word| status.contains(word));
    let is_open = is_all_blank(row.cell(table.columns.date));
    if is_skipped || is_open {
        lost.add(
            None,
            Reason::NotTaken,
            row.line,
            row.cell(table.columns.name.unwrap_or(0)),
        );
    }
    is_skipped || is_open
}

/// The first column that may hold text with separators in it.
fn first_text(proposal: &Proposal) -> Option<usize> {
    let is_text = |field: &&Field| {
        matches!(
            field.meaning,
            Meaning::Note | Meaning::Tags(_) | Meaning::Ignored(Why::Unknown | Why::OtherMedicine)
        ) && field.range.is_none()
    };
    proposal
        .fields
        .iter()
        .filter(is_text)
        .find_map(|field| match field.source {
            Source::Column(place) => Some(place),
            Source::Tracked { .. } => None,
        })
}

/// How many cells of a row are what their headers say: all, unless there are more than headers. Then a text was not put in
/// quotes, and what stands before the first column of text is left as it is.
fn whole_cells(row: &Row, headers: usize, text_column: Option<usize>, lost: &mut Lost) -> usize {
    let more = (headers..row.len()).any(|place| !is_all_blank(row.cell(place)));
    if !more {
        return usize::MAX;
    }
    // Without a column of text none can have fallen apart: the surplus alone has no name.
    let whole = text_column.unwrap_or(headers);
    if whole + 1 < headers || text_column.is_none() {
        lost.add(None, Reason::MoreCells, row.line, row.cell(headers));
    }
    whole
}

/// A last text that fell apart at its separators, whole again.
fn rest(row: &Row, from: usize, separator: Option<char>) -> String {
    let mut text = String::new();
    for place in from..row.len() {
        if place > from {
            text.extend(separator);
        }
        text.push_str(row.cell(place));
    }
    text.trim_end_matches(|c| Some(c) == separator).to_owned()
}

/// The entries of one day.
#[derive(Default)]
struct Gathered {
    items: BTreeMap<ItemId, Ratings>,
    effects: BTreeMap<SideEffectId, bool>,
    medicines: SortedMap<OwnId, Count>,
    dose: Option<u64>,
    rescue: Option<bool>,
    walking: Option<bool>,
    sealed_dose: Option<bool>,
    left_out: bool,
    tags: SortedSet<Tag>,
    /// With the time and the line of the entry.
    notes: Vec<(Option<u16>, u64, String)>,
    recorded_at: Option<DateTime<FixedOffset>>,
    edited_at: Option<DateTime<FixedOffset>>,
    imported_from: Option<Name>,
}

/// The ratings of one item on a day, in thousandths of a point.
#[derive(Default, Clone, Copy)]
struct Ratings {
    sum: i64,
    count: i64,
    highest: i64,
    is_highest: bool,
}

/// Yes wins over no.
fn yes_wins(before: Option<bool>, answer: bool) -> bool {
    before.unwrap_or(false) || answer
}

impl Gathered {
    /// Adds a value. Texts of one row are gathered in `note`.
    fn take(&mut self, to: &To, join: Join, value: Value, note: &mut String) -> Result<(), Reason> {
        match (to, value) {
            (To::Item(id), Value::Rating(rating)) => {
                let ratings = self.items.entry(id.clone()).or_default();
                ratings.sum += rating;
                ratings.count += 1;
                ratings.highest = ratings.highest.max(rating);
                ratings.is_highest = join == Join::Highest;
            }
            (To::SideEffect(id), Value::Answer(answer)) => {
                let given = self.effects.entry(id.clone()).or_default();
                *given |= answer;
            }
            (To::Medicine(id), Value::Count(count)) => {
                self.medicines.insert(id.clone(), count);
            }
            (To::RescueMedicine, Value::Answer(answer)) => self.rescue = Some(yes_wins(self.rescue, answer)),
            (To::WalkingSupport, Value::Answer(answer)) => self.walking = Some(yes_wins(self.walking, answer)),
            (To::SealedDose, Value::Answer(answer)) => self.sealed_dose = Some(yes_wins(self.sealed_dose, answer)),
            (To::LeftOut, Value::Answer(answer)) => self.left_out |= answer,
            (To::DoseTaken, Value::Dose(dose)) => {
                let (before, dose) = (self.dose.unwrap_or(0), dose.micrograms());
                let both = if join == Join::Highest {
                    before.max(dose)
                } else {
                    before + dose
                };
                Dose::from_micrograms(both).map_err(|_| Reason::NotADose)?;
                self.dose = Some(both);
            }
            (To::Tags, Value::Tags(tags)) => self.tags.extend(tags),
            (To::Note, Value::Note(text)) => {
                if !note.is_empty() {
                    note.push('\n');
                }
                note.push_str(&text);
            }
            (To::RecordedAt, Value::Instant(at)) => {
                self.recorded_at = Some(self.recorded_at.map_or(at, |before| before.min(at)));
            }
            (To::EditedAt, Value::Instant(at)) => {
                self.edited_at = Some(self.edited_at.map_or(at, |before| before.max(at)));
            }
            (To::ImportedFrom, Value::Name(name)) => self.imported_from = Some(name),
            _ => {}
        }
        Ok(())
    }

    /// The day; none where nothing was answered or recorded. Here is the one place where a day of a table begins.
    fn day(
        mut self,
        date: NaiveDate,
        (now, source, is_own): (DateTime<FixedOffset>, Option<&Name>, bool),
        ends: DayEnd,
        lost: &mut Lost,
    ) -> Option<Day> {
        let note = self.note(ends, lost);
        let rating = |(id, ratings): (ItemId, Ratings)| {
            let rating = if ratings.is_highest {
                value::rounded(ratings.highest, 1)
            } else {
                value::rounded(ratings.sum, ratings.count)
            };
            (id, rating)
        };
        let answers = Answers {
            items: self.items.into_iter().map(rating).collect(),
            side_effects: self.effects.into_iter().collect(),
            medicines: self.medicines,
            dose_taken: self.dose.and_then(|dose| Dose::from_micrograms(dose).ok()),
            rescue_medicine: self.rescue,
            walking_support: self.walking,
            sealed_dose: self.sealed_dose,
            left_out: self.left_out,
            tags: self.tags,
            note,
        };
        if answers.is_empty() && self.recorded_at.is_none() {
            return None;
        }
        // A day of ours was recorded here, unless its table does not say when: then it was not recorded now either.
        let source = source.filter(|_| !is_own || self.recorded_at.is_none());
        let day = Day::restore(date, self.recorded_at.unwrap_or(now), self.edited_at, answers);
        Some(day.with_source(self.imported_from.or_else(|| source.cloned())))
    }

    /// The notes of all entries below each other, in the order of their times, each with its time where there are several.
    fn note(&mut self, ends: DayEnd, lost: &mut Lost) -> Note {
        let are_timed = self.notes.len() > 1 && self.notes.iter().all(|(minutes, ..)| minutes.is_some());
        if are_timed {
            // After midnight it is later, until the day ends.
            self.notes.sort_by_key(|(minutes, ..)| {
                let minutes = minutes.unwrap_or(0);
                if minutes < ends.minutes() {
                    minutes + 1_440
                } else {
                    minutes
                }
            });
        }
        let mut all = Note::default();
        for (minutes, line, text) in &self.notes {
            let text = match minutes {
                Some(minutes) if are_timed => format!("{:02}:{:02} {text}", minutes / 60, minutes % 60),
                _ => text.clone(),
            };
            let joined = if all.is_empty() {
                text.clone()
            } else {
                [all.as_str(), "\n", &text].concat()
            };
            match value::note(&joined) {
                Some(note) => all = note,
                None => lost.add(None, Reason::NoteTooLong, *line, &text),
            }
        }
        all
    }
}

/// What was left out, by field and reason.
#[derive(Default)]
struct Lost(BTreeMap<(Option<usize>, Reason), LeftOut>);

impl Lost {
    fn add(&mut self, target: Option<&Target>, reason: Reason, line: u64, text: &str) {
        let left_out = self
            .0
            .entry((target.map(|target| target.place), reason))
            .or_insert_with(|| LeftOut {
                field: target.map(|target| target.field.name.clone()),
                reason,
                count: 0,
                lines: Vec::new(),
                example: excerpt(text),
            });
        left_out.count += 1;
        if left_out.lines.len() < LeftOut::LINES {
            left_out.lines.push(line);
        }
    }

    fn listed(self) -> Vec<LeftOut> {
        self.0.into_values().collect()
    }
}
