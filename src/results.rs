//! What the results page shows: a comparison in the order in which it is read, every number already in words.

mod answer;
mod card;
mod layer;
mod of_trial;
mod progress;
mod small;
mod words;

use chrono::NaiveDate;

pub use of_trial::{all_of_trial, layer_of_trial, of_trial};

use crate::charts::{Diagram, Small, Table};
use crate::diary::{Diary, FinalAnswer, GlobalChange, ItemId, Note};
use crate::trial::{Comparison, Counting, LeftOut, PhaseSummary, Question, Study, main_phase};
use crate::words::{dates, names};

/// The whole page.
#[derive(Debug, Clone, PartialEq)]
pub enum Results {
    /// There is no phase to compare yet.
    Waiting(Waiting),
    /// One item of one phase, compared.
    Shown(Box<Shown>),
    /// A trial of one that is unsealed, by its place in the address: [`of_trial()`] works it out.
    OfTrial(String),
}

/// The page of a trial of one.
#[derive(Debug, Clone, PartialEq)]
pub struct OfTrial {
    /// What it has of any answer.
    pub shown: Shown,
    /// How the trial went: order, doses, guesses, tolerability.
    pub about: Vec<Fact>,
}

/// What stands on the page before there is anything to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// How far the baseline has come, or that there is nothing to compare with.
    pub text: String,
    /// What each phase but a baseline averages.
    pub averages: Vec<String>,
    /// What comes next, or what would make a comparison possible; may be empty.
    pub next: String,
    /// What change its days could tell, once it has enough.
    pub planner: Option<String>,
    /// The ratings that could be compared once they count.
    pub left_out: LeftOut,
    /// Whether a trial of one is over and waits for its code.
    pub is_sealed: bool,
}

/// One comparison and what belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The phases after the baseline.
    pub phases: Vec<Choice>,
    /// The items rated in the phase that is shown.
    pub items: Vec<Choice>,
    /// The phase that is shown.
    pub phase: String,
    /// The item that is shown.
    pub item: String,
    /// The questions that days of the phase answer.
    pub questions: Vec<Choice>,
    /// The number of the one that is shown.
    pub question: String,
    /// What its card says, if it has one.
    pub card: Option<String>,
    /// What can be written down beside it, once it is final.
    pub on_the_day: Option<OnTheDay>,
    /// Which card can be written now.
    pub offer: CardOffer,
    /// Which days are compared.
    pub windows: String,
    /// How many late days the phases have.
    pub late: usize,
    /// How many imported ones.
    pub imported: usize,
    /// The answer.
    pub answer: Answer,
    /// The other items of the phase, without a verdict.
    pub others: Vec<Other>,
    /// LDN against whatever else was taken, each with its heading.
    pub against_taken: Vec<(String, Answer)>,
    /// Final answers that are read here for the first time, to be kept.
    pub unkept: Vec<FinalAnswer>,
    /// The small charts.
    pub small: Vec<Small>,
    /// How far a trial of one is that is sealed.
    pub sealed: Option<Sealed>,
    /// What the trials published beside it (A7).
    pub published: Vec<Published>,
}

/// A trial of one that is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// How far it is.
    pub text: String,
    /// What comes next.
    pub next: String,
    /// Whether it is over and waits for its code.
    pub is_over: bool,
}

/// What a patient can write down beside a final answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnTheDay {
    /// The number of the question.
    pub question: u32,
    /// The day on which its answer was final.
    pub final_day: NaiveDate,
    /// How the patient feels since the start.
    pub global_change: Option<GlobalChange>,
    /// What was decided.
    pub decided: Note,
}

/// Which decision card can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardOffer {
    /// The first, before there is a likely range.
    First,
    /// The first, while the answer is on its way.
    Later,
    /// A further one.
    Next,
    /// None: there is one whose day is still to come, or the phase is over.
    Nothing,
}

/// Something to choose: its place in the address and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// In the address.
    pub id: String,
    /// On the screen.
    pub name: String,
}

/// An item beside the main one: what it averages, its change and its range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// The item's id.
    pub id: String,
    /// What was rated.
    pub name: String,
    /// "69 → 59".
    pub averages: String,
    /// "10 points or 15 % lower".
    pub change: String,
    /// "21 points lower to no change".
    pub range: String,
}

/// What is said first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// How far it has come: "So far"; `None` without a likely range.
    pub stage: Option<String>,
    /// The one number, or the verdict of a final answer: "20 points", "Better".
    pub number: Option<String>,
    /// What it is: "lower pain on LDN".
    pub number_words: String,
    /// The sentence.
    pub sentence: String,
    /// The likely range.
    pub range: Option<Diagram>,
    /// The likely range in words.
    pub range_words: String,
    /// How likely the change is that a card asks for.
    pub asked: Option<String>,
    /// How far its dose is on the way to a final answer.
    pub progress: Option<Progress>,
    /// How many days stand behind it.
    pub counted: String,
    /// What comes next.
    pub next: Option<String>,
    /// Whether that is waited for or done.
    pub next_name: &'static str,
    /// What change days like these could tell, where the answer can't tell.
    pub planner: Option<String>,
    /// What stands beside it without a verdict of now: the days since a final answer, the answer of the dose before.
    pub beside: Vec<String>,
    /// What has to be known before believing it.
    pub caveats: Vec<String>,
    /// The heading over that, where it is not that of a before and after.
    pub caveats_name: Option<&'static str>,
}

/// How far a dose is on its way to a final answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// In words.
    pub text: String,
    /// As a bar with its marks.
    pub bar: Diagram,
}

/// A published figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// What was found.
    pub finding: String,
    /// Where it stands.
    pub source: String,
}

/// The second layer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layer {
    /// One comparison, figure by figure.
    pub facts: Vec<Fact>,
    /// Other medicines, extra pain medicine and walking support by phase (A6); without rows where none was answered.
    pub beside: Table,
    /// How it was computed.
    pub method: Vec<String>,
}

/// One figure with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub name: String,
    /// The figure.
    pub value: String,
    /// How to read it; may be empty.
    pub note: String,
}

/// What is asked for, by what stands in the address: where the diary has no such phase, question or item, the
/// [`main_phase`], its question and the item of that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// An item's id.
    pub item: &'a str,
    /// A phase's place.
    pub phase: &'a str,
    /// The number of a question.
    pub question: &'a str,
    /// Which recorded days count.
    pub counting: Counting,
}

impl<'a> Wanted<'a> {
    /// By the question that is shown of the phase.
    pub fn of(item: &'a str, phase: &'a str, counting: impl Into<Counting>) -> Self {
        Wanted {
            item,
            phase,
            question: "",
            counting: counting.into(),
        }
    }
}

/// Compares up to a day.
pub fn results(diary: &Diary, as_of: NaiveDate, wanted: Wanted<'_>) -> Results {
    let study = Study::of(diary, as_of, wanted.counting);
    let phases = study.phases();
    let found = chosen(&study, &phases, wanted);
    if let Some(trial) = trial_before(&study, &phases, wanted, found.as_ref()) {
        return Results::OfTrial(trial);
    }
    let Some((shown, question)) = found else {
        if !study.leaves_out(&phases).is_none() {
            return Results::Waiting(words::left_out(&study, &phases));
        }
        return Results::Waiting(words::waiting(&study, &phases));
    };
    Results::Shown(Box::new(Page::of(diary, &study, &phases, &shown, question).shown()))
}

/// The second layer of what [`results`] gives for the same; `None` where that waits for a phase. It is asked for when it
/// is opened.
pub fn second_layer(diary: &Diary, as_of: NaiveDate, wanted: Wanted<'_>) -> Option<Layer> {
    let study = Study::of(diary, as_of, wanted.counting);
    let phases = study.phases();
    let (shown, _) = chosen(&study, &phases, wanted)?;
    Some(layer::layer(diary, &study, &shown))
}

/// Compares every item of every phase. It takes longer than one comparison, so it is asked for apart.
pub fn all_results(diary: &Diary, as_of: NaiveDate, counting: impl Into<Counting>) -> Table {
    layer::all(diary, &Study::of(diary, as_of, counting).analysis())
}

/// The final answers of the page that [`results`] opens on and of the other questions of its phase, where they have not
/// been kept.
pub fn unkept(diary: &Diary, as_of: NaiveDate) -> Vec<FinalAnswer> {
    let study = Study::of(diary, as_of, Counting::ALL);
    let phases = study.phases();
    let wanted = Wanted::of("", "", Counting::ALL);
    let found = chosen(&study, &phases, wanted);
    let mut unkept = Vec::new();
    for pooled in study.all_pooled() {
        unkept.extend(study.pooled_to_keep(&pooled));
    }
    let Some((shown, question)) = found else {
        return unkept;
    };
    unkept.extend(Page::of(diary, &study, &phases, &shown, question).unkept());
    for other in study.questions(shown.phase).iter().filter(|other| **other != question) {
        let answer = study.answer(shown.phase, &other.item(), other);
        unkept.extend(answer.and_then(|answer| study.to_keep(&answer)));
    }
    unkept
}

/// The trial of one that stands before a comparison that was found: the one that is asked for, or the last one where nothing is.
fn trial_before(
    study: &Study<'_>,
    phases: &[PhaseSummary],
    wanted: Wanted<'_>,
    found: Option<&(Comparison, Question<'_>)>,
) -> Option<String> {
    let mut is_asked = false;
    for phase in phases.iter().filter(|phase| is_shown(study, phase)) {
        is_asked |= phase.index.to_string() == wanted.phase;
    }
    let later = found.filter(|(shown, _)| shown.kind.is_taken() && shown.contrast.status.has_range());
    of_trial::chosen(
        study,
        wanted.phase,
        later.map(|(shown, _)| shown.stretch.from),
        is_asked,
    )
}

/// The comparison that was asked for, or the nearest to it, with the question that it answers.
fn chosen<'a>(study: &Study<'a>, phases: &[PhaseSummary], wanted: Wanted<'_>) -> Option<(Comparison, Question<'a>)> {
    let compared = phases.iter().filter(|phase| is_shown(study, phase));
    let of_phase = |phase: &PhaseSummary| {
        let mut questions = study.questions(phase.index).into_iter();
        let asked = questions.find(|question| question.number.to_string() == wanted.question);
        let question = asked.unwrap_or_else(|| study.question(phase.index));
        let item = |id: &str| phase.items.keys().find(|one| one.as_str() == id);
        let main = question.item();
        let item = item(wanted.item)
            .or_else(|| item(main.as_str()))
            .or(phase.items.keys().next())?;
        Some((study.answer(phase.index, item, &question)?, question))
    };
    let has_range = |phase: &PhaseSummary| of_phase(phase).is_some_and(|(one, _)| one.contrast.status.has_range());
    let asked = compared.clone().find(|one| one.index.to_string() == wanted.phase);
    of_phase(asked.or_else(|| main_phase(compared, has_range))?)
}

/// Whether a phase has anything to show.
fn is_shown(study: &Study<'_>, phase: &PhaseSummary) -> bool {
    study.is_compared(phase.index) && !phase.items.is_empty()
}

/// All that the parts of the page are made of.
struct Page<'a> {
    diary: &'a Diary,
    study: &'a Study<'a>,
    phases: &'a [PhaseSummary],
    shown: &'a Comparison,
    question: Question<'a>,
    /// LDN against whatever else was taken, on the pages of any of them.
    taken: Vec<Comparison>,
}

impl<'a> Page<'a> {
    fn of(
        diary: &'a Diary,
        study: &'a Study<'a>,
        phases: &'a [PhaseSummary],
        shown: &'a Comparison,
        question: Question<'a>,
    ) -> Self {
        Page {
            diary,
            study,
            phases,
            shown,
            question,
            taken: if shown.kind.is_taken() {
                study.ldn_against_taken(&shown.item)
            } else {
                Vec::new()
            },
        }
    }

    fn shown(&self) -> Shown {
        let items = self.phase().into_iter().flat_map(|phase| phase.items.keys());
        Shown {
            phases: self.choices(),
            items: items.map(|item| self.item_choice(item)).collect(),
            phase: self.shown.phase.to_string(),
            item: self.shown.item.to_string(),
            questions: self.questions(),
            question: self.question.number.to_string(),
            card: self.card_said(),
            on_the_day: self.on_the_day(),
            offer: self.offer(),
            windows: words::windows(self.shown, self.diary, &self.reference_name()),
            late: self.phases.iter().map(|phase| phase.late).sum(),
            imported: self.phases.iter().map(|phase| phase.imported).sum(),
            answer: self.answer(),
            others: self.others(),
            against_taken: self.against_taken(),
            unkept: self.unkept(),
            small: self.small(),
            sealed: words::of_trial(self.study),
            published: words::published(&self.shown.item),
        }
    }

    /// The phases that are compared and the trials of one that are unsealed, in the order of their first days.
    fn choices(&self) -> Vec<Choice> {
        let mut choices = Vec::new();
        let mut trials = of_trial::choices(self.study);
        for phase in self.phases.iter().filter(|phase| is_shown(self.study, phase)) {
            while trials.first().is_some_and(|(first, _)| *first < phase.from) {
                choices.push(trials.remove(0).1);
            }
            choices.push(self.phase_choice(phase));
        }
        choices.extend(trials.into_iter().map(|(_, trial)| trial));
        choices
    }

    /// The phase that is shown; it has begun, or there would be no comparison of it.
    fn phase(&self) -> Option<&PhaseSummary> {
        self.phases.iter().find(|phase| phase.index == self.shown.phase)
    }

    fn item_choice(&self, item: &ItemId) -> Choice {
        Choice {
            id: item.to_string(),
            name: names::short_item(item, &self.diary.settings),
        }
    }

    fn phase_choice(&self, phase: &PhaseSummary) -> Choice {
        Choice {
            id: phase.index.to_string(),
            name: phase.name_among(self.phases, dates::full),
        }
    }
}
