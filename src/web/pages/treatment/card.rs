//! The decision card: written in a minute, sealed, and shown as it was sealed.

use chrono::{DateTime, FixedOffset, NaiveDate};
use leptos::prelude::*;

use super::form::{ChangeForm, FORM_HEADING, TreatmentForm};
use crate::diary::{Diary, Rating as Value, Seal};
use crate::exchange::backup::unread_cards;
use crate::exchange::{calendar, seal};
use crate::forms::Problem;
use crate::forms::card::{Item, Offered, Typed, WEEKS, When, has_reference};
use crate::forms::field::{CARD_ITEM, CARD_START, CARD_WHEN, CARD_WISH};
use crate::trial::{LateDays, Study};
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::date_field::DateField;
use crate::web::components::problem_summary::problem_of;
use crate::web::components::rating::Rating;
use crate::web::focus::arrive;
use crate::web::route::Route;
use crate::web::unfinished::{finished, unfinished};
use crate::web::views::live_text;
use crate::web::{clock, files};
use crate::words::{card as words, dates, trial};

/// Where a card is offered: before LDN is started, and while it is taken.
#[component]
pub fn CardOffer(
    /// The treatment.
    form: TreatmentForm,
) -> impl IntoView {
    move || {
        let today = form.state.today();
        let (has_days, said, unread) = form.state.with(|diary| {
            let study = Study::of(diary, today, LateDays::Included);
            let open = study.open_card();
            (
                diary.days().len() > 0 && (open.is_some() || has_reference(&diary.treatment)),
                open.map(|card| study.card_said(card, seal::fits(card))),
                unread_cards(&diary.rest),
            )
        });
        let inside = match said {
            _ if !has_days => return ().into_any(),
            Some(said) => view! {
                <p dir="auto">{said}</p>
                <p>
                    <a href=Route::Treatment.with("do=card") class="button">
                        {words::see()}
                    </a>
                </p>
            }
            .into_any(),
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
                <h2 id="card" tabindex="-1">{words::offer_later()}</h2>
                {inside}
                {(unread > 0).then(|| view! { <p class="soft">{words::unread(unread)}</p> }.into_any())}
            </section>
        }
        .into_any()
    }
}

/// A card as it was sealed, in words.
#[derive(Clone)]
struct Stamped {
    /// When it was sealed.
    at: DateTime<FixedOffset>,
    /// The day of its answer.
    day: NaiveDate,
    seal: Seal,
    said: String,
    seal_said: String,
    /// Whether it was sealed today, when a slip can still be taken back.
    is_fresh: bool,
}

impl Stamped {
    /// The card that waits.
    fn open_in(diary: &Diary, today: NaiveDate) -> Option<Stamped> {
        let study = Study::of(diary, today, LateDays::Included);
        let card = study.open_card()?;
        let at = card.sealed.at;
        Some(Stamped {
            at,
            day: study.day_of_card(card),
            seal: card.seal,
            said: study.card_said(card, seal::fits(card)),
            seal_said: words::sealed_as(diary.day_of(at), &dates::time(at), &card.seal.hex()),
            is_fresh: diary.day_of(at) == today,
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
    let today = untrack(|| form.state.today());
    let (open, offered) = untrack(|| {
        form.state
            .with(|diary| (Stamped::open_in(diary, today), Offered::of(diary, today)))
    });
    let sealed = RwSignal::new(open.map(|card| (card, words::is_open())));
    let why_not = match (offered.items.is_empty(), offered.has_reference) {
        (true, _) => Some(words::no_days()),
        (_, false) => Some(words::no_reference()),
        _ => None,
    };
    let offered = StoredValue::new(offered);
    move || match sealed.get() {
        Some((card, about)) => as_sealed(form, card, about, done),
        None => match why_not {
            None => view! { <CardForm form=form offered=offered sealed=sealed done=done /> }.into_any(),
            Some(why_not) => view! {
                <section class="stack">
                    <h2>{words::title()}</h2>
                    <p>{why_not}</p>
                </section>
            }
            .into_any(),
        },
    }
}

#[component]
fn CardForm(
    form: TreatmentForm,
    offered: StoredValue<Offered>,
    sealed: RwSignal<Option<(Stamped, &'static str)>>,
    done: Callback<()>,
) -> impl IntoView {
    let state = form.state;
    let (item, ends_it) = (unfinished(CARD_ITEM, Some(0)), unfinished("card-ends", None::<usize>));
    // Until it is touched, the longest time that is offered: as in the trial, where that is still to come.
    let when = unfinished(CARD_WHEN, None::<usize>);
    let touched = RwSignal::new(when.get_untracked().is_some());
    let wanted = unfinished(CARD_WISH, None::<Value>);
    let start = untrack(|| state.today()).to_string();
    let (day, start) = (unfinished("card-day", String::new()), unfinished(CARD_START, start));
    let (asked, all) = offered.with_value(|offered| (offered.asked, offered.effects.len()));
    let shown = unfinished("card-effects", Some(asked));
    let problems = RwSignal::new(Vec::new());

    let weeks = move || offered.with_value(|offered| offered.weeks(&start.get()));
    let chosen_when = Signal::derive(move || {
        if touched.get() {
            when.get()
        } else {
            Some(weeks().len().saturating_sub(1))
        }
    });
    let shown_effects = move || shown.get().unwrap_or(asked).min(all);
    let typed = move || Typed {
        item: item.get(),
        wanted: wanted.get(),
        ends_it: ends_it.get().filter(|place| *place < shown_effects()),
        when: chosen_when
            .get()
            .map(|place| weeks().get(place).map_or(When::Another, |weeks| When::Weeks(*weeks))),
        day: day.get(),
        start: start.get(),
    };
    let submit =
        Callback::new(
            move |()| match untrack(|| offered.with_value(|offered| typed().read(offered, clock::now()))) {
                Ok(content) => {
                    finished();
                    let today = offered.with_value(|offered| offered.today);
                    let open = move || untrack(|| state.with(|diary| Stamped::open_in(diary, today)));
                    // Another tab may have sealed one meanwhile: that stands.
                    let before = open().map(|card| (card, words::is_open()));
                    if before.is_none() {
                        let stamp = seal::of(&content);
                        let treatment = untrack(|| state.with(|diary| diary.treatment.clone()));
                        state.change_rest(|rest| rest.seal(&treatment, content.clone(), stamp));
                    }
                    sealed.set(before.or_else(|| open().map(|card| (card, words::seal_note()))));
                    arrive(FORM_HEADING);
                }
                Err(found) => problems.set(found),
            },
        );
    let choices = |names: Vec<String>| names.into_iter().map(Choice::new).collect::<Vec<_>>();
    let items = offered.with_value(|offered| offered.items.iter().map(|item| item.name.clone()).collect());
    let effects = Signal::derive(move || {
        let count = shown_effects();
        let mut named = offered.with_value(|offered| {
            let names = offered.effects[..count].iter().map(|(_, name)| name.clone());
            names.collect::<Vec<_>>()
        });
        named.push(words::none_of_these().to_owned());
        choices(named)
    });
    let whens = Signal::derive(move || {
        let mut names = Vec::new();
        for weeks in weeks() {
            let as_in_the_trial = weeks == WEEKS[1];
            names.push(if as_in_the_trial {
                words::after_weeks_trial(weeks)
            } else {
                words::after_weeks(weeks)
            });
        }
        names.push(words::another_day().to_owned());
        choices(names)
    });
    let until = move || {
        let typed = typed();
        let ldn = offered.with_value(|offered| offered.on_ldn(&typed.start))?;
        let day = typed.day(&ldn)?;
        let refused = offered.with_value(|offered| ldn.refused(day, offered.today));
        refused.is_none().then(|| words::until_then(day))
    };
    let line = move || {
        let place = item.get().unwrap_or_default();
        let chosen = offered.with_value(|offered| offered.items.get(place).cloned());
        chosen.map(|item| wish(item, wanted, problems))
    };
    let another_day = move || {
        let is_another = chosen_when.get().is_some_and(|place| place >= weeks().len());
        is_another.then(|| view! { <DateField id="card-day" label=words::which_day() value=day problem=Signal::stored(None::<String>) /> }.into_any())
    };
    let show_all = move |_| {
        // "None of these" moves to the end of the longer list.
        ends_it.update(|place| *place = place.filter(|place| *place < shown_effects()));
        shown.set(Some(all));
        arrive("#card-ends");
    };
    let more_effects = move || {
        (shown_effects() < all).then(|| {
            view! {
                <p>
                    <button type="button" class="button" data-kind="quiet" on:click=show_all>
                        {words::another_effect()}
                    </button>
                </p>
            }
            .into_any()
        })
    };
    let trial = offered.with_value(|offered| offered.trial);
    let begins = trial.is_none() && offered.with_value(|offered| offered.ldn.is_none());
    let begins = begins.then(|| view! { <DateField id=CARD_START label=words::when_begin() value=start problem=problem_of(problems, CARD_START) /> }.into_any());

    let when_answered = match trial {
        // The day of a trial is its own.
        Some(last) => view! { <p>{words::until_trial(last)}</p> }.into_any(),
        None => view! {
            <div class="field">
                <ChoiceGroup
                    id=CARD_WHEN
                    question=words::when()
                    choices=whens
                    chosen=chosen_when
                    on_choose=Callback::new(move |place| {
                        touched.set(true);
                        when.set(place);
                    })
                />
                {another_day}
                <p class="field-problem">{problem_of(problems, CARD_WHEN)}</p>
                <p class="soft" role="status">
                    {until}
                </p>
            </div>
        }
        .into_any(),
    };

    view! {
        <ChangeForm name=words::title() act=words::seal() about=words::title_about() problems=problems on_submit=submit done=done>
            <div class="field">
                <ChoiceGroup
                    id=CARD_ITEM
                    question=words::which_item()
                    choices=Signal::stored(choices(items))
                    chosen=item
                    on_choose=Callback::new(move |place: Option<usize>| {
                        if place.is_some() && place != item.get_untracked() {
                            wanted.set(None);
                            item.set(place);
                        }
                    })
                />
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
                {more_effects}
            </div>
            {begins}
            {when_answered}
            <p class="soft">{words::seal_note()}</p>
        </ChangeForm>
    }
}

/// The line of the rating, with the average on it: where the patient would want to be.
fn wish(item: Item, wanted: RwSignal<Option<Value>>, problems: RwSignal<Vec<Problem>>) -> AnyView {
    let starting = item.starting;
    let lower = starting.is_lower_better();
    let question = if lower {
        words::how_much_lower(&item.yours)
    } else {
        words::how_much_higher(&item.yours)
    };
    let from = if starting.of_baseline {
        words::your_baseline(starting.mean)
    } else {
        words::your_average(starting.mean)
    };
    let said = move || {
        let wanted = wanted.get()?;
        let Some(points) = starting.points_to(wanted) else {
            return Some(words::not_better().to_owned());
        };
        let points = trial::points(points.get());
        Some(if lower {
            words::points_lower(wanted.get(), &points)
        } else {
            words::points_higher(wanted.get(), &points)
        })
    };
    let answer = move |value| {
        wanted.set(value);
        problems.update(|problems| problems.retain(|problem| problem.field() != CARD_WISH));
    };
    view! {
        <Rating
            item=item.id
            name=item.name
            question=live_text(move || question.clone())
            low=item.ends.0
            high=item.ends.1
            value=wanted
            on_answer=Callback::new(answer)
            ring=starting.mean
        />
        <p class="soft">{from}</p>
        <p class="card-points" role="status">
            {said}
        </p>
        <p class="soft">{item.plan}</p>
    }
    .into_any()
}

/// The card as it was sealed.
fn as_sealed(form: TreatmentForm, card: Stamped, about: &'static str, done: Callback<()>) -> AnyView {
    let Stamped {
        at,
        day,
        seal,
        said,
        seal_said,
        is_fresh,
    } = card;
    let save = move |_| {
        let file = calendar::day_of_answer(day, &seal.hex(), at);
        _ = files::download("answer.ics", "text/calendar", &file);
    };
    let take_back = move |_| {
        form.state.change_rest(|rest| _ = rest.take_back(seal));
        form.say(words::taken_back(), None);
        done.run(());
    };
    let back = move |_| {
        done.run(());
        arrive("#card");
    };
    let take_back = is_fresh.then(|| {
        view! {
            <button type="button" class="button" data-kind="quiet" on:click=take_back>
                {words::take_back()}
            </button>
        }
        .into_any()
    });
    view! {
        <section class="stack">
            <h2 tabindex="-1">{words::sealed()}</h2>
            <p dir="auto">{said}</p>
            <p class="soft">{about}</p>
            <p class="soft">{seal_said}</p>
            <div class="cluster">
                <button type="button" class="button" data-kind="main" on:click=back>
                    {words::back()}
                </button>
                <button type="button" class="button" on:click=save>
                    {words::calendar()}
                </button>
                {take_back}
            </div>
        </section>
    }
    .into_any()
}
