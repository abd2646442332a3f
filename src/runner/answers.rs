//! Answers to questions: what a question wants lived is lived, and the question asked again, until it answers.

use super::clerk::CHUNK;
use crate::analysis::answers::{Party, Rounds, Trial, Wanted};
use crate::engine::{BLOCK, TrialTally};
use crate::model::{Journey, Problem};

/// Asks a question about a journey until it answers; `live` lives a trial.
///
/// # Errors
/// All problems of the journey, or of a scenario that the question wants lived.
pub fn answer<A>(
    journey: &Journey,
    question: impl Fn(&mut Rounds) -> Result<A, Wanted>,
    mut live: impl FnMut(&Party) -> TrialTally,
) -> Result<A, Vec<Problem>> {
    let mut lived: Vec<Vec<TrialTally>> = Vec::new();
    loop {
        match question(&mut Rounds::new(&lived)) {
            Ok(answer) => return Ok(answer),
            Err(Wanted(trials)) => {
                let of = |trial: &Trial| Ok(live(&Party::new(journey, trial)?));
                lived.push(trials.iter().map(of).collect::<Result<_, Vec<Problem>>>()?);
            }
        }
    }
}

/// Lives a whole trial here and now, a few blocks at a time.
pub fn live_here(party: &Party) -> TrialTally {
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
