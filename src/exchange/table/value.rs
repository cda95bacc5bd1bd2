//! A cell → what becomes of it, by what its field was said to mean.

use super::days::Calendar;
use super::header::{is_not_taken, is_nothing, yes_or_no};
use super::number::Number;
use super::shape::{After, Field, Meaning, Reason, Scale, Source, Unit, Zero};
use super::stamp;
use crate::diary::{
    Count, Dose, Name, Note, Rating, Tag, date_in_range, in_common_digits, in_small_letters, is_all_blank, iso,
};
use crate::exchange::csv::cell;

/// What a cell gives to its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Nothing,
    /// A rating in thousandths of a point, so that a mean of several is that of what was written.
    Rating(i64),
    Answer(bool),
    Dose(Dose),
    Count(Count),
    Tags(Vec<Tag>),
    Note(String),
    Instant(chrono::DateTime<chrono::FixedOffset>),
    Name(Name),
}

/// What becomes of a cell, to be shown.
pub(super) fn shown(field: &Field, cell: &str, is_own: bool, calendar: &Calendar) -> After {
    match field.meaning {
        Meaning::Date => match calendar.day_of_cell(&cell::unguarded(cell)) {
            Ok(date) => After::Day(date),
            Err(reason) => After::LeftOut(reason),
        },
        Meaning::Time => stamp::time(cell).map_or(After::Nothing, After::Time),
        _ => match value(field, cell, is_own) {
            Err(reason) => After::LeftOut(reason),
            Ok(Value::Nothing) => After::Nothing,
            Ok(Value::Rating(thousandths)) => After::Rating(rounded(thousandths, 1).get()),
            Ok(Value::Answer(answer)) => After::Answer(answer),
            Ok(Value::Dose(dose)) => After::Dose(u32::try_from(dose.micrograms()).unwrap_or(u32::MAX)),
            Ok(Value::Count(count)) => After::Text(count.to_string()),
            Ok(Value::Tags(tags)) => After::Tags(tags.iter().map(|tag| tag.id().to_owned()).collect()),
            Ok(Value::Note(note)) => After::Text(note.chars().take(80).collect()),
            Ok(Value::Instant(instant)) => After::Text(instant.to_rfc3339()),
            Ok(Value::Name(name)) => After::Text(name.to_string()),
        },
    }
}

/// The mean of ratings in thousandths, rounded half up.
pub(super) fn rounded(sum: i64, count: i64) -> Rating {
    let of = count.max(1) * 1_000;
    let mean = (2 * sum + of).div_euclid(2 * of);
    Rating::new(mean.clamp(0, 100)).unwrap_or(Rating::MAX)
}

/// What a cell gives to its day. An empty one gives nothing.
pub(super) fn value(field: &Field, text: &str, is_own: bool) -> Result<Value, Reason> {
    let text = cell::unguarded(text);
    if let Meaning::Note = field.meaning {
        return Ok(if is_all_blank(&text) {
            Value::Nothing
        } else {
            Value::Note(text)
        });
    }
    if let Meaning::ImportedFrom = field.meaning {
        // Whatever it is, also a dash: it is a name of ours.
        return Ok(Name::new(&text).map_or(Value::Nothing, Value::Name));
    }
    let text = text.trim();
    if let (Meaning::Tags(_), Source::Tracked { .. }) = (&field.meaning, &field.source) {
        return tracked_tag(field, text);
    }
    let is_said = matches!(field.scale, Scale::Words { .. }) || matches!(field.meaning, Meaning::Tags(_));
    if text.is_empty() || !is_said && is_nothing(text) {
        return Ok(Value::Nothing);
    }
    match &field.meaning {
        Meaning::Ignored(_) | Meaning::Date | Meaning::Time | Meaning::Year | Meaning::Note | Meaning::ImportedFrom => {
            Ok(Value::Nothing)
        }
        Meaning::Item(_) | Meaning::NewItem { .. } => rating(field, text),
        Meaning::SideEffect(_)
        | Meaning::NewSideEffect(_)
        | Meaning::RescueMedicine
        | Meaning::WalkingSupport
        | Meaning::SealedDose
        | Meaning::LeftOut => answer(&field.scale, text).map(Value::Answer),
        Meaning::Medicine(_) => count(text).map(Value::Count).ok_or(Reason::NotACount),
        Meaning::DoseTaken(unit) => dose(text, *unit).map(Value::Dose),
        Meaning::Tags(separator) => tags(text, *separator, is_own).map(Value::Tags),
        Meaning::RecordedAt | Meaning::EditedAt => iso::instant(text)
            .filter(|instant| date_in_range(instant.naive_utc().date()).is_ok())
            .map(Value::Instant)
            .ok_or(Reason::NotAnInstant),
    }
}

/// A number as it is written among ratings, with the most of its own scale if it says one: `7/10`, `70 %`.
pub(super) fn number(text: &str) -> Option<(Number, Option<i32>)> {
    if let Some(percent) = text.strip_suffix('%') {
        return Number::read(percent).map(|number| (number, Some(100)));
    }
    if let Some((number, most)) = text.split_once('/') {
        let most = most
            .trim()
            .parse()
            .ok()
            .filter(|most| matches!(most, 3..=10 | 20 | 50 | 100))?;
        return Number::read(number).map(|number| (number, Some(most)));
    }
    Number::read(text).map(|number| (number, None))
}

fn rating(field: &Field, text: &str) -> Result<Value, Reason> {
    let (least, most, turned) = match &field.scale {
        Scale::Asked | Scale::No | Scale::YesNo => return Err(Reason::ScaleNotSaid),
        Scale::Words { words, turned } => {
            return word(words, *turned, text).map(Value::Rating).ok_or(Reason::OtherWord);
        }
        Scale::Numbers { least, most, turned } => (*least, *most, *turned),
    };
    let (number, own) = number(text).ok_or(Reason::NotANumber)?;
    // A cell that says its own scale is read by that.
    let (least, most) = own.map_or((least, most), |most| (0, most));
    if !Scale::numbers(least, most).holds(number) || most <= least {
        return Err(Reason::OffScale { least, most });
    }
    if number == Number::whole(0) {
        match field.zero {
            Zero::Missing => return Ok(Value::Nothing),
            Zero::Asked => return Err(Reason::ZeroNotSaid),
            Zero::Rating => {}
        }
    }
    let span = i64::from(most) - i64::from(least);
    let above = (number.thousandths() - i64::from(least) * 1_000) * 100;
    let above = (2 * above + span) / (2 * span);
    Ok(Value::Rating(if turned { 100_000 - above } else { above }))
}

/// The place of a word among others, in thousandths of a point.
fn word(words: &[String], turned: bool, text: &str) -> Option<i64> {
    let text = in_small_letters(text);
    let place = words.iter().position(|word| in_small_letters(word.trim()) == text)?;
    let (place, steps) = (i64::try_from(place).ok()?, i64::try_from(words.len()).ok()? - 1);
    let place = if turned { steps - place } else { place };
    (steps > 0).then(|| (200_000 * place + steps) / (2 * steps))
}

fn answer(scale: &Scale, text: &str) -> Result<bool, Reason> {
    match scale {
        Scale::Asked => Err(Reason::ScaleNotSaid),
        Scale::YesNo | Scale::No => yes_or_no(text).ok_or(Reason::NotYesOrNo),
        Scale::Numbers { least, most, turned } => {
            let (number, own) = number(text).ok_or(Reason::NotANumber)?;
            let (least, most) = own.map_or((*least, *most), |most| (0, most));
            if !Scale::numbers(least, most).holds(number) {
                return Err(Reason::OffScale { least, most });
            }
            Ok(if *turned {
                number < Number::whole(most)
            } else {
                number > Number::whole(least)
            })
        }
        Scale::Words { words, turned } => word(words, *turned, text)
            .map(|place| place > 0)
            .ok_or(Reason::OtherWord),
    }
}

/// How many of a medicine: a whole number, however a spreadsheet has written it.
fn count(text: &str) -> Option<Count> {
    let thousandths = Number::read(text)?.thousandths();
    (thousandths % 1_000 == 0).then(|| Count::new(thousandths / 1_000))?
}

/// A dose with its unit, or in the unit of the field; a word for no, or for a dose that was missed, is none taken.
fn dose(text: &str, unit: Unit) -> Result<Dose, Reason> {
    let text = in_common_digits(text);
    let text = text.trim();
    let is_number = Number::read(text).is_some();
    let says_none = || yes_or_no(text) == Some(false) || is_not_taken(text);
    if !is_number && says_none() || Number::read(text) == Some(Number::whole(0)) {
        return Ok(Dose::NONE);
    }
    if !is_number {
        return text.parse().map_err(|_| Reason::NotADose);
    }
    let dose = match unit {
        Unit::Asked | Unit::InCells => return Err(Reason::UnitNotSaid),
        Unit::Milligrams => Dose::from_milligrams(text),
        Unit::Micrograms => [text, "\u{b5}g"].concat().parse(),
    };
    dose.map_err(|_| Reason::NotADose)
}

/// Whether a cell is a dose that says its unit.
pub(super) fn has_unit(text: &str) -> bool {
    let text = in_common_digits(text);
    Number::read(&text).is_none() && text.trim().parse::<Dose>().is_ok()
}

fn tags(text: &str, separator: Option<char>, is_own: bool) -> Result<Vec<Tag>, Reason> {
    if is_own {
        return cell::tags(text).map_err(|_| Reason::TagTooLong);
    }
    let names = match separator {
        Some(separator) => text.split(separator).collect(),
        None => vec![text],
    };
    let mut tags = Vec::new();
    for name in names {
        if !is_all_blank(name) {
            tags.push(tag(name)?);
        }
    }
    Ok(tags)
}

/// A tag of this name: one that every diary has, without regard to capitals.
fn tag(name: &str) -> Result<Tag, Reason> {
    let name = Name::new(name).map_err(|_| Reason::TagTooLong)?;
    let small = in_small_letters(name.as_str()).replace(' ', "_");
    let standard = Tag::STANDARD.into_iter().find(|tag| tag.id() == small);
    Ok(standard.unwrap_or_else(|| Tag::new(name)))
}

/// A thing that a long table names is a tag of that name, unless its value is no.
fn tracked_tag(field: &Field, text: &str) -> Result<Value, Reason> {
    if yes_or_no(text) == Some(false) {
        return Ok(Value::Nothing);
    }
    tag(&field.name).map(|tag| Value::Tags(vec![tag]))
}

/// Whether a text fits into a note.
pub(super) fn note(text: &str) -> Option<Note> {
    Note::new(text).ok()
}
