//! Studies: what they say of the ready journeys, and where they can be told otherwise.

mod best_option;
mod budget;
mod chain;
mod plausible;
mod rank;
mod reach;
mod rescue;
mod split;
mod strain;
mod taken;
mod trial;

use kedja::analysis::Estimate;
use kedja::analysis::studies::{Goal, LivedRounds, NeedsTrials, StudyTerms};
use kedja::model::{Journey, Scenario};
use kedja::runner::{answer, live_here};

/// A question about a journey as it is, with one unit of effort.
pub fn terms(journey: Journey, goal: Goal, customers: u64) -> StudyTerms {
    StudyTerms { journey, base: Scenario::default(), goal, effort: 1.0, seed: 1, customers }
}

pub fn ready(id: &str) -> Journey {
    kedja::exchange::ready(id).unwrap_or_else(|| panic!("{id} is a ready journey")).journey()
}

/// The answer to a question about a journey without problems.
#[track_caller]
pub fn asked<A>(terms: &StudyTerms, question: impl Fn(&StudyTerms, &mut LivedRounds) -> Result<A, NeedsTrials>) -> A {
    let found = answer(&terms.journey, |rounds| question(terms, rounds), live_here);
    found.unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// How much better an effect is than none.
#[track_caller]
pub fn gain(goal: Goal, effect: Option<Estimate>) -> f64 {
    goal.gain(effect.expect("there is something to count")).value
}
