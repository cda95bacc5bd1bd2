//! What an interested doctor may ask for, folded in; and what the trials published.

use chrono::NaiveDate;
use leptos::html::Details;
use leptos::prelude::*;

use super::asked::Asked;
use crate::charts::Table;
use crate::diary::Diary;
use crate::results;
use crate::results::{Fact, Layer, Published, Shown, Wanted};
use crate::web::components::chart::TableView;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::{CollectAny as _, Memo};
use crate::words::results as words;

/// The published figures with their sources, and that they are of another kind.
#[component]
pub fn Trials(
    /// The figures.
    published: Vec<Published>,
) -> impl IntoView {
    let line = |Published { finding, source }: Published| {
        view! {
            <li>
                <p>{finding}</p>
                <p class="source">{source}</p>
            </li>
        }
    };
    view! {
        <section class="stack" data-gap="small" aria-labelledby="trials">
            <h2 id="trials">{words::trials()}</h2>
            <p class="soft">{words::trials_note()}</p>
            <ul class="sources">{published.into_iter().map(line).collect_any()}</ul>
            <p>
                <a href=Route::Charts.path() class="text-link">
                    {words::in_chart()}
                </a>
            </p>
        </section>
    }
}

/// What works out the second layer: of what is shown, and of every item.
#[derive(Clone, Copy)]
pub struct Layers {
    /// What is shown, figure by figure.
    pub one: fn(&Diary, NaiveDate, Wanted<'_>) -> Option<Layer>,
    /// All items beside it.
    pub all: fn(&Diary, NaiveDate, Wanted<'_>) -> Table,
}

/// Those of a phase.
pub const LAYERS: Layers = Layers {
    one: results::second_layer,
    all: |diary, as_of, wanted| results::all_results(diary, as_of, wanted.counting),
};

/// The second layer, made when it is first opened.
#[component]
pub fn LayerView(
    /// What is shown.
    shown: Memo<Option<Shown>>,
    /// What the address asks for.
    asked: Memo<Asked>,
    /// What works it out.
    layers: Layers,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    let state = expect_context::<AppState>();
    let layer = Memo::new(move || {
        let today = state.today();
        let shown = shown.with(|shown| shown.as_ref().map(|shown| asked.with(|asked| asked.of(shown))))?;
        state.with(|diary| (layers.one)(diary, diary.as_of(today), shown.wanted()))
    });
    let inside = move || {
        let layer = if open.get() { layer.get() } else { None };
        layer.map(|layer| {
            let method = layer
                .method
                .into_iter()
                .map(|line| view! { <p>{line}</p> })
                .collect_any();
            let beside = layer.beside;
            let beside = (!beside.rows.is_empty()).then(|| {
                let table = Memo::new(move || beside.clone());
                view! {
                    <h3>{words::beside()}</h3>
                    <TableView name=Signal::stored(words::beside().to_owned()) table=table />
                }
                .into_any()
            });
            view! {
                <div class="stack">
                    <h3>{words::figures()}</h3>
                    <Facts facts=layer.facts />
                    {beside}
                    <h3>{words::everything()}</h3>
                    <All asked=asked all=layers.all />
                    <h3>{words::method()}</h3>
                    {method}
                </div>
            }
            .into_any()
        })
    };
    view! {
        <details class="fold" node_ref=details on:toggle=toggled>
            <summary>
                <h2 class="fold-name">{words::more()}</h2>
            </summary>
            {inside}
        </details>
    }
}

/// Figures with their names.
#[component]
pub fn Facts(
    /// Each with its name, and how to read it.
    facts: Vec<Fact>,
) -> impl IntoView {
    let line = |Fact { name, value, note }: Fact| {
        view! {
            <div class="fact">
                <dt>{name}</dt>
                <dd>
                    {value} {(!note.is_empty()).then(|| view! { <span class="figure-note">{note}</span> }.into_any())}
                </dd>
            </div>
        }
    };
    view! { <dl class="figures">{facts.into_iter().map(line).collect_any()}</dl> }
}

/// Every item of every phase.
#[component]
fn All(asked: Memo<Asked>, all: fn(&Diary, NaiveDate, Wanted<'_>) -> Table) -> impl IntoView {
    let state = expect_context::<AppState>();
    let all = Memo::new(move || {
        let (asked, today) = (asked.get(), state.today());
        state.with(|diary| all(diary, diary.as_of(today), asked.wanted()))
    });
    view! { <TableView name=Signal::stored(words::everything().to_owned()) table=all /> }
}
