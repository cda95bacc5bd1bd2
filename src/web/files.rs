//! Files in and out: reading one that was chosen, saving one to the device, fetching one of our own.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Response, Url};
use wasm_bindgen_futures::JsFuture;

use crate::exchange::backup;
use crate::words::{Said, problems};

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than any diary; it was not opened.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
    /// A file of our own did not arrive.
    NotFetched,
}

impl Said for FileError {
    fn said(&self) -> String {
        match self {
            Self::TooLarge => problems::file_too_large(backup::MAX_BYTES / (1024 * 1024)),
            Self::Unreadable => problems::file_unreadable().to_owned(),
            Self::NotFetched => problems::not_loaded().to_owned(),
        }
    }
}

#[wasm_bindgen(module = "/js/store.js")]
extern "C" {
    #[wasm_bindgen(js_name = canShareText)]
    fn can_share_text() -> bool;
    #[wasm_bindgen(js_name = shareText, catch)]
    async fn share_text(name: String, text: String) -> Result<JsValue, JsValue>;
}

/// Whether files can leave through the device's share sheet.
pub fn can_share() -> bool {
    can_share_text()
}

/// Hands a text to the device's share sheet; false where the patient closed it again. The file's name ends in `.txt`,
/// because browsers share no `.json`.
///
/// # Errors
/// What the browser said.
pub async fn share(name: &str, text: String) -> Result<bool, JsValue> {
    match share_text(format!("{name}.txt"), text).await {
        Ok(_) => Ok(true),
        Err(error) if js_sys::Error::from(error.clone()).name() == "AbortError" => Ok(false),
        Err(error) => Err(error),
    }
}

/// Passes a file that is not larger than any backup.
///
/// # Errors
/// [`FileError::TooLarge`].
pub fn fits(file: &File) -> Result<(), FileError> {
    #[expect(clippy::cast_precision_loss, reason = "the limit is far below 2^53")]
    let limit = backup::MAX_BYTES as f64;
    if file.size() > limit {
        return Err(FileError::TooLarge);
    }
    Ok(())
}

/// The text of a file of our own, from our own host.
///
/// # Errors
/// [`FileError::NotFetched`].
pub async fn fetch_text(path: &str) -> Result<String, FileError> {
    let answer = JsFuture::from(window().fetch_with_str(path))
        .await
        .map_err(|_| FileError::NotFetched)?;
    let answer: Response = answer.dyn_into().map_err(|_| FileError::NotFetched)?;
    if !answer.ok() {
        return Err(FileError::NotFetched);
    }
    let text = answer.text().map_err(|_| FileError::NotFetched)?;
    JsFuture::from(text)
        .await
        .ok()
        .and_then(|text| text.as_string())
        .ok_or(FileError::NotFetched)
}

/// Hands the patient a file to save.
///
/// # Errors
/// What the browser said.
pub fn download(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has begun with its own hold on the data.
    Url::revoke_object_url(&url)
}
