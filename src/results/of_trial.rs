//! The answer of a trial of one on its page (T4): what it has of any answer, and what only a trial has.

use chrono::NaiveDate;

use super::{CardOffer, Choice, Fact, Layer, OfTrial, Page, Shown, Wanted, layer, words as told};
use crate::charts::Table;
use crate::charts::small::{self, EffectsOf, Small};
use crate::diary::{Arm, Diary, ItemId, PhaseKind, TrialOfOne};
use crate::exchange::{seal, sealed_order};
use crate::trial::{
    Lack, Pooled, Question, SETTLING_IN, Study, TrialCaveat, Verdict, arm_name, caveat_of_both, changed_since,
    guessed_said, order_said, sentence, taken_said, tolerated_said, went_said,
};
use crate::words::{
    impression, list, names, numbers, results, safety, trial as comparisons, trial_answer as words, trial_of_one,
};

/// The place in the address of a trial.
pub(super) fn id(trial: &TrialOfOne) -> String {
    ["trial-", &trial.first_day().to_string()].concat()
}

/// The trials that can be shown: unsealed, and begun.
fn shown<'s>(study: &'s Study<'_>) -> impl DoubleEndedIterator<Item = &'s TrialOfOne> {
    let as_of = study.as_of();
    let trials = study.trials().iter();
    trials.filter(move |trial| trial.revealed.is_some() && trial.first_day() <= as_of)
}

/// Each trial as something to choose, with its first day.
pub(super) fn choices(study: &Study<'_>) -> Vec<(NaiveDate, Choice)> {
    let mut found = Vec::new();
    for trial in shown(study) {
        let first = trial.first_day();
        let name = words::name(first);
        found.push((first, Choice { id: id(trial), name }));
    }
    found
}

/// The trial that an address asks for; where it asks for nothing that is there, the last one, unless something was taken after
/// it that has a likely range since `later`. The washout that follows a trial hides it not.
pub(super) fn chosen(study: &Study<'_>, asked: &str, later: Option<NaiveDate>, is_asked: bool) -> Option<String> {
    if let Some(trial) = shown(study).find(|trial| id(trial) == asked) {
        return Some(id(trial));
    }
    let last = shown(study).next_back().filter(|_| !is_asked)?;
    later.is_none_or(|from| from < last.ends).then(|| id(last))
}

/// What is asked of a trial, worked out.
struct Asked<'a> {
    trial: &'a TrialOfOne,
    items: Vec<ItemId>,
    pooled: Pooled,
}

fn asked<'a>(study: &'a Study<'_>, wanted: Wanted<'_>) -> Option<Asked<'a>> {
    let mut trials = study.trials().iter().enumerate();
    let (place, trial) = trials.find(|(_, trial)| trial.revealed.is_some() && id(trial) == wanted.phase)?;
    let (items, main) = (study.items_of_trial(trial), study.main_item_of(trial));
    let item = items.iter().find(|item| item.as_str() == wanted.item);
    let item = item.unwrap_or(&main).clone();
    let pooled = study.pooled(place, &item)?;
    Some(Asked { trial, items, pooled })
}

/// The page of a trial; `None` where there is none at that address that is unsealed.
pub fn of_trial(diary: &Diary, as_of: NaiveDate, wanted: Wanted<'_>) -> Option<OfTrial> {
    let study = Study::of(diary, as_of, wanted.counting);
    let phases = study.phases();
    let Asked { trial, items, pooled } = asked(&study, wanted)?;
    let page = Page {
        diary,
        study: &study,
        phases: &phases,
        shown: &pooled.answer,
        question: Question::FIRST,
        taken: Vec::new(),
    };
    let mut beside = Vec::new();
    for item in items
        .iter()
        .filter(|item| **item != pooled.answer.item && pooled.answer.main)
    {
        beside.extend(study.pooled(pooled.trial, item).map(|other| other.answer));
    }
    let decimals = beside.iter().filter_map(|other| other.finding().figures);
    let decimals = decimals.map(|figures| figures.after.decimals()).max().unwrap_or(0);
    let others = beside.iter().filter_map(|other| page.other(other, decimals)).collect();
    let mut answer = page.judged(&pooled.answer);
    answer.sentence = said(&pooled, diary);
    answer.caveats_name = Some(words::before_believing());
    answer.beside.extend(changed_since(&pooled.answer));
    if !sealed_order::fits(trial) {
        answer.caveats.push(words::caveat_seal().to_owned());
    }
    answer
        .caveats
        .extend(study.caveats_of_trial(&pooled).iter().map(|one| caveat(*one, &pooled)));
    let card = study.card_of(trial);
    let days = trial.first_day()..trial.ends;
    let phases_of = phases.iter().filter(|phase| days.contains(&phase.from));
    let (mut late, mut imported) = (0, 0);
    for phase in phases_of {
        late += phase.late;
        imported += phase.imported;
    }
    let last = trial.ends.pred_opt().unwrap_or(trial.ends);
    let shown = Shown {
        phases: page.choices(),
        items: items.iter().map(|item| page.item_choice(item)).collect(),
        phase: id(trial),
        item: pooled.answer.item.to_string(),
        questions: Vec::new(),
        question: String::new(),
        card: card.map(|card| study.card_said(card, seal::fits(card))),
        on_the_day: None,
        offer: CardOffer::Nothing,
        windows: match went_said(trial) {
            Some(went) => words::windows_stopped(&went, trial.first_day(), last, SETTLING_IN),
            None => words::windows(trial.plan.pairs(), trial.first_day(), last, SETTLING_IN),
        },
        late,
        imported,
        answer,
        others,
        against_taken: Vec::new(),
        unkept: study.pooled_to_keep(&pooled).into_iter().collect(),
        small: small_charts(&page, &pooled),
        sealed: told::of_trial(&study),
        published: told::published(&pooled.answer.item),
    };
    let mut about = about(trial, &pooled);
    about.extend(impressions(&study, trial));
    Some(OfTrial { shown, about })
}

/// The finding in plain words, or why there is none.
fn said(pooled: &Pooled, diary: &Diary) -> String {
    let answer = &pooled.answer;
    let lacks = [answer.reference_lacks(), answer.window_lacks()];
    if lacks.contains(&Some(Lack::NoDay)) {
        return words::none(&names::yours(&answer.item, &diary.settings), SETTLING_IN);
    }
    sentence(answer, &diary.settings)
}

/// How the trial went: the order, what was taken, guessed and tolerated.
fn about(trial: &TrialOfOne, pooled: &Pooled) -> Vec<Fact> {
    let fact = |name: &str, value: String, note: &str| layer::fact(name, value, note);
    let any_guess = pooled.arms.iter().any(|arm| arm.guesses.bang().is_some());
    let guessed = if any_guess {
        fact(
            words::guessed(),
            guessed_said(&pooled.arms),
            trial_of_one::blinding_note(),
        )
    } else {
        fact(words::guessed(), words::not_guessed().to_owned(), "")
    };
    let tolerated = tolerated_said(&pooled.arms, numbers::none()).map(|[ldn, placebo]| {
        let value = words::tolerated_value(&ldn, &placebo);
        fact(words::tolerated(), value, &words::tolerated_note(SETTLING_IN))
    });
    let mut all = vec![
        fact(words::order(), order_said(trial), ""),
        fact(words::taken(), taken_said(&pooled.arms), ""),
        guessed,
    ];
    all.extend(tolerated);
    all
}

/// What was said at the end of each bottle of all that has changed; nothing where nothing was.
fn impressions(study: &Study<'_>, trial: &TrialOfOne) -> Option<Fact> {
    let mut said = Vec::new();
    for (occasion, change) in study.impressions() {
        let bottle = occasion.bottle(study.diary()).filter(|_| trial.contains(occasion.day));
        said.extend(bottle.map(|bottle| impression::bottles_said(bottle, names::global_change(change))));
    }
    (!said.is_empty()).then(|| layer::fact(impression::bottles(), list(said), ""))
}

fn small_charts(page: &Page<'_>, pooled: &Pooled) -> Vec<Small> {
    let settings = &page.diary.settings;
    let within = names::within(&pooled.answer.item, settings);
    let days = |arm: Arm| {
        let mut days = Vec::new();
        for (_, from, to) in pooled.counted.iter().filter(|period| period.0 == arm) {
            days.push((*from, *to));
        }
        days
    };
    let mut effects = Vec::new();
    for arm in &pooled.arms {
        effects.push(EffectsOf {
            name: arm_name(arm.arm).to_owned(),
            kind: match arm.arm {
                Arm::Ldn => &PhaseKind::Ldn,
                Arm::Placebo => &PhaseKind::Placebo,
            },
            answers: &arm.side_effects,
        });
    }
    [
        small::pairs(&within, page.standard(), &pooled.pairs),
        page.spread_over([&days(Arm::Placebo), &days(Arm::Ldn)]),
        small::side_effects(&effects, settings),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A caveat in plain words.
fn caveat(caveat: TrialCaveat, pooled: &Pooled) -> String {
    match caveat {
        TrialCaveat::Drawn => {
            let limits = pooled.answer.finding().figures.and_then(|figures| figures.limits);
            match limits.map(|limits| limits.side()) {
                Some(Verdict::Worse) => words::caveat_drawn_worse(),
                _ => words::caveat_drawn(),
            }
            .to_owned()
        }
        TrialCaveat::CarryOver => words::caveat_carry_over(SETTLING_IN),
        TrialCaveat::RevealedEarly(day) => words::caveat_early(day),
        TrialCaveat::SeenBefore(day) => words::caveat_seen(day),
        TrialCaveat::Stopped(day) => words::caveat_stopped(day),
        TrialCaveat::Moved(periods) => words::caveat_moved(periods),
        TrialCaveat::PairMissing(pairs) => words::caveat_pair_missing(pairs),
        TrialCaveat::GuessedRightly | TrialCaveat::SameOrder(_) => {
            caveat_of_both(caveat, &pooled.arms).unwrap_or_default()
        }
        TrialCaveat::DosesMissed => words::caveat_doses(&taken_said(&pooled.arms)),
        TrialCaveat::OtherMedicineChanged(days) => comparisons::caveat_other_medicine(days),
        TrialCaveat::Late(days) => words::caveat_late(days),
        TrialCaveat::Imported(days) => words::caveat_imported(days),
        TrialCaveat::UnevenDays => comparisons::caveat_uneven().to_owned(),
        TrialCaveat::ManyDaysMissing => comparisons::caveat_many_missing().to_owned(),
    }
}

/// The second layer of what [`of_trial()`] gives for the same.
pub fn layer_of_trial(diary: &Diary, as_of: NaiveDate, wanted: Wanted<'_>) -> Option<Layer> {
    let study = Study::of(diary, as_of, wanted.counting);
    let Asked { pooled, .. } = asked(&study, wanted)?;
    let answer = &pooled.answer;
    let mut facts = Vec::new();
    if let Some(means) = &answer.contrast.means {
        facts.extend(layer::of_means(means, [&answer.during(), &answer.against.when()]));
    }
    if let Some(range) = &answer.contrast.range {
        facts.extend(layer::of_range(range, answer));
    }
    facts.extend(randomisation(&pooled));
    let phases = study.phases();
    let counting = told::counting_said(&study, &phases);
    Some(Layer {
        facts,
        beside: layer::beside(&diary.settings, &phases),
        method: vec![
            words::method(SETTLING_IN + 1),
            results::method_range().to_owned(),
            results::method_main().to_owned(),
            words::method_guesses().to_owned(),
            counting,
            safety::purpose().to_owned(),
        ],
    })
}

/// In how many of the orders that chance could have drawn the pairs differ as far to the better side.
fn randomisation(pooled: &Pooled) -> Option<Fact> {
    let mut whole_pairs: u32 = 0;
    for pair in &pooled.pairs {
        whole_pairs += u32::from(pair.difference().is_some());
    }
    let (share, ways) = (pooled.randomisation?, 1_u32 << whole_pairs);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "16 ways at most")]
    let found = (share * f64::from(ways)).round() as u32;
    Some(layer::fact(
        words::randomisation(),
        words::randomisation_value(found, ways),
        &words::randomisation_note(ways),
    ))
}

/// Every item of a trial as a table.
pub fn all_of_trial(diary: &Diary, as_of: NaiveDate, wanted: Wanted<'_>) -> Table {
    let study = Study::of(diary, as_of, wanted.counting);
    let mut rows = Vec::new();
    if let Some(Asked { trial, items, pooled }) = asked(&study, wanted) {
        let name = words::name(trial.first_day());
        for item in items {
            let one = study.pooled(pooled.trial, &item);
            rows.extend(one.map(|one| layer::row(diary, name.clone(), &one.answer)));
        }
    }
    Table {
        columns: told::columns([words::mean_placebo(), words::mean_ldn()]),
        rows,
    }
}
