//! Where a pharmacist draws the order of a trial of one, and prints its papers (T1). Few people need it, and none of them for a
//! diary of their own: it shows, changes and needs none.
//!
//! What is typed and drawn here lives in this page alone, and goes with it: a computer in a pharmacy is used by many, and the
//! order is nobody's but the pharmacist's. So the fields are none that come back, and a page that is left is emptied even where
//! the browser would bring it back as it was.

use js_sys::{Function, Reflect, Uint8Array};
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;

use super::title::Title;
use crate::diary::{Form, TrialPlan};
use crate::exchange::sealed_order::{RANDOM_BYTES, draw};
use crate::forms::field::{DOSE, FIRST_DAY, FORM, PAIRS, PERIOD_DAYS};
use crate::forms::first_day::asked_about;
use crate::forms::pharmacist::{Asked, Typed, dose_asked_about};
use crate::forms::{DoseText, Problem};
use crate::trial_papers::{Drawn, TrialPaper};
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::date_field::DateField;
use crate::web::components::dose_field::DoseField;
use crate::web::components::problem_summary::{ProblemSummary, problem_of};
use crate::web::focus::{arrive, focus};
use crate::web::part::door;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::{CollectAny as _, live, live_option, live_word, memo_bool, on_click};
use crate::web::{files, papers, updates, worker};
use crate::words::{Said as _, names, pharmacist as words};

door! {
    /// The way to this page.
    pub page: PharmacistPage in seldom
}

/// Bytes of the browser's generator for cryptography; none where it has none, or fills nothing in.
///
/// It is reached by what the first part has anyway: an import of its own would travel to everybody.
fn random() -> Option<[u8; RANDOM_BYTES]> {
    let empty = [0; RANDOM_BYTES];
    let generator = Reflect::get(&window(), &"crypto".into()).ok()?;
    let fill = Reflect::get(&generator, &"getRandomValues".into()).ok()?;
    let drawn = Uint8Array::from(&empty[..]);
    fill.unchecked_into::<Function>().call1(&generator, &drawn).ok()?;
    let mut bytes = empty;
    drawn.copy_to(&mut bytes);
    (bytes != empty).then_some(bytes)
}

/// What was drawn, and what has become of it.
#[derive(Clone, Copy)]
struct Table {
    drawn: RwSignal<Option<Drawn>>,
    /// Whether it was printed or saved.
    taken: RwSignal<bool>,
    /// The paper that is printed alone.
    alone: RwSignal<Option<TrialPaper>>,
}

impl Table {
    fn new() -> Self {
        let table = Self {
            drawn: RwSignal::new(None),
            taken: RwSignal::new(false),
            alone: RwSignal::new(None),
        };
        // A dialog that was closed without printing looks the same from here.
        let printed = window_event_listener(ev::afterprint, move |_| {
            table.taken.set(true);
            table.alone.set(None);
        });
        let leaving = window_event_listener(ev::beforeunload, move |event| {
            if table.drawn.with_untracked(Option::is_some) && !table.taken.get_untracked() {
                event.prevent_default();
            }
        });
        let left = window_event_listener(ev::pagehide, move |_| table.clear());
        on_cleanup(move || {
            printed.remove();
            leaving.remove();
            left.remove();
        });
        table
    }

    fn clear(self) {
        self.drawn.set(None);
        self.taken.set(false);
    }

    fn print(self, alone: Option<TrialPaper>) {
        self.alone.set(alone);
        // The others are gone from the page by then.
        request_animation_frame(|| _ = window().print());
    }

    fn save(self) {
        let saved = self.drawn.with_untracked(|drawn| {
            let drawn = drawn.as_ref()?;
            files::download(&drawn.file_name(), "text/html", &drawn.file()).ok()
        });
        if saved.is_some() {
            self.taken.set(true);
        }
    }
}

/// The form, and after the draw the papers.
#[component]
pub fn PharmacistPage() -> impl IntoView {
    // The first visit keeps what all need, and this is not among it.
    spawn_local(async { _ = updates::is_kept().await });
    let table = Table::new();
    let form = PlanForm::new(table);
    let is_drawn = memo_bool(move || table.drawn.with(Option::is_some));
    view! {
        <div class="page alone stack" data-gap="large">
            <div class="stack no-print">
                <Title text=Route::Pharmacist.heading() />
                <p>{words::lead()}</p>
                <p>{words::no_advice()}</p>
                <p class="notice">{words::nothing_kept()}</p>
                // A page of its own for the browser, which asks before drawn papers are lost.
                <p>
                    <a href=Route::Today.path() rel="external">
                        {words::back()}
                    </a>
                </p>
            </div>
            {live(move || {
                if is_drawn.get() {
                    view! { <Papers table=table /> }.into_any()
                } else {
                    form.view()
                }
            })}
        </div>
    }
}

/// What is to be drawn. It stands as it was typed until the page goes.
#[derive(Clone, Copy)]
struct PlanForm {
    table: Table,
    state: AppState,
    dose: RwSignal<DoseText>,
    form: RwSignal<Option<usize>>,
    pairs: RwSignal<Option<usize>>,
    period_days: RwSignal<String>,
    first_day: RwSignal<String>,
    problems: RwSignal<Vec<Problem>>,
    /// Why nothing was drawn of what is whole.
    failure: RwSignal<Option<String>>,
}

impl PlanForm {
    fn new(table: Table) -> Self {
        Self {
            table,
            state: expect_context::<AppState>(),
            dose: RwSignal::new(DoseText::default()),
            form: RwSignal::new(None),
            pairs: RwSignal::new(Some(1)),
            period_days: RwSignal::new(TrialPlan::USUAL_DAYS.to_string()),
            first_day: RwSignal::new(String::new()),
            problems: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
        }
    }

    fn read(self) -> Result<Asked, Vec<Problem>> {
        let typed = Typed {
            dose: self.dose.get(),
            form: self.form.get().map(|place| Form::ALL[place]),
            pairs: self.pairs.get().and_then(|place| pairs().nth(place)),
            period_days: self.period_days.get(),
            first_day: self.first_day.get(),
            sure: self.problems.with(|problems| asked_about(problems)),
            meant: self.problems.with(|problems| dose_asked_about(problems)),
        };
        typed.read(self.state.today())
    }

    fn submit(self) {
        self.failure.set(None);
        match untrack(|| self.read()) {
            Err(found) => self.problems.set(found),
            Ok(asked) => {
                self.problems.set(Vec::new());
                spawn_local(self.draw(asked));
            }
        }
    }

    async fn draw(self, asked: Asked) {
        // What shows the papers: without it nothing is drawn that nobody would see.
        if let Err(why) = worker::load().await {
            self.failure.try_set(Some(why.said()));
            return;
        }
        let Some(random) = random() else {
            self.failure.try_set(Some(words::no_random().to_owned()));
            return;
        };
        let drawn = Drawn::new(
            draw(&random, asked.plan),
            (asked.dose, asked.form),
            untrack(|| self.state.today()),
        );
        // Two taps draw once.
        let is_first = self.table.drawn.try_update(|now| {
            let is_first = now.is_none();
            now.get_or_insert(drawn);
            is_first
        });
        if is_first == Some(true) {
            self.table.taken.set(false);
            arrive("main h2");
        }
    }

    fn view(self) -> AnyView {
        let submit = move |event: ev::SubmitEvent| {
            event.prevent_default();
            self.submit();
        };
        let forms = Signal::stored(Form::ALL.map(|form| Choice::new(names::form(form))).to_vec());
        let numbers = Signal::stored(pairs().map(|pairs| Choice::new(pairs.to_string())).collect::<Vec<_>>());
        let days_problem = problem_of(self.problems, PERIOD_DAYS);
        view! {
            <form class="stack" novalidate autocomplete="off" on:submit=submit aria-label=words::plan()>
                <h2>{words::plan()}</h2>
                <p class="soft">{words::pairs_note()}</p>
                <ProblemSummary problems=self.problems />
                <DoseField id=DOSE label=words::dose() value=self.dose problem=problem_of(self.problems, DOSE) />
                <div class="field">
                    <ChoiceGroup
                        id=FORM
                        question=words::which_form()
                        choices=forms
                        chosen=self.form
                        on_choose=Callback::new(move |place| self.form.set(place))
                    />
                    <p class="field-problem">{problem_of(self.problems, FORM)}</p>
                </div>
                <div class="field">
                    <ChoiceGroup
                        id=PAIRS
                        question=words::pairs()
                        choices=numbers
                        chosen=self.pairs
                        on_choose=Callback::new(move |place| self.pairs.set(place))
                    />
                    <p class="field-problem">{problem_of(self.problems, PAIRS)}</p>
                </div>
                <div class="field">
                    <label for=PERIOD_DAYS>{words::period_days()}</label>
                    <input
                        id=PERIOD_DAYS
                        class="input"
                        type="text"
                        inputmode="numeric"
                        autocomplete="off"
                        prop:value=self.period_days
                        aria-describedby="period-days-problem"
                        aria-invalid=move || days_problem.with(Option::is_some).to_string()
                        on:input:target=move |event| self.period_days.set(event.target().value())
                    />
                    <p class="field-problem" id="period-days-problem">
                        {days_problem}
                    </p>
                </div>
                <DateField
                    id=FIRST_DAY
                    label=words::first_day()
                    value=self.first_day
                    problem=problem_of(self.problems, FIRST_DAY)
                />
                <div role="alert">
                    {live_option(move || {
                        let why = self.failure.get()?;
                        Some(view! { <p class="notice">{why}</p> }.into_any())
                    })}
                </div>
                <p>
                    <button type="submit" class="button" data-kind="main">
                        {words::draw()}
                    </button>
                </p>
            </form>
        }
        .into_any()
    }
}

/// How many pairs can be chosen.
fn pairs() -> impl Iterator<Item = u8> {
    TrialPlan::LEAST_PAIRS..=TrialPlan::MOST_PAIRS
}

/// The button that asks whether other codes are to be drawn.
const ANEW: &str = "draw-anew";

/// The papers, one below the other, and what can be done with them.
#[component]
fn Papers(table: Table) -> impl IntoView {
    let asks = RwSignal::new(false);
    let mark = table
        .drawn
        .with_untracked(|drawn| drawn.as_ref().map(|drawn| drawn.mark().to_owned()));
    let mark = mark.unwrap_or_default();
    let lost = mark.clone();
    let anew = move || {
        table.clear();
        arrive("main h2");
    };
    let keep = move || {
        asks.set(false);
        focus(ANEW);
    };
    let question = move || {
        asks.get().then(|| {
            view! {
                <div class="notice stack" data-gap="small">
                    <p>{words::draw_anew_ask(&lost)}</p>
                    <div class="cluster">
                        <button type="button" class="button" on:click=on_click(anew)>
                            {words::draw_anew_yes()}
                        </button>
                        <button type="button" class="button" on:click=on_click(keep)>
                            {words::draw_anew_no()}
                        </button>
                    </div>
                </div>
            }
            .into_any()
        })
    };
    view! {
        <div class="stack no-print">
            <h2>{words::drawn(&mark)}</h2>
            <p>{words::drawn_note()}</p>
            <div class="cluster">
                <button type="button" class="button" data-kind="main" on:click=on_click(move || table.print(None))>
                    {words::print_all()}
                </button>
                <button type="button" class="button" on:click=on_click(move || table.save())>
                    {words::save()}
                </button>
                <button
                    id=ANEW
                    type="button"
                    class="button"
                    aria-expanded=move || asks.get().to_string()
                    on:click=on_click(move || asks.update(|asks| *asks = !*asks))
                >
                    {words::draw_anew()}
                </button>
            </div>
            {live_option(question)}
            <p class="soft">{words::save_note()}</p>
        </div>
        <div>{TrialPaper::ALL.map(|paper| view! { <OnePaper table=table paper=paper /> }).collect_any()}</div>
    }
}

/// One of them: what it is for, and how it will print.
#[component]
fn OnePaper(table: Table, paper: TrialPaper) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        table.drawn.with_untracked(|drawn| {
            if let Some(drawn) = drawn {
                // The script that shows it was there before the draw.
                _ = papers::show_here(&place, &drawn.shown(paper));
            }
        });
    });
    let class = move || {
        let is_out = table.alone.get().is_some_and(|alone| alone != paper);
        if is_out { "no-print" } else { "" }
    };
    // Each begins a page, but the one that is printed first.
    let breaks = move || (table.alone.get().is_none() && paper != TrialPaper::Labels).then_some("");
    view! {
        <section class=live_word(class) aria-labelledby=paper.id()>
            <div class="stack no-print" data-gap="small">
                <h2 id=paper.id()>{paper.name()}</h2>
                <p class="soft">{paper.about()}</p>
                <p>
                    <button type="button" class="button" on:click=on_click(move || table.print(Some(paper)))>
                        {paper.print()}
                    </button>
                </p>
            </div>
            <div class="paper-place" data-breaks=breaks node_ref=place></div>
        </section>
    }
}
