//! A decision card in words, and what the days say of it (A10).

use chrono::NaiveDate;

use crate::diary::{Card, Direction, ItemId, LEAST_DAYS, Points, Rating, Settings, SideEffectId};
use crate::statistics::mean;
use crate::words::{card as words, names, sentences, trial};

use super::comparison::Comparison;
use super::study::Study;
use super::window::Window;

/// The average from which a smallest worthwhile change is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Starting {
    /// The mean rating as it is read, 0 to 100.
    pub mean: u8,
    /// Whether it is that of the baseline; else of all days so far.
    pub of_baseline: bool,
    /// Which way is better.
    pub direction: Direction,
}

impl Starting {
    /// Whether less is better.
    pub fn is_lower_better(self) -> bool {
        self.direction == Direction::LowerIsBetter
    }

    /// The improvement from here to a place on the line; `None` where that is none.
    pub fn points_to(self, wanted: Rating) -> Option<Points> {
        let change = i64::from(wanted.get()) - i64::from(self.mean);
        Points::new(match self.direction {
            Direction::LowerIsBetter => -change,
            Direction::HigherIsBetter => change,
        })
    }
}

impl Study<'_> {
    /// Where a card counts from for an item: the baseline's average, or without one that of all days so far. `None` while
    /// it was never rated.
    pub fn starting(&self, item: &ItemId) -> Option<Starting> {
        let of = |ratings: &[f64], of_baseline| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
            let whole = |mean: f64| mean.round() as u8;
            Some(Starting {
                mean: whole(mean(ratings)?),
                of_baseline,
                direction: self.direction(item),
            })
        };
        let baseline = self.baseline().map(|span| self.baseline_side(span, item).values());
        baseline.and_then(|ratings| of(&ratings, true)).or_else(|| {
            let first = self.spans.first()?.from;
            let all = self.ratings(item, first, self.as_of());
            of(&all.iter().map(|(_, rating)| *rating).collect::<Vec<_>>(), false)
        })
    }

    /// What a card says, whether it was written before LDN, and whether that began on another day than planned; `fits` tells whether it is as it was sealed.
    pub fn card_said(&self, card: &Card, fits: bool) -> String {
        let (sealed, settings) = (&card.sealed, &self.diary.settings);
        let written = self.diary.day_of(sealed.at);
        let trial = self.trial_of(card);
        let begins = self
            .asks_of(card)
            .and_then(|phase| self.diary.treatment.phases().get(phase));
        let when = match (trial, begins) {
            (Some(trial), _) if written <= trial.first_day() => words::written_before_trial(written),
            (Some(_), _) => words::written_in_trial(written),
            (None, None) => words::written_without_phase(written),
            (None, Some(phase)) if written <= phase.from => words::written_before(written),
            (None, Some(_)) => words::written_later(written),
        };
        let wish = wish(card, settings);
        let asked = match trial {
            Some(_) => words::said_of_trial(card.question, &wish, self.day_of_card(card)),
            None => words::said(card.question, &wish, sealed.day),
        };
        let moved = begins.and_then(|phase| {
            let planned = sealed.ldn_from.filter(|planned| *planned != phase.from)?;
            Some(words::moved(planned, phase.from))
        });
        let changed = if fits { "" } else { words::does_not_fit() };
        sentences([
            asked,
            card.ends_it()
                .map(|effect| words::ends_it(&names::any_side_effect(effect, settings)))
                .unwrap_or_default(),
            when,
            moved.unwrap_or_default(),
            changed.to_owned(),
        ])
    }

    /// The day of a card: of one that asks of a trial of one its last day, wherever that has moved to.
    pub fn day_of_card(&self, card: &Card) -> NaiveDate {
        self.trial_of(card)
            .and_then(|trial| trial.ends.pred_opt())
            .unwrap_or(card.sealed.day)
    }

    /// What has to be said beside the answer of a card: that its day was put off, or came too late, and how often there was
    /// what would end it.
    pub fn beside_card(&self, answer: &Comparison, card: &Card) -> Vec<String> {
        let day = card.sealed.day;
        // A trial of one changes its doses by design, and ends when it ends.
        let alone = self.trial_of(card).is_none();
        let put_off = (alone && answer.final_day > day).then(|| words::put_off(day, LEAST_DAYS));
        let ended = (alone && answer.final_day < day).then(|| words::ended_before(day));
        let effect = card.ends_it().and_then(|effect| self.ended_by(answer, effect));
        [put_off, ended, effect].into_iter().flatten().collect()
    }

    /// On how many of the days compared there was a side effect; `None` where it was never answered.
    fn ended_by(&self, answer: &Comparison, effect: &SideEffectId) -> Option<String> {
        // Between the days of a trial of one on LDN lie those on placebo: its side effects stand arm by arm.
        let window = answer.contrast.window.filter(Window::is_unbroken)?;
        let days = window.from.iter_days().take_while(|day| *day <= window.to);
        let answer = |day| self.diary.day(day)?.answers().side_effects.get(effect).copied();
        let answers: Vec<bool> = days.filter_map(answer).collect();
        let yes = answers.iter().filter(|yes| **yes).count();
        let name = names::any_side_effect(effect, &self.diary.settings);
        (!answers.is_empty()).then(|| words::ended_by(&name, yes, answers.len()))
    }
}

/// "pain at least 10 points lower".
fn wish(card: &Card, settings: &Settings) -> String {
    let sealed = &card.sealed;
    let item = names::within(card.item(), settings);
    let points = trial::points(sealed.at_least.get());
    match settings.direction_of(card.item()) {
        Some(Direction::HigherIsBetter) => words::wish_higher(&item, &points),
        _ => words::wish_lower(&item, &points),
    }
}
