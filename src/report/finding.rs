//! What the report compares, and the finding in one sentence.

use chrono::NaiveDate;

use crate::diary::{Against, Came, Diary, ItemId, PhaseKind, StandardItem};
use crate::picture::shortened;
use crate::trial::{
    Analysis, Comparison, Figures, Lack, LeftOut, MAIN_ITEM, PhaseSummary, SETTLING_IN, Status, Study, Verdict,
    changed_since, main_phase, mean_beside, stage,
};
use crate::words::{Decimal, dates, names, paper as words, sentences, unmarked};

use super::parts::{Choices, Words, unbroken};
use super::small_print;

/// The phases that stand side by side on page 1.
pub(super) struct About<'a> {
    pub(super) analysis: &'a Analysis,
    /// The first baseline.
    pub(super) baseline: Option<&'a PhaseSummary>,
    /// The phase that is compared with it: an LDN phase, where there is one.
    pub(super) main: Option<&'a PhaseSummary>,
    /// The other phases to see beside it, in the order of their days.
    pub(super) beside: Vec<&'a PhaseSummary>,
    /// The item of the finding.
    item: Option<&'a ItemId>,
    /// The planned dose at the end of the main phase; of one that is not compared, that of all its days.
    dose: Option<String>,
    items: &'a [ItemId],
}

impl<'a> About<'a> {
    pub(super) fn of(diary: &Diary, analysis: &'a Analysis, choices: &'a Choices) -> About<'a> {
        let item = |phase: usize| {
            let is_main = |item: &&ItemId| comparison(analysis, phase, item).is_some_and(|comparison| comparison.main);
            choices.items.iter().find(is_main).or(item_of(choices))
        };
        let has_range = |phase: usize| {
            let comparison = item(phase).and_then(|item| comparison(analysis, phase, item));
            comparison.is_some_and(|comparison| comparison.contrast.status.has_range())
        };
        let (main, beside) = main_and_beside(&analysis.phases, has_range);
        let baseline = analysis.phases.iter().find(|phase| phase.kind == PhaseKind::Baseline);
        About {
            analysis,
            baseline,
            main,
            beside,
            item: main.map_or(item_of(choices), |phase| item(phase.index)),
            dose: main
                .and_then(|phase| match comparison(analysis, phase.index, item(phase.index)?) {
                    Some(_) => diary.treatment.planned_dose(phase.to),
                    None => diary.treatment.only_dose(phase.index, phase.to),
                })
                .map(|dose| dose.to_string()),
            items: &choices.items,
        }
    }

    /// The comparison of an item in the main phase.
    pub(super) fn comparison(&self, item: &ItemId) -> Option<&'a Comparison> {
        comparison(self.analysis, self.main?.index, item)
    }

    /// The comparison that the finding tells.
    pub(super) fn main_comparison(&self) -> Option<&'a Comparison> {
        self.comparison(self.item?)
    }

    /// Since when something has been taken that has a likely range; `None` where the finding has none, or is of days off.
    pub(super) fn later_answer(&self) -> Option<NaiveDate> {
        let answer = self.main_comparison()?;
        (answer.kind.is_taken() && answer.contrast.status.has_range()).then_some(answer.stretch.from)
    }

    /// The comparison of an item in a phase beside it.
    pub(super) fn comparison_beside(&self, phase: &PhaseSummary, item: &ItemId) -> Option<&'a Comparison> {
        comparison(self.analysis, phase.index, item)
    }

    /// What the main phase is compared with; `None` where there is nothing.
    pub(super) fn against(&self) -> Option<Against> {
        let main = self.main?.index;
        let mut all = self.analysis.comparisons.iter();
        all.find(|comparison| comparison.phase == main)
            .map(|comparison| comparison.against.clone())
    }

    /// The phase that stands alone, where nothing is compared.
    pub(super) fn alone(&self) -> Option<&'a PhaseSummary> {
        match self.main {
            Some(main) => self.against().is_none().then_some(main),
            None => self.baseline,
        }
    }

    /// The phases with a column of their own in the table of ratings: those beside the main one, but for one whose days stand
    /// there as what it is compared with.
    pub(super) fn columns(&self) -> Vec<&'a PhaseSummary> {
        let kind = match self.against() {
            Some(Against::Off) => Some(PhaseKind::Washout),
            Some(Against::Placebo) => Some(PhaseKind::Placebo),
            Some(Against::Comparator(medicine)) => Some(PhaseKind::Comparator(medicine)),
            _ => None,
        };
        let mut compared = self.analysis.comparisons.iter();
        let has_days =
            compared.any(|one| Some(one.phase) == self.main.map(|main| main.index) && one.contrast.means.is_some());
        let is_there = |phase: &PhaseSummary| has_days && Some(&phase.kind) == kind.as_ref() && self.is_only(phase);
        self.beside.iter().copied().filter(|phase| !is_there(phase)).collect()
    }

    /// Whether no other phase is of its kind.
    pub(super) fn is_only(&self, phase: &PhaseSummary) -> bool {
        self.analysis
            .phases
            .iter()
            .all(|other| other.index == phase.index || other.kind != phase.kind)
    }

    /// "LDN"; where there are several, which one: "LDN from 15 Aug 2026". As the head of a column: the line of phases has the
    /// whole name of another medicine.
    pub(super) fn name_of(&self, phase: &PhaseSummary) -> String {
        let name = head_of(&names::phase(&phase.kind));
        if self.is_only(phase) {
            name
        } else {
            words::phase_from(&name, &names::day_or_month(phase.from, phase.by_month, dates::short))
        }
    }

    /// When the main phase was: "on LDN 4.5 mg"; where there are several, "on LDN 4.5 mg, the phase from 15 Aug 2026".
    fn place(&self, main: &PhaseSummary) -> String {
        let when = &unmarked(&names::during(&main.kind));
        let place = self
            .dose
            .as_ref()
            .map_or_else(|| when.to_owned(), |dose| words::with_dose(when, dose));
        if self.is_only(main) {
            place
        } else {
            words::the_phase_from(&place, main.from)
        }
    }

    pub(super) fn caveats(&self) -> Vec<String> {
        let main = self.item.and_then(|item| self.comparison(item));
        let mut caveats: Vec<String> = main.and_then(changed_since).into_iter().collect();
        let mut kinds = Vec::new();
        let compared = self.items.iter().filter_map(|item| self.comparison(item));
        for caveat in compared.flat_map(|comparison| &comparison.caveats) {
            // Of one kind the first is enough: it is that of the first item.
            let kind = std::mem::discriminant(caveat);
            if !kinds.contains(&kind) {
                kinds.push(kind);
                caveats.extend(small_print::caveat(caveat));
            }
        }
        caveats.truncate(MOST_CAVEATS);
        caveats.extend(small_print::published());
        caveats
    }

    /// The finding, or what is missing for one.
    pub(super) fn sentence(&self, diary: &Diary) -> Vec<Words> {
        let said = self.item.map(|item| {
            let name = unmarked(&names::any_item(item, &diary.settings));
            match self.main {
                Some(main) => Some(self.compared(item, main, &name)),
                None => self
                    .baseline_alone(item, &name)
                    .map(|said| sentences(std::iter::once(said).chain(self.and_beside(item)))),
            }
        });
        let said = said.flatten().unwrap_or_else(|| words::no_comparison().to_owned());
        Words::of(&said)
    }

    fn compared(&self, item: &ItemId, main: &PhaseSummary, name: &str) -> String {
        let place = self.place(main);
        let sentence = match (self.comparison(item), main.items.get(item)) {
            (Some(comparison), all) => averaged(name, &place, comparison).unwrap_or_else(|| {
                let waiting = waiting(comparison, name);
                match all.filter(|_| comparison.against != Against::Baseline) {
                    Some(all) => {
                        let mean = Decimal::of(all.mean, 0);
                        sentences([words::averaged_so_far(name, mean, &place, all.n, main.days), waiting])
                    }
                    None => waiting,
                }
            }),
            (None, Some(summary)) => {
                let mean = Decimal::of(summary.mean, 0);
                let alone = words::averaged_so_far(name, mean, &place, summary.n, main.days);
                sentences([alone, words::alone().to_owned()])
            }
            (None, None) => {
                let left_out = self.left_out(main);
                return if left_out.is_none() {
                    words::not_rated(name, &place)
                } else {
                    words::not_rated_left_out(name, &place, left_out.said())
                };
            }
        };
        sentences(std::iter::once(sentence).chain(self.and_beside(item)))
    }

    /// The days of a phase that are left out.
    fn left_out(&self, main: &PhaseSummary) -> LeftOut {
        let counts = |came| self.analysis.counting.counts(came);
        LeftOut {
            late: if counts(Came::Late) { 0 } else { main.late },
            imported: if counts(Came::Imported) { 0 } else { main.imported },
        }
    }

    fn baseline_alone(&self, item: &ItemId, name: &str) -> Option<String> {
        let phase = self.baseline?;
        let summary = phase.items.get(item)?;
        Some(words::baseline_alone(
            name,
            Decimal::of(summary.mean, 0),
            summary.n,
            phase.days,
        ))
    }

    /// "On placebo it averaged 60 (13 of 14 days)." of the last phase beside it in which something was taken, else the last:
    /// page 1 has no room for more sentences, and each has its column.
    fn and_beside(&self, item: &ItemId) -> Option<String> {
        let main = self.comparison(item).map(Comparison::finding);
        let rounded = |mean| mean_beside(mean, main.as_ref());
        let columns = self.columns();
        let taken = columns.iter().rfind(|phase| phase.kind != PhaseKind::Washout);
        let beside = taken.or(columns.last())?;
        let compared = self.comparison_beside(beside, item);
        let compared = compared.and_then(|one| Some((one.contrast.window_mean?, one.contrast.window?)));
        let (mean, recorded, days) = match (compared, beside.items.get(item)) {
            (Some((mean, window)), _) => (rounded(mean), window.recorded, window.days),
            (None, Some(all)) => (rounded(all.mean), all.n, beside.days),
            (None, None) => return None,
        };
        let from = beside.from;
        let is_before = self.main.is_some_and(|main| beside.index < main.index);
        Some(match (&beside.kind, self.is_only(beside)) {
            (PhaseKind::Washout, true) if is_before => words::beside_washout_before(mean, recorded, days),
            (PhaseKind::Washout, true) => words::beside_washout(mean, recorded, days),
            (PhaseKind::Washout, false) => words::beside_washout_from(from, mean, recorded, days),
            (kind, true) => words::beside(&unmarked(&names::at_first(kind)), mean, recorded, days),
            (kind, false) => words::beside_from(&unmarked(&names::at_first(kind)), from, mean, recorded, days),
        })
    }
}

/// What a report needs of an analysis: all phases, and the comparisons of those that stand on page 1. The others of
/// a long diary would take a phone seconds.
pub(super) fn analysed(study: &Study<'_>, choices: &Choices) -> Analysis {
    let alone = study.phases_alone();
    let has_range = |phase: usize| {
        let main = study.question(phase).item();
        let item = choices.items.iter().find(|item| **item == main).or(item_of(choices));
        let comparison = item.and_then(|item| study.compare(phase, item));
        comparison.is_some_and(|comparison| comparison.contrast.status.has_range())
    };
    let (main, beside) = main_and_beside(&alone.phases, has_range);
    let shown = main.into_iter().chain(beside).map(|phase| phase.index);
    let compared = shown.flat_map(|phase| choices.items.iter().filter_map(move |item| study.compare(phase, item)));
    Analysis {
        comparisons: compared.collect(),
        ..alone
    }
}

/// The item of a finding that no question names: pain, or the first one.
fn item_of(choices: &Choices) -> Option<&ItemId> {
    let mut items = choices.items.iter();
    let main = items.clone().find(|item| **item == MAIN_ITEM.into());
    main.or_else(|| items.find(|item| **item != StandardItem::Tolerability.into()))
}

/// The phase that is compared, and those of the others that page 1 has room for; `has_range` tells whether a phase has a
/// likely range.
fn main_and_beside(
    phases: &[PhaseSummary],
    has_range: impl Fn(usize) -> bool,
) -> (Option<&PhaseSummary>, Vec<&PhaseSummary>) {
    // What ended before the diary began stands in the line of phases alone, and periods of a trial of one in its section.
    let phases = || phases.iter().filter(|phase| phase.days > 0 && !phase.of_trial);
    let baseline = phases().find(|phase| phase.kind == PhaseKind::Baseline);
    let compared = phases().filter(|phase| baseline.is_none_or(|baseline| baseline.index < phase.index));
    let later = compared.filter(|phase| phase.kind != PhaseKind::Baseline);
    let main = main_phase(later, |phase| has_range(phase.index));
    let named = [main, baseline].map(|phase| phase.map(|phase| phase.index));
    let others = phases().filter(|phase| !named.contains(&Some(phase.index)));
    let mut others: Vec<&PhaseSummary> = others.collect();
    while others.len() > MOST_BESIDE {
        // What was taken goes before the time after it, and later before earlier.
        let first = others.iter().position(|phase| phase.kind == PhaseKind::Washout);
        others.remove(first.unwrap_or(0));
    }
    (main, others)
}

/// Phases beside the main one that page 1 has room for.
pub(super) const MOST_BESIDE: usize = 3;

/// A name as the head of a column, where it has two lines.
pub(super) fn head_of(name: &str) -> String {
    shortened(name, MOST_OF_A_NAME, 1.0)
}

/// How wide that is at most, in the height of its letters.
const MOST_OF_A_NAME: f64 = 13.0;

/// Caveats besides the published figures.
const MOST_CAVEATS: usize = 5;

/// The comparison of one item of one phase.
fn comparison<'a>(analysis: &'a Analysis, phase: usize, item: &ItemId) -> Option<&'a Comparison> {
    let mut all = analysis.comparisons.iter();
    all.find(|comparison| comparison.phase == phase && comparison.item == *item)
}

/// The averages with their change and its likely range; none where there is nothing to average.
pub(super) fn averaged(name: &str, place: &str, comparison: &Comparison) -> Option<String> {
    let finding = comparison.finding();
    let (window, reference) = (finding.window?, finding.reference?);
    let (of, with) = ((window.recorded, window.days), (reference.recorded, reference.days));
    let figures = finding.figures?;
    let Figures {
        before, after, limits, ..
    } = figures;
    let when = &match &comparison.against {
        Against::Baseline => words::at_baseline().to_owned(),
        other => unmarked(&other.when()),
    };
    let Some(limits) = limits else {
        let say = match finding.status {
            Status::NoVariation => words::averaged_no_variation,
            _ => words::averaged_too_few_days,
        };
        return Some(say(name, after, place, of.0, of.1, before, when, with.0, with.1));
    };
    let change = unbroken(&figures.said());
    let say = match finding.verdict {
        Some(Verdict::CannotTell) => words::averaged_cannot_tell,
        _ => words::averaged,
    };
    let range = unbroken(&limits.said());
    let sentence = say(
        name, after, place, of.0, of.1, before, when, with.0, with.1, &change, &range,
    );
    Some(match stage(comparison) {
        Some(stage) => words::staged(&stage, &sentence),
        None => sentence,
    })
}

/// What is waited for, where there is nothing to average.
fn waiting(comparison: &Comparison, name: &str) -> String {
    let when = || match &comparison.against {
        Against::Baseline => words::at_baseline().to_owned(),
        other => unmarked(&other.when()),
    };
    let during = || unmarked(&comparison.during());
    match (comparison.reference_lacks(), comparison.window_lacks()) {
        (Some(Lack::LeftOut(left_out)), _) => words::left_out(name, &when(), left_out.said()),
        (None, Some(Lack::LeftOut(left_out))) => words::left_out(name, &during(), left_out.said()),
        (Some(_), _) => match &comparison.against {
            Against::Off | Against::Placebo | Against::Comparator(_) => {
                words::no_day_counts(name, SETTLING_IN, &when())
            }
            Against::Baseline | Against::Step => words::none_rated(name, &when()),
        },
        (None, Some(Lack::NoDay)) if comparison.ended => words::settling_in_ended(name, SETTLING_IN),
        (None, Some(Lack::NoDay)) => words::settling_in(name, SETTLING_IN),
        (None, _) => words::none_rated(name, &during()),
    }
}
