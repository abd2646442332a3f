//! A trial: a base world and other worlds beside it, lived by the same customers.

use crate::engine::{AffectedLives, TrialTally, World, live_twins};
use crate::model::{Change, ChangedJourney, CheckedJourney, Field, Journey, Problem, Scenario, apply, check_scenario};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A base world and others beside it, to be lived by the same customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trial {
    pub base: Scenario,
    pub others: Vec<Scenario>,
    /// A chain feel that every persona has in place of their own [0..1].
    #[serde(default)]
    pub chain_feel: Option<f64>,
    pub seed: u64,
    /// [customers]
    pub customers: u64,
}

impl Trial {
    /// All problems of the first of its scenarios that has any; none if it can be compiled.
    pub fn problems(&self, journey: &CheckedJourney) -> Vec<Problem> {
        let scenarios = std::iter::once(&self.base).chain(&self.others);
        let problems = scenarios.map(|scenario| check_scenario(journey, &self.lived(scenario)));
        problems.into_iter().find(|problems| !problems.is_empty()).unwrap_or_default()
    }

    /// One of its scenarios as it is lived: a chain feel that all have stands above the one that a scenario gives some.
    fn lived(&self, scenario: &Scenario) -> Scenario {
        let mut scenario = scenario.clone();
        scenario.qualities.retain(|change| self.chain_feel.is_none() || change.quality != Field::ChainFeel);
        scenario
    }
}

/// A trial, compiled and ready to be lived block by block.
#[derive(Clone, Debug)]
pub struct CompiledTrial {
    base: World,
    others: Vec<(World, AffectedLives)>,
    seed: u64,
    customers: u64,
}

impl CompiledTrial {
    /// Compiles all worlds of a trial.
    ///
    /// # Errors
    /// All problems of the first scenario that has any.
    pub fn new(journey: &CheckedJourney, trial: &Trial) -> Result<Self, Vec<Problem>> {
        let with_chain_feel = trial.chain_feel.map(|chain_feel| journey.with_chain_feel(chain_feel));
        let journey = with_chain_feel.as_ref().unwrap_or(journey);
        let lived = |scenario: &Scenario| journey.changed(&trial.lived(scenario));
        let base = lived(&trial.base)?;
        let other = |scenario: &Scenario| -> Result<(World, AffectedLives), Vec<Problem>> {
            let other = lived(scenario)?;
            Ok((World::new(&other), affected(&base, &other)))
        };
        let others = trial.others.iter().map(other).collect::<Result<_, _>>()?;
        Ok(Self { base: World::new(&base), others, seed: trial.seed, customers: trial.customers })
    }

    /// How many customers there are to live [customers].
    pub fn customers(&self) -> u64 {
        self.customers
    }

    /// The tally of nobody, to add others to.
    pub fn nobody(&self) -> TrialTally {
        TrialTally::nobody(&self.base, self.others.len())
    }

    /// Lives blocks of the population.
    pub fn live(&self, blocks: Range<u64>) -> TrialTally {
        live_twins(&self.base, &self.others, self.seed, blocks, self.customers)
    }
}

/// Strengths by link index in the world of a scenario [0..1].
pub(super) fn strengths(journey: &Journey, scenario: &Scenario) -> Vec<f64> {
    strengths_of(&apply(journey, scenario))
}

/// Strengths by link index [0..1].
fn strengths_of(journey: &Journey) -> Vec<f64> {
    let touchpoints = journey.touchpoints.iter().map(|t| t.strength.likely);
    touchpoints.chain(journey.handovers.iter().map(|h| h.strength.likely)).collect()
}

/// The lives that the step from the base to another scenario may affect.
fn affected(base: &ChangedJourney, other: &ChangedJourney) -> AffectedLives {
    let (from, to) = (base.scenario(), other.scenario());
    let same_world = from.strain == to.strain && from.price == to.price && from.qualities == to.qualities;
    if same_world && besides_strength(from).eq(besides_strength(to)) {
        AffectedLives::by_strength(&strengths_of(base.journey()), &strengths_of(other.journey()))
    } else {
        AffectedLives::everybody()
    }
}

/// The changes in force that set anything but a strength, in their order.
fn besides_strength(scenario: &Scenario) -> impl Iterator<Item = &Change> {
    let in_force = scenario.improvements.iter().filter(|improvement| !improvement.off);
    in_force.flat_map(|improvement| &improvement.changes).filter(|change| match change {
        Change::Strengthen { .. } => false,
        Change::Set { lever, .. } => *lever != Field::Strength,
    })
}
