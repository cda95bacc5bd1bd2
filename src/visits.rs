//! Visits (D11): a date with the doctor, the patient's own questions, and what was decided there.
//!
//! A day's check-in needs nothing of it. So the diary keeps them as they were written down, among the fields of [`Rest`] that
//! the first part does not read, and they are read here: an object with a field for each visit, by the time at which it was
//! written down. Two versions of it become one visit by visit, as of any object of that kind. One that was deleted is `null`
//! from then on, so that no older file brings it back; what can't be read stays as it is.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, Timelike as _};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::diary::{Note, Rest, Unknown, date_in_range, in_common_digits, iso};
use crate::json::raw::{object, object_text};
use crate::words::{Said, dates, visit as words};

/// Its field in backups and in the store.
pub const FIELD: &str = "visits";
/// Among the visits: what another version or program left in their place.
const UNREAD: &str = "unread";
/// What a deleted visit leaves.
const DELETED: &str = "null";

/// The most questions of a visit.
pub const MAX_QUESTIONS: usize = 3;
/// The most characters of a question, and of what was decided in own words.
pub const MAX_QUESTION_CHARS: usize = 200;
/// The most characters of with whom or where.
pub const MAX_WITH_CHARS: usize = 60;
/// For how many days after a visit it is asked what was decided.
const ASKED_DAYS: u64 = 14;
/// For how many days after a visit its questions stay on the report, while nothing is decided.
const ON_REPORT_DAYS: u64 = 7;
/// From this hour of its day on it is asked what was decided.
const EVENING: u32 = 17;

/// A visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// Its day, by the calendar.
    pub date: NaiveDate,
    /// Its time, by the clock on the wall.
    pub time: Option<NaiveTime>,
    /// With whom, or where, on one line.
    pub with: Option<String>,
    /// The patient's questions, each on one line; none is empty.
    pub questions: Vec<String>,
    /// What was decided there.
    pub decided: Option<Decided>,
    /// Whether it is not to be asked what was decided.
    pub put_away: bool,
    /// When it was written down, or last changed.
    pub changed_at: DateTime<FixedOffset>,
    /// Fields of another version.
    pub unknown: Map<String, Value>,
}

/// What was decided at a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Which of the ways on.
    pub what: Choice,
    /// The same in own words, on one line.
    pub words: Option<String>,
    /// The diary day on which it was written down.
    pub on: NaiveDate,
}

/// The ways on after a visit. A further one is a line in [`Choice::ALL`] and [`Choice::id`], and the compiler leads on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Nothing changes.
    GoOn,
    /// LDN is started.
    StartLdn,
    /// Another dose.
    ChangeDose,
    /// LDN is stopped, for good or for a while.
    Stop,
    /// Another medicine.
    OtherMedicine,
    /// Nothing changes, and the next decision card has a day.
    AskAgain,
    /// Nothing changes, and the diary asks on fewer days, or rests (P9).
    AskLess,
    /// What own words say; also what another version calls by a name that is not known here.
    Other,
}

impl Choice {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Choice; 8] = [
        Choice::GoOn,
        Choice::StartLdn,
        Choice::ChangeDose,
        Choice::Stop,
        Choice::OtherMedicine,
        Choice::AskAgain,
        Choice::AskLess,
        Choice::Other,
    ];

    /// Its name in files.
    pub fn id(self) -> &'static str {
        match self {
            Choice::GoOn => "go_on",
            Choice::StartLdn => "start_ldn",
            Choice::ChangeDose => "change_dose",
            Choice::Stop => "stop",
            Choice::OtherMedicine => "other_medicine",
            Choice::AskAgain => "ask_again",
            Choice::AskLess => "ask_less",
            Choice::Other => "other",
        }
    }

    fn from_id(id: &str) -> Choice {
        let known = Choice::ALL.into_iter().find(|choice| choice.id() == id);
        known.unwrap_or(Choice::Other)
    }
}

impl Said for Choice {
    fn said(&self) -> String {
        let words = match self {
            Choice::GoOn => words::go_on(),
            Choice::StartLdn => words::start_ldn(),
            Choice::ChangeDose => words::change_dose(),
            Choice::Stop => words::stop(),
            Choice::OtherMedicine => words::other_medicine(),
            Choice::AskAgain => words::ask_again(),
            Choice::AskLess => words::ask_less(),
            Choice::Other => words::other(),
        };
        words.to_owned()
    }
}

/// "Change the dose: up slowly"; where own words alone say what was decided, these.
impl Said for Decided {
    fn said(&self) -> String {
        match (self.what, &self.words) {
            (Choice::Other, Some(own)) => own.clone(),
            (what, Some(own)) => words::in_words(&what.said(), own),
            (what, None) => what.said(),
        }
    }
}

/// "Sat 12 Dec 2026, 14:30, Dr Lind".
impl Said for Visit {
    fn said(&self) -> String {
        let day = dates::dated_short(self.date);
        let when = match self.time {
            Some(time) => words::at_time(&day, &dates::time_of_day(time)),
            None => day,
        };
        match &self.with {
            Some(with) => words::with_whom(&when, with),
            None => when,
        }
    }
}

/// What today's page says of a visit.
#[derive(Debug, Clone, PartialEq)]
pub enum Reminder {
    /// It is tomorrow.
    Tomorrow,
    /// It is today.
    Today,
    /// It was on this day, and nothing is decided; by its id.
    Decide(String, NaiveDate),
}

/// A text on one line, without signs that nobody sees at its ends; `None` where nothing is left.
///
/// # Errors
/// How many characters it has, where these are more than `most`.
pub fn line(text: &str, most: usize) -> Result<Option<String>, usize> {
    let note = Note::new(text).map_err(|_| text.chars().count())?;
    let parts: Vec<&str> = note.as_str().split_whitespace().collect();
    let line = parts.join(" ");
    match line.chars().count() {
        0 => Ok(None),
        count if count > most => Err(count),
        _ => Ok(Some(line)),
    }
}

/// The time of day of a text such as `14:30`, in digits of any script; seconds are left out.
pub fn time_of_day(text: &str) -> Option<NaiveTime> {
    let digits = in_common_digits(text.trim());
    let mut parts = digits.split(':');
    let mut number = || {
        let part = parts.next()?;
        let is_number = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| is_number)
    };
    NaiveTime::from_hms_opt(number()?, number()?, 0)
}

/// The same as a text: `14:30`.
pub fn time_text(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

impl Visit {
    /// Whether it is to be asked what was decided: from the evening of its day on, for two weeks.
    fn is_asked(&self, today: NaiveDate, now: NaiveDateTime) -> bool {
        let is_evening = self
            .date
            .and_hms_opt(EVENING, 0, 0)
            .is_some_and(|evening| now >= evening);
        self.is_open() && is_evening && today <= later(self.date, ASKED_DAYS)
    }

    fn is_open(&self) -> bool {
        self.decided.is_none() && !self.put_away
    }
}

fn later(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}

/// All visits of a diary that can be read, each with its id, in the order of their days and times.
pub fn all(rest: &Rest) -> Vec<(String, Visit)> {
    let mut visits = Vec::new();
    for (id, text) in entries(rest) {
        visits.extend(read(&text).map(|visit| (id, visit)));
    }
    // Those without a time are first, and of the same time those that were written down first.
    visits.sort_by_key(|(_, visit): &(String, Visit)| (visit.date, visit.time));
    visits
}

/// The visit of an id, where there is one that can be read.
pub fn get(rest: &Rest, id: &str) -> Option<Visit> {
    entry(rest, id).and_then(|text| read(&text))
}

/// What is kept under an id, as a text, for whoever wants to put it back.
pub fn entry(rest: &Rest, id: &str) -> Option<String> {
    entries(rest).get(id).cloned()
}

/// Keeps a visit.
pub fn put(rest: &mut Rest, id: &str, visit: &Visit) {
    put_back(rest, id, Some(&written(visit)));
}

/// Deletes a visit for good: nothing but its id stays.
pub fn delete(rest: &mut Rest, id: &str) {
    put_back(rest, id, None);
}

/// Puts something back under an id as [`entry`] gave it; what was not there before is deleted.
pub fn put_back(rest: &mut Rest, id: &str, text: Option<&str>) {
    let mut all = entries(rest);
    if let Some(foreign) = rest.unknown.get(FIELD).filter(|text| object(text).is_none()) {
        all.insert(UNREAD.to_owned(), foreign.clone());
    }
    all.insert(id.to_owned(), text.unwrap_or(DELETED).to_owned());
    rest.unknown.insert(FIELD.to_owned(), object_text(&all));
}

/// The id of a visit that is written down now.
pub fn new_id(rest: &Rest, now: DateTime<FixedOffset>) -> String {
    let taken = entries(rest);
    let mut at = now.timestamp_millis();
    while taken.contains_key(&at.to_string()) {
        at += 1;
    }
    at.to_string()
}

/// Takes the visits of a file into those that are here: of a visit that both have the one that was changed later, and none
/// that was deleted here. `rest` holds the other fields of both already.
pub fn take(rest: &mut Rest, here: &Rest, file: &Rest) {
    let (mut all, in_file) = (entries(here), entries(file));
    if in_file.is_empty() {
        return;
    }
    for (id, text) in in_file {
        let is_taken = match all.get(&id) {
            None => true,
            Some(kept) => {
                let changed_at = |text: &str| read(text).map(|visit| visit.changed_at);
                let (kept, given) = (changed_at(kept), changed_at(&text));
                kept.is_some() && given > kept
            }
        };
        if is_taken {
            all.insert(id, text);
        }
    }
    if let Some(foreign) = here.unknown.get(FIELD).filter(|text| object(text).is_none()) {
        all.insert(UNREAD.to_owned(), foreign.clone());
    }
    rest.unknown.insert(FIELD.to_owned(), object_text(&all));
}

/// How many visits are not as they were before, or were not there.
pub fn changed(before: &Rest, after: &Rest) -> usize {
    let had = entries(before);
    let is_new = |(id, text): &(String, String)| had.get(id) != Some(text) && read(text).is_some();
    entries(after).into_iter().filter(is_new).count()
}

/// What today's page says; nothing on most days. `now` is the time by the clock on the wall.
pub fn reminder(rest: &Rest, today: NaiveDate, now: NaiveDateTime) -> Option<Reminder> {
    let visits = all(rest);
    for (_, visit) in &visits {
        if visit.decided.is_none() && !visit.is_asked(today, now) {
            if visit.date == today && !visit.put_away {
                return Some(Reminder::Today);
            }
            if visit.date == later(today, 1) {
                return Some(Reminder::Tomorrow);
            }
        }
    }
    let mut asked = visits.into_iter().rev().filter(|(_, visit)| visit.is_asked(today, now));
    asked.next().map(|(id, visit)| Reminder::Decide(id, visit.date))
}

/// The visit for which a report is made on a day: the next one, or the last one while nothing is decided, for a week.
pub fn of_report(rest: &Rest, made_on: NaiveDate) -> Option<Visit> {
    let mut visits: Vec<Visit> = all(rest).into_iter().map(|(_, visit)| visit).collect();
    visits.retain(|visit| visit.decided.is_none());
    let ahead = visits.iter().find(|visit| visit.date >= made_on);
    let is_recent = |visit: &&Visit| visit.is_open() && made_on <= later(visit.date, ON_REPORT_DAYS);
    ahead.or_else(|| visits.iter().rev().find(is_recent)).cloned()
}

/// The visits, by their ids; none where something else stands in their place.
fn entries(rest: &Rest) -> Unknown {
    let text = rest.unknown.get(FIELD);
    text.and_then(|text| object(text)).unwrap_or_default()
}

fn read(text: &str) -> Option<Visit> {
    let kept: Kept = serde_json::from_str(text).ok()?;
    let day = |text: &str| iso::date(text).filter(|date| date_in_range(*date).is_ok());
    let decided = match kept.decided {
        None => None,
        Some(decided) => Some(Decided {
            what: Choice::from_id(&decided.what),
            words: shortened(&decided.words.unwrap_or_default(), MAX_QUESTION_CHARS),
            on: day(&decided.on)?,
        }),
    };
    let questions = kept.questions.iter().take(MAX_QUESTIONS);
    Some(Visit {
        date: day(&kept.date)?,
        time: kept.time.as_deref().and_then(time_of_day),
        with: shortened(&kept.with.unwrap_or_default(), MAX_WITH_CHARS),
        questions: questions
            .filter_map(|text| shortened(text, MAX_QUESTION_CHARS))
            .collect(),
        decided,
        put_away: kept.put_away,
        changed_at: iso::instant(&kept.changed_at)?,
        unknown: kept.unknown,
    })
}

/// As much of a text of a file as a line holds: page 1 has room for no more.
fn shortened(text: &str, most: usize) -> Option<String> {
    line(text, most).unwrap_or_else(|_| {
        let beginning: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let beginning: String = beginning.chars().take(most).collect();
        line(&beginning, most).ok().flatten()
    })
}

fn written(visit: &Visit) -> String {
    let kept = Kept {
        date: visit.date.to_string(),
        time: visit.time.map(time_text),
        with: visit.with.clone(),
        questions: visit.questions.clone(),
        decided: visit.decided.as_ref().map(|decided| KeptDecision {
            what: decided.what.id().to_owned(),
            words: decided.words.clone(),
            on: decided.on.to_string(),
        }),
        put_away: visit.put_away,
        changed_at: visit.changed_at.to_rfc3339_opts(SecondsFormat::Millis, false),
        unknown: visit.unknown.clone(),
    };
    // Texts always can be written.
    serde_json::to_string(&kept).unwrap_or_default()
}

#[derive(Serialize, Deserialize)]
struct Kept {
    date: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    with: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    questions: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    decided: Option<KeptDecision>,
    #[serde(default, skip_serializing_if = "is_false")]
    put_away: bool,
    changed_at: String,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

#[derive(Serialize, Deserialize)]
struct KeptDecision {
    what: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<String>,
    on: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

#[cfg(test)]
mod tests;
