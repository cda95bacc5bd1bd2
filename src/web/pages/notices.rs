//! What every page must say first, while it is so: nothing can be kept, something could not be read, this is the sample.

use crate::web::address::{Address, Step};
use crate::web::views::CollectAny as _;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::web::files;
use crate::web::parts::{Late, Piece};
use crate::web::state::{AppState, LateStore};
use crate::web::views::{live_option, live_while};

/// The notices that hold now; most days none.
#[component]
pub fn Notices() -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <div class="notices">
            {live_option(move || {
                state.keeping.with(|keeping| keeping.blocked.clone()).map(|why| {
                    view! {
                        <section class="notice" aria-label="Nothing is kept">
                            <p>
                                <strong>"Nothing you enter here will be kept. "</strong>
                                {why.to_string()}
                            </p>
                        </section>
                    }.into_any()
                })
            })}
            {live_option(move || {
                state.keeping.with(|keeping| keeping.newer).then(|| {
                    view! {
                        <section class="notice" aria-label="Newer version">
                            <p>
                                <strong>"A newer version of this app has used this diary. "</strong>
                                "You can look at it here. To write in it, reload the page to update the app."
                            </p>
                        </section>
                    }.into_any()
                })
            })}
            {live_option(move || {
                let late = state.keeping.with(|keeping| keeping.late.filter(|_| keeping.late_is_said));
                late.map(second_store_is_late)
            })}
            {live_option(move || {
                state.keeping.with(|keeping| keeping.one_store.clone()).map(|why| {
                    view! {
                        <section class="notice" aria-label="Kept in one place">
                            <p>
                                <strong>"Your diary is kept in one place of two. "</strong>
                                {why.of_one_store()}
                                " What you enter is kept, but with less safety."
                            </p>
                        </section>
                    }.into_any()
                })
            })}
            {live_while(
                move || state.keeping.with(|keeping| !keeping.set_aside.is_empty()),
                || view! { <Late piece=Piece::SetAside /> }.into_any(),
            )}
            {live_while(move || state.in_sample(), || view! { <SampleBanner /> }.into_any())}
        </div>
    }
}

/// The second store has not answered yet. It may hold more than is shown.
fn second_store_is_late(late: LateStore) -> AnyView {
    let so = match late {
        LateStore::MayHoldMore => {
            "You can go on: what you enter is kept. Should something be missing here, it comes when that part answers."
        }
        LateStore::HoldsDeleted => {
            "You can go on: what you enter is kept. What you have deleted does not come back; should something else be missing here, it comes when that part answers."
        }
        LateStore::KeepsNothing => {
            "The other part this browser does not let the diary use. Nothing you enter is kept before the first answers, and your diary is not shown: close other tabs of this page, or restart the browser."
        }
    };
    view! {
        <section class="notice" aria-label="A part is late" role="status">
            <p>
                <strong>"A part of this browser's storage has not answered yet. "</strong>
                {so}
            </p>
        </section>
    }
    .into_any()
}

/// Some records could not be read: they are left as they are, and can be saved as a file.
#[component]
pub fn SetAsideNotice() -> impl IntoView {
    let state = expect_context::<AppState>();
    let copied = RwSignal::new(false);
    let unreadable = move || state.keeping.with(|keeping| keeping.set_aside.clone());
    let forget = move |_| spawn_local(state.forget_set_aside());
    let save = move |_| {
        let pieces = untrack(unreadable);
        let texts = pieces.iter().map(|piece| format!("{}\n{}\n", piece.key, piece.text));
        // A browser that refuses the download shows that itself.
        _ = files::download(
            "ldn-diary-unreadable.txt",
            "text/plain",
            &texts.collect::<Vec<_>>().join("\n"),
        );
        copied.set(true);
    };
    move || {
        let pieces = unreadable();
        (!pieces.is_empty()).then(|| {
            let said = match pieces.len() {
                1 => "One piece of your diary could not be read. ".to_owned(),
                count => format!("{count} pieces of your diary could not be read. "),
            };
            let list = pieces.iter().map(|piece| format!("{}: {}", piece.key.trim_start_matches("ldn-diary/"), piece.why));
            view! {
                <section class="notice stack" data-gap="small" aria-label="Could not be read">
                    <p>
                        <strong>{said}</strong>
                        "Nothing is lost or written over: it is kept as it is, and all the rest works. Save a copy and keep it, in case it can be repaired."
                    </p>
                    <ul>{list.map(|line| view! { <li>{line}</li> }).collect_any()}</ul>
                    <p class="cluster">
                        <button type="button" class="button" on:click=save>
                            "Save a copy"
                        </button>
                        <Show when=move || copied.get()>
                            <button type="button" class="button" data-kind="quiet" on:click=forget>
                                "I have the copy: remove it here"
                            </button>
                        </Show>
                    </p>
                </section>
            }
        })
    }
}

/// The sample is open.
#[component]
fn SampleBanner() -> impl IntoView {
    let state = expect_context::<AppState>();
    let address = expect_context::<Address>();
    let leave = move |_| {
        state.leave_sample();
        address.go("/", Step::Page);
    };
    view! {
        <section class="notice cluster" aria-label="The sample is open">
            <p>
                <strong>"Sample diary, made up. "</strong>
                "Nothing you do here is kept."
            </p>
            <button type="button" class="button" on:click=leave>
                "Leave the sample"
            </button>
        </section>
    }
}
