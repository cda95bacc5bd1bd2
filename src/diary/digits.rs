//! The digits of every script, which are the same ten numbers.

use super::blank::is_blank;

/// A number as it is typed, in the digits 0 to 9 and with a full stop or comma as its decimal mark: Arabic, Persian, Indian,
/// full-width and all other digits of Unicode (general category `Nd`), and their decimal marks. Signs that nobody sees are
/// left out, as those are that a keyboard puts beside a number to turn the writing direction. All else stays as it is: a mark
/// that groups thousands, too, which is no decimal mark.
pub fn in_common_digits(text: &str) -> String {
    text.chars().filter_map(common).collect()
}

fn common(c: char) -> Option<char> {
    Some(match c {
        '\u{66b}' | '\u{ff0e}' => '.',
        '\u{60c}' | '\u{ff0c}' => ',',
        _ if c.is_ascii() || c.is_whitespace() => c,
        _ if is_blank(c) => return None,
        _ => ZEROS.iter().find_map(|zero| digit(c, *zero)).unwrap_or(c),
    })
}

/// The digit of the ten that begin at a zero: they stand side by side in every script.
fn digit(c: char, zero: char) -> Option<char> {
    let value = u32::from(c).checked_sub(u32::from(zero))?;
    char::from_digit(value, 10)
}

/// The zeros of all scripts but the one of ASCII.
const ZEROS: [char; 73] = [
    '\u{660}',
    '\u{6f0}',
    '\u{7c0}',
    '\u{966}',
    '\u{9e6}',
    '\u{a66}',
    '\u{ae6}',
    '\u{b66}',
    '\u{be6}',
    '\u{c66}',
    '\u{ce6}',
    '\u{d66}',
    '\u{de6}',
    '\u{e50}',
    '\u{ed0}',
    '\u{f20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17e0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19d0}',
    '\u{1a80}',
    '\u{1a90}',
    '\u{1b50}',
    '\u{1bb0}',
    '\u{1c40}',
    '\u{1c50}',
    '\u{a620}',
    '\u{a8d0}',
    '\u{a900}',
    '\u{a9d0}',
    '\u{a9f0}',
    '\u{aa50}',
    '\u{abf0}',
    '\u{ff10}',
    '\u{104a0}',
    '\u{10d30}',
    '\u{10d40}',
    '\u{11066}',
    '\u{110f0}',
    '\u{11136}',
    '\u{111d0}',
    '\u{112f0}',
    '\u{11450}',
    '\u{114d0}',
    '\u{11650}',
    '\u{116c0}',
    '\u{116d0}',
    '\u{116da}',
    '\u{11730}',
    '\u{118e0}',
    '\u{11950}',
    '\u{11bf0}',
    '\u{11c50}',
    '\u{11d50}',
    '\u{11da0}',
    '\u{11de0}',
    '\u{16a60}',
    '\u{16ac0}',
    '\u{16b50}',
    '\u{16d70}',
    '\u{1ccf0}',
    '\u{1d7ce}',
    '\u{1d7d8}',
    '\u{1d7e2}',
    '\u{1d7ec}',
    '\u{1d7f6}',
    '\u{1e140}',
    '\u{1e2f0}',
    '\u{1e5f1}',
    '\u{1e950}',
    '\u{1fbf0}',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_of_every_script_are_digits() {
        for (typed, read) in [
            ("4.5", "4.5"),
            ("٤٫٥", "4.5"),
            ("۴٫۵", "4.5"),
            ("۴،۵", "4,5"),
            ("४.५", "4.5"),
            ("৪.৫", "4.5"),
            ("๔.๕", "4.5"),
            ("４．５", "4.5"),
            ("４，５ mg", "4,5 mg"),
            ("\u{200f}٤٫٥\u{200e}", "4.5"),
            ("\u{1d7d2}.\u{1d7f1}", "4.5"),
            ("١٢٣٤٥٦٧٨٩٠", "1234567890"),
            ("٤٬٥", "4٬5"),
            ("four µg", "four µg"),
            ("", ""),
        ] {
            assert_eq!(in_common_digits(typed), read, "{typed:?}");
        }
        for zero in ZEROS {
            for value in 0..10 {
                let typed = char::from_u32(u32::from(zero) + value).unwrap();
                assert!(typed.is_numeric() || u32::from(zero) > 0x1_0000, "{typed:?}");
                assert_eq!(in_common_digits(&typed.to_string()), value.to_string(), "{typed:?}");
            }
        }
    }

    // Those that this version of Rust knows: none of them is missing in the list. Other numbers have no ten in a row.
    #[test]
    fn no_digit_is_missing() {
        let ten = |first: char| (0..10).filter_map(move |place| char::from_u32(u32::from(first) + place));
        for zero in ZEROS {
            assert_eq!(ten(zero).count(), 10);
        }
        assert!(
            ZEROS.windows(2).all(|two| u32::from(two[0]) + 10 <= u32::from(two[1])),
            "in order, and apart"
        );
    }
}
