//! What is asked every evening: ratings and side effects, each on or off.

use crate::forms::pack::Pack;
use crate::web::views::{CollectAny as _, memo_bool};
use leptos::prelude::*;

use super::form::SettingsForm;
use super::own::OwnItems;
use super::own::side_effects::OwnSideEffects;
use super::words;
use crate::diary::{ItemId, SideEffectId, StandardItem, StandardSideEffect};
use crate::web::components::mark::Mark;
use crate::web::components::switch::Switch;
use crate::words::names;

/// The ratings: the ones that are always asked, the ones that can be, the patient's own.
#[component]
pub fn Ratings(
    /// The settings.
    form: SettingsForm,
) -> impl IntoView {
    let fixed = |item: StandardItem| {
        view! {
            <li class="setting-line">
                <Mark item=item.into() />
                <span class="switch-name">{names::item(item)}</span>
                <span class="soft">{words::always(item)}</span>
            </li>
        }
    };
    let (always, rest): (Vec<_>, Vec<_>) = StandardItem::ALL.into_iter().partition(|item| item.always_on());
    let walking = Signal::derive(move || form.read(|settings| settings.walking_support_on));
    let switch_walking = Callback::new(move |on| {
        form.change(|mut settings| {
            settings.walking_support_on = on;
            settings
        });
    });
    let on = move || form.read(|settings| settings.items_on().len());
    view! {
        <details class="fold">
            <summary>
                <h3>{words::ratings()}</h3>
                <span class="soft">{move || words::count_asked(on())}</span>
            </summary>
            <div class="stack">
                <ul class="plain-list">{always.into_iter().map(fixed).collect_any()}</ul>
                <div>
                    {rest.into_iter().map(|item| view! { <ItemSwitch form=form item=item /> }).collect_any()}
                    <Switch label=words::walking() on=walking on_switch=switch_walking />
                </div>
                <OwnItems form=form />
            </div>
        </details>
    }
}

#[component]
fn ItemSwitch(form: SettingsForm, item: StandardItem) -> impl IntoView {
    let id = ItemId::from(item);
    let on = {
        let id = id.clone();
        Signal::derive(move || form.read(|settings| settings.items_on().contains(&id)))
    };
    let switch = Callback::new(move |on| form.change(|settings| settings.with_item(&id, on)));
    view! { <Switch label=names::item(item) on=on on_switch=switch /> }
}

/// What goes with a condition, each set in one tap.
#[component]
pub fn Packs(
    /// The settings.
    form: SettingsForm,
) -> impl IntoView {
    let line = move |pack: Pack| {
        let on = Signal::derive(move || form.read(|settings| pack.is_on(settings)));
        let has_room = memo_bool(move || form.read(|settings| pack.switched_on(settings.clone()).is_ok()));
        let switch = Callback::new(move |on| {
            if on {
                form.change(|settings| pack.switched_on(settings.clone()).unwrap_or(settings));
            } else {
                let put_away = untrack(|| form.state.with(|diary| pack.put_away(diary)));
                form.change(|_| put_away);
            }
        });
        view! {
            <div class="own-line">
                <Show
                    when=move || has_room.get()
                    fallback=move || {
                        view! {
                            <p>{pack.name()}</p>
                            <p class="soft">{words::six_items()}</p>
                        }
                    }
                >
                    <Switch label=pack.name() on=on on_switch=switch />
                </Show>
                <p class="own-line-more">
                    <span class="soft">{pack.asks().join(" · ")}</span>
                </p>
            </div>
        }
    };
    view! {
        <details class="fold">
            <summary>
                <h3>{words::packs()}</h3>
            </summary>
            <div class="stack" data-gap="small">
                <p class="soft">{words::packs_note()}</p>
                {Pack::ALL.into_iter().map(line).collect_any()}
            </div>
        </details>
    }
}

/// The side effects: those that the app knows, and the patient's own.
#[component]
pub fn SideEffects(
    /// The settings.
    form: SettingsForm,
) -> impl IntoView {
    let on = move || form.read(|settings| settings.side_effects_on().len());
    let switches =
        StandardSideEffect::ALL.map(|effect| view! { <SideEffectSwitch form=form effect=effect /> }.into_any());
    view! {
        <details class="fold">
            <summary>
                <h3>{words::side_effects()}</h3>
                <span class="soft">{move || words::count_asked(on())}</span>
            </summary>
            <div class="stack">
                <p class="soft">{words::side_effects_note()}</p>
                <div>{switches.into_iter().collect_any()}</div>
                <OwnSideEffects form=form />
            </div>
        </details>
    }
}

#[component]
fn SideEffectSwitch(form: SettingsForm, effect: StandardSideEffect) -> impl IntoView {
    let id = SideEffectId::from(effect);
    let on = {
        let id = id.clone();
        Signal::derive(move || form.read(|settings| settings.side_effects_on().contains(&id)))
    };
    let switch = Callback::new(move |on| form.change(|settings| settings.with_side_effect(&id, on)));
    view! { <Switch label=names::side_effect(effect) on=on on_switch=switch /> }
}
