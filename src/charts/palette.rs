//! The colours of a chart: the same as in the style sheet's tokens, which a test compares.

use crate::diary::{ItemId, PhaseKind, StandardItem};

/// Colours for one ground, as CSS colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Lines and words.
    pub ink: &'static str,
    /// Words that step back.
    pub ink_soft: &'static str,
    /// The ground.
    pub paper: &'static str,
    /// Lines of the grid.
    pub hairline: &'static str,
    /// Edges and hatching of the phase bands.
    pub band_line: &'static str,
    /// The baseline band.
    pub band_baseline: &'static str,
    /// The LDN band.
    pub band_ldn: &'static str,
    /// Pain.
    pub pain: &'static str,
    /// Fatigue.
    pub fatigue: &'static str,
    /// Sleep quality.
    pub sleep_quality: &'static str,
    /// Overall symptoms, and items without a colour of their own.
    pub overall: &'static str,
}

impl Palette {
    /// On light paper.
    pub const LIGHT: Self = Self {
        ink: "#1d2327",
        ink_soft: "#5b656b",
        paper: "#faf8f4",
        hairline: "#d9d4cb",
        band_line: "#b9b3a8",
        band_baseline: "#ece8e1",
        band_ldn: "#dfeeed",
        pain: "#c4481c",
        fatigue: "#3a5fb0",
        sleep_quality: "#0f7f68",
        overall: "#5b4b8a",
    };

    /// In the dark.
    pub const DARK: Self = Self {
        ink: "#eef1f2",
        ink_soft: "#a3aeb4",
        paper: "#12171a",
        hairline: "#37424a",
        band_line: "#5a666d",
        band_baseline: "#2a2f31",
        band_ldn: "#1c3a3c",
        pain: "#ff9a70",
        fatigue: "#9db7ff",
        sleep_quality: "#6fd3b8",
        overall: "#c7b5f5",
    };

    /// The colour of an item.
    pub fn item(&self, item: &ItemId) -> &'static str {
        match item {
            ItemId::Standard(StandardItem::Pain) => self.pain,
            ItemId::Standard(StandardItem::Fatigue) => self.fatigue,
            ItemId::Standard(StandardItem::SleepQuality) => self.sleep_quality,
            _ => self.overall,
        }
    }

    /// The colour of a phase's band; `None` where the ground shows (washout) or a hatching stands (placebo, another medicine).
    pub fn band(&self, kind: &PhaseKind) -> Option<&'static str> {
        match kind {
            PhaseKind::Baseline => Some(self.band_baseline),
            PhaseKind::Ldn => Some(self.band_ldn),
            PhaseKind::Placebo | PhaseKind::Comparator(_) | PhaseKind::Blinded(_) | PhaseKind::Washout => None,
        }
    }
}
