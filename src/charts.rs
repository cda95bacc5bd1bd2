//! How the diary is drawn: functions from data to a [`Figure`], a value that holds the chart and the words for it.
//!
//! Nothing here draws. A figure is made of [`charming`]'s typed components and series, so that a native test can ask what will
//! stand on the page: which points, which gaps, which bands.

pub mod diagram;
pub mod figure;
pub mod palette;
pub mod sight;
pub mod small;
pub mod strip;
pub mod timeline;

pub use diagram::Diagram;
pub use figure::{Figure, Table};
pub use palette::Palette;
pub use small::Small;
pub use timeline::{
    Density, NoMean, Panel, Plateau, Room, Span, TextScale, Timeline, mean_in_sight, timeline, title_in_sight,
};
