//! A visit, and what was decided there, as they are typed (D11).

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::Problem;
use super::field::{VISIT_QUESTIONS, VISIT_WITH, VISIT_WORDS};
use crate::diary::{PhaseKind, Treatment, iso};
use crate::visits::{
    Choice, Decided, MAX_QUESTION_CHARS, MAX_QUESTIONS, MAX_WITH_CHARS, Visit, line, time_of_day, time_text,
};

/// The form of a visit as it stands on the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// Its day, as `2026-12-12`.
    pub date: String,
    /// Its time, as `14:30`; may be empty.
    pub time: String,
    /// With whom, or where; may be empty.
    pub with: String,
    /// The questions; each may be empty.
    pub questions: [String; MAX_QUESTIONS],
}

impl Typed {
    /// A visit as it was typed.
    pub fn of(visit: &Visit) -> Typed {
        let mut questions = visit.questions.iter().cloned();
        Typed {
            date: visit.date.to_string(),
            time: visit.time.map(time_text).unwrap_or_default(),
            with: visit.with.clone().unwrap_or_default(),
            questions: std::array::from_fn(|_| questions.next().unwrap_or_default()),
        }
    }

    /// The visit that is meant; of one that is changed, `before`, all else stays, and so may a day that is over by now.
    ///
    /// # Errors
    /// Every [`Problem`].
    pub fn read(
        &self,
        before: Option<&Visit>,
        today: NaiveDate,
        now: DateTime<FixedOffset>,
    ) -> Result<Visit, Vec<Problem>> {
        let mut found = Vec::new();
        let stays = |date: NaiveDate| before.is_some_and(|visit| visit.date == date);
        let date = match iso::date(&self.date) {
            None => Err(Problem::NoVisitDay),
            Some(date) if date < today && !stays(date) => Err(Problem::VisitOver),
            Some(date) => Ok(date),
        };
        let time = match (self.time.trim().is_empty(), time_of_day(&self.time)) {
            (true, _) => None,
            (false, None) => {
                found.push(Problem::BadTime);
                None
            }
            (false, time) => time,
        };
        let mut text = |field, text: &str, most| {
            line(text, most).unwrap_or_else(|characters| {
                found.push(Problem::TooLong(field, characters, most));
                None
            })
        };
        let with = text(VISIT_WITH, &self.with, MAX_WITH_CHARS);
        let mut questions = Vec::new();
        for (field, typed) in VISIT_QUESTIONS.into_iter().zip(&self.questions) {
            questions.extend(text(field, typed, MAX_QUESTION_CHARS));
        }
        match date {
            Ok(date) if found.is_empty() => Ok(Visit {
                date,
                time,
                with,
                questions,
                decided: before.and_then(|visit| visit.decided.clone()),
                put_away: before.is_some_and(|visit| visit.put_away && visit.date == date),
                changed_at: now,
                unknown: before.map(|visit| visit.unknown.clone()).unwrap_or_default(),
            }),
            date => Err(date.err().into_iter().chain(found).collect()),
        }
    }
}

/// What was decided, as it stands on the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedDecision {
    /// Which way on was chosen.
    pub what: Option<Choice>,
    /// The same in own words; may be empty.
    pub words: String,
}

impl TypedDecision {
    /// What was decided, written down on a diary day.
    ///
    /// # Errors
    /// Every [`Problem`].
    pub fn read(&self, on: NaiveDate) -> Result<Decided, Vec<Problem>> {
        let mut found = Vec::new();
        let words = line(&self.words, MAX_QUESTION_CHARS).unwrap_or_else(|characters| {
            found.push(Problem::TooLong(VISIT_WORDS, characters, MAX_QUESTION_CHARS));
            None
        });
        match self.what {
            None => found.insert(0, Problem::NoDecision),
            Some(Choice::Other) if words.is_none() && found.is_empty() => found.push(Problem::NoDecisionWords),
            Some(what) if found.is_empty() => return Ok(Decided { what, words, on }),
            Some(_) => {}
        }
        Err(found)
    }
}

/// The ways on that are offered: those whose form there is on a day. Within a trial of one nothing is started and no dose
/// changed.
pub fn choices(treatment: &Treatment, today: NaiveDate) -> Vec<Choice> {
    let phase = treatment.phase_on(today).map(|(_, phase)| &phase.kind);
    let (on_ldn, in_trial) = (phase == Some(&PhaseKind::Ldn), treatment.period_on(today).is_some());
    let takes = !matches!(phase, None | Some(PhaseKind::Baseline | PhaseKind::Washout));
    let is_offered = |choice: &Choice| match choice {
        Choice::GoOn | Choice::AskAgain | Choice::AskLess | Choice::Other => true,
        Choice::StartLdn => !in_trial && !on_ldn,
        Choice::ChangeDose => !in_trial && on_ldn,
        Choice::Stop => takes,
        Choice::OtherMedicine => !in_trial,
    };
    Choice::ALL.into_iter().filter(is_offered).collect()
}
