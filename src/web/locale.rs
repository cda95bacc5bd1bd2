//! What the browser knows of languages: the reader's region (`js/locale.js`), and the small letter of each capital.

use chrono::Weekday;
use js_sys::JsString;
use leptos::wasm_bindgen::prelude::*;

use crate::diary::{lend_plain_letters, lend_small_letters};
use crate::words::dates::{Locale, set_locale};

#[wasm_bindgen(module = "/js/locale.js")]
extern "C" {
    #[wasm_bindgen(js_name = monthFirst)]
    fn month_first() -> bool;
    #[wasm_bindgen(js_name = twelveHours)]
    fn twelve_hours() -> bool;
    #[wasm_bindgen(js_name = firstWeekday)]
    fn first_weekday() -> u8;
    /// Whether numbers have a comma where the reader lives: 1,5. What this app writes has points; a spreadsheet has what it has.
    #[wasm_bindgen(js_name = decimalComma)]
    pub fn decimal_comma() -> bool;
    #[wasm_bindgen(js_name = sameLetters)]
    fn same_letters(text: &str, plain: bool) -> String;
}

/// Writes dates, times and small letters as the browser does from now on, on the page and in its worker alike.
pub fn set() {
    set_locale(Locale {
        month_first: month_first(),
        twelve_hours: twelve_hours(),
        // 1 is Monday there, 0 here.
        first_weekday: Weekday::try_from(first_weekday().wrapping_sub(1)).unwrap_or(Weekday::Mon),
    });
    lend_small_letters(|text| JsString::from(text).to_lower_case().into());
}

/// Compares letters however they are written from now on, each in one sign or in two, and in plain letters too. It is asked
/// for where texts are compared, later than [`set`].
pub fn set_same_letters() {
    lend_small_letters(|text| same_letters(text, false));
    lend_plain_letters(|text| same_letters(text, true));
}
