//! Items and side effects of the patient's own: added by name, put away once they were used, and brought back.

pub mod side_effects;

use crate::web::views::{CollectAny as _, Memo, live_option, memo_bool, off, on_click};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::form::SettingsForm;
use super::words;
use crate::diary::{Direction, ItemId, Name, OwnId, OwnItem, Settings};
use crate::forms::Problem;
use crate::forms::field::{BETTER, ITEM_NAME, SIDE_EFFECT_NAME};
use crate::forms::own_item::{Typed, bring_back, has_room, item_of};
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::components::name_field::NameField;
use crate::web::components::problem_summary::{ProblemSummary, problem_of};
use crate::web::components::switch::Switch;
use crate::web::focus::focus;
use crate::web::locale;
use crate::web::unfinished::unfinished;

const DIRECTIONS: [Direction; 2] = [Direction::LowerIsBetter, Direction::HigherIsBetter];

/// The own items, and the form for one more.
#[component]
pub fn OwnItems(
    /// The settings.
    form: SettingsForm,
) -> impl IntoView {
    let items = Memo::new(move || form.read(|settings| settings.own_items().to_vec()));
    let has_room = memo_bool(move || form.read(has_room));
    let line = move |item: OwnItem| view! { <OwnItemLine form=form item=item /> };
    let away = move |item: OwnItem| {
        let id = item.id.clone();
        let bring_back = Callback::new(move |()| {
            form.change(|settings| settings.clone().bring_back_own_item(&id).unwrap_or(settings));
            focus("own-items");
        });
        let name = item.name.clone();
        let is_possible = memo_bool(move || has_room.get() && form.read(|settings| !item_of(settings, &name, false)));
        view! { <AwayLine name=item.name on_bring_back=bring_back is_possible=is_possible /> }
    };
    view! {
        <div class="stack" data-gap="small">
            <h4 id="own-items" tabindex="-1">
                {words::own_items()}
            </h4>
            <div>{move || items.with(|items| asked(items).cloned().map(line).collect_any())}</div>
            {move || {
                let put_away: Vec<OwnItem> = items.with(|items| items.iter().filter(|item| item.archived).cloned().collect());
                (!put_away.is_empty()).then(|| view! { <PutAway>{put_away.into_iter().map(away).collect_any()}</PutAway> }.into_any())
            }}
            <Show when=move || has_room.get() fallback=|| view! { <p class="notice" data-kind="plain">{words::six_items()}</p> }>
                <AddOwn form=form is_item=true />
            </Show>
        </div>
    }
}

fn asked(items: &[OwnItem]) -> impl Iterator<Item = &OwnItem> {
    items.iter().filter(|item| !item.archived)
}

#[component]
fn OwnItemLine(form: SettingsForm, item: OwnItem) -> impl IntoView {
    let id = ItemId::Own(item.id.clone());
    let is_used = untrack(|| form.state.with(|diary| diary.is_rated(&id)));
    let on = {
        let id = id.clone();
        Signal::derive(move || form.read(|settings| settings.items_on().contains(&id)))
    };
    let switch = Callback::new(move |on| form.change(|settings| settings.with_item(&id, on)));
    let take_away = move |id: &OwnId| {
        form.change(|settings| {
            if is_used {
                settings.clone().archive_own_item(id).unwrap_or(settings)
            } else {
                settings.without_own_item(id)
            }
        });
        focus("own-items");
    };
    view! {
        <OwnLine name=item.name.clone() note=words::better(item.better) on=on on_switch=switch is_used=is_used
            on_take_away=Callback::new(move |()| take_away(&item.id)) />
    }
}

/// One thing of the patient's own: its switch, and the way to put it away or, while it was never used, to take it out.
#[component]
fn OwnLine(
    name: Name,
    #[prop(into)] note: String,
    on: Signal<bool>,
    on_switch: Callback<bool>,
    is_used: bool,
    on_take_away: Callback<()>,
) -> impl IntoView {
    let (action, label) = if is_used {
        (words::put_away(), words::put_away_named(name.as_str()))
    } else {
        (words::remove(), words::remove_named(name.as_str()))
    };
    view! {
        <div class="own-line">
            <Switch label=name.as_str() on=on on_switch=on_switch />
            <p class="own-line-more">
                <span class="soft">{note}</span>
                <button type="button" class="button" data-kind="quiet" aria-label=label on:click=move |_| on_take_away.run(())>
                    {action}
                </button>
            </p>
        </div>
    }
}

/// What was put away, folded.
#[component]
pub(super) fn PutAway(children: Children) -> impl IntoView {
    view! {
        <details>
            <summary>{words::what_is_away()}</summary>
            <p class="soft">{words::away_note()}</p>
            <ul class="plain-list">{children()}</ul>
        </details>
    }
}

/// One thing that was put away, and the way back where that is possible.
#[component]
pub(super) fn AwayLine(
    name: Name,
    on_bring_back: Callback<()>,
    #[prop(into)] is_possible: Signal<bool>,
) -> impl IntoView {
    let label = words::bring_back_named(name.as_str());
    view! {
        <li class="setting-line">
            <span class="switch-name" dir="auto">
                {name.to_string()}
            </span>
            <button
                type="button"
                class="button"
                data-kind="quiet"
                aria-label=label
                aria-disabled=off(move || !is_possible.get())
                on:click=move |_| if is_possible.get_untracked() { on_bring_back.run(()) }
            >
                {words::bring_back()}
            </button>
        </li>
    }
}

/// The form for one more item or, else, side effect; nothing is chosen beforehand.
#[component]
fn AddOwn(form: SettingsForm, is_item: bool) -> impl IntoView {
    let (id, label, action, arrives) = if is_item {
        (ITEM_NAME, words::item_name(), words::add_item(), "own-items")
    } else {
        (
            SIDE_EFFECT_NAME,
            words::side_effect_name(),
            words::add_side_effect(),
            "own-side-effects",
        )
    };
    locale::set_same_letters();
    let name = unfinished(id, String::new());
    let better = unfinished(BETTER, None::<usize>);
    let problems = RwSignal::new(Vec::<Problem>::new());
    let take = move |settings: Settings| {
        form.change(|_| settings);
        problems.set(Vec::new());
        name.set(String::new());
        better.set(None);
        focus(arrives);
    };
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = if is_item {
            Typed::Item(
                name.get_untracked(),
                better.get_untracked().map(|place| DIRECTIONS[place]),
            )
        } else {
            Typed::SideEffect(name.get_untracked())
        };
        match typed.read(form.now()) {
            Ok(settings) => take(settings),
            Err(found) => problems.set(found),
        }
    };
    let old_one = move || {
        let asked = problems.with(|problems| problems.first().cloned())?;
        let Problem::NamePutAway(_, away) = &asked else {
            return None;
        };
        let label = words::bring_back_named(away.as_str());
        let back = on_click(move || {
            if let Some(settings) = bring_back(&asked, form.now()) {
                take(settings);
            }
        });
        Some(view! { <p><button type="button" class="button" on:click=back>{label}</button></p> }.into_any())
    };
    let which_is_better = is_item.then(|| {
        let choices = DIRECTIONS.map(|direction| Choice::new(words::better(direction)));
        view! {
            <div>
                <ChoiceGroup
                    id=BETTER
                    question=words::which_is_better()
                    choices=Signal::stored(choices.to_vec())
                    chosen=better
                    on_choose=Callback::new(move |place| better.set(place))
                />
                <p class="field-problem">{problem_of(problems, BETTER)}</p>
            </div>
        }
        .into_any()
    });
    view! {
        <form class="card stack" novalidate on:submit=add aria-label=action>
            <ProblemSummary problems=problems />
            <NameField id=id label=label value=name problem=problem_of(problems, id) />
            {live_option(old_one)}
            {which_is_better}
            <p>
                <button type="submit" class="button">
                    {action}
                </button>
            </p>
        </form>
    }
}
