//! What everything is called that this app keeps in the browser, in one place: `scripts/lib/names.mjs` reads this file for
//! the rescue page and the tests, and a test looks that no script says another name.

/// How the name of everything begins, part of the diary or not.
pub const OURS: &str = "ldn-diary";
/// How the name of every record of the diary begins.
pub const RECORDS: &str = "ldn-diary/";
/// In both stores: that everything was deleted.
pub const DELETED: &str = "ldn-diary-deleted";
/// In both stores and in a cache: how many days are kept.
pub const CENSUS: &str = "ldn-diary-census";
/// In the local store: the note on backup files.
pub const BACKUP_NOTE: &str = "ldn-diary-backup";
/// In the durable store alone, which has room for it: the diary from before it was replaced.
pub const SAFETY_COPY: &str = "ldn-diary-safety-copy";
/// In the durable store alone: what the last import changed, before and after.
pub const LAST_IMPORT: &str = "ldn-diary-last-import";
/// In the local store: theme and text size.
pub const LOOK: &str = "ldn-diary-look";
/// In the local store: that the way onto the home screen was put away.
pub const INSTALL_PUT_AWAY: &str = "ldn-diary-install-put-away";
/// In the local store: the bottles of trials of one for which the question at their end was put away.
pub const GUESSES_PUT_AWAY: &str = "ldn-diary-guesses-put-away";
/// In the local store, with the address and the field after it: what is typed into a form and not given yet.
pub const UNFINISHED: &str = "ldn-diary-unfinished";
/// In the local store, for a moment: whether it can be written to.
pub const PROBE: &str = "ldn-diary-probe";
/// In a tab, through a reload: that everything was deleted.
pub const EMPTIED: &str = "ldn-diary-emptied";
/// In a tab, through a reload: that the sample is open.
pub const SAMPLE_OPEN: &str = "ldn-diary-sample-open";
/// In a tab: that the start was tried once more.
pub const START_TRIED: &str = "ldn-diary-start-tried";
/// A cache: what the service worker remembers.
pub const WORKER_CACHE: &str = "ldn-diary-worker";
/// Caches, with the version after it: the files of the app.
pub const VERSION_CACHES: &str = "ldn-diary-version-";
/// A cache, for a moment: whether there is room.
pub const ROOM_CACHE: &str = "ldn-diary-room";
