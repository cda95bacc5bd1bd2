//! Side effects by phase, as the share of answered days, beside the share of people in the trial.

use crate::charts::figure::Table;
use crate::charts::picture::{Anchor, Look, Picture, Scale};
use crate::charts::words;
use crate::diary::{PhaseKind, Settings, SideEffectId, SortedSet, StandardSideEffect};
use crate::trial::published::{Figure, Topic, figures_on};
use crate::trial::{PhaseSummary, SideEffectSummary};

use super::{Small, whole};

/// Yes-days of all phases together below which only counts are shown: too few to compare.
const FEWEST: usize = 5;
/// The height of a phase's row and of a side effect's name, in em.
const ROW: f64 = 1.6;
const NAME: f64 = 2.2;

/// Draws each side effect answered in any of the phases; `None` where none was.
pub fn side_effects(phases: &[PhaseSummary], settings: &Settings) -> Option<Small> {
    let ids: SortedSet<&SideEffectId> = phases.iter().flat_map(|phase| phase.side_effects.keys()).collect();
    let effects: Vec<Effect> = ids.into_iter().map(|id| Effect::of(id, phases, settings)).collect();
    if effects.is_empty() {
        return None;
    }
    let height: f64 = effects.iter().map(Effect::height).sum();
    let scale = Scale::between(0.0, 100.0, 32.0, 97.0);
    let mut picture = Picture::new(height + 2.4);
    let mut top = 0.0;
    for effect in &effects {
        effect.draw(&mut picture, scale, top);
        top += effect.height();
    }
    picture.across(scale.ends(), top + 0.4, Look::Axis);
    for (number, anchor) in [(0.0, Anchor::Start), (50.0, Anchor::Middle), (100.0, Anchor::End)] {
        picture.text(
            scale.at(number),
            top + 1.8,
            anchor,
            format!("{} %", whole(number)),
            Look::Words,
        );
    }
    Some(Small {
        title: "Side effects: share of answered days with each".to_owned(),
        summary: summary(&effects),
        picture,
        table: table(&effects),
    })
}

/// What the marks are, and each effect in a sentence.
fn summary(effects: &[Effect<'_>]) -> String {
    let sentences: Vec<String> = effects.iter().map(Effect::sentence).collect();
    let ticks = if effects.iter().any(|effect| effect.trial.is_some()) {
        " Ticks are the share of people in the trial; yours are days of one person."
    } else {
        ""
    };
    format!("{}{ticks}", sentences.join(" "))
}

/// One side effect through the phases.
struct Effect<'a> {
    name: String,
    rows: Vec<(String, &'a SideEffectSummary)>,
    trial: Option<&'static Figure>,
}

impl<'a> Effect<'a> {
    fn of(id: &SideEffectId, phases: &'a [PhaseSummary], settings: &Settings) -> Self {
        let named = |phase: &'a PhaseSummary| {
            let earlier = phases.iter().filter(|other| other.kind == phase.kind).count() > 1;
            let since = if earlier {
                format!(" {}", words::day_and_month(phase.from))
            } else {
                String::new()
            };
            let summary = phase.side_effects.get(id)?;
            Some((format!("{}{since}", words::phase(phase.kind)), summary))
        };
        let topic = match id {
            SideEffectId::Standard(StandardSideEffect::VividDreams) => Some(Topic::VividDreams),
            SideEffectId::Standard(StandardSideEffect::Headache) => Some(Topic::Headache),
            _ => None,
        };
        Effect {
            name: words::any_side_effect(id, settings),
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
        self.rows.iter().map(|row| row.1.yes).sum::<usize>() >= FEWEST
    }

    fn draw(&self, picture: &mut Picture, scale: Scale, top: f64) {
        picture.text(0.0, top + 1.2, Anchor::Start, self.name.clone(), Look::Strong);
        let mut y = top + NAME + 0.4;
        for (name, summary) in &self.rows {
            picture.text(0.0, y + 0.35, Anchor::Start, name.clone(), Look::Words);
            picture.across(scale.ends(), y, Look::Axis);
            let (share, interval) = (summary.clustered.share, summary.clustered.interval95);
            if self.has_enough() {
                let across = (scale.at(100.0 * interval.low), scale.at(100.0 * interval.high));
                picture.bar(across, y, 0.5, Look::Range);
            }
            let look = if name.starts_with(words::phase(PhaseKind::Baseline)) {
                Look::Before
            } else {
                Look::Now
            };
            picture.dot(scale.at(100.0 * share), y, 0.42, look);
            y += ROW;
        }
        if let Some(trial) = self.trial {
            picture.text(0.0, y + 0.35, Anchor::Start, "In the trial", Look::Words);
            for share in [trial.placebo, trial.ldn] {
                picture.upright(scale.at(share), (y - 0.5, y + 0.5), Look::Trial);
            }
            // Beneath the marks: beside them the narrowest screen has no room.
            let foot = y + ROW + 0.2;
            picture.text(scale.ends().0, foot, Anchor::Start, trial_words(trial), Look::Words);
        }
    }

    /// "Vivid dreams: Baseline 1 of 13 days, LDN 26 of 77 days. In the trial, 37 % of people had them on LDN and 13 % on
    /// placebo."
    fn sentence(&self) -> String {
        let rows: Vec<String> = self
            .rows
            .iter()
            .map(|(name, summary)| format!("{name} {} of {}", summary.yes, words::days(summary.answered)))
            .collect();
        let few = if self.has_enough() { "" } else { " (too few to compare)" };
        let trial = self.trial.map(|trial| {
            format!(
                " In the trial, {} % of people on LDN and {} % on placebo had it.",
                whole(trial.ldn),
                whole(trial.placebo)
            )
        });
        format!("{}: {}{few}.{}", self.name, rows.join(", "), trial.unwrap_or_default())
    }
}

fn trial_words(trial: &Figure) -> String {
    format!("placebo {}, LDN {} %", whole(trial.placebo), whole(trial.ldn))
}

fn table(effects: &[Effect<'_>]) -> Table {
    let rows = effects.iter().flat_map(|effect| {
        let line = move |(name, summary): &(String, &SideEffectSummary)| {
            let interval = summary.clustered.interval95;
            let likely = if effect.has_enough() {
                format!("{} to {} %", whole(100.0 * interval.low), whole(100.0 * interval.high))
            } else {
                "too few".to_owned()
            };
            vec![
                effect.name.clone(),
                name.clone(),
                format!("{} of {}", summary.yes, summary.answered),
                format!("{} %", whole(100.0 * summary.clustered.share)),
                likely,
                summary.clustered.episodes.to_string(),
            ]
        };
        effect.rows.iter().map(line)
    });
    Table {
        columns: [
            "Side effect",
            "Phase",
            "Days with it",
            "Share",
            "Likely range (95 %)",
            "Episodes",
        ]
        .map(String::from)
        .to_vec(),
        rows: rows.collect(),
    }
}
