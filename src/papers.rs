//! The door to the report and to the files for others: text in, bytes out.
//!
//! It is opened in a worker beside the page, where long work can be broken off. As with [`study`](crate::study), a diary
//! crosses as a backup and everything else as JSON in the types of this module.

use serde::{Deserialize, Serialize};

use crate::diary::{Answers, Day, Diary, ItemId, LAST_DATE, SortedSet, StandardItem, iso};
use crate::exchange::{backup, csv, fhir, fingerprint};
use crate::markup::Node;
use crate::pdf::{self, Fonts};
use crate::report::{Choices, Paper, Report, item_chart, page};
use crate::trial::LateDays;
use crate::words::Said as _;

/// What the patient chose to hand over, as it crosses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
}

/// What the page of the report shows.
#[derive(Debug, Serialize)]
struct Preview {
    document: Node,
    style: &'static str,
}

/// What is made of a diary: `preview` (the report as a document with its style sheet, as JSON), `pdf`, `html`, `csv`,
/// `long_csv`, `fhir`, or `svg:` with the id of an item. `letters` is the file of the PDF file's fonts; nothing else
/// needs it.
///
/// # Errors
/// In words: what can't be read, or why there is nothing to put into such a file.
pub fn make(kind: &str, diary: &str, request: &str, letters: &[u8]) -> Result<Vec<u8>, String> {
    let (diary, choices) = read(diary, request)?;
    let text = match kind {
        "pdf" => return pdf(&Report::of(&diary, &choices), letters),
        "preview" => preview(&Report::of(&diary, &choices))?,
        "html" => Report::of(&diary, &choices).html(),
        "csv" => csv::write(&handed_over(&diary, &choices)).text,
        "long_csv" => csv::write_long(&handed_over(&diary, &choices)).text,
        "fhir" => {
            let part = handed_over(&diary, &choices);
            let whole = fingerprint::full(&diary);
            fhir::write_part(&part, choices.to, choices.name.as_deref(), &whole)
        }
        _ => match kind.strip_prefix("svg:").map(ItemId::from_id) {
            Some(Ok(item)) => item_chart(&diary, &choices, &item)
                .ok_or("Nothing is recorded for this item in these days: choose other days.")?
                .svg_file(),
            _ => return Err(format!("\"{kind}\" is no kind of file")),
        },
    };
    Ok(text.into_bytes())
}

fn preview(report: &Report) -> Result<String, String> {
    let preview = Preview {
        document: report.document(),
        style: page::STYLE,
    };
    serde_json::to_string(&preview).map_err(|error| error.to_string())
}

/// Fails where the report has letters that the fonts have not.
fn pdf(report: &Report, letters: &[u8]) -> Result<Vec<u8>, String> {
    let letters = Fonts::unpacked(letters).map_err(|error| error.to_string())?;
    let fonts = Fonts::read(&letters).map_err(|error| error.to_string())?;
    let lacking = fonts.lacking(report.texts()).letters;
    if !lacking.is_empty() {
        let some: String = lacking.iter().take(5).flat_map(|c| [*c, ' ']).collect();
        return Err(format!(
            "The PDF file has no letters such as {}. Print the report, or share the web page file: both show every \
             letter.",
            some.trim_end()
        ));
    }
    Ok(pdf::write(report, &fonts))
}

/// Which days are in the future has been judged before, where there is a clock.
fn read(diary: &str, request: &str) -> Result<(Diary, Choices), String> {
    let diary = backup::read(diary, LAST_DATE).map_err(|error| error.said())?;
    let request: Request = serde_json::from_str(request).map_err(|error| error.to_string())?;
    let date = |text: &str| iso::date(text).ok_or_else(|| format!("\"{text}\" is not a date like 2026-01-05"));
    let items: Result<Vec<ItemId>, _> = request.items.iter().map(|id| ItemId::from_id(id)).collect();
    let name = request.name.trim();
    let choices = Choices {
        from: date(&request.from)?,
        to: date(&request.to)?,
        made_on: date(&request.made_on)?,
        items: items.map_err(|error| error.said())?,
        every_day: request.every_day,
        notes: request.notes,
        name: (!name.is_empty()).then(|| name.to_owned()),
        paper: request.paper,
        late_days: if request.late_days {
            LateDays::Included
        } else {
            LateDays::LeftOut
        },
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
        Day::restore(day.date(), day.recorded_at(), day.edited_at(), answers)
    });
    let days = days.filter(|day| !day.answers().is_empty());
    Diary::restore(diary.settings.clone(), diary.treatment.clone(), days)
}

/// The ids of the items that a report can hold: those that were ever rated, in their order.
pub fn rated_items(diary: &Diary) -> Vec<ItemId> {
    let rated: SortedSet<&ItemId> = diary.days().flat_map(|day| day.answers().items.keys()).collect();
    rated.into_iter().cloned().collect()
}

/// Whether an item is on the report unless the patient says otherwise.
pub fn is_first(item: &ItemId) -> bool {
    matches!(item, ItemId::Standard(item) if crate::report::FIRST_ITEMS.contains(item))
        || matches!(item, ItemId::Standard(StandardItem::Pain))
}
