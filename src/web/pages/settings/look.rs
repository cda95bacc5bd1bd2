//! Text size, and light or dark.

use leptos::prelude::*;

use super::words;
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::switch::Switch;
use crate::web::theme::{Appearance, Look, TextSize, Theme};

const THEMES: [Theme; 3] = [Theme::Device, Theme::Light, Theme::Dark];
const SIZES: [TextSize; 3] = [TextSize::Normal, TextSize::Larger, TextSize::Largest];

/// Both belong to this device; one of each is always chosen.
#[component]
pub fn LookChoice() -> impl IntoView {
    let appearance = expect_context::<Appearance>();
    let look = move || untrack(|| appearance.look());
    let theme = Signal::derive(move || THEMES.iter().position(|theme| *theme == appearance.look().theme));
    let size = Signal::derive(move || SIZES.iter().position(|size| *size == appearance.look().text));
    let choose_theme = Callback::new(move |place: Option<usize>| {
        if let Some(theme) = place.and_then(|place| THEMES.get(place).copied()) {
            appearance.choose(Look { theme, ..look() });
        }
    });
    let choose_size = Callback::new(move |place: Option<usize>| {
        if let Some(text) = place.and_then(|place| SIZES.get(place).copied()) {
            appearance.choose(Look { text, ..look() });
        }
    });
    let numbers = Signal::derive(move || appearance.look().numbers);
    let switch_numbers = Callback::new(move |numbers| appearance.choose(Look { numbers, ..look() }));
    let choices = |names: [&str; 3]| Signal::stored(names.map(Choice::new).to_vec());
    view! {
        <section aria-labelledby="reading">
            <h2 id="reading">{words::reading()}</h2>
            <ChoiceGroup id="text-size" question=words::text_size() choices=choices(words::text_sizes()) chosen=size on_choose=choose_size />
            <ChoiceGroup id="theme" question=words::theme() choices=choices(words::themes()) chosen=theme on_choose=choose_theme />
            <Switch label=words::numbers() on=numbers on_switch=switch_numbers />
            <p class="soft">{words::numbers_note()}</p>
        </section>
    }
}
