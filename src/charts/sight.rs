//! The part of a chart that is in sight, from its beginning to its end in percent of all days: how it is moved.

/// Fewer days are never in sight, unless there are no more.
const LEAST: usize = 7;

/// What is in sight after a step in or out: as asked for, until there are too few days. At that limit what the reader points
/// at stays where it is, however often the step is taken.
pub fn narrowed(before: (f64, f64), asked: (f64, f64), days: usize) -> (f64, f64) {
    let least = 100.0 * super::timeline::share(LEAST.min(days), days);
    let (from, to) = (before.1 - before.0, asked.1 - asked.0);
    // A width that has been worked out twice differs in its last digits.
    if to > least - 1e-6 {
        return asked;
    }
    // Where the step keeps its place, as a share of what was in sight.
    let pointed = ((asked.0 - before.0) / (from - to)).clamp(0.0, 1.0);
    inside(before.0 + pointed * (from - least), least)
}

/// So much as `width` around a day in percent: inside what was in sight, or all of that and more.
pub fn around(before: (f64, f64), width: f64, day: f64) -> (f64, f64) {
    let ends = (before.0, before.1 - width);
    let start = day - width / 2.0;
    inside(start.max(ends.0.min(ends.1)).min(ends.0.max(ends.1)), width)
}

/// So much from a beginning on, moved to where there are days.
pub fn inside(start: f64, width: f64) -> (f64, f64) {
    // Not by `clamp`, which brings the code that writes numbers out.
    let start = start.min(100.0 - width).max(0.0);
    (start, start + width)
}

/// The first and the last day in sight, counted from the first of all.
pub fn ends((start, end): (f64, f64), days: usize) -> (usize, usize) {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of the days, and a negative one is none"
    )]
    let nearest = |share: f64| (share * super::timeline::share(days, 100)).round() as usize;
    let last = days.saturating_sub(1);
    let first = nearest(start).min(last);
    // The end of the last day is the beginning of the next.
    (first, nearest(end).saturating_sub(1).clamp(first, last))
}
