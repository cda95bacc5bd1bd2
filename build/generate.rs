//! Writes a function for each message.

use std::fmt::Write as _;

use crate::catalogue::{File, Message};
use crate::compile::Kind;
use crate::marks::FIRST_PLACE;

/// A module for each file with a function for each message, and the list of all.
pub(crate) fn functions(files: &[File]) -> String {
    let mut text = String::new();
    let mut names = Vec::new();
    for file in files {
        let module = snake(&file.name);
        _ = writeln!(text, "/// `{}.ftl`.\npub(crate) mod {module} {{", file.name);
        text.push_str("    #[allow(unused_imports)]\n    use super::*;\n");
        for message in &file.messages {
            let constant = message.id.replace(['-', '.'], "_").to_uppercase();
            _ = writeln!(
                text,
                "    pub(super) static {constant}: Message = Message {{ number: {}, english: {:?} }};",
                names.len(),
                message.compiled.text
            );
            text.push_str(&function(message, &constant));
            names.push(format!("(\"{}/{}\", &{module}::{constant})", file.name, message.id));
        }
        text.push_str("}\n");
    }
    _ = writeln!(
        text,
        "/// All messages with their names, in their order.\npub(super) static ALL: [(&str, &Message); {}] = [{}];",
        names.len(),
        names.join(", ")
    );
    text
}

fn function(message: &Message, constant: &str) -> String {
    let name = snake(&message.id);
    let said = documentation(&message.compiled.text);
    let arguments = &message.compiled.arguments;
    if arguments.is_empty() {
        return format!("    /// {said}\n    pub(crate) fn {name}() -> &'static str {{ word(&{constant}) }}\n");
    }
    let of_kind = |kind: Kind| match kind {
        Kind::Text => ("&str", "Argument::Text"),
        Kind::Number => ("impl Into<Decimal>", "Argument::Number"),
        Kind::Date => ("NaiveDate", "Argument::Date"),
    };
    let taken: Vec<String> = arguments
        .iter()
        .map(|(name, kind)| format!("{}: {}", snake(name), of_kind(*kind).0))
        .collect();
    let given: Vec<String> = arguments
        .iter()
        .map(|(name, kind)| {
            let into = if *kind == Kind::Number { ".into()" } else { "" };
            format!("{}({}{into})", of_kind(*kind).1, snake(name))
        })
        .collect();
    format!(
        "    /// {said}\n    pub(crate) fn {name}({}) -> String {{ say(&{constant}, &[{}]) }}\n",
        taken.join(", "),
        given.join(", ")
    )
}

/// What it says, for the reader of the code: arguments as their letters.
fn documentation(text: &str) -> String {
    let mut said = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\u{1}' => {
                let place = letters.next().unwrap_or(char::from(FIRST_PLACE));
                letters.next();
                _ = write!(said, "…{place}…");
            }
            '\u{2}'..='\u{5}' => said.push('|'),
            '\n' => said.push(' '),
            '<' | '>' | '[' | ']' | '`' | '\\' => said.extend(['\\', letter]),
            letter => said.push(letter),
        }
    }
    said
}

fn snake(name: &str) -> String {
    let name = name.replace(['-', '.'], "_");
    // Words of Rust itself, as far as messages are called by them.
    if ["as", "box", "do", "if", "in", "loop", "move", "type", "use", "where"].contains(&name.as_str()) {
        format!("r#{name}")
    } else {
        name
    }
}
