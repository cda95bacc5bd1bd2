//! The rating: a visual analogue scale, as in the trials' handheld diary.
//!
//! Nothing is on the line until it is touched. A tap anywhere sets the value, a drag changes it, minus and plus make
//! it finer and count on while they are held, and it can be cleared. While a finger is down the number follows it; the
//! answer is given when the finger lifts, and a touch that turns into scrolling gives none.

pub mod line;
pub mod step;

use leptos::html::Div;
use leptos::prelude::*;

use self::line::{Held, Line};
use self::step::Step;
use super::mark::Mark;
use crate::diary::{ItemId, Rating as Value, in_common_digits};
use crate::web::theme::Appearance;
use crate::web::views::{live, live_text, live_word, memo_bool, on_click};
use crate::words::controls as words;

/// One question with its line.
#[component]
pub fn Rating(
    /// What is rated; gives colour and mark.
    item: ItemId,
    /// The short name, for assistive technology.
    #[prop(into)]
    name: String,
    /// The question as it is read; a page in use stays open when its day ends, and is then about another day than today.
    question: Box<dyn Fn() -> String + Send>,
    /// What 0 means.
    low: &'static str,
    /// What 100 means.
    high: &'static str,
    /// The answer, `None` while there is none.
    #[prop(into)]
    value: Signal<Option<Value>>,
    /// Called with a new answer, or with `None` when it is taken back.
    on_answer: Callback<Option<Value>>,
    /// A place to see beside the answer, 0 to 100.
    #[prop(optional)]
    ring: Option<u8>,
) -> impl IntoView {
    let line = NodeRef::<Div>::new();
    let id = |part| format!("{}-{part}", item.as_str());
    let [asked, zero, least, hundred, most] = ["asked", "0", "low", "100", "high"].map(id);
    let ends = format!("{zero} {least} {hundred} {most}");
    // An item of one's own is asked by its name, which has been said already.
    let about = if untrack(&question) == name {
        ends
    } else {
        format!("{asked} {ends}")
    };
    let held = RwSignal::new(None::<Held>);
    let number = Signal::derive(move || {
        held.get()
            .map(|held| held.value)
            .or_else(|| value.get())
            .map(Value::get)
    });
    let state = live_word(move || {
        if number.get().is_some() {
            "answered"
        } else {
            "unanswered"
        }
    });
    let clear = on_click(move || {
        on_answer.run(None);
        if let Some(line) = line.get_untracked() {
            _ = line.focus();
        }
    });
    let appearance = use_context::<Appearance>();
    let is_typed = memo_bool(move || appearance.is_some_and(|appearance| appearance.look().numbers));
    let type_name = words::number_named(&name);
    let field = move || view! { <Number name=type_name.clone() number=number on_answer=on_answer /> };
    view! {
        <div class="rating" data-item=item.as_str().to_owned() data-state=state>
            <div class="rating-head">
                <Mark item=item.clone() />
                <span class="rating-question" dir="auto" id=asked>
                    {question}
                </span>
                {live(move || {
                    if is_typed.get() {
                        return field().into_any();
                    }
                    match number.get() {
                        Some(number) => view! { <span class="rating-value">{number.to_string()}</span> }.into_any(),
                        None => view! { <span class="rating-hint" aria-hidden="true">{words::tap_the_line()}</span> }.into_any(),
                    }
                })}
            </div>
            <div class="rating-row">
                <Step name=words::one_less(&name) sign="−" by=-1 held=held value=value on_answer=on_answer />
                <Line name=name.clone() about=about line=line held=held value=value on_answer=on_answer ring=ring />
                <Step name=words::one_more(&name) sign="+" by=1 held=held value=value on_answer=on_answer />
            </div>
            <div class="rating-ends">
                <span hidden id=zero>
                    {words::zero()}
                </span>
                <span class="rating-end" id=least>
                    {low}
                </span>
                <button
                    type="button"
                    class="rating-clear"
                    tabindex="-1"
                    aria-label=words::clear_named(&name)
                    hidden=memo_bool(move || value.get().is_none())
                    on:click=clear
                >
                    {words::clear()}
                </button>
                <span hidden id=hundred>
                    {words::hundred()}
                </span>
                <span class="rating-end" id=most>
                    {high}
                </span>
            </div>
        </div>
    }
}

/// The field for the number, for who types: each digit counts at once, and an empty field is no answer.
#[component]
fn Number(name: String, number: Signal<Option<u8>>, on_answer: Callback<Option<Value>>) -> impl IntoView {
    let wrong = RwSignal::new(false);
    let typed = move |text: String| {
        let text = in_common_digits(text.trim());
        let read = text.parse().ok().and_then(|number| Value::new(number).ok());
        wrong.set(read.is_none() && !text.is_empty());
        if read.is_some() || text.is_empty() {
            on_answer.run(read);
        }
    };
    view! {
        <input
            class="input rating-number"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            aria-label=name
            aria-invalid=live_word(move || if wrong.get() { "true" } else { "false" })
            prop:value=live_text(move || {
                wrong.set(false);
                number.get().map(|number| number.to_string()).unwrap_or_default()
            })
            on:input:target=move |event| typed(event.target().value())
        />
    }
}
