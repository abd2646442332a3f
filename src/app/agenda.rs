//! What a room agrees on before it prioritises: which outcome counts, how much there is to spend, and what is bet.

use crate::analysis::studies::Goal;
use crate::model::{LinkId, Signing};
use std::collections::BTreeMap;

/// Units of effort in the budget race: least, most, and where nobody has chosen [effort].
pub const UNITS: (u32, u32) = (1, 20);
const USUAL_UNITS: u32 = 10;

/// What a room has agreed on before it looks.
#[derive(Clone, Debug, PartialEq)]
pub struct PrioritiseSettings {
    /// The outcome that counts.
    pub goal: Goal,
    /// Units of effort to spend [effort].
    pub units: u32,
    /// What one unit of effort costs [money, over 0], where somebody has said so.
    pub unit_cost: Option<f64>,
    /// Where the outcome should stand [its own unit], where somebody has said so.
    pub target: Option<f64>,
    /// Chips laid on links before the ranking is shown, one after the other.
    pub bets: Vec<LinkId>,
    /// Chips laid in other journeys, by the journey's id: they lie there still when somebody comes back.
    pub(super) elsewhere: BTreeMap<String, Vec<LinkId>>,
    /// What whoever signs the decision says themselves.
    pub signing: Signing,
    /// The same of other journeys, by their ids.
    pub(super) signed: BTreeMap<String, Signing>,
    /// Whether the ranking is covered, so that bets can be laid.
    pub is_covered: bool,
    /// Whether the binding link of this journey has been shown: until somebody asks, the room may think for itself.
    pub is_told: bool,
}

impl PrioritiseSettings {
    /// From one journey to another, by their ids: the chips of each stay with it.
    pub(super) fn go_over(&mut self, from: &str, to: &str) {
        if from == to {
            return;
        }
        let left = std::mem::take(&mut self.bets);
        if !left.is_empty() {
            self.elsewhere.insert(from.to_owned(), left);
        }
        self.bets = self.elsewhere.remove(to).unwrap_or_default();
        let said = std::mem::take(&mut self.signing);
        if !said.is_empty() {
            self.signed.insert(from.to_owned(), said);
        }
        self.signing = self.signed.remove(to).unwrap_or_default();
        self.is_told = false;
    }

    /// Takes over what was said elsewhere, `from` one journey `to` that of these settings, by their ids.
    pub(super) fn join(&mut self, mut others: Self, (from, to): (&str, &str)) {
        others.go_over(from, to);
        if self.signing.books.is_empty() {
            self.signing.books = others.signing.books;
        }
        for (id, said) in std::mem::take(&mut self.signed) {
            others.signed.insert(id, said);
        }
        for (id, bets) in std::mem::take(&mut self.elsewhere) {
            others.elsewhere.insert(id, bets);
        }
        (self.signed, self.elsewhere) = (others.signed, others.elsewhere);
    }

    /// Whether something was said of another journey, by its id.
    pub(super) fn speaks_of(&self, id: &str) -> bool {
        self.signed.contains_key(id) || self.elsewhere.contains_key(id)
    }

    /// Whether the page may name the binding link: somebody has asked, and nobody is betting on it.
    pub fn names_binding(&self) -> bool {
        self.is_told && !self.is_covered
    }
}

impl Default for PrioritiseSettings {
    fn default() -> Self {
        Self {
            goal: Goal::default(),
            units: USUAL_UNITS,
            unit_cost: None,
            target: None,
            bets: Vec::new(),
            elsewhere: BTreeMap::new(),
            signing: Signing::default(),
            signed: BTreeMap::new(),
            is_covered: false,
            is_told: false,
        }
    }
}
