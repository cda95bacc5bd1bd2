//! Days that the diary does not ask of (P9) are not missing: not in a calendar, a share, a rule or a sentence.

use chrono::{Datelike, Days, NaiveDate};
use ldn_diary::diary::{
    Answers, Day, DayState, Diary, Dose, DoseStep, Phase, PhaseKind, Rating, Sampling, SamplingPlan, Settings,
    StandardItem, Treatment,
};
use ldn_diary::exchange::{analysis, backup};
use ldn_diary::report::{Choices, Report};
use ldn_diary::results::{Results, Wanted, results};
use ldn_diary::trial::{Caveat, Comparison, LateDays, Status, analyse};
use proptest::prelude::*;

use crate::generated;
use crate::support::{choices, date};

const PAIN: StandardItem = StandardItem::Pain;

fn evening(date: NaiveDate) -> chrono::DateTime<chrono::FixedOffset> {
    date.and_hms_opt(21, 0, 0).unwrap().and_utc().fixed_offset()
}

/// Two weeks of baseline from 1 January 2027, then LDN; asked like `sampling` from `from` on, and answered on the days that
/// `answered` tells.
fn diary(from: &str, sampling: Sampling, days: u64, answered: impl Fn(NaiveDate) -> bool) -> Diary {
    let first = date("2027-01-01");
    let ldn = first + Days::new(14);
    let phases = vec![
        Phase::new(PhaseKind::Baseline, first, None),
        Phase::new(PhaseKind::Ldn, ldn, None),
    ];
    let doses = vec![DoseStep::new(ldn, Dose::from_micrograms(4500).unwrap())];
    let mut recorded = Vec::new();
    for (place, day) in (0_i64..).zip(first.iter_days().take(usize::try_from(days).unwrap())) {
        if answered(day) {
            let mut answers = Answers::default();
            let level = if day < ldn { 60 } else { 40 };
            let rating = Rating::new(level + place * 7 % 5).unwrap();
            answers.items.insert(PAIN.into(), rating);
            if day >= ldn {
                answers.dose_taken = Some(Dose::from_micrograms(4500).unwrap());
            }
            recorded.push(Day::record(day, answers, evening(day), diary_end()).unwrap());
        }
    }
    let mut diary = Diary::restore(Settings::default(), Treatment::new(phases, doses).unwrap(), recorded);
    diary.rest.sampling.change(date(from), sampling);
    diary
}

fn diary_end() -> ldn_diary::diary::DayEnd {
    ldn_diary::diary::DayEnd::default()
}

/// Whether a day is one of the first so many of its month, or lies before the diary asks less.
fn first_days(from: &str, most: u32) -> impl Fn(NaiveDate) -> bool {
    let from = date(from);
    move |day| day < from || day.day() <= most
}

fn on_ldn(diary: &Diary, as_of: NaiveDate) -> Comparison {
    compared(diary, as_of).unwrap()
}

fn compared(diary: &Diary, as_of: NaiveDate) -> Option<Comparison> {
    let analysis = analyse(diary, as_of, LateDays::Included);
    let mut all = analysis.comparisons.into_iter();
    all.find(|one| one.item == PAIN.into())
}

// A2, A3: the 84 days from 15 January on end with 8 April; from 29 January on they count.
#[test]
fn seven_days_a_month_are_whole_weeks_and_too_few_of_them_stay_too_few() {
    let from = "2027-01-30";
    let as_of = date("2027-04-08");
    let all = diary(from, Sampling::SevenAMonth, 98, first_days(from, 7));
    let told = on_ldn(&all, as_of);
    let window = told.contrast.window.unwrap();
    assert_eq!((window.calendar, window.days, window.recorded), (70, 22, 22));
    assert_eq!(told.contrast.status, Status::Ready);
    assert!(!told.caveats.contains(&Caveat::ManyDaysMissing) && !told.caveats.contains(&Caveat::UnevenDays));
    assert!(told.caveats.contains(&Caveat::Sampled { rested: 48 }));
    assert_eq!(told.doses.map(|doses| (doses.taken, doses.planned)), Some((22, 22)));

    // Where the same days stand in a diary that asks every day, most are missing.
    let mut asked = all.clone();
    asked.rest.sampling = SamplingPlan::default();
    let missed = on_ldn(&asked, as_of);
    assert_eq!(missed.contrast.status.id(), "too_few_days");
    assert_eq!(
        missed.contrast.means, told.contrast.means,
        "no mean depends on what was asked"
    );

    // Three of seven: under half of what was asked.
    let few = on_ldn(&diary(from, Sampling::SevenAMonth, 98, first_days(from, 3)), as_of);
    let window = few.contrast.window.unwrap();
    assert_eq!((window.days, window.recorded), (22, 10));
    assert!(matches!(few.contrast.status, Status::TooFewDays { phase_lacks: 1, .. }));

    // One week of the phase alone: seven days stay seven.
    let week = diary(from, Sampling::SevenAMonth, 38, |day| {
        day < date("2027-01-15") || day.month() == 2
    });
    let told = on_ldn(&week, date("2027-02-07"));
    assert_eq!(told.contrast.window.unwrap().recorded, 7);
    assert_eq!(told.contrast.status.id(), "early_look");
}

#[test]
fn what_is_waited_for_comes_on_the_day_that_is_said_where_every_day_that_is_asked_is_answered() {
    for (from, days) in [
        ("2027-01-20", 25),
        ("2027-01-30", 38),
        ("2027-01-17", 22),
        ("2027-02-05", 33),
    ] {
        let answered = first_days(from, 7);
        let now = diary(from, Sampling::SevenAMonth, days, &answered);
        let as_of = date("2027-01-01") + Days::new(days - 1);
        let (waits, reached): (_, fn(&Comparison) -> bool) = match compared(&now, as_of)
            .unwrap_or_else(|| panic!("{from}, {days} days: not compared"))
            .contrast
            .status
        {
            Status::SettlingIn { ready_from } | Status::TooFewDays { ready_from, .. } => {
                (ready_from, |one| one.contrast.status.has_range())
            }
            Status::EarlyLook { full_from, .. } => (full_from, |one| one.contrast.status == Status::Ready),
            status => panic!("{from}, {days} days: {status:?}"),
        };
        let ready = waits.unwrap_or_else(|| panic!("{from}, {days} days: never"));
        let later = diary(from, Sampling::SevenAMonth, 120, &answered);
        let has_range = |day: NaiveDate| compared(&later, day).is_some_and(|one| reached(&one));
        assert!(has_range(ready), "{from}, {days} days: {ready}");
        assert!(!has_range(ready.pred_opt().unwrap()), "{from}, {days} days: {ready}");
    }
}

#[test]
fn no_count_of_missing_days_grows_while_the_diary_rests() {
    let from = "2027-04-09";
    let rests = diary(from, Sampling::Rests, 98, |_| true);
    let said = |today: &str| {
        let today = date(today);
        let as_of = rests.as_of(today);
        let kept = rests.kept(date("2027-01-01"), today, today);
        let paper = Report::of(&rests, &choices(as_of));
        let told = on_ldn(&rests, as_of);
        let analysis = analyse(&rests, as_of, LateDays::Included);
        let phase = analysis.phases.last().unwrap();
        (
            (kept.days, kept.recorded),
            paper.facts.iter().find(|fact| fact.contains(" recorded")).cloned(),
            (told.contrast.window, told.contrast.means, told.caveats),
            (phase.days, phase.recorded, phase.doses),
        )
    };
    let once = said("2027-04-09");
    assert_eq!(once.0, (98, 98));
    for later in ["2027-04-10", "2027-06-01", "2028-04-08"] {
        assert_eq!(said(later), once, "{later}");
    }
    assert_eq!(
        rests.day_state(date("2027-05-01"), date("2027-06-01")),
        DayState::NotAsked
    );
    let with_days = Choices {
        every_day: true,
        ..choices(date("2027-06-01"))
    };
    let paper = Report::of(&rests, &with_days);
    let texts = paper.texts().join("\n");
    assert!(texts.contains("not asked on 54 days"), "{texts}");
    assert!(!texts.contains("not recorded"), "{texts}");
    assert!(texts.contains("9 Apr to 1 Jun 2027: not asked (54 days)"), "{texts}");
}

#[test]
fn a_day_that_was_answered_unasked_counts_and_is_named() {
    let from = "2027-01-30";
    let picked = diary(from, Sampling::SevenAMonth, 98, |day| {
        first_days(from, 7)(day) || day.day() == 20
    });
    let told = on_ldn(&picked, date("2027-04-08"));
    let window = told.contrast.window.unwrap();
    assert_eq!((window.days, window.recorded, window.unasked), (24, 24, 2));
    assert!(told.caveats.contains(&Caveat::Unasked { days: 2 }));
    let kept = picked.kept(date("2027-02-01"), date("2027-02-28"), date("2027-04-08"));
    assert_eq!((kept.days, kept.recorded), (8, 8));
    assert_eq!(
        picked.day_state(date("2027-02-21"), date("2027-04-08")),
        DayState::NotAsked
    );
}

// A11: the page, the report and the analysis document give the same counts.
#[test]
fn every_output_counts_the_days_that_were_asked_of() {
    let from = "2027-01-30";
    let all = diary(from, Sampling::SevenAMonth, 98, first_days(from, 7));
    let as_of = date("2027-04-08");
    let Results::Shown(shown) = results(&all, as_of, Wanted::of("", "", LateDays::Included)) else {
        panic!("a comparison");
    };
    let page = format!("{shown:?}").replace('\u{a0}', " ");
    assert!(
        page.contains("22 of 22 days") && page.contains("48 of the days compared are not"),
        "{page}"
    );
    let paper = Report::of(&all, &choices(as_of)).texts().join("\n");
    assert!(
        paper.contains("22 of 22 days") && paper.contains("48 of the days compared are not"),
        "{paper}"
    );
    let document: serde_json::Value =
        serde_json::from_str(&analysis::write(&analyse(&all, as_of, LateDays::Included))).unwrap();
    let window = &document["answers"][0]["window"];
    assert_eq!(
        (&window["days"], &window["asked"]),
        (&70.into(), &22.into()),
        "{window}"
    );
    assert_eq!(document["answers"][0]["reference"].get("asked"), None);
}

proptest! {
    #![proptest_config(crate::cases(48))]

    // No number but the counts of days depends on what was asked, and a plan that asks every day changes nothing.
    #[test]
    fn what_was_asked_moves_no_mean(diary in generated::diary()) {
        let Some(as_of) = diary.last_day() else { return Ok(()); };
        let mut daily = diary.clone();
        daily.rest.sampling = SamplingPlan::default();
        let [sampled, every_day] = [&diary, &daily].map(|diary| analyse(diary, as_of, LateDays::Included));
        for (one, other) in sampled.comparisons.iter().zip(&every_day.comparisons) {
            prop_assert_eq!(&one.contrast.means, &other.contrast.means);
            for (window, all) in [
                (one.contrast.window, other.contrast.window),
                (one.contrast.reference, other.contrast.reference),
            ] {
                let (Some(window), Some(all)) = (window, all) else { continue };
                prop_assert_eq!(window.recorded, all.recorded);
                prop_assert!(window.recorded <= window.days && window.days <= all.days);
                prop_assert_eq!(window.calendar, all.days);
            }
        }
        for (phase, all) in sampled.phases.iter().zip(&every_day.phases) {
            prop_assert!(phase.recorded <= phase.days && phase.days <= all.days);
        }
        let json = backup::text(&diary);
        prop_assert!(!diary.rest.sampling.changes().is_empty() || !json.contains("\"sampling\""));
    }
}
