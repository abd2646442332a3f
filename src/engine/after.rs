//! After the purchase: fading, encounters and reckonings, tenure by tenure.

use super::account::Standing;
use super::before::Purchase;
use super::draws::Address;
use super::witness::Blame;
use super::world::{AfterFailure, Due, Persona, Stop};
use super::{Account, Fate, Life, Link, Luck, Scratch, Witness, World, Worlds};

/// Touchpoints that one walk meets at most.
const MAX_WALK: u64 = 16;

/// Purposes of the draws after the purchase, as positions beside each other; 0 is whether a link holds (upper half) and,
/// at the start of a walk, whether it takes place at all (lower half).
const FAILURE: u64 = 1;
const WAY: u64 = 2;
const DESK: u64 = 3;
const DESK_FAILURE: u64 = 4;
/// A position is tenure · 2¹⁶ + encounter · 2¹⁰ + step · 2⁴ + purpose, from the address of the starting touchpoint.
const STEP: u64 = 1 << 4;
const ENCOUNTER: u64 = 1 << 10;
const TENURE: u64 = 1 << 16;
/// The walk on the day of purchase starts at a touchpoint that has drawn before the purchase already.
const DAY_OF_PURCHASE: Address = Address::steps(1 << 40);

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

/// Goes on, or is a leaving.
type GoesOn<T = ()> = Result<T, Leaving>;

/// A leaving: what it is booked on, and whether at once.
#[derive(Clone, Copy)]
struct Leaving {
    blame: Blame,
    walked_out: bool,
}

/// Lives a customer from the purchase to leaving or the end of what is followed.
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
    let mut customer = Customer { luck, usefulness, account: purchase.account, rung: 0, scratch, life, witness };
    customer.account.pains += who.remorse;
    customer.witness.bought(purchase.touchpoint, customer.life.days, &customer.account);

    let outcome = customer.day_of_purchase(world, who, purchase.touchpoint);
    if customer.close(0, outcome, world, who) {
        return customer.life;
    }
    for tenure in 1..=worlds.tenures(purchase.period) {
        let world = worlds.at(purchase.period + tenure as i32);
        let who = &world.personas[persona];
        customer.life.tenures = tenure;
        let outcome = customer.period(world, who, tenure);
        if customer.close(tenure, outcome, world, who) {
            return customer.life;
        }
    }
    customer.life.fate = Fate::Stays;
    customer.life.score = customer.score(worlds.at(purchase.period + customer.life.tenures as i32));
    customer.life
}

struct Customer<'a, W> {
    luck: Luck,
    usefulness: f64,
    account: Account,
    rung: u32,
    scratch: &'a mut Scratch,
    life: Life,
    witness: &'a mut W,
}

impl<W: Witness> Customer<'_, W> {
    /// Closes a tenure; true when it was the last.
    #[inline(always)]
    fn close(&mut self, tenure: u32, outcome: GoesOn, world: &World, who: &Persona) -> bool {
        if let Err(Leaving { blame, walked_out }) = outcome {
            self.life.fate = Fate::Left;
            self.life.score = self.score(world);
            self.witness.left(tenure, blame, walked_out, &self.account);
        } else if tenure > 0 && world.pays_each_period {
            self.pay(world.price_ratio);
        }
        self.witness.lived(tenure, self.rung, outcome.is_ok(), &self.account, self.standing(who));
        outcome.is_err()
    }

    #[inline(always)]
    fn standing(&self, who: &Persona) -> Standing {
        Standing { usefulness: self.usefulness, chain_feel: who.chain_feel, felt_price: who.felt_price }
    }

    #[inline(always)]
    fn score(&self, world: &World) -> u8 {
        self.standing(&world.personas[self.life.persona]).score(&self.account)
    }

    #[inline(always)]
    fn pay(&mut self, amount: f64) {
        self.life.revenue += amount;
        self.witness.paid(amount);
    }

    /// The handover out of the purchase, walked as an encounter.
    #[inline(always)]
    fn day_of_purchase(&mut self, world: &World, who: &Persona, purchase: usize) -> GoesOn {
        let stop = &who.stops[purchase];
        if !stop.has_ways {
            return Ok(());
        }
        self.scratch.held.fill(0);
        let from = stop.address.plus(DAY_OF_PURCHASE);
        self.walk_on(world, who, from, stop)
    }

    #[inline(always)]
    fn period(&mut self, world: &World, who: &Persona, tenure: u32) -> GoesOn {
        self.account.fade(who.keep);
        if who.repeats {
            self.scratch.held.fill(0);
        }
        self.witness.began(tenure, &self.account);
        let at = Address::steps(u64::from(tenure) * TENURE);
        for due in &who.encounters {
            if due.in_tenure(tenure) {
                let mut from = due.stop.address.plus(at);
                let mut times = self.times(due, from);
                while times > 0 {
                    self.walk(world, who, from, due)?;
                    from = from.plus(Address::steps(ENCOUNTER));
                    times -= 1;
                }
            }
        }
        for due in &who.reckonings {
            let from = due.stop.address.plus(at);
            if due.in_tenure(tenure) && self.times(due, from) > 0 {
                self.walk(world, who, from, due)?;
                self.reckon(world, who, due.touchpoint)?;
            }
        }
        Ok(())
    }

    /// How often something due happens in this tenure.
    #[inline(always)]
    fn times(&self, due: &Due, from: Address) -> u64 {
        let more = !due.fraction.is_never() && due.fraction.low(self.luck.word(from));
        due.whole + u64::from(more)
    }

    /// Weighs value against price.
    #[inline(always)]
    fn reckon(&mut self, world: &World, who: &Persona, touchpoint: usize) -> GoesOn {
        let worth = self.standing(who).worth(&self.account);
        self.rung = if worth < who.felt_price { self.rung + 1 } else { self.rung.saturating_sub(1) };
        self.witness.judged(touchpoint, worth, who.felt_price, self.rung);
        if self.rung >= who.tolerance {
            let account = &self.account;
            let blame = if account.heaviest > 0.0 { Blame::Link(account.blame) } else { Blame::Price };
            return Err(Leaving { blame, walked_out: false });
        }
        if !world.pays_each_period {
            self.pay(world.price_ratio);
        }
        Ok(())
    }

    /// A short walk that starts at a touchpoint.
    #[inline(always)]
    fn walk(&mut self, world: &World, who: &Persona, from: Address, due: &Due) -> GoesOn {
        let stop = &due.stop;
        let word = self.luck.word(from);
        if stop.is_plain && !who.repeats {
            self.book(due.touchpoint, stop.holds.high(word), stop.gain, stop.pain);
            return Ok(());
        }
        self.meet(world, who, due.touchpoint, stop, word, from)?;
        if stop.has_ways { self.walk_on(world, who, from, stop) } else { Ok(()) }
    }

    /// The rest of a walk: handovers and what they lead to. `word` is the one drawn at the touchpoint left.
    #[inline(always)]
    fn walk_on<'w>(
        &mut self,
        world: &'w World,
        who: &'w Persona,
        from: Address,
        mut stop: &'w Stop,
    ) -> GoesOn {
        let mut at = from;
        for met in 1..MAX_WALK {
            let Some(handover) = who.way(stop, || self.luck.word(at.plus(Address::steps(WAY)))) else { return Ok(()) };
            let between = from.plus(Address::steps((2 * met - 1) * STEP));
            if !self.takes(world, who, handover, between)? {
                return Ok(());
            }
            let touchpoint = world.handovers[handover].to;
            stop = &who.stops[touchpoint];
            at = from.plus(Address::steps(2 * met * STEP));
            let word = self.luck.word(at);
            self.meet(world, who, touchpoint, stop, word, at)?;
        }
        Ok(())
    }

    /// Takes a handover; false when it fails, which ends the walk.
    #[inline(always)]
    fn takes(&mut self, world: &World, who: &Persona, handover: usize, at: Address) -> GoesOn<bool> {
        let pass = &world.handovers[handover];
        let link = world.touchpoints + handover;
        let holds = pass.holds.is_sure() || pass.holds.high(self.luck.word(at));
        let is_heaviest = self.book(link, holds, 0.0, pass.pain);
        if pass.after_failure.is_any && !holds {
            self.follow_up(world, who, Link(link), pass.pain, is_heaviest, pass.after_failure, at)?;
        }
        Ok(holds)
    }

    /// Meets a touchpoint; whether it holds is in the upper half of `word`.
    #[inline(always)]
    fn meet(&mut self, world: &World, who: &Persona, touchpoint: usize, stop: &Stop, word: u64, at: Address) -> GoesOn {
        let holds = stop.holds.high(word);
        if stop.is_offer {
            self.offer(touchpoint, holds, stop.worth);
        }
        let gain = if who.repeats { stop.gain * self.novelty(touchpoint, holds) } else { stop.gain };
        let is_heaviest = self.book(touchpoint, holds, gain, stop.pain);
        if stop.after_failure.is_any && !holds {
            self.follow_up(world, who, Link(touchpoint), stop.pain, is_heaviest, stop.after_failure, at)?;
        }
        Ok(())
    }

    /// Books that a link held or failed; true when this failure now is the heaviest.
    #[inline(always)]
    fn book(&mut self, link: usize, holds: bool, gain: f64, pain: f64) -> bool {
        let is_heaviest = self.account.encounter(Link(link), holds, gain, pain);
        self.witness.met(Link(link), holds, &self.account);
        is_heaviest
    }

    /// What is left of a gain: half for each time the touchpoint has held in this period already.
    #[inline(always)]
    fn novelty(&mut self, touchpoint: usize, holds: bool) -> f64 {
        let times = &mut self.scratch.held[touchpoint];
        let novelty = HALVES[usize::from(*times)];
        *times = (*times + u8::from(holds)).min(HALVES.len() as u8 - 1);
        novelty
    }

    #[inline(always)]
    fn offer(&mut self, touchpoint: usize, sold: bool, worth: f64) {
        self.life.offers_made += 1;
        if sold {
            self.life.offers_sold += 1;
            self.life.revenue += worth;
        }
        self.witness.offered(touchpoint, sold, worth);
    }

    /// What may follow a failure, in this order: a complaint, walking out, the complaint desk.
    #[inline(always)]
    fn follow_up(
        &mut self,
        world: &World,
        who: &Persona,
        link: Link,
        pain: f64,
        is_heaviest: bool,
        after: AfterFailure,
        at: Address,
    ) -> GoesOn {
        let voiced = self.stays(link, after, at.plus(Address::steps(FAILURE)))?;
        match world.desk {
            Some(desk) if voiced && link != Link(desk) => self.ask_desk(who, desk, link, pain, is_heaviest, at),
            _ => Ok(()),
        }
    }

    /// Whether a complaint is voiced, unless the customer walks out at once.
    #[inline(always)]
    fn stays(&mut self, link: Link, after: AfterFailure, at: Address) -> GoesOn<bool> {
        let word = self.luck.word(at);
        let voiced = after.voiced.high(word);
        if voiced {
            self.witness.complained(link);
        }
        if after.walks_out.low(word) {
            return Err(Leaving { blame: Blame::Link(link), walked_out: true });
        }
        Ok(voiced)
    }

    /// The complaint desk takes a voiced complaint, once.
    #[inline(always)]
    fn ask_desk(
        &mut self,
        who: &Persona,
        desk: usize,
        link: Link,
        pain: f64,
        is_heaviest: bool,
        at: Address,
    ) -> GoesOn {
        let stop = &who.stops[desk];
        let holds = stop.holds.high(self.luck.word(at.plus(Address::steps(DESK))));
        let gain = stop.gain * self.novelty(desk, holds);
        self.book(desk, holds, gain, stop.pain);
        if holds {
            self.account.mend(pain, is_heaviest);
            self.witness.mended(link, &self.account);
        } else {
            self.stays(Link(desk), stop.after_failure, at.plus(Address::steps(DESK_FAILURE)))?;
        }
        Ok(())
    }
}
