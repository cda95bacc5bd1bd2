//! The card of a question, where one is offered, and what is written down on the day of its answer.

use leptos::prelude::*;

use crate::diary::{GlobalChange, Note};
use crate::results::{CardOffer, OnTheDay};
use crate::web::clock;
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::note_field::NoteField;
use crate::web::pages::save_line::SaveLine;
use crate::web::pages::settings::sampling;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::words::{card as words, names};

/// Where a card can be written.
#[component]
pub fn OfferedCard(
    /// Which one.
    offer: CardOffer,
) -> impl IntoView {
    let offered = match offer {
        CardOffer::First => Some((words::offer(), words::offer_about())),
        CardOffer::Later => Some((words::offer_later(), words::offer_later_about())),
        CardOffer::Next => Some((words::offer_next(), words::offer_next_about())),
        CardOffer::Nothing => None,
    };
    offered.map(|(name, about)| {
        view! {
            <section class="stack" data-gap="small">
                <h2 class="section-name">{name}</h2>
                <p>{about}</p>
                <p>
                    <a href=Route::Treatment.with("do=card") class="button">
                        {words::offer_write()}
                    </a>
                </p>
            </section>
        }
        .into_any()
    })
}

/// What the card of the question says.
#[component]
pub fn CardSaid(
    /// In words; nothing where there is no card.
    card: Option<String>,
) -> impl IntoView {
    card.map(|card| view! { <p class="soft" dir="auto">{card}</p> }.into_any())
}

/// How it has gone since the start, and what was decided: kept as it is given. What is answered is folded in.
#[component]
pub fn OnThisDay(
    /// The answer that it stands beside, and what was written so far.
    day: OnTheDay,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let OnTheDay {
        question,
        final_day,
        global_change,
        decided,
    } = day;
    let written = decided.as_str().to_owned();
    let (change, words_now) = (RwSignal::new(global_change), RwSignal::new(written.clone()));
    let (feels_open, decided_open) = (global_change.is_none(), written.is_empty());
    // Before that, what is saved is the answer that was read.
    let touched = RwSignal::new(false);
    let answer = (question, final_day);
    let chosen = Signal::derive(move || {
        let change = change.get()?;
        GlobalChange::ALL.iter().position(|one| *one == change)
    });
    let choose = Callback::new(move |place: Option<usize>| {
        let chosen = place.and_then(|place| GlobalChange::ALL.get(place).copied());
        change.set(chosen);
        touched.set(true);
        state.change_rest(|rest| rest.write(answer, clock::now(), |written| written.global_change = chosen));
    });
    let note = Callback::new(move |note: Note| {
        touched.set(true);
        words_now.set(note.as_str().to_owned());
        state.change_rest(|rest| rest.write(answer, clock::now(), |written| written.decided.clone_from(&note)));
    });
    let feels = Signal::derive(move || {
        change
            .get()
            .map(|change| names::global_change(change).to_owned())
            .unwrap_or_default()
    });
    let group = view! {
        <ChoiceGroup
            id="global-change"
            question=words::since_start()
            choices=Signal::stored(GlobalChange::ALL.map(|change| Choice::new(names::global_change(change))).to_vec())
            chosen=chosen
            on_choose=choose
        />
    };
    let field = view! {
        <NoteField id="decided" label=words::decided() written=written note=note waits=RwSignal::new(false) />
        <p class="soft">{words::decided_note()}</p>
        <p>
            <a href=sampling::address()>{words::ask_less()}</a>
        </p>
    };
    view! {
        <section class="stack on-this-day" data-gap="small" aria-labelledby="on-this-day">
            <h2 id="on-this-day">{words::on_this_day()}</h2>
            {row(words::since_start(), feels, feels_open, group.into_any())}
            {row(words::decided(), words_now.into(), decided_open, field.into_any())}
            {move || touched.get().then(|| view! { <SaveLine /> }.into_any())}
            <p>
                <a href=Route::Report.path() class="button">
                    {words::doctor()}
                </a>
            </p>
        </section>
    }
}

/// A question with what was answered; a tap shows the whole of it, and where it is changed.
fn row(question: &'static str, answered: Signal<String>, open: bool, inside: AnyView) -> AnyView {
    view! {
        <details class="fold" open=open>
            <summary>
                <span class="fold-name">{question}</span>
                <span class="own-answer" dir="auto">
                    {answered}
                </span>
            </summary>
            {inside}
        </details>
    }
    .into_any()
}
