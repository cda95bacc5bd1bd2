//! What the parts of the page share: the visits, and what was done last.

use leptos::prelude::*;

use crate::diary::Rest;
use crate::visits;
use crate::web::address::{Address, Step};
use crate::web::focus::arrive;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::unfinished::finished;
use crate::words::visit as words;

/// What was done last, with what stood in its place before and what stands there now.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// What is said of it.
    pub said: &'static str,
    /// The id of the visit.
    id: String,
    before: Option<String>,
    after: Option<String>,
}

/// The way to change visits from any part of the page.
#[derive(Debug, Clone, Copy)]
pub struct Changing {
    /// The diary.
    pub state: AppState,
    /// Where the reader is.
    pub address: Address,
    /// What was done last.
    pub last: RwSignal<Option<Done>>,
}

impl Changing {
    pub(super) fn new(state: AppState, address: Address) -> Self {
        let last = RwSignal::new(None);
        Self { state, address, last }
    }

    /// Changes the visit of an id, keeps that, and says it beside the way back.
    pub(super) fn change(self, id: &str, said: &'static str, change: impl Fn(&mut Rest)) {
        let entry = || untrack(|| self.state.with(|diary| visits::entry(&diary.rest, id)));
        let before = entry();
        self.state.change_rest(change);
        let done = Done {
            said,
            id: id.to_owned(),
            before,
            after: entry(),
        };
        self.last.set(Some(done));
        self.leave_form();
        arrive(SAID);
    }

    /// Whether what was done last stands as it was done. Tracks changes.
    pub(super) fn can_undo(self, done: &Done) -> bool {
        done.before != done.after && self.state.with(|diary| visits::entry(&diary.rest, &done.id)) == done.after
    }

    /// Puts back what stood there before what was done last.
    pub(super) fn undo(self) {
        if let Some(done) = self.last.get_untracked() {
            self.change(&done.id, words::is_back(), |rest| {
                visits::put_back(rest, &done.id, done.before.as_deref());
            });
            // An undo is not undone.
            self.last.update(|last| {
                if let Some(last) = last {
                    last.before.clone_from(&last.after);
                }
            });
        }
    }

    /// Closes the form that is open, in place of it: going back must not open it again.
    pub(super) fn leave_form(self) {
        finished();
        if untrack(|| self.address.value("do")).is_some() {
            self.address.go(Route::Visit.path(), Step::Done);
        }
    }
}

/// What was done last.
const SAID: &str = "main [role='status'] .notice";
/// The address of a form.
pub(super) fn address_of(form: &str, id: &str) -> String {
    Route::Visit.with(&["do=", form, "&visit=", id].concat())
}
