//! What is asked on a day, and how much of it is answered.

use chrono::NaiveDate;

use super::dose::Dose;
use super::id::{ItemId, SideEffectId};
use super::item::StandardItem;
use super::phase::PhaseKind;
use super::{Answers, Diary};

/// The questions of one diary day, in the order of the trial: ratings, side effects, then the dose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckIn {
    /// What is rated, standard items first. Tolerability is asked in an LDN or placebo phase alone (D2).
    pub items: Vec<ItemId>,
    /// What is answered with yes or no.
    pub side_effects: Vec<SideEffectId>,
    /// Whether the dose is asked: not on a day that is too bad for more than pain and fatigue.
    pub asks_dose: bool,
    /// Whether that question is of what is sealed, in a trial of one: taken or not taken, and no dose (T2).
    pub asks_sealed_dose: bool,
    /// Whether the diary has a trial of one, of which more may be asked (D9).
    pub has_trial: bool,
    /// The dose that was planned for the day, to be offered first; the dose is asked with or without one.
    pub planned_dose: Option<Dose>,
}

impl CheckIn {
    /// What is asked on a date: what is switched on, and what has an answer already though it is not asked any more. On
    /// a day with the rest left out on purpose, pain and fatigue alone are asked (W5).
    pub fn of(diary: &Diary, date: NaiveDate) -> Self {
        let answers = diary.day(date).map(|day| day.answers().clone()).unwrap_or_default();
        let (mut items, mut side_effects) = asked(diary, date, answers.left_out);
        for item in answers.items.keys() {
            if let Err(place) = items.binary_search(item) {
                items.insert(place, item.clone());
            }
        }
        side_effects.extend(
            answers
                .side_effects
                .keys()
                .filter(|id| !side_effects.contains(id))
                .cloned()
                .collect::<Vec<_>>(),
        );
        let asks_dose = !answers.left_out || answers.dose_taken.is_some() || answers.sealed_dose.is_some();
        Self {
            items,
            side_effects,
            asks_dose,
            asks_sealed_dose: diary.asks_sealed_dose(date),
            has_trial: diary.treatment.trials.is_some(),
            planned_dose: diary.treatment.planned_dose(date),
        }
    }

    /// What is asked on a date before any answer, were its rest not left out.
    pub fn but_for_left_out(diary: &Diary, date: NaiveDate) -> Self {
        let (items, side_effects) = asked(diary, date, false);
        Self {
            items,
            side_effects,
            asks_dose: true,
            asks_sealed_dose: diary.asks_sealed_dose(date),
            has_trial: diary.treatment.trials.is_some(),
            planned_dose: diary.treatment.planned_dose(date),
        }
    }

    /// How many of the questions have an answer, and how many there are.
    pub fn progress(&self, answers: &Answers) -> (usize, usize) {
        let items = self
            .items
            .iter()
            .filter(|item| answers.items.contains_key(item))
            .count();
        let side_effects = self
            .side_effects
            .iter()
            .filter(|id| answers.side_effects.contains_key(id))
            .count();
        let dose = if self.asks_sealed_dose {
            answers.sealed_dose.is_some()
        } else {
            answers.dose_taken.is_some()
        };
        let dose = usize::from(dose);
        (
            items + side_effects + dose,
            self.items.len() + self.side_effects.len() + usize::from(self.asks_dose),
        )
    }
}

/// Items and side effects that are asked on a date, before any answer.
fn asked(diary: &Diary, date: NaiveDate, too_unwell: bool) -> (Vec<ItemId>, Vec<SideEffectId>) {
    if too_unwell {
        return (
            [StandardItem::Pain, StandardItem::Fatigue].map(ItemId::from).to_vec(),
            Vec::new(),
        );
    }
    let kind = diary.treatment.phase_on(date).map(|(_, phase)| &phase.kind);
    let is_tolerated = kind.is_some_and(PhaseKind::is_taken);
    let on = diary.settings.items_on().iter();
    let asked = on.filter(|item| is_tolerated || **item != StandardItem::Tolerability.into());
    (in_order(asked), diary.settings.side_effects_on().to_vec())
}

/// The items in their order. They are few: each is put where it belongs, which is less code than sorting.
fn in_order<'a>(items: impl Iterator<Item = &'a ItemId>) -> Vec<ItemId> {
    let mut ordered: Vec<ItemId> = Vec::new();
    for item in items {
        let place = ordered.partition_point(|other| other <= item);
        ordered.insert(place, item.clone());
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::{DoseStep, Form, Phase, Rating, Treatment};

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, day).unwrap()
    }

    fn diary() -> Diary {
        let phases = vec![
            Phase::new(PhaseKind::Baseline, date(1), None),
            Phase::new(PhaseKind::Ldn, date(15), Some(Form::Capsule)),
        ];
        let steps = vec![DoseStep::new(date(15), Dose::from_micrograms(4500).unwrap())];
        Diary {
            treatment: Treatment::new(phases, steps).unwrap(),
            ..Diary::default()
        }
    }

    fn ids(check_in: &CheckIn) -> Vec<&str> {
        check_in.items.iter().map(ItemId::as_str).collect()
    }

    // D2: tolerability is asked only on a day in an LDN or placebo phase.
    #[test]
    fn tolerability_is_asked_once_there_is_something_to_tolerate() {
        let before = CheckIn::of(&diary(), date(14));
        assert_eq!(ids(&before), ["pain", "fatigue", "sleep_quality", "overall"]);
        assert_eq!(before.planned_dose, None);
        let after = CheckIn::of(&diary(), date(15));
        assert_eq!(
            ids(&after),
            ["pain", "fatigue", "sleep_quality", "overall", "tolerability"]
        );
        assert_eq!(after.planned_dose.map(Dose::micrograms), Some(4500));
    }

    // W2: pain, fatigue, sleep, overall, vivid dreams, headache and dose.
    #[test]
    fn a_baseline_evening_has_seven_questions() {
        let check_in = CheckIn::of(&Diary::default(), date(1));
        let mut answers = Answers::default();
        assert_eq!(check_in.progress(&answers), (0, 7));
        answers.items.insert(StandardItem::Pain.into(), Rating::new(0).unwrap());
        answers.dose_taken = Some(Dose::NONE);
        assert_eq!(check_in.progress(&answers), (2, 7), "0 and none are answers");
    }

    #[test]
    fn what_was_answered_stays_in_sight_after_it_was_switched_off() {
        let mut answers = Answers::default();
        answers
            .items
            .insert(StandardItem::Stress.into(), Rating::new(40).unwrap());
        answers
            .side_effects
            .insert(SideEffectId::from_id("nausea").unwrap(), true);
        let at = chrono::DateTime::parse_from_rfc3339("2026-01-02T21:00:00+01:00").unwrap();
        let day = crate::diary::Day::restore(date(2), at, None, answers);
        let check_in = CheckIn::of(&diary().with_day(day), date(2));
        assert!(ids(&check_in).contains(&"stress"));
        let side_effects: Vec<&str> = check_in.side_effects.iter().map(SideEffectId::as_str).collect();
        assert_eq!(side_effects, ["vivid_dreams", "headache", "nausea"]);
    }

    // W5
    #[test]
    fn a_day_too_bad_for_more_has_two_questions() {
        let answers = Answers {
            left_out: true,
            ..Answers::default()
        };
        let at = chrono::DateTime::parse_from_rfc3339("2026-01-16T21:00:00+01:00").unwrap();
        let day = crate::diary::Day::restore(date(16), at, None, answers.clone());
        let check_in = CheckIn::of(&diary().with_day(day), date(16));
        assert_eq!(ids(&check_in), ["pain", "fatigue"]);
        assert_eq!(check_in.progress(&answers), (0, 2));
    }
}
