//! Where in a file its table is: titles and metadata above it, the header, other tables below; which column has the days, and,
//! in a long table, which the names and values.

use super::header::{self, is_one, plain};
use super::number::Number;
use super::shape::{Layout, Program};
use super::split::Row;
use super::stamp::{self, Written};
use crate::diary::is_all_blank;

/// How many rows of a table are looked at for its columns.
pub(super) const LOOKED_AT: usize = 400;
/// How many rows above the first day may be its titles.
const MOST_TITLES: usize = 60;

/// A table within a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) headers: Vec<String>,
    /// The line of the header; 0 where there is none.
    pub(super) header_line: u64,
    /// The rows below it.
    pub(super) rows: Vec<Row>,
    pub(super) program: Program,
    pub(super) layout: Layout,
    pub(super) columns: Columns,
    /// In how many of the rows that were looked at there is a day.
    pub(super) dated: usize,
}

/// The columns that say of what a row is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) date: usize,
    pub(super) time: Option<usize>,
    pub(super) year: Option<usize>,
    /// Of a long table: the kind of a thing, its name and its value; whether a medicine was taken.
    pub(super) kind: Option<usize>,
    pub(super) name: Option<usize>,
    pub(super) value: Option<usize>,
    pub(super) status: Option<usize>,
}

/// Headers of a column of days.
const DATES: &str = "date|day|datum|tag|jour|fecha|dato|dag|data|dates|full_date|date_formatted|entry_date|observation_date|checkin_date|\
    started|start_time|start|start_date|when|wann|quand|date_time|datetime|date_hour|datum_uhrzeit|date_day|día|dia|date_of_entry|reminded|\
    bedtime_start|day_of_entry";
/// Headers of a column of the times at which something was sent in.
const TIMESTAMPS: &str = "timestamp|time_stamp|zeitstempel|horodateur|marca_temporal|tidsmerke|tijdstempel|tidsstämpel|created|created_at|taken|\
    eingenommen|erinnert|submitted_at|time";
/// Headers of times that are not those of the day itself.
const NOT_THE_DAY: &str = "recorded_at|edited_at|updated|updated_at|modified|update_time|end|ende|end_time|end_date|birth|birthday|\
    date_of_birth|bedtime_end|last_modified|exported";
/// Headers of long tables.
const NAMES: &str = "name|item|symptom|tracker|trackable|feature|featurename|metric|variable|parameter|tracker_name|trackable_name|what|\
    question|element|eintrag|symptome|síntoma|symptôme|nom|nombre|navn";
const KINDS: &str =
    "category|type|kind|kategorie|art|catégorie|categoría|kategori|tracker_category|trackable_type|tracker_type";
const VALUES: &str = "value|rating|score|amount|severity|level|intensity|wert|valeur|valor|verdi|bewertung|stärke|intensität|\
    observation_value|trackable_value|rating_amount";

/// What is known of rows before they are looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    /// The name of the file within a packed one.
    pub(super) file: Option<&'a str>,
    /// The program that wrote them, where it is known; then their first row is the header.
    pub(super) program: Option<Program>,
}

/// The tables of a file, in its order.
pub(super) fn tables(rows: Vec<Row>, known: Known) -> Vec<Table> {
    let is_samsung = rows.first().is_some_and(|row| row.cell(0).starts_with("com.samsung"));
    let mut tables: Vec<Table> = Vec::new();
    let mut segment: Vec<Row> = Vec::new();
    let mut rows = rows.into_iter().peekable();
    while let Some(row) = rows.next() {
        segment.push(row);
        if rows.peek().is_none_or(|next| next.after_gap) {
            add(std::mem::take(&mut segment), known, &mut tables);
        }
    }
    for table in &mut tables {
        if is_samsung {
            table.program = Program::Samsung;
        }
    }
    tables
}

/// Takes rows without a gap between them as a table, or as the rest of the one before.
fn add(rows: Vec<Row>, known: Known, tables: &mut Vec<Table>) {
    let same_header = |table: &Table| row_is(&rows[0], &table.headers);
    let goes_on = |table: &Table| {
        let dated = rows
            .iter()
            .take(LOOKED_AT)
            .filter(|row| is_dated(row.cell(table.columns.date)))
            .count();
        let is_header = |row: &Row| is_one(DATES, &plain(row.cell(table.columns.date)));
        dated * 2 >= rows.len().min(LOOKED_AT) && !rows.iter().take(3).any(is_header)
            // A single row with a bad date below an empty one.
            || rows.len() == 1 && rows[0].len() <= table.headers.len() && rows[0].len() > 1 && table.dated > 0
    };
    if let Some(table) = tables.last_mut()
        && (same_header(table) || goes_on(table))
    {
        let fresh = rows.into_iter().filter(|row| !row_is(row, &table.headers));
        table.rows.extend(fresh);
        return;
    }
    tables.extend(table(rows, known));
}

fn row_is(row: &Row, headers: &[String]) -> bool {
    !headers.is_empty()
        && row.filled() > 0
        && headers
            .iter()
            .enumerate()
            .all(|(place, header)| row.cell(place).trim() == header)
}

fn is_dated(cell: &str) -> bool {
    stamp::stamp(cell).is_some()
}

/// What the cells of a column say of dates.
#[derive(Debug, Clone, Copy, Default)]
struct Dated {
    filled: usize,
    /// Days with or without their year.
    days: usize,
    serial: usize,
    without_year: usize,
    utc: usize,
    either: usize,
}

fn dated(rows: &[Row], column: usize) -> Dated {
    let mut found = Dated::default();
    for row in rows.iter().take(LOOKED_AT) {
        let cell = row.cell(column);
        if is_all_blank(cell) {
            continue;
        }
        found.filled += 1;
        let Some(stamp) = stamp::stamp(cell) else { continue };
        found.days += 1;
        found.utc += usize::from(stamp.is_utc);
        match stamp.date {
            Written::Serial(_) => found.serial += 1,
            Written::NoYear { .. } => found.without_year += 1,
            Written::Either { .. } => found.either += 1,
            Written::Exact(_) => {}
        }
    }
    found
}

fn table(rows: Vec<Row>, known: Known) -> Option<Table> {
    let width = rows.iter().take(LOOKED_AT).map(Row::len).max().unwrap_or(0);
    let found: Vec<Dated> = (0..width).map(|column| dated(&rows, column)).collect();
    let can_be = |column: &usize| {
        let found = found[*column];
        found.days > found.serial && found.days * 2 >= found.filled.saturating_sub(1) && found.days > found.without_year
    };
    let mut candidates: Vec<usize> = (0..width).filter(can_be).collect();
    if candidates.is_empty() {
        // Days as numbers of a spreadsheet, or without their year.
        let can_be = |column: &usize| found[*column].days * 2 >= found[*column].filled.max(1);
        candidates = (0..width).filter(can_be).collect();
    }
    let first = rows
        .iter()
        .position(|row| candidates.iter().any(|column| is_dated(row.cell(*column))));
    // An own item of a table of ours may have any name, that of a day too.
    let is_ours = known.program.is_none()
        && rows
            .first()
            .is_some_and(|row| plain(row.cell(0)) == "date" && plain(row.cell(1)) == "phase");
    let header = if is_ours || known.program.is_some() {
        Some(0)
    } else {
        header_row(&rows, first, &candidates, width)
    };
    if is_ours {
        candidates = vec![0];
    }
    let (header_line, headers) = match header {
        Some(place) => (rows[place].line, headers_of(&rows[place], width)),
        None => (0, vec![String::new(); width]),
    };
    let plain_headers: Vec<String> = headers.iter().map(|header| plain(header)).collect();
    let program = known.program.unwrap_or_else(|| program(&plain_headers, known.file));
    let date = date_column(&plain_headers, &candidates, &found, program, rows.len())?;
    let begins = header.map_or(0, |place| place + 1);
    let rows: Vec<Row> = rows
        .into_iter()
        .skip(begins)
        .filter(|row| !row_is(row, &headers))
        .collect();
    let columns = roles(&plain_headers, date, program, &rows);
    let dated = rows
        .iter()
        .take(LOOKED_AT)
        .filter(|row| is_dated(row.cell(date)))
        .count();
    let layout = if columns.name.is_some() {
        Layout::Long
    } else {
        Layout::Wide
    };
    Some(Table {
        headers,
        header_line,
        rows,
        program,
        layout,
        columns,
        dated,
    })
}

/// The headers without what is empty at their end.
fn headers_of(row: &Row, width: usize) -> Vec<String> {
    let mut headers: Vec<String> = (0..width.max(row.len()))
        .map(|place| row.cell(place).trim().to_owned())
        .collect();
    // Rows may have more cells than there are headers: they are told apart when they are read.
    headers.truncate(row.len());
    while headers.last().is_some_and(|last| is_all_blank(last)) {
        headers.pop();
    }
    headers
}

/// The row of headers: above the first day the nearest one that is no title and holds no numbers. One that says that it has the
/// days goes before.
fn header_row(rows: &[Row], first: Option<usize>, candidates: &[usize], width: usize) -> Option<usize> {
    let above = first.unwrap_or(rows.len()).min(rows.len()).min(MOST_TITLES);
    let says_date = |place: &usize| {
        let is_date = |cell: &str| is_one(DATES, &plain(cell)) || is_one(TIMESTAMPS, &plain(cell));
        let row = &rows[*place];
        if candidates.is_empty() {
            row.cells().any(is_date)
        } else {
            candidates.iter().any(|column| is_date(row.cell(*column)))
        }
    };
    if let Some(place) = (0..above).rev().find(|place| says_date(place)) {
        return Some(place);
    }
    first?;
    let usual = rows.iter().take(LOOKED_AT).map(Row::filled).max().unwrap_or(width);
    let is_header = |place: &usize| {
        let row = &rows[*place];
        let has_number = row.cells().any(|cell| Number::read(cell).is_some() || is_dated(cell));
        row.filled() * 2 >= usual && !has_number
    };
    (0..above).rev().find(is_header)
}

/// The column that has the days.
fn date_column(
    headers: &[String],
    candidates: &[usize],
    found: &[Dated],
    program: Program,
    rows: usize,
) -> Option<usize> {
    let mut best: Option<(i64, usize)> = None;
    for column in candidates {
        let header = headers.get(*column).map_or("", String::as_str);
        let mut likeness = 0;
        if is_one(NOT_THE_DAY, header) {
            likeness -= 1_000;
        } else if is_one(DATES, header)
            || header
                .split('_')
                .any(|word| matches!(word, "date" | "datum" | "fecha" | "dato"))
        {
            likeness += 60;
        } else if is_one(TIMESTAMPS, header) {
            likeness += 45;
        }
        // The time at which a medicine was taken, not that of the reminder.
        if program == Program::MedTimer && matches!(column, 3) {
            likeness += 80;
        }
        let found = found[*column];
        likeness -= if found.utc == found.days { 40 } else { 0 };
        likeness += if found.either == 0 { 10 } else { 0 };
        likeness -= if found.without_year > 0 { 30 } else { 0 };
        likeness -= if found.serial > 0 { 20 } else { 0 };
        likeness += i64::try_from(found.filled * 10 / rows.max(1)).unwrap_or(0);
        if best.is_none_or(|(before, _)| likeness > before) {
            best = Some((likeness, *column));
        }
    }
    let named = || headers.iter().position(|header| is_one(DATES, header));
    match best {
        Some((likeness, column)) if likeness > -500 => Some(column),
        // All of its dates are damaged: each is told.
        _ => named(),
    }
}

/// Which program writes such headers.
fn program(headers: &[String], file: Option<&str>) -> Program {
    let has = |name: &str| headers.iter().any(|header| header == name);
    let says = |part: &str| headers.iter().any(|header| header.split('_').any(|word| word == part));
    let file_is = |name: &str| file.is_some_and(|file| file.rsplit('/').next() == Some(name));
    if headers.first().is_some_and(|first| first == "date") && has("phase") && has("recorded_at") && has("note") {
        Program::Own
    } else if has("rating_amount") && has("category") && has("detail") {
        Program::Bearable
    } else if has("mood") && has("activities") && (has("weekday") || has("full_date")) {
        Program::Daylio
    } else if has("started") && has("lasted") && has("pain_level") {
        Program::MigraineBuddy
    } else if has("featurename") && has("timestamp") && has("value") {
        Program::TrackAndGraph
    } else if headers.len() > 3 && headers.iter().filter(|header| header.ends_with("iso_8601")).count() > 1 {
        Program::MedTimer
    } else if has("observation_date") && has("tracker_name") {
        Program::Visible
    } else if has("checkin_date") && has("trackable_name") {
        Program::Flaredown
    } else if file_is("entry.csv") || says("elevated") && (says("depressed") || says("depression")) {
        Program::EMoods
    } else if has("minutes_asleep") || has("minutes_lightly_active") {
        Program::Fitbit
    } else if has("readiness_score")
        || has("sleep_score") && (has("summary_date") || has("bedtime_start"))
        || says("oura")
    {
        Program::Oura
    } else if headers.first().is_some_and(|first| {
        is_one(
            "timestamp|zeitstempel|horodateur|marca_temporal|tidsmerke|tijdstempel|tidsstämpel",
            first,
        )
    }) {
        Program::GoogleForms
    } else {
        Program::Sheet
    }
}

/// The columns that say of what a row is.
fn roles(headers: &[String], date: usize, program: Program, rows: &[Row]) -> Columns {
    let is_of =
        |list: &str, header: &str| is_one(list, header) || is_one(list, &header::header(header).words.join("_"));
    let find = |list: &str| (0..headers.len()).find(|place| *place != date && is_of(list, &headers[*place]));
    let mut columns = Columns {
        date,
        year: find("year|jahr|année|annee|año|år"),
        ..Columns::default()
    };
    let time = find("time|time_of_day|uhrzeit|heure|hora|klokkeslett|tidspunkt|zeit|tid");
    columns.time = time.filter(|place| {
        rows.iter()
            .take(LOOKED_AT)
            .any(|row| stamp::time(row.cell(*place)).is_some())
    });
    match program {
        Program::Own => {}
        Program::Bearable => {
            columns.kind = find("category");
            columns.name = find("detail");
            columns.value = find("rating_amount");
            columns.time = time;
        }
        Program::MedTimer => {
            columns.name = Some(1);
            columns.value = Some(2);
            columns.status = find("status|zustand|statut|estado");
        }
        _ => {
            let (name, value) = (find(NAMES), find(VALUES));
            if let (Some(name), Some(value)) = (name, value)
                && name != value
                && is_long(rows, name)
            {
                columns.kind = find(KINDS).filter(|kind| *kind != name && *kind != value);
                columns.name = Some(name);
                columns.value = Some(value);
            }
        }
    }
    columns
}

/// Whether a column holds names: words, and no numbers.
fn is_long(rows: &[Row], column: usize) -> bool {
    let (mut filled, mut words) = (0, 0);
    for row in rows.iter().take(LOOKED_AT) {
        let cell = row.cell(column);
        if !is_all_blank(cell) {
            filled += 1;
            words += usize::from(Number::read(cell).is_none());
        }
    }
    words * 10 >= filled * 9 && filled > 0
}
