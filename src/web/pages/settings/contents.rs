//! The sections of the settings, as links at the top: the page is long.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::sampling::SAMPLING;
use super::words;
use crate::web::focus::go_to;
use crate::web::views::CollectAny as _;
use crate::words::backup;
use crate::words::{install, sampling};

/// The id of each section's heading, and what it says, in the order of the page.
fn sections() -> [(&'static str, &'static str); 11] {
    [
        ("questions", words::questions()),
        ("day-end-head", words::day_end()),
        (SAMPLING, sampling::title()),
        ("reading", words::reading()),
        ("reminder", words::reminder()),
        ("install", install::title()),
        ("backup", backup::backup()),
        ("storage", backup::storage()),
        ("sample", words::sample()),
        ("delete-everything", backup::delete_everything()),
        ("about", words::about()),
    ]
}

/// A tap goes to the section, and the focus with it.
#[component]
pub fn Contents() -> impl IntoView {
    let link = |(id, name): (&'static str, &'static str)| {
        let go = move |event: MouseEvent| {
            // The router would take the address for one of its own.
            event.prevent_default();
            go_to(id);
        };
        view! {
            <li>
                <a href=format!("#{id}") on:click=go>
                    {name}
                </a>
            </li>
        }
    };
    view! {
        <nav aria-label=words::contents()>
            <ul class="contents plain-list">{sections().into_iter().map(link).collect_any()}</ul>
        </nav>
    }
}
