//! The one door to taking a file in, beside the page: the worker of the [`papers`] reads and compares, so that a large or
//! hostile file holds up nothing and can be broken off. [`crate::study::merging`] says what goes in and out.

use js_sys::{Array, Uint8Array};
use leptos::wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::files::{self, FileError};
use super::papers::{self, PapersError};
use crate::diary::{Diary, LAST_DATE};
use crate::exchange::backup::{self, Marks};
use crate::study::{self, ImportError, ImportPlan, ImportRequest};
use crate::words::Said as _;

const PLAN: &str = "import-plan";
const TAKE_IN: &str = "import";

/// What the worker is asked for here; nothing for what is a paper.
pub(super) fn made(kind: &str, here: &str, request: &str, file: &[u8]) -> Option<Result<Vec<u8>, String>> {
    let made = match kind {
        PLAN => study::import_plan(here, request, file),
        TAKE_IN => study::import(here, request, file),
        _ => return None,
    };
    Some(made.map(String::into_bytes).map_err(|why| why.said()))
}

/// A file that the patient chose: its bytes, which the page never looks at.
#[derive(Debug, Clone)]
pub struct Chosen(Uint8Array);

impl Chosen {
    /// Takes the bytes of a file in; its size is judged before it is opened.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn open(file: &leptos::web_sys::File) -> Result<Self, FileError> {
        files::fits(file)?;
        let bytes = JsFuture::from(file.array_buffer()).await;
        bytes
            .map(|bytes| Self(Uint8Array::new(&bytes)))
            .map_err(|_| FileError::Unreadable)
    }
}

/// What taking the file into `here` would do.
///
/// # Errors
/// [`PapersError`]: there is no answer, or it was broken off.
pub async fn plan(
    here: &Diary,
    marks: &Marks,
    request: &ImportRequest,
    file: &Chosen,
) -> Result<ImportPlan, PapersError> {
    let answer = ask(PLAN, here, marks, request, file).await?;
    serde_json::from_str(&answer).map_err(|_| not_compared())
}

/// What comes out of it: the diary, and how old the days are that come from the file.
///
/// # Errors
/// As [`plan`].
pub async fn take_in(
    here: &Diary,
    marks: &Marks,
    request: &ImportRequest,
    file: &Chosen,
) -> Result<(Diary, Marks), PapersError> {
    let answer = ask(TAKE_IN, here, marks, request, file).await?;
    let read = backup::open(&answer, LAST_DATE).map_err(|_| not_compared())?;
    if read.problems.is_empty() {
        Ok((read.diary, read.marks))
    } else {
        Err(not_compared())
    }
}

async fn ask(
    kind: &str,
    here: &Diary,
    marks: &Marks,
    request: &ImportRequest,
    file: &Chosen,
) -> Result<String, PapersError> {
    let here = backup::text_marked(here, marks);
    let request = serde_json::to_string(request).map_err(|_| not_compared())?;
    let made = match papers::beside(kind, &here, &request, &file.0).await {
        // Where no worker starts, the page does it itself: a backup must come in.
        Err(PapersError::NotLoaded) => {
            let given: Array = [kind, &here, &request].map(JsValue::from).into_iter().collect();
            given.push(&file.0);
            papers::answered(papers::make(given).await.map(JsValue::from).map_err(|why| why.0))?.into()
        }
        made => made?,
    };
    String::from_utf8(made.to_vec()).map_err(|_| not_compared())
}

/// What passes between the page and the worker is not what it should be.
fn not_compared() -> PapersError {
    PapersError::NoAnswer(ImportError::Here.said())
}
