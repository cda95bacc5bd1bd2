//! One comparison is told in many places: results page, report as HTML and as PDF, titles and tables of charts. Here the
//! texts themselves are read back, and whatever they say of one comparison must be the same and true.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::support;
use chrono::{Days, NaiveDate};
use ldn_diary::charts::{Palette, Room, Span, Table, timeline};
use ldn_diary::diary::{
    Against, Answers, Day, DayEnd, Diary, Direction, Dose, DoseStep, Form, ItemId, LAST_DATE, Name, OwnId, OwnItem,
    Phase, PhaseKind, Rating, Sampling, Settings, StandardItem, Treatment, TrialOfOne, TrialPlan, Unknown,
};
use ldn_diary::exchange::backup;
use ldn_diary::exchange::sealed_order::{draw, open};
use ldn_diary::pdf::{self, Fonts};
use ldn_diary::picture::Shape;
use ldn_diary::report::{Choices, Report, item_chart};
use ldn_diary::results::{self, Results, Shown, Wanted, all_results, results, second_layer};
use ldn_diary::trial::{Comparison, LateDays, Stage, Study, Verdict, analyse};
use ldn_diary::trial_of_one::TrialsOfOne as _;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const LETTERS: &[u8] = include_bytes!("../../public/report-fonts.bin");

/// A change or a limit of it as a text gives it, in points.
#[derive(Debug, Clone, PartialEq)]
struct Amount {
    size: String,
    /// −1 lower, 1 higher, 0 no change.
    side: i8,
}

/// What a text says of a comparison.
#[derive(Debug, Clone, PartialEq)]
struct Told {
    after: String,
    before: String,
    change: Option<Amount>,
    /// The same in percent, where it stands beside.
    percent: Option<String>,
    /// The better limit first.
    limits: Option<[Amount; 2]>,
    /// Whether it says that the days can't tell; never of an item without a verdict.
    is_open: bool,
}

impl Told {
    fn averages(after: String, before: String) -> Told {
        Told {
            after,
            before,
            change: None,
            percent: None,
            limits: None,
            is_open: false,
        }
    }

    fn changed(&mut self, text: &str, direction: Direction) {
        let (points, percent) = points_and_percent(text);
        self.change = Some(amount(&points, direction));
        self.percent = percent;
    }
}

/// "20 points or 31 % lower" as "20 points lower" and "31".
fn points_and_percent(text: &str) -> (String, Option<String>) {
    let Some((points, percent)) = text.split_once(" or ").filter(|(_, rest)| rest.contains('%')) else {
        return (text.to_owned(), None);
    };
    let side = after(percent, "%");
    (format!("{points}{side}"), Some(number(percent)))
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The first number in a text, with its sign.
fn number(text: &str) -> String {
    let from = text
        .find(|c: char| c.is_ascii_digit())
        .unwrap_or_else(|| panic!("no number in {text:?}"));
    let sign = if text[..from].ends_with('−') || text[..from].ends_with('-') {
        "-"
    } else {
        ""
    };
    let digits = text[from..]
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .next()
        .unwrap();
    format!("{sign}{}", digits.trim_end_matches('.'))
}

fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    text.split_once(mark)
        .unwrap_or_else(|| panic!("no {mark:?} in {text:?}"))
        .1
}

fn before<'a>(text: &'a str, mark: &str) -> &'a str {
    text.split_once(mark)
        .unwrap_or_else(|| panic!("no {mark:?} in {text:?}"))
        .0
}

/// "1 point better", "20 points lower", "no change"; better and worse by the direction of the item.
fn amount(text: &str, direction: Direction) -> Amount {
    let none = Amount {
        size: "0".into(),
        side: 0,
    };
    if text.contains("no change") || text.contains("change in") {
        return none;
    }
    let size = number(text);
    assert!(
        size.bytes().any(|digit| (b'1'..=b'9').contains(&digit)),
        "a zero has no side: {text:?}"
    );
    let better = if direction == Direction::LowerIsBetter { -1 } else { 1 };
    let words = [("lower", -1), ("higher", 1), ("better", better), ("worse", -better)];
    let found = words.iter().find(|(word, _)| text.contains(word));
    assert!(text.contains("point") && !text.contains('%'), "points: {text:?}");
    assert!(
        (size == "1") == (text.contains("point ") || text.ends_with("point")),
        "plural: {text:?}"
    );
    Amount {
        size,
        side: found.unwrap_or_else(|| panic!("no side in {text:?}")).1,
    }
}

/// "7 to 31 points lower": the nearer and the further limit, which share unit and side.
fn shared(text: &str, direction: Direction) -> [Amount; 2] {
    let (near, far) = text
        .split_once(" to ")
        .unwrap_or_else(|| panic!("no limits in {text:?}"));
    let far = amount(far, direction);
    let near = Amount {
        size: number(near),
        ..far.clone()
    };
    let better = if direction == Direction::LowerIsBetter { -1 } else { 1 };
    if far.side == better { [far, near] } else { [near, far] }
}

/// The two limits, whether each has its unit or both share one.
fn limits(text: &str, direction: Direction) -> [Amount; 2] {
    let (one, other) = text
        .split_once(" to ")
        .unwrap_or_else(|| panic!("no limits in {text:?}"));
    if one.contains("point") || one.contains("no change") {
        [amount(one, direction), amount(other, direction)]
    } else {
        shared(text, direction)
    }
}

/// The sentence of the results page.
fn sentence(text: &str, direction: Direction) -> Told {
    let text = plain(text);
    let averaged = after(&text, " averaged ");
    let mut told = Told::averages(number(averaged), number(after(averaged, " against ")));
    if let Some((_, range)) = averaged.split_once("could be anywhere from ") {
        told.changed(before(after(averaged, "("), ")"), direction);
        told.limits = Some(limits(before(range, ". "), direction));
        told.is_open = true;
    } else if let Some((averages, range)) = averaged.split_once("(likely range ") {
        told.changed(after(averages, ": "), direction);
        told.limits = Some(limits(before(range, ")"), direction));
    }
    told
}

/// The sentence of the report.
fn finding(text: &str, direction: Direction) -> Told {
    let text = plain(text);
    let averaged = after(&text, " averaged ");
    let mut told = Told::averages(number(averaged), number(after(averaged, " against ")));
    if let Some((averages, range)) = averaged.split_once(", likely range ") {
        told.changed(averages.rsplit_once(": ").unwrap().1, direction);
        let range = range.trim_start_matches("from ");
        let (range, is_open) = match range.split_once(", so these days can't tell") {
            Some((range, _)) => (range, true),
            None => (&range[..range.find(". ").unwrap_or(range.len() - 1)], false),
        };
        told.limits = Some(limits(range, direction));
        told.is_open = is_open;
    }
    told
}

/// A cell whose unit stands in its head, as a sentence has it: "20 (31 %) better" as "20 points or 31 % better".
fn with_units(cell: &str) -> String {
    let with_unit = |amount: &str| {
        let Some((number, way)) = amount
            .split_once(' ')
            .filter(|(number, _)| number.parse::<f64>().is_ok())
        else {
            return amount.to_owned();
        };
        let unit = if number == "1" { "point" } else { "points" };
        match way.strip_prefix('(').and_then(|way| way.split_once(") ")) {
            Some((percent, way)) => format!("{number} {unit} or {percent} {way}"),
            None => format!("{number} {unit} {way}"),
        }
    };
    let amounts: Vec<String> = cell.split(" to ").map(with_unit).collect();
    amounts.join(" to ")
}

/// The first row of the report's table.
fn row(cells: &[String], direction: Direction) -> Told {
    let cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    let range = with_units(cells[4].trim_end_matches(" (early look)"));
    let mut told = Told::averages(number(&cells[2]), number(&cells[1]));
    if !cells[4].contains(" to ") && !cells[4].contains("no change") {
        return told;
    }
    told.is_open = cells[3].contains("can't tell");
    told.changed(&with_units(cells[3].trim_end_matches(", can't tell")), direction);
    let mut limits = limits(&range, direction);
    // The table begins with the worse limit, where each has its side.
    if range
        .split(" to ")
        .next()
        .is_some_and(|one| one.contains("point") || one.contains("no change"))
    {
        limits.reverse();
    }
    told.limits = Some(limits);
    told
}

/// The bar's words on the results page.
fn range_words(text: &str, direction: Direction) -> [Amount; 2] {
    let (worst, best) = before(after(text, ", from "), "; ").split_once(" to ").unwrap();
    [amount(best, direction), amount(worst, direction)]
}

/// The mean of whole ratings, rounded half away from zero with so many decimals as a text has, without a fraction on the
/// way.
fn rounded(mean: f64, n: usize, like: &str) -> String {
    let decimals = like.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let n = u64::try_from(n).unwrap();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "ratings"
    )]
    let sum = (mean * n as f64).round() as u64;
    let ten = 10_u64.pow(u32::try_from(decimals).unwrap());
    let units = (2 * sum * ten + n) / (2 * n);
    if decimals == 0 {
        units.to_string()
    } else {
        format!("{}.{:0decimals$}", units / ten, units % ten)
    }
}

fn value(text: &str) -> f64 {
    text.parse().unwrap()
}

/// What a reader finds who takes one printed average from the other and rounds that as the change beside them.
fn by_hand(before: &str, after: &str, decimals: usize) -> f64 {
    let thousandths = |text: &str| (value(text) * 1000.0).round();
    let difference = (thousandths(after) - thousandths(before)) / 1000.0;
    (difference / unit(decimals) * (1.0 + 1e-12)).round() * unit(decimals)
}

/// The size of the last decimal.
fn unit(decimals: usize) -> f64 {
    [1.0, 0.1, 0.01][decimals]
}

fn decimals(text: &str) -> usize {
    text.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

impl Amount {
    fn signed(&self) -> f64 {
        value(&self.size) * f64::from(self.side)
    }
}

/// What is told follows from the comparison, and from itself.
fn is_true(told: &Told, one: &Comparison) {
    let (means, window, baseline) = (
        one.contrast.means.unwrap(),
        one.contrast.window.unwrap(),
        one.contrast.reference.unwrap(),
    );
    assert_eq!(
        told.after,
        rounded(means.phase.mean, window.recorded, &told.after),
        "{told:?}"
    );
    assert_eq!(
        told.before,
        rounded(means.reference.mean, baseline.recorded, &told.before),
        "{told:?}"
    );
    assert_eq!(told.change.is_some(), one.contrast.range.is_some(), "{told:?}");
    let (Some(change), Some(limits)) = (&told.change, &told.limits) else {
        return;
    };
    if let Some(percent) = &told.percent {
        let exact = means.percent_improvement.unwrap();
        let follows = value(&told.after) - value(&told.before);
        let by_hand = 100.0 * follows / value(&told.before);
        let signed = value(percent) * f64::from(change.side);
        assert!((-signed - exact).abs() <= 0.5 + 1e-9, "{told:?}, exactly {exact}");
        assert!(
            (by_hand + exact).abs() <= 1.5 + 1e-9 && by_hand * signed > 0.0,
            "{told:?}"
        );
    }
    let told_decimals = decimals(&change.size);
    let by_hand = by_hand(&told.before, &told.after, told_decimals);
    assert!((change.signed() - by_hand).abs() < 1e-9, "{told:?} contradicts itself");
    // Averages of three decimals are as near as they get: their difference is that of the exact ones but for two halves of
    // the last one.
    let near = if decimals(&told.after) == 3 { 1e-3 } else { 1e-9 };
    assert!(
        (change.signed() - means.difference).abs() <= 0.5 * unit(told_decimals) + near,
        "{told:?}"
    );
    let signed = limits.clone().map(|limit| limit.signed());
    let (low, high) = (signed[0].min(signed[1]), signed[0].max(signed[1]));
    let model = one.contrast.range.unwrap().difference95;
    if (model.low..=model.high).contains(&means.difference) {
        assert!(low <= change.signed() && change.signed() <= high, "{told:?}");
    }
    let holds_none = low <= 0.0 && high >= 0.0;
    assert_eq!(told.is_open, holds_none && one.main, "{told:?}");
    for limit in limits.iter().filter(|limit| limit.side != 0) {
        assert!(decimals(&limit.size) >= decimals(&change.size), "{told:?}");
    }
}

/// Ratings of one phase: around a level, as far apart as `spread`, missing where there is none.
#[derive(Debug, Clone)]
struct Stretch {
    kind: PhaseKind,
    days: Vec<Option<i64>>,
}

fn stretch(kind: PhaseKind, length: std::ops::Range<usize>) -> impl Strategy<Value = Stretch> {
    let level = prop_oneof![0..=12_i64, 0..=100_i64, select(vec![0_i64, 1, 50, 99, 100])];
    (
        level,
        prop_oneof![0..=2_i64, 0..=20_i64, Just(60_i64)],
        vec((any::<u16>(), 0..10_u8), length),
    )
        .prop_map(move |(level, spread, days)| Stretch {
            kind: kind.clone(),
            days: days
                .into_iter()
                .map(|(noise, answered)| {
                    let rating = level + i64::from(noise) % (spread + 1) - spread / 2;
                    (answered > 0).then_some(rating.clamp(0, 100))
                })
                .collect(),
        })
}

/// A diary with pain and a mirrored item of its own; some begin with LDN.
fn diary() -> impl Strategy<Value = Diary> {
    let phases = (
        stretch(PhaseKind::Baseline, 7..20),
        stretch(PhaseKind::Ldn, 15..50),
        proptest::option::of(prop_oneof![
            stretch(PhaseKind::Placebo, 15..40),
            stretch(support::other_medicine(), 15..40)
        ]),
        0..10_u8,
        any::<bool>(),
        proptest::option::of((0..60_u64, select(vec![Sampling::SevenAMonth, Sampling::Rests]))),
    );
    phases.prop_map(|(baseline, ldn, other, first, steps, sampled)| {
        let baseline = (first > 0).then_some(baseline);
        let mut diary = made(
            &baseline.into_iter().chain([ldn]).chain(other).collect::<Vec<_>>(),
            steps,
        );
        if let (Some((after, sampling)), Some(first)) = (sampled, diary.first_day()) {
            diary.rest.sampling.change(first + Days::new(after), sampling);
        }
        diary
    })
}

fn made(stretches: &[Stretch], steps: bool) -> Diary {
    let own = OwnItem {
        id: OwnId::new("own_1").unwrap(),
        name: Name::new("Fog").unwrap(),
        better: Direction::HigherIsBetter,
        archived: false,
        unknown: Unknown::default(),
    };
    let settings = Settings::default().with_own_items(vec![own.clone()]).unwrap();
    let mut date: NaiveDate = "2027-01-01".parse().unwrap();
    let (mut phases, mut doses, mut days) = (Vec::new(), Vec::new(), Vec::new());
    for stretch in stretches {
        phases.push(Phase::new(stretch.kind.clone(), date, None));
        if steps && stretch.kind == PhaseKind::Ldn {
            doses.push(DoseStep::new(date, Dose::from_micrograms(1500).unwrap()));
            doses.push(DoseStep::new(
                date + Days::new(10),
                Dose::from_micrograms(4500).unwrap(),
            ));
        }
        for rating in &stretch.days {
            if let Some(rating) = *rating {
                let mut answers = Answers::default();
                answers
                    .items
                    .insert(StandardItem::Pain.into(), Rating::new(rating).unwrap());
                answers
                    .items
                    .insert(ItemId::Own(own.id.clone()), Rating::new(100 - rating).unwrap());
                let evening = date.and_hms_opt(21, 0, 0).unwrap().and_utc().fixed_offset();
                days.push(Day::record(date, answers, evening, DayEnd::default()).unwrap());
            }
            date = date + Days::new(1);
        }
    }
    Diary::restore(settings, Treatment::new(phases, doses).unwrap(), days)
}

fn page(diary: &Diary, last: NaiveDate, item: &ItemId, phase: &str) -> Option<Shown> {
    match results(diary, last, Wanted::of(item.as_str(), phase, LateDays::Included)) {
        Results::Shown(shown) => (shown.item == item.as_str()).then_some(*shown),
        Results::Waiting(_) | Results::OfTrial(_) => None,
    }
}

/// The rows of the other items.
fn others_agree(shown: &Shown, one: &Comparison, compared: &[Comparison]) {
    for other in &shown.others {
        let same = |beside: &&Comparison| beside.phase == one.phase && beside.item.as_str() == other.id;
        let beside = compared.iter().find(same).unwrap();
        let (window, reference) = (beside.contrast.window.unwrap(), beside.contrast.reference.unwrap());
        let means = beside.contrast.means.unwrap();
        let (then, now) = other.averages.split_once(" → ").unwrap();
        assert_eq!(
            number(then),
            rounded(means.reference.mean, reference.recorded, &number(then))
        );
        assert_eq!(number(now), rounded(means.phase.mean, window.recorded, &number(now)));
        assert_eq!(then.ends_with("on placebo"), beside.against == Against::Placebo);
    }
}

/// All that the results page says of a comparison.
fn results_agree(diary: &Diary, last: NaiveDate, one: &Comparison, compared: &[Comparison], table: &Table) {
    let shown = page(diary, last, &one.item, &one.phase.to_string()).unwrap();
    let direction = one.direction;
    if one.contrast.means.is_none() {
        assert_eq!(shown.answer.number, None);
        return;
    }
    let told = sentence(&shown.answer.sentence, direction);
    is_true(&told, one);
    let stage = one.stage();
    assert_eq!(shown.answer.stage.is_some(), told.change.is_some());
    let in_large = one.main && matches!(stage, Some(Stage::SoFar | Stage::Final));
    assert_eq!(shown.answer.number.is_some(), in_large);
    if let Some(range) = &told.limits {
        let of_bar = range_words(&shown.answer.range_words, direction);
        assert_eq!(of_bar, *range, "{}", shown.answer.range_words);
    }
    if let (Some(number), Some(change)) = (&shown.answer.number, &told.change) {
        let words = &shown.answer.number_words;
        let text = match stage {
            _ if told.is_open => after(words, "The averages: ").to_owned(),
            Some(Stage::Final) => words.clone(),
            _ => format!("{number} {words}"),
        };
        assert_eq!(amount(&text, direction), *change, "{text}");
        assert_eq!(number.starts_with("Can’t tell"), told.is_open);
        let verdict = one.finding().verdict.unwrap();
        let judged = [(Verdict::Better, "Better"), (Verdict::Worse, "Worse")];
        for (side, word) in judged {
            assert_eq!(
                number == word,
                stage == Some(Stage::Final) && verdict == side,
                "{number}"
            );
        }
    }
    others_agree(&shown, one, compared);
    if let Some(days) = shown.small.iter().find(|small| small.title.contains("day by day")) {
        let title = after(&days.title, "day by day: ");
        assert_eq!(
            [number(title), number(after(title, ","))],
            [told.before.clone(), told.after.clone()],
            "{title}"
        );
        let summary = after(&days.summary, &format!("{}: mean ", one.against.at_first()));
        assert_eq!(
            [number(summary), number(after(summary, ": mean "))],
            [told.before.clone(), told.after.clone()]
        );
        let cells: Vec<&String> = days.table.rows.iter().map(|row| &row[2]).collect();
        let exact = [
            (&one.contrast.means.unwrap().reference, one.contrast.reference),
            (&one.contrast.means.unwrap().phase, one.contrast.window),
        ];
        for (cell, (spread, window)) in cells.into_iter().zip(exact) {
            assert_eq!(*cell, rounded(spread.mean, window.unwrap().recorded, cell));
        }
    }
    if let Some(doses) = shown.small.iter().find(|small| small.title.contains("on each dose")) {
        let latest = doses.summary.rsplit_once(": mean ").unwrap().1;
        assert_eq!(number(latest), told.after, "{}", doses.summary);
    }
    let layer = second_layer(
        diary,
        last,
        Wanted::of(one.item.as_str(), &one.phase.to_string(), LateDays::Included),
    )
    .unwrap();
    let mean = &layer.facts.iter().find(|fact| fact.name == "Mean").unwrap().value;
    let cells = [number(mean), number(after(mean, ", "))];
    let name = if direction == Direction::LowerIsBetter {
        "Pain"
    } else {
        "Fog"
    };
    let mut same_item = compared.iter().filter(|other| other.item == one.item);
    let place = same_item.position(|other| other.phase == one.phase).unwrap();
    let all = table.rows.iter().filter(|row| row[0] == name).nth(place).unwrap();
    let (means, windows) = (
        one.contrast.means.unwrap(),
        [one.contrast.reference, one.contrast.window],
    );
    let recorded = windows.map(|window| window.unwrap().recorded);
    for pair in [cells, [all[4].clone(), all[5].clone()]] {
        assert_eq!(pair[0], rounded(means.reference.mean, recorded[0], &pair[0]));
        assert_eq!(pair[1], rounded(means.phase.mean, recorded[1], &pair[1]));
    }
    let difference = value(&number(&all[6]));
    assert!(
        (difference - by_hand(&all[4], &all[5], 1)).abs() < 1e-9,
        "{all:?} contradicts itself"
    );
    if let Some(change) = told.change {
        assert!((change.signed() - difference).abs() < 0.61, "{change:?} and {all:?}");
    }
}

fn choices(last: NaiveDate, item: &ItemId) -> Choices {
    Choices {
        items: vec![item.clone()],
        ..support::choices(last)
    }
}

/// All that the report says of it, and the chart.
fn report_agrees(diary: &Diary, last: NaiveDate, item: &ItemId) {
    let report = Report::of(diary, &choices(last, item));
    let text: String = report.finding.iter().map(|words| words.text.as_str()).collect();
    let html = plain(&without_tags(&report.html()));
    assert!(html.contains(&plain(&text)), "{html}");
    let fonts = Fonts::read(LETTERS).unwrap();
    if let Some(pdf) = text_of(&pdf::write(&report, &fonts)) {
        let closed = |text: &str| text.split_whitespace().collect::<String>();
        assert!(closed(&plain(&pdf)).contains(&closed(&text)), "{pdf}");
    }
    let analysis = analyse(diary, last, LateDays::Included);
    let Some(shown) = page(diary, last, item, "") else {
        return;
    };
    let one = analysis
        .comparisons
        .iter()
        .find(|one| one.phase.to_string() == shown.phase && one.item == *item)
        .unwrap();
    if one.contrast.means.is_none() {
        assert!(
            one.against != Against::Baseline || !text.contains("averaged") || text.contains(" it averaged"),
            "{text}"
        );
        assert!(
            !report.tables[0].rows[0]
                .iter()
                .any(|cell| cell.contains("better") || cell.contains("worse")),
            "no number of a comparison before there is one: {:?}",
            report.tables[0].rows[0]
        );
        return;
    }
    let told = sentence(&shown.answer.sentence, one.direction);
    assert_eq!(
        finding(&text, one.direction),
        told,
        "{text} | {}",
        shown.answer.sentence
    );
    assert_eq!(
        row(&report.tables[0].rows[0], one.direction),
        told,
        "{:?} | {}",
        report.tables[0].rows[0],
        shown.answer.sentence
    );
    for cell in &report.tables[0].rows[0] {
        assert!(html.contains(&plain(cell)), "{cell}");
    }
    if let Some((_, beside)) = text.split_once(" it averaged ") {
        let other = analysis
            .comparisons
            .iter()
            .find(|one| one.kind.is_taken() && one.kind != PhaseKind::Ldn && one.item == *item)
            .unwrap();
        // Of a phase of which no day counts, all days are averaged.
        let compared = other.contrast.means.zip(other.contrast.window);
        let all = || {
            let phase = analysis.phases.iter().find(|phase| phase.index == other.phase);
            let all = &phase.unwrap().items[item];
            (all.mean, all.n)
        };
        let (mean, recorded) = compared.map_or_else(all, |(means, window)| (means.phase.mean, window.recorded));
        assert_eq!(number(beside), rounded(mean, recorded, &number(beside)));
        assert_eq!(
            decimals(&number(beside)),
            decimals(&told.after),
            "one row, one rounding: {text}"
        );
    }
}

/// The title and the words of the chart over time: means of whole phases.
fn chart_agrees(diary: &Diary, last: NaiveDate) {
    let study = Study::of(diary, last, LateDays::Included);
    let drawn = timeline(
        diary,
        &study,
        &[StandardItem::Pain.into()],
        Span::All,
        None,
        &Palette::LIGHT,
        Room::default(),
    );
    let phases = study.phases();
    let pain = |kind| {
        let phase = phases.iter().find(|phase| phase.kind == kind)?;
        phase.items.get(&StandardItem::Pain.into()).copied()
    };
    let title = &drawn.figure.title;
    if let (Some(baseline), Some((_, mean))) = (pain(PhaseKind::Baseline), title.split_once(": mean ")) {
        assert_eq!(
            number(mean),
            rounded(baseline.mean, baseline.n, &number(mean)),
            "{title}"
        );
        if let (Some(ldn), Some((_, mean))) = (pain(PhaseKind::Ldn), title.split_once("baseline, ")) {
            assert_eq!(number(mean), rounded(ldn.mean, ldn.n, &number(mean)), "{title}");
        }
    }
}

/// The text of a document. Words of one sentence stand side by side; cells do not.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        let (tag, rest) = part.split_once('>').unwrap_or(("", part));
        if !tag.contains("span") && !tag.contains("strong") {
            text.push(' ');
        }
        text.push_str(rest);
    }
    text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// The text of a PDF file, where the tool that reads it is installed.
fn text_of(file: &[u8]) -> Option<String> {
    let reader = Command::new("pdftotext")
        .args(["-layout", "-l", "1", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut reader = reader.ok()?;
    reader.stdin.take()?.write_all(file).ok()?;
    let output = reader.wait_with_output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn all_agree(diary: &Diary) {
    let last = diary.last_day().unwrap();
    let analysis = analyse(diary, last, LateDays::Included);
    let table = all_results(diary, last, LateDays::Included);
    for one in &analysis.comparisons {
        results_agree(diary, last, one, &analysis.comparisons, &table);
    }
    for item in [
        ItemId::from(StandardItem::Pain),
        ItemId::Own(OwnId::new("own_1").unwrap()),
    ] {
        report_agrees(diary, last, &item);
    }
    chart_agrees(diary, last);
}

/// The line of means of the chart, and that of the report read off its drawing, to a tenth of a point.
#[test]
fn chart_and_report_draw_one_running_mean() {
    let sample = include_str!("../fixtures/cases/diary-stanford-2013.json");
    let diary = backup::read(sample, LAST_DATE).unwrap();
    let last = diary.last_day().unwrap();
    let study = Study::of(&diary, last, LateDays::Included);
    let pain = [ItemId::from(StandardItem::Pain)];
    let drawn = timeline(&diary, &study, &pain, Span::All, None, &Palette::LIGHT, Room::default());
    let series = drawn.figure.option["series"].as_array().unwrap();
    let line = series.iter().find(|series| series["name"] == "pain-mean").unwrap();
    let means: Vec<Option<f64>> = line["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| point[1].as_f64())
        .collect();

    let diagram = item_chart(&diary, &choices(last, &pain[0]), &pain[0]).unwrap();
    assert!(
        diagram.words.contains(&ldn_diary::trial::running_mean_said()),
        "its legend says what it is"
    );
    let level = |name: &str| {
        let found = diagram.shapes.iter().find_map(|shape| match shape {
            Shape::Text { text, at, .. } if text == name => Some(at.1),
            _ => None,
        });
        found.unwrap()
    };
    let (lowest, highest) = (level("0"), level("100"));
    let thick = diagram.shapes.iter().find_map(|shape| match shape {
        Shape::Lines { lines, width, .. } if (*width - 0.5).abs() < 1e-9 => Some(lines),
        _ => None,
    });
    // The labels stand a little below their lines.
    let value = |y: &f64| 100.0 * (lowest - 0.9 - y) / (lowest - highest);
    let of_report: Vec<f64> = thick.unwrap().iter().flatten().map(|(_, y)| value(y)).collect();
    let runs = means.split(Option::is_none).filter(|run| run.len() > 1);
    let of_chart: Vec<f64> = runs.flatten().filter_map(|mean| *mean).collect();
    assert_eq!(of_chart.len(), of_report.len());
    assert!(of_chart.len() > 100);
    for (chart, report) in of_chart.iter().zip(&of_report) {
        assert!(
            (chart - report).abs() < 0.06,
            "{chart} in the chart, {report} in the report"
        );
    }
}

/// A stretch of so many days that rate 60 and 61 in turn.
fn days(kind: PhaseKind, count: usize) -> Stretch {
    let days = (0..count).map(|day| Some(if day % 2 == 0 { 60 } else { 61 }));
    Stretch {
        kind,
        days: days.collect(),
    }
}

fn told(stretches: &[Stretch], phase: &str) -> (Shown, Report) {
    let (diary, pain) = (made(stretches, false), ItemId::from(StandardItem::Pain));
    let last = diary.last_day().unwrap();
    let report = Report::of(&diary, &choices(last, &pain));
    (page(&diary, last, &pain, phase).unwrap(), report)
}

#[test]
fn a_phase_that_is_over_waits_for_nothing() {
    use PhaseKind::{Baseline, Ldn, Placebo};
    let (shown, report) = told(&[days(Baseline, 14), days(Ldn, 10), days(Placebo, 40)], "1");
    let row = report.tables[0].rows[0].join(" | ");
    let finding: String = report.finding.iter().map(|words| words.text.as_str()).collect();
    for text in [&shown.answer.sentence, &finding, &row] {
        for word in ["so far", "So far", "yet", "settling"] {
            assert!(!text.contains(word), "{text}");
        }
    }
    assert!(row.contains("not compared | too short"), "{row}");
    assert!(shown.answer.sentence.contains("no comparison") && finding.contains("can't be compared"));
}

// Words of order come from dates.
#[test]
fn a_washout_before_the_ldn_phase_is_not_after_stopping() {
    use PhaseKind::{Baseline, Ldn, Washout};
    let (_, report) = told(&[days(Baseline, 14), days(Washout, 30), days(Ldn, 40)], "2");
    let finding: String = report.finding.iter().map(|words| words.text.as_str()).collect();
    assert!(
        finding.contains(" In the washout before that it averaged "),
        "{finding}"
    );
    let (_, report) = told(&[days(Baseline, 14), days(Ldn, 40), days(Washout, 30)], "1");
    let finding: String = report.finding.iter().map(|words| words.text.as_str()).collect();
    assert!(finding.contains(" After stopping it averaged "), "{finding}");
}

/// A trial of one from the first day on, that was revealed on its last evening or in its course: what it holds is told like
/// any comparison.
fn of_trial() -> impl Strategy<Value = (Diary, u64)> {
    (
        proptest::array::uniform18(any::<u8>()),
        2..=3_i64,
        0..=90_u64,
        vec((0..=30_i64, 0..10_u8), 21 * 6),
        (0..=70_i64, 0..=40_i64),
    )
        .prop_map(|(random, pairs, early, days, (level, shift))| {
            let first: NaiveDate = "2027-01-01".parse().unwrap();
            let plan = TrialPlan::new(pairs, 21, first).unwrap();
            let order = draw(&random, plan);
            let dose = Dose::from_micrograms(4500).unwrap();
            let evening = |date: NaiveDate| date.and_hms_opt(20, 0, 0).unwrap().and_utc().fixed_offset();
            let begun = TrialOfOne::new(order.commit_code(), plan, (dose, Form::Capsule), evening(first));
            let treatment = Treatment::default().begin_trial(&begun).unwrap();
            let last = plan.ends() - Days::new(1);
            let day = last - Days::new(if early > 45 { 0 } else { early });
            let opened = open(&begun, order.reveal_code().as_str(), evening(day), DayEnd::default()).unwrap();
            let treatment = treatment.reveal_trial(&begun.commit, opened).unwrap();
            let mut all = Vec::new();
            for (date, (noise, answered)) in first.iter_days().take_while(|date| *date <= last).zip(&days) {
                let on_ldn = treatment
                    .phase_on(date)
                    .is_some_and(|(_, phase)| phase.kind == PhaseKind::Ldn);
                let pain = level + noise - if on_ldn { shift.min(level) } else { 0 };
                if *answered > 0 {
                    let mut answers = Answers::default();
                    answers
                        .items
                        .insert(StandardItem::Pain.into(), Rating::new(pain).unwrap());
                    answers
                        .items
                        .insert(StandardItem::Thinking.into(), Rating::new(100 - pain).unwrap());
                    all.push(Day::record(date, answers, evening(date), DayEnd::default()).unwrap());
                }
            }
            (Diary::restore(Settings::default(), treatment, all), early)
        })
}

/// All that is said of a trial of one.
fn trial_agrees(diary: &Diary) {
    let last: NaiveDate = diary.treatment.trials_of_one()[0].ends;
    let analysis = analyse(diary, last, LateDays::Included);
    let [pooled] = &analysis.pooled[..] else {
        panic!("{:?}", analysis.pooled)
    };
    for item in [StandardItem::Pain, StandardItem::Thinking] {
        let item = ItemId::from(item);
        let study = Study::of(diary, last, LateDays::Included);
        let one = study.pooled(0, &item).unwrap().answer;
        let wanted = Wanted::of(item.as_str(), "trial-2027-01-01", LateDays::Included);
        let page = results::of_trial(diary, last, wanted).unwrap();
        let shown = &page.shown;
        assert_eq!(shown.item, item.as_str());
        let report = Report::of(diary, &choices(last, &item));
        let text: String = report.finding.iter().map(|words| words.text.as_str()).collect();
        if one.contrast.means.is_none() {
            assert!(!shown.answer.sentence.contains("averaged"), "{}", shown.answer.sentence);
            assert_eq!(shown.answer.number, None);
            continue;
        }
        let told = sentence(&shown.answer.sentence, one.direction);
        is_true(&told, &one);
        assert_eq!(one.main, item == StandardItem::Pain.into());
        if let Some(range) = &told.limits {
            assert_eq!(range_words(&shown.answer.range_words, one.direction), *range);
        }
        assert_eq!(
            row(&report.tables[0].rows[0], one.direction),
            told,
            "{:?}",
            report.tables[0].rows[0]
        );
        if one.main {
            assert_eq!(finding(&text, one.direction), told, "{text}");
            assert_eq!(pooled.answer, one);
            let others: Vec<&str> = shown.others.iter().map(|other| other.id.as_str()).collect();
            let has_range = |item: StandardItem| study.pooled(0, &item.into()).unwrap().answer.contrast.range.is_some();
            assert_eq!(others.contains(&"thinking"), has_range(StandardItem::Thinking));
        } else {
            assert_eq!((shown.answer.number.as_ref(), told.is_open), (None, false));
        }
        let table = results::all_of_trial(diary, last, wanted);
        let means = one.contrast.means.unwrap();
        let line = &table.rows[usize::from(!one.main)];
        assert!(
            (value(&line[6].replace('−', "-")) - means.difference).abs() <= 0.051,
            "{line:?}"
        );
        // Each pair has the averages of its days, in words, in its drawing and in its table.
        let pairs = shown
            .small
            .iter()
            .find(|small| small.title.starts_with("Pair by pair"))
            .unwrap();
        for (pair, line) in study.pooled(0, &item).unwrap().pairs.iter().zip(&pairs.table.rows) {
            for (side, cell) in [(pair.placebo, &line[2]), (pair.ldn, &line[3])] {
                match side {
                    Some((mean, days)) => {
                        assert!((value(before(cell, " (")) - mean).abs() <= 0.51, "{cell}");
                        assert_eq!(before(after(cell, "("), ")"), days.to_string());
                    }
                    None => assert_eq!(cell, "–"),
                }
            }
        }
        let drawn = pairs.diagram.words().join("\n");
        for line in &pairs.diagram.words()[..pairs.table.rows.len()] {
            assert!(pairs.summary.contains(line), "{line}: {}", pairs.summary);
        }
        assert!(!drawn.contains("NaN"));
        assert_eq!(shown.answer.stage.is_some(), one.contrast.range.is_some());
    }
}

proptest! {
    #![proptest_config(crate::cases(32))]

    #[test]
    fn every_output_says_the_same_of_a_trial_of_one((diary, _) in of_trial()) {
        trial_agrees(&diary);
    }

    #[test]
    fn every_output_says_the_same_of_one_comparison(diary in diary().prop_filter("a day", |diary| diary.last_day().is_some())) {
        all_agree(&diary);
    }
}
