//! The mark of an item: a shape of its own, so that nobody needs its colour to know it.

use leptos::prelude::*;

use crate::diary::{ItemId, StandardItem};

/// Circle for pain, square for fatigue, triangle for sleep quality, diamond for all others.
#[component]
pub fn Mark(
    /// Whose mark.
    item: ItemId,
) -> impl IntoView {
    let shape = match &item {
        ItemId::Standard(StandardItem::Pain) => "M7 0a7 7 0 1 1 0 14A7 7 0 0 1 7 0Z",
        ItemId::Standard(StandardItem::Fatigue) => "M1 1H13V13H1Z",
        ItemId::Standard(StandardItem::SleepQuality) => "M7 1 14 13H0Z",
        _ => "M7 0 14 7 7 14 0 7Z",
    };
    view! {
        <svg class="mark" viewBox="0 0 14 14" aria-hidden="true" data-item=item.as_str().to_owned()>
            <path d=shape />
        </svg>
    }
}
