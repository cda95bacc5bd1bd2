//! Which fields a table has, and what stands in each of them.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::header::{self, is_nothing, yes_or_no};
use super::layout::Table;
use super::number::Number;
use super::shape::{MAX_FIELDS, MAX_WORDS, Program, Source};
use super::split::Row;
use super::stamp;
use super::value;
use crate::diary::is_all_blank;
use crate::exchange::csv::cell::unguarded;

/// How many cells are shown of a field.
const SHOWN: usize = 3;
/// The longest text that can be a word of a scale, in characters.
const LONGEST_WORD: usize = 30;

/// A field with what stands in it.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) source: Source,
    pub(super) name: String,
    pub(super) stats: Stats,
}

/// What the cells of a field are.
#[derive(Debug, Clone, Default)]
pub(super) struct Stats {
    /// How many hold anything.
    pub(super) filled: usize,
    pub(super) numbers: usize,
    pub(super) least: Option<Number>,
    pub(super) most: Option<Number>,
    pub(super) zeros: usize,
    pub(super) least_but_zero: Option<Number>,
    /// Whether all numbers are whole.
    pub(super) whole: bool,
    /// The scale that all numbers say, with how many say it.
    pub(super) own_scale: Option<i32>,
    pub(super) with_own_scale: usize,
    pub(super) yes_or_no: usize,
    pub(super) durations: usize,
    pub(super) stamps: usize,
    pub(super) weekdays: usize,
    pub(super) with_unit: usize,
    /// Cells with `|`, `;`, `,` in them.
    pub(super) split: [usize; 3],
    /// Different words, up to one more than a scale has; all in small letters once.
    pub(super) words: Vec<String>,
    pub(super) most_a_day: usize,
    day: Option<NaiveDate>,
    of_day: usize,
    pub(super) samples: Vec<(u64, String)>,
    kinds: HashMap<String, Kind>,
}

/// The signs that can stand between tags.
pub(super) const BETWEEN: [char; 3] = ['|', ';', ','];

/// How many different cells of a field are remembered, with what they are: most tables say the same again and again.
const REMEMBERED: usize = 500;

/// What a cell is.
#[derive(Debug, Clone, Copy)]
struct Kind {
    form: Form,
    is_yes_or_no: bool,
    is_nothing: bool,
    split: [bool; 3],
}

/// How a cell is written.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// A number, with the most of its own scale if it says one.
    Number(Number, Option<i32>),
    DoseWithUnit,
    Duration,
    Stamp,
    Weekday,
    Text,
}

impl Kind {
    fn of(text: &str) -> Kind {
        Kind {
            form: Form::of(text),
            is_yes_or_no: yes_or_no(text).is_some() && !header::is_none(text),
            is_nothing: is_nothing(text),
            split: BETWEEN.map(|sign| text.contains(sign)),
        }
    }
}

impl Form {
    fn of(text: &str) -> Form {
        if let Some((number, own)) = value::number(text) {
            return Form::Number(number, own);
        }
        match text.bytes().any(|byte| byte.is_ascii_digit()) {
            true if value::has_unit(text) => Form::DoseWithUnit,
            true if stamp::is_duration(text) => Form::Duration,
            true if stamp::stamp(text).is_some() => Form::Stamp,
            false if stamp::is_weekday(text) => Form::Weekday,
            _ => Form::Text,
        }
    }
}

impl Stats {
    fn take(&mut self, row: &Row, day: Option<NaiveDate>, cell: &str) {
        if is_all_blank(cell) {
            return;
        }
        let (kind, is_new) = match self.kinds.get(cell) {
            Some(kind) => (*kind, false),
            None => (self.see(row, cell), true),
        };
        self.filled += 1;
        if day.is_some() && day == self.day {
            self.of_day += 1;
        } else {
            self.day = day;
            self.of_day = 1;
        }
        self.most_a_day = self.most_a_day.max(self.of_day);
        self.yes_or_no += usize::from(kind.is_yes_or_no);
        match kind.form {
            Form::Number(number, own) => return self.number(number, own),
            Form::DoseWithUnit => self.with_unit += 1,
            Form::Duration => self.durations += 1,
            Form::Stamp => self.stamps += 1,
            Form::Weekday => self.weekdays += 1,
            Form::Text => {}
        }
        for (count, has_sign) in self.split.iter_mut().zip(kind.split) {
            *count += usize::from(has_sign);
        }
        if is_new && self.words.len() <= MAX_WORDS && !kind.is_nothing {
            let text = unguarded(cell);
            let short: String = text.trim().chars().take(LONGEST_WORD + 1).collect();
            if self.words.iter().all(|word| !is_same(word, &short)) {
                self.words.push(short);
            }
        }
    }

    /// Looks at a cell that was not there before, or is not remembered.
    fn see(&mut self, row: &Row, cell: &str) -> Kind {
        let text = unguarded(cell);
        let text = text.trim();
        let kind = Kind::of(text);
        if self.kinds.len() < REMEMBERED {
            self.kinds.insert(cell.to_owned(), kind);
        }
        if self.samples.len() < SHOWN {
            let shown: String = text.chars().take(80).collect();
            if self.samples.iter().all(|(_, before)| *before != shown) {
                self.samples.push((row.line, shown));
            }
        }
        kind
    }

    fn number(&mut self, number: Number, own: Option<i32>) {
        self.whole = number.is_whole() && (self.whole || self.numbers == 0);
        self.numbers += 1;
        if let Some(most) = own {
            self.with_own_scale += 1;
            self.own_scale = Some(self.own_scale.map_or(most, |before| before.max(most)));
        }
        self.least = Some(self.least.map_or(number, |least| least.min(number)));
        self.most = Some(self.most.map_or(number, |most| most.max(number)));
        if number == Number::whole(0) {
            self.zeros += 1;
        } else {
            self.least_but_zero = Some(self.least_but_zero.map_or(number, |least| least.min(number)));
        }
    }

    /// Whether so many are nearly all.
    pub(super) fn nearly_all(&self, count: usize) -> bool {
        count > 0 && count * 10 >= self.filled * 8
    }

    /// Whether they are yes and no: nearly all, or most where nothing is a number.
    pub(super) fn are_yes_and_no(&self) -> bool {
        self.nearly_all(self.yes_or_no) || self.yes_or_no * 2 > self.filled && self.numbers == 0
    }

    /// Whether they are words of a scale: short ones, and few different.
    pub(super) fn are_words(&self) -> bool {
        let short = |word: &String| word.chars().count() <= LONGEST_WORD;
        self.numbers * 2 < self.filled && (1..=MAX_WORDS).contains(&self.words.len()) && self.words.iter().all(short)
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one == other || crate::diary::in_small_letters(one) == crate::diary::in_small_letters(other)
}

/// The thing that a row of a long table names: its kind and its name.
pub(super) fn tracked(table: &Table, row: &Row) -> Option<(String, String)> {
    let cell = |place: Option<usize>| place.map(|place| row.cell(place).trim()).unwrap_or_default();
    let (kind, name) = (cell(table.columns.kind), cell(table.columns.name));
    if table.program == Program::Bearable {
        let plain = header::plain(kind);
        let name = without_severity(name);
        // Of mood, energy and sleep the second column has no name.
        let names = header::is_one(
            "symptom|symptoms|meds_supplements|medication|medications|meds|supplements|factor|factors|\
            nutrition|custom_factor|health_measurement|health_measurements|activity|activities",
            &plain,
        );
        let name = if names && !name.is_empty() { name } else { kind };
        return (!name.is_empty()).then(|| (kind.to_owned(), name.to_owned()));
    }
    (!name.is_empty()).then(|| (kind.to_owned(), unguarded(name)))
}

/// "Fatigue (Moderate)" without what says again how much it is.
fn without_severity(name: &str) -> &str {
    let Some((before, last)) = name.strip_suffix(')').and_then(|name| name.rsplit_once('(')) else {
        return name;
    };
    let is_severity = header::is_one(
        "none|mild|moderate|severe|unbearable|very severe|extreme",
        &last.trim().to_ascii_lowercase(),
    );
    if is_severity { before.trim_end() } else { name }
}

/// Which column each field is, and which rows.
pub(super) struct Fields {
    pub(super) seen: Vec<Seen>,
}

/// The columns that are fields of their own: in a long table not those of names and values.
pub(super) fn columns(table: &Table) -> impl Iterator<Item = usize> {
    let roles = [
        table.columns.kind,
        table.columns.name,
        table.columns.value,
        table.columns.status,
    ];
    (0..table.headers.len()).filter(move |place| !roles.contains(&Some(*place)))
}

/// Looks at all rows. `days` has the day of each, where it is known.
pub(super) fn look(table: &Table, days: &[Option<NaiveDate>]) -> Fields {
    let mut seen: Vec<Seen> = columns(table)
        .map(|place| Seen {
            source: Source::Column(place),
            name: table.headers[place].clone(),
            stats: Stats::default(),
        })
        .collect();
    let own = seen.len();
    let mut places: HashMap<(String, String), usize> = HashMap::new();
    for (row, day) in table.rows.iter().zip(days) {
        for field in &mut seen[..own] {
            if let Source::Column(place) = field.source {
                field.stats.take(row, *day, row.cell(place));
            }
        }
        let Some(key) = table.columns.value.and_then(|_| tracked(table, row)) else {
            continue;
        };
        let place = match places.get(&key) {
            Some(place) => *place,
            None if seen.len() < MAX_FIELDS => {
                places.insert(key.clone(), seen.len());
                seen.push(Seen {
                    name: key.1.clone(),
                    source: Source::Tracked {
                        kind: key.0,
                        name: key.1,
                    },
                    stats: Stats::default(),
                });
                seen.len() - 1
            }
            None => continue,
        };
        let text = table.columns.value.map_or("", |value| row.cell(value));
        let stats = &mut seen[place].stats;
        // A tag has no value; that it was entered is what it says.
        stats.take(row, *day, text);
        if is_all_blank(text) {
            stats.filled += 1;
        }
    }
    Fields { seen }
}

/// The different values of whole numbers are no more than these.
pub(super) fn numbers_are_among(table: &Table, source: &Source, few: &[i32]) -> bool {
    let mut found = BTreeSet::new();
    for row in &table.rows {
        let text = match source {
            Source::Column(place) => row.cell(*place),
            Source::Tracked { kind, name } => match tracked(table, row) {
                Some(key) if key.0 == *kind && key.1 == *name => {
                    table.columns.value.map_or("", |value| row.cell(value))
                }
                _ => "",
            },
        };
        if let Some((number, _)) = value::number(text.trim()) {
            found.insert(number);
        }
    }
    found
        .iter()
        .all(|number| few.iter().any(|few| Number::whole(*few) == *number))
}
