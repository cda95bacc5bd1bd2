//! The parts of the program that are fetched after the first page, the doors to what is drawn by them, and what is shown while
//! they are on their way.
//!
//! The built site is split at the functions that stand in `part!` (`scripts/site/program.mjs` does it);
//! a debug build is whole, and they are there at once. `later` is all that the pages need: what they share travels once, and
//! they pack smaller together; the style sheet of what they draw comes with it. `seldom` is what few people need; it is fetched when it is used, behind `later`.

use std::cell::Cell;
use std::pin::Pin;
use std::thread::LocalKey;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::SplitLoaderError;

use super::focus::{focus_in_place, has_focus};
use super::views::{live, on_click};
use crate::words::{Said, problems};

/// Puts a function, and all that only it needs, into a part of the program. It becomes `async`: the first call fetches
/// the part, and a failure to do so comes out as the function's own error.
macro_rules! part {
    ($part:ident: $(#[$doc:meta])* $visible:vis fn $name:ident($($given:ident: $type:ty),* $(,)?) -> $answer:ty $body:block) => {
        $(#[$doc])*
        #[cfg(in_parts)]
        #[wasm_split_helpers::wasm_split($part, fallible)]
        $visible fn $name($($given: $type),*) -> $answer $body

        $(#[$doc])*
        #[cfg(not(in_parts))]
        #[allow(clippy::unused_async)]
        $visible async fn $name($($given: $type),*) -> $answer $body
    };
}
pub(super) use part;

/// The part did not arrive. Nothing else is lost; the next call tries again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartMissing;

impl Said for PartMissing {
    fn said(&self) -> String {
        problems::part_missing().to_owned()
    }
}

impl From<SplitLoaderError> for PartMissing {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Draws something where it is called.
pub type Draw = fn() -> AnyView;

/// The way to something that the later part draws: a page, or what stands on one.
#[derive(Clone, Copy)]
pub struct Door {
    /// What draws it, once it was fetched: it is there at once when it is shown again.
    draw: &'static LocalKey<Cell<Option<Draw>>>,
    fetch: fn() -> Fetching,
}

type Fetching = Pin<Box<dyn Future<Output = Result<Draw, PartMissing>>>>;

/// Puts a component that takes nothing into the later part, behind a door: `door!(pub page: HistoryPage)`; into another
/// part by its name: `door!(pub page: HistoryPage in seldom)`.
macro_rules! door {
    ($(#[$doc:meta])* $visible:vis $name:ident: $component:ident) => {
        $crate::web::part::door! { $(#[$doc])* $visible $name: $component in later }
    };
    ($(#[$doc:meta])* $visible:vis $name:ident: $component:ident in $part:ident) => {
        $(#[$doc])*
        $visible fn $name() -> $crate::web::part::Door {
            use $crate::web::part::{Door, Draw, PartMissing, part};
            thread_local! {
                static DRAW: std::cell::Cell<Option<Draw>> = const { std::cell::Cell::new(None) };
            }
            part! { $part:
                fn $name() -> Result<Draw, PartMissing> {
                    Ok(|| leptos::prelude::IntoAny::into_any($component()))
                }
            }
            Door::new(&DRAW, || Box::pin($name()))
        }
    };
}
pub(super) use door;

thread_local! {
    /// Whether the later part is here.
    static IS_HERE: Cell<bool> = const { Cell::new(false) };
}

impl Door {
    /// For `door!` alone.
    pub fn new(draw: &'static LocalKey<Cell<Option<Draw>>>, fetch: fn() -> Fetching) -> Self {
        Self { draw, fetch }
    }

    /// Fetches what draws this, and all that comes with it.
    ///
    /// # Errors
    /// [`PartMissing`].
    pub async fn fetch(self) -> Result<Draw, PartMissing> {
        if let Some(draw) = self.draw.get() {
            return Ok(draw);
        }
        let draw = (self.fetch)().await?;
        self.draw.set(Some(draw));
        IS_HERE.set(true);
        Ok(draw)
    }
}

/// How long the first page has the phone to itself before the rest of the app is fetched.
pub const REST_AFTER: Duration = Duration::from_secs(1);

/// Shows what stands behind a door, fetched first where it is not at hand.
#[component]
pub fn Deferred(
    /// The way to it.
    door: Door,
    /// Of a page: the heading that stands there until the page brings its own. What is part of a page has none.
    #[prop(optional, into)]
    heading: Option<&'static str>,
) -> impl IntoView {
    let drawn = RwSignal::new(door.draw.get().map(Ok::<Draw, PartMissing>));
    let fetch = move || {
        spawn_local(async move {
            let outcome = door.fetch().await;
            // The page may have been left while it loaded.
            let had_focus = has_focus("main .page-late :is(h1, button)");
            if drawn.try_set(Some(outcome)).is_none() && had_focus {
                request_animation_frame(|| focus_in_place("main h1"));
            }
        });
    };
    if drawn.get_untracked().is_none() {
        // A page is asked for; what stands on one comes with it where its part is here already, and moves nothing later.
        if heading.is_some() || IS_HERE.get() {
            fetch();
        } else {
            // The page around it comes first.
            set_timeout(fetch, REST_AFTER);
        }
    }
    live(move || match drawn.get() {
        Some(Ok(draw)) => draw(),
        Some(Err(why)) => missing(heading, why, fetch),
        None => on_its_way(heading),
    })
}

/// A page's heading, until the page comes. What is only part of a page comes without a sign.
fn on_its_way(heading: Option<&'static str>) -> AnyView {
    let Some(heading) = heading else {
        return ().into_any();
    };
    view! {
        <div class="page page-late stack" aria-busy="true">
            <h1 class="soft" tabindex="-1">
                {heading}
            </h1>
        </div>
    }
    .into_any()
}

/// What stands in place of something that did not arrive, and the way on.
fn missing(heading: Option<&'static str>, why: PartMissing, again: impl Fn() + 'static) -> AnyView {
    let said = view! {
        <p class="notice" role="alert">
            {why.said()}
        </p>
        <p>
            <button type="button" class="button" on:click=on_click(again)>
                {problems::try_again()}
            </button>
        </p>
    }
    .into_any();
    match heading {
        Some(heading) => view! {
            <div class="page page-late stack">
                <h1 tabindex="-1">{heading}</h1>
                {said}
            </div>
        }
        .into_any(),
        None => said,
    }
}
