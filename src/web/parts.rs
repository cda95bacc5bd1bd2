//! The parts of the program that are fetched after the first page, and how a part is shown while it is on its way.
//!
//! The built site is split at the functions that stand in `part!` (`scripts/site/program.mjs` does it);
//! a debug build is whole, and they are there at once.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::SplitLoaderError;

use super::focus::{focus_in_place, has_focus};
use super::pages::{
    backup, charts, history, import, install, new_version, not_found, notices, recovery, report, results, settings,
    treatment,
};
use super::views::{live, on_click};
use crate::words::{self, Said, controls, problems};

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
type Draw = fn() -> AnyView;

/// What is drawn by a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// The page at `/history`.
    History,
    /// The page at `/treatment`.
    Treatment,
    /// The page at `/settings`.
    Settings,
    /// The page at `/backup`.
    Backup,
    /// What stands in place of every page where the diary is lost.
    Recovery,
    /// The page at an address that leads nowhere.
    NotFound,
    /// On the first visit: the sample, and importing a backup.
    OtherBeginnings,
    /// What can be done with records that could not be read.
    SetAside,
    /// A new version of the app waits.
    NewVersion,
    /// Much is in no backup.
    BackupReminder,
    /// The way onto the home screen.
    InstallHint,
    /// The way back for a day that was deleted.
    UndoDelete,
    /// The page at `/charts`.
    Charts,
    /// The page at `/results`.
    Results,
    /// The page at `/report`.
    Report,
}

impl Piece {
    /// How many there are; the last is [`Piece::Report`].
    const COUNT: usize = Self::Report as usize + 1;

    /// The heading that stands there until the page brings its own; none where it is part of a page.
    fn heading(self) -> Option<&'static str> {
        Some(match self {
            Self::History => controls::history(),
            Self::Treatment => controls::treatment(),
            Self::Settings => controls::settings(),
            Self::Backup => words::backup::title(),
            Self::Recovery => controls::your_diary(),
            Self::NotFound => controls::not_found(),
            Self::Charts => controls::charts(),
            Self::Results => controls::results(),
            Self::Report => words::report::title(),
            _ => return None,
        })
    }

    /// Fetches what draws this.
    async fn fetch(self) -> Result<Draw, PartMissing> {
        if let Some(draw) = self.at_hand() {
            return Ok(draw);
        }
        let draw = later_piece(self).await?;
        let mut at_hand = AT_HAND.get();
        at_hand[self as usize] = Some(draw);
        AT_HAND.set(at_hand);
        Ok(draw)
    }

    fn at_hand(self) -> Option<Draw> {
        AT_HAND.get()[self as usize]
    }
}

thread_local! {
    /// What has been fetched, so that a page is there at once when it is shown again.
    static AT_HAND: Cell<[Option<Draw>; Piece::COUNT]> = const { Cell::new([None; Piece::COUNT]) };
}

part! { later:
    /// Everything but the first page. One part: what the pages share travels once, and they pack smaller together.
    fn later_piece(piece: Piece) -> Result<Draw, PartMissing> {
        Ok(match piece {
            Piece::History => || view! { <history::HistoryPage /> }.into_any(),
            Piece::Treatment => || view! { <treatment::TreatmentPage /> }.into_any(),
            Piece::Settings => || view! { <settings::SettingsPage /> }.into_any(),
            Piece::Backup => || view! { <backup::BackupPage /> }.into_any(),
            Piece::Recovery => || view! { <recovery::RecoveryPage /> }.into_any(),
            Piece::NotFound => || view! { <not_found::NotFoundPage /> }.into_any(),
            Piece::OtherBeginnings => || view! { <import::OtherBeginnings /> }.into_any(),
            Piece::SetAside => || view! { <notices::SetAsideNotice /> }.into_any(),
            Piece::NewVersion => || view! { <new_version::NewVersionNotice /> }.into_any(),
            Piece::BackupReminder => || view! { <backup::ReminderLine /> }.into_any(),
            Piece::InstallHint => || view! { <install::InstallHint /> }.into_any(),
            Piece::UndoDelete => || view! { <history::undo::UndoOnDay /> }.into_any(),
            Piece::Charts => || view! { <charts::ChartsPage /> }.into_any(),
            Piece::Results => || view! { <results::ResultsPage /> }.into_any(),
            Piece::Report => || view! { <report::ReportPage /> }.into_any(),
        })
    }
}

/// How long the first page has the phone to itself before the rest of the app is fetched.
pub const REST_AFTER: Duration = Duration::from_secs(1);

/// Fetches the rest, by one piece of it: while the first page is being read the others come near.
pub async fn fetch_all() {
    // Where it does not arrive, its page says so when it is opened.
    _ = Piece::History.fetch().await;
}

/// Shows a piece, fetched first where it is not at hand.
#[component]
pub fn Late(
    /// What to show.
    piece: Piece,
) -> impl IntoView {
    let drawn = RwSignal::new(piece.at_hand().map(Ok::<Draw, PartMissing>));
    let fetch = move || {
        spawn_local(async move {
            let outcome = piece.fetch().await;
            // The page may have been left while it loaded.
            let had_focus = has_focus("main .page-late :is(h1, button)");
            if drawn.try_set(Some(outcome)).is_none() && had_focus {
                request_animation_frame(|| focus_in_place("main h1"));
            }
        });
    };
    if drawn.get_untracked().is_none() {
        match piece.heading() {
            Some(_) => fetch(),
            // Its part is here already: it comes with the page, and moves nothing later.
            None if Piece::History.at_hand().is_some() => fetch(),
            // The page around it comes first.
            None => set_timeout(fetch, REST_AFTER),
        }
    }
    live(move || match drawn.get() {
        Some(Ok(draw)) => draw(),
        Some(Err(why)) => missing(piece, why, fetch),
        None => on_its_way(piece),
    })
}

/// A page's heading, until the page comes. What is only part of a page comes without a sign.
fn on_its_way(piece: Piece) -> AnyView {
    let Some(heading) = piece.heading() else {
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
fn missing(piece: Piece, why: PartMissing, again: impl Fn() + 'static) -> AnyView {
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
    match piece.heading() {
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
