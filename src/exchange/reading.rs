//! Reading out of a tree what its shape says is there. What is absent or of another shape has a stand-in, so that
//! reading always goes on: whether there is a problem, [`super::problems`] says.

use super::shape::{IfAbsent, PartShape, ValueShape};
use super::tree::Tree;
use crate::model::Text;
use crate::model::order;
use std::collections::BTreeMap;

/// Stands where a file has nothing.
static NOTHING: Tree = Tree::Null;
/// Stands where a text can't be read.
const STAND_IN: &str = "unreadable";

/// A part of a file with its shape.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    tree: &'a Tree,
    shape: &'a PartShape,
}

impl<'a> Reading<'a> {
    /// A value as a part of this shape.
    pub fn new(tree: &'a Tree, shape: &'a PartShape) -> Self {
        Self { tree, shape }
    }

    /// The value of a field; null where there is none.
    pub fn value(&self, name: &str) -> &'a Tree {
        self.tree.get(name).unwrap_or(&NOTHING)
    }

    fn if_absent(&self, name: &str) -> IfAbsent {
        self.shape.field(name).map_or(IfAbsent::Unset, |field| field.if_absent)
    }

    /// The number in a field; `None` without one.
    pub fn number_or_none(&self, name: &str) -> Option<f64> {
        self.value(name).as_number()
    }

    /// The number in a field.
    pub fn number(&self, name: &str) -> f64 {
        let absent = if let IfAbsent::Number(number) = self.if_absent(name) { number } else { 1.0 };
        self.number_or_none(name).unwrap_or(absent)
    }

    /// The whole number in a field; `None` without one that its shape can hold.
    pub fn whole_or_none(&self, name: &str) -> Option<i128> {
        let Some(ValueShape::Whole(whole)) = self.shape.field(name).map(|field| field.shape) else { return None };
        self.value(name).as_whole().filter(|n| (whole.holds.0..=whole.holds.1).contains(n))
    }

    /// The whole number in a field.
    pub fn whole(&self, name: &str) -> i128 {
        let stand_in = || match self.shape.field(name).map(|field| (field.if_absent, field.shape)) {
            Some((IfAbsent::Whole(number), _)) if self.tree.get(name).is_none() => number,
            Some((_, ValueShape::Whole(whole))) => whole.stand_in,
            _ => 1,
        };
        self.whole_or_none(name).unwrap_or_else(|| stand_in().into())
    }

    /// True if a field says yes.
    pub fn yes(&self, name: &str) -> bool {
        *self.value(name) == Tree::YesNo(true)
    }

    /// The text in a field; `None` without one.
    pub fn word_or_none(&self, name: &str) -> Option<&'a str> {
        self.value(name).as_text()
    }

    /// The text in a field.
    pub fn word(&self, name: &str) -> &'a str {
        self.word_or_none(name).unwrap_or(STAND_IN)
    }

    /// The place of the word in a field among the words that can be chosen.
    pub fn choice(&self, name: &str) -> usize {
        let Some(ValueShape::Choice(choice)) = self.shape.field(name).map(|field| field.shape) else { return 0 };
        let place = |word: &str| choice.words.iter().position(|known| *known == word);
        let absent = || if let IfAbsent::Word(word) = self.if_absent(name) { place(word) } else { None };
        self.word_or_none(name).and_then(place).or_else(absent).unwrap_or(0)
    }

    /// The texts in a field, one per language.
    pub fn texts(&self, name: &str) -> Text {
        let text = |(lang, words): &(String, Tree)| (lang.clone(), words.as_text().unwrap_or(STAND_IN).to_owned());
        Text(order::map(self.value(name).fields().iter().map(text)))
    }

    /// What is read of each entry of a list in a field.
    pub fn list<T>(&self, name: &str, read: impl FnMut(&'a Tree) -> T) -> Vec<T> {
        self.value(name).entries().iter().map(read).collect()
    }

    /// What is read of each value of a map in a field, by the names that mean something.
    pub fn map<K: Ord, T>(
        &self,
        name: &str,
        key: impl Fn(&str) -> Option<K>,
        read: impl Fn(&'a Tree) -> T,
    ) -> BTreeMap<K, T> {
        order::map(self.value(name).fields().iter().filter_map(|(name, value)| Some((key(name)?, read(value)))))
    }
}
