//! What the page of the report says of choices and files.

pub(super) use crate::words::report::*;

use super::file_kinds::Kind;
use crate::words::Decimal;

/// In the order of the choices.
pub(super) fn spans() -> [&'static str; 5] {
    [
        span_whole(),
        span_4_weeks(),
        span_12_weeks(),
        span_chosen(),
        span_up_to_last(),
    ]
}

/// In the order of the papers.
pub(super) fn papers() -> [&'static str; 2] {
    [a4(), us_letter()]
}

/// "The whole diary, without notes, A4".
pub(super) fn choices_in_short(span: &str, notes: bool, paper: &str) -> String {
    if notes {
        with_notes(span, paper)
    } else {
        without_notes(span, paper)
    }
}

/// What a file is called on its button.
pub(super) fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Pdf => file_pdf().into(),
        Kind::Html => file_html().into(),
        Kind::Csv => file_csv().into(),
        Kind::LongCsv => file_long_csv().into(),
        Kind::Fhir => file_fhir().into(),
        Kind::Svg(..) => file_svg().into(),
        Kind::Png(_, times) => file_png(*times),
    }
}

/// What it is good for, in one line.
pub(super) fn about(kind: &Kind) -> &'static str {
    match kind {
        Kind::Pdf => file_pdf_about(),
        Kind::Html => file_html_about(),
        Kind::Csv => file_csv_about(),
        Kind::LongCsv => file_long_csv_about(),
        Kind::Fhir => file_fhir_about(),
        Kind::Svg(..) => file_svg_about(),
        Kind::Png(_, 2) => file_png_about_small(),
        Kind::Png(..) => file_png_about(),
    }
}

/// "ldn-diary.pdf is ready, 120 KB."
pub(super) fn ready(name: &str, bytes: u32) -> String {
    let kilobytes = bytes.div_ceil(1000);
    if kilobytes < 1000 {
        ready_kilobytes(name, kilobytes)
    } else {
        ready_megabytes(name, Decimal::of(f64::from(bytes) / 1e6, 1))
    }
}
