//! The other tabs of this diary: one writes at a time, and each hears what another has written.

use js_sys::{Array, Function};
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::*;

use crate::store::Key;

#[wasm_bindgen(module = "/js/store.js")]
extern "C" {
    async fn lock() -> JsValue;
    #[wasm_bindgen(js_name = tellTabs)]
    fn tell_tabs(keys: Array);
    #[wasm_bindgen(js_name = hearTabs)]
    fn hear_tabs(callback: &Closure<dyn FnMut(Array)>);
}

/// This tab's turn to write. Dropping it lets the next tab in.
#[derive(Debug)]
pub struct Turn(Function);

/// Waits for this tab's turn to write. Where the browser has no locks, or another tab sleeps while it holds one, it
/// comes all the same: merging makes a collision harmless in all but the rarest case.
pub async fn turn() -> Turn {
    Turn(lock().await.unchecked_into())
}

impl Drop for Turn {
    fn drop(&mut self) {
        _ = self.0.call0(&JsValue::NULL);
    }
}

/// Tells the other tabs what has changed.
pub fn tell(keys: &[Key]) {
    tell_tabs(keys.iter().map(|key| JsValue::from(key.to_string())).collect());
}

/// Tells the other tabs that everything was deleted.
pub fn tell_of_deletion() {
    tell_tabs(Array::new());
}

/// Calls back with what another tab has changed; an empty list says that everything was deleted. For as long as the
/// page lives.
pub fn hear(callback: impl Fn(Vec<Key>) + 'static) {
    let closure = Closure::new(move |names: Array| {
        let deleted = names.length() == 0;
        let keys: Vec<Key> = names.iter().filter_map(|name| Key::parse(&name.as_string()?)).collect();
        if deleted || !keys.is_empty() {
            callback(keys);
        }
    });
    hear_tabs(&closure);
    closure.forget();
}
