//! Something rated 0 to 100: the trials' items and the patient's own.

use std::fmt;

use super::name::Name;
use super::side_effect::StandardSideEffect;
use super::unknown::Unknown;

/// Which end of a scale is the better one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// 0 is best, as for pain.
    LowerIsBetter,
    /// 100 is best, as for sleep quality.
    HigherIsBetter,
}

/// An item of the trials (Younger & Mackey 2009, Pain Med 10:663; Younger et al. 2013, Arthritis Rheum 65:529), in the
/// order in which it is asked (D2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StandardItem {
    /// Average pain today; 0 = no pain, 100 = worst pain imaginable.
    Pain,
    /// Fatigue today.
    Fatigue,
    /// Last night; 0 = did not sleep well at all, 100 = slept extremely well.
    SleepQuality,
    /// "Overall, how severe have your symptoms been today?"
    Overall,
    /// 100 = the medicine was perfectly tolerated. Asked only in an LDN or placebo phase.
    Tolerability,
    /// The worst pain of the day.
    HighestPain,
    /// Stress today.
    Stress,
    /// Sadness today.
    Sadness,
    /// Ability to think and remember.
    Thinking,
    /// Gastrointestinal symptoms.
    Stomach,
    /// How severe the headaches were.
    HeadacheSeverity,
}

impl StandardItem {
    /// All of them, in order.
    pub const ALL: [StandardItem; 11] = [
        StandardItem::Pain,
        StandardItem::Fatigue,
        StandardItem::SleepQuality,
        StandardItem::Overall,
        StandardItem::Tolerability,
        StandardItem::HighestPain,
        StandardItem::Stress,
        StandardItem::Sadness,
        StandardItem::Thinking,
        StandardItem::Stomach,
        StandardItem::HeadacheSeverity,
    ];

    /// Its name in files.
    pub const fn id(self) -> &'static str {
        match self {
            StandardItem::Pain => "pain",
            StandardItem::Fatigue => "fatigue",
            StandardItem::SleepQuality => "sleep_quality",
            StandardItem::Overall => "overall",
            StandardItem::Tolerability => "tolerability",
            StandardItem::HighestPain => "highest_pain",
            StandardItem::Stress => "stress",
            StandardItem::Sadness => "sadness",
            StandardItem::Thinking => "thinking",
            StandardItem::Stomach => "stomach",
            StandardItem::HeadacheSeverity => "headache_severity",
        }
    }

    /// The item with this name in files.
    pub fn from_id(id: &str) -> Option<StandardItem> {
        Self::ALL.into_iter().find(|item| item.id() == id)
    }

    /// Which end of its scale is the better one (D2).
    pub const fn direction(self) -> Direction {
        match self {
            StandardItem::SleepQuality | StandardItem::Thinking | StandardItem::Tolerability => {
                Direction::HigherIsBetter
            }
            _ => Direction::LowerIsBetter,
        }
    }

    /// Whether it cannot be switched off (D2).
    pub const fn always_on(self) -> bool {
        matches!(
            self,
            StandardItem::Pain
                | StandardItem::Fatigue
                | StandardItem::SleepQuality
                | StandardItem::Overall
                | StandardItem::Tolerability
        )
    }
}

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

/// Any item. Standard ones come first, in their order, then own ones by id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemId {
    /// One of the trials' items.
    Standard(StandardItem),
    /// One that the patient added.
    Own(OwnId),
}

impl ItemId {
    /// Its name in files.
    pub fn as_str(&self) -> &str {
        match self {
            ItemId::Standard(item) => item.id(),
            ItemId::Own(id) => id.as_str(),
        }
    }

    /// Reads a name in a file: a standard item's, or else one of the patient's own.
    ///
    /// # Errors
    /// [`OwnIdError`] if the text is neither.
    pub fn from_id(id: &str) -> Result<ItemId, OwnIdError> {
        match StandardItem::from_id(id) {
            Some(item) => Ok(ItemId::Standard(item)),
            None => OwnId::new(id).map(ItemId::Own),
        }
    }
}

impl From<StandardItem> for ItemId {
    fn from(item: StandardItem) -> ItemId {
        ItemId::Standard(item)
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// An item that the patient added, with its name and its better end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnItem {
    /// Its name in files.
    pub id: OwnId,
    /// Its name on screen.
    pub name: Name,
    /// Which end of its scale is the better one.
    pub better: Direction,
    /// No longer asked; what was recorded stays.
    pub archived: bool,
    /// Fields of another version.
    pub unknown: Unknown,
}

#[cfg(test)]
mod tests {
    use super::*;

    // D2: these names are in every backup that was ever made.
    #[test]
    fn ids_are_those_of_the_file_format() {
        let ids: Vec<&str> = StandardItem::ALL.iter().map(|item| item.id()).collect();
        assert_eq!(
            ids.join(" "),
            "pain fatigue sleep_quality overall tolerability highest_pain stress sadness thinking stomach \
             headache_severity"
        );
        for item in StandardItem::ALL {
            assert_eq!(StandardItem::from_id(item.id()), Some(item));
        }
        assert_eq!(StandardItem::from_id("Pain"), None);
        assert!(StandardItem::ALL.is_sorted());
    }

    // D2: higher is better for sleep quality, thinking and tolerability; for the rest lower.
    #[test]
    fn three_items_are_better_high() {
        let high: Vec<&str> = StandardItem::ALL
            .into_iter()
            .filter(|item| item.direction() == Direction::HigherIsBetter)
            .map(StandardItem::id)
            .collect();
        assert_eq!(high, ["sleep_quality", "tolerability", "thinking"]);
    }

    #[test]
    fn five_items_are_always_on() {
        assert_eq!(StandardItem::ALL.into_iter().filter(|item| item.always_on()).count(), 5);
    }

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
}
