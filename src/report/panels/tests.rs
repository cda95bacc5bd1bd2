use super::*;
use crate::diary::{FIRST_DATE, LAST_DATE};
use crate::exchange::backup;
use crate::report::{FIRST_ITEMS, Report};
use crate::trial::{ImportedDays, LateDays};

const STANFORD: &str = include_str!("../../../tests/fixtures/cases/diary-stanford-2013.json");

fn choices() -> Choices {
    Choices {
        from: FIRST_DATE,
        to: "2026-06-07".parse().unwrap(),
        made_on: "2026-06-07".parse().unwrap(),
        items: FIRST_ITEMS.map(ItemId::from).into(),
        every_day: false,
        notes: false,
        name: None,
        paper: Paper::A4,
        late_days: LateDays::Included,
        imported_days: ImportedDays::Included,
        about_me: false,
        visits: true,
    }
}

fn marks(picture: &Picture, of: Mark) -> (usize, usize) {
    let count = |wanted: bool| {
        let shapes = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Marks {
                points, mark, hollow, ..
            } if *mark == of && *hollow == wanted && points.len() > 1 => Some(points.len()),
            _ => None,
        });
        shapes.sum()
    };
    (count(false), count(true))
}

#[test]
fn every_answered_day_has_one_mark_and_a_late_one_is_hollow() {
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let picture = Report::of(&diary, &choices()).picture.unwrap();
    let fatigue = ItemId::from(StandardItem::Fatigue);
    let answered = |late: bool| {
        let days = diary.days().filter(|day| day.answers().items.contains_key(&fatigue));
        days.filter(|day| day.is_late(diary.settings.day_ends_at) == late)
            .count()
    };
    assert_eq!(marks(&picture, Mark::Square), (answered(false), answered(true)));
}

#[test]
fn nothing_is_drawn_outside_of_the_picture() {
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let whole = Report::of(&diary, &choices()).picture.unwrap();
    let one = item_chart(&diary, &choices(), &StandardItem::Pain.into()).unwrap();
    let heights = [-15.0, 0.0, 60.0].map(|by| whole.taller(by));
    assert!((heights[2].height - heights[0].height - 75.0).abs() < 1e-9);
    for picture in heights.into_iter().chain([one]) {
        let inside =
            |(x, y): &Point| (-0.1..=picture.width + 0.1).contains(x) && (-0.1..=picture.height + 0.1).contains(y);
        for shape in &picture.shapes {
            let fits = match shape {
                Shape::Ground { at, size, .. } => inside(at) && inside(&(at.0 + size.0, at.1 + size.1)),
                Shape::Lines { lines, .. } => lines.iter().flatten().all(inside),
                Shape::Marks { points, .. } => points.iter().all(inside),
                Shape::Text { at, .. } => inside(at),
            };
            assert!(fits, "{shape:?}");
        }
    }
}

#[test]
fn a_taller_drawing_has_taller_plots_and_nothing_else_is_stretched() {
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let usual = Report::of(&diary, &choices()).picture.unwrap();
    let tall = usual.taller(30.0);
    assert!((tall.plot_height() - usual.plot_height() - 30.0).abs() < 1e-9);
    let texts = |picture: &Picture| -> Vec<(f64, f64)> {
        let texts = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Text { at, size, .. } => Some((at.1, *size)),
            _ => None,
        });
        texts.collect()
    };
    let (before, after) = (texts(&usual), texts(&tall));
    assert_eq!(before.first(), after.first(), "above the plots");
    let (lowest, below) = (before.last().unwrap(), after.last().unwrap());
    assert!((below.0 - lowest.0 - 30.0).abs() < 1e-9 && below.1.to_bits() == lowest.1.to_bits());
}

// W6: a gap is no line.
#[test]
fn the_line_of_means_breaks_where_days_are_missing_and_where_a_phase_ends() {
    let mut diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let gap: Vec<_> = diary
        .days()
        .map(crate::diary::Day::date)
        .filter(|date| ("2026-02-10".parse().unwrap()..="2026-02-24".parse::<NaiveDate>().unwrap()).contains(date))
        .collect();
    let lines = |diary: &Diary| {
        let picture = item_chart(diary, &choices(), &StandardItem::Pain.into()).unwrap();
        let thick = picture.shapes.into_iter().find_map(|shape| match shape {
            Shape::Lines { lines, width, .. } if (width - 0.5).abs() < 1e-9 => Some(lines.len()),
            _ => None,
        });
        thick.unwrap()
    };
    assert_eq!(lines(&diary), 4, "one in each phase");
    for date in gap {
        diary.remove_day(date);
    }
    assert_eq!(lines(&diary), 5);
}

// The widest phase has its name, also where short ones stand close before it.
#[test]
fn a_short_baseline_takes_no_name_from_the_long_phase_after_it() {
    let mut diary = backup::read(STANFORD, LAST_DATE).unwrap();
    let long = Choices {
        to: "2028-01-05".parse().unwrap(),
        ..choices()
    };
    let texts = |diary: &Diary| -> Vec<String> {
        let picture = Report::of(diary, &long).picture.unwrap();
        let texts = picture.shapes.into_iter().filter_map(|shape| match shape {
            Shape::Text { text, .. } => Some(text),
            _ => None,
        });
        texts.collect()
    };
    // Two years of one phase after the fortnight of the baseline.
    for index in [3, 2] {
        diary.treatment = diary.treatment.remove_phase(index).unwrap();
    }
    let texts = texts(&diary);
    for name in ["Baseline", "LDN 4.5 mg"] {
        assert!(texts.iter().any(|text| text == name), "{name}: {texts:?}");
    }
}

#[test]
fn an_item_that_was_never_answered_has_no_chart() {
    let diary = backup::read(STANFORD, LAST_DATE).unwrap();
    assert_eq!(item_chart(&diary, &choices(), &StandardItem::Stress.into()), None);
}
