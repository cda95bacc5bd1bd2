//! What the patient thinks that a bottle of a trial of one held, asked once at its end (D9, T3): on today's page, and for as long
//! as it is sealed on that of the treatment.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::form::DayForm;
use super::impression::{self, ImpressionQuestion};
use crate::diary::{Arm, Guess, Sure, TrialCode};
use crate::forms::Problem;
use crate::forms::field::{GUESS, GUESS_SURE};
use crate::forms::guess::{ANSWERS, OfPeriod, Typed, asked};
use crate::store::names::GUESSES_PUT_AWAY;
use crate::web::clock;
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::problem_summary::problem_of;
use crate::web::focus::{focus, focus_in_place, has};
use crate::web::local_store::local_storage;
use crate::web::part::door;
use crate::web::state::AppState;
use crate::web::unfinished::{forget, unfinished};
use crate::web::views::{Memo, on_click};
use crate::words::{Said as _, trial_day as words};

door! {
    /// The way to the question on today's page.
    pub question: GuessToday in seldom
}

/// The question for the first bottle that is at its end and of which nothing was said yet, one after the other.
#[component]
pub fn GuessToday() -> impl IntoView {
    let DayForm { date, state, .. } = expect_context();
    let away = RwSignal::new(if untrack(|| state.in_sample()) {
        String::new()
    } else {
        put_away()
    });
    // The bottle that was put away last.
    let said = RwSignal::new(None::<u8>);
    let first = Memo::new(move || {
        let today = state.today();
        let asked = state.with(|diary| asked(&diary.treatment, today));
        let is_open = |of: &OfPeriod| date == today && away.with(|away| !away.split(' ').any(|one| one == name(of)));
        asked.into_iter().find(is_open)
    });
    let put = Callback::new(move |of: OfPeriod| {
        away.update(|away| {
            away.push(' ');
            away.push_str(&name(&of));
        });
        if let Some(storage) = local_storage().filter(|_| untrack(|| !state.in_sample())) {
            // Where it can't be kept, it is asked once more.
            _ = storage.set_item(GUESSES_PUT_AWAY, &away.get_untracked());
        }
        said.set(Some(of.1));
        asked_next();
    });
    let said_of = move || {
        let number = said.get()?;
        Some(
            view! { <p id=SAID class="notice" data-kind="plain" role="status" tabindex="-1">{words::is_put_away(number)}</p> },
        )
    };
    let question = move || {
        first.get().map(|(commit, period)| {
            view! {
                <section id=PLACE class="card stack" data-gap="small" tabindex="-1" aria-label=words::guess(period)>
                    <GuessQuestion commit=commit period=period put_away=put />
                    <p class="soft">{words::guess_why()}</p>
                </section>
            }
        })
    };
    view! {
        {said_of}
        {question}
        <ImpressionQuestion waits=Signal::derive(move || first.get().is_some()) />
    }
}

/// The place of the question.
const PLACE: &str = "guess-place";
/// The place of what is said of a question that was put away.
const SAID: &str = "guess-said";
/// What opens the question for a bottle under Treatment.
pub const OPENS: &str = "guess-opens";

/// Puts the focus where it goes when the question that had it is gone: to the next one, or where there is none to what was
/// said, to what is asked after it, or to the heading.
fn asked_next() {
    request_animation_frame(|| {
        let next = [
            ["#", PLACE],
            [".", OPENS],
            ["#", SAID],
            ["#", impression::PLACE],
            ["main ", "h1"],
        ];
        let found = next.map(|parts| parts.concat()).into_iter().find(|place| has(place));
        if let Some(place) = found {
            focus_in_place(&place);
        }
    });
}

/// What a question that was put away is known by.
fn name((commit, period): &OfPeriod) -> String {
    [commit.as_str(), "/", &period.to_string()].concat()
}

fn put_away() -> String {
    let kept = local_storage().and_then(|storage| storage.get_item(GUESSES_PUT_AWAY).ok().flatten());
    kept.unwrap_or_default()
}

/// What a field of the question for a bottle is called.
pub fn field(of: &str, period: u8) -> String {
    [of, "-", &period.to_string()].concat()
}

/// The question for one bottle.
#[component]
pub fn GuessQuestion(
    /// The commit code of the trial.
    commit: TrialCode,
    /// The number of the bottle.
    period: u8,
    /// Called when it is not to be asked again.
    #[prop(optional, into)]
    put_away: Option<Callback<OfPeriod>>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let of = StoredValue::new((commit, period));
    let fields = [GUESS, GUESS_SURE].map(|of| field(of, period));
    let (arm, sure) = (
        unfinished(&fields[0], None::<usize>),
        unfinished(&fields[1], None::<usize>),
    );
    let (arm_id, sure_id) = (fields[0].clone(), fields[1].clone());
    let problems = RwSignal::new(Vec::<Problem>::new());
    let failure = RwSignal::new(None::<String>);
    let typed = move || Typed {
        arm: arm.get(),
        sure: sure.get(),
    };
    let (on_keep, on_put) = (fields.clone(), fields);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match untrack(typed).read(clock::now()) {
            Err(found) => {
                let place = usize::from(found.first() == Some(&Problem::NotSure));
                problems.set(found);
                focus([&on_keep[place], " input"].concat());
            }
            Ok(guess) => {
                forget(&on_keep);
                let kept = of.with_value(|(commit, period)| state.note_guess(commit, *period, guess));
                match kept {
                    // The question goes, or the next comes.
                    Ok(()) => asked_next(),
                    Err(why) => _ = failure.try_set(Some(why.said())),
                }
            }
        }
    };
    let question = words::guess(period);
    let arms = Signal::stored(ANSWERS.map(arm_name).map(Choice::new).to_vec());
    let sures = [words::little(), words::fairly(), words::very()];
    let sures = Signal::stored(sures.map(Choice::new).to_vec());
    let away = put_away.map(|put| {
        let act = on_click(move || {
            forget(&on_put);
            put.run(of.get_value());
        });
        view! {
            <button type="button" class="button" on:click=act>
                {words::put_away()}
            </button>
        }
        .into_any()
    });
    view! {
        <form class="stack" data-gap="small" novalidate on:submit=submit>
            <ChoiceGroup id=arm_id question=question choices=arms chosen=arm on_choose=Callback::new(move |place| arm.set(place)) />
            <p class="field-problem" role="alert">{problem_of(problems, GUESS)}</p>
            <Show when=move || typed().asks_sure()>
                <ChoiceGroup
                    id=sure_id.clone()
                    question=words::sure()
                    choices=sures
                    chosen=sure
                    on_choose=Callback::new(move |place| sure.set(place))
                />
                <p class="field-problem" role="alert">{problem_of(problems, GUESS_SURE)}</p>
            </Show>
            {move || failure.get().map(|why| view! { <p class="notice" role="alert">{why}</p> })}
            <div class="cluster">
                <button type="submit" class="button" data-kind="main">
                    {words::keep()}
                </button>
                {away}
            </div>
        </form>
    }
}

/// What a bottle held, or is thought to.
pub fn arm_name(arm: Option<Arm>) -> &'static str {
    match arm {
        Some(Arm::Ldn) => words::ldn(),
        Some(Arm::Placebo) => words::placebo(),
        None => words::unknown(),
    }
}

/// A guess in words: "LDN (fairly sure)".
pub fn thought(guess: &Guess) -> String {
    let sure = match guess.sure {
        None => return arm_name(guess.arm).to_owned(),
        Some(Sure::Little) => words::little_sure(),
        Some(Sure::Fairly) => words::fairly_sure(),
        Some(Sure::Very) => words::very_sure(),
    };
    words::thought(arm_name(guess.arm), sure)
}
