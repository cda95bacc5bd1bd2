//! The files that can be made of a report.

use crate::diary::Diary;
use crate::papers::{CardKind, Kind as Paper, Request};
use crate::web::clock::now;
use crate::web::papers::{self, Made};
use crate::web::worker::WorkerError;
use crate::words::{about_me, report as words};

/// How many pixels of a phone's screen one of the drawing becomes.
const SCREEN_TIMES: f64 = 3.2;

/// A kind of file. Charts carry the id of their item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// The report as a PDF file.
    Pdf,
    /// The same with a word in place of signs that it can't show.
    PdfWithoutSigns,
    /// The report as one HTML file.
    Html,
    /// One row a day, with points in numbers.
    Csv,
    /// The same with decimal commas.
    CommaCsv,
    /// One row an answer.
    LongCsv,
    /// A FHIR Bundle.
    Fhir,
    /// The naltrexone card to cut out.
    Card,
    /// The same as a picture for a lock screen.
    ScreenCard,
    /// A chart as a drawing.
    Svg(String),
    /// A chart as a picture, so many times as large.
    Png(String, u8),
}

impl Kind {
    /// Makes the file.
    pub(super) async fn make(&self, diary: &Diary, request: &Request) -> Result<Made, WorkerError> {
        let (paper, end, mime) = self.format();
        let stem = match self {
            Kind::Svg(item) | Kind::Png(item, _) => ["ldn-diary-", item, "-", &request.to].concat(),
            Kind::Card | Kind::ScreenCard => ["naltrexone-card-", &request.made_on].concat(),
            _ => ["ldn-diary-", &request.to].concat(),
        };
        let made = papers::file(diary, request, paper, [&stem, end].concat(), mime).await?;
        match self {
            Kind::Png(_, times) => {
                let name = format!("{stem}@{times}x.png");
                papers::picture(&made, f64::from(*times), name).await
            }
            Kind::ScreenCard => papers::picture(&made, SCREEN_TIMES, [&stem, ".png"].concat()).await,
            _ => Ok(made),
        }
    }

    /// What is made for it, the end of its name, its media type.
    fn format(&self) -> (Paper, &'static str, &'static str) {
        match self {
            Kind::Pdf => (Paper::Pdf, ".pdf", "application/pdf"),
            Kind::PdfWithoutSigns => (Paper::PdfWithoutSigns, ".pdf", "application/pdf"),
            Kind::Html => (Paper::Html, ".html", "text/html"),
            Kind::Csv => (Paper::Csv, ".csv", "text/csv"),
            Kind::CommaCsv => (Paper::CommaCsv, "-commas.csv", "text/csv"),
            Kind::LongCsv => (Paper::LongCsv, "-answers.csv", "text/csv"),
            Kind::Fhir => (Paper::Fhir(now().to_rfc3339()), ".fhir.json", "application/fhir+json"),
            Kind::Card => (Paper::Card(CardKind::Paper), ".pdf", "application/pdf"),
            Kind::ScreenCard => (Paper::Card(CardKind::Screen), ".svg", "image/svg+xml"),
            Kind::Svg(item) | Kind::Png(item, _) => (Paper::Svg(item.clone()), ".svg", "image/svg+xml"),
        }
    }

    /// What it is called on its button.
    pub(super) fn name(&self) -> String {
        match self {
            Kind::Pdf | Kind::PdfWithoutSigns => words::file_pdf().into(),
            Kind::Html => words::file_html().into(),
            Kind::Csv => words::file_csv().into(),
            Kind::CommaCsv => words::file_comma_csv().into(),
            Kind::LongCsv => words::file_long_csv().into(),
            Kind::Fhir => words::file_fhir().into(),
            Kind::Card => about_me::file_card().into(),
            Kind::ScreenCard => about_me::file_screen().into(),
            Kind::Svg(..) => words::file_svg().into(),
            Kind::Png(_, times) => words::file_png(*times),
        }
    }

    /// What it is good for, in one line.
    pub(super) fn about(&self) -> &'static str {
        match self {
            Kind::Pdf | Kind::PdfWithoutSigns => words::file_pdf_about(),
            Kind::Html => words::file_html_about(),
            Kind::Csv => words::file_csv_about(),
            Kind::CommaCsv => words::file_comma_csv_about(),
            Kind::LongCsv => words::file_long_csv_about(),
            Kind::Fhir => words::file_fhir_about(),
            Kind::Card => about_me::file_card_about(),
            Kind::ScreenCard => about_me::file_screen_about(),
            Kind::Svg(..) => words::file_svg_about(),
            Kind::Png(_, 2) => words::file_png_about_small(),
            Kind::Png(..) => words::file_png_about(),
        }
    }
}
