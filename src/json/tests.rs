use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::value::RawValue;

use super::write::quoted;
use super::*;

fn raw(text: &str) -> Raw<'_> {
    parse(text).unwrap()
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
fn json_is_written_on_lines_or_on_one() {
    let json = Json::Object(vec![
        ("a".into(), Json::List(vec![Json::plain(Some(1)), Json::text("x\"\n")])),
        ("b".into(), Json::Object(vec![])),
        ("c".into(), Json::plain(None::<u8>)),
    ]);
    assert_eq!(json.compact(), r#"{"a":[1,"x\"\n"],"b":{},"c":null}"#);
    assert_eq!(
        json.pretty(),
        "{\n  \"a\": [\n    1,\n    \"x\\\"\\n\"\n  ],\n  \"b\": {},\n  \"c\": null\n}\n"
    );
}

/// Whether `serde_json` takes a text for JSON.
fn is_json(text: &str) -> bool {
    serde_json::from_str::<&RawValue>(text).is_ok()
}

/// Both readers say the same of a text, and read the same out of it.
fn both_agree(text: &str) {
    let theirs = serde_json::from_str::<&RawValue>(text).ok();
    assert_eq!(parse(text).ok().map(Raw::get), theirs.map(RawValue::get), "{text:?}");
    assert_eq!(
        read::<String>(text),
        serde_json::from_str::<String>(text).ok(),
        "{text:?}"
    );
    assert_eq!(read::<bool>(text), serde_json::from_str::<bool>(text).ok(), "{text:?}");
    let theirs: Option<Vec<&RawValue>> = serde_json::from_str(text).ok();
    let pieces = read::<Entries<1_000>>(text).map(|list| list.0.into_iter().map(Raw::get).collect::<Vec<_>>());
    assert_eq!(
        pieces,
        theirs.map(|list| list.into_iter().map(RawValue::get).collect()),
        "{text:?}"
    );
    let theirs: Option<BTreeMap<String, &RawValue>> = serde_json::from_str(text).ok();
    let named =
        read::<Fields>(text).map(|fields| fields.all().map(|(name, raw)| (name, raw.get())).collect::<Vec<_>>());
    assert_eq!(
        named,
        theirs.map(|fields| fields.into_iter().map(|(name, raw)| (name, raw.get())).collect()),
        "{text:?}"
    );
}

#[test]
fn what_is_json_and_what_is_not_is_what_another_reader_says() {
    for text in [
        "",
        " ",
        "null",
        "nul",
        "nulll",
        "true ",
        " false",
        "tru e",
        "0",
        "-0",
        "-",
        "01",
        "1.",
        "1.5",
        ".5",
        "1e",
        "1e+",
        "1E-07",
        "+1",
        "NaN",
        "[]",
        "[ ]",
        "[1]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1,2",
        "]",
        "[}",
        "{}",
        "{ }",
        "{\"a\":1}",
        "{\"a\":1,}",
        "{\"a\" : 1 , \"a\":2}",
        "{\"a\"}",
        "{a:1}",
        "{\"a\":}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":{\"b\":[{}]}}",
        "{1:2}",
        "[\"a\":1]",
        "\"",
        "\"a",
        "\"a\"b",
        "\"\\\"",
        "\"\\\\\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u00e9\\/\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ud83dx\"",
        "\"\\ud83d\\n\"",
        "\"\\ude00\"",
        "\"\\ud83d\\ud83d\"",
        "\"tab\there\"",
        "\"line\nbreak\"",
        "\"\u{7f}\u{2028}\"",
        "\"\u{0}\"",
        "\u{feff}1",
        "\u{a0}1",
        "\"é😀\"",
        "{\"\\u0061\":1,\"a\":2}",
        "{\"\\ud83d\":1}",
        "[[[[[[1]]]]]]",
        "[[[[[[1]]]]]",
        "\u{c}1",
    ] {
        both_agree(text);
    }
}

#[test]
fn no_nesting_is_too_deep_for_it() {
    let deep = format!("{}1{}", "[{\"a\":".repeat(100_000), "}]".repeat(100_000));
    assert_eq!(parse(&deep).map(Raw::get), Ok(deep.as_str()));
    assert_eq!(parse(&deep[..deep.len() - 1]), Err(JsonError::Unfinished));
}

#[test]
fn a_text_cut_short_lacks_its_end_and_a_broken_one_says_on_which_line() {
    let text = "{\"a\": [1, true, null, \"x\\u00e9\"],\n \"b\": {\"c\": -1.5}}";
    for end in 0..text.len() {
        assert_eq!(
            fields(&text[..end]).err(),
            Some(JsonError::Unfinished),
            "{}",
            &text[..end]
        );
    }
    for (broken, line) in [
        ("[1]", 1),
        ("{\n\"a\" 1}", 2),
        ("{\n\n\"a\": x}", 3),
        ("{}\n\n}", 3),
        ("{\"a\n\": 1}", 1),
    ] {
        assert_eq!(fields(broken).err(), Some(JsonError::Broken(line)), "{broken}");
    }
    let named: Vec<_> = (0..=MAX_FIELDS).map(|n| format!("\"{n}\":1")).collect();
    let many = format!("{{{}}}", named.join(","));
    assert_eq!(
        fields(&many).err(),
        Some(JsonError::Broken(1)),
        "more fields than anything of ours has"
    );
}

/// Any JSON, laid out anyhow.
fn any_json() -> impl Strategy<Value = String> {
    let plain = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|yes| yes.to_string()),
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,4})?([eE][+-]?[0-9]{1,3})?",
        any::<String>().prop_map(|text| serde_json::to_string(&text).unwrap()),
        "\"(\\\\u[0-9a-fA-F]{4}|\\\\[bfnrt/\"]|[a-zé😀 ]){0,6}\"",
    ];
    plain.prop_recursive(4, 40, 5, |inner| {
        let space = "[ \n\t]{0,2}";
        prop_oneof![
            (vec((space, inner.clone(), space), 0..5), space).prop_map(|(list, inside)| {
                let list: Vec<_> = list.into_iter().map(|(a, value, b)| a + &value + &b).collect();
                if list.is_empty() {
                    format!("[{inside}]")
                } else {
                    format!("[{}]", list.join(","))
                }
            }),
            vec(("\"[a-c]{1,2}\"", space, inner), 0..5).prop_map(|fields| {
                let fields: Vec<_> = fields
                    .into_iter()
                    .map(|(name, gap, value)| format!("{name}{gap}:{gap}{value}"))
                    .collect();
                format!("{{{}}}", fields.join(","))
            }),
        ]
    })
}

proptest! {
    #[test]
    fn both_readers_agree_on_json(text in any_json()) {
        both_agree(&text);
        assert!(is_json(&text));
    }

    #[test]
    fn both_readers_agree_on_what_is_nearly_json(text in any_json(), place: Index, other in "[\\[\\]{},:\"\\\\ ue0-]{0,2}") {
        let places: Vec<_> = text.char_indices().map(|(place, _)| place).chain([text.len()]).collect();
        let (from, to) = (place.index(places.len()), (place.index(places.len()) + 1).min(places.len() - 1));
        both_agree(&format!("{}{other}{}", &text[..places[from]], &text[places[to]..]));
    }

    #[test]
    fn both_readers_agree_on_any_text(text in "[\\[\\]{},:\"\\\\ truefalsn0-9.\n]{0,12}") {
        both_agree(&text);
    }

    #[test]
    fn both_writers_write_a_text_alike(text: String) {
        assert_eq!(quoted(&text), serde_json::to_string(&text).unwrap());
        assert_eq!(read::<String>(&quoted(&text)), Some(text));
    }
}
