use super::*;
use crate::diary::{Answers, DayEnd, FIRST_DATE, ItemId, LAST_DATE, Name, Note, PhaseKind, Rating, StandardItem};
use crate::exchange::backup;
use crate::testing::date;
use crate::trial::{ImportedDays, LateDays};
use chrono::Days;

const STANFORD: &str = include_str!("../../tests/fixtures/cases/diary-stanford-2013.json");
const FIRST_WEEKS: &str = include_str!("../../tests/fixtures/cases/diary-first-weeks.json");

fn choices(to: &str) -> Choices {
    Choices {
        from: FIRST_DATE,
        to: date(to),
        made_on: date(to),
        items: FIRST_ITEMS.map(ItemId::from).into(),
        every_day: true,
        notes: false,
        name: None,
        paper: Paper::A4,
        late_days: LateDays::Included,
        imported_days: ImportedDays::Included,
        about_me: false,
        visits: true,
    }
}

fn stanford() -> Diary {
    backup::read(STANFORD, LAST_DATE).unwrap()
}

fn finding(report: &Report) -> String {
    report.finding.iter().map(|words| words.text.as_str()).collect()
}

// The figures are those of the reference answers of this diary: 64.08, 44.48, 30.6 %, 7.20 to 30.78 points.
#[test]
fn the_sample_diary_is_one_sentence_and_two_tables() {
    let report = Report::of(&stanford(), &choices("2026-06-07"));
    assert_eq!(
        finding(&report),
        "Final since 12 April 2026: Pain averaged 44 on LDN 4.5 mg (65 of 70 days) against 64 at baseline (12 of 14 \
         days): 20 points or 31\u{a0}% lower, likely range 7 to 31 points lower. On placebo it averaged 60 (11 of 14 \
         days)."
    );
    let [compared, effects] = &report.tables[..] else {
        panic!("two tables")
    };
    let pain = [
        "Pain",
        "64 (12)",
        "44 (65)",
        "20 (31\u{a0}%) better",
        "7 to 31 better",
        "60 (11)",
        "64 (10)",
        "30 (46\u{a0}%) better (n\u{a0}3)",
    ];
    assert_eq!(compared.rows[0], pain);
    assert_eq!(compared.rows[2][3], "16 better", "pain alone is judged");
    assert_eq!(compared.rows[2][4], "14 worse to 41 better");
    assert_eq!(
        effects.rows[0],
        [
            "Vivid dreams",
            "3/11 (27\u{a0}%)",
            "24/71 (34\u{a0}%)",
            "0/25 (0\u{a0}%)",
            "0/23 (0\u{a0}%)",
            "37\u{a0}% / 13\u{a0}%"
        ]
    );
    assert_eq!(
        effects.rows[2],
        [words::tolerability(), "–", "90 (71)", "91 (25)", "–", "89.2 / 89.4"]
    );
    // Counted in the fixture.
    assert_eq!(effects.rows[3], [words::dose_taken(), "–", "74/77", "–", "–", "–"]);
    assert_eq!(
        effects.rows[4],
        [
            "Extra pain medicine: days / answered",
            "4/12",
            "16/77",
            "4/25",
            "2/23",
            "–"
        ]
    );
    assert_eq!(report.span, "5 Jan to 7 Jun 2026");
    assert_eq!(
        report.facts,
        [
            "fibromyalgia",
            "recorded by the patient",
            "137 of 154 days recorded, 13 late"
        ]
    );
    assert_eq!(report.further.len(), 1, "every day");
    let (gaps, days): (Vec<_>, Vec<_>) = report.further[0].rows.iter().partition(|row| row.len() == 1);
    assert_eq!(days.len(), 137);
    let missing = gaps.iter().map(|gap| {
        let (_, count) = gap[0].rsplit_once('(').unwrap();
        count.split(' ').next().unwrap().parse::<usize>().unwrap()
    });
    assert_eq!(missing.sum::<usize>(), 154 - 137, "every day of the 154 is there");
    assert!(gaps.iter().any(|gap| gap[0].ends_with(": not recorded (1 day)")));
    assert!(report.notes.is_empty());
}

#[test]
fn all_cells_have_a_column() {
    for (diary, to) in [
        (STANFORD, "2026-06-07"),
        (STANFORD, "2026-01-12"),
        (FIRST_WEEKS, "2026-04-05"),
    ] {
        let diary = backup::read(diary, LAST_DATE).unwrap();
        let report = Report::of(&diary, &choices(to));
        for table in report.tables.iter().chain(&report.further) {
            assert_eq!(table.columns.len(), table.widths.len(), "{}", table.caption);
            for row in &table.rows {
                assert!([1, table.columns.len()].contains(&row.len()), "{row:?}");
            }
        }
    }
}

#[test]
fn a_diary_without_a_comparison_says_what_is_missing() {
    let none = Report::of(&Diary::default(), &choices("2026-06-07"));
    assert_eq!(finding(&none), words::nothing());
    assert!(none.picture.is_none() && none.tables.is_empty() && none.further.is_empty());
    // By hand: (78 + 72 + 60 + 67 + 63 + 61) / 6 = 66.8.
    let baseline = Report::of(&stanford(), &choices("2026-01-12"));
    assert!(
        finding(&baseline).starts_with("Pain averaged 67 over 6 of 8 days so far."),
        "{}",
        finding(&baseline)
    );
    assert!(baseline.picture.is_some());
    let settling = Report::of(&stanford(), &choices("2026-01-25"));
    assert_eq!(
        finding(&settling),
        "Pain is not compared yet: the first 14 days after a change do not count."
    );
    // What is there is shown, and no number of a comparison before there is one. By hand:
    // (64 + 56 + 70 + 72 + 61 + 39 + 66) / 7 = 61.1.
    let row = &settling.tables[0].rows[0];
    assert_eq!(row[2], "61 (7) so far");
    assert_eq!(row[3..5], ["no comparison yet", "settling in"]);
    assert_eq!(row[5], "–", "the final days come at the end");
}

#[test]
fn a_diary_that_stopped_says_since_when_and_its_report_has_figures() {
    let diary = backup::read(FIRST_WEEKS, LAST_DATE).unwrap();
    let last = diary.stopped_on(date("2026-11-24")).unwrap();
    assert_eq!(last, date("2026-04-05"));
    assert_eq!(diary.stopped_on(date("2026-04-19")), None);
    assert_eq!(diary.stopped_on(date("2026-04-20")), Some(last));
    let made = |to| {
        let wanted = Choices {
            made_on: date("2026-11-24"),
            ..choices(to)
        };
        Report::of(&diary, &wanted)
    };
    let report = made("2026-04-05");
    assert_eq!(report.facts.last().unwrap(), "no entries since 5\u{a0}Apr\u{a0}2026");
    assert!(
        report.tables[0].rows[0][2].contains('('),
        "{:?}",
        report.tables[0].rows[0]
    );
    // The dashed lines end with the last answer, also where the days go on.
    let far = made("2026-11-23").picture.unwrap();
    let right = far.width;
    let dashed = far.shapes.iter().filter_map(|shape| match shape {
        crate::picture::Shape::Lines {
            lines, dashed: true, ..
        } => Some(lines),
        _ => None,
    });
    let ends: Vec<f64> = dashed.flatten().flatten().map(|(x, _)| *x).collect();
    assert!(!ends.is_empty() && ends.iter().all(|x| *x < right / 2.0), "{ends:?}");
}

// W2: one evening is a report already.
#[test]
fn one_day_is_a_report() {
    let now = chrono::DateTime::parse_from_rfc3339("2026-03-10T21:04:00+01:00").unwrap();
    let mut answers = Answers::default();
    answers
        .items
        .insert(StandardItem::Pain.into(), Rating::new(62).unwrap());
    let day = crate::diary::Day::record(date("2026-03-10"), answers, now, DayEnd::default()).unwrap();
    let report = Report::of(&Diary::default().with_day(day), &choices("2026-03-10"));
    assert_eq!(report.span, "10 Mar 2026");
    assert!(finding(&report).starts_with("Pain averaged 62 over 1 of 1 day so far."));
    let picture = report.picture.unwrap();
    assert!(picture.shapes.iter().all(is_finite), "{picture:?}");
}

fn is_finite(shape: &crate::picture::Shape) -> bool {
    !format!("{shape:?}").contains("NaN") && !format!("{shape:?}").contains("inf")
}

// A8
#[test]
fn late_days_can_be_left_out_and_it_is_said() {
    let report = Report::of(
        &stanford(),
        &Choices {
            late_days: LateDays::LeftOut,
            ..choices("2026-06-07")
        },
    );
    assert!(report.facts[2].ends_with("13 late, left out of all figures"));
    assert!(report.method[1].ends_with("days recorded late are left out."));
    let all = Report::of(&stanford(), &choices("2026-06-07"));
    assert_ne!(report.tables[0].rows[0], all.tables[0].rows[0]);
}

#[test]
fn what_page_1_has_no_room_for_stands_behind_it() {
    let mut diary = stanford();
    for index in 0..30_u64 {
        let from = date("2026-05-12") + Days::new(index);
        let kind = if index % 2 == 0 {
            PhaseKind::Ldn
        } else {
            PhaseKind::Washout
        };
        if from <= date("2026-06-07") {
            diary.treatment = diary.treatment.start_phase(kind, from, None).unwrap();
        }
    }
    let report = Report::of(&diary, &choices("2026-06-07"));
    assert_eq!(report.phases.len(), PHASES_ON_PAGE_1);
    assert!(report.phases[5].starts_with("and "), "{:?}", report.phases);
    let behind: Vec<&String> = report.further.iter().map(|table| &table.caption).collect();
    assert!(
        behind.iter().any(|caption| *caption == words::all_phases()),
        "{behind:?}"
    );
    let means = report
        .further
        .iter()
        .find(|table| table.caption == words::means_of_phases());
    assert!(
        means.is_some_and(|means| means.rows.len() > PHASES_ON_PAGE_1),
        "{behind:?}"
    );
}

#[test]
fn phases_of_one_kind_are_told_apart_and_the_washout_has_its_column() {
    let mut diary = stanford();
    let at = |diary: &mut Diary, kind, from| {
        diary.treatment = diary.treatment.start_phase(kind, date(from), None).unwrap();
    };
    at(&mut diary, PhaseKind::Washout, "2026-05-25");
    at(&mut diary, PhaseKind::Ldn, "2026-06-01");
    let report = Report::of(&diary, &choices("2026-06-07"));
    let effects = &report.tables[1].columns;
    assert!(effects.iter().any(|name| name.starts_with("Washout")), "{effects:?}");
    assert!(!effects.iter().any(|name| name == "LDN, all of it"), "{effects:?}");
    let named = effects.iter().filter(|name| name.starts_with("LDN from\u{20}"));
    assert_eq!(named.count(), 2, "{effects:?}");
    assert!(
        finding(&report).contains(", the phase from\u{20}"),
        "{}",
        finding(&report)
    );
}

#[test]
fn doses_carry_the_date_from_which_they_were_taken() {
    let mut diary = stanford();
    let half = crate::diary::Dose::from_micrograms(2250).unwrap();
    diary.treatment = diary.treatment.add_dose_step(date("2026-03-01"), half).unwrap();
    let report = Report::of(&diary, &choices("2026-06-07"));
    assert_eq!(
        report.phases[1],
        "LDN (capsule) 19 Jan to 12 Apr 2026: 4.5 mg; 2.25 mg from 1 Mar 2026 (74 of 84 doses recorded as taken)"
    );
}

#[test]
fn notes_and_names_go_in_only_where_they_are_wanted_and_stay_text() {
    let mut diary = stanford();
    let day = diary.day(date("2026-06-07")).unwrap();
    let mut answers = day.answers().clone();
    answers.note = Note::new("<script>alert(1)</script> =1+1").unwrap();
    diary.put_day(day.changed(answers, day.recorded_at(), DayEnd::default()));
    diary.settings.condition = Some(Name::new("<b>ضبابية</b>").unwrap());
    assert!(!Report::of(&diary, &choices("2026-06-07")).html().contains("alert"));
    let wanted = Choices {
        notes: true,
        name: Some("A <i>name</i>".into()),
        ..choices("2026-06-07")
    };
    let html = Report::of(&diary, &wanted).html();
    for (raw, safe) in [
        ("<script", "&lt;script&gt;alert(1)&lt;/script&gt; =1+1"),
        ("<b>", "&lt;b&gt;ضبابية&lt;/b&gt;"),
        ("<i>", "A &lt;i&gt;name&lt;/i&gt;"),
    ] {
        assert!(html.contains(safe) && !html.contains(raw), "{raw}");
    }
}

// R2: nothing is fetched, nothing runs.
#[test]
fn the_file_is_whole_by_itself() {
    let html = Report::of(&stanford(), &choices("2026-06-07")).html();
    for outside in [
        "http://", "https://", "src=", "href=", "<script", "<link", "url(", "@import",
    ] {
        assert!(!html.contains(outside), "{outside}");
    }
    assert!(html.contains(&fingerprint::short(&stanford())));
    assert!(
        !page::STYLE.contains('<'),
        "the style sheet stands in the file as it is"
    );
}

#[test]
fn a_choice_of_days_narrows_what_is_shown_and_not_what_is_compared() {
    let last_weeks = Choices {
        from: date("2026-05-11"),
        ..choices("2026-06-07")
    };
    let (part, whole) = (
        Report::of(&stanford(), &last_weeks),
        Report::of(&stanford(), &choices("2026-06-07")),
    );
    assert_eq!(part.span, "11 May to 7 Jun 2026");
    assert_eq!((part.finding, part.tables), (whole.finding, whole.tables));
    assert!((20..=28).contains(&part.further[0].rows.len()));
}

// What a patient has named is text in the finding too.
#[test]
fn a_name_with_a_mark_in_it_is_no_mark() {
    let name = "<b>fog</b>";
    let said = words::not_rated(&crate::words::unmarked(name), "on LDN");
    let text = format!("{name} is not recorded on LDN, so there is nothing to compare.");
    assert_eq!(Words::of(&said), [Words { text, strong: false }]);
    let alone = words::baseline_alone(&crate::words::unmarked(name), 61, 1_u32, 1_u32);
    let strong: Vec<String> = Words::of(&alone)
        .into_iter()
        .filter(|part| part.strong)
        .map(|part| part.text)
        .collect();
    assert_eq!(strong, ["61"]);
}

// D4: what is asked is summed.
#[test]
fn walking_support_is_counted_by_phase_where_it_was_answered() {
    let mut diary = stanford();
    let rows = |diary: &Diary| {
        let report = Report::of(diary, &choices("2026-06-07"));
        let rows = report.tables.into_iter().flat_map(|table| table.rows);
        rows.into_iter()
            .find(|row| row[0] == "Support needed for walking: days / answered")
    };
    assert_eq!(rows(&diary), None);
    for (day, needed) in [("2026-02-03", true), ("2026-02-04", false)] {
        let day = diary.day(day.parse().unwrap()).unwrap().clone();
        let mut answers = day.answers().clone();
        answers.walking_support = Some(needed);
        diary.put_day(crate::diary::Day::restore(
            day.date(),
            day.recorded_at(),
            day.edited_at(),
            answers,
        ));
    }
    assert_eq!(
        rows(&diary).unwrap(),
        ["Support needed for walking: days / answered", "–", "1/2", "–", "–", "–"]
    );
}
