//! Visits: a date with the doctor, the patient's own questions, and what was decided there (D11).
//!
//! `/visit?do=…` opens one form at a time, so that the back button closes it again.

pub mod changing;
pub mod decide;
pub mod form;
pub mod past;

use leptos::prelude::*;

use self::changing::{Changing, address_of};
use self::decide::DecideForm;
use self::form::VisitForm;
use self::past::{Past, questions};
use super::title::Title;
use crate::exchange::calendar;
use crate::visits::{self, Visit};
use crate::web::address::Address;
use crate::web::focus::{arrive, focus_in_place, has, has_focus};
use crate::web::part::door;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::{CollectAny as _, Memo, live, live_option, memo_bool, on_click};
use crate::web::{clock, files};
use crate::words::{Said as _, visit as words};

door! {
    /// The way to this page.
    pub page: VisitPage in seldom
}

/// The heading of the form that is open.
const FORM_HEADING: &str = "main h2";

/// The page.
#[component]
pub fn VisitPage() -> impl IntoView {
    let state = expect_context::<AppState>();
    let address = expect_context::<Address>();
    let changing = Changing::new(state, address);
    let doing = Memo::new(move || {
        let value = |name| address.value(name).unwrap_or_default();
        (value("do"), value("visit"))
    });
    Effect::new(move |before: Option<(String, String)>| {
        let now = doing.get();
        match before {
            Some(before) if before != now && now.0.is_empty() => back_from(&before),
            Some(before) if before != now => arrive(FORM_HEADING),
            _ => {}
        }
        now
    });
    let open = move || {
        let (form, id) = doing.get();
        let visit = untrack(|| state.with(|diary| visits::get(&diary.rest, &id)));
        match (form.as_str(), visit) {
            ("new", _) => view! { <VisitForm changing=changing /> }.into_any(),
            ("change", Some(visit)) => view! { <VisitForm changing=changing before=(id, visit) /> }.into_any(),
            ("decide", Some(visit)) => view! { <DecideForm changing=changing id=id visit=visit /> }.into_any(),
            (form, _) => {
                let gone = matches!(form, "change" | "decide");
                view! {
                    {gone.then(|| view! { <p class="notice" data-kind="plain">{words::no_such()}</p> })}
                    <Ahead changing=changing />
                    <Past changing=changing />
                }
                .into_any()
            }
        }
    };
    view! {
        <div class="page stack" data-gap="large">
            <div class="stack" data-gap="small">
                <Title text=Route::Visit.heading() />
                <p>{words::title_lead()}</p>
                <UndoLine changing=changing />
            </div>
            {live(open)}
        </div>
    }
}

/// A form was given up: its link has the focus again. Where something was done, the words for that have it.
fn back_from((form, id): &(String, String)) {
    let link = ["main a[href*='do=", form, "'][href$='", id, "']"].concat();
    request_animation_frame(move || {
        if !has_focus("main *") {
            focus_in_place(if has(&link) { &link } else { "main h1" });
        }
    });
}

/// What was done last, with its undo.
#[component]
fn UndoLine(changing: Changing) -> impl IntoView {
    let line = move || {
        let done = changing.last.get()?;
        let undo = changing.can_undo(&done).then(|| {
            let undo = on_click(move || changing.undo());
            view! {
                <button type="button" class="button" on:click=undo>
                    {words::undo()}
                </button>
            }
        });
        let line = view! {
            <p class="notice cluster" data-kind="plain">
                <span>{done.said}</span>
                {undo}
            </p>
        };
        Some(line.into_any())
    };
    view! { <div role="status">{live_option(line)}</div> }
}

/// The visits of today and later; without any, the form for one. It stays open while another tab writes down a visit: what is
/// done here alone closes it.
#[component]
fn Ahead(changing: Changing) -> impl IntoView {
    let state = changing.state;
    let ahead = Memo::new(move || {
        let today = state.today();
        let mut visits = state.with(|diary| visits::all(&diary.rest));
        visits.retain(|(_, visit)| visit.date >= today);
        visits
    });
    let (began_empty, began_with) = (ahead.with_untracked(Vec::is_empty), changing.last.get_untracked());
    let form_is_open = memo_bool(move || {
        let nothing_done = changing.last.with(|last| *last == began_with);
        ahead.with(Vec::is_empty) || (began_empty && nothing_done)
    });
    let cards = move || {
        let cards = ahead.get().into_iter();
        let card = |(id, visit)| view! { <Card changing=changing id=id visit=visit /> };
        cards.map(card).collect_any().into_any()
    };
    let more = move || {
        if form_is_open.get() {
            return view! { <VisitForm changing=changing /> }.into_any();
        }
        view! {
            <p>
                <a href=Route::Visit.with("do=new") class="button">
                    {words::add()}
                </a>
            </p>
        }
        .into_any()
    };
    view! {
        {live(cards)}
        {live(more)}
    }
}

/// A visit that is still to come, or is today.
#[component]
fn Card(changing: Changing, id: String, visit: Visit) -> impl IntoView {
    let state = changing.state;
    let said = visit.said();
    let is_today = visit.date == untrack(|| state.today());
    let decided = visit
        .decided
        .as_ref()
        .map(|decided| words::decided(decided.on, &decided.said()));
    let decide = (is_today && decided.is_none()).then(|| {
        view! {
            <a href=address_of("decide", &id) class="button">
                {words::decide()}
            </a>
        }
    });
    let questions = questions(&visit);
    let of_file = StoredValue::new((id.clone(), visit));
    let file = on_click(move || {
        of_file.with_value(|(id, visit)| {
            let text = calendar::visit(id, visit, clock::now());
            _ = files::download(FILE, "text/calendar", &text);
        });
    });
    let out_of = id.clone();
    let out = on_click(move || changing.change(&out_of, words::is_taken_away(), |rest| visits::delete(rest, &out_of)));
    view! {
        <section class="card stack" data-gap="small">
            <h2 dir="auto">{said.clone()}</h2>
            {questions}
            {decided.map(|decided| view! { <p dir="auto">{decided}</p> })}
            <div class="cluster">
                <a href=Route::Report.path() class="button" data-kind="main">
                    {words::make_report()}
                </a>
                {decide}
                <a href=address_of("change", &id) class="button">
                    {words::change()}
                </a>
                <button type="button" class="button" on:click=file>
                    {words::calendar()}
                </button>
                <button type="button" class="button" data-kind="quiet" aria-label=words::take_away_named(&said) on:click=out>
                    {words::take_away()}
                </button>
            </div>
            <p class="soft">{words::calendar_about()}</p>
        </section>
    }
}

/// What the calendar file is called.
const FILE: &str = "appointment.ics";
