//! What the page of the report says of choices and files.

pub(super) use crate::words::report::*;

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

/// "ldn-diary.pdf is ready, 120 KB."
pub(super) fn ready(name: &str, bytes: u32) -> String {
    let kilobytes = bytes.div_ceil(1000);
    if kilobytes < 1000 {
        ready_kilobytes(name, kilobytes)
    } else {
        ready_megabytes(name, Decimal::of(f64::from(bytes) / 1e6, 1))
    }
}
