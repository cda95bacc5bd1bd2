//! Opening a trial of one by the code of the sealed sheet. What is typed here lives in this form alone until it fits: it is no
//! draft that comes back.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::words;
use crate::forms::trial_reveal::{self, Offered, Refused};
use crate::web::address::{Address, Step};
use crate::web::clock;
use crate::web::focus::{arrive, focus};
use crate::web::part::door;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::words::{Said as _, trial_reveal as reveal};

door! {
    /// The way to this form.
    pub form: RevealTrial in seldom
}

const FIELD: &str = "reveal-code";

/// The form.
#[component]
pub fn RevealTrial() -> impl IntoView {
    let state = expect_context::<AppState>();
    // Whoever came here by a link is at its heading, as with every other change.
    if untrack(|| state.is_open()) {
        arrive("main h2");
    }
    let today = untrack(|| state.today());
    let offered = untrack(|| state.with(|diary| trial_reveal::offered(&diary.treatment, today)));
    let inside = match offered {
        Ok(offered) => code_form(state, offered),
        Err(why) => view! {
            <p>{why.said()}</p>
            <p>
                <a href=Route::Treatment.path() class="button">
                    {words::cancel()}
                </a>
            </p>
        }
        .into_any(),
    };
    view! {
        <section class="stack" aria-labelledby="reveal">
            <h2 id="reveal">{reveal::name()}</h2>
            {inside}
        </section>
    }
}

/// What is said before, and the code.
fn code_form(state: AppState, offered: Offered) -> AnyView {
    let address = expect_context::<Address>();
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<Refused>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let sure = problem.get_untracked() == Some(Refused::Early);
        let read = untrack(|| {
            state.with(|diary| {
                let ends = diary.settings.day_ends_at;
                typed.with(|typed| trial_reveal::read(typed, sure, &diary.treatment, clock::now(), ends))
            })
        });
        match read {
            Ok(opened) => {
                typed.set(String::new());
                if let Err(why) = state.reveal_trial(&opened.commit, &opened.revealed) {
                    problem.set(Some(Refused::Treatment(why)));
                    return focus(FIELD);
                }
                let shown = ["phase=trial-", &opened.first_day.to_string()].concat();
                address.go(&Route::Results.with(&shown), Step::Done);
            }
            Err(why) => {
                problem.set(Some(why));
                focus(FIELD);
            }
        }
    };
    let said = move || problem.get().map(|why| why.said()).unwrap_or_default();
    let type_on = move |event: leptos::web_sys::Event| {
        typed.set(event_target_value(&event));
        problem.set(None);
    };
    let early = offered.early.map(|(last, days)| {
        view! {
            <p class="notice">{reveal::about_early(last)} " " {reveal::about_early_counts(days)}</p>
        }
        .into_any()
    });
    let guesses = (offered.unguessed > 0).then(|| {
        view! {
            <div class="notice stack" data-gap="small">
                <p>{reveal::guesses(offered.unguessed)}</p>
                <p>
                    <a href=Route::Treatment.path() class="button">
                        {reveal::guesses_give()}
                    </a>
                </p>
            </div>
        }
        .into_any()
    });
    let act = if offered.early.is_some() {
        reveal::act_early()
    } else {
        reveal::act()
    };
    view! {
        <p>{reveal::about()}</p>
        {early}
        {guesses}
        <form class="stack" novalidate autocomplete="off" on:submit=submit aria-labelledby="reveal">
            <div class="field">
                <label for=FIELD>{reveal::code()}</label>
                <input
                    id=FIELD
                    class="input"
                    type="text"
                    dir="ltr"
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    prop:value=typed
                    aria-describedby="reveal-note reveal-problem"
                    aria-invalid=move || problem.with(Option::is_some).to_string()
                    on:input=type_on
                />
                <p class="field-problem" id="reveal-problem" role="alert">
                    {said}
                </p>
                <p class="soft" id="reveal-note">
                    {reveal::code_note()}
                </p>
            </div>
            <div class="cluster">
                <button type="submit" class="button" data-kind="main">
                    {act}
                </button>
                <a href=Route::Treatment.path() class="button">
                    {words::cancel()}
                </a>
            </div>
        </form>
    }
    .into_any()
}
