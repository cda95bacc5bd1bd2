//! What can be wrong in a form, where it is said, and how.

use chrono::NaiveDate;

use super::FarDose;
use super::pharmacist::USUAL_DOSE;
use crate::diary::{
    Dose, DoseError, LEAST_DAYS, Name, NameError, SettingsError, TreatmentError, TrialPlan, TrialPlanError,
};
use crate::exchange::sealed_order::{CodeError, CodeKind};
use crate::trial_of_one::TrialError;
use crate::words::{Said, card, pharmacist, report, settings, too_long, treatment, trial_problems, visit};

/// The fields beside which something is said, by their ids on the page.
#[allow(missing_docs, reason = "their names say it")]
pub mod field {
    pub const FIRST_DAY: &str = "first-day";
    pub const MEDICINE: &str = "medicine";
    pub const DOSE: &str = "dose";
    pub const DOSE_SINCE: &str = "dose-since";
    pub const STOPPED: &str = "stopped";
    pub const FORM: &str = "form";
    pub const STEPS: &str = "steps";
    pub const ITEM_NAME: &str = "own-item-name";
    pub const BETTER: &str = "own-item-better";
    pub const SIDE_EFFECT_NAME: &str = "own-effect-name";
    pub const MEDICINE_NAME: &str = "medicine-name";
    pub const MEDICINE_UNIT: &str = "medicine-unit";
    pub const REPORT_TO: &str = "report-to";
    pub const REPORT_ITEMS: &str = "report-items";
    pub const PAIRS: &str = "pairs";
    pub const PERIOD_DAYS: &str = "period-days";
    pub const CARD_ITEM: &str = "card-item";
    pub const CARD_WISH: &str = "card-wish";
    pub const CARD_START: &str = "card-start";
    pub const CARD_WHEN: &str = "card-when";
    pub const TRIAL_FACTS: &str = "trial-facts";
    pub const TRIAL_AGREED: &str = "trial-agreed";
    pub const TRIAL_CODE: &str = "trial-code";
    pub const TRIAL_PERIOD: &str = "trial-period";
    pub const TRIAL_LATER: &str = "trial-later";
    pub const GUESS: &str = "guess";
    pub const GUESS_SURE: &str = "guess-sure";
    pub const VISIT_DAY: &str = "visit-day";
    pub const VISIT_TIME: &str = "visit-time";
    pub const VISIT_WITH: &str = "visit-with";
    pub const VISIT_QUESTIONS: [&str; 3] = ["visit-question-1", "visit-question-2", "visit-question-3"];
    pub const VISIT_DECIDED: &str = "visit-decided";
    pub const VISIT_WORDS: &str = "visit-words";
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// No first day was chosen.
    NoDay,
    /// That first day is far away: is it meant?
    Unlikely(NaiveDate),
    /// What has happened can't lie ahead; in this field.
    StillToCome(&'static str),
    /// It was not said when LDN was stopped.
    NoLastDay,
    /// LDN would be stopped before it began.
    StoppedFirst,
    /// A dose or a form was typed, but not since when it was taken.
    NoSince,
    /// The dose would begin after LDN was stopped.
    DoseAfterStop,
    /// A dose would be taken before the first day, or that day is none.
    DoseBeforeStart,
    /// No dose was typed.
    NoDose,
    /// To take nothing is no dose, but another phase.
    DoseOfNone,
    /// The dose can't be read.
    BadDose(DoseError),
    /// That dose is far from the planned one: is it meant?
    FarDose(FarDose),
    /// It was not chosen what is taken.
    NoForm,
    /// A further step, counted from 1, has this problem.
    Step(usize, Box<Problem>),
    /// A further step begins on the first day, or before it.
    StepTooEarly(usize),
    /// It does not fit into the treatment.
    Misfit(TreatmentError),
    /// The name in this field is none.
    BadName(&'static str, NameError),
    /// There is something of this name already, in the words of the diary or the patient's own.
    NameTaken(&'static str, Name),
    /// Something of this name was put away: it can be brought back.
    NamePutAway(&'static str, Name),
    /// Another medicine of this name is counted already.
    MedicineTaken(Name),
    /// It was not chosen which end is better.
    NoBetter,
    /// The name is that of a phase of another kind.
    NoOther,
    /// There is no room for one more of what is named in this field.
    NoRoom(&'static str, SettingsError),
    /// A day of the report was not chosen.
    NoDate,
    /// The report would end before it begins.
    WrongOrder,
    /// Nothing is chosen for the report.
    NoItem,
    /// It was not chosen what matters most.
    NoMainItem,
    /// No place on the line was chosen.
    NoWish,
    /// The place on the line is no better than the average.
    NotBetter,
    /// It was not said when LDN begins.
    NoStart,
    /// No day was chosen for the answer.
    NoWhen,
    /// That day is over, or has begun.
    DayOver,
    /// It lies too far ahead.
    TooFar,
    /// It comes too soon after a dose is begun; this is the first that does not.
    TooSoon(NaiveDate),
    /// The time on LDN ends before it, on this day.
    AfterPhase(NaiveDate),
    /// No dose was typed for a trial.
    NoTrialDose,
    /// The dose of a trial is far above what is taken in a low dose: is it meant?
    LargeTrialDose(Dose),
    /// A trial of nothing.
    TrialOfNone,
    /// It was not chosen what is made for a trial.
    NoTrialForm,
    /// It was not chosen how many pairs a trial has.
    NoPairs,
    /// The days of a period are no whole number.
    NoPeriodDays,
    /// A trial would begin before today.
    TrialDayOver,
    /// There is no such trial.
    NoSuchTrial(TrialPlanError),
    /// The safety facts were not ticked.
    NotRead,
    /// It was not ticked that the prescriber agrees.
    NotAgreed,
    /// No commit code was typed.
    NoCode,
    /// What was typed is no commit code.
    BadCode(CodeError),
    /// The last day of the trial of this code is over.
    TrialOver(NaiveDate),
    /// The trial of this code begins far from today: is it meant?
    FarTrial(NaiveDate),
    /// A trial can't be changed so; said beside this field.
    TrialMisfit(&'static str, TrialError),
    /// It was not chosen which bottle was begun.
    NoPeriod,
    /// It was not chosen whether later bottles move too.
    NoLater,
    /// No day of a change of a trial was chosen.
    NoTrialDay,
    /// It was not chosen what a bottle held.
    NoGuess,
    /// It was not chosen how sure that is.
    NotSure,
    /// No day was chosen for a visit.
    NoVisitDay,
    /// A visit would lie before today.
    VisitOver,
    /// What was typed is no time of day.
    BadTime,
    /// The text in this field has so many characters, more than these.
    TooLong(&'static str, usize, usize),
    /// It was not chosen what was decided at a visit.
    NoDecision,
    /// It was decided otherwise, and not said how.
    NoDecisionWords,
}

impl Problem {
    /// The field beside which it is said.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::NoDay
            | Self::NoSince
            | Self::Unlikely(_)
            | Self::Misfit(_)
            | Self::TrialDayOver
            | Self::NoTrialDay
            | Self::NoSuchTrial(TrialPlanError::FirstDay(_)) => field::FIRST_DAY,
            Self::StillToCome(field)
            | Self::BadName(field, _)
            | Self::NameTaken(field, _)
            | Self::NamePutAway(field, _)
            | Self::TrialMisfit(field, _)
            | Self::TooLong(field, _, _)
            | Self::NoRoom(field, _) => field,
            Self::MedicineTaken(_) => field::MEDICINE_NAME,
            Self::NoLastDay | Self::StoppedFirst => field::STOPPED,
            Self::DoseBeforeStart | Self::DoseAfterStop => field::DOSE_SINCE,
            Self::NoDose
            | Self::DoseOfNone
            | Self::BadDose(_)
            | Self::FarDose(_)
            | Self::NoTrialDose
            | Self::LargeTrialDose(_)
            | Self::TrialOfNone => field::DOSE,
            Self::NoForm | Self::NoTrialForm => field::FORM,
            Self::NoPairs | Self::NoSuchTrial(TrialPlanError::Pairs(_)) => field::PAIRS,
            Self::NotRead => field::TRIAL_FACTS,
            Self::NotAgreed => field::TRIAL_AGREED,
            Self::NoCode | Self::BadCode(_) | Self::TrialOver(_) | Self::FarTrial(_) => field::TRIAL_CODE,
            Self::NoPeriod => field::TRIAL_PERIOD,
            Self::NoLater => field::TRIAL_LATER,
            Self::NoGuess => field::GUESS,
            Self::NotSure => field::GUESS_SURE,
            Self::NoVisitDay | Self::VisitOver => field::VISIT_DAY,
            Self::BadTime => field::VISIT_TIME,
            Self::NoDecision => field::VISIT_DECIDED,
            Self::NoDecisionWords => field::VISIT_WORDS,
            Self::NoPeriodDays | Self::NoSuchTrial(TrialPlanError::PeriodDays(_)) => field::PERIOD_DAYS,
            Self::Step(..) | Self::StepTooEarly(_) => field::STEPS,
            Self::NoOther => field::MEDICINE,
            Self::NoBetter => field::BETTER,
            Self::NoDate | Self::WrongOrder => field::REPORT_TO,
            Self::NoItem => field::REPORT_ITEMS,
            Self::NoMainItem => field::CARD_ITEM,
            Self::NoWish | Self::NotBetter => field::CARD_WISH,
            Self::NoStart => field::CARD_START,
            Self::NoWhen | Self::DayOver | Self::TooFar | Self::TooSoon(_) | Self::AfterPhase(_) => field::CARD_WHEN,
        }
    }
}

impl Said for Problem {
    fn said(&self) -> String {
        let words = match self {
            Self::BadDose(why) => return why.said(),
            Self::Misfit(why) => return why.said(),
            Self::BadName(_, why) => return why.said(),
            Self::NameTaken(_, name) => return settings::name_taken(name.as_str()),
            Self::NamePutAway(_, name) => return settings::name_put_away(name.as_str()),
            Self::NoRoom(_, why) => return why.said(),
            Self::MedicineTaken(name) => return settings::medicine_taken(name.as_str()),
            Self::NoSuchTrial(why) => return why.said(),
            Self::BadCode(why) => return (CodeKind::Commit, *why).said(),
            Self::TrialMisfit(_, why) => return why.said(),
            Self::TooLong(_, characters, most) => return too_long(*characters, *most),
            Self::TrialOver(last) => return trial_problems::over(*last),
            Self::NoPeriodDays => return pharmacist::no_period_days(TrialPlan::LEAST_DAYS, TrialPlan::MOST_DAYS),
            Self::Step(number, why) if **why == Self::NoDay => return treatment::step_without_day(*number),
            Self::Step(number, why) => return treatment::step_problem(*number, &why.said()),
            Self::TooSoon(first) => return card::day_too_soon(*first, LEAST_DAYS),
            Self::AfterPhase(last) => return card::day_after_phase(*last),
            Self::StepTooEarly(number) => return treatment::step_too_early(*number),
            Self::FarDose(far) => return treatment::far_dose(&far.said()),
            Self::Unlikely(day) | Self::FarTrial(day) => return treatment::unlikely_day(*day),
            Self::StillToCome(_) => treatment::still_to_come(),
            Self::NoLastDay => treatment::no_last_day(),
            Self::StoppedFirst => treatment::stopped_first(),
            Self::DoseBeforeStart => treatment::dose_before_start(),
            Self::NoSince => treatment::no_since(),
            Self::DoseAfterStop => treatment::dose_after_stop(),
            Self::NoDay => treatment::choose_day(),
            Self::NoDose => treatment::no_dose(),
            Self::DoseOfNone => treatment::dose_of_none(),
            Self::NoForm => treatment::choose_form(),
            Self::NoOther => treatment::no_other_medicine(),
            Self::NoBetter => settings::choose_better(),
            Self::NoDate => report::no_date(),
            Self::WrongOrder => report::wrong_order(),
            Self::NoItem => report::no_item(),
            Self::NoMainItem => card::no_item(),
            Self::NoWish => card::no_wish(),
            Self::NotBetter => card::not_better(),
            Self::NoStart => card::no_start(),
            Self::NoWhen => card::no_when(),
            Self::DayOver => card::day_over(),
            Self::TooFar => card::day_too_far(),
            Self::LargeTrialDose(dose) => return pharmacist::large_dose(&dose.to_string(), &USUAL_DOSE.to_string()),
            Self::NoTrialDose => pharmacist::no_dose(),
            Self::TrialOfNone => pharmacist::no_naltrexone(),
            Self::NoTrialForm => pharmacist::no_form(),
            Self::NoPairs => pharmacist::no_pairs(),
            Self::TrialDayOver => pharmacist::day_over(),
            Self::NotRead => trial_problems::not_read(),
            Self::NotAgreed => trial_problems::not_agreed(),
            Self::NoCode => trial_problems::no_code(),
            Self::NoPeriod => trial_problems::no_period(),
            Self::NoLater => trial_problems::no_later(),
            Self::NoTrialDay => trial_problems::no_day(),
            Self::NoGuess => trial_problems::no_guess(),
            Self::NotSure => trial_problems::not_sure(),
            Self::NoVisitDay => visit::no_day(),
            Self::VisitOver => visit::day_over(),
            Self::BadTime => visit::bad_time(),
            Self::NoDecision => visit::no_decision(),
            Self::NoDecisionWords => visit::no_words(),
        };
        words.to_owned()
    }
}
