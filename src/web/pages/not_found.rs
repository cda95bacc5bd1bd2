//! An address that leads nowhere.

use leptos::prelude::*;

use super::title::Title;
use crate::web::components::nothing_yet::NothingYet;
use crate::web::part::door;
use crate::words::controls as words;

door! {
    /// The way to this page.
    pub page: NotFoundPage
}

/// Says so, and leads back.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <div class="page stack">
            <Title text=words::not_found() />
            <NothingYet text=words::not_found_text() />
        </div>
    }
}
