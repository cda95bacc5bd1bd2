//! Native integration tests, in one crate so that there is one link step.

#![expect(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod ages;
mod analysis;
mod answered;
mod architecture;
mod cards;
mod charts;
mod comparator;
mod copies;
mod deletion;
mod generated;
mod hostile_files;
mod import_csv;
mod import_plan;
mod import_tables;
mod imported;
mod impression;
mod keeping;
mod late_store;
mod literals;
mod medicines;
mod merge;
mod merged_days;
mod no_baseline;
mod one_finding;
mod other_files;
mod phased;
mod pseudo_report;
mod published;
mod reasons;
mod reference_cases;
mod report;
mod results;
mod round_trip;
mod sampling;
mod sealed_order;
mod spreadsheets;
mod store_faults;
mod support;
mod treatment;
mod trial_answer;
mod trial_begin;
mod trial_of_one;
mod trial_pages;
mod trial_papers;
mod visits;
mod wallet_card;
mod wave_model;
mod words;

/// So many generated cases, or so many times more where `CASES_TIMES` says so: a rare fault needs a longer look.
fn cases(count: u32) -> proptest::prelude::ProptestConfig {
    let times = std::env::var("CASES_TIMES").map_or(1, |times| times.parse().unwrap());
    proptest::prelude::ProptestConfig::with_cases(count * times)
}
