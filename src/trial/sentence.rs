//! A comparison in words that a twelve-year-old can read (A5).

use crate::diary::{Direction, ItemId, PhaseKind, Settings};
use crate::words::{Decimal, names, sentences, trial as words};

use super::amount::{Amount, Unit};
use super::caveat::{Caveat, TRIAL_BASELINE};
use super::comparison::Comparison;
use super::contrast::{Contrast, Verdict};
use super::finding::{Figures, Finding, Limits};
use super::published;
use super::status::Status;
use super::window::SETTLING_IN;

/// One comparison in plain words: what it says, or what is still needed. Numbers are rounded for reading.
///
/// The first letter is a capital; the text ends with a full stop.
pub fn sentence(comparison: &Comparison, settings: &Settings) -> String {
    let about = About {
        item: names::yours(&comparison.item, settings),
        kind: comparison.kind,
        reference: names::before(),
        ended: comparison.ended,
    };
    let finding = comparison.finding();
    match finding.figures {
        Some(figures) => about.figures(&finding, &figures),
        None => about.waiting(finding.status, &names::within(&comparison.item, settings)),
    }
}

/// LDN against placebo in plain words, of a contrast in which placebo stands in the place of the baseline; `ended` where
/// neither side gets more days.
pub fn sentence_against_placebo(
    contrast: &Contrast,
    item: &ItemId,
    direction: Direction,
    settings: &Settings,
    ended: bool,
) -> String {
    let about = About {
        item: names::yours(item, settings),
        kind: PhaseKind::Ldn,
        reference: names::during(PhaseKind::Placebo),
        ended,
    };
    let finding = Finding::of(contrast, direction);
    match (finding.figures, finding.status) {
        (None, _) => words::no_placebo_yet(&about.item, SETTLING_IN),
        // Neither side is a baseline or has an end to wait for.
        (Some(figures), Status::TooFewDays { .. }) => about.too_few_days(&figures),
        (Some(figures), _) => about.figures(&finding, &figures),
    }
}

/// A comparison in large letters with its words: "32 %" and "lower pain on LDN"; `None` without a likely range, for a
/// number that stands alone claims too much.
///
/// The number is the one that the sentence holds: percent where the likely range is shown in percent, else points. Where
/// the days can't tell, those are the large words and the number is a small one.
pub fn headline_number(comparison: &Comparison, settings: &Settings) -> Option<(String, String)> {
    let finding = comparison.finding();
    let (change, verdict) = (finding.figures?.change, finding.verdict()?);
    let (number, item) = (change.number(), names::within(&comparison.item, settings));
    let during = names::during(comparison.kind);
    let way = if change.is_none() {
        None
    } else {
        Some(change.is_lower())
    };
    if verdict == Verdict::CannotTell {
        let open = if comparison.ended {
            words::headline_open()
        } else {
            words::headline_open_yet()
        };
        let small = match way {
            Some(true) => words::headline_lower_small(&number, &item, during),
            Some(false) => words::headline_higher_small(&number, &item, during),
            None => words::headline_same_small(&number, &item, during),
        };
        return Some((open.to_owned(), small));
    }
    let beside = match way {
        Some(true) => words::headline_lower(&item, during),
        Some(false) => words::headline_higher(&item, during),
        None => words::headline_same(&item, during),
    };
    Some((number, beside))
}

/// What a sentence is about.
struct About {
    /// "your pain".
    item: String,
    /// What is compared.
    kind: PhaseKind,
    /// When it was rated that this is compared with: "before".
    reference: &'static str,
    ended: bool,
}

impl About {
    fn figures(&self, finding: &Finding, figures: &Figures) -> String {
        let Figures { before, after, .. } = *figures;
        let first = names::at_first(self.kind);
        match (finding.status, figures.limits) {
            (_, Some(limits)) => self.ranged(finding, figures, &limits),
            (Status::NoVariation, None) => words::always_the_same(first, &self.item, after, before, self.reference),
            (status, None) => {
                let recorded = finding.baseline.map_or(0, |window| window.recorded);
                sentences([self.too_few_days(figures), no_range(status, recorded)])
            }
        }
    }

    fn too_few_days(&self, &Figures { before, after, .. }: &Figures) -> String {
        words::too_few_days(names::at_first(self.kind), &self.item, after, before, self.reference)
    }

    /// Averages, change and likely range.
    fn ranged(&self, finding: &Finding, figures: &Figures, limits: &Limits) -> String {
        let Figures { before, after, .. } = *figures;
        let (item, reference, change) = (&self.item, self.reference, figures.change.number_and_way());
        let is_early = matches!(finding.status, Status::EarlyLook { .. });
        let is_open = limits.verdict() == Verdict::CannotTell;
        let when = if is_early {
            names::during(self.kind)
        } else {
            names::at_first(self.kind)
        };
        let said = if is_open {
            let say = if is_early { words::open_early } else { words::open };
            let [best, worst] = [limits.best, limits.worst].map(Amount::number_and_way);
            let open = say(when, item, after, before, reference, &change, &best, &worst);
            let end = if self.ended {
                words::cannot_tell()
            } else {
                words::cannot_tell_yet()
            };
            sentences([open, end.to_owned()])
        } else {
            let say = if is_early { words::sure_early } else { words::sure };
            let [near, far] = limits.near_and_far();
            let far = far.number_and_way();
            say(when, item, after, before, reference, &change, near.size(), &far)
        };
        // Days after stopping that can't tell have no drop to reach.
        let landmark = landmark(limits).filter(|_| !(self.kind == PhaseKind::Washout && is_open));
        sentences([said, landmark.unwrap_or_default()])
    }

    /// What is waited for, where there are no averages to show; `within` is the item without whose it is.
    fn waiting(&self, status: Status, within: &str) -> String {
        let item = &self.item;
        match status {
            Status::NoBaseline => words::no_baseline(within),
            Status::SettlingIn { ready_from: Some(day) } => {
                sentences([words::settling_in(item, SETTLING_IN), words::first_look_possible(day)])
            }
            Status::SettlingIn { ready_from: None } => words::no_day_left(item, SETTLING_IN),
            _ => words::nothing_counted(item),
        }
    }
}

/// The drop in percent that pain trials call a moderately important improvement (Dworkin and others 2008, J Pain 9:105).
pub const IMPORTANT_DROP: u8 = 30;

/// Whether the likely range as it is shown reaches the important drop. Nothing is added to a change for the worse, nor to
/// points, nor to days that can't tell and don't reach it.
fn landmark(limits: &Limits) -> Option<String> {
    let reaches = |limit: Amount| limit.improvement.value() >= f64::from(IMPORTANT_DROP);
    match (limits.best.unit, limits.verdict()) {
        (Unit::Points, _) | (_, Verdict::Worse) => None,
        _ if reaches(limits.worst) => Some(words::drop_reached(IMPORTANT_DROP)),
        _ if reaches(limits.best) => Some(words::drop_open(IMPORTANT_DROP)),
        (_, Verdict::CannotTell) => None,
        _ => Some(words::drop_missed(IMPORTANT_DROP)),
    }
}

/// Why averages stand alone. Only what can still be done is asked for: the baseline is over, and the counted days of a
/// phase roll on with the calendar.
fn no_range(status: Status, recorded: usize) -> String {
    match status {
        Status::TooFewDays {
            baseline_lacks: 1.., ..
        } => words::baseline_over(recorded),
        Status::TooFewDays {
            ready_from: Some(day), ..
        } => words::first_look_possible(day),
        Status::TooFewDays { .. } => words::phase_ends().to_owned(),
        _ => String::new(),
    }
}

/// What has to be said beside a comparison, in plain words.
pub fn caveat(caveat: &Caveat, comparison: &Comparison) -> String {
    match *caveat {
        Caveat::NotTheCause => not_the_cause(comparison),
        Caveat::NotBlinded => words::caveat_not_blinded().to_owned(),
        Caveat::DaysRecorded { baseline, phase } => {
            words::caveat_days(baseline.recorded, baseline.days(), phase.recorded, phase.days())
        }
        Caveat::AlreadyImproving => words::caveat_improving().to_owned(),
        Caveat::ShortBaseline { recorded } => words::caveat_short_baseline(recorded, TRIAL_BASELINE),
        Caveat::DoseChanged => words::caveat_dose_changed(SETTLING_IN),
        Caveat::OtherMedicineChanged { days } => words::caveat_other_medicine(days),
        Caveat::CarryOver => words::caveat_carry_over().to_owned(),
        Caveat::UnevenDays => words::caveat_uneven().to_owned(),
        Caveat::ManyDaysMissing => words::caveat_many_missing().to_owned(),
    }
}

/// What else than the medicine can do it: hope explains no change for the worse, and nothing explains no change.
fn not_the_cause(comparison: &Comparison) -> String {
    let finding = comparison.finding();
    let same = finding.figures.is_some_and(|figures| figures.change.is_none());
    let said = match (comparison.kind, finding.verdict()) {
        (_, None) if same => words::caveat_same(),
        (PhaseKind::Washout, Some(Verdict::Worse)) => words::caveat_worse_after_stopping(),
        (PhaseKind::Washout, _) => words::caveat_after_stopping(),
        (_, Some(Verdict::Worse)) => words::caveat_worse(),
        _ => {
            let fell = |change: f64| Decimal::of(-change, 0);
            let published::Figure { ldn, placebo, .. } = published::PAIN_2013;
            return words::caveat_cause(fell(placebo), fell(ldn));
        }
    };
    said.to_owned()
}
