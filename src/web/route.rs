//! The pages: their addresses, names and signs, each said once.

use chrono::NaiveDate;

use crate::words::{self, controls};

/// A page that has an address of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The check-in of a day.
    Today,
    /// The days that were.
    History,
    /// The story of all days.
    Charts,
    /// What is compared.
    Results,
    /// What the doctor gets.
    Report,
    /// Phases and doses.
    Treatment,
    /// What is asked, and how it looks.
    Settings,
    /// Backup, files, deletion.
    Backup,
    /// Where a pharmacist draws a trial of one, on a computer that has no diary.
    Pharmacist,
    /// Dates with the doctor, and what was decided there.
    Visit,
}

impl Route {
    /// All of them, in the order of the bar; what stands in none is last.
    const ALL: [Self; 10] = [
        Self::Today,
        Self::History,
        Self::Charts,
        Self::Results,
        Self::Report,
        Self::Treatment,
        Self::Settings,
        Self::Backup,
        Self::Pharmacist,
        Self::Visit,
    ];

    /// Those that the bar reaches, in its order.
    pub fn in_bar() -> &'static [Self] {
        &Self::ALL[..8]
    }

    /// The page at a path, with or without a slash at its end.
    pub fn at(path: &str) -> Option<Self> {
        let path = path.trim_end_matches('/');
        Self::ALL
            .into_iter()
            .find(|route| route.path().trim_end_matches('/') == path)
    }

    /// Its path.
    pub fn path(self) -> &'static str {
        match self {
            Self::Today => "/",
            Self::History => "/history",
            Self::Charts => "/charts",
            Self::Results => "/results",
            Self::Report => "/report",
            Self::Treatment => "/treatment",
            Self::Settings => "/settings",
            Self::Backup => "/backup",
            Self::Pharmacist => "/pharmacist",
            Self::Visit => "/visit",
        }
    }

    /// Its address with a query: `day=2026-11-29`.
    pub fn with(self, query: &str) -> String {
        [self.path(), "?", query].concat()
    }

    /// The address of the check-in of a day.
    pub fn day(date: NaiveDate) -> String {
        Self::Today.with(&["day=", &date.to_string()].concat())
    }

    /// Its name in the bar.
    pub fn name(self) -> &'static str {
        match self {
            Self::Today => controls::today(),
            Self::History => controls::history(),
            Self::Charts => controls::charts(),
            Self::Results => controls::results(),
            Self::Report => controls::report(),
            Self::Treatment => controls::treatment(),
            Self::Settings => controls::settings(),
            Self::Backup => controls::backup(),
            Self::Pharmacist => words::pharmacist::title(),
            Self::Visit => words::visit::title(),
        }
    }

    /// Its heading. That of today is its date, and stands on the page.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Report => words::report::title(),
            Self::Backup => words::backup::title(),
            other => other.name(),
        }
    }

    /// Its sign in the bar: one path on a grid of 24 by 24, drawn as a line.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Today => "M4 6h16M4 12h16M4 18h10",
            Self::History => "M4 5h16v15H4zM4 10h16M9 3v4M15 3v4",
            Self::Charts => "M3 17l6-7 5 4 7-9",
            Self::Results => "M6 20V10M12 20V4M18 20v-7",
            Self::Report => "M6 3h9l4 4v14H6zM9 12h7M9 16h7M9 8h3",
            Self::Treatment => "M3 17h6v-5h6V7h6",
            Self::Settings => {
                "M4 7h8M18 7h2M4 17h2M12 17h8M12 7a3 3 0 1 0 6 0 3 3 0 1 0-6 0M6 17a3 3 0 1 0 6 0 3 3 0 1 0-6 0"
            }
            Self::Backup => "M12 4v11M7 10l5 5 5-5M5 20h14",
            Self::Pharmacist | Self::Visit => "",
        }
    }
}
