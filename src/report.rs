//! What the doctor gets (R1), as a value: every word and figure of it, and its drawing.
//!
//! [`Report::of`] computes it; [`page`] makes the document that is shown, printed and saved as an HTML file; the PDF file is
//! made of the same value. Page 1 is one page always: what would not fit on it goes to the pages behind it.

use crate::diary::Diary;
use crate::exchange::fingerprint;
use crate::picture::Picture;
use crate::trial::Study;
use crate::words::paper as words;

mod about_me;
mod card;
mod days;
mod finding;
mod impressions;
pub mod page;
mod panels;
mod parts;
mod phases;
mod room;
mod side_effects;
mod small_print;
mod tables;
mod time_axis;
mod trial_of_one;
mod trial_tables;
mod visits;

pub use panels::item_chart;
pub use parts::{Choices, FIRST_ITEMS, Line, Paper, Table, Words};

/// The whole report.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The paper it is laid out for.
    pub paper: Paper,
    /// Its title.
    pub title: String,
    /// The days it covers: "5 Jan to 7 Jun 2026".
    pub span: String,
    /// The visit that it is made for, with the patient's questions, each in a line; empty where there is none.
    pub visit: Vec<Line>,
    /// The name, where the patient wants it on the report.
    pub name: Option<String>,
    /// Condition, and how complete the diary is.
    pub facts: Vec<String>,
    /// What the patient says of themselves, where they want it on the report.
    pub about_me: Vec<String>,
    /// Phases and doses; the last line says how many more there are, where there are many.
    pub phases: Vec<String>,
    /// The comparison in one sentence, or what is missing for one.
    pub finding: Vec<Words>,
    /// The card of the question that the finding answers; empty without one.
    pub card: Vec<Line>,
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
        let study = Study::of(diary, choices.to, choices.counting());
        let analysis = finding::analysed(&study, choices);
        let days = days::ShownDays::of(diary, choices);
        let about = finding::About::of(diary, &analysis, choices);
        let (mut tables, mut further) = tables::tables(diary, &analysis, &about, choices);
        let trial = trial_of_one::told(&study, about.later_answer());
        let answer = trial.and_then(|place| study.pooled(place, &study.main_item_of(&study.trials()[place])));
        if let Some(pooled) = &answer {
            // What the phases say goes behind the trial.
            let (first, more) = trial_tables::tables(diary, &study, pooled, choices);
            let behind = std::mem::replace(&mut tables, first);
            further = more.into_iter().chain(behind).chain(further).collect();
        }
        let main = answer.as_ref().map(|pooled| &pooled.answer).or(about.main_comparison());
        let mut phases = phases::phases(diary, &study, &analysis, choices.to);
        if phases.len() > PHASES_ON_PAGE_1 {
            let rows = phases.iter().map(|phase| vec![phase.clone()]).collect();
            further.push(Table {
                caption: words::all_phases().into(),
                columns: vec![words::column_phase().into()],
                rows,
                widths: vec![1.0],
            });
            let more = phases.len() - PHASES_ON_PAGE_1 + 1;
            phases.truncate(PHASES_ON_PAGE_1 - 1);
            phases.push(words::more_phases(more));
        }
        further.extend(trial_of_one::sections(diary, &study));
        further.extend(card::all(diary, &study, main));
        further.extend(impressions::table(&study, main));
        if choices.visits {
            further.extend(visits::decisions(diary, choices.made_on));
        }
        if choices.every_day {
            further.extend(days::table(diary, choices, (days.from, days.to)));
        }
        let mut facts = days.facts(diary, choices);
        facts.extend(trial_of_one::facts(diary, &study, answer.as_ref()));
        // A trial is one against placebo.
        let against = answer.as_ref().map(|pooled| pooled.answer.against.clone());
        let mut method = small_print::method(
            choices.counting(),
            days.imported > 0,
            against.or(about.against()).as_ref(),
        );
        let mut trial_shown = None;
        if let Some(pooled) = &answer {
            method[1] = trial_tables::method(choices.counting(), days.imported > 0);
            trial_shown = Some(&study.trials()[pooled.trial]);
        }
        let drawn = (days.recorded > 0).then(|| panels::picture(diary, &study, &analysis, choices, &days, trial_shown));
        let (picture, legend) = drawn.unzip();
        let span = time_axis::span(days.from, days.to);
        let mut report = Report {
            paper: choices.paper,
            title: words::title().into(),
            foot: words::foot(&span, &fingerprint::short(diary)),
            span,
            visit: if choices.visits {
                visits::lines(diary, choices.made_on)
            } else {
                Vec::new()
            },
            name: choices.name.clone(),
            facts,
            about_me: if choices.about_me {
                about_me::lines(diary)
            } else {
                Vec::new()
            },
            finding: if days.recorded == 0 {
                Words::of(words::nothing())
            } else {
                match (trial, &answer) {
                    (_, Some(pooled)) => trial_of_one::finding(diary, &study, pooled),
                    (Some(_), None) => trial_of_one::sealed(diary, &study),
                    (None, None) => about.sentence(diary),
                }
            },
            card: card::of_finding(diary, &study, main),
            picture,
            phases,
            legend: legend.unwrap_or_default(),
            tables,
            caveats: match &answer {
                Some(pooled) => trial_tables::caveats(&study, pooled),
                None => about.caveats(),
            },
            method,
            origin: small_print::origin(diary),
            further,
            notes: if choices.notes {
                days::notes(diary, choices)
            } else {
                Vec::new()
            },
        };
        if !report.visit.is_empty() {
            room::make(&mut report);
        }
        report
    }

    /// What its document and its file are called.
    pub fn name_of_document(&self) -> String {
        words::title_with_days(&self.span)
    }

    /// Every text of the report.
    pub fn texts(&self) -> Vec<&str> {
        self.texts_by_day().into_iter().map(|(_, text)| text).collect()
    }

    /// Every text of the report, with the day whose note it is, for whoever has to know which letters it needs.
    pub fn texts_by_day(&self) -> Vec<(Option<&str>, &str)> {
        let mut texts: Vec<&String> = vec![&self.title, &self.span, &self.legend, &self.foot, &self.origin];
        texts.extend(self.visit.iter().flat_map(|line| [&line.name, &line.text]));
        texts.extend(&self.name);
        texts.extend(&self.facts);
        texts.extend(&self.about_me);
        texts.extend(&self.phases);
        texts.extend(self.finding.iter().map(|words| &words.text));
        texts.extend(self.card.iter().map(|line| &line.text));
        texts.extend(&self.caveats);
        texts.extend(&self.method);
        for table in self.tables.iter().chain(&self.further) {
            texts.push(&table.caption);
            texts.extend(&table.columns);
            texts.extend(table.rows.iter().flatten());
        }
        for shape in self.picture.iter().flat_map(|picture| &picture.shapes) {
            if let crate::picture::Shape::Text { text, .. } = shape {
                texts.push(text);
            }
        }
        let mut all: Vec<(Option<&str>, &str)> = texts.into_iter().map(|text| (None, &**text)).collect();
        all.extend(self.notes.iter().map(|(day, note)| (Some(&**day), &**note)));
        all
    }
}

#[cfg(test)]
mod tests;
