//! What the doctor gets (R1), as a value: every word and figure of it, and its drawing.
//!
//! [`Report::of`] computes it; [`page`] makes the document that is shown, printed and saved as an HTML file; the PDF file is
//! made of the same value. Page 1 is one page always: what would not fit on it goes to the pages behind it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::diary::{Diary, ItemId, StandardItem};
use crate::exchange::fingerprint;
use crate::picture::Picture;
use crate::trial::{LateDays, Study};

mod days;
mod finding;
pub mod page;
mod panels;
mod side_effects;
mod tables;
mod time_axis;
mod words;

pub use panels::item_chart;
pub(crate) use words::NOTES;

/// The paper that a report is laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 215.9 by 279.4 mm.
    Letter,
}

impl Paper {
    /// The white edge on every side, in millimetres.
    pub const MARGIN: f64 = 13.0;

    /// Its width and height in millimetres.
    pub const fn size(self) -> (f64, f64) {
        match self {
            Paper::A4 => (210.0, 297.0),
            Paper::Letter => (215.9, 279.4),
        }
    }

    /// Its name in files and in CSS.
    pub const fn id(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::Letter => "letter",
        }
    }
}

/// What the patient chose to hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The first day that is shown; the diary's first day where this is earlier.
    pub from: NaiveDate,
    /// The last day that is looked at.
    pub to: NaiveDate,
    /// The day on which it is made.
    pub made_on: NaiveDate,
    /// The items, in the order in which they are shown.
    pub items: Vec<ItemId>,
    /// Whether every day stands in a table behind page 1.
    pub every_day: bool,
    /// Whether notes go in.
    pub notes: bool,
    /// A name to be written on it.
    pub name: Option<String>,
    /// The paper.
    pub paper: Paper,
    /// Whether days that were recorded late count.
    pub late_days: LateDays,
}

/// A table: names of the columns, then rows of as many cells; the first cell names its row. A row of one cell stands across
/// all columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// What stands in each column.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// How wide each column is beside the others.
    pub widths: Vec<f64>,
}

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The text.
    pub text: String,
    /// Whether it is what the eye should catch.
    pub strong: bool,
}

/// The whole report.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The paper it is laid out for.
    pub paper: Paper,
    /// Its title.
    pub title: String,
    /// The days it covers: "5 Jan to 7 Jun 2026".
    pub span: String,
    /// The name, where the patient wants it on the report.
    pub name: Option<String>,
    /// Condition, and how complete the diary is.
    pub facts: Vec<String>,
    /// Phases and doses; the last line says how many more there are, where there are many.
    pub phases: Vec<String>,
    /// The comparison in one sentence, or what is missing for one.
    pub finding: Vec<Words>,
    /// The drawing; none where nothing is recorded.
    pub picture: Option<Picture>,
    /// How the drawing is read.
    pub legend: String,
    /// The comparison, then the side effects; a table without rows is not there.
    pub tables: Vec<Table>,
    /// What has to be known beside the figures.
    pub caveats: Vec<String>,
    /// How the figures were made, in three lines.
    pub method: [String; 3],
    /// What stands at the foot of each page: the days and the fingerprint.
    pub foot: String,
    /// Fingerprint of the data, and what made the report.
    pub origin: String,
    /// What did not fit on page 1, then every day.
    pub further: Vec<Table>,
    /// Notes with their dates, where the patient wants them in.
    pub notes: Vec<(String, String)>,
}

/// Phases that page 1 names; more of them are listed behind it.
const PHASES_ON_PAGE_1: usize = 6;

impl Report {
    /// Computes a report. Comparisons look at the whole diary up to `choices.to`: a baseline counts also where it lies
    /// before the days that are shown.
    pub fn of(diary: &Diary, choices: &Choices) -> Report {
        let study = Study::of(diary, choices.to, choices.late_days);
        let analysis = study.analysis();
        let days = ShownDays::of(diary, choices);
        let about = finding::About::of(diary, &analysis, choices);
        let (tables, mut further) = tables::tables(diary, &analysis, &about, choices);
        let mut phases = words::phases(diary, choices.to);
        if phases.len() > PHASES_ON_PAGE_1 {
            let rows = phases.iter().map(|phase| vec![phase.clone()]).collect();
            further.push(Table {
                caption: words::PHASES.into(),
                columns: vec!["Phase".into()],
                rows,
                widths: vec![1.0],
            });
            let more = phases.len() - PHASES_ON_PAGE_1 + 1;
            phases.truncate(PHASES_ON_PAGE_1 - 1);
            phases.push(format!("and {more} more phases, listed behind this page"));
        }
        if choices.every_day {
            further.extend(days::table(diary, choices, (days.from, days.to)));
        }
        Report {
            paper: choices.paper,
            title: words::TITLE.into(),
            span: words::span(days.from, days.to),
            name: choices.name.clone(),
            facts: days.facts(diary, choices),
            finding: if days.recorded == 0 {
                finding::plain(words::NOTHING)
            } else {
                about.sentence(diary)
            },
            picture: (days.recorded > 0).then(|| panels::picture(diary, &analysis, choices, &days)),
            phases,
            legend: panels::legend(),
            tables,
            caveats: about.caveats(),
            method: words::method(choices.late_days == LateDays::Included),
            foot: format!(
                "{}, {} · {}",
                words::SHORT_TITLE,
                words::span(days.from, days.to),
                fingerprint::short(diary)
            ),
            origin: origin(diary),
            further,
            notes: if choices.notes {
                days::notes(diary, choices)
            } else {
                Vec::new()
            },
        }
    }

    /// Every text of the report, for whoever has to know which letters it needs.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let tables = self.tables.iter().chain(&self.further).flat_map(|table| {
            let cells = table.rows.iter().flatten();
            std::iter::once(&table.caption).chain(&table.columns).chain(cells)
        });
        let notes = self.notes.iter().flat_map(|(date, note)| [date, note]);
        let drawn = self.picture.iter().flat_map(|picture| &picture.shapes);
        let drawn = drawn.filter_map(|shape| match shape {
            crate::picture::Shape::Text { text, .. } => Some(text),
            _ => None,
        });
        let parts = [&self.title, &self.span, &self.legend, &self.foot, &self.origin].into_iter();
        parts
            .chain(&self.name)
            .chain(&self.facts)
            .chain(&self.phases)
            .chain(self.finding.iter().map(|words| &words.text))
            .chain(&self.caveats)
            .chain(&self.method)
            .chain(tables)
            .chain(notes)
            .chain(drawn)
            .map(String::as_str)
    }
}

/// The items that a report holds unless the patient chooses others: those of the trials' first question.
pub const FIRST_ITEMS: [StandardItem; 5] = [
    StandardItem::Pain,
    StandardItem::Fatigue,
    StandardItem::SleepQuality,
    StandardItem::Overall,
    StandardItem::Tolerability,
];

/// The days that are shown: those of the choice that the diary reaches.
struct ShownDays {
    from: NaiveDate,
    to: NaiveDate,
    /// Days with any answer.
    recorded: usize,
    /// Recorded days that were late.
    late: usize,
}

impl ShownDays {
    fn of(diary: &Diary, choices: &Choices) -> ShownDays {
        let to = choices.to;
        let phase = diary.treatment.phases().first().map(|phase| phase.from);
        let first = [diary.first_day(), phase].into_iter().flatten().min();
        let from = first.map_or(to, |first| first.max(choices.from)).min(to);
        let shown = || {
            let days = diary.days().filter(|day| (from..=to).contains(&day.date()));
            days.filter(|day| !day.answers().is_empty())
        };
        ShownDays {
            from,
            to,
            recorded: shown().count(),
            late: shown().filter(|day| day.is_late(diary.settings.day_ends_at)).count(),
        }
    }

    fn count(&self) -> usize {
        usize::try_from((self.to - self.from).num_days() + 1).unwrap_or(1)
    }

    fn facts(&self, diary: &Diary, choices: &Choices) -> Vec<String> {
        let condition = diary.settings.condition.as_ref().map(ToString::to_string);
        let late = match (self.late, choices.late_days) {
            (0, _) => "none late".to_owned(),
            (late, LateDays::Included) => format!("{late} late"),
            (late, LateDays::LeftOut) => format!("{late} late, left out of all figures"),
        };
        let complete = format!("{} of {} recorded, {late}", self.recorded, words::days(self.count()));
        let stopped = stopped_on(diary, choices.made_on);
        let stopped = stopped.map(|last| format!("no entries since {}", words::unbroken_date(last)));
        condition
            .into_iter()
            .chain(["recorded by the patient".into(), complete])
            .chain(stopped)
            .collect()
    }
}

/// How long ago the last entry is where a diary counts as stopped.
const STOPPED_AFTER: i64 = 14;

/// The day of the last entry, where that was more than 14 days before `today`.
pub fn stopped_on(diary: &Diary, today: NaiveDate) -> Option<NaiveDate> {
    let entries = diary.days().filter(|day| !day.answers().is_empty());
    let last = entries.map(crate::diary::Day::date).max()?;
    ((today - last).num_days() > STOPPED_AFTER).then_some(last)
}

fn origin(diary: &Diary) -> String {
    format!(
        "Data fingerprint {} (of the whole diary; the same data gives the same one) · LDN Diary {}",
        fingerprint::short(diary),
        env!("CARGO_PKG_VERSION")
    )
}

#[cfg(test)]
mod tests;
