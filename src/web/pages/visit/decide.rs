//! What was decided at a visit, and the way on to the form of a change: nothing of it is done here.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::changing::Changing;
use super::form::TextField;
use crate::forms::Problem;
use crate::forms::field::{VISIT_DECIDED, VISIT_WORDS};
use crate::forms::visit::{TypedDecision, choices};
use crate::visits::{self, Choice as Way, Decided, Visit};
use crate::web::address::Step;
use crate::web::clock;
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::problem_summary::{ProblemSummary, problem_of};
use crate::web::pages::settings::sampling::{self, SAMPLING};
use crate::web::pages::treatment;
use crate::web::unfinished::unfinished;
use crate::web::views::{live_while, on_click};
use crate::words::{Said as _, visit as words};

/// The form that does what was decided, under Treatment or Settings; `None` where nothing is to be done.
fn form_of(way: Way, in_trial: bool) -> Option<&'static str> {
    match way {
        Way::GoOn | Way::Other => None,
        Way::StartLdn => Some("start-ldn"),
        Way::ChangeDose => Some("change-dose"),
        Way::Stop if in_trial => Some("trial-stop"),
        Way::Stop => Some("washout"),
        Way::OtherMedicine => Some("medicine"),
        Way::AskAgain => Some("card"),
        Way::AskLess => Some(SAMPLING),
    }
}

/// The form.
#[component]
pub fn DecideForm(
    /// The way to change visits.
    changing: Changing,
    /// The id of the visit.
    id: String,
    /// The visit.
    visit: Visit,
) -> impl IntoView {
    let state = changing.state;
    let today = untrack(|| state.today());
    let (mut ways, in_trial) = untrack(|| {
        state.with(|diary| {
            let treatment = &diary.treatment;
            (choices(treatment, today), treatment.period_on(today).is_some())
        })
    });
    let before = visit.decided.clone();
    // What was decided before can be seen, whatever came of it.
    let earlier = before.as_ref().map(|decided| decided.what);
    ways.extend(earlier.filter(|way| !ways.contains(way)));
    let place = earlier.and_then(|way| ways.iter().position(|one| *one == way));
    let own = before.as_ref().and_then(|decided| decided.words.clone());
    let chosen = unfinished(VISIT_DECIDED, place);
    let own = unfinished(VISIT_WORDS, own.unwrap_or_default());
    let problems = RwSignal::new(Vec::<Problem>::new());
    let names = ways.iter().map(|way| Choice::new(way.said())).collect();
    let ways = StoredValue::new(ways);
    let way = move || ways.with_value(|ways| chosen.get().and_then(|place| ways.get(place).copied()));
    let said = visit.said();
    let is_open = before.is_none() && !visit.put_away;
    let kept = StoredValue::new((id, visit));
    let keep = move |decided: Option<Decided>, said: &'static str| {
        let (id, visit) = kept.get_value();
        let after = Visit {
            put_away: decided.is_none(),
            decided,
            changed_at: clock::now(),
            ..visit
        };
        changing.change(&id, said, |rest| visits::put(rest, &id, &after));
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = TypedDecision {
            what: untrack(way),
            words: own.get_untracked(),
        };
        match typed.read(untrack(|| state.today())) {
            Err(found) => problems.set(found),
            Ok(decided) => {
                let form = form_of(decided.what, in_trial).filter(|_| earlier != Some(decided.what));
                keep(Some(decided), words::is_decided());
                match form {
                    None => {}
                    Some(SAMPLING) => changing.address.go(&sampling::address(), Step::Page),
                    Some(form) => treatment::open(changing.address, form),
                }
            }
        }
    };
    let away = is_open.then(|| {
        let away = on_click(move || keep(None, words::is_put_away()));
        view! {
            <button type="button" class="button" data-kind="quiet" on:click=away>
                {words::do_not_ask()}
            </button>
        }
    });
    let cancel = on_click(move || changing.leave_form());
    let label = Signal::derive(move || {
        let words = if way() == Some(Way::Other) {
            words::words_needed()
        } else {
            words::words()
        };
        words.to_owned()
    });
    view! {
        <form class="stack" novalidate on:submit=submit aria-label=words::decide()>
            <h2>{words::decide()}</h2>
            <p dir="auto">{said}</p>
            <p class="soft">{words::decide_about()}</p>
            <ProblemSummary problems=problems />
            <ChoiceGroup
                id=VISIT_DECIDED
                question=words::decide()
                choices=Signal::stored(names)
                chosen=chosen
                on_choose=Callback::new(move |place| chosen.set(place))
            />
            <p class="field-problem">{problem_of(problems, VISIT_DECIDED)}</p>
            <TextField id=VISIT_WORDS label=label value=own problem=problem_of(problems, VISIT_WORDS) />
            <div aria-live="polite">
                {live_while(
                    move || way().filter(|way| earlier != Some(*way)).and_then(|way| form_of(way, in_trial)).is_some(),
                    || view! { <p class="notice" data-kind="plain">{words::decide_opens()}</p> }.into_any(),
                )}
            </div>
            <div class="cluster">
                <button type="submit" class="button" data-kind="main">
                    {words::keep()}
                </button>
                <button type="button" class="button" on:click=cancel>
                    {words::cancel()}
                </button>
                {away}
            </div>
        </form>
    }
}
