//! Phases and dose steps of version 1.

use chrono::NaiveDate;
use serde_json::value::RawValue;

use super::{List, Mistake, Reader, civil_date, excerpt};
use crate::diary::{Dose, DoseStep, Form, Name, Period, Phase, PhaseKind, Treatment};
use crate::exchange::backup::file::MAX_ENTRIES;
use crate::exchange::backup::v1::MEDICINE;
use crate::exchange::backup::v1::treatment::{
    BY_MONTH, EARLIER, NOT_YET, OF_TRIAL, PERIOD, PERIODS, SAID, SINGLE_DOSES, TAKES_LDN, UNREACHED,
};
use crate::exchange::problems::{Place, Problems};
use crate::exchange::sealed_order;
use crate::json::raw::{Entries, Fields, get, whole, without_layout};
use crate::trial_of_one::{self, TrialsOfOne};

const MICROGRAMS: &str = "micrograms";

impl Reader<'_> {
    pub(in crate::exchange::backup) fn treatment(&mut self, fields: &mut Fields) -> Treatment {
        let mut phases = self.each(fields, List::Phases, Self::phase).unwrap_or_default();
        let mut steps = self.each(fields, List::DoseSteps, Self::dose_step).unwrap_or_default();
        in_order(&mut phases, |phase| phase.from);
        in_order(&mut steps, |step| step.from);
        let mut treatment = self.good(Treatment::new(phases, steps)).unwrap_or_default();
        treatment.not_yet = self.text(fields, TAKES_LDN).is_some_and(|answer| answer == NOT_YET);
        for raw in self.entries::<MAX_ENTRIES>(fields, SINGLE_DOSES).unwrap_or_default() {
            if let Some(text) = self.good_field(SINGLE_DOSES, get::<String>(raw).ok_or(Mistake::NotText))
                && let Some(date) = self.good_field(SINGLE_DOSES, civil_date(&text))
            {
                treatment.single_doses.insert(date);
            }
        }
        treatment.trials = fields.take(List::Trials.key()).map(without_layout);
        treatment
    }

    /// How the treatment was before each of the last changes, the latest last. What can't be read of it can't be undone.
    pub(in crate::exchange::backup) fn earlier(fields: &mut Fields) -> Vec<Treatment> {
        let mut earlier = Vec::new();
        let list: Option<Entries<MAX_ENTRIES>> = fields.take(EARLIER).and_then(get);
        for raw in list.map(|list| list.0).unwrap_or_default() {
            let mut problems = Problems::default();
            let treatment = get(raw).map(|mut fields| Reader::new(Place::Record, &mut problems).treatment(&mut fields));
            if problems.is_empty() {
                earlier.extend(treatment);
            }
        }
        earlier
    }

    fn phase(&mut self, raw: &RawValue) -> Option<Phase> {
        let mut fields = self.object(raw)?;
        let kind = self.needed_text(&mut fields, "kind");
        let from = self.needed_date(&mut fields, "from");
        let form = fields.take("form");
        let said = self.yes_or_no(&mut fields, SAID) == Some(true);
        let by_month = self.yes_or_no(&mut fields, BY_MONTH) == Some(true);
        let of_trial = self.yes_or_no(&mut fields, OF_TRIAL) == Some(true);
        let mut unreached = Vec::new();
        for raw in self.entries::<MAX_ENTRIES>(&mut fields, UNREACHED).unwrap_or_default() {
            if let Some(step) = self.dose_step(raw) {
                step.put(&mut unreached);
            }
        }
        let kind = match kind? {
            kind if kind == PhaseKind::COMPARATOR => {
                let name = self.needed_text(&mut fields, MEDICINE)?;
                self.good_field(MEDICINE, Name::new(&name)).map(PhaseKind::Comparator)
            }
            kind if kind == PhaseKind::BLINDED => {
                let [number, of] = [PERIOD, PERIODS].map(|name| self.small(&mut fields, name));
                Some(PhaseKind::Blinded(Period {
                    number: number?,
                    of: of?,
                }))
            }
            kind => self.good(PhaseKind::from_id(&kind).ok_or_else(|| Mistake::NoSuchPhase(excerpt(&kind)))),
        };
        // A form that a later version knows stays where it is.
        let known_form = form.and_then(get::<String>).and_then(|form| Form::from_id(&form));
        let mut unknown = fields.rest();
        if let (Some(form), None) = (form, known_form) {
            unknown.insert("form".to_owned(), without_layout(form));
        }
        Some(Phase {
            kind: kind?,
            from: from?,
            form: known_form,
            said,
            by_month,
            of_trial,
            unreached,
            unknown,
        })
    }

    fn small(&mut self, fields: &mut Fields, key: &str) -> Option<u8> {
        let number = self.field(fields, key, Mistake::NotWhole, whole)?;
        self.good_field(key, u8::try_from(number).map_err(|_| Mistake::NotWhole))
    }

    /// Names each piece of the trials that is none, or is not what its commit code says: nobody could say what its periods are.
    pub(in crate::exchange::backup) fn trials_are_whole(&mut self, treatment: &Treatment) {
        for index in trial_of_one::unread(treatment) {
            self.problems
                .add(Place::Entry(List::Trials, index + 1), None, Mistake::NotATrial);
        }
        for trial in treatment.trials_of_one() {
            let said = sealed_order::commit(trial.commit.as_str());
            if said.ok().map(|said| said.plan) != Some(trial.plan) {
                self.wrong(Mistake::NotATrial);
            }
        }
    }

    /// The treatment with its phases as its trials say; an order that does not fit its seal is none, and its trial stays
    /// sealed.
    pub(in crate::exchange::backup) fn as_sealed(&mut self, treatment: &Treatment) -> Treatment {
        let (sealed, unfit) = treatment.with_orders_that(sealed_order::fits);
        for _ in 0..unfit {
            self.wrong(Mistake::SealBroken);
        }
        sealed
    }

    fn dose_step(&mut self, raw: &RawValue) -> Option<DoseStep> {
        let mut fields = self.object(raw)?;
        let from = self.needed_date(&mut fields, "from");
        let dose = self.dose(&mut fields);
        Some(DoseStep {
            from: from?,
            dose: dose?,
            unknown: fields.rest(),
        })
    }

    pub(super) fn dose(&mut self, fields: &mut Fields) -> Option<Dose> {
        let noted = self.problems.len();
        let number = self.field(fields, MICROGRAMS, Mistake::NotWhole, whole);
        let number = self.needed(MICROGRAMS, number, noted)?;
        let micrograms = self.good_field(MICROGRAMS, u64::try_from(number).map_err(|_| Mistake::BelowZero))?;
        self.good_field(MICROGRAMS, Dose::from_micrograms(micrograms))
    }
}

/// Puts a list in the order of its dates. It is short, and mostly in order: each entry moves to its place.
fn in_order<T>(list: &mut [T], date: fn(&T) -> NaiveDate) {
    for end in 1..list.len() {
        let place = list[..end].partition_point(|other| date(other) <= date(&list[end]));
        list[place..=end].rotate_right(1);
    }
}
