//! The app on the device, without a network: the service worker, and new versions of the app.
//!
//! A new version is fetched whole, waits, and starts when the app is next opened. Nobody is forced: the page says that
//! it is there and what it brings (`js/worker/main.js` holds the promises).

use js_sys::Array;
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen(module = "/js/updates.js")]
extern "C" {
    #[wasm_bindgen(js_name = followUpdates, catch)]
    async fn follow_updates(has_diary: bool, tell: &Closure<dyn FnMut(Array)>) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = diaryBegun)]
    fn say_diary_begun();
    #[wasm_bindgen(js_name = startNewVersion)]
    fn start_new_version();
    #[wasm_bindgen(js_name = started)]
    fn say_it_started();
    #[wasm_bindgen(js_name = canBeKept)]
    fn can_it_be_kept() -> bool;
    #[wasm_bindgen(js_name = isKept)]
    async fn is_it_kept() -> JsValue;
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

    /// The app has started and the diary was read: tells the worker that this version works.
    pub fn started(self) {
        say_it_started();
    }

    /// Keeps the app on the device and hears of new versions, for as long as the page lives. It can wait until the first
    /// page has had the phone to itself. Where there is a diary, that is with what few need.
    pub fn follow(self, has_diary: bool) {
        let tell = Closure::new(move |news: Array| {
            self.waiting
                .set(Some(news.iter().filter_map(|point| point.as_string()).collect()));
        });
        spawn_local(async move {
            // Where the browser keeps no app, as in a private window, all else works as before.
            _ = follow_updates(has_diary, &tell).await;
            tell.forget();
        });
    }

    /// The first answer was given: what few need is kept on the device now, too.
    pub fn diary_begun(self) {
        say_diary_begun();
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

/// Whether this browser can keep the app on the device.
pub fn can_be_kept() -> bool {
    can_it_be_kept()
}

/// Waits until the page stands on an app that is kept on the device. Whether all of it is there then, as it was counted;
/// what was missing has been had anew, if it could be.
pub async fn is_kept() -> bool {
    is_it_kept().await.is_truthy()
}
