//! What is typed into a form and not given yet. An answer is kept as it is typed; a form waits for its button, and until
//! then what stands in its fields comes back with it, by whatever way it was left.

use leptos::prelude::*;
use leptos::web_sys::Storage;

use super::clock;
use super::local_store::local_storage;
use super::state::AppState;
use crate::diary::Rating;
use crate::forms::DoseText;
use crate::forms::already::When;
use crate::store::names::UNFINISHED;

/// What is older is forgotten: by then it is not known any more what it was meant for.
const KEPT_FOR_MS: i64 = 24 * 60 * 60 * 1000;

/// What stands in a field, as a text, and back.
pub trait Typed: Clone + Send + Sync + 'static {
    /// The text.
    fn text(&self) -> String;
    /// What it was the text of; nothing where it is none of these.
    fn of(text: &str) -> Option<Self>;
}

impl Typed for String {
    fn text(&self) -> String {
        self.clone()
    }

    fn of(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl Typed for Option<usize> {
    fn text(&self) -> String {
        self.map(|place| place.to_string()).unwrap_or_default()
    }

    fn of(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(None);
        }
        text.parse().ok().map(Some)
    }
}

impl Typed for Option<Rating> {
    fn text(&self) -> String {
        Typed::text(&self.map(|rating| usize::from(rating.get())))
    }

    fn of(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(None);
        }
        Rating::new(text.parse().ok()?).ok().map(Some)
    }
}

impl Typed for DoseText {
    fn text(&self) -> String {
        choice_and_text(self.micrograms, &self.text)
    }

    fn of(text: &str) -> Option<Self> {
        let (micrograms, text) = read_choice_and_text(text)?;
        Some(Self { text, micrograms })
    }
}

impl Typed for When {
    fn text(&self) -> String {
        choice_and_text(self.is_month, &self.text)
    }

    fn of(text: &str) -> Option<Self> {
        let (is_month, text) = read_choice_and_text(text)?;
        Some(Self { text, is_month })
    }
}

fn choice_and_text(is_second: bool, text: &str) -> String {
    [if is_second { "2" } else { "1" }, text].concat()
}

fn read_choice_and_text(text: &str) -> Option<(bool, String)> {
    let is_second = text.starts_with('2');
    let text = text.strip_prefix(['1', '2'])?;
    Some((is_second, text.to_owned()))
}

/// What stands in a field of a form: what was typed into it before at this address, or else `first`. From now on it is kept
/// whenever it changes, except in the sample. `field` is unique on the page.
pub fn unfinished<T: Typed>(field: &str, first: T) -> RwSignal<T> {
    let itself = first.text();
    let (name, typed) = of(field);
    let value = RwSignal::new(typed.and_then(|text| T::of(&text)).unwrap_or(first));
    keep(name, itself, Box::new(move || value.with(T::text)));
    value
}

/// Whether something was typed into a field before and not given: what it is folded in has to be open.
pub fn is_unfinished(field: &str) -> bool {
    of(field).1.is_some()
}

/// What a field is kept under, and what was typed into it.
fn of(field: &str) -> (Option<String>, Option<String>) {
    if expect_context::<AppState>().in_sample() {
        return (None, None);
    }
    let name = [&here(), field].concat();
    let typed = kept(&name);
    (Some(name), typed)
}

/// Keeps the text of a field, if it is not what stands there by itself.
fn keep(name: Option<String>, itself: String, text: Box<dyn Fn() -> String + Send + Sync>) {
    let Some(name) = name else { return };
    Effect::new(move |_| {
        let text = text();
        if let Some(storage) = local_storage() {
            // A store that takes nothing costs what was typed, as a browser without this would: there is nothing to say.
            _ = if text == itself {
                storage.remove_item(&name)
            } else {
                storage.set_item(
                    &name,
                    &[&clock::now().timestamp_millis().to_string(), " ", &text].concat(),
                )
            };
        }
    });
}

fn kept(name: &str) -> Option<String> {
    let storage = local_storage()?;
    let kept = storage.get_item(name).ok()??;
    let read = kept.split_once(' ').filter(|(at, _)| at.parse().is_ok_and(is_fresh));
    if read.is_none() {
        _ = storage.remove_item(name);
    }
    Some(read?.1.to_owned())
}

fn is_fresh(at: i64) -> bool {
    (0..KEPT_FOR_MS).contains(&(clock::now().timestamp_millis() - at))
}

/// Forgets what stands in fields that were taken out of the form.
pub fn forget(fields: &[String]) {
    if let Some(storage) = local_storage() {
        for field in fields {
            _ = storage.remove_item(&[&here(), field.as_str()].concat());
        }
    }
}

/// Forgets what stands in the fields of the form at this address: it was given, or given up.
pub fn finished() {
    if let Some(storage) = local_storage() {
        for name in names(&storage, &here()) {
            _ = storage.remove_item(&name);
        }
    }
}

fn names(storage: &Storage, beginning: &str) -> Vec<String> {
    let mut names = Vec::new();
    for place in 0..storage.length().unwrap_or_default() {
        let name = storage.key(place).ok().flatten().unwrap_or_default();
        if name.starts_with(beginning) {
            names.push(name);
        }
    }
    names
}

/// How everything begins that is kept of the forms at this address.
fn here() -> String {
    let address = window().location();
    let (path, query) = (address.pathname(), address.search());
    [UNFINISHED, &path.unwrap_or_default(), &query.unwrap_or_default(), "#"].concat()
}
