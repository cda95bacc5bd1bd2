//! The sections of the settings, as links at the top: the page is long.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::words;
use crate::web::focus::go_to;
use crate::web::pages::install::words as install;
use crate::web::views::CollectAny as _;

/// The id of each section's heading, and what it says, in the order of the page.
const SECTIONS: [(&str, &str); 10] = [
    ("questions", words::QUESTIONS),
    ("day-end-head", words::DAY_END),
    ("reading", words::READING),
    ("reminder", words::REMINDER),
    ("install", install::TITLE),
    ("backup", words::BACKUP),
    ("storage", words::STORAGE),
    ("sample", words::SAMPLE),
    ("delete-everything", words::DELETE_EVERYTHING),
    ("about", words::ABOUT),
];

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
        <nav aria-label=words::CONTENTS>
            <ul class="contents plain-list">{SECTIONS.into_iter().map(link).collect_any()}</ul>
        </nav>
    }
}
