//! What every page must say first, while it is so: nothing can be kept, something could not be read, this is the sample.

use crate::store::names::RECORDS;
use crate::web::address::{Address, Step};
use crate::web::route::Route;
use crate::web::views::CollectAny as _;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::web::components::marked::Marked;
use crate::web::files;
use crate::web::part::{Deferred, door};
use crate::web::state::{AppState, LateStore};
use crate::web::views::{live_option, live_while};
use crate::words::{Said as _, notices as words};

/// The notices that hold now; most days none.
#[component]
pub fn Notices() -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <div class="notices">
            {live_option(move || {
                state.keeping.with(|keeping| keeping.blocked.clone()).map(|why| {
                    view! {
                        <section class="notice" aria-label=words::nothing_is_kept()>
                            <p>
                                <Marked text=words::nothing_is_kept_why(&why.said()) />
                            </p>
                        </section>
                    }.into_any()
                })
            })}
            {live_option(move || {
                state.keeping.with(|keeping| keeping.newer).then(|| {
                    view! {
                        <section class="notice" aria-label=words::newer_version()>
                            <p>
                                <Marked text=words::newer_version_what() />
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
                        <section class="notice" aria-label=words::kept_once()>
                            <p>
                                <Marked text=words::kept_once_why(&why.of_one_store()) />
                            </p>
                        </section>
                    }.into_any()
                })
            })}
            {live_while(
                move || state.keeping.with(|keeping| !keeping.set_aside.is_empty()),
                || view! { <Deferred door=set_aside() /> }.into_any(),
            )}
            {live_while(move || state.in_sample(), || view! { <SampleBanner /> }.into_any())}
        </div>
    }
}

/// The second store has not answered yet. It may hold more than is shown.
fn second_store_is_late(late: LateStore) -> AnyView {
    let said = match late {
        LateStore::MayHoldMore => words::a_part_is_late_may_hold_more(),
        LateStore::HoldsDeleted => words::a_part_is_late_holds_deleted(),
        LateStore::KeepsNothing => words::a_part_is_late_keeps_nothing(),
    };
    view! {
        <section class="notice" aria-label=words::a_part_is_late() role="status">
            <p>
                <Marked text=said />
            </p>
        </section>
    }
    .into_any()
}

door! {
    /// The way to it.
    pub set_aside: SetAsideNotice
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
            let said = words::could_not_be_read_pieces(pieces.len());
            let list = pieces
                .iter()
                .map(|piece| words::could_not_be_read_piece(piece.key.trim_start_matches(RECORDS), &piece.why.said()));
            view! {
                <section class="notice stack" data-gap="small" aria-label=words::could_not_be_read()>
                    <p>
                        <Marked text=said />
                    </p>
                    <ul>{list.map(|line| view! { <li>{line}</li> }).collect_any()}</ul>
                    <p class="cluster">
                        <button type="button" class="button" on:click=save>
                            {words::save_a_copy()}
                        </button>
                        <Show when=move || copied.get()>
                            <button type="button" class="button" data-kind="quiet" on:click=forget>
                                {words::remove_here()}
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
        address.go(Route::Today.path(), Step::Page);
    };
    view! {
        <section class="notice cluster" aria-label=words::sample_is_open()>
            <p>
                <Marked text=words::sample_is_open_what() />
            </p>
            <button type="button" class="button" on:click=leave>
                {words::leave_sample()}
            </button>
        </section>
    }
}
