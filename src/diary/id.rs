//! What items and side effects are called in files: the standard ones by name, the patient's own by an id.

use std::fmt;

use super::item::StandardItem;
use super::side_effect::StandardSideEffect;

/// The id of something that the patient added: 1 to 32 of `a-z`, `0-9` and `_`, and never a standard id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnId(String);

/// Why a text is no id for something of one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnIdError {
    /// It has other characters, none, or too many.
    BadText,
    /// A standard item or side effect has this id already.
    Standard,
}

impl OwnId {
    /// The most characters that an id may have.
    pub const MAX_CHARS: usize = 32;

    /// Checks a text.
    ///
    /// # Errors
    /// [`OwnIdError`] for a text of another form, or the id of a standard item or side effect.
    pub fn new(text: &str) -> Result<OwnId, OwnIdError> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        if !(1..=Self::MAX_CHARS).contains(&text.len()) || !text.bytes().all(allowed) {
            Err(OwnIdError::BadText)
        } else if StandardItem::from_id(text).is_some() || StandardSideEffect::from_id(text).is_some() {
            Err(OwnIdError::Standard)
        } else {
            Ok(OwnId(text.to_owned()))
        }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OwnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// What the app knows by name, in an order.
pub trait Standard: Copy + Ord + 'static {
    /// Its name in files.
    fn id(self) -> &'static str;

    /// The one with this name in files.
    fn from_id(id: &str) -> Option<Self>;
}

impl Standard for StandardItem {
    fn id(self) -> &'static str {
        StandardItem::id(self)
    }

    fn from_id(id: &str) -> Option<Self> {
        StandardItem::from_id(id)
    }
}

impl Standard for StandardSideEffect {
    fn id(self) -> &'static str {
        StandardSideEffect::id(self)
    }

    fn from_id(id: &str) -> Option<Self> {
        StandardSideEffect::from_id(id)
    }
}

/// A standard one or one of the patient's own. Standard ones come first, in their order, then own ones by id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Id<S> {
    /// One that the app knows by name.
    Standard(S),
    /// One that the patient added.
    Own(OwnId),
}

/// Any item.
pub type ItemId = Id<StandardItem>;
/// Any side effect.
pub type SideEffectId = Id<StandardSideEffect>;

impl<S: Standard> Id<S> {
    /// Its name in files.
    pub fn as_str(&self) -> &str {
        match self {
            Id::Standard(standard) => standard.id(),
            Id::Own(id) => id.as_str(),
        }
    }

    /// Reads a name in a file: that of a standard one, or else one of the patient's own.
    ///
    /// # Errors
    /// [`OwnIdError`] if the text is neither.
    pub fn from_id(id: &str) -> Result<Self, OwnIdError> {
        match S::from_id(id) {
            Some(standard) => Ok(Id::Standard(standard)),
            None => OwnId::new(id).map(Id::Own),
        }
    }
}

impl<S: Standard> From<S> for Id<S> {
    fn from(standard: S) -> Self {
        Id::Standard(standard)
    }
}

impl<S: Standard> fmt::Display for Id<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_own_id_is_short_plain_and_not_taken() {
        for good in ["own_1", "a", "7", &"x".repeat(32)] {
            assert_eq!(OwnId::new(good).unwrap().as_str(), good);
        }
        for bad in ["", "Own", "brain fog", "brain-fog", "müde", "a\n", &"x".repeat(33)] {
            assert_eq!(OwnId::new(bad), Err(OwnIdError::BadText), "{bad:?}");
        }
        for taken in ["pain", "headache", "vivid_dreams", "headache_severity"] {
            assert_eq!(OwnId::new(taken), Err(OwnIdError::Standard), "{taken}");
        }
    }

    #[test]
    fn standard_items_come_before_own_ones() {
        let own = ItemId::from_id("a").unwrap();
        assert!(ItemId::from(StandardItem::HeadacheSeverity) < own);
        assert_eq!(own.as_str(), "a");
        assert_eq!(ItemId::from_id("pain"), Ok(ItemId::Standard(StandardItem::Pain)));
    }

    #[test]
    fn an_items_id_is_no_side_effect() {
        assert_eq!(SideEffectId::from_id("pain"), Err(OwnIdError::Standard));
        assert_eq!(SideEffectId::from_id("itching").unwrap().as_str(), "itching");
    }
}
