//! What a table of any origin seems to hold: the proposal that the patient sees and can change. It is a value that can cross
//! to the page and back as JSON.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::number::Number;
use super::serial;
use crate::diary::{Direction, ItemId, SideEffectId, in_small_letters};
use crate::exchange::decode::Encoding;

/// The most rows that are read: each of the most days of a diary in some thirty rows is more than any program writes.
pub const MAX_ROWS: usize = 400_000;
/// The most columns of a table.
pub const MAX_COLUMNS: usize = 1_000;
/// The most fields that are proposed; what a long table names beyond them is counted together.
pub const MAX_FIELDS: usize = 300;
/// The most tables beside the one that is meant that are named.
pub const MAX_NAMES: usize = 20;
/// The most words that a scale of words has.
pub const MAX_WORDS: usize = 12;

/// The program that has written a table, as its headers tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Program {
    /// This app.
    Own,
    /// Bearable.
    Bearable,
    /// Daylio.
    Daylio,
    /// Migraine Buddy.
    MigraineBuddy,
    /// Track & Graph.
    TrackAndGraph,
    /// `MedTimer`.
    MedTimer,
    /// Visible.
    Visible,
    /// Flaredown.
    Flaredown,
    /// eMoods.
    EMoods,
    /// Google Forms.
    GoogleForms,
    /// Fitbit: what a device measured.
    Fitbit,
    /// Oura: what a device measured.
    Oura,
    /// Samsung Health: what a device measured.
    Samsung,
    /// Nomie.
    Nomie,
    /// Daily You.
    DailyYou,
    /// None that is known, in JSON.
    Other,
    /// None that is known: a spreadsheet of one's own, most often.
    Sheet,
}

/// What one row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Layout {
    /// A day, or an entry of one; each column is something.
    Wide,
    /// One thing with its value; a column has the name.
    Long,
}

/// What comes first in dates such as 5/1/2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum First {
    /// The day: 5 January.
    Day,
    /// The month: 1 May.
    Month,
}

/// How dates are read that can be read in two ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dates {
    /// No date of the file can be read in two ways.
    Plain,
    /// The file tells it, or the patient has said it.
    Settled(First),
    /// Nothing tells. The patient is asked once, by two dates of the file; then [`Dates::Settled`] is put in place of it.
    Open(Vec<EitherDay>),
}

/// A date of the file that can be read in two ways, both of them days that there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EitherDay {
    /// As it is written: `5/1/2026`.
    pub written: String,
    /// With the day first: 5 January.
    #[serde(with = "serial::day")]
    pub day_first: NaiveDate,
    /// With the month first: 1 May.
    #[serde(with = "serial::day")]
    pub month_first: NaiveDate,
}

/// Where in the table something stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Source {
    /// A column, counted from 0.
    Column(usize),
    /// In a long table, the rows of this kind (empty where there is no such column) and name.
    Tracked {
        /// The kind, as the file has it: "Symptom".
        kind: String,
        /// The name, as the file has it: "Fatigue".
        name: String,
    },
}

/// The unit of doses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// Neither header nor cells tell it: it is asked. Until it is said a number alone is no dose.
    Asked,
    /// Each cell has its own; one without is left out.
    InCells,
    /// Milligrams, where a cell says nothing else.
    Milligrams,
    /// Micrograms, where a cell says nothing else.
    Micrograms,
}

/// What a field means in the diary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    /// Nothing is taken of it, for this reason.
    Ignored(Why),
    /// The day, with or without its time.
    Date,
    /// The time of the day beside the date.
    Time,
    /// The year beside dates without one.
    Year,
    /// A rating of an item that is known here. By [`Field::scale`].
    Item(#[serde(with = "serial::id")] ItemId),
    /// A rating of an item that the patient does not have yet. By [`Field::scale`].
    NewItem {
        /// What it will be called: 1 to 40 characters.
        name: String,
        /// Which end of it is the better one.
        #[serde(with = "serial::direction")]
        better: Direction,
    },
    /// Yes or no to a side effect that is known here; where [`Field::scale`] is one of numbers, yes is all above its least.
    SideEffect(#[serde(with = "serial::id")] SideEffectId),
    /// Yes or no to a side effect that the patient does not have yet.
    NewSideEffect(String),
    /// How many of a medicine of this name were taken, in a table of ours.
    Medicine(String),
    /// The dose taken.
    DoseTaken(Unit),
    /// Whether extra pain medicine was needed.
    RescueMedicine,
    /// Whether walking support was needed.
    WalkingSupport,
    /// Whether what is sealed in a trial of one was taken.
    SealedDose,
    /// Whether the rest was left out on purpose.
    LeftOut,
    /// Tags with this sign between them; the cell is one tag where there is none.
    Tags(Option<char>),
    /// The note; several columns and entries come one below the other.
    Note,
    /// When the day was first recorded.
    RecordedAt,
    /// When an answer was changed later.
    EditedAt,
    /// The program or file that the day's first answers were taken over from.
    ImportedFrom,
}

/// Why nothing is taken of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// It is empty from top to bottom.
    Empty,
    /// Nobody knows what it is. The patient may.
    Unknown,
    /// The day of the week.
    Weekday,
    /// A number of the row, a place, a unit, or another thing that says nothing of a day.
    Technical,
    /// What a device measured: steps, a heart rate, a score of its own.
    Measured,
    /// Hours, which are no rating.
    Hours,
    /// A medicine that is not LDN.
    OtherMedicine,
    /// The same as the field of this name, which is taken.
    SameAs(String),
    /// A time in UTC beside one of the clock on the wall, or a second date.
    OtherTime,
    /// What this app works out anew: phase, planned dose, late.
    WorkedOut,
    /// There are as many own items as there can be.
    TooManyOwn,
    /// The patient does not want it.
    NotWanted,
}

/// How numbers or words become 0 to 100.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scale {
    /// It is no rating.
    No,
    /// Nothing tells it: it is asked. Until it is said nothing is taken of the field.
    Asked,
    /// Yes or no: words of seven languages, `x`, or 1 and 0.
    YesNo,
    /// From the least number, which becomes 0, to the most, which becomes 100; the other way round if it is turned.
    Numbers {
        /// What becomes 0.
        least: i32,
        /// What becomes 100.
        most: i32,
        /// Whether the least becomes 100, and the most 0.
        turned: bool,
    },
    /// Words in order: the first becomes 0, the last 100, those between stand as far from each other; the other way round if
    /// it is turned. A word that is not in the list is left out.
    Words {
        /// The words as the file has them, without regard to capitals; at least two.
        words: Vec<String>,
        /// Whether the first becomes 100, and the last 0.
        turned: bool,
    },
}

/// What a 0 among ratings means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Zero {
    /// A rating like any other.
    Rating,
    /// That nothing was rated.
    Missing,
    /// There are many, and else only high numbers: it is asked. Until it is said no 0 is taken.
    Asked,
}

/// How several entries of a day become one answer. Yes wins over no, tags are put together, notes stand below each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Join {
    /// Ratings: the mean, rounded half up.
    Mean,
    /// Ratings and doses: the highest.
    Highest,
    /// Doses: all of them together.
    Sum,
}

/// A real cell of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// The line of the file, as an editor numbers it; of a workbook, the row; in JSON, the place of the entry in its list.
    pub line: u64,
    /// As it is written, at most 80 characters.
    pub before: String,
    /// What becomes of it, by the proposal as it came. After a change [`super::after`] tells it anew.
    pub after: After,
}

/// What becomes of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum After {
    /// Nothing: the field is ignored, or the cell says nothing.
    Nothing,
    /// A day.
    Day(#[serde(with = "serial::day")] NaiveDate),
    /// A time of the day in minutes after midnight.
    Time(u16),
    /// A rating, 0 to 100.
    Rating(u8),
    /// Yes or no.
    Answer(bool),
    /// A dose in micrograms; 0 is none taken.
    Dose(u32),
    /// Tags, by their ids.
    Tags(Vec<String>),
    /// A text: a note, or an instant.
    Text(String),
    /// The cell is left out, for this reason.
    LeftOut(Reason),
}

/// Why a cell, or a row, is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reason {
    /// No number.
    NotANumber,
    /// A number outside of its scale.
    OffScale {
        /// The least of the scale.
        least: i32,
        /// The most of the scale.
        most: i32,
    },
    /// The scale of the field was not said.
    ScaleNotSaid,
    /// A 0, of which it was not said whether it is a rating.
    ZeroNotSaid,
    /// A word that the scale does not have.
    OtherWord,
    /// Neither yes nor no.
    NotYesOrNo,
    /// No whole number of a medicine that can be counted.
    NotACount,
    /// No dose, or one that is too large or too fine.
    NotADose,
    /// A dose of which the unit was not said.
    UnitNotSaid,
    /// A time of recording without its offset, or none at all.
    NotAnInstant,
    /// A tag of more than 40 characters.
    TagTooLong,
    /// A note of more characters than a day holds.
    NoteTooLong,
    /// No date, in a row that says something.
    NoDate,
    /// A text that is no date.
    NotADate,
    /// A date that can mean two days, of which it was not said which.
    DayOrMonth,
    /// A date of which the day comes first where the others have the month first, or the other way round.
    DatesDisagree,
    /// A day that has not begun, or one before 1900.
    OutOfTime,
    /// The row has more cells than there are columns: a text with separators in it was not put in quotes.
    MoreCells,
    /// A medicine that was not taken.
    NotTaken,
    /// As many own items as there can be are there.
    TooManyOwn,
    /// The name for an own item or side effect is empty or too long.
    NotAName,
}

/// A column, or a thing that a long table names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Where it stands; it is not to be changed.
    pub source: Source,
    /// Its header or name, as the file has it.
    pub name: String,
    /// How many cells hold something.
    pub filled: usize,
    /// The least and the greatest number in it, where at least half of what it holds is numbers.
    pub range: Option<(Number, Number)>,
    /// The words in it, each once, in the order of the file; only where there are at most [`MAX_WORDS`] and few numbers.
    pub words: Vec<String>,
    /// What it means.
    pub meaning: Meaning,
    /// How it becomes 0 to 100, or yes and no.
    pub scale: Scale,
    /// What a 0 means.
    pub zero: Zero,
    /// How several entries of a day become one.
    pub join: Join,
    /// The most entries that one day has of it.
    pub most_a_day: usize,
    /// Up to three real cells that differ, with what becomes of them.
    pub samples: Vec<Sample>,
}

/// What a table seems to hold. Everything that the patient may change is public; `fields` keep their order and number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Who has written it.
    pub program: Program,
    /// How its letters were written down; none in a workbook. It is said before the table is taken.
    #[serde(with = "serial::encoding")]
    pub encoding: Option<Encoding>,
    /// What stands between its cells; none in a workbook and in JSON.
    pub separator: Option<char>,
    /// The name of the file within a packed one, of the sheet, or of one list of several.
    pub table: Option<String>,
    /// How many other tables are in the file, of which nothing is taken.
    pub other_tables: usize,
    /// Their names, each once, as far as they have any: at most [`MAX_NAMES`].
    pub other_names: Vec<String>,
    /// What a row is.
    pub layout: Layout,
    /// The line of the headers; 0 where there are none, and in JSON.
    pub header_line: u64,
    /// How many rows hold anything, without those of title and headers.
    pub rows: usize,
    /// The first day; none as long as dates are open, and where there is none.
    #[serde(with = "serial::maybe_day")]
    pub first_day: Option<NaiveDate>,
    /// The last day.
    #[serde(with = "serial::maybe_day")]
    pub last_day: Option<NaiveDate>,
    /// How its dates are read.
    pub dates: Dates,
    /// Whether times stand beside its dates: one before the end of the day belongs to the day before.
    pub has_times: bool,
    /// The columns, in their order, then the things that a long table names.
    pub fields: Vec<Field>,
}

impl Scale {
    /// Numbers from the least, which becomes 0, to the most.
    pub const fn numbers(least: i32, most: i32) -> Scale {
        Scale::Numbers {
            least,
            most,
            turned: false,
        }
    }

    /// The scales of numbers that can be chosen: the two that most have, then the others by their most. One that begins below
    /// 0 is offered only where a number does.
    pub const CHOICES: [Scale; 19] = [
        Scale::numbers(0, 10),
        Scale::numbers(0, 100),
        Scale::numbers(0, 1),
        Scale::numbers(-2, 2),
        Scale::numbers(0, 2),
        Scale::numbers(0, 3),
        Scale::numbers(1, 3),
        Scale::numbers(0, 4),
        Scale::numbers(1, 4),
        Scale::numbers(0, 5),
        Scale::numbers(1, 5),
        Scale::numbers(0, 6),
        Scale::numbers(1, 6),
        Scale::numbers(0, 7),
        Scale::numbers(1, 7),
        Scale::numbers(1, 10),
        Scale::numbers(0, 20),
        Scale::numbers(0, 50),
        Scale::numbers(1, 100),
    ];

    /// The same scale with its other end as the worse one. What is no scale stays.
    #[must_use]
    pub fn turned_round(self) -> Scale {
        match self {
            Scale::Numbers { least, most, turned } => Scale::Numbers {
                least,
                most,
                turned: !turned,
            },
            Scale::Words { words, turned } => Scale::Words { words, turned: !turned },
            other => other,
        }
    }

    /// Whether a number stands on it; all numbers do where it is none of numbers.
    pub fn holds(&self, number: Number) -> bool {
        match self {
            Scale::Numbers { least, most, .. } => (Number::whole(*least)..=Number::whole(*most)).contains(&number),
            _ => true,
        }
    }
}

impl Meaning {
    /// Whether two meanings are one thing, of which a day has one answer.
    pub(super) fn is_same(&self, other: &Meaning) -> bool {
        match (self, other) {
            (Meaning::Item(one), Meaning::Item(other)) => one == other,
            (Meaning::SideEffect(one), Meaning::SideEffect(other)) => one == other,
            (Meaning::NewItem { name: one, .. }, Meaning::NewItem { name: other, .. })
            | (Meaning::NewSideEffect(one), Meaning::NewSideEffect(other))
            | (Meaning::Medicine(one), Meaning::Medicine(other)) => {
                in_small_letters(one.trim()) == in_small_letters(other.trim())
            }
            (Meaning::DoseTaken(_), Meaning::DoseTaken(_))
            | (Meaning::RescueMedicine, Meaning::RescueMedicine)
            | (Meaning::WalkingSupport, Meaning::WalkingSupport)
            | (Meaning::LeftOut, Meaning::LeftOut)
            | (Meaning::RecordedAt, Meaning::RecordedAt)
            | (Meaning::EditedAt, Meaning::EditedAt)
            | (Meaning::ImportedFrom, Meaning::ImportedFrom) => true,
            _ => false,
        }
    }
}

impl Field {
    /// The scales that can be meant: those of numbers that hold all of its numbers, and its words in the order of the file.
    pub fn choices(&self) -> Vec<Scale> {
        let mut choices = Vec::new();
        if let Some((least, most)) = self.range {
            for scale in Scale::CHOICES {
                let begins_below = matches!(scale, Scale::Numbers { least, .. } if least < 0);
                let is_meant = !begins_below || least < Number::whole(0);
                if is_meant && scale.holds(least) && scale.holds(most) {
                    choices.push(scale);
                }
            }
        }
        if self.words.len() > 1 {
            choices.push(Scale::Words {
                words: self.words.clone(),
                turned: false,
            });
        }
        choices
    }

    /// Whether something must be said before all of it can be taken: its scale, its unit, what a 0 means.
    pub fn is_asked(&self) -> bool {
        match self.meaning {
            Meaning::DoseTaken(unit) => unit == Unit::Asked,
            Meaning::Item(_) | Meaning::NewItem { .. } => self.scale == Scale::Asked || self.zero == Zero::Asked,
            Meaning::SideEffect(_)
            | Meaning::NewSideEffect(_)
            | Meaning::RescueMedicine
            | Meaning::WalkingSupport
            | Meaning::SealedDose
            | Meaning::LeftOut => self.scale == Scale::Asked,
            _ => false,
        }
    }

    /// Whether anything is taken of it.
    pub fn is_taken(&self) -> bool {
        !matches!(
            self.meaning,
            Meaning::Ignored(_) | Meaning::Date | Meaning::Time | Meaning::Year
        )
    }
}

impl Proposal {
    /// Whether anything must be said before all can be taken.
    pub fn is_asked(&self) -> bool {
        matches!(self.dates, Dates::Open(_)) || self.fields.iter().any(Field::is_asked)
    }

    /// The places of two fields each that would go into the same answer of a day: the first that does, and another. Several
    /// of tags and of notes are put together, and are none.
    pub fn clash(&self) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for (place, field) in self.fields.iter().enumerate() {
            let mut before = self.fields[..place].iter();
            if let Some(first) = before.position(|other| other.meaning.is_same(&field.meaning)) {
                pairs.push((first, place));
            }
        }
        pairs
    }
}
