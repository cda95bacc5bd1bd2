//! Prints the analysis of backup files, without a browser (A9).
//!
//! `analyse [--as-of DATE] [--without-late] [--without-imported] [--lines] BACKUP.json …`, or `analyse --fingerprint BACKUP.json …`
//!
//! One file gives one JSON document. Several files (or `--lines`) give JSON Lines: one document on each line, with the
//! name of its file in the field `file`, for an engine that loads thousands. `-` stands for standard input with one backup
//! on each line, so that such an engine can feed it. A file or line that cannot be read is named on standard error; the
//! others are still analysed, and the exit status is 2 at the end.
//!
//! `--fingerprint` prints what stands on a report as "Data fingerprint", in short and in full, and nothing else.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use ldn_diary::diary::{Day, Diary, LAST_DATE, date_in_range};
use ldn_diary::exchange::{analysis, backup, fingerprint};
use ldn_diary::trial::{Counting, ImportedDays, LateDays, analyse};
use ldn_diary::words::Said as _;

const USAGE: &str = "usage: analyse [--as-of YYYY-MM-DD] [--without-late] [--without-imported] [--lines] BACKUP.json … (- for backups on standard input, one a line)
  --as-of DATE     the last day that counts; without it, the last recorded day of each diary
  --without-late   leave out the days that were filled in after they had ended
  --without-imported  leave out the days that were imported from another diary
  --lines          one JSON document on each line, also for a single file
  --fingerprint    print the fingerprint of the data instead, as it stands on a report";

/// The exit status of anything that went wrong.
const FAILURE: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let done = match Request::read(arguments) {
        Ok(request) => run(&request, &mut io::stdout().lock(), &mut io::stderr().lock()),
        Err(problem) => io::stderr()
            .lock()
            .write_all(format!("{problem}\n{USAGE}\n").as_bytes())
            .map(|()| false),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        // Whoever reads the lines may stop before the end, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Ok(false) | Err(_) => ExitCode::from(FAILURE),
    }
}

/// What is asked for.
struct Request {
    as_of: Option<NaiveDate>,
    counting: Counting,
    lines: bool,
    fingerprint: bool,
    files: Vec<PathBuf>,
}

impl Request {
    fn read(arguments: Vec<OsString>) -> Result<Self, String> {
        let mut request = Request {
            as_of: None,
            counting: Counting::ALL,
            lines: false,
            fingerprint: false,
            files: Vec::new(),
        };
        let mut rest = arguments.into_iter();
        while let Some(argument) = rest.next() {
            match argument.to_str() {
                Some("--as-of") => request.as_of = Some(date(rest.next())?),
                Some("--without-late") => request.counting.late = LateDays::LeftOut,
                Some("--without-imported") => request.counting.imported = ImportedDays::LeftOut,
                Some("--lines") => request.lines = true,
                Some("--fingerprint") => request.fingerprint = true,
                Some(option) if option.starts_with("--") => return Err(format!("there is no option {option}")),
                _ => request.files.push(PathBuf::from(argument)),
            }
        }
        if request.files.is_empty() {
            return Err("no file is named".to_owned());
        }
        request.lines |= request.files.len() > 1 || request.files.iter().any(|file| is_input(file));
        Ok(request)
    }
}

fn date(text: Option<OsString>) -> Result<NaiveDate, String> {
    let text = text.ok_or("--as-of needs a date, such as 2026-06-07")?;
    let date = text
        .to_str()
        .and_then(|text| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok());
    let date = date.ok_or_else(|| format!("{} is not a date such as 2026-06-07", text.to_string_lossy()))?;
    date_in_range(date).map_err(|error| error.said())
}

/// Analyses each file; whether all of them could be.
fn run(request: &Request, out: &mut impl Write, problems: &mut impl Write) -> io::Result<bool> {
    let mut all_well = true;
    for file in &request.files {
        if is_input(file) {
            all_well &= run_lines(request, &mut io::stdin().lock(), out, problems)?;
        } else {
            let name = file.to_string_lossy();
            all_well &= told(text_of(file), &name, request, out, problems)?;
        }
    }
    out.flush()?;
    Ok(all_well)
}

/// Whether a name stands for standard input.
fn is_input(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// Analyses each line of an input that is not blank, named by its place; whether all of them could be.
fn run_lines(
    request: &Request,
    input: &mut impl BufRead,
    out: &mut impl Write,
    problems: &mut impl Write,
) -> io::Result<bool> {
    let mut all_well = true;
    for place in 1_u64.. {
        let mut line = Vec::new();
        let limit = u64::try_from(backup::MAX_BYTES).unwrap_or(u64::MAX);
        if input.by_ref().take(limit + 1).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.len() > backup::MAX_BYTES && !line.ends_with(b"\n") {
            // The rest of what is too long; what has been read of it is refused by its size.
            input.skip_until(b'\n')?;
        }
        if !line.trim_ascii().is_empty() {
            all_well &= told(text_in(line), &format!("-:{place}"), request, out, problems)?;
        }
    }
    Ok(all_well)
}

/// Prints the answer to a text, or why there is none; whether there is one.
fn told(
    text: Result<String, String>,
    name: &str,
    request: &Request,
    out: &mut impl Write,
    problems: &mut impl Write,
) -> io::Result<bool> {
    let answer = text.and_then(|text| answer(&text, name, request));
    match &answer {
        Ok(answer) => writeln!(out, "{answer}")?,
        Err(problem) => writeln!(problems, "{name}: {problem}")?,
    }
    Ok(answer.is_ok())
}

/// What is printed for a backup.
fn answer(text: &str, name: &str, request: &Request) -> Result<String, String> {
    let diary = backup::read(text, LAST_DATE).map_err(|error| error.said())?;
    if request.fingerprint {
        let (short, full) = (fingerprint::short(&diary), fingerprint::full(&diary));
        return Ok(format!("{short}  {full}  {name}"));
    }
    let as_of = request.as_of.or_else(|| last_recorded_day(&diary));
    let as_of = as_of.ok_or("no day is recorded in it: name a day with --as-of")?;
    let analysis = analyse(&diary, as_of, request.counting);
    Ok(if request.lines {
        analysis::write_line(name, &analysis)
    } else {
        analysis::write(&analysis)
    })
}

/// The text of a file, of which no more is read than a backup may have.
fn text_of(file: &Path) -> Result<String, String> {
    let limit = u64::try_from(backup::MAX_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    if fs::metadata(file).is_ok_and(|about| about.is_dir()) {
        return Err("this is a folder: name the files in it".to_owned());
    }
    let opened = File::open(file).map_err(|error| error.to_string())?;
    opened
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| error.to_string())?;
    text_in(bytes)
}

fn text_in(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|_| "this is not text in UTF-8, which every backup is".to_owned())
}

/// The last day that holds an answer.
fn last_recorded_day(diary: &Diary) -> Option<NaiveDate> {
    diary.days().rev().find(|day| !day.answers().is_empty()).map(Day::date)
}
