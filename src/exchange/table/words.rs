//! What is said of a table that can't be read, and of what is left out of one.

use super::error::{NoTable, TableError};
use super::shape::{MAX_COLUMNS, MAX_ROWS, Program, Reason, Why};
use crate::exchange::backup::MAX_MEGABYTES;
use crate::exchange::decode::DecodeError;
use crate::exchange::words::what_it_is;
use crate::words::{Said, tables};

impl Said for TableError {
    fn said(&self) -> String {
        let word = match self {
            Self::TooLarge => return tables::too_large(MAX_MEGABYTES),
            Self::TooManyRows => return tables::too_many_rows(MAX_ROWS),
            Self::TooManyColumns => return tables::too_many_columns(MAX_COLUMNS),
            Self::OpenQuote(line) => return tables::open_quote(*line),
            Self::NoDate => return tables::no_date("date"),
            Self::Other(kind) => return tables::table_is_meant(what_it_is(*kind)),
            Self::NotText(DecodeError::Truncated) => tables::cut_off(),
            Self::NotText(_) => tables::not_text(),
            Self::Empty => tables::empty(),
            Self::NoRows => tables::no_rows(),
            Self::Backup => tables::backup(),
            Self::NothingPacked => tables::nothing_packed(),
            Self::Locked => tables::locked(),
            Self::Damaged => tables::damaged(),
            Self::Program(NoTable::Json) => tables::is_json(),
            Self::Program(NoTable::AppleHealth) => tables::is_apple_health(),
            Self::Program(NoTable::OldExcel) => tables::is_old_excel(),
            Self::Program(NoTable::OpenDocument) => tables::is_open_document(),
            Self::Program(NoTable::Document) => tables::is_text_document(),
            Self::Program(NoTable::DaylioBackup) => tables::is_daylio_backup(),
        };
        word.to_owned()
    }
}

/// The name of the program, as days that come from it are marked.
impl Said for Program {
    fn said(&self) -> String {
        let word = match self {
            Self::Own => tables::program_own(),
            Self::Bearable => tables::program_bearable(),
            Self::Daylio => tables::program_daylio(),
            Self::MigraineBuddy => tables::program_migraine_buddy(),
            Self::TrackAndGraph => tables::program_track_and_graph(),
            Self::MedTimer => tables::program_med_timer(),
            Self::Visible => tables::program_visible(),
            Self::Flaredown => tables::program_flaredown(),
            Self::EMoods => tables::program_e_moods(),
            Self::GoogleForms => tables::program_google_forms(),
            Self::Fitbit => tables::program_fitbit(),
            Self::Oura => tables::program_oura(),
            Self::Samsung => tables::program_samsung(),
            Self::Nomie => tables::program_nomie(),
            Self::DailyYou => tables::program_daily_you(),
            Self::Other => tables::program_other(),
            Self::Sheet => tables::program_sheet(),
        };
        word.to_owned()
    }
}

/// Why a cell or a row is left out, for a line of a list: "not a number".
impl Said for Reason {
    fn said(&self) -> String {
        let word = match self {
            Self::OffScale { least, most } => return tables::reason_off_scale(*least, *most),
            Self::NotANumber => tables::reason_not_a_number(),
            Self::ScaleNotSaid => tables::reason_scale_not_said(),
            Self::ZeroNotSaid => tables::reason_zero_not_said(),
            Self::OtherWord => tables::reason_other_word(),
            Self::NotYesOrNo => tables::reason_not_yes_or_no(),
            Self::NotACount => tables::reason_not_a_count(),
            Self::NotADose => tables::reason_not_a_dose(),
            Self::UnitNotSaid => tables::reason_unit_not_said(),
            Self::NotAnInstant => tables::reason_not_an_instant(),
            Self::TagTooLong => tables::reason_tag_too_long(),
            Self::NoteTooLong => tables::reason_note_too_long(),
            Self::NoDate => tables::reason_no_date(),
            Self::NotADate => tables::reason_not_a_date(),
            Self::DayOrMonth => tables::reason_day_or_month(),
            Self::DatesDisagree => tables::reason_dates_disagree(),
            Self::OutOfTime => tables::reason_out_of_time(),
            Self::MoreCells => tables::reason_more_cells(),
            Self::NotTaken => tables::reason_not_taken(),
            Self::TooManyOwn => tables::reason_too_many_own(),
            Self::NotAName => tables::reason_not_a_name(),
        };
        word.to_owned()
    }
}

/// Why nothing is taken of a field, for a line of a list: "hours, which are no rating".
impl Said for Why {
    fn said(&self) -> String {
        let word = match self {
            Self::SameAs(name) => return tables::why_same_as(name),
            Self::Empty => tables::why_empty(),
            Self::Unknown => tables::why_unknown(),
            Self::Weekday => tables::why_weekday(),
            Self::Technical => tables::why_technical(),
            Self::Measured => tables::why_measured(),
            Self::Hours => tables::why_hours(),
            Self::OtherMedicine => tables::why_other_medicine(),
            Self::OtherTime => tables::why_other_time(),
            Self::WorkedOut => tables::why_worked_out(),
            Self::TooManyOwn => tables::why_too_many_own(),
            Self::NotWanted => tables::why_not_wanted(),
        };
        word.to_owned()
    }
}
