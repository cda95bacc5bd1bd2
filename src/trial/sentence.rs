//! A comparison in words that a twelve-year-old can read (A5).

use crate::diary::{Against, PhaseKind, Settings};
use crate::words::{Decimal, names, sentences, trial as words};

use super::amount::Amount;
use super::caveat::{Caveat, TRIAL_BASELINE};
use super::comparison::{Comparison, Lack, Since, Stage};
use super::contrast::Verdict;
use super::finding::{Figures, Limits, Percent};
use super::published::{self, IMPORTANT_DROP, Topic};
use super::readings::LeftOut;
use super::status::Status;
use super::window::SETTLING_IN;

/// One comparison in plain words: what it says, or what is still needed. Numbers are rounded for reading.
///
/// The first letter is a capital; the text ends with a full stop. Only the main item is judged.
pub fn sentence(comparison: &Comparison, settings: &Settings) -> String {
    let about = About {
        item: names::yours(&comparison.item, settings),
        within: names::within(&comparison.item, settings),
        comparison,
    };
    match comparison.finding().figures {
        Some(figures) => about.figures(&figures),
        None => about.waiting(),
    }
}

/// A comparison in large letters with its words; `None` but for the main item and from enough days, for a number that
/// stands alone claims too much.
///
/// So far: the points of the sentence and "lower pain on LDN", or that the days can't tell yet, with the averages in small.
/// Final: "Better", "Worse" or "Can't tell".
pub fn headline(comparison: &Comparison, settings: &Settings) -> Option<(String, String)> {
    let finding = comparison.finding();
    let stage = comparison
        .stage()
        .filter(|stage| matches!(stage, Stage::SoFar | Stage::Final))?;
    let (change, verdict) = (finding.figures?.change, finding.verdict?);
    let (number, item) = (change.number(), names::within(&comparison.item, settings));
    let during = &comparison.during();
    let way = if change.is_none() {
        None
    } else {
        Some(change.is_lower())
    };
    let is_final = stage == Stage::Final;
    let large = match verdict {
        Verdict::CannotTell if is_final => words::headline_open(),
        Verdict::CannotTell => words::headline_open_yet(),
        Verdict::Better if is_final => words::headline_better(),
        Verdict::Worse if is_final => words::headline_worse(),
        Verdict::Better | Verdict::Worse => {
            let beside = match way {
                Some(true) => words::headline_lower(&item, during),
                Some(false) => words::headline_higher(&item, during),
                None => words::headline_same(&item, during),
            };
            return Some((number, beside));
        }
    };
    let small = match (verdict, way) {
        (Verdict::CannotTell, Some(true)) => words::headline_lower_small(&number, &item, during),
        (Verdict::CannotTell, Some(false)) => words::headline_higher_small(&number, &item, during),
        (_, Some(true)) => words::headline_lower_beside(&number, &item, during),
        (_, Some(false)) => words::headline_higher_beside(&number, &item, during),
        (_, None) => words::headline_same_small(&number, &item, during),
    };
    Some((large.to_owned(), small))
}

/// How far an answer has come: "Early look", "So far", "Final since 12 April 2026", "Stopped on 10 May 2026"; `None` without a
/// likely range.
pub fn stage(comparison: &Comparison) -> Option<String> {
    let stage = comparison.stage()?;
    if let Some(day) = comparison.stopped_on {
        return Some(match stage {
            Stage::EarlyLook | Stage::FinalEarlyLook => words::stage_stopped_early_look(day),
            Stage::SoFar | Stage::Final => words::stage_stopped(day),
        });
    }
    Some(match stage {
        Stage::EarlyLook => words::stage_early_look().to_owned(),
        Stage::FinalEarlyLook => words::stage_early_look_final(comparison.final_day),
        Stage::SoFar => words::stage_so_far().to_owned(),
        Stage::Final => words::stage_final(comparison.final_day),
    })
}

/// What became of the days of a final answer since it was first read; `None` where they are as they were.
pub fn changed_since(comparison: &Comparison) -> Option<String> {
    let kept = comparison.kept.as_ref().filter(|kept| kept.changed_days > 0)?;
    let day = kept.at.date_naive();
    let anew = Figures::of(&kept.anew, comparison.direction);
    Some(match anew.and_then(|figures| Some((figures, figures.limits?))) {
        Some((figures, limits)) => words::changed_days(kept.changed_days, day, &figures.said(), &limits.said()),
        None => words::changed_days_no_range(kept.changed_days, day),
    })
}

/// What the days after a final answer average, without a verdict.
pub fn since_then(comparison: &Comparison, since: &Since) -> String {
    let say = if since.window.rested() > 0 {
        words::since_sampled
    } else {
        words::since
    };
    let (days, during) = (since.window.days, &comparison.during());
    say(since.window.recorded, days, during, Decimal::of(since.mean, 0))
}

/// The answer of the dose before the latest change, with its last day.
pub fn before_the_change(earlier: &Comparison, settings: &Settings) -> String {
    let (last, sentence) = (earlier.stretch.to, sentence(earlier, settings));
    match earlier.against {
        Against::Step => words::before_change_step(last, &sentence),
        _ => words::before_change(last, &sentence),
    }
}

impl Comparison {
    /// When its days were, within a sentence: "on LDN"; of a dose against another "on the later dose".
    pub fn during(&self) -> String {
        match self.against {
            Against::Step => names::later_dose().to_owned(),
            _ => names::during(&self.kind),
        }
    }

    /// The same at the beginning of one.
    pub fn at_first(&self) -> String {
        match self.against {
            Against::Step => names::later_dose_at_first().to_owned(),
            _ => names::at_first(&self.kind),
        }
    }
}

impl Against {
    /// When that was, at the end of a sentence: "before", "off LDN", "on placebo", "on the earlier dose".
    pub fn when(&self) -> String {
        let said = match self {
            Against::Baseline => names::before(),
            Against::Off => names::off(),
            Against::Placebo => return names::during(&PhaseKind::Placebo),
            Against::Comparator(medicine) => return names::on_medicine(medicine),
            Against::Step => names::earlier_dose(),
        };
        said.to_owned()
    }

    /// The same by itself: "Before", "Off LDN", "On placebo".
    pub fn at_first(&self) -> String {
        let said = match self {
            Against::Baseline => names::before_at_first(),
            Against::Off => names::off_at_first(),
            Against::Placebo => return names::at_first(&PhaseKind::Placebo),
            Against::Comparator(medicine) => return names::on_medicine_at_first(medicine),
            Against::Step => names::earlier_dose_at_first(),
        };
        said.to_owned()
    }
}

impl Figures {
    /// "20 points or 31 % lower", "4 points higher", "no change".
    pub fn said(&self) -> String {
        match beside(self.change, self.percent.map(|percent| percent.change)) {
            Some(percent) if self.change.is_lower() => words::both_lower(self.change.size(), percent),
            Some(percent) => words::both_higher(self.change.size(), percent),
            None => self.change.number_and_way(),
        }
    }

    /// As in a cell of a table: "20 (31 %) better", "4 worse", "no change".
    pub fn judged(&self) -> String {
        judged(self.change, self.percent.map(|percent| percent.change))
    }
}

/// A change in points, and in percent beside it, by what is better, as in a cell of a table: "20 (31 %) better".
pub fn judged(points: Amount, percent: Option<Amount>) -> String {
    match beside(points, percent) {
        Some(percent) if points.is_better() => words::cell_both_better(points.size(), percent),
        Some(percent) => words::cell_both_worse(points.size(), percent),
        None => points.in_cell(),
    }
}

/// How many percent a change is, where they stand beside the points.
fn beside(points: Amount, percent: Option<Amount>) -> Option<Decimal> {
    percent
        .filter(|percent| !percent.is_none() && percent.is_better() == points.is_better())
        .map(Amount::size)
}

impl Limits {
    /// "7 to 31 points lower" on one side, "37 points lower to 4 points higher" on both.
    pub fn said(&self) -> String {
        if self.side() == Verdict::CannotTell {
            words::range(&self.best.number_and_way(), &self.worst.number_and_way())
        } else {
            let [near, far] = self.near_and_far();
            words::range(&near.size().to_string(), &far.number_and_way())
        }
    }
}

/// What a sentence is about.
struct About<'a> {
    /// "your pain".
    item: String,
    /// "pain".
    within: String,
    comparison: &'a Comparison,
}

impl About<'_> {
    fn figures(&self, figures: &Figures) -> String {
        let Figures { before, after, .. } = *figures;
        let (first, when) = (&self.comparison.at_first(), &self.comparison.against.when());
        match (self.comparison.contrast.status, figures.limits) {
            (_, Some(limits)) => self.ranged(figures, &limits),
            (Status::NoVariation, None) => words::always_the_same(first, &self.item, after, before, when),
            (_, None) => {
                let few = words::too_few_days(first, &self.item, after, before, when);
                sentences([few, self.no_range()])
            }
        }
    }

    /// Averages, change and likely range.
    fn ranged(&self, figures: &Figures, limits: &Limits) -> String {
        let Figures { before, after, .. } = *figures;
        let (when, reference) = (&self.comparison.at_first(), &self.comparison.against.when());
        let (item, change) = (&self.item, figures.said());
        let range = limits.said();
        if limits.side() != Verdict::CannotTell {
            let said = words::ranged(when, item, after, before, reference, &change, &range);
            return sentences([said, self.landmark(figures)]);
        }
        if !self.comparison.main {
            return words::ranged(when, item, after, before, reference, &change, &range);
        }
        let open = words::open(when, item, after, before, reference, &change, &range);
        let end = if self.comparison.is_final || self.comparison.ended {
            words::cannot_tell()
        } else {
            words::cannot_tell_yet()
        };
        // Days after stopping that can't tell have no drop to reach.
        let landmark = if self.comparison.kind == PhaseKind::Washout {
            String::new()
        } else {
            self.landmark(figures)
        };
        sentences([open, end.to_owned(), landmark])
    }

    /// Whether the likely range of pain in percent reaches the important drop. Nothing is added to a change for the worse,
    /// nor to days that can't tell and don't reach it.
    fn landmark(&self, figures: &Figures) -> String {
        let Some(Percent { limits, .. }) = figures.percent.filter(|_| self.has_landmark()) else {
            return String::new();
        };
        let reaches = |limit: Amount| limit.improvement.value() >= f64::from(IMPORTANT_DROP);
        match figures.limits.map(|limits| limits.side()) {
            None | Some(Verdict::Worse) => String::new(),
            _ if reaches(limits.worst) => words::drop_reached(IMPORTANT_DROP),
            _ if reaches(limits.best) => words::drop_open(IMPORTANT_DROP),
            Some(Verdict::CannotTell) => String::new(),
            Some(Verdict::Better) => words::drop_missed(IMPORTANT_DROP),
        }
    }

    /// The drop is one of pain since before the treatment, not one between two doses of it or two medicines.
    fn has_landmark(&self) -> bool {
        self.comparison.is_pain() && !matches!(self.comparison.against, Against::Step | Against::Comparator(_))
    }

    /// What is waited for, where there are no averages to show.
    fn waiting(&self) -> String {
        let (item, against) = (&self.item, &self.comparison.against);
        let days = match against {
            Against::Baseline => words::baseline_days().to_owned(),
            _ => words::days_of(&against.when()),
        };
        match (
            self.comparison.reference_lacks(),
            self.comparison.window_lacks(),
            against,
        ) {
            (Some(lack @ (Lack::Unrated | Lack::LeftOut(_))), ..) => lacking(lack, item, &days),
            (None, Some(lack @ (Lack::Unrated | Lack::LeftOut(_))), _) => {
                lacking(lack, item, &words::days_of(&self.comparison.during()))
            }
            (_, _, Against::Placebo | Against::Comparator(_)) => {
                words::nothing_taken_yet(item, &against.when(), SETTLING_IN)
            }
            (Some(Lack::NoDay), _, Against::Off) => words::no_days_off(&self.within, SETTLING_IN),
            (Some(Lack::NoDay), ..) => lacking(Lack::NoDay, item, &days),
            (None, ..) => self.settling_in(),
        }
    }

    /// What is waited for, where no day of the dose counts.
    fn settling_in(&self) -> String {
        let (item, comparison) = (&self.item, self.comparison);
        match comparison.contrast.status {
            _ if !comparison.can_still_count() => words::no_day_left(item, SETTLING_IN),
            _ if comparison.begins_later() => words::begins_later(item, comparison.counts_from),
            Status::SettlingIn { ready_from: Some(day) } => {
                sentences([words::settling_in(item, SETTLING_IN), words::first_look_possible(day)])
            }
            _ => words::settling_in(item, SETTLING_IN),
        }
    }

    /// Why averages stand alone. Only what can still be done is asked for, and nothing of days that are compared with
    /// and can still come.
    fn no_range(&self) -> String {
        let Status::TooFewDays {
            reference_lacks,
            ready_from,
            ..
        } = self.comparison.contrast.status
        else {
            return String::new();
        };
        let reference = self.comparison.contrast.reference;
        let recorded = reference.map_or(0, |window| window.recorded);
        let left_out = reference.map_or_else(LeftOut::default, |window| window.left_out);
        match (&self.comparison.against, ready_from) {
            (Against::Baseline, _) if reference_lacks > 0 && !left_out.is_none() => {
                words::baseline_over_left_out(recorded, left_out.all(), left_out.said())
            }
            (Against::Baseline, _) if reference_lacks > 0 => words::baseline_over(recorded),
            (Against::Placebo | Against::Comparator(_), _) => String::new(),
            (_, Some(day)) => words::first_look_possible(day),
            (Against::Off | Against::Step, None) if reference_lacks > 0 => String::new(),
            (_, None) => words::too_few_left().to_owned(),
        }
    }
}

impl LeftOut {
    /// How such days came, as the end of "days that were …": "filled in later".
    pub fn said(self) -> &'static str {
        match (self.late, self.imported) {
            (_, 0) => words::came_late(),
            (0, _) => words::came_imported(),
            _ => words::came_late_or_imported(),
        }
    }
}

/// That there is no comparison of an item, as some days lack a rating: "the baseline days".
fn lacking(lack: Lack, item: &str, days: &str) -> String {
    match lack {
        Lack::LeftOut(left_out) => words::left_out(item, days, left_out.said()),
        Lack::NoDay | Lack::Unrated => words::unrated(item, days),
    }
}

/// What has to be said beside a comparison, in plain words.
pub fn caveat(caveat: &Caveat, comparison: &Comparison) -> String {
    match *caveat {
        Caveat::NotTheCause => not_the_cause(comparison),
        Caveat::NotBlinded => words::caveat_not_blinded().to_owned(),
        Caveat::DaysRecorded { reference, phase } => {
            words::caveat_days(reference.recorded, reference.days, phase.recorded, phase.days)
        }
        Caveat::ImportedReference { days } => words::caveat_imported(days),
        Caveat::AlreadyImproving => words::caveat_improving().to_owned(),
        Caveat::ShortBaseline { recorded } => words::caveat_short_baseline(recorded, TRIAL_BASELINE),
        Caveat::DoseChanged => words::caveat_dose_changed(SETTLING_IN),
        Caveat::DosesMissed(doses) => words::caveat_doses_missed(doses.taken, doses.planned),
        Caveat::OtherMedicineChanged { days } => words::caveat_other_medicine(days),
        Caveat::TwoMedicines => words::caveat_two_medicines().to_owned(),
        Caveat::CarryOver => words::caveat_carry_over(SETTLING_IN),
        Caveat::TwoDoses => words::caveat_two_doses(SETTLING_IN),
        Caveat::UnevenDays => words::caveat_uneven().to_owned(),
        Caveat::ManyDaysMissing => words::caveat_many_missing().to_owned(),
        Caveat::Sampled { rested } => words::caveat_sampled(rested),
        Caveat::Unasked { days } => words::caveat_unasked(days),
    }
}

/// What else than the medicine can do it: hope explains no change for the worse, and nothing explains no change.
fn not_the_cause(comparison: &Comparison) -> String {
    let finding = comparison.finding();
    let same = finding.figures.is_some_and(|figures| figures.change.is_none());
    let side = finding
        .figures
        .and_then(|figures| figures.limits)
        .map(|limits| limits.side());
    let said = match (&comparison.kind, side) {
        (_, None) if same => words::caveat_same(),
        (PhaseKind::Washout, Some(Verdict::Worse)) => words::caveat_worse_after_stopping(),
        (PhaseKind::Washout, _) => words::caveat_after_stopping(),
        (_, Some(Verdict::Worse)) => words::caveat_worse(),
        _ => {
            let found = published::figures_on(Topic::PainChange).next();
            let [ldn, placebo] = found.map_or([Decimal::of(0.0, 0); 2], |found| found.falls(0));
            return words::caveat_cause(placebo, ldn);
        }
    };
    said.to_owned()
}
