//! How the diary is drawn: functions from data to a [`Figure`], a value that holds the chart and the words for it.
//!
//! Nothing here draws. A figure is made of [`charming`]'s typed components and series, so that a native test can ask what will
//! stand on the page: which points, which gaps, which bands.

pub mod figure;
pub mod palette;
pub mod picture;
pub mod small;
pub mod story;
pub mod strip;

pub use figure::{Figure, Table};
pub use palette::Palette;
pub use picture::Picture;
pub use small::Small;
pub use story::{Density, Span, Story, TextScale, story};
