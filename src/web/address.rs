//! The address is state: which page, which day, what is compared. Links within the app, back, forward and reload all go
//! by it.

use leptos::prelude::*;
use leptos::reactive::graph::ToAnySource as _;
use leptos::wasm_bindgen::prelude::*;

use super::views::forget_readers;

#[wasm_bindgen(module = "/js/address.js")]
extern "C" {
    #[wasm_bindgen(js_name = followAddress)]
    fn follow_address(tell: &Closure<dyn Fn(String, String, bool)>);
    fn go(address: &str, replace: bool, stay: bool);
    #[wasm_bindgen(js_name = queryValue)]
    fn value_of(query: &str, name: &str) -> Option<String>;
}

/// How to go to an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To another page, from its top; back leads here again.
    Page,
    /// To another view of this page, where the reader is; back leads here again.
    View,
    /// To another view of this page, where the reader is, in place of this one.
    Instead,
    /// To another page, from its top, in place of this one: back does not lead here again.
    Done,
}

/// The address that is shown, and the way to another. Cheap to copy; pages get it by [`expect_context`].
#[derive(Debug, Clone, Copy)]
pub struct Address {
    path: RwSignal<String>,
    query: RwSignal<String>,
    ahead: RwSignal<String>,
}

impl Address {
    /// Reads the browser's address, and follows it for as long as the page lives.
    pub fn follow() -> Self {
        let address = Self {
            path: RwSignal::default(),
            query: RwSignal::default(),
            ahead: RwSignal::default(),
        };
        let tell = Closure::new(move |path: String, query: String, there: bool| {
            if there {
                // The path first: the page that is left does not take the query of the next for its own.
                change(address.path, path.clone());
                change(address.query, query);
            }
            change(address.ahead, path);
        });
        follow_address(&tell);
        tell.forget();
        address
    }

    /// The path of the page that is shown, such as `/history`. Tracks changes.
    pub fn path(self) -> String {
        self.path.get()
    }

    /// The path of the page that is on its way, or else of the one that is shown. Tracks changes.
    pub fn ahead(self) -> String {
        self.ahead.get()
    }

    /// What the query says of a name. Tracks changes.
    pub fn value(self, name: &str) -> Option<String> {
        self.query.with(|query| value_of(query, name))
    }

    /// Goes to another address of this app.
    pub fn go(self, address: &str, step: Step) {
        let replace = matches!(step, Step::Instead | Step::Done);
        go(address, replace, matches!(step, Step::View | Step::Instead));
    }

    /// As [`forget_readers`] says, for those of the query: only pages read it.
    pub fn forget_readers(self) {
        forget_readers(&[self.query.to_any_source()]);
    }
}

/// Sets a signal where that changes it.
fn change(signal: RwSignal<String>, value: String) {
    if signal.with_untracked(|before| *before != value) {
        signal.set(value);
    }
}
