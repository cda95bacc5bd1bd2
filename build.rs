//! Makes typed functions of the messages in `words/`: `crate::words` includes them. And constants of the published figures:
//! `crate::trial::published` includes those.
//!
//! The syntax is Fluent's (<https://projectfluent.org/fluent/guide/>), of which this takes what it needs: text, `{ $name }`,
//! `{ NUMBER($count) }`, `{ DATETIME($date, form: "long-day") }`, plural forms `{ $count -> [one] … *[other] … }`, messages in
//! messages `{ other-message }`, and attributes. What a message is given follows from its English: what is counted is a
//! number, what is written by `DATETIME` a date, all else a text.

#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/compile.rs"]
mod compile;
#[path = "build/generate.rs"]
mod generate;
#[path = "src/words/marks.rs"]
mod marks;
#[path = "build/published.rs"]
mod published;

use std::path::Path;
use std::{env, fs};

/// The language that all others are compared with, and that the program itself holds.
const FIRST: &str = "en";

/// The folders of `words/`, one a language.
fn languages(words: &Path) -> Vec<String> {
    let entries = fs::read_dir(words).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    folders
        .filter_map(|folder| folder.file_name().into_string().ok())
        .collect()
}

fn main() {
    println!("cargo::rerun-if-changed=words");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=published");
    println!("cargo::rerun-if-changed=src/words/marks.rs");
    let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("words");
    let outcome = catalogue::read(&words.join(FIRST), None).and_then(|english| {
        for other in languages(&words).iter().filter(|language| *language != FIRST) {
            catalogue::read(&words.join(other), Some(&english))?;
        }
        Ok(generate::functions(&english))
    });
    write("messages.rs", outcome);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("published/figures.json");
    let read = fs::read_to_string(file).map_err(|error| error.to_string());
    let constants = read.and_then(|file| published::constants(&file));
    write(
        "published.rs",
        constants.map_err(|problem| vec![format!("published/figures.json: {problem}")]),
    );
}

/// Puts a text where the crate includes it, or says what is wrong.
fn write(name: &str, text: Result<String, Vec<String>>) {
    let out = env::var_os("OUT_DIR").expect("cargo says where to write");
    match text {
        Ok(text) => fs::write(Path::new(&out).join(name), text).expect("the folder of the build takes a file"),
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
        }
    }
}
