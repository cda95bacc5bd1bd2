//! Opening the sample diary, and importing a backup: what it would do is shown before it is done.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;
use wasm_bindgen_futures::spawn_local;

use self::file::{ChosenFile, FILE_ID, Problem};
use crate::web::address::{Address, Step};
use crate::web::part::{Deferred, door};
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::live_while;
use crate::words::{Said, import as words};

pub mod file;
pub mod offer;
pub mod taking;

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

/// A file chooser; what is done with the file is fetched when there is one.
#[component]
pub fn ImportBackup() -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let chosen = ChosenFile::default();
    provide_context(chosen);
    let choose = move |_: ev::Event| {
        let Some(input) = input.get_untracked() else { return };
        let input: HtmlInputElement = input;
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        chosen.file.set_value(Some(file));
        chosen.turn.update(|turn| *turn += 1);
        // The same file can be chosen again after it was mended.
        input.set_value("");
    };
    view! {
        <div class="stack" data-gap="small">
            <p class="soft">{words::bring_back()}</p>
            <p>
                <label class="button file-button">
                    {words::import_a_backup()}
                    <input id=FILE_ID type="file" accept=".json,.txt,application/json,text/plain" node_ref=input on:change=choose />
                </label>
            </p>
            {live_while(move || chosen.turn.get() > 0, || view! { <Deferred door=taking::taking() /> }.into_any())}
        </div>
    }
}
