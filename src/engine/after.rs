//! After the purchase: fading, encounters and reckonings, tenure by tenure.

mod encounter;
mod failure;
mod passing;
mod walk;

use super::account::Standing;
use super::before::Purchase;
use super::draws::Address;
use super::plans::Turn;
use super::witness::Blame;
use super::world::Persona;
use super::{Account, Fate, Life, Luck, Scratch, Witness, World, Worlds};
use std::hint::select_unpredictable;

/// Purposes of the draws after the purchase, as positions beside each other; 0 is whether a link holds (upper half) and,
/// at the start of a walk, whether it takes place at all (lower half).
pub(super) const FAILURE: Address = Address::steps(1);
const WAY: Address = Address::steps(2);
const DESK: Address = Address::steps(3);
const DESK_FAILURE: Address = Address::steps(4);
/// A position is tenure · 2¹⁶ + encounter · 2¹⁰ + step · 2⁴ + purpose, from the address of the starting touchpoint.
const STEP: u64 = 1 << 4;
const ENCOUNTER: u64 = 1 << 10;
const TENURE: u64 = 1 << 16;
/// The walk on the day of purchase starts at a touchpoint that has drawn before the purchase already.
const DAY_OF_PURCHASE: Address = Address::steps(1 << 40);

/// Goes on, or is a leaving.
type GoesOn<T = ()> = Result<T, Leaving>;

/// A leaving: what it is booked on, and whether at once.
#[derive(Clone, Copy)]
struct Leaving {
    blame: Blame,
    walked_out: bool,
}

/// Lives a customer from the purchase to leaving or the end of what is followed.
///
/// The account is not part of [`Customer`] but handed along, by value to what is not inlined: so it stays in registers.
#[inline(always)]
pub(super) fn stay<P: Worlds, W: Witness>(
    worlds: &P,
    luck: Luck,
    persona: usize,
    purchase: Purchase,
    scratch: &mut Scratch,
    witness: &mut W,
) -> Life {
    let world = worlds.at(purchase.period);
    let who = &world.personas[persona];
    let usefulness = who.usefulness_of(luck);
    let life = Life { persona, days: purchase.days, ..Life::default() };
    let mut customer = Customer { luck, usefulness, rung: 0, scratch, life, witness };
    let mut account = purchase.account;
    account.pains += who.remorse;
    customer.witness.bought(purchase.touchpoint, customer.life.days, &account);

    let outcome = customer.day_of_purchase(world, who, purchase.touchpoint, &mut account);
    if customer.close(0, outcome, world, who, &account) {
        return customer.life;
    }
    for tenure in 1..worlds.tenures(purchase.period) + 1 {
        let world = worlds.at(purchase.period + tenure as i32);
        let who = &world.personas[persona];
        customer.life.tenures = tenure;
        let outcome = customer.period(world, who, tenure, &mut account);
        if customer.close(tenure, outcome, world, who, &account) {
            return customer.life;
        }
    }
    customer.life.fate = Fate::Stays;
    let world = worlds.at(purchase.period + customer.life.tenures as i32);
    customer.life.score = customer.standing(&world.personas[persona]).score(&account);
    customer.life
}

struct Customer<'a, W> {
    luck: Luck,
    usefulness: f64,
    rung: u32,
    scratch: &'a mut Scratch,
    life: Life,
    witness: &'a mut W,
}

impl<W: Witness> Customer<'_, W> {
    /// Closes a tenure; true when it was the last.
    #[inline(always)]
    fn close(&mut self, tenure: u32, outcome: GoesOn, world: &World, who: &Persona, account: &Account) -> bool {
        if let Err(Leaving { blame, walked_out }) = outcome {
            self.life.fate = Fate::Left;
            self.life.score = self.standing(who).score(account);
            self.witness.left(tenure, blame, walked_out, account);
        } else if tenure > 0 && world.pays_each_period {
            self.pay(world.price_ratio);
        }
        self.witness.lived(tenure, self.rung, outcome.is_ok(), account, self.standing(who));
        outcome.is_err()
    }

    #[inline(always)]
    fn standing(&self, who: &Persona) -> Standing {
        Standing { usefulness: self.usefulness, chain_feel: who.chain_feel, felt_price: who.felt_price }
    }

    #[inline(always)]
    fn pay(&mut self, amount: f64) {
        self.life.revenue += amount;
        self.witness.paid(amount);
    }

    /// The handover out of the purchase, walked as an encounter.
    #[inline(always)]
    fn day_of_purchase(&mut self, world: &World, who: &Persona, purchase: usize, account: &mut Account) -> GoesOn {
        let stop = &who.stops[purchase];
        if !stop.has_ways {
            return Ok(());
        }
        self.scratch.held.fill(0);
        let outcome;
        (*account, outcome) = self.walk_on(world, who, stop.address.plus(DAY_OF_PURCHASE), stop, *account);
        outcome
    }

    #[inline(always)]
    fn period(&mut self, world: &World, who: &Persona, tenure: u32, account: &mut Account) -> GoesOn {
        account.fade(who.keep);
        if who.repeats {
            self.scratch.held.fill(0);
        }
        self.witness.began(tenure, account);
        let at = Address::steps(u64::from(tenure) * TENURE);
        for turn in who.plans.of(tenure) {
            match turn {
                Turn::Stretch(leg) => self.pass(world, who, leg, at, account)?,
                Turn::Walks(start) => {
                    let outcome;
                    (*account, outcome) = self.walks(world, who, start, at, *account);
                    outcome?;
                }
            }
        }
        Ok(())
    }

    /// Weighs value against price.
    #[inline(always)]
    fn reckon(&mut self, world: &World, who: &Persona, touchpoint: usize, account: &Account) -> GoesOn {
        let worth = self.standing(who).worth(account);
        self.rung = select_unpredictable(worth < who.felt_price, self.rung + 1, self.rung.saturating_sub(1));
        self.witness.judged(touchpoint, worth, who.felt_price, self.rung);
        if self.rung >= who.tolerance {
            let blame = if account.heaviest > 0.0 { Blame::Link(account.blame) } else { Blame::Price };
            return Err(Leaving { blame, walked_out: false });
        }
        if !world.pays_each_period {
            self.pay(world.price_ratio);
        }
        Ok(())
    }
}
