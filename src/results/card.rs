//! The decision card on the page: which question is shown, what its card says, and what can be written down beside the answer.

use super::{CardOffer, Choice, OnTheDay, Page};
use crate::diary::PhaseKind;
use crate::exchange::seal;
use crate::words::{card as words, impression, names};

impl Page<'_> {
    /// The questions that days of the phase answer.
    pub(super) fn questions(&self) -> Vec<Choice> {
        let questions = self.study.questions(self.shown.phase).into_iter();
        let choice = |number: u32| Choice {
            id: number.to_string(),
            name: words::question(number),
        };
        questions.map(|question| choice(question.number)).collect()
    }

    /// What the card of the question says.
    pub(super) fn card_said(&self) -> Option<String> {
        let card = self.question.card?;
        Some(self.study.card_said(card, seal::fits(card)))
    }

    /// What has to be said beside the answer of a card.
    pub(super) fn beside_card(&self) -> Vec<String> {
        let card = self.question.card.filter(|_| self.shown.main);
        card.map(|card| self.study.beside_card(self.shown, card))
            .unwrap_or_default()
    }

    /// What was said at ends of the phase of all that has changed, where it does not stand beside the answer already, and that
    /// it points another way than the ratings.
    pub(super) fn impressions(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let beside = self.on_the_day().and_then(|day| day.global_change);
        for (occasion, change) in self.study.impressions() {
            let is_beside = beside.is_some() && occasion.is_beside(self.shown);
            if occasion.phase == self.shown.phase && !is_beside {
                lines.push(occasion.said(self.diary, change));
            }
        }
        if self.study.is_contradicted(self.shown) {
            lines.push(impression::contradicts(&names::within(
                &self.shown.item,
                &self.diary.settings,
            )));
        }
        lines
    }

    /// What can be written down beside the answer, once it is final.
    pub(super) fn on_the_day(&self) -> Option<OnTheDay> {
        if !self.shown.is_final || !self.shown.main || self.shown.kind != PhaseKind::Ldn {
            return None;
        }
        let (question, final_day) = (self.question.number, self.shown.final_day);
        let written = self.diary.rest.decision(question, final_day);
        Some(OnTheDay {
            question,
            final_day,
            global_change: self.study.said_beside(self.shown),
            decided: written.map(|written| written.decided.clone()).unwrap_or_default(),
        })
    }

    /// Which card can be written now: none for a phase that is over, nor while one waits for its day.
    pub(super) fn offer(&self) -> CardOffer {
        let shown = self.shown;
        let waits = self.study.open_card().is_some();
        let is_taken = shown.kind == PhaseKind::Ldn && !shown.ended;
        match (shown.stage(), shown.is_final) {
            _ if waits || !is_taken => CardOffer::Nothing,
            (_, true) => CardOffer::Next,
            (None, false) => CardOffer::First,
            (Some(_), false) => CardOffer::Later,
        }
    }
}
