//! `IndexedDB` as the second store, through a few lines of JavaScript: the crates for it can't ask for strict durability.

use js_sys::Array;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::*;

use super::local_store::refusal;
use crate::store::{DurableStore, StoreError, Texts};

#[wasm_bindgen(module = "/js/store.js")]
extern "C" {
    #[wasm_bindgen(js_name = readRecords, catch)]
    async fn read_records(keys: Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = allRecords, catch)]
    async fn all_records() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = allRecordsAtLast, catch)]
    async fn all_records_at_last() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = writeRecords, catch)]
    async fn write_records(keys: Array, texts: Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = clearRecords, catch)]
    async fn clear_records(keys: Array, texts: Array) -> Result<JsValue, JsValue>;
}

/// The records of this origin in `IndexedDB`.
#[derive(Debug, Clone, Copy)]
pub struct IndexedDb;

impl IndexedDb {
    /// Waits until it answers, however long that takes.
    ///
    /// # Errors
    /// [`StoreError`] where it answers that it can't be read.
    pub async fn answers(self) -> Result<(), StoreError> {
        all_records_at_last().await.map(drop).map_err(refusal)
    }
}

impl DurableStore for IndexedDb {
    async fn read(&self, keys: &[String]) -> Result<Vec<Option<String>>, StoreError> {
        let keys = keys.iter().map(JsValue::from).collect();
        let texts: Array = read_records(keys).await.map_err(refusal)?.unchecked_into();
        Ok(texts.iter().map(|text| text.as_string()).collect())
    }

    async fn all(&self) -> Result<Texts, StoreError> {
        let both: Array = all_records().await.map_err(refusal)?.unchecked_into();
        let (keys, texts): (Array, Array) = (both.get(0).unchecked_into(), both.get(1).unchecked_into());
        let pairs = keys.iter().zip(texts.iter());
        Ok(pairs
            .filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?)))
            .collect())
    }

    async fn write(&self, entries: &[(String, Option<String>)]) -> Result<(), StoreError> {
        let (keys, texts) = columns(entries);
        write_records(keys, texts).await.map(drop).map_err(refusal)
    }

    async fn clear(&self, entries: &[(String, Option<String>)]) -> Result<(), StoreError> {
        let (keys, texts) = columns(entries);
        clear_records(keys, texts).await.map(drop).map_err(refusal)
    }
}

fn columns(entries: &[(String, Option<String>)]) -> (Array, Array) {
    let keys = entries.iter().map(|(key, _)| JsValue::from(key)).collect();
    let texts = entries.iter().map(|(_, text)| JsValue::from(text.clone())).collect();
    (keys, texts)
}
