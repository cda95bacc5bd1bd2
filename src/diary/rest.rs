//! What a diary holds besides settings, treatment and days.

use chrono::{DateTime, FixedOffset};

use super::final_answer::{FinalAnswer, KeptAnswer};
use super::template::Template;
use super::unknown::Unknown;

/// What a diary holds besides settings, treatment and days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rest {
    /// The trial's plan that the patient follows, if any.
    pub template: Option<Template>,
    /// The final answers that have been read, in the order in which they were.
    pub final_answers: Vec<KeptAnswer>,
    /// Fields of another version.
    pub unknown: Unknown,
}

impl Rest {
    /// Takes what a file has besides into what is here: of everything that both have, what is here.
    pub fn take(&mut self, file: &Rest) {
        self.template = self.template.take().or_else(|| file.template.clone());
        let here_alone = std::mem::replace(&mut self.unknown, file.unknown.clone());
        self.unknown.extend(here_alone);
        for answer in &file.final_answers {
            self.keep(answer.clone());
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
