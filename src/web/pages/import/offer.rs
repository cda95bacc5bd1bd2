//! What an import would do, and the ways on.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{Offered, Problem, Working, request, stopped_or_words};
use crate::diary::{Diary, iso};
use crate::exchange::backup::Marks;
use crate::study::{Dates, Effect, ImportPlan};
use crate::web::address::{Address, Step};
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::switch::Switch;
use crate::web::dates;
use crate::web::merging::{self, Chosen};
use crate::web::state::AppState;
use crate::web::views::CollectAny as _;

// What is said of days, to stand after "1 day" and after "12 days".
const ADDED: [&str; 2] = ["is added.", "are added."];
const CHANGED: [&str; 2] = ["becomes as it is in the file.", "become as they are in the file."];
const REMOVED: [&str; 2] = ["is removed.", "are removed."];
const LOSES: [&str; 2] = [
    "loses an answer that is here: the version in the file was changed later.",
    "lose an answer that is here: the versions in the file were changed later.",
];
const STAYS: [&str; 2] = [
    "differs and stays as it is here: your version is as new or newer.",
    "differ and stay as they are here: your versions are as new or newer.",
];
const AHEAD: [&str; 2] = [
    "has not begun by this device's clock: check its date.",
    "have not begun by this device's clock: check their dates.",
];
const DELETED: [&str; 2] = [
    "was deleted here after this backup was made, and stays deleted.",
    "were deleted here after this backup was made, and stay deleted.",
];

/// What the patient chose besides merging.
#[derive(Debug, Clone, Copy, Default)]
struct Choices {
    replace: bool,
    treatment_of_file: bool,
    deleted: bool,
}

/// What is being done with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Work {
    Idle,
    /// Beside the page: it can be broken off.
    Merging,
    /// Into the stores, as a whole or not at all.
    Saving,
}

/// What comes out of the file and the own diary as it is now. Fails with no words where it was broken off.
async fn taken_in(state: AppState, file: &Chosen, choices: Choices) -> Result<(Diary, Marks), String> {
    loop {
        let (here, marks) = (state.own(), state.marks());
        let mut request = request(state, &marks);
        request.replace = choices.replace;
        request.treatment_of_file = choices.treatment_of_file;
        request.deleted = choices.deleted;
        let taken = merging::take_in(&here, &marks, &request, file).await;
        let taken = taken.map_err(stopped_or_words)?;
        // What was answered meanwhile, here or in another tab, is merged too.
        if state.own() == here {
            return Ok(taken);
        }
    }
}

async fn import(state: AppState, file: &Chosen, choices: Choices, working: RwSignal<Work>) -> Result<(), String> {
    let (diary, marks) = taken_in(state, file, choices).await?;
    working.try_set(Work::Saving);
    if choices.replace {
        return state.replace(diary, &marks).await;
    }
    state.take_in(diary, &marks)?;
    let arrived = state.arrived().await;
    arrived.map_err(|why| format!("It was not saved. {why}"))
}

/// What the import would do, and the two ways on.
#[component]
pub fn Offer(
    /// The file and the plan.
    offered: Offered,
    /// Called when it was taken in or not wanted.
    done: Callback<()>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let address = expect_context::<Address>();
    // Nothing is chosen for the patient: what is here stays, what was deleted stays away.
    let choices = RwSignal::new(Choices::default());
    let problem = RwSignal::new(None::<String>);
    let working = RwSignal::new(Work::Idle);
    let Offered { file, plan } = offered;
    let file = StoredValue::new_local(file);
    let has_own = state.own() != Diary::default();
    // The page may have been shown anew meanwhile, because there is a diary now: nothing of it is relied on.
    let finish = move |outcome: Result<(), String>| {
        working.try_set(Work::Idle);
        match outcome {
            Ok(()) => {
                state.imported.set(true);
                address.go("/charts", Step::Page);
                state.begin_anew();
                done.try_run(());
            }
            Err(why) => _ = problem.try_set((!why.is_empty()).then_some(why)),
        }
    };
    let go = move |replace: bool| {
        let choices = Choices {
            replace,
            ..choices.get_untracked()
        };
        let file = file.get_value();
        problem.set(None);
        working.set(Work::Merging);
        spawn_local(async move { finish(import(state, &file, choices, working).await) });
    };
    let is_busy = move || working.get() != Work::Idle;
    let ImportPlan { merging, replacing, .. } = &plan;
    let effect = format!("Importing it {}.", merging.sentence);
    let (merging, replacing) = (merging.clone(), replacing.clone());
    view! {
        <section class="card stack" aria-label="Import">
            <p>{content_words(&plan)}</p>
            <Unreadable refused=plan.refused problems=plan.problems more=plan.more_problems />
            <p>
                <strong>{effect}</strong>
            </p>
            <EffectInDetail effect=merging />
            <NamedDays said=STAYS dates=plan.stays />
            <NamedDays said=LOSES dates=plan.loses />
            <NamedDays said=AHEAD dates=plan.ahead />
            <DeletedDays dates=plan.deleted choices=choices />
            {plan.treatments_conflict.then(|| view! { <WhichTreatment choices=choices /> })}
            <div class="cluster">
                <button type="button" class="button" data-kind="main" disabled=is_busy on:click=move |_| go(false)>
                    "Import"
                </button>
                <button type="button" class="button" disabled=is_busy on:click=move |_| done.run(())>
                    "Don't import"
                </button>
            </div>
            {has_own
                .then(|| {
                    let sentence = format!("Replacing your diary with it {}.", replacing.sentence);
                    view! {
                        <details>
                            <summary>"Replace my diary instead"</summary>
                            <div class="stack" data-gap="small">
                                <p>{sentence} " A safety copy of your diary as it is now is kept, and can be brought back."</p>
                                <EffectInDetail effect=replacing />
                                <p>
                                    <button type="button" class="button" disabled=is_busy on:click=move |_| go(true)>
                                        "Replace my diary"
                                    </button>
                                </p>
                            </div>
                        </details>
                    }
                })}
            <div aria-live="polite">
                {move || match working.get() {
                    Work::Idle => ().into_any(),
                    Work::Merging => view! { <Working words="Importing…".to_owned() /> }.into_any(),
                    Work::Saving => view! { <p>"Saving…"</p> }.into_any(),
                }}
            </div>
            <Problem text=problem />
        </section>
    }
}

/// The days that were deleted here after the file was made: they come back only if the patient says so (S7).
#[component]
fn DeletedDays(dates: Dates, choices: RwSignal<Choices>) -> impl IntoView {
    (dates.count > 0).then(|| {
        let on = Signal::derive(move || choices.get().deleted);
        let switch = Callback::new(move |deleted| choices.update(|all| all.deleted = deleted));
        view! {
            <NamedDays said=DELETED dates=dates />
            <Switch label="Bring the deleted days back too" on=on on_switch=switch />
        }
    })
}

/// Whose phases and doses are taken where both sides have some.
#[component]
fn WhichTreatment(choices: RwSignal<Choices>) -> impl IntoView {
    let chosen = Signal::derive(move || Some(usize::from(choices.get().treatment_of_file)));
    let choose = Callback::new(move |place: Option<usize>| {
        choices.update(|all| all.treatment_of_file = place == Some(1));
    });
    let ways = ["As in this diary", "As in the file"].map(Choice::new).to_vec();
    view! {
        <ChoiceGroup
            id="import-treatment"
            question="Phases and doses differ. Which are right?"
            choices=Signal::stored(ways)
            chosen=chosen
            on_choose=choose
        />
    }
}

/// Every day, item and setting that changes.
#[component]
fn EffectInDetail(effect: Effect) -> impl IntoView {
    view! {
        <NamedDays said=ADDED dates=effect.adds />
        <NamedDays said=CHANGED dates=effect.changes />
        <NamedDays said=REMOVED dates=effect.removes />
        {effect.besides.into_iter().map(|line| view! { <p dir="auto">{line}</p> }).collect_any()}
    }
}

/// "12 days are added.", and behind it which; nothing where there are none.
#[component]
fn NamedDays(
    /// What is said of them, to stand after "1 day" and after "12 days".
    said: [&'static str; 2],
    dates: Dates,
) -> impl IntoView {
    (dates.count > 0).then(|| {
        let said = format!("{} {}", dates::days(dates.count), said[usize::from(dates.count > 1)]);
        let more = (dates.more > 0).then(|| view! { <li>{format!("and {} more", dates::days(dates.more))}</li> });
        let spans = dates
            .spans
            .into_iter()
            .map(|span| view! { <li>{span_words(&span)}</li> });
        view! {
            <details>
                <summary>{said}</summary>
                <ul>{spans.collect_any()} {more}</ul>
            </details>
        }
    })
}

fn span_words((first, last): &(String, String)) -> String {
    let words = |date: &str| iso::date(date).map_or_else(|| date.to_owned(), dates::full_date);
    if first == last {
        words(first)
    } else {
        format!("{} to {}", words(first), words(last))
    }
}

/// "This backup holds 137 days, 6 January 2026 to 7 June 2026."
fn content_words(plan: &ImportPlan) -> String {
    match &plan.ends {
        Some(ends) => format!("This backup holds {}, {}.", dates::days(plan.holds), span_words(ends)),
        None => "This backup holds no days.".into(),
    }
}

/// What can't be read and is left out, each with its place.
#[component]
fn Unreadable(refused: usize, problems: Vec<String>, more: usize) -> impl IntoView {
    (!problems.is_empty()).then(|| {
        let said = if refused > 0 {
            format!("{} of it can't be read and is left out:", dates::days(refused))
        } else {
            "A part of it can't be read and is left out:".to_owned()
        };
        let said = if refused > 1 {
            said.replace("is left", "are left")
        } else {
            said
        };
        let more = (more > 0).then(|| view! { <li>{format!("and {more} more")}</li> });
        let lines = problems.into_iter().map(|line| view! { <li dir="auto">{line}</li> });
        view! {
            <div class="notice stack" data-gap="small">
                <p>{said}</p>
                <ul>{lines.collect_any()} {more}</ul>
            </div>
        }
    })
}
