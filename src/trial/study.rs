//! One diary seen as a trial of one person.

use chrono::{Days, NaiveDate};

use crate::diary::{
    Against, Diary, Direction, Dose, FinalAnswer, ItemId, KeptAnswer, PhaseKind, PhaseSpan, TrialOfOne,
};
use crate::statistics::{Slope, baseline_slope, mean};
use crate::trial_of_one::TrialsOfOne;

use super::caveat::{Caveat, Surroundings};
use super::comparison::{Comparison, Kept, Since};
use super::completeness::Doses;
use super::contrast::{Aim, Contrast, Side, as_kept, contrast, to_keep};
use super::end_point::{EndPoint, FINAL_DAYS};
use super::phase_summary::PhaseSummary;
use super::pooled::Pooled;
use super::question::{Frame, Question};
use super::readings::{Counting, LeftOut, Readings};
use super::status::{FEWEST, Lacks, ready_from};
use super::stretch::{Stretch, stretches};
use super::window::{FINAL_DAY, FOUR_WEEKS, SETTLING_IN, Window, calendar_days, last_days};

/// Everything that is computed of a diary up to a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// The last day looked at.
    pub as_of: NaiveDate,
    /// Which recorded days count.
    pub counting: Counting,
    /// The phases that have begun, in their order.
    pub phases: Vec<PhaseSummary>,
    /// For every phase after the reference, every question that its days answer, and every item recorded in it one
    /// comparison, in that order.
    pub comparisons: Vec<Comparison>,
    /// The latest LDN phase against the latest phase of whatever else was taken, placebo or another medicine, for every item
    /// recorded in the former; empty where nothing else was.
    pub against_taken: Vec<Comparison>,
    /// The answer of each trial of one that is unsealed. Its periods have no other.
    pub pooled: Vec<Pooled>,
}

/// Analyses a diary up to and including `as_of`, taken literally: later days and phases are not looked at.
///
/// The app and the example program call this one function (A9).
pub fn analyse(diary: &Diary, as_of: NaiveDate, counting: impl Into<Counting>) -> Analysis {
    Study::of(diary, as_of, counting).analysis()
}

/// One diary up to one day, its days turned into columns, so that any number of questions can be asked of it.
#[derive(Debug, Clone)]
pub struct Study<'a> {
    pub(super) diary: &'a Diary,
    pub(super) as_of: NaiveDate,
    counting: Counting,
    pub(super) spans: Vec<PhaseSpan<'a>>,
    pub(super) readings: Readings,
    trials: Vec<TrialOfOne>,
}

/// Days to compare with, of one item.
struct Reference {
    against: Against,
    side: Option<Side>,
    /// The day on which they are all there, where they come after what is compared with them.
    final_day: Option<NaiveDate>,
}

impl<'a> Study<'a> {
    /// Reads the days of a diary up to and including `as_of`.
    pub fn of(diary: &'a Diary, as_of: NaiveDate, counting: impl Into<Counting>) -> Self {
        let counting = counting.into();
        Study {
            diary,
            as_of,
            counting,
            spans: diary.treatment.spans(as_of),
            readings: Readings::of(diary, as_of, counting),
            trials: diary.treatment.trials_of_one(),
        }
    }

    /// The trials of one, by first day.
    pub fn trials(&self) -> &[TrialOfOne] {
        &self.trials
    }

    /// The whole analysis.
    pub fn analysis(&self) -> Analysis {
        let mut analysis = self.phases_alone();
        analysis.pooled = self.all_pooled();
        for phase in &analysis.phases {
            for question in self.questions(phase.index) {
                for item in phase.items.keys() {
                    let steps = self.earlier_steps(phase.index, item, &question);
                    analysis.comparisons.extend(steps);
                    analysis.comparisons.extend(self.answer(phase.index, item, &question));
                }
            }
        }
        let ldn = self.latest(&PhaseKind::Ldn).map(|span| span.index);
        if let Some(phase) = analysis.phases.iter().find(|phase| Some(phase.index) == ldn) {
            for item in phase.items.keys() {
                analysis.against_taken.extend(self.ldn_against_taken(item));
            }
        }
        analysis
    }

    /// The analysis without its comparisons, which take a phone their time.
    pub fn phases_alone(&self) -> Analysis {
        Analysis {
            as_of: self.as_of,
            counting: self.counting,
            phases: self.phases(),
            comparisons: Vec::new(),
            against_taken: Vec::new(),
            pooled: Vec::new(),
        }
    }

    /// The phases that have begun, in their order.
    pub fn phases(&self) -> Vec<PhaseSummary> {
        let summary = |span: &PhaseSpan<'_>| {
            let from = self.seen_from(span);
            let (doses, of_trial) = (self.doses(from, span.to), self.is_of_trial(span.index));
            PhaseSummary::of(span, from, &self.readings, self.counting, doses, of_trial)
        };
        self.spans.iter().map(summary).collect()
    }

    /// One item of one phase against the reference, by the question that is shown of that phase; `None` where there is no
    /// reference before it, and where the phase has not begun.
    pub fn compare(&self, phase: usize, item: &ItemId) -> Option<Comparison> {
        self.answer(phase, item, &self.question(phase))
    }

    /// The day with which the answer of a question is final, without working that out; `None` where the phase is not compared.
    pub(super) fn day_of_answer(&self, phase: usize, question: &Question<'_>) -> Option<NaiveDate> {
        let (span, against) = self.compared(phase)?;
        let frame = self.frame(span, question);
        let reference = self.reference(&against, span, frame.stretch, &question.item());
        Some(final_day(&frame, &reference, question))
    }

    /// The same by one of the questions of the phase.
    pub fn answer(&self, phase: usize, item: &ItemId, question: &Question<'_>) -> Option<Comparison> {
        let (span, against) = self.compared(phase)?;
        let frame = self.frame(span, question);
        let reference = self.reference(&against, span, frame.stretch, item);
        Some(self.comparison(span, frame, item, reference, question))
    }

    /// The earlier steps of a phase whose doses are compared with each other, in their order: each against the days of the
    /// dose before it. None of any other phase.
    fn earlier_steps(&self, phase: usize, item: &ItemId, question: &Question<'_>) -> Vec<Comparison> {
        let mut steps = Vec::new();
        let Some((span, Against::Step)) = self.compared(phase) else {
            return steps;
        };
        let shown = self.frame(span, question).stretch;
        for stretch in self.stretches(span) {
            if stretch.from < shown.from && self.earlier_dose(span, stretch).is_some() {
                let reference = self.reference(&Against::Step, span, stretch, item);
                let frame = self.frame_of(span, stretch, question);
                steps.push(self.comparison(span, frame, item, reference, question));
            }
        }
        steps
    }

    /// Where the dose changed within the last 28 days of a phase: the answer of the latest dose before it that has one (A2).
    pub fn before_the_change(&self, current: &Comparison) -> Option<Comparison> {
        let (span, against) = self.compared(current.phase)?;
        if days_of(current.stretch.from, span.to) >= FOUR_WEEKS {
            return None;
        }
        let question = Question {
            number: current.question,
            card: None,
        };
        let stretches = self.stretches(span);
        let earlier = stretches
            .iter()
            .rev()
            .filter(|stretch| stretch.from < current.stretch.from);
        earlier
            .map(|stretch| {
                let frame = self.frame_of(span, *stretch, &question);
                let reference = self.reference(&against, span, *stretch, &current.item);
                let earlier = self.comparison(span, frame, &current.item, reference, &question);
                Comparison {
                    main: current.main,
                    ..earlier
                }
            })
            .find(|comparison| comparison.contrast.status.has_range())
    }

    /// What the days after a final answer average; `None` before it, and where no day of the phase follows.
    pub fn since_final(&self, answer: &Comparison) -> Option<Since> {
        let first = answer.stretch.to.min(answer.final_day).succ_opt()?;
        let span = self
            .spans
            .get(answer.phase)
            .filter(|span| answer.is_final && first <= span.to)?;
        let (from, to) = last_days(first, span.to, FOUR_WEEKS);
        let ratings = self.ratings(&answer.item, from, to);
        let values: Vec<f64> = ratings.iter().map(|(_, rating)| *rating).collect();
        Some(Since {
            window: Window::of(&self.readings, &answer.item, (from, to)),
            mean: mean(&values)?,
        })
    }

    /// The latest LDN phase against the latest phase of whatever else was taken: placebo, and each other medicine. Not
    /// against what it is compared with already.
    ///
    /// It answers what no comparison with a baseline can: what is left when both sides took something. Against placebo it is
    /// only as good as the blinding.
    pub fn ldn_against_taken(&self, item: &ItemId) -> Vec<Comparison> {
        let Some(ldn) = self.latest(&PhaseKind::Ldn) else {
            return Vec::new();
        };
        let compared = self.compared(ldn.index).map(|(_, against)| against);
        let main = self.question(ldn.index).item();
        let mut found = Vec::new();
        for other in &self.spans {
            let Some(against) = taken(&other.phase.kind) else {
                continue;
            };
            let is_latest = self
                .latest(&other.phase.kind)
                .is_some_and(|latest| latest.index == other.index);
            if !is_latest || compared.as_ref() == Some(&against) {
                continue;
            }
            let frame = self.frame_of(ldn, self.latest_stretch(ldn), &Question::FIRST);
            let reference = self.of_taken(against, other, item);
            let comparison = self.comparison(ldn, frame, item, reference, &Question::FIRST);
            found.push(Comparison {
                main: main == *item,
                ..comparison
            });
        }
        found
    }

    /// The counted days of a phase of placebo or of another medicine.
    fn of_taken(&self, against: Against, phase: &PhaseSpan<'_>, item: &ItemId) -> Reference {
        let frame = self.frame(phase, &Question::FIRST);
        Reference {
            against,
            side: self.side(item, frame),
            final_day: Some(frame.final_day),
        }
    }

    /// Whether a phase is one to be compared.
    pub fn is_compared(&self, phase: usize) -> bool {
        self.compared(phase).is_some()
    }

    /// The ratings of phases to be compared that are left out, by why.
    pub fn leaves_out(&self, phases: &[PhaseSummary]) -> LeftOut {
        let mut all = LeftOut::default();
        for phase in phases.iter().filter(|phase| self.is_compared(phase.index)) {
            all = all + self.readings.leaves_out(phase.from, phase.to);
        }
        all
    }

    /// The diary that is looked at.
    pub fn diary(&self) -> &'a Diary {
        self.diary
    }

    /// The last day looked at.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Which recorded days count.
    pub fn counting(&self) -> Counting {
        self.counting
    }

    /// The days that the comparisons of an item count: those of the reference, then those of each phase that has any. Nothing
    /// where nothing is compared, as in a diary whose trial of one is sealed: a trial is not compared with the baseline, and
    /// the washout that follows it is no finding beside it.
    pub fn windows(&self, item: &ItemId) -> Vec<Window> {
        let mut by_baseline = false;
        let later = self.spans.iter().filter_map(|span| {
            if span.phase.kind == PhaseKind::Washout && span.index > 0 && self.is_of_trial(span.index - 1) {
                return None;
            }
            let is_off = self.baseline().is_none() && span.phase.kind == PhaseKind::Washout;
            let is_shown = self.is_compared(span.index) || is_off && self.compares_with_days_off();
            let question = is_shown.then(|| self.question(span.index))?;
            let frame = self.frame(span, &question);
            // Those of a baseline or a washout are there by themselves.
            let reference = match self.compared(span.index) {
                Some((_, Against::Step | Against::Placebo | Against::Comparator(_))) => {
                    self.reference_side(span.index, frame.stretch, item)
                }
                _ => None,
            };
            by_baseline |= matches!(self.compared(span.index), Some((_, Against::Baseline)));
            Some([reference, self.side(item, frame)])
        });
        let later: Vec<Window> = later.flatten().flatten().map(|side| side.window).collect();
        let baseline = self.baseline().filter(|_| by_baseline);
        let mut windows: Vec<Window> = Vec::new();
        windows.extend(baseline.map(|span| self.baseline_side(span, item).window));
        windows.extend(later);
        for trial in &self.trials {
            windows.extend(self.windows_of_trial(trial, item));
        }
        windows
    }

    /// Whether any phase is compared with days off LDN.
    fn compares_with_days_off(&self) -> bool {
        let mut phases = self.spans.iter();
        phases.any(|span| matches!(self.compared(span.index), Some((_, Against::Off))))
    }

    /// The day on which the answer of the latest phase becomes final, or its trial of one is over; `None` where that has been,
    /// and where it has none.
    pub fn waits_for(&self) -> Option<NaiveDate> {
        let span = self.spans.last()?;
        let day = if span.phase.of_trial {
            self.trials().last()?.ends.pred_opt()?
        } else {
            let compared = self.is_compared(span.index);
            compared.then(|| self.frame(span, &self.question(span.index)).final_day)?
        };
        (day > self.as_of).then_some(day)
    }

    /// The days on which answers became final while their phase went on.
    pub fn final_days(&self) -> Vec<NaiveDate> {
        let compared = self.spans.iter().filter(|span| self.is_compared(span.index));
        let days = compared.filter_map(|span| {
            let day = self.frame(span, &self.question(span.index)).final_day;
            (day < span.to).then_some(day)
        });
        days.collect()
    }

    /// The first baseline.
    pub(super) fn baseline(&self) -> Option<&PhaseSpan<'a>> {
        self.spans.iter().find(|span| span.phase.kind == PhaseKind::Baseline)
    }

    /// Whether a phase is a period of a trial of one, sealed or not: those are answered together.
    fn is_of_trial(&self, phase: usize) -> bool {
        let phases = self.diary.treatment.phases();
        phases.get(phase).is_some_and(|phase| phase.of_trial)
    }

    /// The latest phase of a kind of which the diary has days.
    fn latest(&self, kind: &PhaseKind) -> Option<&PhaseSpan<'a>> {
        self.spans
            .iter()
            .rfind(|span| span.phase.kind == *kind && self.is_seen(span) && !self.is_of_trial(span.index))
    }

    /// What a phase of LDN can be compared with where nothing else is there: placebo, or the other medicine that was taken
    /// last before it, else first after it. Of a medicine taken more than once, the latest phase counts.
    fn taken_beside(&self, ldn: &PhaseSpan<'_>) -> Option<Against> {
        let is_medicine = |span: &&PhaseSpan<'_>| span.phase.kind.medicine().is_some() && self.is_seen(span);
        let (before, after) = self.spans.split_at(ldn.index);
        let medicine = || {
            before
                .iter()
                .rfind(is_medicine)
                .or_else(|| after.iter().find(is_medicine))
        };
        let phase = self.latest(&PhaseKind::Placebo).or_else(medicine)?;
        taken(&phase.phase.kind)
    }

    /// A phase that is compared, and with what: later ones with the first baseline; where there is none, days on LDN,
    /// placebo or another medicine with those off LDN, before or after; and where none of those counts, a dose with an
    /// earlier one, or LDN with placebo or another medicine.
    fn compared(&self, phase: usize) -> Option<(&PhaseSpan<'a>, Against)> {
        let span = self.spans.get(phase).filter(|span| self.is_seen(span))?;
        if self.is_of_trial(phase) {
            return None;
        }
        if let Some(baseline) = self.baseline() {
            return (phase > baseline.index).then_some((span, Against::Baseline));
        }
        let stopped = self.latest(&PhaseKind::Washout).is_some();
        let step = || self.earlier_dose(span, self.latest_stretch(span)).is_some();
        let against = match span.phase.kind.is_taken() {
            true if stopped && !self.days_off(span).0.is_empty() => Against::Off,
            true if step() => Against::Step,
            true if stopped => Against::Off,
            true if span.phase.kind == PhaseKind::Ldn => self.taken_beside(span)?,
            _ => return None,
        };
        Some((span, against))
    }

    /// The counted days off LDN with which a phase is compared, and whether a washout after it can add any.
    fn days_off(&self, span: &PhaseSpan<'_>) -> (Vec<(NaiveDate, NaiveDate)>, bool) {
        let off = self.spans.iter().filter(|span| span.phase.kind == PhaseKind::Washout);
        days_off(off, span.index, |from| self.settles_from(from))
    }

    /// The counted days of the latest dose before a stretch that is another one and has enough of them, the last 84 at most.
    fn earlier_dose(&self, span: &PhaseSpan<'_>, stretch: Stretch) -> Option<(NaiveDate, NaiveDate)> {
        let dose = self.diary.treatment.planned_dose(stretch.from)?;
        for phase in self.spans[..=span.index].iter().rev() {
            for earlier in self.stretches(phase).iter().rev() {
                let other = self.diary.treatment.planned_dose(earlier.from);
                if earlier.to >= stretch.from || other.is_none_or(|other| other == dose) {
                    continue;
                }
                let counted = self.settles_from(earlier.from).checked_add_days(Days::new(SETTLING_IN));
                if let Some(from) = counted.filter(|from| calendar_days(*from, earlier.to) >= FEWEST) {
                    return Some(last_days(from, earlier.to, FINAL_DAY));
                }
            }
        }
        None
    }

    /// The days of an item that a stretch of a phase is compared with.
    fn reference(&self, against: &Against, span: &PhaseSpan<'_>, stretch: Stretch, item: &ItemId) -> Reference {
        let alone = |side| Reference {
            against: against.clone(),
            side,
            final_day: None,
        };
        let taken = |kind: &PhaseKind| match self.latest(kind) {
            Some(phase) => self.of_taken(against.clone(), phase, item),
            None => alone(None),
        };
        match against {
            Against::Baseline => alone(self.baseline().map(|baseline| self.baseline_side(baseline, item))),
            Against::Step => {
                let days = self.earlier_dose(span, stretch);
                alone(days.map(|days| Side::of(&self.readings, item, days)))
            }
            Against::Placebo => taken(&PhaseKind::Placebo),
            Against::Comparator(medicine) => taken(&PhaseKind::Comparator(medicine.clone())),
            Against::Off => {
                let (days, grows) = self.days_off(span);
                let later = self.latest(&PhaseKind::Washout);
                let later = later.filter(|washout| grows && washout.index > span.index);
                Reference {
                    final_day: later.map(|washout| self.frame(washout, &Question::FIRST).final_day),
                    ..alone(Side::together(&self.readings, item, &days))
                }
            }
        }
    }

    /// The baseline days of an item, the last 84 at most.
    pub(super) fn baseline_side(&self, baseline: &PhaseSpan<'_>, item: &ItemId) -> Side {
        Side::of(&self.readings, item, last_days(baseline.from, baseline.to, FINAL_DAY))
    }

    /// The stretches of a phase on one dose each, in their order.
    pub(super) fn stretches(&self, span: &PhaseSpan<'_>) -> Vec<Stretch> {
        let steps = self.diary.treatment.dose_steps().iter().map(|step| step.from);
        let taken: &[_] = if span.phase.kind == PhaseKind::Ldn {
            &self.readings.doses
        } else {
            &[]
        };
        stretches((span.from, span.to), steps, taken)
    }

    pub(super) fn latest_stretch(&self, span: &PhaseSpan<'_>) -> Stretch {
        let whole = Stretch {
            from: span.from,
            to: span.to,
        };
        self.stretches(span).last().copied().unwrap_or(whole)
    }

    /// The day from which what began on a day settles in: that day, or so that its days count from the first that the diary
    /// has, where it began before the diary (A2).
    pub(super) fn settles_from(&self, changed: NaiveDate) -> NaiveDate {
        let first = self.diary.first_day().unwrap_or(changed);
        changed.max(first.checked_sub_days(Days::new(SETTLING_IN)).unwrap_or(changed))
    }

    /// The first day of a phase that the diary can hold: it may have begun before the diary.
    pub(super) fn seen_from(&self, span: &PhaseSpan<'_>) -> NaiveDate {
        self.diary.begins().map_or(span.from, |first| span.from.max(first))
    }

    /// Whether the diary can hold a day of a phase: it may have ended before the diary began.
    pub(super) fn is_seen(&self, span: &PhaseSpan<'_>) -> bool {
        self.seen_from(span) <= span.to
    }

    /// The last day of a phase, if it has one.
    pub(super) fn last_day(&self, span: &PhaseSpan<'_>) -> Option<NaiveDate> {
        let next = self.diary.treatment.phases().get(span.index + 1)?;
        next.from.pred_opt()
    }

    /// The changes of dose that are planned in a phase after the days looked at.
    fn planned_changes(&self, span: &PhaseSpan<'_>) -> impl Iterator<Item = NaiveDate> {
        let last = self.last_day(span).unwrap_or(NaiveDate::MAX);
        let steps = self.diary.treatment.dose_steps().iter().map(|step| step.from);
        steps.filter(move |step| self.as_of < *step && *step <= last)
    }

    /// One item of a phase against a reference, by the days that a question counts.
    fn comparison(
        &self,
        span: &PhaseSpan<'_>,
        frame: Frame,
        item: &ItemId,
        reference: Reference,
        question: &Question<'_>,
    ) -> Comparison {
        let aim = Aim {
            direction: self.direction(item),
            at_least: question.at_least().filter(|_| question.item() == *item),
        };
        let final_day = final_day(&frame, &reference, question);
        let is_final = final_day <= self.as_of;
        let answered = Answered {
            question: question.number,
            item,
            against: (&reference.against, self.days_of_medicine(&reference.against)),
            days: (frame.stretch.from, final_day),
        };
        let kept = self.kept_answer(&answered).filter(|_| is_final);
        let ahead = |lacks: Lacks| self.ahead(span, frame.stretch, question, item, lacks);
        let side = self.side(item, frame);
        let (contrast, kept) = contrasted([reference.side.as_ref(), side.as_ref()], aim, ahead, kept);
        let end_point = |count| {
            let reference = (contrast.reference_mean, aim.direction);
            EndPoint::of(&self.readings, item, (span.from, span.to), count, reference)
        };
        let doses = contrast.window.and_then(|window| self.doses(window.from, window.to));
        let imported = reference.side.as_ref().map_or(0, |side| side.window.imported);
        let around = Surroundings {
            imported,
            ..self.surroundings(span, item, &contrast, &reference.against, doses)
        };
        Comparison {
            phase: span.index,
            kind: span.phase.kind.clone(),
            stretch: frame.stretch,
            question: question.number,
            main: question.item() == *item,
            at_least: aim.at_least,
            card_day: question.day(),
            stopped_on: None,
            counts_from: frame.from,
            item: item.clone(),
            direction: aim.direction,
            against: reference.against,
            ended: span.to < self.as_of,
            final_day,
            is_final,
            changes_on: self.planned_changes(span).next().filter(|day| *day <= final_day),
            doses,
            final_3_days: end_point(FINAL_DAYS),
            final_7_days: end_point(7),
            caveats: Caveat::all(&contrast, &around),
            contrast,
            kept,
        }
    }

    /// The final answer that was kept of these days; `None` where days are left out: it counts all.
    pub(super) fn kept_answer(&self, answered: &Answered<'_>) -> Option<&'a KeptAnswer> {
        let Answered {
            question,
            item,
            against,
            days,
        } = *answered;
        let mut kept = self.diary.rest.final_answers.iter();
        let kept = kept.find(|kept| kept.answer.answers(question, item, against, days));
        kept.filter(|_| self.counting == Counting::ALL)
    }

    /// A final answer with a verdict as it is to be kept; `None` where it is not final, or was kept before.
    pub fn to_keep(&self, answer: &Comparison) -> Option<FinalAnswer> {
        self.kept_of(answer, || {
            let span = self.spans.get(answer.phase)?;
            let reference = self.reference(&answer.against, span, answer.stretch, &answer.item);
            reference.side.zip(self.window_side(answer))
        })
    }

    /// A final answer of these sides as it is to be kept: what it is compared with, and its own days.
    pub(super) fn kept_of(
        &self,
        answer: &Comparison,
        sides: impl FnOnce() -> Option<(Side, Side)>,
    ) -> Option<FinalAnswer> {
        let is_new = answer.is_final && answer.main && answer.kept.is_none();
        if !is_new || self.counting != Counting::ALL {
            return None;
        }
        let (reference, window) = sides()?;
        let range = answer.contrast.range?;
        let ([reference, window], range) = to_keep([&reference, &window], &range)?;
        Some(FinalAnswer {
            question: answer.question,
            item: answer.item.clone(),
            against: answer.against.clone(),
            since: answer.stretch.from,
            final_day: answer.final_day,
            reference,
            window,
            range,
        })
    }

    /// The first and the last day of the latest phase of another medicine; `None` of anything else.
    fn days_of_medicine(&self, against: &Against) -> Option<(NaiveDate, NaiveDate)> {
        let kind = PhaseKind::Comparator(against.medicine()?.clone());
        self.latest(&kind).map(|span| (span.from, span.to))
    }

    /// The doses planned from one day to another, and how many of them are recorded as taken; `None` without any.
    pub(super) fn doses(&self, from: NaiveDate, to: NaiveDate) -> Option<Doses> {
        let days = from.iter_days().take_while(|day| *day <= to);
        // A day that the diary did not ask of says nothing of its dose, unless it was answered all the same.
        let is_known = |day: NaiveDate| self.readings.sampling.asks_on(day) || self.readings.is_recorded(day);
        let planned = days.filter(|day| {
            let dose = self.diary.treatment.planned_dose(*day);
            dose.is_some_and(|dose| dose != Dose::NONE) && is_known(*day)
        });
        let planned = planned.count();
        (planned > 0).then(|| Doses {
            taken: self.readings.doses_taken(from, to),
            planned,
        })
    }

    /// What lies around a comparison and bears on how it is read.
    fn surroundings(
        &self,
        span: &PhaseSpan<'_>,
        item: &ItemId,
        contrast: &Contrast,
        against: &Against,
        doses: Option<Doses>,
    ) -> Surroundings {
        let from = contrast
            .reference
            .map_or(span.from, |window| window.from.min(span.from));
        let slope = if *against == Against::Baseline {
            self.slope(item)
        } else {
            None
        };
        let falling = slope.as_ref().map(Slope::probability_of_falling);
        let improving = falling.is_some_and(|falling| match self.direction(item) {
            Direction::LowerIsBetter => falling > 0.9,
            Direction::HigherIsBetter => falling < 0.1,
        });
        let days = self.readings.days_between(from, span.to);
        Surroundings {
            kind: span.phase.kind.clone(),
            against: against.clone(),
            improving_before: improving,
            dose_changed: self.stretches(span).len() > 1,
            other_medicine_days: days.iter().filter(|day| day.other_medicine_changed).count(),
            doses,
            imported: 0,
        }
    }

    /// Which way is better; lower, for an item that the settings do not know.
    pub(super) fn direction(&self, item: &ItemId) -> Direction {
        self.diary
            .settings
            .direction_of(item)
            .unwrap_or(Direction::LowerIsBetter)
    }

    /// The days of an item that count in a frame; `None` while none does.
    pub(super) fn side(&self, item: &ItemId, frame: Frame) -> Option<Side> {
        Some(Side::of(&self.readings, item, frame.counted()?))
    }

    /// The days that a comparison counts, as they are now.
    pub(super) fn window_side(&self, answer: &Comparison) -> Option<Side> {
        let window = answer.contrast.window?;
        Some(Side::of(&self.readings, &answer.item, (window.from, window.to)))
    }

    /// The days of an item that a stretch of a phase is compared with; `None` where there are none.
    pub(super) fn reference_side(&self, phase: usize, stretch: Stretch, item: &ItemId) -> Option<Side> {
        let (span, against) = self.compared(phase)?;
        self.reference(&against, span, stretch, item).side
    }

    /// The line through the baseline days of an item; `None` with too few days or none.
    pub(super) fn slope(&self, item: &ItemId) -> Option<Slope> {
        let baseline = self.baseline_side(self.baseline()?, item);
        let series = baseline.series().filter(|_| baseline.window.recorded >= FEWEST)?;
        baseline_slope(&series).ok()
    }

    /// The first day on which a stretch could lack nothing for an item, if every day from now on is recorded.
    fn ahead(
        &self,
        span: &PhaseSpan<'_>,
        stretch: Stretch,
        question: &Question<'_>,
        item: &ItemId,
        lacks: Lacks,
    ) -> Option<NaiveDate> {
        if stretch.to < span.to {
            return None;
        }
        let changes: Vec<NaiveDate> = std::iter::once(stretch.from)
            .chain(self.planned_changes(span))
            .collect();
        let read = |from, to| Window::of(&self.readings, item, (from, to));
        let counted = |day| {
            let latest = changes[..changes.partition_point(|change| *change <= day)].last();
            question.counted(self.settles_from(*latest?), day)
        };
        let last_change = changes.last().copied()?;
        let begins = question.counted(self.settles_from(last_change), NaiveDate::MAX)?.0;
        ready_from(self.as_of, begins, self.last_day(span), counted, read, lacks)
    }
}

/// The day with which an answer is final. A card names it; without one, days to compare with that still come are waited for.
fn final_day(frame: &Frame, reference: &Reference, question: &Question<'_>) -> NaiveDate {
    let reference_day = reference.final_day.filter(|_| question.card.is_none());
    frame.final_day.max(reference_day.unwrap_or(NaiveDate::MIN))
}

/// What LDN is compared with where something else was taken in a phase; `None` of any other phase.
fn taken(kind: &PhaseKind) -> Option<Against> {
    match kind {
        PhaseKind::Placebo => Some(Against::Placebo),
        PhaseKind::Comparator(medicine) => Some(Against::Comparator(medicine.clone())),
        PhaseKind::Baseline | PhaseKind::Ldn | PhaseKind::Blinded(_) | PhaseKind::Washout => None,
    }
}

/// What a final answer is kept under.
#[derive(Debug, Clone, Copy)]
pub(super) struct Answered<'a> {
    pub(super) question: u32,
    pub(super) item: &'a ItemId,
    /// What it is compared with, and where that is another medicine, its days.
    pub(super) against: (&'a Against, Option<(NaiveDate, NaiveDate)>),
    /// The first day of the dose and the final day.
    pub(super) days: (NaiveDate, NaiveDate),
}

/// Both sides compared: as they were kept, where they were, and as they are now.
pub(super) fn contrasted(
    sides: [Option<&Side>; 2],
    aim: Aim,
    ahead: impl Fn(Lacks) -> Option<NaiveDate>,
    kept: Option<&KeptAnswer>,
) -> (Contrast, Option<Kept>) {
    let now = || contrast(sides[0], sides[1], aim, &ahead);
    let Some(kept) = kept else {
        return (now(), None);
    };
    let (then, changed_days) = as_kept(&kept.answer, sides, aim.direction);
    // Days that are as they were are not worked out again.
    let anew = if changed_days > 0 { now() } else { then.clone() };
    let kept = Kept {
        at: kept.at,
        changed_days,
        anew,
    };
    (then, Some(kept))
}

/// The counted days of all washouts together, 84 at most: of those before a phase the last ones, and then those after
/// it, from the 15th to the 84th of each, until they are enough, so that an answer stands. And whether those after it can
/// add any.
fn days_off<'s>(
    washouts: impl Iterator<Item = &'s PhaseSpan<'s>>,
    phase: usize,
    settles_from: impl Fn(NaiveDate) -> NaiveDate,
) -> (Vec<(NaiveDate, NaiveDate)>, bool) {
    let (before, after): (Vec<&PhaseSpan<'_>>, Vec<_>) = washouts.partition(|span| span.index < phase);
    let mut left = FINAL_DAY;
    let mut taken: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for span in before.into_iter().rev() {
        let from = settles_from(span.from).checked_add_days(Days::new(SETTLING_IN));
        if let Some(from) = from.filter(|from| left > 0 && *from <= span.to) {
            let (from, to) = last_days(from, span.to, left);
            left -= days_of(from, to);
            taken.insert(0, (from, to));
        }
    }
    let grows = left > 0;
    for span in after {
        if let Some((from, to)) = Question::FIRST
            .counted(settles_from(span.from), span.to)
            .filter(|_| left > 0)
        {
            let last = from.checked_add_days(Days::new(left - 1)).unwrap_or(NaiveDate::MAX);
            let to = to.min(last);
            left -= days_of(from, to);
            taken.push((from, to));
        }
    }
    (taken, grows)
}

/// How many days lie from one to another, both included.
fn days_of(from: NaiveDate, to: NaiveDate) -> u64 {
    u64::try_from(calendar_days(from, to)).unwrap_or(u64::MAX)
}
