//! How the page can become an app on this device.
//!
//! On an iPhone the app on the home screen has a store of its own: a diary that was begun in Safari does not come along.
//! That is why the hint comes before the first entry there, and only after it elsewhere.

use leptos::prelude::*;
use leptos::reactive::graph::ToAnySource as _;
use leptos::wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::local_store::local_storage;
use super::state::YES;
use super::views::forget_readers;
use crate::store::names::INSTALL_PUT_AWAY;

#[wasm_bindgen(module = "/js/install.js")]
extern "C" {
    #[wasm_bindgen(js_name = installState)]
    fn install_state() -> String;
    #[wasm_bindgen(js_name = followInstall)]
    fn follow_install(callback: &Closure<dyn FnMut()>);
    #[wasm_bindgen(js_name = install, catch)]
    async fn ask_to_install() -> Result<JsValue, JsValue>;
}

/// What this page is, or could become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It was opened from the home screen, or in a window of its own.
    App,
    /// The same on an iPhone or iPad, where Safari's diary is another one.
    AppleApp,
    /// In a browser on an iPhone or iPad: it is added to the home screen by hand.
    AppleBrowser,
    /// In a browser on an iPhone or iPad that can't do that, such as one inside another app.
    AppleElsewhere,
    /// The browser offers to install it.
    Offered,
    /// The browser asked, and installs it.
    Accepted,
    /// The browser asked in vain.
    Refused,
    /// It was installed just now.
    Installed,
    /// In a browser that offers nothing.
    Browser,
}

impl Place {
    fn now() -> Self {
        match install_state().as_str() {
            "app" => Place::App,
            "iphone app" => Place::AppleApp,
            "iphone" => Place::AppleBrowser,
            "iphone elsewhere" => Place::AppleElsewhere,
            "offer" => Place::Offered,
            "accepted" => Place::Accepted,
            "refused" => Place::Refused,
            "installed" => Place::Installed,
            _ => Place::Browser,
        }
    }
}

/// What is known of installing. Cheap to copy; pages get it by [`expect_context`].
#[derive(Debug, Clone, Copy)]
pub struct Install {
    /// What this page is now.
    pub place: RwSignal<Place>,
    /// Whether the patient has put the hint away in this browser.
    pub put_away: RwSignal<bool>,
    keeps: bool,
}

impl Install {
    /// Looks, and follows what the browser offers. `keeps`: whether this browser keeps anything.
    pub fn follow(keeps: bool) -> Self {
        let kept = local_storage()
            .filter(|_| keeps)
            .and_then(|storage| storage.get_item(INSTALL_PUT_AWAY).ok().flatten());
        let before = kept.is_some_and(|yes| yes == YES);
        let install = Self {
            place: RwSignal::new(Place::now()),
            put_away: RwSignal::new(before),
            keeps,
        };
        let changed = Closure::new(move || install.place.set(Place::now()));
        follow_install(&changed);
        changed.forget();
        install
    }

    /// As [`forget_readers`] says.
    pub fn forget_readers(self) {
        forget_readers(&[self.place.to_any_source(), self.put_away.to_any_source()]);
    }

    /// Lets the browser ask the patient whether to install.
    pub fn ask(self) {
        // Where the browser takes its offer back, the hint goes with it.
        spawn_local(async { _ = ask_to_install().await });
    }

    /// Puts the hint away for good; the settings still have it.
    pub fn dismiss(self) {
        self.put_away.set(true);
        // In a full store the hint comes again: no reason to disturb anybody.
        if let Some(storage) = local_storage().filter(|_| self.keeps) {
            _ = storage.set_item(INSTALL_PUT_AWAY, YES);
        }
    }
}
