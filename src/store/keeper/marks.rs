//! The states of the days, for a backup (I6).

use super::Keeper;
use crate::exchange::backup::{Mark, Marks};
use crate::store::durable_store::DurableStore;
use crate::store::key::Key;
use crate::store::text_store::TextStore;

impl<L: TextStore, D: DurableStore> Keeper<L, D> {
    /// How often each day was written and when it was last changed, of those that are there and those that were deleted.
    pub fn marks(&self) -> Marks {
        let mut marks = Marks {
            emptied: self.deletion.get().map(|deletion| deletion.at),
            ..Marks::default()
        };
        for (key, view) in self.view.borrow().iter() {
            let (Key::Day(date), Some(at)) = (key, view.at) else {
                continue;
            };
            let states = if view.body.is_some() {
                &mut marks.days
            } else {
                &mut marks.deleted
            };
            let revision = view.revision;
            states.insert(*date, Mark { at, revision });
        }
        marks
    }
}
