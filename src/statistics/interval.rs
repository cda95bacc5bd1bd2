//! Two limits, and how sure they are.

/// A lower and an upper limit, in the units of what they enclose. Both limits belong to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower limit.
    pub low: f64,
    /// The upper limit; never below `low` where a method of this module made it.
    pub high: f64,
}

impl Interval {
    /// Whether `x` lies between the limits or on one of them.
    pub fn contains(&self, x: f64) -> bool {
        self.low <= x && x <= self.high
    }
}

/// How much of the distribution an interval holds, with equal tails on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// 80 %: one in ten lies below it and one in ten above.
    P80,
    /// 95 %: one in forty lies below it and one in forty above.
    P95,
}

impl Level {
    /// The share that lies below the lower limit, and the same above the upper one.
    pub fn tail(self) -> f64 {
        match self {
            Level::P80 => 0.1,
            Level::P95 => 0.025,
        }
    }

    /// The quantile of the standard normal distribution at `1 − tail`.
    pub fn z(self) -> f64 {
        match self {
            Level::P80 => 1.281_551_565_544_600_4,
            Level::P95 => 1.959_963_984_540_054,
        }
    }
}
