//! All the words of the report that are no sentence of its own.

use chrono::{Datelike, NaiveDate};

use crate::diary::{Diary, Dose, ItemId, PhaseKind, Settings};
use crate::trial::Caveat;
use crate::words::Decimal;

pub(super) use crate::words::dates::days;
use crate::words::names as words;
pub(super) use crate::words::names::{any_item as item, any_side_effect as side_effect, short_item, tag};

pub(super) use crate::trial::running_mean_said as running_mean;

pub(super) const TITLE: &str = "Symptom diary: baseline and low-dose naltrexone";
pub(super) const SHORT_TITLE: &str = "Symptom diary";
pub(super) const NOTHING: &str = "Nothing is recorded in these days, so there is nothing to show.";
pub(super) const NO_COMPARISON: &str = "Nothing is compared yet: the diary is still in its baseline.";
pub(super) const LEGEND: &str = "Dot: a day. Hollow: recorded later than its day. A day without an answer has no dot.";
pub(super) const CHANGE: &str = "Change";
pub(super) const INTERVAL: &str = "95 % interval";
pub(super) const FINAL_DAYS: &str = "Final 3 days, as in the trial";
pub(super) const SIDE_EFFECTS: &str = "Side effects: days with / answered";
pub(super) const TOLERABILITY: &str = "Tolerability, mean 0 to 100";
pub(super) const DOSE_TAKEN: &str = "Dose taken: days / answered";
pub(super) const RESCUE_MEDICINE: &str = "Rescue medicine: days / answered";
pub(super) const NOT_YET: &str = "no comparison yet";
pub(super) const NOT_COMPARED: &str = "not compared";
pub(super) const TRIAL_PEOPLE: &str = "2012 report: people on LDN / placebo";
pub(super) const FURTHER_ITEMS: &str = "Further ratings";
pub(super) const FURTHER_SIDE_EFFECTS: &str = "Further side effects";
pub(super) const EVERY_DAY: &str = "Every day";
pub(crate) const NOTES: &str = "Notes";
pub(super) const PHASES: &str = "All phases and doses";

/// Where there is no figure.
pub(super) const NONE: &str = "–";

/// After a number, with a space at which no line breaks.
pub(super) const PERCENT: &str = "\u{a0}%";

/// A mean and how many days it is of: "64 (12)".
pub(super) fn mean(mean: Decimal, n: usize) -> String {
    format!("{mean} ({n})")
}

/// A number that no line break parts from its percent sign.
pub(super) fn unbroken(text: String) -> String {
    text.replace(" %", PERCENT)
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// "Jan".
pub(super) fn month(date: NaiveDate) -> &'static str {
    MONTHS[date.month0() as usize]
}

/// "5 Jan".
pub(super) fn short_date(date: NaiveDate) -> String {
    format!("{} {}", date.day(), month(date))
}

/// "5 Jan 2026", on one line.
pub(super) fn unbroken_date(date: NaiveDate) -> String {
    self::date(date).replace(' ', "\u{a0}")
}

/// "5 Jan 2026".
pub(super) fn date(date: NaiveDate) -> String {
    format!("{} {}", short_date(date), date.year())
}

/// "5 Jan to 7 Jun 2026".
pub(super) fn span(from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        date(to)
    } else if from.year() == to.year() {
        format!("{} to {}", short_date(from), date(to))
    } else {
        format!("{} to {}", date(from), date(to))
    }
}

/// What 0 and 100 of an item mean: "0 no pain, 100 worst pain imaginable".
pub(super) fn ends(item: &ItemId, settings: &Settings) -> String {
    match item {
        ItemId::Standard(item) => {
            let (low, high) = words::ends(*item);
            format!("0 {low}, 100 {high}")
        }
        ItemId::Own(_) => match settings.direction_of(item) {
            Some(crate::diary::Direction::HigherIsBetter) => "0 to 100, higher is better".into(),
            _ => "0 to 100, lower is better".into(),
        },
    }
}

/// "Baseline", "LDN".
pub(super) fn phase(kind: PhaseKind) -> &'static str {
    words::phase(kind)
}

/// In the middle of a sentence: "on LDN", "on placebo".
pub(super) fn in_phase(kind: PhaseKind) -> &'static str {
    match kind {
        PhaseKind::Ldn => "on LDN",
        PhaseKind::Placebo => "on placebo",
        PhaseKind::Washout => "after stopping",
        PhaseKind::Baseline => "in the later baseline",
    }
}

/// The phases with their doses, one text each: "LDN 19 Jan to 12 Apr 2026: 1.5 mg; 4.5 mg from 2 Feb 2026".
pub(super) fn phases(diary: &Diary, as_of: NaiveDate) -> Vec<String> {
    let steps = diary.treatment.dose_steps();
    let spans = diary.treatment.spans(as_of);
    let of_span = |span: &crate::diary::PhaseSpan<'_>| {
        let mut text = format!("{} {}", phase(span.phase.kind), self::span(span.from, span.to));
        if span.phase.kind == PhaseKind::Ldn {
            let first = diary.treatment.planned_dose(span.from);
            let later = steps
                .iter()
                .filter(|step| span.from < step.from && step.from <= span.to);
            let later = later.map(|step| format!("{} from {}", step.dose, date(step.from)));
            let doses: Vec<String> = first.as_ref().map(Dose::to_string).into_iter().chain(later).collect();
            if !doses.is_empty() {
                text = format!("{text}: {}", doses.join("; "));
            }
        }
        text
    };
    spans.iter().map(of_span).collect()
}

/// The method in three lines, with the way in which late days were counted (A8).
pub(super) fn method(late_days_count: bool) -> [String; 3] {
    let late = if late_days_count {
        "days recorded late are counted"
    } else {
        "days recorded late are left out"
    };
    [
        "Method: daily ratings 0 to 100 by the patient; a day without an answer is missing, never 0.".into(),
        format!(
            "Compared: the mean of the baseline with that of the phase's last 28 days, without the first 14 after a change of dose; {late}."
        ),
        "Interval: AR(1)-Welch, which allows for missing days and for days like their neighbours. Not a medical device."
            .into(),
    ]
}

/// The published figures beside the patient's (A7).
pub(super) const PUBLISHED: &str = "Trials, means of people: pain fell 28.8\u{a0}% on LDN, 18.0\u{a0}% on placebo (Younger 2013); overall severity 32.5\u{a0}% \
     and 2.3\u{a0}% (Younger & Mackey 2009); Bested 2023 and Due Bruun 2024 found no difference.";

/// A caveat in the doctor's words.
pub(super) fn caveat(caveat: &Caveat) -> Option<String> {
    Some(match caveat {
        Caveat::NotTheCause => "A change is not its cause: expectation, a bad spell at the start, season or other \
            treatment can do this."
            .into(),
        Caveat::NotBlinded => "The patient knew what was taken unless said otherwise.".into(),
        // It stands in the sentence and in the table.
        Caveat::DaysRecorded { .. } => return None,
        Caveat::AlreadyImproving => "It was already getting better during the baseline.".into(),
        Caveat::ShortBaseline { recorded } => {
            format!(
                "The baseline has {} with an answer; the trials asked for 14.",
                days(*recorded)
            )
        }
        Caveat::DoseChanged => "The dose changed in this phase; only days from the 15th on the last dose count.".into(),
        Caveat::OtherMedicineChanged { days: count } => format!("Another medicine was changed on {}.", days(*count)),
        Caveat::CarryOver => "Effects of LDN may outlast it, so these days are no second baseline.".into(),
        Caveat::UnevenDays => {
            "One side is far more complete than the other, which alone can look like a change.".into()
        }
        Caveat::ManyDaysMissing => "Many days are missing; they may have been different.".into(),
    })
}
