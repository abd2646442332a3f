//! Comparisons that are kept with a journey: what it said beside what came.

use crate::model::{KeptCheck, MOST_CHECKS};

/// Keeps a comparison after the others. The same one, kept twice, is there once. False where there is no room.
pub fn keep_check(checks: &mut Vec<KeptCheck>, check: KeptCheck) -> bool {
    let came = |check: &KeptCheck| check.figures.iter().map(|one| (one.figure.clone(), one.came)).collect::<Vec<_>>();
    checks.retain(|other| other.on != check.on || came(other) != came(&check));
    let has_room = checks.len() < MOST_CHECKS;
    if has_room {
        checks.push(check);
    }
    has_room
}
