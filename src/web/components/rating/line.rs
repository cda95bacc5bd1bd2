//! The line of a rating: what fingers, mice and keys do on it.

use leptos::ev::{KeyboardEvent, PointerEvent, TouchEvent};
use leptos::html::Div;
use leptos::prelude::*;

use crate::diary::{Rating as Value, in_common_digits};
use crate::web::views::{live_option, live_text};
use crate::words::controls as words;

const HIGHEST: f64 = 100.0;
/// Where the first arrow key, minus or plus puts the handle: the middle favours neither end.
pub(super) const MIDDLE: i64 = 50;

/// A finger or mouse button that is down on the line, or on minus or plus.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Held {
    pub(super) pointer: i32,
    /// What lies under it.
    pub value: Value,
}

/// The slider. Its box is exactly the line, from 0 to 100.
#[component]
pub fn Line(
    /// The short name of what is rated.
    name: String,
    /// The ids of what is said about it: the question, and what 0 and 100 mean.
    about: String,
    /// The slider itself, for whoever wants to focus it.
    line: NodeRef<Div>,
    /// The finger that is down now.
    held: RwSignal<Option<Held>>,
    /// The answer, `None` while there is none.
    value: Signal<Option<Value>>,
    /// Called with a new answer, or with `None` when it is taken back.
    on_answer: Callback<Option<Value>>,
    /// A place to see beside the answer, 0 to 100.
    ring: Option<u8>,
) -> impl IntoView {
    let number = move || {
        held.get()
            .map(|held| held.value)
            .or_else(|| value.get())
            .map(Value::get)
    };
    let fingers = Fingers {
        line,
        held,
        on_answer,
        gave: StoredValue::new(false),
    };
    // Digits that come soon after one another are one number: 6 and 2 are 62.
    let typed = StoredValue::new(None::<(Value, f64)>);
    let key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        if let Some(digit) = digit_of_key(&event.key()) {
            event.prevent_default();
            let at = event.time_stamp();
            let begun = typed.get_value().filter(|(_, last)| at - last < TYPED_WITHIN_MS);
            let longer = begun.and_then(|(begun, _)| begun.with_digit(digit));
            let number = longer.or_else(|| Value::MIN.with_digit(digit));
            typed.set_value(number.map(|number| (number, at)));
            on_answer.run(number);
            return;
        }
        typed.set_value(None);
        let now = value.get_untracked().map(|value| i64::from(value.get()));
        if let Some(answer) = answer_of_key(&event.key(), now) {
            event.prevent_default();
            on_answer.run(answer);
        }
    };
    view! {
        <div
            class="rating-line"
            node_ref=line
            role="slider"
            tabindex="0"
            aria-label=name
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=live_text(move || number().unwrap_or(0).to_string())
            aria-valuetext=live_text(move || {
                number().map_or_else(|| words::not_answered().to_owned(), |number| number.to_string())
            })
            aria-describedby=about
            on:pointerdown=move |event| fingers.down(&event)
            on:pointermove=move |event| fingers.moved(&event)
            on:pointerup=move |event| fingers.up(&event)
            on:pointercancel=move |event| fingers.cancelled(&event)
            on:touchend=move |event| fingers.no_click(&event)
            on:keydown=key
        >
            {ring.map(|place| view! { <span class="rating-ring" style:left=format!("{place}%")></span> }.into_any())}
            {live_option(move || {
                number()
                    .map(|number| view! { <span class="rating-handle" style:left=format!("{number}%")></span> }.into_any())
            })}
        </div>
    }
}

/// What fingers and mice do. One at a time: a second finger changes nothing.
#[derive(Debug, Clone, Copy)]
struct Fingers {
    line: NodeRef<Div>,
    held: RwSignal<Option<Held>>,
    on_answer: Callback<Option<Value>>,
    /// Whether the finger that was lifted last gave an answer.
    gave: StoredValue<bool>,
}

impl Fingers {
    fn down(self, event: &PointerEvent) {
        if event.button() != 0 || self.held.get_untracked().is_some() {
            return;
        }
        if let (Some(line), Some(value)) = (self.line.get_untracked(), self.value_under(event)) {
            _ = line.set_pointer_capture(event.pointer_id());
            self.held.set(Some(Held {
                pointer: event.pointer_id(),
                value,
            }));
        }
    }

    fn moved(self, event: &PointerEvent) {
        if let (true, Some(value)) = (self.is_held(event), self.value_under(event)) {
            self.held.set(Some(Held {
                pointer: event.pointer_id(),
                value,
            }));
        }
    }

    fn up(self, event: &PointerEvent) {
        let held = self
            .held
            .get_untracked()
            .filter(|held| held.pointer == event.pointer_id());
        self.gave.set_value(held.is_some());
        if let Some(held) = held {
            self.on_answer.run(Some(held.value));
            self.held.set(None);
        }
    }

    /// The touch has become something else, such as scrolling.
    fn cancelled(self, event: &PointerEvent) {
        self.gave.set_value(false);
        if self.is_held(event) {
            self.held.set(None);
        }
    }

    /// After a tap the browser sends a click to whatever lies under the finger by then. An answer may have moved the
    /// page: without this the click could land on a button.
    fn no_click(self, event: &TouchEvent) {
        if self.gave.get_value() && event.cancelable() {
            event.prevent_default();
        }
    }

    fn is_held(self, event: &PointerEvent) -> bool {
        self.held
            .get_untracked()
            .is_some_and(|held| held.pointer == event.pointer_id())
    }

    /// The value under a finger; beyond an end it is that end.
    fn value_under(self, event: &PointerEvent) -> Option<Value> {
        let area = self.line.get_untracked()?.get_bounding_client_rect();
        if area.width() <= 0.0 {
            return None;
        }
        let share = (f64::from(event.client_x()) - area.left()) / area.width();
        #[expect(clippy::cast_possible_truncation, reason = "it lies between 0 and 100")]
        let number = (share * HIGHEST).round().clamp(0.0, HIGHEST) as i64;
        Value::new(number).ok()
    }
}

/// How long a digit may wait for the next one of its number, milliseconds.
const TYPED_WITHIN_MS: f64 = 1500.0;

/// The digit of a key, of whatever script.
fn digit_of_key(key: &str) -> Option<u8> {
    in_common_digits(key).parse().ok().filter(|digit| *digit < 10)
}

/// The answer that a key gives: `Some(None)` takes it back, `None` is a key for other things.
#[expect(clippy::option_option, reason = "no answer and no key for an answer are two things")]
fn answer_of_key(key: &str, now: Option<i64>) -> Option<Option<Value>> {
    let by = |step: i64| now.map_or(MIDDLE, |now| (now + step).clamp(0, 100));
    let number = match key {
        "ArrowRight" | "ArrowUp" => by(1),
        "ArrowLeft" | "ArrowDown" => by(-1),
        "PageUp" => by(10),
        "PageDown" => by(-10),
        "Home" => 0,
        "End" => 100,
        "Delete" | "Backspace" if now.is_some() => return Some(None),
        _ => return None,
    };
    Value::new(number).ok().map(Some)
}
