//! Report → sheets: page 1, which is one page always, and those behind it.

use pdf_writer::types::StructRole;

use super::sheets::{Sheets, Style, gray, points};
use super::table::Laid;
use super::text::{Line as Broken, Piece};
use crate::picture::Picture;
use crate::report::{Line, Paper, Report};
use crate::words::paper as words;

const TITLE: Style = Style::new(5.4, 1.15);
const HEADING: Style = Style::new(4.3, 1.3);
const TEXT: Style = Style::new(3.5, 1.3);
const TABLE: Style = Style::new(3.2, 1.22);
const FINDING: Style = Style::new(4.3, 1.3);
const SMALL: Style = Style::new(3.0, 1.25);
const DAYS: Style = Style::new(2.8, 1.22);
/// What a table of page 1 shows.
const CAPTION: Style = Style::new(3.2, 1.15);
/// White between the parts of page 1.
const GAP: f64 = 1.9;
/// White between the frame and the finding.
const FRAME: f64 = 2.6;

/// The lowest and the highest that a plot is drawn, in millimetres: below the one it is shrunk with its letters, above the
/// other it would be a tower.
const PLOT: (f64, f64) = (9.0, 36.0);

/// Page 1: the drawing takes the room that everything else leaves.
pub(super) fn first(sheets: &mut Sheets<'_>, report: &Report) {
    head(sheets, report);
    if !report.visit.is_empty() {
        named_lines(sheets, &report.visit);
        sheets.y += GAP / 2.0;
        sheets.rule(sheets.y, 0.15, 0);
        sheets.y += GAP / 2.0;
    }
    for (text, style) in lines_below(report) {
        paragraph(sheets, &text, style);
    }
    sheets.y += GAP;
    finding(sheets, report);
    sheets.y += GAP;
    if !report.card.is_empty() {
        named_lines(sheets, &report.card);
        sheets.y += GAP;
    }
    let tables: Vec<Laid> = report
        .tables
        .iter()
        .map(|table| Laid::of(sheets, table, TABLE, (CAPTION, 0.0)))
        .collect();
    let small: Vec<Vec<Broken>> = small_print(report)
        .iter()
        .map(|text| sheets.broken(&[Piece::new(text.clone(), false)], SMALL, sheets.width()))
        .collect();
    let legend = sheets.broken(&[Piece::new(report.legend.clone(), false)], SMALL, sheets.width());
    let below: f64 = tables.iter().map(|table| table.height() + GAP).sum::<f64>()
        + small.iter().map(|lines| height(lines, SMALL)).sum::<f64>();
    if let Some(picture) = &report.picture {
        let room = sheets.bottom() - sheets.y - below - height(&legend, SMALL) - 2.0 * GAP;
        figure(sheets, picture, room, &legend);
        sheets.y += GAP;
    }
    for table in &tables {
        table.put(sheets);
        sheets.y += GAP;
    }
    for lines in &small {
        put(sheets, lines, SMALL);
    }
}

/// Lines that begin with what each is about.
fn named_lines(sheets: &mut Sheets<'_>, named: &[Line]) {
    for line in named {
        let name = Piece::new([&*line.name, ": "].concat(), true);
        let pieces = [name, Piece::new(line.text.clone(), false)];
        let lines = sheets.broken(&pieces, TABLE, sheets.width());
        put(sheets, &lines, TABLE);
    }
}

/// The title with the days beside it.
fn head(sheets: &mut Sheets<'_>, report: &Report) {
    let span = sheets.fonts.width(&report.span, false) * TEXT.size;
    let title = sheets.broken(
        &[Piece::new(report.title.clone(), true)],
        TITLE,
        sheets.width() - span - 4.0,
    );
    let tall = height(&title, TITLE);
    sheets.tagged(StructRole::H1, |sheets| {
        sheets.lines(&title, TITLE, Paper::MARGIN, sheets.y);
    });
    sheets.tagged(StructRole::P, |sheets| {
        let x = Paper::MARGIN + sheets.width() - span;
        sheets.text(&report.span, false, TEXT, x, sheets.y + TITLE.size);
    });
    sheets.y += tall + 1.2;
    sheets.rule(sheets.y, 0.4, 0);
    sheets.y += GAP;
}

/// Name, condition, completeness, phases.
fn lines_below(report: &Report) -> Vec<(Piece, Style)> {
    let name = report.name.iter().map(|name| (Piece::new(name.clone(), true), TEXT));
    let facts = std::iter::once((Piece::new(report.facts.join(" · "), false), TEXT));
    let about_me = report
        .about_me
        .iter()
        .map(|line| (Piece::new(line.clone(), false), TABLE));
    let phases = (!report.phases.is_empty()).then(|| (Piece::new(report.phases.join(" · "), false), TABLE));
    name.chain(facts).chain(about_me).chain(phases).collect()
}

/// The comparison in its frame.
fn finding(sheets: &mut Sheets<'_>, report: &Report) {
    let pieces: Vec<Piece> = report
        .finding
        .iter()
        .map(|words| Piece::new(words.text.clone(), words.strong))
        .collect();
    let lines = sheets.broken(&pieces, FINDING, sheets.width() - 2.0 * FRAME);
    let tall = height(&lines, FINDING) + 2.0 * FRAME;
    let (x, y) = sheets.at(Paper::MARGIN, sheets.y + tall);
    let width = points(sheets.width());
    sheets.decorated(|sheets| {
        let content = sheets.content();
        content.set_dash_pattern([], 0.0);
        content.set_stroke_gray(gray(0)).set_line_width(points(0.4));
        content.rect(x, y, width, points(tall)).stroke();
    });
    sheets.tagged(StructRole::P, |sheets| {
        sheets.lines(&lines, FINDING, Paper::MARGIN + FRAME, sheets.y + FRAME);
    });
    sheets.y += tall;
}

/// The drawing, its plots as high as there is room, and all of it smaller where that is not enough; below it, how it is read.
fn figure(sheets: &mut Sheets<'_>, picture: &Picture, room: f64, legend: &[Broken]) {
    #[expect(clippy::cast_precision_loss, reason = "a drawing has few plots")]
    let (count, plots) = (picture.plots.len() as f64, picture.plot_height());
    let wanted = plots + room - picture.height;
    let picture = &picture.taller(wanted.clamp(count * PLOT.0, count * PLOT.1) - plots);
    let scale = (room / picture.height)
        .min(sheets.width() / picture.width)
        .clamp(0.1, 1.0);
    let left = Paper::MARGIN + (sheets.width() - picture.width * scale) / 2.0;
    let tall = picture.height * scale;
    let (low, high) = (
        sheets.at(left, sheets.y + tall),
        sheets.at(left + picture.width * scale, sheets.y),
    );
    let tag = sheets.tags.begin(StructRole::Figure);
    tag.alt = Some(picture.words.clone());
    tag.place = Some([low.0, low.1, high.0, high.1]);
    let corner = (left, sheets.y);
    sheets.marked(StructRole::Figure, |sheets| sheets.picture(picture, corner, scale));
    sheets.y += tall + GAP / 2.0;
    sheets.tagged(StructRole::Caption, |sheets| {
        sheets.lines(legend, SMALL, Paper::MARGIN, sheets.y);
    });
    sheets.tags.end();
    sheets.y += height(legend, SMALL);
}

fn small_print(report: &Report) -> Vec<String> {
    let caveats = report.caveats.join(" ");
    let texts = [caveats, report.method.join(" "), report.origin.clone()].into_iter();
    texts.filter(|text| !text.is_empty()).collect()
}

/// The pages behind the first: tables, then notes.
pub(super) fn further(sheets: &mut Sheets<'_>, report: &Report) {
    if report.further.is_empty() && report.notes.is_empty() {
        return;
    }
    sheets.turn_over();
    for table in &report.further {
        let laid = Laid::of(sheets, table, DAYS, (HEADING, GAP));
        // A caption is never left alone at the end of a sheet.
        if sheets.y + laid.least_height() > sheets.bottom() {
            sheets.turn_over();
        }
        laid.put(sheets);
        sheets.y += 3.0 * GAP;
    }
    if !report.notes.is_empty() {
        heading(sheets, words::notes(), 3.0 * TEXT.line_height());
        for (date, note) in &report.notes {
            if sheets.y + 2.0 * TEXT.line_height() > sheets.bottom() {
                sheets.turn_over();
            }
            paragraph(sheets, &Piece::new(date.clone(), true), TEXT);
            let lines = sheets.broken(&[Piece::new(note.clone(), false)], TEXT, sheets.width());
            put_on(sheets, &lines, TEXT, Some(date));
            sheets.y += GAP;
        }
    }
}

/// A heading that is never left alone at the end of a sheet.
fn heading(sheets: &mut Sheets<'_>, text: &str, with: f64) {
    let lines = sheets.broken(&[Piece::new(text, true)], HEADING, sheets.width());
    if sheets.y + height(&lines, HEADING) + GAP + with > sheets.bottom() {
        sheets.turn_over();
    }
    sheets.tagged(StructRole::H2, |sheets| {
        sheets.lines(&lines, HEADING, Paper::MARGIN, sheets.y);
    });
    sheets.y += height(&lines, HEADING) + GAP;
}

fn paragraph(sheets: &mut Sheets<'_>, text: &Piece, style: Style) {
    let lines = sheets.broken(std::slice::from_ref(text), style, sheets.width());
    put(sheets, &lines, style);
}

/// A paragraph that may go on on the next sheet.
fn put(sheets: &mut Sheets<'_>, lines: &[Broken], style: Style) {
    put_on(sheets, lines, style, None);
}

/// The same, with a line above what goes on that says of what it is.
fn put_on(sheets: &mut Sheets<'_>, lines: &[Broken], style: Style, of: Option<&str>) {
    sheets.tags.begin(StructRole::P);
    let mut rest = lines;
    while !rest.is_empty() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a sheet has few lines"
        )]
        let fitting = ((sheets.bottom() - sheets.y) / style.line_height() + 1e-6).max(0.0) as usize;
        if fitting == 0 {
            sheets.turn_over();
            if let Some(of) = of {
                // It repeats what was said, as the headings of a table do.
                let y = sheets.y + style.line_height() / 2.0 + style.size * 0.36;
                sheets.decorated(|sheets| _ = sheets.text(&words::continued(of), true, style, Paper::MARGIN, y));
                sheets.y += style.line_height();
            }
            continue;
        }
        let (now, later) = rest.split_at(fitting.min(rest.len()));
        sheets.marked(StructRole::P, |sheets| {
            sheets.lines(now, style, Paper::MARGIN, sheets.y);
        });
        sheets.y += height(now, style);
        rest = later;
    }
    sheets.tags.end();
}

#[expect(clippy::cast_precision_loss, reason = "a paragraph has few lines")]
fn height(lines: &[Broken], style: Style) -> f64 {
    lines.len() as f64 * style.line_height()
}
