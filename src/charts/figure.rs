//! A chart with what is needed to do without it: a title that says what it shows, a text, a table.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One chart, for eyes and for ears.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it shows, with the finding where there is one.
    pub title: String,
    /// The same in sentences, made from the same data.
    pub summary: String,
    /// The options that ECharts is given.
    pub option: Value,
    /// The figures themselves.
    pub table: Table,
}

/// A table: names of the columns, then rows of as many cells; the first cell names its row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Table {
    /// What stands in each column.
    pub columns: Vec<String>,
    /// The rows, from the earliest.
    pub rows: Vec<Vec<String>>,
}

/// One of charming's components or series as ECharts reads it, with what charming has no field for laid over.
///
/// They are written one by one: a whole `charming::Chart` can hold every kind that there is, and the code that writes
/// them all is larger than this app's charts.
pub(super) fn written(part: &impl Serialize, beyond: &Value) -> Value {
    // It is plain data: writing it down can't fail. As a text first: what writes texts is far smaller than what makes values.
    let text = serde_json::to_string(part).unwrap_or_default();
    let mut option = serde_json::from_str(&text).unwrap_or_default();
    lay_over(&mut option, beyond);
    option
}

/// Lays one value over another: objects field by field, anything else replaces what was there.
fn lay_over(under: &mut Value, over: &Value) {
    match (under, over) {
        (Value::Object(under), Value::Object(over)) => {
            for (name, value) in over {
                lay_over(under.entry(name.clone()).or_insert(Value::Null), value);
            }
        }
        (under, over) => *under = over.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_laid_over_adds_to_objects_and_replaces_all_else() {
        let mut option = json!({"type": "line", "lineStyle": {"width": 2, "color": "red"}, "data": [1, 2]});
        lay_over(
            &mut option,
            &json!({"z": 3, "lineStyle": {"cap": "butt", "color": "blue"}, "data": [3]}),
        );
        let expected = json!({
            "type": "line",
            "lineStyle": {"width": 2, "color": "blue", "cap": "butt"},
            "data": [3],
            "z": 3,
        });
        assert_eq!(option, expected);
    }
}
