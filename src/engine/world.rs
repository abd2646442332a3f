//! A world: a journey compiled with a scenario. Flat arrays, indices instead of names, chances ready to compare, so
//! that a life looks nothing up and allocates nothing.

use super::compile::compile;
use super::draws::Address;
use super::plans::Plans;
use super::{Chance, Luck};
use crate::model::{Journey, LinkId, PersonaId, Problem, Scenario, apply, check, check_scenario};
use serde::{Deserialize, Serialize};

/// A link by its index: touchpoints in journey order, then handovers in theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Link(pub usize);

/// What a customer draws once in a life has places of its own.
const DRAW_PERSONA: Address = Address::steps(1 << 56);
const DRAW_ENTRY: Address = Address::steps(2 << 56);
const DRAW_USEFULNESS: Address = Address::steps(3 << 56);

/// A touchpoint, compiled for one persona: all that a visit needs lies in one place.
#[derive(Clone, Debug)]
pub(super) struct Stop {
    pub address: Address,
    /// Holds under this strain and at this price, for a customer with no gap.
    pub holds: Chance,
    pub gain: f64,
    pub pain: f64,
    pub days: f64,
    /// Phase index.
    pub phase: u32,
    pub is_purchase: bool,
    pub is_offer: bool,
    /// After the purchase: can be met more than once in a period, and then gives less.
    pub repeats: bool,
    pub has_ways: bool,
    /// Before the purchase, where nothing but holding or failing can happen: the way that all take on who hold.
    pub straight: Option<Straight>,
    pub sensing: Chance,
    pub worth: f64,
    pub after_failure: AfterFailure,
    /// The handover that everybody takes from here, where there is just one.
    pub sole_way: Option<usize>,
    /// Where the ways on stand among the persona's.
    pub ways: (u32, u32),
}

/// A handover that everybody takes, that can't fail and that takes no time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Straight {
    pub link: Link,
    pub to: usize,
}

/// A handover, compiled.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    pub address: Address,
    pub to: usize,
    pub holds: Chance,
    pub pain: f64,
    pub days: f64,
    pub after_failure: AfterFailure,
}

/// What may follow a failure after the purchase.
#[derive(Clone, Copy, Debug)]
pub(super) struct AfterFailure {
    pub voiced: Chance,
    pub walks_out: Chance,
    /// Whether either can happen.
    pub is_any: bool,
}

impl AfterFailure {
    /// Whether anything follows, by the word drawn for it.
    #[inline(always)]
    pub fn is_drawn(&self, word: u64) -> bool {
        self.voiced.high(word) | self.walks_out.low(word)
    }
}

/// An entry, compiled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entrance {
    /// Up to here of 2³².
    pub up_to: Chance,
    pub touchpoint: usize,
    pub readiness: u32,
}

/// A persona, compiled.
#[derive(Clone, Debug)]
pub(super) struct Persona {
    pub entrances: Vec<Entrance>,
    /// Mean and spread.
    pub usefulness: (f64, f64),
    pub felt_price: f64,
    pub patience: Chance,
    pub tolerance: u32,
    /// What a period's fading leaves.
    pub keep: f64,
    pub chain_feel: f64,
    pub remorse: f64,
    pub plans: Plans,
    /// Whether any touchpoint can be met more than once in a period.
    pub repeats: bool,
    /// By touchpoint.
    pub stops: Vec<Stop>,
    /// Chance of holding before the purchase, by touchpoint and gap.
    pub holds: Vec<Chance>,
    pub gaps: usize,
    /// Ways on, cumulative, touchpoint by touchpoint.
    pub ways: Vec<(Chance, usize)>,
}

impl Persona {
    #[inline(always)]
    pub fn entry_of(&self, luck: Luck) -> Entrance {
        let first = self.entrances[0];
        if self.entrances.len() == 1 {
            return first;
        }
        let word = luck.word(DRAW_ENTRY);
        self.entrances.iter().find(|e| e.up_to.high(word)).copied().unwrap_or(first)
    }

    #[inline(always)]
    pub fn usefulness_of(&self, luck: Luck) -> f64 {
        let (mean, spread) = self.usefulness;
        if spread == 0.0 { mean } else { mean + spread * luck.normal(DRAW_USEFULNESS) }
    }

    #[inline(always)]
    pub fn holds(&self, touchpoint: usize, stop: &Stop, gap: u32) -> Chance {
        if gap == 0 { stop.holds } else { self.holds[touchpoint * self.gaps + gap as usize] }
    }

    /// The handover taken out of a touchpoint, by the lower half of a word that is only drawn when it is needed.
    #[inline(always)]
    pub fn way(&self, stop: &Stop, word: impl FnOnce() -> u64) -> Option<usize> {
        if stop.sole_way.is_some() || !stop.has_ways {
            return stop.sole_way;
        }
        let word = word();
        let (from, to) = stop.ways;
        let ways = &self.ways[from as usize..to as usize];
        ways.iter().find(|(up_to, _)| up_to.low(word)).map(|(_, handover)| *handover)
    }
}

/// A journey compiled with a scenario.
#[derive(Clone, Debug)]
pub struct World {
    pub(super) touchpoints: usize,
    pub(super) handovers: Vec<Passage>,
    pub(super) personas: Vec<Persona>,
    pub(super) persona_up_to: Vec<Chance>,
    /// First touchpoint of each phase before the purchase.
    pub(super) first_of_phase: Vec<Option<usize>>,
    /// Whether a link before the purchase can be come back to.
    pub(super) goes_round: bool,
    pub(super) desk: Option<usize>,
    pub(super) horizon: u32,
    pub(super) period_days: f64,
    pub(super) periods_per_year: f64,
    /// Price now, in the journey's own [prices].
    pub(super) price_ratio: f64,
    pub(super) pays_each_period: bool,
    pub(super) arrivals: f64,
    pub(super) echo: f64,
    pub(super) warm_up: i32,
    pub(super) top_rung: usize,
    pub(super) link_ids: Vec<LinkId>,
    pub(super) persona_ids: Vec<PersonaId>,
}

impl World {
    /// Compiles the what-if world of a scenario (with an empty one: the world as it is).
    ///
    /// # Errors
    /// All problems of the journey, of the scenario, and of the journey as the scenario changes it.
    pub fn new(journey: &Journey, scenario: &Scenario) -> Result<Self, Vec<Problem>> {
        let mut problems = check(journey);
        if problems.is_empty() {
            problems = check_scenario(journey, scenario);
        }
        if problems.is_empty() { Ok(compile(&apply(journey, scenario), scenario)) } else { Err(problems) }
    }

    /// Links: touchpoints and handovers.
    pub fn links(&self) -> usize {
        self.link_ids.len()
    }

    /// Touchpoints, which come before the handovers in every list by link.
    pub fn touchpoints(&self) -> usize {
        self.touchpoints
    }

    /// Ids by link index.
    pub fn link_ids(&self) -> &[LinkId] {
        &self.link_ids
    }

    /// Ids by persona index.
    pub fn persona_ids(&self) -> &[PersonaId] {
        &self.persona_ids
    }

    /// Periods that every buyer is followed.
    pub fn horizon(&self) -> u32 {
        self.horizon
    }

    /// Highest tolerance among the personas [rungs].
    pub fn top_rung(&self) -> usize {
        self.top_rung
    }

    pub(super) fn persona_of(&self, luck: Luck) -> usize {
        if self.personas.len() == 1 {
            return 0;
        }
        let word = luck.word(DRAW_PERSONA);
        self.persona_up_to.iter().position(|up_to| up_to.high(word)).unwrap_or(self.personas.len() - 1)
    }
}
