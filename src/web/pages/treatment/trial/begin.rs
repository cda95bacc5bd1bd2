//! Beginning a trial of one: the safety facts and what it is, two ticks, the commit code, dose and form of the label (T2, T6).
//!
//! The code stands in its field alone. What is typed there could be the reveal code, which holds the order: so the field is none
//! that comes back, and a reveal code is taken out of it at once.

use leptos::prelude::*;

use crate::diary::{Form, TrialPlan};
use crate::exchange::sealed_order::{CodeError, Commit};
use crate::forms::field::{DOSE, FIRST_DAY, FORM, TRIAL_AGREED, TRIAL_CODE, TRIAL_FACTS};
use crate::forms::trial_begin::{Typed, days_over, read_code};
use crate::forms::{DoseText, Problem};
use crate::trial::{LateDays, Study};
use crate::web::clock;
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::dose_field::DoseField;
use crate::web::components::problem_summary::problem_of;
use crate::web::focus::arrive;
use crate::web::pages::treatment::form::{ChangeForm, Changing, FORM_HEADING};
use crate::web::pages::treatment::{safety, words as shared};
use crate::web::unfinished::unfinished;
use crate::web::views::{CollectAny as _, Memo};
use crate::words::{names, trial_begin as words};

/// The form.
#[component]
pub fn BeginTrial() -> impl IntoView {
    let Changing { form, done } = expect_context();
    arrive(FORM_HEADING);
    let has_read = unfinished(TRIAL_FACTS, None::<usize>);
    let is_agreed = unfinished(TRIAL_AGREED, None::<usize>);
    let dose = unfinished(DOSE, DoseText::default());
    let chosen_form = unfinished(FORM, None::<usize>);
    let code = RwSignal::new(String::new());
    let problems = RwSignal::new(Vec::<Problem>::new());
    let read = move || {
        let typed = Typed {
            code: code.get(),
            dose: dose.get(),
            form: chosen_form.get().map(|place| Form::ALL[place]),
            has_read: has_read.get().is_some(),
            is_agreed: is_agreed.get().is_some(),
            before: problems.get(),
        };
        typed.read(&form.treatment(), form.state.today(), clock::now())
    };
    let becoming = Signal::derive(move || read().map(|begun| form.becoming(&begun.treatment)).unwrap_or_default());
    let submit = Callback::new(move |()| match untrack(read) {
        Ok(begun) => {
            let said = words::begun(begun.trial.commit.mark(), begun.trial.first_day());
            form.change(said, begun.treatment);
            done.run(());
        }
        Err(found) => problems.set(found),
    });
    let forms = Signal::stored(Form::ALL.map(|form| Choice::new(names::form(form))).to_vec());
    view! {
        <ChangeForm name=words::title() act=words::act() about=words::about() problems=problems on_submit=submit done=done becoming=becoming>
            <h3>{words::what()}</h3>
            <p>{words::no_advice()}</p>
            <p>{words::pharmacist()}</p>
            <p class="notice">{words::trouble()}</p>
            <h3>{words::safety()}</h3>
            {safety::facts().map(safety::fact).into_iter().collect_any()}
            <Tick id=TRIAL_FACTS label=words::has_read() on=has_read problem=problem_of(problems, TRIAL_FACTS) />
            <Tick id=TRIAL_AGREED label=words::is_agreed() on=is_agreed problem=problem_of(problems, TRIAL_AGREED) />
            <CodeField code=code problems=problems />
            <Says code=code />
            <DoseField id=DOSE label=words::dose() value=dose problem=problem_of(problems, DOSE) />
            <div class="field">
                <ChoiceGroup
                    id=FORM
                    question=shared::which_form()
                    choices=forms
                    chosen=chosen_form
                    on_choose=Callback::new(move |place| chosen_form.set(place))
                />
                <p class="field-problem">{problem_of(problems, FORM)}</p>
            </div>
        </ChangeForm>
    }
}

/// Something that has to be ticked.
#[component]
fn Tick(
    id: &'static str,
    label: &'static str,
    on: RwSignal<Option<usize>>,
    problem: Signal<Option<String>>,
) -> impl IntoView {
    let is_on = move || on.with(Option::is_some);
    let problem_id = [id, "-problem"].concat();
    view! {
        <div class="field">
            <label class="choice" data-state=move || if is_on() { "chosen" } else { "free" }>
                <input
                    id=id
                    type="checkbox"
                    class="choice-input"
                    aria-describedby=problem_id.clone()
                    aria-invalid=move || problem.with(Option::is_some).to_string()
                    prop:checked=is_on
                    on:change:target=move |event| on.set(event.target().checked().then_some(1))
                />
                <span>{label}</span>
            </label>
            <p class="field-problem" id=problem_id>
                {problem}
            </p>
        </div>
    }
}

/// The field for the code.
#[component]
fn CodeField(code: RwSignal<String>, problems: RwSignal<Vec<Problem>>) -> impl IntoView {
    let problem = problem_of(problems, TRIAL_CODE);
    let input = move |event: leptos::ev::Targeted<leptos::ev::Event, leptos::web_sys::HtmlInputElement>| {
        let field = event.target();
        let typed = field.value();
        let other = Problem::BadCode(CodeError::OtherKind);
        if read_code(&typed) == Err(other.clone()) {
            field.set_value("");
            code.set(String::new());
            problems.set(vec![other]);
        } else {
            code.set(typed);
            // What was said of another code is said no more.
            problems.update(|problems| problems.retain(|one| ![TRIAL_CODE, FIRST_DAY].contains(&one.field())));
        }
    };
    view! {
        <div class="field">
            <label for=TRIAL_CODE>{words::code()}</label>
            <p class="soft" id="trial-code-note">
                {words::code_note()}
            </p>
            <input
                id=TRIAL_CODE
                class="input trial-code"
                type="text"
                dir="ltr"
                translate="no"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                prop:value=code
                aria-describedby="trial-code-note trial-code-problem"
                aria-invalid=move || problem.with(Option::is_some).to_string()
                on:input:target=input
            />
            <p class="field-problem" id="trial-code-problem">
                {problem}
            </p>
        </div>
    }
}

/// What the code says, and what such a trial could tell.
#[component]
fn Says(code: RwSignal<String>) -> impl IntoView {
    let Changing { form, .. } = expect_context();
    let said = Memo::new(move || code.with(|code| read_code(code)).ok());
    view! {
        <div aria-live="polite">
            {move || {
                let code = said.get()?;
                let over = days_over(&code, form.state.today());
                let over = (over > 0).then(|| view! { <p class="notice">{words::days_over(over)}</p> });
                let today = untrack(|| form.state.today());
                let plan = form.state.with(|diary| Study::of(diary, today, LateDays::Included).trial_plan_said(code.plan));
                Some(
                    view! {
                        <div class="card stack" data-gap="small">
                            <p>{said_of(&code)}</p>
                            <ul class="plain-list">{bottles(code.plan).into_iter().map(|bottle| view! { <li>{bottle}</li> }).collect_any()}</ul>
                            {over}
                            <p class="soft">{plan}</p>
                        </div>
                    },
                )
            }}
        </div>
    }
}

fn said_of(code: &Commit) -> String {
    let plan = code.plan;
    let last = plan.ends().pred_opt().unwrap_or(plan.ends());
    words::says(
        code.code.mark(),
        plan.pairs(),
        plan.period_days(),
        plan.first_day(),
        last,
    )
}

/// Each bottle with its days.
fn bottles(plan: TrialPlan) -> Vec<String> {
    let mut bottles = Vec::new();
    for number in 1..=plan.periods() {
        let until = plan.first_of(number + 1);
        bottles.push(words::bottle(
            number,
            plan.first_of(number),
            until.pred_opt().unwrap_or(until),
        ));
    }
    bottles
}
