//! A diary that is brought along from another program or a spreadsheet: what its file seems to hold, and what taking it in
//! would do to the diary that is here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::changes;
use super::effect::{Note, far_reach, note, shortened};
use super::from_backup::{ImportError, ImportPlan, given, planned, read_here};
use super::request::ImportRequest;
use crate::diary::{Day, Diary, Settings, iso};
use crate::exchange::backup::{self, Marks};
use crate::exchange::import::begun::{Begun, begun};
use crate::exchange::import::gaps::{self, Answer, Filled, TwoAnswers};
use crate::exchange::import::{self, Side};
use crate::exchange::table::{self, LeftOut, NoTable, Proposal, TableError};
use crate::words::{Said, bring as words, controls, list, names};

/// The most lines of one list.
const MAX_LINES: usize = 200;
/// The most characters of a note in a line.
const MAX_NOTE: usize = 60;

/// What a file is that was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Seen {
    /// A backup of this app, and what it would do.
    Backup(Box<ImportPlan>),
    /// A table, and what it seems to hold.
    Table(Box<Proposal>),
}

/// What is asked of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRequest {
    /// The instant at which it is taken in (2026-01-05T21:10:00+01:00).
    pub now: String,
    /// What it holds, by the patient's word.
    pub proposal: Proposal,
    /// Whether the file's answer counts where both have one: what is here does unless the patient says otherwise.
    pub prefers_file: bool,
    /// Whether LDN began as its doses tell ([`TablePlan::begun`]): not unless the patient says so.
    pub begins_ldn: bool,
}

/// What taking a table in would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TablePlan {
    /// How many days it gives.
    pub days: usize,
    /// The first and the last of them.
    pub ends: Option<(String, String)>,
    /// What happens to days, and to which.
    pub notes: Vec<Note>,
    /// From when to when the diary would reach, where that is far from what it was.
    pub reach: Option<String>,
    /// Each phase and dose that comes or changes with the days alone.
    pub treatment: Vec<String>,
    /// The own items and side effects that are new.
    pub own: Vec<String>,
    /// Whether days of it are marked as imported.
    pub imports: bool,
    /// Whether something was not said that all of it needs.
    pub is_asked: bool,
    /// Where nothing was said of the treatment: what the doses tell of LDN, in words, and the first day.
    pub begun: Option<(String, String)>,
    /// What is left out, and why: a line for each field and reason.
    pub left_out: Vec<String>,
    /// Answers that both sides have, with different values: a line each.
    pub differences: Vec<String>,
    /// How many more there are.
    pub more_differences: usize,
    /// Whether the diary is another one afterwards.
    pub changes: bool,
}

/// Looks at a file that was chosen: a backup, or a table of any origin.
///
/// # Errors
/// [`ImportError`]: what it is instead, or what is wrong with it.
pub fn look(here: &str, request: &ImportRequest, file: &[u8]) -> Result<Seen, ImportError> {
    let backup = match given(here, request, file) {
        Ok(given) => return planned(&given).map(|plan| Seen::Backup(Box::new(plan))),
        Err(ImportError::File(why)) => why,
        Err(why) => return Err(why),
    };
    let today = iso::date(&request.today).ok_or(ImportError::Here)?;
    match table::open(file) {
        Ok(opened) => {
            let settings = read_here(here)?.diary.settings;
            Ok(Seen::Table(Box::new(table::propose(&opened, &settings, today))))
        }
        // Written in JSON, it was meant to be a backup, and what is wrong with it as one says more; what is neither is called
        // the same, whichever was meant.
        Err(TableError::Backup | TableError::Other(_) | TableError::Program(NoTable::Json)) => {
            Err(ImportError::File(backup))
        }
        Err(why) => Err(ImportError::Table(why)),
    }
}

/// What taking a table in would do.
///
/// # Errors
/// [`ImportError`]; nothing is changed in any case.
pub fn plan_table(here: &str, request: &TableRequest, file: &[u8]) -> Result<TablePlan, ImportError> {
    let Taken {
        before,
        filled,
        dates,
        left_out,
        begun,
    } = taken(here, request, file)?;
    let Filled { diary, gaps, .. } = &filled;
    let (was, settings) = (&before.settings, &diary.settings);
    let imports = gaps
        .adds
        .iter()
        .filter_map(|date| diary.day(*date))
        .any(|day| day.imported_from().is_some());
    let mut own: Vec<String> = Vec::new();
    for item in settings.own_items() {
        own.extend(was.own_item(&item.id).is_none().then(|| item.name.to_string()));
    }
    for effect in settings.own_side_effects() {
        own.extend(
            was.own_side_effect(&effect.id)
                .is_none()
                .then(|| effect.name.to_string()),
        );
    }
    for medicine in settings.medicines() {
        let is_new = was.medicine(&medicine.id).is_none();
        own.extend(is_new.then(|| medicine.name.to_string()));
    }
    let notes = [
        note(words::adds, gaps.adds.iter().copied()),
        note(words::fills, gaps.fills.iter().copied()),
        note(words::replaces, gaps.replaces.iter().copied()),
        note(words::same, gaps.same.iter().copied()),
    ];
    let differences = gaps.differences.iter().take(MAX_LINES);
    let ends = dates.first().zip(dates.last());
    Ok(TablePlan {
        days: dates.len(),
        ends: ends.map(|(first, last)| (first.to_string(), last.to_string())),
        notes: notes.into_iter().flatten().collect(),
        reach: far_reach(&before, diary),
        treatment: if before.days().len() == 0 {
            Vec::new()
        } else {
            shortened(changes::treatment(&before, diary))
        },
        own,
        imports,
        is_asked: request.proposal.is_asked(),
        begun: begun.map(|begun| (begun_words(&begun), begun.from.to_string())),
        left_out: left_out.iter().take(MAX_LINES).map(left_out_words).collect(),
        differences: differences.map(|both| difference_words(both, settings)).collect(),
        more_differences: gaps.differences.len().saturating_sub(MAX_LINES),
        changes: *diary != before,
    })
}

/// The diary that comes out, as a backup. Its days are as old as their taking in.
///
/// # Errors
/// [`ImportError`].
pub fn take_table(here: &str, request: &TableRequest, file: &[u8]) -> Result<String, ImportError> {
    let diary = taken(here, request, file)?.filled.diary;
    import::within_limits(&diary)?;
    Ok(backup::text_marked(&diary, &Marks::default()))
}

/// What comes of a table.
struct Taken {
    before: Diary,
    filled: Filled,
    /// The days that the table gives.
    dates: Vec<NaiveDate>,
    left_out: Vec<LeftOut>,
    begun: Option<Begun>,
}

fn taken(here: &str, request: &TableRequest, file: &[u8]) -> Result<Taken, ImportError> {
    let now = iso::instant(&request.now).ok_or(ImportError::Here)?;
    let before = read_here(here)?.diary;
    let opened = table::open(file).map_err(ImportError::Table)?;
    let reading = table::read(&opened, &request.proposal, &before.settings, now);
    let prefers = if request.prefers_file { Side::File } else { Side::Here };
    let mut filled = gaps::fill(&before, &reading.days, &reading.settings, prefers, now);
    let begun = begun(&filled.diary);
    if let (true, Some(begun)) = (request.begins_ldn, &begun) {
        filled.diary.treatment = begun.treatment.clone();
    }
    Ok(Taken {
        filled,
        begun,
        before,
        dates: reading.days.iter().map(Day::date).collect(),
        left_out: reading.left_out,
    })
}

/// "LDN was taken on 29 days, from 6 May 2026 on: 4.5 mg."
fn begun_words(begun: &Begun) -> String {
    let mut doses = begun.steps.iter().enumerate().map(|(place, (date, dose))| match place {
        0 => dose.to_string(),
        _ => words::dose_from(&dose.to_string(), *date),
    });
    let doses = list(&mut doses);
    words::doses_tell(begun.days, begun.from, &doses)
}

/// "Pain: 3 cells, not a number (lines 4, 9, 12; “a lot”)"
fn left_out_words(left: &LeftOut) -> String {
    let lines = list(left.lines.iter().map(u64::to_string));
    let more = left.count - left.lines.len();
    let lines = match more {
        0 => words::on_lines(left.count, &lines),
        more => words::on_lines_and_more(&lines, more),
    };
    let said = left.reason.said();
    match &left.field {
        Some(field) => words::cells_left_out(field, left.count, &said, &lines, &left.example),
        None if left.example.is_empty() => words::rows_left_out_bare(left.count, &said, &lines),
        None => words::rows_left_out(left.count, &said, &lines, &left.example),
    }
}

/// "5 January 2026, Pain: 62 here, 60 in the file".
fn difference_words(both: &TwoAnswers, settings: &Settings) -> String {
    let (here, file) = (value_words(&both.here), value_words(&both.file));
    words::differs(both.date, &name_words(&both.here, settings), &here, &file)
}

fn name_words(answer: &Answer, settings: &Settings) -> String {
    match answer {
        Answer::Item(item, _) => names::any_item(item, settings),
        Answer::SideEffect(effect, _) => names::any_side_effect(effect, settings),
        Answer::Medicine(medicine, _) => names::any_medicine(medicine, settings),
        Answer::DoseTaken(_) => words::ldn_dose().to_owned(),
        Answer::RescueMedicine(_) => names::extra_pain_medicine().to_owned(),
        Answer::WalkingSupport(_) => names::walking_support().to_owned(),
        Answer::SealedDose(_) => words::sealed_dose().to_owned(),
        Answer::Note(_) => words::note().to_owned(),
    }
}

fn value_words(answer: &Answer) -> String {
    match answer {
        Answer::Item(_, rating) => rating.get().to_string(),
        Answer::Medicine(_, count) => count.to_string(),
        Answer::SideEffect(_, answer)
        | Answer::RescueMedicine(answer)
        | Answer::WalkingSupport(answer)
        | Answer::SealedDose(answer) => if *answer { controls::yes() } else { controls::no() }.to_owned(),
        Answer::DoseTaken(dose) => dose.to_string(),
        Answer::Note(note) => words::quoted(&note.as_str().chars().take(MAX_NOTE).collect::<String>()),
    }
}
