//! When to remind of a backup: by what would be lost, not by the calendar (S8).

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

use crate::diary::Diary;

/// Unsaved entries, or days since the last file, from which on it is worth a line.
const WORTH_A_LINE: i64 = 14;
/// The same where the browser has not promised to keep the data: it may clear them after a week without a visit, as Safari
/// does, or when the device runs short of space.
const WORTH_A_LINE_UNPROMISED: i64 = 7;
/// How long a dismissed line stays away, in days.
const QUIET_DAYS: i64 = 7;

/// What a reminder has to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupDue {
    /// How many days were recorded or edited since the last file that arrived.
    pub entries: usize,
    /// Whether there was such a file at all.
    pub has_backup: bool,
}

/// The reminder, where one is due: 14 entries are in no file, or one that is older than 14 days; 7 of each where the
/// browser has not `promised` to keep the data.
pub fn backup_due(
    diary: &Diary,
    last_backup: Option<DateTime<FixedOffset>>,
    dismissed: Option<NaiveDate>,
    now: DateTime<FixedOffset>,
    promised: bool,
) -> Option<BackupDue> {
    // It is asked again after each answer, of ten years of days too: one look at each of them.
    let changes = diary.days().map(|day| (day.recorded_at(), day.edited_at()));
    let (mut entries, mut first) = (0_usize, None);
    for (recorded, edited) in changes {
        if last_backup.is_none_or(|made| recorded > made || edited.is_some_and(|edited| edited > made)) {
            entries += 1;
            first = Some(first.map_or(recorded, |first: DateTime<FixedOffset>| first.min(recorded)));
        }
    }
    let since = last_backup.or(first)?;
    let worth_a_line = if promised {
        WORTH_A_LINE
    } else {
        WORTH_A_LINE_UNPROMISED
    };
    let is_old = now.signed_duration_since(since) >= TimeDelta::days(worth_a_line);
    let is_much = i64::try_from(entries).is_ok_and(|count| count >= worth_a_line);
    let is_quiet = dismissed.is_some_and(|on| now.date_naive().signed_duration_since(on) < TimeDelta::days(QUIET_DAYS));
    let due = entries > 0 && (is_old || is_much) && !is_quiet;
    due.then_some(BackupDue {
        entries,
        has_backup: last_backup.is_some(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::{Answers, Day, DayEnd};

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(&format!("{text}T21:00:00+01:00")).expect("an instant")
    }

    fn diary(days: u32) -> Diary {
        let answers = || Answers {
            rescue_medicine: Some(false),
            ..Answers::default()
        };
        (1..=days).fold(Diary::default(), |diary, day| {
            let now = at(&format!("2026-03-{day:02}"));
            diary.with_day(Day::record(now.date_naive(), answers(), now, DayEnd::default()).expect("a day"))
        })
    }

    // S8: 14 days or 14 entries since the last file.
    #[test]
    fn a_reminder_comes_by_risk_and_stays_away_for_a_week() {
        let dismissed = |text: &str| Some(at(text).date_naive());
        for (what, days, last, put_away, now, expected) in [
            ("an empty diary", 0, None, None, "2026-03-30", None),
            ("thirteen entries in thirteen days", 13, None, None, "2026-03-13", None),
            ("fourteen entries", 14, None, None, "2026-03-14", Some(14)),
            ("one entry, fourteen days ago", 1, None, None, "2026-03-15", Some(1)),
            ("all in a file", 14, Some("2026-03-14"), None, "2026-04-30", None),
            (
                "two since the file, of the day before",
                14,
                Some("2026-03-12"),
                None,
                "2026-03-15",
                None,
            ),
            (
                "two since the file, of a fortnight ago",
                14,
                Some("2026-03-12"),
                None,
                "2026-03-26",
                Some(2),
            ),
            (
                "put away six days ago",
                20,
                None,
                dismissed("2026-03-14"),
                "2026-03-20",
                None,
            ),
            (
                "put away a week ago",
                20,
                None,
                dismissed("2026-03-14"),
                "2026-03-21",
                Some(20),
            ),
        ] {
            let due = backup_due(&diary(days), last.map(at), put_away, at(now), true);
            assert_eq!(due.map(|due| due.entries), expected, "{what}");
        }
    }

    // A browser that has promised nothing may clear the diary after a week.
    #[test]
    fn it_comes_twice_as_early_where_nothing_was_promised() {
        for (days, last, now, expected) in [
            (6, None, "2026-03-07", None),
            (7, None, "2026-03-07", Some(7)),
            (1, None, "2026-03-07", None),
            (1, None, "2026-03-08", Some(1)),
            (12, Some("2026-03-11"), "2026-03-17", None),
            (12, Some("2026-03-11"), "2026-03-18", Some(1)),
        ] {
            let due = |promised| backup_due(&diary(days), last.map(at), None, at(now), promised);
            assert_eq!(due(false).map(|due| due.entries), expected, "{days} days on {now}");
            assert_eq!(due(true), None, "{days} days on {now}");
        }
    }
}
