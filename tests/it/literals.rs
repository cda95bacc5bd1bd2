//! No English that a person reads stands in the sources: it belongs into `words/`.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// What looks like words and is read by programs alone: a literal of a file, or all of it.
const TECHNICAL: [(&str, &str); 29] = [
    // The names of keys.
    ("web/components/bar.rs", "Escape"),
    ("web/components/choice.rs", "Delete"),
    ("web/components/choice.rs", "Backspace"),
    ("web/components/rating/line.rs", "Home"),
    ("web/components/rating/line.rs", "End"),
    ("web/components/rating/line.rs", "Delete"),
    ("web/components/rating/line.rs", "Backspace"),
    ("web/pages/charts/place.rs", "Home"),
    ("web/pages/charts/place.rs", "End"),
    // What `js/install.js` answers.
    ("web/install.rs", "iphone app"),
    ("web/install.rs", "iphone elsewhere"),
    // Style.
    (
        "web/components/problem_summary.rs",
        "#{id}:is(input, textarea, select), #{id} input",
    ),
    ("web/theme.rs", "(prefers-color-scheme: dark)"),
    ("web/theme.rs", "(forced-colors: active)"),
    ("web/components/bar.rs", "bar-item bar-wide"),
    // Of serde's own errors, which become data before anybody reads them.
    ("json/raw.rs", ""),
    // The display of a code is that of its code system, whatever the language is.
    ("exchange/fhir/codes.rs", ""),
    ("exchange/fhir/identity.rs", "own codes"),
    // An attribute of the parts of a workbook.
    ("exchange/table/workbook.rs", "Target"),
    // The text that is hashed.
    // The letters of codes, and of the order that is hashed.
    ("diary/trial_of_one.rs", "LP"),
    ("diary/trial_of_one.rs", "PL"),
    ("exchange/sealed_order.rs", ""),
    ("exchange/sealed_order/code.rs", ""),
    // Kinds of resources.
    ("exchange/fhir.rs", ""),
    ("exchange/fhir/answers.rs", ""),
    ("exchange/fhir/medication.rs", ""),
    ("exchange/fhir/questions.rs", ""),
    // The name of the app, and the policy of HTML files.
    ("pdf/document.rs", "LDN Diary"),
    (
        "markup.rs",
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    ),
];

/// Lists of fonts.
const FONTS: &str = "sans-serif";

/// Macros and methods whose texts only a developer reads.
const FOR_DEVELOPERS: [&str; 10] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "env",
    "expect",
    "include",
    "panic",
    "unreachable",
];

/// Attributes of markup whose values are read, aloud or by the eye.
const READ: [&str; 8] = [
    "alt",
    "aria-description",
    "aria-label",
    "aria-roledescription",
    "aria-valuetext",
    "label",
    "placeholder",
    "title",
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            found.extend(sources(&entry));
        } else if entry.extension().is_some_and(|end| end == "rs") {
            found.push(entry);
        }
    }
    found.sort();
    found
}

/// The texts in some code, without attributes, tests, and what only developers read.
fn texts(code: TokenStream, in_markup: bool, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = code.into_iter().collect();
    let mut place = 0;
    while let Some(token) = tokens.get(place) {
        let before = |steps: usize| place.checked_sub(steps).and_then(|place| tokens.get(place));
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                place += usize::from(matches!(tokens.get(place + 1), Some(TokenTree::Punct(_))));
                let attribute = tokens.get(place + 1).map(ToString::to_string).unwrap_or_default();
                place += 1;
                if attribute.replace(' ', "") == "[cfg(test)]" {
                    let end = tokens[place..].iter().position(ends_an_item);
                    place += end.unwrap_or_default();
                }
            }
            TokenTree::Group(group) => {
                let named = match (before(1), before(2)) {
                    (Some(TokenTree::Punct(sign)), Some(TokenTree::Ident(name))) if sign.as_char() == '!' => {
                        name.to_string()
                    }
                    (Some(TokenTree::Ident(name)), _) => name.to_string(),
                    _ => String::new(),
                };
                if !FOR_DEVELOPERS.contains(&named.as_str()) {
                    texts(group.stream(), in_markup || named == "view", found);
                }
            }
            TokenTree::Literal(literal) => {
                let is_value = in_markup && matches!(before(1), Some(TokenTree::Punct(sign)) if sign.as_char() == '=');
                // The name of an attribute such as `aria-label` is three tokens.
                let name: String = (2..=4).rev().filter_map(before).map(ToString::to_string).collect();
                if !is_value || READ.iter().any(|read| name.ends_with(read)) {
                    found.extend(text(&literal.to_string()));
                }
            }
            _ => {}
        }
        place += 1;
    }
}

fn ends_an_item(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(sign) => sign.as_char() == ';',
        _ => false,
    }
}

/// What a literal of text holds.
fn text(literal: &str) -> Option<String> {
    let inner = literal.trim_start_matches('r').trim_matches('#');
    let inner = inner.strip_prefix('"')?.strip_suffix('"')?;
    Some(inner.replace("\\n", " ").replace("\\u{a0}", " "))
}

/// Whether it reads like English: two words beside each other, or one with a capital that is all there is.
fn reads_like_words(text: &str) -> bool {
    let is_word = |word: &&str| {
        let word = word.trim_end_matches(['.', ',', ':', ';', '…', '?', '!', ')']);
        let word = word.trim_start_matches(['(', '“']);
        word.len() > 1
            && word
                .chars()
                .all(|letter| letter.is_alphabetic() || "'’-".contains(letter))
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let pair = words.windows(2).any(|pair| pair.iter().all(is_word));
    let alone = words.len() == 1
        && text.len() > 2
        && text.starts_with(char::is_uppercase)
        && text[1..].chars().all(|letter| letter.is_lowercase() || letter == '…');
    pair || alone
}

#[test]
fn english_stands_in_words_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut left = Vec::new();
    for path in sources(&root) {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
        if name.ends_with("tests.rs") || name.ends_with("properties.rs") {
            continue;
        }
        let code: TokenStream = fs::read_to_string(&path).unwrap().parse().unwrap();
        let mut found = Vec::new();
        texts(code, false, &mut found);
        let is_technical = |text: &str| {
            let mut known = TECHNICAL.iter();
            known.any(|(file, technical)| name.starts_with(file) && (technical.is_empty() || *technical == text))
        };
        let words = found
            .into_iter()
            .filter(|text| reads_like_words(text) && !text.ends_with(FONTS) && !is_technical(text));
        left.extend(words.map(|text| format!("{name}: {text:?}")));
    }
    assert!(left.is_empty(), "{} texts:\n{}", left.len(), left.join("\n"));
}

#[test]
fn what_is_found_is_what_a_person_reads() {
    let code = r#"
        #[expect(dead_code, reason = "not used yet")]
        fn said() -> String { assert!(true, "it must hold"); format!("Saved {} of {}", 1, "two words") }
        #[cfg(test)] mod tests { const X: &str = "only in tests"; }
        fn drawn() { view! { <p class="page stack" aria-label="Day in the chart">"Read this"</p> } }
    "#;
    let mut found = Vec::new();
    texts(code.parse().unwrap(), false, &mut found);
    assert_eq!(found, ["Saved {} of {}", "two words", "Day in the chart", "Read this"]);
    for (text, is) in [
        ("Saved", true),
        ("two words", true),
        ("M4 6h16", false),
        ("en-GB", false),
        ("{} %", false),
    ] {
        assert_eq!(reads_like_words(text), is, "{text}");
    }
}
