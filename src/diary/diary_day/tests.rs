use proptest::prelude::*;

use super::*;
use crate::testing::at;

fn ends(text: &str) -> DayEnd {
    text.parse().unwrap()
}

// D1, worked by hand.
#[test]
fn a_night_belongs_to_the_day_before_until_the_day_ends() {
    for (instant, end, day) in [
        ("2026-03-02T01:30:00+01:00", "04:00", "2026-03-01"),
        ("2026-03-02T03:59:59+01:00", "04:00", "2026-03-01"),
        ("2026-03-02T04:00:00+01:00", "04:00", "2026-03-02"),
        ("2026-03-02T00:00:00+01:00", "00:00", "2026-03-02"),
        ("2026-03-01T23:59:59+01:00", "00:00", "2026-03-01"),
        ("2026-03-02T05:59:00+01:00", "06:00", "2026-03-01"),
        // Leap day and year end.
        ("2028-03-01T02:00:00+00:00", "04:00", "2028-02-29"),
        ("2027-03-01T02:00:00+00:00", "04:00", "2027-02-28"),
        ("2027-01-01T02:00:00+00:00", "04:00", "2026-12-31"),
        // The wall clock counts, not UTC.
        ("2026-03-02T12:00:00+14:00", "04:00", "2026-03-02"),
        ("2026-03-02T12:00:00-12:00", "04:00", "2026-03-02"),
        ("2026-03-02T03:00:00+14:00", "04:00", "2026-03-01"),
        // The clock goes forward from 02:00 to 03:00 and back from 03:00 to 02:00 (Vienna, 2026).
        ("2026-03-29T01:59:59+01:00", "04:00", "2026-03-28"),
        ("2026-03-29T03:00:00+02:00", "04:00", "2026-03-28"),
        ("2026-03-29T04:00:00+02:00", "04:00", "2026-03-29"),
        ("2026-10-25T02:30:00+02:00", "04:00", "2026-10-24"),
        ("2026-10-25T02:30:00+01:00", "04:00", "2026-10-24"),
        ("2026-10-25T04:00:00+01:00", "04:00", "2026-10-25"),
    ] {
        assert_eq!(
            diary_day(at(instant), ends(end)).to_string(),
            day,
            "{instant}, ends {end}"
        );
    }
}

#[test]
fn a_day_is_over_once_the_next_has_begun() {
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    assert!(!day_is_over(day, at("2026-03-02T03:59:59+01:00"), DayEnd::default()));
    assert!(day_is_over(day, at("2026-03-02T04:00:00+01:00"), DayEnd::default()));
}

#[test]
fn the_ends_of_the_calendar_do_not_panic() {
    for instant in [DateTime::<chrono::Utc>::MIN_UTC, DateTime::<chrono::Utc>::MAX_UTC] {
        for hours in [-12, 0, 14] {
            let offset = FixedOffset::east_opt(hours * 3_600).unwrap();
            let _ = diary_day(instant.with_timezone(&offset), ends("06:00"));
        }
    }
}

#[test]
fn an_end_of_day_is_read_and_shown() {
    for text in ["00:00", "04:00", "05:59", "06:00"] {
        assert_eq!(ends(text).to_string(), text);
    }
    for text in ["06:01", "23:59"] {
        assert_eq!(text.parse::<DayEnd>(), Err(DayEndError::OutOfRange), "{text}");
    }
    for text in [
        "",
        "4:00",
        "0400",
        "04:60",
        "24:00",
        "-1:00",
        "+4:00",
        "04:00:00",
        "٠٤:٠٠",
    ] {
        assert_eq!(text.parse::<DayEnd>(), Err(DayEndError::NotATime), "{text}");
    }
    assert_eq!(DayEnd::default().to_string(), "04:00");
    assert_eq!(DayEnd::new(361), Err(DayEndError::OutOfRange));
}

#[test]
fn dates_lie_in_three_centuries() {
    for (date, fits) in [
        ("1899-12-31", false),
        ("1900-01-01", true),
        ("2199-12-31", true),
        ("2200-01-01", false),
    ] {
        assert_eq!(date_in_range(date.parse().unwrap()).is_ok(), fits, "{date}");
    }
}

/// What the clock on the wall shows: an instant of 1900 to 2199 to the second, in minutes of offset from UTC.
fn wall_clock() -> impl Strategy<Value = DateTime<FixedOffset>> {
    let seconds = -2_208_988_800_i64..7_258_118_400;
    let near_the_night =
        (0_i64..109_000, -3_700_i64..25_000).prop_map(|(day, second)| -2_208_988_800 + day * 86_400 + second);
    (prop_oneof![seconds, near_the_night], -12 * 60..=14 * 60).prop_map(|(local, minutes)| {
        let offset = FixedOffset::east_opt(minutes * 60).unwrap();
        let local = DateTime::from_timestamp(local, 0).unwrap().naive_utc();
        local.and_local_timezone(offset).single().unwrap()
    })
}

fn any_end() -> impl Strategy<Value = DayEnd> {
    (0_u16..=360).prop_map(|minutes| DayEnd::new(minutes).unwrap())
}

/// D1 in other words: day D runs from D, when the day ends, to D + 1, when the day ends, on the clock on the wall.
fn lies_in(instant: DateTime<FixedOffset>, day: NaiveDate, ends: DayEnd) -> bool {
    let begin = |date: NaiveDate| date.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(ends.minutes().into());
    (begin(day)..begin(day + TimeDelta::days(1))).contains(&instant.naive_local())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    // D1: every instant belongs to exactly one day: offsets from -12:00 to +14:00, ends from 00:00 to 06:00.
    #[test]
    fn every_instant_belongs_to_exactly_one_day(instant in wall_clock(), ends in any_end()) {
        let day = diary_day(instant, ends);
        let nearby = (-3..=3).map(|days| day + TimeDelta::days(days));
        let holding: Vec<NaiveDate> = nearby.filter(|day| lies_in(instant, *day, ends)).collect();
        prop_assert_eq!(holding, vec![day]);
        prop_assert!(!day_is_over(day, instant, ends));
        prop_assert!(day_is_over(day - TimeDelta::days(1), instant, ends));
    }

    // D1: the wall clock alone decides, whatever the offset.
    #[test]
    fn the_offset_does_not_change_the_day(instant in wall_clock(), ends in any_end(), minutes in -12 * 60..=14 * 60) {
        let offset = FixedOffset::east_opt(minutes * 60).unwrap();
        let elsewhere = instant.naive_local().and_local_timezone(offset).single().unwrap();
        prop_assert_eq!(diary_day(elsewhere, ends), diary_day(instant, ends));
    }

    // D1: with the clock an hour (or half, or two) forward no day is lost and none comes back.
    #[test]
    fn putting_the_clock_forward_never_goes_back_a_day(
        instant in wall_clock(), ends in any_end(), half_hours in 1..=4_i32,
    ) {
        let forward = FixedOffset::east_opt(instant.offset().local_minus_utc() + half_hours * 1_800).unwrap();
        let step = (diary_day(instant.with_timezone(&forward), ends) - diary_day(instant, ends)).num_days();
        prop_assert!((0..=1).contains(&step));
    }

    // D1: with the clock back, the day is the same, unless the clock shows the end of the day twice.
    #[test]
    fn putting_the_clock_back_repeats_a_day_only_across_its_end(
        instant in wall_clock(), ends in any_end(), half_hours in 1..=4_i32,
    ) {
        let back = FixedOffset::east_opt(instant.offset().local_minus_utc() - half_hours * 1_800).unwrap();
        let (before, after) = (diary_day(instant, ends), diary_day(instant.with_timezone(&back), ends));
        let since_the_day_began = instant.naive_local()
            - (before.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(ends.minutes().into()));
        let shows_the_end_twice = since_the_day_began < TimeDelta::seconds(i64::from(half_hours) * 1_800);
        prop_assert_eq!((before - after).num_days(), i64::from(shows_the_end_twice));
    }
}

#[test]
fn every_hour_of_a_leap_year_belongs_to_its_day() {
    let offset = FixedOffset::east_opt(3_600).unwrap();
    let mut hours = std::collections::BTreeMap::new();
    for hour in 0..366 * 24 {
        let utc = at("2028-01-01T03:00:00Z") + TimeDelta::hours(hour);
        *hours
            .entry(diary_day(utc.with_timezone(&offset), DayEnd::default()))
            .or_insert(0) += 1;
    }
    assert_eq!(hours.len(), 366);
    assert!(hours.values().all(|count| *count == 24));
    assert!(hours.contains_key(&NaiveDate::from_ymd_opt(2028, 2, 29).unwrap()));
}
