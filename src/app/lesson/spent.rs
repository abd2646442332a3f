//! What a learner's changes cost: strength by its curve; every other lever that is moved, one unit.

use super::super::project::finite_effort;
use crate::model::{Change, Field, Journey, Scenario};

/// What a lever other than strength counts for [effort]. An assumption: the model knows no price for it.
pub const OTHER_LEVER: f64 = 1.0;
/// Values nearer than this are the same.
const SAME: f64 = 1e-6;

/// The effort of all that is switched on; what is weakened gives nothing back.
pub fn effort_of(journey: &Journey, scenario: &Scenario) -> f64 {
    let changes = scenario.improvements.iter().filter(|i| !i.off).flat_map(|i| &i.changes);
    changes.map(|change| one(journey, scenario, change)).sum()
}

fn one(journey: &Journey, scenario: &Scenario, change: &Change) -> f64 {
    match change {
        Change::Strengthen { effort, .. } => effort.max(0.0),
        Change::Set { link, lever: Field::Strength, value } => {
            let (Some(today), Some(cost)) = (journey.strength(link), journey.halving_cost(link)) else { return 0.0 };
            finite_effort(today, *value, cost, scenario.effort_curve).max(0.0)
        }
        Change::Set { link, lever, value } => {
            let is_moved = journey.lever(link, *lever).is_some_and(|today| (today - value).abs() > SAME);
            if is_moved { OTHER_LEVER } else { 0.0 }
        }
    }
}
