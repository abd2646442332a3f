//! What has been lived for a question so far, round by round.

use super::Trial;
use crate::engine::{TrialTally, Twins};

/// What a question wants lived before it can go on.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted(pub Vec<Trial>);

/// What has been lived for a question so far. A question reads it from its beginning each time that it is asked.
#[derive(Clone, Copy, Debug)]
pub struct Rounds<'a> {
    lived: &'a [Vec<TrialTally>],
}

/// Whether these are what trials like these give.
fn are_of(lived: &[TrialTally], trials: &[Trial]) -> bool {
    lived.len() == trials.len() && lived.iter().zip(trials).all(|(l, trial)| l.twins.len() == trial.others.len())
}

impl<'a> Rounds<'a> {
    /// The rounds lived so far, each with what came of its trials, in their order.
    pub fn new(lived: &'a [Vec<TrialTally>]) -> Self {
        Self { lived }
    }

    /// What came of the next round's trials.
    ///
    /// # Errors
    /// The trials themselves, when they have not been lived yet.
    pub(super) fn live(&mut self, trials: Vec<Trial>) -> Result<&'a [TrialTally], Wanted> {
        if trials.is_empty() {
            return Ok(&[]);
        }
        match self.lived.split_first() {
            Some((round, rest)) if are_of(round, &trials) => {
                self.lived = rest;
                Ok(round)
            }
            _ => Err(Wanted(trials)),
        }
    }

    /// The same for a round of so many.
    pub(super) fn live_these<const N: usize>(&mut self, trials: [Trial; N]) -> Result<&'a [TrialTally; N], Wanted> {
        let round = self.live(trials.to_vec())?;
        round.try_into().map_err(|_| Wanted(trials.to_vec()))
    }

    /// The same for a round of one trial with one other world.
    pub(super) fn live_twins(&mut self, trial: Trial) -> Result<(&'a TrialTally, &'a Twins), Wanted> {
        let [lived] = self.live_these([trial.clone()])?;
        lived.twins.first().map(|twins| (lived, twins)).ok_or(Wanted(vec![trial]))
    }
}
