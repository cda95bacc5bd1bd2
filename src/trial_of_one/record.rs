//! Trials as they are kept: a list of JSON objects, in backups and in the store alike (F1).

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::diary::{
    Arm, Dose, Form, Guess, Order, Revealed, SortedMap, Sure, TrialCode, TrialOfOne, TrialPlan, date_in_range, iso,
};
use crate::json::raw::{Entries, Fields, get, whole, without_layout};

/// More trials than anybody lives through, and more entries than one of them has.
const MAX_ENTRIES: usize = 1000;

/// A guess that is none.
const DONT_KNOW: &str = "dont_know";

/// The trials of a list by first day, and the pieces, with their places, that are none: not all of a trial, one that another overlaps, or one that
/// is there twice.
pub(super) fn read(list: Option<&str>) -> (Vec<TrialOfOne>, Vec<(usize, String)>) {
    let (mut trials, mut unread): (Vec<TrialOfOne>, Vec<(usize, String)>) = (Vec::new(), Vec::new());
    let list = list.and_then(|list| serde_json::from_str::<Entries<MAX_ENTRIES>>(list).ok());
    for (index, raw) in list.map(|list| list.0).unwrap_or_default().into_iter().enumerate() {
        let is_new = |trial: &TrialOfOne| {
            let mut others = trials.iter();
            !others.any(|other| other.commit == trial.commit || other.overlaps(trial))
        };
        match read_one(raw).filter(is_new) {
            Some(trial) => {
                let place = trials.partition_point(|other| other.first_day() < trial.first_day());
                trials.insert(place, trial);
            }
            None => unread.push((index, without_layout(raw))),
        }
    }
    (trials, unread)
}

/// The list of trials as it is kept; `None` for no trial.
pub(super) fn text(trials: &[TrialOfOne], unread: &[(usize, String)]) -> Option<String> {
    let mut all: Vec<String> = trials.iter().map(one).collect();
    all.extend(unread.iter().map(|(_, piece)| piece.clone()));
    (!all.is_empty()).then(|| ["[", &all.join(","), "]"].concat())
}

/// A trial as a whole; `None` of one that is understood in part, since nobody could say what its periods are.
fn read_one(raw: &RawValue) -> Option<TrialOfOne> {
    let mut fields: Fields = get(raw)?;
    let plan = TrialPlan::new(
        number(&mut fields, "pairs")?,
        number(&mut fields, "period_days")?,
        date(&text_of(&mut fields, "first_day")?)?,
    );
    let dose = u64::try_from(number(&mut fields, "micrograms")?).ok()?;
    let trial = TrialOfOne {
        commit: TrialCode::new(&text_of(&mut fields, "commit")?)?,
        plan: plan.ok()?,
        dose: Dose::from_micrograms(dose).ok()?,
        form: Form::from_id(&text_of(&mut fields, "form")?)?,
        agreed_at: instant(&text_of(&mut fields, "prescriber_agreed_at")?)?,
        periods: dates(fields.take("periods")?)?,
        ends: date(&text_of(&mut fields, "ends")?)?,
        stopped_at: match fields.take("stopped_at") {
            Some(raw) => Some(instant(&get::<String>(raw)?)?),
            None => None,
        },
        guesses: fields.take("guesses").map_or(Some(SortedMap::default()), guesses)?,
        revealed: match fields.take("revealed") {
            Some(raw) => Some(revealed(raw)?),
            None => None,
        },
        seen_on: match fields.take("seen_on") {
            Some(raw) => Some(date(&get::<String>(raw)?)?),
            None => None,
        },
        unknown: fields.rest(),
    };
    Some(trial).filter(TrialOfOne::is_whole)
}

fn revealed(raw: &RawValue) -> Option<Revealed> {
    let mut fields: Fields = get(raw)?;
    let early = match fields.take("early_on") {
        Some(raw) => Some(date(&get::<String>(raw)?)?),
        None => None,
    };
    Some(Revealed {
        at: instant(&text_of(&mut fields, "at")?)?,
        code: TrialCode::new(&text_of(&mut fields, "code")?)?,
        order: Order::from_text(&text_of(&mut fields, "order")?)?,
        early,
    })
}

fn guesses(raw: &RawValue) -> Option<SortedMap<u8, Guess>> {
    let mut guesses = SortedMap::default();
    for raw in get::<Entries<MAX_ENTRIES>>(raw)?.0 {
        let mut fields: Fields = get(raw)?;
        let period = u8::try_from(number(&mut fields, "period")?).ok()?;
        let arm = text_of(&mut fields, "guess")?;
        let arm = match Arm::ALL.into_iter().find(|one| one.id() == arm) {
            None if arm != DONT_KNOW => return None,
            arm => arm,
        };
        let sure = match fields.take("sure").and_then(get::<String>) {
            Some(sure) => Some(Sure::ALL.into_iter().find(|one| one.id() == sure)?),
            None => None,
        };
        let at = instant(&text_of(&mut fields, "at")?)?;
        guesses.insert(period, Guess { arm, sure, at });
    }
    Some(guesses)
}

fn text_of(fields: &mut Fields, name: &str) -> Option<String> {
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

fn instant(text: &str) -> Option<DateTime<FixedOffset>> {
    iso::instant(text).filter(|instant| date_in_range(instant.naive_utc().date()).is_ok())
}

fn moment(instant: DateTime<FixedOffset>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

#[derive(Serialize)]
struct Kept<'a> {
    commit: &'a str,
    pairs: u8,
    period_days: u8,
    first_day: String,
    micrograms: u64,
    form: &'static str,
    prescriber_agreed_at: String,
    periods: Vec<String>,
    ends: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    stopped_at: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    guesses: Vec<KeptGuess>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revealed: Option<KeptReveal<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seen_on: Option<String>,
    /// What another version knows of it goes out as it came in.
    #[serde(flatten)]
    unknown: BTreeMap<&'a str, &'a RawValue>,
}

#[derive(Serialize)]
struct KeptGuess {
    period: u8,
    guess: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sure: Option<&'static str>,
    at: String,
}

#[derive(Serialize)]
struct KeptReveal<'a> {
    at: String,
    code: &'a str,
    order: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    early_on: Option<String>,
}

fn one(trial: &TrialOfOne) -> String {
    let guess = |(period, guess): (&u8, &Guess)| KeptGuess {
        period: *period,
        guess: guess.arm.map_or(DONT_KNOW, Arm::id),
        sure: guess.sure.map(Sure::id),
        at: moment(guess.at),
    };
    let unknown = trial.unknown.iter();
    let kept = Kept {
        commit: trial.commit.as_str(),
        pairs: trial.plan.pairs(),
        period_days: trial.plan.period_days(),
        first_day: trial.plan.first_day().to_string(),
        micrograms: trial.dose.micrograms(),
        form: trial.form.id(),
        prescriber_agreed_at: moment(trial.agreed_at),
        periods: trial.periods.iter().map(ToString::to_string).collect(),
        ends: trial.ends.to_string(),
        stopped_at: trial.stopped_at.map(moment),
        guesses: trial.guesses.iter().map(guess).collect(),
        revealed: trial.revealed.as_ref().map(|revealed| KeptReveal {
            at: moment(revealed.at),
            code: revealed.code.as_str(),
            order: revealed.order.text(),
            early_on: revealed.early.map(|day| day.to_string()),
        }),
        seen_on: trial.seen_on.map(|day| day.to_string()),
        unknown: unknown
            .filter_map(|(name, json)| Some((name.as_str(), serde_json::from_str(json).ok()?)))
            .collect(),
    };
    // Texts and numbers always can be written.
    serde_json::to_string(&kept).unwrap_or_default()
}
