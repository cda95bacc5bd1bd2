//! A new version of the app is offered, and never forced.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::web::components::marked::Marked;
use crate::web::part::{Deferred, door};
use crate::web::state::AppState;
use crate::web::updates::Updates;
use crate::web::views::{CollectAny as _, live_option, live_while};
use crate::words::{Said as _, notices as words};

/// The place in which a new version is announced.
#[component]
pub fn NewVersion() -> impl IntoView {
    let updates = expect_context::<Updates>();
    view! {
        <div aria-live="polite">
            {live_while(
                move || updates.waiting.with(Option::is_some),
                || view! { <Deferred door=notice() /> }.into_any(),
            )}
        </div>
    }
}

door! {
    /// The way to it.
    pub notice: NewVersionNotice
}

/// Says that a new version waits and what it brings; the patient may start it at once, or put the line away.
#[component]
pub fn NewVersionNotice() -> impl IntoView {
    let (updates, state) = (expect_context::<Updates>(), expect_context::<AppState>());
    let problem = RwSignal::new(None::<String>);
    // The page is loaded anew: nothing may be on its way to the stores then.
    let start = move |_| {
        spawn_local(async move {
            match state.arrived().await {
                Ok(()) => updates.start_now(),
                Err(why) => problem.set(Some(words::new_version_not_saved(&why.said()))),
            }
        });
    };
    live_option(move || {
        updates.waiting.get().map(|news| {
            view! {
                <section class="notice stack" data-kind="plain" data-gap="small" aria-label=words::new_version()>
                    <p>
                        <Marked text=words::new_version_when() />
                    </p>
                    <details>
                        <summary>{words::new_version_news()}</summary>
                        <ul>{news.into_iter().map(|point| view! { <li>{point}</li> }).collect_any()}</ul>
                    </details>
                    <p class="cluster">
                        <button type="button" class="button" on:click=start>
                            {words::new_version_start()}
                        </button>
                        <button
                            type="button"
                            class="button"
                            data-kind="quiet"
                            on:click=move |_| updates.waiting.set(None)
                        >
                            {words::new_version_later()}
                        </button>
                    </p>
                    {move || problem.get().map(|why| view! { <p class="field-problem">{why}</p> }.into_any())}
                </section>
            }
            .into_any()
        })
    })
}
