//! The order of a trial of one, drawn and sealed by a pharmacist, and opened by the patient at its end (T1, T4).
//!
//! A **commit code** goes to the patient: what the trial is to be, and the beginning of a SHA-256 over the order and a random
//! salt. A **reveal code** stays in an envelope: the order and the salt. From the one nobody finds the other; from both
//! anybody can check that the order was fixed before the trial began. docs/trial-of-one.md says how, by a command.
//!
//! Nothing here draws a random number or reads a clock: both are given.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use sha2::{Digest, Sha256};

use self::code::{BITS, read, written};
use crate::diary::{Arm, DayEnd, Dose, Form, Order, Revealed, Seal, TrialCode, TrialOfOne, TrialPlan, diary_day, hex};

pub use self::code::{CodeError, CodeKind};

mod code;

/// How many random bytes one drawing uses up: the first for the order, the rest are the salt.
pub const RANDOM_BYTES: usize = 1 + SALT_BYTES;
const SALT_BYTES: usize = 17;

/// Bits of the commit code that say what the trial is to be; the rest are the beginning of the hash.
const PLAN_BITS: usize = 2 + 2 + 6 + 16;
/// Bits of the hash in the commit code.
///
/// Who wants the order out of the commit code has to guess 136 bits of salt, and since the hash is cut to fewer bits than
/// that, thousands of salts fit each order: the code alone favours none, whatever is computed. Who wants to open a commit
/// code that is out already as another order needs 2^114 tries.
pub const HASH_BITS: usize = BITS - PLAN_BITS;

/// A drawn order with its salt: what the pharmacist has, and the patient's device never before the reveal.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedOrder {
    plan: TrialPlan,
    order: Order,
    salt: [u8; SALT_BYTES],
}

/// What a commit code says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// What the trial is to be.
    pub plan: TrialPlan,
    /// The code in the one way to write it.
    pub code: TrialCode,
}

/// Why a reveal code opens nothing. The trial stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevealError {
    /// It is no reveal code: mistyped, mostly.
    Code(CodeError),
    /// It is the reveal code of another trial.
    OtherTrial,
    /// This trial is open already.
    Revealed,
}

impl From<CodeError> for RevealError {
    fn from(error: CodeError) -> Self {
        RevealError::Code(error)
    }
}

/// Draws the order within each pair, and the salt, from random bytes of a generator for cryptography. Each order is as
/// likely as any other: a bit for a pair.
///
/// # Panics
/// Never: a plan has as many pairs as an order can have.
pub fn draw(random: &[u8; RANDOM_BYTES], plan: TrialPlan) -> SealedOrder {
    let [coins, salt @ ..] = *random;
    let arm = |pair: u8| if coins >> pair & 1 == 1 { Arm::Ldn } else { Arm::Placebo };
    let first = (0..plan.pairs()).map(arm).collect();
    SealedOrder {
        plan,
        order: Order::new(first).expect("a plan has as many pairs as an order"),
        salt,
    }
}

impl SealedOrder {
    /// What was planned.
    pub fn plan(&self) -> TrialPlan {
        self.plan
    }

    /// What was drawn.
    pub fn order(&self) -> &Order {
        &self.order
    }

    /// The text that is hashed, with a line break at the end of each line.
    pub fn text(&self) -> String {
        let plan = self.plan;
        [
            "ldn-diary trial of one, version 1\n",
            &format!("pairs={}\n", plan.pairs()),
            &format!("period_days={}\n", plan.period_days()),
            &format!("first_day={}\n", plan.first_day()),
            &format!("order={}\n", self.order.text()),
            &format!("salt={}\n", hex(&self.salt)),
        ]
        .concat()
    }

    /// The SHA-256 of the text.
    pub fn hash(&self) -> Seal {
        Seal(Sha256::digest(self.text()).into())
    }

    /// What the patient types to begin.
    ///
    /// # Panics
    /// Never: a code is made of letters that a code may have.
    pub fn commit_code(&self) -> TrialCode {
        let mut bits = Bits::default();
        bits.push(0, 2);
        bits.push(u32::from(self.plan.pairs() - TrialPlan::LEAST_PAIRS), 2);
        bits.push(u32::from(self.plan.period_days() - TrialPlan::LEAST_DAYS), 6);
        let first = (self.plan.first_day() - TrialPlan::EPOCH).num_days();
        bits.push(u32::try_from(first).expect("a plan is within codes"), 16);
        for byte in self.hash().0 {
            bits.push(u32::from(byte), 8);
        }
        bits.code(CodeKind::Commit)
    }

    /// What the envelope holds.
    ///
    /// # Panics
    /// Never: a code is made of letters that a code may have.
    pub fn reveal_code(&self) -> TrialCode {
        let mut bits = Bits::default();
        for pair in 0..usize::from(TrialPlan::MOST_PAIRS) {
            let first = self.order.first().get(pair);
            bits.push(u32::from(first == Some(&Arm::Ldn)), 1);
        }
        for byte in self.salt {
            bits.push(u32::from(byte), 8);
        }
        bits.code(CodeKind::Reveal)
    }

    /// The bottles, in the order in which they are taken. What a bottle holds is for the pharmacist's list alone.
    pub fn bottles(&self) -> Vec<Bottle> {
        let mut bottles = Vec::new();
        for number in 1..=self.plan.periods() {
            let until = self.plan.first_of(number + 1);
            bottles.push(Bottle {
                number,
                of: self.plan.periods(),
                from: self.plan.first_of(number),
                to: until.checked_sub_days(Days::new(1)).unwrap_or(until),
                doses: self.plan.period_days(),
            });
        }
        bottles
    }

    /// The pharmacist's list: each bottle with what it holds.
    pub fn list(&self) -> Vec<(Bottle, Arm)> {
        let filled = |bottle: Bottle| self.order.arm(bottle.number).map(|arm| (bottle, arm));
        self.bottles().into_iter().filter_map(filled).collect()
    }

    /// The patient's sheet: nothing of the order is in it.
    pub fn sheet(&self, dose: Dose, form: Form) -> Sheet {
        Sheet {
            plan: self.plan,
            dose,
            form,
            commit: self.commit_code(),
            bottles: self.bottles(),
        }
    }
}

/// What stands on the label of a bottle, which is the same whatever it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bottle {
    /// Its number, from 1.
    pub number: u8,
    /// How many there are.
    pub of: u8,
    /// The first day on which it is taken from.
    pub from: NaiveDate,
    /// The last one.
    pub to: NaiveDate,
    /// How many doses it holds: one a day.
    pub doses: u8,
}

/// What the patient takes home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What is planned.
    pub plan: TrialPlan,
    /// The dose of LDN on the labels.
    pub dose: Dose,
    /// What is taken.
    pub form: Form,
    /// What is typed to begin.
    pub commit: TrialCode,
    /// The bottles with their days.
    pub bottles: Vec<Bottle>,
}

/// Reads a commit code as it is typed.
///
/// # Errors
/// [`CodeError`] where it is none.
pub fn commit(text: &str) -> Result<Commit, CodeError> {
    let bits = read(CodeKind::Commit, text)?;
    let number = |from: usize, count: usize| {
        let bits = &bits[from..from + count];
        bits.iter().fold(0_u32, |number, bit| 2 * number + u32::from(*bit))
    };
    let first_day = TrialPlan::EPOCH.checked_add_days(Days::new(number(10, 16).into()));
    let plan = first_day.and_then(|first_day| {
        let pairs = i64::from(number(2, 2)) + i64::from(TrialPlan::LEAST_PAIRS);
        let days = i64::from(number(4, 6)) + i64::from(TrialPlan::LEAST_DAYS);
        TrialPlan::new(pairs, days, first_day).ok()
    });
    // The first two bits are the version.
    let plan = plan.filter(|_| number(0, 2) == 0).ok_or(CodeError::NoTrial)?;
    let code = TrialCode::new(&written(CodeKind::Commit, &bits)).ok_or(CodeError::NoTrial)?;
    Ok(Commit { plan, code })
}

/// Opens a trial by a reveal code as it is typed, at an instant. Before its last day is over it is allowed, and marked.
///
/// # Errors
/// [`RevealError`]: nothing has changed then.
pub fn open(
    trial: &TrialOfOne,
    text: &str,
    at: DateTime<FixedOffset>,
    day_ends: DayEnd,
) -> Result<Revealed, RevealError> {
    if trial.revealed.is_some() {
        return Err(RevealError::Revealed);
    }
    let sealed = sealed_order(trial.plan, text)?;
    if sealed.commit_code() != trial.commit {
        return Err(RevealError::OtherTrial);
    }
    let today = diary_day(at, day_ends);
    // On its last day a bottle is still to be taken, and a day to be rated.
    let is_over = trial.ends <= today;
    Ok(Revealed {
        at,
        code: sealed.reveal_code(),
        order: sealed.order,
        early: (!is_over).then_some(today),
    })
}

/// Whether the order of a trial that was opened is that of its reveal code, and that fits its commit code. A file can be
/// changed by hand. A trial that is sealed fits.
pub fn fits(trial: &TrialOfOne) -> bool {
    let Some(revealed) = &trial.revealed else {
        return true;
    };
    let sealed = sealed_order(trial.plan, revealed.code.as_str());
    sealed.is_ok_and(|sealed| sealed.commit_code() == trial.commit && sealed.order == revealed.order)
}

/// What a reveal code says of a trial of this plan.
fn sealed_order(plan: TrialPlan, text: &str) -> Result<SealedOrder, CodeError> {
    let bits = read(CodeKind::Reveal, text)?;
    let (coins, salted) = bits.split_at(usize::from(TrialPlan::MOST_PAIRS));
    let pairs = usize::from(plan.pairs());
    let first = coins[..pairs]
        .iter()
        .map(|ldn| if *ldn { Arm::Ldn } else { Arm::Placebo });
    let order = Order::new(first.collect()).ok_or(CodeError::NoTrial)?;
    let mut salt = [0; SALT_BYTES];
    for (byte, bits) in salt.iter_mut().zip(salted.chunks(8)) {
        *byte = bits.iter().fold(0, |byte, bit| byte << 1 | u8::from(*bit));
    }
    Ok(SealedOrder { plan, order, salt })
}

/// Bits one after the other.
#[derive(Default)]
struct Bits(Vec<bool>);

impl Bits {
    /// The last `count` bits of a number, the highest first.
    fn push(&mut self, number: u32, count: u32) {
        for bit in (0..count).rev() {
            self.0.push(number >> bit & 1 == 1);
        }
    }

    /// The first of them as a code.
    fn code(self, kind: CodeKind) -> TrialCode {
        let bits: [bool; BITS] = std::array::from_fn(|place| self.0.get(place).copied().unwrap_or_default());
        TrialCode::new(&written(kind, &bits)).expect("letters and hyphens")
    }
}
