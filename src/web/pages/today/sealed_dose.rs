//! The dose of a day where the diary has a trial of one: in a period taken or not taken, from its bottle, whatever that holds
//! (T2); and the question at the end of a bottle, what it is thought to have held.

use leptos::prelude::*;

use super::dose::DoseQuestion;
use super::form::DayForm;
use super::guess;
use crate::diary::Diary;
use crate::trial_of_one::TrialsOfOne as _;
use crate::web::components::choice::{Choice, ChoiceGroup};
use crate::web::part::{Deferred, door};
use crate::web::views::{Memo, live, live_while};
use crate::words::{today, trial_day as words};

door! {
    /// The way to the questions of a diary with a trial.
    pub question: DoseOfTrial in seldom
}

/// The question of the day, and that of a bottle.
#[component]
pub fn DoseOfTrial() -> impl IntoView {
    let form: DayForm = expect_context();
    let bottle = Memo::new(move || {
        form.state.with(|diary| {
            let (phase, _) = diary.treatment.phase_on(form.date)?;
            diary.treatment.period_of(phase).map(|(_, period)| period.number)
        })
    });
    let begins = Memo::new(move || {
        let today = form.state.today();
        let is_first = |diary: &Diary| {
            diary
                .treatment
                .period_on(today)
                .is_some_and(|phase| phase.from == today)
        };
        let is_here = form.date == today && form.state.with(is_first);
        bottle.get().filter(|_| is_here)
    });
    view! {
        {live(move || match begins.get() {
            Some(number) => view! { <p class="notice" data-kind="plain">{words::begins(number)}</p> }.into_any(),
            None => ().into_any(),
        })}
        {live(move || match bottle.get() {
            Some(number) => view! { <SealedDose form=form number=number /> }.into_any(),
            None => view! { <DoseQuestion form=form /> }.into_any(),
        })}
        {live_while(
            move || !form.answers(|answers| answers.left_out),
            || {
                view! {
                    <p class="soft">{today::take_back()}</p>
                    <Deferred door=guess::question() />
                }.into_any()
            },
        )}
    }
}

/// Taken or not taken.
#[component]
fn SealedDose(form: DayForm, number: u8) -> impl IntoView {
    let chosen = Signal::derive(move || {
        form.answers(|answers| answers.sealed_dose)
            .map(|taken| usize::from(!taken))
    });
    let choose = Callback::new(move |place: Option<usize>| {
        form.change(|answers| answers.sealed_dose = place.map(|place| place == 0));
    });
    let choices = Signal::stored([words::taken(), words::not_taken()].map(Choice::new).to_vec());
    let night = today::dose_night(form.date, form.date.succ_opt().unwrap_or(form.date));
    view! {
        <ChoiceGroup id="dose" question=words::dose(number) choices=choices chosen=chosen on_choose=choose />
        <p class="soft">{night}</p>
    }
}
