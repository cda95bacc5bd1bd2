//! The states of days in a backup (I6). Records have none: to all but this they are fields of another version.

use chrono::NaiveDate;
use serde_json::value::RawValue;

use crate::diary::{Unknown, date_in_range, iso};
use crate::exchange::backup::marks::Mark;
use crate::json::raw::{Fields, get};

pub(super) const REVISION: &str = "revision";
pub(super) const CHANGED_AT: &str = "changed_at";

/// Takes the state of a day out of its further fields, if both parts of it are understood; else they stay where they are.
pub(super) fn taken_out(fields: &mut Unknown) -> Option<Mark> {
    let revision = fields.get(REVISION)?.parse().ok()?;
    let at: String = serde_json::from_str(fields.get(CHANGED_AT)?).ok()?;
    let at = iso::instant(&at).filter(|at| date_in_range(at.naive_utc().date()).is_ok())?;
    fields.remove(REVISION);
    fields.remove(CHANGED_AT);
    Some(Mark { at, revision })
}

/// A day that was deleted, and when.
pub(super) struct Deleted(pub(super) NaiveDate, pub(super) Mark);

impl Deleted {
    pub(super) fn read(raw: &RawValue) -> Option<Self> {
        let mut fields: Fields = get(raw)?;
        let date = iso::date(&get::<String>(fields.take("date")?)?)?;
        Some(Self(date_in_range(date).ok()?, taken_out(&mut fields.rest())?))
    }
}
