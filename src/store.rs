//! Where the diary is kept: one record a day and one for each other thing, in two stores behind ports of plain text.
//!
//! * [`text_store`], [`durable_store`]: the ports to the local store and to the second one. Text under keys, no diaries.
//! * [`key`], [`record`]: what a piece is called, and what stands there: revision, time, schema, checksum and body.
//! * [`piece`]: a piece of the diary as a value: all that lies between reading a record and writing it.
//! * [`keeper`]: opening a diary from the two, and putting changes back, without ever losing what can't be read.
//! * [`LastImport`]: what one step back from an import needs.
//! * [`Census`], [`deletion`], [`mod@backup_due`]: whether something is missing, was deleted, or is in no backup yet.
//! * [`memory`]: both stores in memory, failing in the ways that browsers do, for tests.

pub mod backup_due;
mod backup_note;
mod census;
pub mod deletion;
pub mod durable_store;
pub mod keeper;
pub mod key;
mod last_import;
pub mod memory;
mod merge;
mod migration;
pub mod names;
pub mod piece;
pub mod record;
mod resolve;
pub mod text_store;
mod unreadable;

pub use backup_due::{BackupDue, backup_due};
pub use backup_note::BackupNote;
pub use census::Census;
pub use durable_store::{DurableStore, Texts};
pub use keeper::{Healed, KeepError, Keeper, Kept, Opened, Piece, SetAside, Undeleted};
pub use key::Key;
pub use last_import::LastImport;
pub use piece::Body;
pub use record::{Before, Record};
pub use text_store::{StoreError, TextStore};
pub use unreadable::{RecordError, Unreadable};
