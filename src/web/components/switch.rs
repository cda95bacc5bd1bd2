//! Something that is on or off: a native check box, drawn and announced as a switch.

use leptos::prelude::*;

/// A line with a name and a switch; the whole line can be tapped.
#[component]
pub fn Switch(
    /// What is switched on and off.
    #[prop(into)]
    label: String,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Called with what it shall be.
    on_switch: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="switch">
            <span class="switch-name" dir="auto">
                {label}
            </span>
            <input
                type="checkbox"
                role="switch"
                class="switch-input"
                prop:checked=on
                on:change:target=move |event| on_switch.run(event.target().checked())
            />
        </label>
    }
}
