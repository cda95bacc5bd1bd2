//! A code as a QR code, black on white.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment};

use crate::markup::{Element, element};

/// The white edge that readers need, in modules.
const QUIET: i32 = 4;

/// The drawing, in modules with the quiet zone around them; `words` say what it is. Nothing for a text that has other signs
/// than capital letters, digits and hyphens, or too many.
pub(super) fn drawn(text: &str, words: &str) -> Option<Element> {
    if !QrSegment::is_alphanumeric(text) {
        return None;
    }
    let segment = QrSegment::make_alphanumeric(text);
    let code = QrCode::encode_segments(&[segment], QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in 0..code.size() {
            if code.get_module(x, y) {
                // Writing to a string can't fail.
                _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
    }
    let ground = element("rect")
        .with("width", side.to_string())
        .with("height", side.to_string())
        .with("fill", "#fff");
    let svg = element("svg")
        .with("viewBox", format!("0 0 {side} {side}"))
        .with("role", "img")
        .with("aria-label", words)
        .with("shape-rendering", "crispEdges");
    Some(
        svg.child(ground)
            .child(element("path").with("d", path).with("fill", "#000")),
    )
}
