//! Scripts that are fetched when they are first needed.
//!
//! A `meta` element of the page says where each stands, and beside that the hash that the browser must find: the build
//! writes both, so that a name can carry the hash of its content.

use std::cell::RefCell;
use std::thread::LocalKey;

use leptos::prelude::document;
use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys::HtmlScriptElement;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// A part's fetching, begun or done; empty before.
pub type Fetching = RefCell<Option<js_sys::Promise>>;

/// Waits for a part, and begins to fetch it where nobody has. After a failure the next call begins anew.
///
/// # Errors
/// As `begin`.
pub async fn once<F>(fetching: &'static LocalKey<Fetching>, begin: impl FnOnce() -> F) -> Result<(), JsValue>
where
    F: Future<Output = Result<(), JsValue>> + 'static,
{
    let promise = fetching.with_borrow_mut(|promise| {
        let begin = || {
            let part = begin();
            future_to_promise(async { part.await.map(|()| JsValue::UNDEFINED) })
        };
        promise.get_or_insert_with(begin).clone()
    });
    let outcome = JsFuture::from(promise).await;
    if outcome.is_err() {
        fetching.set(None);
    }
    outcome.map(drop)
}

/// Where a part stands.
pub struct Place {
    /// Its address.
    pub address: String,
    /// The hash of its content; none in a debug build.
    pub integrity: Option<String>,
}

/// Reads the `meta` element of this name.
pub fn place(name: &str) -> Option<Place> {
    let element = document()
        .query_selector(&["meta[name='", name, "']"].concat())
        .ok()??;
    Some(Place {
        address: element.get_attribute("content")?,
        integrity: element.get_attribute("data-integrity"),
    })
}

/// Puts the script of this name on the page; the answer comes when it has run.
///
/// # Errors
/// Where it did not arrive, or is not what it should be.
pub async fn script(name: &'static str) -> Result<(), JsValue> {
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        if insert(name, &resolve, &reject).is_none() {
            _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(promise).await.map(drop)
}

fn insert(name: &str, resolve: &js_sys::Function, reject: &js_sys::Function) -> Option<()> {
    let place = place(name)?;
    let script: HtmlScriptElement = document().create_element("script").ok()?.unchecked_into();
    if let Some(integrity) = place.integrity {
        script.set_attribute("integrity", &integrity).ok()?;
    }
    script.set_onload(Some(resolve));
    script.set_onerror(Some(reject));
    script.set_src(&place.address);
    document().head()?.append_child(&script).ok().map(drop)
}
