use super::*;
use crate::diary::{
    Answers, DayEnd, Diary, Dose, Form, ItemId, Name, PhaseKind, Rating, Settings, StandardItem, Treatment,
};
use crate::diary::{Day, LAST_DATE};
use crate::exchange::backup;
use crate::exchange::backup::{Header, Mark, Marks};
use crate::testing::{at, date};
use crate::words::Said as _;

const TODAY: &str = "2026-03-10";

fn day(on: &str, pain: i64) -> Day {
    let answers = Answers {
        items: [(StandardItem::Pain.into(), Rating::new(pain).unwrap())].into(),
        ..Answers::default()
    };
    Day::restore(date(on), at(&format!("{on}T21:00:00+01:00")), None, answers)
}

fn diary(days: impl IntoIterator<Item = Day>) -> Diary {
    days.into_iter().fold(Diary::default(), Diary::with_day)
}

fn on_ldn(mut diary: Diary, from: &str, micrograms: u64) -> Diary {
    let dose = Dose::from_micrograms(micrograms).unwrap();
    let started = diary
        .treatment
        .start_phase(PhaseKind::Ldn, date(from), Some(Form::Capsule));
    diary.treatment = started.unwrap().change_dose(date(from), dose).unwrap();
    diary
}

fn request() -> ImportRequest {
    ImportRequest {
        today: TODAY.to_owned(),
        ..ImportRequest::default()
    }
}

fn planned(here: &str, file: &str) -> ImportPlan {
    plan(here, &request(), file.as_bytes()).unwrap()
}

fn plan_of(here: &Diary, file: &Diary) -> ImportPlan {
    planned(&backup::text(here), &backup::text(file))
}

fn said(effect: &Effect) -> Vec<&str> {
    effect.notes.iter().map(|note| note.said.as_str()).collect()
}

const MERGED: Choices = Choices {
    treatment_of_file: false,
    deleted: false,
};
const BROUGHT_BACK: Choices = Choices {
    deleted: true,
    ..MERGED
};
const AS_IN_FILE: Choices = Choices {
    treatment_of_file: true,
    ..MERGED
};

// The numbers and sentences are those of what is chosen, and what is said comes true.
#[test]
fn a_plan_follows_what_is_chosen() {
    let here = on_ldn(diary([day("2026-03-01", 1)]), "2026-03-05", 1_500);
    let file = on_ldn(diary([day("2026-03-01", 1), day("2026-03-02", 2)]), "2026-03-06", 3_000);
    let deleted = Mark {
        at: at("2026-03-09T09:00:00+01:00"),
        revision: 3,
    };
    let marks = Marks {
        deleted: [(date("2026-03-02"), deleted)].into(),
        ..Marks::default()
    };
    let (here_text, file_text) = (backup::text_marked(&here, &marks), backup::text(&file));
    let plan = planned(&here_text, &file_text);
    assert!(plan.has_deleted && plan.treatments_conflict);
    let effect = plan.merged(MERGED);
    assert_eq!(effect.sentence, "Importing it adds 0 days, changes 0, keeps 1.");
    assert_eq!(
        said(&effect),
        ["1 day was deleted here after this backup was made, and stays deleted."]
    );
    assert!(effect.treatment.is_empty(), "what stays is not said to change");
    let effect = plan.merged(BROUGHT_BACK);
    assert_eq!(effect.sentence, "Importing it adds 1 day, changes 0, keeps 1.");
    assert_eq!(
        said(&effect),
        [
            "1 day is added.",
            "1 day was deleted here after this backup was made, and comes back."
        ]
    );
    assert_eq!(
        plan.merged(AS_IN_FILE).treatment,
        [
            "LDN begins on 6 March 2026 instead of 5 March 2026.",
            "Dose 1.5 mg from 5 March 2026 goes.",
            "Dose 3 mg from 6 March 2026 comes."
        ]
    );
    for (chosen, effect) in &plan.merging {
        let request = ImportRequest {
            chosen: *chosen,
            ..request()
        };
        let out = take_in(&here_text, &request, file_text.as_bytes()).unwrap();
        let out = backup::read(&out, LAST_DATE).unwrap();
        let before = here.days().len();
        let adds = format!("adds {} day", out.days().len() - before);
        assert!(effect.sentence.contains(&adds), "{chosen:?} {}", effect.sentence);
        assert_eq!(effect.changes, out != here);
        assert_eq!(effect.treatment.is_empty(), out.treatment == here.treatment);
    }
    // What is not asked is not chosen.
    let both = Choices {
        deleted: true,
        treatment_of_file: true,
    };
    let unasked = plan_of(&diary([day("2026-03-01", 1)]), &diary([day("2026-03-02", 1)]));
    assert_eq!(
        unasked.merged(both).sentence,
        "Importing it adds 1 day, changes 0, keeps 1."
    );
}

// A10: what can't be read of cards is kept, and named.
#[test]
fn a_card_of_another_version_that_comes_along_is_named() {
    let here = diary([day("2026-03-01", 1)]);
    for (cards, more, expected) in [
        (
            r#"[{"question": 1, "mood": 2}]"#,
            "",
            vec!["1 decision card of another version of the app comes along: it is kept, and not shown."],
        ),
        (
            r#"[{"question": 1}, "none"]"#,
            r#", "moon": 3"#,
            vec![
                "2 decision cards of another version of the app come along: they are kept, and not shown.",
                "Fields of another version of the app change.",
            ],
        ),
        ("3", "", vec!["Fields of another version of the app change."]),
        ("[]", "", vec![]),
    ] {
        let file = format!(r#"{{"format": "ldn-diary", "version": 1, "cards": {cards}{more}}}"#);
        let effect = planned(&backup::text(&here), &file).merged(MERGED);
        assert_eq!(effect.besides, expected, "{cards}");
    }
}

#[test]
fn each_phase_and_dose_that_changes_is_named() {
    let nothing = Diary::default();
    let ldn = on_ldn(diary([day("2026-03-01", 1)]), "2026-03-05", 1_500);
    let lines = |before: &Diary, after: &Diary| changes::treatment(before, after);
    assert_eq!(
        lines(&nothing, &ldn),
        [
            "Baseline from 1 March 2026 comes.",
            "LDN (capsule) from 5 March 2026 comes.",
            "Dose 1.5 mg from 5 March 2026 comes."
        ]
    );
    assert_eq!(
        lines(&ldn, &nothing)[1..],
        [
            "LDN (capsule) from 5 March 2026 goes.",
            "Dose 1.5 mg from 5 March 2026 goes."
        ]
    );
    let mut changed = on_ldn(diary([day("2026-03-01", 1)]), "2026-03-05", 4_500);
    let mut phases = changed.treatment.phases().to_vec();
    phases[1].form = None;
    changed.treatment = Treatment::new(phases, changed.treatment.dose_steps().to_vec()).unwrap();
    assert_eq!(
        lines(&ldn, &changed),
        [
            "LDN from 5 March 2026: no form instead of capsule.",
            "Dose from 5 March 2026: 4.5 mg instead of 1.5 mg."
        ]
    );
    // Imported days that lie before the baseline move it back.
    let plan = plan_of(&ldn, &diary([day("2026-02-20", 1)]));
    let moved = "Baseline begins on 20 February 2026 instead of 1 March 2026.";
    assert_eq!(plan.merged(MERGED).treatment, [moved]);
}

#[test]
fn each_setting_that_changes_is_named_with_what_it_was() {
    let mut file = diary([day("2026-03-01", 1)]);
    file.settings.condition = Some(Name::new("fibromyalgia").unwrap());
    file.settings.day_ends_at = DayEnd::new(90).unwrap();
    file.settings.walking_support_on = true;
    let stress = ItemId::Standard(StandardItem::Stress);
    file.settings = file.settings.with_item(&stress, true);
    let plan = plan_of(&Diary::default(), &file);
    assert_eq!(
        plan.merged(MERGED).settings,
        [
            "The condition: fibromyalgia instead of not named.",
            "The end of your day: 01:30 instead of 04:00.",
            "What is rated: Stress comes.",
            "Walking support: asked instead of not asked."
        ]
    );
    let own = |name: &str| {
        let name = Name::new(name).unwrap();
        Settings::default().with_own_item(name, crate::diary::Direction::LowerIsBetter)
    };
    let (was, is) = (own("Brain fog").unwrap(), own("Fog").unwrap());
    assert_eq!(
        changes::settings(&was, &is)[1..],
        ["Your own item Fog (lower is better) instead of item Brain fog (lower is better)."]
    );
    assert!(changes::settings(&was, &was).is_empty());
}

// Fault 9: before a change, its consequence in days.
#[test]
fn another_end_of_the_day_says_how_many_days_become_late() {
    let night = |on: &str, at_night: &str| {
        let evening = day(on, 40);
        Day::restore(date(on), at(at_night), None, evening.answers().clone())
    };
    let mut here = diary([day("2026-01-05", 40), night("2026-01-06", "2026-01-07T00:30:00+01:00")]);
    let mut file = here.clone();
    file.settings.day_ends_at = DayEnd::EARLIEST;
    let effect = |here: &Diary, file: &Diary| plan_of(here, file).replacing.settings;
    let settings = effect(&here, &file);
    assert!(
        settings.contains(
            &"If your day ends at 00:00, 1 recorded day becomes late. Late days count in the results, unless you leave them out \
              there."
                .to_owned()
        ),
        "{settings:?}"
    );
    std::mem::swap(&mut here, &mut file);
    let settings = effect(&here, &file);
    assert!(
        settings.contains(&"If your day ends at 04:00, 1 recorded day is late no longer.".to_owned()),
        "{settings:?}"
    );
}

#[test]
fn days_of_another_age_are_pointed_out() {
    let here = diary([day("2026-03-01", 1)]);
    let reach = |here: &Diary, file: Diary| plan_of(here, &file).merged(MERGED).reach;
    assert_eq!(
        reach(&here, diary([day("1900-01-01", 1)])).unwrap(),
        "Your diary would then reach from 1 January 1900 to 1 March 2026: check that these years are right."
    );
    assert!(reach(&here, diary([day("2062-03-02", 1)])).is_some());
    assert_eq!(reach(&here, diary([day("2025-06-01", 1)])), None);
    let nothing = Diary::default();
    assert!(reach(&nothing, diary([day("1900-01-01", 1), day("2026-03-02", 1)])).is_some());
    assert_eq!(
        reach(&nothing, diary([day("2025-09-01", 1), day("2026-03-02", 1)])),
        None
    );
}

#[test]
fn a_time_in_the_future_is_no_reason_to_call_a_version_older_or_newer() {
    let recorded = |on: &str, pain: i64| {
        let recorded = day("2026-03-01", pain);
        Day::restore(recorded.date(), at(on), None, recorded.answers().clone())
    };
    let (now, future) = ("2026-03-01T21:00:00+01:00", "2031-03-01T21:00:00+01:00");
    let notes = |here: Day, file: Day, made_at: &str| {
        let header = Header {
            app_version: String::new(),
            exported_at: at(made_at),
        };
        // Here, the day was changed after the file was made.
        let mark = Mark {
            at: at("2026-03-09T21:00:00+01:00"),
            revision: 2,
        };
        let marks = Marks {
            days: [(here.date(), mark)].into(),
            ..Marks::default()
        };
        let file = backup::write(&diary([file]), &header);
        let plan = planned(&backup::text_marked(&diary([here]), &marks), &file);
        plan.merged(MERGED)
            .notes
            .into_iter()
            .map(|note| note.said)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        notes(recorded(now, 1), recorded(future, 2), now),
        ["1 day differs and stays as it is here: its time in the file lies in the future."]
    );
    assert_eq!(
        notes(recorded(future, 1), recorded(now, 2), now),
        ["1 day differs and stays as it is here: your version has a later time, but one that lies in the future."]
    );
    assert_eq!(
        notes(recorded(now, 1), recorded(now, 2), now),
        ["1 day differs and stays as it is here: your version is as new or newer."]
    );
    let loses = notes(recorded(now, 1), recorded(future, 2), "2026-03-10T09:00:00+01:00");
    assert!(
        loses[1].ends_with("has a later time, but one that lies in the future."),
        "{loses:?}"
    );
}

#[test]
fn what_is_wrong_is_said_without_the_signs_of_the_file() {
    let head = r#""format": "ldn-diary", "version": 1"#;
    let day = r#"{"date": "2026-01-08", "recorded_at": "2026-01-08T21:00:00+01:00", "dose_taken": 1500, "note": 5}"#;
    let phases = r#"[{"kind": "trial", "from": "2026-01-05"}]"#;
    let file = format!(r#"{{{head}, "own": 1, "phases": {phases}, "days": [{day}]}}"#);
    assert_eq!(
        planned(&backup::text(&Diary::default()), &file).problems,
        [
            "Phase 1 of the list: There is no phase “trial”.",
            "The file: No phase and no dose is taken over, because one of them can’t be read.",
            "8 January 2026: Dose: This is not a number of micrograms.",
            "8 January 2026: Note: This is not text.",
        ]
    );
}

#[test]
fn where_nothing_can_be_imported_nothing_is_offered() {
    let head = r#""format": "ldn-diary", "version": 1"#;
    let here = backup::text(&diary([day("2026-03-01", 1)]));
    let nothing = |fields: &str| planned(&here, &format!("{{{head}, {fields}}}")).nothing();
    let phase = r#""phases": [{"kind": "ldn", "from": "2026-03-05"}]"#;
    let refused = nothing(&format!(r#"{phase}, "days": [{{"date": "soon"}}]"#)).unwrap();
    assert!(refused.starts_with("None of its days can be read"));
    assert!(nothing(r#""days": []"#).unwrap().starts_with("There is nothing in it"));
    assert_eq!(nothing(&format!(r#"{phase}, "days": []"#)), None);
    let same = planned(&here, &here);
    assert_eq!(same.nothing(), None);
}

#[test]
fn what_is_said_of_a_file_is_a_sentence() {
    let here = backup::text(&Diary::default());
    for file in ["", "{}", "%PDF-1.7", "{", r#"{"format": "ldn-diary-rescue"}"#] {
        let said = plan(&here, &request(), file.as_bytes()).unwrap_err().said();
        assert!(said.starts_with("Th") && said.ends_with('.'), "{said}");
    }
}
