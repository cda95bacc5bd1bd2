//! Writes the doctor's report of a backup file, without a browser: the same value and the same writers as in the app.
//!
//! `report BACKUP.json [--as-of DATE] [--from DATE] [--letter] [--notes] [--name NAME] [--without-late] [--without-imported] > report.html`; with
//! `--pdf` it writes the PDF file, and with `--without-signs` also where that can't show all signs. With `--card` it writes the
//! naltrexone card as a PDF file, with `--screen-card` the picture for a lock screen.

use std::io::Write as _;
use std::process::ExitCode;

use chrono::NaiveDate;
use ldn_diary::diary::{FIRST_DATE, ItemId, LAST_DATE};
use ldn_diary::exchange::backup;
use ldn_diary::papers::{self, CardKind, PaperError};
use ldn_diary::pdf::{self, Fonts};
use ldn_diary::report::{Choices, FIRST_ITEMS, Paper, Report};
use ldn_diary::trial::{Counting, ImportedDays, LateDays};
use ldn_diary::words::Said as _;

fn main() -> ExitCode {
    let written = report(std::env::args().skip(1)).and_then(|file| {
        let written = std::io::stdout().lock().write_all(&file);
        written.map_err(|error| error.to_string())
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            _ = writeln!(std::io::stderr().lock(), "{problem}");
            ExitCode::from(2)
        }
    }
}

fn report(mut arguments: impl Iterator<Item = String>) -> Result<Vec<u8>, String> {
    let (mut file, mut as_pdf, mut without_signs, mut card) = (None, false, false, None);
    let (mut from, mut to, mut name) = (FIRST_DATE, None, None);
    let (mut paper, mut notes, mut counting) = (Paper::A4, false, Counting::ALL);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--as-of" => to = Some(date(arguments.next())?),
            "--from" => from = date(arguments.next())?,
            "--pdf" => as_pdf = true,
            "--without-signs" => without_signs = true,
            "--card" => card = Some(CardKind::Paper),
            "--screen-card" => card = Some(CardKind::Screen),
            "--letter" => paper = Paper::Letter,
            "--notes" => notes = true,
            "--name" => name = arguments.next(),
            "--without-late" => counting.late = LateDays::LeftOut,
            "--without-imported" => counting.imported = ImportedDays::LeftOut,
            option if option.starts_with("--") => return Err(format!("there is no option {option}")),
            _ => file = Some(argument),
        }
    }
    let file = file.ok_or("no file is named")?;
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    let diary = backup::read(&text, LAST_DATE).map_err(|error| format!("{file}: {}", error.said()))?;
    let to = to
        .or(diary.last_day())
        .ok_or("no day is recorded in it: name a day with --as-of")?;
    let choices = Choices {
        from,
        to,
        made_on: to,
        items: FIRST_ITEMS.map(ItemId::from).into(),
        every_day: true,
        notes,
        name,
        paper,
        late_days: counting.late,
        imported_days: counting.imported,
        about_me: false,
        visits: true,
    };
    let letters = include_bytes!("../public/report-fonts.bin");
    if let Some(card) = card {
        return papers::card(card, &diary, &choices, letters).map_err(|why| why.said());
    }
    let report = Report::of(&diary, &choices);
    if !as_pdf {
        return Ok(report.html().into_bytes());
    }
    let fonts = Fonts::read(letters).map_err(|error| error.said())?;
    let lacking = fonts.lacking(report.texts_by_day());
    if without_signs || lacking.is_empty() {
        Ok(pdf::write(&report, &fonts))
    } else {
        Err(PaperError::Lacking(lacking).said())
    }
}

fn date(text: Option<String>) -> Result<NaiveDate, String> {
    let text = text.ok_or("a date is missing, such as 2026-06-07")?;
    text.parse()
        .map_err(|_| format!("{text} is not a date such as 2026-06-07"))
}
