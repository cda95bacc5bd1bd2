//! Older shapes of the records, and the way from each to the next (S4).
//!
//! A record says which schema it was written in. A body goes up step by step, each step knowing two neighbouring shapes
//! only, so that a step that was once released never changes again. The record as it was is kept until the third day
//! after ([`is_past`]).

use std::borrow::Cow;

use chrono::{NaiveDate, TimeDelta};

use super::key::Key;

/// The shape of the records that this version writes. A record with a higher number comes from a newer version.
pub(super) const SCHEMA: u32 = 1;

/// From one schema to the next: the body in its new shape, or `None` where it is not of the old one.
type Step = for<'a> fn(Key, Cow<'a, str>) -> Option<Cow<'a, str>>;

/// `STEPS[n]` goes from schema `n` to `n + 1`.
const STEPS: [Step; SCHEMA as usize] = [same_shape];

/// How long a record as it was before is kept, in days after the day of its migration.
const KEPT_DAYS: i64 = 3;

/// A body in the present shape.
pub(super) fn migrated(key: Key, schema: u32, body: &str) -> Option<Cow<'_, str>> {
    let done = usize::try_from(schema).ok()?;
    let mut steps = STEPS.get(done..)?.iter();
    steps.try_fold(Cow::Borrowed(body), |body, step| step(key, body))
}

/// Whether a record of before a migration on `migrated_on` may go.
pub(super) fn is_past(migrated_on: NaiveDate, today: NaiveDate) -> bool {
    today.signed_duration_since(migrated_on) > TimeDelta::days(KEPT_DAYS)
}

/// Schema 0 is that of the versions before the first release; its bodies have the shape of schema 1.
#[expect(
    clippy::unnecessary_wraps,
    reason = "a later step may find that a body is not of the old shape"
)]
fn same_shape(_: Key, body: Cow<'_, str>) -> Option<Cow<'_, str>> {
    Some(body)
}
