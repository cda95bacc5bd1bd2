//! Side effects of the patient's own.

use crate::web::views::{CollectAny as _, Memo, memo_bool};
use leptos::prelude::*;

use super::{AddOwn, AwayLine, OwnLine, PutAway};
use crate::diary::{OwnId, OwnSideEffect, SideEffectId};
use crate::forms::own_item::side_effect_of;
use crate::web::focus::focus;
use crate::web::pages::settings::form::SettingsForm;
use crate::web::pages::settings::words;

/// The own side effects, and the form for one more.
#[component]
pub fn OwnSideEffects(
    /// The settings.
    form: SettingsForm,
) -> impl IntoView {
    let effects = Memo::new(move || form.read(|settings| settings.own_side_effects().to_vec()));
    let line = move |effect: OwnSideEffect| view! { <OwnSideEffectLine form=form effect=effect /> };
    let away = move |effect: OwnSideEffect| {
        let id = effect.id.clone();
        let bring_back = Callback::new(move |()| {
            form.change(|settings| settings.clone().bring_back_own_side_effect(&id).unwrap_or(settings));
            focus("own-side-effects");
        });
        let name = effect.name.clone();
        let is_possible = memo_bool(move || form.read(|settings| !side_effect_of(settings, &name, false)));
        view! { <AwayLine name=effect.name on_bring_back=bring_back is_possible=is_possible /> }
    };
    let of = move |archived: bool| {
        let all = effects.get().into_iter();
        all.filter(move |effect| effect.archived == archived)
            .collect::<Vec<_>>()
    };
    view! {
        <div class="stack" data-gap="small">
            <h4 id="own-side-effects" tabindex="-1">
                {words::own_side_effects()}
            </h4>
            <div>{move || of(false).into_iter().map(line).collect_any()}</div>
            {move || {
                let put_away = of(true);
                (!put_away.is_empty()).then(|| view! { <PutAway>{put_away.into_iter().map(away).collect_any()}</PutAway> })
            }}
            <AddOwn form=form is_item=false />
        </div>
    }
}

#[component]
fn OwnSideEffectLine(form: SettingsForm, effect: OwnSideEffect) -> impl IntoView {
    let id = SideEffectId::Own(effect.id.clone());
    let is_used = untrack(|| form.state.with(|diary| diary.is_answered(&id)));
    let on = {
        let id = id.clone();
        Signal::derive(move || form.read(|settings| settings.side_effects_on().contains(&id)))
    };
    let switch = Callback::new(move |on| form.change(|settings| settings.with_side_effect(&id, on)));
    let take_away = move |id: &OwnId| {
        form.change(|settings| {
            if is_used {
                settings.clone().archive_own_side_effect(id).unwrap_or(settings)
            } else {
                settings.without_own_side_effect(id)
            }
        });
        focus("own-side-effects");
    };
    view! {
        <OwnLine name=effect.name.clone() note="" on=on on_switch=switch is_used=is_used
            on_take_away=Callback::new(move |()| take_away(&effect.id)) />
    }
}
