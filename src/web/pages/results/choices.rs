//! Which phase, which item, and whether late and imported days count: each a place in the address.

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

/// Days that may be left out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Those that were filled in late.
    Late,
    /// Those that were imported.
    Imported,
}

/// The switch for days that may be left out; there only where the diary has some.
#[component]
pub fn CountSwitch(
    /// Which days.
    counted: Counted,
    /// What is shown.
    shown: Memo<Option<Shown>>,
    /// What the address asks for.
    asked: Memo<Asked>,
) -> impl IntoView {
    let is_late = counted == Counted::Late;
    let days = Memo::new(move || {
        let of = |shown: &Shown| if is_late { shown.late } else { shown.imported };
        shown.with(|shown| shown.as_ref().map_or(0, of))
    });
    let to = expect_context::<Address>();
    let switch = Callback::new(move |counts: bool| {
        let shown = shown.with_untracked(|shown| {
            shown
                .as_ref()
                .map(|shown| asked.with_untracked(|asked| asked.of(shown)))
        });
        let mut wanted = shown.unwrap_or_default();
        if is_late {
            wanted.late_out = !counts;
        } else {
            wanted.imported_out = !counts;
        }
        to.go(&wanted.address(), Step::Instead);
    });
    let on = Signal::derive(move || {
        let asked = asked.get();
        !(if is_late { asked.late_out } else { asked.imported_out })
    });
    let (label, said): (_, fn(usize) -> String) = if is_late {
        (words::count_late(), words::days_late)
    } else {
        (words::count_imported(), words::days_imported)
    };
    view! {
        <Show when=move || days.get() != 0>
            <div>
                <Switch label=label on=on on_switch=switch />
                <p class="soft figure-note">{move || said(days.get())}</p>
            </div>
        </Show>
    }
}
