//! Why there is no comparison yet, or no likely range: each reason that is given is the true one.

use chrono::{Days, NaiveDate, TimeDelta};
use ldn_diary::diary::{
    Against, Answers, Came, Day, DayEnd, Diary, Dose, DoseStep, ItemId, Name, Phase, PhaseKind, Rating, Settings,
    StandardItem, Treatment,
};
use ldn_diary::report::{Choices, Report};
use ldn_diary::results::{Results, Wanted, results};
use ldn_diary::trial::{Analysis, Comparison, Counting, ImportedDays, LateDays, NextStep, Window, analyse, sentence};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::choices;

/// What is recorded of a day: nothing, on time, late or imported; with pain, sleep or both; whether the dose was taken.
type Recorded = (u8, bool, u8, u8);

fn first() -> NaiveDate {
    "2027-01-01".parse().unwrap()
}

fn pain() -> ItemId {
    StandardItem::Pain.into()
}

/// A diary of phases, each with its length, a change of dose in it, and its days.
fn made(phases: &[(PhaseKind, u64, Option<u64>)], days: &[Recorded]) -> Diary {
    let (mut begun, mut steps, mut at) = (Vec::new(), Vec::new(), first());
    for (kind, length, step) in phases {
        begun.push(Phase::new(kind.clone(), at, None));
        if *kind == PhaseKind::Ldn {
            steps.push(DoseStep::new(at, Dose::from_micrograms(1500).unwrap()));
            if let Some(step) = step.filter(|step| *step > 0 && step < length) {
                steps.push(DoseStep::new(
                    at + Days::new(step),
                    Dose::from_micrograms(4500).unwrap(),
                ));
            }
        }
        at = at + Days::new(*length);
    }
    let treatment = Treatment::new(begun, steps).unwrap();
    let recorded = days.iter().enumerate().filter(|(_, (how, ..))| *how > 0);
    let days = recorded.map(|(number, (how, sleeps, rating, dose))| {
        let date = first() + Days::new(number as u64);
        let mut answers = Answers::default();
        let value = Rating::new(i64::from(*rating % 101)).unwrap();
        // A day with the one, with the other or with both.
        if *how != 3 {
            answers.items.insert(pain(), value);
        }
        if *sleeps || *how == 3 {
            answers.items.insert(StandardItem::SleepQuality.into(), value);
        }
        answers.dose_taken = match dose {
            0 => Some(Dose::NONE),
            1 => Some(Dose::from_micrograms(1500).unwrap()),
            _ => None,
        };
        let late = TimeDelta::days(i64::from(*how == 2) * 3);
        let evening = date.and_hms_opt(21, 0, 0).unwrap().and_utc().fixed_offset() + late;
        let source = (*how == 4).then(|| Name::new("Bearable").unwrap());
        Day::restore(date, evening, None, answers).with_source(source)
    });
    Diary::restore(Settings::default(), treatment, days.collect::<Vec<_>>())
}

fn diary() -> impl Strategy<Value = Diary> {
    let kind = select(vec![
        PhaseKind::Baseline,
        PhaseKind::Ldn,
        PhaseKind::Ldn,
        PhaseKind::Placebo,
        PhaseKind::Washout,
    ]);
    let phases = vec((kind, 1..60_u64, proptest::option::of(1..40_u64)), 1..4);
    // Of some diaries nearly all days are late, of others nearly none, of others few are recorded.
    let hows = select(vec![
        vec![1, 1, 1, 0],
        vec![2, 2, 2, 2, 2, 1],
        vec![2],
        vec![0, 0, 0, 1],
        vec![3, 3, 1, 2],
        vec![4, 4, 4, 2, 1],
        vec![4, 4, 0, 4, 2, 4],
        vec![4],
        vec![3],
    ]);
    let days = (hows, vec((0..12_usize, any::<bool>(), any::<u8>(), 0..3_u8), 1..170));
    // Each phase has its own way of being recorded.
    (phases, days, vec(0..170_usize, 0..3), any::<bool>()).prop_map(|(phases, (hows, days), turns, pauses)| {
        let mut all = Vec::new();
        for (number, (how, sleeps, rating, dose)) in days.into_iter().enumerate() {
            let turned = turns.iter().filter(|turn| **turn <= number).count() % 2 == 1;
            let how = if turned { 1 } else { hows[how % hows.len()] };
            all.push((how, sleeps, rating, if pauses { dose } else { 2 }));
        }
        let phases: Vec<_> =
            phases
                .into_iter()
                .fold(Vec::new(), |mut all: Vec<(PhaseKind, u64, Option<u64>)>, phase| {
                    // Two phases of a kind in a row are one.
                    if all.last().is_none_or(|last| last.0 != phase.0) {
                        all.push(phase);
                    }
                    all
                });
        made(&phases, &all)
    })
}

/// Every way of leaving days out.
fn ways() -> [Counting; 4] {
    [
        (LateDays::Included, ImportedDays::Included),
        (LateDays::LeftOut, ImportedDays::Included),
        (LateDays::Included, ImportedDays::LeftOut),
        (LateDays::LeftOut, ImportedDays::LeftOut),
    ]
    .map(|(late, imported)| Counting { late, imported })
}

/// Of days that came on time, late and imported, those that count, and those that are left out for the one and the other.
fn counted(counting: Counting, [on_time, late, imported]: [usize; 3]) -> (usize, [usize; 2]) {
    let (late, late_out) = match counting.late {
        LateDays::Included => (late, 0),
        LateDays::LeftOut => (0, late),
    };
    let (imported, imported_out) = match counting.imported {
        ImportedDays::Included => (imported, 0),
        ImportedDays::LeftOut => (0, imported),
    };
    (on_time + late + imported, [late_out, imported_out])
}

/// The days from one to another on which an item is rated, on time, late and imported.
fn rated(diary: &Diary, item: &ItemId, from: NaiveDate, to: NaiveDate) -> [usize; 3] {
    let days = diary.days().filter(|day| (from..=to).contains(&day.date()));
    let rated: Vec<_> = days.filter(|day| day.answers().items.contains_key(item)).collect();
    [Came::OnTime, Came::Late, Came::Imported].map(|came| {
        let such = rated.iter().filter(|day| day.came(diary.settings.day_ends_at) == came);
        such.count()
    })
}

/// The baseline days that count, as rule A2 says it: the last 84 at most.
fn baseline(diary: &Diary, as_of: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let spans = diary.treatment.spans(as_of);
    let span = spans.iter().find(|span| span.phase.kind == PhaseKind::Baseline)?;
    Some((span.from.max(span.to - Days::new(83)), span.to))
}

/// Each sentence that may be said, with what has to be so.
fn check(diary: &Diary, analysis: &Analysis, comparison: &Comparison) -> Result<(), TestCaseError> {
    let (as_of, counting) = (analysis.as_of, analysis.counting);
    let said = sentence(comparison, &diary.settings);
    let next = NextStep::of(comparison, as_of)
        .map(|next| next.text)
        .unwrap_or_default();
    let all = format!("{said} {next}");
    let says = |words: &str| all.contains(words);
    let contrast = &comparison.contrast;
    let of_window = contrast
        .window
        .map(|window| rated(diary, &comparison.item, window.from, window.to));
    let of_baseline = baseline(diary, as_of).map(|(from, to)| rated(diary, &comparison.item, from, to));
    let holds = |what: &str, is_so: bool| {
        prop_assert!(!says(what) || is_so, "{what:?} is not so: {all}\n{comparison:?}");
        Ok(())
    };
    let left_out = |days: Option<[usize; 3]>| days.is_some_and(|days| counted(counting, days).0 == 0 && days != [0; 3]);
    let none = |days: Option<[usize; 3]>| days.is_some_and(|days| days == [0; 3]);
    holds("none of the baseline days that count", none(of_baseline))?;
    holds("all of the baseline days that count", left_out(of_baseline))?;
    if said.contains("of the days ") && said.contains("that count") {
        // Of one of the two sides; of that which is compared with, where it lacks a rating.
        let reference = contrast.reference.filter(Window::is_unbroken);
        let of_reference = reference.map(|window| rated(diary, &comparison.item, window.from, window.to));
        let side = if contrast.reference.is_none_or(|window| window.recorded > 0) {
            of_window
        } else {
            of_reference
        };
        if let Some(side) = side {
            let (counts, [late_out, imported_out]) = counted(counting, side);
            prop_assert!(counts == 0, "{all}\n{comparison:?}");
            holds("it is rated on none", none(Some(side)))?;
            let both = late_out > 0 && imported_out > 0;
            holds("were filled in later, and are left out now", late_out > 0 && !both)?;
            holds("were imported, and are left out now", imported_out > 0 && !both)?;
            holds("were filled in later or imported, and are left out now", both)?;
        }
    }
    if comparison.against == Against::Baseline && contrast.means.is_none() {
        // The first 14 days are a reason where no other day has come.
        holds("days after a change don't count.", contrast.window.is_none())?;
        let ends = comparison.ended || !comparison.can_still_count();
        holds("no other day is left", ends)?;
    }
    holds(
        "There will be no comparison",
        comparison.ended || !comparison.can_still_count(),
    )?;
    holds("The averages can still be read", contrast.means.is_some())?;
    holds("There is no comparison", contrast.means.is_none())?;
    holds("LDN is paused", !comparison.ended && comparison.stretch.to < as_of)?;
    holds(
        "Count the days that were filled in later",
        counting.late == LateDays::LeftOut,
    )?;
    holds(
        "imported to see what they say",
        counting.imported == ImportedDays::LeftOut,
    )?;
    holds(
        "Too few days are left",
        contrast.range.is_none() && contrast.means.is_some(),
    )?;
    if let Some(days) = of_baseline {
        let (counts, out) = counted(counting, days);
        let out: usize = out.iter().sum();
        for recorded in
            ["day", "days"].map(|days_word| format!("Your baseline is over with {counts} recorded {days_word};"))
        {
            // What is said of it names this number and no other.
            if all.contains("Your baseline is over with") && all.contains(&recorded) {
                prop_assert!(out == 0, "{all}");
            }
        }
        let said = format!("over with {counts} ");
        prop_assert!(!all.contains("is over with") || all.contains(&said), "{all}\n{days:?}");
        let out_said = format!("Of your baseline {counts} days count, and {out} are left out");
        prop_assert!(!all.contains("Of your baseline") || all.contains(&out_said), "{all}");
    }
    prop_assert!(!all.contains("not rated in the baseline"), "{all}");
    // What is waited for can come.
    if let Some(day) = NextStep::of(comparison, as_of).and_then(|next| next.day) {
        prop_assert!(day > as_of, "{all}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::cases(150))]

    #[test]
    fn each_reason_for_no_comparison_is_the_true_one(diary in diary(), days in 1..170_u64) {
        let as_of = first() + Days::new(days);
        for counting in ways() {
            let analysis = analyse(&diary, as_of, counting);
            for comparison in analysis.comparisons.iter().chain(&analysis.against_taken) {
                check(&diary, &analysis, comparison)?;
            }
            if let Results::Waiting(waiting) = results(&diary, as_of, Wanted::of("", "", counting)) {
                let all = results(&diary, as_of, Wanted::of("", "", LateDays::Included));
                let is_there = counting != Counting::ALL && matches!(all, Results::Shown(_));
                prop_assert_eq!(!waiting.left_out.is_none(), is_there, "{:?}", waiting);
            }
        }
    }
}

proptest! {
    #![proptest_config(crate::cases(40))]

    #[test]
    fn the_report_gives_no_other_reason(diary in diary(), days in 1..170_u64) {
        let as_of = first() + Days::new(days);
        for counting in ways() {
            let Counting { late: late_days, imported: imported_days } = counting;
            let choices = Choices { late_days, imported_days, ..choices(as_of) };
            let html = Report::of(&diary, &choices).html();
            let of_baseline = baseline(&diary, as_of).map(|(from, to)| rated(&diary, &pain(), from, to));
            let holds = |what: &str, is_so: bool| {
                let text = html.replace('\u{a0}', " ");
                prop_assert!(!text.contains(what) || is_so, "{:?} is not so: {:?}", what, of_baseline);
                Ok(())
            };
            let none = of_baseline == Some([0; 3]);
            holds("Pain is not compared: it is rated on none of the days at baseline", none)?;
            let (counts, [late, imported]) = of_baseline.map_or((0, [0; 2]), |days| counted(counting, days));
            holds("Pain is not compared: its days at baseline that count were all filled in later and", counts == 0 && late > 0 && imported == 0)?;
            holds("Pain is not compared: its days at baseline that count were all imported and", counts == 0 && late == 0 && imported > 0)?;
            holds("Pain is not compared: its days at baseline that count were all filled in later or imported", counts == 0 && late > 0 && imported > 0)?;
            holds("Pain is recorded on LDN on no day but such", counting != Counting::ALL)?;
        }
    }
}

/// 14 days of baseline and 42 on LDN, each recorded at half past midnight.
fn at_night() -> Diary {
    let days: Vec<Recorded> = (0..56).map(|day| (1, true, 60 + day % 5, 2)).collect();
    let evening = made(&[(PhaseKind::Baseline, 14, None), (PhaseKind::Ldn, 42, None)], &days);
    let days = evening.days().map(|day| {
        let at = day.recorded_at() + TimeDelta::minutes(if day.date() < first() + Days::new(14) { 210 } else { 0 });
        Day::restore(day.date(), at, None, day.answers().clone())
    });
    Diary::restore(Settings::default(), evening.treatment.clone(), days.collect::<Vec<_>>())
}

// The end of the day at 04:00, then at 00:00: 14 days of baseline become late; with late days left out nothing is left.
#[test]
fn a_baseline_whose_days_are_all_late_and_left_out_is_said_to_be() {
    let mut diary = at_night();
    let as_of = first() + Days::new(55);
    let shown = |diary: &Diary, late| match results(diary, as_of, Wanted::of("", "", late)) {
        Results::Shown(shown) => shown.answer,
        other => panic!("{other:?}"),
    };
    assert!(
        shown(&diary, LateDays::LeftOut)
            .sentence
            .starts_with("On LDN your pain averaged")
    );
    diary.settings.day_ends_at = DayEnd::EARLIEST;
    assert!(
        shown(&diary, LateDays::Included)
            .sentence
            .starts_with("On LDN your pain averaged")
    );
    let answer = shown(&diary, LateDays::LeftOut);
    let why = "There is no comparison of your pain: all of the baseline days that count and have a rating of it were filled in \
               later, and are left out now. So far on LDN: mean 62, on 42 of 42 days.";
    assert!(answer.sentence.starts_with(why), "{}", answer.sentence);
    assert_eq!(
        answer.next.as_deref(),
        Some("Count the days that were filled in later to see what they say.")
    );
}

#[test]
fn a_phase_whose_days_are_all_late_and_left_out_does_not_make_the_diary_a_baseline() {
    let days: Vec<Recorded> = (0..56).map(|day| (if day < 14 { 1 } else { 2 }, true, 60, 2)).collect();
    let diary = made(&[(PhaseKind::Baseline, 14, None), (PhaseKind::Ldn, 42, None)], &days);
    let as_of = first() + Days::new(55);
    let Results::Waiting(waiting) = results(&diary, as_of, Wanted::of("", "", LateDays::LeftOut)) else {
        panic!("nothing is compared")
    };
    assert!(!waiting.left_out.is_none());
    assert!(waiting.text.contains("filled in later"), "{}", waiting.text);
}
