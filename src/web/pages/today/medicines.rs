//! Other medicines of a day: each tap counts one more; "none of these" answers the rest (D8).

use std::time::Duration;

use leptos::ev::{MouseEvent, PointerEvent};
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
    let counter = Counter::of(form, id, name.clone(), said);
    let count = counter.count;
    let is_given = memo_bool(move || count.get().is_some());
    let is_none = memo_bool(move || count.get() == Some(Count::NONE));
    let shown = live_text(move || count.get().map(|count| count.to_string()).unwrap_or_default());
    let (group, label) = (name.clone(), name.clone());
    let off_label = live_text(move || {
        if is_none.get() {
            words::take_back_count(&label)
        } else {
            words::one_less(&label)
        }
    });
    let holding = Holding::default();
    let let_go = move || -> Box<dyn FnMut(PointerEvent)> { Box::new(move |_| holding.end()) };
    let hold: Box<dyn FnMut(PointerEvent)> = {
        let counter = counter.clone();
        Box::new(move |_| {
            let counter = counter.clone();
            holding.begin(move || counter.less());
        })
    };
    let tap = {
        let counter = counter.clone();
        on_click(move || {
            holding.end();
            // A tap that ends a hold counts nothing more.
            if !holding.was_held() {
                counter.more();
            }
        })
    };
    // On a phone a long press asks for a menu, which would lie over the count.
    let no_menu: Box<dyn FnMut(MouseEvent)> = Box::new(|event| event.prevent_default());
    let take_off = on_click(move || counter.less());
    view! {
        <div class="medicine" role="group" aria-label=group>
            <button
                type="button"
                class="choice"
                data-state=live_word(move || if is_given.get() { "chosen" } else { "free" })
                on:click=tap
                on:pointerdown=hold
                on:pointerup=let_go()
                on:pointerleave=let_go()
                on:pointercancel=let_go()
                on:contextmenu=no_menu
            >
                <span dir="auto">{name}</span>
                <span>{shown}</span>
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

/// The count of one medicine, and what changes it.
#[derive(Clone)]
struct Counter {
    form: DayForm,
    id: OwnId,
    name: String,
    /// Where it is said what the count has become.
    said: RwSignal<String>,
    count: Memo<Option<Count>>,
    dead_time: DeadTime,
}

impl Counter {
    fn of(form: DayForm, id: OwnId, name: String, said: RwSignal<String>) -> Self {
        let of = id.clone();
        Self {
            form,
            count: Memo::new(move || form.answers(|answers| answers.medicines.get(&of).copied())),
            dead_time: DeadTime::of(id.as_str()),
            id,
            name,
            said,
        }
    }

    fn more(&self) {
        if self.dead_time.counts(false) {
            self.change(|count| Some(count.unwrap_or(Count::NONE).one_more()));
        }
    }

    /// One less; the answer that none was taken is taken back.
    fn less(&self) {
        let Some(now) = self.count.get_untracked() else { return };
        if self.dead_time.counts(now == Count::NONE) {
            self.change(|count| count.filter(|count| *count != Count::NONE).map(Count::one_less));
        }
    }

    fn change(&self, change: fn(Option<Count>) -> Option<Count>) {
        self.form.change(|answers| {
            match change(answers.medicines.get(&self.id).copied()) {
                Some(count) => answers.medicines.insert(self.id.clone(), count),
                None => answers.medicines.remove(&self.id),
            };
        });
        let told = match self.count.get_untracked() {
            Some(count) => names::counted(&self.name, count),
            None => words::not_counted(&self.name),
        };
        self.said.set(told);
    }
}

/// A finger that rests on a button.
#[derive(Clone, Copy)]
struct Holding {
    /// Which rest it is; another one each time that a finger comes or goes.
    number: StoredValue<u32>,
    held: StoredValue<bool>,
}

impl Default for Holding {
    fn default() -> Self {
        Self {
            number: StoredValue::new(0),
            held: StoredValue::new(false),
        }
    }
}

impl Holding {
    /// Does something once the finger has rested long enough, unless it is gone by then.
    fn begin(self, act: impl Fn() + 'static) {
        self.end();
        self.held.set_value(false);
        let number = self.number.get_value();
        set_timeout(
            move || {
                if self.number.try_get_value() == Some(number) {
                    self.held.set_value(true);
                    act();
                }
            },
            HOLD,
        );
    }

    fn end(self) {
        self.number.update_value(|number| *number = number.wrapping_add(1));
    }

    /// Whether the finger that is gone now had rested; asked once.
    fn was_held(self) -> bool {
        let held = self.held.get_value();
        self.held.set_value(false);
        held
    }
}
