//! The phases and dose steps as a list, and what can be done with each.

use crate::web::views::{CollectAny as _, Memo};
use chrono::NaiveDate;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::dose_step::StepLine;
use super::form::TreatmentForm;
use super::words;
use crate::diary::{DoseStep, Name, Phase, iso};
use crate::forms::start_phase::read_medicine;
use crate::web::components::date_field::DateField;
use crate::web::components::marked::Marked;
use crate::web::components::name_field::NameField;
use crate::web::focus::focus;
use crate::web::unfinished::{is_unfinished, unfinished};
use crate::words::{Said as _, dates, names, unmarked};

/// The list: each phase with its doses, and what can be done with it.
#[component]
pub fn Overview(
    /// The treatment.
    form: TreatmentForm,
) -> impl IntoView {
    let treatment = Memo::new(move || form.treatment());
    move || {
        let treatment = treatment.get();
        if treatment.phases().is_empty() {
            return view! { <p>{words::nothing_yet()}</p> }.into_any();
        }
        let today = form.state.today();
        let items = treatment.phases().iter().enumerate().map(|(index, phase)| {
            let until = treatment.phases().get(index + 1).map(|next| next.from);
            let steps = treatment.steps_of(index).to_vec();
            // What the diary opened by itself is not undone: it gives way to what is said.
            let opened_itself = index == 0 && treatment.opened_itself().is_some();
            let can = Can {
                moved: treatment.can_move(index),
                removed: !opened_itself && treatment.remove_phase(index).is_ok(),
            };
            view! { <PhaseItem form=form index=index phase=phase.clone() can=can until=until steps=steps today=today /> }
        });
        let has_trial = treatment.phases().iter().any(|phase| phase.of_trial);
        view! {
            <section class="stack" data-gap="small" aria-labelledby="phases">
                <h2 id="phases">{words::phases()}</h2>
                {has_trial.then(|| view! { <p class="soft">{words::trial_stays()}</p> }.into_any())}
                <ol class="phase-list">{items.collect_any()}</ol>
            </section>
        }
        .into_any()
    }
}

/// What can be done with a phase: nothing is offered that the treatment would refuse.
#[derive(Clone, Copy)]
struct Can {
    /// Begin on another day.
    moved: bool,
    /// Be undone.
    removed: bool,
}

#[component]
fn PhaseItem(
    form: TreatmentForm,
    index: usize,
    phase: Phase,
    can: Can,
    until: Option<NaiveDate>,
    steps: Vec<DoseStep>,
    today: NaiveDate,
) -> impl IntoView {
    let name = names::phase(&phase.kind).into_owned();
    let span = span_words(&phase, until, today);
    let removed_name = name.clone();
    // The dose of a period stays as its trial has it.
    let of_trial = phase.of_trial;
    let remove = move |_| {
        let removed = untrack(|| form.treatment()).remove_phase(index);
        form.change_or_say(words::phase_undone(&removed_name), removed);
    };
    let first = phase.from;
    let by_month = phase.by_month;
    let step_line = move |step: DoseStep| {
        let is_first = step.from == first;
        let since = names::day_or_month(step.from, by_month && is_first, dates::full);
        if of_trial {
            let dose = words::dose_from(&step.dose.to_string(), &since);
            return view! { <li class="dose-step"><p><Marked text=dose /></p></li> }.into_any();
        }
        view! { <StepLine form=form is_first=is_first step=step since=since /> }.into_any()
    };
    view! {
        <li class="phase-item stack" data-gap="small" data-phase=phase.kind.id()>
            <h3 dir="auto">{names::phase_with_form(&phase.kind, phase.form)}</h3>
            <p class="soft">{span}</p>
            {(!steps.is_empty()).then(|| view! { <ul class="plain-list">{steps.into_iter().map(step_line).collect_any()}</ul> }.into_any())}
            {can
                .moved
                .then(|| {
                    view! {
                        <details open=is_unfinished(&moved_as(index, first))>
                            <summary>
                                <Marked text=words::change_first_day(&unmarked(&name)) />
                            </summary>
                            <MoveBoundary form=form index=index from=first />
                        </details>
                    }.into_any()
                })}
            {phase.kind.medicine().map(|medicine| view! { <Rename form=form index=index medicine=medicine.clone() /> }.into_any())}
            {can
                .removed
                .then(|| {
                    view! {
                        <p>
                            <button type="button" class="button" data-kind="quiet" aria-label=words::remove_of(&name) on:click=remove>
                                {words::remove()}
                            </button>
                        </p>
                    }.into_any()
                })}
        </li>
    }
}

/// Another name for another medicine.
#[component]
fn Rename(form: TreatmentForm, index: usize, medicine: Name) -> impl IntoView {
    let kept_as = [&field_id(index), "-of-", medicine.as_str()].concat();
    let is_open = is_unfinished(&kept_as);
    let name = unfinished(&kept_as, medicine.to_string());
    let problem = RwSignal::new(None::<String>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match read_medicine(&name.get_untracked()) {
            Ok(name) => {
                let renamed = untrack(|| form.treatment()).rename_medicine(index, &name);
                form.change_or_say(words::renamed(name.as_str()), renamed);
            }
            Err(found) => {
                problem.set(Some(found.said()));
                focus(field_id(index));
            }
        }
    };
    view! {
        <details open=is_open>
            <summary>
                <Marked text=words::change_name(&unmarked(medicine.as_str())) />
            </summary>
            <form class="stack" data-gap="small" novalidate on:submit=submit>
                <NameField id=field_id(index) label=words::which_medicine() value=name problem=problem />
                <p>
                    <button type="submit" class="button" data-kind="main">
                        {words::keep_name()}
                    </button>
                </p>
            </form>
        </details>
    }
}

/// What another first day of a phase is kept under.
fn moved_as(index: usize, from: NaiveDate) -> String {
    format!("move-{index}-of-{from}")
}

fn field_id(index: usize) -> String {
    format!("medicine-{index}")
}

/// "5 January 2026 to 18 January 2026, 14 days" or "since 19 January 2026, day 30" or "from 1 June 2026".
fn span_words(phase: &Phase, until: Option<NaiveDate>, today: NaiveDate) -> String {
    let (from, first) = (phase.from, names::first_day(phase, dates::full));
    match until.and_then(|until| until.pred_opt()) {
        Some(last) if phase.by_month => words::days_from_month(&first, last),
        Some(last) => words::days_of_phase(&first, last, (last - from).num_days() + 1),
        None if phase.by_month => words::since_month(&first),
        None if from > today => words::from_day(from),
        None => words::since_day(from, (today - from).num_days() + 1),
    }
}

/// Another first day; what it changes is said before it is done (P2).
#[component]
fn MoveBoundary(form: TreatmentForm, index: usize, from: NaiveDate) -> impl IntoView {
    let id = format!("move-{index}");
    let to = unfinished(&moved_as(index, from), from.to_string());
    let moved = Memo::new(move || {
        let to = iso::date(&to.get()).filter(|to| *to != from)?;
        Some(untrack(|| form.treatment()).move_boundary(index, to))
    });
    let problem = Signal::derive(move || match moved.get() {
        Some(Err(error)) => Some(error.said()),
        _ => None,
    });
    let apply = move |_| {
        if let Some(Ok(moved)) = moved.get_untracked() {
            form.change(words::moved(moved.days_changing), moved.result);
        }
    };
    view! {
        <div class="stack" data-gap="small">
            <DateField id=id label=words::first_day() value=to problem=problem />
            {move || {
                let Some(Ok(moved)) = moved.get() else { return None };
                let to = iso::date(&to.get())?;
                Some(
                    view! {
                        <p>{words::will_change(from, to, moved.days_changing)}</p>
                        {(moved.doses_dropped > 0).then(|| view! { <p>{words::will_drop(moved.doses_dropped)}</p> })}
                        <p>
                            <button type="button" class="button" data-kind="main" on:click=apply>
                                {words::move_it()}
                            </button>
                        </p>
                    },
                )
            }}
        </div>
    }
}
