//! A customer after the purchase, and what all encounters share: paying, reckoning, what is new, leaving.

use crate::engine::account::{Account, Standing};
use crate::engine::draws::Luck;
use crate::engine::life::record::{Life, Scratch};
use crate::engine::life::witness::Witness;
use crate::engine::link::{Blame, LinkIndex};
use crate::engine::world::World;
use crate::engine::world::persona::CompiledPersona;
use std::hint::select_unpredictable;
use std::ops::ControlFlow::{self, Break, Continue};

/// What each further time in the same period is worth: more of the same is not more. Past the last it is nothing.
const HALVES: [f64; 64] = {
    let mut halves = [1.0; 64];
    let mut i = 1;
    while i < 64 {
        halves[i] = halves[i - 1] * 0.5;
        i += 1;
    }
    halves
};

/// Whether the customer goes on, or leaves.
pub(super) type GoesOn<T = ()> = ControlFlow<Leaving, T>;

/// A leaving: what it is booked on, and whether the customer walked out at once.
#[derive(Clone, Copy)]
pub(super) struct Leaving {
    pub blame: Blame,
    pub walked_out: bool,
}

/// A customer after the purchase.
pub(super) struct Customer<'a, W: ?Sized> {
    pub luck: Luck,
    /// [prices per period]
    pub usefulness: f64,
    /// Rung of the phase-out ladder.
    pub rung: u32,
    /// Rungs that the customer has more than their persona.
    pub more_rungs: i32,
    /// The last tenure in which the customer would have left and was bound.
    pub bound_in: u32,
    pub scratch: &'a mut Scratch,
    pub life: Life,
    pub witness: &'a mut W,
}

impl<W: Witness + ?Sized> Customer<'_, W> {
    /// What the customer holds the account against.
    #[inline(always)]
    pub fn standing(&self, who: &CompiledPersona) -> Standing {
        Standing { usefulness: self.usefulness, chain_feel: who.chain_feel, felt_price: who.felt_price }
    }

    /// Pays an amount [prices].
    #[inline(always)]
    pub fn pay(&mut self, amount: f64) {
        self.life.revenue += amount;
        self.witness.paid(amount);
    }

    /// Part of a gain that is left [0..1]: half for each time the touchpoint has held in this period already.
    #[inline(always)]
    pub fn novelty(&mut self, touchpoint: usize, holds: bool) -> f64 {
        let times = &mut self.scratch.held[touchpoint];
        let novelty = HALVES[usize::from(*times)];
        *times = (*times + u8::from(holds)).min(HALVES.len() as u8 - 1);
        novelty
    }

    /// True while nobody may leave.
    #[inline(always)]
    fn is_bound(&self, who: &CompiledPersona) -> bool {
        self.life.tenures < who.binding
    }

    /// Walks out at once; who is bound stays, and will leave if the next reckoning that counts finds it too little.
    #[cold]
    #[inline(never)]
    pub fn walk_out(&mut self, who: &CompiledPersona, link: LinkIndex) -> GoesOn {
        if !self.is_bound(who) {
            return Break(Leaving { blame: Blame::Link(link), walked_out: true });
        }
        self.rung = who.rungs(self.more_rungs) - 1;
        self.stay_bound();
        Continue(())
    }

    /// Tells of a customer who stays only because they are bound.
    fn stay_bound(&mut self) {
        let tenure = self.life.tenures;
        if self.bound_in != tenure {
            self.bound_in = tenure;
            self.witness.stayed_bound(tenure, self.rung);
        }
    }

    /// Weighs value against price.
    #[inline(always)]
    pub fn reckon(&mut self, world: &World, who: &CompiledPersona, touchpoint: usize, account: &Account) -> GoesOn {
        let worth = self.standing(who).worth(account);
        self.rung = select_unpredictable(worth < who.felt_price, self.rung + 1, self.rung.saturating_sub(1));
        let rungs = who.rungs(self.more_rungs);
        if self.rung >= rungs {
            let is_bound = self.is_bound(who);
            self.rung -= u32::from(is_bound);
            self.witness.judged(touchpoint, worth, who.felt_price, self.rung, rungs);
            if !is_bound {
                return Break(Leaving { blame: self.standing(who).blame(*account), walked_out: false });
            }
            self.stay_bound();
        } else {
            self.witness.judged(touchpoint, worth, who.felt_price, self.rung, rungs);
        }
        if !world.pays_each_period {
            self.pay(world.price_ratio);
        }
        Continue(())
    }
}
