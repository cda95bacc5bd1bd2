//! The seal of a decision card: the SHA-256 of what it says, so that a patient and a doctor know it was written before.
//!
//! What is hashed stands in a backup as the card's field `sealed`, on one line without spaces: anybody can hash it again.

use sha2::{Digest, Sha256};

use super::backup;
use crate::diary::{Card, Seal, Sealed};

/// The seal of what a card says.
pub fn of(sealed: &Sealed) -> Seal {
    Seal(Sha256::digest(backup::sealed_text(sealed)).into())
}

/// Whether a card says what it said when it was sealed. A file can be changed by hand.
pub fn fits(card: &Card) -> bool {
    of(&card.sealed) == card.seal
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::{ItemId, Points, SideEffectId, StandardItem, StandardSideEffect};
    use crate::testing::date;

    fn sealed() -> Sealed {
        Sealed {
            item: ItemId::from(StandardItem::Pain),
            at_least: Points::new(10).unwrap(),
            ends_it: Some(SideEffectId::from(StandardSideEffect::Headache)),
            day: date("2026-04-12"),
            ldn_from: None,
            at: chrono::DateTime::parse_from_rfc3339("2026-01-17T20:04:11+01:00").unwrap(),
        }
    }

    // The digits are those of `sha256sum` for the text beside them.
    #[test]
    fn a_seal_is_the_sha_256_of_the_line_that_stands_in_a_backup() {
        let text = backup::sealed_text(&sealed());
        let expected = r#"{"item":"pain","at_least":10,"ends_it":"headache","day":"2026-04-12","sealed_at":"2026-01-17T20:04:11+01:00"}"#;
        assert_eq!(text, expected);
        assert_eq!(
            of(&sealed()).hex(),
            "305666f225814121f4984716c9afdeedf4a295fac7ce58304d9026ada3da6f43"
        );
        // Where LDN was still to begin, so is its first day as it was planned.
        let planned = Sealed {
            ldn_from: Some(date("2026-01-19")),
            ..sealed()
        };
        let text = backup::sealed_text(&planned);
        assert_eq!(
            text,
            expected.replace(",\"sealed_at", ",\"ldn_from\":\"2026-01-19\",\"sealed_at")
        );
        assert_eq!(
            of(&planned).hex(),
            "e900dacfeed1389a4b93bd660090aabb1c437ccafdb30fd51eec3aa6a1ea8100"
        );
    }

    #[test]
    fn a_card_that_was_changed_does_not_fit_its_seal() {
        let card = Card::new(1, sealed(), of(&sealed()));
        assert!(fits(&card));
        let other = |change: fn(&mut Sealed)| {
            let mut card = card.clone();
            change(&mut card.sealed);
            fits(&card)
        };
        assert!(!other(|sealed| sealed.item = StandardItem::Fatigue.into()));
        assert!(!other(|sealed| sealed.at_least = Points::new(9).unwrap()));
        assert!(!other(|sealed| sealed.ends_it = None));
        assert!(!other(|sealed| sealed.day = date("2026-04-13")));
        assert!(!other(|sealed| sealed.at += chrono::TimeDelta::seconds(1)));
        let renumbered = Card {
            question: 2,
            ..card.clone()
        };
        assert!(fits(&renumbered), "the number is none of what was sealed");
    }
}
