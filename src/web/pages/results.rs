//! Results: each phase against the baseline, or without one against the days off LDN. The page renders what the doors of the study answer and computes nothing.
//!
//! `/results?item=pain&phase=1&question=2&late=out` is one view of it: an item, a phase by its place, a question by its
//! number, and whether late days count; `imported=out` leaves out the imported ones.

pub mod answer;
pub mod asked;
pub mod card;
pub mod choices;
pub mod layer;
pub mod of_trial;

use leptos::prelude::*;

use self::answer::{AnswerCard, Others};
use self::asked::Asked;
use self::card::{CardSaid, OfferedCard, OnThisDay};
use self::choices::{Choices, CountSwitch, Counted};
use self::layer::{LAYERS, LayerView, Layers, Trials};
use super::title::Title;
use crate::results::{self, Results};
use crate::results::{Sealed, Shown, Waiting};
use crate::web::address::Address;
use crate::web::components::nothing_yet::NothingYet;
use crate::web::components::small_chart::SmallChart;
use crate::web::part::{Deferred, door};
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::{CollectAny as _, Memo, memo_bool};
use crate::words::card::questions as questions_named;
use crate::words::results as words;

door! {
    /// The way to this page.
    pub page: ResultsPage
}

/// The page.
#[component]
pub fn ResultsPage() -> impl IntoView {
    let state = expect_context::<AppState>();
    let empty = memo_bool(move || state.with(|diary| diary.days().next().is_none()));
    view! {
        <div class="page stack results" data-gap="large">
            <Title text=Route::Results.heading() />
            <Show when=move || !empty.get() fallback=|| view! { <NothingYet text=words::empty() /> }>
                <Answered />
            </Show>
        </div>
    }
}

/// The results, or what is still missing for them.
#[component]
fn Answered() -> impl IntoView {
    let address = expect_context::<Address>();
    let asked = Memo::new(move || Asked::in_address(address));
    let state = expect_context::<AppState>();
    let results = Memo::new(move || {
        let (asked, today) = (asked.get(), state.today());
        state.with(|diary| results::results(diary, diary.as_of(today), asked.wanted()))
    });
    let shown = Memo::new(move || {
        results.with(|results| match results {
            Results::Shown(shown) => Some((**shown).clone()),
            Results::Waiting(_) | Results::OfTrial(_) => None,
        })
    });
    let any = memo_bool(move || shown.with(Option::is_some));
    let of_trial = memo_bool(move || results.with(|results| matches!(results, Results::OfTrial(_))));
    Effect::new(move |_| shown.with(|shown| shown.as_ref().map(|shown| state.keep_answers(&shown.unkept))));
    move || {
        if any.get() {
            return view! { <Compared shown=shown asked=asked layers=LAYERS /> }.into_any();
        }
        if of_trial.get() {
            return view! { <Deferred door=of_trial::answer() /> }.into_any();
        }
        let waiting = results.with(|results| match results {
            Results::Waiting(waiting) => Some(waiting.clone()),
            Results::Shown(_) | Results::OfTrial(_) => None,
        });
        let counted = Asked {
            late_out: false,
            imported_out: false,
            ..asked.get()
        };
        waiting
            .map(|waiting| view! { <NotYet waiting=waiting counted=counted.address() /> })
            .into_any()
    }
}

/// Before there is a phase to compare.
#[component]
fn NotYet(waiting: Waiting, counted: String) -> impl IntoView {
    let left_out = waiting.left_out;
    let (to, name) = match (left_out.late, left_out.imported) {
        _ if waiting.is_sealed => (Route::Treatment.with("do=trial-reveal"), words::to_reveal()),
        (0, 0) => (Route::Treatment.path().to_owned(), words::to_treatment()),
        (_, 0) => (counted, words::count_late()),
        (0, _) => (counted, words::count_imported()),
        _ => (counted, words::count_all()),
    };
    view! {
        <div class="stack">
            <p class="answer-sentence">{waiting.text}</p>
            {waiting.averages.into_iter().map(|line| view! { <p>{line}</p> }.into_any()).collect::<Vec<_>>()}
            <p>{waiting.next}</p>
            {waiting.planner.map(|planner| view! { <p>{planner}</p> }.into_any())}
            <p>
                <a href=to class="button">
                    {name}
                </a>
            </p>
        </div>
    }
}

/// How far a trial of one is that is sealed, with the way to open it.
fn sealed_trial(sealed: Sealed) -> AnyView {
    let to = sealed.is_over.then(|| {
        view! { <a href=Route::Treatment.with("do=trial-reveal") class="button">{words::to_reveal()}</a> }.into_any()
    });
    view! {
        <p class="notice cluster" data-kind="plain">
            <span>{sealed.text} " " {sealed.next}</span>
            {to}
        </p>
    }
    .into_any()
}

/// One comparison with all that belongs to it.
#[component]
pub fn Compared(
    /// What is shown.
    shown: Memo<Option<Shown>>,
    /// What the address asks for.
    asked: Memo<Asked>,
    /// What works out its second layer.
    layers: Layers,
) -> impl IntoView {
    let part = move |read: fn(&Shown) -> String| {
        Signal::derive(move || shown.with(|shown| shown.as_ref().map(read).unwrap_or_default()))
    };
    let phases = Memo::new(move || {
        shown
            .with(|shown| shown.as_ref().map(|shown| shown.phases.clone()))
            .unwrap_or_default()
    });
    let items = Memo::new(move || {
        shown
            .with(|shown| shown.as_ref().map(|shown| shown.items.clone()))
            .unwrap_or_default()
    });
    let questions = Memo::new(move || {
        shown
            .with(|shown| shown.as_ref().map(|shown| shown.questions.clone()))
            .unwrap_or_default()
    });
    let (item, phase) = (part(|shown| shown.item.clone()), part(|shown| shown.phase.clone()));
    let question = part(|shown| shown.question.clone());
    let to_item = move |id: &str| Asked {
        item: id.to_owned(),
        phase: phase.get(),
        ..asked.get()
    };
    let to_phase = move |id: &str| Asked {
        item: item.get(),
        phase: id.to_owned(),
        question: String::new(),
        ..asked.get()
    };
    // A question opens on its own item.
    let to_question = move |id: &str| Asked {
        item: String::new(),
        phase: phase.get(),
        question: id.to_owned(),
        ..asked.get()
    };
    // Which answer is written beside: while that stays, what is typed is not drawn anew.
    let day = Memo::new(move || {
        let day = shown.with(|shown| {
            shown
                .as_ref()?
                .on_the_day
                .as_ref()
                .map(|day| (day.question, day.final_day))
        });
        day.map(|(question, day)| format!("{question} {day}"))
            .unwrap_or_default()
    });
    let written = move || {
        day.track();
        let day = untrack(|| shown.with(|shown| shown.as_ref().and_then(|shown| shown.on_the_day.clone())));
        day.map(|day| view! { <OnThisDay day=day /> }.into_any())
    };
    view! {
        <div class="stack">
            <p class="soft results-windows">{part(|shown| shown.windows.clone())}</p>
            <Choices name=words::phases() choices=phases chosen=phase to=Callback::new(move |id: String| to_phase(&id).address()) />
            <Choices
                name=questions_named()
                choices=questions
                chosen=question
                to=Callback::new(move |id: String| to_question(&id).address())
            />
            <Choices name=words::items() choices=items chosen=item to=Callback::new(move |id: String| to_item(&id).address()) />
            {move || shown.get().and_then(|shown| shown.sealed).map(sealed_trial)}
            {move || shown.get().map(|shown| view! { <AnswerCard answer=shown.answer title=None /> })}
            {written}
            {move || {
                shown
                    .get()
                    .map(|shown| {
                        view! {
                            <Others others=shown.others />
                            <CardSaid card=shown.card />
                            <OfferedCard offer=shown.offer />
                        }
                            .into_any()
                    })
            }}
            {move || {
                let against = shown.get().map(|shown| shown.against_taken).unwrap_or_default();
                let card = |(title, answer)| view! { <AnswerCard answer=answer title=Some(title) /> };
                against.into_iter().map(card).collect_any()
            }}
            <CountSwitch counted=Counted::Late shown=shown asked=asked />
            <CountSwitch counted=Counted::Imported shown=shown asked=asked />
        </div>
        <div class="small-charts">
            {move || {
                let small = shown.get().map(|shown| shown.small).unwrap_or_default();
                small.into_iter().map(|small| view! { <SmallChart small=small /> }).collect_any()
            }}
        </div>
        {move || shown.get().map(|shown| view! { <Trials published=shown.published /> })}
        <LayerView shown=shown asked=asked layers=layers />
    }
}
