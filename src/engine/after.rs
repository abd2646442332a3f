//! After the purchase: fading, encounters and reckonings, tenure by tenure.

use super::account::{Effect, Standing};
use super::before::Purchase;
use super::draws::Address;
use super::witness::Blame;
use super::world::{AfterFailure, Course, Due, Persona, Stop};
use super::{Account, Fate, Life, Link, Luck, Scratch, Witness, World, Worlds};
use std::hint::select_unpredictable;

/// Touchpoints that one walk meets at most.
const MAX_WALK: u64 = 16;

/// Purposes of the draws after the purchase, as positions beside each other; 0 is whether a link holds (upper half) and,
/// at the start of a walk, whether it takes place at all (lower half).
pub(super) const FAILURE: Address = Address::steps(1);
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
        let luck = self.luck.from(at);
        for due in who.plan(tenure) {
            match due.course {
                Course::Sure => self.simply::<true>(world, who, due, at, luck, account)?,
                Course::Open => self.simply::<false>(world, who, due, at, luck, account)?,
                Course::Walk => {
                    let outcome;
                    (*account, outcome) = self.walks(world, who, due, due.address.plus(at), *account);
                    outcome?;
                }
            }
        }
        Ok(())
    }

    /// Meets what is due and leads nowhere else: for certain, or perhaps. Not to ask whether it takes place saves a
    /// fifth of the work.
    ///
    /// Without branches on chance, which a processor can't foresee: what does not take place has no effect, and what
    /// follows a failure is drawn in any case.
    #[inline(always)]
    fn simply<const SURE: bool>(
        &mut self,
        world: &World,
        who: &Persona,
        due: &Due,
        at: Address,
        luck: Luck,
        account: &mut Account,
    ) -> GoesOn {
        let word = luck.word(due.address);
        let happened = SURE || due.happens.low(word);
        let held = happened & due.holds.high(word);
        let link = Link(due.touchpoint);
        let is_heaviest = account.take(due.effects[usize::from(happened) + usize::from(held)], link);
        self.witness.may_have_met(link, happened, held, account);
        if !due.goes_on {
            return Ok(());
        }
        if due.after_failure.is_any {
            let follows = due.after_failure.is_drawn(luck.word(due.failing));
            if follows & happened & !held {
                let pain = who.stops[due.touchpoint].pain;
                let failure = Failure { link, pain, is_heaviest, after: due.after_failure, at: due.address.plus(at) };
                let outcome;
                (*account, outcome) = self.follow_up(world, who, failure, *account);
                outcome?;
            }
        }
        if due.is_reckoning & happened {
            self.reckon(world, who, due.touchpoint, account)?;
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

    /// The short walks that start at a touchpoint in a period, and the reckoning after each, if it is one.
    #[inline(never)]
    fn walks(
        &mut self,
        world: &World,
        who: &Persona,
        due: &Due,
        mut from: Address,
        mut account: Account,
    ) -> (Account, GoesOn) {
        let stop = &who.stops[due.touchpoint];
        let times = due.whole + u32::from(due.happens.low(self.luck.word(from)));
        for _ in 0..times {
            let mut outcome = self.meet(world, who, due.touchpoint, stop, from, &mut account);
            if stop.has_ways && outcome.is_ok() {
                (account, outcome) = self.walk_on(world, who, from, stop, account);
            }
            if due.is_reckoning && outcome.is_ok() {
                outcome = self.reckon(world, who, due.touchpoint, &account);
            }
            if outcome.is_err() {
                return (account, outcome);
            }
            from = from.plus(Address::steps(ENCOUNTER));
        }
        (account, Ok(()))
    }

    /// The rest of a walk: handovers and what they lead to.
    #[inline(never)]
    fn walk_on<'w>(
        &mut self,
        world: &'w World,
        who: &'w Persona,
        from: Address,
        mut stop: &'w Stop,
        mut account: Account,
    ) -> (Account, GoesOn) {
        let mut at = from;
        for met in 1..MAX_WALK {
            let way = who.way(stop, || self.luck.word(at.plus(Address::steps(WAY))));
            let Some(handover) = way else { break };
            let between = from.plus(Address::steps((2 * met - 1) * STEP));
            match self.takes(world, who, handover, between, &mut account) {
                Ok(true) => {}
                Ok(false) => break,
                Err(leaving) => return (account, Err(leaving)),
            }
            let touchpoint = world.handovers[handover].to;
            stop = &who.stops[touchpoint];
            at = from.plus(Address::steps(2 * met * STEP));
            let outcome = self.meet(world, who, touchpoint, stop, at, &mut account);
            if outcome.is_err() {
                return (account, outcome);
            }
        }
        (account, Ok(()))
    }

    /// Takes a handover; false when it fails, which ends the walk.
    #[inline(always)]
    fn takes(
        &mut self,
        world: &World,
        who: &Persona,
        handover: usize,
        at: Address,
        account: &mut Account,
    ) -> GoesOn<bool> {
        let pass = &world.handovers[handover];
        let link = Link(world.touchpoints + handover);
        let holds = pass.holds.high(self.luck.word(at));
        let is_heaviest = account.take(Effect::of(holds, 0.0, pass.pain), link);
        self.witness.met(link, holds, account);
        let failure = Failure { link, pain: pass.pain, is_heaviest, after: pass.after_failure, at };
        self.after(world, who, holds, failure, account)?;
        Ok(holds)
    }

    /// Meets a touchpoint on a walk.
    #[inline(always)]
    fn meet(
        &mut self,
        world: &World,
        who: &Persona,
        touchpoint: usize,
        stop: &Stop,
        at: Address,
        account: &mut Account,
    ) -> GoesOn {
        let holds = stop.holds.high(self.luck.word(at));
        if stop.is_offer {
            self.offer(touchpoint, holds, stop.worth);
        }
        let gain = if stop.repeats { stop.gain * self.novelty(touchpoint, holds) } else { stop.gain };
        let link = Link(touchpoint);
        let is_heaviest = account.take(Effect::of(holds, gain, stop.pain), link);
        self.witness.met(link, holds, account);
        let failure = Failure { link, pain: stop.pain, is_heaviest, after: stop.after_failure, at };
        self.after(world, who, holds, failure, account)
    }

    /// What may follow when a link has held or failed.
    #[inline(always)]
    fn after(&mut self, world: &World, who: &Persona, holds: bool, failure: Failure, account: &mut Account) -> GoesOn {
        if !failure.after.is_any {
            return Ok(());
        }
        // Drawn in any case: a branch on whether the link held, which can't be foreseen, costs more.
        let follows = failure.after.is_drawn(self.luck.word(failure.at.plus(FAILURE)));
        if holds | !follows {
            return Ok(());
        }
        let outcome;
        (*account, outcome) = self.follow_up(world, who, failure, *account);
        outcome
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

    /// What follows a failure, in this order: a complaint, walking out, the complaint desk.
    #[cold]
    #[inline(never)]
    fn follow_up(&mut self, world: &World, who: &Persona, failure: Failure, mut account: Account) -> (Account, GoesOn) {
        let outcome = match (self.stays(failure.link, failure.after, failure.at.plus(FAILURE)), world.desk) {
            (Err(leaving), _) => Err(leaving),
            (Ok(true), Some(desk)) if failure.link != Link(desk) => self.ask_desk(who, desk, failure, &mut account),
            (Ok(_), _) => Ok(()),
        };
        (account, outcome)
    }

    /// Whether a complaint is voiced, unless the customer walks out at once.
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
    fn ask_desk(&mut self, who: &Persona, desk: usize, failure: Failure, account: &mut Account) -> GoesOn {
        let stop = &who.stops[desk];
        let holds = stop.holds.high(self.luck.word(failure.at.plus(Address::steps(DESK))));
        let gain = stop.gain * self.novelty(desk, holds);
        account.take(Effect::of(holds, gain, stop.pain), Link(desk));
        self.witness.met(Link(desk), holds, account);
        if holds {
            account.mend(failure.pain, failure.is_heaviest);
            self.witness.mended(failure.link, account);
        } else {
            self.stays(Link(desk), stop.after_failure, failure.at.plus(Address::steps(DESK_FAILURE)))?;
        }
        Ok(())
    }
}

/// A failure, for what may follow it.
#[derive(Clone, Copy)]
struct Failure {
    link: Link,
    pain: f64,
    /// Whether it became the heaviest failure.
    is_heaviest: bool,
    after: AfterFailure,
    /// Where it was drawn.
    at: Address,
}
