//! The days of a trial of one, read for its pooled answer.

use chrono::{Days, NaiveDate};

use crate::diary::{
    Against, Arm, Came, Card, Deviation, Direction, FIRST_QUESTION, FinalAnswer, ItemId, PhaseKind, SortedMap,
    StandardItem, TrialOfOne,
};
use crate::statistics::{mean, sign_flips};

use super::comparison::{Comparison, MAIN_ITEM};
use super::completeness::{Completeness, CompletenessWarning, Doses};
use super::contrast::{Aim, Side};
use super::end_point::EndPoint;
use super::phase_summary::{ItemSummary, SideEffectSummary};
use super::pooled::{ArmSummary, Guesses, Pair, Pooled, TrialCaveat};
use super::readings::between;
use super::stretch::Stretch;
use super::study::{Answered, Study, contrasted};
use super::window::{SETTLING_IN, Window};

/// A period as it is read.
struct Read {
    number: u8,
    arm: Arm,
    /// All its blinded days that have come; the last may lie before the first where none has.
    from: NaiveDate,
    to: NaiveDate,
}

impl Read {
    /// The days that count; `None` where there are none.
    fn counted(&self) -> Option<(NaiveDate, NaiveDate)> {
        let from = self.from.checked_add_days(Days::new(SETTLING_IN))?;
        (from <= self.to).then_some((from, self.to))
    }
}

/// The days that count of all periods, with what was taken on them.
fn counted(periods: &[Read]) -> Vec<(Arm, NaiveDate, NaiveDate)> {
    let mut counted = Vec::new();
    for period in periods {
        counted.extend(period.counted().map(|(from, to)| (period.arm, from, to)));
    }
    counted
}

impl Study<'_> {
    /// The answers of the trials that are unsealed, each for its main item.
    pub fn all_pooled(&self) -> Vec<Pooled> {
        let mut found = Vec::new();
        for (place, trial) in self.trials().iter().enumerate() {
            found.extend(self.pooled(place, &self.main_item_of(trial)));
        }
        found
    }

    /// One item of one trial; `None` before its reveal.
    pub fn pooled(&self, place: usize, item: &ItemId) -> Option<Pooled> {
        let trial = self.trials().get(place)?;
        trial.revealed.as_ref()?;
        let (periods, final_day) = self.read(trial)?;
        let main = self.main_item_of(trial);
        let card = self.card_of(trial).filter(|card| card.item() == item);
        let direction = self.direction(item);
        let aim = Aim {
            direction,
            at_least: card.map(|card| card.sealed.at_least),
        };
        let counted = counted(&periods);
        let question = self.card_of(trial).map_or(FIRST_QUESTION, |card| card.question);
        let is_final = final_day <= self.as_of;
        let kept = self.kept_answer(&Answered {
            question,
            item,
            against: (&Against::Placebo, None),
            days: (trial.first_day(), final_day),
        });
        let [placebo, ldn] = self.sides(item, &counted);
        let sides = [placebo.as_ref(), ldn.as_ref()];
        let (contrast, kept) = contrasted(sides, aim, |_| None, kept.filter(|_| is_final));
        let pairs = self.pairs(&periods, item);
        let better: Vec<f64> = pairs
            .iter()
            .filter_map(|pair| pair.difference())
            .map(|difference| match direction {
                Direction::LowerIsBetter => -difference,
                Direction::HigherIsBetter => difference,
            })
            .collect();
        let arms = Arm::ALL.map(|arm| self.arm(trial, &periods, arm));
        let phases = self.diary.treatment.phases().iter();
        let end_point = EndPoint {
            n: 0,
            mean: None,
            percent_improvement: None,
        };
        let answer = Comparison {
            phase: phases.map(|phase| phase.from).position(|from| trial.contains(from))?,
            kind: PhaseKind::Ldn,
            stretch: Stretch {
                from: trial.first_day(),
                to: final_day.min(self.as_of),
            },
            question,
            main: main == *item,
            at_least: aim.at_least,
            card_day: None,
            stopped_on: trial.stopped_at.map(|_| trial.ends).filter(|day| *day <= self.as_of),
            counts_from: trial.first_day(),
            item: item.clone(),
            direction,
            against: Against::Placebo,
            ended: is_final,
            final_day,
            is_final,
            changes_on: None,
            doses: None,
            final_3_days: end_point,
            final_7_days: end_point,
            caveats: Vec::new(),
            contrast,
            kept,
        };
        Some(Pooled {
            trial: place,
            answer,
            counted,
            pairs,
            arms,
            randomisation: sign_flips(&better),
        })
    }

    /// The periods of a trial that is unsealed, and its last day that can count.
    fn read(&self, trial: &TrialOfOne) -> Option<(Vec<Read>, NaiveDate)> {
        let last = trial.unsealed_on().map_or(trial.ends, |day| day.min(trial.ends));
        let mut periods = Vec::new();
        for (number, from, until) in trial.spans() {
            periods.push(Read {
                number,
                arm: trial.arm(number)?,
                from,
                to: until.min(last).pred_opt()?.min(self.as_of),
            });
        }
        Some((periods, last.pred_opt()?))
    }

    /// The days of an item that count of a trial, period by period; none before its reveal.
    pub fn windows_of_trial(&self, trial: &TrialOfOne, item: &ItemId) -> Vec<Window> {
        let mut windows = Vec::new();
        let read = self.read(trial);
        for (_, from, to) in read.map(|(periods, _)| counted(&periods)).unwrap_or_default() {
            windows.push(Side::of(&self.readings, item, (from, to)).window);
        }
        windows
    }

    /// Both sides of the days that count: placebo, and LDN.
    fn sides(&self, item: &ItemId, counted: &[(Arm, NaiveDate, NaiveDate)]) -> [Option<Side>; 2] {
        [Arm::Placebo, Arm::Ldn].map(|arm| {
            let mut days = Vec::new();
            for (_, from, to) in counted.iter().filter(|period| period.0 == arm) {
                days.push((*from, *to));
            }
            Side::together(&self.readings, item, &days)
        })
    }

    /// A pooled answer with a verdict as it is to be kept; `None` where it is not final, or was kept before.
    pub fn pooled_to_keep(&self, pooled: &Pooled) -> Option<FinalAnswer> {
        self.kept_of(&pooled.answer, || {
            let [placebo, ldn] = self.sides(&pooled.answer.item, &pooled.counted);
            placebo.zip(ldn)
        })
    }

    /// The items that were rated in a trial that is unsealed, in their order.
    pub fn items_of_trial(&self, trial: &TrialOfOne) -> Vec<ItemId> {
        let last = trial.ends.pred_opt().unwrap_or(trial.ends).min(self.as_of);
        let mut found = Vec::new();
        for (item, rated) in &self.readings.items {
            if trial.revealed.is_some() && !between(rated, trial.first_day(), last, |rating| rating.0).is_empty() {
                found.push(item.clone());
            }
        }
        found
    }

    /// What has to be known before believing the answer of a trial, in the order in which it is to be read.
    pub fn caveats_of_trial(&self, pooled: &Pooled) -> Vec<TrialCaveat> {
        let (trial, arms) = (&self.trials()[pooled.trial], &pooled.arms);
        let (contrast, pairs) = (&pooled.answer.contrast, &pooled.pairs);
        let is_compared = contrast.means.is_some();
        let mut found = Vec::new();
        if is_compared {
            found.push(TrialCaveat::Drawn);
        }
        found.extend(TrialCaveat::of_guesses(arms));
        found.extend(TrialCaveat::of_order(pairs).filter(|_| is_compared));
        let mut moved = 0;
        for deviation in trial.deviations() {
            match deviation {
                Deviation::RevealedEarly(day) => found.push(TrialCaveat::RevealedEarly(day)),
                Deviation::SeenBefore(day) => found.push(TrialCaveat::SeenBefore(day)),
                Deviation::Stopped(_, day) => found.push(TrialCaveat::Stopped(day)),
                Deviation::Moved(..) => moved += 1,
                Deviation::Length(..) => {}
            }
        }
        let last = trial.unsealed_on().map_or(trial.ends, |day| day.min(trial.ends));
        let last = last.pred_opt().unwrap_or(last).min(self.as_of);
        let missing = pairs.iter().filter(|pair| pair.difference().is_none()).count();
        let few_doses = arms.iter().any(|arm| arm.doses.are_few());
        let days = self.readings.days_between(trial.first_day(), last);
        let other_medicine = days.iter().filter(|day| day.other_medicine_changed).count();
        let (mut late, mut imported) = (0, 0);
        for day in self.diary.days() {
            let came = day.came(self.diary.settings.day_ends_at);
            if (trial.first_day()..=last).contains(&day.date()) && self.counting().counts(came) {
                late += usize::from(came == Came::Late);
                imported += usize::from(came == Came::Imported);
            }
        }
        let sides = contrast.reference.zip(contrast.window).filter(|_| is_compared);
        let warnings = sides.map(|(reference, window)| Completeness::of(&reference, &window).warnings());
        let warnings = warnings.unwrap_or_default();
        let further = [
            (moved > 0, TrialCaveat::Moved(moved)),
            (missing > 0, TrialCaveat::PairMissing(missing)),
            (few_doses, TrialCaveat::DosesMissed),
            (other_medicine > 0, TrialCaveat::OtherMedicineChanged(other_medicine)),
            (late > 0, TrialCaveat::Late(late)),
            (imported > 0, TrialCaveat::Imported(imported)),
            (warnings.contains(&CompletenessWarning::Uneven), TrialCaveat::UnevenDays),
            (
                warnings.contains(&CompletenessWarning::Low),
                TrialCaveat::ManyDaysMissing,
            ),
            (is_compared, TrialCaveat::CarryOver),
        ];
        found.extend(
            further
                .into_iter()
                .filter_map(|(holds, caveat)| holds.then_some(caveat)),
        );
        found
    }

    /// The card that asks of a trial: the last one that was sealed before it began, for a day in it or after, or while nobody
    /// knew its order, of no time on LDN that was planned.
    pub fn card_of(&self, trial: &TrialOfOne) -> Option<&Card> {
        let knew = |card: &Card, sealed: NaiveDate| {
            let revealed = trial
                .revealed
                .as_ref()
                .is_some_and(|revealed| revealed.at <= card.sealed.at);
            revealed || trial.seen_on.is_some_and(|seen| seen <= sealed)
        };
        self.diary.rest.cards().iter().rfind(|card| {
            let sealed = self.diary.day_of(card.sealed.at);
            let before = sealed <= trial.first_day() && trial.first_day() <= card.sealed.day;
            let within = trial.contains(sealed) && card.sealed.ldn_from.is_none();
            before || within && !knew(card, sealed)
        })
    }

    /// The trial that a card asks of; `None` of one that asks of a time on LDN.
    pub fn trial_of(&self, card: &Card) -> Option<&TrialOfOne> {
        self.trials().iter().find(|trial| self.card_of(trial) == Some(card))
    }

    /// The card that waits: for its day, or where it asks of a trial of one, for the reveal.
    pub fn open_card(&self) -> Option<&Card> {
        self.diary.rest.cards().iter().rfind(|card| match self.trial_of(card) {
            Some(trial) => trial.revealed.is_none(),
            None => card.sealed.day > self.as_of,
        })
    }

    /// The item that a trial is about: that of its card, else pain.
    pub fn main_item_of(&self, trial: &TrialOfOne) -> ItemId {
        self.card_of(trial).map_or(MAIN_ITEM.into(), |card| card.item().clone())
    }

    /// Whether the days of a trial are all there: its last one has come.
    pub fn is_over(&self, trial: &TrialOfOne) -> bool {
        trial.ends.pred_opt().is_none_or(|last| last <= self.as_of)
    }

    /// On how many of these days anything was answered, and how many have come.
    pub fn recorded_between(&self, from: NaiveDate, to: NaiveDate) -> (usize, usize) {
        let to = to.min(self.as_of);
        if to < from {
            return (0, 0);
        }
        (
            self.readings.days_between(from, to).len(),
            self.readings.days_to_record(from, to),
        )
    }

    /// On how many days of a trial it was taken, and how many have come, whatever it was.
    pub fn sealed_doses(&self, trial: &TrialOfOne) -> (usize, usize) {
        let to = trial.ends.pred_opt().unwrap_or(trial.ends).min(self.as_of);
        let (_, days) = self.recorded_between(trial.first_day(), to);
        (self.readings.doses_taken(trial.first_day(), to), days)
    }

    fn pairs(&self, periods: &[Read], item: &ItemId) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for (number, both) in (1..).zip(periods.chunks(2)) {
            let of = |arm: Arm| {
                let period = both.iter().find(|period| period.arm == arm)?;
                let (from, to) = period.counted()?;
                let ratings = self.readings.of_item(item, from, to);
                let values: Vec<f64> = ratings.iter().map(|(_, rating)| *rating).collect();
                Some((mean(&values)?, values.len()))
            };
            pairs.push(Pair {
                number,
                first: both[0].arm,
                ldn: of(Arm::Ldn),
                placebo: of(Arm::Placebo),
            });
        }
        pairs
    }

    fn arm(&self, trial: &TrialOfOne, periods: &[Read], arm: Arm) -> ArmSummary {
        let mut summary = ArmSummary {
            arm,
            periods: 0,
            days: 0,
            recorded: 0,
            doses: Doses { taken: 0, planned: 0 },
            tolerability: None,
            side_effects: SortedMap::default(),
            guesses: Guesses::default(),
        };
        let mine = || {
            periods
                .iter()
                .filter(|period| period.arm == arm && period.from <= period.to)
        };
        let mut tolerated = Vec::new();
        for period in mine() {
            let (from, to) = (period.from, period.to);
            summary.periods += 1;
            summary.days += self.readings.days_to_record(from, to);
            summary.recorded += self.readings.days_between(from, to).len();
            summary.doses.taken += self.readings.doses_taken(from, to);
            tolerated.extend_from_slice(self.readings.of_item(&StandardItem::Tolerability.into(), from, to));
            match trial.guesses.get(&period.number).map(|guess| guess.arm) {
                None => {}
                Some(None) => summary.guesses.unknown += 1,
                Some(Some(guess)) if guess == arm => summary.guesses.right += 1,
                Some(Some(_)) => summary.guesses.wrong += 1,
            }
        }
        summary.doses.planned = summary.days;
        summary.tolerability = ItemSummary::of(&tolerated);
        for (effect, column) in &self.readings.side_effects {
            let mut answers = Vec::new();
            for period in mine() {
                answers.extend_from_slice(between(column, period.from, period.to, |entry| entry.0));
            }
            if let Some(found) = SideEffectSummary::of(&answers) {
                summary.side_effects.insert(effect.clone(), found);
            }
        }
        summary
    }
}
