//! Handing a backup over, and whether it arrived.

use leptos::html::Button;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::web::components::marked::Marked;
use crate::web::state::AppState;
use crate::web::{clock, files};
use crate::words::{backup as words, problems};

/// Hands the file over, and asks whether it arrived: only then it counts.
#[component]
pub fn SaveBackup() -> impl IntoView {
    let state = expect_context::<AppState>();
    let waiting = RwSignal::new(None);
    let problem = RwSignal::new(None::<&'static str>);
    let made = move || {
        problem.set(None);
        state.backup_file()
    };
    let download = move || {
        let (name, text) = made();
        match files::download(&name, "application/json", &text) {
            Ok(()) => waiting.set(Some(clock::now())),
            Err(_) => problem.set(Some(problems::file_not_taken())),
        }
    };
    let share = move || {
        let (name, text) = made();
        spawn_local(async move {
            match files::share(&name, text).await {
                Ok(true) => waiting.set(Some(clock::now())),
                Ok(false) => {}
                Err(_) => problem.set(Some(problems::file_not_shared())),
            }
        });
    };
    let can_share = files::can_share();
    let button = NodeRef::<Button>::new();
    // The question goes with its answer, and the focus comes back.
    let answered = Callback::new(move |()| {
        waiting.set(None);
        if let Some(button) = button.get_untracked() {
            _ = button.focus();
        }
    });
    view! {
        <div class="stack" data-gap="small">
            <p class="cluster">
                <button
                    type="button"
                    class="button"
                    data-kind="main"
                    node_ref=button
                    on:click=move |_| if can_share { share() } else { download() }
                >
                    {words::save()}
                </button>
                {can_share
                    .then(|| {
                        view! {
                            <button type="button" class="button" on:click=move |_| download()>
                                {words::download()}
                            </button>
                        }
                    })}
            </p>
            {move || problem.get().map(|text| view! { <p class="notice" role="alert">{text}</p> })}
            {move || waiting.get().map(|made_at| view! { <DidItArrive made_at=made_at answered=answered /> })}
        </div>
    }
}

/// Browsers don't tell whether a file was really saved; the patient does.
#[component]
fn DidItArrive(
    /// When the file was made.
    made_at: chrono::DateTime<chrono::FixedOffset>,
    /// Called when the question is answered.
    answered: Callback<()>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let arrived = move |_| {
        state.backup_arrived(made_at);
        answered.run(());
    };
    view! {
        <section class="card stack" data-gap="small" aria-label=words::did_it_arrive()>
            <p>
                <Marked text=words::did_it_arrive_how() />
            </p>
            <p class="cluster">
                <button type="button" class="button" data-kind="main" on:click=arrived>
                    {words::it_arrived()}
                </button>
                <button type="button" class="button" on:click=move |_| answered.run(())>
                    {words::it_did_not()}
                </button>
            </p>
        </section>
    }
}
