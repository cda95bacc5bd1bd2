//! A trial's plan, and the patient's place in it (P3). A template only suggests.

use chrono::NaiveDate;

use super::phase::PhaseKind;
use super::treatment::Treatment;

/// A plan of phases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Template {
    /// 14 days of baseline, 84 of LDN and 28 of placebo in either order, 28 of follow-up (Younger et al. 2013).
    Stanford2013 {
        /// Whether placebo comes before LDN.
        placebo_first: bool,
    },
    /// 14 days of baseline, 14 of placebo, 56 of LDN, 14 of washout (Younger & Mackey 2009).
    Stanford2009,
    /// 14 days of baseline, 56 of LDN (Parkitny & Younger 2017).
    TenWeek,
    /// The patient's own plan.
    Own(Vec<PlannedPhase>),
}

/// A phase of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPhase {
    /// Its condition.
    pub kind: PhaseKind,
    /// Its length in days.
    pub days: u16,
}

/// The place in a plan: "Day 9 of 14, baseline". `day` goes past `of` when a phase runs longer than planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The day within the phase, from 1.
    pub day: i64,
    /// The planned length of the phase in days.
    pub of: i64,
    /// The condition of the phase.
    pub kind: PhaseKind,
}

impl Template {
    /// The phases of the plan, in order. The follow-up of the 2013 trial is a washout here: nothing was taken.
    pub fn phases(&self) -> Vec<PlannedPhase> {
        use PhaseKind::{Baseline, Ldn, Placebo, Washout};
        let plan: &[(PhaseKind, u16)] = match self {
            Template::Stanford2013 { placebo_first: false } => {
                &[(Baseline, 14), (Ldn, 84), (Placebo, 28), (Washout, 28)]
            }
            Template::Stanford2013 { placebo_first: true } => {
                &[(Baseline, 14), (Placebo, 28), (Ldn, 84), (Washout, 28)]
            }
            Template::Stanford2009 => &[(Baseline, 14), (Placebo, 14), (Ldn, 56), (Washout, 14)],
            Template::TenWeek => &[(Baseline, 14), (Ldn, 56)],
            Template::Own(phases) => return phases.clone(),
        };
        plan.iter()
            .map(|(kind, days)| PlannedPhase {
                kind: kind.clone(),
                days: *days,
            })
            .collect()
    }
}

/// The place of a day in a plan.
///
/// The first LDN phase of the diary is looked up as the first of the plan, the second as the second, and so on for each
/// kind, so that an extra phase does not shift the rest. None if the day is in no phase, or in one that is not planned.
pub fn place(template: &Template, treatment: &Treatment, date: NaiveDate) -> Option<Place> {
    let (index, phase) = treatment.phase_on(date)?;
    let earlier = treatment.phases()[..index]
        .iter()
        .filter(|other| other.kind == phase.kind)
        .count();
    let planned = template
        .phases()
        .into_iter()
        .filter(|plan| plan.kind == phase.kind)
        .nth(earlier)?;
    Some(Place {
        day: (date - phase.from).num_days() + 1,
        of: i64::from(planned.days),
        kind: phase.kind.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::phase::Phase;
    use crate::testing::date;

    fn treatment() -> Treatment {
        let phases = [
            (PhaseKind::Baseline, "2026-01-05"),
            (PhaseKind::Ldn, "2026-01-19"),
            (PhaseKind::Washout, "2026-04-13"),
        ];
        Treatment::new(
            phases.map(|(kind, from)| Phase::new(kind, date(from), None)).into(),
            vec![],
        )
        .unwrap()
    }

    fn shown(template: &Template, on: &str) -> Option<(i64, i64, PhaseKind)> {
        place(template, &treatment(), date(on)).map(|place| (place.day, place.of, place.kind))
    }

    // P3: "Day 9 of 14, baseline".
    #[test]
    fn a_template_shows_the_place_in_it() {
        let stanford = Template::Stanford2013 { placebo_first: true };
        assert_eq!(shown(&stanford, "2026-01-13"), Some((9, 14, PhaseKind::Baseline)));
        assert_eq!(shown(&stanford, "2026-01-19"), Some((1, 84, PhaseKind::Ldn)));
        assert_eq!(shown(&stanford, "2026-04-12"), Some((84, 84, PhaseKind::Ldn)));
        assert_eq!(shown(&stanford, "2026-05-30"), Some((48, 28, PhaseKind::Washout)));
        assert_eq!(shown(&stanford, "2026-01-04"), None);
        assert_eq!(shown(&Template::TenWeek, "2026-04-13"), None, "no washout is planned");
    }

    #[test]
    fn the_plans_are_those_of_the_trials() {
        let days = |template: Template| template.phases().iter().map(|phase| phase.days).collect::<Vec<_>>();
        assert_eq!(days(Template::Stanford2013 { placebo_first: false }), [14, 84, 28, 28]);
        assert_eq!(days(Template::Stanford2013 { placebo_first: true }), [14, 28, 84, 28]);
        assert_eq!(days(Template::Stanford2009), [14, 14, 56, 14]);
        assert_eq!(days(Template::TenWeek), [14, 56]);
    }

    #[test]
    fn a_second_phase_of_a_kind_is_looked_up_as_the_second_of_the_plan() {
        let own = Template::Own(vec![
            PlannedPhase {
                kind: PhaseKind::Ldn,
                days: 10,
            },
            PlannedPhase {
                kind: PhaseKind::Ldn,
                days: 20,
            },
        ]);
        let phases = ["2026-01-05", "2026-01-19", "2026-02-19"];
        let phases = phases.map(|from| Phase::new(PhaseKind::Ldn, date(from), None)).into();
        let treatment = Treatment::new(phases, vec![]).unwrap();
        assert_eq!(
            place(&own, &treatment, date("2026-01-20")).map(|place| place.of),
            Some(20)
        );
        assert_eq!(place(&own, &treatment, date("2026-02-20")), None);
    }
}
