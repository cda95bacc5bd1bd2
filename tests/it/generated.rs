//! Diaries out of nothing, for properties.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use ldn_diary::diary::{
    Against, Answers, Arm, Count, Day, DayEnd, Decision, Diary, Direction, Dose, DoseStep, FinalAnswer, FinalDays,
    FinalRange, Form, GlobalChange, Guess, ItemId, KeptAnswer, LAST_DATE, Medicine, Millionths, Name, Note, OwnId,
    OwnItem, OwnSideEffect, Phase, PhaseKind, PlannedPhase, Points, Rating, Rest, Sampling, SamplingPlan, Sealed,
    Settings, SideEffectId, StandardItem, StandardSideEffect, Sure, Tag, Template, Treatment, TrialOfOne, TrialPlan,
    Unknown,
};
use ldn_diary::exchange::backup::{Mark, Marks};
use ldn_diary::exchange::seal;
use ldn_diary::exchange::sealed_order::{self, RANDOM_BYTES, SealedOrder, draw};
use ldn_diary::trial_of_one::TrialsOfOne;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Any diary that the app can come to hold: every kind of answer, own items, phases, fields of another version.
pub(crate) fn diary() -> impl Strategy<Value = Diary> {
    let days = btree_map(date(), day_parts(), 0..12);
    (settings(), treatment(), days, rest()).prop_map(|(settings, treatment, days, rest)| {
        let mut diary = Diary::restore(settings, treatment, []);
        for (date, parts) in days {
            diary.put_day(parts.into_day(date));
        }
        diary.rest = rest;
        diary
    })
}

fn rest() -> impl Strategy<Value = Rest> {
    let written = (vec(sealed(), 0..3), vec(decision(), 0..3), unknown());
    (of(template()), vec(kept_answer(), 0..3), written, sampling(), unknown()).prop_map(
        |(template, answers, (cards, decisions, impressions), sampling, unknown)| {
            let mut rest = Rest::new(template, Vec::new(), unknown);
            rest.impressions = impressions;
            rest.sampling = sampling;
            for answer in answers {
                rest.keep(answer);
            }
            for sealed in cards {
                let seal = seal::of(&sealed);
                rest.seal(&Treatment::default(), sealed, seal);
            }
            rest.with_decisions(decisions)
        },
    )
}

fn sampling() -> impl Strategy<Value = SamplingPlan> {
    btree_map(date(), select(Sampling::ALL.to_vec()), 0..3).prop_map(|changes| {
        let mut plan = SamplingPlan::default();
        for (from, sampling) in changes {
            plan.change(from, sampling);
        }
        plan
    })
}

fn sealed() -> impl Strategy<Value = Sealed> {
    let ends_it = of(select(vec![
        SideEffectId::from(StandardSideEffect::Headache),
        SideEffectId::Own(OwnId::new("own_2").expect("an id")),
    ]));
    let days = (date(), of(date()));
    (select(item_ids()), 1..=100_i64, ends_it, days, instant()).prop_map(
        |(item, points, ends_it, (day, ldn_from), at)| Sealed {
            item,
            at_least: Points::new(points).expect("within the scale"),
            ends_it,
            day,
            ldn_from,
            at,
        },
    )
}

fn decision() -> impl Strategy<Value = Decision> {
    let global_change = of(select(GlobalChange::ALL.to_vec()));
    (1..4_u32, date(), instant(), global_change, note()).prop_map(
        |(question, final_day, at, global_change, decided)| Decision {
            question,
            final_day,
            at,
            global_change,
            decided,
        },
    )
}

fn kept_answer() -> impl Strategy<Value = KeptAnswer> {
    let limits = || [any::<i32>(), any::<i32>()].prop_map(|limits| limits.map(|limit| Millionths(i64::from(limit))));
    let share = || (0..=1_000_000_i64).prop_map(Millionths);
    let range = (limits(), limits(), of(limits()), share(), of(share()), share(), share());
    let range = range.prop_map(
        |(difference95, difference80, percent95, better, at_least_30, correlation, wave_share)| FinalRange {
            difference95,
            difference80,
            percent95,
            better,
            at_least_30,
            at_least_asked: at_least_30.map(|likely| Millionths(1_000_000 - likely.0)),
            correlation,
            wave_share,
        },
    );
    let side = || {
        (date(), vec(of(0..=100_i64), 1..90)).prop_map(|(from, ratings)| {
            let days = u32::try_from(ratings.len()).expect("few");
            let more = TimeDelta::days(i64::from(days) - 1);
            // No day of a diary lies after its last date.
            let from = from.min(LAST_DATE - more);
            let rating = |number| Rating::new(number).expect("within the scale");
            FinalDays {
                from,
                to: from + more,
                days,
                ratings: ratings.into_iter().map(|number| number.map(rating)).collect(),
            }
        })
    };
    let against = prop_oneof![select(&Against::UNNAMED[..]), name().prop_map(Against::Comparator)];
    let days = (date(), date(), side(), side());
    (instant(), 1..4_u32, select(item_ids()), against, days, range).prop_map(
        |(at, question, item, against, (since, final_day, reference, window), range)| KeptAnswer {
            at,
            answer: FinalAnswer {
                question,
                item,
                against,
                since,
                final_day,
                reference,
                window,
                range,
            },
        },
    )
}

/// Texts that break readers: quotes, separators, line breaks, formulas, other alphabets.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,8}",
        select(vec![
            "\"",
            "'",
            "''",
            ",",
            ";",
            "|",
            "\n",
            "\u{2028}",
            "＝",
            ";;;;;;;;;;;;;;;;;;;;;;;;;;",
            "\r\n",
            "\t",
            "=1+1",
            "@x",
            "+",
            "-",
            "  ",
            "\\",
            "\u{feff}",
            "\u{202e}",
            "ночь",
            "夜",
            "عربي",
            "😴",
            "null",
            "2026-01-05",
        ])
        .prop_map(str::to_owned),
    ];
    vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

pub(crate) fn date() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a date");
    (0..=109_571_i64).prop_map(move |days| first + TimeDelta::days(days))
}

fn instant() -> impl Strategy<Value = DateTime<FixedOffset>> {
    let nanos = prop_oneof![
        Just(0_u32),
        (0..1_000_u32).prop_map(|millis| millis * 1_000_000),
        0..1_000_000_000_u32
    ];
    (-2_208_900_000_i64..7_258_000_000, nanos, -12 * 60..=14 * 60).prop_map(|(seconds, nanos, minutes)| {
        let offset = FixedOffset::east_opt(minutes * 60).expect("an offset within a day");
        DateTime::from_timestamp(seconds, nanos)
            .expect("an instant")
            .with_timezone(&offset)
    })
}

/// States of days, and deletions.
pub(crate) fn marks() -> impl Strategy<Value = (Vec<Option<Mark>>, Vec<(NaiveDate, Mark)>)> {
    let mark = || (instant(), 1..9_u64).prop_map(|(at, revision)| Mark { at, revision });
    (vec(of(mark()), 12), vec((date(), mark()), 0..3))
}

/// These states for the days of a diary, and these deletions of days that it has not.
pub(crate) fn marks_of(diary: &Diary, (days, deleted): &(Vec<Option<Mark>>, Vec<(NaiveDate, Mark)>)) -> Marks {
    let days = diary.days().zip(days);
    Marks {
        days: days.filter_map(|(day, mark)| Some((day.date(), (*mark)?))).collect(),
        deleted: deleted
            .iter()
            .copied()
            .filter(|(date, _)| diary.day(*date).is_none())
            .collect(),
        emptied: None,
    }
}

fn name() -> impl Strategy<Value = Name> {
    text().prop_filter_map("a name", |text| Name::new(&text).ok())
}

fn note() -> impl Strategy<Value = Note> {
    text().prop_map(|text| Note::new(&text).expect("a short note"))
}

fn dose() -> impl Strategy<Value = Dose> {
    (0..=1_000_000_u64).prop_map(|micrograms| Dose::from_micrograms(micrograms).expect("at most 1 g"))
}

/// Fields whose names no version 1 of the file format has.
fn unknown() -> impl Strategy<Value = Unknown> {
    let json = select(vec![
        "null",
        "1.10",
        "\"a \\\" b\"",
        "[1,{\"b\":[]}]",
        "{\"c\":null}",
        "12345678901234567890123",
    ]);
    btree_map("x_[a-zA-Zä \"]{0,6}", json.prop_map(str::to_owned), 0..3).prop_map(|fields| fields.into_iter().collect())
}

/// Ids that no standard thing and no own thing of these diaries has.
fn unknown_answers() -> impl Strategy<Value = Unknown> {
    let json = select(vec!["7", "\"often\"", "{\"severity\":2}"]);
    btree_map("X [a-z]{0,4}", json.prop_map(str::to_owned), 0..2).prop_map(|fields| fields.into_iter().collect())
}

const OWN_ITEMS: [&str; 3] = ["own_1", "own_2", "fog"];
const MEDICINES: [&str; 2] = ["medicine_1", "tramadol"];
const OWN_EFFECTS: [&str; 2] = ["effect_1", "itching"];

fn own(id: &str) -> OwnId {
    OwnId::new(id).expect("an own id")
}

fn item_ids() -> Vec<ItemId> {
    let standard = StandardItem::ALL.into_iter().map(ItemId::from);
    standard.chain(OWN_ITEMS.map(|id| ItemId::Own(own(id)))).collect()
}

fn side_effect_ids() -> Vec<SideEffectId> {
    let standard = StandardSideEffect::ALL.into_iter().map(SideEffectId::from);
    standard
        .chain(OWN_EFFECTS.map(|id| SideEffectId::Own(own(id))))
        .collect()
}

fn settings() -> impl Strategy<Value = Settings> {
    let own_item = |id: &'static str| {
        let better = select(vec![Direction::LowerIsBetter, Direction::HigherIsBetter]);
        (name(), better, any::<bool>(), unknown()).prop_map(move |(name, better, archived, unknown)| OwnItem {
            id: own(id),
            name,
            better,
            archived,
            unknown,
        })
    };
    let own_effect = |id: &'static str| {
        (name(), any::<bool>(), unknown()).prop_map(move |(name, archived, unknown)| OwnSideEffect {
            id: own(id),
            name,
            archived,
            unknown,
        })
    };
    let medicine = |id: &'static str| {
        (name(), of(name()), any::<bool>(), unknown()).prop_map(move |(name, unit, archived, unknown)| Medicine {
            id: own(id),
            name,
            unit,
            archived,
            unknown,
        })
    };
    let declared = (
        OWN_ITEMS.map(own_item),
        of(OWN_EFFECTS.map(own_effect)),
        MEDICINES.map(medicine),
    );
    let on = (
        subsequence(item_ids(), 0..14).prop_shuffle(),
        subsequence(side_effect_ids(), 0..16).prop_shuffle(),
    );
    (of(name()), 0..=360_u16, declared, on, any::<bool>(), unknown()).prop_map(
        |(condition, end, (items, effects, medicines), (items_on, effects_on), walking, unknown)| {
            let mut settings = Settings::default()
                .with_own_items(items.into())
                .and_then(|settings| settings.with_own_side_effects(effects.into_iter().flatten().collect()))
                .and_then(|settings| settings.with_medicines(medicines.into()))
                .and_then(|settings| settings.with_items_on(items_on))
                .and_then(|settings| settings.with_side_effects_on(effects_on))
                .expect("ids are unique");
            settings.condition = condition;
            settings.day_ends_at = DayEnd::new(end).expect("up to 06:00");
            settings.walking_support_on = walking;
            settings.unknown = unknown;
            settings
        },
    )
}

fn kind_of_phase() -> impl Strategy<Value = PhaseKind> {
    prop_oneof![
        4 => select(&PhaseKind::UNNAMED[..]),
        1 => name().prop_map(PhaseKind::Comparator)
    ]
}

fn treatment() -> impl Strategy<Value = Treatment> {
    let known = (any::<bool>(), any::<bool>());
    let phase = (kind_of_phase(), of(select(&Form::ALL[..])), known, unknown());
    let phases = btree_map(date(), phase, 0..5);
    let steps = btree_map(date(), (dose(), unknown()), 0..5);
    let said = (any::<bool>(), vec(date(), 0..3));
    (phases, steps, said, of(trial())).prop_map(|(phases, steps, (not_yet, single_doses), trial)| {
        let phases = phases
            .into_iter()
            .map(|(from, (kind, form, (said, by_month), unknown))| Phase {
                said,
                by_month,
                unknown,
                ..Phase::new(kind, from, form)
            });
        let steps = steps
            .into_iter()
            .map(|(from, (dose, unknown))| DoseStep { from, dose, unknown });
        let mut treatment = Treatment::new(phases.collect(), steps.collect()).expect("a map ascends");
        treatment.not_yet = not_yet;
        treatment.single_doses = single_doses.into_iter().collect();
        let with_trial = trial.and_then(|lived| lived.in_treatment(&treatment));
        with_trial.unwrap_or(treatment)
    })
}

/// A trial of one as it may be lived through. The order is known to the test alone.
#[derive(Debug, Clone)]
pub(crate) struct Lived {
    pub(crate) plan: TrialPlan,
    pub(crate) random: [u8; RANDOM_BYTES],
    dose: Dose,
    form: Form,
    began: DateTime<FixedOffset>,
    guesses: Vec<(u8, Option<Arm>, Option<Sure>)>,
    /// By how many days the second period is begun late.
    late: i64,
    /// After so many days it is stopped.
    stopped: Option<i64>,
    /// Whether it was opened.
    pub(crate) opened: bool,
    unknown: Unknown,
}

impl Lived {
    pub(crate) fn sealed(&self) -> SealedOrder {
        draw(&self.random, self.plan)
    }

    /// The trial in a treatment, where there is room for it.
    pub(crate) fn in_treatment(&self, before: &Treatment) -> Option<Treatment> {
        let code = self.sealed().commit_code();
        let mut trial = TrialOfOne::new(code.clone(), self.plan, (self.dose, self.form), self.began);
        trial.unknown = self.unknown.clone();
        let mut treatment = before.begin_trial(&trial).ok()?;
        let second = self.plan.first_of(2) + TimeDelta::days(self.late);
        // What begins at once after it may be in the way.
        let moved = treatment.move_period(&code, 2, second, self.late % 2 == 0);
        treatment = moved.unwrap_or(treatment);
        for (period, arm, sure) in &self.guesses {
            let guess = Guess {
                arm: *arm,
                sure: *sure,
                at: self.began,
            };
            let last = LAST_DATE;
            treatment = treatment.guess_period(&code, *period, guess, last).unwrap_or(treatment);
        }
        if let Some(day) = self.stopped {
            let day = self.plan.first_day() + TimeDelta::days(day);
            treatment = treatment.stop_trial(&code, day, self.began).unwrap_or(treatment);
        }
        if self.opened {
            let trial = treatment.trial(&code).unwrap();
            let typed = self.sealed().reveal_code();
            let revealed = sealed_order::open(&trial, typed.as_str(), self.began, DayEnd::default()).unwrap();
            treatment = treatment.reveal_trial(&code, revealed).unwrap();
        }
        Some(treatment)
    }
}

/// Any trial that the codes can hold and the diary too.
pub(crate) fn trial() -> impl Strategy<Value = Lived> {
    let plan = (2..=4_i64, 21..=84_i64, date())
        .prop_filter_map("a plan", |(pairs, days, first)| TrialPlan::new(pairs, days, first).ok());
    let guess = (1..=8_u8, of(select(Arm::ALL.to_vec())), of(select(Sure::ALL.to_vec())));
    let label = (dose(), select(&Form::ALL[..]), instant());
    let course = (vec(guess, 0..8), -10..=10_i64, of(1..300_i64), any::<bool>(), unknown());
    (plan, any::<[u8; RANDOM_BYTES]>(), label, course).prop_map(
        |(plan, random, (dose, form, began), (guesses, late, stopped, opened, unknown))| Lived {
            plan,
            random,
            dose,
            form,
            began,
            guesses,
            late,
            stopped,
            opened,
            unknown,
        },
    )
}

fn template() -> impl Strategy<Value = Template> {
    let planned = (select(&PhaseKind::UNNAMED[..]), any::<u16>()).prop_map(|(kind, days)| PlannedPhase { kind, days });
    prop_oneof![
        any::<bool>().prop_map(|placebo_first| Template::Stanford2013 { placebo_first }),
        Just(Template::Stanford2009),
        Just(Template::TenWeek),
        vec(planned, 0..4).prop_map(Template::Own),
    ]
}

/// All of a day but its date.
#[derive(Debug, Clone)]
struct DayParts {
    recorded_at: DateTime<FixedOffset>,
    edited_at: Option<DateTime<FixedOffset>>,
    imported_from: Option<Name>,
    answers: Answers,
    unknown: Unknown,
    unknown_items: Unknown,
    unknown_side_effects: Unknown,
    unknown_medicines: Unknown,
}

impl DayParts {
    fn into_day(self, date: NaiveDate) -> Day {
        let day = Day::restore(date, self.recorded_at, self.edited_at, self.answers);
        let mut day = day.with_source(self.imported_from);
        day.unknown = self.unknown;
        day.unknown_items = self.unknown_items;
        day.unknown_side_effects = self.unknown_side_effects;
        day.unknown_medicines = self.unknown_medicines;
        day
    }
}

fn day_parts() -> impl Strategy<Value = DayParts> {
    (
        instant(),
        of(instant()),
        of(name()),
        answers(),
        unknown(),
        unknown_answers(),
        unknown_answers(),
        unknown_answers(),
    )
        .prop_map(
            |(
                recorded_at,
                edited_at,
                imported_from,
                answers,
                unknown,
                unknown_items,
                unknown_side_effects,
                unknown_medicines,
            )| DayParts {
                recorded_at,
                edited_at,
                imported_from,
                answers,
                unknown,
                unknown_items,
                unknown_side_effects,
                unknown_medicines,
            },
        )
}

/// Any day of one date.
pub(crate) fn day() -> impl Strategy<Value = Day> {
    day_parts().prop_map(|parts| parts.into_day(NaiveDate::from_ymd_opt(2026, 3, 10).expect("a date")))
}

/// Settings in which all own things of these days are declared.
pub(crate) fn own_settings() -> Settings {
    let items = OWN_ITEMS.map(|id| OwnItem {
        id: own(id),
        name: Name::new(id).expect("a name"),
        better: Direction::LowerIsBetter,
        archived: false,
        unknown: Unknown::default(),
    });
    let medicines = MEDICINES.map(|id| Medicine {
        id: own(id),
        name: Name::new(id).expect("a name"),
        unit: None,
        archived: false,
        unknown: Unknown::default(),
    });
    Settings::default()
        .with_own_items(items.into())
        .and_then(|settings| settings.with_medicines(medicines.into()))
        .expect("ids are unique")
}

/// Any answers, none included.
pub(crate) fn answers() -> impl Strategy<Value = Answers> {
    let rating = (0..=100_i64).prop_map(|rating| Rating::new(rating).expect("on the scale"));
    let items = btree_map(select(item_ids()), rating, 0..8);
    let effects = btree_map(select(side_effect_ids()), any::<bool>(), 0..8);
    let count = (0..=99_i64).prop_map(|count| Count::new(count).expect("a count"));
    let medicines = btree_map(select(MEDICINES.map(own).to_vec()), count, 0..3);
    let tag = prop_oneof![select(&Tag::STANDARD[..]), name().prop_map(Tag::new)];
    let yes_or_no = || of(any::<bool>());
    (
        items,
        (effects, medicines),
        of(dose()),
        (yes_or_no(), yes_or_no()),
        yes_or_no(),
        any::<bool>(),
        btree_set(tag, 0..4),
        note(),
    )
        .prop_map(
            |(
                items,
                (side_effects, medicines),
                dose_taken,
                (rescue_medicine, sealed_dose),
                walking_support,
                left_out,
                tags,
                note,
            )| Answers {
                items: items.into_iter().collect(),
                side_effects: side_effects.into_iter().collect(),
                medicines: medicines.into_iter().collect(),
                dose_taken,
                rescue_medicine,
                sealed_dose,
                walking_support,
                left_out,
                tags: tags.into_iter().collect(),
                note,
            },
        )
}
