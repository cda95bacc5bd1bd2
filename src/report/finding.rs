//! What the report compares, and the finding in one sentence.

use crate::diary::{Diary, ItemId, PhaseKind, StandardItem};
use crate::trial::{Amount, Analysis, Comparison, Figures, Finding, PhaseSummary, Status, Verdict, main_phase};
use crate::words::Decimal;

use super::parts::{Choices, Words};
use super::words;

/// The phases that stand side by side on page 1.
pub(super) struct About<'a> {
    pub(super) analysis: &'a Analysis,
    /// The first baseline.
    pub(super) baseline: Option<&'a PhaseSummary>,
    /// The phase that is compared with it: an LDN phase, where there is one.
    pub(super) main: Option<&'a PhaseSummary>,
    /// Another phase to see beside it: placebo, else the time after stopping.
    pub(super) beside: Option<&'a PhaseSummary>,
    /// The item of the finding.
    item: Option<&'a ItemId>,
    /// The planned dose at the end of the main phase.
    dose: Option<String>,
    items: &'a [ItemId],
}

impl<'a> About<'a> {
    pub(super) fn of(diary: &Diary, analysis: &'a Analysis, choices: &'a Choices) -> About<'a> {
        let baseline = analysis.phases.iter().find(|phase| phase.kind == PhaseKind::Baseline);
        let first = baseline.map_or(0, |phase| phase.index + 1);
        let later = || analysis.phases.iter().skip(first).rev();
        let item = choices
            .items
            .iter()
            .find(|item| **item == StandardItem::Pain.into())
            .or(choices
                .items
                .iter()
                .find(|item| **item != StandardItem::Tolerability.into()));
        let has_range = |phase: &PhaseSummary| {
            let contrast = item.and_then(|item| comparison(analysis, phase.index, item));
            contrast.is_some_and(|comparison| comparison.contrast.status.has_range())
        };
        let of_kind = |kind| later().filter(move |phase| phase.kind == kind);
        let compared = analysis.phases.iter().skip(first);
        let main = main_phase(compared.filter(|phase| phase.kind != PhaseKind::Baseline), has_range);
        let beside = [PhaseKind::Placebo, PhaseKind::Washout]
            .into_iter()
            .find_map(|kind| of_kind(kind).next())
            .filter(|phase| main.is_some_and(|main| main.index != phase.index));
        About {
            analysis,
            baseline,
            main,
            beside,
            item,
            dose: main
                .and_then(|phase| diary.treatment.planned_dose(phase.to))
                .map(|dose| dose.to_string()),
            items: &choices.items,
        }
    }

    /// The comparison of an item in the main phase.
    pub(super) fn comparison(&self, item: &ItemId) -> Option<&'a Comparison> {
        comparison(self.analysis, self.main?.index, item)
    }

    /// The comparison of an item in the phase beside it.
    pub(super) fn comparison_beside(&self, item: &ItemId) -> Option<&'a Comparison> {
        comparison(self.analysis, self.beside?.index, item)
    }

    /// The last time after stopping.
    pub(super) fn washout(&self) -> Option<&'a PhaseSummary> {
        let after = self.baseline.map_or(0, |phase| phase.index + 1);
        let mut later = self.analysis.phases.iter().skip(after).rev();
        later.find(|phase| phase.kind == PhaseKind::Washout)
    }

    /// Whether no other phase is of its kind.
    pub(super) fn is_only(&self, phase: &PhaseSummary) -> bool {
        self.analysis
            .phases
            .iter()
            .all(|other| other.index == phase.index || other.kind != phase.kind)
    }

    /// "LDN"; where there are several, which one: "LDN from 15 Aug 2026".
    pub(super) fn name_of(&self, phase: &PhaseSummary) -> String {
        let name = words::phase(phase.kind);
        if self.is_only(phase) {
            name.to_owned()
        } else {
            format!("{name} from {}", words::unbroken_date(phase.from))
        }
    }

    /// "on LDN 4.5 mg"; where there are several, "on LDN 4.5 mg, the one from 15 Aug 2026,".
    fn place(&self, phase: &PhaseSummary, dose: Option<&String>) -> String {
        let is_earlier = self.main.is_some_and(|main| phase.index < main.index);
        let mut place = match phase.kind {
            PhaseKind::Washout if is_earlier => "in the washout before that".to_owned(),
            kind => words::in_phase(kind).to_owned(),
        };
        if let Some(dose) = dose {
            place = format!("{place} {dose}");
        }
        if self.is_only(phase) {
            place
        } else {
            format!("{place}, the phase from {},", words::unbroken_date(phase.from))
        }
    }

    pub(super) fn caveats(&self) -> Vec<String> {
        let mut caveats: Vec<String> = Vec::new();
        let mut kinds = Vec::new();
        let compared = self.items.iter().filter_map(|item| self.comparison(item));
        for caveat in compared.flat_map(|comparison| &comparison.caveats) {
            // Of one kind the first is enough: it is that of the first item.
            let kind = std::mem::discriminant(caveat);
            if !kinds.contains(&kind) {
                kinds.push(kind);
                caveats.extend(words::caveat(caveat));
            }
        }
        caveats.truncate(MOST_CAVEATS);
        caveats.push(words::PUBLISHED.into());
        caveats
    }

    /// The finding, or what is missing for one.
    pub(super) fn sentence(&self, diary: &Diary) -> Vec<Words> {
        let Some(item) = self.item else {
            return plain(words::NO_COMPARISON);
        };
        let name = words::item(item, &diary.settings);
        let Some(main) = self.main else {
            return self.baseline_alone(item, &name);
        };
        let place = self.place(main, self.dose.as_ref());
        let Some(comparison) = self.comparison(item) else {
            return plain(&format!(
                "{name} is not recorded {place}, so there is nothing to compare."
            ));
        };
        let finding = comparison.finding();
        let mut sentence = match &finding.figures {
            Some(figures) => averages(&name, &place, &finding, figures),
            None => plain(&waiting(finding.status, &name, comparison.ended)),
        };
        sentence.extend(self.and_beside(item));
        sentence
    }

    fn baseline_alone(&self, item: &ItemId, name: &str) -> Vec<Words> {
        let Some((phase, summary)) = self.baseline.and_then(|phase| Some((phase, phase.items.get(item)?))) else {
            return plain(words::NO_COMPARISON);
        };
        let days = format!(" over {} of {} so far. ", summary.n, words::days(phase.days));
        vec![
            said(format!("{name} averaged ")),
            strong(Decimal::of(summary.mean, 0).to_string()),
            said(days + words::NO_COMPARISON),
        ]
    }

    /// " On placebo it averaged 60 (13 of 14 days)."
    fn and_beside(&self, item: &ItemId) -> Vec<Words> {
        let main = self.comparison(item).map(Comparison::finding);
        let comparison = self.comparison_beside(item);
        let mean = comparison.and_then(|comparison| comparison.mean_beside(main.as_ref()));
        let (Some(comparison), Some(mean), Some(beside)) = (comparison, mean, self.beside) else {
            return Vec::new();
        };
        let phase = self.place(beside, None);
        let phase = phase[..1].to_uppercase() + &phase[1..];
        vec![
            said(format!(" {phase} it averaged ")),
            strong(mean.to_string()),
            said(format!(" ({}).", recorded(comparison.contrast.window))),
        ]
    }
}

/// Caveats besides the published figures.
const MOST_CAVEATS: usize = 5;

/// The comparison of one item of one phase.
fn comparison<'a>(analysis: &'a Analysis, phase: usize, item: &ItemId) -> Option<&'a Comparison> {
    let mut all = analysis.comparisons.iter();
    all.find(|comparison| comparison.phase == phase && comparison.item == *item)
}

fn averages(name: &str, place: &str, finding: &Finding, figures: &Figures) -> Vec<Words> {
    let early = if matches!(finding.status, Status::EarlyLook { .. }) {
        "Early look: "
    } else {
        ""
    };
    let mut sentence = vec![
        said(format!("{early}{name} averaged ")),
        strong(figures.after.to_string()),
        said(format!(" {place} ({}) against ", recorded(finding.window))),
        strong(figures.before.to_string()),
        said(format!(" at baseline ({})", recorded(finding.baseline))),
    ];
    let Some(limits) = figures.limits else {
        let why = match finding.status {
            Status::NoVariation => "every day is the same, so there is no likely range",
            _ => "too few days for a likely range",
        };
        sentence.push(said(format!("; {why}.")));
        return sentence;
    };
    sentence.push(said(": "));
    sentence.push(strong(words::unbroken(figures.change.number_and_way())));
    let way = |limit: Amount| words::unbroken(limit.number_and_way());
    sentence.push(said(if limits.verdict() == Verdict::CannotTell {
        format!(
            ", likely range from {} to {}, so these days can't tell.",
            way(limits.best),
            way(limits.worst)
        )
    } else {
        let [near, far] = limits.near_and_far();
        format!(", likely range {} to {}.", near.improvement.abs(), way(far))
    }));
    sentence
}

/// What is waited for, where there is nothing to average.
fn waiting(status: Status, name: &str, ended: bool) -> String {
    match status {
        Status::NoBaseline => format!(
            "There is no baseline day with {}, so nothing can be compared.",
            name.to_lowercase()
        ),
        Status::SettlingIn { .. } if ended => {
            format!(
                "{name} can't be compared: the first 14 days after a change do not count, and no other day is left."
            )
        }
        Status::SettlingIn { .. } => {
            format!("{name} is not compared yet: the first 14 days after a change do not count.")
        }
        _ => format!("{name} has too few recorded days to be compared."),
    }
}

/// "25 of 28 days".
fn recorded(window: Option<crate::trial::Window>) -> String {
    window.map_or_else(
        || "no day".into(),
        |window| format!("{} of {}", window.recorded, words::days(window.days())),
    )
}

/// A sentence without anything strong in it.
pub(super) fn plain(text: &str) -> Vec<Words> {
    vec![said(text)]
}

fn said(text: impl Into<String>) -> Words {
    Words {
        text: text.into(),
        strong: false,
    }
}

fn strong(text: String) -> Words {
    Words { text, strong: true }
}
