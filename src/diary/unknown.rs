//! What another version of the app wrote and this one does not know.

use super::sorted::SortedMap;

/// Fields that this version does not know: name → JSON text, unread, so that they go back out as they came in (F1).
///
/// The text is kept without the white space around its parts, so that two copies of one file compare equal however they
/// were laid out.
pub type Unknown = SortedMap<String, String>;
