//! What was counted at each step and between steps.

use crate::model::Stage;
use serde::{Deserialize, Serialize};

/// How often something held and how often it failed, as far as it is known how it ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tries {
    pub held: u64,
    pub failed: u64,
}

impl Tries {
    /// All whose end is known.
    pub fn all(self) -> u64 {
        self.held + self.failed
    }
}

/// One step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountedStep {
    pub name: String,
    pub stage: Stage,
    /// Cases that began here.
    pub begun: u64,
    /// Visits, each try counted.
    pub reached: u64,
    /// Of those, tries whose end is known.
    pub tries: Tries,
    /// Of the failed tries, those that were followed by another.
    pub again: u64,
    /// Visits that are too recent to say how they ended: neither held nor failed.
    pub open: u64,
    /// Mean time from a visit to what came next [days]; before the purchase only.
    pub days: Option<f64>,
    /// Visits per customer and day after the purchase, those that another step led to not counted.
    pub per_day: Option<f64>,
    /// Whether its tries say anything about how strong it is; after the purchase only a log that says so does.
    pub is_strength_known: bool,
}

/// The way from one step to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountedMove {
    /// Index of the step that is left.
    pub from: usize,
    /// Index of the step that is reached.
    pub to: usize,
    /// How often it was taken, or tried where the file says how tries went.
    pub taken: u64,
    /// How it went, where the file says so; else its failures are those of the step before it.
    pub tries: Option<Tries>,
    /// Of its failed tries, those that were followed by another.
    pub again: u64,
    /// Mean time of a try on the way [days], where the file says when the way began.
    pub days: Option<f64>,
}

/// A kind of customer, as it was counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountedKind {
    pub name: String,
    /// How many of its cases began at each step, in the order of the steps.
    pub begun: Vec<u64>,
}

impl CountedKind {
    /// Its cases that were seen from their beginning.
    pub fn cases(&self) -> u64 {
        self.begun.iter().sum()
    }
}

/// The place of the step of a name among others: the very same, or else the same but for capitals.
pub fn step_called<'a>(names: impl Iterator<Item = &'a str> + Clone, said: &str) -> Option<usize> {
    let said = said.trim();
    let small = said.to_lowercase();
    let same = names.clone().position(|name| name == said);
    same.or_else(|| names.clone().position(|name| name.to_lowercase() == small))
}

/// A journey as it was counted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CountedJourney {
    /// In the order of the journey.
    pub steps: Vec<CountedStep>,
    pub moves: Vec<CountedMove>,
    /// Index of the step that is the purchase.
    pub purchase: usize,
    /// The kinds of customer, where the file names several.
    pub kinds: Vec<CountedKind>,
    /// Cases that are too recent to say how they end, where the file says when.
    pub open_cases: u64,
    /// Cases that begin in a day, where the file says when [customers per day].
    pub begun_per_day: Option<f64>,
    /// Moves that were so rare that they were left out, and how often they were taken.
    pub folded_moves: u64,
    pub folded_taken: u64,
}

impl CountedJourney {
    /// The place of the step of a name.
    pub fn step_called(&self, said: &str) -> Option<usize> {
        step_called(self.steps.iter().map(|step| step.name.as_str()), said)
    }
}
