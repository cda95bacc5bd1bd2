//! What is said of a file that can't be read, or not all of it.

use super::backup::{BackupError, Counted, MAX_DAYS, MAX_ENTRIES, MAX_MEGABYTES};
use super::decode::DecodeError;
use super::import::TooMuch;
use super::other_file::OtherFile;
use super::problems::{Field, List, Mistake, Place, Problem, Problems};
use super::sealed_order::{CodeError, CodeKind, RevealError};
use crate::diary::{NameError, Rating, StandardItem, StandardSideEffect};
use crate::words::{Said, dates, files as words, names};
use crate::words::{backup, controls, import, problems, settings, today, treatment, trial_of_one as trial};

impl Said for BackupError {
    fn said(&self) -> String {
        match self {
            Self::NotText(error) => error.said(),
            Self::TooLarge => problems::file_too_large(MAX_MEGABYTES),
            Self::Empty => words::empty().to_owned(),
            Self::Rescue => words::of_rescue_page(backup::save()),
            Self::NotOurs => words::not_ours(backup::save()),
            Self::Truncated => words::cut_off().to_owned(),
            Self::Damaged(line) => words::damaged(*line),
            Self::Another(kind) => kind.said(),
            Self::Newer(_) => words::newer().to_owned(),
            Self::TooDeep => words::too_deep().to_owned(),
            Self::TooManyDays => words::too_many_days(MAX_DAYS),
            Self::CountsDiffer { what, announced, found } => match what {
                Counted::Days => words::days_differ(*announced, *found),
                Counted::Phases => words::phases_differ(*announced, *found),
            },
            Self::Problems(found) => [words::mistakes(), &found.said()].join("\n"),
        }
    }
}

impl Said for DecodeError {
    fn said(&self) -> String {
        match self {
            Self::OtherKind(kind) => kind.said(),
            Self::Windows1252(line) => words::windows_1252(*line),
            Self::NotUtf8(line) => words::not_utf_8(*line),
            Self::NoMark => words::utf_16_without_mark().to_owned(),
            Self::NotUtf16(line) => words::not_utf_16(*line),
            Self::Utf32 => words::utf_32().to_owned(),
            Self::Truncated => words::cut_off().to_owned(),
        }
    }
}

impl Said for OtherFile {
    fn said(&self) -> String {
        words::is_meant(what_it_is(*self), backup::save())
    }
}

/// What a file is.
pub(super) fn what_it_is(file: OtherFile) -> &'static str {
    match file {
        OtherFile::Pdf => words::is_pdf(),
        OtherFile::Archive => words::is_archive(),
        OtherFile::Packed => words::is_packed(),
        OtherFile::Picture => words::is_picture(),
        OtherFile::Recording => words::is_recording(),
        OtherFile::Database => words::is_database(),
        OtherFile::Document => words::is_document(),
        OtherFile::WebPage => words::is_web_page(),
        OtherFile::Xml => words::is_xml(),
        OtherFile::Calendar => words::is_calendar(),
        OtherFile::Contacts => words::is_contacts(),
        OtherFile::ClinicRecord => words::is_clinic_record(),
        OtherFile::Analysis => words::is_analysis(),
        OtherFile::Table => words::is_table(),
    }
}

impl Said for TooMuch {
    fn said(&self) -> String {
        match self {
            Self::Days(days) => import::too_many_days(*days, MAX_DAYS),
            Self::OwnThings(own) => import::too_many_own(*own, MAX_ENTRIES),
            Self::Bytes => import::too_large(MAX_MEGABYTES),
        }
    }
}

/// One problem a line, then "and 3 more".
impl Said for Problems {
    fn said(&self) -> String {
        let mut lines: Vec<String> = self.listed().iter().map(Problem::said).collect();
        lines.extend((self.more() > 0).then(|| import::and_more(self.more())));
        lines.join("\n")
    }
}

/// "2 March 2026: Pain: 150 is not on the scale. Give a whole number from 0 to 100."
impl Said for Problem {
    fn said(&self) -> String {
        let (place, mistake) = (self.place.said(), self.what.said());
        match &self.field {
            Some(field) => words::at_field(&place, &field.said(), &mistake),
            None => words::at(&place, &mistake),
        }
    }
}

impl Said for Place {
    fn said(&self) -> String {
        let number = match *self {
            Self::File => return words::the_file().to_owned(),
            Self::Record => return words::this_record().to_owned(),
            Self::Settings => return controls::settings().to_owned(),
            Self::Day(date) => return dates::full(date),
            Self::Entry(_, number) => number,
        };
        match self {
            Self::Entry(List::Phases, _) => words::phase_of_list(number),
            Self::Entry(List::DoseSteps, _) => words::dose_of_list(number),
            Self::Entry(List::Trials, _) => words::trial_of_list(number),
            Self::Entry(List::OwnItems, _) => words::own_item_of_list(number),
            Self::Entry(List::OwnSideEffects, _) => words::own_side_effect_of_list(number),
            Self::Entry(List::Medicines, _) => words::medicine_of_list(number),
            Self::Entry(List::ItemsOn, _) => words::rated_of_list(number),
            Self::Entry(List::SideEffectsOn, _) => words::asked_of_list(number),
            Self::Entry(List::DeletedDays, _) => words::deleted_day_of_list(number),
            _ => words::day_of_list(number),
        }
    }
}

impl Said for Field {
    fn said(&self) -> String {
        match self {
            Self::Key(key) => name_of(key).map_or_else(|| words::unnamed(key), str::to_owned),
        }
    }
}

/// What a patient calls that which stands under a key.
fn name_of(key: &str) -> Option<&'static str> {
    let item = StandardItem::from_id(key).map(names::item);
    let effect = StandardSideEffect::from_id(key).map(names::side_effect);
    item.or(effect).or_else(|| {
        Some(match key {
            "micrograms" | "dose_taken" => words::dose(),
            "recorded_at" => words::recorded_at(),
            "edited_at" => words::edited_at(),
            "rescue_medicine" => names::extra_pain_medicine(),
            "walking_support" => names::walking_support(),
            "left_out" => words::left_out(),
            "note" => today::note(),
            "tags" => today::tags(),
            "items" => settings::ratings(),
            "side_effects" => settings::side_effects(),
            "date" => words::date(),
            "from" => treatment::first_day(),
            "kind" => words::kind(),
            "name" => words::name(),
            "condition" => words::condition(),
            "day_ends_at" => settings::day_end(),
            "walking_support_on" => words::walking_support_on(),
            "archived" => words::archived(),
            "better" => words::better(),
            "phases" => words::phases(),
            "dose_steps" => words::dose_steps(),
            "trials_of_one" => words::trials_of_one(),
            "sealed_dose_taken" => words::sealed_dose(),
            "own_items" => words::own_items(),
            "own_side_effects" => words::own_side_effects(),
            "medicines" => names::other_medicines(),
            "unit" => words::unit(),
            "items_on" => words::items_on(),
            "side_effects_on" => words::side_effects_on(),
            "deleted_days" => words::deleted_days(),
            "days" => words::days(),
            "settings" => controls::settings(),
            _ => return None,
        })
    })
}

impl Said for (CodeKind, CodeError) {
    fn said(&self) -> String {
        let (kind, error) = *self;
        let sheet = match kind {
            CodeKind::Commit => trial::own_sheet(),
            CodeKind::Reveal => trial::sealed_sheet(),
        };
        let word = match error {
            CodeError::Length { letters, needed } => return trial::code_length(letters, needed, sheet),
            CodeError::NotALetter(letter) => return trial::code_letter(&letter.to_string(), sheet),
            CodeError::Group(group) => return trial::code_group(group, sheet),
            CodeError::OtherKind if kind == CodeKind::Commit => trial::code_other_commit(),
            CodeError::OtherKind => trial::code_other_reveal(),
            CodeError::NoTrial => trial::code_no_trial(),
        };
        word.to_owned()
    }
}

impl Said for RevealError {
    fn said(&self) -> String {
        match self {
            Self::Code(error) => (CodeKind::Reveal, *error).said(),
            Self::OtherTrial => trial::other_trial().to_owned(),
            Self::Revealed => trial::opened_before().to_owned(),
        }
    }
}

impl Said for Mistake {
    fn said(&self) -> String {
        let (least, most) = (Rating::MIN.get(), Rating::MAX.get());
        let word = match self {
            Self::Missing => words::missing(),
            Self::NotText => words::not_text(),
            Self::NotTrueOrFalse => words::not_true_or_false(),
            Self::NotWhole => words::not_whole(),
            Self::NotAList => words::not_a_list(),
            Self::NotAnObject => words::not_an_object(),
            Self::NotADose => words::not_micrograms(),
            Self::Twice => words::twice(),
            Self::BelowZero => words::below_zero(),
            Self::SealBroken => words::seal_broken(),
            Self::NotATrial => words::not_a_trial(),
            Self::TreatmentLeftOut => words::treatment_left_out(),
            Self::NotADeletion => words::not_a_deletion(),
            Self::DateTwice => words::date_twice(),
            Self::Ahead => words::day_ahead(),
            Self::Name(NameError::Empty) => words::nameless(),
            Self::TooManyEntries(most) => return words::too_many_entries(*most),
            Self::NotARating => return words::not_a_rating(least, most),
            Self::NotADate(text) => return words::not_a_date(text),
            Self::NotAnInstant(text) => return words::not_an_instant(text),
            Self::NoSuchPhase(kind) => return words::no_such_phase(kind),
            Self::NotADirection(one, other) => return words::not_a_direction(one, other),
            Self::Rating(error) => return error.said(),
            Self::Dose(error) => return error.said(),
            Self::Note(error) => return error.said(),
            Self::Name(error) => return error.said(),
            Self::Date(error) => return error.said(),
            Self::DayEnd(error) => return error.said(),
            Self::OwnId(error) => return error.said(),
            Self::Settings(error) => return error.said(),
            Self::Treatment(error) => return error.said(),
        };
        word.to_owned()
    }
}
