//! What the build says of messages: those of another language are compared with the English ones.

#![expect(clippy::unwrap_used, reason = "a test that can't go on has failed")]

#[path = "../build/catalogue.rs"]
mod catalogue;
#[path = "../build/compile.rs"]
mod compile;
#[path = "../src/words/marks.rs"]
mod marks;

use std::fs;
use std::path::PathBuf;

const ENGLISH: &str = "found = { $count ->\n    [one] { $count } day with “{ $what }”\n   *[other] { $count } days with “{ $what }”\n}\nsince = Since { DATETIME($date, form: \"full\") }\n    .short = since { $when }\n";

/// A folder of one file.
fn folder(name: &str, text: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("ldn-diary-messages-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("page.ftl"), text).unwrap();
    folder
}

/// What is said of a file in another language.
fn problems(name: &str, text: &str) -> String {
    let (english, other) = (folder(&format!("{name}-en"), ENGLISH), folder(name, text));
    let files = catalogue::read(&english, None).unwrap();
    let found = catalogue::read(&other, Some(&files))
        .err()
        .unwrap_or_default()
        .join("\n");
    for folder in [english, other] {
        fs::remove_dir_all(folder).unwrap();
    }
    found
}

#[test]
fn another_language_may_say_it_in_another_order() {
    let german = "found = „{ $what }“ an { $count ->\n    [one] { $count } Tag\n   *[other] { $count } Tagen\n}\nsince = Seit { DATETIME($date, form: \"short\") }\n    .short = seit { $when }\n";
    assert_eq!(problems("order", german), "");
    let (english, other) = (folder("fills-en", ENGLISH), folder("fills", german));
    let files = catalogue::read(&english, None).unwrap();
    let german = catalogue::read(&other, Some(&files)).unwrap();
    // The word is the second argument, wherever it stands.
    assert!(german[0].messages[0].compiled.text.starts_with("„\u{1}bt“"));
    for folder in [english, other] {
        fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn what_is_missing_unknown_or_given_otherwise_is_named() {
    let rest = "since = Seit { DATETIME($date, form: \"full\") }\n    .short = seit { $when }\n";
    for (name, text, said) in [
        ("missing", rest, "found is missing"),
        (
            "unknown",
            &format!("{ENGLISH}more = mehr\n"),
            "more is no message in English",
        ),
        (
            "left-out",
            &format!("found = {{ NUMBER($count) }} Tage\n{rest}"),
            "it leaves out $what (Text)",
        ),
        (
            "more",
            &format!("found = {{ NUMBER($count) }} Tage mit {{ $what }}, {{ $where }}\n{rest}"),
            "$where (Text)",
        ),
        (
            "kind",
            &format!("found = {{ NUMBER($count) }} Tage mit {{ NUMBER($what) }}\n{rest}"),
            "$what (Number)",
        ),
    ] {
        let found = problems(name, text);
        assert!(found.contains(said), "{name}: {found}");
    }
}
