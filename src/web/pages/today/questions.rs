//! The ratings, and the side effects.

use leptos::prelude::*;

use super::form::DayForm;
use super::words::{self, ItemWords};
use crate::diary::{CheckIn, ItemId, Rating as Value, SideEffectId};
use crate::web::components::rating::Rating;
use crate::web::components::yes_no::YesNo;
use crate::web::views::{CollectAny as _, Memo, live, live_text, live_word};
use crate::words::names;

/// A line for each item.
#[component]
pub fn ItemQuestions(
    /// The day that is open.
    form: DayForm,
    /// What is asked on it.
    check_in: Memo<CheckIn>,
) -> impl IntoView {
    view! {
        <div class="ratings">
            {live(move || {
                let questions = check_in.get().items.into_iter().map(|item| view! { <ItemQuestion form=form item=item /> }.into_any());
                questions.collect_any().into_any()
            })}
        </div>
    }
}

#[component]
fn ItemQuestion(form: DayForm, item: ItemId) -> impl IntoView {
    let value = {
        let item = item.clone();
        Memo::new(move || form.answers(|answers| answers.items.get(&item).copied()))
    };
    let give = {
        let item = item.clone();
        Callback::new(move |answer: Option<Value>| {
            form.change(|answers| {
                _ = match answer {
                    Some(answer) => answers.items.insert(item.clone(), answer),
                    None => answers.items.remove(&item),
                };
            });
        })
    };
    let words = {
        let item = item.clone();
        move || {
            form.state
                .with(|diary| words::item(&item, &diary.settings, form.date == form.state.today()))
        }
    };
    let ItemWords { name, low, high, .. } = untrack(&words);
    view! {
        <Rating item=item name=name question=live_text(move || words().question) low=low high=high value=value on_answer=give />
    }
}

/// Yes or no for each side effect that is asked.
#[component]
pub fn SideEffectQuestions(
    /// The day that is open.
    form: DayForm,
    /// What is asked on it.
    check_in: Memo<CheckIn>,
) -> impl IntoView {
    view! {
        <section class="questions" aria-labelledby="side-effects">
            <h2 class="section-name" id="side-effects">
                {live_word(move || words::side_effects(form.date == form.state.today()))}
            </h2>
            {live(move || {
                let questions = check_in
                    .get()
                    .side_effects
                    .into_iter()
                    .map(|effect| view! { <SideEffectQuestion form=form effect=effect /> }.into_any());
                questions.collect_any().into_any()
            })}
        </section>
    }
}

#[component]
fn SideEffectQuestion(form: DayForm, effect: SideEffectId) -> impl IntoView {
    let value = {
        let effect = effect.clone();
        Memo::new(move || form.answers(|answers| answers.side_effects.get(&effect).copied()))
    };
    let give = {
        let effect = effect.clone();
        Callback::new(move |answer: Option<bool>| {
            form.change(|answers| {
                _ = match answer {
                    Some(answer) => answers.side_effects.insert(effect.clone(), answer),
                    None => answers.side_effects.remove(&effect),
                };
            });
        })
    };
    let question = untrack(|| {
        form.state
            .with(|diary| names::any_side_effect(&effect, &diary.settings))
    });
    let id = format!("side-effect-{}", effect.as_str());
    view! { <YesNo id=id question=question value=value on_answer=give /> }
}
