//! One item of one phase against what it is compared with (A2 to A6).

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::diary::{Against, Direction, ItemId, PhaseKind, Points, StandardItem};

use super::caveat::Caveat;
use super::completeness::Doses;
use super::contrast::{Contrast, Verdict};
use super::end_point::EndPoint;
use super::readings::LeftOut;
use super::status::Status;
use super::stretch::Stretch;
use super::window::{SETTLING_IN, Window};

/// One item of one phase, compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The place of the phase among the phases of the diary, counted from 0.
    pub phase: usize,
    /// What the patient took in it.
    pub kind: PhaseKind,
    /// The days on one dose of which the counted ones are taken.
    pub stretch: Stretch,
    /// Which question it answers, counted from 1.
    pub question: u32,
    /// Whether its item is the one that the question is about: it alone has a verdict (A5).
    pub main: bool,
    /// The smallest worthwhile change of a card, for its item.
    pub at_least: Option<Points>,
    /// The day that a card names for the answer.
    pub card_day: Option<NaiveDate>,
    /// The first day that counts.
    pub counts_from: NaiveDate,
    /// The item compared.
    pub item: ItemId,
    /// Which way is better.
    pub direction: Direction,
    /// What it is compared with.
    pub against: Against,
    /// Whether the phase is over: no day will be added to it.
    pub ended: bool,
    /// The last day that counts: the 84th of the dose or the day of a card, or the last of the phase if that comes first;
    /// without a card, where the reference still grows, its last one.
    pub final_day: NaiveDate,
    /// Whether that day has come: the answer stands.
    pub is_final: bool,
    /// The first day without it, where it is a trial of one that was stopped.
    pub stopped_on: Option<NaiveDate>,
    /// The day before that on which the dose is planned to change; its days then begin anew.
    pub changes_on: Option<NaiveDate>,
    /// The two sides and what they say.
    pub contrast: Contrast,
    /// Doses taken on the days compared; `None` where none was planned.
    pub doses: Option<Doses>,
    /// The trial's own end point.
    pub final_3_days: EndPoint,
    /// The same over the final 7 days.
    pub final_7_days: EndPoint,
    /// What has to be said beside it.
    pub caveats: Vec<Caveat>,
    /// Where the answer was final when it was first read: it stands, and this has what became of its days since.
    pub kept: Option<Kept>,
}

/// Why two sides have no averages to compare: what the first of them has no rating for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// No day counts.
    NoDay,
    /// Days count, and the item is rated on none of them.
    Unrated,
    /// It is rated on some of them, all of which are left out.
    LeftOut(LeftOut),
}

impl Lack {
    /// What a side lacks; `None` where it has a rating.
    fn of(side: Option<&Window>) -> Option<Lack> {
        match side {
            None => Some(Lack::NoDay),
            Some(window) if window.recorded > 0 => None,
            Some(window) if !window.left_out.is_none() => Some(Lack::LeftOut(window.left_out)),
            Some(_) => Some(Lack::Unrated),
        }
    }
}

/// What became of a final answer since it was first read.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// When that was.
    pub at: DateTime<FixedOffset>,
    /// How many of its days have another rating now, one more or one less.
    pub changed_days: usize,
    /// The comparison of the days as they are now.
    pub anew: Contrast,
}

/// Where an answer stands on its way (A3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// From few days; more may come.
    EarlyLook,
    /// From few days, and none will be added.
    FinalEarlyLook,
    /// From enough days; more may come.
    SoFar,
    /// From enough days, and it stands.
    Final,
}

/// After a final answer: what the days since then average, without a verdict.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Since {
    /// The last days of the phase after the final day, 28 at most.
    pub window: Window,
    /// Their mean, 0 to 100.
    pub mean: f64,
}

/// The main item unless a card names another (A5): five with a verdict each would find something in every fifth unchanged
/// diary.
pub const MAIN_ITEM: StandardItem = StandardItem::Pain;

impl Comparison {
    /// Whether it is of pain, which alone has the landmark of an important drop.
    pub fn is_pain(&self) -> bool {
        self.item == StandardItem::Pain.into()
    }

    /// Where the 95 % interval lies, unrounded; `None` for any but the main item and without a likely range.
    pub fn verdict(&self) -> Option<Verdict> {
        let range = self.contrast.range.filter(|_| self.main)?;
        Some(Verdict::of(range.difference95, self.direction))
    }

    /// Whether its days begin later than those of its dose do: those of a further question are the last ones up to its day.
    pub fn begins_later(&self) -> bool {
        u64::try_from((self.counts_from - self.stretch.from).num_days()).is_ok_and(|days| days > SETTLING_IN)
    }

    /// What the days compared with lack; `None` where one of them has a rating.
    pub fn reference_lacks(&self) -> Option<Lack> {
        Lack::of(self.contrast.reference.as_ref())
    }

    /// The same of the days compared.
    pub fn window_lacks(&self) -> Option<Lack> {
        Lack::of(self.contrast.window.as_ref())
    }

    /// Whether a first day of this dose can still count.
    pub fn can_still_count(&self) -> bool {
        let is_before = |day: NaiveDate| self.counts_from < day;
        !self.ended && self.counts_from <= self.final_day && self.changes_on.is_none_or(is_before)
    }

    /// Whether no dose of a phase that goes on is taken at the moment, so that no day is added.
    pub fn is_paused(&self, as_of: NaiveDate) -> bool {
        !self.ended && self.stretch.to < as_of
    }

    /// Where the answer stands; `None` without a likely range.
    pub fn stage(&self) -> Option<Stage> {
        match (self.contrast.status, self.is_final) {
            (Status::EarlyLook { .. }, false) => Some(Stage::EarlyLook),
            (Status::EarlyLook { .. }, true) => Some(Stage::FinalEarlyLook),
            (Status::Ready, false) => Some(Stage::SoFar),
            (Status::Ready, true) => Some(Stage::Final),
            _ => None,
        }
    }

    /// One of its two end points over so many final days, once it can be read: the days compared are final or the phase is
    /// over, and each of the final days is recorded (A6).
    pub fn readable(&self, end: &EndPoint, days: usize) -> bool {
        (self.is_final || self.ended) && end.n == days
    }
}
