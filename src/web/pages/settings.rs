//! Settings: what is asked, when a day ends, how the app looks, the reminder, the patient's data, and what the app is.

pub mod about;
pub mod asked;
pub mod contents;
pub mod day;
pub mod form;
pub mod look;
pub mod medicines;
pub mod own;
pub mod reminder;
pub mod sampling;
pub mod words;

use leptos::prelude::*;

use self::about::About;
use self::asked::{Packs, Ratings, SideEffects};
use self::contents::Contents;
use self::day::{Condition, DayEndChoice};
use self::form::SettingsForm;
use self::look::LookChoice;
use self::medicines::Medicines;
use self::reminder::Reminder;
use self::sampling::SamplingChoice;
use super::backup::{BackupSection, DeleteEverythingSection, StorageSection};
use super::import::OpenSample;
use super::install::InstallSection;
use super::save_line::SaveLine;
use super::title::Title;
use crate::web::address::Address;
use crate::web::focus::go_to;
use crate::web::part::door;
use crate::web::route::Route;
use crate::web::state::AppState;
use crate::web::views::memo_bool;

door! {
    /// The way to this page.
    pub page: SettingsPage
}

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let form = SettingsForm {
        state: expect_context::<AppState>(),
    };
    // An address can name a section: another page leads there.
    if let Some(id) = untrack(|| expect_context::<Address>().value("at")) {
        request_animation_frame(move || go_to(&id));
    }
    // The sections are made anew when the sample is opened or left: each of their controls begins with what is there.
    let in_sample = memo_bool(move || form.state.in_sample());
    view! {
        <div class="page stack settings" data-gap="large">
            <div class="stack">
                <Title text=Route::Settings.heading() />
                <Contents />
            </div>
            {move || {
                in_sample.track();
                view! {
                    <section class="stack" aria-labelledby="questions">
                        <h2 id="questions" tabindex="-1">
                            {words::questions()}
                        </h2>
                        <Condition form=form />
                        <Ratings form=form />
                        <SideEffects form=form />
                        <Packs form=form />
                        <Medicines form=form />
                    </section>
                    <DayEndChoice form=form />
                    <SamplingChoice state=form.state />
                }
            }}
            <LookChoice />
            <Reminder />
            <InstallSection />
            <YourData />
            <About />
            <SaveLine />
        </div>
    }
}

/// What belongs to the patient: taking the diary away and bringing it in, how safe it is here, and deleting it.
#[component]
fn YourData() -> impl IntoView {
    view! {
        <BackupSection />
        <StorageSection />
        <section class="stack" data-gap="small" aria-labelledby="sample">
            <h2 id="sample">{words::sample()}</h2>
            <OpenSample />
        </section>
        <DeleteEverythingSection />
    }
}
