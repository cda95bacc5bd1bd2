//! All the words of the results page that stand there whatever the diary holds.

pub(super) const TITLE: &str = "Results";
pub(super) const EMPTY: &str =
    "Here your days on LDN will be compared with the days before. It begins with your first evening.";
pub(super) const TO_TREATMENT: &str = "Go to treatment";
pub(super) const PHASES: &str = "Compare with the baseline";
pub(super) const ITEMS: &str = "What was rated";
pub(super) const AGAINST_PLACEBO: &str = "LDN against placebo";
pub(super) const BEFORE_BELIEVING: &str = "A change, not its cause";
pub(super) const MORE_CAVEATS: &str = "Also to know";
pub(super) const LATE: &str = "Count days that were filled in later";
pub(super) const TRIALS: &str = "What the trials found";
pub(super) const TRIALS_NOTE: &str = "These are means of many people in a trial, marked with a tick where a chart has them. Yours are days of one person: a mark to look at beside your own, not a goal or a forecast.";
pub(super) const MORE: &str = "More for your doctor";
pub(super) const FIGURES: &str = "Figure by figure";
pub(super) const ALL: &str = "All items and phases";
pub(super) const METHOD: &str = "How it was computed";
pub(super) const IN_CHART: &str = "See every day in the chart";
pub(super) const FEWER: &str = "Show the newest";

/// "Show all 60".
pub(super) fn all(count: usize) -> String {
    format!("Show all {count}")
}

/// "3 days were filled in later."
pub(super) fn late(days: usize) -> String {
    if days == 1 {
        "1 day of this diary was filled in later.".to_owned()
    } else {
        format!("{days} days of this diary were filled in later.")
    }
}
