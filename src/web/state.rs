//! The one owner of the diary, and its one way to change.
//!
//! A change is on the screen and in a draft at once, and then on its way into both stores; [`AppState::save`] says when it
//! has arrived. Where keeping fails the answer stays on the screen and the page says that it is not saved: an answer is
//! never taken back behind the patient's back.

use std::pin::Pin;
use std::rc::Rc;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use leptos::prelude::*;
use leptos::reactive::graph::ToAnySource as _;

use crate::diary::{
    Answers, Day, DayError, Diary, FinalAnswer, Guess, LAST_DATE, Rest, Revealed, Settings, SortedSet, Today,
    Treatment, TrialCode,
};
use crate::exchange::backup::{self, BackupError, Marks};
use crate::store::names::SAMPLE_OPEN;
use crate::store::{BackupNote, Body, Census, KeepError, Keeper, Key, Opened, Piece, SetAside, StoreError};

use super::clock;
use super::files::{self, FileError};
use super::indexed_db::IndexedDb;
use super::local_store::{LocalStore, session_storage};
use super::part::{PartMissing, part};
use super::views::forget_readers;
use crate::trial_of_one::{self, TrialError};
use crate::words::{Said, problems};

mod copies;
mod keeping;

pub use copies::SafetyCopy;

/// The sample diary, beside the app.
const SAMPLE_PATH: &str = "/diary-stanford-2013.json";

/// How long after the last touch a page is still one that somebody fills in.
const IN_USE: TimeDelta = TimeDelta::minutes(30);

/// What stands under a key that only says yes.
pub(super) const YES: &str = "true";

type BrowserKeeper = Rc<Keeper<LocalStore, IndexedDb>>;

/// How it stands with the last change.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum SaveStatus {
    /// Nothing was changed yet.
    #[default]
    Nothing,
    /// It is on its way into the two stores.
    Saving,
    /// Both stores had it at this time.
    Saved(DateTime<FixedOffset>),
    /// One of the two stores has it; why not the other, and what to do.
    OneCopy(KeepError),
    /// It belongs to the sample, of which nothing is kept.
    Sample,
    /// It stands on the screen alone; why, and what to do.
    Failed(NotKept),
    /// Everything was deleted, here or in another tab.
    Emptied,
}

/// Why a change is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotKept {
    /// The diary does not take it.
    Refused(DayError),
    /// The stores have not taken it.
    Stores(KeepError),
    /// No copy of what was to be replaced could be kept.
    NoSafetyCopy,
}

impl From<KeepError> for NotKept {
    fn from(error: KeepError) -> Self {
        Self::Stores(error)
    }
}

impl Said for NotKept {
    fn said(&self) -> String {
        match self {
            Self::Refused(error) => error.said(),
            Self::Stores(error) => error.said(),
            Self::NoSafetyCopy => problems::no_safety_copy().to_owned(),
        }
    }
}

/// Why the sample is not open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SampleError {
    /// Its file did not arrive.
    File(FileError),
    /// It can't be read.
    Unreadable(BackupError),
}

impl Said for SampleError {
    fn said(&self) -> String {
        match self {
            Self::File(error) => error.said(),
            Self::Unreadable(error) => error.said(),
        }
    }
}

/// What a second store that has not answered yet means for the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LateStore {
    /// It may hold more than is shown; what is answered is kept in the first.
    MayHoldMore,
    /// The same, and some of what it holds was deleted.
    HoldsDeleted,
    /// The first store can't be used: nothing is kept before it answers.
    KeepsNothing,
}

/// What the patient should know about the diary's keeping.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Keeping {
    /// Why nothing can be kept at all.
    pub blocked: Option<StoreError>,
    /// Why only one of the two stores can be used.
    pub one_store: Option<KeepError>,
    /// The second store has not answered yet. Said by `late_is_said` when it takes long.
    pub late: Option<LateStore>,
    /// Whether that is on the page.
    pub late_is_said: bool,
    /// What could not be read, or gave way to a later version; it is left as it is.
    pub set_aside: Vec<SetAside>,
    /// A newer version of the app has used this diary.
    pub newer: bool,
    /// A diary was kept here before, and none of it can be read.
    pub lost: Option<Census>,
    /// Whether the browser has promised to keep the data; `None` where it was not asked or can't be.
    pub promised: Option<bool>,
    /// Whether the browser was asked for that since the start.
    pub asked: bool,
}

/// The state of the app. Cheap to copy; pages get it by [`expect_context`].
#[derive(Debug, Clone, Copy)]
pub struct AppState {
    own: RwSignal<Diary>,
    sample: RwSignal<Option<Diary>>,
    keeper: StoredValue<Option<BrowserKeeper>, LocalStorage>,
    committing: StoredValue<bool>,
    /// How many days are stored, by the last census.
    census: StoredValue<usize>,
    opened: RwSignal<bool>,
    /// How it stands with the last change.
    pub save: RwSignal<SaveStatus>,
    /// What there is to say about the diary's keeping.
    pub keeping: RwSignal<Keeping>,
    backup_note: RwSignal<BackupNote>,
    /// The day that was deleted last, while it can be brought back: until it is answered anew, or another is deleted. It is
    /// kept nowhere else.
    pub deleted: RwSignal<Option<Day>>,
    /// Whether both stores have that deletion; a change that is on its way later does not open it again.
    deletion_kept: StoredValue<bool>,
    /// Whether the last change took an answer back.
    pub took_back: RwSignal<bool>,
    /// Whether a dose stands on the page that is not given, or can't be.
    pub dose_waits: RwSignal<bool>,
    /// Whether a note stands on the page that can't be kept.
    pub note_waits: RwSignal<bool>,
    /// Whether a backup was imported just now: the page that comes next says so.
    pub imported: RwSignal<bool>,
    clock: RwSignal<Today>,
    /// The day that is filled in although it has ended: its page stays.
    pub stays: RwSignal<Option<NaiveDate>>,
    /// When a finger or a key was last on the page.
    used: StoredValue<Option<DateTime<FixedOffset>>>,
}

impl AppState {
    /// The state before anything was read; [`AppState::load`] reads the diary that this browser keeps.
    pub fn open() -> Self {
        Self {
            own: RwSignal::default(),
            sample: RwSignal::new(None),
            keeper: StoredValue::new_local(None),
            committing: StoredValue::new(false),
            census: StoredValue::new(0),
            opened: RwSignal::new(false),
            save: RwSignal::default(),
            keeping: RwSignal::default(),
            backup_note: RwSignal::default(),
            deleted: RwSignal::new(None),
            deletion_kept: StoredValue::new(false),
            took_back: RwSignal::new(false),
            dose_waits: RwSignal::new(false),
            note_waits: RwSignal::new(false),
            imported: RwSignal::new(false),
            clock: RwSignal::new(Today::at(clock::now())),
            stays: RwSignal::new(None),
            used: StoredValue::new(None),
        }
    }

    /// Whether the diary has been read. Until then it looks empty and must not be shown. Tracks changes.
    pub fn is_open(self) -> bool {
        self.opened.get()
    }

    /// Reads from the diary that is open. Tracks changes.
    ///
    /// # Panics
    /// Never: one diary is always open, and is read.
    pub fn with<T>(self, read: impl FnOnce(&Diary) -> T) -> T {
        let (mut read, mut found) = (Some(read), None);
        self.with_open(&mut |diary| found = read.take().map(|read| read(diary)));
        found.expect("the diary that is open is read")
    }

    /// Not generic, so that it is on the phone once and not for each of the many places that read.
    fn with_open(self, read: &mut dyn FnMut(&Diary)) {
        if self.in_sample() {
            self.sample
                .with(|sample| read(sample.as_ref().unwrap_or(&Diary::default())));
        } else {
            self.own.with(read);
        }
    }

    /// Whether a day is recorded. Tracks changes.
    pub fn has_day(self, date: NaiveDate) -> bool {
        self.with(|diary| diary.day(date).is_some())
    }

    /// Whether the sample is open.
    pub fn in_sample(self) -> bool {
        self.sample.with(Option::is_some)
    }

    /// Today's diary day. In the sample time stands still at its last day.
    pub fn today(self) -> NaiveDate {
        let sampled = self.sample.with(|sample| sample.as_ref().and_then(Diary::last_day));
        sampled.unwrap_or_else(|| self.own.with(|diary| self.clock.get().day(diary)))
    }

    /// As [`forget_readers`] says.
    pub fn forget_readers(self) {
        forget_readers(&[
            self.own.to_any_source(),
            self.sample.to_any_source(),
            self.opened.to_any_source(),
            self.save.to_any_source(),
            self.keeping.to_any_source(),
            self.backup_note.to_any_source(),
            self.took_back.to_any_source(),
            self.dose_waits.to_any_source(),
            self.note_waits.to_any_source(),
            self.imported.to_any_source(),
            self.clock.to_any_source(),
            self.stays.to_any_source(),
        ]);
    }

    /// Looks at the clock, so that a page that stays open over midnight and 04:00 moves on. One that is being filled in stays
    /// on its day (D1) until nobody has touched it for a while.
    pub fn look_at_clock(self) {
        let seen = self.seen_now();
        let Seen { was, is, is_used, .. } = seen;
        if was == is {
            self.clock.update_untracked(|clock| *clock = seen.clock);
        } else {
            let stays = is_used && !untrack(|| self.in_sample()) && self.stays.with_untracked(Option::is_none);
            if stays {
                self.stays.set(Some(was));
            }
            self.clock.set(seen.clock);
        }
        if !is_used {
            self.move_on();
        }
    }

    fn seen_now(self) -> Seen {
        let (before, now) = (self.clock.get_untracked(), clock::now());
        self.own.with_untracked(|diary| {
            let clock = before.again(now, diary);
            let used = self.used.get_value();
            Seen {
                clock,
                was: before.day(diary),
                is: clock.day(diary),
                is_used: used.is_some_and(|at| (TimeDelta::zero()..=IN_USE).contains(&(now - at))),
                at: now,
            }
        })
    }

    /// The page of a day that has ended goes on to today.
    pub fn move_on(self) {
        if self.stays.with_untracked(Option::is_some) {
            self.stays.set(None);
        }
    }

    /// The page of today is opened: nobody has touched it yet.
    pub fn arrive_today(self) {
        self.used.set_value(None);
        self.move_on();
    }

    /// A finger or a key is on the page. Where its day has ended while nobody looked, today is meant: what it does moves the
    /// page on.
    pub fn touch(self) {
        let seen = self.seen_now();
        if seen.is_used || seen.was == seen.is {
            self.used.set_value(Some(seen.at));
        }
    }

    /// Words are typed into a field of the open day: they are that day's, and it stays open for them, however the clock has
    /// moved since the first letter.
    pub fn type_on(self) {
        self.used.set_value(Some(clock::now()));
        self.look_at_clock();
    }

    /// The day that an answer belongs to which is given on the page of today, opened as `date`: where that has ended while
    /// nobody looked, it is the new one.
    pub fn day_of_answer(self, date: NaiveDate) -> NaiveDate {
        let is_today = date == untrack(|| self.today());
        self.look_at_clock();
        if is_today && self.stays.with_untracked(Option::is_none) {
            untrack(|| self.today())
        } else {
            date
        }
    }

    /// Changes the answers of a day, and keeps them.
    ///
    /// # Errors
    /// [`DayError`] where the day may not be recorded, as in the future; nothing has changed then. That it could not
    /// be kept is no error here: [`AppState::save`] says so.
    pub fn answer(self, date: NaiveDate, change: impl FnOnce(&mut Answers)) -> Result<(), DayError> {
        self.answer_once(date, Box::new(change))
    }

    fn answer_once(self, date: NaiveDate, change: Box<dyn FnOnce(&mut Answers) + '_>) -> Result<(), DayError> {
        let now = clock::now();
        let today = untrack(|| self.today());
        let (day, took_back) = untrack(|| self.with(|diary| changed(diary, date, change, now, today)))?;
        self.change(Key::Day(date), |diary| diary.put_day(day.clone()));
        self.took_back.set(took_back);
        Ok(())
    }

    /// Changes the settings, and keeps them. [`AppState::save`] says whether they could be kept.
    pub fn change_settings(self, settings: Settings) {
        self.change(Key::Settings, |diary| diary.settings = settings.clone());
    }

    /// Changes phases and dose steps, and keeps them, and how they were. [`AppState::save`] says whether they could be kept.
    pub fn change_treatment(self, treatment: Treatment) {
        self.change(Key::Treatment, |diary| diary.change_treatment(treatment.clone()));
    }

    /// Notes what the patient thinks that a period of a trial of one was, and keeps it (T3).
    ///
    /// # Errors
    /// [`TrialError`] where it can't be said; nothing has changed then.
    pub fn note_guess(self, commit: &TrialCode, period: u8, guess: Guess) -> Result<(), TrialError> {
        let mut noted = untrack(|| self.with(Diary::clone));
        trial_of_one::guess(&mut noted, commit, period, guess)?;
        self.change(Key::Treatment, |diary| {
            diary.treatment.clone_from(&noted.treatment);
            diary.earlier.clone_from(&noted.earlier);
        });
        Ok(())
    }

    /// Unseals a trial of one, and keeps that it was seen, whatever is undone.
    ///
    /// # Errors
    /// As of [`trial_of_one::reveal`].
    pub fn reveal_trial(self, commit: &TrialCode, revealed: &Revealed) -> Result<(), TrialError> {
        let mut opened = untrack(|| self.with(Diary::clone));
        trial_of_one::reveal(&mut opened, commit, revealed.clone())?;
        self.change(Key::Treatment, |diary| {
            diary.treatment.clone_from(&opened.treatment);
            diary.earlier.clone_from(&opened.earlier);
        });
        Ok(())
    }

    /// Undoes the last change of the treatment, after a reload too; nothing where there is none.
    pub fn undo_treatment(self) {
        self.change(Key::Treatment, |diary| _ = diary.undo_treatment());
    }

    /// Changes what the diary holds besides, and keeps that. [`AppState::save`] says whether it could be kept.
    pub fn change_rest(self, change: impl Fn(&mut Rest)) {
        self.change(Key::Rest, |diary| change(&mut diary.rest));
    }

    /// Keeps the final answers that are read now, each as it was when it was first read.
    pub fn keep_answers(self, answers: &[FinalAnswer]) {
        let now = clock::now();
        if !untrack(|| self.with(|diary| diary.rest.has_read(answers, now))) {
            self.change_rest(|rest| rest.read(answers, now));
        }
    }

    /// Takes a day out of the diary; until it is answered anew, or another is deleted, [`AppState::bring_back`] can undo
    /// it.
    pub fn delete_day(self, date: NaiveDate) {
        let day = untrack(|| self.with(|diary| diary.day(date).cloned()));
        if day.is_some() {
            self.deletion_kept.set_value(false);
            self.change(Key::Day(date), |diary| _ = diary.remove_day(date));
            self.deleted.set(day);
        }
    }

    /// How it stands with the deletion of a day. Tracks changes.
    pub fn deletion(self) -> SaveStatus {
        match self.save.get() {
            SaveStatus::Saving if self.deletion_kept.get_value() => SaveStatus::Nothing,
            save => save,
        }
    }

    /// Puts the day back as it was that was deleted last; the answer is its date.
    pub fn bring_back(self) -> Option<NaiveDate> {
        let day = self.deleted.get_untracked()?;
        self.change(Key::Day(day.date()), |diary| diary.put_day(day.clone()));
        Some(day.date())
    }

    /// A deleted day can't be brought back any more.
    fn forget_deleted(self) {
        if self.deleted.with_untracked(Option::is_some) {
            self.deleted.set(None);
        }
    }

    /// The one write path: applies a change of one piece to the diary that is open, and keeps it where that is the
    /// patient's own. The first entry opens the baseline by itself (P1): that is kept along with it.
    fn change(self, key: Key, apply: impl Fn(&mut Diary)) {
        let deleted = self
            .deleted
            .with_untracked(|day| day.as_ref().map(|day| Key::Day(day.date())));
        if deleted.is_some_and(|deleted| deleted == key) {
            self.forget_deleted();
        }
        self.took_back.set(false);
        if self.sample.with_untracked(Option::is_some) {
            self.sample.update(|sample| {
                if let Some(sample) = sample {
                    apply(sample);
                }
            });
            self.save.set(SaveStatus::Sample);
            return;
        }
        let before = self
            .own
            .with_untracked(|diary| (diary.treatment.clone(), diary.earlier.clone()));
        self.own.update(apply);
        let pieces = self.own.with_untracked(|diary| {
            let changes = diary.treatment != before.0 || diary.earlier != before.1;
            let opens = key != Key::Treatment && changes && !self.second_store_is_late();
            let opens = opens.then_some(Key::Treatment);
            let keys = std::iter::once(key).chain(opens);
            keys.map(|key| (key, Body::of(diary, key))).collect()
        });
        self.keep(pieces);
    }

    /// Takes a whole diary in, in place of the patient's own one, and keeps every piece of it that is new, as old as `marks`
    /// say. Days that it has not are deleted; deletions that the marks tell of are kept too. [`AppState::save`] says whether
    /// it could be kept: as a whole, or not at all.
    ///
    /// # Errors
    /// [`NotKept`]: nothing can be kept, and nothing has changed.
    pub fn take_in(self, diary: Diary, marks: &Marks) -> Result<(), NotKept> {
        let why = self.keeping.with_untracked(|keeping| match &keeping.blocked {
            Some(blocked) => Some(KeepError::from(blocked.clone())),
            None => keeping.newer.then_some(KeepError::Newer),
        });
        if let Some(why) = why {
            return Err(why.into());
        }
        let before = self.own.get_untracked();
        self.leave_sample();
        let dates = before.days().chain(diary.days()).map(|day| Key::Day(day.date()));
        let mut keys = SortedSet::from([Key::Settings, Key::Treatment, Key::Rest]);
        keys.extend(dates);
        let pieces = keys.into_iter().map(|key| (key, Body::of(&diary, key)));
        let new = pieces.filter(|(key, body)| Body::of(&before, *key) != *body);
        let mut new: Vec<Piece> = new.collect();
        let gone = marks.deleted.keys();
        let gone = gone.filter(|date| diary.day(**date).is_none() && before.day(**date).is_none());
        new.extend(gone.map(|date| (Key::Day(*date), None)));
        self.own.set(diary);
        if !new.is_empty() {
            self.keep_aged(new, marks);
        }
        Ok(())
    }

    /// The patient's own diary, whichever is open.
    pub fn own(self) -> Diary {
        self.own.get_untracked()
    }

    /// Opens the sample diary; the patient's own is not touched.
    ///
    /// # Errors
    /// [`SampleError`].
    pub async fn open_sample(self) -> Result<(), SampleError> {
        let text = files::fetch_text(SAMPLE_PATH).await.map_err(SampleError::File)?;
        let sample = backup::read(&text, LAST_DATE).map_err(SampleError::Unreadable)?;
        // In a window that keeps nothing it is not remembered through a reload; that is all.
        if let Some(storage) = session_storage() {
            _ = storage.set_item(SAMPLE_OPEN, YES);
        }
        self.sample.set(Some(sample));
        self.forget_deleted();
        self.save.set(SaveStatus::Nothing);
        Ok(())
    }

    /// Opens the sample again where this tab had it open before it was reloaded.
    pub async fn reopen_sample(self) {
        let kept = session_storage().and_then(|storage| storage.get_item(SAMPLE_OPEN).ok().flatten());
        if kept.is_none_or(|open| open != YES) {
            return;
        }
        let is_open = match sample_opening(self).await {
            Ok(opening) => opening.await.is_ok(),
            Err(PartMissing) => false,
        };
        if !is_open {
            self.leave_sample();
        }
    }

    /// Goes back to the patient's own diary.
    pub fn leave_sample(self) {
        if let Some(storage) = session_storage() {
            _ = storage.remove_item(SAMPLE_OPEN);
        }
        self.sample.set(None);
        self.forget_deleted();
        self.save.set(SaveStatus::Nothing);
    }
}

part! { later:
    /// Fetches a whole backup and reads it, which today's page does without.
    fn sample_opening(state: AppState) -> Result<Pin<Box<dyn Future<Output = Result<(), SampleError>>>>, PartMissing> {
        Ok(Box::pin(state.open_sample()))
    }
}

/// What a look at the clock shows.
struct Seen {
    clock: Today,
    /// What was today until then.
    was: NaiveDate,
    /// What is today now.
    is: NaiveDate,
    /// Whether the page is being filled in.
    is_used: bool,
    at: DateTime<FixedOffset>,
}

/// The day as it is after a change, and whether that took an answer back.
fn changed(
    diary: &Diary,
    date: NaiveDate,
    change: impl FnOnce(&mut Answers),
    now: DateTime<FixedOffset>,
    today: NaiveDate,
) -> Result<(Day, bool), DayError> {
    let ends = diary.settings.day_ends_at;
    let day = diary.day(date);
    let mut answers = day.map(|day| day.answers().clone()).unwrap_or_default();
    let before = answers.count();
    change(&mut answers);
    let took_back = answers.count() < before;
    let day = match day {
        Some(day) => day.changed(answers, now, ends),
        None => Day::first(date, answers, now, today)?,
    };
    Ok((day, took_back))
}
