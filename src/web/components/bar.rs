//! The bar that reaches the main pages: at the bottom of a phone, at the side of a wide screen.

use crate::web::address::Address;
use crate::web::focus::{focus_in_place, is_inside};
use crate::web::views::CollectAny as _;
use crate::words::Word;
use crate::words::controls as words;
use leptos::html::Details;
use leptos::prelude::*;

/// Where the bar leads: path, name, icon (one path on a 24 by 24 grid, drawn as a line).
type Place = (&'static str, Word, &'static str);

/// What a phone shows side by side.
const PLACES: [Place; 4] = [
    ("/", words::today, "M4 6h16M4 12h16M4 18h10"),
    ("/history", words::history, "M4 5h16v15H4zM4 10h16M9 3v4M15 3v4"),
    ("/charts", words::charts, "M3 17l6-7 5 4 7-9"),
    ("/results", words::results, "M6 20V10M12 20V4M18 20v-7"),
];

/// What a phone shows behind "More", and a wide screen beside the others.
const FURTHER: [Place; 4] = [
    ("/report", words::report, "M6 3h9l4 4v14H6zM9 12h7M9 16h7M9 8h3"),
    ("/treatment", words::treatment, "M3 17h6v-5h6V7h6"),
    (
        "/settings",
        words::settings,
        "M4 7h8M18 7h2M4 17h2M12 17h8M12 7a3 3 0 1 0 6 0 3 3 0 1 0-6 0M6 17a3 3 0 1 0 6 0 3 3 0 1 0-6 0",
    ),
    ("/backup", words::backup, "M12 4v11M7 10l5 5 5-5M5 20h14"),
];

const MORE: &str = "M5 12h.01M12 12h.01M19 12h.01";

/// Links to the main pages; the one that is open is marked.
#[component]
pub fn Bar() -> impl IntoView {
    let place = |place: Place| view! { <li class="bar-item">{link(place)}</li> };
    let further = |place: Place| view! { <li class="bar-item bar-wide">{link(place)}</li> };
    view! {
        <nav class="bar" aria-label=words::main()>
            <ul class="bar-list">
                {PLACES.into_iter().map(place).collect_any()} {FURTHER.into_iter().map(further).collect_any()}
                <li class="bar-item bar-narrow">
                    <More />
                </li>
            </ul>
        </nav>
    }
}

fn link((path, name, icon): Place) -> AnyView {
    let address = expect_context::<Address>();
    let current = move || (address.ahead() == path).then_some("page");
    view! {
        <a href=path class="bar-link" aria-current=current>
            <Icon icon=icon />
            {name()}
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

/// The pages for which the bar of a phone has no room. It closes when one was chosen.
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
        let ahead = address.ahead();
        FURTHER.iter().any(|place| place.0 == ahead).then_some("true")
    };
    let place = |place: Place| view! { <li>{link(place)}</li> };
    view! {
        <details class="bar-more" node_ref=details on:keydown=escape>
            <summary class="bar-link" data-here=here>
                <Icon icon=MORE />
                {words::more()}
            </summary>
            <ul class="bar-further plain-list">{FURTHER.into_iter().map(place).collect_any()}</ul>
        </details>
    }
}
