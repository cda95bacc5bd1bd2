//! What a diary holds besides settings, treatment and days.

mod merged;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::card::{Card, Seal, Sealed};
use super::decision::Decision;
use super::final_answer::{FinalAnswer, KeptAnswer};
use super::note::Note;
use super::phase::PhaseKind;
use super::sampling::SamplingPlan;
use super::template::Template;
use super::treatment::Treatment;
use super::unknown::Unknown;

/// The first question of a diary: it is asked without a card, too.
pub const FIRST_QUESTION: u32 = 1;

/// What a diary holds besides settings, treatment and days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rest {
    /// The trial's plan that the patient follows, if any.
    pub template: Option<Template>,
    /// On which days the diary asks.
    pub sampling: SamplingPlan,
    /// The cards, in the order of their questions; no question has two.
    cards: Vec<Card>,
    /// The final answers that have been read, in the order in which they were.
    pub final_answers: Vec<KeptAnswer>,
    /// What was written beside final answers; one for an answer at most.
    decisions: Vec<Decision>,
    /// What was said at ends of phases of all that has changed since they began, or that it is not to be asked, as it was
    /// written down: a day's check-in needs nothing of it, and `trial::impression` reads it (D9). By occasion; an answer comes
    /// before what was put away, and an earlier one before a later one, in the order of texts.
    pub impressions: Unknown,
    /// Fields of another version.
    pub unknown: Unknown,
}

impl Rest {
    /// Without cards and decisions.
    pub fn new(template: Option<Template>, final_answers: Vec<KeptAnswer>, unknown: Unknown) -> Self {
        Rest {
            template,
            final_answers,
            unknown,
            ..Rest::default()
        }
    }

    /// Takes what a file has besides into what is here: of everything that both have, what is here.
    ///
    /// A card that another one here has taken the number of asks the next question, and what the file has on its question
    /// goes with it.
    pub fn take(&mut self, file: &Rest) {
        self.template = self.template.take().or_else(|| file.template.clone());
        if self.sampling.changes().is_empty() {
            self.sampling.clone_from(&file.sampling);
        }
        let here_alone = std::mem::replace(&mut self.unknown, file.unknown.clone());
        self.unknown.extend(here_alone);
        self.take_impressions(&file.impressions);
        let mut numbers = Vec::new();
        for card in &file.cards {
            numbers.push((card.question, self.take_card(card)));
        }
        let number = |question: u32| {
            let moved = numbers.iter().find(|(from, _)| *from == question);
            moved.map_or(question, |(_, to)| *to)
        };
        for kept in &file.final_answers {
            let mut kept = kept.clone();
            kept.answer.question = number(kept.answer.question);
            self.keep(kept);
        }
        let decisions = file.decisions.iter().map(|decision| Decision {
            question: number(decision.question),
            ..decision.clone()
        });
        *self = std::mem::take(self).with_decisions(decisions);
    }

    /// Takes what was said elsewhere; of one occasion what was said first stands.
    fn take_impressions(&mut self, others: &Unknown) {
        for (occasion, said) in others {
            if self.impressions.get(occasion).is_none_or(|here| said < here) {
                self.impressions.insert(occasion.clone(), said.clone());
            }
        }
    }

    /// Takes a card of a file; gives the number of its question here.
    fn take_card(&mut self, card: &Card) -> u32 {
        if let Some(same) = self.cards.iter().find(|here| here.seal == card.seal) {
            return same.question;
        }
        let is_free = self.card(card.question).is_none();
        let question = if is_free {
            card.question
        } else {
            self.number_after(|_| true)
        };
        let card = Card {
            question,
            ..card.clone()
        };
        self.put_card(card);
        question
    }

    /// The cards, in the order of their questions.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// The same with these cards, too; one whose number is taken asks the next question.
    #[must_use]
    pub fn with_cards(mut self, cards: impl IntoIterator<Item = Card>) -> Self {
        for card in cards {
            self.take_card(&card);
        }
        self
    }

    /// Changes each card, but not which question it asks.
    pub fn change_cards(&mut self, change: impl Fn(Card) -> Card) {
        self.cards = std::mem::take(&mut self.cards).into_iter().map(change).collect();
    }

    fn put_card(&mut self, card: Card) {
        let place = self.cards.partition_point(|here| here.question < card.question);
        self.cards.insert(place, card);
    }

    /// The card of a question.
    pub fn card(&self, question: u32) -> Option<&Card> {
        self.cards.iter().find(|card| card.question == question)
    }

    /// Seals a card: it asks the first question while that has no final answer on LDN, else the next one.
    pub fn seal(&mut self, treatment: &Treatment, sealed: Sealed, seal: Seal) {
        let question = self.next_number(treatment);
        self.put_card(Card::new(question, sealed, seal));
    }

    /// Takes back the card that was sealed last; whether that was it.
    pub fn take_back(&mut self, seal: Seal) -> bool {
        let is_last = self.cards.last().is_some_and(|card| card.seal == seal);
        if is_last {
            self.cards.pop();
        }
        is_last
    }

    /// The number that the next card asks its question under. What was read of a time on something else than LDN
    /// answers no question of a card: those ask of LDN alone.
    pub fn next_number(&self, treatment: &Treatment) -> u32 {
        self.number_after(|answer| {
            let phase = treatment.phase_on(answer.since);
            phase.is_none_or(|(_, phase)| matches!(phase.kind, PhaseKind::Ldn | PhaseKind::Baseline))
        })
    }

    /// The number after those of the cards and of the answers that count.
    fn number_after(&self, counts: impl Fn(&FinalAnswer) -> bool) -> u32 {
        let asked = self.cards.last().map(|card| card.question);
        let answers = self.final_answers.iter().map(|kept| &kept.answer);
        let answered = answers
            .filter(|answer| counts(answer))
            .map(|answer| answer.question)
            .max();
        asked.max(answered).map_or(FIRST_QUESTION, |last| last + 1)
    }

    /// What was written beside final answers.
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// The same with these decisions, too; of two on one answer the first stays.
    #[must_use]
    pub fn with_decisions(mut self, decisions: impl IntoIterator<Item = Decision>) -> Self {
        for decision in decisions {
            if self.decision(decision.question, decision.final_day).is_none() {
                self.decisions.push(decision);
            }
        }
        self
    }

    /// What was written beside the answer of a question that was final on a day.
    pub fn decision(&self, question: u32, final_day: NaiveDate) -> Option<&Decision> {
        let mut decisions = self.decisions.iter();
        decisions.find(|decision| (decision.question, decision.final_day) == (question, final_day))
    }

    /// Changes what is written beside an answer, and nothing else of it.
    pub fn write(
        &mut self,
        (question, final_day): (u32, NaiveDate),
        at: DateTime<FixedOffset>,
        change: impl FnOnce(&mut Decision),
    ) {
        let blank = || Decision {
            question,
            final_day,
            at,
            global_change: None,
            decided: Note::default(),
        };
        let mut decision = self.decision(question, final_day).cloned().unwrap_or_else(blank);
        change(&mut decision);
        self.decide(Decision { at, ..decision });
    }

    /// Writes down a decision in the place of the one on the same answer; an empty one goes.
    pub fn decide(&mut self, decision: Decision) {
        let place = self.decisions.iter().position(|here| here.is_of(&decision));
        match (place, decision.is_empty()) {
            (Some(place), true) => _ = self.decisions.remove(place),
            (Some(place), false) => self.decisions[place] = decision,
            (None, true) => {}
            (None, false) => self.decisions.push(decision),
        }
    }

    /// Puts a final answer in, unless the same was kept before: the first stands.
    pub fn keep(&mut self, answer: KeptAnswer) {
        if self.kept(&answer.answer).is_none() {
            self.final_answers.push(answer);
        }
    }

    /// Puts in the final answers that are read now. What is kept from a later time was read by a clock that was wrong, and
    /// goes.
    pub fn read(&mut self, answers: &[FinalAnswer], now: DateTime<FixedOffset>) {
        self.final_answers.retain(|kept| kept.at <= now);
        for answer in answers {
            let answer = answer.clone();
            self.keep(KeptAnswer { at: now, answer });
        }
    }

    /// Whether [`Rest::read`] would change anything.
    pub fn has_read(&self, answers: &[FinalAnswer], now: DateTime<FixedOffset>) -> bool {
        self.final_answers.iter().all(|kept| kept.at <= now) && answers.iter().all(|answer| self.kept(answer).is_some())
    }

    /// The answer that was kept of the same question, days and dose.
    pub fn kept(&self, answer: &FinalAnswer) -> Option<&KeptAnswer> {
        self.final_answers.iter().find(|kept| kept.answer.is_of(answer))
    }
}
