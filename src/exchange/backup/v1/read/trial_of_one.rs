//! A trial of one of version 1.

use chrono::NaiveDate;
use serde_json::value::RawValue;

use super::{Mistake, Reader, instant};
use crate::diary::{
    Arm, Form, Guess, Order, Revealed, SortedMap, Sure, TrialCode, TrialOfOne, TrialPlan, date_in_range, iso,
};
use crate::exchange::backup::file::MAX_ENTRIES;
use crate::exchange::backup::raw::{Entries, Fields, get, whole};

impl Reader<'_> {
    /// A trial as a whole: of one that is understood in part, nobody could say what its periods are.
    pub(super) fn trial(&mut self, raw: &RawValue) -> Option<TrialOfOne> {
        let mut fields = self.object(raw)?;
        let dose = self.dose(&mut fields)?;
        let read = || {
            let plan = TrialPlan::new(number(&mut fields, "pairs")?, number(&mut fields, "period_days")?, {
                date(&text(&mut fields, "first_day")?)?
            });
            let trial = TrialOfOne {
                commit: TrialCode::new(&text(&mut fields, "commit")?)?,
                plan: plan.ok()?,
                dose,
                form: Form::from_id(&text(&mut fields, "form")?)?,
                agreed_at: instant(&text(&mut fields, "prescriber_agreed_at")?).ok()?,
                periods: dates(fields.take("periods")?)?,
                ends: date(&text(&mut fields, "ends")?)?,
                stopped_at: at_if_given(&mut fields, "stopped_at")?,
                guesses: fields.take("guesses").map_or(Some(SortedMap::default()), guesses)?,
                revealed: match fields.take("revealed") {
                    Some(raw) => Some(revealed(raw)?),
                    None => None,
                },
                unknown: fields.rest(),
            };
            Some(trial).filter(TrialOfOne::is_whole)
        };
        let trial = read();
        self.good(trial.ok_or(Mistake::NotATrial))
    }
}

fn revealed(raw: &RawValue) -> Option<Revealed> {
    let mut fields: Fields = get(raw)?;
    let early = match fields.take("early_on") {
        Some(raw) => Some(date(&get::<String>(raw)?)?),
        None => None,
    };
    Some(Revealed {
        at: instant(&text(&mut fields, "at")?).ok()?,
        code: TrialCode::new(&text(&mut fields, "code")?)?,
        order: Order::from_text(&text(&mut fields, "order")?)?,
        early,
    })
}

fn guesses(raw: &RawValue) -> Option<SortedMap<u8, Guess>> {
    let mut guesses = SortedMap::default();
    for raw in get::<Entries<MAX_ENTRIES>>(raw)?.0 {
        let mut fields: Fields = get(raw)?;
        let period = u8::try_from(number(&mut fields, "period")?).ok()?;
        let arm = text(&mut fields, "guess")?;
        let arm = match Arm::ALL.into_iter().find(|one| one.id() == arm) {
            None if arm != DONT_KNOW => return None,
            arm => arm,
        };
        let sure = match fields.take("sure").and_then(get::<String>) {
            Some(sure) => Some(Sure::ALL.into_iter().find(|one| one.id() == sure)?),
            None => None,
        };
        let at = instant(&text(&mut fields, "at")?).ok()?;
        guesses.insert(period, Guess { arm, sure, at });
    }
    Some(guesses)
}

/// A guess that is none.
pub(in crate::exchange::backup::v1) const DONT_KNOW: &str = "dont_know";

#[expect(clippy::option_option, reason = "not there, and not understood")]
fn at_if_given(fields: &mut Fields, name: &str) -> Option<Option<chrono::DateTime<chrono::FixedOffset>>> {
    match fields.take(name) {
        Some(raw) => Some(Some(instant(&get::<String>(raw)?).ok()?)),
        None => Some(None),
    }
}

fn text(fields: &mut Fields, name: &str) -> Option<String> {
    get(fields.take(name)?)
}

fn number(fields: &mut Fields, name: &str) -> Option<i64> {
    whole(fields.take(name)?)
}

fn dates(raw: &RawValue) -> Option<Vec<NaiveDate>> {
    let mut dates = Vec::new();
    for raw in get::<Entries<MAX_ENTRIES>>(raw)?.0 {
        dates.push(date(&get::<String>(raw)?)?);
    }
    Some(dates)
}

fn date(text: &str) -> Option<NaiveDate> {
    iso::date(text).filter(|date| date_in_range(*date).is_ok())
}
