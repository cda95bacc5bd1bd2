//! What an import would do, and the ways on.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::file::{FILE_ID, NotTaken, Problem, Working, request, span_words};
use crate::diary::Diary;
use crate::exchange::backup::Marks;
use crate::import_plan::{Choices, Effect, ImportPlan, Note};
use crate::web::address::{Address, Step};
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::switch::Switch;
use crate::web::focus::focus;
use crate::web::merging::{self, Chosen};
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::{CollectAny as _, Memo, off};
use crate::web::worker::WorkerError;
use crate::words::{Said as _, import as words, today};

/// Lines beyond this many stand folded behind one.
const FEW: usize = 3;
/// The heading of the plan, to which the focus goes.
pub(super) const PLAN_ID: &str = "import-plan";
const IMPORT_ID: &str = "import-now";

/// What is being done with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Work {
    Idle,
    /// Beside the page: it can be broken off.
    Merging,
    /// Into the stores, as a whole or not at all.
    Saving,
}

/// What comes out of the file and the own diary as it is now.
async fn taken_in(state: AppState, file: &Chosen, chosen: Choices, replace: bool) -> Result<(Diary, Marks), NotTaken> {
    loop {
        let (here, marks) = (state.own(), state.marks());
        let mut request = request(state, &marks);
        (request.replace, request.chosen) = (replace, chosen);
        let taken = merging::take_in(&here, &marks, &request, file).await;
        let taken = taken.map_err(NotTaken::Beside)?;
        // What was answered meanwhile, here or in another tab, is merged too.
        if state.own() == here {
            return Ok(taken);
        }
    }
}

async fn import(
    state: AppState,
    file: &Chosen,
    (chosen, replace): (Choices, bool),
    working: RwSignal<Work>,
) -> Result<(), NotTaken> {
    let (diary, marks) = taken_in(state, file, chosen, replace).await?;
    working.try_set(Work::Saving);
    if replace {
        return state.replace(diary, &marks).await.map_err(NotTaken::Refused);
    }
    bring(state, diary, &marks).await
}

/// Takes what came out into the own diary, from which one step takes it back.
pub(super) async fn bring(state: AppState, diary: Diary, marks: &Marks) -> Result<(), NotTaken> {
    state.bring(diary, marks).await.map_err(NotTaken::Refused)?;
    state.arrived().await.map_err(NotTaken::NotSaved)
}

/// Leads on to the charts after an import, or says why there was none. The page may have been shown anew meanwhile, because
/// there is a diary now: nothing of it is relied on.
pub(super) fn finish(
    (state, address): (AppState, Address),
    outcome: Result<(), NotTaken>,
    problem: RwSignal<Option<String>>,
    done: Callback<()>,
    back: &'static str,
) {
    match outcome {
        Ok(()) => {
            state.imported.set(true);
            address.go(Route::Charts.path(), Step::Page);
            state.begin_anew();
            done.try_run(());
        }
        // The button that had the focus was off meanwhile, or is gone.
        Err(NotTaken::Beside(WorkerError::Stopped)) => focus(FILE_ID),
        Err(why) => {
            problem.try_set(Some(why.said()));
            focus(back);
        }
    }
}

/// What the import would do, and the two ways on.
#[component]
pub fn Offer(
    /// The file.
    file: Chosen,
    /// What importing it would do.
    plan: ImportPlan,
    /// Called when it was taken in or not wanted.
    done: Callback<()>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let address = expect_context::<Address>();
    let choices = RwSignal::new(Choices::default());
    let problem = RwSignal::new(None::<String>);
    let working = RwSignal::new(Work::Idle);
    let file = StoredValue::new_local(file);
    let has_own = state.own() != Diary::default();
    let finish = move |outcome: Result<(), NotTaken>| {
        working.try_set(Work::Idle);
        finish((state, address), outcome, problem, done, IMPORT_ID);
    };
    let is_busy = move || working.get() != Work::Idle;
    let go = move |replace: bool| {
        if untrack(is_busy) {
            return;
        }
        let chosen = (choices.get_untracked(), replace);
        let file = file.get_value();
        problem.set(None);
        working.set(Work::Merging);
        spawn_local(async move { finish(import(state, &file, chosen, working).await) });
    };
    let dismiss = move |_| {
        if untrack(is_busy) {
            return;
        }
        done.run(());
        focus(FILE_ID);
    };
    let nothing = plan.nothing();
    let replacing = (has_own && nothing.is_none()).then(|| plan.replacing.clone());
    view! {
        <section class="card stack" aria-label=words::import()>
            <h3 id=PLAN_ID tabindex="-1">
                {words::what_it_would_do()}
            </h3>
            <p>{content_words(&plan)}</p>
            <Unreadable refused=plan.refused problems=plan.problems.clone() more=plan.more_problems />
            {match nothing {
                Some(why) => {
                    view! {
                        <p>
                            <strong>{why}</strong>
                        </p>
                    }
                        .into_any()
                }
                None => view! { <Merging plan=plan choices=choices /> }.into_any(),
            }}
            <div class="cluster">
                {nothing
                    .is_none()
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button"
                                data-kind="main"
                                id=IMPORT_ID
                                aria-disabled=off(is_busy)
                                on:click=move |_| go(false)
                            >
                                {words::import()}
                            </button>
                        }
                    })}
                <button type="button" class="button" aria-disabled=off(is_busy) on:click=dismiss>
                    {if nothing.is_some() { words::close() } else { words::dont_import() }}
                </button>
            </div>
            {replacing
                .map(|effect| view! { <Replacing effect=effect is_busy=Signal::derive(is_busy) go=Callback::new(move |()| go(true)) /> })}
            <div aria-live="polite">
                {move || match working.get() {
                    Work::Idle => ().into_any(),
                    Work::Merging => view! { <Working words=words::importing().to_owned() /> }.into_any(),
                    Work::Saving => view! { <p>{today::saving()}</p> }.into_any(),
                }}
            </div>
            <Problem text=problem />
        </section>
    }
}

/// What merging does with what is chosen: the choices first, then what comes of them.
#[component]
fn Merging(plan: ImportPlan, choices: RwSignal<Choices>) -> impl IntoView {
    let (asks_treatment, asks_deleted) = (plan.treatments_conflict, plan.has_deleted);
    let effect = Memo::new(move || plan.merged(choices.get()));
    let deleted = Signal::derive(move || choices.get().deleted);
    let bring = Callback::new(move |deleted| choices.update(|all| all.deleted = deleted));
    view! {
        {asks_treatment.then(|| view! { <WhichTreatment choices=choices /> })}
        {asks_deleted.then(|| view! { <Switch label=words::bring_deleted() on=deleted on_switch=bring /> })}
        <p aria-live="polite">
            <strong>{move || effect.with(|effect| effect.sentence.clone())}</strong>
        </p>
        {move || view! { <EffectInDetail effect=effect.get() /> }}
    }
}

/// The other way: the diary of the file in place of the one that is here.
#[component]
fn Replacing(effect: Effect, is_busy: Signal<bool>, go: Callback<()>) -> impl IntoView {
    let sentence = effect.sentence.clone();
    view! {
        <details>
            <summary>{words::replace_instead()}</summary>
            <div class="stack" data-gap="small">
                <p>{sentence}</p>
                <EffectInDetail effect=effect />
                <p>
                    <button type="button" class="button" aria-disabled=off(move || is_busy.get()) on:click=move |_| go.run(())>
                        {words::replace()}
                    </button>
                </p>
            </div>
        </details>
    }
}

/// Whose phases and doses are taken where both sides have some.
#[component]
fn WhichTreatment(choices: RwSignal<Choices>) -> impl IntoView {
    let chosen = Signal::derive(move || Some(usize::from(choices.get().treatment_of_file)));
    let choose = Callback::new(move |place: Option<usize>| {
        choices.update(|all| all.treatment_of_file = place == Some(1));
    });
    let ways = [words::which_treatment_here(), words::which_treatment_file()]
        .map(Choice::new)
        .to_vec();
    view! {
        <ChoiceGroup
            id="import-treatment"
            question=words::which_treatment()
            choices=Signal::stored(ways)
            chosen=chosen
            on_choose=choose
        />
    }
}

/// Every day, item, setting, phase and dose that changes.
#[component]
fn EffectInDetail(effect: Effect) -> impl IntoView {
    let notes = effect.notes.into_iter().map(|note| view! { <NamedDays note=note /> });
    view! {
        {effect.reach.map(|words| view! { <p class="notice">{words}</p> })}
        {notes.collect_any()}
        {effect.besides.into_iter().map(|line| view! { <p dir="auto">{line}</p> }).collect_any()}
        <Lines heading=words::settings_change() many=words::settings_change_many(effect.settings.len()) lines=effect.settings />
        <Lines heading=words::treatment_changes() many=words::treatment_changes_many(effect.treatment.len()) lines=effect.treatment />
    }
}

/// A list under its heading; a long one is folded.
#[component]
pub fn Lines(
    /// What they are.
    heading: &'static str,
    /// The same of many, which are folded.
    many: String,
    /// Each in words.
    lines: Vec<String>,
) -> impl IntoView {
    let count = lines.len();
    let list = || {
        let lines = lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> });
        view! { <ul class="points">{lines.collect_any()}</ul> }
    };
    match count {
        0 => ().into_any(),
        1..=FEW => view! {
            <div class="stack" data-gap="small">
                <p>{heading}</p>
                {list()}
            </div>
        }
        .into_any(),
        _ => view! {
            <details>
                <summary>{many}</summary>
                {list()}
            </details>
        }
        .into_any(),
    }
}

/// "12 days are added.", and behind it which.
#[component]
pub fn NamedDays(
    /// What is said, and of which days.
    note: Note,
) -> impl IntoView {
    let more = note.dates.more;
    let more = (more > 0).then(|| view! { <li>{words::and_more_days(more)}</li> });
    let spans = note
        .dates
        .spans
        .iter()
        .map(|span| view! { <li>{span_words(span)}</li> });
    view! {
        <details>
            <summary>{note.said}</summary>
            <ul>{spans.collect_any()} {more}</ul>
        </details>
    }
}

/// "This backup holds 137 days, 6 January 2026 to 7 June 2026."
fn content_words(plan: &ImportPlan) -> String {
    match &plan.ends {
        Some(ends) => words::holds(plan.holds, &span_words(ends)),
        None => words::holds_none().into(),
    }
}

/// What can't be read and is left out, each with its place.
#[component]
fn Unreadable(refused: usize, problems: Vec<String>, more: usize) -> impl IntoView {
    (!problems.is_empty()).then(|| {
        let said = if refused > 0 {
            words::days_left_out(refused)
        } else {
            words::part_left_out().to_owned()
        };
        let more = (more > 0).then(|| view! { <li>{words::and_more(more)}</li> });
        let lines = problems.into_iter().map(|line| view! { <li dir="auto">{line}</li> });
        view! {
            <div class="notice stack" data-gap="small">
                <p>{said}</p>
                <ul>{lines.collect_any()} {more}</ul>
            </div>
        }
    })
}
