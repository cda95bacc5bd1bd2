//! What the patient says of themselves, and the card to carry: on the page for the doctor.

use leptos::prelude::*;

use super::report::file_kinds::Kind;
use super::report::files::FileRow;
use crate::about_me::AboutMe;
use crate::diary::Name;
use crate::forms::about_me::{self as typed, TypedError};
use crate::forms::report_form::{Typed, usual_paper};
use crate::web::components::yes_no::YesNo;
use crate::web::focus::focus;
use crate::web::part::door;
use crate::web::state::AppState;
use crate::web::views::{CollectAny as _, live, live_option};
use crate::words::{Said as _, about_me as words};
use chrono::Datelike as _;

door! {
    /// The way to this part of the page.
    pub section: AboutMeAndCard in seldom
}

/// Changes what is said, and keeps it; what changes nothing is not kept.
fn change(state: AppState, change: impl Fn(&mut AboutMe)) {
    let before = untrack(|| state.with(|diary| AboutMe::of(&diary.rest)));
    let mut after = before.clone();
    change(&mut after);
    if after != before {
        state.change_rest(|rest| after.put(rest));
    }
}

/// The fields, then the card.
#[component]
pub fn AboutMeAndCard() -> impl IntoView {
    let state = expect_context::<AppState>();
    let now = untrack(|| state.with(|diary| AboutMe::of(&diary.rest)));
    let opioids = Signal::derive(move || state.with(|diary| AboutMe::of(&diary.rest).opioids));
    let answer = Callback::new(move |answer| change(state, |about| about.opioids = answer));
    let line = move |id, label, now: Option<Name>, put: fn(&mut AboutMe, Option<Name>)| {
        let give = move |text: String| {
            let name = typed::name(&text)?;
            change(state, |about| put(about, name.clone()));
            Ok(())
        };
        view! { <Line id=id label=label now=now.map(|name| name.to_string()).unwrap_or_default() give=Callback::new(give) /> }
    };
    let request = Signal::derive(move || {
        let language = window().navigator().language().unwrap_or_default();
        Some(state.with(|diary| Typed::of(diary, state.today(), usual_paper(&language)).request))
    });
    view! {
        <section class="stack no-print" aria-labelledby="about-me">
            <h2 id="about-me" tabindex="-1">{words::title()}</h2>
            <p>{words::note()}</p>
            <h3>{words::card()}</h3>
            <p>{words::card_note()}</p>
            <ul class="plain-list stack">
                <FileRow request=request kind=Kind::Card />
                <FileRow request=request kind=Kind::ScreenCard />
            </ul>
            <details class="fold">
                <summary>
                    <h3>{words::on_report()}</h3>
                </summary>
                <div class="stack">
                    {line("about-name", words::name(), now.name.clone(), |about, name| about.name = name)}
                    {line("about-prescriber", words::prescriber(), now.prescriber.clone(), |about, name| about.prescriber = name)}
                    {line("about-telephone", words::telephone(), now.telephone.clone(), |about, name| about.telephone = name)}
                    {line("about-pharmacy", words::pharmacy(), now.pharmacy.clone(), |about, name| about.pharmacy = name)}
                    <YesNo id="about-opioids" question=words::opioids() value=opioids on_answer=answer />
                    {live_option(move || {
                        (opioids.get() == Some(true)).then(|| view! { <p class="notice" data-kind="plain">{words::opioids_fact()}</p> }.into_any())
                    })}
                    <Conditions state=state />
                    <Medicines state=state />
                </div>
            </details>
        </section>
    }
}

/// A text that counts as it is typed; what can't be read is said, and waits.
#[component]
fn Line(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    now: String,
    give: Callback<String, Result<(), TypedError>>,
) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let given = move |text: String| problem.set(give.run(text).err().map(|why| why.said()));
    let problem_id = [&id, "-problem"].concat();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                id=id
                class="input"
                type="text"
                dir="auto"
                autocomplete="off"
                value=now
                aria-describedby=problem_id.clone()
                aria-invalid=move || problem.with(Option::is_some).to_string()
                on:input:target=move |event| given(event.target().value())
            />
            <p class="field-problem" id=problem_id role="alert">
                {problem}
            </p>
        </div>
    }
}

/// Rows of texts, each with a number that stays its own.
type Rows<const N: usize> = RwSignal<Vec<(usize, [String; N])>>;

fn texts<const N: usize>(rows: Rows<N>) -> Vec<[String; N]> {
    rows.with_untracked(|rows| rows.iter().map(|(_, texts)| texts.clone()).collect())
}

/// What a list is of, and how its rows read.
#[derive(Clone, Copy)]
struct List<const N: usize> {
    id: &'static str,
    heading: &'static str,
    add: &'static str,
    most: usize,
    /// What the fields of a row are called, by its number.
    labels: fn(usize) -> [String; N],
    remove: fn(usize) -> String,
    /// What is wrong with a field, by its place in the row; with this year.
    read: fn(usize, &str, i32) -> Result<(), TypedError>,
    /// Keeps what all rows say.
    keep: Callback<()>,
}

/// What is the same of both lists: their rows, each with a button that takes it out, and one for a row more.
fn listed<const N: usize>(rows: Rows<N>, list: List<N>) -> impl IntoView {
    let List {
        id,
        heading,
        add,
        most,
        labels,
        remove,
        read,
        keep,
    } = list;
    let this_year = expect_context::<AppState>().today().year();
    let put = move |number: usize, place: usize, text: String| {
        let read = read(place, &text, this_year);
        rows.update_untracked(|rows| {
            if let Some((_, texts)) = rows.iter_mut().find(|(other, _)| *other == number) {
                texts[place] = text;
            }
        });
        keep.run(());
        read
    };
    let heading_id = [id, "-heading"].concat();
    let row = move |(index, (number, texts)): (usize, (usize, [String; N]))| {
        let fields = labels(index + 1).into_iter().zip(texts).enumerate();
        let fields = fields.map(|(place, (label, now))| {
            let give = Callback::new(move |text| put(number, place, text));
            view! { <Line id=format!("{id}-{number}-{place}") label=label now=now give=give /> }
        });
        let out = move |_| {
            rows.update(|rows| rows.retain(|(other, _)| *other != number));
            keep.run(());
            focus([id, "-heading"].concat());
        };
        view! {
            <li class="stack" data-gap="small">
                {fields.collect_any()}
                <p>
                    <button type="button" class="button" data-kind="quiet" on:click=out>
                        {remove(index + 1)}
                    </button>
                </p>
            </li>
        }
    };
    let more = move |_| {
        let next = rows.with_untracked(|rows| rows.iter().map(|(number, _)| number + 1).max().unwrap_or(0));
        rows.update(|rows| rows.push((next, std::array::from_fn(|_| String::new()))));
        focus(format!("{id}-{next}-0"));
    };
    view! {
        <div class="stack" data-gap="small">
            <h4 id=heading_id tabindex="-1">{heading}</h4>
            <ul class="plain-list stack">
                {live(move || rows.get().into_iter().enumerate().map(row).collect_any().into_any())}
            </ul>
            {live_option(move || {
                (rows.with(Vec::len) < most)
                    .then(|| {
                        view! {
                            <p>
                                <button type="button" class="button" on:click=more>
                                    {add}
                                </button>
                            </p>
                        }
                            .into_any()
                    })
            })}
        </div>
    }
}

#[component]
fn Conditions(state: AppState) -> impl IntoView {
    let now = untrack(|| state.with(|diary| AboutMe::of(&diary.rest).conditions));
    let text =
        |(name, since): (Name, Option<i32>)| [name.to_string(), since.map(|year| year.to_string()).unwrap_or_default()];
    let rows = RwSignal::new(now.into_iter().map(text).enumerate().collect::<Vec<_>>());
    let keep = Callback::new(move |()| {
        let read = typed::conditions(&texts(rows), state.today().year());
        change(state, |about| about.conditions.clone_from(&read));
    });
    let list = List {
        id: "about-condition",
        heading: words::conditions(),
        add: words::add_condition(),
        most: AboutMe::MAX_CONDITIONS,
        labels: |number| [words::condition(number), words::since_year().to_owned()],
        remove: |number| words::remove_condition(number),
        read: |place, text, this_year| match place {
            0 => typed::name(text).map(drop),
            _ => typed::year(text, this_year).map(drop),
        },
        keep,
    };
    listed(rows, list)
}

#[component]
fn Medicines(state: AppState) -> impl IntoView {
    let now = untrack(|| state.with(|diary| AboutMe::of(&diary.rest).medicines));
    let rows = now.into_iter().map(|medicine| {
        let text = |name: Option<Name>| name.map(|name| name.to_string()).unwrap_or_default();
        [medicine.name.to_string(), text(medicine.since), text(medicine.until)]
    });
    let rows = RwSignal::new(rows.enumerate().collect::<Vec<_>>());
    let keep = Callback::new(move |()| {
        let read = typed::medicines(&texts(rows));
        change(state, |about| about.medicines.clone_from(&read));
    });
    let list = List {
        id: "about-medicine",
        heading: words::medicines(),
        add: words::add_medicine(),
        most: AboutMe::MAX_MEDICINES,
        labels: |number| {
            [
                words::medicine(number),
                words::since().to_owned(),
                words::until().to_owned(),
            ]
        },
        remove: |number| words::remove_medicine(number),
        read: |_, text, _| typed::name(text).map(drop),
        keep,
    };
    listed(rows, list)
}
