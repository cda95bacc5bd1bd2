//! What stands in place of every page when a diary should be here and is not: never an empty first page.

use leptos::prelude::*;

use super::backup::SafetyCopySection;
use super::import::BringAlong;
use crate::store::Census;
use crate::web::components::marked::Marked;
use crate::web::part::door;
use crate::web::state::AppState;
use crate::words::backup as words;
use crate::words::dates;

door! {
    /// The way to this page.
    pub page: RecoveryPage
}

/// Says what is missing, and the ways on.
#[component]
pub fn RecoveryPage() -> impl IntoView {
    let state = expect_context::<AppState>();
    let census = state
        .keeping
        .with_untracked(|keeping| keeping.lost.clone())
        .unwrap_or_default();
    let anew = RwSignal::new(false);
    view! {
        <div class="page stack">
            <h1>{words::lost()}</h1>
            <p>{missing(&census)}</p>
            <p>
                {words::lost_why()}
            </p>
            <h2>{words::lost_bring_back()}</h2>
            <p>{words::lost_choose()}</p>
            <BringAlong />
            <SafetyCopySection />
            <p>
                <Marked text=words::lost_no_backup() href="/rescue.html" />
            </p>
            <h2>{words::begin_anew()}</h2>
            <Show
                when=move || anew.get()
                fallback=move || {
                    view! {
                        <p>
                            <button type="button" class="button" on:click=move |_| anew.set(true)>
                                {words::begin_new()}
                            </button>
                        </p>
                    }
                }
            >
                <p>{words::import_later()}</p>
                <p>
                    <button type="button" class="button" data-kind="main" on:click=move |_| state.begin_anew()>
                        {words::begin_empty()}
                    </button>
                </p>
            </Show>
        </div>
    }
}

fn missing(census: &Census) -> String {
    match census.at {
        Some(at) => words::lost_days(census.days, at.date_naive(), &dates::time(at)),
        None => words::lost_unreadable().into(),
    }
}
