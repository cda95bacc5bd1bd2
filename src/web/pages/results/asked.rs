//! What the address asks for.

use crate::trial::LateDays;
use crate::web::route::Route;

/// What the address asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    pub(super) item: String,
    pub(super) phase: String,
    pub(super) late_out: bool,
}

impl Asked {
    /// The address of this view.
    pub(super) fn address(&self) -> String {
        let late = if self.late_out { "&late=out" } else { "" };
        Route::Results.with(&["item=", &self.item, "&phase=", &self.phase, late].concat())
    }
}

/// What the switch for late days means.
pub(super) fn late_days(out: bool) -> LateDays {
    if out { LateDays::LeftOut } else { LateDays::Included }
}
