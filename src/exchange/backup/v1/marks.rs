//! The states of days in a backup (I6). Records have none: to all but this they are fields of another version.

use chrono::NaiveDate;
use serde::ser::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::write::{Object, instant as instant_text, line, put_day};
use crate::diary::{Day, Unknown, date_in_range, iso};
use crate::exchange::backup::Mark;
use crate::exchange::backup::raw::{Fields, get};

const REVISION: &str = "revision";
const CHANGED_AT: &str = "changed_at";

/// Takes the state of a day out of its further fields, if both parts of it are understood; else they stay where they are.
pub(super) fn taken_out(fields: &mut Unknown) -> Option<Mark> {
    let revision = fields.get(REVISION)?.parse().ok()?;
    let at: String = serde_json::from_str(fields.get(CHANGED_AT)?).ok()?;
    let at = iso::instant(&at).filter(|at| date_in_range(at.naive_utc().date()).is_ok())?;
    fields.remove(REVISION);
    fields.remove(CHANGED_AT);
    Some(Mark { at, revision })
}

/// A day with its state among its further fields.
pub(super) struct Marked<'a>(pub(super) &'a Day, pub(super) Option<&'a Mark>);

impl Serialize for Marked<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Marked(day, mark) = self;
        let mut unknown = day.unknown.clone();
        if let Some(mark) = mark {
            unknown.insert(REVISION.to_owned(), line(&mark.revision));
            unknown.insert(CHANGED_AT.to_owned(), line(&instant_text(mark.at)));
        }
        put_day(day, &unknown, to)
    }
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

impl Serialize for Deleted {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Deleted(date, mark) = self;
        let mut all = Object::begin(to)?;
        all.field("date", date.to_string())?;
        all.field(REVISION, mark.revision)?;
        all.field(CHANGED_AT, instant_text(mark.at))?;
        all.end(&Unknown::default())
    }
}
