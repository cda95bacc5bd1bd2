//! Starting LDN: the safety facts, then first day, dose, form, and further steps if wanted.

use chrono::Days;
use leptos::prelude::*;

use super::form::{FORM_HEADING, TreatmentForm};
use super::safety::SafetyFacts;
use super::words;
use crate::diary::{Diary, Dose, Form, StartLdn, iso};
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::date_field::DateField;
use crate::web::components::dose_field::{DoseField, DoseText};
use crate::web::components::problem_summary::{FieldProblem, ProblemSummary, problem_of};
use crate::web::focus::arrive;
use crate::words::Said as _;

const FIRST_DAY: &str = "first-day";
const DOSE: &str = "dose";
const FORM: &str = "form";
const STEPS: &str = "steps";

/// A planned step as it is typed.
#[derive(Debug, Clone, Copy)]
struct StepRow {
    key: usize,
    from: RwSignal<String>,
    dose: RwSignal<DoseText>,
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
    let first_day = RwSignal::new(today.to_string());
    let dose = RwSignal::new(DoseText::default());
    let chosen_form = RwSignal::new(None::<usize>);
    let steps = RwSignal::new(Vec::<StepRow>::new());
    let problems = RwSignal::new(Vec::<FieldProblem>::new());

    let warning = move || {
        let first_day = iso::date(&first_day.get())?;
        let recorded = form.state.with(|diary| diary.baseline_days_before(first_day));
        (recorded < Diary::BASELINE_DAYS).then(|| words::few_baseline_days(recorded))
    };
    let add_step = move |_| {
        steps.update(|steps| {
            let last = steps
                .last()
                .map_or_else(|| first_day.get_untracked(), |row| row.from.get_untracked());
            let next = iso::date(&last).and_then(|day| day.checked_add_days(Days::new(14)));
            let key = steps.last().map_or(0, |row| row.key + 1);
            let from = RwSignal::new(next.map(|day| day.to_string()).unwrap_or_default());
            steps.push(StepRow {
                key,
                from,
                dose: RwSignal::new(DoseText::default()),
            });
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = Typed {
            first_day: first_day.get_untracked(),
            dose: dose.get_untracked(),
            form: chosen_form
                .get_untracked()
                .and_then(|place| words::FORMS.get(place).copied()),
            steps: steps
                .get_untracked()
                .iter()
                .map(|row| (row.from.get_untracked(), row.dose.get_untracked()))
                .collect(),
        };
        let treatment = untrack(|| form.treatment());
        match typed.read().and_then(|start| {
            let started = start.apply(&treatment).map_err(|error| {
                vec![FieldProblem {
                    field: FIRST_DAY,
                    message: error.said(),
                }]
            });
            started.map(|started| (start, started))
        }) {
            Ok((start, started)) => {
                form.change(words::ldn_starts(&start.dose.to_string(), start.first_day), started);
                done.run(());
            }
            Err(found) => problems.set(found),
        }
    };
    let forms = Signal::stored(words::FORMS.map(|form| Choice::new(words::form(form))).to_vec());

    view! {
        <form class="stack" novalidate on:submit=submit aria-label=words::start_ldn()>
            <h2>{words::start_ldn()}</h2>
            <ProblemSummary problems=problems />
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
                        <DateField id=format!("step-{}-day", row.key) label=words::from() value=row.from problem=Signal::stored(None::<String>) />
                        <DoseField id=format!("step-{}-dose", row.key) label=words::dose() value=row.dose problem=Signal::stored(None::<String>) />
                        <p>
                            <button
                                type="button"
                                class="button"
                                data-kind="quiet"
                                on:click=move |_| steps.update(|steps| steps.retain(|other| other.key != row.key))
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
            <div class="cluster">
                <button type="submit" class="button" data-kind="main">
                    {words::start_ldn()}
                </button>
                <button type="button" class="button" on:click=move |_| done.run(())>
                    {words::cancel()}
                </button>
            </div>
        </form>
    }
}

/// The form as it is typed.
struct Typed {
    first_day: String,
    dose: DoseText,
    form: Option<Form>,
    steps: Vec<(String, DoseText)>,
}

impl Typed {
    /// Reads all of it; every problem, not the first.
    fn read(self) -> Result<StartLdn, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let mut problem = |field, message: String| problems.push(FieldProblem { field, message });
        let first_day = iso::date(&self.first_day);
        if first_day.is_none() {
            problem(FIRST_DAY, words::choose_day().into());
        }
        let dose = read_dose(&self.dose).map_err(|message| problem(DOSE, message)).ok();
        if self.form.is_none() {
            problem(FORM, words::choose_form().into());
        }
        let mut later_steps = Vec::new();
        for (place, (from, dose)) in self.steps.iter().enumerate() {
            let number = place + 1;
            match (iso::date(from), read_dose(dose)) {
                (Some(from), Ok(dose)) if first_day.is_none_or(|first_day| from > first_day) => {
                    later_steps.push((from, dose));
                }
                (Some(_), Ok(_)) => problem(STEPS, words::step_too_early(number)),
                (None, _) => problem(STEPS, words::step_without_day(number)),
                (_, Err(message)) => problem(STEPS, words::step_problem(number, &message)),
            }
        }
        match (first_day, dose, self.form) {
            (Some(first_day), Some(dose), Some(form)) if problems.is_empty() => Ok(StartLdn {
                first_day,
                dose,
                form,
                later_steps,
            }),
            _ => Err(problems),
        }
    }
}

/// A dose that is planned: any but none.
pub(super) fn read_dose(typed: &DoseText) -> Result<Dose, String> {
    match typed.read() {
        Ok(Dose::NONE) => Err(words::dose_of_none().into()),
        Ok(dose) => Ok(dose),
        Err(_) if typed.text.trim().is_empty() => Err(words::no_dose().into()),
        Err(error) => Err(error.said()),
    }
}
