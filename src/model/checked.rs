//! Journeys and scenarios that have been checked: what takes one of these checks nothing again.

use super::{Journey, Problem, Scenario, apply, check, check_scenario};
use std::ops::Deref;
use std::sync::Arc;

/// What finds all that is wrong with a scenario for a journey.
type Rules = fn(&Journey, &Scenario) -> Vec<Problem>;

/// A journey without problems.
#[derive(Clone, Debug)]
pub struct CheckedJourney {
    journey: Arc<Journey>,
    rules: Rules,
}

impl CheckedJourney {
    /// The journey, once it is checked.
    ///
    /// # Errors
    /// Everything that is wrong with the journey; never empty.
    pub fn new(journey: impl Into<Arc<Journey>>) -> Result<Self, Vec<Problem>> {
        let journey = journey.into();
        let problems = check(&journey);
        if problems.is_empty() { Ok(Self { journey, rules: check_scenario }) } else { Err(problems) }
    }

    /// A journey that was checked before it came here, as every scenario of it was: from the page, which sends its workers
    /// nothing else. So they need no rules of their own.
    pub(crate) fn checked_before(journey: Journey) -> Self {
        Self { journey: Arc::new(journey), rules: |_, _| Vec::new() }
    }

    /// The same journey with one chain feel [0..1] for every persona. No rule looks at it together with another field,
    /// so that within its bounds the journey stays right.
    pub fn with_chain_feel(&self, chain_feel: f64) -> Self {
        let mut journey = Journey::clone(self);
        for persona in &mut journey.personas {
            persona.chain_feel = chain_feel.clamp(0.0, 1.0);
        }
        Self { journey: Arc::new(journey), rules: self.rules }
    }

    /// The journey as a scenario changes it, once the scenario is checked for it.
    ///
    /// # Errors
    /// Everything that is wrong with the scenario, and with the journey as it would be; never empty.
    pub fn changed(&self, scenario: &Scenario) -> Result<ChangedJourney, Vec<Problem>> {
        let problems = (self.rules)(self, scenario);
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(ChangedJourney { journey: apply(self, scenario), scenario: scenario.clone() })
    }

    /// The journey as it is, which a scenario that changes nothing leaves.
    pub fn unchanged(&self) -> ChangedJourney {
        ChangedJourney { journey: Journey::clone(self), scenario: Scenario::default() }
    }
}

impl Deref for CheckedJourney {
    type Target = Journey;

    fn deref(&self) -> &Journey {
        &self.journey
    }
}

impl PartialEq for CheckedJourney {
    fn eq(&self, other: &Self) -> bool {
        self.journey == other.journey
    }
}

/// A checked journey as a checked scenario changes it: a world that can be compiled.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedJourney {
    journey: Journey,
    scenario: Scenario,
}

impl ChangedJourney {
    /// The journey with the changes.
    pub fn journey(&self) -> &Journey {
        &self.journey
    }

    /// The scenario: its strain and its price act on the world, not on the journey.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }
}
