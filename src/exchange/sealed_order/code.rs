//! Codes that are typed from paper: bits as letters in groups, each group with a letter that checks it.
//!
//! The letters are those of Crockford's base 32: no I, L, O and U, and I and L are read as 1, O as 0. A group is four letters
//! of five bits and a fifth that checks them. It is a weighted sum over the field of 32 elements, with other weights at each
//! place and another constant for each group and kind of code; so one wrong letter, two that are swapped, two groups that are
//! swapped and a code of the other kind are always found, and the group that is wrong is named.

/// The letters, each for its place: 0 to 31.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters of a group that hold bits.
const HOLD: usize = 4;
/// How many groups a code has.
const GROUPS: usize = 7;
/// How many bits a code holds, in whole letters.
pub(super) const BITS: usize = 5 * HOLD * GROUPS;

/// Which of the two codes it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeKind {
    /// On the patient's sheet.
    Commit,
    /// In the sealed envelope.
    Reveal,
}

/// Why a text is no code of this kind. Groups are counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeError {
    /// It has so many letters, and not as many as a code.
    Length {
        /// How many it has.
        letters: usize,
        /// How many a code has.
        needed: usize,
    },
    /// A sign that is in no code.
    NotALetter(char),
    /// A letter of this group is wrong, or two are swapped.
    Group(usize),
    /// It is a code of the other kind.
    OtherKind,
    /// It is written as a code is, and says nothing that a trial can be.
    NoTrial,
}

/// How many letters a code has.
pub(super) const LENGTH: usize = GROUPS * (HOLD + 1);

/// Bits as letters: `AAAAA-BBBBB-…`.
pub(super) fn written(kind: CodeKind, bits: &[bool; BITS]) -> String {
    let mut text = String::new();
    for (group, bits) in bits.chunks(5 * HOLD).enumerate() {
        let mut values = [0; HOLD];
        for (value, bits) in values.iter_mut().zip(bits.chunks(5)) {
            *value = bits.iter().fold(0, |value, bit| 2 * value + u8::from(*bit));
        }
        if group > 0 {
            text.push('-');
        }
        for value in values.into_iter().chain([check(kind, group, &values)]) {
            text.push(char::from(LETTERS[usize::from(value)]));
        }
    }
    text
}

/// The bits of a text that may be typed in small letters, with signs between them that are none.
pub(super) fn read(kind: CodeKind, text: &str) -> Result<[bool; BITS], CodeError> {
    let mut values = Vec::new();
    for letter in text.chars() {
        if letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '_') {
            continue;
        }
        values.push(value(letter).ok_or(CodeError::NotALetter(letter))?);
    }
    if values.len() != LENGTH {
        return Err(CodeError::Length {
            letters: values.len(),
            needed: LENGTH,
        });
    }
    let other = match kind {
        CodeKind::Commit => CodeKind::Reveal,
        CodeKind::Reveal => CodeKind::Commit,
    };
    if let Some(group) = wrong_group(kind, &values) {
        let is_other = wrong_group(other, &values).is_none();
        return Err(if is_other {
            CodeError::OtherKind
        } else {
            CodeError::Group(group)
        });
    }
    let mut bits = [false; BITS];
    let held = values.chunks(HOLD + 1).flat_map(|group| &group[..HOLD]);
    for (place, value) in held.enumerate() {
        for bit in 0..5 {
            bits[5 * place + bit] = value >> (4 - bit) & 1 == 1;
        }
    }
    Ok(bits)
}

/// The first group whose letters don't fit each other, from 1.
fn wrong_group(kind: CodeKind, values: &[u8]) -> Option<usize> {
    let mut groups = values.chunks(HOLD + 1).enumerate();
    let wrong = groups.find(|(group, values)| check(kind, *group, &values[..HOLD]) != values[HOLD]);
    wrong.map(|(group, _)| group + 1)
}

fn value(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        letter => letter,
    };
    let place = LETTERS.iter().position(|one| char::from(*one) == letter)?;
    u8::try_from(place).ok()
}

/// The letter that checks a group: `a·v₁ + a²·v₂ + a³·v₃ + a⁴·v₄ + c` over the field of 32 elements.
fn check(kind: CodeKind, group: usize, values: &[u8]) -> u8 {
    let of_kind = match kind {
        CodeKind::Commit => 0,
        CodeKind::Reveal => 8,
    };
    // Horner's rule, from the last letter on.
    let sum = values.iter().rev().fold(0, |sum, value| times_a(sum ^ value));
    sum ^ of_kind ^ u8::try_from(group).unwrap_or_default()
}

/// Times the element `a` of the field, of which x⁵ + x² + 1 is zero.
fn times_a(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 0x20 == 0 { doubled } else { doubled ^ 0x25 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bits() -> impl Strategy<Value = [bool; BITS]> {
        prop::collection::vec(any::<bool>(), BITS).prop_map(|bits| bits.try_into().expect("as many"))
    }

    fn kinds() -> impl Strategy<Value = CodeKind> {
        prop_oneof![Just(CodeKind::Commit), Just(CodeKind::Reveal)]
    }

    proptest! {
        #[test]
        fn a_code_comes_back_however_it_is_typed(kind in kinds(), bits in bits()) {
            let text = written(kind, &bits);
            prop_assert_eq!(read(kind, &text), Ok(bits));
            let typed = text.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "L");
            prop_assert_eq!(read(kind, &typed), Ok(bits));
            prop_assert_eq!(read(kind, &text.replace('-', "")), Ok(bits));
        }

        // T4: a typing error is found, whichever letter it is.
        #[test]
        fn one_wrong_letter_is_found_and_its_group_named(kind in kinds(), bits in bits(), at in 0..LENGTH, to in 0..32_usize) {
            let text = written(kind, &bits).replace('-', "");
            let mut wrong = text.clone().into_bytes();
            wrong[at] = LETTERS[to];
            let wrong = String::from_utf8(wrong).expect("letters");
            let expected = if wrong == text { Ok(bits) } else { Err(CodeError::Group(at / 5 + 1)) };
            prop_assert_eq!(read(kind, &wrong), expected);
        }

        #[test]
        fn two_swapped_letters_or_groups_are_found(kind in kinds(), bits in bits(), one in 0..LENGTH, other in 0..LENGTH) {
            let text = written(kind, &bits).replace('-', "");
            let mut letters = text.clone().into_bytes();
            letters.swap(one, other);
            let swapped = String::from_utf8(letters).expect("letters");
            // Two wrong letters in two groups are two groups with one wrong letter each.
            prop_assert_eq!(read(kind, &swapped).is_err(), swapped != text);
            let text = written(kind, &bits);
            let mut groups: Vec<&str> = text.split('-').collect();
            groups.swap(one % GROUPS, other % GROUPS);
            prop_assert_eq!(read(kind, &groups.join("-")).is_err(), one % GROUPS != other % GROUPS);
        }

        #[test]
        fn a_code_of_the_other_kind_is_called_so(bits in bits()) {
            prop_assert_eq!(read(CodeKind::Reveal, &written(CodeKind::Commit, &bits)), Err(CodeError::OtherKind));
            prop_assert_eq!(read(CodeKind::Commit, &written(CodeKind::Reveal, &bits)), Err(CodeError::OtherKind));
        }

        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in "\\PC{0,60}") {
            let _ = read(CodeKind::Commit, &text);
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let text = written(CodeKind::Commit, &[false; BITS]);
        assert_eq!(text, "00000-00001-00002-00003-00004-00005-00006");
        assert_eq!(
            read(CodeKind::Commit, &text[1..]),
            Err(CodeError::Length {
                letters: 34,
                needed: 35
            })
        );
        assert_eq!(
            read(CodeKind::Commit, ""),
            Err(CodeError::Length { letters: 0, needed: 35 })
        );
        assert_eq!(
            read(CodeKind::Commit, &text.replace('6', "U")),
            Err(CodeError::NotALetter('U'))
        );
        assert_eq!(
            read(CodeKind::Commit, &text.replace('6', "€")),
            Err(CodeError::NotALetter('€'))
        );
    }
}
