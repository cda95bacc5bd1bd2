//! What the address asks for.

use crate::diary::StandardItem;
use crate::web::route::Route;
use crate::words::{Word, charts as words};

/// How much is shown at first: its name in the address and on the screen.
pub const SPANS: [(&str, Word); 3] = [
    ("month", words::month),
    ("quarter", words::quarter),
    ("all", words::all),
];

/// The items of the chart, in their order.
pub const ITEMS: [StandardItem; 3] = [StandardItem::Pain, StandardItem::Fatigue, StandardItem::SleepQuality];

/// What the address asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// `month`, `quarter` or `all`.
    pub span: &'static str,
    /// Which of [`ITEMS`] are drawn.
    pub on: [bool; 3],
}

impl Asked {
    pub(super) fn of(span: Option<String>, items: Option<String>) -> Self {
        let span = span.unwrap_or_default();
        let known = SPANS.iter().find(|known| known.0 == span);
        let listed = |item: StandardItem| {
            let items = items.as_deref();
            items.is_none_or(|items| items.split(',').any(|id| id == item.id()))
        };
        Asked {
            span: known.map_or("all", |known| known.0),
            on: ITEMS.map(listed),
        }
    }

    /// The items that are drawn.
    pub(super) fn items(&self) -> Vec<StandardItem> {
        let on = ITEMS.into_iter().zip(self.on).filter(|(_, on)| *on);
        on.map(|(item, _)| item).collect()
    }

    /// The address of this view.
    pub fn address(&self) -> String {
        let ids: Vec<&str> = self.items().into_iter().map(StandardItem::id).collect();
        Route::Charts.with(&["span=", self.span, "&items=", &ids.join(",")].concat())
    }
}
