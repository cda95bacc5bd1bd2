//! Opening the sample diary, and bringing a diary along, from a backup or from elsewhere: what it would do is shown before it
//! is done, and one step takes it back.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;
use wasm_bindgen_futures::spawn_local;

use self::file::{ChosenFile, FILE_ID, Problem};
use crate::store::LastImport;
use crate::web::address::{Address, Step};
use crate::web::focus::focus;
use crate::web::part::{Deferred, door};
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::{live_option, live_while, on_click};
use crate::words::{Said, bring as messages, import as words};

/// What is said once an import was taken back, to which the focus goes.
const TAKEN_BACK_ID: &str = "import-taken-back";

pub mod column;
pub mod file;
mod meaning;
pub mod offer;
pub mod table;
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
            <h3>{messages::bring_along()}</h3>
            <BringAlong />
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
pub fn BringAlong() -> impl IntoView {
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
    // No list of endings: phones grey out what they know under another one.
    view! {
        <div class="stack" data-gap="small">
            <p class="soft">{messages::what_it_takes()}</p>
            <p>
                <label class="button file-button">
                    {messages::choose_file()}
                    <input id=FILE_ID type="file" node_ref=input on:change=choose />
                </label>
            </p>
            {live_while(move || chosen.turn.get() > 0, || view! { <Deferred door=taking::taking() /> }.into_any())}
        </div>
    }
}

/// The way back from the last import, as long as there is one.
#[component]
pub fn TakeBack() -> impl IntoView {
    let state = expect_context::<AppState>();
    let import = RwSignal::new(None::<LastImport>);
    let said = RwSignal::new(None::<String>);
    spawn_local(async move { _ = import.try_set(state.last_import().await) });
    let take_back = move || {
        spawn_local(async move {
            // Another tab may have taken it back, or brought another one along.
            let Some(last) = state.last_import().await else {
                import.try_set(None);
                return;
            };
            let outcome = state.take_back(&last).await;
            if outcome.is_ok() {
                import.try_set(None);
            }
            said.try_set(Some(
                outcome.map_or_else(|why| why.said(), |()| messages::taken_back().to_owned()),
            ));
            // The button is gone, and the focus with it.
            focus(TAKEN_BACK_ID);
        });
    };
    view! {
        {live_option(move || {
            import
                .with(|import| import.as_ref().map(|import| import.at.date_naive()))
                .map(|day| {
                    view! {
                        <div class="stack" data-gap="small">
                            <p class="soft">{messages::can_take_back(day)}</p>
                            <p>
                                <button type="button" class="button" on:click=on_click(take_back)>
                                    {messages::take_back()}
                                </button>
                            </p>
                        </div>
                    }
                        .into_any()
                })
        })}
        {live_option(move || {
            said.get().map(|said| view! { <p id=TAKEN_BACK_ID tabindex="-1">{said}</p> }.into_any())
        })}
    }
}
