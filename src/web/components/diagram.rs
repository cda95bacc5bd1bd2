//! A small diagram on the page, drawn from its value; the style sheet gives it its colours.

use leptos::prelude::*;

use crate::charts::diagram::{Diagram, Look, Shape};
use crate::web::views::CollectAny as _;

/// A diagram for the eyes alone: its words stand beside it.
#[component]
pub fn DiagramView(
    /// What is drawn.
    diagram: Diagram,
) -> impl IntoView {
    let height = em(diagram.height);
    view! {
        <svg class="picture" width="100%" height=height aria-hidden="true">
            {diagram.shapes.into_iter().map(shape).collect_any()}
        </svg>
    }
}

fn shape(shape: Shape) -> AnyView {
    match shape {
        Shape::Line { from, to, look } => view! {
            <line class="shape" data-look=look.id() x1=share(from.0) y1=em(from.1) x2=share(to.0) y2=em(to.1) />
        }
        .into_any(),
        Shape::Bar { across, down, look } => bar(across, down, look),
        Shape::Dot { at, radius, look } => view! {
            <circle class="shape" data-look=look.id() cx=share(at.0) cy=em(at.1) r=em(radius) />
        }
        .into_any(),
        Shape::Text { at, anchor, text, look } => view! {
            <text class="shape" data-look=look.id() x=share(at.0) y=em(at.1) text-anchor=anchor.id()>
                {text}
            </text>
        }
        .into_any(),
    }
}

fn bar((left, right): (f64, f64), (middle, height): (f64, f64), look: Look) -> AnyView {
    view! {
        <rect
            class="shape"
            data-look=look.id()
            x=share(left)
            y=em(middle - height / 2.0)
            width=share(right - left)
            height=em(height)
            rx=em(height / 2.0)
        />
    }
    .into_any()
}

fn share(percent: f64) -> String {
    number(percent) + "%"
}

fn em(height: f64) -> String {
    number(height) + "em"
}

/// Two decimals, without the code that writes any number as text.
fn number(value: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a place in a diagram")]
    let hundredths = (value * 100.0).round() as i32;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    format!("{sign}{whole}.{}{}", rest / 10, rest % 10)
}
