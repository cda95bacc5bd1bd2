//! What a diary of version 1 holds besides settings, treatment and days: the plan that is followed, cards, final answers,
//! and what was written beside them.

use chrono::NaiveDate;
use serde_json::value::RawValue;

use super::{civil_date, instant};
use crate::diary::{
    Against, Card, Decision, FinalAnswer, FinalDays, FinalRange, GlobalChange, Here, ItemId, KeptAnswer, Millionths,
    Name, Note, PhaseKind, PlannedPhase, Points, Rating, Rest, Sampling, SamplingPlan, Seal, Sealed, SideEffectId,
    Template, date_in_range,
};
use crate::exchange::backup::file::MAX_ENTRIES;
use crate::exchange::backup::v1::{CARDS, DECISIONS, FINAL_ANSWERS, IMPRESSIONS, MEDICINE, SAMPLING};
use crate::json::raw::{Entries, Fields, get, whole, without_layout};

/// The plan, cards, final answers and decisions, and every field of the top level that is not known. An entry that is not
/// fully understood stays unread, in a list of the same name.
pub(in crate::exchange::backup) fn rest(mut fields: Fields) -> Rest {
    let mut unread = Vec::new();
    let mut known = Known {
        fields: &mut fields,
        unread: &mut unread,
    };
    let template = known.take("template", known_template);
    let cards = known.take_all(CARDS, |raw, _| card(raw));
    let final_answers = known.take_all(FINAL_ANSWERS, |raw, _| kept_answer(raw));
    // No answer has two.
    let is_new = |one: &Decision, before: &[Decision]| !before.iter().any(|other| other.is_of(one));
    let decisions = known.take_all(DECISIONS, |raw, before| decision(raw).filter(|one| is_new(one, before)));
    let is_later =
        |one: &(NaiveDate, Sampling), before: &[(NaiveDate, Sampling)]| before.iter().all(|other| other.0 < one.0);
    let sampling = known.take_all(SAMPLING, |raw, before| {
        sampling(raw).filter(|one| is_later(one, before))
    });
    let impressions = known.take(IMPRESSIONS, |raw| get::<Fields>(raw).map(Fields::rest));
    let mut unknown = fields.rest();
    for (name, raw) in unread {
        unknown.insert(name, raw);
    }
    let mut rest = Rest::new(template, final_answers, unknown);
    rest.sampling = SamplingPlan::of(sampling.into_iter().collect());
    rest.impressions = impressions.unwrap_or_default();
    rest.with_cards(cards).with_decisions(decisions)
}

/// Fields that are read, and those of them that are not understood.
struct Known<'a, 'b> {
    fields: &'a mut Fields<'b>,
    unread: &'a mut Vec<(String, String)>,
}

impl<'b> Known<'_, 'b> {
    fn take<T>(&mut self, name: &str, read: impl Fn(&'b RawValue) -> Option<T>) -> Option<T> {
        let raw = self.fields.take(name)?;
        let known = read(raw);
        if known.is_none() {
            self.unread.push((name.to_owned(), without_layout(raw)));
        }
        known
    }

    /// The entries of a list that are understood; `read` is given those before it.
    fn take_all<T>(&mut self, name: &str, read: impl Fn(&RawValue, &[T]) -> Option<T>) -> Vec<T> {
        let mut known = Vec::new();
        self.take_each(name, &mut |entry| {
            let one = read(entry, &known);
            let is_known = one.is_some();
            known.extend(one);
            is_known
        });
        known
    }

    /// Takes a list out; what is not known of it stays unread.
    fn take_each(&mut self, name: &str, is_known: &mut dyn FnMut(&RawValue) -> bool) {
        let entries = self.take(name, get::<Entries<MAX_ENTRIES>>);
        let mut unread = String::new();
        for entry in entries.map(|entries| entries.0).unwrap_or_default() {
            if !is_known(entry) {
                unread.push(if unread.is_empty() { '[' } else { ',' });
                unread.push_str(&without_layout(entry));
            }
        }
        if !unread.is_empty() {
            self.unread.push((name.to_owned(), unread + "]"));
        }
    }
}

fn card(raw: &RawValue) -> Option<Card> {
    let mut fields: Fields = get(raw)?;
    let card = Card {
        question: number(&mut fields, "question")?,
        sealed: sealed(fields.take("sealed")?)?,
        seal: Seal::from_hex(&get::<String>(fields.take("sha256")?)?)?,
        here: Here {
            item: given(&mut fields, "item_here", |id| ItemId::from_id(id).ok())?,
            ends_it: given(&mut fields, "ends_it_here", |id| SideEffectId::from_id(id).ok())?,
        },
    };
    fields.rest().is_empty().then_some(card)
}

fn sealed(raw: &RawValue) -> Option<Sealed> {
    let mut fields: Fields = get(raw)?;
    let mut text = |name| get::<String>(fields.take(name)?);
    let (item, day, at) = (text("item")?, text("day")?, text("sealed_at")?);
    let ends_it = given(&mut fields, "ends_it", |id| SideEffectId::from_id(id).ok())?;
    let sealed = Sealed {
        item: ItemId::from_id(&item).ok()?,
        at_least: Points::new(whole(fields.take("at_least")?)?)?,
        ends_it,
        day: date(&day)?,
        ldn_from: given(&mut fields, "ldn_from", date)?,
        at: instant(&at).ok()?,
    };
    fields.rest().is_empty().then_some(sealed)
}

/// From a day on the diary asks so often.
fn sampling(raw: &RawValue) -> Option<(NaiveDate, Sampling)> {
    let mut fields: Fields = get(raw)?;
    let mut text = |name| get::<String>(fields.take(name)?);
    let change = (date(&text("from")?)?, Sampling::from_id(&text("days")?)?);
    fields.rest().is_empty().then_some(change)
}

fn decision(raw: &RawValue) -> Option<Decision> {
    let mut fields: Fields = get(raw)?;
    let mut text = |name| get::<String>(fields.take(name)?);
    let (final_day, at, decided) = (text("final_day")?, text("written_at")?, text("decided")?);
    let global_change = given(&mut fields, "global_change", GlobalChange::from_id)?;
    let decision = Decision {
        question: number(&mut fields, "question")?,
        final_day: date(&final_day)?,
        at: instant(&at).ok()?,
        global_change,
        decided: Note::new(&decided).ok()?,
    };
    fields.rest().is_empty().then_some(decision)
}

/// What a text that may be left out stands for; `None` where it is not understood.
#[expect(clippy::option_option, reason = "not there, and not understood")]
fn given<T>(fields: &mut Fields, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    match fields.take(name) {
        Some(raw) => Some(Some(read(&get::<String>(raw)?)?)),
        None => Some(None),
    }
}

/// Which question: counted from 1.
fn number(fields: &mut Fields, name: &str) -> Option<u32> {
    u32::try_from(whole(fields.take(name)?)?)
        .ok()
        .filter(|number| *number > 0)
}

fn kept_answer(raw: &RawValue) -> Option<KeptAnswer> {
    let mut fields: Fields = get(raw)?;
    let mut text = |name| get::<String>(fields.take(name)?);
    let (item, against) = (text("item")?, text("against")?);
    let against = if against == PhaseKind::COMPARATOR {
        Against::Comparator(Name::new(&text(MEDICINE)?).ok()?)
    } else {
        Against::from_id(&against)?
    };
    let (since, final_day, kept_at) = (text("since")?, text("final_day")?, text("kept_at")?);
    let answer = FinalAnswer {
        question: number(&mut fields, "question")?,
        item: ItemId::from_id(&item).ok()?,
        against,
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
        at_least_asked: number("p_at_least_asked"),
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
