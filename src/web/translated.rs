//! A page that the browser translates goes on to follow its state (W11; `js/translated.js`).

use leptos::wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/js/translated.js")]
extern "C" {
    /// From now on what a translator has put in the place of a text gives way when the text changes or goes.
    #[wasm_bindgen(js_name = followTranslation)]
    pub fn follow_translation();
}
