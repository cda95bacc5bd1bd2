//! The decision card: what would make the medicine worth taking, written down before it is known (A10).

use chrono::{DateTime, Days, FixedOffset, NaiveDate};

use super::id::{ItemId, SideEffectId};

/// A change that is large enough to be worth it, in whole points of a rating, 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(u8);

impl Points {
    /// The most that a rating can change by.
    pub const MOST: u8 = 100;

    /// So many points; `None` for none, and for more than a rating can change by.
    pub fn new(points: i64) -> Option<Points> {
        let points = u8::try_from(points).ok()?;
        (1..=Self::MOST).contains(&points).then_some(Points(points))
    }

    /// How many.
    pub fn get(self) -> u8 {
        self.0
    }
}

/// What a card says, with the time at which it was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The item that is judged: the main item.
    pub item: ItemId,
    /// The smallest worthwhile change: the least improvement that would make it worth taking.
    pub at_least: Points,
    /// The side effect that would end it, if any would.
    pub ends_it: Option<SideEffectId>,
    /// The day on which the answer is final.
    pub day: NaiveDate,
    /// The first day on LDN as it was planned; `None` where LDN had begun before.
    pub ldn_from: Option<NaiveDate>,
    /// When it was written.
    pub at: DateTime<FixedOffset>,
}

/// A sealed card: one question of the diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Which question it asks, counted from 1.
    pub question: u32,
    /// What it says.
    pub sealed: Sealed,
    /// The SHA-256 of what it said when it was sealed.
    pub seal: Seal,
    /// What of it has another id in this diary than where it was sealed.
    pub here: Here,
}

/// The ids that things of a card have in this diary, where they have others there: own ones of two diaries can have one id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Here {
    /// The item.
    pub item: Option<ItemId>,
    /// The side effect.
    pub ends_it: Option<SideEffectId>,
}

impl Card {
    /// A card as it was sealed here.
    pub fn new(question: u32, sealed: Sealed, seal: Seal) -> Self {
        Card {
            question,
            sealed,
            seal,
            here: Here::default(),
        }
    }

    /// The main item, as it is called here.
    pub fn item(&self) -> &ItemId {
        self.here.item.as_ref().unwrap_or(&self.sealed.item)
    }

    /// The side effect that would end it, as it is called here.
    pub fn ends_it(&self) -> Option<&SideEffectId> {
        self.here.ends_it.as_ref().or(self.sealed.ends_it.as_ref())
    }

    /// The same where things have other ids.
    #[must_use]
    pub fn renamed(mut self, item: impl Fn(&ItemId) -> ItemId, effect: impl Fn(&SideEffectId) -> SideEffectId) -> Self {
        let item = item(self.item());
        let ends_it = self.ends_it().map(effect);
        self.here = Here {
            item: (item != self.sealed.item).then_some(item),
            ends_it: if ends_it == self.sealed.ends_it { None } else { ends_it },
        };
        self
    }
}

/// A SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seal(pub [u8; 32]);

impl Seal {
    /// What 64 hexadecimal digits stand for; `None` for another text.
    pub fn from_hex(text: &str) -> Option<Seal> {
        let mut bytes = [0; 32];
        let digits: Vec<u32> = text.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
        if digits.len() != 2 * bytes.len() {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
            *byte = u8::try_from(16 * pair[0] + pair[1]).ok()?;
        }
        Some(Seal(bytes))
    }

    /// 64 hexadecimal digits.
    pub fn hex(self) -> String {
        hex(&self.0)
    }
}

/// Two hexadecimal digits a byte.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    let digits = bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]);
    digits.collect()
}

/// How many days a dose is taken at least before the day of a card: 14 that settle in, and two weeks that count.
pub const LEAST_DAYS: u64 = 28;

/// The first day that a card can name for a dose that was changed last on another.
pub fn first_day_of_answer(changed: NaiveDate) -> NaiveDate {
    changed
        .checked_add_days(Days::new(LEAST_DAYS - 1))
        .unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_whole_and_from_1_to_100() {
        let found: Vec<_> = [0, 1, 100, 101, -5, 257]
            .map(|points| Points::new(points).map(Points::get))
            .into();
        assert_eq!(found, [None, Some(1), Some(100), None, None, None]);
    }

    #[test]
    fn a_seal_is_64_hexadecimal_digits_either_way() {
        let text = "00ff10".to_owned() + &"a7".repeat(29);
        assert_eq!(Seal::from_hex(&text).map(Seal::hex), Some(text.clone()));
        assert_eq!(Seal::from_hex(&text.to_uppercase()).map(Seal::hex), Some(text.clone()));
        for wrong in [
            "",
            "00",
            &text[1..],
            &(text.clone() + "0"),
            &text.replace('a', "g"),
            &"ä".repeat(64),
        ] {
            assert_eq!(Seal::from_hex(wrong), None, "{wrong}");
        }
    }
}
