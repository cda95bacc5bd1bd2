//! A search over the notes and tags of the whole diary.

use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::form::HistoryForm;
use super::list::EntryList;
use super::words;
use crate::diary::Day;
use crate::web::address::{Address, Step};
use crate::web::locale;
use crate::web::route::Route;
use crate::web::views::Memo;
use crate::words::names;

/// How many days are shown at first, and added by each "Show more": a search over ten years can find thousands.
const STEP: usize = 50;

/// The field and its button. The search begins when it is asked for, and stands in the address.
#[component]
pub fn SearchForm(
    /// What the address asks for.
    asked: Memo<String>,
) -> impl IntoView {
    let address = expect_context::<Address>();
    let field = NodeRef::<Input>::new();
    let search = move |event: SubmitEvent| {
        event.prevent_default();
        let query = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        let query = query.trim();
        let path = if query.is_empty() {
            Route::History.path().to_owned()
        } else {
            Route::History.with(&format!("q={}", js_sys::encode_uri_component(query)))
        };
        address.go(&path, Step::Page);
    };
    view! {
        <form role="search" class="field" on:submit=search>
            <label for="search">{words::search()}</label>
            <div class="search-row">
                <input
                    id="search"
                    class="input"
                    type="search"
                    dir="auto"
                    autocomplete="off"
                    enterkeyhint="search"
                    maxlength="200"
                    node_ref=field
                    prop:value=move || asked.get()
                />
                <button type="submit" class="button">
                    {words::search_button()}
                </button>
            </div>
        </form>
    }
}

/// What was found, the newest first.
#[component]
pub fn Found(
    /// The diary.
    form: HistoryForm,
    /// What is searched for.
    asked: Memo<String>,
) -> impl IntoView {
    locale::set_same_letters();
    let found = Memo::new(move || {
        let query = asked.get();
        form.state.with(|diary| {
            let days = diary.search(&query, |tag| names::tag(tag).to_owned());
            days.into_iter().map(Day::date).collect::<Vec<_>>()
        })
    });
    let limit = RwSignal::new(STEP);
    Effect::new(move |_| {
        asked.track();
        limit.set(STEP);
    });
    let shown = Signal::derive(move || found.with(|found| found.iter().copied().take(limit.get()).collect::<Vec<_>>()));
    let has_more = move || {
        let limit = limit.get();
        found.with(|found| found.len() > limit)
    };
    view! {
        <section class="stack" data-gap="small" aria-label=words::search()>
            <p role="status" dir="auto">
                {move || words::found(found.with(Vec::len), &asked.get())}
            </p>
            <p>
                <a href=Route::History.path() class="button">
                    {words::to_calendar()}
                </a>
            </p>
            <EntryList form=form dates=shown query=asked />
            <Show when=has_more>
                <p>
                    <button type="button" class="button" on:click=move |_| limit.update(|limit| *limit += STEP)>
                        {words::more()}
                    </button>
                </p>
            </Show>
        </section>
    }
}
