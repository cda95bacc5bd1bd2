//! Visits that were: what was decided, and the way to take one out.

use leptos::prelude::*;

use super::changing::{Changing, address_of};
use crate::visits::{self, Visit};
use crate::web::views::{CollectAny as _, Memo, live_option, on_click};
use crate::words::{Said as _, visit as words};

/// How many are shown, the newest first.
const SHOWN: usize = 12;

/// The list; nothing without one.
#[component]
pub fn Past(
    /// The way to change visits.
    changing: Changing,
) -> impl IntoView {
    let state = changing.state;
    let past = Memo::new(move || {
        let today = state.today();
        let mut visits = state.with(|diary| visits::all(&diary.rest));
        visits.retain(|(_, visit)| visit.date < today);
        visits.reverse();
        visits
    });
    live_option(move || {
        let mut visits = past.get();
        if visits.is_empty() {
            return None;
        }
        let more = visits.len().saturating_sub(SHOWN);
        visits.truncate(SHOWN);
        let lines = visits
            .into_iter()
            .map(|(id, visit)| view! { <Line changing=changing id=id visit=visit /> });
        let list = view! {
            <section class="stack" data-gap="small" aria-labelledby="visits-past">
                <h2 id="visits-past" tabindex="-1">{words::past()}</h2>
                <ul class="plain-list stack">{lines.collect_any()}</ul>
                {(more > 0).then(|| view! { <p class="soft">{words::past_more(more)}</p> })}
            </section>
        };
        Some(list.into_any())
    })
}

#[component]
fn Line(changing: Changing, id: String, visit: Visit) -> impl IntoView {
    let said = visit.said();
    let decided = visit
        .decided
        .as_ref()
        .map(|decided| words::decided(decided.on, &decided.said()));
    let (text, name) = if decided.is_some() {
        (words::change_decision(), words::change_decision_named(&said))
    } else {
        (words::decide(), words::decide_named(&said))
    };
    // A visit of which nothing was decided may have been put off.
    let change = decided.is_none().then(|| {
        view! {
            <a href=address_of("change", &id) class="button" data-kind="quiet">
                {words::change()}
            </a>
        }
    });
    let questions = questions(&visit);
    let decide = address_of("decide", &id);
    let delete = on_click(move || changing.change(&id, words::is_deleted(), |rest| visits::delete(rest, &id)));
    view! {
        <li class="card stack" data-gap="small">
            <h3 dir="auto">{said.clone()}</h3>
            {questions}
            {decided.map(|decided| view! { <p dir="auto">{decided}</p> })}
            <div class="cluster">
                <a href=decide class="button" aria-label=name>
                    {text}
                </a>
                {change}
                <button type="button" class="button" data-kind="quiet" aria-label=words::delete_named(&said) on:click=delete>
                    {words::delete()}
                </button>
            </div>
        </li>
    }
}

/// The patient's questions as a list, where there are some.
pub(super) fn questions(visit: &Visit) -> Option<AnyView> {
    let mut lines = Vec::new();
    for question in &visit.questions {
        lines.push(view! { <li dir="auto">{question.clone()}</li> }.into_any());
    }
    (!lines.is_empty()).then(|| view! { <ol>{lines}</ol> }.into_any())
}
