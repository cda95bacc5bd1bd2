//! The place in the chart: which part of it is in sight, and which day is chosen.

use chrono::{Days, NaiveDate};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::words;
use crate::charts::{self, Density, NoMean, Panel, Span, Timeline, sight};
use crate::diary::{Came, ItemId};
use crate::web::components::mark::Mark;
use crate::web::state::AppState;
use crate::web::views::{CollectAny as _, Memo};
use crate::words::{Decimal, dates};

/// How far Page Up and Page Down go.
const LEAP: i64 = 28;

/// Where the reader is. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    timeline: Memo<Timeline>,
    /// The part in sight, in percent of all days.
    pub window: RwSignal<(f64, f64)>,
    /// The chosen day, counted from the first.
    chosen: RwSignal<usize>,
    /// For how many days in sight it is drawn; 0 for those that it opens on.
    drawn: RwSignal<usize>,
}

impl Place {
    /// On the last day, with the part in sight that the chart opens on.
    pub fn new(timeline: Memo<Timeline>, drawn: RwSignal<usize>) -> Self {
        let place = Place {
            timeline,
            window: RwSignal::new((0.0, 100.0)),
            chosen: RwSignal::new(usize::MAX),
            drawn,
        };
        // Another item in the same days is seen where the last one was.
        Effect::new(move |before: Option<((f64, f64), NaiveDate, usize)>| {
            let now = timeline.with(|timeline| (timeline.window, timeline.first, timeline.days));
            _ = place.window.get();
            untrack(|| {
                match before {
                    Some(before) if before == now => {}
                    // More or less of the same days: around what is in sight, unless a button has brought it there.
                    Some((_, first, days)) if (first, days) == (now.1, now.2) => {
                        if !place.is_as_opened() {
                            place.widen(now.0.1 - now.0.0);
                        }
                    }
                    _ => place.window.set(now.0),
                }
                place.settle();
            });
            now
        });
        place
    }

    /// What is in sight decides how closely it is drawn, and holds the chosen day.
    fn settle(self) {
        let (first, last) = sight::ends(self.window.get(), self.count());
        let shown = last + 1 - first;
        if Density::of(shown) != self.timeline.with(|timeline| timeline.density) {
            self.drawn.set(shown);
        }
        let chosen = self.index();
        if chosen < first || chosen > last {
            self.chosen.set(chosen.clamp(first, last));
        }
    }

    /// Brings a span in sight, around what is in sight now.
    pub fn open(self, span: Span) {
        let count = self.timeline.with_untracked(|timeline| timeline.days);
        let shown = span.shown(count);
        untrack(|| self.widen(100.0 * number(shown) / number(count.max(1))));
        self.drawn.set(shown);
    }

    /// Shows so much, in percent of all days, around the chosen one.
    fn widen(self, width: f64) {
        self.window.set(sight::around(self.window.get(), width, self.share()));
    }

    /// Whether as much is in sight as the chart opens on, wherever that has been moved to.
    pub fn is_as_opened(self) -> bool {
        let (start, end) = self.timeline.with(|timeline| timeline.window);
        let (from, to) = self.window.get();
        ((to - from) - (end - start)).abs() < 0.2
    }

    /// The margins beside the days, left and right, in CSS pixels.
    fn margins(self) -> (u32, u32) {
        self.timeline.with(|timeline| timeline.margins)
    }

    /// "Monday 5 January: Pain 62, Fatigue 70, Sleep quality no answer": the chosen day with its ratings, or with that of one item.
    pub fn said(self, state: AppState, one: Option<&ItemId>) -> Option<String> {
        let date = self.date()?;
        Some(state.with(|diary| {
            let answers = diary.day(date).map(|day| day.answers().clone()).unwrap_or_default();
            let listed = match one {
                Some(item) => vec![(item.clone(), answers.items.get(item).copied())],
                None => answers.listed(),
            };
            let listed = listed.into_iter();
            let rated = listed.map(|(item, rating)| words::rated(&item, rating, &diary.settings));
            [dates::long_day(date), rated.collect::<Vec<_>>().join(", ")].join(": ")
        }))
    }

    /// The mean of an item over the days in sight, and of how many it is.
    ///
    /// # Errors
    /// Why there is none.
    pub fn mean(self, state: AppState, item: &ItemId) -> Result<(Decimal, usize), NoMean> {
        let sight = self.ends().ok_or(NoMean::Unrated)?;
        state.with(|diary| charts::mean_in_sight(diary, item, sight))
    }

    fn count(self) -> usize {
        self.timeline.with(|timeline| timeline.days)
    }

    fn index(self) -> usize {
        self.chosen.get().min(self.count().saturating_sub(1))
    }

    /// The chosen day.
    pub fn date(self) -> Option<NaiveDate> {
        let first = self.timeline.with(|timeline| timeline.first);
        first.checked_add_days(Days::new(u64::try_from(self.index()).ok()?))
    }

    /// Whether only a part of the days is in sight.
    pub fn is_part(self) -> bool {
        let (start, end) = self.window.get();
        end - start < 99.9
    }

    /// Whether there are earlier days, and later ones, than those in sight.
    pub fn beyond(self) -> (bool, bool) {
        let (start, end) = self.window.get();
        (start > 0.05, end < 99.95)
    }

    /// The first and the last day in sight.
    pub fn ends(self) -> Option<(NaiveDate, NaiveDate)> {
        let first = self.timeline.with(|timeline| timeline.first);
        let (from, to) = sight::ends(self.window.get(), self.count());
        let day = |place: usize| first.checked_add_days(Days::new(u64::try_from(place).ok()?));
        Some((day(from)?, day(to)?))
    }

    /// Chooses the day so many days on, and brings it in sight.
    fn go(self, days: i64) {
        let last = i64::try_from(self.count()).unwrap_or(i64::MAX).saturating_sub(1);
        let now = i64::try_from(self.index()).unwrap_or(0);
        let to = now.saturating_add(days).clamp(0, last.max(0));
        self.chosen.set(usize::try_from(to).unwrap_or(0));
        let at = self.share();
        let (start, end) = self.window.get();
        if at < start || at > end {
            self.look_from(at - (end - start) / 2.0);
        }
    }

    /// Moves the part in sight by a share of its width.
    pub fn turn(self, share: f64) {
        let (start, end) = self.window.get();
        self.look_from(start + share * (end - start));
    }

    fn look_from(self, start: f64) {
        let (from, to) = self.window.get();
        let width = to - from;
        self.window.set(sight::inside(start, width));
    }

    /// The middle of the chosen day, in percent of all days.
    fn share(self) -> f64 {
        100.0 * (number(self.index()) + 0.5) / number(self.count().max(1))
    }

    /// Where the chosen day stands in the part in sight, 0 to 1; `None` outside.
    fn seen(self) -> Option<f64> {
        let seen = self.place_of(self.share());
        (0.0..=1.0).contains(&seen).then_some(seen)
    }

    /// Where a place of the whole, in percent, stands in the part in sight: 0 at its beginning, 1 at its end.
    fn place_of(self, share: f64) -> f64 {
        let (start, end) = self.window.get();
        (share - start) / (end - start)
    }

    /// The left and the right edge of what lies over the days from one to before another, counted from the first, as far as it
    /// is in sight; `None` where nothing is.
    pub(super) fn over(self, from: usize, to: usize) -> Option<[String; 2]> {
        let count = number(self.count().max(1));
        let edges = [from, to].map(|day| self.place_of(100.0 * number(day) / count).clamp(0.0, 1.0));
        let margins = self.margins();
        (edges[0] < edges[1]).then(|| edges.map(|edge| across(edge, margins)))
    }

    /// Chooses the day under a place across the drawing, both in CSS pixels.
    pub fn tap(self, across: f64, width: f64) {
        let (start, end) = self.window.get();
        let (left, right) = self.margins();
        let (left, right) = (f64::from(left), f64::from(right));
        let inside = ((across - left) / (width - left - right)).clamp(0.0, 1.0);
        let share = start + inside * (end - start);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of the days, from 0 up"
        )]
        let day = (share / 100.0 * number(self.count())) as usize;
        self.chosen.set(day.min(self.count().saturating_sub(1)));
    }
}

#[expect(clippy::cast_precision_loss, reason = "a count of days")]
fn number(count: usize) -> f64 {
    count as f64
}

/// The chart for keys: a slider over its days, around the drawing, that shows where the chosen one is.
#[component]
pub fn Marker(
    /// Where the reader is.
    place: Place,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let key = move |event: KeyboardEvent| {
        let days = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => -1,
            "ArrowRight" | "ArrowUp" => 1,
            "PageUp" => LEAP,
            "PageDown" => -LEAP,
            "Home" => i64::MIN,
            "End" => i64::MAX,
            _ => return,
        };
        event.prevent_default();
        place.go(days);
    };
    let words = move || place.said(state, None);
    let left = move || {
        place
            .seen()
            .map(|seen| across(seen, place.margins()))
            .unwrap_or_default()
    };
    // A line through the large plot with all that belongs to it, and through each small one; over it the rating.
    let lines = move || {
        let date = place.date()?;
        Some(state.with(|diary| {
            let day = diary.day(date);
            let hollow = day.filter(|day| day.came(diary.settings.day_ends_at) != Came::OnTime);
            let line = |panel: &Panel| {
                let rating = day.and_then(|day| day.answers().items.get(&panel.item));
                let point = rating.map(|rating| {
                    let down = px(panel.height * (100 - u32::from(rating.get())) / 100);
                    view! {
                        <span class="chart-point" data-late=hollow.map(|_| "") style:top=down>
                            <Mark item=panel.item.clone() />
                        </span>
                    }
                    .into_any()
                });
                view! {
                    <span class="chart-line" style:top=px(panel.top) style:height=px(panel.foot - panel.top)>
                        {point}
                    </span>
                }
            };
            let panels = |timeline: &Timeline| timeline.panels.iter().map(line).collect_any();
            place.timeline.with(panels)
        }))
    };
    view! {
        <div
            class="chart-hand"
            tabindex="0"
            role="slider"
            aria-label=words::day()
            aria-valuemin="1"
            aria-valuemax=move || place.count()
            aria-valuenow=move || place.index() + 1
            aria-valuetext=words
            on:keydown=key
        >
            <div class="chart-marker" hidden=move || place.seen().is_none() style:left=left>
                {lines}
            </div>
        </div>
    }
}

/// A length as a style sheet takes it.
pub(super) fn px(length: u32) -> String {
    length.to_string() + "px"
}

/// A place across the drawing as a style sheet takes it.
fn across(share: f64, (left, right): (u32, u32)) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a share from 0 to 1")]
    let thousandths = (share * 1000.0).round() as i32;
    format!("calc({left}px + (100% - {}px) * {thousandths} / 1000)", left + right)
}
