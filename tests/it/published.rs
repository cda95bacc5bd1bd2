//! What others have published stands in one file, and screen, report and README say nothing else; what the diary is for is
//! said in one sentence everywhere; and no word of it says that a treatment works, or what to do.

use crate::support::choices;
use chrono::NaiveDate;
use ldn_diary::diary::{Diary, LAST_DATE, PhaseKind, Template};
use ldn_diary::exchange::backup;
use ldn_diary::report::Report;
use ldn_diary::results::{Results, Wanted, results, second_layer};
use ldn_diary::trial::{IMPORTANT_DROP, LateDays, published};
use ldn_diary::words::catalogue;
use serde_json::Value;

const FIGURES: &str = include_str!("../../published/figures.json");
const README: &str = include_str!("../../README.md");
const PURPOSE: &str = include_str!("../../docs/intended-purpose.md");
const TRIALS: &str = include_str!("../../words/en/trials.ftl");
const SAMPLE: &str = include_str!("../fixtures/cases/diary-stanford-2013.json");

fn file() -> Value {
    serde_json::from_str(FIGURES).unwrap()
}

fn sources(file: &Value) -> &Vec<Value> {
    file["sources"].as_array().unwrap()
}

fn text<'a>(of: &'a Value, key: &str) -> &'a str {
    of[key].as_str().unwrap_or_else(|| panic!("{key} of {of}"))
}

/// A message as it stands in the catalogue.
fn message(name: &str) -> &'static str {
    let found = catalogue().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("there is no {name}")).1
}

/// A text without the breaks of its lines.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "28.8" as it is written, with a true minus sign: each figure with the decimals that its pair needs.
fn written(figure: &Value) -> [String; 2] {
    let [ldn, placebo] = ["ldn", "placebo"].map(|arm| figure[arm].as_f64().unwrap());
    let decimals = usize::from(ldn.fract() != 0.0 || placebo.fract() != 0.0);
    [ldn, placebo].map(|number| format!("{number:.decimals$}").replace('-', "−"))
}

fn report() -> String {
    let diary = backup::read(SAMPLE, LAST_DATE).unwrap();
    let last: NaiveDate = "2026-06-07".parse().unwrap();
    flowing(&Report::of(&diary, &choices(last)).html())
}

/// What the results page says of the trials, for each item that has published figures.
fn results_page() -> String {
    let diary = backup::read(SAMPLE, LAST_DATE).unwrap();
    let as_of = "2026-06-07".parse().unwrap();
    let of = |item| match results(&diary, as_of, Wanted::of(item, "1", LateDays::Included)) {
        Results::Shown(shown) => {
            let lines = shown.published.into_iter();
            let lines = lines.map(|published| format!("{} {}\n", published.finding, published.source));
            lines.collect::<Vec<_>>().concat()
        }
        other => panic!("{other:?}"),
    };
    ["pain", "overall", "tolerability"].map(of).concat()
}

// A7
#[test]
fn each_published_figure_has_its_source_a_short_quotation_and_a_date() {
    let file = file();
    let label = &file["label"];
    for source in sources(&file).iter().chain([label]) {
        let (_, _) = (text(source, "citation"), text(source, "reference"));
        let checked: NaiveDate = text(source, "checked").parse().unwrap();
        assert!(checked.to_string().as_str() >= "2026-11-29" && !text(source, "read").is_empty());
        let figures = ["figures", "facts"].map(|key| source[key].as_array().cloned().unwrap_or_default());
        for figure in figures.iter().flatten().chain([&source["plan"]]) {
            let quote = figure["quote"].as_str().unwrap_or_default();
            assert!(quote.split_whitespace().count() <= 10, "{quote}");
        }
        for figure in source["figures"].as_array().into_iter().flatten() {
            assert!(figure["quote"].is_string(), "{figure}");
        }
    }
}

// A7: what was printed, typed a second time from the sources.
#[test]
fn the_figures_are_those_that_were_printed() {
    let found = published::FIGURES.map(|figure| (figure.ldn, figure.placebo));
    assert_eq!(
        found,
        [
            (-32.5, -2.3),
            (37.0, 13.0),
            (16.0, 3.0),
            (89.2, 89.4),
            (-28.8, -18.0),
            (-1.3, -0.9),
            (-0.33, -0.64)
        ]
    );
    assert_eq!(IMPORTANT_DROP, 30);
}

#[test]
fn sources_are_named_alike_in_the_file_on_the_screen_and_in_the_readme() {
    let (file, readme, page) = (file(), flowing(README), results_page());
    for (source, known) in sources(&file).iter().zip(published::Source::ALL) {
        let (id, citation, reference) = (text(source, "id"), text(source, "citation"), text(source, "reference"));
        assert_eq!(message(&format!("trials/{id}")), citation);
        assert_eq!((known.said(), known.reference()), (citation, reference));
        let printed = source["figures"].as_array().unwrap().iter();
        let cited = printed.filter(|figure| figure["ldn"].is_number()).count() > 0 || !source["main_result"].is_null();
        assert!(
            !cited || readme.contains(&format!("{citation}, {reference}")),
            "README: {citation}"
        );
        let on_page = cited && !["vivid-dreams", "headache"].contains(&text(&source["figures"][0], "about"));
        assert!(!on_page || page.contains(&format!("{citation}, {reference}")), "{page}");
    }
}

#[test]
fn readme_report_and_results_print_the_figures_of_the_file_and_no_others() {
    let (file, page, report) = (file(), results_page(), report());
    let readme = flowing(README);
    let (_, found) = readme.split_once("## What the trials found").unwrap();
    let found = found.split(" ## ").next().unwrap();
    let mut known = Vec::new();
    for figure in sources(&file)
        .iter()
        .flat_map(|source| source["figures"].as_array().unwrap())
    {
        if !figure["ldn"].is_number() {
            continue;
        }
        let [ldn, placebo] = written(figure);
        let (about, fell) = (text(figure, "about"), |number: &str| number.replace('−', ""));
        match about {
            "pain-change" | "overall-change" => {
                assert!(
                    page.contains(&format!("by {ldn} % on LDN and by {placebo} % on placebo.")),
                    "{page}"
                );
                assert!(
                    report.contains(&format!("{} %", fell(&ldn))) && report.contains(&format!("{} %", fell(&placebo)))
                );
            }
            "tolerability" => {
                assert!(
                    page.contains(&format!("{ldn} on LDN and {placebo} on placebo")),
                    "{page}"
                );
                assert!(report.contains(&format!("{ldn} / {placebo}")));
            }
            "pain-points" => assert!(page.contains(&fell(&ldn)) && page.contains(&fell(&placebo)), "{page}"),
            _ => assert!(report.contains(&format!("{ldn} % / {placebo} %")), "{about}"),
        }
        if about != "pain-points" {
            assert!(found.contains(&ldn) && found.contains(&placebo), "README: {about}");
        }
        known.extend([ldn, placebo]);
    }
    let words: Vec<&str> = found.split(' ').collect();
    for pair in words.windows(2).filter(|pair| pair[1].starts_with('%')) {
        assert!(known.iter().any(|number| number == pair[0]), "README: {pair:?}");
    }
}

/// In the messages about trials no figure is typed: it is given. "Of 10" is the scale.
#[test]
fn no_message_about_the_trials_types_a_figure() {
    let file = file();
    let cited = |line: &str| {
        sources(&file)
            .iter()
            .any(|source| line.starts_with(&format!("{} = ", text(source, "id"))))
    };
    for line in TRIALS.lines().filter(|line| !line.starts_with('#') && !cited(line)) {
        let Some((_, said)) = line.split_once(" = ") else {
            continue;
        };
        let typed = said.split('{').map(|part| part.rsplit('}').next().unwrap_or_default());
        let typed = typed.collect::<String>().replace("of 10", "");
        assert!(!typed.chars().any(|letter| letter.is_ascii_digit()), "{line}");
    }
}

#[test]
fn wherever_a_later_trial_is_told_it_is_of_its_main_result() {
    let later = ["bested", "bruun", "rodríguez", "rodriguez"];
    let mut told = 0;
    for (name, english) in catalogue().chain([("README", README)]) {
        let all = format!("{name} {english}").to_lowercase();
        let is_citation = name.starts_with("trials/") && !name.ends_with("found");
        if !is_citation && later.iter().any(|trial| all.contains(trial)) {
            assert!(flowing(english).contains("main result"), "{name}: {english}");
            told += 1;
        }
    }
    assert_eq!(told, 5, "three on the page, one on paper, and the README");
    assert!(report().contains("Rodríguez-Freire 2026 found no difference in their main result."));
}

// A5: the landmark was found for pain.
#[test]
fn the_important_drop_is_a_landmark_of_pain_alone() {
    let diary = backup::read(SAMPLE, LAST_DATE).unwrap();
    let as_of = "2026-06-07".parse().unwrap();
    for item in ["pain", "fatigue", "sleep_quality", "overall"] {
        let Results::Shown(shown) = results(&diary, as_of, Wanted::of(item, "1", LateDays::Included)) else {
            panic!("{item} waits")
        };
        let layer = second_layer(&diary, as_of, Wanted::of(item, "1", LateDays::Included)).unwrap();
        let drawn = shown.answer.range.unwrap().words().join(" ");
        let probable = layer.facts.iter().any(|fact| fact.name.starts_with("At least"));
        let told = [
            shown.answer.sentence.contains("drop pain trials call"),
            drawn.contains("30 % lower"),
            probable,
        ];
        assert_eq!(told, [item == "pain"; 3], "{item}: {drawn}");
    }
}

// P3
#[test]
fn plans_are_as_long_as_those_of_the_trials() {
    let file = file();
    let plans = [
        ("plan-2009", Template::Stanford2009),
        ("plan-2013", Template::Stanford2013 { placebo_first: false }),
        (
            "plan-2013-placebo-first",
            Template::Stanford2013 { placebo_first: true },
        ),
        ("plan-ten-weeks", Template::TenWeek),
    ];
    for (name, template) in plans {
        let plan = sources(&file).iter().map(|source| &source["plan"]).find(|plan| {
            let messages = plan["messages"].as_array();
            messages.is_some_and(|messages| messages.iter().any(|message| message == name))
        });
        let published: Vec<u64> = plan.unwrap()["days"]
            .as_array()
            .unwrap()
            .iter()
            .map(|days| days.as_u64().unwrap())
            .collect();
        let days: Vec<u64> = template.phases().iter().map(|phase| phase.days.into()).collect();
        let sorted = |mut days: Vec<u64>| {
            days.sort_unstable();
            days
        };
        assert_eq!(sorted(days.clone()), sorted(published), "{name}");
        assert_eq!(template.phases()[0].kind, PhaseKind::Baseline);
        assert_eq!(
            days[0],
            u64::try_from(Diary::BASELINE_DAYS).unwrap(),
            "the trials had as many"
        );
        let (_, said) = message(&format!("treatment/{name}")).split_once(':').unwrap();
        let numbers = said
            .split(|letter: char| !letter.is_ascii_digit())
            .filter_map(|number| number.parse().ok());
        assert_eq!(numbers.collect::<Vec<u64>>(), days, "{name}");
    }
}

// P5
#[test]
fn each_safety_fact_names_its_section_of_the_label() {
    let file = file();
    let facts = file["label"]["facts"].as_array().unwrap();
    let said = catalogue()
        .filter(|(name, _)| name.starts_with("safety/") && name.ends_with(".source"))
        .count();
    assert_eq!(said, facts.len());
    for fact in facts {
        let source = message(&format!("safety/{}.source", text(fact, "message")));
        assert!(source.starts_with("Source: Naltrexone tablets, US prescribing information, section"));
        for section in fact["sections"].as_array().unwrap() {
            assert!(source.contains(section.as_str().unwrap()), "{source}");
        }
    }
    for (about, what) in [
        ("after-stopping", "may act more strongly than before"),
        ("after-stopping", "or a dose is missed"),
        ("other-medicines", "coughs, colds and diarrhoea"),
        ("surgery", "Carry a card"),
        ("mood", "tell a doctor"),
    ] {
        assert!(message(&format!("safety/{about}.fact")).contains(what), "{about}");
    }
}

#[test]
fn what_the_diary_is_for_is_one_sentence_everywhere() {
    let purpose = message("safety/purpose");
    for (name, text) in [("README", README), ("docs/intended-purpose.md", PURPOSE)] {
        assert!(text.lines().any(|line| line == purpose), "{name}");
    }
    assert!(report().contains(&purpose.replace('\'', "&#39;")) || report().contains(purpose));
    let diary = backup::read(SAMPLE, LAST_DATE).unwrap();
    let layer = second_layer(
        &diary,
        "2026-06-07".parse().unwrap(),
        Wanted::of("pain", "1", LateDays::Included),
    )
    .unwrap();
    assert!(layer.method.iter().any(|line| line == purpose));
}

// A5
#[test]
fn no_word_says_that_a_treatment_works_or_to_go_on_or_to_stop() {
    let never = [
        "effective",
        "significant",
        "responder",
        "p-value",
        "p value",
        "works for you",
        "ldn works",
        "treatment works",
        "it helps you",
        "ldn helps",
        "you should",
        "continue taking",
        "keep taking",
        "stop taking",
        "we recommend",
    ];
    for (name, english) in catalogue().chain([("README", README)]) {
        let said = flowing(english).to_lowercase();
        for word in never {
            assert!(!said.contains(word), "{name}: {word}");
        }
    }
}
