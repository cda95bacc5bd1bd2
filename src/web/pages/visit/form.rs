//! The form of a visit: day, time, with whom, and up to three questions.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::changing::Changing;
use crate::forms::Problem;
use crate::forms::field::{VISIT_DAY, VISIT_QUESTIONS, VISIT_TIME, VISIT_WITH};
use crate::forms::visit::Typed;
use crate::visits::{self, MAX_QUESTION_CHARS, Visit};
use crate::web::clock;
use crate::web::components::date_field::DateField;
use crate::web::components::name_field::NameField;
use crate::web::components::problem_summary::{ProblemSummary, problem_of};
use crate::web::unfinished::unfinished;
use crate::web::views::{CollectAny as _, live_text, on_click};
use crate::words::visit as words;

/// The form; of a visit that is changed, with its id and as it was.
#[component]
pub fn VisitForm(
    /// The way to change visits.
    changing: Changing,
    /// The visit that is changed, with its id.
    #[prop(optional, into)]
    before: Option<(String, Visit)>,
) -> impl IntoView {
    let state = changing.state;
    let first = before.as_ref().map(|(_, visit)| Typed::of(visit)).unwrap_or_default();
    let (date, time, with) = (
        unfinished(VISIT_DAY, first.date),
        unfinished(VISIT_TIME, first.time),
        unfinished(VISIT_WITH, first.with),
    );
    let [one, two, three] = first.questions;
    let questions = [
        unfinished(VISIT_QUESTIONS[0], one),
        unfinished(VISIT_QUESTIONS[1], two),
        unfinished(VISIT_QUESTIONS[2], three),
    ];
    let problems = RwSignal::new(Vec::<Problem>::new());
    let name = if before.is_some() {
        words::change()
    } else {
        words::new()
    };
    let is_folded = untrack(|| changing.address.value("do")).is_some();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = Typed {
            date: date.get_untracked(),
            time: time.get_untracked(),
            with: with.get_untracked(),
            questions: questions.map(|question| question.get_untracked()),
        };
        let now = clock::now();
        let today = untrack(|| state.today());
        match typed.read(before.as_ref().map(|(_, visit)| visit), today, now) {
            Err(found) => problems.set(found),
            Ok(visit) => {
                let (id, said) = if let Some((id, _)) = &before {
                    (id.clone(), words::is_changed())
                } else {
                    let id = untrack(|| state.with(|diary| visits::new_id(&diary.rest, now)));
                    (id, words::is_kept())
                };
                changing.change(&id, said, |rest| visits::put(rest, &id, &visit));
            }
        }
    };
    let cancel = is_folded.then(|| {
        let cancel = on_click(move || changing.leave_form());
        view! {
            <button type="button" class="button" on:click=cancel>
                {words::cancel()}
            </button>
        }
    });
    let fields = questions.into_iter().enumerate().map(|(place, value)| {
        let problem = problem_of(problems, VISIT_QUESTIONS[place]);
        view! { <TextField id=VISIT_QUESTIONS[place] label=words::question(place + 1) value=value problem=problem /> }
    });
    let fields = fields.collect_any();
    view! {
        <form class="stack" novalidate on:submit=submit aria-label=name>
            <h2>{name}</h2>
            <ProblemSummary problems=problems />
            <DateField id=VISIT_DAY label=words::day() value=date problem=problem_of(problems, VISIT_DAY) />
            <TimeField value=time problems=problems />
            <NameField id=VISIT_WITH label=words::with() value=with problem=problem_of(problems, VISIT_WITH) />
            {fields}
            <div class="cluster">
                <button type="submit" class="button" data-kind="main">
                    {words::keep()}
                </button>
                {cancel}
            </div>
        </form>
    }
}

#[component]
fn TimeField(value: RwSignal<String>, problems: RwSignal<Vec<Problem>>) -> impl IntoView {
    let problem = problem_of(problems, VISIT_TIME);
    let problem_id = [VISIT_TIME, "-problem"].concat();
    view! {
        <div class="field">
            <label for=VISIT_TIME>{words::time()}</label>
            <input
                id=VISIT_TIME
                class="input"
                type="time"
                prop:value=value
                aria-describedby=problem_id.clone()
                aria-invalid=live_text(move || problem.with(Option::is_some).to_string())
                on:input:target=move |event| value.set(event.target().value())
            />
            <p class="field-problem" id=problem_id>
                {problem}
            </p>
        </div>
    }
}

/// A field for a text of a few lines, with how many of its characters are used.
#[component]
pub fn TextField(
    /// Unique on the page.
    id: &'static str,
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in it.
    value: RwSignal<String>,
    /// What is wrong with it, said below.
    problem: Signal<Option<String>>,
) -> impl IntoView {
    let (problem_id, used_id) = ([id, "-problem"].concat(), [id, "-used"].concat());
    let described = [problem_id.as_str(), " ", &used_id].concat();
    let used = live_text(move || {
        let count = value.with(|text| text.trim().chars().count());
        if count == 0 {
            String::new()
        } else {
            words::used(count, MAX_QUESTION_CHARS)
        }
    });
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <textarea
                id=id
                class="input"
                rows="2"
                dir="auto"
                prop:value=value
                aria-describedby=described
                aria-invalid=live_text(move || problem.with(Option::is_some).to_string())
                on:input:target=move |event| value.set(event.target().value())
            ></textarea>
            <p class="soft" id=used_id>{used}</p>
            <p class="field-problem" id=problem_id>
                {problem}
            </p>
        </div>
    }
}
