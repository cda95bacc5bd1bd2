//! What the patient says of themselves, in two lines of page 1, where they want it on the report (D10).

use crate::about_me::{AboutMe, OtherMedicine};
use crate::diary::Diary;
use crate::words::{about_me as words, list, sentences};

/// Two lines at most; those with nothing to say are not there.
pub(super) fn lines(diary: &Diary) -> Vec<String> {
    let about = AboutMe::of(&diary.rest);
    let conditions = about.conditions.iter().map(|(name, since)| match since {
        Some(year) => words::condition_since(name.as_str(), &year.to_string()),
        None => name.to_string(),
    });
    let conditions = list(conditions);
    let medicines = list(about.medicines.iter().map(medicine));
    let said = |text: String, say: fn(&str) -> String| if text.is_empty() { text } else { say(&text) };
    let prescriber = about.prescriber.map(|name| name.to_string()).unwrap_or_default();
    let first = sentences([
        said(conditions, words::line_conditions),
        said(prescriber, words::line_prescriber),
        about
            .opioids
            .map(|taken| words::line_opioids(u8::from(taken)))
            .unwrap_or_default(),
    ]);
    let second = said(medicines, words::line_medicines);
    [first, second].into_iter().filter(|line| !line.is_empty()).collect()
}

fn medicine(medicine: &OtherMedicine) -> String {
    let name = medicine.name.as_str();
    match (&medicine.since, &medicine.until) {
        (None, None) => name.to_owned(),
        (Some(since), None) => words::taken_since(name, since.as_str()),
        (None, Some(until)) => words::taken_until(name, until.as_str()),
        (Some(since), Some(until)) => words::taken_between(name, since.as_str(), until.as_str()),
    }
}
