//! What stands in place of every page when a diary should be here and is not: never an empty first page.

use leptos::prelude::*;

use super::backup::SafetyCopySection;
use super::import::ImportBackup;
use crate::store::Census;
use crate::web::dates;
use crate::web::state::AppState;

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
            <h1>"Your diary should be here, and it is not"</h1>
            <p>{missing(&census)}</p>
            <p>
                "The browser has lost it or cleared it: some browsers clear the data of a site after a week without a visit, or when the device runs out of space. It was not sent anywhere."
            </p>
            <h2>"Bring it back"</h2>
            <p>"If you have a backup file, choose it here: your diary is then as it was when you made the file."</p>
            <ImportBackup />
            <SafetyCopySection />
            <p>
                "No backup? Close all tabs of this page, restart the browser and look once more. Then see "
                <a href="/rescue.html" rel="external">"what this browser still holds"</a> "."
            </p>
            <h2>"Or begin anew"</h2>
            <Show
                when=move || anew.get()
                fallback=move || {
                    view! {
                        <p>
                            <button type="button" class="button" on:click=move |_| anew.set(true)>
                                "Begin a new diary"
                            </button>
                        </p>
                    }
                }
            >
                <p>"A backup can still be imported later."</p>
                <p>
                    <button type="button" class="button" data-kind="main" on:click=move |_| state.begin_anew()>
                        "Begin with an empty diary"
                    </button>
                </p>
            </Show>
        </div>
    }
}

fn missing(census: &Census) -> String {
    match census.at {
        Some(at) => format!(
            "This browser kept {} of your diary, saved last on {} at {}. None of it can be found now.",
            dates::days(census.days),
            dates::full_date(at.date_naive()),
            dates::time(at)
        ),
        None => "This browser holds parts of a diary, and none of them can be read.".into(),
    }
}
