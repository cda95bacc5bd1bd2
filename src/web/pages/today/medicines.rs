//! Other medicines of a day: each tap counts one more; "none of these" answers the rest (D8).

use std::time::Duration;

use leptos::ev::{MouseEvent, PointerEvent};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::form::DayForm;
use super::words;
use crate::diary::{Count, OwnId};
use crate::web::components::dead_time::DeadTime;
use crate::web::part::door;
use crate::web::views::{CollectAny as _, Memo, live, live_text, live_word, memo_bool, off, on_click};
use crate::words::names;

door! {
    /// The way to the group.
    pub group: Medicines
}

/// How long a finger rests on a medicine until one is taken off.
const HOLD: Duration = Duration::from_millis(600);

/// Whether a day has other medicines to count, or has counted some.
pub(super) fn are_asked(form: DayForm) -> bool {
    form.state.with(|diary| {
        let day = diary.day(form.date).map(|day| &day.answers().medicines);
        let mut asked = diary.settings.medicines().iter();
        asked.any(|medicine| !medicine.archived) || day.is_some_and(|counts| !counts.is_empty())
    })
}

/// The medicines with their counts.
#[component]
pub fn Medicines() -> impl IntoView {
    let form = expect_context::<DayForm>();
    // What was counted stays in sight after it was put away.
    let asked = Memo::new(move || {
        form.state.with(|diary| {
            let counts = diary
                .day(form.date)
                .map(|day| day.answers().medicines.clone())
                .unwrap_or_default();
            let all = diary.settings.medicines().iter();
            let asked = all.filter(|medicine| !medicine.archived || counts.contains_key(&medicine.id));
            asked
                .map(|medicine| (medicine.id.clone(), names::medicine_with_unit(medicine)))
                .collect::<Vec<_>>()
        })
    });
    let open = move || {
        let ids: Vec<OwnId> = asked.with(|asked| asked.iter().map(|(id, _)| id.clone()).collect());
        form.answers(|answers| ids.iter().filter(|id| !answers.medicines.contains_key(*id)).count())
    };
    let is_done = memo_bool(move || open() == 0);
    let has_begun = memo_bool(move || open() < asked.with(Vec::len));
    let said = RwSignal::new(String::new());
    let none = on_click(move || {
        if is_done.get_untracked() {
            return;
        }
        let asked = asked.get_untracked();
        form.change(|answers| {
            for (id, _) in asked {
                if !answers.medicines.contains_key(&id) {
                    answers.medicines.insert(id, Count::NONE);
                }
            }
        });
    });
    let is_today = untrack(|| form.state.today() == form.date);
    let heading = if is_today {
        words::medicines_today()
    } else {
        words::medicines_that_day()
    };
    view! {
        <section class="stack medicines" data-gap="small" aria-labelledby="medicines-today">
            <h2 id="medicines-today">{heading}</h2>
            {live(move || {
                let lines = asked.get().into_iter().map(|(id, name)| line(form, id, name, said));
                view! { <div class="stack" data-gap="small">{lines.collect_any()}</div> }.into_any()
            })}
            <p>
                <button type="button" class="button" aria-disabled=off(move || is_done.get()) on:click=none>
                    {live_word(move || if has_begun.get() { words::none_of_the_others() } else { words::none_of_these() })}
                </button>
            </p>
            <p class="soft">{words::medicines_help()}</p>
            <p class="visually-hidden" aria-live="polite">
                {live_text(move || said.get())}
            </p>
        </section>
    }
}

/// One medicine: a button that counts, and one that takes off once there is something to take off.
fn line(form: DayForm, id: OwnId, name: String, said: RwSignal<String>) -> AnyView {
    let count = {
        let id = id.clone();
        Memo::new(move || form.answers(|answers| answers.medicines.get(&id).copied()))
    };
    let dead_time = DeadTime::of(id.as_str());
    let tell = {
        let name = name.clone();
        move || {
            let now = count.get_untracked();
            said.set(now.map_or_else(|| words::not_counted(&name), |count| names::counted(&name, count)));
        }
    };
    let more = {
        let (id, tell) = (id.clone(), tell.clone());
        move || {
            if dead_time.counts(false) {
                let id = id.clone();
                form.change(|answers| {
                    let now = answers.medicines.get(&id).map_or(Count::NONE, |count| *count);
                    answers.medicines.insert(id, now.one_more());
                });
                tell();
            }
        }
    };
    // One less; the answer that none was taken is taken back.
    let less = move || {
        let Some(now) = count.get_untracked() else { return };
        if !dead_time.counts(now == Count::NONE) {
            return;
        }
        let id = id.clone();
        form.change(|answers| {
            match answers.medicines.get(&id).copied() {
                Some(Count::NONE) | None => answers.medicines.remove(&id),
                Some(count) => answers.medicines.insert(id, count.one_less()),
            };
        });
        tell();
    };
    // A tap that ends a hold counts nothing more.
    let held = StoredValue::new_local(None::<TimeoutHandle>);
    let was_held = StoredValue::new(false);
    let let_go = move || {
        if let Some(timeout) = held.try_update_value(Option::take).flatten() {
            timeout.clear();
        }
    };
    let hold: Box<dyn FnMut(PointerEvent)> = {
        let less = less.clone();
        Box::new(move |_| {
            let less = less.clone();
            was_held.set_value(false);
            let timeout = set_timeout_with_handle(
                move || {
                    if was_held.try_set_value(true).is_none() {
                        less();
                    }
                },
                HOLD,
            );
            held.set_value(timeout.ok());
        })
    };
    let tap = on_click(move || {
        let_go();
        if was_held.get_value() {
            was_held.set_value(false);
        } else {
            more();
        }
    });
    // On a phone a long press asks for a menu, which would lie over the count.
    let no_menu: Box<dyn FnMut(MouseEvent)> = Box::new(|event| event.prevent_default());
    let end = move || -> Box<dyn FnMut(PointerEvent)> { Box::new(move |_| let_go()) };
    let take_off = on_click(less);
    let (group, label) = (name.clone(), name.clone());
    let is_given = memo_bool(move || count.get().is_some());
    let is_none = memo_bool(move || count.get() == Some(Count::NONE));
    let shown = live_text(move || count.get().map(|count| count.to_string()).unwrap_or_default());
    let off_label = live_text(move || {
        if is_none.get() {
            words::take_back_count(&label)
        } else {
            words::one_less(&label)
        }
    });
    view! {
        <div class="medicine" role="group" aria-label=group>
            <button
                type="button"
                class="choice"
                data-state=live_word(move || if is_given.get() { "chosen" } else { "free" })
                on:click=tap
                on:pointerdown=hold
                on:pointerup=end()
                on:pointerleave=end()
                on:pointercancel=end()
                on:contextmenu=no_menu
            >
                <span dir="auto">{name}</span>
                <span class="medicine-count">{shown}</span>
            </button>
            <button
                type="button"
                class="button"
                aria-label=off_label
                aria-disabled=off(move || !is_given.get())
                on:click=take_off
            >
                "−"
            </button>
        </div>
    }
    .into_any()
}
