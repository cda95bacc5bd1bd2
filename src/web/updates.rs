//! The app on the device, without a network: the service worker, and new versions of the app.
//!
//! A new version is fetched whole, waits, and starts when the app is next opened. Nobody is forced: the page says that
//! it is there and what it brings (`js/worker.js` holds the promises).

use js_sys::Array;
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen(module = "/js/updates.js")]
extern "C" {
    #[wasm_bindgen(js_name = followUpdates, catch)]
    async fn follow_updates(tell: &Closure<dyn FnMut(Array)>) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = startNewVersion)]
    fn start_new_version();
    #[wasm_bindgen(js_name = isKept)]
    fn is_kept() -> Option<bool>;
    #[wasm_bindgen(js_name = untilKept)]
    async fn until_it_is_kept() -> JsValue;
}

/// What there is to say about the app itself. Cheap to copy; pages get it by [`expect_context`].
#[derive(Debug, Clone, Copy)]
pub struct Updates {
    /// What a waiting version brings, one text a point; `None` while none waits.
    pub waiting: RwSignal<Option<Vec<String>>>,
}

impl Updates {
    /// Nothing is known yet.
    pub fn new() -> Self {
        Self {
            waiting: RwSignal::new(None),
        }
    }

    /// Keeps the app on the device and hears of new versions, for as long as the page lives. To be called once the app
    /// has started and the diary was read: it also tells the worker that this version works.
    pub fn follow(self) {
        let tell = Closure::new(move |news: Array| {
            self.waiting
                .set(Some(news.iter().filter_map(|point| point.as_string()).collect()));
        });
        spawn_local(async move {
            // Where the browser keeps no app, as in a private window, all else works as before.
            _ = follow_updates(&tell).await;
            tell.forget();
        });
    }

    /// Starts the version that waits; the page is loaded anew.
    pub fn start_now(self) {
        start_new_version();
    }
}

impl Default for Updates {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether the page stands on an app that is on this device as a whole; `None` where this browser keeps none.
pub fn kept_on_device() -> Option<bool> {
    is_kept()
}

/// Where the browser can keep one, and the page does not stand on it yet: waits until it does.
pub async fn until_kept() {
    until_it_is_kept().await;
}
