//! The files that can be made of a report.

use crate::web::papers::{self, Made, PapersError};
use crate::words::report as words;
use crate::{diary::Diary, papers::Request};

/// A kind of file. Charts carry the id of their item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// The report as a PDF file.
    Pdf,
    /// The report as one HTML file.
    Html,
    /// One row a day.
    Csv,
    /// One row an answer.
    LongCsv,
    /// A FHIR Bundle.
    Fhir,
    /// A chart as a drawing.
    Svg(String),
    /// A chart as a picture, so many times as large.
    Png(String, u8),
}

impl Kind {
    /// Makes the file.
    pub(super) async fn make(&self, diary: &Diary, request: &Request) -> Result<Made, PapersError> {
        let (door, end, mime) = self.format();
        let stem = match self {
            Kind::Svg(item) | Kind::Png(item, _) => ["ldn-diary-", item, "-", &request.to].concat(),
            _ => ["ldn-diary-", &request.to].concat(),
        };
        let made = papers::file(diary, request, &door, [&stem, end].concat(), mime).await?;
        match self {
            Kind::Png(_, times) => {
                let name = format!("{stem}@{times}x.png");
                papers::picture(&made, f64::from(*times), name).await
            }
            _ => Ok(made),
        }
    }

    /// What the door calls it, the end of its name, its media type.
    fn format(&self) -> (String, &'static str, &'static str) {
        match self {
            Kind::Pdf => ("pdf".into(), ".pdf", "application/pdf"),
            Kind::Html => ("html".into(), ".html", "text/html"),
            Kind::Csv => ("csv".into(), ".csv", "text/csv"),
            Kind::LongCsv => ("long_csv".into(), "-answers.csv", "text/csv"),
            Kind::Fhir => ("fhir".into(), ".fhir.json", "application/fhir+json"),
            Kind::Svg(item) | Kind::Png(item, _) => (["svg:", item].concat(), ".svg", "image/svg+xml"),
        }
    }

    /// What it is called on its button.
    pub(super) fn name(&self) -> String {
        match self {
            Kind::Pdf => words::file_pdf().into(),
            Kind::Html => words::file_html().into(),
            Kind::Csv => words::file_csv().into(),
            Kind::LongCsv => words::file_long_csv().into(),
            Kind::Fhir => words::file_fhir().into(),
            Kind::Svg(..) => words::file_svg().into(),
            Kind::Png(_, times) => words::file_png(*times),
        }
    }

    /// What it is good for, in one line.
    pub(super) fn about(&self) -> &'static str {
        match self {
            Kind::Pdf => words::file_pdf_about(),
            Kind::Html => words::file_html_about(),
            Kind::Csv => words::file_csv_about(),
            Kind::LongCsv => words::file_long_csv_about(),
            Kind::Fhir => words::file_fhir_about(),
            Kind::Svg(..) => words::file_svg_about(),
            Kind::Png(_, 2) => words::file_png_about_small(),
            Kind::Png(..) => words::file_png_about(),
        }
    }
}
