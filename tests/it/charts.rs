//! Charts as values: the paths that matter in what ECharts is given.

use chrono::{Days, NaiveDate};
use ldn_diary::charts::{
    Density, Palette, Room, Span, TextScale, Timeline, mean_in_sight, sight, timeline, title_in_sight,
};
use ldn_diary::diary::{
    Answers, Day, DayEnd, Diary, Direction, Dose, DoseStep, ItemId, LAST_DATE, Name, Phase, PhaseKind, Rating,
    Settings, StandardItem, Treatment, Unknown,
};
use ldn_diary::exchange::backup;
use ldn_diary::papers;
use ldn_diary::trial::{LateDays, Study};
use serde_json::Value;

const STANFORD: &str = include_str!("../fixtures/cases/diary-stanford-2013.json");
const ALL: [StandardItem; 3] = [StandardItem::Pain, StandardItem::Fatigue, StandardItem::SleepQuality];

fn drawn(diary: &Diary, as_of: NaiveDate, items: &[StandardItem], span: Span) -> Timeline {
    drawn_in(diary, as_of, items, span, Room::default())
}

fn drawn_in(diary: &Diary, as_of: NaiveDate, items: &[StandardItem], span: Span, room: Room) -> Timeline {
    let study = Study::of(diary, as_of, LateDays::Included);
    let items: Vec<ItemId> = items.iter().copied().map(ItemId::from).collect();
    timeline(diary, &study, &items, span, None, &Palette::LIGHT, room)
}

fn stanford_as(items: &[StandardItem], span: Span) -> Timeline {
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    drawn(&diary, "2026-06-07".parse().unwrap(), items, span)
}

fn stanford() -> Timeline {
    stanford_as(&ALL, Span::All)
}

/// A diary with pain on each day that `rate` gives a number for, from 2027-01-01 in phases of these lengths.
fn diary(phases: &[(PhaseKind, u64)], rate: impl Fn(u64) -> Option<i64>) -> Diary {
    let first: NaiveDate = "2027-01-01".parse().unwrap();
    let mut count = 0;
    let mut begun = Vec::new();
    for (kind, days) in phases {
        begun.push(Phase::new(kind.clone(), first + Days::new(count), None));
        count += days;
    }
    let day = |number: u64| {
        let date = first + Days::new(number);
        let mut answers = Answers::default();
        let pain = Rating::new(rate(number)?).unwrap();
        answers.items.insert(StandardItem::Pain.into(), pain);
        let evening = date.and_hms_opt(21, 0, 0).unwrap().and_utc().fixed_offset();
        Some(Day::record(date, answers, evening, DayEnd::default()).unwrap())
    };
    let days: Vec<Day> = (0..count).filter_map(day).collect();
    Diary::restore(Settings::default(), Treatment::new(begun, Vec::new()).unwrap(), days)
}

fn of_days(diary: &Diary, days: u64, span: Span) -> Timeline {
    let last: NaiveDate = "2027-01-01".parse().unwrap();
    drawn(diary, last + Days::new(days - 1), &[StandardItem::Pain], span)
}

fn series<'a>(option: &'a Value, name: &str) -> &'a Value {
    let all = option["series"].as_array().unwrap();
    all.iter().find(|series| series["name"] == name).unwrap_or(&Value::Null)
}

/// Noon of a day on the time axis, in milliseconds.
fn noon(date: &str) -> i64 {
    let date: NaiveDate = date.parse().unwrap();
    date.and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp_millis()
}

const HALF: i64 = 43_200_000;

#[test]
fn a_recorded_day_has_a_mark_and_a_missing_one_has_none() {
    let option = stanford().figure.option;
    let [timely, late] = ["pain", "pain-late"].map(|name| series(&option, name)["data"].as_array().unwrap());
    assert_eq!((timely.len(), late.len()), (137 - 13, 13));
    let at = |date: &str| timely.iter().chain(late).find(|point| point[0] == noon(date));
    assert_eq!(at("2026-01-05"), None, "5 January was not recorded");
    assert_eq!(at("2026-01-06").unwrap()[1], 78.0);
}

// W6: a mean of 7 days that needs 4 of them, and never looks over the beginning of a phase.
#[test]
fn the_mean_needs_4_of_7_days_of_its_own_phase_and_a_gap_is_null() {
    let phases = [(PhaseKind::Baseline, 10), (PhaseKind::Ldn, 10)];
    let with_a_gap = diary(&phases, |day| (day != 3).then_some(if day < 10 { 60 } else { 40 }));
    let option = of_days(&with_a_gap, 20, Span::All).figure.option;
    let line = series(&option, "pain-mean");
    let means: Vec<Option<f64>> = line["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| point[1].as_f64())
        .collect();
    let (before, after) = (Some(60.0), Some(40.0));
    let expected = [
        None, None, None, None, before, before, before, before, before, before, // 3 of 4 days, then 4 of 5
        None, None, None, after, after, after, after, after, after, after,
    ];
    assert_eq!(means, expected);
    assert_eq!(line["connectNulls"], false);
}

#[test]
fn phases_stand_behind_the_marks_from_their_first_day_to_the_next_ones() {
    let option = stanford().figure.option;
    let areas = series(&option, "phases")["markArea"]["data"].as_array().unwrap();
    let bands = [
        ("Baseline", "2026-01-05", "2026-01-19"),
        ("LDN", "2026-01-19", "2026-04-13"),
        ("Placebo", "2026-04-13", "2026-05-11"),
        ("Washout", "2026-05-11", "2026-06-08"),
    ];
    for (area, (name, from, to)) in areas.iter().zip(bands) {
        assert_eq!(area[0]["name"], name);
        let edges = (area[0]["xAxis"].as_i64(), area[1]["xAxis"].as_i64());
        assert_eq!(edges, (Some(noon(from) - HALF), Some(noon(to) - HALF)), "{name}");
    }
    assert!(
        areas[2][0]["itemStyle"]["color"]["image"].is_string(),
        "placebo is hatched"
    );
}

// The windows are those of the reference analysis: 16 March to 12 April on LDN.
#[test]
fn the_days_that_are_compared_are_marked_below_the_ratings() {
    let option = stanford().figure.option;
    let bars = series(&option, "compared")["markArea"]["data"].as_array().unwrap();
    let edges: Vec<_> = bars
        .iter()
        .map(|bar| (bar[0]["xAxis"].as_i64(), bar[1]["xAxis"].as_i64()))
        .collect();
    assert_eq!(edges.len(), 4);
    let window = |from: &str, after: &str| (Some(noon(from) - HALF), Some(noon(after) - HALF));
    assert_eq!(edges[0], window("2026-01-05", "2026-01-19"));
    assert_eq!(edges[1], window("2026-02-02", "2026-04-13"));
    let (ratings, below) = (&option["grid"][0], &option["grid"][1]);
    let foot = ratings["top"].as_i64().unwrap() + ratings["height"].as_i64().unwrap();
    for bar in bars {
        let (top, bottom) = (bar[0]["y"].as_i64().unwrap(), bar[1]["y"].as_i64().unwrap());
        assert!(foot < top && top < bottom, "a bar covers no rating, not even 0");
        assert!(bottom < below["top"].as_i64().unwrap());
    }
}

#[test]
fn late_days_are_hollow() {
    let option = stanford().figure.option;
    let late = series(&option, "pain-late");
    assert_eq!(late["itemStyle"]["color"], Palette::LIGHT.paper);
    assert_eq!(late["z"], 4, "above the others");
}

#[test]
fn doses_stand_to_scale_from_nothing_and_end_with_the_phase() {
    let option = stanford().figure.option;
    let line = series(&option, "dose");
    let points: Vec<_> = line["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| (point[0].as_i64(), point[1].as_i64()))
        .collect();
    let at = |date: &str, dose| (Some(noon(date) - HALF), Some(dose));
    let steps: Vec<_> = points
        .windows(2)
        .filter(|pair| pair[0].1 != pair[1].1)
        .map(|pair| pair[1])
        .collect();
    assert_eq!(steps, [at("2026-01-19", 4500), at("2026-04-13", 0)]);
    let ends = (points.first().copied(), points.last().copied());
    assert_eq!(ends, (Some(at("2026-01-05", 0)), Some(at("2026-06-08", 0))));
    // A part of the chart draws the points inside it alone: a plateau has one on each of its days.
    assert_eq!(points.len(), 154 + 1);
    assert_eq!(
        (&option["yAxis"][1]["min"], &option["yAxis"][1]["max"]),
        (&0.into(), &4500.into())
    );
    assert_eq!(line["step"], "end");
}

#[test]
fn days_with_a_side_effect_stand_in_a_row_of_their_own() {
    let option = stanford().figure.option;
    // Of the reference analysis: 3 days in the baseline and 24 on LDN; each a stretch and a break.
    let row = series(&option, "Vivid dreams");
    let points = row["data"].as_array().unwrap();
    assert_eq!(points.len(), 3 * 27);
    assert!(points[2][1].is_null() && row["connectNulls"] == false);
    assert_eq!(row["markLine"]["data"][0]["name"], "Vivid dreams");
    assert_eq!(
        row["markLine"]["label"]["formatter"], "{b}",
        "a name is data, and no template"
    );
}

// ECharts leaves out stretches under 0.7 pixels: on a phone a day of a year is one.
#[test]
fn among_many_days_a_mark_stands_upright_and_among_years_as_high_as_its_week_has_such_days() {
    let marked = [60, 63, 64, 65, 140].map(|day| "2027-01-01".parse::<NaiveDate>().unwrap() + Days::new(day));
    let marks = |days: u64| {
        let plain = diary(&[(PhaseKind::Baseline, days)], |_| Some(50));
        let with_medicine = |day: &Day| {
            let mut answers = day.answers().clone();
            answers.rescue_medicine = marked.contains(&day.date()).then_some(true);
            let evening = day.date().and_hms_opt(21, 0, 0).unwrap().and_utc().fixed_offset();
            Day::record(day.date(), answers, evening, DayEnd::default()).unwrap()
        };
        let all: Vec<Day> = plain.days().map(with_medicine).collect();
        let timeline = of_days(
            &Diary::restore(Settings::default(), plain.treatment, all),
            days,
            Span::All,
        );
        let points = series(&timeline.figure.option, "Extra pain medicine")["data"].clone();
        let points = points.as_array().unwrap().chunks_exact(3).map(|mark| {
            assert!(mark[2][1].is_null());
            let side = |axis: usize| mark[1][axis].as_f64().unwrap() - mark[0][axis].as_f64().unwrap();
            (side(0), (side(1) * 320.0).round() / 10.0)
        });
        points.collect::<Vec<_>>()
    };
    assert_eq!(marks(200), [(64_800_000.0, 0.0); 5], "lying, 18 hours each");
    assert_eq!(marks(365), [(0.0, -6.0); 5], "upright, 6 pixels each");
    assert_eq!(
        marks(3652),
        [(0.0, -1.6), (0.0, -4.7), (0.0, -1.6)],
        "1, 3 and 1 day of a week"
    );
}

#[test]
fn the_axes_keep_the_whole_scale_and_the_whole_diary() {
    let option = stanford().figure.option;
    assert_eq!(
        (&option["yAxis"][0]["min"], &option["yAxis"][0]["max"]),
        (&0.into(), &100.into())
    );
    for axis in option["xAxis"].as_array().unwrap() {
        let edges = (axis["min"].as_i64(), axis["max"].as_i64());
        assert_eq!(
            edges,
            (Some(noon("2026-01-05") - HALF), Some(noon("2026-06-08") - HALF))
        );
        assert_eq!(axis["type"], "time", "what is laid over a part keeps the rest of it");
    }
    assert_eq!(option["useUTC"], true, "no time zone moves a day");
}

#[test]
fn of_several_ldn_phases_the_title_names_the_latest() {
    let mut diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let again = diary
        .treatment
        .start_phase(PhaseKind::Ldn, "2026-03-16".parse().unwrap(), None);
    diary.treatment = again.unwrap();
    let title = drawn(&diary, "2026-06-07".parse().unwrap(), &[StandardItem::Pain], Span::All)
        .figure
        .title;
    assert!(title.ends_with(" on LDN from 16 March 2026 (all 28 days)"), "{title}");
}

#[test]
fn the_words_say_what_the_picture_shows() {
    let timeline = stanford_as(&[StandardItem::Pain], Span::All);
    assert_eq!(
        timeline.figure.title,
        "Pain: mean 64 in baseline, 47 on LDN (all 84 days)"
    );
    assert_eq!(
        timeline.figure.summary,
        "5 January 2026 to 7 June 2026: 137 days recorded of 154, 13 of them late. Pain (0 no pain, 100 worst pain \
         imaginable): Baseline 64 (12 of 14 days), LDN 47 (77 of 84 days), Placebo 59 (25 of 28 days), Washout 62 (23 of \
         28 days)."
    );
    let rows = timeline.figure.table.rows;
    assert_eq!(rows.len(), 154);
    assert_eq!(rows[0], ["Mon 5 Jan 2026", "Baseline", "no answer", ""]);
    assert_eq!(rows[7], ["Mon 12 Jan 2026", "Baseline", "61", "late"]);
}

#[test]
fn of_many_phases_the_words_name_the_baseline_and_the_last_ones() {
    let kinds = [
        PhaseKind::Baseline,
        PhaseKind::Ldn,
        PhaseKind::Placebo,
        PhaseKind::Washout,
    ];
    let words = |count: usize| {
        let phases: Vec<_> = kinds
            .iter()
            .cloned()
            .cycle()
            .take(count)
            .map(|kind| (kind, 10))
            .collect();
        let days = 10 * phases.len() as u64;
        let long = diary(&phases, |day| Some(i64::try_from(day / 10).unwrap()));
        of_days(&long, days, Span::All).figure.summary
    };
    let four =
        "Baseline 0 (10 of 10 days), LDN 1 (10 of 10 days), Placebo 2 (10 of 10 days), Washout 3 (10 of 10 days).";
    assert!(words(4).ends_with(four), "{}", words(4));
    let six = "Baseline 1 Jan 0 (10 of 10 days), and of 5 later phases the last 3: Washout 3 (10 of 10 days), Baseline 10 \
               Feb 4 (10 of 10 days), LDN 20 Feb 5 (10 of 10 days).";
    assert!(words(6).ends_with(six), "{}", words(6));
}

// W6: one item is large with all that belongs to it, the others are small beneath, on the same axis of time.
#[test]
fn the_first_item_is_large_and_the_others_are_small_beneath() {
    let timeline = stanford_as(&ALL, Span::All);
    let option = &timeline.figure.option;
    let [large, small @ ..] = timeline.panels.as_slice() else {
        panic!("no plot")
    };
    assert_eq!(large.item, StandardItem::Pain.into());
    let mut above = large.foot;
    for (panel, item) in small.iter().zip([StandardItem::Fatigue, StandardItem::SleepQuality]) {
        assert_eq!(panel.item, item.into());
        assert!(panel.top - panel.words >= above, "nothing lies over another");
        assert!(panel.height * 4 < large.height);
        above = panel.foot;
        let mean = series(option, &format!("{}-mean", item.id()));
        let grids = option["grid"].as_array().unwrap().iter();
        let grid = grids.enumerate().find(|(_, grid)| grid["top"] == panel.top).unwrap().0;
        assert_eq!(
            mean["xAxisIndex"].as_f64(),
            Some(f64::from(u8::try_from(grid).unwrap())),
            "{item:?}"
        );
        assert_eq!(
            option["xAxis"][grid]["axisLabel"]["show"], false,
            "the days are named once"
        );
    }
    assert_eq!(small.len(), 2);
    assert!(timeline.height >= above);
    assert!(timeline.figure.title.starts_with("Pain: "));
    assert!(
        !timeline.figure.summary.contains("Fatigue"),
        "its mean stands beside its plot"
    );
    assert_eq!(
        timeline.figure.table.columns[2..5],
        ["Pain", "Fatigue", "Sleep quality"]
    );
}

// Whatever is rated can be drawn, large and small: what is overall, how LDN is tolerated, what is of the patient's own.
#[test]
fn every_rated_item_has_its_plot_and_its_column() {
    let mut diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let name = Name::new("Buzzing {b} feet").unwrap();
    diary.settings = diary.settings.with_own_item(name, Direction::LowerIsBetter).unwrap();
    let item = ItemId::Own(diary.settings.own_items()[0].id.clone());
    let date: NaiveDate = "2026-02-03".parse().unwrap();
    let day = diary.day(date).unwrap().clone();
    let mut answers = day.answers().clone();
    answers.items.insert(item.clone(), Rating::new(37).unwrap());
    diary.put_day(Day::restore(date, day.recorded_at(), day.edited_at(), answers));
    let rated = papers::rated_items(&diary);
    assert_eq!(rated.len(), 6, "{rated:?}");
    let study = Study::of(&diary, "2026-06-07".parse().unwrap(), LateDays::Included);
    for place in 0..rated.len() {
        let mut items = rated.clone();
        items.rotate_left(place);
        let drawn = timeline(
            &diary,
            &study,
            &items,
            Span::All,
            None,
            &Palette::LIGHT,
            Room::default(),
        );
        for item in &items {
            assert!(
                !series(&drawn.figure.option, &format!("{item}-mean")).is_null(),
                "{item}"
            );
        }
        let columns = &drawn.figure.table.columns;
        assert!(
            columns.iter().any(|name| name == "Buzzing {b} feet") && columns.iter().any(|name| name == "Tolerability")
        );
        if items[0] == item {
            assert!(
                drawn.figure.title.starts_with("Buzzing {b} feet"),
                "{}",
                drawn.figure.title
            );
        }
    }
    assert_eq!(
        mean_in_sight(&diary, &item, (date, date)).map(|(mean, days)| (mean.to_string(), days)),
        Ok(("37".into(), 1))
    );
}

// What is out of sight is not quoted; the same words never stand over two numbers.
#[test]
fn the_title_of_a_part_is_about_that_part_alone() {
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let pain = ItemId::from(StandardItem::Pain);
    let title = |from, to| title_in_sight("Pain", mean_in_sight(&diary, &pain, (day(from), day(to))).ok());
    assert_eq!(
        title("2026-05-11", "2026-06-07"),
        "Pain: mean 62 of the 23 rated days in sight"
    );
    // Over several phases a mean says nothing: one day of another is enough.
    for (from, to) in [
        ("2026-05-10", "2026-06-07"),
        ("2026-01-05", "2026-06-07"),
        ("2026-01-18", "2026-01-19"),
    ] {
        assert_eq!(title(from, to), "Pain, day by day", "{from} to {to}");
    }
    assert_eq!(
        title("2026-01-06", "2026-01-06"),
        "Pain: mean 78 of the 1 rated day in sight"
    );
    assert_eq!(title("2026-01-05", "2026-01-05"), "Pain, day by day");
}

// Fog: the more days there are in the room, the smaller and paler is each beside the mean.
#[test]
fn marks_step_back_where_days_lie_close() {
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let mark = |width, span| {
        let room = Room {
            width,
            ..Room::default()
        };
        let drawn = drawn_in(&diary, "2026-06-07".parse().unwrap(), &ALL, span, room);
        let marks = series(&drawn.figure.option, "pain");
        [&marks["symbolSize"], &marks["itemStyle"]["opacity"]].map(|value| value.as_f64().unwrap())
    };
    let [phone, desktop, month] =
        [(390, Span::All), (960, Span::All), (390, Span::Month)].map(|(width, span)| mark(width, span));
    for place in [0, 1] {
        assert!(
            phone[place] < desktop[place] && phone[place] < month[place],
            "{phone:?} {desktop:?} {month:?}"
        );
    }
    assert!(phone[1] <= 0.35 && month[1] >= 0.7);
}

// A name is nearer to its own marks than to those of the row above.
#[test]
fn a_row_s_name_stands_at_its_row() {
    let timeline = stanford();
    let option = &timeline.figure.option;
    let row = |name: &str| {
        let row = series(option, name);
        let label = row["markLine"]["data"][0]["yAxis"].as_f64().unwrap() * 32.0;
        let height = row["lineStyle"]["width"].as_f64().unwrap();
        let middle = row["data"][0][1].as_f64().unwrap() * 32.0;
        (label, middle - height / 2.0, middle + height / 2.0)
    };
    let rows = ["Vivid dreams", "Headache", "Extra pain medicine", "What else happened"].map(row);
    for pair in rows.windows(2) {
        let ((_, _, foot_above), (label, marks, _)) = (pair[0], pair[1]);
        // Letters of 12 pixels end at the label's place.
        let (above, below) = (label - 12.0 - foot_above, marks - label);
        assert!(
            0.0 < below && below < 4.0 && above > 2.0 * below,
            "{above} above, {below} below"
        );
    }
}

#[test]
fn walking_support_has_a_row_where_it_was_needed() {
    let mut diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let date: NaiveDate = "2026-02-03".parse().unwrap();
    let day = diary.day(date).unwrap().clone();
    let mut answers = day.answers().clone();
    answers.walking_support = Some(true);
    diary.put_day(Day::restore(date, day.recorded_at(), day.edited_at(), answers));
    let drawn = drawn(&diary, "2026-06-07".parse().unwrap(), &ALL, Span::All);
    let row = series(&drawn.figure.option, "Support needed for walking");
    assert_eq!(
        row["data"].as_array().unwrap().len(),
        3,
        "one day: a stretch and a break"
    );
}

// Each dose has its days, over which its name stands as far as it has room.
#[test]
fn the_doses_are_stretches_of_days() {
    let phases = [(PhaseKind::Baseline, 5), (PhaseKind::Ldn, 9), (PhaseKind::Washout, 3)];
    let mut diary = diary(&phases, |_| Some(50));
    let first: NaiveDate = "2027-01-01".parse().unwrap();
    let step = |day, milligrams| DoseStep {
        from: first + Days::new(day),
        unknown: Unknown::default(),
        dose: Dose::from_milligrams(milligrams).unwrap(),
    };
    diary.treatment = Treatment::new(diary.treatment.phases().to_vec(), vec![step(5, "1.5"), step(8, "3")]).unwrap();
    let doses = of_days(&diary, 17, Span::All).doses;
    let doses: Vec<_> = doses
        .iter()
        .map(|one| (one.from, one.to, one.dose.micrograms()))
        .collect();
    assert_eq!(doses, [(5, 8, 1500), (8, 14, 3000)]);
}

#[test]
fn a_span_opens_on_the_last_days() {
    let share = |days: f64| 100.0 * (1.0 - days / 154.0);
    for (span, start) in [
        (Span::Month, share(31.0)),
        (Span::Quarter, share(92.0)),
        (Span::All, 0.0),
    ] {
        let timeline = stanford_as(&ALL, span);
        assert!((timeline.window.0 - start).abs() < 1e-9 && (timeline.window.1 - 100.0).abs() < 1e-9);
        let zoom = &timeline.figure.option["dataZoom"][0];
        assert_eq!(
            (zoom["start"].as_f64(), zoom["end"].as_f64()),
            (Some(timeline.window.0), Some(100.0))
        );
    }
}

// A year of days can't be told apart on a phone, and ten years would freeze it.
#[test]
fn many_days_are_drawn_by_their_means_and_a_quarter_of_them_day_by_day() {
    let points = |timeline: &Timeline| {
        let option = &timeline.figure.option;
        let all = option["series"].as_array().unwrap().clone();
        let counts = all.iter().map(|series| series["data"].as_array().map_or(0, Vec::len));
        counts.sum::<usize>()
    };
    for (days, density, most) in [
        (200, Density::EveryDay, 400),
        (365, Density::Means, 365),
        (3652, Density::Weeks, 522),
    ] {
        let long = diary(&[(PhaseKind::Baseline, days)], |day| {
            Some(i64::try_from(day % 101).unwrap())
        });
        let timeline = of_days(&long, days, Span::All);
        assert_eq!(timeline.density, density, "{days}");
        assert!(points(&timeline) <= most, "{days}: {}", points(&timeline));
        assert_eq!(of_days(&long, days, Span::Quarter).density, Density::EveryDay);
        assert!(timeline.figure.table.rows.len() <= 522, "{days}");
    }
}

// What is in sight decides, whatever the chart opened on; ECharts itself stops at no window.
#[test]
fn it_is_drawn_as_closely_as_the_days_in_sight_have_room_for() {
    let long = diary(&[(PhaseKind::Baseline, 3388)], |_| Some(50));
    let last = "2027-01-01".parse::<NaiveDate>().unwrap() + Days::new(3387);
    let study = Study::of(&long, last, LateDays::Included);
    for span in [Span::All, Span::Month] {
        for (sight, density) in [
            (3388, Density::Weeks),
            (801, Density::Weeks),
            (800, Density::Means),
            (201, Density::Means),
            (200, Density::EveryDay),
            (28, Density::EveryDay),
        ] {
            let items = [StandardItem::Pain.into()];
            let drawn = timeline(
                &long,
                &study,
                &items,
                span,
                Some(sight),
                &Palette::LIGHT,
                Room::default(),
            );
            assert_eq!(drawn.density, density, "{sight}");
            assert_eq!(
                drawn.window,
                of_days(&long, 3388, span).window,
                "what it opens on is its own"
            );
            assert!(drawn.figure.option["dataZoom"][0]["minValueSpan"].is_null());
        }
    }
}

#[test]
fn at_the_narrowest_a_further_step_in_moves_nothing_and_what_is_pointed_at_stays() {
    for days in [1, 5, 28, 154, 3388] {
        for pointed in [0.0, 0.3, 0.5, 1.0] {
            let mut window = (0.0, 100.0);
            let place = 100.0 * pointed;
            for step in 0..60 {
                let asked = (place - (place - window.0) / 1.4, place - (place - window.1) / 1.4);
                window = sight::narrowed(window, asked, days);
                let (first, last) = sight::ends(window, days);
                assert!(last - first + 1 >= days.min(6), "{days}: {window:?}");
                assert!(
                    window.0 <= place + 1e-6 && place <= window.1 + 1e-6,
                    "{days}, {step}: {window:?}"
                );
            }
            let narrowest = window;
            for _ in 0..20 {
                let asked = (place - (place - window.0) / 1.1, place - (place - window.1) / 1.1);
                window = sight::narrowed(window, asked, days);
            }
            assert!(
                (window.0 - narrowest.0).abs() < 1e-3,
                "{days}: {narrowest:?}, then {window:?}"
            );
            // Moving it sideways, and out again, is as free as before.
            let moved = sight::inside(window.0 + 0.1, window.1 - window.0);
            assert_eq!(sight::narrowed(window, moved, days), moved);
            assert_eq!(sight::narrowed(window, (0.0, 100.0), days), (0.0, 100.0));
        }
    }
}

#[test]
fn a_span_opens_around_what_is_in_sight() {
    let close = |one: (f64, f64), other: (f64, f64)| {
        assert!(
            (one.0 - other.0).abs() < 1e-9 && (one.1 - other.1).abs() < 1e-9,
            "{one:?} {other:?}"
        );
    };
    // Of all, the end with the last day; of a part, around its chosen day, inside the part.
    close(sight::around((0.0, 100.0), 20.0, 99.9), (80.0, 100.0));
    close(sight::around((0.0, 100.0), 20.0, 50.0), (40.0, 60.0));
    close(sight::around((40.0, 60.0), 10.0, 41.0), (40.0, 50.0));
    close(sight::around((40.0, 60.0), 10.0, 52.0), (47.0, 57.0));
    // Wider, with all that was in sight, as far as there are days.
    close(sight::around((40.0, 50.0), 30.0, 49.0), (34.0, 64.0));
    close(sight::around((95.0, 99.0), 30.0, 96.0), (70.0, 100.0));
    close(sight::around((40.0, 50.0), 100.0, 45.0), (0.0, 100.0));
}

// All parts are placed by the same margins, by ECharts as by the page: the mark of the chosen day lies over its point.
#[test]
fn all_parts_are_as_wide_as_each_other_and_name_no_day_after_the_last() {
    let one = diary(&[(PhaseKind::Baseline, 1)], |_| Some(62));
    for option in [
        of_days(&one, 1, Span::All).figure.option,
        stanford().figure.option,
        stanford_as(&ALL, Span::Month).figure.option,
    ] {
        for grid in option["grid"].as_array().unwrap() {
            assert_eq!(grid["outerBoundsMode"], "none");
            let sides = |grid: &Value| (grid["left"].clone(), grid["right"].clone());
            assert_eq!(sides(grid), sides(&option["grid"][0]));
        }
        for axis in option["xAxis"].as_array().unwrap() {
            assert_eq!(axis["axisLabel"]["showMaxLabel"], false);
        }
    }
}

#[test]
fn the_name_of_a_short_last_phase_ends_with_the_drawing() {
    for text in [1.0, 1.4, 2.0] {
        for last in [1, 2, 4, 7, 14, 28] {
            for width in [288, 358, 960] {
                let phases = [(PhaseKind::Baseline, 60), (PhaseKind::Washout, last)];
                let short = diary(&phases, |_| Some(50));
                let end = "2027-01-01".parse::<NaiveDate>().unwrap() + Days::new(59 + last);
                let room = Room {
                    text: TextScale::of_root(16.0 * text),
                    width,
                };
                let drawn = drawn_in(&short, end, &[StandardItem::Pain], Span::All, room);
                let labels = &series(&drawn.figure.option, "phases")["markLine"]["data"];
                let before = |label: &Value| label["label"]["padding"][3].as_f64().unwrap();
                assert!(before(&labels[0]).abs() < 1e-9);
                let (left, right) = drawn.margins;
                #[expect(clippy::cast_precision_loss, reason = "a count of days")]
                let share = last as f64 / (60 + last) as f64;
                let band = f64::from(width - left - right) * share + f64::from(right);
                // "Washout" in letters of 12 pixels is 48 pixels wide.
                let name = 48.0 * text;
                assert!(before(&labels[1]) + name <= band, "{text} {last} {width}");
                assert!(
                    before(&labels[1]) > -1.2 * name,
                    "no further than it must: {text} {last} {width}"
                );
            }
        }
    }
}

#[test]
fn nothing_in_a_chart_moves_or_is_a_program() {
    let option = stanford().figure.option;
    assert_eq!(option["animation"], false);
    assert!(!option.to_string().contains("function"));
}

#[test]
fn an_empty_and_a_one_day_diary_can_be_drawn() {
    let day: NaiveDate = "2026-03-10".parse().unwrap();
    let empty = drawn(&Diary::default(), day, &ALL, Span::All);
    assert_eq!((empty.days, empty.figure.table.rows.len()), (1, 1));
    let one = of_days(&diary(&[(PhaseKind::Baseline, 1)], |_| Some(0)), 1, Span::All);
    assert_eq!(one.figure.title, "Pain: mean 0 in baseline");
    assert_eq!(
        series(&one.figure.option, "pain")["data"][0][1],
        0.0,
        "0 is a rating, not a gap"
    );
    let label = &one.figure.option["xAxis"][0]["axisLabel"];
    assert_eq!(label["formatter"], "{d} {MMM}", "a single day is named with its month");
    assert_eq!(label["fontSize"], 12.0);
}

#[test]
fn words_and_the_room_for_them_grow_with_the_text_of_the_page() {
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let at = |root| {
        let text = TextScale::of_root(root);
        let room = Room {
            text,
            ..Room::default()
        };
        drawn_in(&diary, "2026-06-07".parse().unwrap(), &ALL, Span::All, room)
    };
    let (usual, large) = (at(16.0), at(24.0));
    assert_eq!((usual.margins, large.margins), ((34, 12), (51, 26)));
    assert!(large.height > usual.height + 60);
    let sizes = |timeline: &Timeline| {
        let text = timeline.figure.option.to_string();
        let sizes = text.split("\"fontSize\":").skip(1);
        let size = |rest: &str| rest.split([',', '}']).next().unwrap().parse::<f64>().unwrap();
        sizes.map(size).collect::<Vec<_>>()
    };
    let grown: Vec<f64> = sizes(&usual).iter().map(|size| size * 1.5).collect();
    assert!(grown.len() > 8);
    assert_eq!(sizes(&large), grown, "every word");
    let option = large.figure.option;
    assert_eq!(option["grid"][0]["left"], 51);
    assert_eq!(option["grid"][0]["height"], usual.figure.option["grid"][0]["height"]);
    // What is no size changes nothing, and what is too large for a phone stops at twice the usual.
    assert_eq!(at(f64::NAN), usual);
    assert_eq!(at(0.0), usual);
    assert_eq!(at(64.0), at(32.0));
}

#[test]
fn the_colours_are_those_of_the_style_sheet() {
    let tokens = include_str!("../../style/tokens.css");
    for (palette, ground) in [(Palette::LIGHT, "light"), (Palette::DARK, "dark")] {
        let Palette {
            ink,
            ink_soft,
            paper,
            hairline,
            band_line,
            band_baseline,
            band_ldn,
            pain,
            fatigue,
            sleep_quality,
            overall,
        } = palette;
        let named = [
            ("ink", ink),
            ("ink-soft", ink_soft),
            ("paper", paper),
            ("hairline", hairline),
            ("band-line", band_line),
            ("band-baseline", band_baseline),
            ("band-ldn", band_ldn),
            ("pain", pain),
            ("fatigue", fatigue),
            ("sleep-quality", sleep_quality),
            ("overall", overall),
        ];
        for (name, colour) in named {
            assert_eq!(token(tokens, name, ground), colour, "--{name}, {ground}");
        }
    }
}

/// The value of a token on a ground, light or dark; a reference to the palette is followed.
fn token<'a>(sheet: &'a str, name: &str, ground: &str) -> &'a str {
    let (_, rest) = sheet
        .split_once(&format!(" --{name}: "))
        .unwrap_or_else(|| panic!("--{name}"));
    let value = rest.split_once(';').unwrap().0;
    let both = value
        .strip_prefix("light-dark(")
        .and_then(|both| both.strip_suffix(')'));
    let value = match both.map(|both| both.split_once(", ").unwrap()) {
        Some((light, dark)) => [dark, light][usize::from(ground == "light")],
        None => value,
    };
    match value.strip_prefix("var(--") {
        Some(palette) => token(sheet, palette.trim_end_matches(')'), ground),
        None => value,
    }
}
