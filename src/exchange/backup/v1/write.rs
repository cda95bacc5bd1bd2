//! Diary → version 1.

use chrono::{DateTime, FixedOffset, SecondsFormat};

use super::marks;
use crate::diary::{
    Day, Diary, Direction, Dose, DoseStep, OwnItem, OwnSideEffect, Phase, Settings, SideEffectId, Template, Treatment,
    Unknown,
};
use crate::exchange::backup::{Header, Marks};
use crate::json::Json;

type Fields = Vec<(String, Json)>;

/// Without a header, what only passes from one program to the other.
pub(in crate::exchange::backup) fn diary(diary: &Diary, header: Option<&Header>, marks: &Marks) -> Json {
    let treatment = &diary.treatment;
    let counts = object([
        ("days", Json::plain(Some(diary.days().len()))),
        ("phases", Json::plain(Some(treatment.phases().len()))),
    ]);
    let mut top = fields([
        ("format", Json::text(super::FORMAT)),
        ("version", Json::plain(Some(super::VERSION))),
    ]);
    if let Some(header) = header {
        top.extend(fields([
            ("app_version", Json::text(&header.app_version)),
            ("exported_at", Json::text(&instant(header.exported_at))),
        ]));
    }
    top.extend(fields([("counts", counts), ("settings", settings(&diary.settings))]));
    top.extend(treatment_fields(treatment));
    let days = diary.days().map(|day| match marks.days.get(&day.date()) {
        Some(mark) => self::day(&marks::marked(day, mark)),
        None => self::day(day),
    });
    top.push(("days".to_owned(), Json::List(days.collect())));
    if !marks.deleted.is_empty() {
        top.push((marks::DELETED_DAYS.to_owned(), marks::deleted_days(&marks.deleted)));
    }
    if let Some(template) = &diary.template {
        top.push(("template".to_owned(), self::template(template)));
    }
    with_unknown(top, &diary.unknown)
}

pub(in crate::exchange::backup) fn day(day: &Day) -> Json {
    let answers = day.answers();
    let items = answers
        .items
        .iter()
        .map(|(id, rating)| (id.as_str().to_owned(), Json::plain(Some(rating))));
    let effects = answers
        .side_effects
        .iter()
        .map(|(id, answer)| (id.as_str().to_owned(), Json::plain(Some(answer))));
    let all = fields([
        ("date", Json::text(&day.date().to_string())),
        ("recorded_at", Json::text(&instant(day.recorded_at()))),
        ("edited_at", Json::text_or_null(day.edited_at().map(instant).as_deref())),
        ("items", with_unknown(items.collect(), &day.unknown_items)),
        (
            "side_effects",
            with_unknown(effects.collect(), &day.unknown_side_effects),
        ),
        (
            "dose_taken",
            dose_taken(answers.dose_taken, day.unknown.get("dose_taken")),
        ),
        ("rescue_medicine", Json::plain(answers.rescue_medicine)),
        ("walking_support", Json::plain(answers.walking_support)),
        ("left_out", Json::plain(Some(answers.left_out))),
        ("tags", Json::texts(answers.tags.iter().map(crate::diary::Tag::id))),
        ("note", Json::text(answers.note.as_str())),
    ]);
    with_unknown(all, &day.unknown)
}

/// `further` is an object of fields that another version put beside the micrograms.
fn dose_taken(dose: Option<Dose>, further: Option<&str>) -> Json {
    let Some(dose) = dose else {
        return Json::plain(None::<u8>);
    };
    let micrograms = dose.micrograms();
    match further.and_then(|object| object.strip_prefix('{')?.strip_suffix('}')) {
        Some(further) => Json::Raw(format!("{{\"micrograms\":{micrograms},{further}}}")),
        None => object([("micrograms", Json::plain(Some(micrograms)))]),
    }
}

pub(in crate::exchange::backup) fn settings(settings: &Settings) -> Json {
    let mut all = fields([
        (
            "condition",
            Json::text_or_null(settings.condition.as_ref().map(crate::diary::Name::as_str)),
        ),
        ("day_ends_at", Json::text(&settings.day_ends_at.to_string())),
        (
            "items_on",
            Json::texts(settings.items_on().iter().map(crate::diary::ItemId::as_str)),
        ),
        (
            "own_items",
            Json::List(settings.own_items().iter().map(own_item).collect()),
        ),
        (
            "side_effects_on",
            Json::texts(settings.side_effects_on().iter().map(SideEffectId::as_str)),
        ),
    ]);
    if !settings.own_side_effects().is_empty() {
        let own = settings.own_side_effects().iter().map(own_side_effect).collect();
        all.push(("own_side_effects".to_owned(), Json::List(own)));
    }
    if settings.walking_support_on {
        all.push(("walking_support_on".to_owned(), Json::plain(Some(true))));
    }
    with_unknown(all, &settings.unknown)
}

fn own_item(item: &OwnItem) -> Json {
    let better = match item.better {
        Direction::LowerIsBetter => "lower",
        Direction::HigherIsBetter => "higher",
    };
    let mut all = fields([
        ("id", Json::text(item.id.as_str())),
        ("name", Json::text(item.name.as_str())),
        ("better", Json::text(better)),
    ]);
    all.extend(archived(item.archived));
    with_unknown(all, &item.unknown)
}

fn own_side_effect(effect: &OwnSideEffect) -> Json {
    let mut all = fields([
        ("id", Json::text(effect.id.as_str())),
        ("name", Json::text(effect.name.as_str())),
    ]);
    all.extend(archived(effect.archived));
    with_unknown(all, &effect.unknown)
}

fn archived(archived: bool) -> Option<(String, Json)> {
    archived.then(|| ("archived".to_owned(), Json::plain(Some(true))))
}

pub(in crate::exchange::backup) fn treatment(treatment: &Treatment) -> Json {
    Json::Object(treatment_fields(treatment))
}

fn treatment_fields(treatment: &Treatment) -> Fields {
    fields([
        ("phases", Json::List(treatment.phases().iter().map(phase).collect())),
        (
            "dose_steps",
            Json::List(treatment.dose_steps().iter().map(dose_step).collect()),
        ),
    ])
}

fn phase(phase: &Phase) -> Json {
    let mut all = fields([
        ("kind", Json::text(phase.kind.id())),
        ("from", Json::text(&phase.from.to_string())),
    ]);
    all.extend(phase.form.map(|form| ("form".to_owned(), Json::text(form.id()))));
    with_unknown(all, &phase.unknown)
}

fn dose_step(step: &DoseStep) -> Json {
    let all = fields([
        ("from", Json::text(&step.from.to_string())),
        ("micrograms", Json::plain(Some(step.dose.micrograms()))),
    ]);
    with_unknown(all, &step.unknown)
}

/// What a diary holds besides settings, treatment and days.
pub(in crate::exchange::backup) fn rest(diary: &Diary) -> Json {
    let template = diary
        .template
        .as_ref()
        .map(|template| ("template".to_owned(), self::template(template)));
    with_unknown(template.into_iter().collect(), &diary.unknown)
}

fn template(template: &Template) -> Json {
    let kind = |id: &str| ("kind", Json::text(id));
    match template {
        Template::Stanford2013 { placebo_first } => object([
            kind("stanford_2013"),
            ("placebo_first", Json::plain(Some(placebo_first))),
        ]),
        Template::Stanford2009 => object([kind("stanford_2009")]),
        Template::TenWeek => object([kind("ten_week")]),
        Template::Own(phases) => {
            let phases = phases
                .iter()
                .map(|phase| object([kind(phase.kind.id()), ("days", Json::plain(Some(phase.days)))]));
            object([kind("own"), ("phases", Json::List(phases.collect()))])
        }
    }
}

/// An instant with its offset, to the precision that it has.
pub(super) fn instant(instant: DateTime<FixedOffset>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

fn fields<const N: usize>(fields: [(&str, Json); N]) -> Fields {
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn object<const N: usize>(all: [(&str, Json); N]) -> Json {
    Json::Object(fields(all))
}

/// Known fields first; an unknown one of the same name gives way.
fn with_unknown(mut known: Fields, unknown: &Unknown) -> Json {
    let names = known.len();
    for (name, json) in unknown {
        if known[..names].iter().all(|(other, _)| other != name) {
            known.push((name.clone(), Json::Raw(json.clone())));
        }
    }
    Json::Object(known)
}
