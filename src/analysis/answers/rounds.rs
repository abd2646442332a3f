//! What has been lived for a question so far, round by round.

use super::Trial;
use crate::engine::Lived;

/// What a question wants lived before it can go on.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted(pub Vec<Trial>);

/// What has been lived for a question so far. A question reads it from its beginning each time that it is asked.
#[derive(Clone, Copy, Debug)]
pub struct Rounds<'a> {
    lived: &'a [Vec<Lived>],
}

impl<'a> Rounds<'a> {
    /// The rounds lived so far, each with what came of its trials, in their order.
    pub fn new(lived: &'a [Vec<Lived>]) -> Self {
        Self { lived }
    }

    /// What came of the next round's trials.
    ///
    /// # Errors
    /// The trials themselves, when they have not been lived yet.
    pub(super) fn live(&mut self, trials: Vec<Trial>) -> Result<&'a [Lived], Wanted> {
        match self.lived.split_first() {
            Some((round, rest)) if round.len() == trials.len() => {
                self.lived = rest;
                Ok(round)
            }
            _ => Err(Wanted(trials)),
        }
    }

    /// The same for a round of one trial.
    pub(super) fn live_one(&mut self, trial: Trial) -> Result<&'a Lived, Wanted> {
        let again = trial.clone();
        self.live(vec![trial])?.first().ok_or(Wanted(vec![again]))
    }
}
