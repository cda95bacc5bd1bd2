//! T4: a trial of one is opened, and its answer read.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use ldn_diary::diary::{
    Arm, Day, DayEnd, Deviation, Diary, Guess, KeptAnswer, LAST_DATE, Name, Rating, SideEffectId, StandardItem,
    StandardSideEffect, Sure, Treatment,
};
use ldn_diary::exchange::import::{self, How};
use ldn_diary::exchange::sealed_order::{CodeError, RevealError};
use ldn_diary::exchange::{backup, csv};
use ldn_diary::forms::guess::can_be_said;
use ldn_diary::forms::trial_reveal::{Offered, Refused, offered, read};
use ldn_diary::report::Report;
use ldn_diary::results::{OfTrial, Results, Wanted, all_of_trial, layer_of_trial, of_trial, results, unkept};
use ldn_diary::trial::{Counting, ImportedDays, LateDays, Study};
use ldn_diary::trial_of_one::{self as trials, TrialError, TrialsOfOne as _, tells_order};
use ldn_diary::wallet_card::WalletCard;
use ldn_diary::words::Said as _;

use crate::sealed_order::sealed;
use crate::support::{at, date, header};
use crate::trial_of_one::{answered, code, report_of, reveal, treatment, with};

const TRIAL: &str = "trial-2026-03-02";

/// A diary in which pain is this many points lower on LDN, opened when it was over.
fn lived(treatment: Treatment, to: &str, shift: i64) -> Diary {
    let mut diary = answered(treatment, "2026-02-02", to);
    let opened = reveal(&treatment_of(&diary), at("2026-08-20T20:00:00+02:00"));
    let days: Vec<Day> = diary.days().cloned().collect();
    for day in days {
        let mut answers = day.answers().clone();
        let trial = opened.trial_on(day.date());
        let period = trial.as_ref().and_then(|trial| {
            let mut spans = trial.spans().into_iter();
            spans.find(|(_, from, until)| (*from..*until).contains(&day.date()))
        });
        let arm = period.and_then(|(number, _, _)| trial.as_ref()?.arm(number));
        if arm == Some(Arm::Ldn) {
            let pain = i64::from(answers.items.get(&StandardItem::Pain.into()).unwrap().get());
            answers
                .items
                .insert(StandardItem::Pain.into(), Rating::new(pain - shift).unwrap());
        }
        if arm.is_some() {
            let slept = StandardItem::SleepQuality.into();
            let quality = Rating::new(
                if arm == Some(Arm::Ldn) { 60 } else { 50 } + i64::from(day.date().to_string().as_bytes()[9]) % 9,
            );
            answers.items.insert(slept, quality.unwrap());
            answers
                .side_effects
                .insert(StandardSideEffect::VividDreams.into(), arm == Some(Arm::Ldn));
            answers
                .items
                .insert(StandardItem::Tolerability.into(), Rating::new(90).unwrap());
        }
        diary.put_day(Day::restore(day.date(), day.recorded_at(), None, answers));
    }
    diary
}

fn treatment_of(diary: &Diary) -> Treatment {
    diary.treatment.clone()
}

fn opened(diary: &Diary, when: &str) -> Diary {
    with(diary, reveal(&diary.treatment, at(when)))
}

fn page(diary: &Diary, as_of: &str, item: &str) -> OfTrial {
    of_trial(diary, date(as_of), Wanted::of(item, TRIAL, LateDays::Included)).unwrap()
}

fn guessed(treatment: &Treatment, given: &[(u8, Option<Arm>)]) -> Treatment {
    let mut after = treatment.clone();
    for (period, arm) in given {
        let guess = Guess {
            arm: *arm,
            sure: Some(Sure::Very),
            at: at("2026-08-16T19:00:00+02:00"),
        };
        after = after.guess_period(&code(), *period, guess, LAST_DATE).unwrap();
    }
    after
}

// T4, A5: the answer stands first, by its words those of any other.
#[test]
fn the_page_of_a_trial_says_what_it_found() {
    let diary = opened(&lived(treatment(), "2026-08-30", 12), "2026-08-20T20:00:00+02:00");
    let found = results(&diary, date("2026-08-30"), Wanted::of("", "", LateDays::Included));
    assert_eq!(
        found,
        Results::OfTrial(TRIAL.into()),
        "it is what the diary tells of last"
    );
    let OfTrial { shown, about } = page(&diary, "2026-08-30", "");
    assert!(
        shown
            .phases
            .iter()
            .any(|phase| phase.id == TRIAL && phase.name == "Trial of one from 2 Mar 2026")
    );
    assert_eq!(shown.answer.stage.as_deref(), Some("Final since 16 August 2026"));
    assert_eq!(shown.answer.number.as_deref(), Some("Better"));
    let sentence = &shown.answer.sentence;
    assert!(sentence.starts_with("On LDN your pain averaged "), "{sentence}");
    assert!(sentence.contains(" on placebo: 11.5 points or "), "{sentence}");
    assert!(
        shown
            .answer
            .counted
            .starts_with("From 42 of 42 days on LDN and 42 of 42 days on placebo.")
    );
    let caveats = shown.answer.caveats.join("\n");
    for not_here in ["You knew", "not its cause", "Stanford"] {
        assert!(!caveats.contains(not_here), "{caveats}");
    }
    assert!(caveats.starts_with("Chance drew the order"), "{caveats}");
    assert!(
        caveats.contains("The first 14 days of each period are left out"),
        "{caveats}"
    );
    assert_eq!(shown.answer.caveats_name, Some("Before believing it"));
    // The other items without a verdict.
    assert_eq!(shown.others.len(), 1, "{:?}", shown.others);
    assert_eq!(shown.others[0].change, "9 points higher");
    let sleep = page(&diary, "2026-08-30", "sleep_quality").shown;
    assert_eq!((sleep.answer.number, sleep.others.len()), (None, 0));
    let told: Vec<String> = about
        .iter()
        .map(|fact| format!("{}: {}", fact.name, fact.value))
        .collect();
    assert_eq!(
        told,
        [
            "Order: LDN then placebo; placebo then LDN; LDN then placebo",
            "Taken: LDN on 84 of 84 days, Placebo on 84 of 84 days",
            "Guessed: No period was guessed.",
            "Tolerability: LDN 90 (84), placebo 90 (84)",
        ]
    );
    let titles: Vec<&str> = shown.small.iter().map(|small| small.title.as_str()).collect();
    assert_eq!(titles[0], "Pair by pair: pain is lower on LDN in 3 of 3 pairs");
    assert!(titles[1].starts_with("Pain, day by day: "), "{titles:?}");
    assert!(titles[2].starts_with("Side effects"), "{titles:?}");
    let effects = &shown.small[2].table.rows;
    assert_eq!(effects[0][1..3], ["LDN", "84 of 84"]);
    assert_eq!(effects[1][1..3], ["Placebo", "0 of 84"]);
    assert!(!shown.published.is_empty());
    let layer = layer_of_trial(&diary, date("2026-08-30"), Wanted::of("", TRIAL, LateDays::Included)).unwrap();
    let randomised = layer
        .facts
        .iter()
        .find(|fact| fact.note.contains("randomisation p"))
        .unwrap();
    assert_eq!(randomised.value, "1 of all 8 orders");
    assert!(randomised.note.contains("1 of 8 at least"), "{}", randomised.note);
    assert!(
        randomised
            .note
            .ends_with("It does not say how likely it is that LDN makes a difference.")
    );
    let text = format!("{layer:?}");
    for not_here in ["a day before", "% before", "no placebo control"] {
        assert!(!text.contains(not_here), "{not_here}: {text}");
    }
}

// T4: what is said of days that are not as planned is true of them.
#[test]
fn a_trial_that_went_otherwise_says_so() {
    let says = |diary: &Diary, as_of: &str, expected: &[&str]| {
        let shown = page(diary, as_of, "").shown;
        let text = [&shown.answer.caveats.join("\n"), "\n", &shown.answer.sentence].concat();
        for said in expected {
            assert!(text.contains(said), "{said}: {text}");
        }
        shown
    };
    let whole = lived(treatment(), "2026-08-30", 12);
    let early = with(&whole, reveal(&whole.treatment, at("2026-07-01T20:00:00+02:00")));
    let shown = says(&early, "2026-08-30", &["revealed on 1 July 2026, before its end"]);
    assert_eq!(shown.answer.stage.as_deref(), Some("Final since 30 June 2026"));
    let stopped = whole
        .treatment
        .stop_trial(&code(), date("2026-05-10"), at("2026-05-10T20:00:00+02:00"));
    let stopped = with(&whole, reveal(&stopped.unwrap(), at("2026-08-20T20:00:00+02:00")));
    let shown = says(
        &stopped,
        "2026-08-30",
        &[
            "stopped: from 10 May 2026 on",
            "1 pair has no day that counts on one side",
        ],
    );
    assert!(
        shown.small[0].summary.contains("no day that counts"),
        "{}",
        shown.small[0].summary
    );
    // Not one day on both sides.
    let at_once = whole
        .treatment
        .stop_trial(&code(), date("2026-04-02"), at("2026-04-02T20:00:00+02:00"));
    let at_once = with(&whole, reveal(&at_once.unwrap(), at("2026-08-20T20:00:00+02:00")));
    let shown = says(
        &at_once,
        "2026-08-30",
        &["There is no comparison of your pain: the first 14 days of each period"],
    );
    assert_eq!((shown.answer.stage, shown.answer.number), (None, None));
    let moved = whole
        .treatment
        .move_period(&code(), 2, date("2026-04-02"), false)
        .unwrap();
    let moved = with(&whole, reveal(&moved, at("2026-08-20T20:00:00+02:00")));
    says(
        &moved,
        "2026-08-30",
        &["1 bottle was begun on another day than planned."],
    );
    // LP PL LP: all but the last guess right.
    let right = [(1, Arm::Ldn), (2, Arm::Placebo), (3, Arm::Placebo), (4, Arm::Placebo)];
    let knew = guessed(&whole.treatment, &right.map(|(period, arm)| (period, Some(arm))));
    let knew = with(&whole, reveal(&knew, at("2026-08-20T20:00:00+02:00")));
    says(&knew, "2026-08-30", &["3 right, 1 wrong, 0 don’t know."]);
    let fair = guessed(&whole.treatment, &[(1, Some(Arm::Ldn)), (2, Some(Arm::Ldn)), (3, None)]);
    let fair = with(&whole, reveal(&fair, at("2026-08-20T20:00:00+02:00")));
    let caveats = page(&fair, "2026-08-30", "").shown.answer.caveats.join(" ");
    assert!(!caveats.contains("can give it away"), "{caveats}");
    // Filled in later, or imported: said where it counts, and left out where that is wished.
    let mut late = opened(&whole, "2026-08-20T20:00:00+02:00");
    for (day, source) in [("2026-05-20", None), ("2026-05-21", Some(Name::new("Old").unwrap()))] {
        let there = late.day(date(day)).unwrap().clone();
        let recorded = date(day).checked_add_days(Days::new(5)).unwrap();
        let recorded = recorded.and_hms_opt(9, 0, 0).unwrap().and_utc().fixed_offset();
        late.put_day(Day::restore(date(day), recorded, None, there.answers().clone()).with_source(source));
    }
    let shown = says(
        &late,
        "2026-08-30",
        &[
            "1 day of the trial was filled in later and counts.",
            "1 day of the trial was imported and counts",
        ],
    );
    assert_eq!((shown.late, shown.imported), (1, 1));
    let left_out = Counting {
        late: LateDays::LeftOut,
        imported: ImportedDays::LeftOut,
    };
    let without = of_trial(&late, date("2026-08-30"), Wanted::of("", TRIAL, left_out))
        .unwrap()
        .shown;
    assert!(
        without.answer.counted.contains("41 of 42") || without.answer.counted.contains("40 of 42"),
        "{}",
        without.answer.counted
    );
    assert!(!without.answer.caveats.join(" ").contains("filled in later and counts"));
    // Doses that were not taken.
    let mut missed = opened(&whole, "2026-08-20T20:00:00+02:00");
    let days: Vec<Day> = missed.days().cloned().collect();
    for day in days
        .iter()
        .filter(|day| day.date().to_string().ends_with(['1', '2', '3']))
    {
        let mut answers = day.answers().clone();
        answers.sealed_dose = answers.sealed_dose.map(|_| false);
        missed.put_day(Day::restore(day.date(), day.recorded_at(), None, answers));
    }
    says(&missed, "2026-08-30", &["Recorded as taken: LDN on "]);
}

// A10: an answer that was read as final stands, whatever becomes of its days.
#[test]
fn a_final_answer_of_a_trial_is_kept() {
    let mut diary = opened(&lived(treatment(), "2026-08-30", 12), "2026-08-20T20:00:00+02:00");
    let shown = page(&diary, "2026-08-30", "").shown;
    assert_eq!(shown.unkept.len(), 1);
    assert_eq!(
        unkept(&diary, date("2026-08-30")),
        shown.unkept,
        "the report keeps the same"
    );
    diary.rest.read(&shown.unkept, at("2026-08-21T20:00:00+02:00"));
    let again = page(&diary, "2026-08-30", "").shown;
    assert_eq!(
        (again.answer.sentence.clone(), again.unkept.len()),
        (shown.answer.sentence.clone(), 0)
    );
    for number in 20..23 {
        let day = date(&format!("2026-05-{number}"));
        let mut answers = diary.day(day).unwrap().answers().clone();
        answers
            .items
            .insert(StandardItem::Pain.into(), Rating::new(100).unwrap());
        diary.put_day(Day::restore(day, diary.day(day).unwrap().recorded_at(), None, answers));
    }
    let changed = page(&diary, "2026-08-30", "").shown;
    assert_eq!(changed.answer.sentence, shown.answer.sentence);
    let beside = changed.answer.beside.join(" ");
    assert!(
        beside.starts_with("3 of these days were changed after 21 August 2026"),
        "{beside}"
    );
    assert!(report_of(&diary, "2026-08-30").contains("3 of these days were changed after"));
    // It comes back out of a file.
    let file = backup::write(&diary, &header());
    assert_eq!(backup::read(&file, LAST_DATE).unwrap(), diary);
}

// T2, T4: a seal that is put back on hides what was kept, too; and no file brings it.
#[test]
fn what_is_sealed_again_tells_nothing() {
    let before = lived(treatment(), "2026-08-30", 12);
    let mut diary = before.clone();
    diary.change_treatment(reveal(&before.treatment, at("2026-08-20T20:00:00+02:00")));
    let shown = page(&diary, "2026-08-30", "").shown;
    diary.rest.read(&shown.unkept, at("2026-08-21T20:00:00+02:00"));
    let [KeptAnswer { answer, .. }] = &diary.rest.final_answers[..] else {
        panic!("{:?}", diary.rest.final_answers)
    };
    assert!(tells_order(&before.treatment, answer) && !tells_order(&diary.treatment, answer));
    let taken = import::take(&before, &diary, How::MERGE);
    assert_eq!(
        taken.diary, before,
        "a file of the open trial changes nothing where it is sealed"
    );
    assert_eq!(taken.plan.besides.final_answers, 0);
    diary.undo_treatment();
    diary
        .rest
        .final_answers
        .retain(|kept| !tells_order(&diary.treatment, &kept.answer));
    assert_eq!(diary, before);
    let wanted = Wanted::of("", TRIAL, LateDays::Included);
    assert_eq!(of_trial(&diary, date("2026-08-30"), wanted), None);
    let Results::Shown(shown) = results(&diary, date("2026-08-30"), wanted) else {
        panic!("the washout is compared")
    };
    assert!(shown.sealed.unwrap().is_over, "the way to the reveal");
}

fn evening(day: &str) -> DateTime<FixedOffset> {
    at(&format!("{day}T20:00:00+02:00"))
}

// T3, T4: an undo seals the order again, and not what was seen of it.
#[test]
fn what_was_seen_stays_seen() {
    let mut diary = with(&Diary::default(), treatment());
    let right = sealed().reveal_code().as_str().to_owned();
    let opened = read(&right, true, &diary.treatment, evening("2026-07-01"), DayEnd::default()).unwrap();
    trials::reveal(&mut diary, &opened.commit, opened.revealed).unwrap();
    let trial = |diary: &Diary| diary.treatment.trial(&code()).unwrap();
    assert!(trial(&diary).revealed.is_some());
    assert!(diary.undo_treatment());
    assert!(trial(&diary).revealed.is_none(), "the seal is on again");
    let guess = Guess {
        arm: Some(Arm::Ldn),
        sure: None,
        at: evening("2026-08-20"),
    };
    assert_eq!(trials::guess(&mut diary, &code(), 1, guess), Err(TrialError::Seen));
    assert!(can_be_said(&trial(&diary), date("2026-08-20")).is_empty());
    let after = offered(&diary.treatment, date("2026-08-20")).unwrap();
    assert_eq!(after.unguessed, 0, "it is too late to ask");
    let text = backup::write(&diary, &header());
    diary.treatment = backup::read(&text, date("2026-08-20")).unwrap().treatment;
    // Opened again after its end, the days from the first time on are not blinded all the same.
    let opened = read(
        &right,
        false,
        &diary.treatment,
        evening("2026-08-20"),
        DayEnd::default(),
    )
    .unwrap();
    trials::reveal(&mut diary, &opened.commit, opened.revealed).unwrap();
    let found = trial(&diary);
    assert_eq!(found.unsealed_on(), Some(date("2026-07-01")));
    let seen = [
        Deviation::RevealedEarly(date("2026-07-01")),
        Deviation::SeenBefore(date("2026-07-01")),
    ];
    assert_eq!(found.deviations(), seen);
}

// T4: what opens nothing says why, and changes nothing.
#[test]
fn a_code_is_checked_before_anything_is_changed() {
    let there = treatment();
    let right = sealed().reveal_code().as_str().to_owned();
    let tried = |typed: &str, sure: bool, day: &str| read(typed, sure, &there, evening(day), DayEnd::default());
    for typed in [
        right.clone(),
        right.to_lowercase(),
        right.replace('-', " "),
        right.replace('-', ""),
    ] {
        let opened = tried(&typed, false, "2026-08-17").unwrap();
        assert_eq!(opened.revealed.early, None, "the day after it");
        assert_eq!(opened.first_day, date("2026-03-02"));
    }
    for day in ["2026-08-15", "2026-08-16"] {
        assert_eq!(
            tried(&right, false, day),
            Err(Refused::Early),
            "asked once, on its last day too"
        );
    }
    let early = tried(&right, true, "2026-08-15").unwrap();
    assert_eq!(early.revealed.early, Some(date("2026-08-15")));
    assert_eq!(
        tried(&right, true, "2026-03-01"),
        Err(Refused::NotBegun(date("2026-03-02")))
    );
    let commit = code().as_str().to_owned();
    assert_eq!(
        tried(&commit, true, "2026-08-20"),
        Err(Refused::Code(RevealError::Code(CodeError::OtherKind)))
    );
    assert!(matches!(
        tried("", true, "2026-08-20"),
        Err(Refused::Code(RevealError::Code(CodeError::Length { letters: 0, .. })))
    ));
    let mut wrong = right.clone();
    wrong.replace_range(0..1, if right.starts_with('0') { "1" } else { "0" });
    let refused = tried(&wrong, true, "2026-08-20").unwrap_err();
    assert_eq!(refused, Refused::Code(RevealError::Code(CodeError::Group(1))));
    assert!(
        refused.said().contains("group 1") && !refused.said().contains(&wrong[..5]),
        "{}",
        refused.said()
    );
    let once = tried(&right, false, "2026-08-20").unwrap();
    let once = there.reveal_trial(&once.commit, once.revealed).unwrap();
    assert_eq!(
        read(&right, true, &once, evening("2026-08-21"), DayEnd::default()),
        Err(Refused::Code(RevealError::Revealed))
    );
    assert_eq!(
        read(
            &right,
            true,
            &Treatment::default(),
            evening("2026-08-21"),
            DayEnd::default()
        ),
        Err(Refused::NoTrial)
    );
    assert_eq!(
        offered(&there, date("2026-05-30")),
        Ok(Offered {
            early: Some((date("2026-08-16"), 79)),
            unguessed: 3,
        })
    );
    let told = guessed(&there, &[(1, None), (2, Some(Arm::Ldn))]);
    assert_eq!(
        offered(&told, date("2026-08-16")),
        Ok(Offered {
            early: Some((date("2026-08-16"), 1)),
            unguessed: 4,
        })
    );
    assert_eq!(offered(&once, date("2026-08-21")), Err(Refused::NoTrial));
}

// T5: page 1 has the trial's two columns, and black on white says the same as colours do.
#[test]
fn page_1_of_the_report_shows_placebo_beside_ldn() {
    let diary = opened(&lived(treatment(), "2026-08-30", 12), "2026-08-20T20:00:00+02:00");
    let report = ldn_diary::report::Report::of(&diary, &crate::support::choices(date("2026-08-30")));
    let [ratings, effects] = &report.tables[..] else {
        panic!("{:?}", report.tables)
    };
    assert_eq!(ratings.caption, "Trial of one from 2 Mar 2026");
    assert_eq!(ratings.columns[1..3], ["Placebo", "LDN"]);
    assert_eq!(ratings.rows.len(), 2, "{:?}", ratings.rows);
    assert_eq!(effects.columns[1..3], ["LDN, all of it", "Placebo, all of it"]);
    let dreams = SideEffectId::from(StandardSideEffect::VividDreams);
    assert!(diary.days().any(|day| day.answers().side_effects.contains_key(&dreams)));
    assert!(effects.rows[0][1].starts_with("84 of 84 days"), "{:?}", effects.rows[0]);
    assert_eq!(effects.rows.last().unwrap()[1..3], ["84/84", "84/84"]);
    let finding: String = report.finding.iter().map(|words| words.text.as_str()).collect();
    assert!(finding.contains("on LDN 4.5 mg (42 of 42 days) against"), "{finding}");
    assert!(
        !report.caveats.iter().any(|caveat| caveat.contains("not blinded")),
        "{:?}",
        report.caveats
    );
    assert!(
        report.method[1].starts_with("All days of the periods on LDN"),
        "{:?}",
        report.method
    );
    // The windows of both arms are marked in the drawing and in the chart.
    let study = Study::of(&diary, date("2026-08-30"), LateDays::Included);
    let windows = study.windows(&StandardItem::Pain.into());
    let of_trial: Vec<NaiveDate> = windows
        .iter()
        .map(|window| window.from)
        .filter(|from| *from > date("2026-03-02"))
        .collect();
    assert_eq!(of_trial.len(), 6, "{windows:?}");
    assert!(windows.iter().all(ldn_diary::trial::Window::is_unbroken));
    let sealed = Study::of(
        &lived(treatment(), "2026-08-30", 12),
        date("2026-08-30"),
        LateDays::Included,
    )
    .windows(&StandardItem::Pain.into())
    .len();
    assert_eq!(sealed, windows.len() - 6);
}

// What the end-to-end test and the pictures take in: 24 weeks, sealed, on their last evening.
#[test]
fn the_fixture_is_a_trial_on_its_last_evening() {
    let guesses = [
        (1, Some(Arm::Ldn)),
        (2, Some(Arm::Ldn)),
        (3, None),
        (4, Some(Arm::Ldn)),
        (5, Some(Arm::Placebo)),
    ];
    let mut lived = lived(treatment(), "2026-08-16", 14);
    lived.treatment = guessed(&lived.treatment, &guesses);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/trials/sealed.json");
    if std::env::var_os("WRITE_FIXTURES").is_some() {
        std::fs::write(path, backup::write(&lived, &header())).unwrap();
    }
    let there = backup::read(&std::fs::read_to_string(path).unwrap(), LAST_DATE).unwrap();
    assert_eq!(there, lived);
}

/// The pages of a report, without what stands behind page 1.
fn page_1(diary: &Diary, as_of: &str) -> (String, Report) {
    let mut choices = crate::support::choices(date(as_of));
    choices.every_day = true;
    let report = Report::of(diary, &choices);
    let mut texts: Vec<String> = report.facts.clone();
    texts.extend(report.phases.iter().cloned());
    texts.push(report.finding.iter().map(|words| words.text.as_str()).collect());
    texts.push(report.legend.clone());
    texts.extend(report.caveats.iter().chain(&report.method).cloned());
    (texts.join("\n"), report)
}

fn has_bars(report: &Report) -> bool {
    report.texts().contains(&"Compared")
}

// T2, T5: whoever treats a patient in a blinded trial reads what it may be; and nothing tells of a comparison that is not there.
#[test]
fn the_sealed_report_names_what_it_may_be_and_no_comparison() {
    let sealed = lived(treatment(), "2026-08-16", 12);
    let (text, report) = page_1(&sealed, "2026-05-01");
    for said in [
        "Period 3 of 6 (capsule) 27 Apr to 1 May 2026: 4.5 mg or placebo",
        "low-dose naltrexone or placebo. Take it that it is naltrexone.",
        "It blocks opioids",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    // The card to carry says the same.
    let card = WalletCard::of(&sealed, date("2026-05-01")).unwrap();
    assert!(text.contains(&card.main) && text.contains(card.opioids), "{card:?}");
    assert!(!has_bars(&report));
    for not_here in ["Bars:", "Compared:", "Interval:"] {
        assert!(!text.contains(not_here), "{not_here}\n{text}");
    }
    // No row of dashes, and a period in one line.
    for table in &report.further {
        for row in &table.rows {
            assert!(
                row.len() < 2 || row[1..].iter().any(|cell| cell != "–" && cell != "—"),
                "{}: {row:?}",
                table.caption
            );
        }
    }
    let days = report
        .further
        .iter()
        .find(|table| table.caption == "Every day")
        .unwrap();
    assert!(
        days.rows.iter().any(|row| row[1] == "Period 3"),
        "{:?}",
        days.rows.last()
    );
    // The same of any other diary in which nothing is compared, and of one with a comparison.
    let baseline = answered(Treatment::default(), "2026-02-02", "2026-02-20");
    let (text, report) = page_1(&baseline, "2026-02-20");
    assert!(
        !has_bars(&report) && !text.contains("Bars:") && !text.contains("Compared:"),
        "{text}"
    );
    // After the end and before the reveal.
    let (text, report) = page_1(&lived(treatment(), "2026-08-30", 12), "2026-08-30");
    assert!(!has_bars(&report) && !text.contains("Bars:"), "{text}");
}

// T5: page 1 says what kind of trial it was, and only what is true of this one.
#[test]
fn page_1_says_that_it_was_blinded_and_how_it_went() {
    let whole = lived(treatment(), "2026-08-30", 12);
    let guesses = [
        (1, Some(Arm::Ldn)),
        (2, Some(Arm::Placebo)),
        (3, Some(Arm::Placebo)),
        (4, Some(Arm::Ldn)),
        (5, Some(Arm::Placebo)),
        (6, None),
    ];
    let told = guessed(&whole.treatment, &guesses);
    let told = with(&whole, reveal(&told, at("2026-08-20T20:00:00+02:00")));
    let (text, report) = page_1(&told, "2026-08-30");
    let line = "Trial of one: blinded, order drawn by chance and sealed; revealed 20 Aug 2026; guesses of 6 periods: 4 right, \
                1 wrong, 1 don’t know; lower on LDN in 3 of 3 pairs";
    assert!(
        report.facts.iter().any(|fact| fact.replace('\u{a0}', " ") == line),
        "{:?}",
        report.facts
    );
    assert!(
        text.contains("Guesses of 6 periods: 4 right, 1 wrong, 1 don’t know."),
        "{text}"
    );
    assert!(!text.contains("not yet revealed"));
    // Bars lie under the days of the periods that count alone.
    let study = Study::of(&told, date("2026-08-30"), LateDays::Included);
    let trial = &study.trials()[0];
    let counted = study.windows_of_trial(trial, &StandardItem::Pain.into());
    assert_eq!(study.windows(&StandardItem::Pain.into()), counted);
    assert_eq!(counted.len(), 6);
    assert!(has_bars(&report) && report.legend.ends_with("Bars: the days compared."));
    // What went otherwise.
    let late = whole
        .treatment
        .move_period(&code(), 2, date("2026-04-02"), false)
        .unwrap();
    let late = with(&whole, reveal(&late, at("2026-07-01T20:00:00+02:00")));
    let text = page_1(&late, "2026-08-30").0.replace('\u{a0}', " ");
    for said in [
        "revealed early, 1 Jul 2026",
        "no period guessed",
        "; 1 bottle begun late",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    let all = page_1(&told, "2026-08-30").0;
    for not_here in ["begun late", "revealed early", "stopped"] {
        assert!(!all.contains(not_here), "{not_here}\n{all}");
    }
}

// T3, T4: what was stopped is said to be stopped, and how far it went.
#[test]
fn a_stopped_trial_is_neither_final_nor_whole() {
    let whole = lived(treatment(), "2026-08-30", 12);
    for (first_without, went) in [
        ("2026-05-01", "1 whole pair and 4 days of the next, of 3 pairs planned"),
        ("2026-05-18", "1 whole pair and 21 days of the next, of 3 pairs planned"),
        ("2026-05-27", "1 whole pair and 30 days of the next, of 3 pairs planned"),
        ("2026-06-22", "2 whole pairs of 3 planned"),
        (
            "2026-04-20",
            "0 whole pairs and 49 days of the next, of 3 pairs planned",
        ),
    ] {
        let stopped = whole.treatment.stop_trial(
            &code(),
            date(first_without),
            at(&format!("{first_without}T20:00:00+02:00")),
        );
        let stopped = with(&whole, reveal(&stopped.unwrap(), at("2026-08-20T20:00:00+02:00")));
        let shown = page(&stopped, "2026-08-30", "").shown;
        assert!(
            shown.windows.starts_with(&format!("Stopped: {went}. 2 Mar to ")),
            "{}",
            shown.windows
        );
        let stage = shown.answer.stage.unwrap_or_default();
        assert!(stage.starts_with("Stopped on ") && !stage.contains("inal"), "{stage}");
        let text = page_1(&stopped, "2026-08-30").0.replace('\u{a0}', " ");
        assert!(
            text.contains(&format!(", {went};")) && !text.contains("inal since"),
            "{text}"
        );
    }
}

// T4: what the drawing can't rule out is said.
#[test]
fn an_order_that_is_the_same_in_all_pairs_is_named() {
    let mut diary = opened(&lived(treatment(), "2026-08-30", 12), "2026-08-20T20:00:00+02:00");
    let says = |diary: &Diary| {
        let page = page(diary, "2026-08-30", "").shown.answer.caveats.join(" ");
        (page, page_1(diary, "2026-08-30").0)
    };
    let (on_page, on_paper) = says(&diary);
    assert!(on_page.contains("on the average of all draws"), "{on_page}");
    assert!(!on_page.contains("same order") && !on_paper.contains("same order"));
    // With the pair in the middle left empty, both others are LDN first.
    let middle = date("2026-04-27")..date("2026-06-22");
    let days: Vec<NaiveDate> = diary.days().map(Day::date).filter(|day| middle.contains(day)).collect();
    for day in days {
        let there = diary.day(day).unwrap().clone();
        let mut answers = there.answers().clone();
        answers.items.remove(&StandardItem::Pain.into());
        diary.put_day(Day::restore(day, there.recorded_at(), None, answers));
    }
    let (on_page, on_paper) = says(&diary);
    let said = "Chance drew the same order in all pairs, LDN then placebo";
    assert!(
        on_page.contains(said) && on_paper.contains(said),
        "{on_page}\n{on_paper}"
    );
}

// T4: each column and number says of which days and of which arm it is.
#[test]
fn numbers_of_a_trial_say_of_what_they_are() {
    let mut diary = opened(&lived(treatment(), "2026-08-30", 12), "2026-08-20T20:00:00+02:00");
    // Six days on LDN without pain.
    for number in 20..26 {
        let day = date(&format!("2026-03-{number}"));
        let there = diary.day(day).unwrap().clone();
        let mut answers = there.answers().clone();
        answers.items.remove(&StandardItem::Pain.into());
        diary.put_day(Day::restore(day, there.recorded_at(), None, answers));
    }
    let OfTrial { shown, about } = page(&diary, "2026-08-30", "");
    assert!(
        shown.small[1].title.contains("(36 counted days)"),
        "{}",
        shown.small[1].title
    );
    assert!(
        shown.others[0].averages.contains(" on placebo → "),
        "{:?}",
        shown.others
    );
    let tolerated = about.iter().find(|fact| fact.name == "Tolerability").unwrap();
    assert!(tolerated.note.contains("all days rated"), "{}", tolerated.note);
    let all = all_of_trial(&diary, date("2026-08-30"), Wanted::of("", TRIAL, LateDays::Included));
    assert_eq!(all.columns[4..6], ["Mean on placebo", "Mean on LDN"]);
    for row in &all.rows {
        let is_fixed = row[0] == "Tolerability";
        assert_eq!(row[2], if is_fixed { "always the same" } else { "final" }, "{row:?}");
    }
}

// F2: a sealed day says of which period it is, and comes back.
#[test]
fn a_table_says_of_which_period_a_sealed_day_is() {
    let diary = lived(treatment(), "2026-08-16", 12);
    for text in [csv::write(&diary).text, csv::write_long(&diary).text] {
        assert!(text.contains("2026-03-02,blinded 1 of 6,") && text.contains("2026-04-01,blinded 2 of 6,"));
        assert!(!text.contains(",blinded,"));
    }
    for text in [csv::write(&diary).text, csv::write_commas(&diary).text] {
        let reading = crate::import_csv::read(&text, &diary.settings);
        assert!(reading.left_out.is_empty(), "{:?}", reading.left_out);
        assert_eq!(reading.days, diary.days().cloned().collect::<Vec<_>>());
    }
}

/// How many decimals the first number of a cell has.
fn decimals(cell: &str) -> usize {
    let number = cell.split(' ').next().unwrap_or_default();
    number.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

// T4, T5: means that stand side by side are rounded alike, on the page and on paper.
#[test]
fn a_column_has_one_number_of_decimals() {
    for shift in [3, 7, 12] {
        let diary = opened(&lived(treatment(), "2026-08-30", shift), "2026-08-20T20:00:00+02:00");
        let shown = page(&diary, "2026-08-30", "").shown;
        let pairs = &shown.small[0];
        let wanted = decimals(&pairs.table.rows[0][2]);
        let (_, report) = page_1(&diary, "2026-08-30");
        let texts = report.texts().join("\n");
        for row in &pairs.table.rows {
            for cell in &row[2..5] {
                assert_eq!(decimals(cell), wanted, "{row:?}");
            }
            let (placebo, ldn) = (row[2].split(' ').next().unwrap(), row[3].split(' ').next().unwrap());
            let line = format!("{placebo} on placebo, {ldn} on LDN");
            assert!(pairs.summary.contains(&line), "{line}: {}", pairs.summary);
            assert!(
                texts.contains(&format!("{} on LDN, {} on placebo", row[3], row[2])),
                "{texts}"
            );
        }
        let rows = &report.tables[0].rows;
        for row in rows {
            assert_eq!(decimals(&row[1]), decimals(&rows[0][1]), "{rows:?}");
            assert_eq!(decimals(&row[2]), decimals(&rows[0][1]), "{rows:?}");
        }
    }
}
