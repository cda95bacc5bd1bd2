//! What the app is and is not, the trials behind it, and the licences.

use crate::web::views::CollectAny as _;
use leptos::prelude::*;

use super::words;
use crate::trial::published::Source;
use crate::words::safety;

/// The last section of the page.
#[component]
pub fn About() -> impl IntoView {
    let source = |source: Source| {
        view! {
            <li>
                {source.said()} ", " <span class="reference">{source.reference()}</span>
            </li>
        }
    };
    view! {
        <section class="stack" aria-labelledby="about">
            <h2 id="about">{words::about()}</h2>
            <p>{words::what_it_is()}</p>
            <p>
                <strong>{safety::purpose()}</strong>
            </p>
            <p>{words::no_device()}</p>
            <p>{words::no_sending()}</p>
            <details>
                <summary>{words::sources()}</summary>
                <div class="stack" data-gap="small">
                    <p>{words::sources_note()}</p>
                    <ul class="sources">{Source::ALL.map(source).into_iter().collect_any()}</ul>
                </div>
            </details>
            <p class="soft">{words::version(env!("CARGO_PKG_VERSION"))}</p>
            <p>
                <a href="/third-party-licences.txt" rel="external">
                    {words::licences()}
                </a>
            </p>
        </section>
    }
}
