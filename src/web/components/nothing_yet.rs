//! What stands on a page that has nothing to show, such as before the diary has its first day.

use crate::web::route::Route;
use crate::words::controls as words;
use leptos::prelude::*;

/// Why there is nothing or what will be here, and the way to today.
#[component]
pub fn NothingYet(
    /// Why there is nothing, or what will be here.
    text: &'static str,
) -> impl IntoView {
    view! {
        <div class="stack">
            <p>{text}</p>
            <p>
                <a href=Route::Today.path() class="button" data-kind="main">
                    {words::go_to_today()}
                </a>
            </p>
        </div>
    }
}
