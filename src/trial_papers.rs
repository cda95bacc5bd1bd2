//! The four papers that a pharmacist prints for a trial of one (T1): labels, list, the sheet for the envelope, the patient's
//! sheet.
//!
//! What each says is one tree of nodes, for the page and for the file. Labels and the patient's sheet are made of what
//! [`SealedOrder::sheet`] gives, in which nothing of the order is.

use chrono::{Days, NaiveDate};

use crate::diary::{Arm, Dose, Form, Period, PhaseKind, TrialCode};
use crate::exchange::sealed_order::{Bottle, SealedOrder, Sheet};
use crate::markup::{self, Element, Styled, element};
use crate::words::{dates, names, pharmacist as words};

mod qr;

/// The style sheet of the papers, on the page and in the file.
const STYLE: &str = include_str!("trial_papers/page.css");
/// How sheets are set in the file, whatever their size; the page leaves that to the browser.
const SHEETS: &str = "@page { margin: 13mm; }\n";

/// One of the papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrialPaper {
    /// A label for each bottle.
    Labels,
    /// What the pharmacist fills in.
    List,
    /// What the sealed envelope holds.
    Reveal,
    /// What the patient takes home.
    Sheet,
}

impl TrialPaper {
    /// All of them, in the order in which they are printed.
    pub const ALL: [TrialPaper; 4] = [Self::Labels, Self::List, Self::Reveal, Self::Sheet];

    /// Its name on the page.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Labels => "labels",
            Self::List => "list",
            Self::Reveal => "reveal",
            Self::Sheet => "sheet",
        }
    }

    /// What it is.
    pub fn name(self) -> &'static str {
        match self {
            Self::Labels => words::labels(),
            Self::List => words::list(),
            Self::Reveal => words::reveal(),
            Self::Sheet => words::sheet(),
        }
    }

    /// What it is for.
    pub fn about(self) -> &'static str {
        match self {
            Self::Labels => words::labels_about(),
            Self::List => words::list_about(),
            Self::Reveal => words::reveal_about(),
            Self::Sheet => words::sheet_about(),
        }
    }

    /// The words of the button that prints it alone.
    pub fn print(self) -> &'static str {
        match self {
            Self::Labels => words::labels_print(),
            Self::List => words::list_print(),
            Self::Reveal => words::reveal_print(),
            Self::Sheet => words::sheet_print(),
        }
    }
}

/// A trial that was drawn, with all that its papers say.
#[derive(Clone, PartialEq, Eq)]
pub struct Drawn {
    order: SealedOrder,
    sheet: Sheet,
    on: NaiveDate,
}

impl Drawn {
    /// A drawn order, with what the labels say, on the day on which it was drawn.
    pub fn new(order: SealedOrder, (dose, form): (Dose, Form), on: NaiveDate) -> Drawn {
        let sheet = order.sheet(dose, form);
        Drawn { order, sheet, on }
    }

    /// What tells the papers of this trial from those of another.
    pub fn mark(&self) -> &str {
        self.sheet.commit.mark()
    }

    /// What a file with the papers is called.
    pub fn file_name(&self) -> String {
        ["ldn-trial-", self.mark(), ".html"].concat()
    }

    /// All papers as one HTML file.
    pub fn file(&self) -> String {
        let papers = TrialPaper::ALL.map(|paper| self.paper(paper));
        let title = words::drawn(self.mark());
        let document = element("div").children(papers).into();
        markup::file(&title, &[SHEETS, STYLE].concat(), document)
    }

    /// One of the papers, as the page shows it.
    pub fn shown(&self, paper: TrialPaper) -> Styled {
        Styled {
            document: self.paper(paper).into(),
            style: STYLE,
        }
    }

    fn paper(&self, paper: TrialPaper) -> Element {
        let head = element("div")
            .with("class", "head")
            .child(element("h3").text(paper.name()))
            .child(element("p").with("translate", "no").text(words::mark(self.mark())));
        let blank = element("div")
            .with("class", "trial-paper")
            .with("data-paper", paper.id())
            .child(head);
        match paper {
            TrialPaper::Labels => blank.child(self.labels()),
            TrialPaper::List => blank.children(self.list()),
            TrialPaper::Reveal => blank.children(self.reveal()),
            TrialPaper::Sheet => blank.children(self.patients_sheet()),
        }
    }

    fn labels(&self) -> Element {
        let mut labels = element("div").with("class", "labels");
        for bottle in &self.sheet.bottles {
            let number = element("p").with("class", "number").text(period(bottle));
            let label = element("div")
                .with("class", "label")
                .child(number)
                .child(text(words::label_days(bottle.from, bottle.to)))
                .child(text(words::label_content(
                    names::form(self.sheet.form),
                    &self.sheet.dose.to_string(),
                )))
                .child(text(words::label_doses(usize::from(bottle.doses))))
                .child(blank(words::label_how()))
                .child(blank(words::label_name()))
                .child(text(words::mark(self.mark())));
            labels = labels.child(label);
        }
        labels
    }

    fn list(&self) -> Vec<Element> {
        let mut rows = Vec::new();
        for (bottle, arm) in self.order.list() {
            let mut row = bottle_row(&bottle);
            row.push(self.holds(arm));
            row.push(String::new());
            rows.push(row);
        }
        let heads = [
            words::bottle(),
            words::from(),
            words::to(),
            words::doses(),
            words::holds(),
            words::filled(),
        ];
        vec![
            strong(words::list_secret()),
            text(self.plan()),
            text(words::drawn_on(self.on)),
            table(words::list(), &heads, rows),
            text(words::list_alike()),
            text(words::list_alike_each()),
            heading(words::commit_code()),
            code(&self.sheet.commit, false),
            heading(words::reveal_code()),
            code(&self.order.reveal_code(), false),
        ]
    }

    fn reveal(&self) -> Vec<Element> {
        let mut rows = Vec::new();
        for (bottle, arm) in self.order.list() {
            let mut row = bottle_row(&bottle);
            row[3] = self.holds(arm);
            rows.push(row);
        }
        let heads = [words::bottle(), words::from(), words::to(), words::holds()];
        let plan = self.sheet.plan;
        let last = plan.ends().checked_sub_days(Days::new(1)).unwrap_or(plan.ends());
        let seal = element("div")
            .with("class", "seal")
            .child(text(words::envelope_closed(last)))
            .child(text(words::envelope_closed_once()));
        vec![
            seal,
            heading(words::envelope_code()),
            code(&self.order.reveal_code(), true),
            text(words::envelope_code_how()),
            heading(words::envelope_content()),
            text(words::envelope_content_why()),
            table(words::envelope_content(), &heads, rows),
        ]
    }

    fn patients_sheet(&self) -> Vec<Element> {
        let commit = &self.sheet.commit;
        let typed = element("div")
            .child(code(commit, true))
            .child(text(words::sheet_code_how()));
        let typed = element("div")
            .with("class", "typed")
            .child(typed)
            .children(qr::drawn(commit.as_str(), words::sheet_code_picture()));
        let heads = [words::bottle(), words::from(), words::to(), words::doses()];
        vec![
            text(self.plan()),
            heading(words::sheet_code()),
            typed,
            heading(words::sheet_bottles()),
            text(words::sheet_bottles_one()),
            table(
                words::sheet_bottles(),
                &heads,
                self.sheet.bottles.iter().map(bottle_row).collect(),
            ),
            heading(words::sheet_trouble()),
            strong(words::sheet_trouble_stop()),
            text(words::sheet_trouble_open()),
            text(words::sheet_trouble_emergency()),
            heading(words::sheet_people()),
            blank(words::sheet_people_prescriber()),
            blank(words::sheet_people_pharmacy()),
            blank(words::sheet_people_envelope()),
            text(words::no_advice()),
        ]
    }

    fn plan(&self) -> String {
        let Sheet { plan, dose, form, .. } = &self.sheet;
        words::plan_said(plan.pairs(), plan.period_days(), names::form(*form), &dose.to_string())
    }

    fn holds(&self, arm: Arm) -> String {
        match arm {
            Arm::Ldn => words::naltrexone(&self.sheet.dose.to_string()),
            Arm::Placebo => words::placebo().to_owned(),
        }
    }
}

/// "Period 2 of 6".
fn period(bottle: &Bottle) -> String {
    let (number, of) = (bottle.number, bottle.of);
    names::phase(&PhaseKind::Blinded(Period { number, of })).into_owned()
}

/// Its number, its days, and how many doses it holds.
fn bottle_row(bottle: &Bottle) -> Vec<String> {
    let (from, to) = (dates::short_unbroken(bottle.from), dates::short_unbroken(bottle.to));
    vec![bottle.number.to_string(), from, to, bottle.doses.to_string()]
}

fn text(said: impl Into<String>) -> Element {
    element("p").text(said)
}

fn strong(said: &str) -> Element {
    element("p").child(element("strong").text(said))
}

fn heading(said: &str) -> Element {
    element("h4").text(said)
}

/// A line to write on.
fn blank(said: &str) -> Element {
    element("p").with("class", "blank").text(said)
}

/// The groups of a code, each with the hyphen after it.
fn groups(code: &TrialCode) -> Vec<&str> {
    code.as_str().split_inclusive('-').collect()
}

/// A code in its groups, each of which stays whole. It is copied with its hyphens.
fn code(code: &TrialCode, large: bool) -> Element {
    let mut spans = Vec::new();
    for group in groups(code) {
        spans.push(element("span").text(group));
    }
    let code = element("p").with("class", "code").with("translate", "no");
    let code = if large { code.with("data-size", "large") } else { code };
    code.children(spans)
}

fn table(name: &str, heads: &[&str], rows: Vec<Vec<String>>) -> Element {
    let mut body = element("tbody");
    for row in rows {
        let mut cells = element("tr");
        for (place, cell) in row.into_iter().enumerate() {
            let kind = match place {
                0 => element("th").with("scope", "row"),
                _ => element("td"),
            };
            cells = cells.child(kind.text(cell));
        }
        body = body.child(cells);
    }
    let mut head = element("tr");
    for name in heads {
        head = head.child(element("th").with("scope", "col").text(*name));
    }
    let table = element("table").child(element("thead").child(head)).child(body);
    // On a narrow screen it moves sideways for itself.
    element("div")
        .with("class", "scrolls")
        .with("tabindex", "0")
        .with("role", "group")
        .with("aria-label", name)
        .child(table)
}
