//! Which phase, which item, and whether late days count: each a place in the address.

use leptos::prelude::*;

use super::asked::Asked;
use crate::results::{Choice, Shown};
use crate::web::address::{Address, Step};
use crate::web::components::switch::Switch;
use crate::web::views::{CollectAny as _, Memo, memo_bool};
use crate::words::results as words;

/// How many choices of a long list are shown at first: the last ones, which are the newest phases.
const NEWEST: usize = 6;

/// Links side by side, of which one is open. Nothing where there is no choice; of many only the last, until all are wanted.
#[component]
pub fn Choices(
    /// What is chosen, for a screen reader.
    name: &'static str,
    /// What there is to choose.
    choices: Memo<Vec<Choice>>,
    /// The id of the open one.
    chosen: Signal<String>,
    /// The address of a choice, from its id.
    to: Callback<String, String>,
) -> impl IntoView {
    let all = RwSignal::new(false);
    let many = memo_bool(move || choices.with(|choices| choices.len() > NEWEST + 2));
    let in_sight = move || {
        let (folded, choices) = (many.get() && !all.get(), choices.get());
        let first = if folded { choices.len() - NEWEST } else { 0 };
        let in_sight =
            move |(place, choice): &(usize, Choice)| *place >= first || chosen.with(|chosen| *chosen == choice.id);
        choices
            .into_iter()
            .enumerate()
            .filter(in_sight)
            .map(|(_, choice)| choice)
            .collect::<Vec<_>>()
    };
    let link = move |Choice { id, name }: Choice| {
        let (place, own) = (id.clone(), id);
        let current = move || chosen.with(|chosen| *chosen == own).then_some("true");
        view! {
            <li>
                <a class="choice" href=move || to.run(place.clone()) aria-current=current data-noscroll dir="auto">
                    {name}
                </a>
            </li>
        }
    };
    let links = move || in_sight().into_iter().map(link).collect_any();
    let fold = move || {
        if all.get() {
            words::fewer().to_owned()
        } else {
            words::show_all(choices.with(Vec::len))
        }
    };
    view! {
        <Show when=move || choices.with(|choices| choices.len() > 1)>
            <nav aria-label=name>
                <ul class="choices plain-list">{links}</ul>
                <Show when=move || many.get()>
                    <button
                        type="button"
                        class="button"
                        data-kind="quiet"
                        aria-expanded=move || all.get().to_string()
                        on:click=move |_| all.update(|all| *all = !*all)
                    >
                        {fold}
                    </button>
                </Show>
            </nav>
        </Show>
    }
}

/// The switch for late days; there only where the diary has some.
#[component]
pub fn LateSwitch(
    /// What is shown.
    shown: Memo<Option<Shown>>,
    /// What the address asks for.
    asked: Memo<Asked>,
) -> impl IntoView {
    let late = Memo::new(move || shown.with(|shown| shown.as_ref().map_or(0, |shown| shown.late)));
    let to = expect_context::<Address>();
    let switch = Callback::new(move |counted: bool| {
        let shown = shown.with_untracked(|shown| {
            shown
                .as_ref()
                .map(|shown| asked.with_untracked(|asked| asked.of(shown)))
        });
        let address = Asked {
            late_out: !counted,
            ..shown.unwrap_or_default()
        }
        .address();
        to.go(&address, Step::Instead);
    });
    view! {
        <Show when=move || late.get() != 0>
            <div>
                <Switch label=words::count_late() on=Signal::derive(move || !asked.get().late_out) on_switch=switch />
                <p class="soft figure-note">{move || words::days_late(late.get())}</p>
            </div>
        </Show>
    }
}
