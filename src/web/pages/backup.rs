//! The patient's copies of the diary, how safe it is in this browser, and taking it out for good.

pub mod deletion;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

pub use self::deletion::DeleteEverythingSection;
use super::import::ImportBackup;
use super::title::Title;
use super::today::save_line::SaveLine;
use crate::store::BackupDue;
use crate::web::parts::{Late, Piece};
use crate::web::state::{AppState, Keeping, LateStore, SafetyCopy};
use crate::web::views::{live_option, live_while, on_click};
use crate::web::{clock, dates, files, lasting};

/// Backup, storage and deletion on a page of their own; the settings show the same sections.
#[component]
pub fn BackupPage() -> impl IntoView {
    view! {
        <div class="page stack" data-gap="large">
            <Title text="Backup and storage" />
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
        Some(at) => format!(
            "Your last backup is from {}, {}.",
            dates::full_date(at.date_naive()),
            dates::time(at)
        ),
        None => "You have not made a backup yet.".into(),
    };
    view! {
        <section class="stack" aria-label="Backup">
            <h2 id="backup">"Backup"</h2>
            <p>
                "A backup is one file that holds your whole diary. Keep it outside this device, as in a cloud folder or a mail to yourself: a lost phone or a cleared browser takes the diary with it."
            </p>
            <p class="soft">{last}</p>
            <SaveBackup />
            <h3>"Bring back a backup"</h3>
            <ImportBackup />
            <SafetyCopySection />
        </section>
    }
}

/// Hands the file over, and asks whether it arrived: only then it counts.
#[component]
pub fn SaveBackup() -> impl IntoView {
    let state = expect_context::<AppState>();
    let waiting = RwSignal::new(None);
    let problem = RwSignal::new(None::<&'static str>);
    let made = move || {
        problem.set(None);
        state.backup_file()
    };
    let download = move || {
        let (name, text) = made();
        match files::download(&name, "application/json", &text) {
            Ok(()) => waiting.set(Some(clock::now())),
            Err(_) => problem.set(Some(
                "The browser did not take the file. Try again, or use another browser.",
            )),
        }
    };
    let share = move || {
        let (name, text) = made();
        spawn_local(async move {
            match files::share(&name, text).await {
                Ok(true) => waiting.set(Some(clock::now())),
                Ok(false) => {}
                Err(_) => problem.set(Some("The file could not be shared. Download it instead.")),
            }
        });
    };
    let can_share = files::can_share();
    view! {
        <div class="stack" data-gap="small">
            <p class="cluster">
                <button
                    type="button"
                    class="button"
                    data-kind="main"
                    on:click=move |_| if can_share { share() } else { download() }
                >
                    "Save a backup"
                </button>
                {can_share
                    .then(|| {
                        view! {
                            <button type="button" class="button" on:click=move |_| download()>
                                "Download it instead"
                            </button>
                        }
                    })}
            </p>
            {move || problem.get().map(|text| view! { <p class="notice" role="alert">{text}</p> })}
            {move || waiting.get().map(|made_at| view! { <DidItArrive made_at=made_at waiting=waiting /> })}
        </div>
    }
}

/// Browsers don't tell whether a file was really saved; the patient does.
#[component]
fn DidItArrive(
    /// When the file was made.
    made_at: chrono::DateTime<chrono::FixedOffset>,
    /// Emptied when the question is answered.
    waiting: RwSignal<Option<chrono::DateTime<chrono::FixedOffset>>>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let arrived = move |_| {
        state.backup_arrived(made_at);
        waiting.set(None);
    };
    view! {
        <section class="card stack" data-gap="small" aria-label="Did the file arrive?">
            <p>
                <strong>"Did the file arrive? "</strong>
                "Look where you saved it. It counts as a backup once you have seen it there."
            </p>
            <p class="cluster">
                <button type="button" class="button" data-kind="main" on:click=arrived>
                    "It arrived"
                </button>
                <button type="button" class="button" on:click=move |_| waiting.set(None)>
                    "It did not"
                </button>
            </p>
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
                }
                Err(why) => problem.set(Some(why)),
            }
        });
    };
    move || {
        copy.get().map(|there| {
            let when = there.at.map(|at| format!(" on {}, {}", dates::full_date(at.date_naive()), dates::time(at)));
            let count = dates::days(there.diary.days().len());
            view! {
                <section class="card stack" data-gap="small" aria-label="Safety copy">
                    <p>
                        {format!("Your diary as it was before it was replaced{} is kept here: {count}.", when.unwrap_or_default())}
                    </p>
                    <p>
                        <button type="button" class="button" on:click=restore>
                            "Bring it back"
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
        Some(true) => "This browser has promised to keep your diary until you delete it.",
        Some(false) => {
            "This browser has not promised to keep your diary: it may clear it when the device runs short of space, or after a time without a visit. Adding the app to the home screen helps; a backup helps more."
        }
        None => "This browser does not say how long it keeps your diary. Make backups.",
    };
    let kept = move || state.keeping.with(where_it_is_kept);
    let room = move || {
        // A store that takes no more says more than the sum of both.
        let full = state
            .keeping
            .with(|keeping| keeping.one_store.is_some() || keeping.blocked.is_some());
        used.get().filter(|_| !full).map(|share| {
            let percent = (share * 100.0).ceil();
            format!("It uses less than {percent} % of the room that the browser allows.")
        })
    };
    view! {
        <section class="stack" data-gap="small" aria-label="Storage">
            <h2 id="storage">"Storage"</h2>
            <p>{kept}</p>
            <p>{said}</p>
            <p class="soft">{room}</p>
            <Show when=move || promised() == Some(false)>
                <p>
                    <button type="button" class="button" on:click=move |_| spawn_local(state.ask_for_promise())>
                        "Ask the browser to keep it"
                    </button>
                </p>
            </Show>
            <p>
                <a href="/rescue.html" rel="external">"The rescue page"</a>
                " saves what the browser holds even when the app does not start."
            </p>
        </section>
    }
}

/// In how many places the diary is kept now.
fn where_it_is_kept(keeping: &Keeping) -> &'static str {
    if keeping.blocked.is_some() || keeping.late == Some(LateStore::KeepsNothing) {
        "Nothing is kept at the moment: this browser does not let the diary use its stores."
    } else if keeping.one_store.is_some() || keeping.late.is_some() {
        "Your diary is kept on this device alone, at the moment in one of two stores of this browser."
    } else {
        "Your diary is kept on this device alone, twice, in two stores of this browser that heal each other."
    }
}

/// The place of the line that reminds of a backup.
#[component]
pub fn BackupReminder() -> impl IntoView {
    let state = expect_context::<AppState>();
    live_while(
        move || reminds(state).is_some(),
        || view! { <Late piece=Piece::BackupReminder /> }.into_any(),
    )
}

fn reminds(state: AppState) -> Option<BackupDue> {
    if state.in_sample() { None } else { state.backup_due() }
}

/// One line, when much would be lost; it can be put away.
#[component]
pub fn ReminderLine() -> impl IntoView {
    let state = expect_context::<AppState>();
    let due = Memo::new(move |_| reminds(state));
    live_option(move || {
        due.get().map(|due| {
            view! {
                <aside class="notices" aria-label="Backup reminder">
                    <p class="notice cluster" data-kind="plain">
                        <span>{reminder(due)}</span>
                        <a class="button" data-kind="quiet" href="/backup">
                            "Make a backup"
                        </a>
                        <button type="button" class="button" data-kind="quiet" on:click=on_click(move || state.dismiss_reminder())>
                            "Not now"
                        </button>
                    </p>
                </aside>
            }
            .into_any()
        })
    })
}

fn reminder(due: BackupDue) -> String {
    let (days, are) = (dates::days(due.entries), if due.entries == 1 { "is" } else { "are" });
    if due.has_backup {
        format!("{days} of your diary {are} in no backup yet.")
    } else {
        format!("{days} of your diary {are} on this device alone.")
    }
}
