//! Other medicines: each counted every evening, with what one of it is.

use leptos::ev::SubmitEvent;
use leptos::html::Details;
use leptos::prelude::*;

use super::form::SettingsForm;
use super::own::{AwayLine, PutAway};
use super::words;
use crate::diary::{Medicine, Settings};
use crate::forms::Problem;
use crate::forms::field::{MEDICINE_NAME, MEDICINE_UNIT};
use crate::forms::medicine::{Typed, bring_back, has_room, is_opioid, put_away};
use crate::web::components::name_field::NameField;
use crate::web::components::problem_summary::{ProblemSummary, problem_of};
use crate::web::focus::focus;
use crate::web::locale;
use crate::web::pages::treatment::safety::{fact, opioids};
use crate::web::part::{Deferred, door};
use crate::web::state::AppState;
use crate::web::unfinished::unfinished;
use crate::web::views::{CollectAny as _, Memo, live, live_option, live_while, memo_bool, on_click};
use crate::words::names;

/// What stands over the list: the focus goes there when it changes.
const HEADING: &str = "medicines";

door! {
    /// The way to what is folded in: few people open it.
    pub section: MedicineSection in seldom
}

/// The medicines, folded.
#[component]
pub fn Medicines(
    /// The settings.
    form: SettingsForm,
) -> impl IntoView {
    let asked = move || {
        let count = |settings: &Settings| settings.medicines().iter().filter(|one| !one.archived).count();
        words::count_asked(form.read(count))
    };
    let details = NodeRef::<Details>::new();
    let open = RwSignal::new(false);
    let toggled = move |_| open.set(details.get_untracked().is_some_and(|details| details.open()));
    view! {
        <details class="fold" node_ref=details on:toggle=toggled>
            <summary>
                <h3>{names::other_medicines()}</h3>
                <span class="soft">{asked}</span>
            </summary>
            {live_while(move || open.get(), || view! { <Deferred door=section() /> }.into_any())}
        </details>
    }
}

/// The medicines one by one, and the form for one more.
#[component]
pub fn MedicineSection() -> impl IntoView {
    let form = SettingsForm {
        state: expect_context::<AppState>(),
    };
    let medicines = Memo::new(move || form.read(|settings| settings.medicines().to_vec()));
    let room = memo_bool(move || form.read(has_room));
    let of = move |archived: bool| {
        let all = medicines.get().into_iter();
        all.filter(move |medicine| medicine.archived == archived)
            .collect::<Vec<_>>()
    };
    let line = move |medicine: Medicine| view! { <MedicineLine form=form medicine=medicine /> };
    let away = move |medicine: Medicine| {
        let id = medicine.id.clone();
        let possible = {
            let id = id.clone();
            memo_bool(move || form.read(|settings| bring_back(&id, settings).is_some()))
        };
        let back = Callback::new(move |()| {
            form.change(|settings| bring_back(&id, &settings).unwrap_or(settings));
            focus(HEADING);
        });
        view! { <AwayLine name=medicine.name on_bring_back=back is_possible=possible /> }
    };
    let has_opioid = move || of(false).iter().any(|medicine| is_opioid(&medicine.name));
    view! {
            <div class="stack">
                <p class="soft" id=HEADING tabindex="-1">
                    {words::medicines_note()}
                </p>
                {live(move || view! { <div>{of(false).into_iter().map(line).collect_any()}</div> }.into_any())}
                {live_while(has_opioid, || fact(opioids()).into_any())}
                {live_option(move || {
                    let put_away = of(true);
                    (!put_away.is_empty())
                        .then(|| view! { <PutAway>{put_away.into_iter().map(away).collect_any()}</PutAway> }.into_any())
                })}
                {live(move || {
                    if room.get() {
                        view! { <AddMedicine form=form /> }.into_any()
                    } else {
                        view! { <p class="notice" data-kind="plain">{words::six_medicines()}</p> }.into_any()
                    }
                })}
            </div>
    }
}

/// One that is counted, and the way to put it away or, while it was never counted, to take it out.
#[component]
fn MedicineLine(form: SettingsForm, medicine: Medicine) -> impl IntoView {
    let id = medicine.id.clone();
    let is_used = untrack(|| form.state.with(|diary| diary.is_counted(&id)));
    let name = medicine.name.as_str();
    let (action, label) = if is_used {
        (words::put_away(), words::put_away_named(name))
    } else {
        (words::remove(), words::remove_named(name))
    };
    let go = on_click(move || {
        form.change(|settings| {
            if is_used {
                settings.clone().with_medicine_away(&id, true).unwrap_or(settings)
            } else {
                settings.without_medicine(&id)
            }
        });
        focus(HEADING);
    });
    view! {
        <div class="own-line">
            <p class="own-line-more">
                <span dir="auto">{names::medicine_with_unit(&medicine)}</span>
                <button type="button" class="button" data-kind="quiet" aria-label=label on:click=go>
                    {action}
                </button>
            </p>
        </div>
    }
}

/// The form for one more.
#[component]
fn AddMedicine(form: SettingsForm) -> impl IntoView {
    locale::set_same_letters();
    let name = unfinished(MEDICINE_NAME, String::new());
    let unit = unfinished(MEDICINE_UNIT, String::new());
    let problems = RwSignal::new(Vec::<Problem>::new());
    let take = move |settings: Settings| {
        problems.set(Vec::new());
        name.set(String::new());
        unit.set(String::new());
        form.change(|_| settings);
        focus(HEADING);
    };
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = Typed {
            name: name.get_untracked(),
            unit: unit.get_untracked(),
        };
        match typed.read(form.now()) {
            Ok(settings) => take(settings),
            Err(found) => problems.set(found),
        }
    };
    let old_one = move || {
        let asked = problems.with(|problems| problems.first().cloned())?;
        let id = put_away(&asked, &form.now())?;
        let name = form.now().medicine(&id)?.name.clone();
        let back = on_click(move || {
            if let Some(settings) = bring_back(&id, &form.now()) {
                take(settings);
            }
        });
        let label = words::bring_back_named(name.as_str());
        Some(view! { <p><button type="button" class="button" on:click=back>{label}</button></p> }.into_any())
    };
    view! {
        <form class="card stack" novalidate on:submit=add aria-label=words::add_medicine()>
            <ProblemSummary problems=problems />
            <NameField id=MEDICINE_NAME label=words::medicine_name() value=name problem=problem_of(problems, MEDICINE_NAME) />
            {live_option(old_one)}
            <NameField id=MEDICINE_UNIT label=words::medicine_unit() value=unit problem=problem_of(problems, MEDICINE_UNIT) />
            <p>
                <button type="submit" class="button">
                    {words::add_medicine()}
                </button>
            </p>
        </form>
    }
}
