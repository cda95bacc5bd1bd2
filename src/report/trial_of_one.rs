//! The trials of one on the report, in the lines that CENT 2015 asks for (T5).

use chrono::NaiveDate;

use crate::diary::{Deviation, Diary, ItemId, SideEffectId, TrialOfOne};
use crate::exchange::{seal, sealed_order};
use crate::trial::{
    ArmSummary, Pooled, SETTLING_IN, SideEffectSummary, Study, arm_name, decimals_of, guessed_said, guesses_said,
    lower_and_higher, mean_of_days as mean, order_said, taken_said, tolerated_said, went_said,
};
use crate::words::{Decimal, as_named, list, names, paper, sentences, trial_of_one as words, unmarked, wallet_card};

use super::finding::averaged;
use super::parts::{NONE, Table, Words};
use super::tables::change;
use super::time_axis::span;

/// What page 1 says of a trial that goes on or was not opened, and of the one that its finding is of.
pub(super) fn facts(diary: &Diary, study: &Study<'_>, told: Option<&Pooled>) -> Vec<String> {
    let trials = study.trials().iter();
    let sealed = trials.filter(|trial| trial.revealed.is_none());
    let mut facts: Vec<String> = sealed.map(|_| words::waits_on_paper().to_owned()).collect();
    facts.extend(told.map(|pooled| how_it_went(diary, &study.trials()[pooled.trial], pooled)));
    facts
}

/// That it was blinded and opened, what was guessed, in how many pairs it is lower, and what went otherwise than planned.
fn how_it_went(diary: &Diary, trial: &TrialOfOne, pooled: &Pooled) -> String {
    let mut parts = vec![
        if sealed_order::fits(trial) {
            words::revealed_on_paper()
        } else {
            words::revealed_on_paper_fits_not()
        }
        .to_owned(),
    ];
    let (mut late, mut before) = (0_usize, 0_usize);
    let mut stopped = None;
    for deviation in trial.deviations() {
        match deviation {
            Deviation::Moved(_, planned, date) if date > planned => late += 1,
            Deviation::Moved(..) => before += 1,
            Deviation::Stopped(_, date) => stopped = went_said(trial).map(|went| (date, went)),
            Deviation::Length(..) | Deviation::RevealedEarly(_) | Deviation::SeenBefore(_) => {}
        }
    }
    parts.extend(stopped.map(|(date, went)| words::revealed_on_paper_stopped(date, &went)));
    parts.extend(trial.revealed.iter().map(|revealed| match trial.unsealed_on() {
        Some(day) => words::revealed_on_paper_early(day),
        None => words::revealed_on_paper_date(diary.day_of(revealed.at)),
    }));
    parts.push(guesses_said(&pooled.arms, true).unwrap_or_else(|| words::guesses_none().to_owned()));
    let [lower, higher, pairs] = lower_and_higher(&pooled.pairs);
    if lower > 0 && lower >= higher {
        parts.push(words::revealed_on_paper_lower(lower, pairs));
    } else if higher > 0 {
        parts.push(words::revealed_on_paper_higher(higher, pairs));
    }
    if late > 0 {
        parts.push(words::revealed_on_paper_late(late));
    }
    if before > 0 {
        parts.push(words::revealed_on_paper_before(before));
    }
    parts.join("; ")
}

/// A section for each trial that has begun.
pub(super) fn sections(diary: &Diary, study: &Study<'_>) -> Vec<Table> {
    let trials = study.trials().iter().enumerate();
    let begun = trials.filter(|(_, trial)| trial.first_day() <= study.as_of());
    begun
        .map(|(place, trial)| section(diary, study, place, trial))
        .collect()
}

fn section(diary: &Diary, study: &Study<'_>, place: usize, trial: &TrialOfOne) -> Table {
    let item = study.main_item_of(trial);
    let pooled = study.pooled(place, &item);
    let pooled = pooled.as_ref();
    let mut rows = vec![
        [words::design().to_owned(), design(diary, trial, &item)],
        [words::periods().to_owned(), periods(study, trial)],
        [words::order().to_owned(), order(diary, trial)],
        [words::blinding().to_owned(), blinding(trial, pooled)],
        [words::adherence().to_owned(), adherence(study, trial, pooled)],
        [words::losses().to_owned(), losses(study, trial, pooled)],
        [words::carry_over().to_owned(), words::carry_over_said(SETTLING_IN)],
    ];
    if let Some(pooled) = pooled {
        rows.push([words::result().to_owned(), as_named(&result(diary, pooled))]);
    }
    rows.push([words::harms().to_owned(), harms(diary, pooled)]);
    let card = study.card_of(trial).map(|card| study.card_said(card, seal::fits(card)));
    rows.push([
        words::card().to_owned(),
        card.unwrap_or_else(|| words::card_none().to_owned()),
    ]);
    rows.push([words::deviations().to_owned(), deviations(trial)]);
    Table {
        caption: words::section(trial.first_day()),
        columns: [words::about(), words::said()].map(String::from).to_vec(),
        rows: rows.into_iter().map(Vec::from).collect(),
        widths: vec![1.2, 6.0],
    }
}

fn design(diary: &Diary, trial: &TrialOfOne, item: &ItemId) -> String {
    let plan = trial.plan;
    let form = names::form_within(trial.form);
    sentences([
        words::design_said(plan.pairs(), plan.period_days(), &trial.dose.to_string(), form),
        words::design_goal(&names::within(item, &diary.settings)),
    ])
}

fn periods(study: &Study<'_>, trial: &TrialOfOne) -> String {
    let mut lines = Vec::new();
    for (number, from, until) in trial.spans() {
        let to = until.pred_opt().unwrap_or(until);
        let (recorded, of) = study.recorded_between(from, to);
        let days = span(from, to);
        lines.push(match trial.arm(number) {
            None => words::periods_sealed(number, &days, recorded, of),
            Some(arm) => words::periods_open(number, arm_name(arm), &days, recorded, of),
        });
    }
    lines.join("; ")
}

fn order(diary: &Diary, trial: &TrialOfOne) -> String {
    let Some(revealed) = &trial.revealed else {
        return words::order_sealed(trial.commit.as_str());
    };
    let open = words::order_open(
        &order_said(trial),
        diary.day_of(revealed.at),
        revealed.code.as_str(),
        trial.commit.as_str(),
        diary.day_of(trial.agreed_at),
    );
    let fits = if sealed_order::fits(trial) {
        words::order_fits()
    } else {
        words::order_fits_not()
    };
    sentences([open, fits.to_owned()])
}

fn blinding(trial: &TrialOfOne, pooled: Option<&Pooled>) -> String {
    let Some(pooled) = pooled else {
        return words::blinding_sealed(trial.guesses.len(), trial.periods.len());
    };
    let together = guesses_said(&pooled.arms, false).map(|said| said + ".");
    sentences([
        together.unwrap_or_default(),
        guessed_said(&pooled.arms),
        words::blinding_note().to_owned(),
    ])
}

fn adherence(study: &Study<'_>, trial: &TrialOfOne, pooled: Option<&Pooled>) -> String {
    let Some(pooled) = pooled else {
        let (taken, days) = study.sealed_doses(trial);
        return words::adherence_sealed(taken, days);
    };
    taken_said(&pooled.arms)
}

fn losses(study: &Study<'_>, trial: &TrialOfOne, pooled: Option<&Pooled>) -> String {
    let Some(pooled) = pooled else {
        let to = trial.ends.pred_opt().unwrap_or(trial.ends);
        let (recorded, days) = study.recorded_between(trial.first_day(), to);
        return words::losses_sealed(days - recorded, days);
    };
    let arms = pooled.arms.iter();
    list(arms.map(|arm| words::losses_arm(arm_name(arm.arm), arm.days - arm.recorded, arm.days)))
}

/// The place of the trial that the finding is of, unless something was taken after it that has a likely range since
/// `later`: the washout that follows a trial is no finding beside it.
pub(super) fn told(study: &Study<'_>, later: Option<NaiveDate>) -> Option<usize> {
    let trials = study.trials();
    let place = trials.iter().rposition(|trial| trial.first_day() <= study.as_of())?;
    later.is_none_or(|first| first < trials[place].ends).then_some(place)
}

/// The finding in one sentence, of a trial that is open.
pub(super) fn finding(diary: &Diary, study: &Study<'_>, pooled: &Pooled) -> Vec<Words> {
    let answer = &pooled.answer;
    let name = unmarked(&names::any_item(&answer.item, &diary.settings));
    let dose = study.trials()[pooled.trial].dose.to_string();
    let place = paper::with_dose(&answer.during(), &dose);
    let said = averaged(&name, &place, answer);
    Words::of(said.as_deref().unwrap_or_else(|| words::result_none()))
}

/// The same of one that is sealed: how far it is.
pub(super) fn sealed(diary: &Diary, study: &Study<'_>) -> Vec<Words> {
    let is_over = study.trials().iter().all(|trial| study.is_over(trial));
    Words::of(&match diary.treatment.phase_on(study.as_of()) {
        Some((_, phase)) if phase.kind.is_blinded() && !is_over => sentences([
            words::goes_on(&names::phase_within(&phase.kind)),
            wallet_card::blinded().to_owned(),
            wallet_card::opioids().to_owned(),
        ]),
        _ => words::waits().to_owned(),
    })
}

fn result(diary: &Diary, pooled: &Pooled) -> String {
    let mut pairs = Vec::new();
    let decimals = decimals_of(&pooled.pairs);
    for pair in &pooled.pairs {
        let side = |side: Option<(f64, usize)>| {
            let said = side.map(|(average, days)| mean(Decimal::of(average, decimals), days));
            said.unwrap_or_else(|| NONE.to_owned())
        };
        pairs.push(words::result_pair(pair.number, &side(pair.ldn), &side(pair.placebo)));
    }
    sentences([compared(diary, pooled), pairs.join("; ") + "."])
}

/// Both averages, the change and its range, or why there is none.
fn compared(diary: &Diary, pooled: &Pooled) -> String {
    let finding = pooled.answer.finding();
    let sides = finding.figures.zip(finding.window.zip(finding.reference));
    let Some((figures, (ldn, placebo))) = sides else {
        return words::result_none().to_owned();
    };
    let name = unmarked(&names::any_item(&pooled.answer.item, &diary.settings));
    let said = words::result_figures(&name, figures.after, ldn.recorded, figures.before, placebo.recorded);
    let [value, range] = change(&finding, pooled.answer.is_final);
    if figures.limits.is_some() {
        words::result_range(&said, &value, &range)
    } else {
        words::result_without(&said, &range)
    }
}

fn harms(diary: &Diary, pooled: Option<&Pooled>) -> String {
    let Some(Pooled { arms, .. }) = pooled else {
        return words::harms_sealed().to_owned();
    };
    let [ldn, placebo] = arms;
    let mut lines = Vec::new();
    for effect in &effects_of(arms) {
        let name = names::any_side_effect(effect, &diary.settings);
        let [ldn, placebo] = [ldn, placebo].map(|arm| share(arm.side_effects.get(effect)));
        lines.push(words::harms_effect(&name, &ldn, &placebo));
    }
    let tolerated = tolerated_said(arms, NONE).map(|[ldn, placebo]| words::harms_tolerability(&ldn, &placebo));
    if lines.is_empty() && tolerated.is_none() {
        return words::harms_none().to_owned();
    }
    let effects = if lines.is_empty() {
        String::new()
    } else {
        lines.join("; ") + "."
    };
    sentences([effects, tolerated.unwrap_or_default()])
}

fn deviations(trial: &TrialOfOne) -> String {
    let said: Vec<String> = trial
        .deviations()
        .into_iter()
        .map(|deviation| match deviation {
            Deviation::Moved(period, planned, date) => words::deviations_moved(period, date, planned),
            Deviation::Length(period, days) => words::deviations_length(period, days),
            Deviation::Stopped(period, date) => words::deviations_stopped(period, date),
            Deviation::RevealedEarly(date) => words::deviations_early(date),
            Deviation::SeenBefore(date) => words::deviations_seen(date),
        })
        .collect();
    if said.is_empty() {
        words::deviations_none().to_owned()
    } else {
        said.join("; ")
    }
}

/// The side effects that were answered in a trial, those on LDN first.
pub(super) fn effects_of([ldn, placebo]: &[ArmSummary; 2]) -> Vec<SideEffectId> {
    let mut effects: Vec<SideEffectId> = ldn.side_effects.keys().cloned().collect();
    for effect in placebo.side_effects.keys() {
        if !effects.contains(effect) {
            effects.push(effect.clone());
        }
    }
    effects
}

/// Days with a side effect of those answered, with its likely share.
pub(super) fn share(answers: Option<&SideEffectSummary>) -> String {
    let said = answers.map(|answers| {
        let percent = |limit: f64| Decimal::of(100.0 * limit, 0);
        let interval = answers.clustered.interval95;
        words::harms_days(
            answers.yes,
            answers.answered,
            percent(interval.low),
            percent(interval.high),
        )
    });
    said.unwrap_or_else(|| NONE.to_owned())
}
