//! The answer: how far it has come, its large words, sentence, likely range, the days behind it, what to wait for, what to
//! know before believing it; and the other items in rows.

use leptos::prelude::*;

use crate::results::{Answer, Other};
use crate::web::components::diagram::DiagramView;
use crate::web::views::CollectAny as _;
use crate::words::results as words;

/// One answer as a card, and its caveats in a card of their own.
#[component]
pub fn AnswerCard(
    /// What is said.
    answer: Answer,
    /// A heading, where it is not the page's main answer.
    title: Option<String>,
) -> impl IntoView {
    let main = title.is_none();
    // One heading leads to the answer: its number, or the sentence where there is none.
    let has_number = answer.number.is_some();
    let number = answer.number.map(|number| {
        view! {
            <h2 class="answer-head">
                <span class="answer-number">{number}</span>
                " "
                <span class="answer-words" dir="auto">
                    {answer.number_words}
                </span>
            </h2>
        }
        .into_any()
    });
    let sentence = answer.sentence;
    let sentence = if main && !has_number {
        view! { <h2 class="answer-sentence" dir="auto">{sentence}</h2> }.into_any()
    } else {
        view! { <p class="answer-sentence" dir="auto">{sentence}</p> }.into_any()
    };
    let range = answer.range.map(|diagram| {
        view! {
            <DiagramView diagram=diagram />
            <p class="visually-hidden">{answer.range_words}</p>
        }
        .into_any()
    });
    view! {
        <section class="card answer stack" data-gap="small" aria-live=main.then_some("polite")>
            {title.map(|title| view! { <h2>{title}</h2> }.into_any())}
            {answer.stage.map(|stage| view! { <p class="section-name answer-stage">{stage}</p> }.into_any())} {number}
            {sentence} {range}
            {answer.progress.map(|progress| view! {
                <DiagramView diagram=progress.bar />
                <p class="visually-hidden">{progress.text}</p>
            }.into_any())}
            {answer.asked.map(|asked| view! { <p class="answer-asked">{asked}</p> }.into_any())}
            {(!answer.counted.is_empty()).then(|| view! { <p class="soft">{answer.counted}</p> }.into_any())}
            {answer.next.map(|next| titled(answer.next_name, next))}
            {answer.planner.map(|planner| titled(words::what_can_tell(), planner))}
            {answer.beside.into_iter().map(|beside| view! { <p class="answer-beside">{beside}</p> }).collect_any()}
        </section>
        <Caveats caveats=answer.caveats main=main name=answer.caveats_name.unwrap_or(words::before_believing()) />
    }
}

/// A text below the answer, with a small heading of its own.
fn titled(name: &'static str, text: String) -> AnyView {
    view! {
        <div class="answer-next">
            <h3 class="section-name">{name}</h3>
            <p>{text}</p>
        </div>
    }
    .into_any()
}

/// The other items of the phase, each with its averages, its change and its range, and without a verdict.
#[component]
pub fn Others(
    /// What is told of them; nothing is drawn where there are none.
    others: Vec<Other>,
) -> impl IntoView {
    let row = |other: Other| {
        view! {
            <li class="other">
                <span dir="auto">{other.name}</span>
                <span class="other-averages">{other.averages}</span>
                <span class="soft other-change">{other.change} <br /> {other.range}</span>
            </li>
        }
    };
    (!others.is_empty()).then(|| {
        view! {
            <section class="stack" data-gap="small">
                <h2 class="section-name">{words::others()}</h2>
                <ul class="others" role="list">
                    {others.into_iter().map(row).collect_any()}
                </ul>
                <p class="soft">{words::others_note()}</p>
            </section>
        }
    })
}

/// The first caveat is the one that always holds.
#[component]
fn Caveats(caveats: Vec<String>, main: bool, name: &'static str) -> impl IntoView {
    let mut caveats = caveats.into_iter();
    let first = caveats.next();
    let rest: Vec<String> = caveats.collect();
    first.map(|first| {
        view! {
            <section class="card stack" data-gap="small">
                {main.then(|| view! { <h2 class="section-name">{name}</h2> }.into_any())}
                <p>{first}</p>
                {(!rest.is_empty())
                    .then(|| {
                        view! {
                            <h3 class="visually-hidden">{words::more_caveats()}</h3>
                            <ul class="caveats">
                                {rest.into_iter().map(|caveat| view! { <li>{caveat}</li> }).collect_any()}
                            </ul>
                        }
                            .into_any()
                    })}
            </section>
        }
    })
}
