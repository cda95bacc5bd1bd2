//! The visit that a report is made for, on top of page 1, and what was decided at others, behind it (D11).

use chrono::NaiveDate;

use super::parts::{Line, Table};
use crate::diary::Diary;
use crate::visits::{all, of_report};
use crate::words::{Said as _, visit as words};

/// How many visits of which something was decided are listed: the last ones.
const LISTED: usize = 6;

/// When and with whom, then each question.
pub(super) fn lines(diary: &Diary, made_on: NaiveDate) -> Vec<Line> {
    let Some(visit) = of_report(&diary.rest, made_on) else {
        return Vec::new();
    };
    let mut lines = vec![Line {
        name: words::column_visit().to_owned(),
        text: visit.said(),
    }];
    for (place, question) in visit.questions.iter().enumerate() {
        lines.push(Line {
            name: words::column_question(place + 1),
            text: question.clone(),
        });
    }
    lines
}

/// The last visits at which something was decided, the newest first; `None` without one.
pub(super) fn decisions(diary: &Diary, made_on: NaiveDate) -> Option<Table> {
    let visits = all(&diary.rest).into_iter().rev();
    let visits = visits.filter(|(_, visit)| visit.date <= made_on);
    let rows = visits.filter_map(|(_, visit)| {
        let decided = visit.decided.as_ref()?;
        Some(vec![visit.said(), decided.said()])
    });
    let rows: Vec<Vec<String>> = rows.take(LISTED).collect();
    (!rows.is_empty()).then(|| Table {
        caption: words::decisions().into(),
        columns: vec![words::column_visit().into(), words::column_decided().into()],
        rows,
        widths: vec![3.0, 6.4],
    })
}
