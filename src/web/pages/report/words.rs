//! All the words of the page of the report.

use super::file_kinds::Kind;

pub(super) const TITLE: &str = "For your doctor";
pub(super) const LEAD: &str = "One page that a doctor can read in a minute, made on this device from your diary. Nothing is sent anywhere unless you share it.";
pub(super) const EMPTY: &str =
    "There is nothing to report yet. Your first report can be made after your first evening.";
pub(super) const WHAT_GOES_IN: &str = "What goes in";
pub(super) const WHICH_DAYS: &str = "Which days?";
pub(super) const SPANS: [&str; 5] = [
    "The whole diary",
    "Last 4 weeks",
    "Last 12 weeks",
    "Days I choose",
    "Up to the last entry",
];
pub(super) const SPAN_NOTE: &str = "This is what chart and tables show. Comparisons always use your whole baseline.";
pub(super) const FROM: &str = "First day";
pub(super) const TO: &str = "Last day";
pub(super) const NO_DATE: &str = "Choose a day.";
pub(super) const WRONG_ORDER: &str = "The last day lies before the first one. Choose a later day.";
pub(super) const ITEMS: &str = "Ratings";
pub(super) const ITEMS_NOTE: &str =
    "For the report itself. The first three are drawn. Data files always hold every rating.";
pub(super) const NO_ITEM: &str = "Choose at least one rating.";
pub(super) const EVERY_DAY: &str = "Every day as a table, behind page 1";
pub(super) const NOTES: &str = "My notes";
pub(super) const NOTES_NOTE: &str =
    "Notes are private words. They are left out of everything here unless you switch this on.";
pub(super) const LATE_DAYS: &str = "Count days that I filled in later";
pub(super) const NAME: &str = "Your name (optional)";
pub(super) const NAME_NOTE: &str = "It is written on the report and into the files, and kept nowhere.";
pub(super) const PAPER: &str = "Paper";
pub(super) const PAPERS: [&str; 2] = ["A4", "US Letter"];
pub(super) const PREVIEW: &str = "As it will print";
pub(super) const PAGES: &str = "The pages";
pub(super) const WORKING: &str = "Making the report…";
pub(super) const LARGER: &str = "Show the pages larger";
pub(super) const WHOLE_PAGE: &str = "Show whole pages";
pub(super) const TAKE_IT: &str = "Take it along";
pub(super) const TAKE_NOTE: &str =
    "Everything is made on this device. Nothing is uploaded; you decide where a file goes.";
pub(super) const PRINT: &str = "Print";
pub(super) const PRINT_NOTE: &str =
    "On paper, or as a PDF file where your browser can print to one. Choose the same paper size there.";
pub(super) const MAKING: &str = "Making the file…";
pub(super) const CANCEL: &str = "Cancel";
pub(super) const SHARE: &str = "Share it";
pub(super) const DOWNLOAD: &str = "Download it";
pub(super) const NOT_SHARED: &str = "The file could not be shared. Download it instead.";
pub(super) const NOT_TAKEN: &str = "The browser did not take the file. Try again, or use another browser.";
pub(super) const WHICH_CHART: &str = "Which chart?";
pub(super) const DATA_NOTE: &str = "These three hold every answer of the days you chose, also the ratings that are not on the report. Notes and your name go in only if you chose that above.";
pub(super) const MORE_FILES: &str = "Charts and data";

/// "5 chosen".
pub(super) fn chosen(count: usize) -> String {
    format!("{count} chosen")
}

/// "The whole diary, without notes, A4".
pub(super) fn choices_in_short(span: &str, notes: bool, paper: &str) -> String {
    let with = if notes { "with" } else { "without" };
    [span, ", ", with, " notes, ", paper].concat()
}

/// What a file is called on its button.
pub(super) fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Pdf => "PDF file".into(),
        Kind::Html => "Web page file".into(),
        Kind::Csv => "Table, one row a day (CSV)".into(),
        Kind::LongCsv => "Table, one row an answer (CSV)".into(),
        Kind::Fhir => "Clinic record (FHIR)".into(),
        Kind::Svg(..) => "Chart as a drawing (SVG)".into(),
        Kind::Png(_, times) => format!("Chart as a picture, {times}× (PNG)"),
    }
}

/// What it is good for, in one line.
pub(super) fn about(kind: &Kind) -> &'static str {
    match kind {
        Kind::Pdf => {
            "The report as a PDF file, for sending or printing elsewhere. It shows Latin, Greek and Cyrillic letters; for others choose the web page file. In place of an emoji it says [sign]."
        }
        Kind::Html => "The report as one file that opens in any browser, also from an e-mail and without a network.",
        Kind::Csv => "Your days for a spreadsheet such as Excel or LibreOffice.",
        Kind::LongCsv => "The same with codes and units, for statistics programs.",
        Kind::Fhir => "A FHIR R4 Bundle, which the software of some clinics can take in.",
        Kind::Svg(..) => "Sharp at every size, for documents and posters.",
        Kind::Png(_, 2) => "For e-mails and slides.",
        Kind::Png(..) => "For print.",
    }
}

/// "ldn-diary.pdf is ready, 120 KB."
pub(super) fn ready(name: &str, bytes: u32) -> String {
    let kilobytes = bytes.div_ceil(1000);
    if kilobytes < 1000 {
        format!("{name} is ready, {kilobytes} KB.")
    } else {
        format!("{name} is ready, {}.{} MB.", kilobytes / 1000, kilobytes % 1000 / 100)
    }
}
