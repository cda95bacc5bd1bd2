//! What another version of the app wrote and this one does not know.

use std::iter;
use std::slice;

/// Fields that this version does not know: name → JSON text, unread, so that they go back out as they came in (F1).
///
/// The text is kept without the white space around its parts, so that two copies of one file compare equal however they
/// were laid out.
// A list in the order of the names: it is short, and a map would be more code on the phone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unknown(Vec<(String, String)>);

/// Goes through names and JSON texts, in the order of the names.
pub type UnknownFields<'a> =
    iter::Map<slice::Iter<'a, (String, String)>, fn(&'a (String, String)) -> (&'a String, &'a String)>;

impl Unknown {
    /// Whether there is nothing unknown.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The JSON text of the field of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.place(name).ok().map(|place| self.0[place].1.as_str())
    }

    /// Keeps a field; an earlier one of the same name gives way.
    pub fn insert(&mut self, name: String, json: String) {
        match self.place(&name) {
            Ok(place) => self.0[place].1 = json,
            Err(place) => self.0.insert(place, (name, json)),
        }
    }

    /// Takes a field out.
    pub fn remove(&mut self, name: &str) {
        if let Ok(place) = self.place(name) {
            self.0.remove(place);
        }
    }

    /// The fields, by name.
    pub fn iter(&self) -> UnknownFields<'_> {
        self.0.iter().map(|(name, json)| (name, json))
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(name))
    }
}

impl<'a> IntoIterator for &'a Unknown {
    type Item = (&'a String, &'a String);
    type IntoIter = UnknownFields<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<(String, String)> for Unknown {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(fields: T) -> Self {
        let mut unknown = Unknown::default();
        for (name, json) in fields {
            unknown.insert(name, json);
        }
        unknown
    }
}
