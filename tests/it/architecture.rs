//! The arrows between the modules: they point downwards only. Read from the sources, so that nobody has to remember.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

/// Each module with the modules of this crate that it may use.
const ARROWS: [(&str, &[&str]); 21] = [
    ("diary", &[]),
    ("statistics", &[]),
    ("json", &["diary"]),
    ("words", &["diary"]),
    ("trial_of_one", &["diary", "json", "words"]),
    ("trial", &["diary", "statistics", "trial_of_one", "words"]),
    (
        "exchange",
        &[
            "diary",
            "json",
            "statistics",
            "trial",
            "trial_of_one",
            "visits",
            "words",
        ],
    ),
    ("store", &["diary", "exchange", "json", "words"]),
    ("about_me", &["diary"]),
    ("visits", &["diary", "json", "words"]),
    (
        "wallet_card",
        &["about_me", "diary", "picture", "trial_of_one", "words"],
    ),
    ("charts", &["diary", "json", "statistics", "trial", "words"]),
    ("markup", &[]),
    ("picture", &["markup"]),
    (
        "report",
        &[
            "about_me",
            "charts",
            "diary",
            "exchange",
            "markup",
            "picture",
            "statistics",
            "trial",
            "visits",
            "words",
        ],
    ),
    ("pdf", &["markup", "picture", "report", "words"]),
    (
        "results",
        &["charts", "diary", "exchange", "statistics", "trial", "words"],
    ),
    ("import_plan", &["diary", "exchange", "trial_of_one", "words"]),
    (
        "papers",
        &[
            "diary",
            "exchange",
            "markup",
            "pdf",
            "picture",
            "report",
            "trial",
            "wallet_card",
            "words",
        ],
    ),
    ("trial_papers", &["diary", "exchange", "markup", "words"]),
    (
        "forms",
        &[
            "about_me",
            "diary",
            "exchange",
            "papers",
            "report",
            "trial",
            "trial_of_one",
            "visits",
            "words",
        ],
    ),
];

/// What may be used besides the standard library by the two modules that know nothing of the outside world.
const CRATES: [(&str, &[&str]); 2] = [("diary", &["chrono"]), ("statistics", &["statrs"])];

fn sources(module: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = vec![root.join(format!("{module}.rs"))];
    let mut folders = vec![root.join(module)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    let read = |path: PathBuf| (path.clone(), code(&fs::read_to_string(path).unwrap()));
    found.into_iter().map(read).collect()
}

/// A source without its comments and without its tests, which may reach further.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn is_test(path: &Path) -> bool {
    ["tests.rs", "properties.rs", "coverage.rs"]
        .iter()
        .any(|name| path.ends_with(name))
}

#[test]
fn the_arrows_between_modules_point_downwards() {
    for (module, allowed) in ARROWS {
        for (path, text) in sources(module) {
            if is_test(&path) {
                continue;
            }
            for (at, _) in text.match_indices("crate::") {
                let target: String = text[at + 7..]
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                let fine = target == module || allowed.contains(&target.as_str());
                assert!(
                    fine,
                    "{} reaches crate::{target}, which {module} may not use",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn the_diary_and_the_statistics_know_nothing_of_files_screens_or_clocks() {
    for (module, allowed) in CRATES {
        for (path, text) in sources(module) {
            if is_test(&path) {
                continue;
            }
            let uses = text.lines().filter_map(|line| line.trim_start().strip_prefix("use "));
            for used in uses {
                let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let own =
                    ["std", "crate", "super", "self"].contains(&name.as_str()) || name.starts_with(char::is_uppercase);
                let sibling = path.with_file_name(format!("{name}.rs")).exists()
                    || path.with_extension("").join(format!("{name}.rs")).exists();
                assert!(
                    own || sibling || allowed.contains(&name.as_str()),
                    "{}: use {used}",
                    path.display()
                );
            }
            assert!(!text.contains("serde"), "{} knows of a file format", path.display());
        }
    }
}

#[test]
fn no_view_puts_text_into_the_page_as_markup() {
    for (path, text) in sources("web") {
        for forbidden in ["inner_html", "insert_adjacent_html", "JsFunction"] {
            assert!(!text.contains(forbidden), "{}: {forbidden}", path.display());
        }
    }
}

// In the built site what writes a value so writes nothing, nor do the errors of serde (`scripts/site/unneeded.mjs`).
#[test]
fn nothing_is_written_for_people_as_a_developer_reads_it() {
    let modules = ARROWS.iter().map(|(module, _)| *module).chain(["web", "main", "lib"]);
    for (path, text) in modules.flat_map(sources).filter(|(path, _)| !is_test(path)) {
        for forbidden in [":?}", ":#?}", "Debug::fmt", "serde_json::Error", "serde_json::error"] {
            assert!(!text.contains(forbidden), "{}: {forbidden}", path.display());
        }
    }
}

/// The folders whose files form no circle.
const WITHOUT_CIRCLES: [&str; 16] = [
    "charts",
    "diary",
    "exchange",
    "forms",
    "import_plan",
    "papers",
    "pdf",
    "picture",
    "report",
    "results",
    "statistics",
    "store",
    "trial",
    "trial_papers",
    "web",
    "words",
];

/// The paths in some code that begin with `super`, `self` or `crate`, one for each end of a group.
fn paths(code: TokenStream, found: &mut Vec<Vec<String>>) {
    let tokens: Vec<TokenTree> = code.into_iter().collect();
    let mut place = 0;
    while let Some(token) = tokens.get(place) {
        match token {
            // `pub(in crate::store)` says who sees it.
            TokenTree::Group(group) if group.to_string().starts_with("(in ") => {}
            TokenTree::Group(group) => paths(group.stream(), found),
            TokenTree::Ident(name) if ["super", "self", "crate"].contains(&name.to_string().as_str()) => {
                let inside = place > 0 && matches!(&tokens[place - 1], TokenTree::Punct(sign) if sign.as_char() == ':');
                // `pub(super)` leads nowhere.
                let leads = matches!(tokens.get(place + 1), Some(TokenTree::Punct(sign)) if sign.as_char() == ':');
                if leads && !inside {
                    path(&tokens[place..], &[], found);
                }
            }
            _ => {}
        }
        place += 1;
    }
}

/// The path with which some code begins, after what stands before it.
fn path(tokens: &[TokenTree], before: &[String], found: &mut Vec<Vec<String>>) {
    match tokens {
        [
            TokenTree::Ident(name),
            TokenTree::Punct(one),
            TokenTree::Punct(two),
            rest @ ..,
        ] if one.as_char() == ':' && two.as_char() == ':' => {
            path(rest, &[before, &[name.to_string()]].concat(), found);
        }
        [TokenTree::Ident(name), ..] => found.push([before, &[name.to_string()]].concat()),
        [TokenTree::Group(group), ..] => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            for one in inner.split(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ',')) {
                path(one, before, found);
            }
        }
        _ => {}
    }
}

/// The files that a file names by `super::`, `self::` or `crate::`; a name that is no file of its own stands in the file
/// before it.
fn named_files(module: &[String], text: &str, files: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut named = Vec::new();
    paths(text.parse().unwrap(), &mut named);
    let file_of = |path: Vec<String>| {
        let mut file = module.to_vec();
        for name in path {
            match name.as_str() {
                "crate" => file.clear(),
                "super" => _ = file.pop(),
                "self" => {}
                _ => {
                    file.push(name);
                    if !files.contains(&file) {
                        file.pop();
                        break;
                    }
                }
            }
        }
        file
    };
    named.into_iter().map(file_of).collect()
}

#[test]
fn no_two_files_lead_to_each_other() {
    let mut found: Vec<String> = Vec::new();
    for folder in WITHOUT_CIRCLES {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let named = |path: &Path| -> Vec<String> {
            let parts = path.strip_prefix(&root).unwrap().with_extension("");
            parts.iter().map(|part| part.to_str().unwrap().to_owned()).collect()
        };
        let read = sources(folder).into_iter();
        let read = read.filter(|(path, _)| !is_test(path) && path.extension().is_some_and(|end| end == "rs"));
        let files: Vec<(Vec<String>, String)> = read.map(|(path, text)| (named(&path), text)).collect();
        let all: Vec<Vec<String>> = files.iter().map(|file| file.0.clone()).collect();
        let mut left: Vec<(&Vec<String>, Vec<Vec<String>>)> = files
            .iter()
            .map(|(name, text)| {
                let mut to = named_files(name, text, &all);
                to.retain(|file| file != name && all.contains(file));
                (name, to)
            })
            .collect();
        // Again and again those go that lead to none that is left; a circle stays.
        loop {
            let waiting: Vec<Vec<String>> = left.iter().map(|file| file.0.clone()).collect();
            left.retain(|(_, to)| to.iter().any(|file| waiting.contains(file)));
            if left.len() == waiting.len() {
                break;
            }
        }
        let said = left.iter().map(|(name, to)| {
            format!(
                "{} → {}",
                name.join("/"),
                to.iter().map(|to| to.join("/")).collect::<Vec<_>>().join(", ")
            )
        });
        found.extend(said);
    }
    assert!(
        found.is_empty(),
        "files that lead to each other, or to such:\n{}",
        found.join("\n")
    );
}

#[test]
fn of_the_web_what_lies_lower_names_nothing_above() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web");
    // Each with what it must not name.
    let rules: [(&str, &[&str]); 3] = [
        ("components", &["web::state", "web::pages", "web::app"]),
        ("state", &["web::pages", "web::components", "web::app"]),
        ("pages", &["web::app"]),
    ];
    for (folder, above) in rules {
        for (path, text) in sources(&format!("web/{folder}")) {
            for name in above {
                assert!(!text.contains(name), "{} names {name}", path.display());
            }
        }
    }
    // What stands in no folder knows neither pages nor components; the app alone knows them all.
    for entry in fs::read_dir(root).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().extension().is_some_and(|end| end == "rs") && name != "app.rs" {
            let text = fs::read_to_string(entry.path()).unwrap();
            for above in [
                "super::pages",
                "super::components",
                "web::pages",
                "web::components",
                "super::app",
            ] {
                assert!(!text.contains(above), "{name} names {above}");
            }
        }
    }
}

// A control that is `disabled` while it has the focus loses it, and the next Tab begins at the top of the page: it says that
// it is off, and does nothing.
#[test]
fn no_control_is_switched_off_under_the_focus() {
    for (path, text) in sources("web") {
        for line in text.lines().filter(|line| line.contains("disabled=")) {
            assert!(line.contains("aria-disabled="), "{}: {}", path.display(), line.trim());
        }
    }
}
