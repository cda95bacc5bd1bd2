//! A table of another diary: what it seems to hold, shown and changed before anything is taken; then what taking it in would
//! do, and the taking in.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::column::{Column, Table};
use super::file::{FILE_ID, NotTaken, Problem, Working, span_words};
use super::offer::{Lines, NamedDays, PLAN_ID, bring, finish};
use crate::diary::iso;
use crate::exchange::decode::Encoding;
use crate::exchange::table::{Dates, EitherDay, First, Meaning, Program, Proposal, Why};
use crate::import_plan::{TablePlan, TableRequest};
use crate::web::address::Address;
use crate::web::clock;
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::switch::Switch;
use crate::web::focus::{focus, go_to};
use crate::web::merging::{self, Chosen};
use crate::web::state::AppState;
use crate::web::views::{CollectAny as _, live, off};
use crate::words::{self, Said as _, bring as messages, import as import_words, today};

const TAKE_ID: &str = "table-plan";

/// How far it is.
#[derive(Debug, Clone)]
enum At {
    /// The columns are looked at.
    Columns,
    /// The whole file is looked through, beside the page.
    Looking,
    /// What it would do is seen; whether it is being taken in, beside the page and then into the stores.
    Plan(Box<TablePlan>, bool),
}

/// The table, from the first look to the taking in.
#[component]
pub fn TableOffer(
    /// The file.
    file: Chosen,
    /// What it seems to hold.
    proposal: Proposal,
    /// Called when it was taken in or not wanted.
    done: Callback<()>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let address = expect_context::<Address>();
    // A table of this app says itself what it holds.
    let is_plain = proposal.program == Program::Own && !proposal.is_asked();
    let heading = program_words(&proposal);
    let content = content_words(&proposal);
    let is_own = proposal.program == Program::Own;
    let table = Table {
        proposal: RwSignal::new(proposal),
        settings: StoredValue::new(state.own().settings),
    };
    let file = StoredValue::new_local(file);
    let at = RwSignal::new(At::Columns);
    let problem = RwSignal::new(None::<String>);
    let prefers_file = RwSignal::new(false);
    let begins_ldn = RwSignal::new(None::<bool>);
    let asked = move || TableRequest {
        now: clock::now().to_rfc3339(),
        proposal: table.proposal.get_untracked(),
        prefers_file: prefers_file.get_untracked(),
        begins_ldn: begins_ldn.get_untracked() == Some(true),
    };
    let look = move || {
        problem.set(None);
        at.set(At::Looking);
        let (file, request) = (file.get_value(), asked());
        spawn_local(async move {
            let plan = merging::plan_table(&state.own(), &state.marks(), &request, &file).await;
            let now = match plan {
                Ok(plan) => At::Plan(Box::new(plan), false),
                Err(why) => {
                    problem.try_set(Some(NotTaken::Beside(why).said()));
                    At::Columns
                }
            };
            let to = if matches!(now, At::Plan(..)) { TAKE_ID } else { PLAN_ID };
            if at.try_set(now).is_none() {
                request_animation_frame(move || go_to(to));
            }
        });
    };
    if is_plain {
        look();
    }
    let take = move |plan: Box<TablePlan>| {
        problem.set(None);
        at.set(At::Plan(plan.clone(), true));
        let (file, request) = (file.get_value(), asked());
        spawn_local(async move {
            let outcome = taken_in(state, &file, &request).await;
            at.try_set(At::Plan(plan, false));
            finish((state, address), outcome, problem, done, TAKE_ID);
        });
    };
    let dismiss = move |_| {
        done.run(());
        focus(FILE_ID);
    };
    let to_columns = Callback::new(move |()| {
        at.set(At::Columns);
        request_animation_frame(|| go_to(PLAN_ID));
    });
    let again = Callback::new(move |prefers: bool| {
        prefers_file.set(prefers);
        look();
    });
    let take = Callback::new(take);
    view! {
        <section class="card stack bring" aria-labelledby=PLAN_ID>
            <h3 id=PLAN_ID tabindex="-1" dir="auto">
                {heading}
            </h3>
            {content.into_iter().map(|line| view! { <p dir="auto">{line}</p> }).collect_any()}
            {is_own.then(|| view! { <p class="soft">{messages::own_phases()}</p> })}
            {live(move || match at.get() {
                At::Columns => {
                    view! {
                        <Columns table=table />
                        <div class="cluster">
                            <button type="button" class="button" data-kind="main" on:click=move |_| look()>
                                {messages::go_on()}
                            </button>
                            <button type="button" class="button" on:click=dismiss>
                                {import_words::dont_import()}
                            </button>
                        </div>
                    }
                        .into_any()
                }
                At::Looking => view! { <Working words=messages::looking().to_owned() /> }.into_any(),
                At::Plan(plan, busy) => {
                    let prefers = untrack(|| prefers_file.get());
                    view! { <Take plan=*plan busy=busy prefers=prefers begins_ldn=begins_ldn take=take again=again to_columns=to_columns dismiss=done /> }
                        .into_any()
                }
            })}
            <Problem text=problem />
        </section>
    }
}

/// Takes the table into the own diary as it is then.
async fn taken_in(state: AppState, file: &Chosen, request: &TableRequest) -> Result<(), NotTaken> {
    let (diary, marks) = loop {
        let here = state.own();
        let taken = merging::take_table(&here, &state.marks(), request, file).await;
        let taken = taken.map_err(NotTaken::Beside)?;
        // What was answered meanwhile, here or in another tab, stays.
        if state.own() == here {
            break taken;
        }
    };
    bring(state, diary, &marks).await
}

/// "A table from Bearable"
fn program_words(proposal: &Proposal) -> String {
    let program = match proposal.program {
        Program::Own => return messages::is_own().to_owned(),
        Program::Sheet => return messages::is_sheet().to_owned(),
        program => program.said(),
    };
    messages::is_from(&program)
}

/// What the file is, as far as it is seen at once.
fn content_words(proposal: &Proposal) -> Vec<String> {
    let holds = match (proposal.first_day, proposal.last_day) {
        (Some(first), Some(last)) if first == last => messages::holds_on(proposal.rows, first),
        (Some(first), Some(last)) => messages::holds_spanned(proposal.rows, first, last),
        _ => messages::holds(proposal.rows),
    };
    let part = proposal
        .table
        .as_ref()
        .map(|table| match proposal.other_names.as_slice() {
            [] => messages::from_part(table),
            others => messages::from_part_others(table, &words::list(others.iter().cloned())),
        });
    let letters = proposal
        .encoding
        .filter(|encoding| !matches!(encoding, Encoding::Utf8 | Encoding::Utf16));
    let letters = letters.map(|encoding| messages::letters(&encoding.to_string()));
    [Some(holds), part, letters].into_iter().flatten().collect()
}

/// All columns: first those of which something is asked, then what is taken over, then what is not.
#[component]
fn Columns(table: Table) -> impl IntoView {
    let (mut asked, mut taken, mut left) = (Vec::new(), Vec::new(), Vec::new());
    let either = untrack(|| {
        table.proposal.with(|proposal| {
            for (place, field) in proposal.fields.iter().enumerate() {
                if field.is_asked() {
                    asked.push(place);
                } else if field.is_taken() {
                    taken.push(place);
                } else if !matches!(field.meaning, Meaning::Date | Meaning::Time | Meaning::Year) {
                    left.push(place);
                }
            }
            match &proposal.dates {
                Dates::Open(either) => either.clone(),
                _ => Vec::new(),
            }
        })
    });
    let questions = asked.len() + usize::from(!either.is_empty());
    let column = move |open: bool| move |place: usize| view! { <Column table=table place=place open=open /> };
    let nothing = asked.is_empty() && taken.is_empty();
    // What nobody can want is at the end.
    let empty = |place: &usize| {
        untrack(|| {
            table
                .proposal
                .with(|proposal| proposal.fields[*place].meaning == Meaning::Ignored(Why::Empty))
        })
    };
    left.sort_by_key(empty);
    view! {
        {(questions > 0)
            .then(|| {
                view! {
                    <h4>{messages::asks(questions)}</h4>
                    <p class="soft">{messages::ask_later()}</p>
                }
            })}
        {(!either.is_empty()).then(|| view! { <WhichDate table=table either=either /> })}
        {asked.into_iter().map(column(true)).collect_any()}
        {live(move || clashes(table))}
        {nothing.then(|| view! { <p>{messages::nothing_to_take()}</p> })}
        {(!taken.is_empty()).then(|| view! { <h4>{messages::taken()}</h4> })}
        {taken.into_iter().map(column(false)).collect_any()}
        {(!left.is_empty())
            .then(|| {
                let count = left.len();
                view! {
                    <details open=nothing>
                        <summary>{messages::not_taken(count)}</summary>
                        <div class="stack" data-gap="small">
                            {left.into_iter().map(column(false)).collect_any()}
                        </div>
                    </details>
                }
            })}
    }
}

/// The columns that would go into one answer, each pair in a sentence.
fn clashes(table: Table) -> AnyView {
    let lines = table.proposal.with(|proposal| {
        let name = |place: usize| proposal.fields[place].name.as_str();
        let pairs = proposal.clash().into_iter();
        pairs
            .map(|(first, second)| messages::clash(name(first), name(second)))
            .collect::<Vec<_>>()
    });
    let lines = lines
        .into_iter()
        .map(|line| view! { <p class="notice" dir="auto">{line}</p> });
    lines.collect_any().into_any()
}

/// What a date means that can be read in two ways: asked once, by a real one of the file.
#[component]
fn WhichDate(table: Table, either: Vec<EitherDay>) -> impl IntoView {
    let Some(first) = either.into_iter().next() else {
        return ().into_any();
    };
    let open = untrack(|| table.proposal.with(|proposal| proposal.dates.clone()));
    let chosen = Signal::derive(move || {
        table.proposal.with(|proposal| match proposal.dates {
            Dates::Settled(First::Day) => Some(0),
            Dates::Settled(First::Month) => Some(1),
            _ => None,
        })
    });
    let choose = Callback::new(move |way: Option<usize>| {
        let dates = match way {
            Some(0) => Dates::Settled(First::Day),
            Some(_) => Dates::Settled(First::Month),
            None => open.clone(),
        };
        table.proposal.update(|proposal| proposal.dates = dates);
    });
    let ways = [first.day_first, first.month_first].map(|day| Choice::new(words::dates::full(day)));
    view! {
        <ChoiceGroup
            id="table-dates"
            question=messages::which_date(&first.written)
            choices=Signal::stored(ways.to_vec())
            chosen=chosen
            on_choose=choose
        />
    }
    .into_any()
}

/// Whether LDN began as the doses tell: asked, and never taken for granted.
#[component]
fn DidLdnBegin(said: String, first: String, answer: RwSignal<Option<bool>>) -> impl IntoView {
    let Some(first) = iso::date(&first) else {
        return ().into_any();
    };
    let ways = [messages::doses_tell_yes(first), messages::doses_tell_no().to_owned()].map(Choice::new);
    let chosen = Signal::derive(move || answer.get().map(|yes| usize::from(!yes)));
    let choose = Callback::new(move |way: Option<usize>| answer.set(way.map(|way| way == 0)));
    view! {
        <ChoiceGroup
            id="table-begun"
            question=said
            choices=Signal::stored(ways.to_vec())
            chosen=chosen
            on_choose=choose
        />
    }
    .into_any()
}

/// What taking it in would do, and the taking in.
#[component]
fn Take(
    plan: TablePlan,
    busy: bool,
    prefers: bool,
    begins_ldn: RwSignal<Option<bool>>,
    take: Callback<Box<TablePlan>>,
    again: Callback<bool>,
    to_columns: Callback<()>,
    dismiss: Callback<()>,
) -> impl IntoView {
    let gives = match &plan.ends {
        Some(ends) => messages::gives(plan.days, &span_words(ends)),
        None => messages::gives_nothing().to_owned(),
    };
    let own = (!plan.own.is_empty()).then(|| messages::comes_new(&words::list(plan.own.clone())));
    let (changes, given) = (plan.changes, plan.clone());
    let last = match (changes, plan.days, plan.is_asked) {
        (true, ..) => plan.imports.then(messages::imported_mark),
        (false, 0, true) => Some(messages::no_change_asked()),
        (false, 0, false) => Some(messages::no_change_nothing()),
        (false, ..) => Some(messages::no_change()),
    };
    let begun = plan.begun.clone();
    let notes = plan.notes.into_iter().map(|note| view! { <NamedDays note=note /> });
    let left_out = plan
        .left_out
        .into_iter()
        .map(|line| view! { <li dir="auto">{line}</li> });
    let left_out: Vec<_> = left_out.collect();
    let count = plan.differences.len() + plan.more_differences;
    let more = (plan.more_differences > 0).then(|| view! { <li>{import_words::and_more(plan.more_differences)}</li> });
    let differences = plan
        .differences
        .into_iter()
        .map(|line| view! { <li dir="auto">{line}</li> });
    view! {
        <h4 id=TAKE_ID tabindex="-1">
            {import_words::what_it_would_do()}
        </h4>
        <p>{gives}</p>
        {plan.reach.map(|words| view! { <p class="notice">{words}</p> })}
        {notes.collect_any()}
        <Lines
            heading=import_words::treatment_changes()
            many=import_words::treatment_changes_many(plan.treatment.len())
            lines=plan.treatment
        />
        {own.map(|line| view! { <p dir="auto">{line}</p> })}
        {(count > 0)
            .then(|| {
                view! {
                    <details open=true>
                        <summary>{messages::both(count)}</summary>
                        <ul>{differences.collect_any()} {more}</ul>
                    </details>
                    <Switch label=messages::prefer_file() on=prefers on_switch=again />
                }
            })}
        {(!left_out.is_empty())
            .then(|| {
                view! {
                    <div class="notice stack" data-gap="small">
                        <p>{messages::left_out()}</p>
                        <ul>{left_out}</ul>
                    </div>
                }
            })}
        {begun.map(|(said, first)| view! { <DidLdnBegin said=said first=first answer=begins_ldn /> })}
        {last.map(|said| view! { <p>{said}</p> })}
        <div class="cluster">
            {changes
                .then(|| {
                    let go = move |_| {
                        if !busy {
                            take.run(Box::new(given.clone()));
                        }
                    };
                    view! {
                        <button type="button" class="button" data-kind="main" aria-disabled=off(move || busy) on:click=go>
                            {messages::take_over()}
                        </button>
                    }
                })}
            <button type="button" class="button" aria-disabled=off(move || busy) on:click=move |_| if !busy { to_columns.run(()) }>
                {messages::to_columns()}
            </button>
            <button
                type="button"
                class="button"
                aria-disabled=off(move || busy)
                on:click=move |_| {
                    if !busy {
                        dismiss.run(());
                        focus(FILE_ID);
                    }
                }
            >
                {import_words::dont_import()}
            </button>
        </div>
        <div aria-live="polite">{busy.then(|| view! { <p>{today::saving()}</p> })}</div>
    }
}
