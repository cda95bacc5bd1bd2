//! Another medicine beside LDN (P7): charted and compared like placebo, and called by its name.

use crate::phased::{BEFORE, day, finding, last, report, said, shown, steady};
use crate::support::{header, name, other_medicine};
use ldn_diary::diary::{
    Against, CheckIn, Diary, FinalAnswer, ItemId, KeptAnswer, LAST_DATE, PhaseKind, StandardItem, Treatment,
};
use ldn_diary::exchange::{backup, fhir};
use ldn_diary::results::{Results, Shown, Wanted, results, unkept};
use ldn_diary::trial::{Caveat, Comparison, LateDays, Study, analyse};
use ldn_diary::words::Said as _;

const PAIN: ItemId = ItemId::Standard(StandardItem::Pain);
const LDN: PhaseKind = PhaseKind::Ldn;

fn medicine(text: &str) -> PhaseKind {
    PhaseKind::Comparator(name(text))
}

fn against(text: &str) -> Against {
    Against::Comparator(name(text))
}

/// Baseline, LDN, a washout and another medicine, as in a trial that compared the two.
fn trial() -> Diary {
    let phases = [
        (PhaseKind::Baseline, 0),
        (LDN, 14),
        (PhaseKind::Washout, 70),
        (other_medicine(), 98),
    ];
    steady(&phases, &[(14, 4500)], 160)
}

fn shown_of(diary: &Diary, phase: &str) -> Shown {
    let wanted = Wanted::of("", phase, LateDays::Included);
    match results(diary, last(diary), wanted) {
        Results::Shown(shown) => *shown,
        other => panic!("{other:?}"),
    }
}

#[test]
fn it_is_compared_with_the_baseline_and_ldn_with_it() {
    let diary = trial();
    let analysis = analyse(&diary, last(&diary), LateDays::Included);
    let of_medicine = analysis.comparisons.iter().find(|one| one.kind == other_medicine());
    let of_medicine = of_medicine.expect("it is compared");
    assert_eq!(
        (&of_medicine.against, of_medicine.caveats.contains(&Caveat::NotBlinded)),
        (&Against::Baseline, true)
    );
    let taken: Vec<_> = analysis.against_taken.iter().map(|one| &one.against).collect();
    assert!(!taken.is_empty() && taken.iter().all(|one| **one == against("Amitriptyline")));

    // LDN's page and its own show both beside each other; that of the washout does not.
    for phase in ["1", "3"] {
        let shown = shown_of(&diary, phase);
        let [(title, answer)] = shown.against_taken.as_slice() else {
            panic!("{:?}", shown.against_taken)
        };
        assert_eq!(title, "LDN against Amitriptyline");
        assert!(
            answer.sentence.starts_with("On LDN your pain averaged"),
            "{}",
            answer.sentence
        );
        assert!(answer.sentence.contains("on Amitriptyline"), "{}", answer.sentence);
        assert!(answer.counted.contains("days on Amitriptyline"), "{}", answer.counted);
        assert!(!answer.caveats.concat().contains("blinding"), "{:?}", answer.caveats);
        assert!(
            answer.caveats[0].contains("Both sides took something"),
            "{:?}",
            answer.caveats
        );
    }
    assert_eq!(shown_of(&diary, "2").against_taken, []);
    assert!(
        shown_of(&diary, "3")
            .answer
            .sentence
            .starts_with("On Amitriptyline your pain averaged")
    );
}

#[test]
fn results_and_report_call_it_by_its_name() {
    let diary = trial();
    let paper = report(&diary);
    let texts = paper.texts().join("\n");
    assert!(
        paper.tables[0].columns.iter().any(|column| column == "Amitriptyline"),
        "{:?}",
        paper.tables[0].columns
    );
    assert!(
        finding(&paper).contains("On Amitriptyline it averaged"),
        "{}",
        finding(&paper)
    );
    assert!(
        paper.phases.iter().any(|line| line.starts_with("Amitriptyline")),
        "{:?}",
        paper.phases
    );
    for text in [texts, said(&diary)] {
        assert!(!text.contains("comparator"), "{text}");
    }
}

#[test]
fn its_days_ask_how_it_was_tolerated() {
    let diary = trial();
    let asked = |number| {
        let asked = CheckIn::of(&diary, day(number)).items;
        asked.contains(&StandardItem::Tolerability.into())
    };
    assert_eq!([10, 60, 90, 120].map(asked), [false, true, false, true]);
}

// P1: a dose of LDN on such a day is asked about, as in a washout.
#[test]
fn a_dose_of_ldn_on_its_days_is_asked_about() {
    let diary = trial();
    let asks = |number| diary.asks_whether_begun(day(number));
    assert_eq!([10, 60, 90, 120].map(asks), [true, false, true, true]);
}

// A2: without a baseline and without a day off, LDN is compared with it.
#[test]
fn who_changed_from_it_to_ldn_has_an_answer() {
    for (phases, doses) in [
        (vec![(other_medicine(), BEFORE), (LDN, 60)], (60, 4500)),
        (vec![(LDN, BEFORE), (other_medicine(), 60)], (BEFORE, 4500)),
    ] {
        let diary = steady(&phases, &[doses], 150);
        let shown = shown(&diary);
        assert!(
            shown.answer.sentence.contains("on Amitriptyline"),
            "{}",
            shown.answer.sentence
        );
        assert!(
            shown.answer.stage.is_some() && shown.answer.range.is_some(),
            "{:?}",
            shown.answer
        );
        assert!(
            !shown.answer.sentence.contains("moderately important"),
            "that is a drop since before treatment"
        );
        assert_eq!(shown.against_taken, [], "it is the answer already");
        let caveats = shown.answer.caveats.join(" ");
        assert!(caveats.contains("compares LDN with another medicine"), "{caveats}");
        let paper = report(&diary);
        assert_eq!(paper.tables[0].caption, "LDN against Amitriptyline");
        assert_eq!(paper.tables[0].columns[1], "Amitriptyline");
        assert!(finding(&paper).contains("on Amitriptyline"), "{}", finding(&paper));
    }
}

// A2: days off LDN come before another medicine, and what has no other days waits for nothing.
#[test]
fn days_off_come_before_it_and_alone_it_is_averaged() {
    let off = steady(
        &[(LDN, BEFORE), (other_medicine(), 30), (PhaseKind::Washout, 70)],
        &[(BEFORE, 4500)],
        120,
    );
    let ldn = analyse(&off, last(&off), LateDays::Included);
    assert_eq!(ldn.comparisons[0].against, Against::Off);
    let alone = steady(&[(other_medicine(), BEFORE)], &[], 40);
    let text = said(&alone);
    assert!(text.contains("Amitriptyline since 1 Mar 2026: pain"), "{text}");
    assert!(!text.contains("baseline has"), "{text}");
}

// Two medicines are two kinds: each has its answer, under its own name, and one does not take the other's.
#[test]
fn each_of_two_medicines_has_its_own_answer() {
    let phases = [
        (medicine("Amitriptyline"), 0),
        (medicine("Duloxetine"), 60),
        (LDN, 120),
        (medicine("Gabapentin"), 210),
    ];
    let diary = steady(&phases, &[(120, 4500)], 300);
    let study = Study::of(&diary, last(&diary), LateDays::Included);
    let main = study.compare(2, &PAIN).expect("it is compared");
    assert_eq!(main.against, against("Duloxetine"), "what was taken last before");
    let others: Vec<_> = study
        .ldn_against_taken(&PAIN)
        .into_iter()
        .map(|one| one.against)
        .collect();
    assert_eq!(others, [against("Amitriptyline"), against("Gabapentin")]);
    // Each has other days behind it.
    let reference = |one: &Comparison| one.contrast.reference.map(|window| window.to);
    let ends: Vec<_> = study.ldn_against_taken(&PAIN).iter().map(reference).collect();
    assert_eq!(ends, [Some(day(59)), Some(day(293))]);

    // Kept, they are told apart, and a file brings each back.
    let kept = unkept(&diary, last(&diary));
    let found: Vec<&Against> = kept.iter().map(|one| &one.against).collect();
    assert_eq!(
        found,
        [
            &against("Duloxetine"),
            &against("Amitriptyline"),
            &against("Gabapentin")
        ]
    );
    let mut keeping = diary.clone();
    for answer in kept {
        let at = day(299).and_hms_opt(20, 0, 0).unwrap().and_utc().fixed_offset();
        keeping.rest.keep(KeptAnswer { at, answer });
    }
    assert_eq!(unkept(&keeping, last(&keeping)), Vec::<FinalAnswer>::new());
    let read = backup::read(&backup::write(&keeping, &header()), LAST_DATE);
    assert_eq!(read.expect("it is read").rest.final_answers, keeping.rest.final_answers);
}

// The medicine that LDN is compared with is not another one because a further one begins later.
#[test]
fn a_later_medicine_changes_no_answer() {
    let phases = [(other_medicine(), BEFORE), (LDN, 40)];
    let before = steady(&phases, &[(40, 4500)], 120);
    let mut longer = phases.to_vec();
    longer.push((medicine("Duloxetine"), 130));
    let after = steady(&longer, &[(40, 4500)], 220);
    let pain = |diary: &Diary, phase| {
        let study = Study::of(diary, last(diary), LateDays::Included);
        study.compare(phase, &PAIN).expect("it is compared")
    };
    assert_eq!(pain(&before, 1).against, other_against());
    assert_eq!(pain(&after, 1).against, other_against());
}

fn other_against() -> Against {
    against("Amitriptyline")
}

// F1, E: the file and the bundle have its name; the same medicine is one kind, whatever becomes of its phases.
#[test]
fn files_have_its_name() {
    let diary = trial();
    let text = backup::write(&diary, &header());
    assert!(
        text.contains("\"comparator\"") && text.contains("\"medicine\": \"Amitriptyline\""),
        "{text}"
    );
    let read = backup::read(&text, LAST_DATE).expect("it is read");
    assert_eq!(read.treatment, diary.treatment);
    // Without a name it is no phase: that is said, and nothing else of the file.
    for (bad, what) in [
        ("", "medicine"),
        ("\"medicine\": \" \",", "medicine"),
        ("\"medicine\": 5,", "medicine"),
    ] {
        let broken = text.replace("\"medicine\": \"Amitriptyline\",", bad);
        assert_ne!(broken, text);
        let problems = backup::read(&broken, LAST_DATE).expect_err("it has no name").said();
        assert!(problems.contains(what), "{problems}");
    }
    let bundle = fhir::write(&diary, &crate::support::made_on(last(&diary)));
    assert!(
        bundle.contains("\"medicationCodeableConcept\":{\"text\":\"Amitriptyline\"}"),
        "{bundle}"
    );
}

// One medicine has one name: where it is taken twice, both are renamed, and a name that another has in other letters is that.
#[test]
fn another_name_is_one_for_all_its_phases() {
    let phases = [
        (medicine("Duloxetine"), 0),
        (LDN, 40),
        (other_medicine(), 80),
        (LDN, 120),
        (medicine("AMITRIPTYLINE"), 160),
    ];
    let treatment = steady(&phases, &[], 200).treatment;
    let kinds = |treatment: &Treatment| -> Vec<PhaseKind> {
        treatment.phases().iter().map(|phase| phase.kind.clone()).collect()
    };
    assert_eq!(kinds(&treatment)[4], other_medicine());
    let renamed = treatment
        .rename_medicine(4, &name("Amitriptyline 10 mg"))
        .expect("it is one");
    let amitriptyline = || medicine("Amitriptyline 10 mg");
    assert_eq!(
        kinds(&renamed),
        [medicine("Duloxetine"), LDN, amitriptyline(), LDN, amitriptyline()]
    );
    let one = treatment.rename_medicine(2, &name(" duloxetine ")).expect("it is one");
    assert_eq!(
        kinds(&one),
        [
            medicine("Duloxetine"),
            LDN,
            medicine("Duloxetine"),
            LDN,
            medicine("Duloxetine")
        ]
    );
    for other in [1, 3, 5] {
        assert!(treatment.rename_medicine(other, &name("No")).is_err());
    }
}

// A10: an answer that was read stands, whatever the medicine is called afterwards.
#[test]
fn a_kept_answer_outlives_the_name() {
    let diary = steady(&[(other_medicine(), 0), (LDN, 60)], &[(60, 4500)], 150);
    let mut kept = diary.clone();
    let at = day(149).and_hms_opt(20, 0, 0).unwrap().and_utc().fixed_offset();
    for answer in unkept(&diary, last(&diary)) {
        kept.rest.keep(KeptAnswer { at, answer });
    }
    assert_eq!(kept.rest.final_answers.len(), 1);
    kept.remove_day(day(100));
    kept.treatment = kept
        .treatment
        .rename_medicine(0, &name("Amitriptylin"))
        .expect("it is one");
    let study = Study::of(&kept, last(&kept), LateDays::Included);
    let found = study.compare(1, &PAIN).expect("it is compared");
    assert_eq!(found.kept.map(|kept| kept.changed_days), Some(1));
    assert_eq!(unkept(&kept, last(&kept)), Vec::<FinalAnswer>::new());
}

// What ended before the diary began can't be compared, is not told as missed, and nothing waits for it.
#[test]
fn what_ended_before_the_diary_is_of_no_day_of_it() {
    let changed = [(other_medicine(), -200), (LDN, BEFORE)];
    let stopped = [(LDN, -200), (PhaseKind::Washout, BEFORE)];
    for (phases, doses, needs) in [
        (
            changed,
            (BEFORE, 4500),
            "A comparison needs days off LDN or on another dose",
        ),
        (stopped, (-200, 4500), "A comparison needs days on LDN"),
    ] {
        let diary = steady(&phases, &[doses], 20);
        let text = said(&diary);
        assert!(text.contains(needs), "{text}");
        let paper = report(&diary);
        let texts = [paper.phases.join("\n"), finding(&paper), text];
        for never in [
            "(0 of",
            "don't count, and both",
            "no later one is rated",
            "can't be compared",
        ] {
            assert!(!texts.concat().contains(never), "{texts:?}");
        }
        assert!(paper.phases[0].contains("to 28 Feb 2026"), "{:?}", paper.phases);
        assert!(
            paper.tables[0].columns.iter().all(|column| column != "Amitriptyline"),
            "{:?}",
            paper.tables[0]
        );
    }
}
