//! The names of things, wherever they are named.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::messages::names as messages;
use crate::diary::{
    Answers, Count, Dose, Form, GlobalChange, ItemId, Medicine, Name, OwnId, OwnItem, Period, Phase, PhaseKind, Rating,
    Settings, SideEffectId, StandardItem, StandardSideEffect, Tag,
};

/// "Pain".
pub fn item(item: StandardItem) -> &'static str {
    match item {
        StandardItem::Pain => messages::item_pain(),
        StandardItem::Fatigue => messages::item_fatigue(),
        StandardItem::SleepQuality => messages::item_sleep_quality(),
        StandardItem::Overall => messages::item_overall(),
        StandardItem::Tolerability => messages::item_tolerability(),
        StandardItem::HighestPain => messages::item_highest_pain(),
        StandardItem::Stress => messages::item_stress(),
        StandardItem::Sadness => messages::item_sadness(),
        StandardItem::Thinking => messages::item_thinking(),
        StandardItem::Stomach => messages::item_stomach(),
        StandardItem::HeadacheSeverity => messages::item_headache_severity(),
        StandardItem::Mood => messages::item_mood(),
        StandardItem::LifeSatisfaction => messages::item_life_satisfaction(),
        StandardItem::TouchSensitivity => messages::item_touch_sensitivity(),
        StandardItem::Swelling => messages::item_swelling(),
    }
}

/// The same where there is little room: "Sleep".
pub fn short(item: StandardItem) -> &'static str {
    match item {
        StandardItem::SleepQuality => messages::item_sleep_quality_short(),
        StandardItem::Overall => messages::item_overall_short(),
        StandardItem::Thinking => messages::item_thinking_short(),
        StandardItem::Stomach => messages::item_stomach_short(),
        other => self::item(other),
    }
}

/// The same of any item.
pub fn short_item(id: &ItemId, settings: &Settings) -> String {
    match id {
        ItemId::Standard(item) => short(*item).to_owned(),
        ItemId::Own(_) => any_item(id, settings),
    }
}

/// An item within a sentence: "pain"; a patient's own between quotation marks.
pub fn within(id: &ItemId, settings: &Settings) -> String {
    let standard = match id {
        ItemId::Standard(standard) => *standard,
        ItemId::Own(own) => {
            let gone = || messages::own_item_gone_within().to_owned();
            let named = |item: &OwnItem| messages::own_item(item.name.as_str());
            return settings.own_item(own).map_or_else(gone, named);
        }
    };
    let said = match standard {
        StandardItem::Pain => messages::item_pain_within(),
        StandardItem::Fatigue => messages::item_fatigue_within(),
        StandardItem::SleepQuality => messages::item_sleep_quality_within(),
        StandardItem::Overall => messages::item_overall_within(),
        StandardItem::Tolerability => messages::item_tolerability_within(),
        StandardItem::HighestPain => messages::item_highest_pain_within(),
        StandardItem::Stress => messages::item_stress_within(),
        StandardItem::Sadness => messages::item_sadness_within(),
        StandardItem::Thinking => messages::item_thinking_within(),
        StandardItem::Stomach => messages::item_stomach_within(),
        StandardItem::HeadacheSeverity => messages::item_headache_severity_within(),
        StandardItem::Mood => messages::item_mood_within(),
        StandardItem::LifeSatisfaction => messages::item_life_satisfaction_within(),
        StandardItem::TouchSensitivity => messages::item_touch_sensitivity_within(),
        StandardItem::Swelling => messages::item_swelling_within(),
    };
    said.to_owned()
}

/// An item of the reader's within a sentence: "your pain".
pub fn yours(id: &ItemId, settings: &Settings) -> String {
    let standard = match id {
        ItemId::Standard(standard) => *standard,
        ItemId::Own(own) => {
            let gone = || messages::own_item_gone_within().to_owned();
            let named = |item: &OwnItem| messages::own_item_yours(item.name.as_str());
            return settings.own_item(own).map_or_else(gone, named);
        }
    };
    let said = match standard {
        StandardItem::Pain => messages::item_pain_yours(),
        StandardItem::Fatigue => messages::item_fatigue_yours(),
        StandardItem::SleepQuality => messages::item_sleep_quality_yours(),
        StandardItem::Overall => messages::item_overall_yours(),
        StandardItem::Tolerability => messages::item_tolerability_yours(),
        StandardItem::HighestPain => messages::item_highest_pain_yours(),
        StandardItem::Stress => messages::item_stress_yours(),
        StandardItem::Sadness => messages::item_sadness_yours(),
        StandardItem::Thinking => messages::item_thinking_yours(),
        StandardItem::Stomach => messages::item_stomach_yours(),
        StandardItem::HeadacheSeverity => messages::item_headache_severity_yours(),
        StandardItem::Mood => messages::item_mood_yours(),
        StandardItem::LifeSatisfaction => messages::item_life_satisfaction_yours(),
        StandardItem::TouchSensitivity => messages::item_touch_sensitivity_yours(),
        StandardItem::Swelling => messages::item_swelling_yours(),
    };
    said.to_owned()
}

/// What the two ends of an item's scale mean: at 0, and at 100.
pub fn ends(item: StandardItem) -> (&'static str, &'static str) {
    match item {
        StandardItem::Pain => (messages::item_pain_low(), messages::item_pain_high()),
        StandardItem::SleepQuality => (messages::item_sleep_quality_low(), messages::item_sleep_quality_high()),
        StandardItem::Tolerability => (messages::item_tolerability_low(), messages::item_tolerability_high()),
        StandardItem::Thinking => (messages::item_thinking_low(), messages::item_thinking_high()),
        StandardItem::Mood => (messages::worst_imaginable(), messages::best_imaginable()),
        StandardItem::LifeSatisfaction => (
            messages::item_life_satisfaction_low(),
            messages::item_life_satisfaction_high(),
        ),
        _ => (messages::none(), messages::worst_imaginable()),
    }
}

/// The same of any item: of a patient's own one by its direction.
pub fn any_ends(id: &ItemId, settings: &Settings) -> (&'static str, &'static str) {
    match id {
        ItemId::Standard(item) => ends(*item),
        ItemId::Own(_) => match settings.direction_of(id) {
            Some(crate::diary::Direction::HigherIsBetter) => {
                (messages::worst_imaginable(), messages::best_imaginable())
            }
            _ => (messages::none(), messages::worst_imaginable()),
        },
    }
}

/// "LDN".
pub fn ldn() -> &'static str {
    messages::phase_ldn()
}

/// "Placebo".
pub fn placebo() -> &'static str {
    messages::phase_placebo()
}

/// "Baseline"; of another medicine its name, of a sealed period its number.
pub fn phase(kind: &PhaseKind) -> Cow<'_, str> {
    let said = match kind {
        PhaseKind::Baseline => messages::phase_baseline(),
        PhaseKind::Ldn => messages::phase_ldn(),
        PhaseKind::Placebo => messages::phase_placebo(),
        PhaseKind::Comparator(medicine) => medicine.as_str(),
        PhaseKind::Blinded(Period { number, of }) => return messages::phase_period_of(*number, *of).into(),
        PhaseKind::Washout => messages::phase_washout(),
    };
    said.into()
}

/// The same where there is little room: of a period of a trial of one how many there are is left out.
pub fn short_phase(kind: &PhaseKind) -> Cow<'_, str> {
    match kind {
        PhaseKind::Blinded(Period { number, .. }) => messages::phase_period_of_short(*number).into(),
        _ => phase(kind),
    }
}

/// The same within a sentence: "baseline".
pub fn phase_within(kind: &PhaseKind) -> Cow<'_, str> {
    let said = match kind {
        PhaseKind::Baseline => messages::phase_baseline_within(),
        PhaseKind::Ldn => messages::phase_ldn_within(),
        PhaseKind::Placebo => messages::phase_placebo_within(),
        PhaseKind::Comparator(medicine) => medicine.as_str(),
        PhaseKind::Blinded(Period { number, of }) => return messages::phase_period_of_within(*number, *of).into(),
        PhaseKind::Washout => messages::phase_washout_within(),
    };
    said.into()
}

/// What is taken: "Capsule".
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Capsule => messages::form_capsule(),
        Form::Tablet => messages::form_tablet(),
        Form::Liquid => messages::form_liquid(),
        Form::Drops => messages::form_drops(),
        Form::Cream => messages::form_cream(),
        Form::Injection => messages::form_injection(),
        Form::Other => messages::form_other(),
    }
}

/// The same within a sentence: "capsule".
pub fn form_within(form: Form) -> &'static str {
    match form {
        Form::Capsule => messages::form_capsule_within(),
        Form::Tablet => messages::form_tablet_within(),
        Form::Liquid => messages::form_liquid_within(),
        Form::Drops => messages::form_drops_within(),
        Form::Cream => messages::form_cream_within(),
        Form::Injection => messages::form_injection_within(),
        Form::Other => messages::form_other_within(),
    }
}

/// "LDN (capsule)", or "LDN" where the form was not said.
pub fn phase_with_form(kind: &PhaseKind, form: Option<Form>) -> String {
    match form {
        Some(form) => messages::phase_form(&phase(kind), form_within(form)),
        None => phase(kind).into_owned(),
    }
}

/// The name of a phase in a drawing, where a long one of a medicine would lie over what stands beside it: its first words, or
/// the first letters where those are few.
pub fn in_drawing(name: &str) -> String {
    const MOST: usize = 15;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    let first: String = name.chars().take(MOST).collect();
    match first.rsplit_once(' ') {
        Some((words, _)) if 2 * words.chars().count() >= MOST => words.trim_end().to_owned(),
        _ => first + "…",
    }
}

/// One of several phases of a kind: "LDN 19 January 2026".
pub fn phase_from(phase: &str, first: &str) -> String {
    messages::phase_from(phase, first)
}

/// A phase with what was taken in it: "LDN 4.5 mg".
pub fn phase_with_dose(kind: &PhaseKind, dose: Option<Dose>) -> String {
    let name = phase(kind);
    match dose {
        Some(dose) if *kind == PhaseKind::Ldn => messages::phase_dose(&name, &dose.to_string()),
        _ => name.into_owned(),
    }
}

/// The first day of a phase by a form of dates; where only the month was said, that: "March 2026".
pub fn first_day(phase: &Phase, form: fn(NaiveDate) -> String) -> String {
    day_or_month(phase.from, phase.by_month, form)
}

/// A day by a form of dates, or its month where no more is known.
pub fn day_or_month(day: NaiveDate, by_month: bool, form: fn(NaiveDate) -> String) -> String {
    if by_month { super::dates::month(day) } else { form(day) }
}

/// The time in which something was rated, within a sentence: "on LDN".
pub fn during(kind: &PhaseKind) -> String {
    let said = match kind {
        PhaseKind::Baseline => messages::phase_baseline_during(),
        PhaseKind::Ldn => messages::phase_ldn_during(),
        PhaseKind::Placebo => messages::phase_placebo_during(),
        PhaseKind::Comparator(medicine) => return on_medicine(medicine),
        PhaseKind::Blinded(_) => return messages::in_period(&phase_within(kind)),
        PhaseKind::Washout => messages::phase_washout_during(),
    };
    said.to_owned()
}

/// The same at the beginning of a sentence, and by itself: "On LDN".
pub fn at_first(kind: &PhaseKind) -> String {
    let said = match kind {
        PhaseKind::Baseline => messages::phase_baseline_at_first(),
        PhaseKind::Ldn => messages::phase_ldn_at_first(),
        PhaseKind::Placebo => messages::phase_placebo_at_first(),
        PhaseKind::Comparator(medicine) => return on_medicine_at_first(medicine),
        PhaseKind::Blinded(_) => return messages::in_period_at_first(&phase_within(kind)),
        PhaseKind::Washout => messages::phase_washout_at_first(),
    };
    said.to_owned()
}

/// "on amitriptyline".
pub fn on_medicine(medicine: &Name) -> String {
    messages::on_medicine(medicine.as_str())
}

/// "On amitriptyline".
pub fn on_medicine_at_first(medicine: &Name) -> String {
    messages::on_medicine_at_first(medicine.as_str())
}

/// Whether what is sealed was taken: "taken".
pub fn taken(taken: bool) -> &'static str {
    if taken {
        messages::taken()
    } else {
        messages::not_taken()
    }
}

/// The time with which a later one is compared: "before".
pub fn before() -> &'static str {
    messages::before()
}

/// The same by itself: "Before".
pub fn before_at_first() -> &'static str {
    messages::before_at_first()
}

/// The days without LDN with which those on it are compared: "off LDN".
pub fn off() -> &'static str {
    messages::off()
}

/// The same by itself: "Off LDN".
pub fn off_at_first() -> &'static str {
    messages::off_at_first()
}

/// The days of an earlier dose with which those of a later one are compared: "on the earlier dose".
pub fn earlier_dose() -> &'static str {
    messages::earlier_dose()
}

/// The same by itself: "On the earlier dose".
pub fn earlier_dose_at_first() -> &'static str {
    messages::earlier_dose_at_first()
}

/// The days of a dose that is compared with an earlier one: "on the later dose".
pub fn later_dose() -> &'static str {
    messages::later_dose()
}

/// The same by itself: "On the later dose".
pub fn later_dose_at_first() -> &'static str {
    messages::later_dose_at_first()
}

/// The name of a side effect.
pub fn side_effect(effect: StandardSideEffect) -> &'static str {
    match effect {
        StandardSideEffect::VividDreams => messages::effect_vivid_dreams(),
        StandardSideEffect::Headache => messages::effect_headache(),
        StandardSideEffect::Insomnia => messages::effect_insomnia(),
        StandardSideEffect::Nightmares => messages::effect_nightmares(),
        StandardSideEffect::Nausea => messages::effect_nausea(),
        StandardSideEffect::Dizziness => messages::effect_dizziness(),
        StandardSideEffect::DryMouth => messages::effect_dry_mouth(),
        StandardSideEffect::Diarrhoea => messages::effect_diarrhoea(),
        StandardSideEffect::Constipation => messages::effect_constipation(),
        StandardSideEffect::AbdominalPain => messages::effect_abdominal_pain(),
        StandardSideEffect::Vomiting => messages::effect_vomiting(),
        StandardSideEffect::Drowsiness => messages::effect_drowsiness(),
        StandardSideEffect::Anxiety => messages::effect_anxiety(),
        StandardSideEffect::Irritability => messages::effect_irritability(),
    }
}

/// "much better".
pub fn global_change(change: GlobalChange) -> &'static str {
    match change {
        GlobalChange::VeryMuchBetter => messages::global_very_much_better(),
        GlobalChange::MuchBetter => messages::global_much_better(),
        GlobalChange::LittleBetter => messages::global_little_better(),
        GlobalChange::Same => messages::global_same(),
        GlobalChange::LittleWorse => messages::global_little_worse(),
        GlobalChange::MuchWorse => messages::global_much_worse(),
        GlobalChange::VeryMuchWorse => messages::global_very_much_worse(),
    }
}

/// The name of a tag.
pub fn tag(tag: &Tag) -> &str {
    match tag {
        Tag::Flare => messages::tag_flare(),
        Tag::Infection => messages::tag_infection(),
        Tag::Period => messages::tag_period(),
        Tag::Travel => messages::tag_travel(),
        Tag::Exertion => messages::tag_exertion(),
        Tag::OtherMedicineChanged => messages::tag_other_medicine_changed(),
        Tag::StressfulEvent => messages::tag_stressful_event(),
        Tag::ProcedureOrInjury => messages::tag_procedure_or_injury(),
        Tag::Other(name) => name.as_str(),
    }
}

/// Medicine against pain beside the usual.
pub fn extra_pain_medicine() -> &'static str {
    messages::extra_pain_medicine()
}

/// The same as a question of a day.
pub fn extra_pain_medicine_needed() -> &'static str {
    messages::extra_pain_medicine_needed()
}

/// The yes-or-no question for a stick, an arm or a wheelchair.
pub fn walking_support() -> &'static str {
    messages::walking_support()
}

/// The heading of the medicines that are counted beside LDN.
pub fn other_medicines() -> &'static str {
    messages::other_medicines()
}

/// The name of any item: a patient's own by the name that they gave it, and never by the id that files call it by.
pub fn any_item(id: &ItemId, settings: &Settings) -> String {
    match id {
        ItemId::Standard(standard) => item(*standard).to_owned(),
        ItemId::Own(own) => settings
            .own_item(own)
            .map_or(messages::own_item_gone(), |item| item.name.as_str())
            .to_owned(),
    }
}

/// The name of a medicine that is counted, by what the patient calls it.
pub fn any_medicine(id: &OwnId, settings: &Settings) -> String {
    settings
        .medicine(id)
        .map_or(messages::medicine_gone(), |medicine| medicine.name.as_str())
        .to_owned()
}

/// "Tramadol (50 mg)", or the name alone.
pub fn medicine_with_unit(medicine: &Medicine) -> String {
    let name = medicine.name.as_str();
    match &medicine.unit {
        Some(unit) => messages::with_unit(name, unit.as_str()),
        None => name.to_owned(),
    }
}

/// "Tramadol 2".
pub fn counted(medicine: &str, count: Count) -> String {
    messages::counted(medicine, count.get())
}

/// "Tramadol 2" of each medicine that was counted on a day, none included.
pub fn all_counted(answers: &Answers, settings: &Settings) -> Vec<String> {
    let counts = answers.medicines.iter();
    counts
        .map(|(id, count)| counted(&any_medicine(id, settings), *count))
        .collect()
}

/// "Pain 62".
pub fn rated(item: &str, rating: Rating) -> String {
    messages::rated(item, rating.get())
}

/// The name of any side effect: a patient's own by the name that they gave it.
pub fn any_side_effect(id: &SideEffectId, settings: &Settings) -> String {
    match id {
        SideEffectId::Standard(standard) => side_effect(*standard).to_owned(),
        SideEffectId::Own(own) => settings
            .own_side_effect(own)
            .map_or(messages::own_effect_gone(), |effect| effect.name.as_str())
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::in_drawing;

    #[test]
    fn a_long_name_is_short_in_a_drawing() {
        for (name, drawn) in [
            ("LDN", "LDN"),
            ("Baseline 10 Feb", "Baseline 10 Feb"),
            ("Amitriptyline 25 mg", "Amitriptyline"),
            ("Амитриптилин 25 мг, вечером перед сном", "Амитриптилин"),
            ("Pregabalin 75 mg twice a day", "Pregabalin 75"),
            ("Hydroxychloroquine", "Hydroxychloroqu…"),
            ("عقار أميتريبتيلين مساء", "عقار أميتريبتيل…"),
        ] {
            assert_eq!(in_drawing(name), drawn);
        }
    }
}
