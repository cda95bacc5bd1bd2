//! Where the labels of dose steps stand beneath a time line: each in the highest row in which nothing lies over it.

/// The labels of more rows than this would be taller than what they explain.
const ROWS: usize = 4;

/// The row of each label, `None` where there is no room for it. `places` are the beginnings of the labels in their order,
/// with their widths, in one unit.
///
/// A label hangs on a line that comes down from its place through the rows above, so it must not lie over the place of
/// a later one that hangs as low or lower.
pub fn label_rows(places: &[(i64, i64)]) -> Vec<Option<usize>> {
    let mut rows: Vec<Option<usize>> = vec![None; places.len()];
    for (place, (begin, width)) in places.iter().enumerate().rev() {
        let is_free = |row: &usize| {
            let later = places.iter().zip(&rows).skip(place + 1);
            let mut hanging = later.filter(|(_, other)| other.is_some_and(|other| other >= *row));
            hanging.all(|((other, _), _)| begin + width <= *other)
        };
        rows[place] = (0..ROWS).find(is_free);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_with_room_stand_side_by_side() {
        assert_eq!(label_rows(&[(0, 100), (100, 100), (300, 100)]), [Some(0); 3]);
    }

    #[test]
    fn labels_that_would_lie_over_each_other_hang_lower_the_earlier_they_are() {
        let rows = label_rows(&[(0, 100), (40, 100), (80, 100)]);
        assert_eq!(rows, [Some(2), Some(1), Some(0)]);
    }

    #[test]
    fn a_label_lies_over_no_line_from_which_another_hangs() {
        // The first would find room in the top row beside the last, but the second's line comes down between them.
        let rows = label_rows(&[(0, 100), (50, 200), (200, 100)]);
        assert_eq!(rows, [Some(2), Some(1), Some(0)]);
    }

    #[test]
    fn where_there_is_no_room_there_is_no_label() {
        let rows = label_rows(&[(0, 100), (1, 100), (2, 100), (3, 100), (4, 100), (5, 100)]);
        assert_eq!(rows, [None, None, Some(3), Some(2), Some(1), Some(0)]);
        assert!(label_rows(&[]).is_empty());
    }
}
