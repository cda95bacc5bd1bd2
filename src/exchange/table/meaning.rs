//! What a field most likely means: by the program that wrote it, its name, and what stands in it. A scale is proposed only
//! where the header, the program or the cells themselves say it; else it is asked.

use super::field::{self, BETWEEN, Seen, Stats};
use super::header::{self, Concept, Header, HeaderUnit, is_one, plain};
use super::layout::Table;
use super::number::Number;
use super::open::Opened;
use super::shape::{Meaning, Program, Scale, Source, Unit, Why};
use crate::diary::{
    Direction, ItemId, Name, Settings, SideEffectId, StandardItem, StandardSideEffect, in_small_letters,
};
use crate::exchange::csv::columns::{self, Column};

/// The largest tablet of naltrexone there is, in mg: a number above it is no dose of LDN.
const LARGEST_TABLET: i32 = 50;
/// The most hours of a night.
const MOST_HOURS: i32 = 16;
/// The moods that Daylio begins with, from the worst.
const MOODS: &str = "awful|bad|meh|good|rad";

/// A field with its proposal.
pub(super) type Meant = (Meaning, Scale);

fn ignored(why: Why) -> Meant {
    (Meaning::Ignored(why), Scale::No)
}

/// What a field of a table means.
pub(super) fn meaning(opened: &Opened, seen: &Seen, settings: &Settings) -> Meant {
    let table = &opened.table;
    if let Source::Column(place) = seen.source {
        let columns = &table.columns;
        if place == columns.date {
            return (Meaning::Date, Scale::No);
        }
        if seen.stats.filled == 0 {
            return ignored(Why::Empty);
        }
        if columns.time == Some(place) {
            return (Meaning::Time, Scale::No);
        }
        if columns.year == Some(place) {
            return (Meaning::Year, Scale::No);
        }
    }
    if table.program == Program::Own {
        return of_ours(seen, settings);
    }
    let mut header = header::header(&seen.name);
    // In a long table the column of the values may say their scale.
    if let (Source::Tracked { .. }, Some(value), None) = (&seen.source, table.columns.value, header.scale) {
        let of_values = header::header(&table.headers[value]);
        header.scale = of_values.scale;
        header.low_is_bad = of_values.low_is_bad;
    }
    let plain = plain(&seen.name);
    of_program(table, seen, &header, &plain, settings).unwrap_or_else(|| of_any(table, seen, &header, settings))
}

/// Of a table that this app wrote.
fn of_ours(seen: &Seen, settings: &Settings) -> Meant {
    let stats = &seen.stats;
    let name = crate::exchange::csv::cell::unguarded(&seen.name);
    let rated = Scale::numbers(0, 100);
    match columns::meaning(&name, settings) {
        Some(Column::Derived) => ignored(Why::WorkedOut),
        Some(Column::Date) => ignored(Why::OtherTime),
        Some(Column::DoseTaken) => (Meaning::DoseTaken(Unit::Milligrams), Scale::No),
        Some(Column::Item(id)) => (Meaning::Item(id), rated),
        Some(Column::SideEffect(id)) => (Meaning::SideEffect(id), Scale::YesNo),
        Some(Column::Medicine(name)) => (Meaning::Medicine(name), Scale::No),
        Some(Column::RescueMedicine) => (Meaning::RescueMedicine, Scale::YesNo),
        Some(Column::WalkingSupport) => (Meaning::WalkingSupport, Scale::YesNo),
        Some(Column::SealedDose) => (Meaning::SealedDose, Scale::YesNo),
        Some(Column::LeftOut) => (Meaning::LeftOut, Scale::YesNo),
        Some(Column::Tags) => (Meaning::Tags(Some(';')), Scale::No),
        Some(Column::Note) => (Meaning::Note, Scale::No),
        Some(Column::RecordedAt) => (Meaning::RecordedAt, Scale::No),
        Some(Column::EditedAt) => (Meaning::EditedAt, Scale::No),
        Some(Column::ImportedFrom) => (Meaning::ImportedFrom, Scale::No),
        // The patient's own things, on a device that does not have them yet.
        None if stats.nearly_all(stats.numbers) => (new_item(&name, Direction::LowerIsBetter), rated),
        None if stats.are_yes_and_no() => (Meaning::NewSideEffect(short(&name)), Scale::YesNo),
        None => ignored(Why::Unknown),
    }
}

/// A name of at most as many characters as a name has.
fn short(name: &str) -> String {
    let name = name.trim();
    if name.chars().count() <= Name::MAX_CHARS {
        return name.to_owned();
    }
    let cut: String = name.chars().take(Name::MAX_CHARS).collect();
    let end = cut
        .rfind(' ')
        .filter(|end| *end > Name::MAX_CHARS / 2)
        .unwrap_or(cut.len());
    cut[..end].trim_end().to_owned()
}

/// The name without the scale and unit behind it.
fn bare(name: &str) -> String {
    let says_more = |end: &usize| {
        let rest = &name[*end..];
        *end > 0
            && (rest.contains('%')
                || rest.bytes().any(|byte| byte.is_ascii_digit())
                || header::header(rest).unit.is_some())
    };
    let end = name.find(['(', '[']).filter(says_more).unwrap_or(name.len());
    let name = name[..end].trim_end();
    let is_scale = |c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '/' | '%' | '_' | ' ' | '.');
    let trimmed = name.trim_end_matches(is_scale);
    // "Vitamin B12" has no scale.
    let cut = &name[trimmed.len()..];
    // Nor has "Knee 2".
    let is_a_scale = cut.starts_with([' ', '/', '_', '%']) && cut.contains(['-', '–', '/', '%']);
    let name = if trimmed.is_empty() || !is_a_scale {
        name
    } else {
        trimmed
    };
    short(name.trim_end_matches(['?', ':', ' ', '_']))
}

fn new_item(name: &str, better: Direction) -> Meaning {
    Meaning::NewItem {
        name: short(name),
        better,
    }
}

/// What only one program means by a field.
fn of_program(table: &Table, seen: &Seen, header: &Header, plain: &str, settings: &Settings) -> Option<Meant> {
    let stats = &seen.stats;
    let kind = match &seen.source {
        Source::Tracked { kind, .. } => Some(header::plain(kind)),
        Source::Column(_) => None,
    };
    Some(match table.program {
        Program::Bearable => return bearable(table, seen, header, kind.as_deref().unwrap_or(plain), settings),
        Program::Visible => return visible(table, seen, header, &kind?, settings),
        Program::Flaredown => flaredown(table, seen, header, &kind?, settings),
        Program::Daylio => match plain {
            "mood" => {
                let known = stats.words.iter().all(|word| is_one(MOODS, &in_small_letters(word)));
                let scale = if known && !stats.words.is_empty() {
                    let words = MOODS.split('|').map(str::to_owned).collect();
                    Scale::Words { words, turned: false }
                } else {
                    Scale::Asked
                };
                (Meaning::Item(StandardItem::Mood.into()), scale)
            }
            "activities" => (Meaning::Tags(Some('|')), Scale::No),
            "note_title" | "note" => (Meaning::Note, Scale::No),
            _ => return None,
        },
        Program::MigraineBuddy => migraine_buddy(plain),
        Program::MedTimer => match kind {
            Some(_) => medicine(seen),
            None if stats.nearly_all(stats.stamps) => ignored(Why::OtherTime),
            None => return None,
        },
        Program::EMoods => return emoods(table, seen, header, settings),
        Program::Fitbit | Program::Oura | Program::Samsung => measured(stats, header),
        Program::TrackAndGraph if plain == "label" => ignored(Why::Technical),
        Program::Nomie => match (kind.as_deref()?, header::concept(&header.words)) {
            ("context", _) => (Meaning::Tags(None), Scale::No),
            // What only was entered is a tag, unless it is something that one says yes or no to.
            (_, None | Some(Concept::Item(_) | Concept::BetterHigh | Concept::Tags)) if stats.are_yes_and_no() => {
                (Meaning::Tags(None), Scale::No)
            }
            _ => return None,
        },
        Program::DailyYou if plain == "mood" => {
            let moods = (-2, 2);
            let scale = if holds(stats, moods) {
                Scale::numbers(moods.0, moods.1)
            } else {
                Scale::Asked
            };
            (Meaning::Item(StandardItem::Mood.into()), scale)
        }
        Program::Own
        | Program::TrackAndGraph
        | Program::GoogleForms
        | Program::DailyYou
        | Program::Other
        | Program::Sheet => return None,
    })
}

/// By the kind of a thing, or the name of a column.
fn bearable(table: &Table, seen: &Seen, header: &Header, kind: &str, settings: &Settings) -> Option<Meant> {
    Some(match kind {
        "symptom" | "symptoms" => symptom(table, seen, header, settings, None),
        "meds_supplements" | "medication" | "medications" | "meds" | "supplements" => medicine(seen),
        "energy" => rated(seen, header, settings, Direction::HigherIsBetter, Some((1, 5))),
        "factor" | "factors" | "nutrition" | "custom_factor" | "activity" | "activities" => {
            (Meaning::Tags(None), Scale::No)
        }
        "health_measurement" | "health_measurements" | "steps" | "heart_rate" | "weather" | "bowel_movement" => {
            ignored(Why::Measured)
        }
        "weekday" => ignored(Why::Weekday),
        "time_of_day" => ignored(Why::OtherTime),
        _ => return None,
    })
}

/// From 1, which is none, to 4. What is depressed there is sadness here.
fn emoods(table: &Table, seen: &Seen, header: &Header, settings: &Settings) -> Option<Meant> {
    let mut header = header.clone();
    header.words.retain(|word| !is_one("mood|most|highest", word));
    let is_depressed = header.words.iter().any(|word| is_one("depressed|depression", word));
    match header::concept(&header.words) {
        Some(Concept::Sleep | Concept::Hours) => return Some(ignored(Why::Hours)),
        _ if seen.stats.numbers == 0 => return None,
        Some(Concept::BetterLow | Concept::SideEffect(_) | Concept::Item(_) | Concept::BetterHigh) => {}
        _ if is_depressed => {}
        _ => return None,
    }
    let (meaning, scale) = symptom(table, seen, &header, settings, Some((1, 4)));
    let meaning = match meaning {
        Meaning::NewItem { .. } if is_depressed => Meaning::Item(StandardItem::Sadness.into()),
        other => other,
    };
    Some((meaning, scale))
}

fn visible(table: &Table, seen: &Seen, header: &Header, kind: &str, settings: &Settings) -> Option<Meant> {
    Some(match kind {
        "measurement" | "measurements" | "stability_score" | "activity" => ignored(Why::Measured),
        "sleep" => {
            let fits = seen.stats.most.is_none_or(|most| most <= Number::whole(3));
            let scale = if fits { Scale::numbers(0, 3) } else { Scale::Asked };
            (Meaning::Item(StandardItem::SleepQuality.into()), scale)
        }
        _ if seen.stats.nearly_all(seen.stats.numbers) => symptom(table, seen, header, settings, Some((0, 3))),
        _ => return None,
    })
}

fn flaredown(table: &Table, seen: &Seen, header: &Header, kind: &str, settings: &Settings) -> Meant {
    match kind {
        "symptom" | "condition" => symptom(table, seen, header, settings, Some((0, 4))),
        "treatment" => medicine(seen),
        "tag" => (Meaning::Tags(None), Scale::No),
        "weather" => ignored(Why::Measured),
        _ => ignored(Why::Unknown),
    }
}

/// Of attacks: a day without one has no row.
fn migraine_buddy(plain: &str) -> Meant {
    match plain {
        "pain_level" => (
            Meaning::Item(StandardItem::HeadacheSeverity.into()),
            Scale::numbers(0, 10),
        ),
        "symptoms" | "potential_triggers" => (Meaning::Tags(Some(',')), Scale::No),
        "helpful_medication" | "somewhat_helpful_medication" | "unhelpful_medication" | "unsure_medication" => {
            ignored(Why::OtherMedicine)
        }
        "notes" => (Meaning::Note, Scale::No),
        "lasted" => ignored(Why::Hours),
        "" | "start_utc_offset_min" | "end_utc_offset_min" | "attack_location" | "geohash" => ignored(Why::Technical),
        _ => ignored(Why::Unknown),
    }
}

/// Of a program that writes what a device measured.
fn measured(stats: &Stats, header: &Header) -> Meant {
    if header::concept(&header.words) == Some(Concept::Note) {
        (Meaning::Note, Scale::No)
    } else if stats.nearly_all(stats.stamps) {
        ignored(Why::OtherTime)
    } else if header.unit == Some(HeaderUnit::Time) || stats.nearly_all(stats.durations) {
        ignored(Why::Hours)
    } else {
        ignored(Why::Measured)
    }
}

/// A medicine of a long table: LDN, or another.
fn medicine(seen: &Seen) -> Meant {
    let words = header::header(&seen.name).words;
    if words.iter().any(|word| is_ldn(word)) {
        dose(&seen.stats, None)
    } else {
        ignored(Why::OtherMedicine)
    }
}

fn is_ldn(word: &str) -> bool {
    is_one("ldn|naltrexone|naltrexon|naltrexona|naltrexonum", word)
}

/// Whether all numbers are on a scale from the one to the other.
fn holds(stats: &Stats, (least, most): (i32, i32)) -> bool {
    let scale = Scale::numbers(least, most);
    stats.least.is_none_or(|least| scale.holds(least)) && stats.most.is_none_or(|most| scale.holds(most))
}

/// A symptom of a program that keeps such, with the program's scale where the values keep to it.
fn symptom(table: &Table, seen: &Seen, header: &Header, settings: &Settings, scale: Option<(i32, i32)>) -> Meant {
    let said = scale.filter(|scale| holds(&seen.stats, *scale));
    match header::concept(&header.words) {
        Some(Concept::Item(id)) => {
            let (meaning, found) = item(seen, header, id);
            (meaning, said.map_or(found, |(least, most)| Scale::numbers(least, most)))
        }
        Some(Concept::Headache) => {
            let (_, found) = item(seen, header, "headache_severity");
            let meaning = Meaning::Item(StandardItem::HeadacheSeverity.into());
            (meaning, said.map_or(found, |(least, most)| Scale::numbers(least, most)))
        }
        Some(Concept::Measured) => ignored(Why::Measured),
        Some(Concept::Hours) => ignored(Why::Hours),
        Some(Concept::BetterHigh) => rated(seen, header, settings, Direction::HigherIsBetter, said),
        Some(Concept::Sleep) => of_any(table, seen, header, settings),
        _ => rated(seen, header, settings, Direction::LowerIsBetter, said),
    }
}

/// A field of a table of no program in particular.
fn of_any(table: &Table, seen: &Seen, header: &Header, settings: &Settings) -> Meant {
    let stats = &seen.stats;
    match columns::own(&bare(&seen.name), settings).or_else(|| columns::own(&seen.name, settings)) {
        Some(Column::Item(id)) => {
            let better = settings.direction_of(&id).unwrap_or(Direction::LowerIsBetter);
            return (Meaning::Item(id), scale(stats, header, better));
        }
        Some(Column::SideEffect(id)) => return (Meaning::SideEffect(id), yes_no_scale(stats, header)),
        _ => {}
    }
    let concept = match header::concept(&header.words) {
        None if header.words.iter().any(|word| is_ldn(word)) && is_dose_of(&header.words) => Some(Concept::Ldn),
        other => other,
    };
    match concept {
        Some(Concept::Item(id)) => item(seen, header, id),
        Some(Concept::SideEffect(id)) => side_effect(seen, header, id, settings),
        Some(Concept::Headache) if is_rating(stats, header) => item(seen, header, "headache_severity"),
        Some(Concept::Headache) => side_effect(seen, header, "headache", settings),
        Some(Concept::Sleep) => sleep(seen, header),
        Some(Concept::BetterHigh) => rated(seen, header, settings, Direction::HigherIsBetter, None),
        Some(Concept::BetterLow) if !is_rating(stats, header) && stats.are_yes_and_no() => {
            (Meaning::NewSideEffect(bare(&seen.name)), Scale::YesNo)
        }
        Some(Concept::BetterLow) => rated(seen, header, settings, Direction::LowerIsBetter, None),
        Some(Concept::Ldn) => ldn(table, seen, header),
        Some(Concept::Dose) => any_dose(stats, header),
        Some(Concept::Rescue) => support(stats, header, Meaning::RescueMedicine),
        Some(Concept::Walking) => support(stats, header, Meaning::WalkingSupport),
        Some(Concept::Tags) if stats.numbers * 2 < stats.filled => (Meaning::Tags(between(stats)), Scale::No),
        Some(Concept::Note) => (Meaning::Note, Scale::No),
        Some(Concept::Time | Concept::Year) => ignored(Why::OtherTime),
        Some(Concept::Weekday) => ignored(Why::Weekday),
        Some(Concept::Measured) => ignored(Why::Measured),
        Some(Concept::Hours) => ignored(Why::Hours),
        Some(Concept::Technical) => ignored(Why::Technical),
        Some(Concept::Tags) | None => unknown(seen, header, settings),
    }
}

/// A field whose name says nothing.
fn unknown(seen: &Seen, header: &Header, settings: &Settings) -> Meant {
    let stats = &seen.stats;
    if stats.nearly_all(stats.weekdays) {
        return ignored(Why::Weekday);
    }
    if stats.nearly_all(stats.stamps) {
        return ignored(Why::OtherTime);
    }
    if stats.nearly_all(stats.durations) || header.unit == Some(HeaderUnit::Time) {
        return ignored(Why::Hours);
    }
    let measured = "steps|heart|hr|hrv|bpm|puls|pulse|calories|weight|kg|weather|temperature|schritte|pas|pasos|skritt";
    if header.words.iter().any(|word| is_one(measured, word)) {
        return ignored(Why::Measured);
    }
    if header.words.iter().any(|word| {
        is_one(
            "mg|tablet|tablets|pill|pills|ibuprofen|paracetamol|medication|medicine",
            word,
        )
    }) || header.unit.is_some()
    {
        return ignored(Why::OtherMedicine);
    }
    let pains = "pain|pains|ache|aches|schmerz|schmerzen|douleur|douleurs|dolor|dolores|smerte|smerter|stiffness|fog|swelling|weakness";
    let is_pain = header.words.iter().any(|word| is_one(pains, word));
    let says_scale = header.scale.is_some() || stats.nearly_all(stats.with_own_scale);
    if stats.nearly_all(stats.numbers) && (is_pain || says_scale) {
        return rated(seen, header, settings, Direction::LowerIsBetter, None);
    }
    ignored(Why::Unknown)
}

/// Whether a field holds ratings, and not yes and no: by its header, or by its numbers or words.
fn is_rating(stats: &Stats, header: &Header) -> bool {
    header.scale.is_some()
        || stats.with_own_scale > 0
        || !stats.are_yes_and_no() && (stats.numbers > 0 || stats.are_words())
}

/// The scale of ratings of something of which this end is the better one.
fn scale(stats: &Stats, header: &Header, better: Direction) -> Scale {
    let turned = match (header.low_is_bad, better) {
        (Some(low_is_bad), Direction::LowerIsBetter) => low_is_bad,
        (Some(low_is_bad), Direction::HigherIsBetter) => !low_is_bad,
        (None, _) => false,
    };
    let numbers = |least, most| {
        let fits = Scale::numbers(least, most);
        let in_reach = stats
            .least_but_zero
            .is_none_or(|number| fits.holds(number) || number < Number::whole(least));
        if in_reach {
            Scale::Numbers { least, most, turned }
        } else {
            Scale::Asked
        }
    };
    if stats.numbers * 2 < stats.filled {
        return Scale::Asked;
    }
    if let Some((least, most)) = header.scale {
        return numbers(least, most);
    }
    if let Some(most) = stats.own_scale
        && stats.nearly_all(stats.with_own_scale)
    {
        return numbers(0, most);
    }
    // Up to 50 it may be a scale of 20 steps or of 50 as well.
    let (fifty, hundred) = (Number::whole(50), Number::whole(100));
    match (stats.least, stats.most) {
        (Some(least), Some(most)) if most > fifty && most <= hundred && least >= Number::whole(0) => numbers(0, 100),
        _ => Scale::Asked,
    }
}

fn yes_no_scale(stats: &Stats, header: &Header) -> Scale {
    if is_rating(stats, header) {
        scale(stats, header, Direction::LowerIsBetter)
    } else {
        Scale::YesNo
    }
}

fn item(seen: &Seen, header: &Header, id: &str) -> Meant {
    let stats = &seen.stats;
    let Some(item) = StandardItem::from_id(id) else {
        return ignored(Why::Unknown);
    };
    if stats.nearly_all(stats.durations) {
        return ignored(Why::Hours);
    }
    if stats.numbers * 2 < stats.filled && !stats.are_words() {
        return ignored(Why::Unknown);
    }
    (Meaning::Item(item.into()), scale(stats, header, item.direction()))
}

fn side_effect(seen: &Seen, header: &Header, id: &str, settings: &Settings) -> Meant {
    let stats = &seen.stats;
    if is_rating(stats, header) {
        return rated(seen, header, settings, Direction::LowerIsBetter, None);
    }
    let effect = StandardSideEffect::from_id(id);
    match effect {
        Some(effect) if stats.are_yes_and_no() => (Meaning::SideEffect(effect.into()), Scale::YesNo),
        _ => ignored(Why::Unknown),
    }
}

/// Something that is rated and that the diary does not know: an own item of that name, or a new one.
fn rated(seen: &Seen, header: &Header, settings: &Settings, better: Direction, said: Option<(i32, i32)>) -> Meant {
    let stats = &seen.stats;
    if stats.nearly_all(stats.durations) {
        return ignored(Why::Hours);
    }
    if stats.numbers * 2 < stats.filled && !stats.are_words() {
        return ignored(Why::Unknown);
    }
    let scale = said.map_or_else(
        || scale(stats, header, better),
        |(least, most)| Scale::numbers(least, most),
    );
    (own_or_new(seen, settings, better), scale)
}

fn own_or_new(seen: &Seen, settings: &Settings, better: Direction) -> Meaning {
    match columns::own(&bare(&seen.name), settings) {
        Some(Column::Item(id)) => Meaning::Item(id),
        _ => new_item(&capital(&bare(&seen.name)), better),
    }
}

/// A name with a capital at its beginning.
fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(char::to_uppercase);
    first
        .into_iter()
        .flatten()
        .chain(letters)
        .collect::<String>()
        .replace('_', " ")
}

/// Hours are no quality. What only says "sleep" is one where its numbers can be no hours, or where it says a scale.
fn sleep(seen: &Seen, header: &Header) -> Meant {
    let stats = &seen.stats;
    let is_hours = stats.nearly_all(stats.durations) || header.unit == Some(HeaderUnit::Time);
    let says_scale = header.scale.is_some() || stats.nearly_all(stats.with_own_scale);
    let beyond_hours = stats
        .most
        .is_some_and(|most| most > Number::whole(MOST_HOURS) && most <= Number::whole(100));
    let is_small = stats.whole && stats.most.is_some_and(|most| most <= Number::whole(5));
    if !is_hours && (says_scale || beyond_hours || is_small || stats.are_words()) {
        item(seen, header, "sleep_quality")
    } else {
        ignored(Why::Hours)
    }
}

/// Whether words beside that of the medicine only say that it is its dose.
fn is_dose_of(words: &[String]) -> bool {
    words.iter().all(|word| {
        is_ldn(word)
            || is_one(
                "dose|dosis|dosage|dosierung|low|amount|menge|bedtime|evening|morning|medication|abends",
                word,
            )
    })
}

fn ldn(table: &Table, seen: &Seen, header: &Header) -> Meant {
    let stats = &seen.stats;
    // A rating is never a dose, and that it was taken says not how much.
    if header.scale.is_some() || stats.with_own_scale > 0 || stats.numbers + stats.with_unit == 0 {
        return ignored(Why::Unknown);
    }
    // Trackers of habits write 2 for done, 1 for left out, 0 for not done.
    let says_unit = header.unit.is_some() || stats.with_unit > 0;
    if !says_unit && stats.zeros > 0 && field::numbers_are_among(table, &seen.source, &[-1, 0, 1, 2]) {
        return ignored(Why::Unknown);
    }
    dose(stats, header.unit)
}

/// A dose of something that is not named.
fn any_dose(stats: &Stats, header: &Header) -> Meant {
    let is_too_large = stats.most.is_some_and(|most| most > Number::whole(LARGEST_TABLET))
        && header.unit != Some(HeaderUnit::Micrograms);
    if is_too_large {
        return ignored(Why::OtherMedicine);
    }
    if header.scale.is_some() || stats.numbers + stats.with_unit == 0 {
        return ignored(Why::Unknown);
    }
    dose(stats, header.unit)
}

fn dose(stats: &Stats, unit: Option<HeaderUnit>) -> Meant {
    let unit = match unit {
        Some(HeaderUnit::Milligrams) => Unit::Milligrams,
        Some(HeaderUnit::Micrograms) => Unit::Micrograms,
        _ if stats.with_unit > 0 && stats.numbers == stats.zeros => Unit::InCells,
        // Others of the same column say it.
        _ if stats.with_unit > 0
            && !stats
                .words
                .iter()
                .any(|word| word.to_lowercase().contains("cg") || word.contains(['µ', 'μ'])) =>
        {
            Unit::Milligrams
        }
        _ => Unit::Asked,
    };
    (Meaning::DoseTaken(unit), Scale::No)
}

/// Extra medicine or support: yes or no, or how much, of which all above nothing is yes.
fn support(stats: &Stats, header: &Header, meaning: Meaning) -> Meant {
    if stats.are_yes_and_no() {
        return (meaning, Scale::YesNo);
    }
    if stats.nearly_all(stats.numbers) {
        return (meaning, scale(stats, header, Direction::LowerIsBetter));
    }
    ignored(Why::OtherMedicine)
}

/// What stands between the tags of a column.
fn between(stats: &Stats) -> Option<char> {
    let found = BETWEEN.into_iter().zip(stats.split).find(|(_, count)| *count > 0);
    found.map(|(sign, _)| sign)
}

/// The own item or side effect that a new name is here already.
pub(super) fn known(name: &str, settings: &Settings) -> Option<Known> {
    let name = Name::new(name).ok()?;
    let item = settings.own_items().iter().find(|own| own.name.is_like(&name));
    let effect = || settings.own_side_effects().iter().find(|own| own.name.is_like(&name));
    match item {
        Some(item) => Some(Known::Item(ItemId::Own(item.id.clone()))),
        None => effect().map(|own| Known::SideEffect(SideEffectId::Own(own.id.clone()))),
    }
}

/// What has a name here already.
pub(super) enum Known {
    Item(ItemId),
    SideEffect(SideEffectId),
}
