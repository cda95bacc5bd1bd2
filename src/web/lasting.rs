//! How long the browser promises to keep the data, how much of it, and a note in a third place that there was some.

use leptos::wasm_bindgen::prelude::*;

use crate::store::Census;

#[wasm_bindgen(module = "/js/store.js")]
extern "C" {
    #[wasm_bindgen(js_name = isPersisted, catch)]
    async fn is_persisted() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = askToPersist, catch)]
    async fn ask_to_persist() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = storageEstimate, catch)]
    async fn storage_estimate() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = readNote, catch)]
    async fn read_note() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = writeNote, catch)]
    async fn write_note(text: JsValue) -> Result<JsValue, JsValue>;
}

/// Whether the browser promises not to clear the data by itself; `None` where it can't be asked.
pub async fn promised() -> Option<bool> {
    is_persisted().await.ok()?.as_bool()
}

/// Asks for that promise, and gives the answer.
pub async fn ask() -> Option<bool> {
    ask_to_persist().await.ok()?.as_bool()
}

/// The share of the room in use, 0 to 1, as far as the browser says.
pub async fn share_used() -> Option<f64> {
    let pair: js_sys::Array = storage_estimate().await.ok()?.into();
    let (used, room) = (pair.get(0).as_f64()?, pair.get(1).as_f64()?);
    (room > 0.0).then_some(used / room)
}

/// The census that was left in the cache.
pub async fn census() -> Option<Census> {
    Census::read(&read_note().await.ok()?.as_string()?)
}

/// Leaves a census in the cache, or takes it away. It is a help and no part of keeping: failing is no fault.
pub async fn leave_census(census: Option<Census>) {
    _ = write_note(census.and_then(|census| census.text()).into()).await;
}
