//! A file that was chosen: what taking it in would do, then the import. In a part of its own: few bring one.

use leptos::prelude::*;
use leptos::web_sys::File;
use wasm_bindgen_futures::spawn_local;

use super::file::{ChosenFile, FILE_ID, NotTaken, Offered, Problem, Working, request};
use super::offer::{Offer, PLAN_ID};
use super::table::TableOffer;
use crate::import_plan::Seen;
use crate::web::focus::{focus, go_to};
use crate::web::merging::{self, Chosen};
use crate::web::part::door;
use crate::web::state::AppState;
use crate::web::worker::{self, WorkerError};
use crate::words::{Decimal, Said, import as words};

door! {
    /// The way to it.
    pub taking: Taking in seldom
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

/// Reads the file, says what importing it would do, and imports it.
#[component]
pub fn Taking() -> impl IntoView {
    let state = expect_context::<AppState>();
    let ChosenFile { file, turn } = expect_context();
    let progress = RwSignal::new_local(Progress::Idle);
    Effect::new(move |_| {
        let mine = turn.get();
        let Some(file) = file.get_value() else { return };
        if matches!(progress.get_untracked(), Progress::Reading(_)) {
            worker::stop();
        }
        progress.set(Progress::Reading(reading_words(&file)));
        spawn_local(async move {
            let outcome = planned(state, &file).await;
            // The page may have been left, or another file chosen: the last one is the one that is offered, whichever is
            // read first.
            if turn.try_get_untracked() != Some(mine) {
                return;
            }
            let read = match outcome {
                Ok(offered) => Progress::Read(Box::new(offered)),
                Err(NotTaken::Beside(WorkerError::Stopped)) => Progress::Stopped,
                Err(why) => Progress::Failed(why.said()),
            };
            progress.set(read.clone());
            match read {
                Progress::Read(_) => request_animation_frame(|| go_to(PLAN_ID)),
                // The button that had the focus is gone.
                Progress::Stopped => focus(FILE_ID),
                _ => {}
            }
        });
    });
    on_cleanup(move || {
        if matches!(progress.try_get_untracked(), Some(Progress::Reading(_))) {
            worker::stop();
        }
    });

    view! {
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
                let Offered { file, seen } = *offered;
                match seen {
                    Seen::Backup(plan) => view! { <Offer file=file plan=*plan done=done /> }.into_any(),
                    Seen::Table(proposal) => view! { <TableOffer file=file proposal=*proposal done=done /> }.into_any(),
                }
            }
            _ => ().into_any(),
        }}
    }
}

/// "Reading ldn-diary-2026-06-07.json (1.2 MB)…"
fn reading_words(file: &File) -> String {
    let megabytes = file.size() / f64::from(1024 * 1024);
    words::reading(&file.name(), Decimal::of(megabytes, 1))
}

/// Reads the file: what it is, and what it holds or would do.
async fn planned(state: AppState, file: &File) -> Result<Offered, NotTaken> {
    let file = Chosen::open(file).await.map_err(NotTaken::File)?;
    let marks = state.marks();
    let seen = merging::look(&state.own(), &marks, &request(state, &marks), &file).await;
    let seen = seen.map_err(NotTaken::Beside)?;
    Ok(Offered { file, seen })
}
