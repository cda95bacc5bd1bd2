//! One column of a table, or one thing that a long table names: what it is taken for, with real cells, and how to change that.

use chrono::NaiveTime;
use leptos::prelude::*;

use super::meaning::{self, Kind, Options};
use crate::diary::{Name, Settings, Tag};
use crate::exchange::table::{self, After, Field, Join, Meaning, Number, Proposal, Sample, Scale, Unit, Zero};
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::switch::Switch;
use crate::web::views::{CollectAny as _, live, live_text, off};
use crate::words::{Said as _, bring as words, controls, dates, list, names};

/// The proposal as the patient has changed it, and the settings that it is read by.
#[derive(Clone, Copy)]
pub struct Table {
    /// The proposal.
    pub proposal: RwSignal<Proposal>,
    /// The settings of the own diary.
    pub settings: StoredValue<Settings>,
}

impl Table {
    /// A field as it is now. Tracks changes.
    fn field<T>(self, place: usize, read: impl FnOnce(&Field) -> T) -> T {
        self.proposal.with(|proposal| read(&proposal.fields[place]))
    }

    fn change(self, place: usize, change: impl FnOnce(&mut Field)) {
        self.proposal.update(|proposal| change(&mut proposal.fields[place]));
    }

    /// "as Pain, 0 to 10"
    fn said(self, place: usize) -> String {
        self.field(place, |field| {
            self.settings.with_value(|settings| meaning::said(field, settings))
        })
    }
}

/// A column that can be opened; one of which something is asked stands open.
#[component]
pub fn Column(
    /// The table.
    table: Table,
    /// The place of the column in it.
    place: usize,
    /// Whether it stands open.
    open: bool,
) -> impl IntoView {
    let name_id = format!("column-{place}-name");
    let (name, filled) = untrack(|| table.field(place, |field| (name_words(field, place), filled_words(field))));
    view! {
        <details class="card column" open=open>
            <summary>
                <span class="stack" data-gap="small">
                    <strong id=name_id.clone() dir="auto">
                        {name}
                    </strong>
                    <span class="soft" dir="auto">
                        {live_text(move || table.said(place))}
                    </span>
                </span>
            </summary>
            <div class="stack" data-gap="small" role="group" aria-labelledby=name_id>
                <p class="soft">{filled}</p>
                {live(move || samples(table, place))}
                <WhatIsIt table=table place=place />
                {live(move || how(table, place, table.field(place, kind_of)))}
            </div>
        </details>
    }
}

/// Its header; a column without one is named by its place.
fn name_words(field: &Field, place: usize) -> String {
    if field.name.trim().is_empty() {
        words::column_number(place + 1)
    } else {
        field.name.clone()
    }
}

fn kind_of(field: &Field) -> Kind {
    meaning::kind(&field.meaning)
}

/// "84 cells, 0 to 8"
fn filled_words(field: &Field) -> String {
    match field.range {
        Some((least, most)) if least == most => words::filled_same(field.filled, &least.to_string()),
        Some((least, most)) => words::filled_from_to(field.filled, &least.to_string(), &most.to_string()),
        None => words::filled(field.filled),
    }
}

/// Real cells, and what becomes of them.
fn samples(table: Table, place: usize) -> AnyView {
    let lines = table.proposal.with(|proposal| {
        let field = &proposal.fields[place];
        if kind_of(field) == Kind::Rating && field.scale == Scale::Asked {
            // What becomes of them nobody knows yet.
            let some = field.samples.iter().map(|sample| words::quoted(&sample.before));
            return vec![words::for_example(&list(some))];
        }
        let line = |sample: &Sample| {
            let after = table
                .settings
                .with_value(|settings| table::after(proposal, field, &sample.before, settings));
            sample_words(&sample.before, after)
        };
        field.samples.iter().map(line).collect::<Vec<_>>()
    });
    let lines = lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> });
    view! { <ul class="points">{lines.collect_any()}</ul> }.into_any()
}

fn sample_words(before: &str, after: After) -> String {
    let becomes = |after: &str| words::becomes(before, after);
    match after {
        After::Nothing => words::says_nothing(before),
        After::Day(day) => becomes(&dates::full(day)),
        After::Time(minutes) => {
            let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minutes) * 60, 0).unwrap_or_default();
            becomes(&dates::time_of_day(time))
        }
        After::Rating(rating) => becomes(&rating.to_string()),
        After::Answer(answer) => becomes(if answer { controls::yes() } else { controls::no() }),
        After::Dose(micrograms) => becomes(&meaning::dose(micrograms)),
        After::Tags(tags) => {
            let tags = tags.iter().filter_map(|id| Name::new(id).ok()).map(Tag::new);
            becomes(&list(tags.map(|tag| names::tag(&tag).to_owned())))
        }
        After::Text(text) => becomes(&words::quoted(&text)),
        After::LeftOut(why) => words::stays_out(before, &why.said()),
    }
}

/// What the column is: a list of all that it can be.
#[component]
fn WhatIsIt(table: Table, place: usize) -> impl IntoView {
    let options = untrack(|| {
        table.field(place, |field| {
            table.settings.with_value(|settings| Options::of(field, settings))
        })
    });
    let Some(options) = options else {
        // Date, time and what the app works out are no choice.
        return ().into_any();
    };
    let id = format!("column-{place}-what");
    let chosen = untrack(|| table.field(place, |field| options.place_of(&field.meaning)));
    let mut number = 0;
    let groups: Vec<AnyView> = options
        .groups
        .iter()
        .map(|(name, labels)| {
            let mut list = Vec::new();
            for label in labels {
                let (value, is_chosen) = (number.to_string(), number == chosen);
                list.push(view! { <option value=value selected=is_chosen>{label.clone()}</option> }.into_any());
                number += 1;
            }
            match *name {
                "" => list.into_any(),
                name => view! { <optgroup label=name>{list}</optgroup> }.into_any(),
            }
        })
        .collect();
    let choose = move |value: String| {
        let Some(meaning) = value
            .parse()
            .ok()
            .and_then(|place: usize| options.meanings.get(place).cloned())
        else {
            return;
        };
        table.change(place, |field| meaning::put(field, meaning));
    };
    view! {
        <div class="field">
            <label for=id.clone()>{words::what_is_it()}</label>
            <select id=id class="input" on:change:target=move |event| choose(event.target().value())>
                {groups}
            </select>
        </div>
    }
    .into_any()
}

/// What is asked of a column besides, by what it is taken for.
fn how(table: Table, place: usize, kind: Kind) -> AnyView {
    match kind {
        Kind::Rating | Kind::Answer => view! {
            <WhichScale table=table place=place kind=kind />
            {live(move || scale_details(table, place))}
            // Of yes and no, yes wins.
            {(kind == Kind::Rating)
                .then(|| {
                    view! {
                        <Zeros table=table place=place />
                        <SeveralADay table=table place=place ways=[Join::Mean, Join::Highest] />
                    }
                })}
        }
        .into_any(),
        Kind::Dose => view! {
            <WhichUnit table=table place=place />
            <SeveralADay table=table place=place ways=[Join::Sum, Join::Highest] />
        }
        .into_any(),
        Kind::Tags => view! { <BetweenTags table=table place=place /> }.into_any(),
        Kind::Else => ().into_any(),
    }
}

/// One of some ways, in a list.
fn select(
    id: String,
    label: &'static str,
    ways: Vec<String>,
    chosen: usize,
    choose: impl Fn(usize) + 'static,
) -> AnyView {
    let option = |(place, way): (usize, String)| {
        view! {
            <option value=place.to_string() selected=place == chosen>
                {way}
            </option>
        }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select
                id=id
                class="input"
                on:change:target=move |event| {
                    if let Ok(place) = event.target().value().parse() {
                        choose(place);
                    }
                }
            >
                {ways.into_iter().enumerate().map(option).collect_any()}
            </select>
        </div>
    }
    .into_any()
}

#[component]
fn WhichScale(table: Table, place: usize, kind: Kind) -> impl IntoView {
    let (scales, chosen) = untrack(|| table.field(place, |field| meaning::scales(field, kind)));
    let ways = scales.iter().map(meaning::scale).collect();
    let choose = move |way: usize| {
        let scale = scales[way].clone();
        table.change(place, |field| field.scale = scale);
    };
    select(
        format!("column-{place}-scale"),
        words::which_scale(),
        ways,
        chosen,
        choose,
    )
}

/// Which end is the worse one, and of words their order.
fn scale_details(table: Table, place: usize) -> AnyView {
    let scale = table.field(place, |field| field.scale.clone());
    let (first, last, turned) = match &scale {
        Scale::Numbers { least, most, turned } => (least.to_string(), most.to_string(), *turned),
        Scale::Words { words, turned } => match (words.first(), words.last()) {
            (Some(first), Some(last)) => (words::quoted(first), words::quoted(last), *turned),
            _ => return ().into_any(),
        },
        _ => return ().into_any(),
    };
    let turn =
        Callback::new(move |_: bool| table.change(place, |field| field.scale = field.scale.clone().turned_round()));
    let order = match scale {
        Scale::Words { words, .. } => word_order(table, place, words),
        _ => ().into_any(),
    };
    view! {
        {order}
        <Switch label=words::turned(&last, &first) on=turned on_switch=turn />
    }
    .into_any()
}

/// The words of a scale, each of which can be put one place earlier.
fn word_order(table: Table, place: usize, scale: Vec<String>) -> AnyView {
    let line = move |(at, word): (usize, String)| {
        let name = words::word_earlier(&word);
        let earlier = move |_| {
            if at == 0 {
                return;
            }
            table.change(place, |field| {
                if let Scale::Words { words, .. } = &mut field.scale {
                    words.swap(at - 1, at);
                }
            });
        };
        // The first has one too, that does nothing: the focus stays where it is.
        let button = view! {
            <button
                type="button"
                class="button"
                data-kind="quiet"
                aria-label=name
                aria-disabled=off(move || at == 0)
                on:click=earlier
            >
                "↑"
            </button>
        };
        view! {
            <li class="cluster">
                <span dir="auto">{word}</span>
                {button}
            </li>
        }
    };
    view! {
        <p>{words::word_order()}</p>
        <ol class="points">{scale.into_iter().enumerate().map(line).collect_any()}</ol>
    }
    .into_any()
}

/// What a 0 means, where there are some and it may not be a rating.
#[component]
fn Zeros(table: Table, place: usize) -> impl IntoView {
    let has_zeros = untrack(|| {
        table.field(place, |field| {
            field.zero != Zero::Rating || field.range.is_some_and(|(least, _)| least == Number::whole(0))
        })
    });
    let chosen = Signal::derive(move || match table.field(place, |field| field.zero) {
        Zero::Rating => Some(0),
        Zero::Missing => Some(1),
        Zero::Asked => None,
    });
    let choose = Callback::new(move |way: Option<usize>| {
        let zero = match way {
            Some(0) => Zero::Rating,
            Some(_) => Zero::Missing,
            None => Zero::Asked,
        };
        table.change(place, |field| field.zero = zero);
    });
    has_zeros.then(|| {
        let ways = [words::zero_rating(), words::zero_missing()].map(Choice::new).to_vec();
        view! {
            <ChoiceGroup
                id=format!("column-{place}-zero")
                question=words::zero()
                choices=Signal::stored(ways)
                chosen=chosen
                on_choose=choose
            />
        }
    })
}

/// How several entries of a day become one, where a day has several.
#[component]
fn SeveralADay(table: Table, place: usize, ways: [Join; 2]) -> impl IntoView {
    let (several, join) = untrack(|| table.field(place, |field| (field.most_a_day > 1, field.join)));
    several.then(|| {
        let said = |way: Join| match way {
            Join::Mean => words::join_mean(),
            Join::Highest => words::join_highest(),
            Join::Sum => words::join_sum(),
        };
        let chosen = ways.iter().position(|way| *way == join).unwrap_or_default();
        let choose = move |way: usize| table.change(place, |field| field.join = ways[way]);
        let labels = ways.iter().map(|way| said(*way).to_owned()).collect();
        select(format!("column-{place}-join"), words::join(), labels, chosen, choose)
    })
}

#[component]
fn WhichUnit(table: Table, place: usize) -> impl IntoView {
    const UNITS: [Unit; 4] = [Unit::Asked, Unit::Milligrams, Unit::Micrograms, Unit::InCells];
    let unit = untrack(|| {
        table.field(place, |field| match field.meaning {
            Meaning::DoseTaken(unit) => unit,
            _ => Unit::Asked,
        })
    });
    let labels = [
        words::scale_not_said(),
        words::unit_mg(),
        words::unit_mcg(),
        words::unit_in_cells(),
    ];
    let chosen = UNITS.iter().position(|one| *one == unit).unwrap_or_default();
    let choose = move |way: usize| table.change(place, |field| field.meaning = Meaning::DoseTaken(UNITS[way]));
    select(
        format!("column-{place}-unit"),
        words::unit(),
        labels.map(str::to_owned).to_vec(),
        chosen,
        choose,
    )
}

#[component]
fn BetweenTags(table: Table, place: usize) -> impl IntoView {
    const SIGNS: [Option<char>; 6] = [None, Some(','), Some(';'), Some('|'), Some('/'), Some('+')];
    let sign = untrack(|| {
        table.field(place, |field| match field.meaning {
            Meaning::Tags(sign) => sign,
            _ => None,
        })
    });
    let label = |sign: &Option<char>| {
        sign.map_or_else(
            || words::tags_split_nothing().to_owned(),
            |sign| words::tags_split_sign(&sign.to_string()),
        )
    };
    let chosen = SIGNS.iter().position(|one| *one == sign).unwrap_or_default();
    let choose = move |way: usize| table.change(place, |field| field.meaning = Meaning::Tags(SIGNS[way]));
    select(
        format!("column-{place}-split"),
        words::tags_split(),
        SIGNS.iter().map(label).collect(),
        chosen,
        choose,
    )
}
