//! What is said of a trial that can't be changed so.

use super::TrialError;
use crate::diary::TreatmentError;
use crate::words::{Said, trial_of_one as words};

impl Said for TrialError {
    fn said(&self) -> String {
        match self {
            Self::Treatment(error) => error.said(),
            Self::BegunBefore => words::begun_before().to_owned(),
            Self::InTheWay(date) => words::in_the_way(*date),
            Self::NoSuchTrial => words::no_such_trial().to_owned(),
            Self::NoSuchPeriod(period) => words::no_such_period(*period),
            Self::NothingToStop(date) => words::nothing_to_stop(*date),
            Self::PassesNeighbour(date) => TreatmentError::PassesNeighbour(*date).said(),
            Self::NotOver(period) => words::not_over(*period),
            Self::Revealed => words::opened_before().to_owned(),
            Self::Seen => words::seen_before().to_owned(),
        }
    }
}
