//! The report on its way: printing, and files that are made before the tap that shares them.

use leptos::html::Button;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::file_kinds::Kind;
use super::form::Form;
use super::words;
use crate::papers::Request;
use crate::web::locale::decimal_comma;
use crate::web::papers::Made;
use crate::web::state::AppState;
use crate::web::views::{CollectAny as _, Memo, memo_bool, off};
use crate::web::worker::{self, WorkerError};
use crate::words::Said as _;
use crate::words::problems;

/// How it stands with the files.
#[derive(Clone, PartialEq)]
enum Progress {
    Idle,
    Making(String),
    Ready,
    Failed(String),
    /// Signs are named that the file can't show; it can be made without them.
    Lacking(String),
}

/// Everything that can be taken along.
#[component]
pub fn Files(
    /// The choices.
    form: Form,
) -> impl IntoView {
    // The one that opens right in the reader's spreadsheet comes first.
    let (first, second) = if decimal_comma() {
        (Kind::CommaCsv, Kind::Csv)
    } else {
        (Kind::Csv, Kind::CommaCsv)
    };
    view! {
        <section class="stack no-print" aria-labelledby="report-files">
            <h2 id="report-files">{words::take_it()}</h2>
            <p>{words::take_note()}</p>
            <ul class="plain-list stack">
                <li class="stack" data-gap="small">
                    <p>
                        <button type="button" class="button" data-kind="main" on:click=move |_| _ = window().print()>
                            {words::print()}
                        </button>
                    </p>
                    <p class="soft">{words::print_note()}</p>
                </li>
                <FileRow request=form.asked() kind=Kind::Pdf />
                <FileRow request=form.asked() kind=Kind::Html />
            </ul>
            <details class="fold">
                <summary>
                    <h3>{words::more_files()}</h3>
                </summary>
                <div class="stack">
                    <p>{words::data_note()}</p>
                    <ul class="plain-list stack">
                        <FileRow request=form.asked() kind=first />
                        <FileRow request=form.asked() kind=second />
                        <FileRow request=form.asked() kind=Kind::LongCsv />
                        <FileRow request=form.asked() kind=Kind::Fhir />
                    </ul>
                    <Charts form=form />
                </div>
            </details>
        </section>
    }
}

/// The chart of one item at a time.
#[component]
fn Charts(form: Form) -> impl IntoView {
    let state = expect_context::<AppState>();
    let chosen = RwSignal::new(None::<String>);
    let items = Memo::new(move || form.chosen_items(state));
    // The first one, until another is chosen; and again where the chosen one is no longer on the report.
    let item = Memo::new(move || {
        items.with(|items| {
            let there = chosen
                .get()
                .filter(|chosen| items.iter().any(|(item, _)| item == chosen));
            there.or(items.first().map(|(item, _)| item.clone()))
        })
    });
    let options = move || {
        let option = |(id, name): (String, String)| {
            let is_chosen = item.get().as_ref() == Some(&id);
            view! {
                <option value=id selected=is_chosen>
                    {name}
                </option>
            }
        };
        items.get().into_iter().map(option).collect_any()
    };
    let rows = move || {
        let item = item.get()?;
        let kinds = [Kind::Svg(item.clone()), Kind::Png(item.clone(), 2), Kind::Png(item, 3)];
        Some(
            kinds
                .map(|kind| view! { <FileRow request=form.asked() kind=kind /> })
                .collect_any(),
        )
    };
    view! {
        <div class="field">
            <label for="report-chart">{words::which_chart()}</label>
            <select
                id="report-chart"
                class="input"
                on:change:target=move |event| chosen.set(Some(event.target().value()))
            >
                {options}
            </select>
        </div>
        <ul class="plain-list stack">{rows}</ul>
    }
}

/// One kind of file: made by a first tap, and then shared or downloaded by a second.
#[component]
pub fn FileRow(
    /// What is asked for; `None` while a choice is missing.
    request: Signal<Option<Request>>,
    /// The kind.
    kind: Kind,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let progress = RwSignal::new(Progress::Idle);
    let made = StoredValue::new_local(None::<Made>);
    let (name, about) = (kind.name(), kind.about());
    // Only what was asked for last counts.
    let turn = StoredValue::new(0_u32);
    // What was made is of other choices, once they change.
    Effect::new(move |_| {
        _ = request.get();
        turn.update_value(|turn| *turn += 1);
        progress.set(Progress::Idle);
        made.set_value(None);
    });
    let button = NodeRef::<Button>::new();
    // What is tapped beside it goes away: the focus stays in the row.
    let come_back = move || {
        if let Some(button) = button.get_untracked() {
            _ = button.focus();
        }
    };
    let begin = Callback::new(move |wanted: Kind| {
        let Some(request) = request.get_untracked() else { return };
        if matches!(progress.get_untracked(), Progress::Making(_)) {
            return;
        }
        come_back();
        let diary = untrack(|| state.with(Clone::clone));
        progress.set(Progress::Making(words::making().into()));
        let mine = turn.get_value();
        spawn_local(async move {
            let outcome = wanted.make(&diary, &request).await;
            // A choice may have changed meanwhile, or the page may have been left.
            if turn.try_get_value() != Some(mine) {
                return;
            }
            let outcome = match outcome {
                Ok(file) => {
                    made.set_value(Some(file));
                    Progress::Ready
                }
                Err(WorkerError::Stopped) => Progress::Idle,
                Err(WorkerError::Lacking(signs)) => Progress::Lacking(signs),
                Err(why) => Progress::Failed(why.said()),
            };
            progress.set(outcome);
        });
    });
    let stop = Callback::new(move |()| {
        come_back();
        worker::stop();
    });
    let fail = Callback::new(move |why: &'static str| {
        come_back();
        progress.set(Progress::Failed(why.into()));
    });
    let is_making = memo_bool(move || matches!(progress.get(), Progress::Making(_)));
    view! {
        <li class="stack" data-gap="small">
            <p>
                <button
                    type="button"
                    class="button"
                    aria-disabled=off(move || is_making.get())
                    node_ref=button
                    on:click=move |_| begin.run(kind.clone())
                >
                    {name}
                </button>
            </p>
            <p class="soft">{about}</p>
            <div role="status" class="stack" data-gap="small">
                {move || match progress.get() {
                    Progress::Idle => ().into_any(),
                    Progress::Making(words) => view! { <Making words=words on_stop=stop /> }.into_any(),
                    Progress::Ready => view! { <Leave made=made on_fail=fail /> }.into_any(),
                    Progress::Failed(why) => view! { <p class="notice">{why}</p> }.into_any(),
                    Progress::Lacking(signs) => {
                        view! {
                            <p class="notice">{signs}</p>
                            <p>
                                <button type="button" class="button" on:click=move |_| begin.run(Kind::PdfWithoutSigns)>
                                    {words::without_signs()}
                                </button>
                            </p>
                        }
                            .into_any()
                    }
                }}
            </div>
        </li>
    }
}

#[component]
fn Making(words: String, on_stop: Callback<()>) -> impl IntoView {
    view! {
        <p class="cluster">
            <span>{words}</span>
            <button type="button" class="button" data-kind="quiet" on:click=move |_| on_stop.run(())>
                {words::cancel()}
            </button>
        </p>
    }
}

/// The ready file: the tap finds it made, as the share sheet wants it.
#[component]
fn Leave(made: StoredValue<Option<Made>, LocalStorage>, on_fail: Callback<&'static str>) -> impl IntoView {
    let Some(file) = made.get_value() else {
        return ().into_any();
    };
    let can_share = file.can_be_shared();
    let ready = words::ready(&file.name, file.bytes());
    // Several files may be ready: each button tells which is its own.
    let named = |action: &str| format!("{action}: {}", file.name);
    let share = move |_| {
        let Some(file) = made.get_value() else { return };
        spawn_local(async move {
            if file.share().await.is_err() {
                on_fail.run(problems::file_not_shared());
            }
        });
    };
    let save = move |_| {
        let saved = made.with_value(|file| file.as_ref().map_or(Ok(()), Made::save));
        if saved.is_err() {
            on_fail.run(problems::file_not_taken());
        }
    };
    view! {
        <p class="soft">{ready}</p>
        <p class="cluster">
            {can_share
                .then(|| {
                    view! {
                        <button type="button" class="button" data-kind="main" aria-label=named(words::share()) on:click=share>
                            {words::share()}
                        </button>
                    }
                })}
            <button type="button" class="button" aria-label=named(words::download()) on:click=save>
                {words::download()}
            </button>
        </p>
    }
    .into_any()
}
