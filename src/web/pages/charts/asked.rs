//! What the address asks for.

use crate::diary::ItemId;
use crate::web::route::Route;
use crate::words::{Word, charts as words};

/// How much is shown at first: its name in the address and on the screen.
pub const SPANS: [(&str, Word); 3] = [
    ("month", words::month),
    ("quarter", words::quarter),
    ("all", words::all),
];

/// What the address asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// `month`, `quarter` or `all`.
    pub span: &'static str,
    /// The id of the item that is large, if any is asked for.
    pub item: Option<String>,
}

impl Asked {
    pub(super) fn of(span: Option<String>, item: Option<String>) -> Self {
        let span = span.unwrap_or_default();
        let known = SPANS.iter().find(|known| known.0 == span);
        Asked {
            span: known.map_or("all", |known| known.0),
            item,
        }
    }

    /// The items that are drawn, the large one first.
    pub(super) fn first(&self, mut items: Vec<ItemId>) -> Vec<ItemId> {
        let asked = |item: &ItemId| self.item.as_deref() == Some(item.as_str());
        if let Some(place) = items.iter().position(asked) {
            let large = items.remove(place);
            items.insert(0, large);
        }
        items
    }

    /// The address of this view.
    pub fn address(&self) -> String {
        let (name, item) = self.item.as_deref().map_or(("", ""), |item| ("&item=", item));
        Route::Charts.with(&["span=", self.span, name, item].concat())
    }
}
