//! What is said first: the sentence, the number, its likely range, what stands behind it and what to wait for.

use super::words as told;
use super::{Answer, Page};
use crate::charts::small::likely_range;
use crate::diary::{Direction, ItemId, PhaseKind, StandardItem};
use crate::trial::published::{self, Topic};
use crate::trial::{Caveat, Contrast, Finding, NextStep, Status, headline_number, sentence, sentence_against_placebo};
use crate::words::{names, results as words, sentences};

impl Page<'_> {
    pub(super) fn answer(&self) -> Answer {
        let (shown, settings) = (self.shown, &self.diary.settings);
        let contrast = &shown.contrast;
        let tolerability = shown.item == ItemId::from(StandardItem::Tolerability);
        let so_far = contrast.means.is_none().then(|| self.so_far()).flatten();
        let sentence = match so_far {
            Some(so_far) if tolerability => sentences([so_far, words::tolerability_note().to_owned()]),
            // When there is more to see is said below.
            Some(so_far) if matches!(contrast.status, Status::SettlingIn { .. }) && !shown.ended => {
                let not_yet = crate::words::trial::not_yet(&names::yours(&shown.item, settings));
                sentences([not_yet, so_far])
            }
            Some(so_far) => sentences([sentence(shown, settings), so_far]),
            None => sentence(shown, settings),
        };
        let number = headline_number(shown, settings);
        let next = NextStep::of(contrast, self.study.as_of(), shown.ended).filter(|_| !tolerability);
        Answer {
            number_words: number.as_ref().map(|number| number.1.clone()).unwrap_or_default(),
            number: number.map(|number| number.0),
            sentence,
            next_name: told::next(next.as_ref().is_some_and(|next| next.day.is_some())),
            next: next.map(|next| next.text),
            caveats: shown
                .caveats
                .iter()
                .filter(|one| !counts_days(one))
                .map(|one| self.caveat(one))
                .collect(),
            counted: told::counted(
                contrast,
                [names::during(shown.kind), names::before()],
                self.study.late_days(),
            ),
            ..ranged(contrast, shown.direction, &shown.item, shown.kind)
        }
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

    /// Whether neither LDN nor placebo is still being taken.
    fn both_ended(&self) -> bool {
        let last = self.phases.last();
        last.is_none_or(|last| !matches!(last.kind, PhaseKind::Ldn | PhaseKind::Placebo))
    }

    /// LDN against placebo, on the pages of either of them.
    pub(super) fn against_placebo(&self) -> Option<Answer> {
        if !matches!(self.shown.kind, PhaseKind::Ldn | PhaseKind::Placebo) {
            return None;
        }
        let (item, direction) = (&self.shown.item, self.shown.direction);
        let contrast = self.study.ldn_against_placebo(item)?;
        let sides = [PhaseKind::Ldn, PhaseKind::Placebo].map(names::during);
        Some(Answer {
            sentence: sentence_against_placebo(&contrast, item, direction, &self.diary.settings, self.both_ended()),
            caveats: vec![words::blinding().to_owned()],
            counted: told::counted(&contrast, sides, self.study.late_days()),
            ..ranged(&contrast, direction, item, PhaseKind::Placebo)
        })
    }
}

/// The likely range of a contrast with its words; the trial's figures stand only beside a comparison with a baseline,
/// which theirs is.
fn ranged(contrast: &Contrast, direction: Direction, item: &ItemId, kind: PhaseKind) -> Answer {
    let beside = (kind == PhaseKind::Ldn).then(|| topic(item)).flatten();
    let trial = beside.and_then(|topic| published::figures_on(topic).next());
    let range = likely_range(contrast, direction, trial);
    Answer {
        range_words: told::range(&Finding::of(contrast, direction)),
        range,
        ..Answer::default()
    }
}

/// What a trial published about the change of an item.
fn topic(item: &ItemId) -> Option<Topic> {
    match item {
        ItemId::Standard(StandardItem::Pain) => Some(Topic::PainChange),
        ItemId::Standard(StandardItem::Overall) => Some(Topic::OverallChange),
        _ => None,
    }
}

/// The days stand on the page already.
fn counts_days(caveat: &Caveat) -> bool {
    matches!(caveat, Caveat::DaysRecorded { .. })
}
