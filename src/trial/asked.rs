//! Which questions the days of a phase answer, and which of those days count.

use chrono::NaiveDate;

use crate::diary::{Card, FIRST_QUESTION, Phase, PhaseKind, PhaseSpan};

use super::question::{Frame, Question};
use super::stretch::Stretch;
use super::study::Study;

impl<'a> Study<'a> {
    /// The questions that days of a phase answer, in the order of their numbers; one at least.
    pub fn questions(&self, phase: usize) -> Vec<Question<'a>> {
        let cards = self.diary.rest.cards().iter();
        let of_cards: Vec<Question<'a>> = cards
            .filter(|card| self.asks_of(card) == Some(phase))
            .map(Question::of)
            .collect();
        let first = of_cards.first().is_none_or(|question| question.number > FIRST_QUESTION);
        let first = first.then_some(Question::FIRST);
        first.into_iter().chain(of_cards).collect()
    }

    /// The question that is shown of a phase unless another is chosen: the last one whose answer has a likely range, else
    /// the last one.
    pub fn question(&self, phase: usize) -> Question<'a> {
        let questions = self.questions(phase);
        let last = questions.last().copied().unwrap_or(Question::FIRST);
        if questions.len() < 2 {
            return last;
        }
        let has_range = |question: &&Question<'_>| {
            let answer = self.answer(phase, &question.item(), question);
            answer.is_some_and(|answer| answer.contrast.status.has_range())
        };
        questions.iter().rev().find(has_range).copied().unwrap_or(last)
    }

    /// The LDN phase that a card asks of: the one that holds its day, or the last one before it. `None` where there is none,
    /// that was over when the card was written, and for the card of a trial of one.
    pub fn asks_of(&self, card: &Card) -> Option<usize> {
        if self.trial_of(card).is_some() {
            return None;
        }
        let phases = self.diary.treatment.phases();
        let begun = |phase: &Phase| phase.kind == PhaseKind::Ldn && phase.from <= card.sealed.day;
        // A trial of one has its own answer.
        let alone = |index: &usize| !phases[*index].of_trial;
        let index = (0..phases.len())
            .rev()
            .find(|index| begun(&phases[*index]) && alone(index))?;
        let ended_before = phases
            .get(index + 1)
            .is_some_and(|next| next.from <= self.diary.day_of(card.sealed.at));
        (!ended_before).then_some(index)
    }

    /// The days of a phase that answer a question: on the dose that is taken on its day, or last before it.
    pub(super) fn frame(&self, span: &PhaseSpan<'_>, question: &Question<'_>) -> Frame {
        let stretches = self.stretches(span);
        let latest = self.latest_stretch(span);
        let Some(day) = question.day() else {
            return self.frame_of(span, latest, question);
        };
        // A change shortly before the day puts it off, and so may the next one.
        let begun = |day: NaiveDate| stretches.iter().rfind(|stretch| stretch.from <= day).copied();
        let mut stretch = begun(day).or(stretches.first().copied()).unwrap_or(latest);
        while let Some(later) =
            begun(question.bounds(self.settles_from(stretch.from)).1).filter(|later| later.from > stretch.from)
        {
            stretch = later;
        }
        self.frame_of(span, stretch, question)
    }

    /// The days of one stretch that a question counts.
    pub(super) fn frame_of(&self, span: &PhaseSpan<'_>, stretch: Stretch, question: &Question<'_>) -> Frame {
        let (from, last) = question.bounds(self.settles_from(stretch.from));
        // A dose before a change ends with it, unless a card names its day.
        let changed = (question.card.is_none() && stretch != self.latest_stretch(span)).then_some(stretch.to);
        let ends = changed.or_else(|| self.last_day(span)).unwrap_or(NaiveDate::MAX);
        Frame {
            stretch,
            from,
            final_day: last.min(ends),
        }
    }
}
