//! The pages at their addresses, and what stands around every page: the bar, what there is to say about the diary's keeping, the sample's banner.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::address::Address;
use super::components::bar::Bar;
use super::focus::{focus_in_place, has_focus};
use super::install::Install;
use super::pages::backup::BackupReminder;
use super::pages::new_version::NewVersion;
use super::pages::notices::Notices;
use super::pages::today::TodayPage;
use super::pages::{
    backup, charts, history, not_found, pharmacist, recovery, report, results, settings, treatment, visit,
};
use super::part::{Deferred, Door, REST_AFTER};
use super::route::Route;
use super::state::AppState;
use super::theme::Appearance;
use super::updates::Updates;
use super::views::{live, live_while, memo_bool};
use crate::words::{controls, problems};

/// How often an open page looks at the clock, in seconds.
const CLOCK_EVERY: u64 = 20;

/// Whether a day of the patient's own is recorded. Tracks changes.
fn has_diary(state: AppState) -> bool {
    !state.in_sample() && state.with(|diary| diary.days().len() > 0)
}

/// The app.
#[component]
pub fn App() -> impl IntoView {
    let state = AppState::open();
    provide_context(state);
    provide_context(Address::follow());
    let keeps = window().local_storage().is_ok_and(|storage| storage.is_some());
    provide_context(Appearance::open(keeps));
    provide_context(Install::follow(keeps));
    let updates = Updates::new();
    provide_context(updates);
    keep_time(state);
    let ready = RwSignal::new(false);
    spawn_local(async move {
        state.load().await;
        // A tab that had the sample open before a reload opens it again, before it shows the wrong diary.
        state.reopen_sample().await;
        ready.set(true);
        updates.started();
        // One after the other: what the page has fetched, the worker need not fetch again.
        let the_rest = async move {
            // By one page the others come near. Where it does not arrive, its page says so when it is opened.
            _ = history::page().fetch().await;
            updates.follow(untrack(|| has_diary(state)));
        };
        set_timeout(move || spawn_local(the_rest), REST_AFTER);
    });
    // The first answer of a diary, and not the start of one that has some.
    Effect::new(move |before: Option<Option<bool>>| {
        let now = ready.get().then(|| has_diary(state));
        if before == Some(Some(false)) && now == Some(true) {
            updates.diary_begun();
        }
        now
    });
    let lost = memo_bool(move || !state.in_sample() && state.keeping.with(|keeping| keeping.lost.is_some()));

    view! {
        <div class="shell">
            <SkipLink />
            <main id="main" class="main" tabindex="-1">
                <Notices />
                {live(move || match (ready.get(), lost.get()) {
                    (false, _) => reading(),
                    (true, true) => {
                        introduce(false);
                        view! { <Deferred door=recovery::page() heading=controls::your_diary() /> }.into_any()
                    }
                    (true, false) => view! {
                        <Page />
                    }
                    .into_any(),
                })}
                <Foot ready=ready />
            </main>
            <Bar />
        </div>
        <FocusOnArrival />
    }
}

/// What is offered and can wait. It comes late, so it stands below every page: nothing moves under a finger.
#[component]
fn Foot(ready: RwSignal<bool>) -> impl IntoView {
    view! {
        <div class="page-foot">
            <NewVersion />
            {live_while(move || ready.get(), || view! { <BackupReminder /> }.into_any())}
        </div>
    }
}

/// Whether the lines for a first visitor, which `index.html` brings, stand above the page. They stay while the page does:
/// nothing jumps under the finger after the first answer.
fn introduce(first: bool) {
    if let Some(page) = document().document_element() {
        _ = page.toggle_attribute_with_force("data-known", !first);
    }
}

/// What stands here for the moment in which the stores are read.
fn reading() -> AnyView {
    view! {
        <div class="page">
            <h1 class="soft">{controls::reading()}</h1>
        </div>
    }
    .into_any()
}

/// The page at the address.
#[component]
fn Page() -> impl IntoView {
    let (address, state) = (expect_context::<Address>(), expect_context::<AppState>());
    let (look, install) = (expect_context::<Appearance>(), expect_context::<Install>());
    live(move || {
        let path = address.path();
        // The page before is on its way out, the next does not read yet.
        state.forget_readers();
        look.forget_readers();
        install.forget_readers();
        address.forget_readers();
        let first = untrack(|| state.with(|diary| diary.days().len() == 0));
        let route = Route::at(&path);
        introduce(first && route == Some(Route::Today));
        let Some(route) = route else {
            return view! { <Deferred door=not_found::page() heading=controls::not_found() /> }.into_any();
        };
        match door(route) {
            None => view! { <TodayPage /> }.into_any(),
            Some(door) => view! { <Deferred door=door heading=route.heading() /> }.into_any(),
        }
    })
}

/// The door of a page; none of today's, which is here from the start.
fn door(route: Route) -> Option<Door> {
    Some(match route {
        Route::Today => return None,
        Route::History => history::page(),
        Route::Charts => charts::page(),
        Route::Results => results::page(),
        Route::Report => report::page(),
        Route::Treatment => treatment::page(),
        Route::Settings => settings::page(),
        Route::Backup => backup::page(),
        Route::Pharmacist => pharmacist::page(),
        Route::Visit => visit::page(),
    })
}

/// Leads past what stands before the page, without a further entry of the history.
#[component]
fn SkipLink() -> impl IntoView {
    let skip = move |event: ev::MouseEvent| {
        event.prevent_default();
        focus_in_place("main");
    };
    view! {
        <a class="skip-link" href="#main" on:click=skip>
            {problems::skip()}
        </a>
    }
}

/// Moves today on when its day is over, and when the page comes back from sleep; and hears of fingers and keys, by which a
/// page is one that is being filled in.
fn keep_time(state: AppState) {
    set_interval(move || state.look_at_clock(), Duration::from_secs(CLOCK_EVERY));
    let hear = |name: &'static str, does: fn(AppState)| {
        let handle = window_event_listener(ev::Custom::<leptos::web_sys::Event>::new(name), move |_| does(state));
        std::mem::forget(handle);
    };
    for awake in ["focus", "pageshow", "visibilitychange"] {
        hear(awake, AppState::look_at_clock);
    }
    for touch in ["pointerdown", "keydown"] {
        hear(touch, AppState::touch);
    }
}

/// After a change of page, puts the focus on its heading, as a browser would on a page of its own. Not on the first
/// page: there the reader has not asked for anything yet.
#[component]
fn FocusOnArrival() -> impl IntoView {
    let address = expect_context::<Address>();
    Effect::new(move |before: Option<String>| {
        let path = address.path();
        if before.is_some_and(|before| before != path) {
            request_animation_frame(|| {
                // Who was faster is in a field of the page already.
                if !has_focus("main .input") {
                    focus_in_place("main h1");
                }
            });
        }
        path
    });
}
