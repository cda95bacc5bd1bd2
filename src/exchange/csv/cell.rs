//! Single cells: what they may hold, and what a spreadsheet must not run.

use crate::diary::{Name, NameError, Tag, is_all_blank, is_blank};

/// A text as a cell that no spreadsheet takes for a formula (OWASP, CSV injection), at whatever separator or line break
/// it is split: where a part of it could, a `'` goes in front of that part.
///
/// A part that already looks as if it had such a mark gets one too, so that taking the marks off gives the text back.
pub(super) fn guarded(text: &str) -> String {
    let mut cell = String::with_capacity(text.len() + 1);
    for (first, part) in parts(text) {
        if is_formula(first, part) || without_mark(first, part) != part {
            cell.push('\'');
        }
        cell.push_str(part);
    }
    cell
}

/// The text without the marks of [`guarded`]. A `'` before anything else is the writer's own: 'tis cold.
pub(in crate::exchange) fn unguarded(cell: &str) -> String {
    parts(cell).map(|(first, part)| without_mark(first, part)).collect()
}

/// The parts that a text falls into where it is split at every sign that a spreadsheet could be told to split at, each
/// with the sign at its end; and whether it is the first one.
fn parts(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let parts = text.split_inclusive(splits).enumerate();
    parts.map(|(index, part)| (index == 0, part))
}

/// Not the space: who splits a table at its spaces has no notes left. No mark is such a sign, so that marks move none.
fn splits(c: char) -> bool {
    matches!(
        c,
        ',' | ';' | '|' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn without_mark(first: bool, part: &str) -> &str {
    match part.strip_prefix('\'') {
        Some(rest) if rest.starts_with('\'') || is_formula(first, rest) => rest,
        _ => part,
    }
}

/// Whether a program could take the part for a formula. Some look for one behind space and blanks, and behind a quotation mark,
/// which in a table only holds a cell together.
fn is_formula(first: bool, part: &str) -> bool {
    let starts = |c| match c {
        '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠' => true,
        // An empty line within a note is none.
        '\n' => first,
        _ => false,
    };
    let is_before = |c: char| c == '"' || is_blank(c) && !splits(c);
    part.trim_start_matches(is_before).starts_with(starts)
}

/// Tags in one cell, separated by semicolons; one within a name has a backslash before it.
pub(super) fn joined<'a>(tags: impl Iterator<Item = &'a Tag>) -> String {
    let escaped = |tag: &Tag| tag.id().replace('\\', "\\\\").replace(';', "\\;");
    tags.map(escaped).collect::<Vec<_>>().join("; ")
}

/// The tags of a cell.
pub(in crate::exchange) fn tags(cell: &str) -> Result<Vec<Tag>, NameError> {
    let mut names = vec![String::new()];
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => names.push(String::new()),
            '\\' => names
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|name| name.extend(chars.next())),
            _ => names.iter_mut().last().into_iter().for_each(|name| name.push(c)),
        }
    }
    let filled = names.iter().filter(|name| !is_all_blank(name));
    filled.map(|name| Ok(Tag::new(Name::new(name)?))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    // F2: a text cell that a spreadsheet could take for a formula is prefixed with '.
    #[test]
    fn a_formula_is_disarmed_and_other_text_is_left_alone() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("  =1+1", "'  =1+1"),
            ("\u{a0}@SUM(A1)", "'\u{a0}@SUM(A1)"),
            ("-5 all day", "'-5 all day"),
            ("\tx", "'\tx"),
            ("\nx", "'\nx"),
            ("x;=1+1;y", "x;'=1+1;y"),
            ("x\n-5\n\ny", "x\n'-5\n\ny"),
            ("x\u{2028}@y|\t＝", "x\u{2028}'@y|'\t'＝"),
            ("x, \"=1\"", "x,' \"=1\""),
            ("x;'=1", "x;''=1"),
            ("a, b; 'tis", "a, b; 'tis"),
            ("＝1", "'＝1"),
            ("", ""),
            ("a=1", "a=1"),
            ("'tis cold", "'tis cold"),
            ("'", "'"),
            ("'=1", "''=1"),
            ("''", "'''"),
        ] {
            assert_eq!(guarded(text), cell, "{text:?}");
            assert_eq!(unguarded(cell), text, "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn a_guarded_text_comes_back(text in "[ '\"=+@\\-\\t\\na;,|\u{2028}＝]{0,9}") {
            let cell = guarded(&text);
            prop_assert!(parts(&cell).all(|(first, part)| !is_formula(first, part)));
            prop_assert_eq!(unguarded(&cell), text);
        }
    }

    #[test]
    fn tags_with_separators_in_their_names_come_back() {
        let tag = |text: &str| Tag::new(Name::new(text).unwrap());
        let all = [Tag::Flare, tag("a; b"), tag("c\\"), tag("\\;"), tag("ночь")];
        assert_eq!(joined(all.iter()), "flare; a\\; b; c\\\\; \\\\\\;; ночь");
        assert_eq!(tags(&joined(all.iter())), Ok(all.to_vec()));
        assert_eq!(tags(" ; flare;"), Ok(vec![Tag::Flare]));
        assert!(tags(&"x".repeat(41)).is_err());
    }
}
