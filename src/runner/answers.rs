//! Answers to questions: what a question wants lived is lived, and the question asked again, until it answers.

use super::clerk::CHUNK;
use crate::analysis::studies::{CompiledTrial, LivedRounds, NeedsTrials, Trial};
use crate::engine::{BLOCK, TrialTally};
use crate::model::{Journey, Problem};

/// Asks a question about a journey until it answers; `live` lives a trial.
///
/// # Errors
/// All problems of the journey, or of a scenario that the question wants lived.
pub fn answer<A>(
    journey: &Journey,
    question: impl Fn(&mut LivedRounds) -> Result<A, NeedsTrials>,
    mut live: impl FnMut(&CompiledTrial) -> TrialTally,
) -> Result<A, Vec<Problem>> {
    let mut lived: Vec<Vec<TrialTally>> = Vec::new();
    loop {
        match question(&mut LivedRounds::new(&lived)) {
            Ok(answer) => return Ok(answer),
            Err(NeedsTrials(trials)) => {
                let of = |trial: &Trial| Ok(live(&CompiledTrial::new(journey, trial)?));
                lived.push(trials.iter().map(of).collect::<Result<_, Vec<Problem>>>()?);
            }
        }
    }
}

/// Lives a whole trial here and now, a few blocks at a time.
pub fn live_here(party: &CompiledTrial) -> TrialTally {
    let blocks = party.customers().div_ceil(BLOCK);
    let mut lived = party.nobody();
    let mut next = 0;
    while next < blocks {
        let until = blocks.min(next + CHUNK);
        lived.add(&party.live(next..until));
        next = until;
    }
    lived
}
