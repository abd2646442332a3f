//! Why a figure is what it is: the numbers of this journey that it was made of, and what they stand on.

mod link;
mod outcomes;

use super::link_facts::FACTS_OF;
use super::{Project, is_changed};
use crate::analysis::{Outcome, Report};
use crate::model::{Evidence, Field, Grounds, Text};
pub use link::{Basis, Stand, WhyLink, why_link};
pub use outcomes::{WhyOutcomes, Worst, strengths_by_grounds, why_outcomes};
use std::collections::BTreeMap;

/// A figure with what it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Grounded {
    pub figure: Field,
    /// In the figure's own unit.
    pub value: f64,
    /// `None` where the journey does not say.
    pub grounds: Option<Grounds>,
    pub source: Text,
}

fn grounded(evidence: &BTreeMap<Field, Evidence>, figure: Field, value: f64) -> Grounded {
    let found = evidence.get(&figure);
    Grounded {
        figure,
        value,
        grounds: found.map(|e| e.grounds),
        source: found.map(|e| e.source.clone()).unwrap_or_default(),
    }
}

/// The world that is looked at: the what-if, else today.
fn newest<'a>(work: &Project, report: &'a Report) -> &'a Outcome {
    report.what_if.as_ref().filter(|_| is_changed(work)).unwrap_or(&report.today)
}

fn per_crowd(count: u64, all: u64) -> u64 {
    (count as f64 / all.max(1) as f64 * FACTS_OF as f64).round() as u64
}
