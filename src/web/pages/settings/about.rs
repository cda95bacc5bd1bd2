//! What the app is and is not, the trials behind it, and the licences.

use crate::web::views::CollectAny as _;
use leptos::prelude::*;

use super::words;
use crate::trial::published;

/// The trials, by year.
const SOURCES: [published::Source; 5] = [
    published::YOUNGER_2009,
    published::AAPM_2012,
    published::YOUNGER_2013,
    published::BESTED_2023,
    published::BRUUN_2024,
];

/// The last section of the page.
#[component]
pub fn About() -> impl IntoView {
    let source = |source: published::Source| {
        view! {
            <li>
                {source.citation} ". " {source.published_in} ". " <span class="reference">{source.reference}</span>
            </li>
        }
    };
    view! {
        <section class="stack" aria-labelledby="about">
            <h2 id="about">{words::ABOUT}</h2>
            <p>{words::WHAT_IT_IS}</p>
            <p>
                <strong>{words::NO_DEVICE}</strong>
            </p>
            <p>{words::NO_SENDING}</p>
            <details>
                <summary>{words::SOURCES}</summary>
                <div class="stack" data-gap="small">
                    <p>{words::SOURCES_NOTE}</p>
                    <ul class="sources">{SOURCES.map(source).into_iter().collect_any()}</ul>
                </div>
            </details>
            <p class="soft">{words::VERSION} " · " {words::OWN_LICENCE}</p>
            <p>
                <a href="/third-party-licences.txt" rel="external">
                    {words::LICENCES}
                </a>
            </p>
        </section>
    }
}
