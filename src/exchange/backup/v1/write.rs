//! Diary → version 1.

use std::io;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};
use serde_json::value::RawValue;

use super::marks::{CHANGED_AT, Deleted, REVISION};
use super::treatment::{
    BY_MONTH, EARLIER, NOT_YET, OF_TRIAL, PERIOD, PERIODS, SAID, SINGLE_DOSES, TAKES_LDN, UNREACHED,
};
use super::{
    CARDS, DECISIONS, FINAL_ANSWERS, IMPORTED_FROM, IMPRESSIONS, MEDICINE, MEDICINES, SAMPLING, SEALED_DOSE, UNIT,
};
use crate::diary::{
    Card, Day, Decision, Diary, Direction, Dose, DoseStep, FinalDays, FinalRange, Form, GlobalChange, ItemId,
    KeptAnswer, Medicine, Millionths, Name, OwnItem, OwnSideEffect, Phase, PhaseKind, PlannedPhase, Rating, Rest,
    Sampling, Sealed, Settings, SideEffectId, Tag, Template, Treatment, Unknown,
};
use crate::exchange::backup::file::{Header, MAX_ENTRIES};
use crate::exchange::backup::marks::{Mark, Marks};
use crate::exchange::backup::treatment_record::TreatmentRecord;
use crate::exchange::problems::List;
use crate::json::raw::{Entries, get};

/// On one line without spaces.
pub(in crate::exchange::backup) fn line(value: &impl Serialize) -> String {
    laid_out(value, Layout(None))
}

/// On lines, each level two spaces further in.
pub(in crate::exchange::backup) fn lines(value: &impl Serialize) -> String {
    laid_out(value, Layout(Some(PrettyFormatter::new()))) + "\n"
}

fn laid_out(value: &impl Serialize, layout: Layout) -> String {
    let mut bytes = Vec::new();
    let written = value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, layout));
    written.expect("text keys and plain values always serialise");
    String::from_utf8(bytes).expect("JSON is written as text")
}

/// On lines, or on one. What is written by two formatters is twice in the program.
struct Layout(Option<PrettyFormatter<'static>>);

macro_rules! by_layout {
    ($($step:ident($($first:ident)?)),*) => {$(
        fn $step<W: ?Sized + io::Write>(&mut self, to: &mut W $(, $first: bool)?) -> io::Result<()> {
            match &mut self.0 {
                Some(lines) => lines.$step(to $(, $first)?),
                None => CompactFormatter.$step(to $(, $first)?),
            }
        }
    )*};
}

impl Formatter for Layout {
    by_layout!(
        begin_array(),
        begin_array_value(first),
        end_array_value(),
        end_array(),
        begin_object(),
        begin_object_key(first),
        begin_object_value(),
        end_object_value(),
        end_object()
    );
}

/// Something of the diary as version 1 writes it.
pub(in crate::exchange::backup) struct V1<T>(pub(in crate::exchange::backup) T);

fn list<T>(all: &[T]) -> Vec<V1<&T>> {
    all.iter().map(V1).collect()
}

/// A list; `None` where it is empty.
fn some_list<T>(all: &[T]) -> Option<Vec<V1<&T>>> {
    (!all.is_empty()).then(|| list(all))
}

/// An object that is being written.
pub(super) struct Object<M> {
    map: M,
    names: Vec<&'static str>,
}

impl<M: SerializeMap> Object<M> {
    pub(super) fn begin<S: Serializer<SerializeMap = M, Error = M::Error>>(to: S) -> Result<Self, M::Error> {
        let (map, names) = (to.serialize_map(None)?, Vec::new());
        Ok(Self { map, names })
    }

    pub(super) fn field(&mut self, name: &'static str, value: impl Serialize) -> Result<(), M::Error> {
        self.names.push(name);
        self.map.serialize_entry(name, &value)
    }

    /// A field that is left out where there is nothing to say.
    fn given(&mut self, name: &'static str, value: Option<impl Serialize>) -> Result<(), M::Error> {
        value.map_or(Ok(()), |value| self.field(name, value))
    }

    /// Ends it with the fields that are not known; one of the name of a known one gives way.
    pub(super) fn end(mut self, unknown: &Unknown) -> Result<M::Ok, M::Error> {
        put_unread(&mut self.map, unknown, |name| self.names.contains(&name))?;
        self.map.end()
    }
}

/// Writes fields as they were read, but those that are `known`.
fn put_unread<M: SerializeMap>(map: &mut M, unknown: &Unknown, known: impl Fn(&str) -> bool) -> Result<(), M::Error> {
    for (name, json) in unknown.iter().filter(|(name, _)| !known(name)) {
        // Nothing but JSON is ever kept there.
        if let Ok(raw) = serde_json::from_str::<&RawValue>(json) {
            map.serialize_entry(name, raw)?;
        }
    }
    Ok(())
}

/// A whole backup. Without a header, what only passes from one program to the other.
pub(in crate::exchange::backup) struct Whole<'a> {
    pub(in crate::exchange::backup) diary: &'a Diary,
    pub(in crate::exchange::backup) header: Option<&'a Header>,
    pub(in crate::exchange::backup) marks: &'a Marks,
}

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Whole { diary, header, marks } = self;
        let mut all = Object::begin(to)?;
        all.field("format", super::FORMAT)?;
        all.field("version", super::VERSION)?;
        if let Some(header) = header {
            all.field("app_version", &header.app_version)?;
            all.field("exported_at", instant(header.exported_at))?;
        }
        all.field("counts", V1(*diary))?;
        all.field("settings", V1(&diary.settings))?;
        put_treatment(&mut all, &diary.treatment)?;
        let days = diary.days().map(|day| Marked(day, marks.days.get(&day.date())));
        all.field("days", days.collect::<Vec<_>>())?;
        if !marks.deleted.is_empty() {
            let deleted = marks.deleted.iter().map(|(date, mark)| Deleted(*date, *mark));
            all.field(List::DeletedDays.key(), deleted.collect::<Vec<_>>())?;
        }
        put_rest(&mut all, &diary.rest)?;
        all.end(&diary.rest.unknown)
    }
}

/// How much a diary holds.
impl Serialize for V1<&Diary> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut counts = Object::begin(to)?;
        counts.field("days", self.0.days().len())?;
        counts.field("phases", self.0.treatment.phases().len())?;
        counts.end(&Unknown::default())
    }
}

impl Serialize for V1<&Day> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        put_day(self.0, &self.0.unknown, to)
    }
}

/// A day with these further fields.
pub(super) fn put_day<S: Serializer>(day: &Day, unknown: &Unknown, to: S) -> Result<S::Ok, S::Error> {
    let answers = day.answers();
    let items = answers.items.iter().map(|(id, rating)| (id.as_str(), rating.get()));
    let effects = answers.side_effects.iter().map(|(id, answer)| (id.as_str(), *answer));
    let mut all = Object::begin(to)?;
    all.field("date", day.date().to_string())?;
    all.field("recorded_at", instant(day.recorded_at()))?;
    all.field("edited_at", day.edited_at().map(instant))?;
    all.field("items", Answered(items.collect(), &day.unknown_items))?;
    all.field("side_effects", Answered(effects.collect(), &day.unknown_side_effects))?;
    if !answers.medicines.is_empty() || !day.unknown_medicines.is_empty() {
        let counts = answers.medicines.iter().map(|(id, count)| (id.as_str(), count.get()));
        all.field(MEDICINES, Answered(counts.collect(), &day.unknown_medicines))?;
    }
    all.field(
        "dose_taken",
        answers
            .dose_taken
            .map(|dose| Taken(dose, unknown.get("dose_taken").map(String::as_str))),
    )?;
    all.given(SEALED_DOSE, answers.sealed_dose)?;
    all.field("rescue_medicine", answers.rescue_medicine)?;
    all.field("walking_support", answers.walking_support)?;
    all.field("left_out", answers.left_out)?;
    all.field("tags", answers.tags.iter().map(Tag::id).collect::<Vec<_>>())?;
    all.field("note", answers.note.as_str())?;
    all.given(IMPORTED_FROM, day.imported_from().map(Name::as_str))?;
    all.end(unknown)
}

/// Answers by the names of what was asked, and those that are not known.
struct Answered<'a, T>(Vec<(&'a str, T)>, &'a Unknown);

impl<T: Serialize> Serialize for Answered<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Answered(known, unknown) = self;
        let mut map = to.serialize_map(None)?;
        for (id, answer) in known {
            map.serialize_entry(id, answer)?;
        }
        put_unread(&mut map, unknown, |name| known.iter().any(|(id, _)| *id == name))?;
        map.end()
    }
}

/// A dose, and the text of an object of fields that another version put beside its micrograms.
struct Taken<'a>(Dose, Option<&'a str>);

impl Serialize for Taken<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let micrograms = self.0.micrograms();
        let further = self.1.and_then(|object| object.strip_prefix('{')?.strip_suffix('}'));
        let whole = further.map(|further| format!("{{\"micrograms\":{micrograms},{further}}}"));
        if let Some(Ok(whole)) = whole.map(RawValue::from_string) {
            return whole.serialize(to);
        }
        let mut all = Object::begin(to)?;
        all.field("micrograms", micrograms)?;
        all.end(&Unknown::default())
    }
}

impl Serialize for V1<&Settings> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let settings = self.0;
        let own_effects = settings.own_side_effects();
        let mut all = Object::begin(to)?;
        all.field("condition", settings.condition.as_ref().map(Name::as_str))?;
        all.field("day_ends_at", settings.day_ends_at.to_string())?;
        all.field(
            "items_on",
            settings.items_on().iter().map(ItemId::as_str).collect::<Vec<_>>(),
        )?;
        all.field("own_items", list(settings.own_items()))?;
        let effects_on = settings.side_effects_on().iter().map(SideEffectId::as_str);
        all.field("side_effects_on", effects_on.collect::<Vec<_>>())?;
        all.given("own_side_effects", (!own_effects.is_empty()).then(|| list(own_effects)))?;
        all.given(MEDICINES, some_list(settings.medicines()))?;
        all.given("walking_support_on", settings.walking_support_on.then_some(true))?;
        all.end(&settings.unknown)
    }
}

impl Serialize for V1<&OwnItem> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let better = match self.0.better {
            Direction::LowerIsBetter => "lower",
            Direction::HigherIsBetter => "higher",
        };
        let mut all = Object::begin(to)?;
        all.field("id", self.0.id.as_str())?;
        all.field("name", self.0.name.as_str())?;
        all.field("better", better)?;
        all.given("archived", self.0.archived.then_some(true))?;
        all.end(&self.0.unknown)
    }
}

impl Serialize for V1<&OwnSideEffect> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut all = Object::begin(to)?;
        all.field("id", self.0.id.as_str())?;
        all.field("name", self.0.name.as_str())?;
        all.given("archived", self.0.archived.then_some(true))?;
        all.end(&self.0.unknown)
    }
}

impl Serialize for V1<&Medicine> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        // As an own side effect, with its unit among the further fields.
        let Medicine {
            id,
            name,
            unit,
            archived,
            unknown,
        } = self.0.clone();
        let mut named = OwnSideEffect {
            id,
            name,
            archived,
            unknown,
        };
        if let Some(unit) = unit {
            named.unknown.insert(UNIT.to_owned(), line(&unit.as_str()));
        }
        V1(&named).serialize(to)
    }
}

/// Phases and dose steps, how they were before the last changes, and what another version wrote beside them.
impl Serialize for V1<&TreatmentRecord> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut all = Object::begin(to)?;
        put_treatment(&mut all, &self.0.treatment)?;
        all.given(EARLIER, some_list(&self.0.earlier))?;
        all.end(&self.0.unknown)
    }
}

impl Serialize for V1<&Treatment> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut all = Object::begin(to)?;
        put_treatment(&mut all, self.0)?;
        all.end(&Unknown::default())
    }
}

fn put_treatment<M: SerializeMap>(all: &mut Object<M>, treatment: &Treatment) -> Result<(), M::Error> {
    all.field("phases", list(treatment.phases()))?;
    all.field("dose_steps", list(treatment.dose_steps()))?;
    all.given(TAKES_LDN, treatment.not_yet.then_some(NOT_YET))?;
    let single: Vec<String> = treatment.single_doses.iter().map(ToString::to_string).collect();
    let single: Vec<&str> = single.iter().map(String::as_str).collect();
    all.given(SINGLE_DOSES, (!single.is_empty()).then_some(single))?;
    let trials = treatment.trials.as_deref();
    all.given(
        List::Trials.key(),
        trials.and_then(|list| serde_json::from_str::<&RawValue>(list).ok()),
    )
}

impl Serialize for V1<&Phase> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut all = Object::begin(to)?;
        all.field("kind", self.0.kind.id())?;
        all.given(MEDICINE, self.0.kind.medicine().map(Name::as_str))?;
        if let PhaseKind::Blinded(period) = self.0.kind {
            all.field(PERIOD, period.number)?;
            all.field(PERIODS, period.of)?;
        }
        all.field("from", self.0.from.to_string())?;
        all.given("form", self.0.form.map(Form::id))?;
        all.given(SAID, self.0.said.then_some(true))?;
        all.given(BY_MONTH, self.0.by_month.then_some(true))?;
        all.given(OF_TRIAL, self.0.of_trial.then_some(true))?;
        all.given(UNREACHED, some_list(&self.0.unreached))?;
        all.end(&self.0.unknown)
    }
}

impl Serialize for V1<&DoseStep> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut all = Object::begin(to)?;
        all.field("from", self.0.from.to_string())?;
        all.field("micrograms", self.0.dose.micrograms())?;
        all.end(&self.0.unknown)
    }
}

/// What a diary holds besides settings, treatment and days.
impl Serialize for V1<&Rest> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut all = Object::begin(to)?;
        put_rest(&mut all, self.0)?;
        all.end(&self.0.unknown)
    }
}

fn put_rest<M: SerializeMap>(all: &mut Object<M>, rest: &Rest) -> Result<(), M::Error> {
    all.given("template", rest.template.as_ref().map(V1))?;
    let sampling: Vec<_> = rest.sampling.changes().iter().map(|(from, to)| (*from, *to)).collect();
    put_list(all, SAMPLING, &sampling, &rest.unknown)?;
    put_list(all, CARDS, rest.cards(), &rest.unknown)?;
    put_list(all, FINAL_ANSWERS, &rest.final_answers, &rest.unknown)?;
    put_list(all, DECISIONS, rest.decisions(), &rest.unknown)?;
    let said = &rest.impressions;
    all.given(IMPRESSIONS, (!said.is_empty()).then_some(V1(said)))
}

/// A list, and behind it what was in it and could not be read. Where nothing was read, that goes with the other fields that
/// are not known.
fn put_list<'a, M: SerializeMap, T>(
    all: &mut Object<M>,
    name: &'static str,
    known: &'a [T],
    unknown: &'a Unknown,
) -> Result<(), M::Error>
where
    V1<&'a T>: Serialize,
{
    if known.is_empty() {
        return Ok(());
    }
    all.field(name, KnownAndUnread(known, unread_entries(unknown, name)))
}

struct KnownAndUnread<'a, T>(&'a [T], Vec<&'a RawValue>);

impl<'a, T> Serialize for KnownAndUnread<'a, T>
where
    V1<&'a T>: Serialize,
{
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut all = to.serialize_seq(None)?;
        for one in self.0 {
            all.serialize_element(&V1(one))?;
        }
        for raw in &self.1 {
            all.serialize_element(raw)?;
        }
        all.end()
    }
}

/// The entries of a list that could not be read.
pub(in crate::exchange::backup) fn unread_entries<'a>(unknown: &'a Unknown, name: &str) -> Vec<&'a RawValue> {
    let raw = unknown.get(name).and_then(|json| serde_json::from_str(json).ok());
    let entries = raw.and_then(get::<Entries<MAX_ENTRIES>>);
    entries.map(|entries| entries.0).unwrap_or_default()
}

impl Serialize for V1<&(NaiveDate, Sampling)> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut all = Object::begin(to)?;
        all.field("from", self.0.0.to_string())?;
        all.field("days", self.0.1.id())?;
        all.end(&Unknown::default())
    }
}

impl Serialize for V1<&Card> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut all = Object::begin(to)?;
        all.field("question", self.0.question)?;
        all.field("sealed", V1(&self.0.sealed))?;
        all.field("sha256", self.0.seal.hex())?;
        let here = &self.0.here;
        all.given("item_here", here.item.as_ref().map(ItemId::as_str))?;
        all.given("ends_it_here", here.ends_it.as_ref().map(SideEffectId::as_str))?;
        all.end(&Unknown::default())
    }
}

/// What the seal of a card is made of: these fields, in this order.
impl Serialize for V1<&Sealed> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let sealed = self.0;
        let mut all = Object::begin(to)?;
        all.field("item", sealed.item.as_str())?;
        all.field("at_least", sealed.at_least.get())?;
        all.field("ends_it", sealed.ends_it.as_ref().map(SideEffectId::as_str))?;
        all.field("day", sealed.day.to_string())?;
        all.given("ldn_from", sealed.ldn_from.map(|day| day.to_string()))?;
        all.field("sealed_at", instant(sealed.at))?;
        all.end(&Unknown::default())
    }
}

impl Serialize for V1<&Decision> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let decision = self.0;
        let mut all = Object::begin(to)?;
        all.field("question", decision.question)?;
        all.field("final_day", decision.final_day.to_string())?;
        all.field("written_at", instant(decision.at))?;
        all.given("global_change", decision.global_change.map(GlobalChange::id))?;
        all.field("decided", decision.decided.as_str())?;
        all.end(&Unknown::default())
    }
}

impl Serialize for V1<&KeptAnswer> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let answer = &self.0.answer;
        let mut all = Object::begin(to)?;
        all.field("question", answer.question)?;
        all.field("item", answer.item.as_str())?;
        all.field("against", answer.against.id())?;
        all.given(MEDICINE, answer.against.medicine().map(Name::as_str))?;
        all.field("since", answer.since.to_string())?;
        all.field("final_day", answer.final_day.to_string())?;
        all.field("kept_at", instant(self.0.at))?;
        all.field("reference", V1(&answer.reference))?;
        all.field("window", V1(&answer.window))?;
        all.field("millionths", V1(&answer.range))?;
        all.end(&Unknown::default())
    }
}

impl Serialize for V1<&FinalDays> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let ratings = self.0.ratings.iter().map(|rating| rating.map(Rating::get));
        let mut all = Object::begin(to)?;
        all.field("from", self.0.from.to_string())?;
        all.field("to", self.0.to.to_string())?;
        all.field("days", self.0.days)?;
        all.field("ratings", ratings.collect::<Vec<_>>())?;
        all.end(&Unknown::default())
    }
}

impl Serialize for V1<&FinalRange> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let (range, limits) = (self.0, |limits: [Millionths; 2]| limits.map(|limit| limit.0));
        let mut all = Object::begin(to)?;
        all.field("difference_ci95", limits(range.difference95))?;
        all.field("difference_ci80", limits(range.difference80))?;
        all.given("percent_ci95", range.percent95.map(limits))?;
        all.field("p_better", range.better.0)?;
        all.given("p_at_least_30", range.at_least_30.map(|number| number.0))?;
        all.given("p_at_least_asked", range.at_least_asked.map(|number| number.0))?;
        all.field("correlation", range.correlation.0)?;
        all.field("wave_share", range.wave_share.0)?;
        all.end(&Unknown::default())
    }
}

impl Serialize for V1<&Template> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut all = Object::begin(to)?;
        let mut kind = |kind| all.field("kind", kind);
        match self.0 {
            Template::Stanford2013 { placebo_first } => {
                kind("stanford_2013")?;
                all.field("placebo_first", placebo_first)?;
            }
            Template::Stanford2009 => kind("stanford_2009")?,
            Template::TenWeek => kind("ten_week")?,
            Template::Own(phases) => {
                kind("own")?;
                all.field("phases", list(phases))?;
            }
        }
        all.end(&Unknown::default())
    }
}

impl Serialize for V1<&PlannedPhase> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut all = Object::begin(to)?;
        all.field("kind", self.0.kind.id())?;
        all.field("days", self.0.days)?;
        all.end(&Unknown::default())
    }
}

/// Fields that were read and are not known.
impl Serialize for V1<&Unknown> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        put_unread(&mut map, self.0, |_| false)?;
        map.end()
    }
}

/// An instant with its offset, to the precision that it has.
pub(super) fn instant(instant: DateTime<FixedOffset>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

/// A day with its state among its further fields.
struct Marked<'a>(&'a Day, Option<&'a Mark>);

impl Serialize for Marked<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Marked(day, mark) = self;
        let mut unknown = day.unknown.clone();
        if let Some(mark) = mark {
            unknown.insert(REVISION.to_owned(), line(&mark.revision));
            unknown.insert(CHANGED_AT.to_owned(), line(&instant(mark.at)));
        }
        put_day(day, &unknown, to)
    }
}

impl Serialize for Deleted {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Deleted(date, mark) = self;
        let mut all = Object::begin(to)?;
        all.field("date", date.to_string())?;
        all.field(REVISION, mark.revision)?;
        all.field(CHANGED_AT, instant(mark.at))?;
        all.end(&Unknown::default())
    }
}
