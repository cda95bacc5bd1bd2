//! Free words, kept as they are typed.

use leptos::prelude::*;

use crate::diary::Note;
use crate::web::views::live_text;
use crate::words::Said;

/// A field of several lines. Each change is given as it is typed; what is too long is said and not given.
#[component]
pub fn NoteField(
    /// Unique on the page.
    id: &'static str,
    /// What is asked.
    label: &'static str,
    /// What stands in it at first.
    written: String,
    /// Called with what is typed.
    note: Callback<Note>,
    /// Set while what stands in it can't be kept, for whoever says how it stands with the page.
    waits: RwSignal<bool>,
) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let problem_id = format!("{id}-problem");
    waits.set(false);
    // The element may be that of another note before: what is typed into it has to give way to this one.
    let typed = RwSignal::new(written);
    let give = move |text: String| {
        let read = Note::new(&text);
        typed.set(text);
        waits.set(read.is_err());
        problem.set(read.as_ref().err().map(Said::said));
        if let Ok(text) = read {
            note.run(text);
        }
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <textarea
                id=id
                class="input"
                rows="3"
                dir="auto"
                aria-describedby=problem_id.clone()
                aria-invalid=live_text(move || waits.get().to_string())
                prop:value=live_text(move || typed.get())
                on:input:target=move |event| give(event.target().value())
            ></textarea>
            <p class="field-problem" id=problem_id role="alert">
                {live_text(move || problem.get().unwrap_or_default())}
            </p>
        </div>
    }
}
