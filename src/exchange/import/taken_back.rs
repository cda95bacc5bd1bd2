//! An import taken back in one step: what it brought goes, what came after it stays.

use chrono::NaiveDate;

use crate::diary::{Day, Diary, ItemId, Later, Rest, Settings, SideEffectId};

/// Takes an import back out of the diary as it is `now`. `before` and `after` are the diary right before the import and
/// right after it.
///
/// A day that nobody has touched since is as it was before, or gone. Of one that was changed since, what was changed stays,
/// on a day that was recorded here: what was answered on an imported day is no import. A day that was deleted since stays
/// deleted. Settings and treatment go back where they are as the import left them; but settings stay that declare something
/// of the patient's own that is still answered.
#[must_use]
pub fn taken_back(now: &Diary, before: &Diary, after: &Diary) -> Diary {
    let mut diary = now.clone();
    let unchanged = now.first_day().map(|first| after.treatment.opened_by(first));
    let follows = now.treatment == after.treatment || Some(&now.treatment) == unchanged.as_ref();
    for date in touched(before, after) {
        let Some(is) = now.day(date) else {
            // Taken out since, or by the import alone.
            if let (Some(was), None) = (before.day(date), after.day(date)) {
                diary.put_day(was.clone());
            }
            continue;
        };
        match without(is, before.day(date), after.day(date)) {
            Some(day) => diary.put_day(day),
            None => _ = diary.remove_day(date),
        }
    }
    if follows {
        diary.treatment = before.treatment.clone();
        diary.earlier.clone_from(&before.earlier);
        // What was answered since opens a baseline as it did.
        let first = diary.first_day().filter(|first| before.day(*first).is_none());
        if let Some(first) = first {
            diary.treatment = diary.treatment.opened_by(first);
        }
    }
    if now.settings == after.settings && declares_all(&before.settings, &diary, before) {
        diary.settings = before.settings.clone();
    }
    if now.rest == after.rest {
        diary.rest = before.rest.clone();
    } else {
        diary.rest = Rest::merged(Some(&after.rest), &before.rest, &now.rest, Later::Theirs);
    }
    diary
}

/// The dates of the days that an import changed.
fn touched(before: &Diary, after: &Diary) -> Vec<NaiveDate> {
    let mut dates: Vec<NaiveDate> = Vec::new();
    for day in before.days() {
        if after.day(day.date()) != Some(day) {
            dates.push(day.date());
        }
    }
    for day in after.days() {
        if before.day(day.date()).is_none() {
            dates.push(day.date());
        }
    }
    dates
}

/// A day as it `is`, without what an import made of it that had found it as it `was`; `None` where nothing is left.
fn without(is: &Day, was: Option<&Day>, brought: Option<&Day>) -> Option<Day> {
    if Some(is) == brought {
        return was.cloned();
    }
    match (was, brought) {
        (Some(was), brought) => Some(Day::merged(brought, was, is, Later::Theirs)),
        (None, Some(brought)) => is.since(brought),
        (None, None) => Some(is.clone()),
    }
}

/// Whether settings know every own item, side effect and medicine that a diary knows and its days answer; those that are as `before`
/// need no other settings than they had.
fn declares_all(settings: &Settings, diary: &Diary, before: &Diary) -> bool {
    let mut changed = diary.days().filter(|day| before.day(day.date()) != Some(*day));
    changed.all(|day| {
        let items = day.answers().items.keys().all(|item| match item {
            ItemId::Standard(_) => true,
            ItemId::Own(id) => settings.own_item(id).is_some() || diary.settings.own_item(id).is_none(),
        });
        let effects = day.answers().side_effects.keys().all(|effect| match effect {
            SideEffectId::Standard(_) => true,
            SideEffectId::Own(id) => {
                settings.own_side_effect(id).is_some() || diary.settings.own_side_effect(id).is_none()
            }
        });
        let mut medicines = day.answers().medicines.keys();
        let medicines = medicines.all(|id| settings.medicine(id).is_some() || diary.settings.medicine(id).is_none());
        items && effects && medicines
    })
}
