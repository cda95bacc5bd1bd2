//! Side effects by phase, as the share of answered days, beside the share of people in the trial.

use crate::charts::diagram::{Anchor, Diagram, Look, Scale};
use crate::charts::figure::Table;
use crate::diary::{PhaseKind, Settings, SideEffectId, SortedMap, SortedSet, StandardSideEffect};
use crate::trial::SideEffectSummary;
use crate::trial::published::{Figure, Topic, figures_on};
use crate::words::{drawings as words, list, names, sentences, trial};

use super::{Small, whole};

/// Yes-days of all phases together below which only counts are shown: too few to compare.
const FEWEST: usize = 5;
/// The height of a phase's row and of a side effect's name, in em.
const ROW: f64 = 1.6;
const NAME: f64 = 2.2;
/// Names up to this length leave more room for the scale.
const FEW_LETTERS: usize = 11;

/// Days whose side effects are shown side by side with those of others: a phase, or an arm of a trial of one.
pub struct EffectsOf<'a> {
    /// What they are called.
    pub name: String,
    /// What was taken on them.
    pub kind: &'a PhaseKind,
    /// What was answered.
    pub answers: &'a SortedMap<SideEffectId, SideEffectSummary>,
}

/// Draws each side effect answered on any of the days; `None` where none was.
pub fn side_effects(phases: &[EffectsOf<'_>], settings: &Settings) -> Option<Small> {
    let ids: SortedSet<&SideEffectId> = phases.iter().flat_map(|phase| phase.answers.keys()).collect();
    let effects: Vec<Effect> = ids.into_iter().map(|id| Effect::of(id, phases, settings)).collect();
    if effects.is_empty() {
        return None;
    }
    let height: f64 = effects.iter().map(Effect::height).sum();
    let mut rows = effects.iter().flat_map(|effect| &effect.rows);
    let left = if rows.any(|row| names::in_drawing(&row.name).chars().count() > FEW_LETTERS) {
        46.0
    } else {
        32.0
    };
    let scale = Scale::between(0.0, 100.0, left, 97.0);
    let mut diagram = Diagram::new(height + 2.4);
    let mut top = 0.0;
    for effect in &effects {
        effect.draw(&mut diagram, scale, top);
        top += effect.height();
    }
    diagram.across(scale.ends(), top + 0.4, Look::Axis);
    for (number, anchor) in [(0.0, Anchor::Start), (50.0, Anchor::Middle), (100.0, Anchor::End)] {
        diagram.text(
            scale.at(number),
            top + 1.8,
            anchor,
            trial::percent(whole(number)),
            Look::Words,
        );
    }
    Some(Small {
        title: words::side_effects_title().to_owned(),
        summary: summary(&effects),
        diagram,
        table: table(&effects),
    })
}

/// What the marks are, and each effect in a sentence.
fn summary(effects: &[Effect<'_>]) -> String {
    let ticks = effects.iter().any(|effect| effect.trial.is_some());
    let ticks = ticks.then(|| words::side_effects_ticks().to_owned());
    sentences(effects.iter().map(Effect::sentence).chain(ticks))
}

/// One side effect through the phases.
struct Effect<'a> {
    name: String,
    rows: Vec<EffectRow<'a>>,
    trial: Option<&'static Figure>,
}

/// It in one phase.
struct EffectRow<'a> {
    phase: &'a PhaseKind,
    name: String,
    days: &'a SideEffectSummary,
}

impl<'a> Effect<'a> {
    fn of(id: &SideEffectId, phases: &'a [EffectsOf<'_>], settings: &Settings) -> Self {
        let named = |phase: &'a EffectsOf<'_>| {
            Some(EffectRow {
                phase: phase.kind,
                name: phase.name.clone(),
                days: phase.answers.get(id)?,
            })
        };
        let topic = match id {
            SideEffectId::Standard(StandardSideEffect::VividDreams) => Some(Topic::VividDreams),
            SideEffectId::Standard(StandardSideEffect::Headache) => Some(Topic::Headache),
            _ => None,
        };
        Effect {
            name: names::any_side_effect(id, settings),
            rows: phases.iter().filter_map(named).collect(),
            trial: topic.and_then(|topic| figures_on(topic).next()),
        }
    }

    fn height(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a count of phases")]
        let rows = (self.rows.len() + 2 * usize::from(self.trial.is_some())) as f64;
        NAME + ROW * rows
    }

    /// Whether there are days enough to compare shares.
    fn has_enough(&self) -> bool {
        self.rows.iter().map(|row| row.days.yes).sum::<usize>() >= FEWEST
    }

    fn draw(&self, diagram: &mut Diagram, scale: Scale, top: f64) {
        diagram.text(0.0, top + 1.2, Anchor::Start, self.name.clone(), Look::Strong);
        let mut y = top + NAME + 0.4;
        for row in &self.rows {
            diagram.text(0.0, y + 0.35, Anchor::Start, names::in_drawing(&row.name), Look::Words);
            diagram.across(scale.ends(), y, Look::Axis);
            let (share, interval) = (row.days.clustered.share, row.days.clustered.interval95);
            if self.has_enough() {
                let across = (scale.at(100.0 * interval.low), scale.at(100.0 * interval.high));
                diagram.bar(across, y, 0.5, Look::Range);
            }
            let look = if *row.phase == PhaseKind::Baseline {
                Look::Before
            } else {
                Look::Now
            };
            diagram.dot(scale.at(100.0 * share), y, 0.42, look);
            y += ROW;
        }
        if let Some(trial) = self.trial {
            diagram.text(0.0, y + 0.35, Anchor::Start, words::in_the_trial(), Look::Words);
            for share in [trial.placebo, trial.ldn] {
                diagram.upright(scale.at(share), (y - 0.5, y + 0.5), Look::Trial);
            }
            // Beneath the marks: beside them the narrowest screen has no room.
            let foot = y + ROW + 0.2;
            diagram.text(
                scale.ends().0,
                foot,
                Anchor::Start,
                words::in_the_trial_shares(whole(trial.placebo), whole(trial.ldn)),
                Look::Words,
            );
        }
    }

    /// "Vivid dreams: Baseline 1 of 13 days, LDN 26 of 77 days. In the trial, 37 % of people had them on LDN and 13 % on
    /// placebo."
    fn sentence(&self) -> String {
        let row = |row: &EffectRow<'_>| words::side_effect_phase(&row.name, row.days.yes, row.days.answered);
        let phases = list(self.rows.iter().map(row));
        let said = if self.has_enough() {
            words::about(&self.name, &phases)
        } else {
            words::side_effect_few(&self.name, &phases)
        };
        let trial = self.trial;
        let trial = trial.map(|trial| words::side_effect_trial(whole(trial.ldn), whole(trial.placebo)));
        sentences([said].into_iter().chain(trial))
    }
}

fn table(effects: &[Effect<'_>]) -> Table {
    let rows = effects.iter().flat_map(|effect| {
        let line = move |row: &EffectRow<'_>| {
            let interval = row.days.clustered.interval95;
            let likely = if effect.has_enough() {
                words::percent_range(whole(100.0 * interval.low), whole(100.0 * interval.high))
            } else {
                words::too_few().to_owned()
            };
            vec![
                effect.name.clone(),
                row.name.clone(),
                words::some_of_all(row.days.yes, row.days.answered),
                trial::percent(whole(100.0 * row.days.clustered.share)),
                likely,
                row.days.clustered.episodes.to_string(),
            ]
        };
        effect.rows.iter().map(line)
    });
    Table {
        columns: [
            words::side_effect(),
            words::phase(),
            words::days_with_it(),
            words::share(),
            words::likely_range(),
            words::episodes(),
        ]
        .map(String::from)
        .to_vec(),
        rows: rows.collect(),
    }
}
