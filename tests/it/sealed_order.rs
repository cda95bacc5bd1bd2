//! T1: drawing and sealing the order of a trial of one, from the pharmacist's side.

use chrono::NaiveDate;
use ldn_diary::diary::{Arm, DayEnd, Dose, FIRST_DATE, Form, LAST_DATE, TrialOfOne, TrialPlan, TrialPlanError};
use ldn_diary::exchange::sealed_order::{CodeError, RANDOM_BYTES, RevealError, SealedOrder, draw, open};

use crate::support::{at, date};

/// Bytes that are random enough for an example.
const RANDOM: [u8; RANDOM_BYTES] = [
    0b101, 0x9f, 0x1e, 0x3c, 0x58, 0x77, 0xa0, 0x04, 0xd2, 0x6b, 0x81, 0xf5, 0x20, 0xce, 0x3a, 0x49, 0x17, 0xbb,
];

pub(crate) fn plan() -> TrialPlan {
    TrialPlan::new(3, 28, date("2026-03-02")).unwrap()
}

pub(crate) fn sealed() -> SealedOrder {
    draw(&RANDOM, plan())
}

pub(crate) fn mg(milligrams: &str) -> Dose {
    Dose::from_milligrams(milligrams).unwrap()
}

// The worked example of docs/trial-of-one.md, whose digits are those of `printf … | sha256sum`.
#[test]
fn the_document_says_what_the_code_does() {
    let document = include_str!("../../docs/trial-of-one.md");
    let order = sealed();
    let printed = order.text().replace('\n', "\\n");
    assert!(
        document.contains(&format!("printf '{printed}' | sha256sum")),
        "{printed}"
    );
    for said in [
        order.hash().hex(),
        order.commit_code().as_str().to_owned(),
        order.reveal_code().as_str().to_owned(),
    ] {
        assert!(document.contains(&said), "{said}");
    }
    assert_eq!(order.order().text(), "LP PL LP");
}

// T1: each order is as likely as any other.
#[test]
fn the_order_is_drawn_by_a_bit_for_each_pair() {
    for pairs in 2..=4_i64 {
        let plan = TrialPlan::new(pairs, 28, date("2026-03-02")).unwrap();
        let mut counts = std::collections::BTreeMap::new();
        for coins in 0..=255_u8 {
            let mut random = RANDOM;
            random[0] = coins;
            *counts.entry(draw(&random, plan).order().text()).or_insert(0) += 1;
        }
        assert_eq!(counts.len(), 1 << pairs);
        assert!(counts.values().all(|count| *count == 256 >> pairs), "{counts:?}");
    }
}

#[test]
fn labels_and_sheet_say_dates_and_nothing_of_the_order() {
    let list = sealed().list();
    assert_eq!(list.len(), 6);
    assert_eq!(
        (list[0].1, list[1].1, list[2].1),
        (Arm::Ldn, Arm::Placebo, Arm::Placebo)
    );
    assert_eq!((list[1].0.from, list[1].0.to), (date("2026-03-30"), date("2026-04-26")));
    let mut other = RANDOM;
    other[0] = !other[0];
    assert_eq!(draw(&other, plan()).bottles(), sealed().bottles());
    let sheet = sealed().sheet(mg("4.5"), Form::Capsule);
    assert_eq!(
        (sheet.commit, sheet.plan, sheet.bottles.len()),
        (sealed().commit_code(), plan(), 6)
    );
}

#[test]
fn a_plan_is_two_to_four_pairs_of_three_weeks_at_least() {
    let first = date("2026-03-02");
    for (pairs, days, expected) in [
        (1, 28, Err(TrialPlanError::Pairs(1))),
        (5, 28, Err(TrialPlanError::Pairs(5))),
        (-1, 28, Err(TrialPlanError::Pairs(-1))),
        (2, 20, Err(TrialPlanError::PeriodDays(20))),
        (2, 85, Err(TrialPlanError::PeriodDays(85))),
        (2, 21, Ok(date("2026-05-25"))),
        (4, 84, Ok(date("2028-01-03"))),
    ] {
        assert_eq!(TrialPlan::new(pairs, days, first).map(TrialPlan::ends), expected);
    }
    for outside in [FIRST_DATE, LAST_DATE, NaiveDate::MAX, date("1999-12-31")] {
        assert_eq!(TrialPlan::new(2, 28, outside), Err(TrialPlanError::FirstDay(outside)));
    }
}

// T4: each way in which a code is not the one is another answer, and changes nothing.
#[test]
fn a_code_that_opens_nothing_says_why() {
    let trial = TrialOfOne::new(
        sealed().commit_code(),
        plan(),
        (mg("4.5"), Form::Capsule),
        at("2026-03-01T20:00:00+01:00"),
    );
    let now = at("2026-08-20T20:00:00+02:00");
    let opened = |text: &str| open(&trial, text, now, DayEnd::default()).map(|revealed| revealed.order.text());
    let right = sealed().reveal_code();
    assert_eq!(opened(right.as_str()), Ok("LP PL LP".to_owned()));
    assert_eq!(
        opened(&right.as_str().to_lowercase().replace('-', " ")),
        Ok("LP PL LP".to_owned())
    );
    assert_eq!(
        opened(sealed().commit_code().as_str()),
        Err(RevealError::Code(CodeError::OtherKind))
    );
    let mut other = RANDOM;
    other[5] ^= 1;
    let other = draw(&other, plan()).reveal_code();
    assert_eq!(opened(other.as_str()), Err(RevealError::OtherTrial));
    let mut other_order = RANDOM;
    other_order[0] ^= 1;
    let other_order = draw(&other_order, plan()).reveal_code();
    assert_eq!(opened(other_order.as_str()), Err(RevealError::OtherTrial));
    let wrong = right.as_str().replacen(|letter: char| letter != '7', "7", 1);
    assert_eq!(opened(&wrong), Err(RevealError::Code(CodeError::Group(1))));
    assert!(matches!(
        opened(""),
        Err(RevealError::Code(CodeError::Length { letters: 0, .. }))
    ));
    let revealed = TrialOfOne {
        revealed: open(&trial, right.as_str(), now, DayEnd::default()).ok(),
        ..trial
    };
    let again = open(&revealed, right.as_str(), now, DayEnd::default());
    assert_eq!(again, Err(RevealError::Revealed));
}
