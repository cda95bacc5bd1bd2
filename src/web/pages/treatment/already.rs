//! For those who take LDN already, or have stopped: since when, and which dose (P1).
//!
//! `day` in the address is a day on which a dose was taken: it stands in the form already, and so does its dose.

use leptos::prelude::*;

use super::form::{ChangeForm, TreatmentForm};
use super::{safety, words};
use crate::diary::{Dose, Form, iso};
use crate::forms::already::{Typed, When};
use crate::forms::field::{DOSE, DOSE_SINCE, FIRST_DAY, FORM, STOPPED};
use crate::forms::first_day::asked_about;
use crate::forms::{DoseText, Problem};
use crate::web::address::{Address, Step};
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::date_field::DateField;
use crate::web::components::dose_field::DoseField;
use crate::web::components::problem_summary::problem_of;
use crate::web::route::Route;
use crate::web::unfinished::{finished, unfinished};
use crate::web::views::CollectAny as _;
use crate::words::names;

/// The form.
#[component]
pub fn AlreadyForm(
    /// The treatment.
    form: TreatmentForm,
    /// Whether LDN was stopped.
    stopped: bool,
) -> impl IntoView {
    let address = expect_context::<Address>();
    let day = untrack(|| address.value("day")).and_then(|day| iso::date(&day));
    let taken = untrack(|| form.state.with(|diary| diary.day(day?)?.answers().dose_taken));
    let dose = unfinished(
        DOSE,
        taken
            .filter(|dose| *dose != Dose::NONE)
            .map(DoseText::of)
            .unwrap_or_default(),
    );
    let since = unfinished(
        FIRST_DAY,
        When {
            text: day.map(|day| day.to_string()).unwrap_or_default(),
            is_month: false,
        },
    );
    let last = unfinished(STOPPED, When::default());
    let dose_since = unfinished(DOSE_SINCE, String::new());
    let chosen_form = unfinished(FORM, None::<usize>);
    let problems = RwSignal::new(Vec::<Problem>::new());

    let typed = move || Typed {
        since: since.get(),
        stopped: stopped.then(|| last.get()),
        dose: dose.get(),
        dose_since: dose_since.get(),
        form: chosen_form.get().map(|place| Form::ALL[place]),
        sure: problems.with(|problems| asked_about(problems)),
    };
    let read = move || typed().read(&form.treatment(), form.state.today());
    let becoming = Signal::derive(move || read().map(|said| form.becoming(&said)).unwrap_or_default());
    let submit = Callback::new(move |()| match untrack(read) {
        Ok(said) => {
            let when = if stopped { last } else { since };
            let said_of = if stopped {
                words::said_stopped
            } else {
                words::said_already
            };
            form.change(said_of(&untrack(|| when.with(When::said))), said);
            // In place of the form: going back must not open it again.
            address.go(Route::Treatment.path(), Step::Done);
        }
        Err(found) => problems.set(found),
    });
    let leave = Callback::new(move |()| {
        finished();
        address.go(Route::Treatment.path(), Step::Done);
    });
    let forms = Signal::stored(Form::ALL.map(|form| Choice::new(names::form(form))).to_vec());
    let [name, since_when, dose_asked, form_asked] = if stopped {
        [
            words::have_stopped(),
            words::since_when_stopped(),
            words::dose_then(),
            words::which_form_then(),
        ]
    } else {
        [
            words::already(),
            words::since_when(),
            words::dose_now(),
            words::which_form_if(),
        ]
    };

    view! {
        <ChangeForm name=name act=words::say_so() problems=problems on_submit=submit done=leave becoming=becoming>
            {stopped.then(|| view! { <WhenField id=STOPPED label=words::first_day_without() value=last problems=problems /> })}
            <WhenField id=FIRST_DAY label=since_when value=since problems=problems />
            <DoseField id=DOSE label=dose_asked value=dose problem=problem_of(problems, DOSE) />
            <DateField id=DOSE_SINCE label=words::dose_since() value=dose_since problem=problem_of(problems, DOSE_SINCE) />
            <ChoiceGroup
                id=FORM
                question=form_asked
                choices=forms
                chosen=chosen_form
                on_choose=Callback::new(move |place| chosen_form.set(place))
            />
            <details>
                <summary>{words::safety_facts()}</summary>
                <div class="stack">{safety::facts().map(safety::fact).into_iter().collect_any()}</div>
            </details>
        </ChangeForm>
    }
}

/// A day, or only its month.
#[component]
fn WhenField(
    id: &'static str,
    label: &'static str,
    value: RwSignal<When>,
    problems: RwSignal<Vec<Problem>>,
) -> impl IntoView {
    let problem = problem_of(problems, id);
    let problem_id = format!("{id}-problem");
    let known = Signal::derive(move || Some(usize::from(value.with(|value| value.is_month))));
    let choose = Callback::new(move |place: Option<usize>| {
        // One of the two is always meant. What stands in the field stays as far as it fits.
        if let Some(place) = place {
            value.update(|value| {
                value.is_month = place == 1;
                if value.is_month {
                    value.text.truncate("2026-03".len());
                } else {
                    value.text.clear();
                }
            });
        }
    });
    let choices = Signal::stored([words::know_day(), words::know_month()].map(Choice::new).to_vec());
    let is_month = move || value.with(|value| value.is_month);
    view! {
        <div class="field">
            <label for=id>{move || if is_month() { [label, " ", words::month()].concat() } else { label.to_owned() }}</label>
            <input
                id=id
                class="input"
                type=move || if is_month() { "month" } else { "date" }
                min=move || if is_month() { "1900-01" } else { "1900-01-01" }
                max=move || if is_month() { "2199-12" } else { "2199-12-31" }
                prop:value=move || value.with(|value| value.text.clone())
                aria-describedby=problem_id.clone()
                aria-invalid=move || problem.with(Option::is_some).to_string()
                on:input:target=move |event| value.update(|value| value.text = event.target().value())
            />
            <p class="field-problem" id=problem_id>
                {move || problem.get()}
            </p>
            <ChoiceGroup id=format!("{id}-known") question=words::know_what() choices=choices chosen=known on_choose=choose />
            {move || is_month().then(|| view! { <p class="soft">{words::month_note()}</p> })}
        </div>
    }
}
