//! What stands below the tables: what has to be known beside the figures, how they were made, and of what.

use crate::diary::{Against, Diary};
use crate::exchange::fingerprint;
use crate::trial::published::{Topic, figures_on};
use crate::trial::{Caveat, Counting, FINAL_DAY, ImportedDays, LateDays, SETTLING_IN};
use crate::words::{paper as words, safety, sentences};

/// A caveat in the doctor's words.
pub(super) fn caveat(caveat: &Caveat) -> Option<String> {
    Some(match caveat {
        Caveat::NotTheCause => words::not_the_cause().to_owned(),
        Caveat::NotBlinded => words::not_blinded().to_owned(),
        // It stands in the sentence and in the table.
        Caveat::DaysRecorded { .. } => return None,
        Caveat::ImportedReference { days } => words::imported_reference(*days),
        Caveat::AlreadyImproving => words::already_improving().to_owned(),
        Caveat::ShortBaseline { recorded } => words::short_baseline(*recorded, Diary::BASELINE_DAYS),
        Caveat::DoseChanged => words::dose_changed(SETTLING_IN),
        Caveat::DosesMissed(doses) => words::doses_missed(doses.taken, doses.planned),
        Caveat::OtherMedicineChanged { days } => words::other_medicine_changed(*days),
        Caveat::CarryOver => words::carry_over(SETTLING_IN),
        Caveat::TwoDoses => words::two_doses(SETTLING_IN),
        Caveat::TwoMedicines => words::two_medicines().to_owned(),
        Caveat::UnevenDays => words::uneven_days().to_owned(),
        Caveat::ManyDaysMissing => words::days_missing().to_owned(),
        Caveat::Sampled { rested } => words::sampled(*rested),
        Caveat::Unasked { days } => words::unasked(*days),
    })
}

/// The published figures beside the patient's (A7).
pub(super) fn published() -> Option<String> {
    let falls = |topic| figures_on(topic).next().map(|figure| figure.falls(1));
    let ([pain, pain_placebo], [overall, overall_placebo]) = (falls(Topic::PainChange)?, falls(Topic::OverallChange)?);
    Some(words::published(pain, pain_placebo, overall, overall_placebo))
}

/// The method in three lines, with the way in which late and imported days were counted (A8), and what the diary is for. Where
/// there is a baseline, what would stand in its place takes no room; where nothing is compared, no comparison is told of.
pub(super) fn method(counting: Counting, has_imported: bool, against: Option<&Against>) -> [String; 3] {
    let compared = match (against, counting.late) {
        (None, LateDays::Included) => words::method_late_only_counted().to_owned(),
        (None, LateDays::LeftOut) => words::method_late_only_left_out().to_owned(),
        (Some(against), late) => {
            let reference = match against {
                Against::Baseline => words::reference(),
                _ => words::reference_without(),
            };
            match late {
                LateDays::Included => words::method_late_counted(reference, SETTLING_IN + 1, FINAL_DAY),
                LateDays::LeftOut => words::method_late_left_out(reference, SETTLING_IN + 1, FINAL_DAY),
            }
        }
    };
    let imported = match counting.imported {
        _ if !has_imported => "",
        ImportedDays::Included => words::method_imported_counted(),
        ImportedDays::LeftOut => words::method_imported_left_out(),
    };
    let interval = against.map_or("", |_| words::method_interval());
    [
        words::method().to_owned(),
        sentences([compared, imported.to_owned()]),
        sentences([interval, safety::purpose()].map(str::to_owned)),
    ]
}

/// Fingerprint of the data, and what made the report.
pub(super) fn origin(diary: &Diary) -> String {
    words::origin(&fingerprint::short(diary), env!("CARGO_PKG_VERSION"))
}
