//! The small charts of the page.

use super::{Page, words};
use crate::charts::small::{self, Row, Small};
use crate::charts::words as names;
use crate::diary::{ItemId, StandardItem};
use crate::trial::{Status, Window, in_phase};

impl Page<'_> {
    pub(super) fn small(&self) -> Vec<Small> {
        [self.spread(), self.doses(), self.weekdays(), self.side_effects()]
            .into_iter()
            .flatten()
            .collect()
    }

    fn name(&self) -> String {
        names::any_item(&self.shown.item, &self.diary.settings)
    }

    /// Whether one day differs from another; without that there is nothing to draw.
    fn varies(&self) -> bool {
        self.shown.contrast.status != Status::NoVariation
    }

    fn spread(&self) -> Option<Small> {
        let contrast = Some(&self.shown.contrast).filter(|_| self.varies())?;
        let (means, before, after) = (contrast.means?, contrast.baseline?, contrast.window?);
        let read = self.shown.finding().figures?;
        let ratings = |window: &Window| -> Vec<f64> {
            let ratings = self.study.ratings(&self.shown.item, window.from, window.to);
            ratings.iter().map(|(_, rating)| *rating).collect()
        };
        let (before, after) = (ratings(&before), ratings(&after));
        let before = Row {
            name: "Before",
            ratings: &before,
            spread: means.baseline,
            mean: read.before,
        };
        let after = Row {
            name: words::in_phase_capital(self.shown.kind),
            ratings: &after,
            spread: means.phase,
            mean: read.after,
        };
        let ends = match &self.shown.item {
            ItemId::Standard(item) => short_ends(*item),
            ItemId::Own(_) => ("", ""),
        };
        let days = contrast.window?.days();
        Some(small::spread(&self.name(), ends, days, &before, &after))
    }

    fn doses(&self) -> Option<Small> {
        let steps = self.study.dose_steps(self.shown.phase, &self.shown.item);
        small::doses(&self.name(), &steps, self.shown.direction)
    }

    /// The whole phase against the whole baseline: two weeks have only two of each weekday.
    fn weekdays(&self) -> Option<Small> {
        let baseline = self.shown.contrast.baseline.filter(|_| self.varies())?;
        let phase = self.phase()?;
        let week = |from, to| self.study.weekdays(&self.shown.item, from, to);
        let names = ["Before", in_phase(self.shown.kind)];
        Some(small::weekdays(
            &self.name(),
            names,
            phase.days,
            &week(baseline.from, baseline.to),
            &week(phase.from, phase.to),
        ))
    }

    /// The phases that matter for the one that is shown: all, unless there are many.
    fn side_effects(&self) -> Option<Small> {
        let phases = self.phases;
        let few = phases.len() <= MOST_PHASES;
        let shown = phases
            .iter()
            .filter(|phase| few || phase.index == 0 || phase.index == self.shown.phase);
        small::side_effects(&shown.cloned().collect::<Vec<_>>(), &self.diary.settings)
    }
}

/// Phases beyond which the side effects are shown for the first one and the chosen one alone.
const MOST_PHASES: usize = 6;

/// The ends of a scale where there is little room.
fn short_ends(item: StandardItem) -> (&'static str, &'static str) {
    match item {
        StandardItem::SleepQuality => ("no sleep", "slept very well"),
        StandardItem::Tolerability => ("not tolerated", "perfectly tolerated"),
        StandardItem::Thinking => ("could not think", "thought clearly"),
        _ => ("none", "worst"),
    }
}
