//! Treatment: phases and doses as a picture and as a list, and every change to them, each with its undo.
//!
//! `/treatment?do=…` opens one change at a time, so that the back button closes it again.

pub mod already;
pub mod card;
pub mod change_dose;
pub mod dose_step;
pub mod form;
pub mod overview;
pub mod plan;
pub mod reveal;
pub mod safety;
pub mod start_ldn;
pub mod start_phase;
pub mod strip;
pub mod trial;
pub mod words;

use std::cell::Cell;

use crate::web::address::{Address, Step};
use crate::web::part::{Deferred, door};
use crate::web::route::Route;
use crate::web::views::{CollectAny as _, Memo, live_while};
use leptos::prelude::*;

use self::already::AlreadyForm;
use self::card::{CardFlow, CardOffer};
use self::change_dose::ChangeDose;
use self::form::{Changing, FORM_HEADING, TreatmentForm};
use self::overview::Overview;
use self::plan::PlanChoice;
use self::start_ldn::StartLdnFlow;
use self::start_phase::StartPhase;
use self::strip::Strip;
use super::first_question::FirstQuestion;
use super::title::Title;
use crate::diary::PhaseKind;
use crate::web::focus::{arrive, focus_in_place, has, has_focus};
use crate::web::state::AppState;
use crate::web::unfinished::finished;
use crate::words::visit;

door! {
    /// The way to this page.
    pub page: TreatmentPage
}

thread_local! {
    /// Whether the form that is opened next shall have the focus: it was asked for on another page.
    static ASKED_FOR: Cell<bool> = const { Cell::new(false) };
}

/// Goes to the form of a change from another page; its heading has the focus. Nothing is changed by it.
pub fn open(address: Address, change: &str) {
    ASKED_FOR.set(true);
    address.go(&Route::Treatment.with(&["do=", change].concat()), Step::Page);
}

/// The page.
#[component]
pub fn TreatmentPage() -> impl IntoView {
    let state = expect_context::<AppState>();
    let form = TreatmentForm {
        state,
        last: RwSignal::new(None),
        changed_at: StoredValue::new(None),
    };
    let address = expect_context::<Address>();
    let doing = Memo::new(move || address.value("do").unwrap_or_default());
    // In place of the form: going back must not open it again.
    let done = Callback::new(move |()| {
        finished();
        address.go(Route::Treatment.path(), Step::Done);
    });
    provide_context(Changing { form, done });
    Effect::new(move |before: Option<String>| {
        let now = doing.get();
        match before {
            Some(before) if before != now && now.is_empty() => back_from(before),
            Some(before) if before != now => arrive(FORM_HEADING),
            // After the focus that the page gets on arrival.
            None if ASKED_FOR.take() => request_animation_frame(|| arrive(FORM_HEADING)),
            _ => {}
        }
        now
    });

    view! {
        <div class="page stack" data-gap="large">
            <div>
                <Title text=Route::Treatment.heading() />
                <UndoLine form=form />
            </div>
            {move || match doing.get().as_str() {
                "start-ldn" => view! { <StartLdnFlow form=form done=done /> }.into_any(),
                "change-dose" => view! { <ChangeDose form=form done=done /> }.into_any(),
                "placebo" => view! { <StartPhase form=form kind=Some(PhaseKind::Placebo) done=done /> }.into_any(),
                "medicine" => view! { <StartPhase form=form kind=None done=done /> }.into_any(),
                "washout" => view! { <StartPhase form=form kind=Some(PhaseKind::Washout) done=done /> }.into_any(),
                "on-ldn" => view! { <AlreadyForm form=form stopped=false /> }.into_any(),
                "stopped" => view! { <AlreadyForm form=form stopped=true /> }.into_any(),
                "trial-reveal" => view! { <Deferred door=reveal::form() /> }.into_any(),
                "card" => view! { <CardFlow form=form done=done /> }.into_any(),
                "baseline" => view! { <StartPhase form=form kind=Some(PhaseKind::Baseline) done=done /> }.into_any(),
                "trial" | "trial-move" | "trial-stop" => view! { <Deferred door=trial::place() /> }.into_any(),
                _ => {
                    view! {
                        <FirstQuestion />
                        <Strip form=form />
                        <TrialsPlace form=form />
                        <NextSteps form=form />
                        <CardOffer form=form />
                        <Overview form=form />
                        <PlanChoice form=form />
                        <p>
                            <a href=Route::Visit.path() class="button">
                                {visit::title_link()}
                            </a>
                        </p>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}

/// A form was given up: its link has the focus again. Where something was done, the words for that have it.
fn back_from(change: String) {
    request_animation_frame(move || {
        if !has_focus("main *") {
            let link = format!("main a[href$='do={change}']");
            focus_in_place(if has(&link) { &link } else { "main h1" });
        }
    });
}

/// What was done last, with its undo; where nothing was done yet on this page, the way back from what was done before.
#[component]
fn UndoLine(form: TreatmentForm) -> impl IntoView {
    let undo = move |name| move || view! { <button type="button" class="button" on:click=move |_| form.undo()>{name}</button> };
    view! {
        <div role="status">
            {move || {
                form.last
                    .get()
                    .map(|done| {
                        view! {
                            <p class="notice cluster" data-kind="plain">
                                <span>{done.said}</span>
                                {form.can_undo_last().then(undo(words::undo()))}
                            </p>
                        }.into_any()
                    })
            }}
        </div>
        {move || {
            (form.can_undo() && !form.can_undo_last())
                .then(|| view! { <p class="cluster">{undo(words::undo_last())()}</p> }.into_any())
        }}
    }
}

/// The trials of one, where there are any.
#[component]
fn TrialsPlace(form: TreatmentForm) -> impl IntoView {
    live_while(
        move || form.state.with(|diary| diary.treatment.trials.is_some()),
        || view! { <Deferred door=trial::place() /> }.into_any(),
    )
}

/// What can be done now, the likeliest first.
#[component]
fn NextSteps(form: TreatmentForm) -> impl IntoView {
    let steps = move || {
        let today = form.state.today();
        let (now, in_trial, trial_comes) = form.state.with(|diary| {
            let treatment = &diary.treatment;
            let now = treatment.phase_on(today).map(|(_, phase)| phase.kind.clone());
            let mut phases = treatment.phases().iter();
            let comes = phases.any(|phase| phase.of_trial && today < phase.from);
            (now, treatment.period_on(today).is_some(), comes)
        });
        let steps: &[(&'static str, &'static str)] = match now {
            // A trial of one goes on as it was sealed, or is stopped.
            _ if in_trial => &[],
            Some(PhaseKind::Ldn) => &[
                ("change-dose", words::change_dose()),
                ("placebo", words::start_placebo()),
                ("washout", words::start_washout()),
                ("medicine", words::start_medicine()),
            ],
            // What goes on already is not started once more.
            Some(PhaseKind::Washout) => &[
                ("start-ldn", words::start_ldn()),
                ("on-ldn", words::already()),
                ("placebo", words::start_placebo()),
                ("medicine", words::start_medicine()),
            ],
            Some(PhaseKind::Placebo) => &[
                ("start-ldn", words::start_ldn()),
                ("on-ldn", words::already()),
                ("washout", words::start_washout()),
                ("medicine", words::start_medicine()),
            ],
            Some(PhaseKind::Comparator(_)) => &[
                ("start-ldn", words::start_ldn()),
                ("on-ldn", words::already()),
                ("placebo", words::start_placebo()),
                ("washout", words::start_washout()),
                ("medicine", words::start_medicine()),
            ],
            _ => &[
                ("start-ldn", words::start_ldn()),
                ("on-ldn", words::already()),
                ("stopped", words::have_stopped()),
                ("placebo", words::start_placebo()),
                ("medicine", words::start_medicine()),
            ],
        };
        let link = |(index, (name, text)): (usize, (&'static str, &'static str))| {
            // What is begun next is the trial that is laid out.
            let kind = if index == 0 && !trial_comes { "main" } else { "plain" };
            view! {
                <a href=Route::Treatment.with(&["do=", name].concat()) class="button" data-kind=kind>
                    {text}
                </a>
            }
        };
        let trial = (!in_trial && !trial_comes).then(|| ("trial", words::begin_trial()));
        let steps = steps.iter().copied().chain(trial);
        steps.enumerate().map(link).collect_any()
    };
    view! { <div class="cluster">{steps}</div> }
}
