//! What the questions share.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::diary::{Answers, CheckIn, Day};
use crate::web::address::Address;
use crate::web::state::{AppState, NotKept, SaveStatus};

/// One day's answers, and the way to change them.
#[derive(Debug, Clone, Copy)]
pub struct DayForm {
    pub(super) date: NaiveDate,
    pub(super) state: AppState,
    pub(super) address: Address,
}

impl DayForm {
    pub(super) fn of(date: NaiveDate) -> Self {
        Self {
            date,
            state: expect_context::<AppState>(),
            address: expect_context::<Address>(),
        }
    }

    /// Reads the answers so far. Tracks changes.
    pub(super) fn answers<T>(self, read: impl FnOnce(&Answers) -> T) -> T {
        self.state.with(|diary| match diary.day(self.date).map(Day::answers) {
            Some(answers) => read(answers),
            None => read(&Answers::default()),
        })
    }

    /// Reads the answers as they are now.
    pub(super) fn answers_now<T>(self, read: impl FnOnce(&Answers) -> T) -> T {
        untrack(|| self.answers(read))
    }

    /// What is asked on this day. Tracks changes.
    pub(super) fn check_in(self) -> CheckIn {
        self.state.with(|diary| CheckIn::of(diary, self.date))
    }

    /// Changes the answers and keeps them.
    pub(super) fn change(self, change: impl FnOnce(&mut Answers)) {
        let is_named = untrack(|| self.address.value("day").is_some());
        let date = if is_named {
            self.date
        } else {
            self.state.day_of_answer(self.date)
        };
        self.change_on(date, change);
    }

    /// The same of what is typed, letter by letter: what was begun goes on where it was, and a first letter is an answer
    /// like any other.
    pub(super) fn change_typed(self, is_begun: fn(&Answers) -> bool, change: impl FnOnce(&mut Answers)) {
        if self.answers_now(is_begun) {
            self.state.type_on();
            self.change_on(self.date, change);
        } else {
            self.change(change);
        }
    }

    fn change_on(self, date: NaiveDate, change: impl FnOnce(&mut Answers)) {
        if let Err(error) = self.state.answer(date, change) {
            self.state.save.set(SaveStatus::Failed(NotKept::Refused(error)));
        }
    }
}
