//! The choices for the report on the page.

use leptos::prelude::*;

use super::words;
use crate::diary::{Diary, ItemId};
use crate::forms::Problem;
use crate::forms::field::{REPORT_ITEMS, REPORT_TO};
use crate::forms::report_form::{Span, Typed, usual_paper};
use crate::papers::Request;
use crate::report::Paper;
use crate::visits;
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::date_field::DateField;
use crate::web::components::switch::Switch;
use crate::web::state::AppState;
use crate::web::views::CollectAny as _;
use crate::words::{Said as _, about_me, names, visit};

/// The form, with the two days apart, as their fields want them.
#[derive(Clone, Copy)]
pub struct Form {
    typed: RwSignal<Typed>,
    from: RwSignal<String>,
    to: RwSignal<String>,
}

impl Form {
    /// As it stands before the patient has chosen anything.
    pub(super) fn of(state: AppState) -> Form {
        let today = state.today();
        let language = window().navigator().language().unwrap_or_default();
        let typed = state.with(|diary| Typed::of(diary, today, usual_paper(&language)));
        Form {
            from: RwSignal::new(typed.request.from.clone()),
            to: RwSignal::new(typed.request.to.clone()),
            typed: RwSignal::new(typed),
        }
    }

    fn read(self) -> Result<Request, Vec<Problem>> {
        let mut typed = self.typed.get();
        (typed.request.from, typed.request.to) = (self.from.get(), self.to.get());
        typed.read()
    }

    /// What is asked for; none while a choice is missing. Tracks changes.
    pub(super) fn request(self) -> Option<Request> {
        self.read().ok()
    }

    /// The same as a signal.
    pub(super) fn asked(self) -> Signal<Option<Request>> {
        Signal::derive(move || self.request())
    }

    /// The paper. Tracks changes.
    pub(super) fn paper(self) -> Paper {
        self.typed.with(|typed| typed.request.paper)
    }

    /// The items that are chosen, with their names. Tracks changes.
    pub(super) fn chosen_items(self, state: AppState) -> Vec<(String, String)> {
        let named = |item: &ItemId| (item.to_string(), item_name(state, item));
        self.typed.with(|typed| typed.chosen().map(named).collect())
    }

    fn span(self) -> Span {
        self.typed.with(|typed| typed.span)
    }

    /// What is wrong beside a field.
    fn problem(self, field: &str) -> Option<String> {
        let found = self.read().err()?;
        found.iter().find(|problem| problem.field() == field).map(Problem::said)
    }
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

/// The papers, in the order in which they are offered.
const PAPERS: [Paper; 2] = [Paper::A4, Paper::Letter];

/// The form.
#[component]
pub fn Choices(
    /// Each choice.
    form: Form,
) -> impl IntoView {
    let spans = form.typed.with_untracked(Typed::spans).iter();
    let spans: Vec<Choice> = spans.map(|span| Choice::new(words::span(*span))).collect();
    let papers = PAPERS.map(|paper| Choice::new(words::paper_name(paper))).to_vec();
    // Unlike an answer of the diary, a choice here is never taken back.
    let choose_span = Callback::new(move |place: Option<usize>| {
        form.typed
            .update(|typed| typed.span = place.map_or(typed.span, |place| Span::ALL[place]));
    });
    let change = move |change: &dyn Fn(&mut Request)| form.typed.update(|typed| change(&mut typed.request));
    let choose_paper = Callback::new(move |place: Option<usize>| {
        change(&|request| request.paper = place.map_or(request.paper, |place| PAPERS[place]));
    });
    let span_place = move || Span::ALL.iter().position(|span| *span == form.span());
    let paper_place = move || PAPERS.iter().position(|paper| *paper == form.paper());
    let summary = move || {
        let notes = form.typed.with(|typed| typed.request.notes);
        words::choices_in_short(words::span(form.span()), notes, words::paper_name(form.paper()))
    };
    let has_visits = untrack(|| expect_context::<AppState>().with(|diary| !visits::all(&diary.rest).is_empty()));
    let has_imported = untrack(|| expect_context::<AppState>().with(Diary::has_imported));
    let toggle = move |label: &'static str, is_on: fn(&Request) -> bool, set: fn(&mut Request, bool)| {
        let on = Signal::derive(move || form.typed.with(|typed| is_on(&typed.request)));
        let switch = Callback::new(move |on| change(&|request| set(request, on)));
        view! { <Switch label=label on=on on_switch=switch /> }
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
                choices=Signal::stored(spans)
                chosen=Signal::derive(span_place)
                on_choose=choose_span
            />
            <Show when=move || form.span() == Span::Chosen>
                <DateField id="report-from" label=words::from() value=form.from problem=Signal::derive(|| None::<String>) />
                <DateField
                    id=REPORT_TO
                    label=words::to()
                    value=form.to
                    problem=Signal::derive(move || form.problem(REPORT_TO))
                />
            </Show>
            <p class="soft">{words::span_note()}</p>
            <Items form=form />
            <div>
                {toggle(words::every_day(), |chosen| chosen.every_day, |chosen, on| chosen.every_day = on)}
                {toggle(words::notes(), |chosen| chosen.notes, |chosen, on| chosen.notes = on)}
                <p class="soft">{words::notes_note()}</p>
                {toggle(about_me::on_report(), |chosen| chosen.about_me, |chosen, on| chosen.about_me = on)}
                {has_visits
                    .then(|| toggle(visit::on_report(), |chosen| chosen.visits, |chosen, on| chosen.visits = on).into_any())}
                {toggle(words::late_days(), |chosen| chosen.late_days, |chosen, on| chosen.late_days = on)}
                {has_imported
                    .then(|| {
                        toggle(
                                words::imported_days(),
                                |chosen| chosen.imported_days,
                                |chosen, on| chosen.imported_days = on,
                            )
                            .into_any()
                    })}
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
                    prop:value=move || form.typed.with(|typed| typed.request.name.clone())
                    on:input:target=move |event| change(&|request| request.name = event.target().value())
                />
                <p class="soft" id="report-name-note">
                    {words::name_note()}
                </p>
            </div>
            <ChoiceGroup
                id="report-paper"
                question=words::paper()
                choices=Signal::stored(papers)
                chosen=Signal::derive(paper_place)
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
        let on = Signal::derive(move || form.typed.with(|typed| typed.items[place].1));
        let change = Callback::new(move |on: bool| form.typed.update(|typed| typed.items[place].1 = on));
        view! { <Switch label=item_name(state, item) on=on on_switch=change /> }
    };
    let items = form.typed.with_untracked(|typed| typed.items.clone());
    let chosen = move || form.typed.with(|typed| typed.chosen().count());
    view! {
        <details class="fold">
            <summary>
                <h3>{words::items()}</h3>
                <span class="soft">{move || words::chosen(chosen())}</span>
            </summary>
            <p class="soft">{words::items_note()}</p>
            {items.iter().enumerate().map(|(place, (item, _))| switch(place, item)).collect_any()}
        </details>
        <Show when=move || form.problem(REPORT_ITEMS).is_some()>
            <p class="notice" role="alert">
                {form.problem(REPORT_ITEMS)}
            </p>
        </Show>
    }
}
