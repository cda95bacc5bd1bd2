//! What a diary of version 1 holds besides settings, treatment and days: the plan that is followed, and final answers.

use chrono::NaiveDate;
use serde_json::value::RawValue;

use super::{civil_date, instant};
use crate::diary::{
    Against, FinalAnswer, FinalDays, FinalRange, ItemId, KeptAnswer, Millionths, PhaseKind, PlannedPhase, Rating, Rest,
    Template, date_in_range,
};
use crate::exchange::backup::file::MAX_ENTRIES;
use crate::exchange::backup::raw::{Entries, Fields, get, whole, without_layout};

/// The plan, the final answers, and every field of the top level that is not known. What is not fully understood of either
/// stays unread.
pub(in crate::exchange::backup) fn rest(mut fields: Fields) -> Rest {
    let (plan, answers) = (fields.take("template"), fields.take("final_answers"));
    let template = plan.and_then(known_template);
    let final_answers = answers.and_then(known_answers);
    let mut unknown = fields.rest();
    let unread = [
        ("template", plan.filter(|_| template.is_none())),
        ("final_answers", answers.filter(|_| final_answers.is_none())),
    ];
    for (name, raw) in unread {
        if let Some(raw) = raw {
            unknown.insert(name.to_owned(), without_layout(raw));
        }
    }
    Rest {
        template,
        final_answers: final_answers.unwrap_or_default(),
        unknown,
    }
}

fn known_answers(raw: &RawValue) -> Option<Vec<KeptAnswer>> {
    get::<Entries<MAX_ENTRIES>>(raw)?
        .0
        .into_iter()
        .map(kept_answer)
        .collect()
}

fn kept_answer(raw: &RawValue) -> Option<KeptAnswer> {
    let mut fields: Fields = get(raw)?;
    let mut text = |name| get::<String>(fields.take(name)?);
    let (item, against) = (text("item")?, text("against")?);
    let (since, final_day, kept_at) = (text("since")?, text("final_day")?, text("kept_at")?);
    let answer = FinalAnswer {
        question: u32::try_from(whole(fields.take("question")?)?).ok()?,
        item: ItemId::from_id(&item).ok()?,
        against: Against::from_id(&against)?,
        since: date(&since)?,
        final_day: date(&final_day)?,
        reference: final_days(fields.take("reference")?)?,
        window: final_days(fields.take("window")?)?,
        range: final_range(fields.take("millionths")?)?,
    };
    let at = instant(&kept_at).ok()?;
    fields.rest().is_empty().then_some(KeptAnswer { at, answer })
}

fn final_days(raw: &RawValue) -> Option<FinalDays> {
    let mut fields: Fields = get(raw)?;
    let mut text = |name| get::<String>(fields.take(name)?);
    let (from, to) = (text("from")?, text("to")?);
    let days = u32::try_from(whole(fields.take("days")?)?).ok()?;
    let ratings = numbers(fields.take("ratings")?)?;
    let rating = |number: Option<i64>| number.map(Rating::new).transpose().ok();
    let side = FinalDays {
        from: date(&from)?,
        to: date(&to)?,
        days,
        ratings: ratings.into_iter().map(rating).collect::<Option<_>>()?,
    };
    fields.rest().is_empty().then_some(side)
}

fn final_range(raw: &RawValue) -> Option<FinalRange> {
    let mut fields: Fields = get(raw)?;
    let mut limits = |name| match numbers(fields.take(name)?)?[..] {
        [Some(low), Some(high)] => Some([low, high].map(Millionths)),
        _ => None,
    };
    let (difference95, difference80) = (limits("difference_ci95")?, limits("difference_ci80")?);
    let percent95 = limits("percent_ci95");
    let mut number = |name| Some(Millionths(whole(fields.take(name)?)?));
    let range = FinalRange {
        difference95,
        difference80,
        percent95,
        better: number("p_better")?,
        at_least_30: number("p_at_least_30"),
        correlation: number("correlation")?,
        wave_share: number("wave_share")?,
    };
    fields.rest().is_empty().then_some(range)
}

fn date(text: &str) -> Option<NaiveDate> {
    civil_date(text).ok().filter(|date| date_in_range(*date).is_ok())
}

/// A list of whole numbers and nulls; as long as a diary is at most.
fn numbers(raw: &RawValue) -> Option<Vec<Option<i64>>> {
    get(raw)
}

fn known_template(raw: &RawValue) -> Option<Template> {
    let mut fields: Fields = get(raw)?;
    let kind: String = get(fields.take("kind")?)?;
    let template = match kind.as_str() {
        "stanford_2013" => Template::Stanford2013 {
            placebo_first: get(fields.take("placebo_first")?)?,
        },
        "stanford_2009" => Template::Stanford2009,
        "ten_week" => Template::TenWeek,
        "own" => {
            let phases: Entries<MAX_ENTRIES> = get(fields.take("phases")?)?;
            Template::Own(phases.0.into_iter().map(planned_phase).collect::<Option<_>>()?)
        }
        _ => return None,
    };
    fields.rest().is_empty().then_some(template)
}

fn planned_phase(raw: &RawValue) -> Option<PlannedPhase> {
    let mut fields: Fields = get(raw)?;
    let kind = PhaseKind::from_id(&get::<String>(fields.take("kind")?)?)?;
    let days = u16::try_from(whole(fields.take("days")?)?).ok()?;
    fields.rest().is_empty().then_some(PlannedPhase { kind, days })
}
