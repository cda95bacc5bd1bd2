//! How large the words of a chart are: they grow with the text of the page around them.

/// How much larger than usual the text is. Beyond twice the usual size the words of a chart would have no room on a phone;
/// they stand in the table too.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextScale(f64);

impl Default for TextScale {
    fn default() -> Self {
        TextScale(1.0)
    }
}

impl TextScale {
    /// The usual size of a root element's text, in CSS pixels.
    const USUAL: f64 = 16.0;

    /// For a page whose root element has text of this size, in CSS pixels; the usual one, where that is no size.
    pub fn of_root(pixels: f64) -> Self {
        if pixels.is_finite() && pixels > 0.0 {
            TextScale((pixels / Self::USUAL).clamp(0.75, 2.0))
        } else {
            TextScale::default()
        }
    }

    /// How many times as large as usual.
    pub fn times(self) -> f64 {
        self.0
    }

    /// A size of letters, in CSS pixels, from the usual one.
    pub(super) fn letters(self, usual: f64) -> f64 {
        usual * self.0
    }

    /// A length beside words, in whole CSS pixels, from the usual one.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a length of the layout, at most twice as long"
    )]
    pub(super) fn room(self, usual: u32) -> u32 {
        (f64::from(usual) * self.0).round() as u32
    }
}
