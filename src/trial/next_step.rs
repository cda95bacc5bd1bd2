//! What to wait for, or to do, until a comparison says more.

use chrono::NaiveDate;

use crate::diary::Against;

use super::comparison::{Comparison, Lack};
use super::readings::LeftOut;
use super::status::{FEWEST, FULL_REFERENCE, Status};
use super::window::{FINAL_DAY, SETTLING_IN, final_day};
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
    /// can be done.
    pub fn of(comparison: &Comparison, as_of: NaiveDate) -> Option<NextStep> {
        let reference = comparison.contrast.reference.map_or(0, |window| window.recorded);
        let stays_early = || match comparison.against {
            Against::Baseline if reference < FULL_REFERENCE => words::next_stays_early(reference, FULL_REFERENCE),
            _ => String::new(),
        };
        let (day, text) = match comparison.contrast.status {
            Status::Ready => return until_final(comparison),
            _ if others_grow(comparison) => return until_final(comparison),
            _ if !is_left_out(comparison).is_none() => {
                (None, words::next_count_left_out(is_left_out(comparison).said()))
            }
            Status::NoReference if comparison.against == Against::Baseline => {
                (None, words::next_no_baseline().to_owned())
            }
            Status::NoReference if matches!(comparison.against, Against::Off | Against::Step) => {
                (None, words::next_days_off(SETTLING_IN))
            }
            Status::NoVariation | Status::NoReference => return None,
            Status::SettlingIn { ready_from: Some(day) } if comparison.begins_later() => {
                (Some(day), first_look(as_of, day))
            }
            Status::SettlingIn { ready_from: Some(day) } => {
                let settles = words::next_settles(SETTLING_IN, FEWEST);
                let look = first_look(as_of, day);
                (Some(day), sentences([look, settles, stays_early()]))
            }
            Status::SettlingIn { ready_from: None } | Status::TooFewDays { ready_from: None, .. }
                if comparison.is_paused(as_of) =>
            {
                (None, words::next_paused(SETTLING_IN))
            }
            Status::SettlingIn { ready_from: None } => (None, words::next_chart().to_owned()),
            Status::TooFewDays {
                ready_from: Some(day), ..
            } => (Some(day), sentences([first_look(as_of, day), stays_early()])),
            Status::TooFewDays { .. } if comparison.window_lacks() == Some(Lack::Unrated) => {
                (None, words::next_chart().to_owned())
            }
            Status::TooFewDays { .. } => (None, words::next_averages().to_owned()),
            Status::EarlyLook {
                reference_lacks: 1.., ..
            } if comparison.against == Against::Baseline => {
                (None, words::next_early_baseline(reference, FULL_REFERENCE))
            }
            Status::EarlyLook {
                reference_lacks: 1.., ..
            } => {
                let text = words::next_early_reference(reference, &comparison.against.when(), FULL_REFERENCE);
                (None, text)
            }
            Status::EarlyLook {
                full_from: Some(day), ..
            } => (Some(day), words::next_early(day)),
            Status::EarlyLook { .. } => (None, words::next_early_ended().to_owned()),
        };
        Some(NextStep { day, text })
    }
}

/// The days that are left out of a side that has no rating but on such.
fn is_left_out(comparison: &Comparison) -> LeftOut {
    let mut all = LeftOut::default();
    for lack in [comparison.reference_lacks(), comparison.window_lacks()] {
        if let Some(Lack::LeftOut(left_out)) = lack {
            all = all + left_out;
        }
    }
    all
}

/// Whether days are added to it only on the side that is compared with: those off LDN after it.
fn others_grow(comparison: &Comparison) -> bool {
    let over = comparison.ended && comparison.contrast.status != Status::NoVariation;
    over && !comparison.is_final && comparison.against == Against::Off
}

/// When the answer is final; `None` once it is.
fn until_final(comparison: &Comparison) -> Option<NextStep> {
    if comparison.is_final {
        return None;
    }
    let day = comparison.changes_on.unwrap_or(comparison.final_day);
    let text = if comparison.changes_on.is_some() {
        words::next_change(day)
    } else if comparison.card_day == Some(day) {
        words::next_final_card(day)
    } else if comparison.ended {
        words::next_final_others_grow(day, &comparison.against.when())
    } else if day == final_day(comparison.stretch.from) {
        words::next_final(day, FINAL_DAY)
    } else {
        words::next_final_phase_ends(day)
    };
    Some(NextStep { day: Some(day), text })
}

/// When there could be more to see, with an entry on each day until then.
fn first_look(as_of: NaiveDate, day: NaiveDate) -> String {
    words::next_first_look((day - as_of).num_days(), day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::{ItemId, PhaseKind, StandardItem};
    use crate::testing::date;
    use crate::trial::contrast::Contrast;
    use crate::trial::end_point::EndPoint;
    use crate::trial::stretch::Stretch;
    use crate::trial::window::Window;

    fn comparison(status: Status, reference: usize) -> Comparison {
        let end = EndPoint {
            n: 0,
            mean: None,
            percent_improvement: None,
        };
        Comparison {
            phase: 1,
            kind: PhaseKind::Ldn,
            stretch: Stretch {
                from: date("2026-03-26"),
                to: date("2026-04-05"),
            },
            question: 1,
            main: true,
            at_least: None,
            card_day: None,
            stopped_on: None,
            counts_from: date("2026-04-09"),
            item: ItemId::from(StandardItem::Pain),
            direction: crate::diary::Direction::LowerIsBetter,
            against: Against::Baseline,
            ended: false,
            final_day: date("2026-06-17"),
            is_final: false,
            changes_on: None,
            contrast: Contrast {
                status,
                reference: Some(Window::new(date("2026-03-01"), date("2026-03-25"), reference)),
                window: None,
                reference_mean: None,
                window_mean: None,
                means: None,
                range: None,
            },
            doses: None,
            final_3_days: end,
            final_7_days: end,
            caveats: Vec::new(),
            kept: None,
        }
    }

    fn next(comparison: &Comparison) -> Option<NextStep> {
        NextStep::of(comparison, date("2026-04-05"))
    }

    // A3: what is asked for can be done, and what can't be any more is not asked for.
    #[test]
    fn each_status_says_what_still_helps() {
        let day = Some(date("2026-04-15"));
        let too_few = |reference_lacks, phase_lacks, ready_from| Status::TooFewDays {
            reference_lacks,
            phase_lacks,
            ready_from,
        };
        let early = |reference_lacks, full_from| Status::EarlyLook {
            reference_lacks,
            full_from,
        };
        for (status, reference, words) in [
            (Status::NoReference, 0, "still shows how it goes"),
            (
                Status::SettlingIn { ready_from: day },
                14,
                "on 15 April 2026, with 10 more entries",
            ),
            (
                Status::SettlingIn { ready_from: None },
                5,
                "not be enough days for a likely range",
            ),
            (
                too_few(0, 1, day),
                14,
                "on 15 April 2026, with 10 more entries, one each day.",
            ),
            (too_few(11, 0, None), 3, "The averages can still be read."),
            (early(0, day), 14, "it becomes a full comparison on 15 April 2026."),
            (early(0, None), 14, "This stays an early look: few recorded days count"),
            (
                early(1, day),
                10,
                "the baseline has 10 recorded days, and a full comparison takes 11.",
            ),
            (Status::Ready, 14, "final on 17 June 2026, day 84 of this dose"),
        ] {
            let step = next(&comparison(status, reference)).expect("something is missing");
            assert!(step.text.contains(words), "{status:?}: {}", step.text);
        }
        assert_eq!(next(&comparison(Status::NoVariation, 14)), None);
    }

    #[test]
    fn a_final_answer_waits_for_nothing_and_another_end_is_named() {
        let ready = comparison(Status::Ready, 14);
        let is_final = Comparison {
            is_final: true,
            ..ready.clone()
        };
        assert_eq!(next(&is_final), None);
        let ends = Comparison {
            final_day: date("2026-05-10"),
            ..ready.clone()
        };
        assert!(next(&ends).is_some_and(|step| step.text.contains("final on 10 May 2026, when this phase ends")));
        let over = Comparison {
            ended: true,
            against: Against::Off,
            ..ready.clone()
        };
        assert!(next(&over).is_some_and(|step| step.text.contains("until then days off LDN are added")));
        let changes = Comparison {
            changes_on: Some(date("2026-04-30")),
            ..ready
        };
        assert!(next(&changes).is_some_and(|step| step.text.contains("The dose changes on 30 April 2026.")));
    }

    #[test]
    fn a_first_look_that_can_never_become_a_full_comparison_says_so() {
        let status = Status::SettlingIn {
            ready_from: Some(date("2026-04-15")),
        };
        let text = |reference| {
            next(&comparison(status, reference))
                .map(|next| next.text)
                .unwrap_or_default()
        };
        let stays =
            "It will stay an early look: your baseline is over with 8 recorded days, and a full comparison takes 11.";
        assert!(text(8).ends_with(stays), "{}", text(8));
        assert!(!text(11).contains("early look"), "{}", text(11));
    }
}
