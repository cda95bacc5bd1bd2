//! A trial of one on the treatment page: which bottle it is and which comes next, what was thought, and what can be done.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::diary::{PhaseKind, TrialOfOne};
use crate::exchange::calendar;
use crate::forms::field::GUESS;
use crate::forms::guess::can_be_said;
use crate::trial_of_one::TrialsOfOne as _;
use crate::web::pages::today::guess::{GuessQuestion, OPENS, arm_name, field, thought};
use crate::web::pages::treatment::form::{Changing, TreatmentForm};
use crate::web::route::Route;
use crate::web::unfinished::is_unfinished;
use crate::web::views::{CollectAny as _, Memo, on_click};
use crate::web::{clock, files};
use crate::words::{names, problems, trial_begin, trial_during as words};

/// Each trial: as it goes on, as it waits for its reveal, and what it held then.
#[component]
pub fn Trials() -> impl IntoView {
    let Changing { form, .. } = expect_context();
    let trials = Memo::new(move || form.treatment().trials_of_one());
    move || {
        let (trials, today) = (trials.get(), form.state.today());
        let is_one_of_more = trials.len() > 1;
        let trials = trials.into_iter();
        trials
            .map(|trial| view! { <OneTrial form=form trial=trial today=today is_one_of_more=is_one_of_more /> })
            .collect_any()
    }
}

#[component]
fn OneTrial(form: TreatmentForm, trial: TrialOfOne, today: NaiveDate, is_one_of_more: bool) -> impl IntoView {
    let heading = ["trial-", trial.commit.mark()].concat();
    let named_by = heading.clone();
    let is_over = trial.ends <= today;
    let has_begun = trial.first_day() <= today;
    let is_sealed = trial.revealed.is_none();
    let title = words::title(trial.commit.mark());
    let said = stands(&trial, today);
    let problem = RwSignal::new(None::<&'static str>);
    let bottles = bottles(&trial, today);
    let commit = words::commit(trial.commit.as_str());
    let mark = trial.commit.mark().to_owned();
    let revealed_at = trial.revealed.as_ref().map(|revealed| revealed.at);
    let opened = revealed_at.map(|at| untrack(|| form.state.with(|diary| words::opened(diary.day_of(at)))));
    let answer = revealed_at.map(|_| {
        let answer = ["phase=trial-", &trial.first_day().to_string()].concat();
        let said = named(words::answer(), &mark, is_one_of_more);
        view! {
            <a href=Route::Results.with(&answer) class="button">
                {said}
            </a>
        }
        .into_any()
    });
    let has_more = is_sealed && trial.periods.iter().any(|from| today <= *from);
    let save = on_click(move || {
        let name = ["bottles-", trial.commit.mark(), ".ics"].concat();
        let text = calendar::changes_of_bottle(&trial, today, clock::now());
        let kept = files::download(&name, "text/calendar", &text);
        problem.set(kept.err().map(|_| problems::file_not_taken()));
    });
    let link = |name: &str, text: &'static str| {
        view! {
            <a href=Route::Treatment.with(&["of=", &mark, "&do=", name].concat()) class="button">
                {named(text, &mark, is_one_of_more)}
            </a>
        }
        .into_any()
    };
    let calendar = has_more.then(|| {
        view! {
            <p>
                <button type="button" class="button" data-kind="quiet" on:click=save>
                    {words::calendar()}
                </button>
            </p>
            <p class="soft">{words::calendar_note()}</p>
            {move || problem.get().map(|text| view! { <p class="notice" role="alert">{text}</p> })}
        }
        .into_any()
    });
    view! {
        <section class="card stack" data-gap="small" aria-labelledby=named_by>
            <h2 id=heading>{title}</h2>
            {said.into_iter().map(|said| view! { <p>{said}</p> }).collect_any()}
            {opened.map(|opened| view! { <p>{opened}</p> })}
            <div class="cluster">
                {answer}
                {is_sealed.then(|| link("trial-move", words::move_bottle()))}
                {(!is_over).then(|| link("trial-stop", words::stop()))}
                {(is_sealed && has_begun).then(|| link("trial-reveal", words::reveal()))}
            </div>
            <h3>{words::bottles()}</h3>
            <ul class="plain-list">{bottles}</ul>
            {calendar}
            <p class="soft" translate="no">
                {commit}
            </p>
        </section>
    }
}

/// What is done, with the mark of its trial where there are more than one.
fn named(what: &'static str, mark: &str, is_one_of_more: bool) -> String {
    if is_one_of_more {
        words::of_mark(what, mark)
    } else {
        what.to_owned()
    }
}

/// Where it stands today.
fn stands(trial: &TrialOfOne, today: NaiveDate) -> Vec<String> {
    let last_of = |until: NaiveDate| until.pred_opt().unwrap_or(until);
    let spans = trial.spans();
    let mut said = Vec::new();
    if today < trial.first_day() {
        said.push(words::is_to_come(trial.first_day()));
    } else if trial.ends <= today {
        said.push(words::is_over(last_of(trial.ends)));
    } else if trial.revealed.is_some() {
        // Each bottle is said with what it holds.
    } else if let Some((number, from, until)) = spans.iter().rfind(|span| span.1 <= today) {
        let period = trial.period_from(*from).map(PhaseKind::Blinded);
        let period = period.map(|kind| names::phase(&kind).into_owned()).unwrap_or_default();
        said.push(words::now(&period, last_of(*until), *number));
        said.push(match spans.iter().find(|span| today < span.1) {
            Some((number, from, _)) => words::next(*number, *from),
            None => words::last().to_owned(),
        });
    }
    said
}

/// Each bottle with its days and what was thought, or the question for that.
fn bottles(trial: &TrialOfOne, today: NaiveDate) -> Vec<AnyView> {
    let open = can_be_said(trial, today);
    let mut views = Vec::new();
    for (number, from, until) in trial.spans() {
        let mut bottle = trial_begin::bottle(number, from, until.pred_opt().unwrap_or(until));
        if let Some(arm) = trial.arm(number) {
            bottle = words::held(&bottle, arm_name(Some(arm)));
        }
        let said = match trial.guesses.get(&number) {
            Some(guess) => words::guessed(&bottle, &thought(guess)),
            None => bottle,
        };
        let commit = trial.commit.clone();
        let question = open.contains(&number).then(|| {
            view! {
                <details open=is_unfinished(&field(GUESS, number))>
                    <summary class=OPENS>{words::add_guess(number)}</summary>
                    <GuessQuestion commit=commit period=number />
                </details>
            }
            .into_any()
        });
        views.push(view! { <li>{said} {question}</li> }.into_any());
    }
    views
}
