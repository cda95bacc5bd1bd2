//! The small charts of the page.

use super::Page;
use crate::charts::small::{self, Row, Small};
use crate::diary::{Against, ItemId};
use crate::trial::{FEWEST, Status, WeekdayMean, Window};
use crate::words::names;

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
        // Days off LDN before and after it are not in one stretch.
        contrast.reference.filter(Window::is_unbroken)?;
        let (means, before, after) = (contrast.means?, contrast.reference?, contrast.window?);
        let read = self.shown.finding().figures?;
        let ratings = |window: &Window| -> Vec<f64> {
            let ratings = self.study.ratings(&self.shown.item, window.from, window.to);
            ratings.iter().map(|(_, rating)| *rating).collect()
        };
        let (before, after) = (ratings(&before), ratings(&after));
        let before = Row {
            name: &self.reference_name(),
            ratings: &before,
            spread: means.reference,
            mean: read.before,
        };
        let after = Row {
            name: &self.shown.at_first(),
            ratings: &after,
            spread: means.phase,
            mean: read.after,
        };
        let standard = match &self.shown.item {
            ItemId::Standard(item) => Some(*item),
            ItemId::Own(_) => None,
        };
        let when = [&*self.shown.against.when(), &self.shown.during()];
        let days = contrast.window?.days;
        Some(small::spread(&self.name(), standard, when, days, &before, &after))
    }

    fn doses(&self) -> Option<Small> {
        let steps = self.study.dose_steps(self.shown);
        small::doses(&self.name(), &steps, self.shown.direction, &self.shown.against)
    }

    /// The whole phase against the whole baseline: two weeks have only two of each weekday, and fewer days say nothing of them.
    fn weekdays(&self) -> Option<Small> {
        let is_one = self.shown.against == Against::Baseline && self.varies();
        let baseline = self.shown.contrast.reference.filter(|_| is_one)?;
        let phase = self.phase()?;
        let week = |from, to| self.study.weekdays(&self.shown.item, from, to);
        let (before, after) = (week(baseline.from, baseline.to), week(phase.from, phase.to));
        let rated = |week: &[WeekdayMean; 7]| week.iter().map(|day| day.n).sum::<usize>();
        let is_enough = |days, week| days >= TWO_WEEKS && rated(week) >= FEWEST;
        (is_enough(baseline.days, &before) && is_enough(phase.days, &after))
            .then(|| small::weekdays(&self.name(), &phase.kind, phase.days, &before, &after))
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

/// Calendar days below which a side has not two of each weekday.
const TWO_WEEKS: usize = 14;
