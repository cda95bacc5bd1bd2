//! The small charts of the page.

use chrono::NaiveDate;

use super::Page;
use crate::charts::small::{self, EffectsOf, Row, Small};
use crate::diary::{Against, ItemId, StandardItem};
use crate::trial::{FEWEST, PhaseSummary, Status, WeekdayMean, Window};
use crate::words::{dates, names};

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

    pub(super) fn standard(&self) -> Option<StandardItem> {
        match &self.shown.item {
            ItemId::Standard(item) => Some(*item),
            ItemId::Own(_) => None,
        }
    }

    /// Whether one day differs from another; without that there is nothing to draw.
    fn varies(&self) -> bool {
        self.shown.contrast.status != Status::NoVariation
    }

    fn spread(&self) -> Option<Small> {
        let contrast = Some(&self.shown.contrast).filter(|_| self.varies())?;
        // Days off LDN before and after it are not in one stretch.
        contrast.reference.filter(Window::is_unbroken)?;
        let [before, after] = [contrast.reference?, contrast.window?].map(|window| [(window.from, window.to)]);
        self.spread_over([&before, &after])
    }

    /// Day by day, of all days from one to another on either side.
    pub(super) fn spread_over(&self, sides: [&[(NaiveDate, NaiveDate)]; 2]) -> Option<Small> {
        let contrast = Some(&self.shown.contrast).filter(|_| self.varies())?;
        let means = contrast.means?;
        let read = self.shown.finding().figures?;
        let [before, after] = sides.map(|stretches| {
            let mut ratings: Vec<f64> = Vec::new();
            for (from, to) in stretches {
                let days = self.study.ratings(&self.shown.item, *from, *to);
                ratings.extend(days.iter().map(|(_, rating)| *rating));
            }
            ratings
        });
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
        let standard = self.standard();
        let when = [&*self.shown.against.when(), &self.shown.during()];
        Some(small::spread(&self.name(), standard, when, &before, &after))
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
        let is_shown = |phase: &&PhaseSummary| few || phase.index == 0 || phase.index == self.shown.phase;
        let mut shown: Vec<PhaseSummary> = Vec::new();
        for phase in phases.iter().filter(is_shown) {
            shown.push(phase.clone());
        }
        let mut effects = Vec::new();
        for phase in &shown {
            effects.push(EffectsOf {
                name: phase.name_among(&shown, dates::day_and_month),
                kind: &phase.kind,
                answers: &phase.side_effects,
            });
        }
        small::side_effects(&effects, &self.diary.settings)
    }
}

/// Phases beyond which the side effects are shown for the first one and the chosen one alone.
const MOST_PHASES: usize = 6;

/// Calendar days below which a side has not two of each weekday.
const TWO_WEEKS: usize = 14;
