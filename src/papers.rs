//! The door to the report and to the files for others: text in, bytes out.
//!
//! It is opened in a worker beside the page, where long work can be broken off. A diary crosses as a backup, and everything
//! else as JSON in the types of this module.

use serde::{Deserialize, Serialize};

use crate::diary::{Answers, Day, Diary, ItemId, LAST_DATE, SortedSet, iso};
use crate::exchange::backup::{self, BackupError};
use crate::exchange::{csv, fhir};
use crate::markup::Styled;
use crate::pdf::{self, FontError, Fonts, Lacking};
use crate::report::{Choices, Paper, Report, item_chart, page};
use crate::trial::{ImportedDays, LateDays};
use crate::wallet_card::{NoCard, WalletCard};
use crate::words::{Said, papers as words, problems};

/// What is made of a diary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// The report as a document with its style sheet, for the page.
    Preview,
    /// The report as a PDF file, which shows every sign.
    Pdf,
    /// The report as a PDF file that has a word in place of signs that it can't show.
    PdfWithoutSigns,
    /// The report as one HTML file.
    Html,
    /// One row a day, with points in numbers.
    Csv,
    /// The same with decimal commas.
    CommaCsv,
    /// One row an answer.
    LongCsv,
    /// A FHIR Bundle, made at this instant (2026-01-05T21:10:00+01:00).
    Fhir(String),
    /// The chart of the item with this id as a drawing.
    Svg(String),
    /// The naltrexone card.
    Card(CardKind),
}

/// What the naltrexone card is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CardKind {
    /// A PDF file, to be cut out.
    Paper,
    /// A drawing for a lock screen.
    Screen,
}

/// What the patient chose to hand over, as it crosses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the form")]
pub struct Request {
    /// The first day that is shown (2026-01-05).
    pub from: String,
    /// The last day that is looked at.
    pub to: String,
    /// The day on which it is made.
    pub made_on: String,
    /// The ids of the items, in the order in which they are shown.
    pub items: Vec<String>,
    /// Whether every day stands in a table.
    pub every_day: bool,
    /// Whether notes go in.
    pub notes: bool,
    /// A name to be written on it; empty for none.
    pub name: String,
    /// The paper.
    pub paper: Paper,
    /// Whether days that were recorded late count.
    pub late_days: bool,
    /// Whether days that were imported count.
    pub imported_days: bool,
    /// Whether what the patient says of themselves goes on the report.
    pub about_me: bool,
    /// Whether visits go on the report.
    pub visits: bool,
}

/// Why there is no paper.
#[derive(Debug)]
pub enum PaperError {
    /// The diary can't be read.
    Diary(BackupError),
    /// There is no such paper, or what was chosen for it makes no sense: the page asks for none like this.
    NoSuchPaper,
    /// The item of the drawing was not rated on these days.
    NothingToDraw,
    /// The fonts of the PDF file can't be used.
    Fonts(FontError),
    /// No card can be made of this diary.
    NoCard(NoCard),
    /// The PDF file can't show these signs, of which there is at least one.
    Lacking(Vec<Lacking>),
}

impl Said for PaperError {
    fn said(&self) -> String {
        match self {
            Self::Diary(why) => why.said(),
            Self::NoSuchPaper => problems::file_not_made().to_owned(),
            Self::NothingToDraw => words::nothing_to_draw().to_owned(),
            Self::Fonts(why) => why.said(),
            Self::NoCard(why) => why.said(),
            Self::Lacking(signs) => lacking(signs),
        }
    }
}

/// How many signs are named, and how many days of each.
const SIGNS_NAMED: usize = 5;
const DAYS_NAMED: usize = 3;

fn lacking(signs: &[Lacking]) -> String {
    let mut named: Vec<String> = signs.iter().take(SIGNS_NAMED).map(lacking_one).collect();
    if signs.len() > SIGNS_NAMED {
        named.push(words::more_signs(signs.len() - SIGNS_NAMED));
    }
    words::signs_lacking(&named.join("; "))
}

fn lacking_one(lacking: &Lacking) -> String {
    let mut places: Vec<String> = lacking.days.iter().take(DAYS_NAMED).cloned().collect();
    if lacking.days.len() > DAYS_NAMED {
        places.push(words::more_days(lacking.days.len() - DAYS_NAMED));
    }
    let places = places.join(", ");
    let sign = lacking.sign.to_string();
    match (places.is_empty(), lacking.elsewhere) {
        (true, _) => words::sign_outside_notes(&sign),
        (false, false) => words::sign_in_notes(&sign, &places),
        (false, true) => words::sign_in_notes_too(&sign, &places),
    }
}

impl Kind {
    /// Whether the page shows it, or it is made of what is shown: the rest are files for others, which few make and seldom.
    pub fn is_shown(&self) -> bool {
        matches!(self, Kind::Preview | Kind::Html | Kind::Svg(_))
    }
}

/// Makes a paper of a diary. `letters` is the file of the PDF file's fonts; nothing else needs it.
///
/// # Errors
/// [`PaperError`].
pub fn make(kind: &Kind, diary: &str, request: &Request, letters: &[u8]) -> Result<Vec<u8>, PaperError> {
    if kind.is_shown() {
        show(kind, diary, request)
    } else {
        file(kind, diary, request, letters)
    }
}

/// Makes one of those that [are shown](Kind::is_shown).
///
/// # Errors
/// [`PaperError`].
pub fn show(kind: &Kind, diary: &str, request: &Request) -> Result<Vec<u8>, PaperError> {
    let (diary, choices) = read(diary, request)?;
    let text = match kind {
        Kind::Preview => preview(&Report::of(&diary, &choices))?,
        Kind::Html => Report::of(&diary, &choices).html(),
        Kind::Svg(item) => {
            let item = ItemId::from_id(item).map_err(|_| PaperError::NoSuchPaper)?;
            let chart = item_chart(&diary, &choices, &item).ok_or(PaperError::NothingToDraw)?;
            chart.svg_file()
        }
        _ => return Err(PaperError::NoSuchPaper),
    };
    Ok(text.into_bytes())
}

/// Makes one of the others. `letters` is the file of the PDF file's fonts; nothing else needs it.
///
/// # Errors
/// [`PaperError`].
pub fn file(kind: &Kind, diary: &str, request: &Request, letters: &[u8]) -> Result<Vec<u8>, PaperError> {
    let (diary, choices) = read(diary, request)?;
    let text = match kind {
        Kind::Pdf => return pdf(&Report::of(&diary, &choices), letters, false),
        Kind::PdfWithoutSigns => return pdf(&Report::of(&diary, &choices), letters, true),
        Kind::Card(kind) => return card(*kind, &diary, &choices, letters),
        Kind::Csv => csv::write(&handed_over(&diary, &choices)).text,
        Kind::CommaCsv => csv::write_commas(&handed_over(&diary, &choices)).text,
        Kind::LongCsv => csv::write_long(&handed_over(&diary, &choices)).text,
        Kind::Fhir(at) => {
            let making = fhir::Making {
                as_of: choices.to,
                at: iso::instant(at).ok_or(PaperError::NoSuchPaper)?,
                name: choices.name.as_deref(),
            };
            fhir::write_part(&handed_over(&diary, &choices), &diary, &making)
        }
        _ => return Err(PaperError::NoSuchPaper),
    };
    Ok(text.into_bytes())
}

fn preview(report: &Report) -> Result<String, PaperError> {
    let preview = Styled {
        document: report.document(),
        style: page::STYLE,
    };
    serde_json::to_string(&preview).map_err(|_| PaperError::NoSuchPaper)
}

/// Fails where the report has signs that the fonts have not, unless it may lack them: none is replaced unasked.
fn pdf(report: &Report, letters: &[u8], may_lack: bool) -> Result<Vec<u8>, PaperError> {
    let fonts = Fonts::read(letters).map_err(PaperError::Fonts)?;
    let lacking = fonts.lacking(report.texts_by_day());
    if may_lack || lacking.is_empty() {
        Ok(pdf::write(report, &fonts))
    } else {
        Err(PaperError::Lacking(lacking))
    }
}

/// The naltrexone card of the day on which it is made. `letters` are needed for the one on paper.
///
/// # Errors
/// [`PaperError`].
pub fn card(kind: CardKind, diary: &Diary, choices: &Choices, letters: &[u8]) -> Result<Vec<u8>, PaperError> {
    let card = WalletCard::of(diary, choices.made_on).map_err(PaperError::NoCard)?;
    match kind {
        CardKind::Screen => Ok(card.screen().svg_file().into_bytes()),
        CardKind::Paper => {
            let fonts = Fonts::read(letters).map_err(PaperError::Fonts)?;
            let lacking = fonts.lacking(card.texts().into_iter().map(|text| (None, text)));
            if !lacking.is_empty() {
                return Err(PaperError::Lacking(lacking));
            }
            Ok(pdf::write_card(&card.card(), WalletCard::note(), choices.paper, &fonts))
        }
    }
}

/// Which days are in the future has been judged before, where there is a clock.
fn read(diary: &str, request: &Request) -> Result<(Diary, Choices), PaperError> {
    let diary = backup::read(diary, LAST_DATE).map_err(PaperError::Diary)?;
    let date = |text: &str| iso::date(text).ok_or(PaperError::NoSuchPaper);
    let items: Result<Vec<ItemId>, _> = request.items.iter().map(|id| ItemId::from_id(id)).collect();
    let name = request.name.trim();
    let choices = Choices {
        from: date(&request.from)?,
        to: date(&request.to)?,
        made_on: date(&request.made_on)?,
        items: items.map_err(|_| PaperError::NoSuchPaper)?,
        every_day: request.every_day,
        notes: request.notes,
        name: (!name.is_empty()).then(|| name.to_owned()),
        paper: request.paper,
        late_days: if request.late_days {
            LateDays::Included
        } else {
            LateDays::LeftOut
        },
        imported_days: if request.imported_days {
            ImportedDays::Included
        } else {
            ImportedDays::LeftOut
        },
        about_me: request.about_me,
        visits: request.visits,
    };
    Ok((diary, choices))
}

/// The diary as far as the patient hands it over as data: every answer of the chosen days, for an empty cell means that
/// nothing was answered (F2); notes only where they want them in.
fn handed_over(diary: &Diary, choices: &Choices) -> Diary {
    let shown = diary
        .days()
        .filter(|day| (choices.from..=choices.to).contains(&day.date()));
    let days = shown.map(|day| {
        let mut answers = Answers::clone(day.answers());
        if !choices.notes {
            answers.note = crate::diary::Note::default();
        }
        Day::restore(day.date(), day.recorded_at(), day.edited_at(), answers).with_source(day.imported_from().cloned())
    });
    let days = days.filter(|day| !day.answers().is_empty());
    Diary::restore(diary.settings.clone(), diary.treatment.clone(), days)
}

/// The ids of the items that charts and report can hold: those that were ever rated, in their order.
pub fn rated_items(diary: &Diary) -> Vec<ItemId> {
    let rated: SortedSet<&ItemId> = diary.days().flat_map(|day| day.answers().items.keys()).collect();
    rated.into_iter().cloned().collect()
}

/// Whether an item is on the report unless the patient says otherwise: those of the trials, and all of the patient's own.
pub fn is_first(item: &ItemId) -> bool {
    match item {
        ItemId::Standard(item) => crate::report::FIRST_ITEMS.contains(item),
        ItemId::Own(_) => true,
    }
}
