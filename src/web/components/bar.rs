//! The bar that reaches the main pages: at the bottom of a phone, at the side of a wide screen.

use leptos::html::Details;
use leptos::prelude::*;

use crate::web::address::Address;
use crate::web::focus::{focus_in_place, is_inside};
use crate::web::route::Route;
use crate::web::views::CollectAny as _;
use crate::words::controls as words;

/// How many pages a phone shows side by side. The others stand behind "More", and on a wide screen beside them.
const SIDE_BY_SIDE: usize = 4;
const MORE: &str = "M5 12h.01M12 12h.01M19 12h.01";

/// The pages for which the bar of a phone has no room.
fn further() -> &'static [Route] {
    &Route::in_bar()[SIDE_BY_SIDE..]
}

/// Links to the main pages; the one that is open is marked.
#[component]
pub fn Bar() -> impl IntoView {
    let item = |(place, route): (usize, Route)| {
        let class = if place < SIDE_BY_SIDE {
            "bar-item"
        } else {
            "bar-item bar-wide"
        };
        view! { <li class=class>{link(route)}</li> }
    };
    view! {
        <nav class="bar" aria-label=words::main()>
            <ul class="bar-list">
                {Route::in_bar().iter().copied().enumerate().map(item).collect_any()}
                <li class="bar-item bar-narrow">
                    <More />
                </li>
            </ul>
        </nav>
    }
}

fn link(route: Route) -> AnyView {
    let address = expect_context::<Address>();
    let current = move || (Route::at(&address.ahead()) == Some(route)).then_some("page");
    view! {
        <a href=route.path() class="bar-link" aria-current=current>
            <Icon icon=route.icon() />
            {route.name()}
        </a>
    }
    .into_any()
}

#[component]
fn Icon(icon: &'static str) -> impl IntoView {
    view! {
        <svg class="bar-icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=icon />
        </svg>
    }
}

/// What the bar of a phone has no room for. It closes when a page was chosen.
#[component]
fn More() -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let close = move || {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
            focus_in_place(".bar-more summary");
        }
    };
    let elsewhere = window_event_listener(leptos::ev::click, move |event| {
        if !event.target().is_some_and(|target| is_inside(&target, ".bar-more")) {
            close();
        }
    });
    on_cleanup(move || elsewhere.remove());
    let address = expect_context::<Address>();
    Effect::new(move |_| {
        address.ahead();
        close();
    });
    let here = move || {
        let ahead = Route::at(&address.ahead());
        ahead.is_some_and(|route| further().contains(&route)).then_some("true")
    };
    let item = |route: &Route| view! { <li>{link(*route)}</li> };
    view! {
        <details class="bar-more" node_ref=details on:keydown=escape>
            <summary class="bar-link" data-here=here>
                <Icon icon=MORE />
                {words::more()}
            </summary>
            <ul class="bar-further plain-list">{further().iter().map(item).collect_any()}</ul>
        </details>
    }
}
