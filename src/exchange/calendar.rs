//! Files for any calendar app (RFC 5545): the day of an answer, the bottles of a trial of one, a visit, and the daily reminder.
//!
//! They name no medicine: a calendar is seen by others.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, SecondsFormat};

use crate::diary::{Sampling, TrialOfOne};
use crate::visits::{Visit, time_text};
use crate::words::{card as words, settings, trial_during, visit as words_of_visit};

/// A file with the day of a card's answer: a whole day, with a reminder at 18:00 on it. `made_at` is when the file was made.
pub fn day_of_answer(day: NaiveDate, uid: &str, made_at: DateTime<FixedOffset>) -> String {
    let next = day.succ_opt().unwrap_or(day);
    let date = |day: NaiveDate| plain(&day.to_string());
    let stamp = stamp(made_at);
    let (event, about) = (escaped(words::event()), escaped(words::event_about()));
    let event = format!(
        "BEGIN:VEVENT\nUID:{uid}\nDTSTAMP:{stamp}\nDTSTART;VALUE=DATE:{}\nDTEND;VALUE=DATE:{}\nSUMMARY:{event}\nDESCRIPTION:{about}\n\
         CLASS:PRIVATE\nTRANSP:TRANSPARENT\nBEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:{event}\nTRIGGER:PT18H\n\
         END:VALARM\nEND:VEVENT\n",
        date(day),
        date(next)
    );
    calendar(&event)
}

/// A file with the first day of each bottle of a trial of one from `today` on: whole days, with a reminder at 18:00 as that of
/// an answer. Each bottle is the same event in every file that is made of its trial, and a later file is a later version of it.
pub fn changes_of_bottle(trial: &TrialOfOne, today: NaiveDate, made_at: DateTime<FixedOffset>) -> String {
    let stamp = stamp(made_at);
    let version = version(made_at);
    let mut text = String::new();
    for (number, from, _) in trial.spans() {
        if from < today {
            continue;
        }
        let next = from.succ_opt().unwrap_or(from);
        let (first, next) = (plain(&from.to_string()), plain(&next.to_string()));
        let event = escaped(&trial_during::event(number));
        let uid = [trial.commit.mark(), "-bottle-", &number.to_string()]
            .concat()
            .to_lowercase();
        let lines = format!(
            "BEGIN:VEVENT\nUID:{uid}\nDTSTAMP:{stamp}\nLAST-MODIFIED:{stamp}\nSEQUENCE:{version}\n\
             DTSTART;VALUE=DATE:{first}\nDTEND;VALUE=DATE:{next}\nSUMMARY:{event}\nCLASS:PRIVATE\nTRANSP:TRANSPARENT\n\
             BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:{event}\nTRIGGER:PT18H\nEND:VALARM\nEND:VEVENT\n"
        );
        text.push_str(&lines);
    }
    calendar(&text)
}

/// A file with the day and the time of a visit, and an alarm a day before, or on the evening before where no time was said. It
/// is called an appointment, and holds of what was typed with whom or where alone: calendars are read by others. A later file
/// of the visit of this id is a later version of the same event.
pub fn visit(id: &str, visit: &Visit, made_at: DateTime<FixedOffset>) -> String {
    let (stamp, version) = (stamp(made_at), version(made_at));
    let day = plain(&visit.date.to_string());
    let (when, alarm) = if let Some(time) = visit.time {
        let time = plain(&time_text(time));
        (format!("DTSTART:{day}T{time}00\nDURATION:PT1H"), "-P1D")
    } else {
        let next = visit.date.succ_opt().unwrap_or(visit.date);
        let next = plain(&next.to_string());
        (format!("DTSTART;VALUE=DATE:{day}\nDTEND;VALUE=DATE:{next}"), "-PT6H")
    };
    let place = visit.with.as_ref().map(|with| format!("LOCATION:{}\n", escaped(with)));
    let (event, place) = (escaped(words_of_visit::event()), place.unwrap_or_default());
    let text = format!(
        "BEGIN:VEVENT\nUID:appointment-{id}\nDTSTAMP:{stamp}\nLAST-MODIFIED:{stamp}\nSEQUENCE:{version}\n{when}\n\
         SUMMARY:{event}\n{place}CLASS:PRIVATE\nBEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:{event}\nTRIGGER:{alarm}\n\
         END:VALARM\nEND:VEVENT\n"
    );
    calendar(&text)
}

/// A calendar with these events, line by line as the standard has it.
fn calendar(events: &str) -> String {
    let text = format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Daily log//Days//EN\nCALSCALE:GREGORIAN\nMETHOD:PUBLISH\n\
         {events}END:VCALENDAR"
    );
    text.lines().map(folded).collect()
}

/// The version of an event that is made now: a later one is higher.
fn version(made_at: DateTime<FixedOffset>) -> i64 {
    (made_at.timestamp() - FIRST_VERSION).clamp(0, i64::from(i32::MAX))
}

/// The daily reminder with places for what is of one making; the build gives it to the service worker too.
const REMINDER: &str = include_str!("calendar/reminder.ics");
/// The second from which versions of the reminder are counted, 2026-01-01T00:00:00Z: a version is a number of 31 bits.
const FIRST_VERSION: i64 = 1_767_225_600;

/// A daily reminder as it was made at one time: the same event each time, so that a newer one takes the place of an older
/// one, whatever the time of day of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Its first day and the time, by the clock on the wall wherever the phone is: `20260310T210000`.
    start: String,
    /// When it was made: `20260310T200411Z`.
    stamp: String,
    /// Which version of the event it is: a later one is higher.
    pub version: i64,
    /// On which days it comes again, in the words of the standard.
    rule: &'static str,
}

impl Reminder {
    /// A reminder that is made now, for a time of day in hours and minutes, and for the days that the diary asks of: it begins
    /// today or, where that is over, on the next of them. `last` is the version that was made last, where that is known: two
    /// can be made within a second.
    pub fn at(time: (u32, u32), now: DateTime<FixedOffset>, last: i64, sampling: Sampling) -> Reminder {
        let today = now.date_naive();
        let time_is_to_come = NaiveTime::from_hms_opt(time.0, time.1, 0).is_some_and(|time| time > now.time());
        let earliest = if time_is_to_come {
            today
        } else {
            today.succ_opt().unwrap_or(today)
        };
        let mut days = earliest.iter_days().take(31);
        let first = days.find(|day| sampling.asks_on(*day)).unwrap_or(earliest);
        let version = (now.timestamp() - FIRST_VERSION).max(last + 1);
        Reminder {
            start: format!("{}T{:02}{:02}00", plain(&first.to_string()), time.0, time.1),
            stamp: stamp(now),
            version: version.min(i64::from(i32::MAX)),
            rule: match sampling {
                Sampling::SevenAMonth => "MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7",
                Sampling::EveryDay | Sampling::Rests => "DAILY",
            },
        }
    }

    /// What follows the address of the reminder: the service worker answers with the file.
    pub fn query(&self) -> String {
        let (start, stamp, version, rule) = (&self.start, &self.stamp, self.version, self.rule);
        format!("?start={start}&stamp={stamp}&sequence={version}&rule={rule}")
    }

    /// The file.
    pub fn file(&self) -> String {
        let text = REMINDER
            .replace("{start}", &self.start)
            .replace("{stamp}", &self.stamp)
            .replace("{sequence}", &self.version.to_string())
            .replace("{rule}", self.rule)
            .replace("{title}", &escaped(settings::event()));
        text.lines().map(folded).collect()
    }
}

/// The format of the standard is that of ISO 8601 without its signs.
fn plain(text: &str) -> String {
    text.replace(['-', ':'], "")
}

fn stamp(at: DateTime<FixedOffset>) -> String {
    plain(&at.to_utc().to_rfc3339_opts(SecondsFormat::Secs, true))
}

/// A text as a value: these have a meaning of their own there.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A line of at most 75 bytes, and further ones that begin with a space.
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let mut bytes = 0;
    for letter in line.chars() {
        if bytes + letter.len_utf8() > 75 {
            folded.push_str("\r\n ");
            bytes = 1;
        }
        folded.push(letter);
        bytes += letter.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;

    #[test]
    fn the_day_of_an_answer_is_a_whole_day_that_names_no_medicine() {
        let made_at = DateTime::parse_from_rfc3339("2026-01-17T20:04:11+01:00").unwrap();
        let file = day_of_answer(date("2026-12-31"), "abc", made_at);
        for line in [
            "UID:abc",
            "DTSTAMP:20260117T190411Z",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
        ] {
            assert!(file.contains(&format!("{line}\r\n")), "{line}: {file}");
        }
        assert!(
            !file.contains("LDN") && !file.to_lowercase().contains("naltrexone"),
            "{file}"
        );
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    }

    #[test]
    fn a_visit_is_an_appointment_with_an_alarm_a_day_before_and_says_nothing_of_what_is_asked() {
        let made_at = DateTime::parse_from_rfc3339("2026-11-30T20:04:11+01:00").unwrap();
        let mut appointment = Visit {
            date: date("2026-12-31"),
            time: None,
            with: Some(format!("Klinik; Smertepoliklinikken, 2. etg. \\ {}", "Ø疲".repeat(12))),
            questions: vec!["LDN and pain?".into()],
            decided: None,
            put_away: false,
            changed_at: made_at,
            unknown: serde_json::Map::new(),
        };
        for (time, lines, not) in [
            (
                None,
                [
                    "DTSTART;VALUE=DATE:20261231",
                    "DTEND;VALUE=DATE:20270101",
                    "TRIGGER:-PT6H",
                ],
                "DURATION",
            ),
            (
                Some("09:05"),
                ["DTSTART:20261231T090500", "DURATION:PT1H", "TRIGGER:-P1D"],
                "DTEND",
            ),
        ] {
            appointment.time = time.and_then(crate::visits::time_of_day);
            let file = visit("17", &appointment, made_at);
            let told = file.replace("\r\n ", "");
            let always = [
                "UID:appointment-17",
                "DTSTAMP:20261130T190411Z",
                "SUMMARY:Appointment",
                "CLASS:PRIVATE",
                "LOCATION:Klinik\\; Smertepoliklinikken\\, 2. etg. \\\\ Ø疲",
            ];
            for line in lines.into_iter().chain(always) {
                assert!(told.contains(&format!("\r\n{line}")), "{line}: {file}");
            }
            for word in [not, "LDN", "pain", "Visit", "iary"] {
                assert!(!told.contains(word), "{word}: {file}");
            }
            assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
            assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
            assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("\r\nEND:VCALENDAR\r\n"));
        }
        let later = DateTime::parse_from_rfc3339("2026-11-30T20:04:13+01:00").unwrap();
        let sequence = |at| -> i64 { value(&visit("17", &appointment, at), "SEQUENCE").parse().unwrap() };
        assert!(sequence(made_at) < sequence(later));
    }

    fn value<'a>(file: &'a str, name: &str) -> &'a str {
        let mut lines = file
            .lines()
            .filter_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        let found = lines.next().unwrap();
        assert!(lines.next().is_none(), "{name} is there twice");
        found
    }

    #[test]
    fn a_reminder_begins_today_or_tomorrow_and_a_later_one_takes_its_place() {
        let now = |text: &str| DateTime::parse_from_rfc3339(text).unwrap();
        let mut last = None;
        for (at, made, start, stamp) in [
            (
                (21, 30),
                "2026-03-10T21:04:11+01:00",
                "20260310T213000",
                "20260310T200411Z",
            ),
            (
                (20, 0),
                "2026-03-10T21:04:12+01:00",
                "20260311T200000",
                "20260310T200412Z",
            ),
            (
                (0, 0),
                "2026-12-31T23:59:59-05:00",
                "20270101T000000",
                "20270101T045959Z",
            ),
            (
                (20, 0),
                "2060-01-01T20:00:00+00:00",
                "20600102T200000",
                "20600101T200000Z",
            ),
            (
                (20, 0),
                "2093-01-01T19:00:00+14:00",
                "20930101T200000",
                "20930101T050000Z",
            ),
        ] {
            let file = Reminder::at(at, now(made), 0, Sampling::EveryDay).file();
            assert_eq!((value(&file, "DTSTART"), value(&file, "DTSTAMP")), (start, stamp));
            assert_eq!(value(&file, "LAST-MODIFIED"), stamp);
            assert_eq!(value(&file, "RRULE"), "FREQ=DAILY");
            let sequence: i32 = value(&file, "SEQUENCE").parse().unwrap();
            let event = value(&file, "UID").to_owned();
            if let Some((same, before)) = last.replace((event.clone(), sequence)) {
                assert_eq!(same, event);
                assert!(before < sequence, "{made}");
            }
            assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
            assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
            assert!(!file.contains('{'), "{file}");
            for word in ["ldn", "naltrexone", "pain", "symptom", "diary", "medicine"] {
                assert!(!file.to_lowercase().contains(word), "{word}: {file}");
            }
        }
        let seven = |made| Reminder::at((20, 0), now(made), 0, Sampling::SevenAMonth).file();
        for (made, start) in [
            ("2026-03-07T19:00:00+01:00", "20260307T200000"),
            ("2026-03-07T21:00:00+01:00", "20260401T200000"),
            ("2026-12-31T21:00:00+01:00", "20270101T200000"),
        ] {
            assert_eq!(value(&seven(made), "DTSTART"), start);
            assert_eq!(value(&seven(made), "RRULE"), "FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7");
        }
        // Also within a second, and by a clock that was never set; and no number is one that calendars refuse.
        for (made, last, version) in [
            ("2026-03-10T21:04:11+01:00", 5_947_451, 5_947_452),
            ("1970-01-01T00:00:00Z", 0, 1),
            ("1970-01-01T00:00:00Z", 5_918_651, 5_918_652),
            ("2199-01-01T00:00:00Z", 0, i64::from(i32::MAX)),
        ] {
            assert_eq!(
                Reminder::at((20, 0), now(made), last, Sampling::EveryDay).version,
                version
            );
        }
    }

    #[test]
    fn a_long_line_is_folded_between_letters_and_a_text_keeps_its_signs() {
        let line = format!("SUMMARY:{}", "ä, ".repeat(60));
        let told = folded(&line);
        assert!(told.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(told.replace("\r\n ", ""), line + "\r\n");
        assert_eq!(escaped("a, b; c\\\nd"), "a\\, b\\; c\\\\\\nd");
    }
}
