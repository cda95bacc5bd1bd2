//! The states of days in a backup (I6). Records have none: to all but this they are fields of another version.

use chrono::NaiveDate;

use super::write::instant as instant_text;
use crate::diary::{Day, SortedMap, Unknown, date_in_range, iso};
use crate::exchange::backup::Mark;
use crate::json::{self, Fields, Json, Raw, get};

/// The field of a backup that lists the days which were deleted.
pub(super) const DELETED_DAYS: &str = "deleted_days";
const REVISION: &str = "revision";
const CHANGED_AT: &str = "changed_at";

/// Takes the state of a day out of its further fields, if both parts of it are understood; else they stay where they are.
pub(super) fn taken_out(fields: &mut Unknown) -> Option<Mark> {
    let revision = fields.get(REVISION)?.parse().ok()?;
    let at = json::read::<String>(fields.get(CHANGED_AT)?)?;
    let at = iso::instant(&at).filter(|at| date_in_range(at.naive_utc().date()).is_ok())?;
    fields.remove(REVISION);
    fields.remove(CHANGED_AT);
    Some(Mark { at, revision })
}

/// The day with its state among its further fields.
pub(super) fn marked(day: &Day, mark: &Mark) -> Day {
    let mut day = day.clone();
    for (name, json) in fields(mark) {
        day.unknown.insert(name, json.compact());
    }
    day
}

fn fields(mark: &Mark) -> [(String, Json); 2] {
    [
        (REVISION.to_owned(), Json::plain(Some(mark.revision))),
        (CHANGED_AT.to_owned(), Json::text(&instant_text(mark.at))),
    ]
}

/// A day that was deleted, and when.
pub(super) fn deleted_day(raw: Raw) -> Option<(NaiveDate, Mark)> {
    let mut fields: Fields = get(raw)?;
    let date = iso::date(&get::<String>(fields.take("date")?)?)?;
    Some((date_in_range(date).ok()?, taken_out(&mut fields.rest())?))
}

/// The days that were deleted as a list.
pub(super) fn deleted_days(deleted: &SortedMap<NaiveDate, Mark>) -> Json {
    let entry = |(date, mark): (&NaiveDate, &Mark)| {
        let date = ("date".to_owned(), Json::text(&date.to_string()));
        Json::Object(std::iter::once(date).chain(fields(mark)).collect())
    };
    Json::List(deleted.iter().map(entry).collect())
}
