//! After the purchase: fading, encounters and reckonings, tenure by tenure.

mod batch;
mod customer;
mod encounter;
mod failure;
mod walk;

use super::before::Purchase;
use super::record::{Fate, Life, Scratch, Worlds};
use super::witness::Witness;
use crate::engine::account::Account;
use crate::engine::draws::{Address, Luck};
use crate::engine::positions::after::{DAY_OF_PURCHASE, TENURE};
use crate::engine::world::World;
use crate::engine::world::period_plan::PlanItem;
use crate::engine::world::persona::CompiledPersona;
use customer::{Customer, GoesOn, Leaving};
use std::ops::ControlFlow::{Break, Continue};

/// Lives a customer from the purchase to leaving or the end of what is followed, with the account up to then.
///
/// The account is not part of [`Customer`] but handed along, as a copy to what is not inlined: so it stays in registers.
#[inline(always)]
pub(super) fn live_after_purchase<P: Worlds + ?Sized, W: Witness + ?Sized>(
    worlds: &P,
    luck: Luck,
    persona: usize,
    purchase: Purchase,
    mut account: Account,
    scratch: &mut Scratch,
    witness: &mut W,
) -> Life {
    let world = worlds.at(purchase.period);
    let who = &world.personas[persona];
    let usefulness = who.usefulness_of(luck);
    let life = Life { persona, days: purchase.days, ..Life::default() };
    let more_rungs = who.more_rungs_of(luck);
    let mut customer = Customer { luck, usefulness, rung: 0, more_rungs, bound_in: u32::MAX, scratch, life, witness };
    account.pains += who.remorse;
    customer.witness.bought(purchase.touchpoint, customer.life.days, &account);

    let outcome = customer.live_day_of_purchase(world, who, purchase.touchpoint, &mut account);
    if customer.close_tenure(0, outcome, world, who, &account) {
        return customer.life;
    }
    for tenure in 1..worlds.tenures(purchase.period) + 1 {
        let world = worlds.at(purchase.period + tenure as i32);
        let who = &world.personas[persona];
        customer.life.tenures = tenure;
        let outcome = customer.live_period(world, who, tenure, &mut account);
        if customer.close_tenure(tenure, outcome, world, who, &account) {
            return customer.life;
        }
    }
    customer.life.fate = Fate::Stays;
    let world = worlds.at(purchase.period + customer.life.tenures as i32);
    customer.life.score = customer.standing(&world.personas[persona]).score(&account);
    customer.life
}

impl<W: Witness + ?Sized> Customer<'_, W> {
    /// Closes a tenure. True if it was the last.
    #[inline(always)]
    fn close_tenure(
        &mut self,
        tenure: u32,
        outcome: GoesOn,
        world: &World,
        who: &CompiledPersona,
        account: &Account,
    ) -> bool {
        if let Break(Leaving { blame, walked_out }) = outcome {
            self.life.fate = Fate::Left;
            self.life.score = self.standing(who).score(account);
            self.witness.left(tenure, blame, walked_out, account);
        } else if tenure > 0 && world.pays_each_period {
            self.pay(world.price_ratio);
        }
        self.witness.lived(tenure, self.rung, outcome.is_continue(), account, self.standing(who));
        outcome.is_break()
    }

    /// The handover out of the purchase, walked as an encounter.
    #[inline(always)]
    fn live_day_of_purchase(
        &mut self,
        world: &World,
        who: &CompiledPersona,
        purchase: usize,
        account: &mut Account,
    ) -> GoesOn {
        let compiled = &who.touchpoints[purchase];
        if !compiled.has_ways {
            return Continue(());
        }
        self.scratch.held.fill(0);
        account.lend(|lent| self.walk_on(world, who, compiled.address.plus(DAY_OF_PURCHASE), compiled, lent))
    }

    /// What comes round in a period.
    #[inline(always)]
    fn live_period(&mut self, world: &World, who: &CompiledPersona, tenure: u32, account: &mut Account) -> GoesOn {
        account.fade(who.keep);
        if who.repeats {
            self.scratch.held.fill(0);
        }
        self.witness.began(tenure, account);
        let at = Address::steps(u64::from(tenure) * TENURE);
        for item in who.plans.items_in(tenure) {
            match item {
                PlanItem::Batch(batch) => self.meet_batch(world, who, batch, at, account)?,
                PlanItem::Walks(start) => account.lend(|lent| self.take_walks(world, who, start, at, lent))?,
            }
        }
        Continue(())
    }
}
