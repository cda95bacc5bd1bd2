//! The one door to taking a file in: the [`worker`] reads and compares, so that a large or hostile file holds up
//! nothing and can be broken off.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;

use super::files::{self, FileError};
use super::worker::{self, Bringing, WorkerError};
use crate::diary::{Diary, LAST_DATE};
use crate::exchange::backup::{self, Marks};
use crate::import_plan::{ImportError, ImportRequest, Seen, TablePlan, TableRequest};
use crate::words::Said as _;

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

/// What the file is: a backup, with what taking it into `here` would do, or a table, with what it seems to hold.
///
/// # Errors
/// [`WorkerError`]: there is no answer, or it was broken off.
pub async fn look(here: &Diary, marks: &Marks, request: &ImportRequest, file: &Chosen) -> Result<Seen, WorkerError> {
    let answer = ask(&Bringing::Look(request.clone()), here, marks, file).await?;
    serde_json::from_str(&answer).map_err(|_| not_compared())
}

/// What taking the table into `here` would do.
///
/// # Errors
/// As [`look`].
pub async fn plan_table(
    here: &Diary,
    marks: &Marks,
    request: &TableRequest,
    file: &Chosen,
) -> Result<TablePlan, WorkerError> {
    let answer = ask(&Bringing::PlanTable(request.clone()), here, marks, file).await?;
    serde_json::from_str(&answer).map_err(|_| not_compared())
}

/// What comes out of taking the table in.
///
/// # Errors
/// As [`look`].
pub async fn take_table(
    here: &Diary,
    marks: &Marks,
    request: &TableRequest,
    file: &Chosen,
) -> Result<(Diary, Marks), WorkerError> {
    come_out(&ask(&Bringing::TakeTable(request.clone()), here, marks, file).await?)
}

/// What comes out of it: the diary, and how old the days are that come from the file.
///
/// # Errors
/// As [`look`].
pub async fn take_in(
    here: &Diary,
    marks: &Marks,
    request: &ImportRequest,
    file: &Chosen,
) -> Result<(Diary, Marks), WorkerError> {
    come_out(&ask(&Bringing::TakeIn(request.clone()), here, marks, file).await?)
}

/// The diary that came out.
fn come_out(answer: &str) -> Result<(Diary, Marks), WorkerError> {
    let read = backup::open(answer, LAST_DATE).map_err(|_| not_compared())?;
    if read.problems.is_empty() {
        Ok((read.diary, read.marks))
    } else {
        Err(not_compared())
    }
}

async fn ask(task: &Bringing, here: &Diary, marks: &Marks, file: &Chosen) -> Result<String, WorkerError> {
    let here = backup::text_marked(here, marks);
    let made = match worker::ask(task, &here, Some(&file.0)).await {
        // Where no worker starts, the page does it itself: a backup must come in.
        Err(WorkerError::NotLoaded) => worker::ask_here(task, &here, &file.0).await?,
        made => made?,
    };
    String::from_utf8(made.to_vec()).map_err(|_| not_compared())
}

/// What passes between the page and the worker is not what it should be.
fn not_compared() -> WorkerError {
    WorkerError::NoAnswer(ImportError::Here.said())
}
