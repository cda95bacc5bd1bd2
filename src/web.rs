//! The only code that knows the browser, the framework and the clock.
//!
//! * [`app`]: the routes and what stands around every page.
//! * [`state`]: the one owner of the diary, and its one write path.
//! * [`pages`] and [`components`]: what is seen. Components know diary types and callbacks, never the state.
//! * [`clock`], [`local_store`], [`indexed_db`], [`tabs`], [`lasting`], [`files`], [`echarts`], [`merging`], [`updates`],
//!   [`install`], [`translated`]: the outside world, one door each.

pub mod address;
pub mod app;
pub mod clock;
pub mod components;
pub mod deferred;
pub mod echarts;
pub mod files;
pub mod focus;
pub mod indexed_db;
pub mod install;
pub mod lasting;
pub mod local_store;
pub mod locale;
pub mod merging;
pub mod pages;
pub mod papers;
pub mod part;
pub mod route;
pub mod state;
pub mod tabs;
pub mod theme;
pub mod translated;
pub mod unfinished;
pub mod updates;
pub mod views;
pub mod worker;

use leptos::mount::mount_to;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// Puts the app in place of the shell that `index.html` shows while it loads. In a worker there is no page: it waits to
/// be asked by [`worker`].
pub fn start() {
    // In the built site a panic only stops the program (scripts/site/unneeded.mjs); the browser says where.
    #[cfg(not(in_parts))]
    console_error_panic_hook::set_once();
    locale::set();
    if leptos::web_sys::window().is_none() {
        return;
    }
    let place = leptos::prelude::document()
        .get_element_by_id("app")
        .and_then(|place| place.dyn_into::<HtmlElement>().ok());
    if let Some(place) = place {
        // After a breath: instantiating the program was a task of its own, and a finger waits for no longer than for one.
        let put = move || {
            place.set_text_content(None);
            translated::follow_translation();
            mount_to(place, app::App).forget();
        };
        leptos::prelude::set_timeout(put, std::time::Duration::ZERO);
    }
}
