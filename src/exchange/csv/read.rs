//! Table → days.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::{DateTime, FixedOffset, NaiveDate};
use csv::StringRecord;

use super::cell;
use super::day_or_month::{DayOrMonth, Evidence};
use super::{Column, CsvError, MAX_BYTES, MAX_DAYS, Mapping, Reading};
use crate::diary::{Answers, Day, LAST_DATE, Name, Note, is_all_blank};
use crate::exchange::decode::line_of;
use crate::exchange::problems::{Field, Mistake, Place, Problems};

/// A reader of the records of a text, header included, by the separator that its first line uses most.
pub(super) fn reader(text: &str) -> csv::Reader<&[u8]> {
    let text = without_mark(text);
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes())
}

/// The rows of a text, header included, each with the line of the file on which it begins.
fn rows(text: &str) -> impl Iterator<Item = (u64, StringRecord)> {
    let bytes = without_mark(text).as_bytes();
    let (mut line, mut at) = (1, 0);
    // Text in memory cannot fail to be read, and rows may be of any length.
    reader(text).into_records().filter_map(Result::ok).map(move |record| {
        // The reader counts no line that ends with a carriage return alone, and stands before the end of the last one.
        let begins = record
            .position()
            .map_or(at, |place| usize::try_from(place.byte()).unwrap_or(at));
        let ends = bytes[begins..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let begins = begins + ends.count();
        line += line_of(&bytes[at..begins]) - 1;
        at = begins;
        (line as u64, record)
    })
}

/// The text without its byte order mark.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn separator(text: &str) -> u8 {
    // In a table of ours a name may hold more separators than there are columns.
    if let Some(separator @ (b',' | b';')) = text.strip_prefix("date").and_then(|rest| rest.bytes().next())
        && text[5..].starts_with("phase")
    {
        return separator;
    }
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.bytes() {
        quoted ^= byte == b'"';
        match byte {
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => counts
                .iter_mut()
                .filter(|(one, _)| *one == byte)
                .for_each(|(_, count)| *count += 1),
        }
    }
    // Of equally frequent ones the first: the last greatest of the list turned around.
    counts
        .into_iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(separator, _)| separator)
}

/// The line on which a quoted cell begins that never ends. All rows after it would seem to be one text.
fn open_quote(text: &str) -> Option<u64> {
    enum Cell {
        Begins,
        Plain,
        Quoted,
        /// After a quote within a quoted cell: its end, or the first of two that stand for one.
        Ended,
    }
    let text = without_mark(text);
    let separator = separator(text);
    let (mut cell, mut opened_at) = (Cell::Begins, 0);
    for (place, byte) in text.bytes().enumerate() {
        cell = match (cell, byte) {
            (Cell::Quoted, b'"') => Cell::Ended,
            (Cell::Quoted, _) | (Cell::Ended, b'"') => Cell::Quoted,
            (_, b'\n' | b'\r') => Cell::Begins,
            (_, byte) if byte == separator => Cell::Begins,
            (Cell::Begins, b'"') => {
                opened_at = place;
                Cell::Quoted
            }
            _ => Cell::Plain,
        };
    }
    matches!(cell, Cell::Quoted).then(|| line_of(&text.as_bytes()[..opened_at]) as u64)
}

pub(super) fn table(
    text: &str,
    mapping: &Mapping,
    today: NaiveDate,
    now: DateTime<FixedOffset>,
) -> Result<Reading, CsvError> {
    if text.len() > MAX_BYTES {
        return Err(CsvError::TooLarge);
    }
    check(mapping)?;
    open_quote(text).map_or(Ok(()), |line| Err(CsvError::OpenQuote(line)))?;
    // A table may come from a time zone where the next day has begun already.
    let last = today.succ_opt().unwrap_or(LAST_DATE);
    let mut records = rows(text);
    if records.next().map_or(0, |(_, header)| header.len()) != mapping.columns.len() {
        return Err(CsvError::OtherTable);
    }
    let mut evidence = Evidence::default();
    for (line, record) in rows(text).skip(1).take(MAX_DAYS) {
        evidence.hear(line, &record, mapping, last);
    }
    let dates = evidence.judged();
    let filled = |record: &StringRecord| record.iter().any(|cell| !is_all_blank(cell));
    let (mut days, mut problems, mut rows) = (BTreeMap::new(), Problems::default(), 0);
    for (line, record) in records.filter(|(_, record)| filled(record)) {
        rows += 1;
        if rows > MAX_DAYS {
            return Err(CsvError::TooManyRows);
        }
        let mut row = Row {
            line,
            mapping,
            record: &record,
            dates: &dates,
            problems: &mut problems,
        };
        if let Some(day) = row.day(now) {
            row.put(day, &mut days, last);
        }
    }
    Ok(Reading {
        days: days.into_values().collect(),
        problems,
        rows,
    })
}

/// A date, as many columns as headers, and nothing twice.
fn check(mapping: &Mapping) -> Result<(), CsvError> {
    if mapping.headers.len() != mapping.columns.len() {
        return Err(CsvError::OtherTable);
    }
    if !mapping.columns.contains(&Column::Date) {
        return Err(CsvError::NoDate);
    }
    for (index, column) in mapping.columns.iter().enumerate() {
        let same = mapping.columns[..index]
            .iter()
            .position(|earlier| means_the_same(earlier, column));
        if let Some(earlier) = same {
            return Err(CsvError::SameTwice(
                mapping.headers[earlier].clone(),
                mapping.headers[index].clone(),
            ));
        }
    }
    Ok(())
}

pub(super) fn means_the_same(one: &Column, other: &Column) -> bool {
    match (one, other) {
        (Column::Ignored, Column::Ignored) => false,
        (Column::Item(one) | Column::ItemOutOfTen(one), Column::Item(other) | Column::ItemOutOfTen(other)) => {
            one == other
        }
        _ => one == other,
    }
}

/// One row, and the problems of the table.
struct Row<'a> {
    line: u64,
    mapping: &'a Mapping,
    record: &'a StringRecord,
    dates: &'a DayOrMonth,
    problems: &'a mut Problems,
}

/// What a row says, as far as it was read.
#[derive(Default)]
struct Found {
    date: Option<NaiveDate>,
    /// Whether the date can mean two days, of which nothing tells which.
    is_open: bool,
    recorded_at: Option<DateTime<FixedOffset>>,
    edited_at: Option<DateTime<FixedOffset>>,
    imported_from: Option<Name>,
    answers: Answers,
}

impl Row<'_> {
    fn wrong(&mut self, column: Option<&str>, what: Mistake) {
        let column = column.map(|header| Field::Column(header.to_owned()));
        self.problems.add(Place::Line(self.line), column, what);
    }

    /// Adds the day of the row to those before it.
    fn put(&mut self, day: Day, days: &mut BTreeMap<NaiveDate, Day>, last: NaiveDate) {
        match days.entry(day.date()) {
            Entry::Occupied(_) => self.wrong(None, Mistake::DateTwice),
            Entry::Vacant(_) if day.date() > last => self.wrong(None, Mistake::Ahead),
            Entry::Vacant(place) => {
                place.insert(day);
            }
        }
    }

    /// The day of the row; none if anything in it is wrong, or nothing was answered or recorded.
    fn day(&mut self, now: DateTime<FixedOffset>) -> Option<Day> {
        let noted = self.problems.len();
        let (mut found, record, mapping) = (Found::default(), self.record, self.mapping);
        if record.len() > mapping.columns.len() {
            self.wrong(None, Mistake::MoreCells);
        }
        for ((column, header), text) in mapping.columns.iter().zip(&mapping.headers).zip(record) {
            if let Err(mistake) = found.take(column, text, self.dates) {
                self.wrong(Some(header), mistake);
            }
            if let (Column::Date, Some(trouble)) = (column, self.dates.trouble_on(self.line)) {
                self.wrong(Some(header), trouble);
            }
        }
        if found.is_open {
            return None;
        }
        if found.date.is_none() && self.problems.len() == noted {
            let date = mapping.columns.iter().position(|column| *column == Column::Date);
            self.wrong(date.map(|place| mapping.headers[place].as_str()), Mistake::Missing);
        }
        if self.problems.len() > noted {
            return None;
        }
        if found.answers.is_empty() && found.recorded_at.is_none() {
            return None;
        }
        let recorded_at = found.recorded_at.unwrap_or(now);
        let day = Day::restore(found.date?, recorded_at, found.edited_at, found.answers);
        Some(day.with_source(found.imported_from))
    }
}

impl Found {
    /// Takes what a cell says. An empty one says nothing.
    fn take(&mut self, column: &Column, text: &str, dates: &DayOrMonth) -> Result<(), Mistake> {
        let answers = &mut self.answers;
        if let Column::Note = column {
            answers.note = Note::new(&cell::unguarded(text))?;
            return Ok(());
        }
        let text = cell::unguarded(text);
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        match column {
            Column::Ignored | Column::Note => {}
            Column::Date => {
                self.date = dates.date(text)?;
                self.is_open = self.date.is_none();
            }
            Column::DoseTaken => answers.dose_taken = Some(cell::dose(text)?),
            Column::Item(id) => drop(answers.items.insert(id.clone(), cell::rating(text)?)),
            Column::ItemOutOfTen(id) => drop(answers.items.insert(id.clone(), cell::rating_out_of_ten(text)?)),
            Column::SideEffect(id) => drop(answers.side_effects.insert(id.clone(), cell::yes_or_no(text)?)),
            Column::RescueMedicine => answers.rescue_medicine = Some(cell::yes_or_no(text)?),
            Column::WalkingSupport => answers.walking_support = Some(cell::yes_or_no(text)?),
            Column::LeftOut => answers.left_out = cell::yes_or_no(text)?,
            Column::Tags => answers.tags.extend(cell::tags(text)?),
            Column::RecordedAt => self.recorded_at = Some(cell::instant(text)?),
            Column::EditedAt => self.edited_at = Some(cell::instant(text)?),
            Column::ImportedFrom => self.imported_from = Name::beginning(text),
        }
        Ok(())
    }
}
