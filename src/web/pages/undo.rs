//! Undoing a change of the treatment, from whatever page.

use leptos::prelude::*;

use crate::trial_of_one::tells_order;
use crate::web::state::AppState;

/// Undoes the last change of the treatment. Of a trial of one that is sealed by that, nothing is kept that tells its order:
/// that goes first, since what was only seen can be worked out anew, and what is kept could be found.
pub fn undo_treatment(state: AppState) {
    let telling = untrack(|| {
        state.with(|diary| {
            let before = diary.earlier.last()?;
            let mut kept = diary.rest.final_answers.iter();
            kept.any(|kept| tells_order(before, &kept.answer))
                .then(|| before.clone())
        })
    });
    if let Some(before) = telling {
        state.change_rest(|rest| rest.final_answers.retain(|kept| !tells_order(&before, &kept.answer)));
    }
    state.undo_treatment();
}
