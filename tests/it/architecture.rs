//! The arrows between the modules: they point downwards only. Read from the sources, so that nobody has to remember.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module with the modules of this crate that it may use.
const ARROWS: [(&str, &[&str]); 13] = [
    ("diary", &[]),
    ("statistics", &[]),
    ("words", &["diary"]),
    ("trial", &["diary", "statistics", "words"]),
    ("exchange", &["diary", "statistics", "trial", "words"]),
    ("store", &["diary", "exchange", "words"]),
    ("charts", &["diary", "statistics", "trial", "words"]),
    ("markup", &[]),
    ("picture", &["markup"]),
    (
        "report",
        &[
            "charts",
            "diary",
            "exchange",
            "markup",
            "picture",
            "statistics",
            "trial",
            "words",
        ],
    ),
    ("pdf", &["picture", "report"]),
    (
        "study",
        &["charts", "diary", "exchange", "statistics", "trial", "words"],
    ),
    (
        "papers",
        &[
            "diary", "exchange", "markup", "pdf", "picture", "report", "trial", "words",
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
    ["tests.rs", "properties.rs"].iter().any(|name| path.ends_with(name))
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

/// The folders whose files form no circle.
const WITHOUT_CIRCLES: [&str; 2] = ["trial", "report"];

/// The files that a file names by `super::`, `self::` or `crate::`; a name that is no file of its own stands in the file
/// before it.
fn named_files(module: &[String], text: &str, files: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for start in ["super::", "self::", "crate::"] {
        for (at, _) in text.match_indices(start) {
            let inside_of_a_path = text[..at].ends_with(|c: char| c.is_alphanumeric() || c == ':' || c == '_');
            if inside_of_a_path {
                continue;
            }
            let mut base = module.to_vec();
            let mut rest = &text[at..];
            while let Some(after) = rest.strip_prefix("super::") {
                base.pop();
                rest = after;
            }
            if let Some(after) = rest.strip_prefix("crate::") {
                base.clear();
                rest = after;
            }
            rest = rest.strip_prefix("self::").unwrap_or(rest);
            let group = rest.strip_prefix('{').and_then(|group| group.split('}').next());
            for path in group.map_or_else(|| vec![rest], |group| group.split(',').collect()) {
                let mut file = base.clone();
                for name in path.trim().split("::") {
                    let name: String = name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    file.push(name);
                    if !files.contains(&file) {
                        file.pop();
                        break;
                    }
                }
                found.push(file);
            }
        }
    }
    found
}

#[test]
fn no_two_files_lead_to_each_other() {
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
        assert!(left.is_empty(), "files of {folder} that lead to each other: {left:?}");
    }
}
