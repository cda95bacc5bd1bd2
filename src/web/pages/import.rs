//! Opening the sample diary, and importing a backup: what it would do is shown before it is done.

use crate::web::address::{Address, Step};
use crate::web::views::CollectAny as _;
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::web_sys::{File, HtmlInputElement};
use wasm_bindgen_futures::spawn_local;

use crate::diary::{Diary, iso};
use crate::exchange::backup::{self, Marks};
use crate::study::ImportPlan;
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::state::AppState;
use crate::web::{dates, files, study};

const OTHER_BEGINNINGS: &str = "Other ways to begin";

/// What else a first visitor can do than answer.
#[component]
pub fn OtherBeginnings() -> impl IntoView {
    view! {
        <section class="stack" data-gap="large" aria-label=OTHER_BEGINNINGS>
            <h2>{OTHER_BEGINNINGS}</h2>
            <OpenSample />
            <ImportBackup />
        </section>
    }
}

/// A button that opens the sample diary on its chart.
#[component]
pub fn OpenSample() -> impl IntoView {
    let state = expect_context::<AppState>();
    let address = expect_context::<Address>();
    let problem = RwSignal::new(None::<String>);
    let open = move |_| {
        spawn_local(async move {
            match state.open_sample().await {
                Ok(()) => address.go("/charts", Step::Page),
                Err(error) => problem.set(Some(error)),
            }
        });
    };
    view! {
        <div class="stack" data-gap="small">
            <p class="soft">"See what 22 weeks of a made-up diary look like. Your own is not touched."</p>
            <p>
                <button type="button" class="button" on:click=open>
                    "Open the sample diary"
                </button>
            </p>
            <Problem text=problem />
        </div>
    }
}

/// A file chooser for a backup, then what importing it would do, then the import.
#[component]
pub fn ImportBackup() -> impl IntoView {
    let state = expect_context::<AppState>();
    let input = NodeRef::<Input>::new();
    let problem = RwSignal::new(None::<String>);
    let offered = RwSignal::new(None::<(Diary, ImportPlan)>);

    let chosen = move |_: ev::Event| {
        let Some(file) = input
            .get_untracked()
            .and_then(|input: HtmlInputElement| input.files())
            .and_then(|files| files.get(0))
        else {
            return;
        };
        problem.set(None);
        offered.set(None);
        spawn_local(async move {
            match planned(state, &file).await {
                Ok(plan) => offered.set(Some(plan)),
                Err(why) => problem.set(Some(why)),
            }
            // The same file can be chosen again after it was mended.
            if let Some(input) = input.get_untracked() {
                input.set_value("");
            }
        });
    };

    view! {
        <div class="stack" data-gap="small">
            <p class="soft">"Bring back a diary from a backup file that this app made."</p>
            <p>
                <label class="button file-button">
                    "Import a backup"
                    <input type="file" accept=".json,.txt,application/json,text/plain" node_ref=input on:change=chosen />
                </label>
            </p>
            <Problem text=problem />
            {move || offered.get().map(|(diary, plan)| view! { <Offer incoming=diary plan=plan done=Callback::new(move |()| offered.set(None)) /> })}
        </div>
    }
}

/// Reads the file, and what merging it into the own diary would do.
async fn planned(state: AppState, file: &File) -> Result<(Diary, ImportPlan), String> {
    let text = files::read_text(file).await.map_err(|error| error.to_string())?;
    let diary = backup::read(&text, untrack(|| state.today())).map_err(|error| error.to_string())?;
    let plan = study::import_plan(&state.own(), &diary).await;
    plan.map(|plan| (diary, plan)).map_err(|error| error.to_string())
}

/// Merges the file into the own diary and keeps what is new.
async fn merge(state: AppState, incoming: &Diary, treatment_of_file: bool) -> Result<(), String> {
    let merged = study::merge(&state.own(), incoming, treatment_of_file).await;
    let merged = merged.map_err(|error| error.to_string())?;
    state.take_in(merged, &Marks::default())?;
    let arrived = state.arrived().await;
    arrived.map_err(|why| format!("It was not saved. {why}"))
}

/// What the import would do, and the two ways on.
#[component]
fn Offer(incoming: Diary, plan: ImportPlan, done: Callback<()>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let address = expect_context::<Address>();
    // Where both sides have phases and they differ, nothing is chosen for the patient but to keep what is here.
    let file_treatment = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let content = content_words(&incoming);
    let effect = format!("Importing it {}.", plan.sentence);
    let has_own = state.own() != Diary::default();
    let replacing = has_own.then(|| format!("Replacing your diary with it {}.", plan.replacing));
    let conflicts = plan.conflicts;
    let incoming = StoredValue::new(incoming);
    // The page may have been shown anew meanwhile, because there is a diary now: nothing of it is relied on.
    let finish = move |outcome: Result<(), String>| match outcome {
        Ok(()) => {
            state.imported.set(true);
            address.go("/charts", Step::Page);
            state.begin_anew();
            done.try_run(());
        }
        Err(why) => _ = problem.try_set(Some(why)),
    };
    let replace = move |_| {
        let incoming = incoming.get_value();
        spawn_local(async move { finish(state.replace(incoming, &Marks::default()).await) });
    };
    let take = move |_| {
        let incoming = incoming.get_value();
        let treatment_of_file = file_treatment.get_untracked();
        spawn_local(async move { finish(merge(state, &incoming, treatment_of_file).await) });
    };
    view! {
        <section class="card stack" aria-label="Import">
            <p>{content}</p>
            <p>
                <strong>{effect}</strong>
            </p>
            {(!conflicts.is_empty()).then(|| view! { <Conflicts dates=conflicts /> })}
            {plan
                .treatments_conflict
                .then(|| {
                    let chosen = Signal::derive(move || Some(usize::from(file_treatment.get())));
                    let choose = Callback::new(move |place: Option<usize>| file_treatment.set(place == Some(1)));
                    let choices = ["As in this diary", "As in the file"].map(Choice::new).to_vec();
                    view! {
                        <ChoiceGroup
                            id="import-treatment"
                            question="Phases and doses differ. Which are right?"
                            choices=Signal::stored(choices)
                            chosen=chosen
                            on_choose=choose
                        />
                    }
                })}
            <div class="cluster">
                <button type="button" class="button" data-kind="main" on:click=take>
                    "Import"
                </button>
                <button type="button" class="button" on:click=move |_| done.run(())>
                    "Don't import"
                </button>
            </div>
            {replacing
                .map(|sentence| {
                    view! {
                        <details>
                            <summary>"Replace my diary instead"</summary>
                            <div class="stack" data-gap="small">
                                <p>{sentence} " A safety copy of your diary as it is now is kept, and can be brought back."</p>
                                <p>
                                    <button type="button" class="button" on:click=replace>
                                        "Replace my diary"
                                    </button>
                                </p>
                            </div>
                        </details>
                    }
                })}
            <Problem text=problem />
        </section>
    }
}

fn in_words(date: String) -> String {
    iso::date(&date).map_or(date, dates::full_date)
}

/// The days that differ on both sides, by date.
#[component]
fn Conflicts(
    /// As "2026-01-05".
    dates: Vec<String>,
) -> impl IntoView {
    let said = format!(
        "{} differ on both sides: of each, the version that was changed last is taken.",
        dates::days(dates.len())
    );
    view! {
        <details>
            <summary>{said}</summary>
            <ul>{dates.into_iter().map(|date| view! { <li>{in_words(date)}</li> }).collect_any()}</ul>
        </details>
    }
}

/// "This backup holds 137 days, 6 January 2026 to 7 June 2026."
fn content_words(diary: &Diary) -> String {
    let count = dates::days(diary.days().len());
    match (diary.first_day(), diary.last_day()) {
        (Some(first), Some(last)) if first != last => {
            format!(
                "This backup holds {count}, {} to {}.",
                dates::full_date(first),
                dates::full_date(last)
            )
        }
        (Some(only), _) => format!("This backup holds {count}, {}.", dates::full_date(only)),
        _ => "This backup holds no days.".into(),
    }
}

/// One clear message where something went wrong.
#[component]
fn Problem(#[prop(into)] text: Signal<Option<String>>) -> impl IntoView {
    move || {
        text.get()
            .map(|text| view! { <p class="notice" role="alert">{text}</p> })
    }
}
