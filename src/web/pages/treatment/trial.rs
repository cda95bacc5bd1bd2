//! A trial of one on the treatment page: begun, shown while it goes on, moved and stopped. Few have one: all of it is in the part
//! that few people fetch, behind one door.

pub mod begin;
pub mod change;
pub mod during;

use leptos::prelude::*;

use self::begin::BeginTrial;
use self::change::{MoveBottle, StopTrial};
use self::during::Trials;
use crate::web::address::Address;
use crate::web::part::door;

door! {
    /// The way to what the address asks for.
    pub place: TrialPlace in seldom
}

/// The change that the address names, or else the trials as they stand.
#[component]
pub fn TrialPlace() -> impl IntoView {
    let address = expect_context::<Address>();
    match untrack(|| address.value("do")).as_deref() {
        Some("trial") => view! { <BeginTrial /> }.into_any(),
        Some("trial-move") => view! { <MoveBottle /> }.into_any(),
        Some("trial-stop") => view! { <StopTrial /> }.into_any(),
        _ => view! { <Trials /> }.into_any(),
    }
}
