//! Tables out and in (F2, I2).

use chrono::{DateTime, FixedOffset};
use ldn_diary::diary::{
    Answers, Count, Day, DayEnd, Diary, Direction, Dose, ItemId, Note, Rating, Settings, StandardItem,
    StandardSideEffect, Tag,
};
use ldn_diary::exchange::table::{self, Meaning, Reading, Reason, Scale, TableError, Unit, Why};
use ldn_diary::exchange::{backup, csv};
use proptest::prelude::*;

use crate::generated;
use crate::support::{at, carried, name};

const OTHER: &str = include_str!("fixtures/other-diary.csv");

/// Later than every day that is generated.
fn now() -> DateTime<FixedOffset> {
    at("2199-12-31T23:00:00+00:00")
}

pub(crate) fn read(text: &str, settings: &Settings) -> Reading {
    let opened = table::open(text.as_bytes()).expect("a table");
    let proposal = table::propose(&opened, settings, now().date_naive());
    table::read(&opened, &proposal, settings, now())
}

/// What was left out, with the lines, and the header of its column; none is empty.
fn listed(reading: &Reading) -> Vec<(&str, Reason, Vec<u64>)> {
    let all = reading.left_out.iter();
    all.map(|left| (left.field.as_deref().unwrap_or(""), left.reason, left.lines.clone()))
        .collect()
}

/// Two days that hold one of everything.
fn diary() -> Diary {
    let mut diary = Diary::default();
    let settings = diary
        .settings
        .clone()
        .with_own_item(name("=Brain fog"), Direction::LowerIsBetter);
    diary.settings = settings.expect("one own item").with_own_side_effect(name("Itching"));
    let rating = |number| Rating::new(number).expect("on the scale");
    let own = ItemId::Own(diary.settings.own_items()[0].id.clone());
    let full = Answers {
        items: [
            (StandardItem::Pain.into(), rating(62)),
            (StandardItem::Overall.into(), rating(0)),
            (own, rating(40)),
        ]
        .into(),
        side_effects: [
            (StandardSideEffect::Headache.into(), true),
            (StandardSideEffect::VividDreams.into(), false),
        ]
        .into(),
        dose_taken: Some(Dose::from_micrograms(4_500).expect("a dose")),
        rescue_medicine: Some(false),
        tags: [Tag::Flare, Tag::new(name("@home; alone"))].into(),
        note: Note::new("=Cold, \"damp\"\nday").expect("a note"),
        ..Answers::default()
    };
    let sparse = Answers {
        items: [(StandardItem::Pain.into(), rating(55))].into(),
        ..Answers::default()
    };
    let record = |date: &str, answers: Answers, now| {
        Day::record(date.parse().expect("a date"), answers, at(now), DayEnd::default()).expect("a past day")
    };
    let late = record("2026-01-20", sparse, "2026-01-22T09:00:00+01:00");
    let edited = late.answers().clone();
    let edited = late.changed(
        Answers {
            items: [(StandardItem::Pain.into(), rating(54))].into(),
            ..edited
        },
        at("2026-01-23T09:00:00+01:00"),
        DayEnd::default(),
    );
    let mut diary = diary
        .with_day(record("2026-01-05", full, "2026-01-05T21:10:00+01:00"))
        .with_day(edited);
    let ldn = ldn_diary::diary::PhaseKind::Ldn;
    let from = "2026-01-19".parse().expect("a date");
    let treatment = diary.treatment.start_phase(ldn, from, None).expect("a free day");
    diary.treatment = treatment
        .add_dose_step(from, Dose::from_micrograms(2).expect("a dose"))
        .expect("a free day");
    diary
}

// F2, to the byte.
#[test]
fn a_table_has_one_row_a_day_and_no_live_formula() {
    let table = csv::write(&diary());
    assert_eq!(table.rows, 2);
    assert_eq!(
        table.text,
        "\u{feff}date,phase,dose_planned_mg,dose_taken_mg,pain,fatigue,sleep_quality,overall,tolerability,'=Brain fog,\
         vivid_dreams,headache,Itching,rescue_medicine,tags,note,recorded_at,edited_at,late\r\n\
         2026-01-05,baseline,,4.5,62,,,0,,40,no,yes,,no,flare;' @home\\; alone,\"'=Cold, \"\"damp\"\"\nday\",\
         2026-01-05T21:10:00+01:00,,no\r\n\
         2026-01-20,ldn,0.002,,54,,,,,,,,,,,,2026-01-22T09:00:00+01:00,2026-01-23T09:00:00+01:00,yes\r\n"
    );
}

// Fault 28.
#[test]
fn a_table_for_decimal_commas_has_its_own_separator() {
    let table = csv::write_commas(&diary());
    assert_eq!(
        table.text,
        "\u{feff}date;phase;dose_planned_mg;dose_taken_mg;pain;fatigue;sleep_quality;overall;tolerability;'=Brain fog;\
         vivid_dreams;headache;Itching;rescue_medicine;tags;note;recorded_at;edited_at;late\r\n\
         2026-01-05;baseline;;4,5;62;;;0;;40;no;yes;;no;\"flare;' @home\\; alone\";\"'=Cold, \"\"damp\"\"\nday\";\
         2026-01-05T21:10:00+01:00;;no\r\n\
         2026-01-20;ldn;0,002;;54;;;;;;;;;;;;2026-01-22T09:00:00+01:00;2026-01-23T09:00:00+01:00;yes\r\n"
    );
    let reading = read(&table.text, &diary().settings);
    assert!(reading.left_out.is_empty(), "{:?}", reading.left_out);
    assert_eq!(reading.days, diary().days().cloned().collect::<Vec<_>>());
}

#[test]
fn a_table_of_ours_comes_back() {
    let diary = diary();
    let reading = read(&csv::write(&diary).text, &diary.settings);
    assert!(reading.left_out.is_empty(), "{:?}", reading.left_out);
    assert_eq!(reading.rows, 2);
    assert_eq!(reading.days, diary.days().cloned().collect::<Vec<_>>());
}

#[test]
fn a_table_that_a_spreadsheet_saved_again_comes_back() {
    let diary = diary();
    let text = csv::write(&diary).text;
    let days: Vec<Day> = diary.days().cloned().collect();
    // Without the byte order mark, with line feeds, with empty rows at the end.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n") + ",,,,,,,,,,,,,,,,,,\n\n";
    assert_eq!(read(&text, &diary.settings).days, days);
    // With dates in the German way.
    let german = text
        .replace("\n2026-01-05,", "\n05.01.2026,")
        .replace("\n2026-01-20,", "\n20.01.2026,");
    assert_eq!(read(&german, &diary.settings).days, days);
}

/// A table of ours after a spreadsheet that writes dates in its own way.
fn through(text: &str, date: impl Fn(u32, u32, u32) -> String) -> String {
    let rows = text.split("\r\n").map(|row| {
        let (first, rest) = row.split_at(row.find(',').unwrap_or(0));
        let parts: Vec<u32> = first.split('-').filter_map(|part| part.parse().ok()).collect();
        match parts[..] {
            [year, month, day] => date(year, month, day) + rest,
            _ => row.to_owned(),
        }
    });
    rows.collect::<Vec<_>>().join("\r\n").replace('\u{feff}', "")
}

// Fault 29.
#[test]
fn a_table_that_went_through_a_spreadsheet_of_any_land_comes_back() {
    let stanford = include_str!("../fixtures/cases/diary-stanford-2013.json");
    let stanford = backup::read(stanford, ldn_diary::diary::LAST_DATE).expect("a diary");
    // All days of the first evening's week, too: no day of it is over 12.
    let mut week = stanford.clone();
    for day in stanford.days().filter(|day| *day.date().to_string() > *"2026-01-12") {
        week.remove_day(day.date());
    }
    for diary in [diary(), stanford, week] {
        let text = csv::write(&diary).text;
        let american = |year, month, day| format!("{month}/{day}/{year}");
        let british = |year, month, day| format!("{day:02}/{month:02}/{year}");
        let dutch = |year, month, day| format!("{day}-{month}-{year}");
        let short = |year, month, day| format!("{month}/{day}/{}", year % 100);
        let ways: [&dyn Fn(u32, u32, u32) -> String; 4] = [&american, &british, &dutch, &short];
        for way in ways {
            let text = through(&text, way);
            for text in [text.clone(), text.replace("\r\n", "\n")] {
                let reading = read(&text, &diary.settings);
                assert!(reading.left_out.is_empty(), "{:?}", reading.left_out);
                assert_eq!(reading.days, carried(&diary));
            }
        }
    }
}

// Fault 29.
#[test]
fn the_line_of_a_problem_is_that_of_the_file_whatever_ends_its_lines() {
    let settings = Settings::default();
    for ending in ["\n", "\r\n", "\r"] {
        for mark in ["", "\u{feff}"] {
            let text = [
                "date,pain (0-10),note",
                "2026-01-05,101,",
                "",
                "2026-01-06,1,\"two",
                "lines\"",
                "2026-01-07,102,",
                ",,",
                "soon,1,",
            ];
            let reading = read(&format!("{mark}{}", text.join(ending)), &settings);
            let found = [
                ("", Reason::NotADate, vec![8]),
                ("pain (0-10)", Reason::OffScale { least: 0, most: 10 }, vec![2, 6]),
            ];
            assert_eq!(listed(&reading), found, "{ending:?}");
            let open = ["date,note", "2026-01-05,x", "2026-01-06,\"open", "2026-01-07,x", ""].join(ending);
            assert_eq!(
                table::open(open.as_bytes()),
                Err(TableError::OpenQuote(3)),
                "{ending:?}"
            );
        }
    }
}

// I2: any columns after a proposal, errors by line, nothing changed unless confirmed.
#[test]
fn a_table_of_another_diary_is_read_after_a_proposal() {
    let settings = Settings::default();
    let opened = table::open(OTHER.as_bytes()).expect("a table");
    let mut proposal = table::propose(&opened, &settings, now().date_naive());
    let meanings: Vec<&Meaning> = proposal.fields.iter().map(|field| &field.meaning).collect();
    let item = |item: StandardItem| Meaning::Item(item.into());
    let mood = item(StandardItem::Mood);
    assert_eq!(
        meanings,
        [
            &Meaning::Date,
            &item(StandardItem::Pain),
            &item(StandardItem::Fatigue),
            &item(StandardItem::SleepQuality),
            &Meaning::SideEffect(StandardSideEffect::Headache.into()),
            &Meaning::DoseTaken(Unit::Asked),
            &mood,
            &Meaning::Note,
        ]
    );
    // Some cells say micrograms and some nothing: it is asked.
    proposal.fields[5].meaning = Meaning::DoseTaken(Unit::Milligrams);
    let reading = table::read(&opened, &proposal, &settings, now());
    assert_eq!(
        listed(&reading),
        [
            ("", Reason::NotADate, vec![7]),
            ("Pain (0-10)", Reason::OffScale { least: 0, most: 10 }, vec![6]),
            ("Headaches", Reason::NotYesOrNo, vec![6]),
            ("Mood", Reason::ScaleNotSaid, vec![2, 4]),
        ]
    );
    assert_eq!((reading.rows, reading.days.len()), (6, 4));
    let first = &reading.days[0];
    assert_eq!(first.date().to_string(), "2026-01-05");
    assert_eq!(first.recorded_at(), now(), "when it was recorded is not known");
    let ratings: Vec<String> = first
        .answers()
        .items
        .iter()
        .map(|(id, rating)| format!("{id} {rating}"))
        .collect();
    assert_eq!(ratings, ["pain 65", "fatigue 70", "sleep_quality 35"]);
    assert_eq!(first.answers().note.as_str(), "Cold; damp\nand \"grey\"");
    assert_eq!(first.answers().dose_taken.map(Dose::micrograms), Some(4_500));
    assert_eq!(reading.days[1].answers().dose_taken.map(Dose::micrograms), Some(2));
}

#[test]
fn the_patient_can_change_what_a_column_means() {
    let settings = Settings::default()
        .with_own_item(name("Calm"), Direction::HigherIsBetter)
        .expect("one own item");
    let own = ItemId::Own(settings.own_items()[0].id.clone());
    let opened = table::open(b"date,mood,pain\n2026-01-05,7,50\n").expect("a table");
    let mut proposal = table::propose(&opened, &settings, now().date_naive());
    proposal.fields[1].meaning = Meaning::Item(own.clone());
    proposal.fields[1].scale = Scale::numbers(0, 10);
    proposal.fields[2].meaning = Meaning::Ignored(Why::NotWanted);
    let reading = table::read(&opened, &proposal, &settings, now());
    let items = &reading.days[0].answers().items;
    assert_eq!(
        items.iter().collect::<Vec<_>>(),
        [(&own, &Rating::new(70).expect("on the scale"))]
    );
}

#[test]
fn own_things_named_like_other_columns_are_not_mixed_up() {
    let names = ["Pain", "late", "Note", "item:own_1", "Fog", "fog", "?!"];
    let mut settings = Settings::default();
    let mut answers = Answers::default();
    for (number, text) in names.iter().enumerate() {
        settings = settings.with_own_side_effect(name(text));
        let id = settings.side_effects_on().last().expect("just added").clone();
        answers.side_effects.insert(id, number % 2 == 0);
    }
    let date = "2026-01-05".parse().expect("a date");
    let mut diary = Diary::default();
    diary.settings = settings;
    diary.put_day(Day::restore(
        date,
        at("2026-01-05T21:00:00+01:00"),
        None,
        answers.clone(),
    ));
    let table = csv::write(&diary).text;
    assert!(table.contains(",side_effect:effect_1,side_effect:effect_2,"), "{table}");
    assert_eq!(read(&table, &diary.settings).days[0].answers(), &answers);
}

proptest! {
    #![proptest_config(crate::cases(200))]

    // F2, I2: every answer and time stamp comes back, whatever is in notes, tags and names.
    #[test]
    fn days_survive_a_table(diary in generated::diary()) {
        prop_assume!(diary.days().len() > 0);
        let table = csv::write(&diary);
        prop_assert_eq!(table.rows, diary.days().len());
        let reading = read(&table.text, &diary.settings);
        prop_assert_eq!(&reading.left_out, &Vec::new());
        prop_assert_eq!(reading.rows, table.rows);
        prop_assert_eq!(&reading.days, &carried(&diary));
        for (read, kept) in reading.days.iter().zip(carried(&diary)) {
            prop_assert_eq!(backup::day_text(read), backup::day_text(&kept), "offsets too");
        }
    }

    // F2: no cell that a spreadsheet would run.
    #[test]
    fn no_text_cell_is_a_formula(text in generated::text()) {
        let note = Note::new(&text).expect("a short note");
        let answers = Answers { note, rescue_medicine: Some(true), ..Answers::default() };
        let day = Day::restore("2026-01-05".parse().expect("a date"), at("2026-01-05T21:00:00+01:00"), None, answers);
        let table = csv::write(&Diary::default().with_day(day)).text;
        let mut rows = ::csv::ReaderBuilder::new().from_reader(table.as_bytes());
        for record in rows.records() {
            for cell in &record.expect("a row as long as the header") {
                prop_assert!(!cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{:?}", cell);
            }
        }
    }
}

// D8, F2: a count comes back under its medicine, on a device that has not heard of it too, and is no rating.
#[test]
fn counted_medicines_have_columns_of_their_own() {
    let names = ["Tramadol", "tramadol", "=A; 1", "medicine_1", "?!", "Pain"];
    let mut diary = Diary::default();
    let mut answers = Answers::default();
    for (number, text) in (0..).zip(names) {
        diary.settings = diary
            .settings
            .with_medicine(name(text), Some(name("50 mg")))
            .expect("room");
        let id = diary.settings.medicines().last().expect("just added").id.clone();
        answers.medicines.insert(id, Count::new(number * 19).expect("a count"));
    }
    let now = at("2026-01-05T21:10:00+01:00");
    let day = Day::record("2026-01-05".parse().expect("a date"), answers, now, DayEnd::default());
    let diary = diary.with_day(day.expect("a day"));
    for table in [csv::write(&diary), csv::write_commas(&diary)] {
        let reading = read(&table.text, &diary.settings);
        assert!(reading.left_out.is_empty(), "{:?}", reading.left_out);
        assert_eq!(
            reading.days,
            diary.days().cloned().collect::<Vec<_>>(),
            "{}",
            table.text
        );
        assert_eq!(reading.settings, diary.settings);
        let elsewhere = read(&table.text, &Settings::default());
        let counts = elsewhere.days[0].answers().medicines.values();
        assert_eq!(
            counts.map(|count| count.get()).collect::<Vec<_>>(),
            [0, 19, 38, 57, 76, 95]
        );
        assert!(elsewhere.days[0].answers().items.is_empty());
    }
    let wrong = read(
        "\u{feff}date,phase,dose_planned_mg,dose_taken_mg,medicine:A,rescue_medicine,tags,note,recorded_at,edited_at,late\r\n2026-01-05,,,,1.5,,,,2026-01-05T21:10:00+01:00,,no\r\n",
        &Settings::default(),
    );
    assert_eq!(listed(&wrong), [("medicine:A", Reason::NotACount, vec![2])]);
}
