//! What the patient said at ends of phases of all that has changed since they began (D9), as a table behind page 1.

use crate::trial::{Comparison, Study};
use crate::words::{dates, impression as words, names};

use super::parts::Table;

/// What stands neither on page 1, which tells the answer of `finding`, nor beside an answer with its question; `None` where that is
/// nothing.
pub(super) fn table(study: &Study<'_>, finding: Option<&Comparison>) -> Option<Table> {
    let diary = study.diary();
    let mut rows = Vec::new();
    for (occasion, change) in study.impressions() {
        if finding.is_some_and(|finding| finding.main && occasion.is_beside(finding)) {
            continue;
        }
        let phase = diary.treatment.phases().get(occasion.phase);
        rows.push(vec![
            phase
                .map(|phase| names::phase(&phase.kind).into_owned())
                .unwrap_or_default(),
            dates::short(occasion.day),
            occasion.since(diary),
            names::global_change(change).to_owned(),
        ]);
    }
    (!rows.is_empty()).then(|| Table {
        caption: words::table().into(),
        columns: [
            words::table_phase(),
            words::table_on(),
            words::table_compared(),
            words::table_said(),
        ]
        .map(String::from)
        .to_vec(),
        rows,
        widths: vec![2.4, 1.6, 3.0, 2.4],
    })
}
