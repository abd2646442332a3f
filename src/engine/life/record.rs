//! What a life is lived in and with, and what it comes to.

use crate::engine::world::World;
use serde::{Deserialize, Serialize};

/// Which world a customer lives in: the same for all time, or by the calendar.
pub trait Worlds {
    /// The world of a calendar period.
    fn at(&self, period: i32) -> &World;
    /// How many tenures a customer who bought in a period is followed [periods].
    fn tenures(&self, purchase_period: i32) -> u32;
}

impl Worlds for World {
    #[inline(always)]
    fn at(&self, _period: i32) -> &World {
        self
    }

    #[inline(always)]
    fn tenures(&self, _purchase_period: i32) -> u32 {
        self.horizon
    }
}

/// How a life ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// Dropped out before the purchase.
    #[default]
    Dropped,
    /// Bought, and left within the horizon.
    Left,
    /// Bought, and is still there at the horizon.
    Stays,
}

/// What a life came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Life {
    pub persona: usize,
    pub fate: Fate,
    /// From first contact to the purchase or the drop-out [days].
    pub days: f64,
    /// Tenures lived as a customer, the one of leaving included [periods].
    pub tenures: u32,
    /// Paid and sold [prices].
    pub revenue: f64,
    pub offers_made: u32,
    pub offers_sold: u32,
    /// Complaints voiced.
    pub complaints: u32,
    /// Recommendation score 0..=10 at the last tenure lived; 0 for a customer who never bought.
    pub score: u8,
}

/// Working memory of a life, made once and used for many, so that a life allocates nothing.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    /// Draws used so far, by link, before the purchase; the upper half says by whom, so that nothing need be cleared.
    pub(super) uses: Vec<u64>,
    pub(super) life: u64,
    /// Times held in this period, by touchpoint.
    pub(super) held: Vec<u8>,
}

impl Scratch {
    /// Working memory for lives in worlds of this journey.
    pub fn for_world(world: &World) -> Self {
        Self::for_worlds(world, None)
    }

    /// Working memory for lives in a world and in another, which may have more links.
    pub fn for_worlds(world: &World, other: Option<&World>) -> Self {
        let most = |count: fn(&World) -> usize| other.map_or(0, count).max(count(world));
        Self { uses: vec![0; most(World::links)], life: 0, held: vec![0; most(World::touchpoints)] }
    }
}
