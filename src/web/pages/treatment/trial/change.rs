//! A bottle that was begun on another day, and the end before the end (P8, T3).

use leptos::prelude::*;

use crate::diary::{Treatment, TrialOfOne, iso};
use crate::forms::Problem;
use crate::forms::field::{FIRST_DAY, TRIAL_LATER, TRIAL_PERIOD};
use crate::forms::first_day::asked_about;
use crate::forms::trial_change::{Moved, Stopped, open_trial, proposed_stop};
use crate::trial_of_one::TrialsOfOne as _;
use crate::web::address::Address;
use crate::web::clock;
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::date_field::DateField;
use crate::web::components::problem_summary::problem_of;
use crate::web::focus::arrive;
use crate::web::pages::treatment::form::{ChangeForm, Changing, FORM_HEADING};
use crate::web::pages::treatment::safety;
use crate::web::unfinished::unfinished;
use crate::words::{trial_begin, trial_during as words};

/// The trial that is changed, as it is when the form is opened: the one of the mark in the address.
fn open_one() -> Option<TrialOfOne> {
    let Changing { form, .. } = expect_context();
    let asked = untrack(|| expect_context::<Address>().value("of")).unwrap_or_default();
    let treatment = untrack(|| form.treatment());
    let named = treatment.trials_of_one().into_iter();
    let named = { named }.find(|trial| trial.commit.mark() == asked);
    named.or_else(|| untrack(|| open_trial(&treatment, form.state.today())))
}

fn no_trial() -> AnyView {
    view! {
        <section class="stack">
            <h2>{words::no_trial()}</h2>
        </section>
    }
    .into_any()
}

/// Another first day of a bottle, or of the time after the last.
#[component]
pub fn MoveBottle() -> impl IntoView {
    arrive(FORM_HEADING);
    match open_one() {
        Some(trial) => view! { <MoveForm trial=trial /> }.into_any(),
        None => no_trial(),
    }
}

#[component]
fn MoveForm(trial: TrialOfOne) -> impl IntoView {
    let Changing { form, done } = expect_context();
    let period = unfinished(TRIAL_PERIOD, None::<usize>);
    let later = unfinished(TRIAL_LATER, None::<usize>);
    let day = unfinished(FIRST_DAY, untrack(|| form.state.today()).to_string());
    let problems = RwSignal::new(Vec::<Problem>::new());
    let count = trial.periods.len();
    let mut names: Vec<Choice> = (1..=count).map(|number| Choice::new(words::bottle(number))).collect();
    names.push(Choice::new(words::end()));
    let names = Signal::stored(names);
    let stays = Signal::stored([words::later_stay(), words::later_move()].map(Choice::new).to_vec());
    let trial = StoredValue::new(trial);
    let number = move || period.get().and_then(|place| u8::try_from(place + 1).ok());
    let read = move || {
        let moved = Moved {
            period: number(),
            to: day.get(),
            and_later: later.get().map(|place| place == 1),
            sure: problems.with(|problems| asked_about(problems)),
        };
        trial.with_value(|trial| moved.read(&form.treatment(), trial, form.state.today()))
    };
    let becoming = Signal::derive(move || {
        read()
            .map(|treatment| {
                let mut said = form.becoming(&treatment);
                said.extend(trial.with_value(|trial| new_days(trial, &treatment)));
                said
            })
            .unwrap_or_default()
    });
    let submit = Callback::new(move |()| match untrack(read) {
        Ok(treatment) => {
            let to = iso::date(&day.get_untracked()).unwrap_or_else(|| untrack(|| form.state.today()));
            let number = untrack(number).unwrap_or_default();
            let said = if usize::from(number) > count {
                words::is_moved_end(to.pred_opt().unwrap_or(to))
            } else {
                words::is_moved(number, to)
            };
            form.change(said, treatment);
            done.run(());
        }
        Err(found) => problems.set(found),
    });
    let has_later = move || period.get().is_none_or(|place| place < count);
    view! {
        <ChangeForm name=words::move_bottle() act=words::move_it() about=words::move_about() problems=problems on_submit=submit done=done becoming=becoming>
            <div class="field">
                <ChoiceGroup
                    id=TRIAL_PERIOD
                    question=words::which_bottle()
                    choices=names
                    chosen=period
                    on_choose=Callback::new(move |place| period.set(place))
                />
                <p class="field-problem">{problem_of(problems, TRIAL_PERIOD)}</p>
            </div>
            <DateField id=FIRST_DAY label=words::new_day() value=day problem=problem_of(problems, FIRST_DAY) />
            <Show when=has_later>
                <div class="field">
                    <ChoiceGroup
                        id=TRIAL_LATER
                        question=words::later()
                        choices=stays
                        chosen=later
                        on_choose=Callback::new(move |place| later.set(place))
                    />
                    <p class="field-problem">{problem_of(problems, TRIAL_LATER)}</p>
                </div>
            </Show>
        </ChangeForm>
    }
}

/// The days of each bottle whose days change.
fn new_days(before: &TrialOfOne, treatment: &Treatment) -> Vec<String> {
    let mut said = Vec::new();
    let old = before.spans();
    for span in treatment
        .trial(&before.commit)
        .map(|trial| trial.spans())
        .unwrap_or_default()
    {
        if !old.contains(&span) {
            let (number, from, until) = span;
            said.push(words::then(&trial_begin::bottle(
                number,
                from,
                until.pred_opt().unwrap_or(until),
            )));
        }
    }
    said
}

/// The end before the end.
#[component]
pub fn StopTrial() -> impl IntoView {
    arrive(FORM_HEADING);
    match open_one() {
        Some(trial) => view! { <StopForm trial=trial /> }.into_any(),
        None => no_trial(),
    }
}

#[component]
fn StopForm(trial: TrialOfOne) -> impl IntoView {
    let Changing { form, done } = expect_context();
    let day = unfinished(
        FIRST_DAY,
        untrack(|| form.state.with(|diary| proposed_stop(diary, form.state.today()))).to_string(),
    );
    let problems = RwSignal::new(Vec::<Problem>::new());
    let trial = StoredValue::new(trial);
    let read = move || {
        let stopped = Stopped {
            on: day.get(),
            sure: problems.with(|problems| asked_about(problems)),
        };
        trial.with_value(|trial| stopped.read(&form.treatment(), trial, clock::now(), form.state.today()))
    };
    let becoming = Signal::derive(move || {
        read()
            .map(|(_, treatment)| form.becoming(&treatment))
            .unwrap_or_default()
    });
    let submit = Callback::new(move |()| match untrack(read) {
        Ok((on, treatment)) => {
            let is_called_off = trial.with_value(|trial| on <= trial.first_day());
            let said = if is_called_off {
                words::is_called_off().to_owned()
            } else {
                words::is_stopped(on)
            };
            form.change(said, treatment);
            done.run(());
        }
        Err(found) => problems.set(found),
    });
    let about = if trial.with_value(|trial| trial.revealed.is_none()) {
        words::stop_about()
    } else {
        words::stop_about_open()
    };
    view! {
        <ChangeForm name=words::stop() about=about problems=problems on_submit=submit done=done becoming=becoming>
            {safety::fact(safety::after_stopping())}
            <DateField id=FIRST_DAY label=words::stop_day() value=day problem=problem_of(problems, FIRST_DAY) />
        </ChangeForm>
    }
}
