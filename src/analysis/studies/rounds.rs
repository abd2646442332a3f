//! What has been lived for a study so far, round by round.

use super::Trial;
use crate::engine::{TrialTally, Twins};

/// The trials that must be lived before a study can go on.
#[derive(Clone, Debug, PartialEq)]
pub struct NeedsTrials(pub Vec<Trial>);

/// What has been lived for a study so far. A study reads it from its beginning each time that it is run.
#[derive(Clone, Copy, Debug)]
pub struct LivedRounds<'a> {
    lived: &'a [Vec<TrialTally>],
}

/// True if these are what trials like these give.
fn are_of(lived: &[TrialTally], trials: &[Trial]) -> bool {
    lived.len() == trials.len() && lived.iter().zip(trials).all(|(l, trial)| l.twins.len() == trial.others.len())
}

impl<'a> LivedRounds<'a> {
    /// The rounds so far, each with what came of its trials, in their order.
    pub fn new(lived: &'a [Vec<TrialTally>]) -> Self {
        Self { lived }
    }

    /// What came of the next round's trials.
    ///
    /// # Errors
    /// The trials themselves, when they have not been lived yet.
    pub(super) fn live(&mut self, trials: Vec<Trial>) -> Result<&'a [TrialTally], NeedsTrials> {
        if trials.is_empty() {
            return Ok(&[]);
        }
        match self.lived.split_first() {
            Some((round, rest)) if are_of(round, &trials) => {
                self.lived = rest;
                Ok(round)
            }
            _ => Err(NeedsTrials(trials)),
        }
    }

    /// The same for a round whose number of trials is known.
    pub(super) fn live_these<const N: usize>(
        &mut self,
        trials: [Trial; N],
    ) -> Result<&'a [TrialTally; N], NeedsTrials> {
        let round = self.live(trials.to_vec())?;
        round.try_into().map_err(|_| NeedsTrials(trials.to_vec()))
    }

    /// The same for a round of one trial with one other world.
    pub(super) fn live_twins(&mut self, trial: Trial) -> Result<(&'a TrialTally, &'a Twins), NeedsTrials> {
        let [lived] = self.live_these([trial.clone()])?;
        lived.twins.first().map(|twins| (lived, twins)).ok_or(NeedsTrials(vec![trial]))
    }
}
