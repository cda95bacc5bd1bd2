//! The impression of change (D9): when it is asked how all has changed since a phase began, what was said, and where that
//! points another way than the ratings.
//!
//! A day's check-in needs nothing of it. So the diary keeps it as it was written down, and it is read here; what was said on the
//! day of a final answer is a [`Decision`](crate::diary::Decision) beside that answer.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

use crate::diary::{Against, Diary, GlobalChange, Name, Period, Phase, PhaseKind, Rest, iso};
use crate::trial_of_one::TrialsOfOne as _;
use crate::words::{impression as words, names};

use super::comparison::Comparison;
use super::contrast::Verdict;
use super::study::Study;

/// The day of the first baseline on which it is asked, from 1.
const DAY_OF_BASELINE: u64 = 14;
/// For how many days after that of an occasion it is asked. What was said as near to an end of such a phase is said of that end,
/// which may have been moved since.
const ASKED_FOR: i64 = 14;

/// Why it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The 14th day of the baseline.
    Baseline,
    /// The final day of the answer of this question, on LDN.
    Answer(u32),
    /// The last day of a phase.
    End,
}

/// When it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occasion {
    /// The place of the phase among those of the diary, from 0.
    pub phase: usize,
    /// The first day on which it is asked.
    pub day: NaiveDate,
    /// Why.
    pub why: Why,
    /// What the phase is, by the names of kinds in files; a period of a trial of one is `blinded`, opened or not.
    kind: &'static str,
}

/// What was said of an occasion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impression {
    /// All has changed so.
    Said(GlobalChange),
    /// It is not to be asked again.
    PutAway,
}

/// The texts are in an order: an answer comes before what was put away, an earlier one before a later one.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    put_away: Option<bool>,
    at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    global_change: Option<String>,
}

impl Occasion {
    fn of(index: usize, phase: &Phase, day: NaiveDate, why: Why) -> Occasion {
        Occasion {
            phase: index,
            day,
            why,
            kind: if phase.of_trial {
                PhaseKind::BLINDED
            } else {
                phase.kind.id()
            },
        }
    }

    fn key(&self) -> String {
        [self.kind, "/", &self.day.to_string()].concat()
    }

    /// Notes what is said of it, or that it is not to be asked again. Of a final answer it is kept beside that.
    pub fn note(&self, rest: &mut Rest, at: DateTime<FixedOffset>, said: Impression) {
        let global_change = match said {
            Impression::Said(change) => Some(change),
            Impression::PutAway => None,
        };
        if let (Why::Answer(question), Some(_)) = (self.why, global_change) {
            rest.write((question, self.day), at, |written| {
                written.global_change = global_change;
            });
            return;
        }
        let kept = Kept {
            put_away: global_change.is_none().then_some(true),
            at: at.with_timezone(&Utc).to_rfc3339_opts(SecondsFormat::Secs, true),
            global_change: global_change.map(|change| change.id().to_owned()),
        };
        // Texts always can be written.
        let written = serde_json::to_string(&kept).unwrap_or_default();
        rest.impressions.insert(self.key(), written);
    }

    /// Takes back what was noted of it just now.
    pub fn take_back(&self, rest: &mut Rest, at: DateTime<FixedOffset>) {
        rest.impressions.remove(&self.key());
        if let Why::Answer(question) = self.why {
            rest.write((question, self.day), at, |written| written.global_change = None);
        }
    }

    /// "All in all, compared with when LDN began, how are your symptoms?"
    pub fn question(&self, diary: &Diary) -> String {
        let since = self.since(diary);
        match diary.settings.condition.as_ref().map(Name::as_str) {
            Some(condition) => words::question_of(&since, condition),
            None => words::question(&since),
        }
    }

    /// "You said on 12 April 2026, compared with when LDN began: much better."
    pub fn said(&self, diary: &Diary, change: GlobalChange) -> String {
        words::said(self.day, &self.since(diary), names::global_change(change))
    }

    /// Whether it is of the phase of an answer and of the time in which that became final. No period of a trial of one is that
    /// of the answer of all of them.
    pub fn is_beside(&self, answer: &Comparison) -> bool {
        self.phase == answer.phase && self.kind != PhaseKind::BLINDED && is_near(self.day, answer.final_day)
    }

    /// The number of the bottle, of a period of a trial of one.
    pub fn bottle(&self, diary: &Diary) -> Option<u8> {
        let period = diary
            .treatment
            .period_of(self.phase)
            .filter(|_| self.kind == PhaseKind::BLINDED);
        period.map(|(_, Period { number, .. })| number)
    }

    /// What is compared with: "when LDN began".
    pub fn since(&self, diary: &Diary) -> String {
        let phase = diary.treatment.phases().get(self.phase);
        let said = match phase.map(|phase| &phase.kind) {
            _ if self.kind == PhaseKind::BLINDED => return words::since_bottle(self.bottle(diary).unwrap_or(0)),
            Some(PhaseKind::Comparator(medicine)) => return words::since_medicine(medicine.as_str()),
            Some(PhaseKind::Ldn) => words::since_ldn(),
            Some(PhaseKind::Placebo) => words::since_placebo(),
            Some(PhaseKind::Washout) => words::since_washout(),
            Some(PhaseKind::Baseline | PhaseKind::Blinded(_)) | None => words::since_diary(),
        };
        said.to_owned()
    }
}

fn is_near(one: NaiveDate, other: NaiveDate) -> bool {
    (one - other).num_days().abs() <= ASKED_FOR
}

impl Study<'_> {
    /// All occasions that have come, in the order of the phases.
    pub fn occasions(&self) -> Vec<Occasion> {
        let mut occasions = Vec::new();
        for span in self.spans.iter().filter(|span| self.is_seen(span)) {
            let mut add = |day, why| {
                let has_come = day <= self.as_of && day <= span.to;
                if has_come {
                    occasions.push(Occasion::of(span.index, span.phase, day, why));
                }
                has_come
            };
            if span.phase.kind == PhaseKind::Baseline {
                let first = self.seen_from(span);
                let day = first.checked_add_days(Days::new(DAY_OF_BASELINE - 1));
                if let Some(day) = day.filter(|_| span.index == 0) {
                    add(day, Why::Baseline);
                }
                continue;
            }
            let last = self.last_day(span);
            let mut ends_with_answer = false;
            let is_ldn = span.phase.kind == PhaseKind::Ldn && !span.phase.of_trial;
            let questions = if is_ldn { self.questions(span.index) } else { Vec::new() };
            for question in questions {
                let day = self.day_of_answer(span.index, &question);
                let day = day.filter(|day| add(*day, Why::Answer(question.number)));
                // A phase that ends soon after its answer was final ends with that.
                ends_with_answer |= day.zip(last).is_some_and(|(day, last)| is_near(day, last));
            }
            if let Some(last) = last.filter(|_| !ends_with_answer) {
                add(last, Why::End);
            }
        }
        occasions
    }

    /// What was said of an occasion.
    pub fn impression(&self, occasion: &Occasion) -> Option<Impression> {
        impression(&self.diary().rest, &self.occasions(), occasion)
    }

    /// The newest occasion of which nothing was said, for two weeks from its day on; one in the baseline no longer than
    /// that lasts, and one of a period of a trial of one while it is sealed.
    pub fn to_ask(&self) -> Option<Occasion> {
        let occasions = self.occasions();
        let mut newest: Option<Occasion> = None;
        for occasion in &occasions {
            let is_open = match occasion.why {
                Why::Baseline => self.spans.len() == 1,
                Why::Answer(_) => true,
                Why::End => occasion.kind != PhaseKind::BLINDED || self.is_sealed(occasion),
            };
            let is_newest = newest.is_none_or(|newest| newest.day <= occasion.day);
            if is_open
                && is_newest
                && is_near(self.as_of, occasion.day)
                && impression(&self.diary().rest, &occasions, occasion).is_none()
            {
                newest = Some(*occasion);
            }
        }
        newest
    }

    fn is_sealed(&self, occasion: &Occasion) -> bool {
        let mut trials = self.trials().iter();
        trials.any(|trial| trial.contains(occasion.day) && trial.revealed.is_none() && trial.seen_on.is_none())
    }

    /// What was said of phases, but not what stands beside a final answer.
    pub fn impressions(&self) -> Vec<(Occasion, GlobalChange)> {
        let occasions = self.occasions();
        let rest = &self.diary().rest;
        let mut said = Vec::new();
        for occasion in &occasions {
            let is_beside_answer = beside_answer(rest, &occasions, occasion).is_some();
            if let Some(Impression::Said(change)) = impression(rest, &occasions, occasion).filter(|_| !is_beside_answer)
            {
                said.push((*occasion, change));
            }
        }
        said
    }

    /// What was said of all that has changed, on the final day of an answer or at the end of its phase soon after it.
    pub fn said_beside(&self, answer: &Comparison) -> Option<GlobalChange> {
        let rest = &self.diary().rest;
        let decision = rest.decision(answer.question, answer.final_day);
        let near = || {
            let occasions = self.occasions();
            let mut beside = occasions.iter().rev().filter(|occasion| occasion.is_beside(answer));
            beside.find_map(|occasion| match impression(rest, &occasions, occasion) {
                Some(Impression::Said(change)) => Some(change),
                _ => None,
            })
        };
        decision.and_then(|decision| decision.global_change).or_else(near)
    }

    /// Whether what was said at the end of a phase and the ratings of its main item point different ways. That is sure only
    /// where both tell of the same time: the answer stands, and is compared with the days right before the phase.
    pub fn is_contradicted(&self, answer: &Comparison) -> bool {
        let before = answer.phase.checked_sub(1).and_then(|before| self.spans.get(before));
        let is_right_before = match (before.map(|span| &span.phase.kind), &answer.against) {
            (Some(PhaseKind::Baseline), Against::Baseline) => answer.phase == 1,
            (Some(PhaseKind::Washout), Against::Off) => true,
            _ => false,
        };
        let verdict = answer.finding().verdict.filter(|_| answer.is_final && is_right_before);
        let said = verdict.and_then(|verdict| Some((self.said_beside(answer)?, verdict)));
        said.is_some_and(|(change, verdict)| contradicts(change, verdict))
    }
}

/// Whether an impression says the opposite of a verdict. "No different" is the opposite of neither, and where the ratings can't
/// tell, nothing is.
pub fn contradicts(said: GlobalChange, verdict: Verdict) -> bool {
    use GlobalChange::{LittleBetter, LittleWorse, MuchBetter, MuchWorse, Same, VeryMuchBetter, VeryMuchWorse};
    match said {
        VeryMuchBetter | MuchBetter | LittleBetter => verdict == Verdict::Worse,
        Same => false,
        LittleWorse | MuchWorse | VeryMuchWorse => verdict == Verdict::Better,
    }
}

/// Whether what was said of a day in a phase of a kind is said of an occasion: its day may have been moved. It is of the nearest
/// occasion, within two weeks.
fn is_of(occasion: &Occasion, occasions: &[Occasion], kind: &str, day: NaiveDate) -> bool {
    let distance = |other: &Occasion| (other.day - day).num_days().abs();
    let mut others = occasions.iter().filter(|other| other.kind == kind);
    occasion.kind == kind && is_near(occasion.day, day) && !others.any(|other| distance(other) < distance(occasion))
}

/// What stands beside the answer on LDN that was final on the day of the occasion.
fn beside_answer(rest: &Rest, occasions: &[Occasion], occasion: &Occasion) -> Option<GlobalChange> {
    let mut written = rest
        .decisions()
        .iter()
        .filter(|written| written.global_change.is_some());
    written
        .find(|written| is_of(occasion, occasions, PhaseKind::Ldn.id(), written.final_day))
        .and_then(|written| written.global_change)
}

/// What was said of an occasion. Of one occasion what was said first stands, and any answer before what was put away.
fn impression(rest: &Rest, occasions: &[Occasion], occasion: &Occasion) -> Option<Impression> {
    if let Some(change) = beside_answer(rest, occasions, occasion) {
        return Some(Impression::Said(change));
    }
    let mut found: Option<(&String, Impression)> = None;
    for (key, text) in &rest.impressions {
        let Some((kind, day)) = key.split_once('/') else {
            continue;
        };
        let is_here = iso::date(day).is_some_and(|day| is_of(occasion, occasions, kind, day));
        if is_here && found.is_none_or(|(first, _)| text < first) {
            found = read(text).map(|said| (text, said)).or(found);
        }
    }
    found.map(|(_, said)| said)
}

fn read(text: &str) -> Option<Impression> {
    let kept: Kept = serde_json::from_str(text).ok()?;
    match kept.global_change {
        Some(change) => GlobalChange::from_id(&change).map(Impression::Said),
        None => (kept.put_away == Some(true)).then_some(Impression::PutAway),
    }
}
