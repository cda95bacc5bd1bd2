//! What stands below the plots: the days compared, the dose to scale, and a tick for each day with a side effect.

use crate::diary::SideEffectId;
use crate::picture::{Anchor, Point, rough_width, shortened};
use crate::report::time_axis::next;
use crate::trial::Window;
use crate::words::{names::any_side_effect, paper as words};

use super::drawing::{BLACK, Drawing, SMALL, SOFT};

const DOSES: f64 = 5.6;
const TICKS: f64 = 3.8;
const BARS: f64 = 3.4;

impl Drawing<'_> {
    /// Draws them from `top` on and says where they end, and whether days compared are among them: those of `windows`.
    pub(super) fn strips(
        &mut self,
        top: f64,
        windows: &[Window],
        side_effects: &[SideEffectId],
        has_doses: bool,
    ) -> (f64, bool) {
        let mut y = top;
        let bars = self.compared(y, windows);
        if bars {
            y += BARS;
        }
        if has_doses {
            self.doses(y);
            y += DOSES + 1.0;
        }
        for effect in side_effects {
            self.ticks(y, effect);
            y += TICKS;
        }
        (y, bars)
    }

    /// The days that comparisons count, as bars; whether there are any in sight.
    fn compared(&mut self, top: f64, windows: &[Window]) -> bool {
        let in_sight = windows
            .iter()
            .filter(|window| window.to >= self.axis.from && window.is_unbroken());
        let bars: Vec<Vec<Point>> = in_sight
            .map(|window| {
                let ends = [window.from.max(self.axis.from), next(window.to)];
                ends.map(|day| (self.axis.edge(day), top + 1.6)).into()
            })
            .collect();
        let any = !bars.is_empty();
        if any {
            let label = (self.axis.left - 1.2, top + 2.5);
            self.text(label, Anchor::End, SMALL, false, words::compared_days().into());
            self.lines(bars, 1.1, SOFT, false);
        }
        any
    }

    /// The planned doses as steps to scale, each with its number where there is room.
    fn doses(&mut self, top: f64) {
        let largest = self
            .diary
            .treatment
            .dose_steps()
            .iter()
            .map(|step| step.dose.micrograms())
            .max();
        let largest = largest.unwrap_or(1).max(1);
        self.text(
            (self.axis.left - 1.2, top + 4.0),
            Anchor::End,
            SMALL,
            false,
            words::dose().into(),
        );
        let (mut lines, mut labels) = (Vec::new(), Vec::new());
        for span in &self.spans {
            let mut line = Vec::new();
            let starts = self.diary.treatment.dose_steps().iter().map(|step| step.from);
            let inside = starts.filter(|from| span.from < *from && *from <= span.to);
            let starts: Vec<_> = std::iter::once(span.from).chain(inside).collect();
            for (index, &from) in starts.iter().enumerate() {
                let until = starts.get(index + 1).copied().unwrap_or(next(span.to));
                let Some(dose) = self.diary.treatment.planned_dose(from) else {
                    continue;
                };
                if until <= self.axis.from {
                    continue;
                }
                #[expect(clippy::cast_precision_loss, reason = "a dose has at most a million micrograms")]
                let share = dose.micrograms() as f64 / largest as f64;
                let y = top + 0.4 + (DOSES - 0.8) * (1.0 - share);
                let (left, right) = (self.axis.edge(from.max(self.axis.from)), self.axis.edge(until));
                line.extend([(left, y), (right, y)]);
                labels.push((left, right, dose.to_string(), share));
            }
            if !line.is_empty() {
                lines.push(line);
            }
        }
        let bottom = top + DOSES;
        self.lines(lines, 0.4, BLACK, false);
        for (left, right, text, share) in labels {
            if rough_width(&text, SMALL) + 1.0 <= right - left {
                // Above a low step, below a high one.
                let y = if share < 0.5 {
                    bottom - (DOSES - 0.8) * share - 1.0
                } else {
                    bottom - (DOSES - 0.8) * share + 2.6
                };
                self.text((left + 0.8, y), Anchor::Start, SMALL, false, text);
            }
        }
    }

    fn ticks(&mut self, top: f64, effect: &SideEffectId) {
        let name = shortened(&any_side_effect(effect, &self.diary.settings), 20.5, SMALL);
        self.text((self.axis.left - 1.2, top + 2.7), Anchor::End, SMALL, false, name);
        let shown = self
            .diary
            .days()
            .filter(|day| (self.axis.from..=self.axis.to).contains(&day.date()));
        let there = shown.filter(|day| day.answers().side_effects.get(effect) == Some(&true));
        let lines = there.map(|day| {
            let x = self.axis.middle(day.date());
            vec![(x, top + 0.5), (x, top + 3.1)]
        });
        let lines = lines.collect();
        let width = (self.axis.day_width() * 0.6).clamp(0.08, 0.6);
        self.lines(lines, width, BLACK, false);
        let (left, right) = (self.axis.left, self.axis.left + self.axis.width);
        self.lines(vec![vec![(left, top + 3.1), (right, top + 3.1)]], 0.1, SOFT, false);
    }
}
