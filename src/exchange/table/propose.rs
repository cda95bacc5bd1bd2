//! What a table seems to hold, said for the patient.

use chrono::NaiveDate;

use super::days::{self, Calendar, Places};
use super::field::{self, Seen};
use super::header;
use super::layout::Table;
use super::meaning;
use super::number::Number;
use super::open::Opened;
use super::shape::{
    After, Dates, Field, Join, Layout, MAX_WORDS, Meaning, Program, Proposal, Sample, Scale, Why, Zero,
};
use super::value;
use crate::diary::{ItemId, LAST_DATE, Settings, StandardItem};

/// So many zeros, and a fifth of all, may be what stands for nothing.
const MANY_ZEROS: usize = 3;

pub(super) fn propose(opened: &Opened, settings: &Settings, today: NaiveDate) -> Proposal {
    let table = &opened.table;
    let dates = days::order(opened, today);
    let columns = &table.columns;
    let places = Places {
        date: columns.date,
        time: columns.time,
        year: columns.year,
    };
    let has_times = days::has_times(opened, columns.date);
    let calendar = Calendar::new(
        places,
        &dates,
        has_times,
        settings.day_ends_at,
        days::last_day(table.program, today),
    );
    let days: Vec<Option<NaiveDate>> = table
        .rows
        .iter()
        .map(|row| calendar.day(row).ok().map(|(date, _)| date))
        .collect();
    let seen = field::look(table, &days).seen;
    let mut fields: Vec<Field> = seen.iter().map(|seen| proposed(opened, seen, settings)).collect();
    let open = matches!(dates, Dates::Open(_));
    let known = || days.iter().flatten().copied().filter(|_| !open);
    only_once(&mut fields, settings);
    let is_own = table.program == Program::Own;
    for (field, seen) in fields.iter_mut().zip(&seen) {
        let sample = |(line, before): &(u64, String)| Sample {
            line: *line,
            before: before.clone(),
            after: After::Nothing,
        };
        field.samples = seen.stats.samples.iter().map(sample).collect();
        for place in 0..field.samples.len() {
            let after = value::shown(field, &field.samples[place].before, is_own, &calendar);
            field.samples[place].after = after;
        }
    }
    Proposal {
        program: table.program,
        encoding: opened.encoding,
        separator: opened.separator,
        table: opened.name.clone(),
        other_tables: opened.other_tables,
        other_names: opened.other_names.clone(),
        layout: table.layout,
        header_line: table.header_line,
        rows: table.rows.len(),
        first_day: known().min(),
        last_day: known().max(),
        dates,
        has_times,
        fields,
    }
}

pub(super) fn after(proposal: &Proposal, field: &Field, cell: &str, settings: &Settings) -> After {
    let places = Places {
        date: 0,
        time: None,
        year: None,
    };
    let calendar = Calendar::new(
        places,
        &proposal.dates,
        proposal.has_times,
        settings.day_ends_at,
        LAST_DATE,
    );
    value::shown(field, cell, proposal.program == Program::Own, &calendar)
}

fn proposed(opened: &Opened, seen: &Seen, settings: &Settings) -> Field {
    let stats = &seen.stats;
    let (meaning, scale) = meaning::meaning(opened, seen, settings);
    let is_numbers = stats.numbers > 0 && stats.numbers * 2 >= stats.filled;
    let mut words = Vec::new();
    let are_dates = stats.stamps + stats.durations > 0;
    if stats.are_words() && stats.words.len() <= MAX_WORDS && !are_dates {
        words.clone_from(&stats.words);
        header::in_order(&mut words);
    }
    let zero = if is_rated(&meaning) && zeros_stand_for_nothing(seen, &scale) && opened.table.program != Program::Own {
        Zero::Asked
    } else {
        Zero::Rating
    };
    Field {
        source: seen.source.clone(),
        name: seen.name.clone(),
        filled: stats.filled,
        range: stats.least.zip(stats.most).filter(|_| is_numbers),
        words,
        zero,
        join: join(&meaning, &opened.table),
        scale,
        meaning,
        most_a_day: stats.most_a_day,
        samples: Vec::new(),
    }
}

fn is_rated(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Item(_) | Meaning::NewItem { .. })
}

/// Many zeros, and else only numbers of the upper half.
fn zeros_stand_for_nothing(seen: &Seen, scale: &Scale) -> bool {
    let stats = &seen.stats;
    let most = match scale {
        Scale::Numbers { least: 0, most, .. } => Number::whole(*most),
        Scale::Asked => stats.most.unwrap_or(Number::whole(0)),
        _ => return false,
    };
    let many = stats.zeros >= MANY_ZEROS && stats.zeros * 5 >= stats.numbers && stats.zeros < stats.numbers;
    // Of a scale of few steps 2 of 3 is no gap.
    let wide = most >= Number::whole(5);
    many && wide
        && stats
            .least_but_zero
            .is_some_and(|least| least.thousandths() * 2 >= stats.most.unwrap_or(most).thousandths())
}

fn join(meaning: &Meaning, table: &Table) -> Join {
    match meaning {
        // Rows of doses are taken one by one; a row of a day that stands there twice says the same again.
        Meaning::DoseTaken(_) if table.layout == Layout::Long => Join::Sum,
        Meaning::DoseTaken(_) | Meaning::Item(ItemId::Standard(StandardItem::HighestPain)) => Join::Highest,
        _ if table.program == Program::MigraineBuddy => Join::Highest,
        _ => Join::Mean,
    }
}

/// Of fields that are one thing one is taken: the first that says its scale, else the first. Of new own items as many as
/// there can be.
fn only_once(fields: &mut [Field], settings: &Settings) {
    for place in 0..fields.len() {
        let (before, rest) = fields.split_at_mut(place);
        let field = &mut rest[0];
        let Some(same) = before.iter_mut().find(|other| other.meaning.is_same(&field.meaning)) else {
            continue;
        };
        let (taken, left) = if same.is_asked() && !field.is_asked() {
            (field, same)
        } else {
            (same, field)
        };
        left.meaning = Meaning::Ignored(Why::SameAs(taken.name.clone()));
        left.scale = Scale::No;
    }
    let asked = settings.own_items().iter().filter(|own| !own.archived).count();
    let mut free = Settings::MAX_OWN_ITEMS.saturating_sub(asked);
    for field in fields {
        if let Meaning::NewItem { .. } = field.meaning {
            if free == 0 {
                field.meaning = Meaning::Ignored(Why::TooManyOwn);
            }
            free = free.saturating_sub(1);
        }
    }
}
