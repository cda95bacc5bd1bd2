//! How the app looks on this device: theme and text size, and light or dark for what style sheets don't reach, the colours
//! inside charts.
//!
//! Theme and text size belong to the device and not to the diary: they stand under a key of their own, which is no record
//! and goes into no backup. `public/start.js` applies them before the first paint.

use leptos::ev;
use leptos::prelude::*;
use leptos::reactive::graph::ToAnySource as _;
use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys::MediaQueryList;
use serde::{Deserialize, Serialize};

use super::local_store::local_storage;
use super::views::forget_readers;
use crate::charts::Palette;
use crate::store::names::LOOK;

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on a dark ground.
    Dark,
    /// As the device says.
    #[default]
    #[serde(other)]
    Device,
}

/// How large words are, on top of the browser's own setting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    /// 120 %.
    Larger,
    /// 140 %.
    Largest,
    /// As the browser says.
    #[default]
    #[serde(other)]
    Normal,
}

/// Theme, text size and rows together, as they are kept, and as `public/start.js` reads them too. What makes no sense is as the
/// device says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// Light or dark.
    pub theme: Theme,
    /// How large words are.
    pub text: TextSize,
    /// Whether a field for the number stands beside each line, in higher rows.
    pub numbers: bool,
}

/// The look of the app, and the way to change it.
#[derive(Debug, Clone, Copy)]
pub struct Appearance {
    look: RwSignal<Look>,
    /// Whether this browser keeps anything; where it does not, a choice lasts until the page is closed.
    keeps: bool,
}

impl Appearance {
    /// Reads what was chosen on this device before, and shows it.
    pub fn open(keeps: bool) -> Self {
        let kept = local_storage()
            .filter(|_| keeps)
            .and_then(|storage| storage.get_item(LOOK).ok().flatten());
        let look = kept.and_then(|text| serde_json::from_str(&text).ok());
        let appearance = Self {
            look: RwSignal::new(look.unwrap_or_default()),
            keeps,
        };
        show(appearance.look.get_untracked());
        appearance
    }

    /// What is chosen. Tracks changes.
    pub fn look(self) -> Look {
        self.look.get()
    }

    /// As [`forget_readers`] says.
    pub fn forget_readers(self) {
        forget_readers(&[self.look.to_any_source()]);
    }

    /// Chooses another look; it is shown at once, and kept where this browser keeps anything.
    pub fn choose(self, look: Look) {
        self.look.set(look);
        show(look);
        // In a full store the choice lasts until the page is closed: that is no reason to disturb anybody.
        if let (Some(storage), Ok(text)) = (local_storage().filter(|_| self.keeps), serde_json::to_string(&look)) {
            _ = storage.set_item(LOOK, &text);
        }
    }
}

/// Marks the page with the look, for the style sheets, and colours the browser's own bars to match.
fn show(look: Look) {
    let theme = match look.theme {
        Theme::Device => None,
        Theme::Light => Some(("light", &Palette::LIGHT)),
        Theme::Dark => Some(("dark", &Palette::DARK)),
    };
    let text = match look.text {
        TextSize::Normal => None,
        TextSize::Larger => Some("larger"),
        TextSize::Largest => Some("largest"),
    };
    if let Some(page) = document().document_element() {
        for (name, value) in [
            ("data-theme", theme.map(|(name, _)| name)),
            ("data-text", text),
            ("data-rows", look.numbers.then_some("high")),
        ] {
            _ = match value {
                Some(value) => page.set_attribute(name, value),
                None => page.remove_attribute(name),
            };
        }
    }
    for (media, palette) in [("light", &Palette::LIGHT), ("dark", &Palette::DARK)] {
        let colour = theme.map_or(palette, |(_, chosen)| chosen).paper;
        let selector = format!("meta[name=theme-color][media*={media}]");
        if let Ok(Some(meta)) = document().query_selector(&selector) {
            _ = meta.set_attribute("content", colour);
        }
    }
}

/// Whether the dark theme is shown now; it follows a change of the device's theme and of the chosen one. Paper is light,
/// whatever the theme: while the page is being printed, nothing is dark. Where the system imposes its own colours, the ground
/// is the system's, whatever was chosen here.
pub fn dark() -> Signal<bool> {
    let appearance = expect_context::<Appearance>();
    let device_is_dark = follows("(prefers-color-scheme: dark)");
    let prints = follows("print");
    let imposed = follows("(forced-colors: active)");
    // Some browsers tell of printing by these two alone.
    let began = window_event_listener(ev::beforeprint, move |_| prints.set(true));
    let ended = window_event_listener(ev::afterprint, move |_| prints.set(false));
    on_cleanup(move || {
        began.remove();
        ended.remove();
    });
    Signal::derive(move || {
        let dark = match appearance.look().theme {
            _ if imposed.get() => device_is_dark.get(),
            Theme::Device => device_is_dark.get(),
            chosen => chosen == Theme::Dark,
        };
        dark && !prints.get()
    })
}

/// Whether a media query holds, now and for as long as the page that asked is there.
fn follows(query: &str) -> RwSignal<bool> {
    let query = window().match_media(query).ok().flatten();
    let holds = RwSignal::new(query.as_ref().is_some_and(MediaQueryList::matches));
    if let Some(query) = query {
        let changed = {
            let query = query.clone();
            Closure::<dyn FnMut()>::new(move || _ = holds.try_set(query.matches()))
        };
        query.set_onchange(Some(changed.as_ref().unchecked_ref()));
        // Both live as long as the page that asked.
        let held = StoredValue::new_local((query, changed));
        on_cleanup(move || _ = held.try_with_value(|(query, _)| query.set_onchange(None)));
    }
    holds
}
