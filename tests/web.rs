//! What only a real browser can show. Few tests: each is slow to build.

#![cfg(target_arch = "wasm32")]

use ldn_diary::diary::{Rating as Value, StandardItem};
use ldn_diary::store::TextStore;
use ldn_diary::web::components::rating::Rating;
use ldn_diary::web::local_store::LocalStore;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, KeyboardEvent, KeyboardEventInit};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// An empty place on the page.
fn place() -> HtmlElement {
    let place: HtmlElement = document()
        .create_element("div")
        .expect("a div can be made")
        .unchecked_into();
    document()
        .body()
        .expect("the page has a body")
        .append_child(&place)
        .expect("it takes a child");
    place
}

/// Ends when what was to be done after this task has been done.
async fn next_task() {
    let promise = js_sys::Promise::new(&mut |done, _| {
        window().set_timeout_with_callback(&done).expect("there is time");
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.expect("it ends");
}

fn press(on: &HtmlElement, key: &str) {
    let options = KeyboardEventInit::new();
    options.set_key(key);
    options.set_bubbles(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).expect("an event can be made");
    on.dispatch_event(&event).expect("an element takes events");
}

#[wasm_bindgen_test]
fn the_browsers_shelf_gives_back_what_it_was_given() {
    let shelf = LocalStore::open();
    for text in [r#"{"a":"ä \" 🙂"}"#, "half a rec", "", "[1, 2]"] {
        shelf.write("test-key", text).expect("there is room");
        assert_eq!(shelf.read("test-key").expect("it is open").as_deref(), Some(text));
    }
    assert!(shelf.keys().expect("it is open").contains(&"test-key".to_owned()));
    shelf.remove("test-key").expect("it is open");
    assert_eq!(shelf.read("test-key"), Ok(None));
}

#[wasm_bindgen_test]
async fn a_rating_says_not_answered_until_a_key_answers_it() {
    let place = place();
    let answer = RwSignal::new(None::<Value>);
    let _mounted = mount_to(place.clone(), move || {
        let on_answer = Callback::new(move |given| answer.set(given));
        view! { <Rating item=StandardItem::Pain.into() name="Pain" question=Box::new(|| "Pain today".to_owned()) low="none" high="worst" value=answer on_answer=on_answer /> }
    });
    tick().await;
    let slider: HtmlElement = place
        .query_selector("[role=slider]")
        .expect("a valid selector")
        .expect("it is there")
        .unchecked_into();
    let said = || slider.get_attribute("aria-valuetext");
    assert_eq!(said().as_deref(), Some("not answered"));
    for (key, expected) in [
        ("ArrowRight", "50"),
        ("PageDown", "40"),
        ("Home", "0"),
        ("ArrowLeft", "0"),
        ("End", "100"),
        ("Delete", "not answered"),
    ] {
        press(&slider, key);
        tick().await;
        assert_eq!(said().as_deref(), Some(expected), "after {key}");
    }
    assert_eq!(answer.get_untracked(), None);
}

#[wasm_bindgen_test]
async fn the_app_takes_the_place_of_the_shell() {
    let place = place();
    place.set_id("app");
    place.set_text_content(Some("Opening"));
    ldn_diary::web::start();
    assert_eq!(
        place.text_content().as_deref(),
        Some("Opening"),
        "it stays until the app is there"
    );
    next_task().await;
    assert!(place.query_selector("main").is_ok_and(|found| found.is_some()));
    assert!(!place.text_content().is_some_and(|text| text.contains("Opening")));
}
