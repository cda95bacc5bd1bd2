//! The worker beside the page, where long work can be broken off: what it is asked for, and its answers.
//!
//! A worker starts this same program once more, without its pages, and fetches the later part. What is asked crosses as
//! JSON, a diary as a backup, a file as its bytes. What takes a file in, or makes one for others, is in the part that few need.

use js_sys::{Array, Uint8Array};
use leptos::wasm_bindgen::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_split_helpers::SplitLoaderError;

use super::deferred::{self, Fetching};
use super::part::part;
use crate::import_plan::{self, ImportRequest, TableRequest};
use crate::papers::{self, CardKind, Kind, PaperError, Request};
use crate::words::{Said, problems};

/// The bytes that come out, or why there are none, in words.
type Made = Result<Vec<u8>, String>;

/// What the worker does with a diary.
pub trait Task: Serialize {
    /// Whether the script fetches the letters of PDF files for it.
    fn needs_letters(&self) -> bool {
        false
    }

    /// What does it in the worker.
    fn way(&self) -> Way;
}

/// What the worker calls for a task; as a number, which needs no reading.
#[derive(Debug, Clone, Copy)]
pub enum Way {
    /// A paper that the page shows: in the later part.
    Show = 0,
    /// A file that is taken in: in the part that few need.
    Bring = 1,
    /// A file for others: in that part, too.
    File = 2,
}

/// A paper of it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Paper(pub Kind, pub Request);

/// Taking a file in.
#[derive(Debug, Serialize, Deserialize)]
pub enum Bringing {
    /// What it is, and what it holds or would do: [`Seen`](import_plan::Seen) as JSON.
    Look(ImportRequest),
    /// The diary that comes out of a backup, as a backup.
    TakeIn(ImportRequest),
    /// What a table would do: a [`TablePlan`](import_plan::TablePlan) as JSON.
    PlanTable(TableRequest),
    /// The diary that comes out of a table, as a backup.
    TakeTable(TableRequest),
}

impl Task for Paper {
    fn needs_letters(&self) -> bool {
        matches!(self.0, Kind::Pdf | Kind::PdfWithoutSigns | Kind::Card(CardKind::Paper))
    }

    fn way(&self) -> Way {
        if self.0.is_shown() { Way::Show } else { Way::File }
    }
}

impl Task for Bringing {
    fn way(&self) -> Way {
        Way::Bring
    }
}

impl Paper {
    /// Makes one that the page shows.
    fn shown(self, diary: &str, _: &[u8]) -> Made {
        papers::show(&self.0, diary, &self.1).map_err(|why| why.said())
    }

    /// Makes a file for others; `letters` are those of a PDF file.
    fn filed(self, diary: &str, letters: &[u8]) -> Made {
        papers::file(&self.0, diary, &self.1, letters).map_err(|why| match why {
            PaperError::Lacking(_) => [LACKING, &why.said()].concat(),
            _ => why.said(),
        })
    }
}

impl Bringing {
    /// Does it with the file.
    fn done(self, diary: &str, file: &[u8]) -> Made {
        let done = match self {
            Self::Look(request) => import_plan::look(diary, &request, file).map(|seen| text_of(&seen)),
            Self::TakeIn(request) => import_plan::take_in(diary, &request, file),
            Self::PlanTable(request) => import_plan::plan_table(diary, &request, file).map(|plan| text_of(&plan)),
            Self::TakeTable(request) => import_plan::take_table(diary, &request, file),
        };
        done.map(String::into_bytes).map_err(|why| why.said())
    }
}

/// Why there is no answer. The diary is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkerError {
    /// The part did not arrive.
    NotLoaded,
    /// The letters of the PDF file did not arrive.
    NoLetters,
    /// The work was broken off.
    Stopped,
    /// The PDF file can't show all signs: which, where, and what to do.
    Lacking(String),
    /// It arrived, and had no answer.
    NoAnswer(String),
}

impl Said for WorkerError {
    fn said(&self) -> String {
        match self {
            Self::NotLoaded => problems::worker_missing().to_owned(),
            Self::NoLetters => problems::no_letters().to_owned(),
            Self::Stopped => problems::stopped().to_owned(),
            Self::Lacking(why) | Self::NoAnswer(why) => why.clone(),
        }
    }
}

/// Why there is no answer: words, or null where the part did not arrive.
struct NotDone(JsValue);

impl From<SplitLoaderError> for NotDone {
    fn from(_: SplitLoaderError) -> Self {
        Self(JsValue::NULL)
    }
}

part! { later:
    fn shown(given: Array) -> Result<Uint8Array, NotDone> {
        done(&given, Paper::shown)
    }
}

part! { seldom:
    fn filed(given: Array) -> Result<Uint8Array, NotDone> {
        done(&given, Paper::filed)
    }
}

part! { seldom:
    fn brought(given: Array) -> Result<Uint8Array, NotDone> {
        done(&given, Bringing::done)
    }
}

/// Does what was asked, with the diary and the bytes that came with it.
fn done<T: for<'a> Deserialize<'a>>(given: &Array, does: fn(T, &str, &[u8]) -> Made) -> Result<Uint8Array, NotDone> {
    let [task, diary] = [0, 1].map(|place| given.get(place).as_string().unwrap_or_default());
    let bytes = given.get(2).unchecked_into::<Uint8Array>().to_vec();
    let task = serde_json::from_str(&task).map_err(|_| problems::file_not_made().to_owned());
    let done = task.and_then(|task| does(task, &diary, &bytes));
    done.map(|made| Uint8Array::from(&made[..]))
        .map_err(|why| NotDone(why.into()))
}

/// What the worker calls, in the program that it has started: with a [`Task`] as JSON, a diary, bytes, and the [`Way`].
///
/// # Errors
/// In words, or null where the part did not arrive.
#[wasm_bindgen(js_name = work)]
pub async fn work(given: Array) -> Result<JsValue, JsValue> {
    // One list for all: the first load would carry the reading of each.
    let way = given.get(3);
    let done = if way == Way::Bring as u32 {
        brought(given).await
    } else if way == Way::File as u32 {
        filed(given).await
    } else {
        shown(given).await
    };
    done.map(Into::into).map_err(|why| why.0)
}

// The script puts one name on the page.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ldnPapers, js_name = ask, catch)]
    async fn ask_worker(
        address: &str,
        needs_letters: bool,
        way: u32,
        task: &str,
        diary: &str,
        file: &JsValue,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ldnPapers, js_name = stop, catch)]
    fn stop_all() -> Result<(), JsValue>;
}

thread_local! {
    static FETCHING: Fetching = const { Fetching::new(None) };
}

/// Fetches what the page needs, once.
///
/// # Errors
/// [`WorkerError::NotLoaded`]; the next call tries again.
pub async fn load() -> Result<(), WorkerError> {
    deferred::once(&FETCHING, || deferred::script("ldn-papers-page"))
        .await
        .map_err(|_| WorkerError::NotLoaded)
}

/// Lets the worker do a task with a diary, and with a file where one is taken in.
///
/// # Errors
/// [`WorkerError`].
pub async fn ask(task: &impl Task, diary: &str, file: Option<&Uint8Array>) -> Result<Uint8Array, WorkerError> {
    load().await?;
    let address = deferred::place("ldn-papers-worker")
        .ok_or(WorkerError::NotLoaded)?
        .address;
    let file = file.map_or(JsValue::UNDEFINED, JsValue::from);
    let asked = text_of(task);
    let answer = ask_worker(&address, task.needs_letters(), task.way() as u32, &asked, diary, &file).await;
    answered(answer).map(JsCast::unchecked_into)
}

/// The same with a file on this page, which holds everything up meanwhile.
///
/// # Errors
/// [`WorkerError`].
pub async fn ask_here(task: &impl Task, diary: &str, file: &Uint8Array) -> Result<Uint8Array, WorkerError> {
    let given: Array = [&text_of(task), diary].map(JsValue::from).into_iter().collect();
    given.push(file);
    given.push(&(task.way() as u32).into());
    answered(work(given).await).map(JsCast::unchecked_into)
}

/// It is plain data: writing it down can't fail.
fn text_of(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Breaks off whatever is being done.
pub fn stop() {
    // Where the script never arrived there is nothing to stop.
    _ = stop_all();
}

/// What words begin with that name signs: only words cross.
const LACKING: &str = "lacking ";

/// The script fails with null where the part did not arrive, with a name of its own for what it knows, else with words.
pub(super) fn answered(answer: Result<JsValue, JsValue>) -> Result<JsValue, WorkerError> {
    answer.map_err(|why| match why.as_string().as_deref() {
        None if why.is_null() => WorkerError::NotLoaded,
        Some("letters") => WorkerError::NoLetters,
        Some("stopped") => WorkerError::Stopped,
        why => {
            let why = why.unwrap_or(problems::file_not_made());
            let signs = why.strip_prefix(LACKING);
            signs.map_or_else(
                || WorkerError::NoAnswer(why.to_owned()),
                |signs| WorkerError::Lacking(signs.to_owned()),
            )
        }
    })
}
