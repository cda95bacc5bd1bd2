//! The safety facts before LDN starts (P5): facts with sources, no advice on doses.

use crate::web::views::CollectAny as _;
use crate::words::safety as words;
use leptos::prelude::*;

/// Each fact: what it is about, the fact, where it stands.
pub fn facts() -> [[&'static str; 3]; 7] {
    [
        opioids(),
        after_stopping(),
        [
            words::other_medicines(),
            words::other_medicines_fact(),
            words::other_medicines_source(),
        ],
        [words::surgery(), words::surgery_fact(), words::surgery_source()],
        [words::mood(), words::mood_fact(), words::mood_source()],
        [words::liver(), words::liver_fact(), words::liver_source()],
        [words::pregnancy(), words::pregnancy_fact(), words::pregnancy_source()],
    ]
}

/// What the label says of opioids, which is said again where one is counted.
pub fn opioids() -> [&'static str; 3] {
    [words::opioids(), words::opioids_fact(), words::opioids_source()]
}

/// The label's first warning, which is said again where a washout starts.
pub fn after_stopping() -> [&'static str; 3] {
    [
        words::after_stopping(),
        words::after_stopping_fact(),
        words::after_stopping_source(),
    ]
}

/// One fact with its source.
pub fn fact([name, text, source]: [&'static str; 3]) -> impl IntoView {
    view! {
        <div class="card stack" data-gap="small">
            <h3>{name}</h3>
            <p>{text}</p>
            <p class="source">{source}</p>
        </div>
    }
}

/// One plain screen, then on.
#[component]
pub fn SafetyFacts(
    /// Called when the facts were read.
    read: Callback<()>,
    /// Called when LDN is not to be started now.
    cancel: Callback<()>,
) -> impl IntoView {
    view! {
        <section class="stack" aria-labelledby="safety">
            <h2 id="safety" tabindex="-1">
                {words::title()}
            </h2>
            {facts().map(fact).into_iter().collect_any()}
            <p class="soft">
                {words::no_advice()}
            </p>
            <div class="cluster">
                <button type="button" class="button" data-kind="main" on:click=move |_| read.run(())>
                    {words::read()}
                </button>
                <button type="button" class="button" on:click=move |_| cancel.run(())>
                    {super::words::cancel()}
                </button>
            </div>
        </section>
    }
}
