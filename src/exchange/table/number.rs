//! Numbers of a table, exactly: thousandths, so that no fraction of two is anywhere.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::diary::in_common_digits;

/// A number with at most three decimals, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Number(i64);

/// The most digits before the decimal mark.
const MAX_DIGITS: usize = 12;

impl Number {
    /// A whole number.
    pub const fn whole(number: i32) -> Number {
        Number(number as i64 * 1_000)
    }

    /// In thousandths.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// Whether nothing stands behind its decimal mark.
    pub const fn is_whole(self) -> bool {
        self.0 % 1_000 == 0
    }

    /// Reads a number with either decimal mark; decimals beyond the third are cut off. A mark that groups thousands makes it
    /// none, or, where it stands alone as in `1,003`, a decimal one: no rating and no dose has thousands.
    pub fn read(text: &str) -> Option<Number> {
        let text = in_common_digits(text.trim());
        let (sign, text) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (-1, rest),
            None => (1, text.strip_prefix('+').unwrap_or(&text)),
        };
        let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() && decimals.is_empty()
            || whole.len() > MAX_DIGITS
            || !digits(whole)
            || !digits(decimals)
            || text.ends_with(['.', ','])
        {
            return None;
        }
        let decimals = &decimals[..decimals.len().min(3)];
        let number: i64 = format!("{whole}{decimals:0<3}").parse().ok()?;
        Some(Number(sign * number))
    }
}

/// With a decimal point, and only the decimals that it has: `7`, `6.5`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0.abs() / 1_000, self.0.abs() % 1_000);
        let sign = if self.0 < 0 { "-" } else { "" };
        let text = format!("{sign}{whole}.{rest:03}");
        f.pad(text.trim_end_matches('0').trim_end_matches('.'))
    }
}
