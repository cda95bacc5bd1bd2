//! Opening the sample diary, and importing a backup: what it would do is shown before it is done.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::web_sys::{File, HtmlInputElement};
use wasm_bindgen_futures::spawn_local;

use self::file::{FILE_ID, NotTaken, Offered, Problem, Working, request};
use self::offer::Offer;
use crate::web::address::{Address, Step};
use crate::web::focus::{focus, go_to};
use crate::web::merging::{self, Chosen};
use crate::web::part::door;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::worker::{self, WorkerError};
use crate::words::{Decimal, Said, import as words};

pub mod file;
pub mod offer;

door! {
    /// The way to it.
    pub other_beginnings: OtherBeginnings
}

/// What else a first visitor can do than answer.
#[component]
pub fn OtherBeginnings() -> impl IntoView {
    view! {
        <section class="stack" data-gap="large" aria-label=words::other_beginnings()>
            <h2>{words::other_beginnings()}</h2>
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
                Ok(()) => address.go(Route::Charts.path(), Step::Page),
                Err(error) => problem.set(Some(error.said())),
            }
        });
    };
    view! {
        <div class="stack" data-gap="small">
            <p class="soft">{words::sample()}</p>
            <p>
                <button type="button" class="button" on:click=open>
                    {words::sample_open()}
                </button>
            </p>
            <Problem text=problem />
        </div>
    }
}

/// How far the file is.
#[derive(Debug, Clone)]
enum Progress {
    Idle,
    /// Being read: what is said meanwhile.
    Reading(String),
    /// Broken off by the patient.
    Stopped,
    Failed(String),
    Read(Box<Offered>),
}

/// A file chooser for a backup, then what importing it would do, then the import.
#[component]
pub fn ImportBackup() -> impl IntoView {
    let state = expect_context::<AppState>();
    let input = NodeRef::<Input>::new();
    let progress = RwSignal::new_local(Progress::Idle);
    // The last file that was chosen is the one that is offered, whichever is read first.
    let turn = StoredValue::new(0_u32);

    let chosen = move |_: ev::Event| {
        let Some(file) = input
            .get_untracked()
            .and_then(|input: HtmlInputElement| input.files())
            .and_then(|files| files.get(0))
        else {
            return;
        };
        if matches!(progress.get_untracked(), Progress::Reading(_)) {
            worker::stop();
        }
        let mine = turn.get_value() + 1;
        turn.set_value(mine);
        progress.set(Progress::Reading(reading_words(&file)));
        spawn_local(async move {
            let outcome = planned(state, &file).await;
            // The page may have been left, or another file chosen.
            if turn.try_get_value() != Some(mine) {
                return;
            }
            let read = match outcome {
                Ok(offered) => Progress::Read(Box::new(offered)),
                Err(NotTaken::Beside(WorkerError::Stopped)) => Progress::Stopped,
                Err(why) => Progress::Failed(why.said()),
            };
            progress.set(read.clone());
            match read {
                Progress::Read(_) => request_animation_frame(|| go_to(offer::PLAN_ID)),
                // The button that had the focus is gone.
                Progress::Stopped => focus(FILE_ID),
                _ => {}
            }
            // The same file can be chosen again after it was mended.
            if let Some(input) = input.get_untracked() {
                input.set_value("");
            }
        });
    };
    on_cleanup(move || {
        if matches!(progress.try_get_untracked(), Some(Progress::Reading(_))) {
            worker::stop();
        }
    });

    view! {
        <div class="stack" data-gap="small">
            <p class="soft">{words::bring_back()}</p>
            <p>
                <label class="button file-button">
                    {words::import_a_backup()}
                    <input id=FILE_ID type="file" accept=".json,.txt,application/json,text/plain" node_ref=input on:change=chosen />
                </label>
            </p>
            <div aria-live="polite">
                {move || match progress.get() {
                    Progress::Reading(words) => view! { <Working words=words /> }.into_any(),
                    Progress::Stopped => view! { <p>{words::stopped()}</p> }.into_any(),
                    _ => ().into_any(),
                }}
            </div>
            {move || match progress.get() {
                Progress::Failed(why) => view! { <Problem text=Some(why) /> }.into_any(),
                Progress::Read(offered) => {
                    let done = Callback::new(move |()| _ = progress.try_set(Progress::Idle));
                    view! { <Offer offered=*offered done=done /> }.into_any()
                }
                _ => ().into_any(),
            }}
        </div>
    }
}

/// "Reading ldn-diary-2026-06-07.json (1.2 MB)…"
fn reading_words(file: &File) -> String {
    let megabytes = file.size() / f64::from(1024 * 1024);
    words::reading(&file.name(), Decimal::of(megabytes, 1))
}

/// Reads the file, and what merging it into the own diary would do.
async fn planned(state: AppState, file: &File) -> Result<Offered, NotTaken> {
    let file = Chosen::open(file).await.map_err(NotTaken::File)?;
    let marks = state.marks();
    let plan = merging::plan(&state.own(), &marks, &request(state, &marks), &file).await;
    let plan = plan.map_err(NotTaken::Beside)?;
    Ok(Offered { file, plan })
}
