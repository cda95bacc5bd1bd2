//! The only place that asks for the time.

use chrono::{DateTime, FixedOffset, Local};

/// This instant, with the offset that the device's clock has now.
#[expect(
    clippy::disallowed_methods,
    reason = "everything else takes the time as an argument from here"
)]
pub fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}
