//! Starting LDN: the safety facts, then first day, dose, form, and further steps if wanted.

use leptos::prelude::*;

use super::form::{ChangeForm, FORM_HEADING, TreatmentForm};
use super::safety::SafetyFacts;
use super::words;
use crate::diary::Form;
use crate::forms::field::{DOSE, FIRST_DAY, FORM, STEPS};
use crate::forms::first_day::asked_about;
use crate::forms::start_ldn::{Typed, day_of_next_step, few_baseline_days};
use crate::forms::{DoseText, Problem, dose_step};
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::date_field::DateField;
use crate::web::components::dose_field::DoseField;
use crate::web::components::problem_summary::problem_of;
use crate::web::focus::arrive;
use crate::web::unfinished::{forget, unfinished};
use crate::words::names;

/// A planned step as it is typed.
#[derive(Debug, Clone, Copy)]
struct StepRow {
    key: usize,
    from: RwSignal<String>,
    dose: RwSignal<DoseText>,
}

impl StepRow {
    fn new(key: usize, from: String) -> Self {
        Self {
            key,
            from: unfinished(&day_id(key), from),
            dose: unfinished(&dose_id(key), DoseText::default()),
        }
    }
}

fn day_id(key: usize) -> String {
    format!("step-{key}-day")
}

fn dose_id(key: usize) -> String {
    format!("step-{key}-dose")
}

/// The two screens.
#[component]
pub fn StartLdnFlow(
    /// The treatment.
    form: TreatmentForm,
    /// Called when it is done or given up.
    done: Callback<()>,
) -> impl IntoView {
    let read = RwSignal::new(false);
    let on_read = Callback::new(move |()| {
        read.set(true);
        arrive(FORM_HEADING);
    });
    move || {
        if read.get() {
            view! { <StartForm form=form done=done /> }.into_any()
        } else {
            view! { <SafetyFacts read=on_read cancel=done /> }.into_any()
        }
    }
}

#[component]
fn StartForm(form: TreatmentForm, done: Callback<()>) -> impl IntoView {
    let today = untrack(|| form.state.today());
    let first_day = unfinished(FIRST_DAY, today.to_string());
    let dose = unfinished(DOSE, DoseText::default());
    let chosen_form = unfinished(FORM, None::<usize>);
    let keys = unfinished(STEPS, String::new());
    let steps = RwSignal::new(Vec::<StepRow>::new());
    for key in keys
        .get_untracked()
        .split_whitespace()
        .filter_map(|key| key.parse().ok())
    {
        steps.write_untracked().push(StepRow::new(key, String::new()));
    }
    let problems = RwSignal::new(Vec::<Problem>::new());

    let warning = move || {
        let few = first_day.with(|first_day| form.state.with(|diary| few_baseline_days(first_day, diary, today)));
        few.map(words::few_baseline_days)
    };
    let change_steps = move |change: &dyn Fn(&mut Vec<StepRow>)| {
        steps.update(|steps| change(steps));
        let mut now = String::new();
        for row in steps.get_untracked() {
            now.push_str(&row.key.to_string());
            now.push(' ');
        }
        keys.set(now);
    };
    let owner = Owner::current().unwrap_or_default();
    let add_step = move |_| {
        change_steps(&|steps| {
            let last = steps.last().map_or(first_day, |row| row.from);
            let from = last.with_untracked(|last| day_of_next_step(last));
            let key = steps.last().map_or(0, |row| row.key + 1);
            steps.push(owner.with(|| StepRow::new(key, from)));
        });
    };
    let remove_step = move |key: usize| {
        change_steps(&|steps| steps.retain(|row| row.key != key));
        forget(&[day_id(key), dose_id(key)]);
    };
    let read = move || {
        let step = |from: RwSignal<String>, dose: RwSignal<DoseText>| dose_step::Typed {
            from: from.get(),
            dose: dose.get(),
            before: problems.get(),
        };
        let typed = Typed {
            first: step(first_day, dose),
            form: chosen_form.get().map(|place| Form::ALL[place]),
            steps: steps.get().into_iter().map(|row| step(row.from, row.dose)).collect(),
            sure: problems.with(|problems| asked_about(problems)),
        };
        typed.read(&form.treatment(), form.state.today())
    };
    let becoming = Signal::derive(move || {
        read()
            .map(|(_, treatment)| form.becoming(&treatment))
            .unwrap_or_default()
    });
    let submit = Callback::new(move |()| match untrack(read) {
        Ok((start, treatment)) => {
            form.change(words::ldn_starts(&start.dose.to_string(), start.first_day), treatment);
            done.run(());
        }
        Err(found) => problems.set(found),
    });
    let forms = Signal::stored(Form::ALL.map(|form| Choice::new(names::form(form))).to_vec());

    view! {
        <ChangeForm name=words::start_ldn() problems=problems on_submit=submit done=done becoming=becoming>
            <DateField id=FIRST_DAY label=words::first_day() value=first_day problem=problem_of(problems, FIRST_DAY) />
            {move || warning().map(|text| view! { <p class="notice">{text}</p> }.into_any())}
            <DoseField id=DOSE label=words::dose() value=dose problem=problem_of(problems, DOSE) />
            <div class="field">
                <ChoiceGroup
                    id=FORM
                    question=words::which_form()
                    choices=forms
                    chosen=chosen_form
                    on_choose=Callback::new(move |place| chosen_form.set(place))
                />
                <p class="field-problem">{problem_of(problems, FORM)}</p>
            </div>
            <fieldset class="stack" id=STEPS>
                <legend class="legend">{words::later_steps()}</legend>
                <For each=move || steps.get() key=|row| row.key let:row>
                    <div class="card stack" data-gap="small">
                        <DateField id=day_id(row.key) label=words::from() value=row.from problem=Signal::stored(None::<String>) />
                        <DoseField id=dose_id(row.key) label=words::dose() value=row.dose problem=Signal::stored(None::<String>) />
                        <p>
                            <button
                                type="button"
                                class="button"
                                data-kind="quiet"
                                on:click=move |_| remove_step(row.key)
                            >
                                {words::remove_step()}
                            </button>
                        </p>
                    </div>
                </For>
                <p class="field-problem">{problem_of(problems, STEPS)}</p>
                <p>
                    <button type="button" class="button" on:click=add_step>
                        {words::add_step()}
                    </button>
                </p>
            </fieldset>
        </ChangeForm>
    }
}
