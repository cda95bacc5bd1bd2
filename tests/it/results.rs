//! What the results page is told: the same numbers as the analysis, and words for every state of a diary.

use chrono::{Days, NaiveDate, Weekday};
use ldn_diary::charts::diagram::{Look, Shape};
use ldn_diary::diary::{
    Answers, Day, DayEnd, Diary, Dose, DoseStep, ItemId, LAST_DATE, Phase, PhaseKind, Rating, Settings, StandardItem,
    Treatment,
};
use ldn_diary::exchange::{backup, fingerprint};
use ldn_diary::results::{Results, Shown};
use ldn_diary::results::{Wanted, all_results, results, second_layer, unkept};
use ldn_diary::trial::LateDays;
use ldn_diary::words::dates::{Locale, set_locale};

const STANFORD: &str = include_str!("../fixtures/cases/diary-stanford-2013.json");
const FIRST_WEEKS: &str = include_str!("../fixtures/cases/diary-first-weeks.json");
const EMPTY: &str = r#"{"format":"ldn-diary","version":1,"days":[]}"#;

fn asked(diary: &str, as_of: &str, item: &str, phase: &str, late: LateDays) -> Results {
    let diary = backup::read(diary, LAST_DATE).unwrap();
    results(&diary, as_of.parse().unwrap(), Wanted::of(item, phase, late))
}

fn shown(diary: &str, as_of: &str, item: &str, phase: &str) -> Shown {
    match asked(diary, as_of, item, phase, LateDays::Included) {
        Results::Shown(shown) => *shown,
        other => panic!("{other:?}"),
    }
}

/// A baseline and LDN whose pain is `rate(day)`, from 2027-01-01.
fn diary(baseline: u64, ldn: u64, rate: impl Fn(u64) -> i64) -> Diary {
    let first: NaiveDate = "2027-01-01".parse().unwrap();
    let mut phases = vec![Phase::new(PhaseKind::Baseline, first, None)];
    if ldn > 0 {
        phases.push(Phase::new(PhaseKind::Ldn, first + Days::new(baseline), None));
    }
    let days = (0..baseline + ldn).map(|day| {
        let date = first + Days::new(day);
        let mut answers = Answers::default();
        let pain = Rating::new(rate(day)).unwrap();
        answers.items.insert(ItemId::from(StandardItem::Pain), pain);
        let evening = date.and_hms_opt(21, 0, 0).unwrap().and_utc().fixed_offset();
        Day::record(date, answers, evening, DayEnd::default()).unwrap()
    });
    let treatment = Treatment::new(phases, Vec::new()).unwrap();
    Diary::restore(Settings::default(), treatment, days.collect::<Vec<_>>())
}

fn page(diary: &Diary) -> Results {
    let last = diary.days().next_back().map(Day::date).unwrap_or_default();
    results(diary, last, Wanted::of("", "", LateDays::Included))
}

#[test]
fn it_opens_on_pain_in_the_latest_ldn_phase() {
    let shown = shown(STANFORD, "2026-06-07", "", "");
    assert_eq!((shown.item.as_str(), shown.phase.as_str()), ("pain", "1"));
    assert_eq!(
        shown.windows,
        "Before: 5 Jan to 18 Jan 2026 · LDN 4.5 mg: 2 Feb to 12 Apr 2026"
    );
    let answer = shown.answer;
    assert_eq!(answer.stage.as_deref(), Some("Final since 12 April 2026"));
    assert_eq!(answer.number.as_deref(), Some("Better"));
    assert_eq!(answer.number_words, "20 points lower pain on LDN");
    assert!(
        answer
            .sentence
            .contains("averaged 44 against 64 before: 20 points or 31 % lower (likely range 7 to 31 points lower)"),
        "{}",
        answer.sentence
    );
    assert_eq!(
        answer.counted,
        "From 65 of 70 days on LDN and 12 of 14 days before. 64 of 70 doses are recorded as taken."
    );
    assert_eq!(answer.next, None);
    assert!(answer.beside.is_empty(), "the phase ended with its final day");
    assert!(answer.caveats[0].contains("not its cause"));
}

#[test]
fn an_ldn_phase_that_has_just_begun_does_not_hide_the_answer_before_it() {
    let mut diary = diary(14, 70, |day| {
        if day < 14 {
            60 + i64::from(day % 2 == 0)
        } else {
            40 + i64::try_from(day % 5).unwrap()
        }
    });
    let start = |diary: &Diary, day| {
        let from = "2027-01-01".parse::<NaiveDate>().unwrap() + Days::new(day);
        diary.treatment.start_phase(PhaseKind::Ldn, from, None).unwrap()
    };
    diary.treatment = start(&diary, 78);
    let opened = |diary: &Diary| match page(diary) {
        Results::Shown(shown) => shown,
        other => panic!("{other:?}"),
    };
    let shown = opened(&diary);
    assert_eq!(shown.phase, "1", "the second has six days");
    assert_eq!(shown.phases.len(), 2, "and can be chosen");
    assert!(shown.answer.number.is_some());
    diary.treatment = start(&diary, 44);
    assert_eq!(opened(&diary).phase, "2", "the latest of those that have a range");
}

// A3: an early look, so far, final, and then it stands while days go on.
#[test]
fn an_answer_grows_until_its_84th_day_and_then_stands() {
    let fall = |day: u64| if day < 14 { 60 } else { 40 } + i64::try_from(day * 7 % 11).unwrap();
    let on_day = |ldn: u64| match page(&diary(14, ldn, fall)) {
        Results::Shown(shown) => shown.answer,
        other => panic!("{other:?}"),
    };
    let early = on_day(30);
    assert_eq!(early.stage.as_deref(), Some("Early look"));
    assert_eq!(early.number, None, "a number that stands alone claims too much");
    assert!(
        early
            .next
            .as_deref()
            .unwrap()
            .contains("a full comparison on 25 February 2027")
    );
    let so_far = on_day(50);
    assert_eq!(so_far.stage.as_deref(), Some("So far"));
    assert!(so_far.number.as_deref().unwrap().ends_with(" points"));
    assert!(
        so_far
            .next
            .unwrap()
            .contains("final on 8 April 2027, day 84 of this dose")
    );
    let last = on_day(84);
    let stands = on_day(200);
    assert_eq!(last.stage.as_deref(), Some("Final since 8 April 2027"));
    assert_eq!(last.number.as_deref(), Some("Better"));
    assert_eq!((&last.sentence, &last.counted), (&stands.sentence, &stands.counted));
    assert!(last.beside.is_empty());
    assert!(
        stands.beside[0].starts_with("Since then, on 28 of the last 28 days on LDN: mean 45."),
        "{:?}",
        stands.beside
    );
}

// How far the way is: the days that settle in, today, and the day on which the answer is final.
#[test]
fn a_dose_shows_how_far_it_is_on_the_way_to_its_answer() {
    let rate = |day: u64| 40 + i64::try_from(day * 7 % 11).unwrap();
    for (ldn, said, now) in [
        (
            1,
            "Day 1 of 84 on the way to the answer, which is final on 8 April 2027. Days count from day 15 on.",
            1.68,
        ),
        (
            14,
            "Day 14 of 84 on the way to the answer, which is final on 8 April 2027. Days count from day 15 on.",
            17.00,
        ),
        (
            15,
            "Day 15 of 84 on the way to the answer, which is final on 8 April 2027. Days count since day 15.",
            18.18,
        ),
        (
            83,
            "Day 83 of 84 on the way to the answer, which is final on 8 April 2027. Days count since day 15.",
            98.32,
        ),
    ] {
        let Results::Shown(shown) = page(&diary(14, ldn, rate)) else {
            panic!("a phase is there")
        };
        let progress = shown.answer.progress.unwrap();
        assert_eq!(progress.text, said);
        let words = [
            format!("day {ldn} of 84"),
            "settled in".into(),
            "final on 8 Apr 2027".into(),
        ];
        assert_eq!(progress.bar.words(), words);
        let until = progress.bar.shapes.iter().find_map(|shape| match shape {
            Shape::Bar {
                across,
                look: Look::Now,
                ..
            } => Some(across.1),
            _ => None,
        });
        assert_eq!(until, Some(now));
    }
    for (baseline, ldn) in [(14, 84), (14, 200), (3, 40)] {
        let Results::Shown(shown) = page(&diary(baseline, ldn, rate)) else {
            panic!("a phase is there")
        };
        assert_eq!(
            shown.answer.progress, None,
            "it is there, or never will be: {baseline} {ldn}"
        );
    }
}

// A10: a final answer stands as it was first read, through files too; what is changed in its days afterwards is said.
#[test]
fn a_final_answer_stands_and_a_later_edit_is_said_beside_it() {
    let now = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap();
    let mut diary = diary(14, 100, |day| {
        i64::try_from(day * 7 % 11).unwrap() + if day < 14 { 60 } else { 40 }
    });
    let shown = |diary: &Diary| match page(diary) {
        Results::Shown(shown) => shown,
        other => panic!("{other:?}"),
    };
    let first = shown(&diary);
    assert_eq!(first.unkept.len(), 1);
    assert_eq!(first.unkept, unkept(&diary, diary.last_day().unwrap()));
    let read_at = now("2027-04-12T21:00:00+02:00");
    assert!(!diary.rest.has_read(&first.unkept, read_at));
    let print = fingerprint::full(&diary);
    diary.rest.read(&first.unkept, read_at);
    assert_eq!(fingerprint::full(&diary), print, "to read an answer changes no data");
    let again = shown(&diary);
    assert!(again.unkept.is_empty(), "it is kept once");
    assert_eq!(
        again.answer, first.answer,
        "and nothing is said where nothing has changed"
    );

    let header = backup::Header {
        app_version: "0.1.0".into(),
        exported_at: read_at,
    };
    let mut diary = backup::read(&backup::write(&diary, &header), LAST_DATE).unwrap();
    assert_eq!(shown(&diary).answer, first.answer);
    let date = |day: u64| "2027-01-01".parse::<NaiveDate>().unwrap() + Days::new(day);
    for day in [40, 41, 42] {
        let mut answers = Answers::default();
        answers
            .items
            .insert(ItemId::from(StandardItem::Pain), Rating::new(90).unwrap());
        diary.put_day(Day::restore(date(day), now("2027-04-20T21:00:00+02:00"), None, answers));
    }
    diary.remove_day(date(60));
    // After the answer, and so without a word.
    diary.remove_day(date(105));
    let edited = shown(&diary).answer;
    assert_eq!(
        (&edited.sentence, &edited.number, &edited.stage),
        (&first.answer.sentence, &first.answer.number, &first.answer.stage)
    );
    assert!(
        edited.beside[0].starts_with("4 of these days were changed after 12 April 2027, when this answer was first read and kept. Worked out anew: 18 points"),
        "{:?}",
        edited.beside
    );
    // Another clock had been years ahead.
    let ahead = now("2031-01-01T08:00:00+01:00");
    assert_eq!(diary.rest.final_answers.len(), 1);
    diary.rest.final_answers[0].at = ahead;
    let anew = shown(&diary).unkept;
    assert!(!diary.rest.has_read(&anew, read_at));
    diary.rest.read(&anew, read_at);
    assert!(
        diary.rest.final_answers.is_empty(),
        "the page is asked for again, and then keeps its answer"
    );
    diary.rest.read(&shown(&diary).unkept, read_at);
    assert_eq!(shown(&diary).answer.beside.len(), 1, "only the days since then");
}

// A2: where the change is young, the answer of the dose before it stays in sight.
#[test]
fn after_a_change_the_answer_before_it_stays_in_sight() {
    let mut diary = diary(
        14,
        60,
        |day| if day < 14 { 60 } else { 40 } + i64::try_from(day * 7 % 11).unwrap(),
    );
    let first: NaiveDate = "2027-01-01".parse().unwrap();
    let doses = [(14, 1500), (59, 3000)];
    for (day, micrograms) in doses {
        let dose = Dose::from_micrograms(micrograms).unwrap();
        diary.treatment = diary.treatment.add_dose_step(first + Days::new(day), dose).unwrap();
    }
    let Results::Shown(shown) = page(&diary) else {
        panic!("a phase is there")
    };
    assert_eq!((shown.answer.stage, shown.answer.number), (None, None));
    let earlier = &shown.answer.beside[0];
    assert!(
        earlier
            .starts_with("On the dose before, up to 28 February 2027: On LDN your pain averaged 45 against 65 before"),
        "{earlier}"
    );
    // The phase has ended meanwhile: its last dose will never have an answer.
    let ended = diary
        .treatment
        .start_phase(PhaseKind::Washout, first + Days::new(74), None);
    diary.treatment = ended.unwrap();
    let later = results(
        &diary,
        first + Days::new(200),
        Wanted::of("pain", "1", LateDays::Included),
    );
    let Results::Shown(later) = later else {
        panic!("a phase is there")
    };
    assert_eq!(&later.answer.beside[0], earlier);
}

// A2: a diary that began on LDN is compared with its days off LDN, once there are some.
#[test]
fn without_a_baseline_days_on_ldn_are_compared_with_those_off_it() {
    let first: NaiveDate = "2027-01-01".parse().unwrap();
    let mut diary = diary(
        14,
        110,
        |day| if day < 84 { 40 } else { 60 } + i64::try_from(day * 7 % 11).unwrap(),
    );
    let ldn_first = vec![Phase::new(PhaseKind::Ldn, first, None)];
    diary.treatment = Treatment::new(ldn_first, Vec::new()).unwrap();
    let Results::Waiting(waiting) = page(&diary) else {
        panic!("nothing to compare with")
    };
    assert!(
        waiting.text.starts_with("Your diary began on LDN"),
        "no baseline can come any more"
    );
    assert!(
        waiting
            .next
            .contains("needs days off LDN or on another dose, of which the first 14"),
        "{}",
        waiting.next
    );
    diary.treatment = diary
        .treatment
        .start_phase(PhaseKind::Washout, first + Days::new(84), None)
        .unwrap();
    let Results::Shown(shown) = page(&diary) else {
        panic!("a phase is there")
    };
    assert_eq!(
        shown.windows,
        "LDN: 15 Jan to 25 Mar 2027 · Off LDN: 9 Apr to 4 May 2027"
    );
    let answer = shown.answer;
    assert!(
        answer.sentence.contains("averaged 45 against 65 off LDN"),
        "{}",
        answer.sentence
    );
    assert_eq!(answer.stage.as_deref(), Some("So far"), "days off LDN still come");
    assert!(answer.next.unwrap().contains("until then days off LDN are added"));
    // From its 84th day on it stands, however long LDN is left.
    for day in 110..220 {
        let evening = first + Days::new(day);
        let mut answers = Answers::default();
        let pain = Rating::new(60 + i64::try_from(day % 9).unwrap()).unwrap();
        answers.items.insert(ItemId::from(StandardItem::Pain), pain);
        let at = evening.and_hms_opt(21, 0, 0).unwrap().and_utc().fixed_offset();
        diary.put_day(Day::restore(evening, at, None, answers));
    }
    let on = |day: u64| match results(
        &diary,
        first + Days::new(day),
        Wanted::of("pain", "0", LateDays::Included),
    ) {
        Results::Shown(shown) => shown.answer,
        other => panic!("{other:?}"),
    };
    let last = on(84 + 83);
    assert_eq!(last.stage.as_deref(), Some("Final since 17 June 2027"));
    assert_eq!(
        (&on(84 + 90).counted, &on(219).sentence),
        (&last.counted, &last.sentence)
    );
    assert!(
        answer
            .caveats
            .iter()
            .any(|caveat| caveat.contains("still not a second baseline"))
    );
}

#[test]
fn the_other_items_stand_below_without_a_verdict() {
    let page = shown(STANFORD, "2026-06-07", "pain", "1");
    let rows: Vec<_> = page
        .others
        .iter()
        .map(|other| format!("{}: {} ({}; {})", other.name, other.averages, other.change, other.range))
        .collect();
    assert_eq!(
        rows,
        [
            "Fatigue: 69.4 → 59.2 (10.2 points or 14.7 % lower; likely range 0.2 to 20.8 points lower)",
            "Sleep: 31 → 47 (16 points higher; likely range 41 points higher to 14 points lower)",
            "Overall: 63 → 49 (14 points or 22 % lower; likely range 29 points lower to 4 points higher)",
        ]
    );
    assert!(shown(STANFORD, "2026-06-07", "fatigue", "1").others.is_empty());
    assert_eq!(shown(STANFORD, "2026-06-07", "fatigue", "1").answer.number, None);
}

#[test]
fn the_picture_of_the_range_is_in_points_around_same() {
    let diagram = shown(STANFORD, "2026-06-07", "pain", "1").answer.range.unwrap();
    assert_eq!(
        diagram.words(),
        ["same", "30 % lower", "10 points worse", "40 points better"]
    );
    // From −10 to 40 over 94 % of the width: the range of 7.20 to 30.78 points and the 19.61 that the averages say.
    let place = |points: f64| 3.0 + (points + 10.0) / 50.0 * 94.0;
    let bar = diagram.shapes.iter().find_map(|shape| match shape {
        Shape::Bar { across, .. } => Some(*across),
        _ => None,
    });
    let (low, high) = bar.unwrap();
    assert!((low - place(7.203)).abs() < 0.01 && (high - place(30.784)).abs() < 0.01);
    let dot = diagram.shapes.iter().find_map(|shape| match shape {
        Shape::Dot {
            at, look: Look::Now, ..
        } => Some(at.0),
        _ => None,
    });
    assert!((dot.unwrap() - place(19.606)).abs() < 0.02);
}

#[test]
fn any_but_the_main_item_is_told_without_a_verdict() {
    let answer = shown(STANFORD, "2026-06-07", "sleep_quality", "1").answer;
    assert_eq!((answer.number, answer.number_words.as_str()), (None, ""));
    assert!(
        answer
            .sentence
            .ends_with("16 points higher (likely range 41 points higher to 14 points lower)."),
        "{}",
        answer.sentence
    );
    assert_eq!(
        answer.range.unwrap().words(),
        ["same", "20 points worse", "50 points better"]
    );
}

#[test]
fn every_day_of_both_windows_is_a_dot() {
    let small = shown(STANFORD, "2026-06-07", "pain", "1").small;
    let days = |wanted: Look| {
        let shapes = small[0].diagram.shapes.iter();
        shapes
            .filter(|shape| matches!(shape, Shape::Dot { look, .. } if *look == wanted))
            .count()
    };
    assert_eq!((days(Look::DayBefore), days(Look::Day)), (12, 65));
    assert_eq!(
        small[0].title,
        "Pain, day by day: 64 before, 44 on LDN (65 counted days)"
    );
    let bars = small[0]
        .diagram
        .shapes
        .iter()
        .filter(|shape| matches!(shape, Shape::Bar { .. }));
    assert_eq!(bars.count(), 0, "the range of a difference is no range of a mean");
    let week = small.iter().find(|small| small.title.contains("by weekday")).unwrap();
    assert!(
        week.title.starts_with("Pain by weekday, all 84 days: on LDN from "),
        "{}",
        week.title
    );
}

// Fault 46: seven days have one of each weekday.
#[test]
fn a_week_is_drawn_from_two_weeks_on_each_side_and_in_the_readers_order() {
    let week = |baseline, ldn| {
        let Results::Shown(shown) = page(&diary(baseline, ldn, |day| i64::try_from(40 + day % 7).unwrap())) else {
            panic!("a phase is there")
        };
        let mut small = shown.small.into_iter();
        small.find(|small| small.title.contains("by weekday"))
    };
    for (baseline, ldn, is_drawn) in [
        (14, 14, true),
        (14, 13, false),
        (13, 28, false),
        (7, 7, false),
        (28, 7, false),
    ] {
        assert_eq!(week(baseline, ldn).is_some(), is_drawn, "{baseline} and {ldn} days");
    }
    for (first_weekday, days) in [
        (Weekday::Mon, "Mon Tue Wed Thu Fri Sat Sun"),
        (Weekday::Sun, "Sun Mon Tue Wed Thu Fri Sat"),
        (Weekday::Sat, "Sat Sun Mon Tue Wed Thu Fri"),
    ] {
        set_locale(Locale {
            first_weekday,
            ..Locale::default()
        });
        let week = week(14, 28).unwrap();
        let named = |shape: &Shape| match shape {
            Shape::Text { text, .. } if text.len() == 3 && !text.starts_with('1') => Some(text.clone()),
            _ => None,
        };
        let drawn: Vec<String> = week.diagram.shapes.iter().filter_map(named).collect();
        assert_eq!(drawn.join(" "), days);
        let rows: Vec<&str> = week.table.rows.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(rows.join(" "), days);
        // 1 January 2027 is a Friday, with 40.
        let friday = week.table.rows.iter().find(|row| row[0] == "Fri").unwrap();
        assert_eq!(friday[1], "40.0");
    }
}

fn steps(days_each: u64) -> Diary {
    let first: NaiveDate = "2027-01-01".parse().unwrap();
    let plain = diary(28, 4 * days_each, |day| i64::try_from(66 + day % 2 - day / 14).unwrap());
    let step = |(place, micrograms): (u64, u64)| {
        let from = first + Days::new(28 + place * days_each);
        DoseStep::new(from, Dose::from_micrograms(micrograms).unwrap())
    };
    let steps = [(0, 1500), (1, 2500), (2, 3500), (3, 4500)].map(step);
    let treatment = Treatment::new(plain.treatment.phases().to_vec(), steps.to_vec()).unwrap();
    Diary::restore(
        Settings::default(),
        treatment,
        plain.days().cloned().collect::<Vec<_>>(),
    )
}

// A2: a step of 14 days has no day that counts, and never will.
#[test]
fn a_short_dose_step_says_that_it_settled_in_and_what_its_days_came_to() {
    let Results::Shown(shown) = page(&steps(14)) else {
        panic!("a phase is there")
    };
    assert!(
        shown
            .small
            .iter()
            .all(|small| !small.summary.contains("not compared yet"))
    );
    let doses = shown.small.iter().find(|small| small.title.contains("dose")).unwrap();
    // By hand: 61.5 on the last dose and 64.5 on the first, halves away from zero.
    assert_eq!(doses.title, "Pain on each dose: means from 62 to 65");
    assert!(
        doses
            .summary
            .contains("1.5 mg from 29 Jan: mean 65 on 14 days, all settling in: not compared."),
        "{}",
        doses.summary
    );
}

#[test]
fn side_effects_stand_beside_the_share_of_people_in_the_trial() {
    let small = shown(STANFORD, "2026-06-07", "pain", "1").small;
    let effects = small
        .iter()
        .find(|small| small.title.starts_with("Side effects"))
        .unwrap();
    assert!(effects.summary.contains("37 % of people on LDN and 13 % on placebo"));
    let reference: serde_json::Value =
        serde_json::from_str(include_str!("../fixtures/cases/diary-stanford-2013.analysis.json")).unwrap();
    for (index, name) in ["Baseline", "LDN", "Placebo", "Washout"].iter().enumerate() {
        let expected = &reference["phases"][index]["side_effects"]["vivid_dreams"];
        let cell = format!("{} of {}", expected["yes"], expected["answered"]);
        let row = effects
            .table
            .rows
            .iter()
            .find(|row| row[0] == "Vivid dreams" && row[1] == *name);
        assert_eq!(row.unwrap()[2], cell, "{name}");
    }
}

#[test]
fn ldn_is_compared_with_placebo_on_the_pages_of_both() {
    for phase in ["1", "2"] {
        let against = shown(STANFORD, "2026-06-07", "pain", phase).against_taken;
        let [(title, against)] = against.as_slice() else {
            panic!("only placebo was taken beside LDN")
        };
        assert_eq!(title, "LDN against placebo");
        assert!(
            against
                .sentence
                .contains("averaged 44.5 against 59.7 on placebo: 15 points or 26 % lower"),
            "{}",
            against.sentence
        );
        assert!(!against.sentence.contains("before"));
        assert_eq!(
            against.counted,
            "From 65 of 70 days on LDN and 11 of 14 days on placebo. 64 of 70 doses are recorded as taken."
        );
        assert!(against.range.is_some());
    }
    assert_eq!(shown(STANFORD, "2026-06-07", "pain", "3").against_taken, []);
}

#[test]
fn where_there_is_placebo_nothing_claims_that_the_patient_knew() {
    let caveats = shown(STANFORD, "2026-06-07", "pain", "1").answer.caveats.join(" ");
    assert!(caveats.contains("If you knew what you were taking,"), "{caveats}");
    let caveats = shown(FIRST_WEEKS, "2026-04-05", "pain", "1").answer.caveats;
    assert!(!caveats.join(" ").contains("If you knew"));
}

#[test]
fn a_new_dose_settles_in_and_the_page_says_until_when() {
    let answer = shown(FIRST_WEEKS, "2026-04-05", "pain", "1").answer;
    assert_eq!((answer.number, answer.range), (None, None));
    let next = answer.next.unwrap();
    assert!(next.contains("on 15 April 2026, with 10 more entries"), "{next}");
    assert!(answer.sentence.contains("So far on LDN: mean"), "{}", answer.sentence);
}

#[test]
fn tolerability_has_nothing_before_it_and_says_what_it_is() {
    let shown = shown(STANFORD, "2026-06-07", "tolerability", "1");
    assert!(shown.answer.sentence.starts_with("On LDN: mean"), "the phase is over");
    assert_eq!(shown.answer.next, None);
    assert!(shown.published[0].finding.contains("89.2 on LDN and 89.4 on placebo"));
}

// A6
#[test]
fn the_second_layer_holds_the_figures_of_the_analysis() {
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let as_of = "2026-06-07".parse().unwrap();
    let layer = second_layer(&diary, as_of, Wanted::of("pain", "1", LateDays::Included)).unwrap();
    let value = |name: &str| {
        layer
            .facts
            .iter()
            .find(|fact| fact.name == name)
            .map(|fact| fact.value.clone())
            .unwrap()
    };
    // Of the reference answers: means 64.08 and 44.48, the interval of −30.78 to −7.20 points, NAP 0.94, ρ 0.37, waves 0.14.
    assert_eq!(value("Mean"), "64.1 before, 44.5 on LDN");
    assert_eq!(value("Difference, 95 % range"), "−30.8 to −7.2 points");
    assert_eq!(value("Any improvement"), "over 99 %");
    assert_eq!(value("At least 30 % better"), "57 %");
    assert_eq!(value("Better days (NAP)"), "94 % of pairs");
    assert_eq!(value("Day-to-day correlation"), "0.37");
    assert_eq!(value("Share of slow waves"), "14 %");
    assert!(value("Final 3 days").starts_with("mean "));
}

// A4: sleep from 31 to 46 is told in points, wherever it is told.
#[test]
fn what_is_shown_in_points_has_no_percent_anywhere() {
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let as_of = "2026-06-07".parse().unwrap();
    let layer = second_layer(&diary, as_of, Wanted::of("sleep_quality", "1", LateDays::Included)).unwrap();
    let names: Vec<&str> = layer.facts.iter().map(|fact| fact.name.as_str()).collect();
    assert!(
        !names
            .iter()
            .any(|name| name.contains("ercent") || name.contains("At least")),
        "{names:?}"
    );
    for fact in layer.facts.iter().filter(|fact| fact.name.starts_with("Final")) {
        assert!(!fact.value.contains('%'), "{}", fact.value);
    }
    let table = all_results(&diary, as_of, LateDays::Included);
    let cells = |item: &str| {
        let row = table.rows.iter().find(|row| row[0] == item && row[1] == "LDN").unwrap();
        row[8..].join(" ")
    };
    assert_eq!(cells("Sleep quality"), "– –");
    assert_eq!(cells("Pain"), "30.6 12.5 to 43.9");
}

// A6
#[test]
fn figures_that_say_nothing_say_so_and_worse_is_called_worse() {
    let layer = |diary: &Diary| {
        let last = diary.last_day().unwrap();
        second_layer(diary, last, Wanted::of("pain", "1", LateDays::Included)).unwrap()
    };
    let value = |layer: &ldn_diary::results::Layer, name: &str| {
        let fact = layer.facts.iter().find(|fact| fact.name == name);
        fact.map(|fact| fact.value.clone())
    };
    let worse = layer(&diary(
        14,
        84,
        |day| if day < 14 { 40 } else { 60 } + i64::try_from(day % 3).unwrap(),
    ));
    let end = value(&worse, "Final 3 days").unwrap();
    assert!(end.contains("% worse than the baseline") && !end.contains('−'), "{end}");
    let steep = layer(&diary(8, 46, |day| i64::try_from(day * 37 % 100).unwrap()));
    assert_eq!(
        value(&steep, "Difference beside a common trend").as_deref(),
        Some("too uncertain to say")
    );
    let constant = layer(&diary(14, 40, |_| 50));
    for name in ["Slope of the baseline", "Difference beside a common trend"] {
        assert_eq!(value(&constant, name), None, "{name}");
    }
}

// A8
#[test]
fn late_days_left_out_change_the_days_that_are_counted_and_the_method_says_so() {
    let Results::Shown(without) = asked(FIRST_WEEKS, "2026-04-05", "pain", "1", LateDays::LeftOut) else {
        panic!("a phase is there")
    };
    let with = shown(FIRST_WEEKS, "2026-04-05", "pain", "1");
    assert!(with.late > 0);
    assert_ne!(with.answer.counted, without.answer.counted);
    assert!(
        without
            .answer
            .counted
            .ends_with("Days that were filled in later are left out.")
    );
    assert!(!with.answer.counted.contains("filled in later"));
    let method = |late| {
        let diary = backup::read(FIRST_WEEKS, LAST_DATE).unwrap();
        let layer = second_layer(&diary, "2026-04-05".parse().unwrap(), Wanted::of("pain", "1", late));
        layer.unwrap().method.join(" ")
    };
    assert!(method(LateDays::LeftOut).contains("are left out"));
}

#[test]
fn without_a_phase_to_compare_it_says_what_is_missing() {
    let Results::Waiting(waiting) = asked(EMPTY, "2026-04-05", "", "", LateDays::Included) else {
        panic!("nothing is there")
    };
    assert!(waiting.text.contains("no recorded day"));
    let Results::Waiting(waiting) = page(&diary(9, 0, |_| 50)) else {
        panic!("no phase is there")
    };
    assert!(waiting.text.contains("9 recorded days"));
    assert!(waiting.next.contains("5 more to go"));
}

#[test]
fn a_constant_diary_says_that_nothing_varies() {
    let Results::Shown(shown) = page(&diary(14, 40, |_| 50)) else {
        panic!("a phase is there")
    };
    assert!(shown.answer.range.is_none());
    assert_eq!(shown.answer.next, None, "there is nothing to wait for");
    assert!(shown.answer.caveats[0].starts_with("Both averages are the same."));
    assert_eq!(shown.answer.number, None, "a number without a range claims too much");
}

#[test]
fn one_day_of_a_phase_is_a_page_without_a_verdict() {
    let Results::Shown(shown) = page(&diary(1, 1, |_| 50)) else {
        panic!("a phase is there")
    };
    assert_eq!((shown.answer.number, shown.answer.range), (None, None));
}

#[test]
fn a_name_of_the_patients_own_is_there_as_it_was_written() {
    let name = "ضباب الدماغ <b>";
    let text = STANFORD
        .replace(
            r#""own_items": []"#,
            &format!(r#""own_items": [{{"id": "own_1", "name": "{name}", "better": "lower"}}]"#),
        )
        .replace(r#""fatigue":"#, r#""own_1":"#);
    assert_ne!(text, STANFORD);
    let shown = shown(&text, "2026-06-07", "own_1", "1");
    assert_eq!(shown.items.last().unwrap().name, name);
    assert!(shown.answer.sentence.contains(name));
    assert!(backup::read(&text, "2026-06-07".parse().unwrap()).is_ok());
}

// A5
#[test]
fn no_page_claims_more_than_a_diary_can() {
    for phase in ["1", "2", "3"] {
        for item in ["pain", "fatigue", "sleep_quality", "overall", "tolerability"] {
            let page = format!("{:?}", shown(STANFORD, "2026-06-07", item, phase)).to_lowercase();
            for word in ["p-value", "p =", "significant", "effective", "responder", "nan", "inf "] {
                assert!(!page.contains(word), "{phase} {item}: {word}");
            }
        }
    }
}

/// Pain that differs from day to day and follows no pattern.
fn unsteady(day: u64) -> i64 {
    i64::try_from(40 + (day * day * 7 + day * 3) % 23).unwrap()
}

fn waiting_planner(diary: &Diary) -> Option<String> {
    match page(diary) {
        Results::Waiting(waiting) => waiting.planner,
        _ => panic!("no phase is there"),
    }
}

// A11
#[test]
fn a_baseline_of_ten_days_says_what_change_could_be_told() {
    assert_eq!(waiting_planner(&diary(9, 0, unsteady)), None);
    assert_eq!(waiting_planner(&diary(14, 0, |_| 50)), None, "every day is the same");
    assert_eq!(
        waiting_planner(&diary(14, 0, unsteady)).unwrap(),
        "With days like yours, 12 weeks on one dose can tell a change of about 15 points; after 4 weeks of baseline, about \
         14 points."
    );
    assert_eq!(
        waiting_planner(&diary(28, 0, unsteady)).unwrap(),
        "With days like yours, 12 weeks on one dose can tell a change of about 9 points."
    );
    let sparse = diary(30, 0, unsteady);
    let few = sparse.days().enumerate().filter(|(place, _)| place % 3 == 0);
    let few: Vec<Day> = few.map(|(_, day)| day.clone()).collect();
    let sparse = Diary::restore(Settings::default(), sparse.treatment.clone(), few);
    assert_eq!(
        waiting_planner(&sparse),
        None,
        "a comparison would have no range either"
    );
}

// A11
#[test]
fn where_an_answer_can_not_tell_it_says_what_other_days_could() {
    let answer = |ldn, rate: fn(u64) -> i64| match page(&diary(14, ldn, rate)) {
        Results::Shown(shown) => shown.answer,
        other => panic!("{other:?}"),
    };
    assert_eq!(answer(30, unsteady).planner, None, "an early look");
    let so_far = answer(50, unsteady);
    assert_eq!(so_far.number.as_deref(), Some("Can’t tell yet"));
    assert!(so_far.planner.is_some());
    let last = answer(84, unsteady);
    assert_eq!(last.number.as_deref(), Some("Can’t tell"));
    assert!(
        last.sentence.contains("from 5 points lower to 7 points higher"),
        "{}",
        last.sentence
    );
    assert_eq!(
        last.planner.as_deref().unwrap(),
        "With days like yours, 12 weeks on one dose can tell a change of about 6 points; after 4 weeks of baseline, about 5 \
         points. In 3 pairs of 4 weeks on and 4 weeks off, in random order and hidden, it could be about 4 points.",
        "by the days on LDN, which are more, and as wide as what came"
    );
    let fall = |day: u64| if day < 14 { 20 } else { 0 } + unsteady(day);
    assert_eq!(answer(84, fall).planner, None, "it could tell");
    for (item, phase) in [("pain", "1"), ("sleep_quality", "1"), ("pain", "3")] {
        assert_eq!(
            shown(STANFORD, "2026-06-07", item, phase).answer.planner,
            None,
            "{item} {phase}"
        );
    }
}
