//! The report and the files for others: made in the [`worker`], shown and handed over here.

use js_sys::Uint8Array;
use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys::HtmlElement;

use super::worker::{self, Paper, WorkerError, answered};
use crate::diary::Diary;
use crate::exchange::backup;
use crate::markup::Styled;
use crate::papers::{Kind, Request};

// The script puts one name on the page.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ldnPapers, js_name = show, catch)]
    fn show_in(place: &HtmlElement, preview: &Uint8Array) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = ldnPapers, js_name = png, catch)]
    async fn draw(svg: &Uint8Array, times: f64) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ldnPapers, js_name = canShare, catch)]
    fn can_be_shared(name: &str, mime: &str) -> Result<bool, JsValue>;

    #[wasm_bindgen(js_namespace = ldnPapers, js_name = share, catch)]
    async fn share_file(name: &str, mime: &str, content: &Uint8Array) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ldnPapers, js_name = save, catch)]
    fn save_file(name: &str, mime: &str, content: &Uint8Array) -> Result<(), JsValue>;
}

/// A file that is ready to leave.
#[derive(Debug, Clone)]
pub struct Made {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub mime: &'static str,
    content: Uint8Array,
}

impl Made {
    /// Whether it can leave through the device's share sheet.
    pub fn can_be_shared(&self) -> bool {
        can_be_shared(&self.name, self.mime).unwrap_or(false)
    }

    /// Its size in bytes.
    pub fn bytes(&self) -> u32 {
        self.content.length()
    }

    /// Opens the share sheet; false where the patient closed it again. To be called in the tap itself.
    ///
    /// # Errors
    /// What the browser said.
    pub async fn share(&self) -> Result<bool, JsValue> {
        let shared = share_file(&self.name, self.mime, &self.content).await?;
        Ok(shared.as_bool().unwrap_or(true))
    }

    /// Hands it over as a download.
    ///
    /// # Errors
    /// What the browser said.
    pub fn save(&self) -> Result<(), JsValue> {
        save_file(&self.name, self.mime, &self.content)
    }
}

async fn made(diary: &Diary, request: &Request, kind: Kind) -> Result<Uint8Array, WorkerError> {
    let task = Paper(kind, request.clone());
    worker::ask(&task, &backup::text(diary), None).await
}

/// The report as a document, to be shown by [`show`].
///
/// # Errors
/// [`WorkerError`].
pub async fn preview(diary: &Diary, request: &Request) -> Result<Uint8Array, WorkerError> {
    made(diary, request, Kind::Preview).await
}

/// Makes one file.
///
/// # Errors
/// [`WorkerError`].
pub async fn file(
    diary: &Diary,
    request: &Request,
    kind: Kind,
    name: String,
    mime: &'static str,
) -> Result<Made, WorkerError> {
    let content = made(diary, request, kind).await?;
    Ok(Made { name, mime, content })
}

/// A drawing as a picture for documents that take no drawings, `times` as large.
///
/// # Errors
/// [`WorkerError::NoAnswer`].
pub async fn picture(drawing: &Made, times: f64, name: String) -> Result<Made, WorkerError> {
    let content: Uint8Array = answered(draw(&drawing.content, times).await)?.unchecked_into();
    Ok(Made {
        name,
        mime: "image/png",
        content,
    })
}

/// Shows a document that was made on this page, once [`worker::load`] has fetched what it takes.
///
/// # Errors
/// [`WorkerError::NoAnswer`].
pub fn show_here(place: &HtmlElement, made: &Styled) -> Result<(), WorkerError> {
    // It is plain data: writing it down can't fail.
    let text = serde_json::to_vec(made).unwrap_or_default();
    show(place, &Uint8Array::from(&text[..]))
}

/// Shows a report in its place on the page.
///
/// # Errors
/// [`WorkerError::NoAnswer`].
pub fn show(place: &HtmlElement, preview: &Uint8Array) -> Result<(), WorkerError> {
    answered(show_in(place, preview).map(|()| JsValue::NULL)).map(drop)
}
