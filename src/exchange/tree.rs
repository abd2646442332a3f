//! JSON as a tree that keeps what a typed reader would drop: fields that are given twice, and the order of fields.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Number;

/// A value of JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    Null,
    YesNo(bool),
    Number(Number),
    Text(String),
    List(Vec<Tree>),
    /// Fields in the order of the text. A name may stand there twice.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// The value of a field, the last one where it is given twice; `None` without it and for all but objects.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.fields().iter().rev().find(|(field, _)| field == name).map(|(_, value)| value)
    }

    /// The fields of an object; none for all other values.
    pub fn fields(&self) -> &[(String, Self)] {
        if let Self::Object(fields) = self { fields } else { &[] }
    }

    /// The entries of a list; none for all other values.
    pub fn entries(&self) -> &[Self] {
        if let Self::List(entries) = self { entries } else { &[] }
    }

    /// The text itself; `None` for all other values.
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The number; `None` for all other values.
    pub fn as_number(&self) -> Option<f64> {
        if let Self::Number(number) = self { number.as_f64() } else { None }
    }

    /// The number, where it is written without a fraction; `None` for all other values.
    pub fn as_whole(&self) -> Option<i128> {
        let Self::Number(number) = self else { return None };
        number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from))
    }

    /// The text of the value in one line.
    pub fn to_json(&self) -> String {
        // All keys are text and no writing to memory fails.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The text of the value with a line for each field and entry.
    pub fn to_json_lines(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

impl From<f64> for Tree {
    /// What is no number becomes null.
    fn from(number: f64) -> Self {
        Number::from_f64(number).map_or(Self::Null, Self::Number)
    }
}

impl From<u64> for Tree {
    fn from(number: u64) -> Self {
        Self::Number(number.into())
    }
}

impl From<i64> for Tree {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// An object that is being written, field by field.
#[derive(Default)]
pub(super) struct Fields(Vec<(String, Tree)>);

impl Fields {
    /// Adds a field.
    pub fn put(mut self, name: &str, value: impl Into<Tree>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// Adds a field where there is a value.
    pub fn put_some(self, name: &str, value: Option<impl Into<Tree>>) -> Self {
        match value {
            Some(value) => self.put(name, value),
            None => self,
        }
    }

    /// Adds a list.
    pub fn put_list<T>(self, name: &str, entries: &[T], written: fn(&T) -> Tree) -> Self {
        self.put(name, Tree::List(entries.iter().map(written).collect()))
    }
}

impl From<Fields> for Tree {
    fn from(fields: Fields) -> Self {
        Self::Object(fields.0)
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_unit(),
            Self::YesNo(yes) => to.serialize_bool(*yes),
            Self::Number(number) => number.serialize(to),
            Self::Text(text) => to.serialize_str(text),
            Self::List(entries) => entries.serialize(to),
            Self::Object(fields) => {
                let mut map = to.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Tree;

    fn expecting(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        to.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Tree, E> {
        Ok(Tree::YesNo(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = list.next_element()? {
            entries.push(entry);
        }
        Ok(Tree::List(entries))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = object.next_entry()? {
            fields.push(field);
        }
        Ok(Tree::Object(fields))
    }
}
