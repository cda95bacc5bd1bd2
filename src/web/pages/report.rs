//! The report: what goes in, how it will print, and how it is taken along.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use self::files::Files;
use self::form::{Choices, Form};
use super::about_me;
use super::title::Title;
use crate::results;
use crate::web::components::nothing_yet::NothingYet;
use crate::web::papers;
use crate::web::part::{Deferred, door};
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::memo_bool;
use crate::web::worker::{self, WorkerError};
use crate::words::{Said as _, visit};

pub mod file_kinds;
pub mod files;
pub mod form;
mod words;

door! {
    /// The way to this page.
    pub page: ReportPage
}

/// Everything about the report; only the preview goes on paper.
#[component]
pub fn ReportPage() -> impl IntoView {
    let state = expect_context::<AppState>();
    let empty = memo_bool(move || state.with(|diary| diary.days().next().is_none()));
    view! {
        <div class="page stack" data-gap="large" data-width="wide">
            <div class="stack no-print">
                <Title text=Route::Report.heading() />
                <p>{words::lead()}</p>
            </div>
            <div class="stack no-print" data-gap="small">
                <p>
                    <a href=Route::Visit.path() class="button">
                        {visit::title_link()}
                    </a>
                </p>
                <p class="soft">{visit::title_link_about()}</p>
            </div>
            <Show when=move || !empty.get() fallback=|| view! { <NothingYet text=words::empty() /> }>
                <Made />
                <Deferred door=about_me::section() />
            </Show>
        </div>
    }
}

#[component]
fn Made() -> impl IntoView {
    let state = expect_context::<AppState>();
    let form = Form::of(state);
    on_cleanup(worker::stop);
    // A final answer that is read on paper first is kept like one that is read on the page.
    let today = state.today();
    state.keep_answers(&state.with(|diary| results::unkept(diary, diary.as_of(today))));
    view! {
        <Choices form=form />
        <Preview form=form />
        <Files form=form />
    }
}

/// The report as it will print, made anew when a choice or the diary changes.
#[component]
fn Preview(form: Form) -> impl IntoView {
    let state = expect_context::<AppState>();
    let place = NodeRef::<Div>::new();
    let large = RwSignal::new(false);
    // None while it is being made.
    let outcome = RwSignal::new(None::<Result<(), WorkerError>>);
    let turn = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let (Some(request), Some(place)) = (form.request(), place.get()) else {
            return;
        };
        let diary = state.with(Clone::clone);
        turn.update_value(|turn| *turn += 1);
        let mine = turn.get_value();
        outcome.set(None);
        spawn_local(async move {
            let made = papers::preview(&diary, &request).await;
            // A later choice may have overtaken this one, or the page may have been left.
            if turn.try_get_value() == Some(mine) {
                outcome.try_set(Some(made.and_then(|made| papers::show(&place, &made))));
            }
        });
    });
    let size = move || {
        if large.get() {
            words::whole_page()
        } else {
            words::larger()
        }
    };
    view! {
        <section class="stack" data-gap="small" aria-labelledby="report-preview">
            <div class="cluster no-print">
                <h2 id="report-preview">{words::preview()}</h2>
                <button
                    type="button"
                    class="button preview-size"
                    data-kind="quiet"
                    on:click=move |_| large.update(|large| *large = !*large)
                >
                    {size}
                </button>
                <div role="status">
                    {move || match outcome.get() {
                        None => view! { <p class="soft">{words::working()}</p> }.into_any(),
                        Some(Ok(()) | Err(WorkerError::Stopped)) => ().into_any(),
                        Some(Err(why)) => view! { <p class="notice">{why.said()}</p> }.into_any(),
                    }}
                </div>
            </div>
            <div
                class="preview"
                tabindex="0"
                role="region"
                aria-label=words::pages()
                data-size=move || if large.get() { "large" } else { "whole" }
            >
                <div class="preview-paper" data-paper=move || form.paper().id() node_ref=place></div>
            </div>
        </section>
    }
}
