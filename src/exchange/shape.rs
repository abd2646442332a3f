//! What a file has to look like, as tables: each format says which fields its parts have and what stands in them.
//!
//! One table per part serves the search for problems ([`super::problems`]), the reading ([`super::reading`]) and the
//! JSON Schema ([`super::schema`]).

use crate::model::Field;
use crate::model::fields::{Absent, PartKind, row_of};

/// What a value has to be.
#[derive(Clone, Copy, Debug)]
pub(super) enum ValueShape {
    Number,
    /// A number without a fraction.
    Whole(Whole),
    YesNo,
    /// Any text, by the name that its kind has in the JSON Schema; empty where it has none.
    #[cfg_attr(
        target_arch = "wasm32",
        expect(dead_code, reason = "only the schema says it, which is written natively")
    )]
    Word(&'static str),
    /// One of a few words.
    Choice(&'static Choice),
    /// One text per language.
    Texts,
    Part(&'static PartShape),
    List(&'static ValueShape),
    /// The same for each of many names: any names, or only those that the function tells.
    Map(Option<fn() -> Vec<&'static str>>, &'static ValueShape),
    /// An object with one field, whose name tells which part it holds.
    OneOf(&'static [PartShape]),
}

/// A kind of whole number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole {
    /// The name of its size in the JSON Schema.
    #[cfg_attr(
        target_arch = "wasm32",
        expect(dead_code, reason = "only the schema says it, which is written natively")
    )]
    pub format: &'static str,
    /// Lowest and highest that can be read.
    pub holds: (i128, i128),
    /// Lowest and highest to tell a person whose number cannot be read.
    pub asked: (i64, i64),
    /// The number in place of one that cannot be read, so that nothing else looks wrong.
    pub stand_in: i64,
}

/// A choice between words.
#[derive(Debug)]
pub(super) struct Choice {
    /// The name in the JSON Schema.
    #[cfg_attr(
        target_arch = "wasm32",
        expect(dead_code, reason = "only the schema says it, which is written natively")
    )]
    pub name: &'static str,
    pub words: &'static [&'static str],
}

/// A part of a file: an object with fields of these names.
#[derive(Clone, Copy, Debug)]
pub(super) struct PartShape {
    /// The name in the JSON Schema, or of the field that holds it in [`ValueShape::OneOf`].
    pub name: &'static str,
    pub fields: &'static [FieldShape],
}

/// A field of a part.
#[derive(Clone, Copy, Debug)]
pub(super) struct FieldShape {
    pub name: &'static str,
    pub shape: ValueShape,
    pub if_absent: IfAbsent,
}

/// What holds where a field is left out.
#[derive(Clone, Copy, Debug)]
pub(super) enum IfAbsent {
    /// The file is refused.
    Missed,
    /// There is none; null says the same.
    Unset,
    /// An empty text, list or map.
    Empty,
    /// A part with what each of its own fields has.
    PartKind,
    No,
    Number(f64),
    Whole(i64),
    Word(&'static str),
}

/// A field that must be there.
pub(super) const fn field(name: &'static str, shape: ValueShape) -> FieldShape {
    FieldShape { name, shape, if_absent: IfAbsent::Missed }
}

/// A number of the table of the model, by its name in files, with what that table says of it.
pub(super) const fn number(name: &'static str, part: PartKind, figure: Field) -> FieldShape {
    let row = row_of(part, figure);
    let if_absent = match row.absent {
        Absent::Required => IfAbsent::Missed,
        Absent::Unset => IfAbsent::Unset,
        Absent::Default(number, _) => IfAbsent::Number(number),
    };
    field(name, ValueShape::Number).or(if_absent)
}

/// The same of a number that counts something, with the name of its size and the numbers that it can hold.
pub(super) const fn count(
    name: &'static str,
    part: PartKind,
    figure: Field,
    format: &'static str,
    holds: (i128, i128),
) -> FieldShape {
    let row = row_of(part, figure);
    let asked = match row.whole {
        Some(asked) => asked,
        None => (row.least as i64, row.most as i64),
    };
    let if_absent = match row.absent {
        Absent::Required => IfAbsent::Missed,
        Absent::Unset => IfAbsent::Unset,
        Absent::Default(number, _) => IfAbsent::Whole(number as i64),
    };
    field(name, ValueShape::Whole(Whole { format, holds, asked, stand_in: asked.0 })).or(if_absent)
}

impl FieldShape {
    /// The same field, with a whole number in place of one that can't be read.
    pub const fn stand_in(self, stand_in: i64) -> Self {
        match self.shape {
            ValueShape::Whole(whole) => Self { shape: ValueShape::Whole(Whole { stand_in, ..whole }), ..self },
            _ => self,
        }
    }

    /// The same field, with what holds where it is left out.
    pub const fn or(self, if_absent: IfAbsent) -> Self {
        Self { if_absent, ..self }
    }
}

impl PartShape {
    /// The field of that name; `None` if the part has no such field.
    pub fn field(&self, name: &str) -> Option<&'static FieldShape> {
        self.fields.iter().find(|field| field.name == name)
    }
}
