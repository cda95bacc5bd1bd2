//! An address that leads nowhere.

use leptos::prelude::*;

use super::title::Title;
use crate::web::components::nothing_yet::NothingYet;

/// Says so, and leads back.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <div class="page stack">
            <Title text="There is no such page" />
            <NothingYet text="The address may be mistyped, or from another version of this app. Your diary is safe." />
        </div>
    }
}
