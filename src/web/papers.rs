//! The one door to what makes the doctor's report and the files for others, beside the page.
//!
//! A worker starts this same program once more, without its pages, and fetches the part that makes papers: its work can
//! be broken off by ending it. [`crate::papers`] says what goes in and out.

use js_sys::{Array, Uint8Array};
use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys::HtmlElement;
use wasm_split_helpers::SplitLoaderError;

use super::late::{self, Fetching};
use super::merging;
use super::part::part;
use crate::diary::Diary;
use crate::exchange::backup;
use crate::papers::{self, Request};
use crate::words::{Said, problems};

/// Why there is no answer. The diary is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PapersError {
    /// The part did not arrive.
    NotLoaded,
    /// The letters of the PDF file did not arrive.
    NoLetters,
    /// The work was broken off.
    Stopped,
    /// It arrived, and had no answer.
    NoAnswer(String),
}

impl Said for PapersError {
    fn said(&self) -> String {
        match self {
            Self::NotLoaded => problems::worker_missing().to_owned(),
            Self::NoLetters => problems::no_letters().to_owned(),
            Self::Stopped => problems::stopped().to_owned(),
            Self::NoAnswer(why) => why.clone(),
        }
    }
}

/// Why the worker has no paper: words, or null where the part did not arrive.
pub(super) struct NotMade(pub(super) JsValue);

impl From<SplitLoaderError> for NotMade {
    fn from(_: SplitLoaderError) -> Self {
        Self(JsValue::NULL)
    }
}

part! { later:
    pub(super) fn make(given: Array) -> Result<Uint8Array, NotMade> {
        let [kind, diary, request] = [0, 1, 2].map(|place| given.get(place).as_string().unwrap_or_default());
        let bytes = given.get(3).unchecked_into::<Uint8Array>().to_vec();
        let made = match merging::made(&kind, &diary, &request, &bytes) {
            Some(made) => made,
            None => papers::make(&kind, &diary, &request, &bytes).map_err(|why| why.said()),
        };
        let made = made.map_err(|why| NotMade(why.into()))?;
        Ok(Uint8Array::from(&made[..]))
    }
}

/// What the worker asks, in the program that it has started: what goes into [`papers::make`], in its order; the door of
/// [`merging`] takes the same.
///
/// # Errors
/// In words, or null where the part did not arrive.
#[wasm_bindgen(js_name = makePaper)]
pub async fn make_paper(given: Array) -> Result<JsValue, JsValue> {
    // One list for all: the first load would carry the reading of each.
    make(given).await.map(Into::into).map_err(|why| why.0)
}

// The script puts one name on the page.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ldnPapers, catch)]
    async fn ask(worker: &str, kind: &str, diary: &str, request: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ldnPapers, js_name = ask, catch)]
    async fn ask_about(
        worker: &str,
        kind: &str,
        diary: &str,
        request: &str,
        file: &Uint8Array,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ldnPapers, js_name = stop, catch)]
    fn stop_all() -> Result<(), JsValue>;

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

thread_local! {
    static FETCHING: Fetching = const { Fetching::new(None) };
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

/// Fetches what the page needs, once.
///
/// # Errors
/// [`PapersError::NotLoaded`]; the next call tries again.
pub async fn load() -> Result<(), PapersError> {
    late::once(&FETCHING, || late::script("ldn-papers-page"))
        .await
        .map_err(|_| PapersError::NotLoaded)
}

/// Makes what [`papers::make`] knows under this name.
async fn made(diary: &Diary, request: &Request, kind: &str) -> Result<Uint8Array, PapersError> {
    load().await?;
    let worker = late::place("ldn-papers-worker").ok_or(PapersError::NotLoaded)?.address;
    let request = serde_json::to_string(request).map_err(|error| PapersError::NoAnswer(error.to_string()))?;
    answered(ask(&worker, kind, &backup::text(diary), &request).await).map(JsCast::unchecked_into)
}

/// The report as a document, to be shown by [`show`].
///
/// # Errors
/// [`PapersError`].
pub async fn preview(diary: &Diary, request: &Request) -> Result<Uint8Array, PapersError> {
    made(diary, request, "preview").await
}

/// Makes one file of a kind that [`papers::make`] knows.
///
/// # Errors
/// [`PapersError`].
pub async fn file(
    diary: &Diary,
    request: &Request,
    kind: &str,
    name: String,
    mime: &'static str,
) -> Result<Made, PapersError> {
    let content = made(diary, request, kind).await?;
    Ok(Made { name, mime, content })
}

/// A drawing as a picture for documents that take no drawings, `times` as large.
///
/// # Errors
/// [`PapersError::NoAnswer`].
pub async fn picture(drawing: &Made, times: f64, name: String) -> Result<Made, PapersError> {
    let content: Uint8Array = answered(draw(&drawing.content, times).await)?.unchecked_into();
    Ok(Made {
        name,
        mime: "image/png",
        content,
    })
}

/// Makes what [`merging`] knows under this name, of a diary and a file.
pub(super) async fn beside(
    kind: &str,
    diary: &str,
    request: &str,
    file: &Uint8Array,
) -> Result<Uint8Array, PapersError> {
    load().await?;
    let worker = late::place("ldn-papers-worker").ok_or(PapersError::NotLoaded)?.address;
    answered(ask_about(&worker, kind, diary, request, file).await).map(JsCast::unchecked_into)
}

/// Breaks off whatever is being made.
pub fn stop() {
    // Where the script never arrived there is nothing to stop.
    _ = stop_all();
}

/// Shows a report in its place on the page.
///
/// # Errors
/// [`PapersError::NoAnswer`].
pub fn show(place: &HtmlElement, preview: &Uint8Array) -> Result<(), PapersError> {
    answered(show_in(place, preview).map(|()| JsValue::NULL)).map(drop)
}

/// The script fails with null where the part did not arrive, with a name of its own for what it knows, else with words.
pub(super) fn answered(answer: Result<JsValue, JsValue>) -> Result<JsValue, PapersError> {
    answer.map_err(|why| match why.as_string().as_deref() {
        None if why.is_null() => PapersError::NotLoaded,
        Some("letters") => PapersError::NoLetters,
        Some("stopped") => PapersError::Stopped,
        why => PapersError::NoAnswer(why.unwrap_or(problems::file_not_made()).to_owned()),
    })
}
