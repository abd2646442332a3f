//! A world: a journey compiled with a scenario. Flat arrays, indices instead of names, chances ready to compare, so
//! that a life looks nothing up and allocates nothing.

pub(super) mod batch;
mod compile;
mod fingerprint;
pub(super) mod links;
pub(super) mod period_plan;
pub(super) mod persona;

use super::draws::{Chance, Luck};
use super::positions::once;
use crate::model::{LinkId, PersonaId};
use links::CompiledHandover;
use persona::CompiledPersona;
use serde::{Deserialize, Serialize};

/// How far a change can reach in somebody's life: what it cannot reach is the same for certain, not by chance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeReach {
    /// Who buys, and when.
    pub buying: bool,
    /// Anything at all.
    pub anything: bool,
}

impl ChangeReach {
    /// What either reaches.
    pub(super) fn or(self, other: Self) -> Self {
        Self { buying: self.buying | other.buying, anything: self.anything | other.anything }
    }
}

/// A journey compiled with a scenario.
#[derive(Clone, Debug)]
pub struct World {
    pub(super) touchpoints: usize,
    pub(super) handovers: Vec<CompiledHandover>,
    pub(super) personas: Vec<CompiledPersona>,
    pub(super) persona_up_to: Vec<Chance>,
    /// First touchpoint of each phase before the purchase.
    pub(super) first_of_phase: Vec<Option<usize>>,
    /// True if a customer can come back to a link before the purchase.
    pub(super) has_loops: bool,
    /// Touchpoint that takes complaints. `None` if there is none.
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
    /// True if it may have other touchpoints or ways than the world that it is set beside.
    pub(super) is_rebuilt: bool,
}

impl World {
    /// The world of a journey of another structure than the one that it is set beside: nobody's life in it can be told to be
    /// the same by its figures alone.
    pub fn rebuilt(self) -> Self {
        Self { is_rebuilt: true, ..self }
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

    /// Highest tolerance that a customer can have [rungs].
    pub fn top_rung(&self) -> usize {
        self.top_rung
    }

    /// How far the change to another world of the same journey reaches, by persona. Without one nowhere.
    pub(super) fn reach(&self, other: Option<&Self>) -> impl Iterator<Item = ChangeReach> {
        let is_rebuilt = other.is_some_and(|world| world.is_rebuilt);
        self.personas.iter().enumerate().map(move |(at, mine)| {
            if is_rebuilt {
                return ChangeReach { buying: true, anything: true };
            }
            let theirs = other.and_then(|world| world.personas.get(at)).unwrap_or(mine).fingerprint;
            let buying = mine.fingerprint.way != theirs.way;
            ChangeReach { buying, anything: buying || mine.fingerprint.life != theirs.life }
        })
    }

    /// Index of the persona that a customer is.
    pub(super) fn persona_of(&self, luck: Luck) -> usize {
        if self.personas.len() == 1 {
            return 0;
        }
        let word = luck.word(once::PERSONA);
        self.persona_up_to.iter().position(|up_to| up_to.high(word)).unwrap_or(self.personas.len() - 1)
    }
}
