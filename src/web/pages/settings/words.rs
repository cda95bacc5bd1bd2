//! All the words of the settings page.

use crate::diary::{DayEnd, Direction, NameError, StandardItem};

pub(super) const TITLE: &str = "Settings";
pub(super) const CONTENTS: &str = "On this page";
pub(super) const QUESTIONS: &str = "What you are asked";
pub(super) const RATINGS: &str = "Ratings";
pub(super) const SIDE_EFFECTS: &str = "Side effects";
pub(super) const SIDE_EFFECTS_NOTE: &str =
    "Each one that is on is asked every evening. Few questions are answered for longer than many.";
pub(super) const WALKING: &str = "Support needed for walking (yes or no)";
pub(super) const OWN_ITEMS: &str = "Ratings of your own";
pub(super) const OWN_SIDE_EFFECTS: &str = "Side effects of your own";
pub(super) const SIX_ITEMS: &str = "Six ratings of your own are the most. Put one away to add another.";
pub(super) const ITEM_NAME: &str = "What do you want to rate?";
pub(super) const BETTER: &str = "Which number is better?";
pub(super) const CHOOSE_BETTER: &str = "Choose which number is better.";
pub(super) const ADD_ITEM: &str = "Add this rating";
pub(super) const SIDE_EFFECT_NAME: &str = "Which side effect?";
pub(super) const ADD_SIDE_EFFECT: &str = "Add this side effect";
pub(super) const PUT_AWAY: &str = "Put away";
pub(super) const REMOVE: &str = "Remove";
pub(super) const BRING_BACK: &str = "Ask again";
pub(super) const WHAT_IS_AWAY: &str = "No longer asked";
pub(super) const AWAY_NOTE: &str = "What you recorded for these stays in your diary.";
pub(super) const CONDITION: &str = "Your condition (optional)";
pub(super) const CONDITIONS: [&str; 3] = ["fibromyalgia", "CRPS", "chronic pain"];
pub(super) const DAY_END: &str = "The end of your day";
pub(super) const DAY_ENDS_AT: &str = "My day ends at";
pub(super) const DAY_END_NOTE: &str = "A change counts from now on: days that you have recorded keep their date. Whether a recorded day counts as late is judged by the time that is set here.";
pub(super) const READING: &str = "Reading";
pub(super) const TEXT_SIZE: &str = "Text size";
pub(super) const TEXT_SIZES: [&str; 3] = ["Normal", "Larger", "Largest"];
pub(super) const THEME: &str = "Colours";
pub(super) const THEMES: [&str; 3] = ["As the device", "Light", "Dark"];
pub(super) const REMINDER: &str = "Reminder";
pub(super) const REMINDER_NOTE: &str = "Your phone's own calendar can remind you every day. The event is called “Daily log” and says nothing about your health. Nothing is sent from here.";
pub(super) const REMINDER_TIME: &str = "Remind me at";
pub(super) const NO_CALENDAR: &str = "It does not open, or it does not ring";
pub(super) const BY_HAND: &str = "Many Android phones do not open calendar files, or leave the alarm out. Set an alarm by hand then: open the clock app, add an alarm, choose the time and let it repeat every day.";
pub(super) const STOP: &str = "To stop or move the reminder, delete or change the event in your calendar.";
pub(super) const BACKUP: &str = "Backup";
pub(super) const STORAGE: &str = "Storage";
pub(super) const DELETE_EVERYTHING: &str = "Delete everything";
pub(super) const SAMPLE: &str = "Sample diary";
pub(super) const ABOUT: &str = "About this diary";
pub(super) const WHAT_IT_IS: &str = "A symptom diary for people who try low-dose naltrexone (LDN). It asks what the trials at Stanford asked, every day, and compares your days on LDN with your own days before it.";
pub(super) const NO_DEVICE: &str = "It is no medical device and gives no medical advice. It does not tell you whether to take LDN, or how much. Talk to your prescriber about that.";
pub(super) const NO_SENDING: &str =
    "What you enter stays on this device. There is no account, and nothing is sent anywhere.";
pub(super) const SOURCES: &str = "The trials behind it";
pub(super) const SOURCES_NOTE: &str = "To read one, search the web for the text at its end.";
pub(super) const VERSION: &str = concat!("LDN Diary ", env!("CARGO_PKG_VERSION"));
pub(super) const OWN_LICENCE: &str = "licence MIT or Apache-2.0";
pub(super) const LICENCES: &str = "Licences of the parts made by others";

/// Why an item has no switch.
pub(super) fn always(item: StandardItem) -> &'static str {
    if item == StandardItem::Tolerability {
        "on LDN or placebo"
    } else {
        "always asked"
    }
}

/// "2 asked".
pub(super) fn count_asked(count: usize) -> String {
    format!("{count} asked")
}

pub(super) fn better(direction: Direction) -> &'static str {
    match direction {
        Direction::LowerIsBetter => "Lower is better",
        Direction::HigherIsBetter => "Higher is better",
    }
}

pub(super) fn put_away(name: &str) -> String {
    format!("Put away {name}")
}

pub(super) fn remove(name: &str) -> String {
    format!("Remove {name}")
}

pub(super) fn bring_back(name: &str) -> String {
    format!("Ask again {name}")
}

/// What is wrong with a name.
pub(super) fn name_problem(error: NameError) -> String {
    match error {
        NameError::Empty => "Type a name.".into(),
        NameError::TooLong(count) => format!("This has {count} characters. Shorten it to 40 or fewer."),
    }
}

pub(super) fn you_are_asked(question: &str) -> String {
    format!("You are asked: “{question}”")
}

/// What the end of the day means, by an example.
pub(super) fn night(ends: DayEnd) -> String {
    if ends.minutes() > 0 {
        format!("What you enter in the night, up to {ends}, still counts for the day before.")
    } else {
        "A new day begins at midnight: what you enter at half past twelve counts for the new day.".into()
    }
}

pub(super) fn open_reminder(time: &str) -> String {
    format!("Add a reminder at {time}")
}
