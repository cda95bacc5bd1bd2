//! The decision card: written in a minute, sealed, and shown as it was sealed.

use leptos::prelude::*;

use super::form::{ChangeForm, FORM_HEADING, TreatmentForm};
use crate::diary::{Card, Rating as Value, SideEffectId};
use crate::exchange::{calendar, seal};
use crate::forms::Problem;
use crate::forms::card::{Item, Offered, Typed, WEEKS, When};
use crate::forms::field::{CARD_ITEM, CARD_START, CARD_WHEN, CARD_WISH};
use crate::trial::{LateDays, Study};
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::date_field::DateField;
use crate::web::components::problem_summary::problem_of;
use crate::web::components::rating::Rating;
use crate::web::focus::arrive;
use crate::web::route::Route;
use crate::web::{clock, files};
use crate::words::{card as words, dates, names, trial};

/// Where a card is offered: before LDN is started, and while it is taken.
#[component]
pub fn CardOffer(
    /// The treatment.
    form: TreatmentForm,
) -> impl IntoView {
    let offered = move || {
        let today = form.state.today();
        form.state.with(|diary| {
            let open = diary.rest.cards().iter().rfind(|card| card.sealed.day > today);
            let study = Study::of(diary, today, LateDays::Included);
            (
                open.map(|card| study.card_said(card, seal::fits(card))),
                diary.days().len() > 0,
            )
        })
    };
    let offered = Memo::new(move |_| offered());
    move || {
        let (said, has_days) = offered.get();
        has_days.then(|| {
            let inside = match said {
                Some(said) => view! { <p dir="auto">{said}</p> }.into_any(),
                None => view! {
                    <p>{words::offer_about()}</p>
                    <p>
                        <a href=Route::Treatment.with("do=card") class="button">
                            {words::offer_write()}
                        </a>
                    </p>
                }
                .into_any(),
            };
            view! {
                <section class="card stack" data-gap="small" aria-labelledby="card">
                    <h2 id="card">{words::offer_later()}</h2>
                    {inside}
                </section>
            }
        })
    }
}

/// The form, and then the card as it was sealed.
#[component]
pub fn CardFlow(
    /// The treatment.
    form: TreatmentForm,
    /// Called when it is done or given up.
    done: Callback<()>,
) -> impl IntoView {
    let sealed = RwSignal::new(None::<Card>);
    let offered = untrack(|| form.state.with(|diary| Offered::of(diary, form.state.today())));
    let offered = StoredValue::new(offered);
    move || match sealed.get() {
        Some(card) => view! { <Sealed form=form card=card done=done /> }.into_any(),
        None if offered.with_value(|offered| offered.items.is_empty()) => view! {
            <section class="stack">
                <h2>{words::title()}</h2>
                <p>{words::no_days()}</p>
            </section>
        }
        .into_any(),
        None => view! { <CardForm form=form offered=offered sealed=sealed done=done /> }.into_any(),
    }
}

#[component]
fn CardForm(
    form: TreatmentForm,
    offered: StoredValue<Offered>,
    sealed: RwSignal<Option<Card>>,
    done: Callback<()>,
) -> impl IntoView {
    let state = form.state;
    let today = untrack(|| state.today());
    let [item, ends_it] = [RwSignal::new(Some(0_usize)), RwSignal::new(None::<usize>)];
    // Not touched, or what was chosen.
    let when = RwSignal::new(None::<Option<usize>>);
    let wanted = RwSignal::new(None::<Value>);
    let [day, start] = [RwSignal::new(String::new()), RwSignal::new(today.to_string())];
    let all_effects = RwSignal::new(false);
    let problems = RwSignal::new(Vec::new());
    let begins = offered.with_value(|offered| offered.ldn.is_none());

    let weeks = Memo::new(move |_| {
        let ldn = offered.with_value(|offered| offered.ldn.clone());
        let ldn = ldn.or_else(|| Typed::begins(&start.get()));
        ldn.map(|ldn| ldn.weeks(today)).unwrap_or_default()
    });
    // As in the trial, where that is still to come.
    let chosen_when = Memo::new(move |_| {
        let last = weeks.with(|weeks| weeks.len().saturating_sub(1));
        when.get().unwrap_or(Some(last))
    });
    let typed = move || Typed {
        item: item
            .get()
            .and_then(|place: usize| offered.with_value(|offered| Some(offered.items.get(place)?.id.clone()))),
        wanted: wanted.get(),
        ends_it: ends_it
            .get()
            .and_then(|place| offered.with_value(|offered| offered.effects.get(place).cloned())),
        when: chosen_when
            .get()
            .map(|place| weeks.with(|weeks| weeks.get(place).map_or(When::Another, |weeks| When::Weeks(*weeks)))),
        day: day.get(),
        start: start.get(),
    };
    let starting = move || {
        let place = item.get()?;
        offered.with_value(|offered| Some(offered.items.get(place)?.starting))
    };
    let submit = Callback::new(move |()| {
        let read = untrack(|| state.with(|diary| typed().read(diary, starting(), today, clock::now())));
        match read {
            Ok(content) => {
                let stamp = seal::of(&content);
                state.change_rest(|rest| rest.seal(content.clone(), stamp));
                sealed.set(untrack(|| state.with(|diary| diary.rest.cards().last().cloned())));
                arrive(FORM_HEADING);
            }
            Err(found) => problems.set(found),
        }
    });

    let items = untrack(|| {
        state.with(|diary| {
            let name = |item: &Item| Choice::new(names::short_item(&item.id, &diary.settings));
            offered.with_value(|offered| offered.items.iter().map(name).collect::<Vec<_>>())
        })
    });
    let effects = Signal::derive(move || {
        let count = if all_effects.get() {
            usize::MAX
        } else {
            offered.with_value(|offered| offered.asked)
        };
        state.with(|diary| {
            let name = |effect: &SideEffectId| Choice::new(names::any_side_effect(effect, &diary.settings));
            offered.with_value(|offered| offered.effects.iter().take(count).map(name).collect::<Vec<_>>())
        })
    });
    let whens = Signal::derive(move || {
        let weeks = weeks.get().into_iter().map(|weeks| {
            let said = if weeks == WEEKS[1] {
                words::after_weeks_trial(weeks)
            } else {
                words::after_weeks(weeks)
            };
            Choice::new(said)
        });
        weeks.chain([Choice::new(words::another_day())]).collect::<Vec<_>>()
    });
    let is_another = Memo::new(move |_| chosen_when.get().is_some_and(|place| place >= weeks.with(Vec::len)));
    let until = move || {
        let ldn = typed().on_ldn(&untrack(|| form.treatment()), today);
        typed().day(ldn.as_ref()).map(words::until_then)
    };
    let line = move || {
        let place = item.get().unwrap_or_default();
        let chosen = offered.with_value(|offered| offered.items.get(place).cloned());
        chosen.map(|item| view! { <Wish form=form item=item wanted=wanted problems=problems /> })
    };

    view! {
        <ChangeForm name=words::title() act=words::seal() about=words::title_about() problems=problems on_submit=submit done=done>
            <div class="field">
                <ChoiceGroup
                    id=CARD_ITEM
                    question=words::which_item()
                    choices=items
                    chosen=item
                    on_choose=Callback::new(move |place: Option<usize>| {
                        if place.is_some() && place != item.get_untracked() {
                            item.set(place);
                            wanted.set(None);
                        }
                    })
                />
                <p class="field-problem">{problem_of(problems, CARD_ITEM)}</p>
            </div>
            <div class="field" id=CARD_WISH tabindex="-1">
                {line}
                <p class="field-problem">{problem_of(problems, CARD_WISH)}</p>
            </div>
            <div class="field">
                <ChoiceGroup
                    id="card-ends"
                    question=words::what_ends()
                    choices=effects
                    chosen=ends_it
                    on_choose=Callback::new(move |place| ends_it.set(place))
                />
                <Show when=move || !all_effects.get()>
                    <p>
                        <button type="button" class="button" data-kind="quiet" on:click=move |_| all_effects.set(true)>
                            {words::another_effect()}
                        </button>
                    </p>
                </Show>
            </div>
            {begins
                .then(|| {
                    view! { <DateField id=CARD_START label=words::when_begin() value=start problem=problem_of(problems, CARD_START) /> }
                })}
            <div class="field">
                <ChoiceGroup
                    id=CARD_WHEN
                    question=words::when()
                    choices=whens
                    chosen=chosen_when
                    on_choose=Callback::new(move |place: Option<usize>| when.set(Some(place)))
                />
                <Show when=move || is_another.get()>
                    <DateField id="card-day" label=words::which_day() value=day problem=Signal::stored(None::<String>) />
                </Show>
                <p class="field-problem">{problem_of(problems, CARD_WHEN)}</p>
                <p class="soft" role="status">
                    {until}
                </p>
            </div>
            <p class="soft">{words::seal_note()}</p>
        </ChangeForm>
    }
}

/// The line of the rating, with the average on it: where the patient would want to be.
#[component]
fn Wish(
    form: TreatmentForm,
    item: Item,
    wanted: RwSignal<Option<Value>>,
    problems: RwSignal<Vec<Problem>>,
) -> impl IntoView {
    let starting = item.starting;
    let (yours, name, ends) = untrack(|| {
        form.state.with(|diary| {
            let settings = &diary.settings;
            (
                names::yours(&item.id, settings),
                names::any_item(&item.id, settings),
                names::any_ends(&item.id, settings),
            )
        })
    });
    let lower = starting.is_lower_better();
    let question = if lower {
        words::how_much_lower(&yours)
    } else {
        words::how_much_higher(&yours)
    };
    let from = if starting.of_baseline {
        words::your_baseline(starting.mean)
    } else {
        words::your_average(starting.mean)
    };
    let said = move || {
        let wanted = wanted.get()?;
        let points = trial::points(starting.points_to(wanted)?.get());
        Some(if lower {
            words::points_lower(wanted.get(), &points)
        } else {
            words::points_higher(wanted.get(), &points)
        })
    };
    view! {
        <Rating
            item=item.id
            name=name
            question=question
            low=ends.0
            high=ends.1
            value=wanted
            on_answer=Callback::new(move |value| {
                wanted.set(value);
                problems.update(|problems| problems.retain(|problem| problem.field() != CARD_WISH));
            })
            ring=starting.mean
        />
        <p class="soft">{from}</p>
        <p class="card-points" role="status">
            {said}
        </p>
        {item.plan.map(|plan| view! { <p class="soft">{plan}</p> })}
    }
}

/// The card as it was sealed.
#[component]
fn Sealed(form: TreatmentForm, card: Card, done: Callback<()>) -> impl IntoView {
    let state = form.state;
    let (stamp, sealed_at) = (card.seal, card.sealed.at);
    let day = card.sealed.day;
    let said =
        untrack(|| state.with(|diary| Study::of(diary, state.today(), LateDays::Included).card_said(&card, true)));
    let written = untrack(|| state.with(|diary| diary.day_of(sealed_at)));
    let save = move |_| {
        let file = calendar::day_of_answer(day, &stamp.hex(), sealed_at);
        _ = files::download("answer.ics", "text/calendar", &file);
    };
    let take_back = move |_| {
        state.change_rest(|rest| _ = rest.take_back(stamp));
        done.run(());
    };
    view! {
        <section class="stack">
            <h2 tabindex="-1">{words::sealed()}</h2>
            <p dir="auto">{said}</p>
            <p class="soft seal">{words::sealed_as(written, &dates::time(sealed_at), &stamp.hex())}</p>
            <div class="cluster">
                <button type="button" class="button" data-kind="main" on:click=move |_| done.run(())>
                    {words::back()}
                </button>
                <button type="button" class="button" on:click=save>
                    {words::calendar()}
                </button>
                <button type="button" class="button" data-kind="quiet" on:click=take_back>
                    {words::take_back()}
                </button>
            </div>
        </section>
    }
}
