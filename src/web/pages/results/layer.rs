//! What an interested doctor may ask for, folded in; and what the trials published.

use leptos::html::Details;
use leptos::prelude::*;

use super::asked::Asked;
use crate::results;
use crate::results::{Fact, Published, Shown};
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

/// The second layer, made when it is first opened.
#[component]
pub fn LayerView(
    /// What is shown.
    shown: Memo<Option<Shown>>,
    /// What the address asks for.
    asked: Memo<Asked>,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    let state = expect_context::<AppState>();
    let layer = Memo::new(move || {
        let today = state.today();
        let shown = shown.with(|shown| shown.as_ref().map(|shown| asked.with(|asked| asked.of(shown))))?;
        state.with(|diary| results::second_layer(diary, diary.as_of(today), shown.wanted()))
    });
    let inside = move || {
        let layer = if open.get() { layer.get() } else { None };
        layer.map(|layer| {
            let method = layer
                .method
                .into_iter()
                .map(|line| view! { <p>{line}</p> })
                .collect_any();
            view! {
                <div class="stack">
                    <h3>{words::figures()}</h3>
                    <Facts facts=layer.facts />
                    <h3>{words::everything()}</h3>
                    <All asked=asked />
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

/// One comparison, figure by figure.
#[component]
fn Facts(facts: Vec<Fact>) -> impl IntoView {
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
fn All(asked: Memo<Asked>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let all = Memo::new(move || {
        let (counting, today) = (asked.with(Asked::counting), state.today());
        state.with(|diary| results::all_results(diary, diary.as_of(today), counting))
    });
    view! { <TableView name=Signal::stored(words::everything().to_owned()) table=all /> }
}
