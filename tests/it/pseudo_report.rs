//! The report in a language in which nothing is English: what is English in it then is said past the messages.

use std::process::{Command, Stdio};

use chrono::{Days, NaiveDate};
use ldn_diary::diary::{
    Count, Day, Diary, Direction, FIRST_DATE, ItemId, LAST_DATE, Name, Note, OwnId, OwnItem, PhaseKind, Rating,
    StandardItem, Tag, Unknown,
};
use ldn_diary::exchange::{backup, fingerprint};
use ldn_diary::papers::{self, PaperError};
use ldn_diary::pdf::{self, FontError, Fonts, Lacking};
use ldn_diary::report::{Choices, Paper, Report, item_chart};
use ldn_diary::trial::{ImportedDays, LateDays};
use ldn_diary::visits::{self, Choice, Decided, Visit};
use ldn_diary::words::{Said as _, in_language};

use crate::words::pseudo;

const STANFORD: &str = include_str!("../fixtures/cases/diary-stanford-2013.json");
const FIRST_WEEKS: &str = include_str!("../fixtures/cases/diary-first-weeks.json");
const LETTERS: &[u8] = include_bytes!("../../public/report-fonts.bin");

/// What a patient wrote, and the unit of a dose.
const NO_MESSAGES: [&str; 3] = ["fibromyalgia", "Zzz", "mg"];

/// Said by `trial::finding` and `trial::sentence`, which have no messages yet.
const OF_THE_TRIALS: [&str; 11] = [
    "lower", "higher", "better", "worse", "point", "points", "no", "change", "on", "after", "stopping",
];

/// Which words of a text are English: those that keep a vowel of theirs, and those that stand in no message where
/// messages have their brackets.
fn english(text: &str, has_brackets: bool) -> Vec<String> {
    let (mut found, mut depth, mut word) = (Vec::new(), 0, String::new());
    for letter in text.chars().chain(['.']) {
        if letter.is_alphanumeric() {
            word.push(letter);
            continue;
        }
        // Numbers, and parts of the fingerprint.
        let is_number = word.contains(|letter: char| letter.is_ascii_digit());
        let plain = word.contains(['a', 'e', 'i', 'o', 'u']) || has_brackets && depth == 0;
        let is_known = NO_MESSAGES.contains(&&*word) || OF_THE_TRIALS.contains(&&*word);
        if plain && !word.is_empty() && !is_number && !is_known {
            found.push(word.clone());
        }
        word.clear();
        depth += i32::from(letter == '⟦') - i32::from(letter == '⟧');
    }
    // The drawing shortens a name where it has no room.
    assert!(!has_brackets || depth == 0 || text.ends_with('…'), "{text}");
    found
}

/// The texts of a document: what stands between its tags, what a drawing says to those who can't see it, and what the
/// style sheet writes at the foot of each page.
fn texts(html: &str) -> Vec<String> {
    let (before, rest) = html.split_once("<style>\n").unwrap_or((html, ""));
    let (style, after) = rest.split_once("</style>").unwrap_or_default();
    let page_rule = style.lines().next().unwrap_or_default();
    let strings: String = page_rule.split('"').skip(1).step_by(2).collect();
    let mut texts = vec![strings];
    for piece in before.split('<').chain(after.split('<')) {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        let alt = tag.split_once("aria-label=\"").and_then(|(_, alt)| alt.split_once('"'));
        texts.extend(alt.map(|(alt, _)| alt.to_owned()));
        texts.push(text.to_owned());
    }
    texts
}

fn choices(diary: &Diary, to: NaiveDate, late_days: LateDays) -> Choices {
    Choices {
        from: FIRST_DATE,
        to,
        made_on: to + Days::new(30),
        items: papers::rated_items(diary),
        every_day: true,
        notes: true,
        name: Some("Zzz".into()),
        paper: Paper::A4,
        late_days,
        imported_days: ImportedDays::Included,
        about_me: true,
        visits: true,
    }
}

/// With a rating of the patient's own, a tag, a note, and all that a day can hold besides.
fn with_own_words(mut diary: Diary) -> Diary {
    let own = OwnItem {
        id: OwnId::new("own_1").unwrap(),
        name: Name::new("Zzz").unwrap(),
        better: Direction::HigherIsBetter,
        archived: false,
        unknown: Unknown::default(),
    };
    diary.settings = diary.settings.with_own_items(vec![own.clone()]).unwrap();
    let zzz = Name::new("Zzz").unwrap();
    diary.settings = diary.settings.with_medicine(zzz.clone(), Some(zzz)).unwrap();
    let medicine = diary.settings.medicines()[0].id.clone();
    let last = diary.last_day().unwrap_or(FIRST_DATE);
    let visit = |days: u64, decided: Option<Choice>| Visit {
        date: last + Days::new(days),
        time: visits::time_of_day("14:30"),
        with: Some("Zzz".into()),
        questions: vec!["Zzz".into(); visits::MAX_QUESTIONS],
        decided: decided.map(|what| Decided {
            what,
            words: Some("Zzz".into()).filter(|_| what != Choice::GoOn),
            on: last,
        }),
        put_away: false,
        changed_at: last.and_hms_opt(20, 0, 0).unwrap().and_utc().fixed_offset(),
        unknown: serde_json::Map::new(),
    };
    for (place, what) in Choice::ALL.into_iter().enumerate() {
        visits::put(&mut diary.rest, &place.to_string(), &visit(0, Some(what)));
    }
    visits::put(&mut diary.rest, "9", &visit(60, None));
    let days = diary.days().enumerate().map(|(place, day)| {
        let mut answers = day.answers().clone();
        answers
            .items
            .insert(ItemId::Own(own.id.clone()), Rating::new(40).unwrap());
        answers.note = Note::new("Zzz").unwrap();
        answers.tags = [
            Tag::Flare,
            Tag::OtherMedicineChanged,
            Tag::Other(Name::new("Zzz").unwrap()),
        ]
        .into();
        answers.left_out = place % 2 == 0;
        answers
            .medicines
            .insert(medicine.clone(), Count::new(i64::from(place % 2 == 0)).unwrap());
        answers.rescue_medicine = Some(true);
        answers.walking_support = Some(true);
        Day::restore(day.date(), day.recorded_at(), Some(day.recorded_at()), answers)
    });
    let days: Vec<Day> = days.collect();
    let mut whole = Diary::restore(diary.settings.clone(), diary.treatment.clone(), days);
    whole.rest = diary.rest;
    whole
}

/// With many phases, so that several are of one kind.
fn with_many_phases(mut diary: Diary) -> Diary {
    let begin: NaiveDate = "2026-05-11".parse().unwrap();
    let kinds = [PhaseKind::Washout, PhaseKind::Ldn, PhaseKind::Placebo];
    for (kind, weeks) in kinds.into_iter().cycle().zip(0..4) {
        let from = begin + Days::new(7 * weeks);
        if let Ok(treatment) = diary.treatment.start_phase(kind, from, None) {
            diary.treatment = treatment;
        }
    }
    diary
}

/// Reports of every kind: with a finding, without one for each reason, with all that a day can hold.
fn reports() -> Vec<(Diary, Choices)> {
    let read = |text| with_own_words(backup::read(text, LAST_DATE).unwrap());
    let (stanford, last) = (read(STANFORD), "2026-06-07".parse().unwrap());
    let mut reports = Vec::new();
    for to in [
        "2026-01-12",
        "2026-01-25",
        "2026-02-20",
        "2026-04-10",
        "2026-04-20",
        "2026-06-07",
    ] {
        let to = to.parse().unwrap();
        reports.push((stanford.clone(), choices(&stanford, to, LateDays::Included)));
    }
    for diary in [
        stanford.clone(),
        with_many_phases(stanford),
        with_many_phases(read(FIRST_WEEKS)),
        Diary::default(),
    ] {
        let wanted = choices(&diary, last, LateDays::LeftOut);
        reports.push((diary, wanted));
    }
    reports
}

#[test]
fn nothing_in_the_report_is_said_past_the_messages() {
    for (diary, choices) in reports() {
        let (report, html, name) = in_language(pseudo(), || {
            let report = Report::of(&diary, &choices);
            let (html, name) = (report.html(), report.name_of_document());
            (report, html, name)
        });
        let print = fingerprint::short(&diary);
        let mut all = texts(&html);
        all.extend(report.texts().into_iter().map(str::to_owned));
        // The sentence of the finding is cut where something stands out; it is looked at as a whole.
        all.retain(|text| !report.finding.iter().any(|part| part.text == *text));
        all.extend([report.finding.iter().map(|part| &*part.text).collect(), name]);
        for text in all {
            let text = text.replace(&print, "").replace("&amp;", "&");
            assert_eq!(english(&text, true), Vec::<String>::new(), "{text}");
        }
    }
}

#[test]
fn nothing_in_a_chart_of_its_own_is_said_past_the_messages() {
    let diary = with_own_words(backup::read(STANFORD, LAST_DATE).unwrap());
    let choices = choices(&diary, "2026-06-07".parse().unwrap(), LateDays::Included);
    for item in &choices.items {
        let file = in_language(pseudo(), || item_chart(&diary, &choices, item).unwrap().svg_file());
        // The legend is broken into lines, so that a message may begin in one and end in another.
        for text in texts(&file) {
            assert_eq!(english(&text, false), Vec::<String>::new(), "{text}");
        }
    }
}

// The fonts have no brackets of the pseudo-language, so that the vowels alone tell.
#[test]
fn nothing_in_the_pdf_file_is_said_past_the_messages() {
    let fonts = Fonts::read(LETTERS).unwrap();
    let diary = with_own_words(backup::read(STANFORD, LAST_DATE).unwrap());
    let choices = choices(&diary, "2026-06-07".parse().unwrap(), LateDays::Included);
    let file = in_language(pseudo(), || pdf::write(&Report::of(&diary, &choices), &fonts));
    let path = std::env::temp_dir().join(format!("ldn-diary-pseudo-{}.pdf", std::process::id()));
    std::fs::write(&path, file).unwrap();
    let said = |program: &str, arguments: &[&str]| {
        let output = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .ok()?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let text = said("pdftotext", &["-layout", path.to_str().unwrap(), "-"]);
    let about = said("pdfinfo", &[path.to_str().unwrap()]);
    std::fs::remove_file(&path).unwrap();
    let text = text.unwrap_or_default().replace(&fingerprint::short(&diary), "");
    let found = english(&text, false);
    assert!(found.is_empty(), "{found:?}");
    let about = about.unwrap_or_default();
    let title = about
        .lines()
        .find_map(|line| line.strip_prefix("Title:"))
        .unwrap_or_default();
    assert_eq!(english(title, true), Vec::<String>::new(), "{title}");
}

#[test]
fn why_there_is_no_paper_is_said_by_messages() {
    let all = [
        PaperError::NoSuchPaper,
        PaperError::NothingToDraw,
        PaperError::Fonts(FontError::Unreadable),
        PaperError::Lacking(
            "ض雾😀脑雾雨"
                .chars()
                .enumerate()
                .map(|(place, sign)| Lacking {
                    sign,
                    days: vec![String::from("1"); place],
                    elsewhere: place == 1,
                })
                .collect(),
        ),
    ];
    for why in all {
        let said = in_language(pseudo(), || why.said());
        assert_eq!(english(&said, true), Vec::<String>::new(), "{said}");
    }
}

#[test]
fn the_dates_of_the_report_follow_the_region() {
    use ldn_diary::words::dates::{Locale, set_locale};
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let mut choices = choices(&diary, "2026-06-07".parse().unwrap(), LateDays::Included);
    choices.items = vec![StandardItem::Pain.into()];
    set_locale(Locale {
        month_first: true,
        ..Locale::default()
    });
    let report = Report::of(&diary, &choices);
    set_locale(Locale::default());
    assert_eq!(report.span, "Jan 5 to Jun 7, 2026");
    assert_eq!(report.phases[0], "Baseline Jan 5 to Jan 18, 2026");
    assert_eq!(report.further[0].rows[1][0], "Jan\u{a0}6,\u{a0}2026");
}
