//! Before the purchase: from touchpoint to touchpoint until the customer buys or drops out.

use super::draws::Address;
use super::witness::Drop;
use super::world::{Passage, Persona, Stop, Straight};
use super::{Account, Chance, Link, Luck, Scratch, Witness, World, Worlds};

/// Visits after which a customer is taken to go round in circles.
const MAX_VISITS: u32 = 1_000;

/// Purposes of the draws before the purchase, as positions beside each other.
const HOLD: Address = Address::steps(0);
const WAIT: Address = Address::steps(1);
const SENSE: Address = Address::steps(2);
const WAY: Address = Address::steps(3);
const PURPOSES: u64 = 4;

/// A purchase: where, when, and with what account.
#[derive(Clone, Copy, Debug)]
pub(super) struct Purchase {
    pub touchpoint: usize,
    /// Calendar period.
    pub period: i32,
    /// Since the first contact [days].
    pub days: f64,
    pub account: Account,
}

/// Lives a customer up to the purchase, or up to the drop-out after so many days (error).
#[inline(always)]
pub(super) fn approach<P: Worlds, W: Witness>(
    worlds: &P,
    luck: Luck,
    arrival: i32,
    persona: usize,
    scratch: &mut Scratch,
    witness: &mut W,
) -> Result<Purchase, f64> {
    let entry = worlds.at(arrival).personas[persona].entry_of(luck);
    let readiness = entry.readiness;
    let mut here = entry.touchpoint;
    scratch.life += 1;
    witness.arrived(persona, here, readiness as usize);
    let mut walker =
        Walker { worlds, luck, arrival, persona, days: 0.0, account: Account::default(), scratch, witness };
    for _ in 0..MAX_VISITS {
        let world = walker.world();
        let who = &world.personas[persona];
        let stop = &who.stops[here];
        let gap = readiness.saturating_sub(stop.phase);
        if let Some(Straight { link, to }) = stop.straight
            && gap == 0
            && stop.holds.high(luck.word(stop.address.plus(HOLD)))
        {
            walker.account.gain(stop.gain);
            walker.witness.tried(Link(here), true, &walker.account);
            walker.witness.tried(link, true, &walker.account);
            here = to;
            continue;
        }
        let first = walker.first_draw(world, here, stop.address);
        if gap > 0
            && !stop.sensing.is_never()
            && let Some(ahead) = world.first_of_phase[readiness as usize]
            && stop.sensing.high(luck.word(first.plus(SENSE)))
        {
            walker.count_draw(world, here);
            walker.witness.sensed(here, ahead);
            here = ahead;
            continue;
        }
        let try_there = |world: &World| {
            let who = &world.personas[persona];
            Try::at_stop(who, here, &who.stops[here], gap)
        };
        let at = walker.pass(world, here, first, Try::at_stop(who, here, stop, gap), try_there)?;
        // In a world that has not changed meanwhile nothing need be looked up again.
        let now = walker.world();
        let is_same = std::ptr::eq(now, world);
        let who = if is_same { who } else { &now.personas[persona] };
        let stop = if is_same { stop } else { &who.stops[here] };
        if stop.is_purchase {
            let Walker { days, account, .. } = walker;
            return Ok(Purchase { touchpoint: here, period: walker.period(), days, account });
        }
        let Some(handover) = who.way(stop, || luck.word(at.plus(WAY))) else {
            walker.witness.dropped(Link(here), Drop::DeadEnd);
            return Err(walker.days);
        };
        let pass = &now.handovers[handover];
        let link = now.touchpoints + handover;
        let first = walker.first_draw(now, link, pass.address);
        let try_over = |world: &World| Try::at_passage(&world.handovers[handover]);
        walker.pass(now, link, first, Try::at_passage(pass), try_over)?;
        here = pass.to;
    }
    walker.witness.dropped(Link(here), Drop::Looping);
    Err(walker.days)
}

/// What a try at a link is made of, in the world as it is at that moment.
struct Try {
    holds: Chance,
    days: f64,
    gain: f64,
    pain: f64,
}

impl Try {
    #[inline(always)]
    fn at_stop(who: &Persona, touchpoint: usize, stop: &Stop, gap: u32) -> Self {
        Self { holds: who.holds(touchpoint, stop, gap), days: stop.days, gain: stop.gain, pain: stop.pain }
    }

    #[inline(always)]
    fn at_passage(pass: &Passage) -> Self {
        Self { holds: pass.holds, days: pass.days, gain: 0.0, pain: pass.pain }
    }
}

struct Walker<'a, P, W> {
    worlds: &'a P,
    luck: Luck,
    arrival: i32,
    persona: usize,
    days: f64,
    account: Account,
    scratch: &'a mut Scratch,
    witness: &'a mut W,
}

impl<'a, P: Worlds, W: Witness> Walker<'a, P, W> {
    /// The customer's present calendar period.
    #[inline(always)]
    fn period(&self) -> i32 {
        self.arrival + (self.days / self.worlds.at(self.arrival).period_days) as i32
    }

    #[inline(always)]
    fn world(&self) -> &'a World {
        self.worlds.at(self.period())
    }

    /// The next unused position of a link in this customer's stream: its first, unless it can be come back to.
    #[inline(always)]
    fn first_draw(&self, world: &World, link: usize, address: Address) -> Address {
        if !world.goes_round {
            return address;
        }
        let mine = self.scratch.life << 32;
        address.plus(Address::steps((self.scratch.uses[link].max(mine) - mine) * PURPOSES))
    }

    #[inline(always)]
    fn count_draw(&mut self, world: &World, link: usize) {
        if world.goes_round {
            // Another customer's count is lower than any of mine.
            let uses = &mut self.scratch.uses[link];
            *uses = (*uses).max(self.scratch.life << 32) + 1;
        }
    }

    /// Tries a link, from this position on, until it holds, at this position, or the customer drops out (error). What a
    /// try is made of is looked up anew, with the last argument, whenever time has passed.
    #[inline(always)]
    fn pass(
        &mut self,
        world: &World,
        link: usize,
        mut at: Address,
        mut this: Try,
        as_it_is: impl Fn(&World) -> Try,
    ) -> Result<Address, f64> {
        loop {
            // Whether links are come back to is the same in every world of a journey.
            self.count_draw(world, link);
            if this.days > 0.0 {
                let wait = this.days * self.luck.exponential(at.plus(WAIT));
                self.days += wait;
                self.witness.waited(Link(link), wait);
                this = as_it_is(self.world());
            }
            let word = if this.holds.is_sure() { 0 } else { self.luck.word(at.plus(HOLD)) };
            if this.holds.high(word) {
                self.account.gain(this.gain);
                self.witness.tried(Link(link), true, &self.account);
                return Ok(at);
            }
            self.account.suffer(this.pain);
            self.witness.tried(Link(link), false, &self.account);
            if !self.world().personas[self.persona].patience.low(word) {
                self.witness.dropped(Link(link), Drop::Failed);
                return Err(self.days);
            }
            self.witness.tried_again(Link(link));
            at = at.plus(Address::steps(PURPOSES));
        }
    }
}
