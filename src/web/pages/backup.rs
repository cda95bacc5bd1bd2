//! The patient's copies of the diary, how safe it is in this browser, and taking it out for good.

pub mod deletion;
pub mod save;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

pub use self::deletion::DeleteEverythingSection;
use self::save::SaveBackup;
use super::import::{BringAlong, TakeBack};
use super::save_line::SaveLine;
use super::title::Title;
use crate::store::BackupDue;
use crate::web::components::marked::Marked;
use crate::web::focus::focus;
use crate::web::lasting;
use crate::web::part::{Deferred, door};
use crate::web::route::Route;
use crate::web::state::{AppState, Keeping, LateStore, SafetyCopy};
use crate::web::views::{Memo, live_option, live_while, on_click};
use crate::words::{Decimal, Said as _, backup as words, bring, dates};

/// The headings, to which the focus goes from what is gone.
const BACKUP_ID: &str = "backup";
const STORAGE_ID: &str = "storage";

door! {
    /// The way to this page.
    pub page: BackupPage
}

/// Backup, storage and deletion on a page of their own; the settings show the same sections.
#[component]
pub fn BackupPage() -> impl IntoView {
    view! {
        <div class="page stack" data-gap="large">
            <Title text=Route::Backup.heading() />
            <BackupSection />
            <StorageSection />
            <DeleteEverythingSection />
            <SaveLine />
        </div>
    }
}

/// Making a backup, importing one, and the safety copy.
#[component]
pub fn BackupSection() -> impl IntoView {
    let state = expect_context::<AppState>();
    let last = move || match state.last_backup() {
        Some(at) => words::last(at.date_naive(), &dates::time(at)),
        None => words::none_yet().into(),
    };
    view! {
        <section class="stack" aria-label=words::backup()>
            <h2 id=BACKUP_ID tabindex="-1">{words::backup()}</h2>
            <p>
                {words::what_it_is()}
            </p>
            <p class="soft">{last}</p>
            <SaveBackup />
            <h3>{bring::bring_along()}</h3>
            <BringAlong />
            <TakeBack />
            <SafetyCopySection />
        </section>
    }
}

/// The diary from before it was last replaced, where there is one.
#[component]
pub fn SafetyCopySection() -> impl IntoView {
    let state = expect_context::<AppState>();
    let copy = RwSignal::new(None::<SafetyCopy>);
    let look = move || spawn_local(async move { copy.set(state.safety_copy().await) });
    look();
    let problem = RwSignal::new(None::<String>);
    let restore = move |_| {
        let Some(there) = copy.get_untracked() else { return };
        spawn_local(async move {
            match state.replace(there.diary, &there.marks).await {
                Ok(()) => {
                    state.begin_anew();
                    look();
                    focus(BACKUP_ID);
                }
                Err(why) => problem.set(Some(why.said())),
            }
        });
    };
    move || {
        copy.get().map(|there| {
            let days = there.diary.days().len();
            let holds = match there.at {
                Some(at) => words::safety_copy_holds_since(at.date_naive(), &dates::time(at), days),
                None => words::safety_copy_holds(days),
            };
            view! {
                <section class="card stack" data-gap="small" aria-label=words::safety_copy()>
                    <p>
                        {holds}
                    </p>
                    <p>
                        <button type="button" class="button" on:click=restore>
                            {words::safety_copy_bring_back()}
                        </button>
                    </p>
                    {move || problem.get().map(|text| view! { <p class="notice" role="alert">{text}</p> })}
                </section>
            }
        })
    }
}

/// How long the browser keeps the diary, by its own word.
#[component]
pub fn StorageSection() -> impl IntoView {
    let state = expect_context::<AppState>();
    let used = RwSignal::new(None::<f64>);
    spawn_local(async move { used.set(lasting::share_used().await) });
    let promised = move || state.keeping.with(|keeping| keeping.promised);
    let said = move || match promised() {
        Some(true) => words::promised(),
        Some(false) => words::not_promised(),
        None => words::says_nothing(),
    };
    let kept = move || state.keeping.with(where_it_is_kept);
    let room = move || {
        // A store that takes no more says more than the sum of both.
        let full = state
            .keeping
            .with(|keeping| keeping.one_store.is_some() || keeping.blocked.is_some());
        used.get()
            .filter(|_| !full)
            .map(|share| words::share_used(Decimal::of((share * 100.0).ceil(), 0)))
    };
    // The button goes where the browser has promised, and the focus with it.
    let ask = move |_| {
        spawn_local(async move {
            state.ask_for_promise().await;
            if untrack(promised) != Some(false) {
                focus(STORAGE_ID);
            }
        });
    };
    view! {
        <section class="stack" data-gap="small" aria-label=words::storage()>
            <h2 id=STORAGE_ID tabindex="-1">{words::storage()}</h2>
            <p>{kept}</p>
            <p>{said}</p>
            <p class="soft">{room}</p>
            <Show when=move || promised() == Some(false)>
                <p>
                    <button type="button" class="button" on:click=ask>
                        {words::ask_to_keep()}
                    </button>
                </p>
            </Show>
            <p>
                <Marked text=words::rescue_page() href="/rescue.html" />
            </p>
        </section>
    }
}

/// In how many places the diary is kept now.
fn where_it_is_kept(keeping: &Keeping) -> &'static str {
    if keeping.blocked.is_some() || keeping.late == Some(LateStore::KeepsNothing) {
        words::kept_nowhere()
    } else if keeping.one_store.is_some() || keeping.late.is_some() {
        words::kept_once()
    } else {
        words::kept_twice()
    }
}

/// The place of the line that reminds of a backup.
#[component]
pub fn BackupReminder() -> impl IntoView {
    let state = expect_context::<AppState>();
    live_while(
        move || reminds(state).is_some(),
        || view! { <Deferred door=reminder_line() /> }.into_any(),
    )
}

fn reminds(state: AppState) -> Option<BackupDue> {
    if state.in_sample() { None } else { state.backup_due() }
}

door! {
    /// The way to it.
    pub reminder_line: ReminderLine
}

/// One line, when much would be lost; it can be put away.
#[component]
pub fn ReminderLine() -> impl IntoView {
    let state = expect_context::<AppState>();
    let due = Memo::new(move || reminds(state));
    live_option(move || {
        due.get().map(|due| {
            view! {
                <aside class="notices" aria-label=words::reminder()>
                    <p class="notice cluster" data-kind="plain">
                        <span>{reminder(due)}</span>
                        <a class="button" data-kind="quiet" href=Route::Backup.path()>
                            {words::make()}
                        </a>
                        <button type="button" class="button" data-kind="quiet" on:click=on_click(move || state.dismiss_reminder())>
                            {words::not_now()}
                        </button>
                    </p>
                </aside>
            }
            .into_any()
        })
    })
}

fn reminder(due: BackupDue) -> String {
    if due.has_backup {
        words::in_no_backup(due.entries)
    } else {
        words::here_alone(due.entries)
    }
}
