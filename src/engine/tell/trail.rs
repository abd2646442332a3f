//! The crowd: lives of single customers as trails, short enough to be sent and drawn.

use crate::engine::account::Account;
use crate::engine::draws::Luck;
use crate::engine::life::{DropReason, Fate, Scratch, Witness, Worlds, live};
use crate::engine::link::{Blame, LinkIndex};
use crate::engine::world::World;
use serde::{Deserialize, Serialize};

/// A step of a trail. Links are indices as in [`LinkIndex`]; a journey has fewer than 2¹⁶ of them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum TrailStep {
    /// Time passed at a link before the purchase [days].
    Waited {
        link: u16,
        days: f32,
    },
    Held {
        link: u16,
    },
    Failed {
        link: u16,
    },
    /// Was taken straight to another touchpoint.
    Sensed {
        to: u16,
    },
    /// Dropped out before the purchase, booked on a link.
    Dropped {
        link: u16,
    },
    Bought,
    /// A tenure began.
    Began,
    /// A reckoning was judged; the rung is the one after it.
    Judged {
        rung: u8,
    },
    /// Left, booked on a link or, without one, on the price.
    Left {
        link: Option<u16>,
    },
}

/// What one customer did, from first contact on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Trail {
    /// Index of the persona.
    pub persona: u16,
    /// Touchpoint of the first contact.
    pub entry: u16,
    pub fate: Fate,
    pub steps: Vec<TrailStep>,
}

/// The trails of the first `customers` of a seed, in their order.
pub fn live_crowd(world: &World, seed: u64, customers: u64) -> Vec<Trail> {
    let mut scratch = Scratch::for_world(world);
    (0..customers)
        .map(|customer| {
            let mut trail = Trail::default();
            let luck = Luck::of(seed, customer);
            trail.fate = live::<dyn Worlds, dyn Witness>(world, luck, 0, &mut scratch, &mut trail).fate;
            trail
        })
        .collect()
}

impl Witness for Trail {
    fn arrived(&mut self, persona: usize, touchpoint: usize, _readiness: usize) {
        (self.persona, self.entry) = (persona as u16, touchpoint as u16);
    }

    fn sensed(&mut self, _touchpoint: usize, to: usize) {
        self.steps.push(TrailStep::Sensed { to: to as u16 });
    }

    fn waited(&mut self, link: LinkIndex, days: f64) {
        self.steps.push(TrailStep::Waited { link: link.0 as u16, days: days as f32 });
    }

    fn tried(&mut self, link: LinkIndex, holds: bool, account: &Account) {
        self.met(link, holds, account);
    }

    fn met(&mut self, link: LinkIndex, holds: bool, _account: &Account) {
        let link = link.0 as u16;
        self.steps.push(if holds { TrailStep::Held { link } } else { TrailStep::Failed { link } });
    }

    fn dropped(&mut self, link: LinkIndex, _why: DropReason) {
        self.steps.push(TrailStep::Dropped { link: link.0 as u16 });
    }

    fn bought(&mut self, _touchpoint: usize, _days: f64, _account: &Account) {
        self.steps.push(TrailStep::Bought);
    }

    fn began(&mut self, _tenure: u32, _account: &Account) {
        self.steps.push(TrailStep::Began);
    }

    fn judged(&mut self, _touchpoint: usize, _worth: f64, _felt_price: f64, rung: u32, _rungs: u32) {
        self.steps.push(TrailStep::Judged { rung: rung.min(u32::from(u8::MAX)) as u8 });
    }

    fn stayed_bound(&mut self, _tenure: u32, rung: u32) {
        // On a failure it is no reckoning that took them to the last rung.
        self.steps.push(TrailStep::Judged { rung: rung.min(u32::from(u8::MAX)) as u8 });
    }

    fn left(&mut self, _tenure: u32, blame: Blame, _walked_out: bool, _account: &Account) {
        let link = match blame {
            Blame::Link(link) | Blame::Either(link) => Some(link.0 as u16),
            Blame::Price => None,
        };
        self.steps.push(TrailStep::Left { link });
    }
}
