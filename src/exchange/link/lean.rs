//! What goes without saying: a field that says what holds without it, an id that is its part's name in plain letters, a
//! strength without a range. Left out of a link, and put back when it is read.

use crate::exchange::shape::{IfAbsent, PartShape, ValueShape};
use crate::exchange::tree::Tree;
use crate::model::edit::slug;

/// The tree of a part without what goes without saying.
pub(super) fn lean(tree: &Tree, shape: &PartShape) -> Tree {
    let named = id_of_name(tree);
    let fields = tree.fields().iter().filter_map(|(name, value)| {
        let field = shape.field(name);
        if name == "id" && value.as_text() == named.as_deref() {
            return None;
        }
        let Some(field) = field else { return Some((name.clone(), value.clone())) };
        let value = lean_value(value, &field.shape);
        (!goes_without_saying(&value, field.if_absent)).then(|| (name.clone(), value))
    });
    Tree::Object(fields.collect())
}

fn lean_value(value: &Tree, shape: &ValueShape) -> Tree {
    match (shape, value) {
        (ValueShape::Part(part), Tree::Object(_)) => match lean(value, part) {
            Tree::Object(fields) => alone(fields),
            other => other,
        },
        (ValueShape::List(of), Tree::List(entries)) => {
            Tree::List(entries.iter().map(|entry| lean_value(entry, of)).collect())
        }
        (ValueShape::Map(_, of), Tree::Object(fields)) => {
            Tree::Object(fields.iter().map(|(name, value)| (name.clone(), lean_value(value, of))).collect())
        }
        _ => value.clone(),
    }
}

/// A strength of which nothing is said but how likely it is becomes that number.
fn alone(mut fields: Vec<(String, Tree)>) -> Tree {
    match fields.as_slice() {
        [(name, Tree::Number(_))] if name == LIKELY => fields.remove(0).1,
        _ => Tree::Object(fields),
    }
}

const LIKELY: &str = "likely";

fn goes_without_saying(value: &Tree, if_absent: IfAbsent) -> bool {
    match (if_absent, value) {
        (IfAbsent::Unset, value) => *value == Tree::Null,
        (IfAbsent::Empty, Tree::Object(fields)) => fields.is_empty(),
        (IfAbsent::Empty, Tree::List(entries)) => entries.is_empty(),
        (IfAbsent::No, value) => *value == Tree::YesNo(false),
        (IfAbsent::Number(number), Tree::Number(said)) => {
            said.as_f64().is_some_and(|said| said.to_bits() == number.to_bits())
        }
        (IfAbsent::Whole(number), value) => value.as_whole() == Some(number.into()),
        (IfAbsent::Word(word), value) => value.as_text() == Some(word),
        _ => false,
    }
}

/// The tree of a part with what was left out of it and cannot be missing.
pub(super) fn whole(tree: Tree, shape: &PartShape) -> Tree {
    let Tree::Object(fields) = tree else { return tree };
    let of_shape = |name: &str| shape.field(name).map(|field| field.shape);
    let fields: Vec<(String, Tree)> = fields
        .into_iter()
        .map(|(name, value)| match of_shape(&name) {
            Some(shape) => (name, whole_value(value, &shape)),
            None => (name, value),
        })
        .collect();
    let mut tree = Tree::Object(fields);
    if shape.field("id").is_some()
        && tree.get("id").is_none()
        && let Some(id) = id_of_name(&tree)
        && let Tree::Object(fields) = &mut tree
    {
        fields.push(("id".to_owned(), Tree::Text(id)));
    }
    tree
}

fn whole_value(value: Tree, shape: &ValueShape) -> Tree {
    match (shape, value) {
        (ValueShape::Part(part), Tree::Number(likely)) if part.field(LIKELY).is_some() => {
            Tree::Object(vec![(LIKELY.to_owned(), Tree::Number(likely))])
        }
        (ValueShape::Part(part), value) => whole(value, part),
        (ValueShape::List(of), Tree::List(entries)) => {
            Tree::List(entries.into_iter().map(|entry| whole_value(entry, of)).collect())
        }
        (ValueShape::Map(_, of), Tree::Object(fields)) => {
            Tree::Object(fields.into_iter().map(|(name, value)| (name, whole_value(value, of))).collect())
        }
        (_, value) => value,
    }
}

/// The id that a part would have by its name, or a handover by its ends.
fn id_of_name(tree: &Tree) -> Option<String> {
    if let (Some(from), Some(to)) = (tree.get("from").and_then(Tree::as_text), tree.get("to").and_then(Tree::as_text)) {
        return Some(slug(&format!("{from}-{to}")));
    }
    let name = tree.get("name")?.fields().first()?.1.as_text()?;
    Some(slug(name))
}
