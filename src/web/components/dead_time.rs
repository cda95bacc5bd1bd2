//! A second tap takes an answer back, but not that of a double tap: for half a second after it was given an answer stays.

use std::cell::Cell;

use js_sys::Date;

/// How long a second tap is taken for a slip, in milliseconds.
pub const DEAD_TIME: i32 = 500;

/// Which answer was given, as a number made of its name, and when.
type Given = (u32, f64);

thread_local! {
    /// The last answer. Not in the page: an answer may draw its question anew.
    static GIVEN: Cell<Given> = const { Cell::new((0, 0.0)) };
}

/// What one answer on the page is known by.
#[derive(Debug, Clone, Copy)]
pub struct DeadTime(u32);

impl DeadTime {
    /// That of the answer of this name.
    pub fn of(name: &str) -> Self {
        let mut number = 0_u32;
        for byte in name.bytes() {
            number = number.wrapping_mul(31).wrapping_add(u32::from(byte));
        }
        Self(number)
    }

    /// Whether a tap counts that gives the answer, or takes it back. Whoever hears no leaves all as it is.
    pub fn counts(self, takes_back: bool) -> bool {
        let now = Date::now();
        if !takes_back {
            GIVEN.set((self.0, now));
            return true;
        }
        let (one, at) = GIVEN.get();
        // A clock that was put back in the meantime says nothing.
        one != self.0 || now < at || at + f64::from(DEAD_TIME) <= now
    }
}
