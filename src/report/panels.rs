//! The drawing: up to three items on one time axis, with phases, dose steps and side effects.

use chrono::NaiveDate;

use self::drawing::{BLACK, Drawing, HEADING, SMALL, SOFT, TEXT};
use super::days::ShownDays;
use super::parts::{Choices, Paper};
use super::side_effects;
use super::time_axis::{next, span};
use crate::diary::{Came, Diary, Direction, ItemId, PhaseKind, Settings, StandardItem, TrialOfOne};
use crate::picture::{Anchor, Mark, Picture, Point, Shape, Slant, hatching, rough_width, shortened};
use crate::trial::{Analysis, Study, Window, running_mean, running_mean_said};
use crate::words::names::{any_item, ends as ends_of};
use crate::words::{Decimal, paper as words};

mod drawing;
mod names;
mod strips;

/// Between two plots, and for the dates below. Millimetres.
const BETWEEN: f64 = 2.0;
const DATES: f64 = 4.6;
/// Shades of ink.
const DOT: u8 = 42;
const HAIRLINE: u8 = 78;
const BASELINE_GROUND: u8 = 91;
/// The least width of a mark that is only an outline.
const HOLLOW: f64 = 0.9;
/// How wide the ring of an imported day is, at least.
const RING: f64 = 1.2;

/// How many items are drawn.
const PANELS: usize = 3;

/// How high the plot of a chart of its own is.
const ONE_PLOT: f64 = 54.0;

/// How high the plots of page 1 are together before the page is laid out. The document can only shrink the drawing, with its
/// letters, so it begins with what a usual page has room for.
const fn plots(paper: Paper) -> f64 {
    match paper {
        Paper::A4 => 42.0,
        Paper::Letter => 33.0,
    }
}

/// The drawing of page 1, and how it is read. Whoever lays out the page gives it the room that is left. Where the finding is
/// that of a `trial` of one, its days alone are those compared.
pub(super) fn picture(
    diary: &Diary,
    study: &Study<'_>,
    analysis: &Analysis,
    choices: &Choices,
    days: &ShownDays,
    trial: Option<&TrialOfOne>,
) -> (Picture, String) {
    let width = choices.paper.size().0 - 2.0 * Paper::MARGIN;
    let drawn = choices
        .items
        .iter()
        .filter(|item| **item != StandardItem::Tolerability.into());
    let items: Vec<&ItemId> = drawn.take(PANELS).collect();
    let mut drawing = Drawing::new(diary, analysis, days, choices.counting(), width);
    let windows = match (items.first(), trial) {
        (None, _) => Vec::new(),
        (Some(item), Some(trial)) => study.windows_of_trial(trial, item),
        (Some(item), None) => study.windows(item),
    };
    let bars = drawing.draw(&windows, &items, plots(choices.paper), 0.0);
    let names: Vec<String> = items.iter().map(|item| any_item(item, &diary.settings)).collect();
    let picture = drawing.finish(words::drawing(&names.join(", "), &span(days.from, days.to)));
    (picture, legend(days.imported > 0, bars))
}

/// One item as a picture of its own, with its title, dates and legend in it; none where it was never answered in these
/// days.
pub fn item_chart(diary: &Diary, choices: &Choices, item: &ItemId) -> Option<Picture> {
    let study = Study::of(diary, choices.to, choices.counting());
    let analysis = study.phases_alone();
    let days = ShownDays::of(diary, choices);
    let shown = diary.days().filter(|day| (days.from..=days.to).contains(&day.date()));
    let answered = shown.filter(|day| day.answers().items.contains_key(item)).count();
    if answered == 0 {
        return None;
    }
    let mut drawing = Drawing::new(diary, &analysis, &days, choices.counting(), 180.0);
    let title = words::item_chart(&any_item(item, &diary.settings), &span(days.from, days.to));
    drawing.text((1.0, 5.5), Anchor::Start, 4.4, true, title.clone());
    let counted = words::item_chart_answered(answered, days.to_record);
    drawing.text((178.5, 5.5), Anchor::End, TEXT, false, counted.clone());
    let bars = drawing.draw(&study.windows(item), &[item], ONE_PLOT, 8.0);
    let legend = legend(days.imported > 0, bars);
    let below = drawing.height;
    for (line, text) in wrapped(&legend, 105).into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a legend has few lines")]
        drawing.text(
            (1.0, below + 3.5 + 3.7 * line as f64),
            Anchor::Start,
            SMALL,
            false,
            text,
        );
        drawing.height += 3.7;
    }
    drawing.height += 2.0;
    Some(drawing.finish(words::item_chart_described(&title, &counted, &legend)))
}

/// How the drawing is read. Of imported days, and of bars, only where it has some.
fn legend(has_imported: bool, has_bars: bool) -> String {
    let marks = if has_imported {
        words::legend_marks_imported()
    } else {
        words::legend_marks()
    };
    let legend = words::legend(marks, &running_mean_said());
    if has_bars { words::legend_bars(&legend) } else { legend }
}

/// What 0 and 100 of an item mean: "0 no pain, 100 worst pain imaginable".
fn ends(item: &ItemId, settings: &Settings) -> String {
    match (item, settings.direction_of(item)) {
        (ItemId::Standard(item), _) => {
            let (low, high) = ends_of(*item);
            words::ends(low, high)
        }
        (ItemId::Own(_), Some(Direction::HigherIsBetter)) => words::ends_higher_is_better().into(),
        (ItemId::Own(_), _) => words::ends_lower_is_better().into(),
    }
}

impl Drawing<'_> {
    /// Draws the items from `top` on, in plots that are so high together, with bars under the days that are compared; whether
    /// any bar is in sight.
    fn draw(&mut self, windows: &[Window], items: &[&ItemId], plots_height: f64, top: f64) -> bool {
        let ticks = side_effects::drawn_side_effects(self.analysis);
        let has_doses = self
            .spans
            .iter()
            .any(|span| self.diary.treatment.planned_dose(span.to).is_some());
        let names = self.phase_names();
        let above = names::height(&names);
        #[expect(clippy::cast_precision_loss, reason = "at most three panels")]
        let count = items.len().max(1) as f64;
        let plot = plots_height / count;
        let mut y = top + above;
        let mut plots = Vec::new();
        for _ in items {
            y += HEADING;
            plots.push(y);
            y += plot + BETWEEN;
        }
        let bottom = plots.last().map_or(y, |last| last + plot);
        self.write_names(names, top);
        for &place in &plots {
            self.grounds(place, plot);
        }
        for (item, &place) in items.iter().zip(&plots) {
            self.panel(item, place, plot);
        }
        let (below, bars) = self.strips(bottom + BETWEEN, windows, &ticks, has_doses);
        self.boundaries(&plots, plot, bottom, below);
        self.dates(below);
        self.plots = plots.iter().map(|top| (*top, top + plot)).collect();
        self.height = below + DATES;
        bars
    }

    /// The grounds of the phases behind one plot.
    fn grounds(&mut self, top: f64, height: f64) {
        for span in self.spans.clone() {
            let left = self.axis.edge(span.from.max(self.axis.from));
            let width = self.axis.edge(next(span.to)) - left;
            match span.phase.kind {
                PhaseKind::Baseline => self.shapes.push(Shape::Ground {
                    at: (left, top),
                    size: (width, height),
                    ink: BASELINE_GROUND,
                }),
                PhaseKind::Placebo => self.hatched(Slant::Rising, (left, top), (width, height)),
                PhaseKind::Comparator(_) => self.hatched(Slant::Falling, (left, top), (width, height)),
                PhaseKind::Ldn | PhaseKind::Blinded(_) | PhaseKind::Washout => {}
            }
        }
    }

    fn hatched(&mut self, slant: Slant, at: Point, size: Point) {
        self.lines(hatching(slant, at, size, 1.6), 0.12, HAIRLINE, false);
    }

    /// A thin upright line where a phase begins: across each plot, and across the strips below.
    fn boundaries(&mut self, plots: &[f64], plot: f64, bottom: f64, below: f64) {
        let begun = self.spans.iter().filter(|span| span.from > self.axis.from);
        let starts: Vec<f64> = begun.map(|span| self.axis.edge(span.from)).collect();
        let stretches = plots.iter().map(|top| (*top, top + plot)).chain([(bottom, below)]);
        let lines = stretches.flat_map(|(top, bottom)| starts.iter().map(move |x| vec![(*x, top), (*x, bottom)]));
        let lines = lines.collect();
        // Many of them would hide the days.
        let thickness = if starts.len() > 12 { 0.08 } else { 0.2 };
        self.lines(lines, thickness, BLACK, false);
    }

    fn panel(&mut self, item: &ItemId, top: f64, height: f64) {
        let y = |rating: f64| top + height * (1.0 - rating / 100.0);
        let (left, right) = (self.axis.left, self.axis.left + self.axis.width);
        let name = shortened(&any_item(item, &self.diary.settings), 60.0, TEXT);
        self.shapes.push(Shape::Marks {
            points: vec![(left + 1.0, top - 2.1)],
            mark: mark(item),
            size: 1.7,
            ink: BLACK,
            hollow: false,
        });
        self.text((left + 2.8, top - 1.2), Anchor::Start, TEXT, true, name);
        self.text(
            (right, top - 1.2),
            Anchor::End,
            SMALL,
            false,
            ends(item, &self.diary.settings),
        );
        let grid = [0.0, 50.0, 100.0];
        self.lines(
            grid.map(|at| vec![(left, y(at)), (right, y(at))]).into(),
            0.12,
            HAIRLINE,
            false,
        );
        for at in grid {
            self.text(
                (left - 1.2, y(at) + 0.9),
                Anchor::End,
                SMALL,
                false,
                Decimal::of(at, 0).to_string(),
            );
        }
        let ratings = self.ratings(item);
        let place = |date: &NaiveDate, rating: f64| (self.axis.middle(*date), y(rating));
        // An outline needs room to be seen as one, and a ring with a dot in it more.
        let marks = [
            (Came::OnTime, self.dot(), false),
            (Came::Late, self.dot().max(HOLLOW), true),
            (Came::Imported, self.dot().max(RING), true),
            (Came::Imported, RING / 3.0, false),
        ];
        for (wanted, size, hollow) in marks {
            let mut points = Vec::new();
            for (date, (rating, came)) in &ratings {
                if *came == wanted && *date >= self.axis.from {
                    points.push(place(date, *rating));
                }
            }
            if points.is_empty() && wanted == Came::Imported {
                continue;
            }
            self.shapes.push(Shape::Marks {
                points,
                mark: mark(item),
                size,
                ink: DOT,
                hollow,
            });
        }
        let counted: Vec<(NaiveDate, f64)> = ratings
            .iter()
            .filter(|(_, (_, came))| self.counting.counts(*came))
            .map(|(date, (rating, _))| (*date, *rating))
            .collect();
        let means = self.running_means(&counted);
        let means = means
            .into_iter()
            .map(|line| line.iter().map(|(date, mean)| place(date, *mean)).collect());
        let means = means.collect();
        self.lines(means, 0.5, BLACK, false);
        let phase_means = self.phase_means(item, &counted, y);
        self.lines(phase_means, 0.25, BLACK, true);
    }

    /// The ratings up to the last day that is shown, in their order, and how each came.
    fn ratings(&self, item: &ItemId) -> Vec<(NaiveDate, (f64, Came))> {
        let ends = self.diary.settings.day_ends_at;
        let days = self.diary.days().take_while(|day| day.date() <= self.axis.to);
        days.filter_map(|day| {
            Some((
                day.date(),
                (f64::from(day.answers().items.get(item)?.get()), day.came(ends)),
            ))
        })
        .collect()
    }

    /// How wide a day's mark is: smaller, the closer the days lie.
    fn dot(&self) -> f64 {
        (self.axis.day_width() * 0.95).clamp(0.34, 1.3)
    }

    /// The lines of running means: broken where too few days are rated, and so at the beginning of each phase.
    fn running_means(&self, ratings: &[(NaiveDate, f64)]) -> Vec<Vec<(NaiveDate, f64)>> {
        let means = running_mean(ratings, &self.spans, (self.axis.from, self.axis.to));
        let unbroken = means.split(|(_, mean)| mean.is_none());
        let lines = unbroken.map(|line| line.iter().filter_map(|(date, mean)| Some((*date, (*mean)?))).collect());
        lines.filter(|line: &Vec<_>| line.len() > 1).collect()
    }

    /// A line across each phase at its mean, up to the last day that was answered.
    fn phase_means(&self, item: &ItemId, ratings: &[(NaiveDate, f64)], y: impl Fn(f64) -> f64) -> Vec<Vec<Point>> {
        let with_mean = self.analysis.phases.iter().filter(|phase| phase.to >= self.axis.from);
        with_mean
            .filter_map(|phase| {
                let mean = y(phase.items.get(item)?.mean);
                let left = self.axis.edge(phase.from.max(self.axis.from));
                let (last, _) = within(ratings, phase.from, phase.to).last()?;
                Some(vec![(left, mean), (self.axis.edge(next(*last)), mean)])
            })
            .collect()
    }

    fn dates(&mut self, top: f64) {
        let mut free = 0.0;
        for (date, label) in self.axis.labels() {
            let x = self.axis.edge(date);
            let end = x + rough_width(&label, SMALL);
            self.lines(vec![vec![(x, top), (x, top + 1.0)]], 0.2, SOFT, false);
            if x >= free && end <= self.width {
                free = end + 1.0;
                self.text((x + 0.5, top + 3.6), Anchor::Start, SMALL, false, label);
            }
        }
    }
}

/// Items keep their mark everywhere.
fn mark(item: &ItemId) -> Mark {
    match item {
        ItemId::Standard(StandardItem::Fatigue) => Mark::Square,
        ItemId::Standard(StandardItem::SleepQuality) => Mark::Triangle,
        ItemId::Standard(StandardItem::Overall) => Mark::Diamond,
        _ => Mark::Circle,
    }
}

/// A text in lines of at most so many characters, broken between words.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last().map_or(0, |line| line.chars().count());
        if line > 0 && line + 1 + word.chars().count() > most {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

/// The part of a list in the order of its days from one day to another, both included.
fn within(ratings: &[(NaiveDate, f64)], from: NaiveDate, to: NaiveDate) -> &[(NaiveDate, f64)] {
    let begin = ratings.partition_point(|(date, _)| *date < from);
    let end = ratings.partition_point(|(date, _)| *date <= to);
    ratings.get(begin..end).unwrap_or_default()
}

#[cfg(test)]
mod tests;
