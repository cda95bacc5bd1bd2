//! How far the dose is on its way to a final answer: a bar with the days that settle in, today, and the day it is final.

use chrono::NaiveDate;

use super::{Page, Progress};
use crate::charts::diagram::{Anchor, Diagram, Look, Scale};
use crate::trial::{Comparison, Status};
use crate::words::results as words;

impl Page<'_> {
    /// The way to the final answer; `None` once it is there, and where days that count can't lead to one.
    pub(super) fn progress(&self) -> Option<Progress> {
        let shown = self.shown;
        if shown.is_final || !leads_somewhere(shown) {
            return None;
        }
        let last = shown
            .changes_on
            .and_then(|day| day.pred_opt())
            .unwrap_or(shown.final_day);
        let number = |day: NaiveDate| u32::try_from((day - shown.stretch.from).num_days() + 1).ok();
        let (today, of) = (number(self.study.as_of())?, number(last)?);
        let first = number(shown.counts_from).filter(|first| *first <= of);
        let way = match shown.changes_on {
            Some(day) => words::progress_changes(today, of, day),
            None => words::progress(today, of, last),
        };
        let counts = match first {
            Some(first) if first > today => words::progress_counts(first),
            Some(first) => words::progress_settled(first),
            None => String::new(),
        };
        let end = match shown.changes_on {
            Some(day) => words::progress_change(day),
            None => words::progress_final(last),
        };
        let settled = if shown.begins_later() {
            words::progress_mark_counts()
        } else {
            words::progress_mark()
        };
        Some(Progress {
            text: crate::words::sentences([way, counts]),
            bar: bar(today, of, first.map(|first| (first, settled)), end),
        })
    }
}

/// Whether a likely range is there or can still come.
fn leads_somewhere(shown: &Comparison) -> bool {
    match shown.contrast.status {
        Status::NoReference => false,
        Status::SettlingIn { ready_from } | Status::TooFewDays { ready_from, .. } => ready_from.is_some(),
        Status::NoVariation | Status::EarlyLook { .. } | Status::Ready => true,
    }
}

/// Where the bar lies, in em from the top.
const BAR: f64 = 2.1;
/// The place up to which the words of its two marks have room on one line.
const BESIDE: f64 = 17.0;

fn bar(today: u32, of: u32, first: Option<(u32, &'static str)>, end: String) -> Diagram {
    // Room for the line around it.
    let scale = Scale::between(0.0, f64::from(of), 0.5, 99.5);
    // A day is behind when it is over: the first that counts begins where the one before it ends.
    let settled = first.map(|(day, said)| (scale.at(f64::from(day) - 1.0), said));
    let is_beside = settled.is_none_or(|(place, _)| place <= BESIDE);
    let foot = if is_beside { BAR + 2.0 } else { BAR + 3.5 };
    let mut diagram = Diagram::new(foot + 0.5);
    diagram.bar(scale.ends(), BAR, 0.7, Look::Axis);
    let now = scale.at(f64::from(today));
    diagram.bar((scale.ends().0, now), BAR, 0.7, Look::Now);
    diagram.label(now, BAR - 1.1, words::progress_today(today, of), Look::Words);
    if let Some((place, said)) = settled {
        diagram.upright(place, (BAR - 0.8, BAR + 0.9), Look::Same);
        diagram.label(place, BAR + 2.0, said, Look::Words);
    }
    diagram.text(100.0, foot, Anchor::End, end, Look::Words);
    diagram
}
