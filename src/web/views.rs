//! Views of one type: the framework is compiled anew for each further type of list, of closure, of handler, and each is a
//! kilobyte more on the phone.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::{
    AnyView, Get as _, GetUntracked as _, IntoAny, IntoView, Memo as FrameworkMemo, Signal, Track as _,
};
use leptos::reactive::graph::{AnySource, ReactiveNode as _};

/// A view that is drawn anew when what it reads has changed.
pub fn live(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let draw: Box<dyn Fn() -> AnyView + Send> = Box::new(draw);
    draw.into_any()
}

/// A view that is there while there is something to draw.
pub fn live_option(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    live(move || draw().unwrap_or_else(|| ().into_any()))
}

/// A view that is there while `when` holds; it stays as it is until that changes.
pub fn live_while(
    when: impl Fn() -> bool + Send + Sync + 'static,
    draw: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let when = memo_bool(when);
    live_option(move || when.get().then(&draw))
}

/// Whether something holds; who reads it hears of changes alone.
pub fn memo_bool(holds: impl Fn() -> bool + Send + Sync + 'static) -> FrameworkMemo<bool> {
    let holds: Box<dyn Fn() -> bool + Send + Sync> = Box::new(holds);
    FrameworkMemo::new(move |_| holds())
}

/// A value of any type, as every [`Memo`] keeps it.
type Held = Arc<dyn Any + Send + Sync>;

/// Works a value out; nothing where it is as before.
type Change = Box<dyn Fn(Option<&Held>) -> Option<Held> + Send + Sync>;

/// A value that is worked out from what it reads, once; who reads it hears of changes alone.
///
/// It is the framework's memo of one type for all values: a memo of each type would be compiled anew.
pub struct Memo<T> {
    held: FrameworkMemo<Held>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// The value is worked out when it is first read.
    pub fn new(work_out: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let held = held_memo(Box::new(move |before| {
            let now = work_out();
            let unchanged = before.is_some_and(|before| before.downcast_ref() == Some(&now));
            (!unchanged).then(|| Arc::new(now) as Held)
        }));
        Self {
            held,
            holds: PhantomData,
        }
    }

    /// The value; who asks hears of changes.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// Reads the value and hears of changes.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(as_type(&self.held.get()))
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Hears of changes.
    pub fn track(self) {
        self.held.track();
    }

    /// Reads the value as it is now.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(as_type(&self.held.get_untracked()))
    }

    /// Reads the value as it is now, unless its page has been left.
    pub fn try_with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        Some(read(as_type(&self.held.try_get_untracked()?)))
    }
}

impl<T> fmt::Debug for Memo<T> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.held.fmt(to)
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::derive(move || memo.get())
    }
}

fn as_type<T: 'static>(held: &Held) -> &T {
    held.downcast_ref().expect("a memo holds what it was made with")
}

/// A memo that is told the new value only where it differs from the one before.
fn held_memo(changed: Change) -> FrameworkMemo<Held> {
    FrameworkMemo::new_owning(move |before: Option<Held>| match (changed(before.as_ref()), before) {
        (None, Some(before)) => (before, false),
        (now, _) => (now.expect("the first value is new"), true),
    })
}

/// Lets go of everything that has read these signals. What is still there reads anew, and is known again.
///
/// The framework frees a memo or an effect with its page, but leaves its name with each signal that it has read, for as
/// long as the signal lives: a leak where that is as long as the app.
pub fn forget_readers(signals: &[AnySource]) {
    for signal in signals {
        signal.mark_dirty();
    }
}

/// Text that follows what it reads.
pub fn live_text(text: impl Fn() -> String + Send + 'static) -> Box<dyn Fn() -> String + Send> {
    Box::new(text)
}

/// A word, such as the state of a control, that follows what it reads.
pub fn live_word(word: impl Fn() -> &'static str + Send + 'static) -> Box<dyn Fn() -> &'static str + Send> {
    Box::new(word)
}

/// Whether a control says that it does nothing now, as `aria-disabled` has it: one that is `disabled` while it has the focus
/// would lose it, and the next Tab would begin at the top of the page.
pub fn off(is_off: impl Fn() -> bool + Send + 'static) -> Box<dyn Fn() -> &'static str + Send> {
    live_word(move || if is_off() { "true" } else { "false" })
}

/// What is done on a click.
pub fn on_click(act: impl FnMut() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    let mut act = act;
    Box::new(move |_| act())
}

/// Collects views, whatever each is made of.
pub trait CollectAny {
    /// The views as a list that any element can hold.
    fn collect_any(self) -> Vec<AnyView>;
}

impl<I: IntoIterator<Item = V>, V: IntoView + 'static> CollectAny for I {
    fn collect_any(self) -> Vec<AnyView> {
        self.into_iter().map(|view| view.into_view().into_any()).collect()
    }
}
