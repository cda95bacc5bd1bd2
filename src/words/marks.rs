//! How a compiled message is written: text, with marks where something is to be filled in. `build.rs` writes it, the reader of
//! patterns reads it; both have these marks from here.
//!
//! * `FILL`, the place of the argument as a letter, and how to write it: `FILL a t` is the first argument as it is.
//! * `CHOOSE`, the place of the argument, then for each variant `VARIANT`, its key, `KEY_END` and its text, and `END` after the
//!   last. The last variant is the one that is taken where no other fits.

/// Here an argument is filled in.
pub(super) const FILL: char = '\u{1}';
/// Here one of some texts is chosen by a number.
pub(super) const CHOOSE: char = '\u{2}';
/// Here the key of a variant begins.
pub(super) const VARIANT: char = '\u{3}';
/// Here its text begins.
pub(super) const KEY_END: char = '\u{4}';
/// Here the last variant ends.
pub(super) const END: char = '\u{5}';
/// The letter of the first argument; those after it follow in the alphabet.
pub(super) const FIRST_PLACE: u8 = b'a';
/// Write the argument as it is.
pub(super) const AS_IT_IS: char = 't';
/// The forms in which a date can be written, by the name that messages give them, with their letters.
pub(super) const DATE_FORMS: [(&str, char); 10] = [
    ("long-day", 'L'),
    ("short-day", 'S'),
    ("dated-day", 'D'),
    ("dated-short", 'W'),
    ("full", 'F'),
    ("short", 'K'),
    ("short-unbroken", 'U'),
    ("day-and-month", 'M'),
    ("month", 'Y'),
    ("month-name", 'N'),
];
