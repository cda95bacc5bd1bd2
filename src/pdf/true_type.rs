//! Glyphs → a font as files carry it (TrueType), with the outlines that are needed and no others.

use std::collections::BTreeMap;

use super::letters::{Font, Point, UNITS};

/// How far the next point is, of an axis: in one byte, and whether that is counted up; else, that it is no way at all.
const SHORT: [u8; 2] = [0x02, 0x04];
const SAME: [u8; 2] = [0x10, 0x20];
const ON: u8 = 0x01;
/// What all of a font must add up to, and where in its first table it says what it lacks to that.
const SUM: u32 = 0xb1b0_afba;
const LACKING: usize = 8;

/// A font with these glyphs, under the numbers that they have: those of others have no outline. It is read by the
/// numbers of glyphs alone: it has no list of letters.
pub(super) fn written(font: &Font, used: &BTreeMap<u16, char>) -> Vec<u8> {
    let (mut outlines, mut places, mut widths) = (Vec::new(), Vec::new(), Vec::new());
    let (mut most_points, mut most_contours, mut widest) = (0, 0, 0);
    for id in 0..font.count() {
        places.extend(long(outlines.len()));
        let number = u16::try_from(id).unwrap_or_default();
        if !used.contains_key(&number) {
            widths.extend([0; 4]);
            continue;
        }
        let contours = font.contours(id);
        most_points = most_points.max(contours.iter().map(Vec::len).sum());
        most_contours = most_contours.max(contours.len());
        widest = widest.max(font.width(number));
        widths.extend(short(font.width(number)));
        widths.extend(short(edges(&contours)[0]));
        outline(&mut outlines, &contours);
    }
    places.extend(long(outlines.len()));
    let [left, right, low, high] = font.edges;
    let [above, below] = font.reach;
    let count = length(font.count());
    let head: Vec<u8> = [
        // The versions of the table and the font, what is lacking to the sum, and by what it is known.
        &[0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x5f, 0x0f, 0x3c, 0xf5, 0, 0][..],
        &short(UNITS),
        // When it was made and changed, which nobody asks.
        &[0; 16],
        &shorts(&[left, low, right, high, 0, 8, 2, 1, 0]),
    ]
    .concat();
    let hhea = shorts(&[
        1, 0, above, below, 0, widest, left, 0, right, 1, 0, 0, 0, 0, 0, 0, 0, count,
    ]);
    let facts = [count, length(most_points), length(most_contours)];
    let maxp = shorts(&[1, 0, facts[0], facts[1], facts[2], 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    file(&[
        (b"glyf", outlines),
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", widths),
        (b"loca", places),
        (b"maxp", maxp),
    ])
}

/// The lowest x and y, then the highest.
fn edges(contours: &[Vec<Point>]) -> [i32; 4] {
    let mut edges: Option<[i32; 4]> = None;
    for point in contours.iter().flatten() {
        let [left, low, right, high] = edges.unwrap_or([point.x, point.y, point.x, point.y]);
        edges = Some([
            left.min(point.x),
            low.min(point.y),
            right.max(point.x),
            high.max(point.y),
        ]);
    }
    edges.unwrap_or_default()
}

fn outline(outlines: &mut Vec<u8>, contours: &[Vec<Point>]) {
    // A glyph without an outline, such as a space, has no bytes.
    if contours.is_empty() {
        return;
    }
    outlines.extend(short(length(contours.len())));
    outlines.extend(shorts(&edges(contours)));
    let mut points = 0;
    for contour in contours {
        points += contour.len();
        outlines.extend(short(length(points) - 1));
    }
    // No program moves the points to where a screen has its dots.
    outlines.extend([0, 0]);
    let mut steps = [Vec::new(), Vec::new()];
    let mut last = [0, 0];
    for point in contours.iter().flatten() {
        let mut flag = if point.on { ON } else { 0 };
        let place = [point.x, point.y];
        for axis in 0..2 {
            let step = place[axis] - last[axis];
            match u8::try_from(step.abs()) {
                Ok(0) => flag |= SAME[axis],
                Ok(far) => {
                    flag |= SHORT[axis] | if step > 0 { SAME[axis] } else { 0 };
                    steps[axis].push(far);
                }
                Err(_) => steps[axis].extend(short(step)),
            }
        }
        last = place;
        outlines.push(flag);
    }
    for steps in &steps {
        outlines.extend(steps);
    }
    // Each begins at a multiple of four bytes, as its readers like it.
    outlines.resize(outlines.len().next_multiple_of(4), 0);
}

/// Tables, after a list of their names, sums, places and lengths.
fn file(tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let count = length(tables.len());
    let power = count.ilog2();
    let (search, power) = (16 << power, power.cast_signed());
    let mut list = [&[0, 1, 0, 0][..], &shorts(&[count, search, power, 16 * count - search])].concat();
    let begin = list.len() + 16 * tables.len();
    let (mut contents, mut head) = (Vec::new(), 0);
    for (name, content) in tables {
        if *name == b"head" {
            head = begin + contents.len();
        }
        list.extend(*name);
        list.extend(sum(content).to_be_bytes());
        list.extend(long(begin + contents.len()));
        list.extend(long(content.len()));
        contents.extend(content);
        contents.resize(contents.len().next_multiple_of(4), 0);
    }
    list.extend(contents);
    let lacking = SUM.wrapping_sub(sum(&list));
    list[head + LACKING..][..4].copy_from_slice(&lacking.to_be_bytes());
    list
}

fn sum(content: &[u8]) -> u32 {
    let mut sum = 0_u32;
    for some in content.chunks(4) {
        let mut four = [0; 4];
        four[..some.len()].copy_from_slice(some);
        sum = sum.wrapping_add(u32::from_be_bytes(four));
    }
    sum
}

fn length(many: usize) -> i32 {
    i32::try_from(many).unwrap_or_default()
}

fn long(place: usize) -> [u8; 4] {
    length(place).to_be_bytes()
}

/// The lower half of a number.
fn short(number: i32) -> [u8; 2] {
    let [_, _, high, low] = number.to_be_bytes();
    [high, low]
}

fn shorts(numbers: &[i32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| short(*number)).collect()
}

#[cfg(test)]
mod tests;
