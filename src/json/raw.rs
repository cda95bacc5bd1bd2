//! JSON that is read piece by piece: so every problem is found and not the first alone, of a field that is there twice it
//! can be said, and what is not known goes back out as it came in.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::diary::{SortedMap, Unknown};

/// The most fields that an object may have.
const MAX_FIELDS: usize = 10_000;

/// Reads a piece as a value of the wanted type; `None` where it is of another.
pub(crate) fn get<'a, T: Deserialize<'a>>(raw: &'a RawValue) -> Option<T> {
    serde_json::from_str(raw.get()).ok()
}

/// Reads a whole number; `55.0` and `5.5e1` are one.
pub(crate) fn whole(raw: &RawValue) -> Option<i64> {
    let is_exact = |number: &f64| number.fract() == 0.0 && number.abs() < 1e15;
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and small enough")]
    get(raw).or_else(|| get::<f64>(raw).filter(is_exact).map(|number| number as i64))
}

/// Whether a piece is a whole number that is more than any number of ours can be.
pub(crate) fn is_huge(raw: &RawValue) -> bool {
    raw.get().bytes().all(|byte| byte.is_ascii_digit()) && whole(raw).is_none()
}

/// The fields of an object while it is being read: what is taken out is known, what is left is not.
#[derive(Debug, Default)]
pub(crate) struct Fields<'a> {
    all: SortedMap<String, &'a RawValue>,
    twice: Option<String>,
}

impl<'a> Fields<'a> {
    /// Takes a field out; one that is null counts as absent.
    pub(crate) fn take(&mut self, name: &str) -> Option<&'a RawValue> {
        self.all.remove(name).filter(|value| !is_null(value))
    }

    /// The name of a field that the object has twice, of which the later one is here.
    pub(crate) fn twice(&self) -> Option<&str> {
        self.twice.as_deref()
    }

    /// What is left.
    pub(crate) fn rest(self) -> Unknown {
        let all = self.all.into_iter();
        all.map(|(name, value)| (name, without_layout(value))).collect()
    }

    /// All fields that are left and not null, in the order of their names.
    pub(crate) fn given(self) -> impl Iterator<Item = (String, &'a RawValue)> {
        self.all.into_iter().filter(|(_, value)| !is_null(value))
    }
}

fn is_null(raw: &RawValue) -> bool {
    raw.get() == "null"
}

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
        let mut fields = Fields::default();
        while let Some((name, value)) = map.next_entry::<String, &RawValue>()? {
            if fields.all.contains_key(&name) {
                fields.twice = Some(name.clone());
            }
            fields.all.insert(name, value);
            if fields.all.len() > MAX_FIELDS {
                return Err(A::Error::custom("more fields than anything of ours has"));
            }
        }
        Ok(fields)
    }
}

/// The entries of a list, up to one more than `MAX`, so that a longer list is seen to be too long and is not held.
#[derive(Debug)]
pub(crate) struct Entries<'a, const MAX: usize>(pub(crate) Vec<&'a RawValue>);

impl<'de, const MAX: usize> Deserialize<'de> for Entries<'de, MAX> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(EntriesVisitor)
    }
}

struct EntriesVisitor<const MAX: usize>;

impl<'de, const MAX: usize> Visitor<'de> for EntriesVisitor<MAX> {
    type Value = Entries<'de, MAX>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = list.next_element()? {
            if entries.len() <= MAX {
                entries.push(entry);
            }
        }
        Ok(Entries(entries))
    }
}

/// The piece without the white space around its parts.
pub(crate) fn without_layout(raw: &RawValue) -> String {
    let (mut in_text, mut escaped) = (false, false);
    raw.get()
        .chars()
        .filter(|&c| {
            let kept = in_text || !matches!(c, ' ' | '\n' | '\r' | '\t');
            in_text = if in_text { c != '"' || escaped } else { c == '"' };
            escaped = in_text && c == '\\' && !escaped;
            kept
        })
        .collect()
}

/// The fields of a text that is an object, each without its layout; `None` of any other.
pub(crate) fn object(text: &str) -> Option<Unknown> {
    serde_json::from_str::<Fields>(text).ok().map(Fields::rest)
}

/// The text of an object with these fields.
pub(crate) fn object_text(fields: &Unknown) -> String {
    let mut text = String::from("{");
    for (name, value) in fields {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(&serde_json::to_string(name).unwrap_or_default());
        text.push(':');
        text.push_str(value);
    }
    text + "}"
}

/// Whether lists and objects lie within each other more than `limit` times.
pub(crate) fn is_deeper_than(limit: usize, text: &str) -> bool {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    text.bytes().any(|byte| {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => depth += 1,
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > limit
    })
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn raw(text: &str) -> &RawValue {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn layout_is_taken_out_and_text_is_left_alone() {
        for (read, kept) in [
            ("{ \"a\" : [ 1 ,\n\t2 ] }", "{\"a\":[1,2]}"),
            (
                r#"{"a b": " c \" d \\", "e": 1.10}"#,
                r#"{"a b":" c \" d \\","e":1.10}"#,
            ),
            (r#"["\\", " \\\" "]"#, r#"["\\"," \\\" "]"#),
            ("12345678901234567890123.50", "12345678901234567890123.50"),
        ] {
            assert_eq!(without_layout(raw(read)), kept);
            assert_eq!(without_layout(raw(kept)), kept, "twice changes nothing more");
        }
    }

    #[test]
    fn a_whole_number_may_have_a_decimal_zero() {
        for (read, number) in [
            ("55", Some(55)),
            ("55.0", Some(55)),
            ("1e2", Some(100)),
            ("5.5E+1", Some(55)),
            ("5500e-2", Some(55)),
            ("-0.0", Some(0)),
            ("0e999999999", Some(0)),
            ("-3", Some(-3)),
            ("-3.00", Some(-3)),
        ] {
            assert_eq!(whole(raw(read)), number, "{read}");
        }
        for read in [
            "55.5",
            "\"55\"",
            "true",
            "1e300",
            "1e-300",
            "5505e-2",
            "1e99999999999",
            "[5]",
            "\"1e2\"",
        ] {
            assert_eq!(whole(raw(read)), None, "{read}");
        }
    }

    #[test]
    fn depth_counts_brackets_outside_of_text() {
        assert!(!is_deeper_than(2, r#"{"a": ["[[[[{{{{\"[[["]}"#));
        assert!(is_deeper_than(2, r#"{"a": [[1]]}"#));
        assert!(!is_deeper_than(1, "[][][]]]]{}"));
    }

    #[test]
    fn no_piece_is_too_deep_to_be_passed_over() {
        let deep = format!("{}1{}", "[{\"a\":".repeat(100_000), "}]".repeat(100_000));
        assert_eq!(raw(&deep).get(), deep);
        assert!(serde_json::from_str::<&RawValue>(&deep[..deep.len() - 1]).is_err());
    }

    #[test]
    fn a_longer_list_is_seen_and_not_held() {
        let list: Entries<2> = serde_json::from_str("[1, [2], 3, 4, 5]").unwrap();
        assert_eq!(
            list.0.iter().map(|entry| entry.get()).collect::<Vec<_>>(),
            ["1", "[2]", "3"]
        );
        assert!(serde_json::from_str::<Entries<2>>("[1, 2, 3, 4 5]").is_err());
    }

    /// Any JSON, laid out anyhow.
    fn any_json() -> impl Strategy<Value = String> {
        let plain = prop_oneof![
            Just("null".to_owned()),
            any::<bool>().prop_map(|yes| yes.to_string()),
            "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,4})?([eE][+-]?[0-9]{1,2})?",
            any::<String>().prop_map(|text| serde_json::to_string(&text).unwrap()),
            "\"(\\\\u[0-7][0-9a-fA-F]{3}|\\\\[bfnrt/\"\\\\]|[a-zé😀 ]){0,6}\"",
        ];
        plain.prop_recursive(4, 40, 5, |inner| {
            let laid_out =
                ("[ \n\t]{0,2}", inner, "[ \r\t]{0,2}").prop_map(|(before, value, after)| before + &value + &after);
            prop_oneof![
                vec(laid_out.clone(), 0..5).prop_map(|list| format!("[{}]", list.join(","))),
                vec(("\"[a-c ]{1,2}\" ?", laid_out), 0..5).prop_map(|fields| {
                    let fields: Vec<_> = fields.into_iter().map(|(name, value)| name + ":" + &value).collect();
                    format!("{{{}}}", fields.join(" ,"))
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn without_its_layout_a_piece_says_the_same(text in any_json()) {
            let bare = without_layout(raw(&text));
            let said: Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(serde_json::from_str::<Value>(&bare).unwrap(), said);
            prop_assert_eq!(without_layout(raw(&bare)), bare.as_str());
            prop_assert!(bare.len() <= text.len());
        }

        #[test]
        fn fields_and_entries_are_those_of_a_derived_reader(text in any_json()) {
            let fields: Option<Fields> = get(raw(&text));
            let derived: Option<std::collections::BTreeMap<String, &RawValue>> = get(raw(&text));
            let pieces = |name: String, piece: &RawValue| (name, piece.get().to_owned());
            let fields: Option<Vec<_>> = fields.map(|fields| fields.all.into_iter().map(|(n, p)| pieces(n, p)).collect());
            prop_assert_eq!(fields, derived.map(|fields| fields.into_iter().map(|(n, p)| pieces(n, p)).collect()));
            let entries: Option<Entries<100>> = get(raw(&text));
            let derived: Option<Vec<&RawValue>> = get(raw(&text));
            let texts = |list: Vec<&RawValue>| list.into_iter().map(|piece| piece.get().to_owned()).collect::<Vec<_>>();
            prop_assert_eq!(entries.map(|list| texts(list.0)), derived.map(texts));
        }
    }
}
