//! What the patient chooses for the report.

use chrono::{Days, NaiveDate};

use super::Problem;
use crate::diary::{Diary, FIRST_DATE, ItemId, iso};
use crate::papers::{Request, is_first, rated_items};
use crate::report::Paper;

/// Which days are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// All of them.
    Whole,
    /// The last 28.
    FourWeeks,
    /// The last 84.
    TwelveWeeks,
    /// Those that are chosen.
    Chosen,
    /// All of a diary that has stopped, without the time after it.
    UpToLast,
}

/// The form as it stands on the screen. Nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// Which days are shown.
    pub span: Span,
    /// The items that can be shown, each with whether it is.
    pub items: Vec<(ItemId, bool)>,
    /// All else that is chosen, with the days as they are typed.
    pub request: Request,
    /// The last day that is looked at, whatever is chosen.
    pub as_of: NaiveDate,
    /// The day of the last entry, where that is long ago.
    pub stopped: Option<NaiveDate>,
}

impl Span {
    /// In the order in which they are offered.
    pub const ALL: [Span; 5] = [
        Span::Whole,
        Span::FourWeeks,
        Span::TwelveWeeks,
        Span::Chosen,
        Span::UpToLast,
    ];
}

impl Typed {
    /// As it stands before the patient has chosen anything.
    pub fn of(diary: &Diary, today: NaiveDate, paper: Paper) -> Typed {
        let (as_of, stopped) = (diary.as_of(today), diary.stopped_on(today));
        let items = rated_items(diary).into_iter();
        Typed {
            span: if stopped.is_some() { Span::UpToLast } else { Span::Whole },
            items: items.map(|item| (item.clone(), is_first(&item))).collect(),
            request: Request {
                from: diary.first_day().unwrap_or(as_of).to_string(),
                to: stopped.unwrap_or(as_of).to_string(),
                made_on: today.to_string(),
                items: Vec::new(),
                every_day: true,
                notes: false,
                name: String::new(),
                paper,
                late_days: true,
                imported_days: true,
                about_me: false,
                visits: true,
            },
            as_of,
            stopped,
        }
    }

    /// The spans that are offered: the last one is of use only to a diary that stopped.
    pub fn spans(&self) -> &'static [Span] {
        &Span::ALL[..Span::ALL.len() - usize::from(self.stopped.is_none())]
    }

    /// The items that are chosen.
    pub fn chosen(&self) -> impl Iterator<Item = &ItemId> {
        self.items.iter().filter(|(_, on)| *on).map(|(item, _)| item)
    }

    /// What is asked for.
    ///
    /// # Errors
    /// Every [`Problem`].
    pub fn read(&self) -> Result<Request, Vec<Problem>> {
        let no_item = self.chosen().next().is_none().then_some(Problem::NoItem);
        match (self.days(), no_item) {
            (Ok((from, to)), None) => Ok(Request {
                from: from.to_string(),
                to: to.to_string(),
                items: self.chosen().map(ItemId::to_string).collect(),
                ..self.request.clone()
            }),
            (days, no_item) => Err(days.err().into_iter().chain(no_item).collect()),
        }
    }

    /// The first and the last day.
    fn days(&self) -> Result<(NaiveDate, NaiveDate), Problem> {
        let last = |days: u64| self.as_of.checked_sub_days(Days::new(days - 1)).unwrap_or(FIRST_DATE);
        match self.span {
            Span::Whole => Ok((FIRST_DATE, self.as_of)),
            Span::FourWeeks => Ok((last(28), self.as_of)),
            Span::TwelveWeeks => Ok((last(84), self.as_of)),
            Span::UpToLast => Ok((FIRST_DATE, self.stopped.unwrap_or(self.as_of))),
            Span::Chosen => match (iso::date(&self.request.from), iso::date(&self.request.to)) {
                (Some(from), Some(to)) if from > to => Err(Problem::WrongOrder),
                (Some(from), Some(to)) => Ok((from, to)),
                _ => Err(Problem::NoDate),
            },
        }
    }
}

/// US Letter where a browser of this language stands in a country that prints on it; else A4.
pub fn usual_paper(language: &str) -> Paper {
    let is_american = ["US", "CA", "MX", "PH", "CL", "CO"]
        .iter()
        .any(|land| language.ends_with(land));
    if is_american { Paper::Letter } else { Paper::A4 }
}
