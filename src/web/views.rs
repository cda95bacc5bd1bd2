//! Views of one type: the framework is compiled anew for each further type of list, of closure, of handler, and each is a
//! kilobyte more on the phone.

use leptos::ev::MouseEvent;
use leptos::prelude::{AnyView, Get, IntoAny, IntoView, Memo};
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
pub fn memo_bool(holds: impl Fn() -> bool + Send + Sync + 'static) -> Memo<bool> {
    let holds: Box<dyn Fn() -> bool + Send + Sync> = Box::new(holds);
    Memo::new(move |_| holds())
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
