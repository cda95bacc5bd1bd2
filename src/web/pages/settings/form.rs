//! What the parts of the page share.

use leptos::prelude::*;

use crate::diary::Settings;
use crate::web::state::AppState;

/// The settings, and the way to change them.
#[derive(Debug, Clone, Copy)]
pub struct SettingsForm {
    pub(super) state: AppState,
}

impl SettingsForm {
    /// Reads the settings. Tracks changes.
    pub(super) fn read<T>(self, read: impl FnOnce(&Settings) -> T) -> T {
        self.state.with(|diary| read(&diary.settings))
    }

    /// The settings as they are now.
    pub(super) fn now(self) -> Settings {
        untrack(|| self.read(Clone::clone))
    }

    /// Changes the settings, and keeps them; what changes nothing is not kept.
    pub(super) fn change(self, change: impl FnOnce(Settings) -> Settings) {
        let before = self.now();
        let after = change(before.clone());
        if after != before {
            self.state.change_settings(after);
        }
    }
}
