//! Makes one text with marks of a message.

use std::collections::BTreeSet;

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

use crate::marks::{AS_IT_IS, CHOOSE, DATE_FORMS, END, FILL, FIRST_PLACE, KEY_END, VARIANT};

/// How deep messages may stand in messages: a message that holds itself ends here.
const DEEPEST: usize = 8;

/// The plural categories of Unicode's CLDR.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What a message is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Number,
    Date,
}

/// A message as the program holds it.
#[derive(Debug, Default)]
pub(crate) struct Compiled {
    /// Its text with marks.
    pub(crate) text: String,
    /// What it is given, by name, in the order in which the names first stand in the English message.
    pub(crate) arguments: Vec<(String, Kind)>,
    /// The places of those that stand in it.
    used: BTreeSet<usize>,
}

type Patterns<'a> = [(String, Pattern<&'a str>)];

/// Compiles a message; `all` are those of its file. In another language than English it is given what the English message
/// is given, in that order.
///
/// # Errors
/// In words: what is not understood, or differs from English.
pub(crate) fn compile(
    pattern: &Pattern<&str>,
    all: &Patterns<'_>,
    english: Option<&Compiled>,
) -> Result<Compiled, String> {
    let arguments = english.map(|english| english.arguments.clone()).unwrap_or_default();
    let mut compiled = Compiled {
        arguments,
        ..Compiled::default()
    };
    compiled.pattern(pattern, all, 0)?;
    let Some(english) = english else {
        return Ok(compiled);
    };
    let names = |arguments: &[(String, Kind)]| {
        let names = arguments.iter().map(|(name, kind)| format!("${name} ({kind:?})"));
        names.collect::<Vec<_>>().join(", ")
    };
    if compiled.arguments != english.arguments {
        let (found, given) = (names(&compiled.arguments), names(&english.arguments));
        return Err(format!("it takes {found}, and is given {given}"));
    }
    match (0..english.arguments.len()).find(|place| !compiled.used.contains(place)) {
        Some(unsaid) => Err(format!("it leaves out {}", names(&english.arguments[unsaid..=unsaid]))),
        None => Ok(compiled),
    }
}

impl Compiled {
    fn pattern(&mut self, pattern: &Pattern<&str>, all: &Patterns<'_>, depth: usize) -> Result<(), String> {
        if depth > DEEPEST {
            return Err("it holds itself".to_owned());
        }
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression, all, depth)?,
            }
        }
        Ok(())
    }

    fn expression(&mut self, expression: &Expression<&str>, all: &Patterns<'_>, depth: usize) -> Result<(), String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline, all, depth),
            Expression::Select { selector, variants } => self.select(selector, variants, all, depth),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, all: &Patterns<'_>, depth: usize) -> Result<(), String> {
        match inline {
            InlineExpression::StringLiteral { value } => self.text.push_str(value),
            InlineExpression::VariableReference { id } => self.fill(id.name, Kind::Text, AS_IT_IS)?,
            InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
                self.fill(variable(arguments)?, Kind::Number, AS_IT_IS)?;
            }
            InlineExpression::FunctionReference { id, arguments } if id.name == "DATETIME" => {
                self.fill(variable(arguments)?, Kind::Date, date_form(arguments)?)?;
            }
            InlineExpression::MessageReference { id, attribute } => {
                let name = attribute
                    .as_ref()
                    .map_or_else(|| id.name.to_owned(), |one| format!("{}.{}", id.name, one.name));
                self.other(&name, all, depth)?;
            }
            InlineExpression::TermReference { id, .. } => self.other(&format!("-{}", id.name), all, depth)?,
            InlineExpression::Placeable { expression } => self.expression(expression, all, depth)?,
            InlineExpression::FunctionReference { id, .. } => return Err(format!("{} is no function here", id.name)),
            InlineExpression::NumberLiteral { value } => {
                return Err(format!("{{ {value} }}: write the number as text"));
            }
        }
        Ok(())
    }

    fn other(&mut self, name: &str, all: &Patterns<'_>, depth: usize) -> Result<(), String> {
        let found = all.iter().find(|(id, _)| id == name);
        let (_, pattern) = found.ok_or_else(|| format!("{name} is not in this file"))?;
        self.pattern(pattern, all, depth + 1)
    }

    fn select(
        &mut self,
        selector: &InlineExpression<&str>,
        variants: &[Variant<&str>],
        all: &Patterns<'_>,
        depth: usize,
    ) -> Result<(), String> {
        let name = match selector {
            InlineExpression::VariableReference { id } => id.name,
            InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => variable(arguments)?,
            _ => return Err("only a number can be chosen by".to_owned()),
        };
        let place = self.place(name, Kind::Number)?;
        self.text.extend([CHOOSE, place]);
        // What is taken where nothing else fits stands last, wherever a translator has put it.
        for variant in variants
            .iter()
            .filter(|one| !one.default)
            .chain(variants.iter().filter(|one| one.default))
        {
            let key = match variant.key {
                VariantKey::Identifier { name } if CATEGORIES.contains(&name) => name,
                VariantKey::Identifier { name } => return Err(format!("[{name}] is no plural category")),
                VariantKey::NumberLiteral { value } => value,
            };
            self.text.push(VARIANT);
            self.text.push_str(key);
            self.text.push(KEY_END);
            self.pattern(&variant.value, all, depth)?;
        }
        self.text.push(END);
        Ok(())
    }

    fn fill(&mut self, name: &str, kind: Kind, form: char) -> Result<(), String> {
        // `{ $days }` beside a choice by it is a number too.
        let known = self.arguments.iter().find(|(known, _)| known == name);
        let kind = known.filter(|_| kind == Kind::Text).map_or(kind, |(_, kind)| *kind);
        let place = self.place(name, kind)?;
        self.text.extend([FILL, place, form]);
        Ok(())
    }

    fn place(&mut self, name: &str, kind: Kind) -> Result<char, String> {
        let found = self.arguments.iter().position(|(known, _)| known == name);
        let place = found.unwrap_or_else(|| {
            self.arguments.push((name.to_owned(), kind));
            self.arguments.len() - 1
        });
        self.used.insert(place);
        let known = &mut self.arguments[place].1;
        if *known == Kind::Text && kind == Kind::Number {
            *known = kind;
        }
        if *known != kind {
            return Err(format!("${name} is a number or a text, and a date"));
        }
        let letter = u8::try_from(place)
            .ok()
            .and_then(|place| FIRST_PLACE.checked_add(place));
        Ok(char::from(letter.ok_or("too many arguments")?))
    }
}

/// `$name` in `FUNCTION($name, …)`.
fn variable<'a>(arguments: &CallArguments<&'a str>) -> Result<&'a str, String> {
    match arguments.positional.as_slice() {
        [InlineExpression::VariableReference { id }] => Ok(id.name),
        _ => Err("a function is given one variable".to_owned()),
    }
}

fn date_form(arguments: &CallArguments<&str>) -> Result<char, String> {
    let given = arguments
        .named
        .iter()
        .find(|one| one.name.name == "form")
        .map(|one| &one.value);
    let Some(InlineExpression::StringLiteral { value }) = given else {
        return Err("DATETIME needs a form: DATETIME($date, form: \"full\")".to_owned());
    };
    let form = DATE_FORMS.iter().find(|(name, _)| name == value);
    form.map(|(_, letter)| *letter)
        .ok_or_else(|| format!("\"{value}\" is no form of a date"))
}
