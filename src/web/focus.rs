//! Moving the focus to a place on the page.

use leptos::prelude::{document, request_animation_frame, window};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget, FocusOptions, HtmlElement};

/// Puts the focus on the element of this id, once it is on the page: where the control that had it is gone.
pub fn focus(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        if let Some(element) = found(&format!("#{id}")) {
            _ = element.focus();
        }
    });
}

/// Puts the focus on the first element that a selector finds, without scrolling to it: the router and the browser have
/// brought the page to where it belongs.
pub fn focus_in_place(selector: &str) {
    if let Some(element) = found(selector) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        _ = element.focus_with_options(&options);
    }
}

/// Goes to what has taken the place of something else on the same page: to its top, with the focus on what a selector
/// finds there, such as its heading.
pub fn arrive(selector: &'static str) {
    request_animation_frame(move || {
        if let Some(place) = found(selector) {
            _ = place.set_attribute("tabindex", "-1");
            window().scroll_to_with_x_and_y(0.0, 0.0);
            focus_in_place(selector);
        }
    });
}

/// Goes to the element of this id on the same page: it comes to the top, and has the focus.
pub fn go_to(id: &str) {
    let selector = format!("#{id}");
    if let Some(place) = found(&selector) {
        _ = place.set_attribute("tabindex", "-1");
        place.scroll_into_view();
        focus_in_place(&selector);
    }
}

/// Whether a selector finds anything.
pub fn has(selector: &str) -> bool {
    found(selector).is_some()
}

/// Whether the element that has the focus is one that a selector finds.
pub fn has_focus(selector: &str) -> bool {
    let focused = document().active_element();
    focused.is_some_and(|focused| focused.matches(selector).unwrap_or(false))
}

/// Whether something on the page is, or lies within, an element that a selector finds.
pub fn is_inside(target: &EventTarget, selector: &str) -> bool {
    let element = target.dyn_ref::<Element>();
    element.is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}

fn found(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}
