//! What is said of a value that the diary does not take.

use chrono::Datelike;

use super::Said;
use super::messages::{trial_of_one as trial, values as messages};
use crate::diary::{
    DateOutOfRange, DayEnd, DayEndError, DayError, Dose, DoseError, FIRST_DATE, LAST_DATE, Name, NameError, Note,
    NoteError, OwnId, OwnIdError, Rating, RatingError, Settings, SettingsError, TreatmentError, TrialPlan,
    TrialPlanError,
};

impl Said for TrialPlanError {
    fn said(&self) -> String {
        match self {
            Self::Pairs(pairs) => trial::plan_pairs(*pairs, TrialPlan::LEAST_PAIRS, TrialPlan::MOST_PAIRS),
            Self::PeriodDays(days) => trial::plan_days(*days, TrialPlan::LEAST_DAYS, TrialPlan::MOST_DAYS),
            Self::FirstDay(date) => trial::plan_first_day(*date),
        }
    }
}

impl Said for RatingError {
    fn said(&self) -> String {
        let Self::OutOfScale(number) = self;
        messages::rating_off_scale(*number, Rating::MIN.get(), Rating::MAX.get())
    }
}

impl Said for DoseError {
    fn said(&self) -> String {
        match self {
            Self::UnitMissing => messages::dose_without_unit().to_owned(),
            Self::NotADose => messages::not_a_dose().to_owned(),
            Self::TooFine => messages::dose_too_fine().to_owned(),
            Self::TooLarge => messages::dose_too_large(&Dose::MAX.to_string()),
        }
    }
}

impl Said for NoteError {
    fn said(&self) -> String {
        let Self::TooLong(characters) = self;
        messages::note_too_long(*characters, Note::MAX_CHARS)
    }
}

/// Of a text with more characters than there is room for.
pub fn too_long(characters: usize, most: usize) -> String {
    messages::name_too_long(characters, most)
}

impl Said for NameError {
    fn said(&self) -> String {
        match self {
            Self::Empty => messages::name_empty().to_owned(),
            Self::TooLong(characters) => too_long(*characters, Name::MAX_CHARS),
        }
    }
}

impl Said for DateOutOfRange {
    fn said(&self) -> String {
        messages::date_out_of_range(self.0, FIRST_DATE.year(), LAST_DATE.year())
    }
}

impl Said for DayError {
    fn said(&self) -> String {
        match self {
            Self::Future(date) => messages::day_ahead(*date),
            Self::OutOfRange(error) => error.said(),
            Self::NoAnswer(date) => messages::nothing_answered(*date),
        }
    }
}

impl Said for DayEndError {
    fn said(&self) -> String {
        match self {
            Self::OutOfRange => {
                messages::day_end_out_of_range(&DayEnd::EARLIEST.to_string(), &DayEnd::LATEST.to_string())
            }
            Self::NotATime => messages::not_a_time_of_day(&DayEnd::default().to_string()),
        }
    }
}

impl Said for OwnIdError {
    fn said(&self) -> String {
        match self {
            Self::BadText => messages::bad_id(OwnId::MAX_CHARS),
            Self::Standard => messages::standard_id().to_owned(),
        }
    }
}

impl Said for SettingsError {
    fn said(&self) -> String {
        match self {
            Self::TooManyOwnItems => messages::too_many_own_items(Settings::MAX_OWN_ITEMS),
            Self::TooManyMedicines => messages::too_many_medicines(Settings::MAX_MEDICINES),
            Self::SameId(id) => messages::same_id(id.as_str()),
            Self::OnTwice(id) => messages::on_twice(id),
            Self::NoSuchId(id) => messages::no_such_id(id.as_str()),
        }
    }
}

impl Said for TreatmentError {
    fn said(&self) -> String {
        match self {
            Self::PhasesOutOfOrder(date) => messages::phases_out_of_order(*date),
            Self::DoseStepsOutOfOrder(date) => messages::dose_steps_out_of_order(*date),
            Self::PhaseExists(date) => messages::phase_exists(*date),
            Self::DoseStepExists(date) => messages::dose_step_exists(*date),
            Self::NoSuchPhase => messages::no_such_phase().to_owned(),
            Self::NoSuchDoseStep(date) => messages::no_such_dose_step(*date),
            Self::OutsidePhase(date) => messages::outside_phase(*date),
            Self::InTrial(date) => messages::in_trial(*date),
            Self::PassesNeighbour(date) => messages::passes_neighbour(*date),
            Self::OutOfRange(error) => error.said(),
        }
    }
}
