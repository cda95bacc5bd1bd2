//! A day: the browser's own date field.

use leptos::prelude::*;

/// A date field with a label above and what is wrong below.
#[component]
pub fn DateField(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// What stands in it, as `2026-01-05`; empty while there is none.
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
                type="date"
                min="1900-01-01"
                max="2199-12-31"
                prop:value=move || value.get()
                aria-describedby=problem_id.clone()
                aria-invalid=move || problem.with(Option::is_some).to_string()
                on:input:target=move |event| value.set(event.target().value())
            />
            <p class="field-problem" id=problem_id>
                {move || problem.get()}
            </p>
        </div>
    }
}
