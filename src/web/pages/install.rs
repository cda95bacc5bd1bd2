//! How to get the diary onto the home screen: a hint at the right moment, and a section of the settings.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::web::focus::focus_in_place;
use crate::web::install::{Install, Place};
use crate::web::part::{Deferred, door};
use crate::web::route::Route;
use crate::web::updates::{can_be_kept, is_kept};
use crate::web::views::{live_option, live_while, on_click};
use crate::words::install as words;

/// The line for somebody who has entered nothing yet: on an iPhone it decides where the diary will be. It can be closed;
/// nothing takes it away under the finger that answers.
#[component]
pub fn FirstInstallLine() -> impl IntoView {
    let install = expect_context::<Install>();
    let said = match install.place.get_untracked() {
        Place::AppleBrowser => Some(words::apple_first()),
        Place::AppleElsewhere => Some(words::apple_elsewhere_first()),
        Place::AppleApp => Some(words::apple_app()),
        _ => None,
    };
    let closed = RwSignal::new(false);
    live_option(move || {
        said.filter(|_| !closed.get()).map(|text| {
            view! {
                <div class="first-install">
                    <p>{text}</p>
                    <button
                        type="button"
                        class="button"
                        data-kind="quiet"
                        on:click=on_click(move || {
                            closed.set(true);
                            focus_in_place("main h1");
                        })
                    >
                        {words::not_now()}
                    </button>
                </div>
            }
            .into_any()
        })
    })
}

/// For somebody who has a diary here already; it can be put away for good.
#[component]
pub fn InstallHintPlace() -> impl IntoView {
    let install = expect_context::<Install>();
    live_while(
        move || hinted(install).is_some(),
        || view! { <Deferred door=hint() /> }.into_any(),
    )
}

/// For which place there is a hint now.
fn hinted(install: Install) -> Option<Place> {
    match install.place.get() {
        _ if install.put_away.get() => None,
        place @ (Place::AppleBrowser | Place::AppleElsewhere | Place::Offered) => Some(place),
        _ => None,
    }
}

door! {
    /// The way to it.
    pub hint: InstallHint
}

/// The hint itself.
#[component]
pub fn InstallHint() -> impl IntoView {
    let install = expect_context::<Install>();
    live_option(move || {
        hinted(install).map(|place| {
            view! {
                <section class="notice stack" data-kind="plain" data-gap="small" aria-label=words::title()>
                    <Way place=place />
                    <p class="cluster">
                        <InstallButton />
                        <button type="button" class="button" data-kind="quiet" on:click=on_click(move || install.dismiss())>
                            {words::not_now()}
                        </button>
                    </p>
                </section>
            }
            .into_any()
        })
    })
}

/// What the page is, how it gets onto the home screen, and whether it opens without a network.
#[component]
pub fn InstallSection() -> impl IntoView {
    let install = expect_context::<Install>();
    let kept = RwSignal::new(if can_be_kept() {
        words::not_kept()
    } else {
        words::keeps_none()
    });
    if can_be_kept() {
        spawn_local(async move {
            if is_kept().await {
                // The page may have been left.
                kept.try_set(words::kept());
            }
        });
    }
    view! {
        <section class="stack" data-gap="small" aria-labelledby="install">
            <h2 id="install">{words::title()}</h2>
            <div class="stack" data-gap="small" aria-live="polite">
                {move || view! { <Way place=install.place.get() /> }}
            </div>
            <InstallButton />
            <p class="soft">{kept}</p>
        </section>
    }
}

/// Lets the browser ask, where it offers to.
#[component]
fn InstallButton() -> impl IntoView {
    let install = expect_context::<Install>();
    view! {
        <Show when=move || install.place.get() == Place::Offered>
            <button type="button" class="button" on:click=move |_| install.ask()>
                {words::install()}
            </button>
        </Show>
    }
}

/// The way from here onto the home screen, in words.
#[component]
fn Way(place: Place) -> impl IntoView {
    match place {
        Place::App | Place::AppleApp => view! { <p>{words::is_app()}</p> }.into_any(),
        Place::AppleBrowser => move_to_home_screen(words::apple_add()),
        Place::AppleElsewhere => move_to_home_screen(words::apple_elsewhere_add()),
        Place::Offered => view! { <p>{words::offered()}</p> }.into_any(),
        Place::Accepted => view! { <p>{words::accepted()}</p> }.into_any(),
        Place::Refused => view! { <p>{words::refused()}</p> }.into_any(),
        Place::Installed => view! { <p>{words::installed()}</p> }.into_any(),
        Place::Browser => view! { <p>{words::by_hand()}</p> }.into_any(),
    }
}

/// How a diary moves from an iPhone's browser to its home screen; `add` says how it gets there.
fn move_to_home_screen(add: &'static str) -> AnyView {
    view! {
        <p>{words::apple_later()}</p>
        <ol>
            <li>
                <a href=Route::Backup.path()>{words::apple_backup()}</a>
            </li>
            <li>{add}</li>
            <li>{words::apple_import()}</li>
        </ol>
    }
    .into_any()
}
