//! The rules A1 to A8 on small diaries made by hand.

use chrono::{Days, NaiveDate};

use super::*;
use crate::diary::{
    Against, Answers, Day, DayEnd, Diary, Direction, Dose, DoseStep, ItemId, Name, Phase, PhaseKind, Rating, Settings,
    SideEffectId, StandardItem, StandardSideEffect, Tag, Treatment,
};

const PAIN: ItemId = ItemId::Standard(StandardItem::Pain);
const SLEEP: ItemId = ItemId::Standard(StandardItem::SleepQuality);
const DREAMS: SideEffectId = SideEffectId::Standard(StandardSideEffect::VividDreams);

/// The day `n` of a diary that begins on 1 January 2026, counted from 0.
fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date") + Days::new(n)
}

/// A diary with phases and dose steps that begin on the given days.
fn diary(phases: &[(PhaseKind, u64)], steps: &[(u64, u64)]) -> Diary {
    let phases = phases
        .iter()
        .map(|(kind, from)| Phase::new(kind.clone(), day(*from), None))
        .collect();
    let dose = |micrograms| Dose::from_micrograms(micrograms).expect("a dose");
    let steps = steps
        .iter()
        .map(|&(from, micrograms)| DoseStep::new(day(from), dose(micrograms)))
        .collect();
    Diary::restore(
        Settings::default(),
        Treatment::new(phases, steps).expect("they rise"),
        [],
    )
}

/// Records a day in its own evening.
fn recorded(diary: Diary, n: u64, fill: impl FnOnce(&mut Answers)) -> Diary {
    recorded_on(diary, n, n, fill)
}

/// Records the day `n` in the evening of the day `on`.
fn recorded_on(diary: Diary, n: u64, on: u64, fill: impl FnOnce(&mut Answers)) -> Diary {
    let mut answers = Answers::default();
    fill(&mut answers);
    let evening = day(on).and_hms_opt(21, 0, 0).expect("a time").and_utc().fixed_offset();
    diary.with_day(Day::record(day(n), answers, evening, DayEnd::default()).expect("not in the future"))
}

fn rate(item: &ItemId, rating: i64) -> impl FnOnce(&mut Answers) {
    let (item, rating) = (item.clone(), Rating::new(rating).expect("within the scale"));
    move |answers| {
        answers.items.insert(item, rating);
    }
}

/// Rates an item on each day of a range by a rule.
fn rated(diary: Diary, item: &ItemId, days: std::ops::Range<u64>, rule: impl Fn(u64) -> i64) -> Diary {
    days.fold(diary, |diary, n| recorded(diary, n, rate(item, rule(n))))
}

/// Ratings that go up and down around a level.
fn around(level: i64) -> impl Fn(u64) -> i64 {
    move |n| level + [4, -3, 6, -7, 1, -1, 5, -5, 0, 2][usize::try_from(n % 10).expect("small")]
}

fn of(analysis: &Analysis, phase: usize, item: &ItemId) -> Comparison {
    let found = analysis
        .comparisons
        .iter()
        .find(|c| c.phase == phase && c.item == *item);
    found
        .unwrap_or_else(|| panic!("no comparison of {item} in phase {phase}"))
        .clone()
}

fn analysed(diary: &Diary, last: u64) -> Analysis {
    analyse(diary, day(last), LateDays::Included)
}

/// A plain diary: 14 baseline days at 60, then LDN at 40 for 42 days.
fn plain() -> Diary {
    let empty = diary(&[(PhaseKind::Baseline, 0), (PhaseKind::Ldn, 14)], &[(14, 4500)]);
    rated(rated(empty, &PAIN, 0..14, around(60)), &PAIN, 14..56, around(40))
}

// A1: days, recorded, late; an unanswered day does not split an episode; not answered is not no.
#[test]
fn a_phase_is_summed_up_with_what_was_answered() {
    let mut diary = diary(&[(PhaseKind::Baseline, 0)], &[]);
    for (n, yes) in [
        (0, Some(true)),
        (1, None),
        (2, Some(true)),
        (3, Some(false)),
        (5, Some(true)),
    ] {
        diary = recorded(diary, n, |answers| {
            answers.rescue_medicine = Some(false);
            if let Some(yes) = yes {
                answers.side_effects.insert(DREAMS, yes);
            }
        });
    }
    let diary = recorded_on(diary, 4, 6, rate(&PAIN, 30));
    let diary = recorded_on(diary, 6, 6, rate(&PAIN, 50));
    let phase = &analysed(&diary, 9).phases[0];
    assert_eq!((phase.days, phase.recorded, phase.late), (10, 7, 1));
    let dreams = phase.side_effects[&DREAMS];
    assert_eq!((dreams.yes, dreams.answered, dreams.clustered.episodes), (3, 4, 2));
    let pain = phase.items[&PAIN];
    assert_eq!((pain.n, pain.mean, pain.median), (2, 40.0, 40.0));
    assert!((pain.sd.unwrap_or_default() - 200_f64.sqrt()).abs() < 1e-12);
    assert!(!phase.items.contains_key(&SLEEP), "never rated is not there, and not 0");
}

// A2: days after the day of the analysis and days before the first phase don't count.
#[test]
fn the_day_of_the_analysis_is_taken_literally() {
    let diary = plain();
    let analysis = analysed(&diary, 20);
    assert_eq!(
        (
            analysis.phases[1].to,
            analysis.phases[1].days,
            analysis.phases[1].recorded
        ),
        (day(20), 7, 7)
    );
    assert!(analysed(&diary, 5).comparisons.is_empty(), "LDN has not begun");
    let before = NaiveDate::from_ymd_opt(2025, 12, 1).expect("a date");
    assert_eq!(analyse(&diary, before, LateDays::Included).phases, []);
    let late_phase = self::diary(&[(PhaseKind::Baseline, 3)], &[]);
    let stray = Diary::restore(late_phase.settings, late_phase.treatment, plain().days().cloned());
    assert_eq!(
        analysed(&stray, 9).phases[0].recorded,
        7,
        "days 0 to 2 belong to no phase"
    );
}

// A2, A3: nothing for 14 days after a change, then too few, then an early look, then ready.
#[test]
fn a_comparison_ripens_with_the_days() {
    let diary = plain();
    for (last, status) in [
        (14, "settling_in"),
        (27, "settling_in"),
        (28, "too_few_days"),
        (33, "too_few_days"),
        (34, "early_look"),
        (40, "early_look"),
        (54, "early_look"),
        (55, "ready"),
    ] {
        assert_eq!(
            of(&analysed(&diary, last), 1, &PAIN).contrast.status.id(),
            status,
            "day {last}"
        );
    }
    let settling = of(&analysed(&diary, 20), 1, &PAIN);
    assert_eq!(
        settling.contrast.status,
        Status::SettlingIn {
            ready_from: Some(day(34))
        }
    );
    assert_eq!(settling.contrast.means, None, "no window, no averages");
    let few = of(&analysed(&diary, 30), 1, &PAIN);
    let expected = Status::TooFewDays {
        reference_lacks: 0,
        phase_lacks: 4,
        ready_from: Some(day(34)),
    };
    assert_eq!(few.contrast.status, expected);
    assert!(
        few.contrast.means.is_some() && few.contrast.range.is_none(),
        "averages, but no range"
    );
}

// A2: a dose step begins the 14 days again; a step after the analysis does not.
#[test]
fn a_dose_step_moves_the_window() {
    let phases = [(PhaseKind::Baseline, 0), (PhaseKind::Ldn, 14)];
    let with_steps = diary(&phases, &[(14, 1500), (28, 4500), (80, 3000)]);
    let diary = Diary::restore(with_steps.settings, with_steps.treatment, plain().days().cloned());
    let comparison = of(&analysed(&diary, 55), 1, &PAIN);
    assert_eq!(
        comparison.contrast.window.map(|window| (window.from, window.to)),
        Some((day(42), day(55)))
    );
    assert!(comparison.caveats.contains(&Caveat::DoseChanged));
    assert_eq!(
        of(&analysed(&diary, 40), 1, &PAIN).contrast.window,
        None,
        "the step is 12 days old"
    );
}

// A3: no_reference comes before all others, and the window is still given.
#[test]
fn an_item_without_a_baseline_has_a_window_and_end_points_only() {
    let diary = rated(plain(), &SLEEP, 20..50, around(50));
    let comparison = of(&analysed(&diary, 55), 1, &SLEEP);
    let contrast = &comparison.contrast;
    assert_eq!(
        (contrast.status, contrast.means, contrast.range),
        (Status::NoReference, None, None)
    );
    assert_eq!(contrast.window.map(|window| window.recorded), Some(22));
    let end = comparison.final_3_days;
    assert_eq!(
        (end.n, end.mean, end.percent_improvement),
        (0, None, None),
        "the days 53 to 55 have no sleep"
    );
}

// A3: one constant side is enough variation, two are none.
#[test]
fn without_any_variation_there_are_averages_alone() {
    let phases = [(PhaseKind::Baseline, 0), (PhaseKind::Ldn, 14)];
    let still = rated(diary(&phases, &[]), &PAIN, 0..14, |_| 50);
    let both = of(&analysed(&rated(still.clone(), &PAIN, 14..56, |_| 40), 55), 1, &PAIN);
    assert_eq!((both.contrast.status, both.contrast.range), (Status::NoVariation, None));
    assert_eq!(
        both.contrast.means.and_then(|means| means.percent_improvement),
        Some(20.0)
    );
    let one = of(&analysed(&rated(still, &PAIN, 14..56, around(40)), 55), 1, &PAIN);
    assert_eq!(one.contrast.status, Status::Ready);
    assert_eq!(one.verdict(), Some(Verdict::Better));
}

// A4: percent only from a baseline mean of 10 on.
#[test]
fn a_low_baseline_is_compared_in_points_alone() {
    let phases = [(PhaseKind::Baseline, 0), (PhaseKind::Ldn, 14)];
    let made = |level: i64| {
        let start = rated(diary(&phases, &[]), &PAIN, 0..14, move |n| {
            level + i64::from(n % 2 == 0)
        });
        of(
            &analysed(&rated(start, &PAIN, 14..56, |n| 3 + i64::from(n % 3 == 0)), 55),
            1,
            &PAIN,
        )
    };
    let low = made(9);
    let (means, range) = (low.contrast.means.expect("means"), low.contrast.range.expect("a range"));
    assert_eq!(means.percent_improvement, None, "the baseline mean is 9.5");
    assert_eq!((range.percent95, range.at_least_30), (None, None));
    assert_eq!(low.final_3_days.percent_improvement, None);
    assert_eq!(told_in_percent(&low), None);
    let enough = made(10);
    assert!(enough.contrast.range.is_some_and(|range| range.percent95.is_some()));
    assert!(told_in_percent(&enough).is_some());
}

// A4, A5: where higher is better a rise is an improvement and is shown in points.
#[test]
fn a_rise_of_sleep_quality_is_better_and_shown_in_points() {
    let phases = [(PhaseKind::Baseline, 0), (PhaseKind::Ldn, 14)];
    let diary = rated(
        rated(diary(&phases, &[]), &SLEEP, 0..14, around(31)),
        &SLEEP,
        14..56,
        around(46),
    );
    let comparison = of(&analysed(&diary, 55), 1, &SLEEP);
    assert_eq!(side(&comparison), Some(Verdict::Better));
    assert_eq!(comparison.verdict(), None, "pain alone is judged");
    assert_eq!(told_in_percent(&comparison), None);
    assert!(comparison.contrast.means.is_some_and(|means| means.nap > 0.9));
}

/// Where the likely range of a comparison lies as it is shown.
fn side(comparison: &Comparison) -> Option<Verdict> {
    Some(comparison.finding().figures?.limits?.side())
}

fn told_in_percent(comparison: &Comparison) -> Option<Percent> {
    comparison.finding().figures?.percent
}

// D2: a patient's own item brings its direction from the settings.
#[test]
fn an_own_item_is_judged_by_its_own_direction() {
    let name = |text: &str| Name::new(text).expect("a name");
    let settings = Settings::default()
        .with_own_item(name("Fog"), Direction::LowerIsBetter)
        .and_then(|settings| settings.with_own_item(name("Steps"), Direction::HigherIsBetter))
        .expect("two of six");
    let ids: Vec<ItemId> = settings
        .own_items()
        .iter()
        .map(|own| ItemId::Own(own.id.clone()))
        .collect();
    let mut diary = diary(&[(PhaseKind::Baseline, 0), (PhaseKind::Ldn, 14)], &[]);
    diary.settings = settings;
    for n in 0..56 {
        let level = around(if n < 14 { 60 } else { 40 })(n);
        diary = recorded(diary, n, |answers| {
            for id in &ids {
                answers
                    .items
                    .insert(id.clone(), Rating::new(level).expect("within the scale"));
            }
        });
    }
    let analysis = analysed(&diary, 55);
    let verdicts: Vec<_> = ids.iter().map(|id| side(&of(&analysis, 1, id))).collect();
    assert_eq!(verdicts, [Some(Verdict::Better), Some(Verdict::Worse)]);
    let words = sentence(&of(&analysis, 1, &ids[0]), &diary.settings);
    assert!(
        words.starts_with("On LDN your “Fog” averaged 40 against 60 before: 20 points or 33 % lower"),
        "{words}"
    );
}

// A6: the last calendar days, never an older one in the place of a missing one.
#[test]
fn the_end_point_is_of_calendar_days() {
    let phases = [(PhaseKind::Baseline, 0), (PhaseKind::Ldn, 14), (PhaseKind::Washout, 16)];
    let start = rated(diary(&phases, &[]), &PAIN, 0..14, |_| 60);
    let diary = recorded(recorded(start, 14, rate(&PAIN, 30)), 20, rate(&PAIN, 45));
    let analysis = analysed(&diary, 22);
    let short = of(&analysis, 1, &PAIN);
    let end = short.final_3_days;
    assert_eq!(
        (end.n, end.mean, end.percent_improvement),
        (1, Some(30.0), Some(50.0)),
        "a phase of two days"
    );
    assert_eq!(
        short.contrast.status,
        Status::SettlingIn { ready_from: None },
        "it ended before"
    );
    let end = of(&analysis, 2, &PAIN).final_7_days;
    assert_eq!((end.n, end.mean, end.percent_improvement), (1, Some(45.0), Some(25.0)));
}

// A8: late days in or out, and which way is said.
#[test]
fn late_days_can_be_left_out() {
    let diary = (14..30).fold(plain(), |diary, n| {
        let mut answers = Answers::default();
        rate(&PAIN, 90)(&mut answers);
        let evening = day(40).and_hms_opt(21, 0, 0).expect("a time").and_utc().fixed_offset();
        diary.with_day(Day::restore(day(n), evening, None, answers))
    });
    let with = analysed(&diary, 55);
    let without = analyse(&diary, day(55), LateDays::LeftOut);
    assert_eq!(
        (with.counting.late.id(), without.counting.late.id()),
        ("included", "left_out")
    );
    assert_eq!((with.phases[1].recorded, with.phases[1].late), (42, 16));
    assert_eq!((without.phases[1].recorded, without.phases[1].late), (26, 16));
    assert_eq!(
        (with.phases[1].items[&PAIN].n, without.phases[1].items[&PAIN].n),
        (42, 26)
    );
    let window = |analysis: &Analysis| of(analysis, 1, &PAIN).contrast.window.map(|window| window.recorded);
    assert_eq!((window(&with), window(&without)), (Some(28), Some(26)));
}

// A2: a second baseline is a phase like any other; what comes before the first one is not compared.
#[test]
fn the_first_baseline_is_the_one_compared_with() {
    let phases = [
        (PhaseKind::Ldn, 0),
        (PhaseKind::Baseline, 20),
        (PhaseKind::Ldn, 40),
        (PhaseKind::Baseline, 80),
    ];
    let diary = rated(diary(&phases, &[]), &PAIN, 0..120, around(50));
    let analysis = analysed(&diary, 119);
    let compared: Vec<usize> = analysis.comparisons.iter().map(|comparison| comparison.phase).collect();
    assert_eq!(compared, [2, 3]);
    let baseline = of(&analysis, 3, &PAIN).contrast.reference;
    assert_eq!(
        baseline.map(|window| (window.from, window.to, window.recorded)),
        Some((day(20), day(39), 20))
    );
    let without = self::diary(&[(PhaseKind::Ldn, 0)], &[]);
    assert!(
        analysed(&rated(without, &PAIN, 0..40, around(50)), 39)
            .comparisons
            .is_empty()
    );
}

// Section on missing days: uneven and incomplete windows are said.
#[test]
fn caveats_say_what_has_to_be_known() {
    let plain_caveats = of(&analysed(&plain(), 55), 1, &PAIN).caveats;
    assert_eq!(plain_caveats[..2], [Caveat::NotTheCause, Caveat::NotBlinded]);
    assert!(matches!(plain_caveats[2], Caveat::DaysRecorded { .. }));
    let doses = Caveat::DosesMissed(Doses { taken: 0, planned: 28 });
    assert_eq!(plain_caveats[3..], [doses], "none is recorded as taken");

    let taken = (28..56).filter(|n| n % 7 > 0).fold(plain(), |diary, n| {
        let pain = around(40)(n);
        recorded(diary, n, |answers| {
            rate(&PAIN, pain)(answers);
            answers.dose_taken = Dose::from_micrograms(4500).ok();
        })
    });
    let comparison = of(&analysed(&taken, 55), 1, &PAIN);
    assert_eq!(comparison.doses, Some(Doses { taken: 24, planned: 28 }));
    assert_eq!(comparison.caveats.len(), 3, "24 of 28 are enough");

    let phases = [(PhaseKind::Baseline, 0), (PhaseKind::Washout, 14)];
    let falling = rated(diary(&phases, &[]), &PAIN, 0..12, |n| {
        around(80)(n) - 4 * i64::try_from(n).expect("small")
    });
    let sparse = (28..56)
        .step_by(2)
        .fold(falling, |diary, n| recorded(diary, n, rate(&PAIN, around(40)(n / 2))));
    let tagged = recorded(sparse, 20, |answers| {
        answers.tags.insert(Tag::OtherMedicineChanged);
    });
    let tagged_pain = of(&analysed(&tagged, 55), 1, &PAIN);
    let caveats = &tagged_pain.caveats;
    for expected in [
        Caveat::AlreadyImproving,
        Caveat::ShortBaseline { recorded: 12 },
        Caveat::OtherMedicineChanged { days: 1 },
        Caveat::CarryOver,
        Caveat::UnevenDays,
        Caveat::ManyDaysMissing,
    ] {
        assert!(caveats.contains(&expected), "{expected:?} in {caveats:?}");
    }
    assert!(!caveats.contains(&Caveat::NotBlinded), "nothing was taken");
    assert!(caveats.iter().all(|one| caveat(one, &tagged_pain).ends_with('.')));
}

// A6: the doses one by one, the trend, and LDN against placebo.
#[test]
fn the_second_layer_takes_each_dose_by_itself() {
    let phases = [(PhaseKind::Baseline, 0), (PhaseKind::Ldn, 14), (PhaseKind::Placebo, 74)];
    let start = diary(&phases, &[(14, 1500), (44, 4500)]);
    let start = rated(rated(start, &PAIN, 0..14, around(60)), &PAIN, 14..44, around(55));
    let diary = rated(rated(start, &PAIN, 44..74, around(40)), &PAIN, 74..104, around(58));
    let study = Study::of(&diary, day(103), LateDays::Included);
    let layer = study.second_layer(1, &PAIN).expect("LDN has begun");
    let doses: Vec<(u64, NaiveDate, NaiveDate, Option<f64>)> = study
        .dose_steps(&of(&study.analysis(), 1, &PAIN))
        .iter()
        .map(|step| {
            let difference = step.contrast.means.map(|means| means.difference.round());
            (step.dose.map_or(0, Dose::micrograms), step.from, step.to, difference)
        })
        .collect();
    let expected = [
        (1500, day(14), day(43), Some(-5.0)),
        (4500, day(44), day(73), Some(-20.0)),
    ];
    assert_eq!(doses, expected);
    assert!(layer.baseline_slope.is_some() && layer.trend_step.is_some());
    assert_eq!(
        layer.completeness,
        Some(Completeness {
            reference: 1.0,
            phase: 1.0
        })
    );
    let against = study.ldn_against_taken(&PAIN);
    let found: Vec<_> = against.iter().map(|one| (one.against.clone(), one.verdict())).collect();
    assert_eq!(found, [(Against::Placebo, Some(Verdict::Better))]);
    assert!(study.second_layer(7, &PAIN).is_none());
    assert!(
        Study::of(&plain(), day(55), LateDays::Included)
            .ldn_against_taken(&PAIN)
            .is_empty()
    );
}

// A5: plain words, no verdict beyond what the days tell.
#[test]
fn a_comparison_is_put_into_plain_words() {
    let settings = Settings::default();
    let said = |diary: &Diary, last: u64, item: &ItemId| sentence(&of(&analysed(diary, last), 1, item), &settings);
    let plain = plain();
    let better = said(&plain, 55, &PAIN);
    assert!(
        better.starts_with("On LDN your pain averaged 40 against 60 before: 20 points or 33 % lower (likely range "),
        "{better}"
    );
    assert!(better.contains(" points lower). "), "{better}");
    let early = said(&plain, 36, &PAIN);
    assert!(early.starts_with("On LDN your pain averaged"), "{early}");
    let few = said(&plain, 30, &PAIN);
    assert!(
        few.ends_with("If you record every day, a first look is possible on 4 February 2026."),
        "{few}"
    );
    let settling = said(&plain, 20, &PAIN);
    assert!(
        settling.contains("a first look is possible on 4 February 2026"),
        "{settling}"
    );
    for text in [better, early, few, settling] {
        check_words(&text);
    }
}

// A5
#[test]
fn a_result_that_is_open_or_worse_is_said_as_plainly() {
    let said = |diary: &Diary, item: &ItemId| sentence(&of(&analysed(diary, 55), 1, item), &Settings::default());
    let phases = [(PhaseKind::Baseline, 0), (PhaseKind::Ldn, 14)];
    let same = rated(diary(&phases, &[]), &PAIN, 0..56, around(60));
    let open = said(&same, &PAIN);
    assert!(
        open.contains("anywhere from") && open.contains("This diary can't tell yet."),
        "{open}"
    );
    let sleep = rated(
        rated(diary(&phases, &[]), &SLEEP, 0..14, around(46)),
        &SLEEP,
        14..56,
        around(26),
    );
    let worse = said(&sleep, &SLEEP);
    assert!(
        worse.starts_with("On LDN your sleep quality averaged 26 against 46 before: 20 points lower"),
        "{worse}"
    );
    for text in [open, worse] {
        check_words(&text);
    }
}

// A3: a baseline that is over gets no more days, so none are asked for.
#[test]
fn a_short_baseline_is_said_to_be_over_and_no_day_of_it_is_asked_for() {
    let phases = [(PhaseKind::Baseline, 0), (PhaseKind::Ldn, 28)];
    let short = rated(
        rated(diary(&phases, &[]), &PAIN, 0..3, around(60)),
        &PAIN,
        28..110,
        around(40),
    );
    let comparison = of(&analysed(&short, 109), 1, &PAIN);
    let text = sentence(&comparison, &Settings::default());
    assert!(
        text.ends_with(
            "— too few days for a likely range. Your baseline is over with 3 recorded days; this comparison will stay \
             without a range."
        ),
        "{text}"
    );
    check_words(&text);
}

#[test]
fn the_first_caveat_fits_what_it_stands_beside() {
    let phases = [(PhaseKind::Baseline, 0), (PhaseKind::Ldn, 14), (PhaseKind::Washout, 56)];
    let made = rated(
        rated(diary(&phases, &[]), &PAIN, 0..14, around(40)),
        &PAIN,
        14..56,
        around(60),
    );
    let analysis = analysed(&rated(made, &PAIN, 56..98, around(40)), 97);
    let first = |phase| {
        let comparison = of(&analysis, phase, &PAIN);
        caveat(&comparison.caveats[0], &comparison)
    };
    assert!(first(1).contains("a change for the worse") && first(1).contains("Talk to your prescriber"));
    assert!(first(2).contains("after stopping"), "{}", first(2));
    assert!(!first(1).contains("Expecting to feel better") && !first(2).contains("Expecting to feel better"));
    let comparison = of(&analysed(&plain(), 55), 1, &PAIN);
    assert!(caveat(&comparison.caveats[0], &comparison).contains("18 % on placebo and 29 % on LDN"));
}

// A5: 30 % is a landmark of a drop in pain, which days after stopping that can't tell do not reach for.
#[test]
fn an_open_washout_has_no_landmark() {
    let phases = [(PhaseKind::Baseline, 0), (PhaseKind::Washout, 14)];
    let same = rated(diary(&phases, &[]), &PAIN, 0..56, around(60));
    let text = sentence(&of(&analysed(&same, 55), 1, &PAIN), &Settings::default());
    assert!(text.ends_with("This diary can't tell yet."), "{text}");
}

/// None of the words that would say more than the days do.
fn check_words(text: &str) {
    assert!(text.ends_with('.'), "{text}");
    for word in ["significant", "effective", "responder", "p-value"] {
        assert!(!text.contains(word), "{text}");
    }
}

// A2: who took LDN for months before the diary begins is compared by the days that the diary has, as who stopped before it.
#[test]
fn what_began_before_the_diary_counts_from_its_first_day() {
    let begun_before = diary(&[(PhaseKind::Ldn, 0), (PhaseKind::Washout, 150)], &[(0, 4500)]);
    let begun_before = rated(
        rated(begun_before, &PAIN, 90..150, around(40)),
        &PAIN,
        150..200,
        around(60),
    );
    let off = of(&analysed(&begun_before, 199), 0, &PAIN);
    let days = |window: Option<Window>| window.map(|window| (window.from, window.to, window.recorded));
    assert_eq!(days(off.contrast.window), Some((day(90), day(149), 60)));
    assert_eq!(
        days(off.contrast.reference),
        Some((day(164), day(199), 36)),
        "the first 14 days off do not count"
    );
    assert_eq!(off.verdict(), Some(Verdict::Better));
    // It stands after as many days as any other answer counts.
    let on_for_long = diary(&[(PhaseKind::Ldn, 0), (PhaseKind::Washout, 300)], &[(0, 4500)]);
    let on_for_long = rated(
        rated(on_for_long, &PAIN, 90..300, around(40)),
        &PAIN,
        300..360,
        around(60),
    );
    let off = of(&analysed(&on_for_long, 359), 0, &PAIN);
    assert_eq!(days(off.contrast.window), Some((day(90), day(159), 70)));
    // It settles in where it began shortly before; and a washout before the diary is no 100 days without entries.
    let shortly = diary(&[(PhaseKind::Washout, 0), (PhaseKind::Ldn, 130)], &[(130, 4500)]);
    let shortly = rated(rated(shortly, &PAIN, 100..130, around(60)), &PAIN, 130..180, around(40));
    let off = of(&analysed(&shortly, 179), 1, &PAIN);
    assert_eq!(days(off.contrast.reference), Some((day(100), day(129), 30)));
    assert_eq!(days(off.contrast.window), Some((day(144), day(179), 36)));
    let just_begun = diary(&[(PhaseKind::Ldn, 0), (PhaseKind::Washout, 40)], &[(0, 4500)]);
    let just_begun = rated(just_begun, &PAIN, 5..90, around(40));
    let off = of(&analysed(&just_begun, 89), 0, &PAIN);
    assert_eq!(days(off.contrast.window), Some((day(14), day(39), 26)));
}
