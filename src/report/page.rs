//! The report as a document: what is shown as a preview, printed, and saved as one HTML file.
//!
//! All lengths in the style sheet are multiples of `--mm`, so that the same document is a page of paper in print and
//! fits any window on a screen.

use crate::markup::{self, Element, Node, element};
use crate::words::paper as words;

use super::Report;
use super::parts::{Line, Table};

/// The style sheet of the document, on paper and on screen.
pub const STYLE: &str = include_str!("page.css");

/// How the foot of a page is set.
const FOOT: &str = "font: 8pt sans-serif;";
/// Stand for the number of a page and that of all until the browser knows them.
const NUMBER: &str = "\u{1}";
const COUNT: &str = "\u{2}";

impl Report {
    /// The document without its style sheet.
    pub fn document(&self) -> Node {
        let mut document = element("article")
            .with("class", "paper")
            .with("data-paper", self.paper.id())
            .with("lang", "en")
            .child(self.first_page());
        if !self.further.is_empty() || !self.notes.is_empty() {
            let notes = (!self.notes.is_empty()).then(|| self.note_list());
            let further = element("section").with("class", "further");
            document = document.child(further.children(self.further.iter().map(table)).children(notes));
        }
        document.into()
    }

    /// The whole file: style sheet included, no script, nothing fetched.
    pub fn html(&self) -> String {
        // A message and hexadecimal digits; what could end the string is left out. The numbers are CSS's own.
        let quoted = |text: &str| format!("\"{}\"", text.replace(['"', '\\', '\n', '<'], ""));
        let number = quoted(&words::page(NUMBER, COUNT))
            .replace(NUMBER, "\" counter(page) \"")
            .replace(COUNT, "\" counter(pages) \"");
        let page_rule = format!(
            "@page {{ size: {}; @bottom-left {{ content: {}; {FOOT} }} @bottom-right {{ content: {number}; {FOOT} }} }}\n",
            self.paper.id(),
            quoted(&self.foot)
        );
        markup::file(
            &self.name_of_document(),
            &[page_rule.as_str(), STYLE].concat(),
            self.document(),
        )
    }

    fn first_page(&self) -> Element {
        let head = element("header")
            .with("class", "head")
            .child(element("h1").text(self.title.clone()))
            .child(element("p").text(self.span.clone()));
        let visit =
            (!self.visit.is_empty()).then(|| element("div").with("class", "visit").children(named_lines(&self.visit)));
        let name = self.name.as_ref().map(|name| line("who", name));
        let facts = element("p").with("class", "facts").children(separated(&self.facts));
        let about_me = self.about_me.iter().map(|text| line("phases", text));
        let phases = element("p").with("class", "phases").children(separated(&self.phases));
        let finding = self.finding.iter().map(|words| {
            let name = if words.strong { "strong" } else { "span" };
            element(name).text(words.text.clone())
        });
        let finding = element("p")
            .with("class", "finding")
            .with("dir", "auto")
            .children(finding);
        let card =
            (!self.card.is_empty()).then(|| element("div").with("class", "phases").children(named_lines(&self.card)));
        let figure = self.picture.as_ref().map(|picture| {
            element("figure")
                .child(picture.svg())
                .child(element("figcaption").text(self.legend.clone()))
        });
        let caveats = self.caveats.join(" ");
        let small = element("footer")
            .with("class", "small")
            .child(element("p").text(caveats))
            .child(element("p").text(self.method.join(" ")))
            .child(element("p").text(self.origin.clone()));
        element("section")
            .with("class", "first")
            .child(head)
            .children(visit)
            .children(name)
            .child(facts)
            .children(about_me)
            .children((!self.phases.is_empty()).then_some(phases))
            .child(finding)
            .children(card)
            .children(figure)
            .children(self.tables.iter().map(table))
            .child(small)
    }

    fn note_list(&self) -> Element {
        let notes = self.notes.iter().flat_map(|(date, note)| {
            [
                element("dt").text(date.clone()),
                element("dd").with("dir", "auto").text(note.clone()),
            ]
        });
        element("section")
            .with("class", "notes")
            .child(element("h2").text(words::notes()))
            .child(element("dl").children(notes))
    }
}

fn line(class: &str, text: &str) -> Element {
    element("p").with("class", class).with("dir", "auto").text(text)
}

/// Lines that begin with what each is about.
fn named_lines(lines: &[Line]) -> Vec<Element> {
    let line = |line: &Line| {
        let name = element("strong").text([&*line.name, ": "].concat());
        let text = element("bdi").text(line.text.clone());
        element("p").child(name).child(text)
    };
    lines.iter().map(line).collect()
}

/// Texts with dots between them; each one for itself decides on its direction.
fn separated(texts: &[String]) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            nodes.push(Node::Text(" · ".into()));
        }
        nodes.push(element("bdi").text(text.clone()).into());
    }
    nodes
}

fn table(table: &Table) -> Element {
    let all: f64 = table.widths.iter().sum();
    let columns = table.widths.iter().map(|width| {
        let share = format!("{:.1}%", width / all * 100.0);
        element("col").with("width", share)
    });
    let head = table.columns.iter().map(|name| {
        element("th")
            .with("scope", "col")
            .with("dir", "auto")
            .text(name.clone())
    });
    let rows = table.rows.iter().map(|row| {
        if let [gap] = &row[..]
            && table.columns.len() > 1
        {
            let cell = element("th")
                .with("scope", "row")
                .with("colspan", table.columns.len().to_string());
            return element("tr").with("class", "gap").child(cell.text(gap.clone()));
        }
        let cells = row.iter().enumerate().map(|(index, cell)| {
            let cell_of = match index {
                0 => element("th").with("scope", "row"),
                _ => element("td"),
            };
            cell_of.with("dir", "auto").text(cell.clone())
        });
        element("tr").children(cells)
    });
    element("table")
        .child(element("caption").text(table.caption.clone()))
        .child(element("colgroup").children(columns))
        .child(element("thead").child(element("tr").children(head)))
        .child(element("tbody").children(rows))
}
