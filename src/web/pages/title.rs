//! The heading of a page, which is its name in the browser's tab too.

use leptos::prelude::*;

use crate::web::views::live_text;
use crate::words::controls as words;

/// The `h1` of a page. It can receive the focus, but is no stop of the Tab key.
#[component]
pub fn Title(
    /// The page's name.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    Effect::new(move |_| document().set_title(&words::tab(&text.get())));
    view! { <h1 tabindex="-1">{live_text(move || text.get())}</h1> }
}
