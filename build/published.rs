//! Makes constants of `published/figures.json`, so that no published figure is typed twice.

use std::fmt::Write as _;

use serde_json::Value;

/// The sources as an enum, the figures for LDN and placebo as a list, and a constant for each number that stands alone.
///
/// # Errors
/// What the file lacks.
pub(crate) fn constants(file: &str) -> Result<String, String> {
    let file: Value = serde_json::from_str(file).map_err(|error| error.to_string())?;
    let (mut names, mut references, mut citations) = (String::new(), String::new(), String::new());
    let (mut pairs, mut numbers, mut sources, mut count) = (String::new(), String::new(), 0, 0);
    for source in list(&file, "sources")? {
        let id = text(source, "id")?;
        let name = camel(id);
        sources += 1;
        _ = write!(names, "/// `{id}` of the file.\n{name}, ");
        _ = write!(references, "Source::{name} => {:?}, ", text(source, "reference")?);
        _ = write!(citations, "Source::{name} => words::{}(), ", id.replace('-', "_"));
        for figure in list(source, "figures")? {
            let about = text(figure, "about")?;
            if let Some(value) = figure["value"].as_f64() {
                let constant = format!("{id}-{about}").replace('-', "_").to_uppercase();
                _ = writeln!(numbers, "const {constant}: f64 = {value:?};");
            } else {
                let (ldn, placebo) = (number(figure, "ldn")?, number(figure, "placebo")?);
                count += 1;
                _ = write!(
                    pairs,
                    "Figure {{ topic: Topic::{}, ldn: {ldn:?}, placebo: {placebo:?}, source: Source::{name} }}, ",
                    camel(about)
                );
            }
        }
    }
    Ok(format!(
        "/// Where a figure was published.\n#[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub enum Source {{ {names} }}
impl Source {{
    /// All of them, in the order of the file.
    pub const ALL: [Source; {sources}] = [{all}];
    /// A digital object identifier, the number in a registry, or the place in a journal.
    pub fn reference(self) -> &'static str {{ match self {{ {references} }} }}
    /// Authors, year and journal.
    pub fn said(self) -> &'static str {{ match self {{ {citations} }} }}
}}
/// What was found on LDN and on placebo.
pub const FIGURES: [Figure; {count}] = [{pairs}];
{numbers}",
        all = list(&file, "sources")?
            .iter()
            .filter_map(|source| source["id"].as_str())
            .map(|id| format!("Source::{}", camel(id)))
            .collect::<Vec<_>>()
            .join(", "),
    ))
}

fn list<'a>(of: &'a Value, key: &str) -> Result<&'a Vec<Value>, String> {
    of[key]
        .as_array()
        .ok_or_else(|| format!("there is no list of {key} in {of}"))
}

fn text<'a>(of: &'a Value, key: &str) -> Result<&'a str, String> {
    of[key].as_str().ok_or_else(|| format!("there is no {key} in {of}"))
}

fn number(of: &Value, key: &str) -> Result<f64, String> {
    of[key].as_f64().ok_or_else(|| format!("there is no {key} in {of}"))
}

/// `pain-change` becomes `PainChange`.
fn camel(id: &str) -> String {
    let parts = id.split('-').map(|part| {
        let (first, rest) = part.split_at(part.len().min(1));
        first.to_uppercase() + rest
    });
    parts.collect()
}
