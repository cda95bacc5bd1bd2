//! What to wait for, or to do, until a comparison says more.

use chrono::NaiveDate;

use super::contrast::Contrast;
use super::status::{FEWEST, FULL_BASELINE, Status};
use super::window::SETTLING_IN;
use crate::words::{sentences, trial as words};

/// What helps a comparison on, in the patient's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// The day on which there could be more to see, if there is one: what is waited for.
    pub day: Option<NaiveDate>,
    /// What it takes, in sentences.
    pub text: String,
}

impl NextStep {
    /// What helps a comparison on, seen from the last day looked at; `None` where nothing is missing, and where nothing
    /// can be done. `ended` where the phase gets no more days.
    pub fn of(contrast: &Contrast, as_of: NaiveDate, ended: bool) -> Option<NextStep> {
        let baseline = contrast.baseline.map_or(0, |window| window.recorded);
        let (day, text) = match contrast.status {
            Status::Ready | Status::NoVariation => return None,
            Status::NoBaseline => (None, words::next_no_baseline().to_owned()),
            Status::SettlingIn { ready_from: Some(day) } => {
                let settles = words::next_settles(SETTLING_IN, FEWEST);
                let look = first_look(as_of, day);
                (Some(day), sentences([look, settles, stays_early(baseline)]))
            }
            Status::SettlingIn { ready_from: None } => (None, words::next_chart().to_owned()),
            Status::TooFewDays {
                ready_from: Some(day), ..
            } => (Some(day), sentences([first_look(as_of, day), stays_early(baseline)])),
            Status::TooFewDays { .. } => (None, words::next_averages().to_owned()),
            Status::EarlyLook {
                baseline_lacks,
                phase_lacks,
            } => (None, early(baseline, baseline_lacks > 0, phase_lacks, ended)),
        };
        Some(NextStep { day, text })
    }
}

/// When there could be more to see, with an entry on each day until then.
fn first_look(as_of: NaiveDate, day: NaiveDate) -> String {
    words::next_first_look((day - as_of).num_days(), day)
}

/// What a first look will never become, where the baseline is too short.
fn stays_early(baseline: usize) -> String {
    if baseline >= FULL_BASELINE {
        return String::new();
    }
    words::next_stays_early(baseline, FULL_BASELINE)
}

fn early(baseline: usize, is_short: bool, phase_lacks: usize, ended: bool) -> String {
    let short = || words::next_early_baseline(baseline, FULL_BASELINE);
    match (is_short, phase_lacks > 0 && !ended) {
        (false, true) => words::next_early(phase_lacks),
        (false, false) => words::next_early_ended().to_owned(),
        (true, false) => short(),
        (true, true) => sentences([short(), words::next_surer(phase_lacks)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;
    use crate::trial::window::Window;

    fn next(status: Status, baseline: usize, ended: bool) -> Option<NextStep> {
        let contrast = Contrast {
            status,
            baseline: Some(Window {
                from: date("2026-03-01"),
                to: date("2026-03-28"),
                recorded: baseline,
            }),
            window: None,
            means: None,
            range: None,
        };
        NextStep::of(&contrast, date("2026-04-05"), ended)
    }

    // A3: what is asked for can be done, and what can't be any more is not asked for.
    #[test]
    fn each_status_says_what_still_helps() {
        let day = Some(date("2026-04-15"));
        let too_few = |baseline_lacks, phase_lacks, ready_from| Status::TooFewDays {
            baseline_lacks,
            phase_lacks,
            ready_from,
        };
        let early = |baseline_lacks, phase_lacks| Status::EarlyLook {
            baseline_lacks,
            phase_lacks,
        };
        for (status, baseline, ended, words) in [
            (Status::NoBaseline, 0, false, "nothing to compare with"),
            (
                Status::SettlingIn { ready_from: day },
                14,
                false,
                "on 15 April 2026, with 10 more entries",
            ),
            (Status::SettlingIn { ready_from: None }, 5, false, "too short"),
            (
                too_few(0, 1, day),
                14,
                false,
                "on 15 April 2026, with 10 more entries, one each day.",
            ),
            (too_few(11, 0, None), 3, false, "The averages can still be read."),
            (too_few(0, 5, None), 14, true, "The averages can still be read."),
            (
                early(0, 3),
                14,
                false,
                "With 3 more recorded days in this phase it becomes a full comparison.",
            ),
            (early(0, 3), 14, true, "This stays an early look: the phase ended"),
            (
                early(1, 0),
                10,
                false,
                "the baseline has 10 recorded days, and a full comparison takes 11.",
            ),
            (early(2, 1), 9, false, "1 more recorded day in this phase would make"),
        ] {
            let step = next(status, baseline, ended).expect("something is missing");
            assert!(step.text.contains(words), "{status:?}: {}", step.text);
        }
        assert_eq!(next(Status::Ready, 14, false), None);
        assert_eq!(next(Status::NoVariation, 14, false), None);
    }

    #[test]
    fn a_first_look_that_can_never_become_a_full_comparison_says_so() {
        let status = Status::SettlingIn {
            ready_from: Some(date("2026-04-15")),
        };
        let text = |baseline| next(status, baseline, false).map(|next| next.text).unwrap_or_default();
        let stays =
            "It will stay an early look: your baseline is over with 8 recorded days, and a full comparison takes 11.";
        assert!(text(8).ends_with(stays), "{}", text(8));
        assert!(!text(11).contains("early look"), "{}", text(11));
    }
}
