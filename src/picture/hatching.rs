//! Slanting lines in a rectangle: a ground that paper without colour can show.

use super::Point;

/// Which way the lines slant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slant {
    /// They rise to the right.
    Rising,
    /// They fall to the right.
    Falling,
}

/// Slanting lines, `gap` millimetres apart, cut off at the edges of the rectangle.
pub fn hatching(slant: Slant, (left, top): Point, (width, height): Point, gap: f64) -> Vec<Vec<Point>> {
    let mut lines = Vec::new();
    if width <= 0.0 || height <= 0.0 || gap <= 0.0 {
        return lines;
    }
    // The line that leaves the left edge `rise` below the top reaches the top as far to the right.
    let mut rise = gap;
    while rise < width + height {
        let from = if rise <= height {
            (left, top + rise)
        } else {
            (left + rise - height, top + height)
        };
        let to = if rise <= width {
            (left + rise, top)
        } else {
            (left + width, top + rise - width)
        };
        let place = |(x, y): Point| match slant {
            Slant::Rising => (x, y),
            Slant::Falling => (left + width - (x - left), y),
        };
        lines.push(vec![place(from), place(to)]);
        rise += gap;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_stay_inside_and_slant_evenly() {
        let [rising, falling] =
            [Slant::Rising, Slant::Falling].map(|slant| hatching(slant, (10.0, 20.0), (5.0, 30.0), 2.0));
        assert_eq!((rising.len(), falling.len()), (17, 17));
        let signed = rising.into_iter().map(|line| (line, 1.0));
        for (line, side) in signed.chain(falling.into_iter().map(|line| (line, -1.0))) {
            let [(x1, y1), (x2, y2)] = line[..] else {
                panic!("two ends")
            };
            assert!((side * (x2 - x1) - (y1 - y2)).abs() < 1e-9, "45 degrees");
            for (x, y) in [(x1, y1), (x2, y2)] {
                assert!((10.0..=15.0).contains(&x) && (20.0..=50.0).contains(&y), "{x} {y}");
            }
        }
        assert!(hatching(Slant::Rising, (0.0, 0.0), (0.0, 5.0), 1.0).is_empty());
    }
}
