//! What the page of the report says of choices and files.

pub(super) use crate::words::report::*;

use crate::forms::report_form::Span;
use crate::report::Paper;
use crate::words::Decimal;

/// Which days.
pub(super) fn span(span: Span) -> &'static str {
    match span {
        Span::Whole => span_whole(),
        Span::FourWeeks => span_4_weeks(),
        Span::TwelveWeeks => span_12_weeks(),
        Span::Chosen => span_chosen(),
        Span::UpToLast => span_up_to_last(),
    }
}

/// What a paper is called.
pub(super) fn paper_name(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => a4(),
        Paper::Letter => us_letter(),
    }
}

/// "The whole diary, without notes, A4".
pub(super) fn choices_in_short(span: &str, notes: bool, paper: &str) -> String {
    if notes {
        with_notes(span, paper)
    } else {
        without_notes(span, paper)
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
