//! The naltrexone card (R3): that an opioid blocker is taken, how much, since when, who prescribes it. As large as a bank card,
//! and as a picture for the lock screen of a phone.

use chrono::NaiveDate;

use crate::about_me::AboutMe;
use crate::diary::{Diary, Name, PhaseKind};
use crate::picture::{Anchor, Picture, Shape};
use crate::trial_of_one::TrialsOfOne;
use crate::words::{Said, dates, names, wallet_card as words};

/// Why there is no card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCard {
    /// By the diary neither LDN nor what may be LDN is taken.
    NotTaken,
}

impl Said for NoCard {
    fn said(&self) -> String {
        words::not_taken().to_owned()
    }
}

/// What stands on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalletCard {
    /// In large letters: what is taken.
    pub main: String,
    /// How much, and since when.
    pub dose: String,
    /// What that means for others.
    pub opioids: &'static str,
    /// Name, prescriber, pharmacy: those that were said.
    pub lines: Vec<String>,
    /// When and of what it was made.
    pub made: String,
}

/// As large as a bank card (ISO/IEC 7810 ID-1), in millimetres.
pub const CARD: (f64, f64) = (85.6, 53.98);

/// A tall phone, in millimetres.
pub const SCREEN: (f64, f64) = (90.0, 195.0);

impl WalletCard {
    /// The card of a diary on a day.
    ///
    /// # Errors
    /// [`NoCard`].
    pub fn of(diary: &Diary, today: NaiveDate) -> Result<WalletCard, NoCard> {
        let treatment = &diary.treatment;
        let (_, phase) = treatment.phase_on(today).ok_or(NoCard::NotTaken)?;
        let (main, dose) = match phase.kind {
            PhaseKind::Ldn => {
                let since = names::first_day(phase, dates::short);
                let dose = treatment.planned_dose(today).map(|dose| dose.to_string());
                let dose = dose.map(|dose| match phase.form {
                    Some(form) => words::dose_with_form(&dose, names::form_within(form), &since),
                    None => words::dose(&dose, &since),
                });
                (words::blocks(), dose)
            }
            PhaseKind::Blinded(_) => {
                let trial = treatment.trial_on(today);
                let dose = trial.map(|trial| {
                    let since = dates::short(trial.first_day());
                    words::dose_or_placebo_since(&trial.dose.to_string(), &since)
                });
                (words::blinded(), dose)
            }
            _ => return Err(NoCard::NotTaken),
        };
        let about = AboutMe::of(&diary.rest);
        let mut lines = Vec::new();
        let mut line = |name: Option<Name>, say: fn(&str) -> String| lines.extend(name.map(|name| say(name.as_str())));
        line(about.name, words::name);
        line(about.prescriber, words::prescriber);
        line(about.telephone, words::telephone);
        line(about.pharmacy, words::pharmacy);
        Ok(WalletCard {
            main: main.to_owned(),
            dose: dose.unwrap_or_default(),
            opioids: words::opioids(),
            lines,
            made: words::made(today),
        })
    }

    /// What to do with the sheet that it stands on.
    pub fn note() -> &'static str {
        words::cut()
    }

    /// All that stands on it, line by line.
    pub fn texts(&self) -> Vec<&str> {
        let mut all = vec![words::title(), self.main.as_str()];
        all.extend(
            [self.dose.as_str(), self.opioids]
                .iter()
                .filter(|text| !text.is_empty()),
        );
        all.extend(self.lines.iter().map(String::as_str));
        all.push(&self.made);
        all
    }

    /// The card, to be cut out. Its letters are those of the PDF file.
    pub fn card(&self) -> Picture {
        let form = Form {
            size: CARD,
            top: 0.0,
            margin: 4.0,
            band: 11.0,
            letters: [6.4, 4.2, 3.7, 3.1, 2.1],
            widths: [0.51, 0.56],
        };
        self.drawn(&form)
    }

    /// The same for a lock screen: below the clock, and with nothing where buttons lie. Any font may draw it.
    pub fn screen(&self) -> Picture {
        let form = Form {
            size: SCREEN,
            top: SCREEN.1 * 0.34,
            margin: 6.0,
            band: 15.0,
            letters: [8.6, 5.4, 4.8, 4.2, 2.8],
            widths: [0.57, 0.64],
        };
        self.drawn(&form)
    }

    /// As large as there is room: long names make all of it smaller, and nothing is cut off.
    fn drawn(&self, form: &Form) -> Picture {
        let mut share = 1.0;
        loop {
            let column = self.column(form, share);
            // The lowest tenth of a screen is the phone's.
            let room = form.size.1 * if form.top > 0.0 { 0.9 } else { 1.0 } - form.margin / 2.0;
            if column.y <= room || share < 0.5 {
                return column.picture(self);
            }
            share -= 0.04;
        }
    }

    fn column<'f>(&self, form: &'f Form, share: f64) -> Column<'f> {
        let [title, main, dose, plain, made] = form.letters;
        let mut column = Column {
            form,
            shapes: Vec::new(),
            y: form.top,
        };
        column.band(words::title(), title);
        column.text(&self.main, main * share, true);
        column.text(&self.dose, dose * share, true);
        column.text(self.opioids, plain * share, false);
        for line in &self.lines {
            column.text(line, plain * share, false);
        }
        column.text(&self.made, made * share, false);
        column
    }
}

/// How a card is laid out, in millimetres.
struct Form {
    size: (f64, f64),
    /// Where it begins.
    top: f64,
    margin: f64,
    /// The height of the black band.
    band: f64,
    /// The sizes of the letters: of the title, what is taken, the dose, all else, and when it was made.
    letters: [f64; 5],
    /// How wide letters are on the mean, as a share of their size, light and strong: rather too much, so that nothing is cut off.
    widths: [f64; 2],
}

/// Texts below each other.
struct Column<'f> {
    form: &'f Form,
    shapes: Vec<Shape>,
    y: f64,
}

impl Column<'_> {
    /// White letters on black, from edge to edge.
    fn band(&mut self, text: &str, size: f64) {
        let height = self.form.band;
        self.shapes.push(Shape::Ground {
            at: (0.0, self.y),
            size: (self.form.size.0, height),
            ink: 0,
        });
        let baseline = self.y + height / 2.0 + size * 0.36;
        self.line(text, size, (true, 100), baseline);
        self.y += height + self.form.margin * 0.4;
    }

    /// A paragraph in as many lines as it needs.
    fn text(&mut self, text: &str, size: f64, strong: bool) {
        let room = self.form.size.0 - 2.0 * self.form.margin;
        for line in lines(text, room / (size * self.form.widths[usize::from(strong)])) {
            self.line(&line, size, (strong, 0), self.y + size);
            self.y += size * 1.22;
        }
        if !text.is_empty() {
            self.y += size * 0.3;
        }
    }

    fn line(&mut self, text: &str, size: f64, (strong, ink): (bool, u8), baseline: f64) {
        self.shapes.push(Shape::Text {
            at: (self.form.margin, baseline),
            anchor: Anchor::Start,
            size,
            strong,
            ink,
            text: text.to_owned(),
        });
    }

    fn picture(self, card: &WalletCard) -> Picture {
        let (width, height) = self.form.size;
        Picture {
            width,
            height,
            shapes: self.shapes,
            plots: Vec::new(),
            words: words::words(&card.texts().join(" ")),
        }
    }
}

/// Breaks a text between words into lines of at most so many letters; a longer word is broken too.
fn lines(text: &str, letters: f64) -> Vec<String> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a line of a card"
    )]
    let most = letters.max(8.0) as usize;
    let mut lines: Vec<String> = Vec::new();
    let mut length = most;
    for word in text.split_whitespace() {
        let signs: Vec<char> = word.chars().collect();
        for piece in signs.chunks(most) {
            if length + 1 + piece.len() > most {
                lines.push(String::new());
                length = 0;
            }
            let Some(line) = lines.last_mut() else { continue };
            if !line.is_empty() {
                line.push(' ');
                length += 1;
            }
            line.extend(piece);
            length += piece.len();
        }
    }
    lines
}
