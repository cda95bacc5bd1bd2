//! What the history says of days and phases.

use chrono::NaiveDate;

use crate::diary::{Came, Day, DayEnd, DayState, Entry, Kept};
use crate::web::state::SaveStatus;
use crate::words::history as messages;

pub(super) use messages::*;

/// The marks of the calendar with what they mean, in the order of the legend: that of imported days, and of days that were not
/// asked of, where there are some.
pub(super) fn marks(has_imported: bool, has_rested: bool) -> Vec<(DayState, &'static str)> {
    let recorded = |entry, came| DayState::Recorded { entry, came };
    let mut marks = vec![
        (recorded(Entry::Full, Came::OnTime), messages::recorded()),
        (recorded(Entry::Part, Came::OnTime), in_part()),
        (recorded(Entry::LeftOut, Came::OnTime), mark_left_out()),
        (recorded(Entry::Full, Came::Late), mark_late()),
    ];
    if has_imported {
        marks.push((recorded(Entry::Full, Came::Imported), mark_imported()));
    }
    marks.push((DayState::Missing, not_recorded()));
    if has_rested {
        marks.push((DayState::NotAsked, not_asked()));
    }
    marks
}

/// What a day of the calendar is, for a screen reader.
pub(super) fn state(state: DayState) -> &'static str {
    match state {
        DayState::Recorded { entry, came } => match (entry, came) {
            (Entry::Full, Came::OnTime) => recorded(),
            (Entry::Full, Came::Late) => recorded_late(),
            (Entry::Full, Came::Imported) => imported(),
            (Entry::Part, Came::OnTime) => in_part(),
            (Entry::Part, Came::Late) => in_part_late(),
            (Entry::Part, Came::Imported) => in_part_imported(),
            (Entry::LeftOut, Came::OnTime) => rest_left_out(),
            (Entry::LeftOut, Came::Late) => rest_left_out_late(),
            (Entry::LeftOut, Came::Imported) => rest_left_out_imported(),
        },
        DayState::Missing => not_recorded(),
        DayState::NotAsked => not_asked(),
        DayState::Open => open_today(),
        DayState::Before => before(),
        DayState::Future => not_here_yet(),
    }
}

/// "5 of 7".
pub(super) fn week(kept: Kept) -> String {
    messages::week(kept.recorded, kept.days)
}

/// "12 of 14 days, 2 late, 5 imported".
pub(super) fn phase(kept: Kept) -> String {
    let said = match kept.late {
        0 => messages::phase(kept.recorded, kept.days),
        late => phase_late(kept.recorded, kept.days, late),
    };
    match kept.imported {
        0 => said,
        imported => phase_imported(&said, imported),
    }
}

/// "late · changed later", "imported from Bearable".
pub(super) fn provenance(day: &Day, ends: DayEnd) -> String {
    let from = day.imported_from();
    let mut marks: Vec<String> = from.map(|from| imported_from(from.as_str())).into_iter().collect();
    for (holds, name) in [
        (day.is_late(ends), late()),
        (day.edited_at().is_some(), changed_later()),
        (day.answers().left_out, messages::rest_left_out()),
    ] {
        if holds {
            marks.push(name.to_owned());
        }
    }
    marks.join(" · ")
}

/// "5 January is deleted.": when both stores have it.
pub(super) fn deleted(day: NaiveDate, save: &SaveStatus) -> String {
    match save {
        SaveStatus::Saving => deleting(day),
        SaveStatus::OneCopy(why) => deleted_once(day, &why.of_one_store()),
        SaveStatus::Failed(_) => deleted_here(day),
        _ => messages::deleted(day),
    }
}
