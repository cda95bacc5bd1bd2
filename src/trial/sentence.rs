//! A comparison in words that a twelve-year-old can read (A5).

use chrono::{Datelike, NaiveDate};

use crate::diary::{Direction, ItemId, PhaseKind, Settings, StandardItem};

use super::caveat::Caveat;
use super::comparison::Comparison;
use super::contrast::{Contrast, Verdict};
use super::finding::{Amount, Figures, Finding, Limits, Unit};
use super::status::Status;

/// What an item is called in the middle of a sentence; a patient's own item by its own name.
pub fn item_words(item: &ItemId, settings: &Settings) -> String {
    let standard = match item {
        ItemId::Standard(standard) => *standard,
        ItemId::Own(id) => {
            let name = settings.own_item(id).map_or(id.as_str(), |own| own.name.as_str());
            return format!("“{name}”");
        }
    };
    match standard {
        StandardItem::Pain => "pain",
        StandardItem::Fatigue => "fatigue",
        StandardItem::SleepQuality => "sleep quality",
        StandardItem::Overall => "overall symptoms",
        StandardItem::Tolerability => "tolerability",
        StandardItem::HighestPain => "highest pain",
        StandardItem::Stress => "stress",
        StandardItem::Sadness => "sadness",
        StandardItem::Thinking => "thinking and memory",
        StandardItem::Stomach => "stomach symptoms",
        StandardItem::HeadacheSeverity => "headache",
    }
    .to_owned()
}

/// One comparison in plain words: what it says, or what is still needed. Numbers are rounded for reading.
///
/// The first letter is a capital; the text ends with a full stop.
pub fn sentence(comparison: &Comparison, settings: &Settings) -> String {
    let said = Said {
        item: &item_words(&comparison.item, settings),
        sides: [in_phase(comparison.kind), BEFORE],
        ended: comparison.ended,
        is_washout: comparison.kind == PhaseKind::Washout,
    };
    let finding = comparison.finding();
    match finding.figures {
        Some(
            figures @ Figures {
                limits: Some(limits), ..
            },
        ) => said.headline(&finding, &figures, &limits),
        Some(figures) => format!("{} {}.", capital(&said.averages(&figures)), no_range(&finding)),
        None => waiting(finding.status, said.item),
    }
}

/// LDN against placebo in plain words, of a contrast in which placebo stands in the place of the baseline; `ended` where
/// neither side gets more days.
pub fn sentence_against_placebo(
    contrast: &Contrast,
    item: &ItemId,
    direction: Direction,
    settings: &Settings,
    ended: bool,
) -> String {
    let item = item_words(item, settings);
    let finding = Finding::of(contrast, direction);
    let Some(figures) = finding.figures else {
        return format!(
            "Your {item} on LDN can't be compared with placebo yet: the first 14 days after a change don't count, and \
             both need days after that."
        );
    };
    let said = Said {
        item: &item,
        sides: [in_phase(PhaseKind::Ldn), in_phase(PhaseKind::Placebo)],
        ended,
        is_washout: false,
    };
    let averages = || capital(&said.averages(&figures));
    match (finding.status, figures.limits) {
        (_, Some(limits)) => said.headline(&finding, &figures, &limits),
        (Status::NoVariation, None) => format!("{} {}.", averages(), no_range(&finding)),
        (_, None) => format!("{} — too few days for a likely range.", averages()),
    }
}

/// A comparison in large letters with its words: "32 %" and "lower pain on LDN"; `None` without a likely range, for a
/// number that stands alone claims too much.
///
/// The number is the one that the sentence holds: percent where the likely range is shown in percent, else points. Where
/// the days can't tell, those are the large words and the number is a small one.
pub fn headline_number(comparison: &Comparison, settings: &Settings) -> Option<(String, String)> {
    let finding = comparison.finding();
    let (change, verdict) = (finding.figures?.change, finding.verdict()?);
    let item = item_words(&comparison.item, settings);
    let (number, side) = (
        change.number(),
        if change.is_none() { "change in" } else { change.way() },
    );
    let words = format!("{side} {item} {}", in_phase(comparison.kind));
    Some(if verdict == Verdict::CannotTell {
        let open = if comparison.ended {
            "Can’t tell"
        } else {
            "Can’t tell yet"
        };
        (open.to_owned(), format!("The averages: {number} {words}"))
    } else {
        (number, words)
    })
}

/// What stands in the place of the baseline in a sentence.
const BEFORE: &str = "before";

/// When something was rated, within a sentence: "on LDN".
pub fn in_phase(kind: PhaseKind) -> &'static str {
    match kind {
        PhaseKind::Ldn => "on LDN",
        PhaseKind::Placebo => "on placebo",
        PhaseKind::Washout => "after stopping",
        PhaseKind::Baseline => "in this baseline",
    }
}

/// What a sentence is about.
struct Said<'a> {
    item: &'a str,
    /// When: of what is compared, and of what it is compared with.
    sides: [&'a str; 2],
    ended: bool,
    is_washout: bool,
}

impl Said<'_> {
    /// "on LDN your pain averaged 50 against 65 before".
    fn averages(&self, Figures { before, after, .. }: &Figures) -> String {
        let verb = if self.item.ends_with("symptoms") {
            "symptoms averaged"
        } else {
            "averaged"
        };
        let item = self.item.strip_suffix("symptoms").map_or(self.item, str::trim_end);
        let [side, reference] = self.sides;
        format!("{side} your {item} {verb} {after} against {before} {reference}")
    }

    /// Averages, change and likely range.
    fn headline(&self, finding: &Finding, figures: &Figures, limits: &Limits) -> String {
        let verdict = limits.verdict();
        let averages = self.averages(figures);
        let by = figures.change.number_and_way();
        let said = if verdict == Verdict::CannotTell {
            format!(
                "{averages} ({by}), but your days vary so much that the real change could be anywhere from {} to {}. \
                 This diary can't tell{}.",
                limits.best.number_and_way(),
                limits.worst.number_and_way(),
                if self.ended { "" } else { " yet" }
            )
        } else {
            let [near, far] = limits.near_and_far();
            format!(
                "{averages}: {by} (likely range {} to {}).",
                near.improvement.abs(),
                far.number_and_way()
            )
        };
        // Days after stopping that can't tell have no drop to reach.
        let landmark = if self.is_washout && verdict == Verdict::CannotTell {
            ""
        } else {
            landmark(limits)
        };
        match finding.status {
            Status::EarlyLook { .. } => format!("Early look: {said}{landmark}"),
            _ => capital(&said) + landmark,
        }
    }
}

/// The drop in percent that pain trials call a moderately important improvement (Dworkin and others 2008, J Pain 9:105).
const LANDMARK: f64 = 30.0;

/// Whether the likely range as it is shown reaches the landmark. Nothing is added to a change for the worse, nor to points,
/// nor to days that can't tell and don't reach it.
fn landmark(limits: &Limits) -> &'static str {
    let reaches = |limit: Amount| limit.improvement.value() >= LANDMARK;
    match (limits.best.unit, limits.verdict()) {
        (Unit::Points, _) | (_, Verdict::Worse) => "",
        _ if reaches(limits.worst) => {
            " That is more than the 30 % drop pain trials call a moderately important improvement."
        }
        _ if reaches(limits.best) => {
            " It may or may not reach the 30 % drop pain trials call a moderately important improvement."
        }
        (_, Verdict::CannotTell) => "",
        _ => " That is less than the 30 % drop pain trials call a moderately important improvement.",
    }
}

/// Why averages stand alone. Only what can still be done is asked for: the baseline is over, and the counted days of a
/// phase roll on with the calendar.
fn no_range(finding: &Finding) -> String {
    let recorded = finding.baseline.map_or(0, |window| window.recorded);
    match finding.status {
        Status::TooFewDays {
            baseline_lacks: 1.., ..
        } => format!(
            "— too few days for a likely range. Your baseline is over with {}; this comparison will stay without a range",
            recorded_days(recorded)
        ),
        Status::TooFewDays {
            ready_from: Some(day), ..
        } => format!(
            "— too few days for a likely range. If you record every day, a first look is possible on {}",
            plain_date(day)
        ),
        Status::TooFewDays { .. } => "— too few days for a likely range. This phase ends before it has enough; this \
             comparison will stay without a range"
            .to_owned(),
        Status::NoVariation => "— every day is the same, so no likely range can be worked out".to_owned(),
        _ => String::new(),
    }
}

/// "3 recorded days".
pub(super) fn recorded_days(count: usize) -> String {
    if count == 1 {
        "1 recorded day".to_owned()
    } else {
        format!("{count} recorded days")
    }
}

/// What is waited for, where there are no averages to show.
fn waiting(status: Status, item: &str) -> String {
    match status {
        Status::NoBaseline => {
            format!("There is no baseline day with {item}, so there is nothing to compare these days with.")
        }
        Status::SettlingIn { ready_from: Some(day) } => format!(
            "{} not compared yet: the first 14 days after a change don't count. If you record every day, a first look is \
             possible on {}.",
            your_item_is(item),
            plain_date(day)
        ),
        Status::SettlingIn { ready_from: None } => format!(
            "Your {item} can't be compared: the first 14 days after a change don't count, and no other day is left."
        ),
        _ => format!("Your {item} can't be compared: too few days are recorded."),
    }
}

/// "Your pain is", "Your overall symptoms are".
pub fn your_item_is(item: &str) -> String {
    let verb = if item.ends_with("symptoms") { "are" } else { "is" };
    format!("Your {item} {verb}")
}

pub(super) fn more_days(count: usize) -> String {
    if count == 1 {
        "1 more recorded day".to_owned()
    } else {
        format!("{count} more recorded days")
    }
}

/// What has to be said beside a comparison, in plain words.
pub fn caveat(caveat: &Caveat, comparison: &Comparison) -> String {
    match caveat {
        Caveat::NotTheCause => not_the_cause(comparison).to_owned(),
        Caveat::NotBlinded => "You knew what you were taking.".to_owned(),
        Caveat::DaysRecorded { baseline, phase } => format!(
            "Counted are {} of {} days before and {} of {} days after.",
            baseline.recorded,
            baseline.days(),
            phase.recorded,
            phase.days()
        ),
        Caveat::AlreadyImproving => "It was already getting better before this phase began.".to_owned(),
        Caveat::ShortBaseline { recorded } => {
            format!("The baseline has {recorded} recorded days; the trials had 14.")
        }
        Caveat::DoseChanged => {
            "The dose changed in this phase. Only days from the 15th on the last dose are counted.".to_owned()
        }
        Caveat::OtherMedicineChanged { days: 1 } => "Another medicine changed on 1 day.".to_owned(),
        Caveat::OtherMedicineChanged { days } => format!("Another medicine changed on {days} days."),
        Caveat::CarryOver => {
            "What LDN did may last for a while after stopping, so these days are not a second baseline.".to_owned()
        }
        Caveat::UnevenDays => {
            "One side has far more of its days recorded than the other. If you skip your worst or your best days, \
                 that alone can look like a change."
                .to_owned()
        }
        Caveat::ManyDaysMissing => "Many days are missing. The missing ones may have been different.".to_owned(),
    }
}

/// What else than the medicine can do it: hope explains no change for the worse, and nothing explains no change.
fn not_the_cause(comparison: &Comparison) -> &'static str {
    let finding = comparison.finding();
    let same = finding.figures.is_some_and(|figures| figures.change.is_none());
    match (comparison.kind, finding.verdict()) {
        (_, None) if same => "Both averages are the same. That alone says nothing about what LDN does, or does not do.",
        (PhaseKind::Washout, Some(Verdict::Worse)) => {
            "This shows a change after stopping, not its cause. The season, a flare, another change in your treatment or \
             stopping itself can do this. If it goes on, talk to your prescriber."
        }
        (PhaseKind::Washout, _) => {
            "This shows how the days after stopping compare, not why. The season, a flare or other treatments can move \
             them either way."
        }
        (_, Some(Verdict::Worse)) => {
            "This shows a change for the worse, not its cause. The season, a flare or another change in your treatment \
             can do this too. Talk to your prescriber about it."
        }
        _ => {
            "This shows a change, not its cause. Expecting to feel better, starting during a bad spell, the season or \
             other treatments can all do this: in the Stanford trial of 2013 pain fell 18 % on placebo and 29 % on LDN."
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "7 June 2026".
pub(super) fn plain_date(date: NaiveDate) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(date.month0())
        .ok()
        .and_then(|month| MONTHS.get(month))
        .unwrap_or(&"");
    format!("{} {month} {}", date.day(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_out() {
        assert_eq!(plain_date("2026-06-07".parse().expect("a date")), "7 June 2026");
    }
}
