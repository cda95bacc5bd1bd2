//! Values of JSON as they are written, and in [`raw`] as they are read. `serde_json` has such a macro too, but lays out at each field how its value becomes
//! one: hundreds of times what one function for each type does.

use serde::Serialize;
use serde_json::{Map, Value};

pub(crate) mod raw;

/// A value that is written down as JSON, with expressions in it.
macro_rules! json {
    (@fields $object:ident) => {};
    (@fields $object:ident $name:tt: { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $crate::json::put(&mut $object, $name, $crate::json::json!({ $($inner)* }));
        $crate::json::json!(@fields $object $($($rest)*)?);
    };
    (@fields $object:ident $name:tt: [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $crate::json::put(&mut $object, $name, $crate::json::json!([ $($inner)* ]));
        $crate::json::json!(@fields $object $($($rest)*)?);
    };
    (@fields $object:ident $name:tt: $value:expr $(, $($rest:tt)*)?) => {
        $crate::json::put_written(&mut $object, $name, &$value);
        $crate::json::json!(@fields $object $($($rest)*)?);
    };
    (@items [$($done:expr,)*]) => { vec![$($done),*] };
    (@items [$($done:expr,)*] { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $crate::json::json!(@items [$($done,)* $crate::json::json!({ $($inner)* }),] $($($rest)*)?)
    };
    (@items [$($done:expr,)*] [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $crate::json::json!(@items [$($done,)* $crate::json::json!([ $($inner)* ]),] $($($rest)*)?)
    };
    (@items [$($done:expr,)*] $value:expr $(, $($rest:tt)*)?) => {
        $crate::json::json!(@items [$($done,)* $crate::json::written(&$value),] $($($rest)*)?)
    };
    ({}) => { serde_json::Value::Object(serde_json::Map::new()) };
    ({ $($fields:tt)+ }) => {{
        let mut object = serde_json::Map::new();
        $crate::json::json!(@fields object $($fields)+);
        serde_json::Value::Object(object)
    }};
    ([ $($items:tt)* ]) => { serde_json::Value::Array($crate::json::json!(@items [] $($items)*)) };
    ($value:expr) => { $crate::json::written(&$value) };
}
pub(crate) use json;

/// Plain data as JSON: it always can be.
#[inline(never)]
pub(crate) fn written(data: &(impl Serialize + ?Sized)) -> Value {
    serde_json::to_value(data).unwrap_or_default()
}

#[inline(never)]
pub(crate) fn put(object: &mut Map<String, Value>, name: &str, value: Value) {
    object.insert(name.to_owned(), value);
}

#[inline(never)]
pub(crate) fn put_written(object: &mut Map<String, Value>, name: &str, data: &(impl Serialize + ?Sized)) {
    put(object, name, written(data));
}
