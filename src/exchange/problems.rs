//! The search for everything in a file that is not of its shape: all problems in one walk, in the order of the file.

use super::shape::{FieldShape, IfAbsent, PartShape, ValueShape, Whole};
use super::tree::{Fields, Tree};
use crate::model::{Code, Kind, Location, Problem, number_of};

/// Problems of one file that are told; beyond these, only how many more there are.
pub const MAX_PROBLEMS: usize = 500;
/// Longest example of what could stand in a place [letters].
const LONGEST_EXAMPLE: usize = 60;

/// What is wrong with the shape of a file.
#[derive(Default)]
pub(super) struct ShapeProblems {
    /// What cannot be read as it stands, in the order of the file.
    pub unreadable: Problems,
    /// Fields that mean nothing to the format, in the order of the file.
    pub unknown: Problems,
}

/// The first problems, and how many more there are: a page that has to show a million hangs.
#[derive(Default)]
pub(super) struct Problems {
    first: Vec<Problem>,
    left: usize,
}

impl Problems {
    /// Adds a problem, which is made only where there is room for it.
    pub fn add(&mut self, problem: impl FnOnce() -> Problem) {
        if self.first.len() < MAX_PROBLEMS {
            self.first.push(problem());
        } else {
            self.left += 1;
        }
    }

    /// Adds each of these problems.
    pub fn add_each(&mut self, others: Vec<Problem>) {
        for problem in others {
            self.add(|| problem);
        }
    }

    /// Adds all problems of another list.
    pub fn add_all(&mut self, others: Self) {
        self.add_each(others.first);
        self.left += others.left;
    }

    /// True if there is none.
    pub fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    /// True if there are more than are told.
    pub fn is_full(&self) -> bool {
        self.left > 0
    }

    /// True if this is so of the path of each of them.
    pub fn are_all(&self, is: impl Fn(&str) -> bool) -> bool {
        self.left == 0 && self.first.iter().all(|problem| is(&problem.place.path()))
    }

    /// True if a path is that of one of the problems or leads on from it.
    pub fn cover(&self, path: &str) -> bool {
        let leads_on = |rest: &str| rest.is_empty() || rest.starts_with(['.', '[']);
        let covers = |place: &str| place.is_empty() || path.strip_prefix(place).is_some_and(leads_on);
        self.first.iter().any(|problem| covers(&problem.place.path()))
    }

    /// The problems as they are told.
    pub fn told(mut self) -> Vec<Problem> {
        if self.left > 0 {
            self.first.extend(of_whole_file(Code::FurtherProblems { left: self.left }));
        }
        self.first
    }
}

/// One problem of the file as a whole.
pub(super) fn of_whole_file(what: Code) -> Vec<Problem> {
    vec![Problem { place: Location::file(), what }]
}

/// Everything in a file that is not of this shape.
pub(super) fn of_shape(file: &Tree, shape: &PartShape) -> ShapeProblems {
    let mut walk = Walk::default();
    walk.part(file, shape, "", 0);
    walk.found
}

/// A walk through a file.
#[derive(Default)]
struct Walk {
    /// Where the walk is: `touchpoints[3].strength.likely`.
    path: String,
    found: ShapeProblems,
}

impl Walk {
    /// Looks at a value. `id` is that of the innermost part around it that has one; the journey's own says nothing
    /// about a place.
    fn value(&mut self, value: &Tree, shape: &ValueShape, id: &str) {
        let id = value.get("id").and_then(Tree::as_text).unwrap_or(id);
        match shape {
            ValueShape::Number => self.kind(value, Kind::Number, id),
            ValueShape::YesNo => self.kind(value, Kind::YesNo, id),
            ValueShape::Word(_) => self.kind(value, Kind::Text, id),
            ValueShape::Whole(whole) => self.whole(value, whole, id),
            ValueShape::Choice(choice) => self.choice(value, choice.words, id),
            ValueShape::Texts => {
                if let Tree::Text(text) = value {
                    let example = Fields::default().put("en", text.as_str());
                    return self.wrong_kind(Kind::Object, value, id, &Tree::from(example));
                }
                self.map(value, None, &ValueShape::Word(""), id);
            }
            ValueShape::Map(names, of) => self.map(value, names.map(|names| names()), of, id),
            ValueShape::Part(part) => self.part(value, part, id, self.path.len()),
            ValueShape::List(of) => self.list(value, of, id),
            ValueShape::OneOf(parts) => self.one_of(value, parts, id),
        }
    }

    fn kind(&mut self, value: &Tree, expected: Kind, id: &str) {
        if kind_of(value) != expected {
            self.wrong_kind(expected, value, id, &meant(value, expected));
        }
    }

    /// A value of the wrong kind, with what may have been meant.
    fn wrong_kind(&mut self, expected: Kind, value: &Tree, id: &str, meant: &Tree) {
        let example = if *meant == Tree::Null { String::new() } else { meant.to_json() };
        let is_short = example.chars().count() <= LONGEST_EXAMPLE;
        let example = if is_short { example } else { String::new() };
        self.add(id, Code::WrongKind { expected, actual: kind_of(value), example });
    }

    fn whole(&mut self, value: &Tree, whole: &Whole, id: &str) {
        let fits = |n: i128| (whole.holds.0..=whole.holds.1).contains(&n);
        if !value.as_whole().is_some_and(fits) {
            let (least, most) = whole.asked;
            self.add(id, Code::WholeNumberNeeded { found: value.to_json(), least, most });
        }
    }

    fn choice(&mut self, value: &Tree, words: &[&str], id: &str) {
        match value {
            Tree::Text(word) if words.contains(&word.as_str()) => {}
            Tree::Text(word) => self.unknown_choice(word, words, id),
            Tree::Object(_) => self.unreadable("an object where one word is needed", id),
            _ => self.wrong_kind(Kind::Text, value, id, &words.first().map_or(Tree::Null, |word| Tree::from(*word))),
        }
    }

    fn unknown_choice(&mut self, found: &str, words: &[&str], id: &str) {
        self.add(id, Code::UnknownChoice { found: found.to_owned(), choices: words.join(", ") });
    }

    fn unreadable(&mut self, detail: &str, id: &str) {
        self.add(id, Code::Unreadable { detail: detail.to_owned() });
    }

    fn list(&mut self, value: &Tree, of: &ValueShape, id: &str) {
        self.kind(value, Kind::List, id);
        for (n, entry) in value.entries().iter().enumerate() {
            let before = self.enter(&format!("[{n}]"));
            self.value(entry, of, id);
            self.path.truncate(before);
        }
    }

    fn map(&mut self, value: &Tree, names: Option<Vec<&str>>, of: &ValueShape, id: &str) {
        self.kind(value, Kind::Object, id);
        for (name, value) in value.fields() {
            match &names {
                Some(names) if !names.contains(&name.as_str()) => self.unknown_choice(name, names, id),
                _ => self.field(name, value, of, id),
            }
        }
    }

    fn field(&mut self, name: &str, value: &Tree, shape: &ValueShape, id: &str) {
        let before = self.enter_field(name);
        self.value(value, shape, id);
        self.path.truncate(before);
    }

    /// Looks at a part. `told` is how much of the path is told of fields that it does not know.
    fn part(&mut self, value: &Tree, part: &PartShape, id: &str, told: usize) {
        let Tree::Object(fields) = value else {
            // A part that is a number at heart, written as the number alone.
            let heart = part.fields.iter().find(|field| matches!(field.if_absent, IfAbsent::Missed));
            let example = match (value, heart) {
                (Tree::Number(_), Some(FieldShape { name, shape: ValueShape::Number, .. })) => {
                    Fields::default().put(name, value.clone()).into()
                }
                _ => Tree::Null,
            };
            return self.wrong_kind(Kind::Object, value, id, &example);
        };
        let mut met = vec![0_u32; part.fields.len()];
        for (name, value) in fields {
            let known = part.fields.iter().zip(&mut met).find(|(field, _)| field.name == name);
            let Some((field, met)) = known else {
                self.unknown_field(name, value, id, told);
                continue;
            };
            *met += 1;
            let is_unset = matches!((field.if_absent, value), (IfAbsent::Unset, Tree::Null));
            match met {
                1 if !is_unset => self.field(name, value, &field.shape, id),
                2 => self.add_at(name, id, Code::DuplicateField { field: name.clone() }),
                _ => {}
            }
        }
        for (field, met) in part.fields.iter().zip(met) {
            if met == 0 && matches!(field.if_absent, IfAbsent::Missed) {
                self.add_at(field.name, id, Code::MissingField { field: field.name.to_owned() });
            }
        }
    }

    fn unknown_field(&mut self, name: &str, value: &Tree, id: &str, told: usize) {
        let id = value.get("id").and_then(Tree::as_text).unwrap_or(id);
        let around = self.path.split_off(told);
        let before = self.enter_field(name);
        let path = &self.path;
        self.found.unknown.add(|| problem(path, id, Code::UnknownField { field: name.to_owned() }));
        self.path.truncate(before);
        self.path.push_str(&around);
    }

    /// A field that the one part of several does not know is told without the name of that part: it is most often
    /// meant for the whole.
    fn one_of(&mut self, value: &Tree, parts: &[PartShape], id: &str) {
        let words: Vec<&str> = parts.iter().map(|part| part.name).collect();
        let named = |name: &str| parts.iter().find(|part| part.name == name);
        match value {
            Tree::Text(word) if named(word).is_none() => self.unknown_choice(word, &words, id),
            Tree::Object(fields) => match fields.as_slice() {
                [(name, value)] => match named(name) {
                    Some(part) => {
                        let before = self.enter_field(name);
                        self.part(value, part, id, before);
                        self.path.truncate(before);
                    }
                    None => self.unknown_choice(name, &words, id),
                },
                _ => self.unreadable("none or several fields where one is needed", id),
            },
            _ => self.kind(value, Kind::Object, id),
        }
    }

    /// Goes on into a field; gives how long the path was before.
    fn enter_field(&mut self, name: &str) -> usize {
        if self.path.is_empty() { self.enter(name) } else { self.enter(&format!(".{name}")) }
    }

    fn enter(&mut self, step: &str) -> usize {
        let before = self.path.len();
        self.path.push_str(step);
        before
    }

    fn add_at(&mut self, name: &str, id: &str, what: Code) {
        let before = self.enter_field(name);
        self.add(id, what);
        self.path.truncate(before);
    }

    fn add(&mut self, id: &str, what: Code) {
        let path = &self.path;
        self.found.unreadable.add(|| problem(path, id, what));
    }
}

/// What may have been meant by a value of another kind; null where nobody knows.
fn meant(value: &Tree, expected: Kind) -> Tree {
    match (value, expected) {
        (Tree::Text(text), Kind::Number) => number_of(&text.trim().replace(',', ".")).map_or(Tree::Null, Tree::from),
        (Tree::Text(word), Kind::YesNo) if matches!(word.as_str(), "yes" | "ja" | "true") => Tree::YesNo(true),
        (Tree::Text(word), Kind::YesNo) if matches!(word.as_str(), "no" | "nej" | "false") => Tree::YesNo(false),
        (Tree::Number(_), Kind::Text) => Tree::Text(value.to_json()),
        _ => Tree::Null,
    }
}

fn problem(path: &str, id: &str, what: Code) -> Problem {
    Problem { place: Location::InFile { path: path.to_owned(), id: id.to_owned() }, what }
}

fn kind_of(value: &Tree) -> Kind {
    match value {
        Tree::Null => Kind::Nothing,
        Tree::YesNo(_) => Kind::YesNo,
        Tree::Number(_) => Kind::Number,
        Tree::Text(_) => Kind::Text,
        Tree::List(_) => Kind::List,
        Tree::Object(_) => Kind::Object,
    }
}
