//! Decision cards (A10): which question they ask, of which days, when it is answered, and what is said of them.

use crate::support;
use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use ldn_diary::diary::{
    Answers, Card, Day, DayEnd, Decision, Diary, Direction, Dose, DoseStep, GlobalChange, ItemId, LAST_DATE, Name,
    Note, Phase, PhaseKind, Points, Rating, Rest, Sealed, Settings, SideEffectId, StandardItem, StandardSideEffect,
    Treatment,
};
use ldn_diary::exchange::import::{How, apply};
use ldn_diary::exchange::{analysis, backup, fhir, fingerprint, seal};
use ldn_diary::report::{Choices, Report};
use ldn_diary::results::{CardOffer, Results, Shown, Wanted, results, unkept};
use ldn_diary::trial::{Chance, LateDays, Study, Verdict, analyse, probability};
use ldn_diary::words::names;

const FIRST: &str = "2027-01-01";

fn first() -> NaiveDate {
    FIRST.parse().unwrap()
}

/// Day `day` of a diary that begins on 2027-01-01, counted from 0.
fn day(day: u64) -> NaiveDate {
    first() + Days::new(day)
}

fn evening(date: NaiveDate) -> DateTime<FixedOffset> {
    date.and_hms_opt(21, 0, 0).unwrap().and_utc().fixed_offset()
}

/// A baseline of 14 days, LDN from then on with dose steps on some days and no end or one, recorded for so many days; pain falls
/// by 20 and fatigue by 1.
fn diary(days: u64, steps: &[u64], ends: Option<u64>) -> Diary {
    let mut phases = vec![
        Phase::new(PhaseKind::Baseline, day(0), None),
        Phase::new(PhaseKind::Ldn, day(14), None),
    ];
    phases.extend(ends.map(|ends| Phase::new(PhaseKind::Washout, day(ends + 1), None)));
    let steps = std::iter::once(14).chain(steps.iter().copied());
    let steps = steps.map(|step| DoseStep::new(day(step), Dose::from_micrograms(1500 + step).unwrap()));
    let treatment = Treatment::new(phases, steps.collect()).unwrap();
    let rating = |at: u64, before: i64, fall: i64| {
        let wave = [0, 3, -4, 5, -2, 1, -5, 4][usize::try_from(at % 8).unwrap()];
        Rating::new(before + wave - if at < 14 { 0 } else { fall }).unwrap()
    };
    let recorded = (0..days).map(|at| {
        let mut answers = Answers::default();
        answers
            .items
            .insert(ItemId::from(StandardItem::Pain), rating(at, 60, 20));
        answers
            .items
            .insert(ItemId::from(StandardItem::Fatigue), rating(at, 55, 1));
        answers
            .side_effects
            .insert(StandardSideEffect::Headache.into(), at % 10 == 0);
        Day::record(day(at), answers, evening(day(at)), DayEnd::default()).unwrap()
    });
    Diary::restore(Settings::default(), treatment, recorded.collect::<Vec<_>>())
}

fn content(item: StandardItem, points: i64, final_day: u64, written: u64) -> Sealed {
    Sealed {
        ldn_from: None,
        item: item.into(),
        at_least: Points::new(points).unwrap(),
        ends_it: Some(SideEffectId::from(StandardSideEffect::Headache)),
        day: day(final_day),
        at: evening(day(written)),
    }
}

fn with_card(mut diary: Diary, content: Sealed) -> Diary {
    let stamp = seal::of(&content);
    diary.rest.seal(&diary.treatment, content, stamp);
    diary
}

fn page(diary: &Diary, at: u64, question: &str) -> Shown {
    let wanted = Wanted {
        question,
        ..Wanted::of("", "1", LateDays::Included)
    };
    match results(diary, day(at), wanted) {
        Results::Shown(shown) => *shown,
        other => panic!("{other:?}"),
    }
}

fn read(diary: &mut Diary, at: u64) {
    let answers = unkept(diary, day(at));
    diary.rest.read(&answers, evening(day(at)));
}

#[test]
fn a_card_names_the_item_that_is_judged_the_points_and_the_day() {
    let diary = with_card(diary(80, &[], None), content(StandardItem::Fatigue, 10, 55, 13));
    let study = Study::of(&diary, day(54), LateDays::Included);
    let answer = |item: StandardItem| study.compare(1, &item.into()).unwrap();
    let (fatigue, pain) = (answer(StandardItem::Fatigue), answer(StandardItem::Pain));
    assert!(fatigue.main && !pain.main);
    assert!(
        fatigue.verdict().is_some() && pain.verdict().is_none(),
        "only the main item has a verdict"
    );
    assert_eq!((fatigue.final_day, fatigue.is_final), (day(55), false));
    let (points, likely) = fatigue.asked().unwrap();
    assert!(points.get() == 10 && likely < 0.5, "{likely}");
    assert_eq!((pain.asked(), pain.at_least), (None, None));

    let shown = page(&diary, 54, "");
    assert_eq!(shown.item, "fatigue", "it opens on its own item");
    assert_eq!(shown.on_the_day, None, "its day has not come");
    let shown = page(&diary, 60, "");
    assert!(shown.answer.stage.unwrap().contains("Final since 25 February 2027"));
    assert_eq!(
        shown.answer.counted.split(' ').take(4).collect::<Vec<_>>(),
        ["From", "28", "of", "28"]
    );
    assert!(
        shown
            .answer
            .asked
            .unwrap()
            .starts_with("By the 10 points you asked for: ")
    );
    assert!(
        shown
            .answer
            .beside
            .iter()
            .any(|said| said.contains("would end it, by the card: on 3 of 28 days"))
    );
    assert_eq!(
        shown.card.unwrap(),
        "Card for question 1: worth it with fatigue at least 10 points lower; the answer is final on 25 February 2027. \
         What would end it: Headache. Written on 14 January 2027, before LDN."
    );
}

#[test]
fn how_likely_the_change_is_is_told_where_the_days_can_not_tell_too() {
    let diary = with_card(diary(98, &[], None), content(StandardItem::Fatigue, 1, 97, 13));
    let study = Study::of(&diary, day(97), LateDays::Included);
    let answer = study.compare(1, &StandardItem::Fatigue.into()).unwrap();
    assert_eq!(answer.finding().verdict, Some(Verdict::CannotTell));
    assert!(page(&diary, 97, "").answer.asked.unwrap().contains("you asked for"));
}

#[test]
fn without_a_card_pain_is_judged_on_the_84th_day() {
    let shown = page(&diary(100, &[], None), 97, "");
    assert_eq!(
        (shown.item.as_str(), shown.question.as_str(), shown.questions.len()),
        ("pain", "1", 1)
    );
    assert_eq!((shown.card, shown.answer.asked), (None, None));
    assert!(shown.answer.stage.unwrap().contains("Final since 8 April 2027"));
}

// Bad input: a change of dose the day before.
#[test]
fn a_dose_that_changes_shortly_before_the_day_puts_the_answer_off() {
    let diary = with_card(diary(120, &[69], None), content(StandardItem::Pain, 10, 70, 13));
    let shown = page(&diary, 80, "");
    assert!(
        shown
            .answer
            .beside
            .iter()
            .any(|said| said.contains("The dose changed shortly before the day of the card, 12 March 2027"))
    );
    let study = Study::of(&diary, day(96), LateDays::Included);
    let answer = study.compare(1, &StandardItem::Pain.into()).unwrap();
    assert_eq!((answer.final_day, answer.is_final), (day(96), true), "its 28th day");
    assert_eq!(
        answer.contrast.window.map(|window| (window.from, window.to)),
        Some((day(83), day(96)))
    );
    let unchanged = with_card(self::diary(120, &[], None), content(StandardItem::Pain, 10, 70, 13));
    let answer = Study::of(&unchanged, day(96), LateDays::Included)
        .compare(1, &StandardItem::Pain.into())
        .unwrap();
    assert_eq!(answer.final_day, day(70));
}

// Bad input: a phase that ends early.
#[test]
fn a_time_on_ldn_that_ends_before_the_day_is_answered_by_its_end() {
    let diary = with_card(diary(90, &[], Some(60)), content(StandardItem::Pain, 10, 97, 13));
    let shown = page(&diary, 80, "");
    assert!(shown.answer.stage.unwrap().contains("Final since 2 March 2027"));
    assert!(
        shown
            .answer
            .beside
            .iter()
            .any(|said| said.contains("ended before the day of the card, 8 April 2027"))
    );
}

// Bad input: a day before the phase, a card of a phase that was over, a day without any LDN.
#[test]
fn a_card_without_days_on_ldn_asks_of_none_and_the_report_says_so() {
    let early = with_card(diary(60, &[], None), content(StandardItem::Fatigue, 10, 10, 5));
    let study = Study::of(&early, day(59), LateDays::Included);
    let card = &early.rest.cards()[0];
    assert_eq!(study.asks_of(card), None);
    assert!(
        study
            .card_said(card, true)
            .contains("No time on LDN belongs to it yet.")
    );
    assert!(
        study.compare(1, &StandardItem::Pain.into()).unwrap().main,
        "pain is judged as without it"
    );
    let over = with_card(diary(90, &[], Some(60)), content(StandardItem::Pain, 10, 120, 80));
    assert_eq!(
        Study::of(&over, day(89), LateDays::Included).asks_of(&over.rest.cards()[0]),
        None
    );
}

#[test]
fn a_card_that_was_written_when_ldn_had_begun_says_so() {
    let said = |written| {
        let diary = with_card(diary(60, &[], None), content(StandardItem::Pain, 10, 97, written));
        page(&diary, 59, "").card.unwrap()
    };
    assert!(said(14).ends_with("before LDN."), "on its first day, before it works");
    assert!(said(15).ends_with("Written on 16 January 2027, when LDN had begun."));
}

#[test]
fn the_way_to_the_day_of_a_card_is_shown() {
    let way = |diary: &Diary, at, question| page(diary, at, question).answer.progress.map(|way| (way.text, way.bar));
    let six_weeks = with_card(diary(60, &[], None), content(StandardItem::Pain, 10, 55, 13));
    let (text, _) = way(&six_weeks, 54, "").unwrap();
    assert!(
        text.starts_with("Day 41 of 42 on the way to the answer, which is final on 25 February 2027."),
        "{text}"
    );
    assert_eq!(way(&six_weeks, 55, ""), None, "it is final");

    let mut answered = diary(300, &[], None);
    read(&mut answered, 97);
    let further = with_card(answered, content(StandardItem::Pain, 10, 379, 100));
    let (text, bar) = way(&further, 250, "2").unwrap();
    assert!(
        text.contains("Day 237 of 366") && text.ends_with("Days count from day 283 on."),
        "{text}"
    );
    assert!(bar.words().contains(&"counts from here"));

    // A dose that will change has its own end.
    let (text, bar) = way(&diary(31, &[40], None), 30, "").unwrap();
    let said = "Day 17 of 26 on this dose, which changes on 10 February 2027. Days count since day 15.";
    assert_eq!((text.as_str(), bar.words()[2]), (said, "dose changes on 10 Feb 2027"));
    let (text, bar) = way(&diary(18, &[21], None), 17, "").unwrap();
    assert_eq!(text, "Day 4 of 7 on this dose, which changes on 22 January 2027.");
    assert_eq!(bar.words(), ["day 4 of 7", "dose changes on 22 Jan 2027"]);
    assert_eq!(way(&diary(60, &[], Some(45)), 59, ""), None, "the phase has ended");
}

// LDN was begun earlier or later than it was planned on the card, or its first day was moved since.
#[test]
fn a_card_whose_first_day_on_ldn_moved_says_so() {
    for (planned, said) in [
        (None, false),
        (Some(14), false),
        (Some(15), true),
        (Some(13), true),
        (Some(60), true),
    ] {
        let sealed = Sealed {
            ldn_from: planned.map(day),
            ..content(StandardItem::Pain, 10, 97, 13)
        };
        let diary = with_card(diary(60, &[], None), sealed);
        let card = page(&diary, 59, "").card.unwrap();
        assert_eq!(
            card.contains("its first day is 15 January 2027."),
            said,
            "{planned:?}: {card}"
        );
        assert!(!card.contains("not what was sealed"), "it fits its seal: {card}");
        assert_eq!(
            on_page_1(&Report::of(&diary, &choices())).contains("LDN was to begin on"),
            said,
            "{planned:?}"
        );
    }
}

#[test]
fn a_further_card_asks_a_further_question_of_its_own_last_84_days() {
    let mut diary = diary(400, &[], None);
    assert_eq!(diary.rest.next_number(&diary.treatment), 1);
    read(&mut diary, 97);
    assert_eq!(
        diary.rest.next_number(&diary.treatment),
        2,
        "the first question has its answer"
    );
    let diary = with_card(diary, content(StandardItem::Pain, 10, 379, 100));
    let early = page(&diary, 250, "2");
    assert!(
        early
            .answer
            .sentence
            .contains("the days that this question counts begin on"),
        "{}",
        early.answer.sentence
    );
    assert_eq!(
        page(&diary, 250, "").question,
        "1",
        "until then the first answer stays in sight"
    );
    let shown = page(&diary, 399, "");
    assert_eq!((shown.question.as_str(), shown.questions.len()), ("2", 2));
    assert!(shown.windows.contains("24 Oct to 15 Jan 2028"), "{}", shown.windows);
    assert!(
        shown.answer.counted.starts_with("From 84 of 84 days"),
        "{}",
        shown.answer.counted
    );
    let one = page(&diary, 399, "1");
    assert!(
        one.answer.stage.unwrap().contains("Final since 8 April 2027"),
        "the first answer stands"
    );
}

// A3: without a difference between days there is no probability, and a card's points are not passed over in silence.
#[test]
fn where_every_day_is_the_same_it_says_why_nothing_is_told_of_the_points() {
    let mut diary = with_card(diary(98, &[], None), content(StandardItem::Pain, 10, 97, 13));
    for at in 0..98 {
        let mut answers = diary.day(day(at)).unwrap().answers().clone();
        let pain = Rating::new(if at < 14 { 60 } else { 40 }).unwrap();
        answers.items.insert(StandardItem::Pain.into(), pain);
        diary.put_day(Day::record(day(at), answers, evening(day(at)), DayEnd::default()).unwrap());
    }
    let shown = page(&diary, 97, "");
    let why = "How likely the 10 points are that you asked for can’t be told: every day is the same";
    assert!(shown.answer.asked.clone().unwrap().starts_with(why), "{shown:?}");
    let report = Report::of(&diary, &choices());
    let why = "How likely the 10 points are that the patient asked for can’t be told";
    assert!(on_page_1(&report).contains(why), "{:?}", report.card);
    assert!(report.further[0].rows[0][2].contains(why));
}

// A card asks of LDN: what was read of placebo or a washout takes no number from it.
#[test]
fn an_answer_of_another_phase_than_ldn_takes_no_question_from_a_card() {
    for kind in [PhaseKind::Placebo, support::other_medicine(), PhaseKind::Washout] {
        let mut diary = diary(130, &[], None);
        let phases = [(PhaseKind::Baseline, 0), (kind.clone(), 14), (PhaseKind::Ldn, 110)];
        let phases = phases.map(|(kind, from)| Phase::new(kind, day(from), None));
        diary.treatment = Treatment::new(phases.to_vec(), Vec::new()).unwrap();
        read(&mut diary, 109);
        assert_eq!(diary.rest.final_answers.len(), 1, "{kind:?}");
        let diary = with_card(diary, content(StandardItem::Pain, 10, 200, 109));
        assert_eq!(diary.rest.cards()[0].question, 1, "{kind:?}");
    }
}

#[test]
fn an_answer_of_a_card_is_kept_with_its_probability_and_stands() {
    let mut diary = with_card(diary(98, &[], None), content(StandardItem::Pain, 10, 97, 13));
    let before = page(&diary, 97, "");
    read(&mut diary, 97);
    let text = backup::rest_text(&diary.rest);
    diary.rest = backup::rest_from_text(&text).unwrap();
    let after = page(&diary, 97, "");
    assert_eq!(
        (&after.answer.asked, &after.answer.sentence),
        (&before.answer.asked, &before.answer.sentence)
    );
    assert!(after.unkept.is_empty());
    let late = day(97).succ_opt().unwrap();
    let mut answers = diary.day(day(97)).unwrap().answers().clone();
    answers
        .items
        .insert(StandardItem::Pain.into(), Rating::new(90).unwrap());
    diary.put_day(Day::record(day(97), answers, evening(late), DayEnd::default()).unwrap());
    let edited = page(&diary, 98, "");
    assert_eq!(edited.answer.asked, before.answer.asked);
    assert!(
        edited.answer.beside[0].contains("1 of these days was changed"),
        "{:?}",
        edited.answer.beside
    );
}

// Bad input: a card that was edited in the file.
#[test]
fn a_card_that_was_changed_outside_is_read_and_said_not_to_fit() {
    let diary = with_card(diary(98, &[], None), content(StandardItem::Pain, 10, 97, 13));
    let header = backup::Header {
        app_version: "0.1.0".into(),
        exported_at: evening(day(97)),
    };
    let file = backup::write(&diary, &header);
    assert_eq!(backup::read(&file, LAST_DATE).unwrap(), diary);
    let edited = file.replace(r#""at_least": 10"#, r#""at_least": 5"#);
    assert_ne!(edited, file);
    let read = backup::read(&edited, LAST_DATE).unwrap();
    let said = page(&read, 97, "").card.unwrap();
    assert!(
        said.ends_with("it was changed afterwards, outside of this app."),
        "{said}"
    );
    assert!(!page(&diary, 97, "").card.unwrap().contains("changed"));
    assert_ne!(fingerprint::full(&read), fingerprint::full(&diary));
    // What is not understood loses nothing.
    for (from, to) in [
        (r#""at_least": 10"#, r#""at_least": 0"#),
        (r#""day": "2027-04-08""#, r#""day": "some day""#),
        (r#""question": 1"#, r#""question": 0"#),
        (r#""sha256": ""#, r#""sha256": "x"#),
    ] {
        let strange = file.replace(from, to);
        assert_ne!(strange, file, "{from}");
        let read = backup::read(&strange, LAST_DATE).unwrap();
        assert!(
            read.rest.cards().is_empty() && read.rest.unknown.contains_key("cards"),
            "{to}"
        );
    }
}

// What another version wrote among cards, answers and decisions is kept, each entry for itself, whatever is added here.
#[test]
fn an_entry_that_can_not_be_read_hides_no_other_and_is_kept_when_more_come() {
    let mut diary = with_card(diary(98, &[], None), content(StandardItem::Pain, 10, 97, 13));
    read(&mut diary, 97);
    diary.rest.decide(decision(1, 97, "We go on."));
    let mut text: serde_json::Value = serde_json::from_str(&backup::rest_text(&diary.rest)).unwrap();
    let lists = ["cards", "final_answers", "decisions"];
    for list in lists {
        let all = text[list].as_array_mut().unwrap();
        let mut strange = all[0].clone();
        strange["mood_of_the_moon"] = 3.into();
        all.insert(0, strange);
        all.push("a line".into());
    }
    let mut rest = backup::rest_from_text(&text.to_string()).unwrap();
    let counts = |rest: &Rest| (rest.cards().len(), rest.final_answers.len(), rest.decisions().len());
    assert_eq!(counts(&rest), (1, 1, 1), "each that can be read is");
    assert_eq!(backup::unread_cards(&rest), 2);
    let mut strange = diary.clone();
    strange.rest = rest.clone();
    let listed = &Report::of(&strange, &choices()).further[0];
    assert!(
        listed.rows[1][1].starts_with("2 decision cards are of another version"),
        "{listed:?}"
    );
    let next = content(StandardItem::Fatigue, 5, 190, 98);
    rest.seal(&diary.treatment, next.clone(), seal::of(&next));
    rest.decide(decision(2, 190, "We wait."));
    let again = backup::rest_from_text(&backup::rest_text(&rest)).unwrap();
    assert_eq!(again, rest);
    assert_eq!(counts(&again), (2, 1, 2));
    let text: serde_json::Value = serde_json::from_str(&backup::rest_text(&again)).unwrap();
    for list in lists {
        let all = text[list].as_array().unwrap();
        assert!(all.iter().any(|one| one["mood_of_the_moon"] == 3), "{list}: {text}");
        assert!(all.iter().any(|one| one == "a line"), "{list}: {text}");
    }
}

#[test]
fn cards_of_two_devices_are_all_there_each_with_its_own_number() {
    let (one, other) = (
        content(StandardItem::Pain, 10, 97, 13),
        content(StandardItem::Fatigue, 20, 97, 12),
    );
    let mut here = with_card(diary(98, &[], None), one).rest;
    let mut there = with_card(diary(98, &[], None), other).rest;
    there.decide(decision(1, 97, "We go on."));
    here.decide(decision(1, 97, "We stop."));
    here.take(&there);
    let numbers: Vec<_> = here
        .cards()
        .iter()
        .map(|card| (card.question, card.sealed.item.to_string()))
        .collect();
    assert_eq!(numbers, [(1, "pain".to_owned()), (2, "fatigue".to_owned())]);
    let decided = |question| {
        here.decision(question, day(97))
            .map(|decision| decision.decided.as_str())
    };
    assert_eq!(
        (decided(1), decided(2)),
        (Some("We stop."), Some("We go on.")),
        "what is written goes with its card"
    );
    let before = here.clone();
    here.take(&there);
    assert_eq!(here, before, "taken once more it changes nothing");
}

// Two diaries can have own things of one id.
#[test]
fn a_card_of_an_own_item_asks_of_it_under_its_id_here_and_still_fits_its_seal() {
    let with_item = |name: &str, points| {
        let mut diary = diary(98, &[], None);
        let settings = diary
            .settings
            .clone()
            .with_own_item(Name::new(name).unwrap(), Direction::LowerIsBetter);
        diary.settings = settings.unwrap();
        let id = diary.settings.own_items()[0].id.clone();
        let mut content = content(StandardItem::Pain, points, 97, 13);
        content.item = ItemId::Own(id);
        with_card(diary, content)
    };
    let (here, file) = (with_item("Brain fog", 10), with_item("Burning feet", 20));
    assert_eq!(here.settings.own_items()[0].id, file.settings.own_items()[0].id);
    let here = apply(&here, &file, How::MERGE);
    let names: Vec<_> = here
        .rest
        .cards()
        .iter()
        .map(|card| names::any_item(card.item(), &here.settings))
        .collect();
    assert_eq!(names, ["Brain fog", "Burning feet"]);
    assert!(here.rest.cards().iter().all(seal::fits));
    let text = backup::rest_text(&here.rest);
    assert_eq!(backup::rest_from_text(&text), Ok(here.rest.clone()));
}

// Own things that are in no list any more: an id says nothing to anybody.
#[test]
fn an_own_thing_that_is_no_longer_there_is_never_called_by_its_id() {
    let mut diary = diary(98, &[], None);
    let (item, effect) = (
        ItemId::from_id("own_7").unwrap(),
        SideEffectId::from_id("effect_9").unwrap(),
    );
    for at in 0..98 {
        let mut answers = diary.day(day(at)).unwrap().answers().clone();
        let pain = answers.items[&StandardItem::Pain.into()];
        answers.items.insert(item.clone(), pain);
        answers.side_effects.insert(effect.clone(), at % 9 == 0);
        diary.put_day(Day::record(day(at), answers, evening(day(at)), DayEnd::default()).unwrap());
    }
    let sealed = Sealed {
        item: item.clone(),
        ends_it: Some(effect),
        ..content(StandardItem::Pain, 10, 97, 13)
    };
    let diary = with_card(diary, sealed);
    let shown = page(&diary, 97, "");
    let card = shown.card.clone().unwrap();
    assert!(
        card.contains("worth it with an own item that is no longer there at least"),
        "{card}"
    );
    assert!(
        card.contains("What would end it: An own side effect that is no longer there."),
        "{card}"
    );
    let report = Report::of(
        &diary,
        &Choices {
            items: vec![StandardItem::Pain.into(), item],
            to: day(97),
            every_day: true,
            ..choices()
        },
    );
    let clinic = serde_json::from_str(&fhir::write(&diary, &crate::support::made_on(day(97)))).unwrap();
    let mut texts = Vec::new();
    texts_of(&clinic, &mut texts);
    assert!(texts.iter().any(|text| text.contains("no longer there")));
    let names: Vec<&String> = shown.items.iter().map(|choice| &choice.name).collect();
    for (place, said) in [
        ("results", format!("{names:?} {:?} {:?}", shown.answer, shown.small)),
        ("report", report.html()),
        ("clinic", texts.join("\n")),
    ] {
        assert!(!said.contains("own_7") && !said.contains("effect_9"), "{place}: {said}");
    }
}

/// What a reader sees of a document for a clinic.
fn texts_of(json: &serde_json::Value, texts: &mut Vec<String>) {
    if let Some(object) = json.as_object() {
        for (name, value) in object {
            match value
                .as_str()
                .filter(|_| ["text", "display", "title"].contains(&name.as_str()))
            {
                Some(text) => texts.push(text.to_owned()),
                None => texts_of(value, texts),
            }
        }
    }
    for value in json.as_array().into_iter().flatten() {
        texts_of(value, texts);
    }
}

fn decision(question: u32, final_day: u64, text: &str) -> Decision {
    Decision {
        question,
        final_day: day(final_day),
        at: evening(day(final_day)),
        global_change: Some(GlobalChange::MuchBetter),
        decided: Note::new(text).unwrap(),
    }
}

#[test]
fn a_card_can_be_taken_back_while_it_is_the_last() {
    let mut rest = Rest::default();
    let [one, two] = [13, 14].map(|written| content(StandardItem::Pain, 10, 97, written));
    rest.seal(&Treatment::default(), one.clone(), seal::of(&one));
    rest.seal(&Treatment::default(), two.clone(), seal::of(&two));
    assert!(!rest.take_back(seal::of(&one)), "another one was sealed after it");
    assert!(rest.take_back(seal::of(&two)) && rest.take_back(seal::of(&one)));
    assert_eq!(rest, Rest::default());
}

#[test]
fn what_was_decided_stands_beside_its_answer_alone_and_an_empty_one_goes() {
    let mut diary = with_card(diary(120, &[], None), content(StandardItem::Pain, 10, 97, 13));
    diary.rest.decide(decision(1, 97, "We go on."));
    let written = page(&diary, 100, "").on_the_day.unwrap();
    assert_eq!(
        (written.global_change, written.decided.as_str()),
        (Some(GlobalChange::MuchBetter), "We go on.")
    );
    diary.rest.decide(Decision {
        global_change: None,
        decided: Note::default(),
        ..decision(1, 97, "")
    });
    assert!(diary.rest.decisions().is_empty());
}

#[test]
fn a_card_is_offered_while_none_waits_for_its_day() {
    let offer = |diary: &Diary, at| page(diary, at, "").offer;
    let without = diary(130, &[], None);
    assert_eq!(offer(&without, 20), CardOffer::First, "nothing can be told yet");
    assert_eq!(offer(&without, 60), CardOffer::Later);
    assert_eq!(offer(&without, 97), CardOffer::Next);
    let with = with_card(without, content(StandardItem::Pain, 10, 97, 13));
    assert_eq!(offer(&with, 60), CardOffer::Nothing, "it waits");
    assert_eq!(offer(&with, 100), CardOffer::Next);
    assert_eq!(
        offer(&diary(90, &[], Some(60)), 80),
        CardOffer::Nothing,
        "no LDN is taken"
    );
}

/// The cards of a diary are looked at on every day without a panic, whatever they say.
#[test]
fn no_card_breaks_a_page() {
    for (final_day, written, steps, ends) in [
        (20, 13, vec![], None),
        (0, 0, vec![], None),
        (5000, 13, vec![20, 40, 60], Some(70)),
        (41, 13, vec![28, 35, 42, 49], None),
        (97, 13, vec![97], Some(98)),
    ] {
        let diary = with_card(
            diary(120, &steps, ends),
            content(StandardItem::Pain, 100, final_day, written),
        );
        for at in (0..130).step_by(7) {
            let wanted = Wanted::of("", "", LateDays::Included);
            _ = results(&diary, day(at), wanted);
            _ = unkept(&diary, day(at));
        }
    }
}

#[test]
fn a_card_of_the_last_day_of_the_calendar_is_none_that_breaks() {
    let mut content = content(StandardItem::Pain, 10, 97, 13);
    content.day = LAST_DATE;
    let diary = with_card(diary(60, &[], None), content);
    let card: &Card = &diary.rest.cards()[0];
    let study = Study::of(&diary, day(59), LateDays::Included);
    assert_eq!(study.asks_of(card), Some(1));
    assert!(!study.compare(1, &StandardItem::Pain.into()).unwrap().is_final);
}

// The sample is the reference diary with a card and what was written on its day.
#[test]
fn the_sample_diary_has_a_card_that_fits_its_seal_and_a_final_answer() {
    let sample = backup::read(include_str!("../../public/diary-stanford-2013.json"), LAST_DATE).unwrap();
    let reference = backup::read(include_str!("../fixtures/cases/diary-stanford-2013.json"), LAST_DATE).unwrap();
    let mut bare = sample.clone();
    bare.rest = Rest::default();
    assert_eq!(bare, reference);
    assert!(sample.rest.cards().iter().all(seal::fits));
    let Results::Shown(shown) = results(
        &sample,
        "2026-06-07".parse().unwrap(),
        Wanted::of("", "", LateDays::Included),
    ) else {
        panic!("the sample has nothing to show");
    };
    assert_eq!(shown.answer.stage.as_deref(), Some("Final since 12 April 2026"));
    assert_eq!(
        shown.answer.asked.as_deref(),
        Some("By the 10 points you asked for: very likely (95 %).")
    );
    assert!(shown.card.unwrap().ends_with("Written on 17 January 2026, before LDN."));
    assert_eq!(shown.on_the_day.unwrap().global_change, Some(GlobalChange::MuchBetter));
}

// One finding: whoever prints it, the probability is one number with one word.
#[test]
fn page_report_clinic_and_analysis_tell_one_probability() {
    for points in [1, 10, 15, 20, 25, 40] {
        let diary = with_card(diary(98, &[], None), content(StandardItem::Pain, points, 97, 13));
        let study = Study::of(&diary, day(97), LateDays::Included);
        let (_, likely) = study.compare(1, &StandardItem::Pain.into()).unwrap().asked().unwrap();
        let (chance, percent) = (Chance::of(likely).said(), probability(likely));
        let told = format!("{chance} ({percent})");
        assert!(page(&diary, 97, "").answer.asked.unwrap().contains(&told));
        let report = Report::of(&diary, &choices());
        assert!(on_page_1(&report).contains(&told), "{:?}", report.card);
        assert!(
            report.further[0].rows[0][2].contains(&told),
            "{:?}",
            report.further[0].rows[0]
        );
        assert!(
            fhir::write(&diary, &crate::support::made_on(day(97))).contains(&format!(r#""valueString":"{percent}""#))
        );
        let document = analysis::write(&analyse(&diary, day(97), LateDays::Included));
        let document: serde_json::Value = serde_json::from_str(&document).unwrap();
        let answers = document["answers"].as_array().unwrap();
        let pain = answers.iter().find(|one| one["item"] == "pain").unwrap();
        let written = pain["p_at_least_asked"].as_f64().unwrap();
        assert!((written - likely).abs() < 1e-15, "{written} for {likely}");
        assert_eq!(
            pain["smallest_worthwhile"].as_f64(),
            Some(f64::from(i32::try_from(points).unwrap()))
        );
        let fatigue = answers.iter().find(|one| one["item"] == "fatigue").unwrap();
        assert!(fatigue["p_at_least_asked"].is_null() && fatigue["verdict"].is_null());
    }
}

#[test]
fn the_report_lists_every_question_with_its_card_its_answer_and_what_was_decided() {
    let mut diary = diary(98, &[], None);
    assert!(
        !Report::of(&diary, &choices())
            .further
            .iter()
            .any(|table| table.caption == "Questions and answers")
    );
    read(&mut diary, 97);
    diary.rest.decide(decision(1, 97, &"We go <on>. ".repeat(40)));
    let diary = with_card(diary, content(StandardItem::Pain, 10, 379, 97));
    let report = Report::of(&diary, &choices());
    let table = &report.further[0];
    let numbers: Vec<&str> = table.rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(table.caption, "Questions and answers");
    assert_eq!([numbers[0], numbers[2]], ["1", "2"]);
    assert!(table.rows[0][1].starts_with("Has pain changed?"), "{:?}", table.rows[0]);
    assert!(
        table.rows[1][0].matches("We go <on>.").count() == 40,
        "all of it stands behind, across the table: {:?}",
        table.rows[1]
    );
    assert!(
        on_page_1(&report).contains("(whole text behind)"),
        "page 1 has room for some of it: {:?}",
        report.card
    );
    assert!(report.html().contains("We go &lt;on&gt;."));

    // What page 1 has whole is not said twice.
    let mut short = diary;
    short.rest.decide(decision(1, 97, "We go <on>."));
    let report = Report::of(&short, &choices());
    let names: Vec<&str> = report.card.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["Written beside it"], "no card was written for it");
    assert!(
        report.card[0].text.ends_with("Decided: “We go <on>.”"),
        "{:?}",
        report.card
    );
    let numbers: Vec<&str> = report.further[0].rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(numbers, ["1", "2"]);
    assert!(
        report.further[0].rows[1][1].contains("SHA-256"),
        "with its seal: {:?}",
        report.further[0].rows
    );
}

/// What page 1 says of the card.
fn on_page_1(report: &Report) -> String {
    let lines: Vec<&str> = report.card.iter().map(|line| line.text.as_str()).collect();
    lines.join(" ")
}

fn choices() -> Choices {
    Choices {
        from: day(0),
        ..support::choices(day(97))
    }
}
