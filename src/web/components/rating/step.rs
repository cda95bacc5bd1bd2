//! Minus and plus: one point finer with each press, and on and on while held.

use std::time::Duration;

use leptos::ev::{MouseEvent, PointerEvent};
use leptos::prelude::*;

use super::line::{Held, MIDDLE};
use crate::diary::Rating as Value;
use crate::words::controls as words;

/// How often the number moves on while a button is held.
const EVERY: Duration = Duration::from_millis(100);
/// How long a finger has to rest before that begins.
const REST: Duration = Duration::from_millis(400);

/// Minus or plus. Beyond an end a press gives nothing. Without an answer the first press gives the middle, and holding gives nothing more: a hand that rests
/// there has not answered.
#[component]
pub fn Step(
    /// What it does, for assistive technology.
    name: String,
    /// What is on it.
    sign: &'static str,
    /// One less or one more.
    by: i64,
    /// The finger that is down now, and the number that it has come to.
    held: RwSignal<Option<Held>>,
    /// The answer, `None` while there is none.
    value: Signal<Option<Value>>,
    /// Called with a new answer.
    on_answer: Callback<Option<Value>>,
) -> impl IntoView {
    let press = Press {
        by,
        held,
        value,
        on_answer,
        down: StoredValue::new(false),
        turn: StoredValue::new(0),
        counted: StoredValue::new(false),
    };
    let on =
        |act: fn(Press, &PointerEvent)| -> Box<dyn FnMut(PointerEvent)> { Box::new(move |event| act(press, &event)) };
    view! {
        <button
            type="button"
            class="rating-step"
            aria-label=name
            tabindex="-1"
            aria-description=words::begins_in_the_middle()
            on:pointerdown=on(Press::down)
            on:pointerup=on(Press::give)
            on:pointerleave=on(Press::give)
            on:pointercancel=on(Press::cancel)
            on:click=move |event: MouseEvent| press.click(&event)
        >
            {sign}
        </button>
    }
}

/// A button that may be held.
#[derive(Debug, Clone, Copy)]
struct Press {
    by: i64,
    held: RwSignal<Option<Held>>,
    value: Signal<Option<Value>>,
    on_answer: Callback<Option<Value>>,
    down: StoredValue<bool>,
    /// Counts the presses and their ends: what was to follow after one that is over does not.
    turn: StoredValue<u32>,
    /// Whether the finger that was down last has counted: the click that the browser sends after it is no further step.
    counted: StoredValue<bool>,
}

impl Press {
    /// What comes after a value; none beyond an end.
    fn next(self, now: Option<Value>) -> Option<Value> {
        Value::new(now.map_or(MIDDLE, |now| i64::from(now.get()) + self.by)).ok()
    }

    fn down(self, event: &PointerEvent) {
        self.stop();
        self.counted.set_value(false);
        if event.button() != 0 || self.held.get_untracked().is_some() {
            return;
        }
        self.down.set_value(true);
        self.count_after(REST, event.pointer_id(), self.turn.get_value());
    }

    fn count_after(self, time: Duration, pointer: i32, turn: u32) {
        let count = move || {
            // The page may have been left meanwhile.
            if self.turn.try_get_value() == Some(turn) {
                self.count(pointer);
                self.count_after(EVERY, pointer, turn);
            }
        };
        set_timeout(count, time);
    }

    /// One point further, shown and not yet given.
    fn count(self, pointer: i32) {
        let held = self.held.get_untracked().map(|held| held.value);
        let now = held.or(self.value.get_untracked());
        if let (Some(_), Some(value)) = (now, self.next(now)) {
            self.counted.set_value(true);
            self.held.set(Some(Held { pointer, value }));
        }
    }

    /// The finger was lifted, or has slid off: the number that it has come to is the answer.
    fn give(self, event: &PointerEvent) {
        let held = self.held.get_untracked().filter(|_| self.down.get_value());
        self.cancel(event);
        if let Some(held) = held {
            self.on_answer.run(Some(held.value));
        }
    }

    /// The touch has become something else, such as scrolling: the answer stays as it was.
    fn cancel(self, _: &PointerEvent) {
        if self.down.get_value() {
            self.stop();
            self.held.set(None);
        }
    }

    /// A tap, or Enter or Space, which have no place on the screen and so no count of clicks.
    fn click(self, event: &MouseEvent) {
        if self.counted.get_value() && event.detail() != 0 {
            return;
        }
        if let Some(next) = self.next(self.value.get_untracked()) {
            self.on_answer.run(Some(next));
        }
    }

    fn stop(self) {
        self.down.set_value(false);
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
    }
}
