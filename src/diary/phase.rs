//! A span of days under one condition, and the planned doses.

use chrono::NaiveDate;

use super::dose::Dose;
use super::name::Name;
use super::unknown::Unknown;

/// The condition of a phase.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PhaseKind {
    /// Before anything is taken.
    Baseline,
    /// Low-dose naltrexone is taken.
    Ldn,
    /// A placebo is taken.
    Placebo,
    /// Another medicine is taken, of this name, to compare LDN with it (P7). Two medicines are two kinds.
    Comparator(Name),
    /// A period of a trial of one: LDN or placebo, and nobody here knows which. Two periods are two kinds.
    Blinded(Period),
    /// After stopping: nothing is taken.
    Washout,
}

/// Which period of a trial of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// Its number, from 1.
    pub number: u8,
    /// How many the trial has by its plan.
    pub of: u8,
}

impl PhaseKind {
    /// Those that need no name.
    pub const UNNAMED: [PhaseKind; 4] = [
        PhaseKind::Baseline,
        PhaseKind::Ldn,
        PhaseKind::Placebo,
        PhaseKind::Washout,
    ];

    /// The id in files of one that needs a name.
    pub const COMPARATOR: &str = "comparator";

    /// The id in files of a sealed period. Its number stands beside it.
    pub const BLINDED: &str = "blinded";

    /// Its name in files. That of another medicine stands beside it.
    pub const fn id(&self) -> &'static str {
        match self {
            PhaseKind::Baseline => "baseline",
            PhaseKind::Ldn => "ldn",
            PhaseKind::Placebo => "placebo",
            PhaseKind::Comparator(_) => Self::COMPARATOR,
            PhaseKind::Blinded(_) => Self::BLINDED,
            PhaseKind::Washout => "washout",
        }
    }

    /// The kind with this name in files, where it needs no other.
    pub fn from_id(id: &str) -> Option<PhaseKind> {
        Self::UNNAMED.into_iter().find(|kind| kind.id() == id)
    }

    /// Whether something is taken in it: LDN, placebo, another medicine, or what is sealed.
    pub const fn is_taken(&self) -> bool {
        match self {
            PhaseKind::Ldn | PhaseKind::Placebo | PhaseKind::Comparator(_) | PhaseKind::Blinded(_) => true,
            PhaseKind::Baseline | PhaseKind::Washout => false,
        }
    }

    /// Whether it is a sealed period of a trial of one.
    pub const fn is_blinded(&self) -> bool {
        matches!(self, PhaseKind::Blinded(_))
    }

    /// The name of another medicine.
    pub const fn medicine(&self) -> Option<&Name> {
        match self {
            PhaseKind::Comparator(medicine) => Some(medicine),
            _ => None,
        }
    }
}

/// The form in which something is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A capsule.
    Capsule,
    /// A tablet.
    Tablet,
    /// A liquid that is swallowed.
    Liquid,
    /// Drops under the tongue.
    Drops,
    /// A cream.
    Cream,
    /// An injection.
    Injection,
    /// Anything else.
    Other,
}

impl Form {
    /// All of them.
    pub const ALL: [Form; 7] = [
        Form::Capsule,
        Form::Tablet,
        Form::Liquid,
        Form::Drops,
        Form::Cream,
        Form::Injection,
        Form::Other,
    ];

    /// Its name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Form::Capsule => "capsule",
            Form::Tablet => "tablet",
            Form::Liquid => "liquid",
            Form::Drops => "drops",
            Form::Cream => "cream",
            Form::Injection => "injection",
            Form::Other => "other",
        }
    }

    /// The form with this name in files.
    pub fn from_id(id: &str) -> Option<Form> {
        Self::ALL.into_iter().find(|form| form.id() == id)
    }
}

/// A phase begins on a day and runs until the day before the next one begins (P1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// The condition.
    pub kind: PhaseKind,
    /// Its first day.
    pub from: NaiveDate,
    /// What is taken, if it was said.
    pub form: Option<Form>,
    /// Whether the patient named it, or its first day: a baseline that opened itself gives way to what is said of its days
    /// later (P1). Kept for a baseline alone.
    pub said: bool,
    /// Whether of its first day only the month was said: the 1st stands for it.
    pub by_month: bool,
    /// Whether it is a period of a trial of one, sealed or opened: it stays as the trial has it.
    pub of_trial: bool,
    /// Doses that were planned in it for days after its end, by first day: planned for no day, unless it runs on (P6).
    pub unreached: Vec<DoseStep>,
    /// Fields of another version.
    pub unknown: Unknown,
}

impl Phase {
    /// A phase of which nothing more is known.
    pub fn new(kind: PhaseKind, from: NaiveDate, form: Option<Form>) -> Phase {
        Phase {
            kind,
            from,
            form,
            said: false,
            by_month: false,
            of_trial: false,
            unreached: Vec::new(),
            unknown: Unknown::default(),
        }
    }

    /// Whether doses of LDN are planned in it.
    pub fn has_doses(&self) -> bool {
        self.kind == PhaseKind::Ldn
    }
}

/// A planned dose from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoseStep {
    /// The first day on which it is planned.
    pub from: NaiveDate,
    /// The dose of one day.
    pub dose: Dose,
    /// Fields of another version.
    pub unknown: Unknown,
}

impl DoseStep {
    /// Puts it among others, by first day, in place of one of the same day.
    pub fn put(self, steps: &mut Vec<DoseStep>) {
        match steps.binary_search_by_key(&self.from, |step| step.from) {
            Ok(place) => steps[place] = self,
            Err(place) => steps.insert(place, self),
        }
    }

    /// A step of which nothing more is known.
    pub fn new(from: NaiveDate, dose: Dose) -> DoseStep {
        DoseStep {
            from,
            dose,
            unknown: Unknown::default(),
        }
    }
}

/// A phase with both of its ends, as seen on some day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhaseSpan<'a> {
    /// Its place among all phases, from 0.
    pub index: usize,
    /// The phase.
    pub phase: &'a Phase,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day, inclusive.
    pub to: NaiveDate,
}

impl PhaseSpan<'_> {
    /// The number of calendar days, both ends counted.
    pub fn days(&self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// Whether the date lies in it.
    pub fn contains(&self, date: NaiveDate) -> bool {
        (self.from..=self.to).contains(&date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // F1: baseline, ldn, placebo, washout; comparator, with its name beside it.
    #[test]
    fn ids_are_those_of_the_file_format() {
        assert_eq!(
            PhaseKind::UNNAMED.each_ref().map(PhaseKind::id),
            ["baseline", "ldn", "placebo", "washout"]
        );
        assert_eq!(PhaseKind::from_id("comparator"), None);
        assert_eq!(
            Form::ALL.map(Form::id),
            ["capsule", "tablet", "liquid", "drops", "cream", "injection", "other"]
        );
        assert!(
            PhaseKind::UNNAMED
                .into_iter()
                .all(|kind| PhaseKind::from_id(kind.id()) == Some(kind))
        );
        assert!(Form::ALL.into_iter().all(|form| Form::from_id(form.id()) == Some(form)));
        assert_eq!(PhaseKind::from_id("LDN"), None);
    }

    #[test]
    fn a_span_counts_both_of_its_ends() {
        let from = NaiveDate::from_ymd_opt(2028, 2, 28).unwrap();
        let to = NaiveDate::from_ymd_opt(2028, 3, 1).unwrap();
        let phase = Phase::new(PhaseKind::Baseline, from, None);
        let span = PhaseSpan {
            index: 0,
            phase: &phase,
            from,
            to,
        };
        assert_eq!(span.days(), 3);
        assert!(span.contains(to) && !span.contains(to.succ_opt().unwrap()));
    }
}
