//! The same as counts: how many are where at a moment.

use super::path::Path;
use crate::analysis::Fate;

/// How many customers of the crowd are where [customers].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Have come so far.
    pub come: u64,
    /// Have neither bought nor dropped out.
    pub on_the_way: u64,
    pub dropped: u64,
    /// Have bought and are still there.
    pub customers: u64,
    pub left: u64,
    /// Customers by rung of the phase-out ladder, lowest first.
    pub rungs: Vec<u64>,
}

pub(super) fn counts(paths: &[Path], rungs: usize, time: f64) -> Counts {
    let mut counts = Counts { rungs: vec![0; rungs], ..Counts::default() };
    for path in paths.iter().filter(|path| path.came() <= time) {
        counts.come += 1;
        let has_bought = path.bought.is_some_and(|at| at <= time);
        match (has_bought, path.end <= time, path.fate) {
            (false, true, _) => counts.dropped += 1,
            (false, false, _) => counts.on_the_way += 1,
            (true, true, Fate::Left) => counts.left += 1,
            (true, ..) => {
                counts.customers += 1;
                if let Some(crowd) = counts.rungs.get_mut(path.rung(time)) {
                    *crowd += 1;
                }
            }
        }
    }
    counts
}
