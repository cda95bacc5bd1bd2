//! A file that the patient chose: what it would bring, and why it is not taken in.

use leptos::prelude::*;
use leptos::web_sys::File;

use crate::diary::iso;
use crate::exchange::backup::Marks;
use crate::import_plan::{ImportRequest, Seen};
use crate::web::files::FileError;
use crate::web::merging::Chosen;
use crate::web::state::{AppState, NotKept};
use crate::web::worker::{self, WorkerError};
use crate::words::{Said, dates, import as words};

/// The file choice, to which the focus comes back.
pub(super) const FILE_ID: &str = "import-file";

/// The file that was chosen last.
#[derive(Clone, Copy)]
pub struct ChosenFile {
    /// The file.
    pub file: StoredValue<Option<File>, LocalStorage>,
    /// How many were chosen.
    pub turn: RwSignal<u32>,
}

impl Default for ChosenFile {
    fn default() -> Self {
        Self {
            file: StoredValue::new_local(None),
            turn: RwSignal::new(0),
        }
    }
}

/// A file that was read, and what it is.
#[derive(Debug, Clone)]
pub struct Offered {
    /// The file.
    pub file: Chosen,
    /// What importing it would do, or what it seems to hold.
    pub seen: Seen,
}

/// Why a file is not taken in.
pub(super) enum NotTaken {
    /// It can't be opened.
    File(FileError),
    /// What is done with it beside the page has no answer, or was broken off.
    Beside(WorkerError),
    /// What comes out is not kept.
    Refused(NotKept),
    /// What comes out was shown, and has not arrived in the stores.
    NotSaved(NotKept),
}

impl Said for NotTaken {
    fn said(&self) -> String {
        match self {
            Self::File(error) => error.said(),
            Self::Beside(error) => error.said(),
            Self::Refused(why) => why.said(),
            Self::NotSaved(why) => words::not_saved(&why.said()),
        }
    }
}

/// A request of which nothing is chosen yet.
pub(super) fn request(state: AppState, marks: &Marks) -> ImportRequest {
    ImportRequest {
        today: untrack(|| state.today()).to_string(),
        emptied: marks.emptied.map(|at| at.to_rfc3339()),
        ..ImportRequest::default()
    }
}

/// What is being done beside the page, and the way to break it off.
#[component]
pub fn Working(
    /// What is being done.
    words: String,
) -> impl IntoView {
    view! {
        <div class="stack" data-gap="small">
            <p>{words.clone()}</p>
            <progress class="working" aria-label=words></progress>
            <p>
                <button type="button" class="button" on:click=move |_| worker::stop()>
                    {words::stop()}
                </button>
            </p>
        </div>
    }
}

/// One clear message where something went wrong.
#[component]
pub fn Problem(
    /// What went wrong, where something did.
    #[prop(into)]
    text: Signal<Option<String>>,
) -> impl IntoView {
    move || {
        text.get()
            .map(|text| view! { <p class="notice" role="alert">{text}</p> })
    }
}

/// "6 January 2026 to 7 June 2026", or the one day.
pub(super) fn span_words((first, last): &(String, String)) -> String {
    match (iso::date(first), iso::date(last)) {
        (Some(first), Some(last)) if first == last => dates::full(first),
        (Some(first), Some(last)) => words::span(first, last),
        _ => first.clone(),
    }
}
