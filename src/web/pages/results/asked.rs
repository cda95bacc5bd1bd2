//! What the address asks for.

use crate::results::{Shown, Wanted};
use crate::trial::{Counting, ImportedDays, LateDays};
use crate::web::address::Address;
use crate::web::route::Route;

/// What the address asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    pub(super) item: String,
    pub(super) phase: String,
    pub(super) question: String,
    pub(super) late_out: bool,
    pub(super) imported_out: bool,
}

impl Asked {
    /// What stands in an address. Tracks changes.
    pub(super) fn in_address(address: Address) -> Asked {
        let said = |name| address.value(name).unwrap_or_default();
        Asked {
            item: said("item"),
            phase: said("phase"),
            question: said("question"),
            late_out: said("late") == "out",
            imported_out: said("imported") == "out",
        }
    }

    /// The address of this view.
    pub(super) fn address(&self) -> String {
        let late = if self.late_out { "&late=out" } else { "" };
        let imported = if self.imported_out { "&imported=out" } else { "" };
        let question = if self.question.is_empty() { "" } else { "&question=" };
        Route::Results.with(
            &[
                "item=",
                &self.item,
                "&phase=",
                &self.phase,
                question,
                &self.question,
                late,
                imported,
            ]
            .concat(),
        )
    }

    /// What is shown, as it would be asked for.
    pub(super) fn of(&self, shown: &Shown) -> Asked {
        Asked {
            item: shown.item.clone(),
            phase: shown.phase.clone(),
            question: shown.question.clone(),
            late_out: self.late_out,
            imported_out: self.imported_out,
        }
    }

    /// The same as it is asked of the results.
    pub(super) fn wanted(&self) -> Wanted<'_> {
        Wanted {
            item: &self.item,
            phase: &self.phase,
            question: &self.question,
            counting: self.counting(),
        }
    }

    /// What the switches mean.
    pub(super) fn counting(&self) -> Counting {
        Counting {
            late: if self.late_out {
                LateDays::LeftOut
            } else {
                LateDays::Included
            },
            imported: if self.imported_out {
                ImportedDays::LeftOut
            } else {
                ImportedDays::Included
            },
        }
    }
}
