//! What is wrong in a form, all of it, above the form; each message leads to its field.

use crate::forms::Problem;
use crate::web::views::CollectAny as _;
use crate::words::{Said, controls as words};
use leptos::html::Div;
use leptos::prelude::*;

/// The message for one field, for the place beside it.
pub fn problem_of(problems: RwSignal<Vec<Problem>>, field: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || {
        problems.with(|problems| problems.iter().find(|problem| problem.field() == field).map(Said::said))
    })
}

/// The list of problems; it takes the focus when it appears.
#[component]
pub fn ProblemSummary(
    /// What is wrong; nothing is shown while it is empty.
    problems: RwSignal<Vec<Problem>>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let (Some(place), false) = (place.get(), problems.with(Vec::is_empty)) {
            _ = place.focus();
        }
    });
    move || {
        let list = problems.get();
        (!list.is_empty()).then(|| {
            let line = |problem: Problem| {
                let field = problem.field();
                let focus = move |event: leptos::ev::MouseEvent| {
                    event.prevent_default();
                    focus_field(field);
                };
                view! {
                    <li>
                        <a href=format!("#{field}") on:click=focus>
                            {problem.said()}
                        </a>
                    </li>
                }
            };
            view! {
                <div class="notice stack" data-gap="small" role="alert" tabindex="-1" node_ref=place>
                    <h2>{words::there_is_a_problem()}</h2>
                    <ul>{list.into_iter().map(line).collect_any()}</ul>
                </div>
            }
        })
    }
}

/// Focuses a field, or the first control inside a group.
fn focus_field(id: &str) {
    use leptos::wasm_bindgen::JsCast;
    let selector = format!("#{id}:is(input, textarea, select), #{id} input");
    let found = document().query_selector(&selector).ok().flatten();
    if let Some(field) = found.and_then(|found| found.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
        _ = field.focus();
    }
}
