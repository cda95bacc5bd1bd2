//! What is said first: how far the answer has come, the sentence, its likely range, what stands behind it and what to wait
//! for.

use super::words as told;
use super::{Answer, Other, Page};
use crate::charts::small::likely_range;
use crate::diary::{Against, FinalAnswer, ItemId, PhaseKind, StandardItem};
use crate::trial::{
    Caveat, Comparison, NextStep, Stage, Status, Verdict, asked_for, before_the_change, changed_since, headline,
    sentence, since_then, stage,
};
use crate::words::{names, results as words, sentences, trial};

impl Page<'_> {
    pub(super) fn answer(&self) -> Answer {
        let (shown, settings) = (self.shown, &self.diary.settings);
        let contrast = &shown.contrast;
        let tolerability = shown.item == ItemId::from(StandardItem::Tolerability);
        let so_far = contrast.means.is_none().then(|| self.so_far()).flatten();
        let sentence = match so_far {
            Some(so_far) if tolerability => sentences([so_far, words::tolerability_note().to_owned()]),
            // When there is more to see is said below.
            Some(so_far) if is_settling_in(shown) => {
                let not_yet = trial::not_yet(&names::yours(&shown.item, settings));
                sentences([not_yet, so_far])
            }
            Some(so_far) => sentences([sentence(shown, settings), so_far]),
            None => sentence(shown, settings),
        };
        let next = NextStep::of(shown, self.study.as_of()).filter(|_| !tolerability);
        let since = self.study.since_final(shown);
        let earlier = self.study.before_the_change(shown);
        Answer {
            sentence,
            progress: self.progress(),
            next_name: told::next(next.as_ref().is_some_and(|next| next.day.is_some())),
            next: next.map(|next| next.text),
            planner: self.planner(),
            beside: changed_since(shown)
                .into_iter()
                .chain(self.beside_card())
                .chain(self.impressions())
                .chain(since.map(|since| since_then(shown, &since)))
                .chain(told::averages(self.study, self.phases, Some(&shown.item)))
                .chain(earlier.map(|earlier| before_the_change(&earlier, settings)))
                .collect(),
            caveats: shown
                .caveats
                .iter()
                .filter(|one| !counts_days(one))
                .map(|one| self.caveat(one))
                .collect(),
            ..self.judged(shown)
        }
    }

    /// What other days could tell, where days on LDN can't (A11); an early look waits for more first.
    fn planner(&self) -> Option<String> {
        let shown = self.shown;
        let is_open = shown.finding().verdict == Some(Verdict::CannotTell) && shown.stage() != Some(Stage::EarlyLook);
        let is_asked = is_open && shown.kind == PhaseKind::Ldn && shown.against == Against::Baseline;
        let plan = is_asked.then(|| self.study.plan_beside(shown))??;
        let asked = shown
            .at_least
            .map(|points| trial::you_asked(&trial::points(points.get())));
        Some(sentences([plan.said_with_pairs(), asked.unwrap_or_default()]))
    }

    /// A caveat in words; where a diary has placebo days, nobody but the patient knows who knew.
    fn caveat(&self, caveat: &Caveat) -> String {
        let blinded = self.phases.iter().any(|phase| phase.kind == PhaseKind::Placebo);
        match caveat {
            Caveat::NotBlinded if blinded => words::if_not_blinded().to_owned(),
            other => crate::trial::caveat(other, self.shown),
        }
    }

    /// "So far in this phase: mean 52 on 11 days.", where no comparison has averages.
    fn so_far(&self) -> Option<String> {
        let phase = self.phase()?;
        let summary = phase.items.get(&self.shown.item)?;
        Some(told::so_far(phase, summary, self.shown.ended))
    }

    /// LDN against whatever else was taken, on the pages of any of them: on that of another medicine, against that one alone.
    pub(super) fn against_taken(&self) -> Vec<(String, Answer)> {
        let shown = &self.shown.kind;
        let of_page = |one: &&Comparison| *shown == PhaseKind::Ldn || one.against.medicine() == shown.medicine();
        let answer = |comparison: &Comparison| {
            let (title, caveat) = match &comparison.against {
                Against::Comparator(medicine) => (
                    words::against_medicine(medicine.as_str()),
                    trial::caveat_two_medicines(),
                ),
                _ => (words::against_placebo().to_owned(), words::blinding()),
            };
            let answer = Answer {
                sentence: sentence(comparison, &self.diary.settings),
                caveats: vec![caveat.to_owned()],
                // Its number would stand beside another in the same letters.
                number: None,
                number_words: String::new(),
                ..self.judged(comparison)
            };
            (title, answer)
        };
        self.taken.iter().filter(of_page).map(answer).collect()
    }

    /// What a comparison with a likely range comes to: how far it has come, its large words, its bar and its days.
    pub(super) fn judged(&self, comparison: &Comparison) -> Answer {
        let number = headline(comparison, &self.diary.settings);
        let (number, number_words) = number.unzip();
        Answer {
            stage: stage(comparison),
            number,
            number_words: number_words.unwrap_or_default(),
            range_words: told::range(&comparison.finding()),
            range: likely_range(comparison),
            asked: asked_for(comparison).filter(|_| is_told(comparison)),
            counted: told::counted(comparison, self.study.counting()),
            ..Answer::default()
        }
    }

    /// The final answers on this page that were not read before.
    pub(super) fn unkept(&self) -> Vec<FinalAnswer> {
        let shown = std::iter::once(self.shown).chain(&self.taken);
        shown.filter_map(|answer| self.study.to_keep(answer)).collect()
    }

    /// The other items of the phase, each in a row without a verdict, where the main item is shown.
    pub(super) fn others(&self) -> Vec<Other> {
        if !self.shown.main || self.shown.contrast.range.is_none() {
            return Vec::new();
        }
        let items = self.phase().into_iter().flat_map(|phase| phase.items.keys());
        let compared = items
            .filter(|item| **item != self.shown.item)
            .filter_map(|item| self.study.answer(self.shown.phase, item, &self.question));
        compared.filter_map(|comparison| self.other(&comparison, 0)).collect()
    }

    /// One of them, its averages with so many decimals at least.
    pub(super) fn other(&self, comparison: &Comparison, decimals: u32) -> Option<Other> {
        let figures = comparison.finding().figures?;
        let [before, after] = figures.averages_with(&comparison.contrast, decimals);
        let limits = figures.limits?;
        Some(Other {
            id: comparison.item.to_string(),
            name: names::short_item(&comparison.item, &self.diary.settings),
            averages: match comparison.against {
                Against::Placebo => words::other_averages_placebo(before, after),
                _ => words::other_averages(before, after),
            },
            change: figures.said(),
            range: words::other_range(&limits.said()),
        })
    }

    /// What the phase is compared with, as a heading of its days.
    pub(super) fn reference_name(&self) -> String {
        self.shown.against.at_first()
    }
}

/// Whether a probability is told of it: an early look claims too much already.
fn is_told(comparison: &Comparison) -> bool {
    !matches!(comparison.stage(), Some(Stage::EarlyLook | Stage::FinalEarlyLook))
}

/// Whether it waits for a dose to settle in.
fn is_settling_in(shown: &Comparison) -> bool {
    let settles = matches!(shown.contrast.status, Status::SettlingIn { .. });
    settles && !shown.ended && !shown.begins_later()
}

/// The days stand on the page already.
fn counts_days(caveat: &Caveat) -> bool {
    matches!(caveat, Caveat::DaysRecorded { .. })
}
