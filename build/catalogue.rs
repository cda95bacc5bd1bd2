//! Reads the files of a language: which messages there are, what each of them says and what it is given.

use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser;

use crate::compile::{self, Compiled};

/// The messages of one file: those of a page, or of what is said in many places.
pub(crate) struct File {
    /// The name of the file, which becomes a module.
    pub(crate) name: String,
    /// Its messages in their order.
    pub(crate) messages: Vec<Message>,
}

/// A message or an attribute of one.
pub(crate) struct Message {
    /// As it stands in the file, with the attribute after a dot.
    pub(crate) id: String,
    /// What it says.
    pub(crate) compiled: Compiled,
}

/// All files of a folder; those of another language are compared with the English ones.
///
/// # Errors
/// Everything that is wrong with them, one line each.
pub(crate) fn read(folder: &Path, english: Option<&[File]>) -> Result<Vec<File>, Vec<String>> {
    let mut paths: Vec<PathBuf> = match fs::read_dir(folder) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(error) => return Err(vec![format!("{}: {error}", folder.display())]),
    };
    paths.retain(|path| path.extension().is_some_and(|end| end == "ftl"));
    paths.sort();
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let same = english.map(|files| files.iter().find(|file| file.name == name));
        if same.is_some_and(|same| same.is_none()) {
            problems.push(format!("{}: there is no such file in English", path.display()));
            continue;
        }
        match read_file(&path, name, same.flatten()) {
            Ok(file) => files.push(file),
            Err(found) => problems.extend(
                found
                    .into_iter()
                    .map(|problem| format!("{}: {problem}", path.display())),
            ),
        }
    }
    for file in english.into_iter().flatten() {
        if !files.iter().any(|other: &File| other.name == file.name) && problems.is_empty() {
            problems.push(format!("{}: {}.ftl is missing", folder.display(), file.name));
        }
    }
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}

fn read_file(path: &Path, name: String, english: Option<&File>) -> Result<File, Vec<String>> {
    let text = fs::read_to_string(path).map_err(|error| vec![error.to_string()])?;
    let resource = parser::parse(text.as_str()).map_err(|(_, errors)| {
        let line = |place: usize| text[..place].lines().count();
        let said = errors
            .iter()
            .map(|error| format!("line {}: {}", line(error.pos.start), error.kind));
        said.collect::<Vec<_>>()
    })?;
    let mut patterns: Vec<(String, Pattern<&str>)> = Vec::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                patterns.extend(message.value.map(|value| (id.to_owned(), value)));
                for attribute in message.attributes {
                    patterns.push((format!("{id}.{}", attribute.id.name), attribute.value));
                }
            }
            Entry::Term(term) => patterns.push((format!("-{}", term.id.name), term.value)),
            _ => {}
        }
    }
    let mut problems = Vec::new();
    for (place, (id, _)) in patterns.iter().enumerate() {
        if patterns[..place].iter().any(|(earlier, _)| earlier == id) {
            problems.push(format!("{id} is there twice"));
        }
    }
    let mut messages = Vec::new();
    for (id, pattern) in patterns.iter().filter(|(id, _)| !id.starts_with('-')) {
        let same = english.map(|file| file.messages.iter().find(|message| message.id == *id));
        if same.is_some_and(|same| same.is_none()) {
            problems.push(format!("{id} is no message in English"));
            continue;
        }
        match compile::compile(pattern, &patterns, same.flatten().map(|message| &message.compiled)) {
            Ok(compiled) => messages.push(Message {
                id: id.clone(),
                compiled,
            }),
            Err(problem) => problems.push(format!("{id}: {problem}")),
        }
    }
    for message in english.iter().flat_map(|file| &file.messages) {
        if !patterns.iter().any(|(id, _)| *id == message.id) {
            problems.push(format!("{} is missing", message.id));
        }
    }
    if problems.is_empty() {
        Ok(File { name, messages })
    } else {
        Err(problems)
    }
}
