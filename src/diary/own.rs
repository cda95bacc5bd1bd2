//! What the patient added to the items and side effects.

use super::id::OwnId;
use super::item::Direction;
use super::name::Name;
use super::unknown::Unknown;

/// An item that the patient added, with its name and its better end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnItem {
    /// Its name in files.
    pub id: OwnId,
    /// Its name on screen.
    pub name: Name,
    /// Which end of its scale is the better one.
    pub better: Direction,
    /// No longer asked; what was recorded stays.
    pub archived: bool,
    /// Fields of another version.
    pub unknown: Unknown,
}

/// A side effect that the patient added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSideEffect {
    /// Its name in files.
    pub id: OwnId,
    /// Its name on screen.
    pub name: Name,
    /// No longer asked; what was recorded stays.
    pub archived: bool,
    /// Fields of another version.
    pub unknown: Unknown,
}
