//! What the patient chooses for the report. Nothing of it is kept.

use chrono::{Days, NaiveDate};
use leptos::prelude::*;

use super::words;
use crate::diary::{FIRST_DATE, ItemId, iso};
use crate::papers::{self, Request};
use crate::report::{Paper, stopped_on};
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::date_field::DateField;
use crate::web::components::switch::Switch;
use crate::web::state::AppState;
use crate::web::views::CollectAny as _;
use crate::words::names;

/// The choices, each a signal.
#[derive(Clone, Copy)]
pub struct Form {
    /// A place in [`words::spans`].
    span: RwSignal<usize>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    items: RwSignal<Vec<(ItemId, bool)>>,
    every_day: RwSignal<bool>,
    notes: RwSignal<bool>,
    late_days: RwSignal<bool>,
    name: RwSignal<String>,
    paper: RwSignal<Paper>,
    as_of: NaiveDate,
    today: NaiveDate,
    /// The day of the last entry, where that is long ago.
    stopped: Option<NaiveDate>,
}

/// Places in [`words::spans`].
const CHOSEN_DAYS: usize = 3;
const TO_THE_LAST_ENTRY: usize = 4;

impl Form {
    /// As it stands before the patient has chosen anything.
    pub(super) fn of(state: AppState) -> Form {
        let today = state.today();
        state.with(|diary| {
            let as_of = diary.as_of(today);
            let stopped = stopped_on(diary, today);
            let items = papers::rated_items(diary).into_iter();
            Form {
                span: RwSignal::new(if stopped.is_some() { TO_THE_LAST_ENTRY } else { 0 }),
                from: RwSignal::new(diary.first_day().unwrap_or(as_of).to_string()),
                to: RwSignal::new(stopped.unwrap_or(as_of).to_string()),
                items: RwSignal::new(items.map(|item| (item.clone(), papers::is_first(&item))).collect()),
                every_day: RwSignal::new(true),
                notes: RwSignal::new(false),
                late_days: RwSignal::new(true),
                name: RwSignal::new(String::new()),
                paper: RwSignal::new(local_paper()),
                as_of,
                today,
                stopped,
            }
        })
    }

    /// What is asked for; none while a choice is missing. Tracks changes.
    pub(super) fn request(self) -> Option<Request> {
        if self.problem().is_some() || self.no_item() {
            return None;
        }
        let back = |days: u64| self.as_of.checked_sub_days(Days::new(days - 1)).unwrap_or(FIRST_DATE);
        let (from, to) = match self.span.get() {
            1 => (back(28).to_string(), self.as_of.to_string()),
            2 => (back(84).to_string(), self.as_of.to_string()),
            CHOSEN_DAYS => (self.from.get(), self.to.get()),
            TO_THE_LAST_ENTRY => (FIRST_DATE.to_string(), self.stopped.unwrap_or(self.as_of).to_string()),
            _ => (FIRST_DATE.to_string(), self.as_of.to_string()),
        };
        let items = self.items.get().into_iter().filter(|(_, on)| *on);
        Some(Request {
            from,
            to,
            made_on: self.today.to_string(),
            items: items.map(|(item, _)| item.to_string()).collect(),
            every_day: self.every_day.get(),
            notes: self.notes.get(),
            name: self.name.get(),
            paper: self.paper.get(),
            late_days: self.late_days.get(),
        })
    }

    /// The paper. Tracks changes.
    pub(super) fn paper(self) -> Paper {
        self.paper.get()
    }

    /// The items that are chosen, with their names. Tracks changes.
    pub(super) fn chosen_items(self, state: AppState) -> Vec<(String, String)> {
        let chosen = self.items.get().into_iter().filter(|(_, on)| *on);
        chosen
            .map(|(item, _)| (item.to_string(), item_name(state, &item)))
            .collect()
    }

    fn no_item(self) -> bool {
        self.items.with(|items| items.iter().all(|(_, on)| !on))
    }

    /// What is wrong with the days.
    fn problem(self) -> Option<&'static str> {
        if self.span.get() != CHOSEN_DAYS {
            return None;
        }
        match (self.from.with(|from| iso::date(from)), self.to.with(|to| iso::date(to))) {
            (Some(from), Some(to)) if from > to => Some(words::wrong_order()),
            (Some(_), Some(_)) => None,
            _ => Some(words::no_date()),
        }
    }
}

/// US Letter where the browser speaks American, Canadian or Mexican; else A4.
fn local_paper() -> Paper {
    let language = window().navigator().language().unwrap_or_default();
    let is_american = ["US", "CA", "MX", "PH", "CL", "CO"]
        .iter()
        .any(|land| language.ends_with(land));
    if is_american { Paper::Letter } else { Paper::A4 }
}

fn item_name(state: AppState, item: &ItemId) -> String {
    match item {
        ItemId::Standard(item) => names::item(*item).to_owned(),
        ItemId::Own(id) => state.with(|diary| {
            let own = diary.settings.own_item(id);
            own.map_or_else(|| id.to_string(), |own| own.name.to_string())
        }),
    }
}

/// The form.
#[component]
pub fn Choices(
    /// Each choice.
    form: Form,
) -> impl IntoView {
    // The last one is of use only to a diary that stopped.
    let shown_spans = words::spans().len() - usize::from(form.stopped.is_none());
    let list = |names: &[&str]| names.iter().map(|name| Choice::new(*name)).collect::<Vec<_>>();
    let (spans, papers) = (list(&words::spans()[..shown_spans]), list(&words::papers()));
    // Unlike an answer of the diary, a choice here is never taken back.
    let choose_span =
        Callback::new(move |place: Option<usize>| form.span.set(place.unwrap_or(form.span.get_untracked())));
    let choose_paper = Callback::new(move |place: Option<usize>| match place {
        Some(0) => form.paper.set(Paper::A4),
        Some(_) => form.paper.set(Paper::Letter),
        None => form.paper.update(|_| {}),
    });
    let summary = move || {
        let paper = words::papers()[usize::from(form.paper.get() == Paper::Letter)];
        words::choices_in_short(words::spans()[form.span.get()], form.notes.get(), paper)
    };
    view! {
        <details class="fold no-print">
            <summary>
                <h2>{words::what_goes_in()}</h2>
                <span class="soft">{summary}</span>
            </summary>
            <div class="stack">
            <ChoiceGroup
                id="report-span"
                question=words::which_days()
                choices=Signal::derive(move || spans.clone())
                chosen=Signal::derive(move || Some(form.span.get()))
                on_choose=choose_span
            />
            <Show when=move || form.span.get() == CHOSEN_DAYS>
                <DateField id="report-from" label=words::from() value=form.from problem=Signal::derive(|| None::<String>) />
                <DateField
                    id="report-to"
                    label=words::to()
                    value=form.to
                    problem=Signal::derive(move || form.problem().map(String::from))
                />
            </Show>
            <p class="soft">{words::span_note()}</p>
            <Items form=form />
            <div>
                <Toggle label=words::every_day() value=form.every_day />
                <Toggle label=words::notes() value=form.notes />
                <p class="soft">{words::notes_note()}</p>
                <Toggle label=words::late_days() value=form.late_days />
            </div>
            <div class="field">
                <label for="report-name">{words::name()}</label>
                <input
                    id="report-name"
                    class="input"
                    dir="auto"
                    maxlength="80"
                    autocomplete="off"
                    aria-describedby="report-name-note"
                    prop:value=move || form.name.get()
                    on:input:target=move |event| form.name.set(event.target().value())
                />
                <p class="soft" id="report-name-note">
                    {words::name_note()}
                </p>
            </div>
            <ChoiceGroup
                id="report-paper"
                question=words::paper()
                choices=Signal::derive(move || papers.clone())
                chosen=Signal::derive(move || Some(usize::from(form.paper.get() == Paper::Letter)))
                on_choose=choose_paper
            />
            </div>
        </details>
    }
}

#[component]
fn Items(form: Form) -> impl IntoView {
    let state = expect_context::<AppState>();
    let switch = move |place: usize, item: &ItemId| {
        let on = Signal::derive(move || form.items.with(|items| items.get(place).is_some_and(|(_, on)| *on)));
        let change = Callback::new(move |shall: bool| {
            form.items.update(|items| {
                if let Some((_, on)) = items.get_mut(place) {
                    *on = shall;
                }
            });
        });
        view! { <Switch label=item_name(state, item) on=on on_switch=change /> }
    };
    let items = form.items.get_untracked();
    let chosen = move || form.items.with(|items| items.iter().filter(|(_, on)| *on).count());
    view! {
        <details class="fold">
            <summary>
                <h3>{words::items()}</h3>
                <span class="soft">{move || words::chosen(chosen())}</span>
            </summary>
            <p class="soft">{words::items_note()}</p>
            {items.iter().enumerate().map(|(place, (item, _))| switch(place, item)).collect_any()}
        </details>
        <Show when=move || form.no_item()>
            <p class="notice" role="alert">
                {words::no_item()}
            </p>
        </Show>
    }
}

#[component]
fn Toggle(label: &'static str, value: RwSignal<bool>) -> impl IntoView {
    view! { <Switch label=label on=value on_switch=Callback::new(move |on| value.set(on)) /> }
}
