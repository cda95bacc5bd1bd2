//! A name: one line of any alphabet.

use leptos::prelude::*;

/// A text field with a label above and what is wrong below.
#[component]
pub fn NameField(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// What is asked.
    label: &'static str,
    /// What stands in it.
    value: RwSignal<String>,
    /// What is wrong with it, said below.
    #[prop(into)]
    problem: Signal<Option<String>>,
) -> impl IntoView {
    let problem_id = format!("{id}-problem");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                id=id
                class="input"
                type="text"
                dir="auto"
                autocomplete="off"
                prop:value=value
                aria-describedby=problem_id.clone()
                aria-invalid=move || problem.with(Option::is_some).to_string()
                on:input:target=move |event| value.set(event.target().value())
            />
            <p class="field-problem" id=problem_id>
                {problem}
            </p>
        </div>
    }
}
