//! A comparison in words that a twelve-year-old can read (A5).

use chrono::{Datelike, NaiveDate};

use crate::diary::{Direction, ItemId, PhaseKind, Settings, StandardItem};
use crate::statistics::Interval;

use super::comparison::{Comparison, Contrast, LikelyRange, Means, ShownAs, Verdict};
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
        direction: comparison.direction,
        ended: comparison.ended,
        is_washout: comparison.kind == PhaseKind::Washout,
    };
    let contrast = &comparison.contrast;
    match (contrast.means, contrast.range) {
        (Some(means), Some(range)) => said.headline(contrast, &means, &range),
        (Some(means), None) => format!("{} {}.", capital(&said.averages(&means, None)), no_range(contrast)),
        (None, _) => waiting(contrast.status, said.item),
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
    let Some(means) = contrast.means else {
        return format!(
            "Your {item} on LDN can't be compared with placebo yet: the first 14 days after a change don't count, and \
             both need days after that."
        );
    };
    let said = Said {
        item: &item,
        sides: [in_phase(PhaseKind::Ldn), in_phase(PhaseKind::Placebo)],
        direction,
        ended,
        is_washout: false,
    };
    let averages = || capital(&said.averages(&means, None));
    match (contrast.status, contrast.range) {
        (_, Some(range)) => said.headline(contrast, &means, &range),
        (Status::NoVariation, None) => format!("{} {}.", averages(), no_range(contrast)),
        (_, None) => format!("{} — too few days for a likely range.", averages()),
    }
}

/// A comparison in large letters with its words: "32 %" and "lower pain on LDN"; `None` without a likely range, for a
/// number that stands alone claims too much.
///
/// The number is the one that the sentence holds: percent where the likely range is shown in percent, else points. Where
/// the days can't tell, those are the large words and the number is a small one.
pub fn headline_number(comparison: &Comparison, settings: &Settings) -> Option<(String, String)> {
    let (means, range) = (comparison.contrast.means?, comparison.contrast.range?);
    let item = item_words(&comparison.item, settings);
    let change = Change::of(
        comparison.contrast.shown_as(comparison.direction)?,
        &means,
        comparison.direction,
    );
    let (number, side) = amount_parts(change.value, change.digits, change.unit, comparison.direction);
    let side = if number.starts_with("0 ") { "change in" } else { side };
    let words = format!("{side} {item} {}", in_phase(comparison.kind));
    Some(if range.verdict == Verdict::CannotTell {
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

/// How a change is written: with decimals where whole numbers would contradict each other.
struct Change {
    /// Above 0 is better, in percent or in points.
    value: f64,
    /// Decimals of the change.
    digits: usize,
    /// Decimals of the two averages.
    digits_of_means: usize,
    unit: &'static str,
}

/// How far the percent that a reader works out from two whole averages may lie from the one beside them.
const BY_HAND: f64 = 1.5;

impl Change {
    fn of(shown: ShownAs, means: &Means, direction: Direction) -> Self {
        let [before, after] = [means.baseline.mean, means.phase.mean];
        match shown {
            ShownAs::Percent(_) => {
                let value = means.percent_improvement.unwrap_or_default();
                let by_hand = 100.0 * (before.round() - after.round()) / before.round().max(1.0);
                Change {
                    value,
                    digits: 0,
                    digits_of_means: usize::from((by_hand - value).abs() > BY_HAND),
                    unit: " %",
                }
            }
            ShownAs::Points(_) => {
                let value = improvement_in_points(means, direction);
                let follows = (after.round() - before.round()).abs() - value.abs().round();
                let digits = usize::from(follows.abs() > 0.5);
                Change {
                    value,
                    digits,
                    digits_of_means: digits,
                    unit: POINTS,
                }
            }
        }
    }
}

/// What a sentence is about.
struct Said<'a> {
    item: &'a str,
    /// When: of what is compared, and of what it is compared with.
    sides: [&'a str; 2],
    direction: Direction,
    ended: bool,
    is_washout: bool,
}

impl Said<'_> {
    /// "on LDN your pain averaged 50 against 65 before".
    fn averages(&self, means: &Means, change: Option<&Change>) -> String {
        let verb = if self.item.ends_with("symptoms") {
            "symptoms averaged"
        } else {
            "averaged"
        };
        let item = self.item.strip_suffix("symptoms").map_or(self.item, str::trim_end);
        let (digits, [side, reference]) = (change.map_or(0, |change| change.digits_of_means), self.sides);
        format!(
            "{side} your {item} {verb} {:.digits$} against {:.digits$} {reference}",
            means.phase.mean, means.baseline.mean
        )
    }

    /// Averages, change and likely range.
    fn headline(&self, contrast: &Contrast, means: &Means, range: &LikelyRange) -> String {
        let direction = self.direction;
        let Some(shown) = contrast.shown_as(direction) else {
            return format!("{}.", capital(&self.averages(means, None)));
        };
        let change = Change::of(shown, means, direction);
        let (ShownAs::Percent(limits) | ShownAs::Points(limits)) = shown;
        let unit = change.unit;
        let averages = self.averages(means, Some(&change));
        let by = amount(change.value, change.digits, unit, direction);
        let said = if range.verdict == Verdict::CannotTell {
            format!(
                "{averages} ({by}), but your days vary so much that the real change could be anywhere from {} to {}. \
                 This diary can't tell{}.",
                amount(limits.high, 0, unit, direction),
                amount(limits.low, 0, unit, direction),
                if self.ended { "" } else { " yet" }
            )
        } else {
            let side = word(limits.low + limits.high, direction);
            let (near, far) = ordered(limits.low.abs(), limits.high.abs());
            format!("{averages}: {by} (likely range {near:.0} to {far:.0}{unit} {side}).")
        };
        // Days after stopping that can't tell have no drop to reach.
        let landmark = if self.is_washout && range.verdict == Verdict::CannotTell {
            ""
        } else {
            landmark(shown, range.verdict)
        };
        match contrast.status {
            Status::EarlyLook { .. } => format!("Early look: {said}{landmark}"),
            _ => capital(&said) + landmark,
        }
    }
}

/// Whether the likely range reaches the 30 % that pain trials call a moderately important improvement (Dworkin and others
/// 2008, J Pain 9:105). Nothing is added to a change for the worse, nor to points.
fn landmark(shown: ShownAs, verdict: Verdict) -> &'static str {
    match shown {
        ShownAs::Points(_) => "",
        ShownAs::Percent(_) if verdict == Verdict::Worse => "",
        ShownAs::Percent(Interval { low, .. }) if low >= 30.0 => {
            " That is more than the 30 % drop pain trials call a moderately important improvement."
        }
        ShownAs::Percent(Interval { high, .. }) if high < 30.0 => {
            " That is less than the 30 % drop pain trials call a moderately important improvement."
        }
        ShownAs::Percent(_) => {
            " It may or may not reach the 30 % drop pain trials call a moderately important improvement."
        }
    }
}

/// Why averages stand alone. Only what can still be done is asked for: the baseline is over, and the counted days of a
/// phase roll on with the calendar.
fn no_range(contrast: &Contrast) -> String {
    let recorded = contrast.baseline.map_or(0, |window| window.recorded);
    match contrast.status {
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

/// What follows a number of points.
const POINTS: &str = " points";

/// "22 % lower", from an improvement.
fn amount(improvement: f64, digits: usize, unit: &str, direction: Direction) -> String {
    let (number, side) = amount_parts(improvement, digits, unit, direction);
    format!("{number} {side}")
}

/// "22 %" and "lower", from an improvement.
fn amount_parts(improvement: f64, digits: usize, unit: &str, direction: Direction) -> (String, &'static str) {
    let rounded = format!("{:.digits$}", improvement.abs());
    let unit = if rounded == "1" && unit == POINTS {
        " point"
    } else {
        unit
    };
    (format!("{rounded}{unit}"), word(improvement, direction))
}

/// "lower" or "higher", from an improvement.
fn word(improvement: f64, direction: Direction) -> &'static str {
    if (improvement >= 0.0) == (direction == Direction::LowerIsBetter) {
        "lower"
    } else {
        "higher"
    }
}

fn improvement_in_points(means: &Means, direction: Direction) -> f64 {
    match direction {
        Direction::LowerIsBetter => -means.difference,
        Direction::HigherIsBetter => means.difference,
    }
}

fn ordered(one: f64, other: f64) -> (f64, f64) {
    (one.min(other), one.max(other))
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
    use crate::trial::comparison::Spread;

    #[test]
    fn an_amount_is_rounded_and_has_the_right_number_and_side() {
        for (improvement, digits, unit, direction, expected) in [
            (22.4, 0, " %", Direction::LowerIsBetter, "22 % lower"),
            (-0.4, 0, " %", Direction::LowerIsBetter, "0 % higher"),
            (1.2, 0, POINTS, Direction::HigherIsBetter, "1 point higher"),
            (1.2, 1, POINTS, Direction::HigherIsBetter, "1.2 points higher"),
            (-14.6, 0, POINTS, Direction::HigherIsBetter, "15 points lower"),
        ] {
            assert_eq!(amount(improvement, digits, unit, direction), expected);
        }
    }

    fn means(baseline: f64, phase: f64) -> Means {
        let spread = |mean| Spread {
            mean,
            median: mean,
            sd: None,
        };
        Means {
            baseline: spread(baseline),
            phase: spread(phase),
            difference: phase - baseline,
            percent_improvement: Some(100.0 * (baseline - phase) / baseline),
            nap: 0.5,
            hodges_lehmann: 0.0,
        }
    }

    #[test]
    fn numbers_in_a_sentence_do_not_contradict_each_other() {
        let limits = Interval { low: 0.0, high: 1.0 };
        let direction = Direction::LowerIsBetter;
        let said = Said {
            item: "pain",
            sides: ["on LDN", "before"],
            direction,
            ended: true,
            is_washout: false,
        };
        for (shown, baseline, phase, averages, by) in [
            (ShownAs::Points(limits), 64.4, 50.3, "50 against 64", "14 points lower"),
            (ShownAs::Points(limits), 6.4, 4.8, "4.8 against 6.4", "1.6 points lower"),
            (
                ShownAs::Points(limits),
                39.6,
                46.4,
                "46.4 against 39.6",
                "6.8 points higher",
            ),
            (ShownAs::Percent(limits), 64.08, 43.35, "43 against 64", "32 % lower"),
            (ShownAs::Percent(limits), 10.4, 9.6, "9.6 against 10.4", "8 % lower"),
        ] {
            let means = means(baseline, phase);
            let change = Change::of(shown, &means, direction);
            let text = said.averages(&means, Some(&change));
            assert!(text.contains(averages), "{text}");
            assert_eq!(amount(change.value, change.digits, change.unit, direction), by);
        }
    }

    #[test]
    fn a_date_is_written_out() {
        assert_eq!(plain_date("2026-06-07".parse().expect("a date")), "7 June 2026");
    }
}
