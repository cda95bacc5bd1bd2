//! What the parts of the page share: the diary, and the day that came back last.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::undo::UNDO_ID;
use crate::web::focus::focus;
use crate::web::state::AppState;

/// The diary.
#[derive(Debug, Clone, Copy)]
pub struct HistoryForm {
    pub(super) state: AppState,
    /// The day that was brought back last.
    pub(super) back: RwSignal<Option<NaiveDate>>,
}

impl HistoryForm {
    /// Deletes a day; the way back appears on top of the page and has the focus.
    pub(super) fn delete(self, date: NaiveDate) {
        self.back.set(None);
        self.state.delete_day(date);
        focus(UNDO_ID);
    }
}
