//! How values of the diary, which knows of no file, are written in a proposal.

/// A day: 2026-01-05.
pub(super) mod day {
    use chrono::NaiveDate;
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::diary::iso;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
    pub(in crate::exchange::table) fn serialize<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(day)
    }

    pub(in crate::exchange::table) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
        iso::date(&String::deserialize(from)?).ok_or_else(|| D::Error::custom("day"))
    }
}

/// A day or null.
pub(super) mod maybe_day {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::diary::iso;

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands it over so"
    )]
    pub(in crate::exchange::table) fn serialize<S: Serializer>(
        day: &Option<NaiveDate>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        day.map(|day| day.to_string()).serialize(to)
    }

    pub(in crate::exchange::table) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<NaiveDate>, D::Error> {
        Ok(Option::<String>::deserialize(from)?.and_then(|text| iso::date(&text)))
    }
}

/// The id of an item or side effect.
pub(super) mod id {
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::diary::{Id, Standard};

    pub(in crate::exchange::table) fn serialize<S: Serializer, T: Standard>(
        id: &Id<T>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.serialize_str(id.as_str())
    }

    pub(in crate::exchange::table) fn deserialize<'de, D: Deserializer<'de>, T: Standard>(
        from: D,
    ) -> Result<Id<T>, D::Error> {
        Id::from_id(&String::deserialize(from)?).map_err(|_| D::Error::custom("id"))
    }
}

/// The better end: true if it is the high one.
pub(super) mod direction {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::diary::Direction;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
    pub(in crate::exchange::table) fn serialize<S: Serializer>(
        direction: &Direction,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.serialize_bool(*direction == Direction::HigherIsBetter)
    }

    pub(in crate::exchange::table) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Direction, D::Error> {
        Ok(if bool::deserialize(from)? {
            Direction::HigherIsBetter
        } else {
            Direction::LowerIsBetter
        })
    }
}

/// An encoding, by its name.
pub(super) mod encoding {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::exchange::decode::Encoding;

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands it over so"
    )]
    pub(in crate::exchange::table) fn serialize<S: Serializer>(
        encoding: &Option<Encoding>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        encoding.map(|encoding| encoding.to_string()).serialize(to)
    }

    pub(in crate::exchange::table) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Encoding>, D::Error> {
        let name = Option::<String>::deserialize(from)?.unwrap_or_default();
        Ok(Encoding::ALL.into_iter().find(|encoding| encoding.to_string() == name))
    }
}
