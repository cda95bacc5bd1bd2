//! Deleting everything, after a typed confirmation and an offered backup (S7).

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::save::SaveBackup;
use crate::diary::in_small_letters;
use crate::web::address::{Address, Step};
use crate::web::components::marked::Marked;
use crate::web::focus::focus;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::off;
use crate::words::{Said as _, backup as words};

/// The ids of the button that asks, and of the field that is typed into: each takes the focus where the other goes.
const ASK_ID: &str = "delete-everything-button";
const CONFIRMATION_ID: &str = "delete-confirmation";

/// Taking the diary out of this browser for good.
#[component]
pub fn DeleteEverythingSection() -> impl IntoView {
    let asked = RwSignal::new(false);
    let ask = move |_| {
        asked.set(true);
        focus(CONFIRMATION_ID);
    };
    view! {
        <section class="stack" data-gap="small" aria-label=words::delete_everything()>
            <h2 id="delete-everything">{words::delete_everything()}</h2>
            <Show
                when=move || asked.get()
                fallback=move || {
                    view! {
                        <p>
                            <button type="button" class="button" id=ASK_ID on:click=ask>
                                {words::delete_everything_ask()}
                            </button>
                        </p>
                    }
                }
            >
                <ConfirmDeletion asked=asked />
            </Show>
        </section>
    }
}

#[component]
fn ConfirmDeletion(asked: RwSignal<bool>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let address = expect_context::<Address>();
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let confirmed = move || typed.with(|typed| in_small_letters(typed.trim()) == words::confirmation());
    let delete = move |_| {
        if !untrack(confirmed) {
            return;
        }
        spawn_local(async move {
            match state.delete_everything().await {
                Ok(()) => address.go(Route::Today.path(), Step::Page),
                Err(why) => problem.set(Some(why.said())),
            }
        });
    };
    let keep = move |_| {
        asked.set(false);
        focus(ASK_ID);
    };
    view! {
        <div class="card stack">
            <p>
                <Marked text=words::for_good() />
            </p>
            <p>{words::save_first()}</p>
            <SaveBackup />
            <div class="field">
                <label for=CONFIRMATION_ID>{words::type_it()}</label>
                <input
                    id=CONFIRMATION_ID
                    class="input"
                    type="text"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </div>
            <p class="cluster">
                <button type="button" class="button" data-kind="main" aria-disabled=off(move || !confirmed()) on:click=delete>
                    {words::delete_for_good()}
                </button>
                <button type="button" class="button" on:click=keep>
                    {words::keep_my_diary()}
                </button>
            </p>
            {move || problem.get().map(|text| view! { <p class="notice" role="alert">{text}</p> })}
        </div>
    }
}
