//! Before the purchase: from touchpoint to touchpoint until the customer buys or drops out.

use super::record::{Scratch, Worlds};
use super::witness::{DropReason, Witness};
use crate::engine::account::Account;
use crate::engine::draws::{Address, Chance, Luck};
use crate::engine::link::LinkIndex;
use crate::engine::positions::before::{HOLD, PURPOSES, SENSE, WAIT, WAY};
use crate::engine::world::World;
use crate::engine::world::links::{CompiledHandover, CompiledTouchpoint, FreePass};
use crate::engine::world::persona::CompiledPersona;
use std::ops::ControlFlow::{self, Break, Continue};

/// Visits after which a customer is taken to go round in circles.
const MAX_VISITS: u32 = 1_000;

/// A purchase: where and when.
#[derive(Clone, Copy, Debug)]
pub(super) struct Purchase {
    pub touchpoint: usize,
    /// Calendar period.
    pub period: i32,
    /// Since the first contact [days].
    pub days: f64,
}

/// How the part of a life before the purchase ends.
pub(super) enum BeforePurchase {
    Bought(Purchase),
    /// Dropped out after this time [days].
    DroppedOut {
        days: f64,
    },
}

/// A customer who has dropped out, after this time [days].
struct DroppedOut(f64);

/// Lives a customer up to the purchase or the drop-out, and books it all on an account that is empty.
#[inline(always)]
pub(super) fn live_before_purchase<P: Worlds + ?Sized, W: Witness + ?Sized>(
    worlds: &P,
    luck: Luck,
    arrival: i32,
    persona: usize,
    account: &mut Account,
    scratch: &mut Scratch,
    witness: &mut W,
) -> BeforePurchase {
    match walk_to_purchase(worlds, luck, arrival, persona, account, scratch, witness) {
        Continue(purchase) => BeforePurchase::Bought(purchase),
        Break(DroppedOut(days)) => BeforePurchase::DroppedOut { days },
    }
}

#[inline(always)]
fn walk_to_purchase<P: Worlds + ?Sized, W: Witness + ?Sized>(
    worlds: &P,
    luck: Luck,
    arrival: i32,
    persona: usize,
    account: &mut Account,
    scratch: &mut Scratch,
    witness: &mut W,
) -> ControlFlow<DroppedOut, Purchase> {
    let entry = worlds.at(arrival).personas[persona].entry_of(luck);
    let readiness = entry.readiness;
    let mut here = entry.touchpoint;
    scratch.life += 1;
    witness.arrived(persona, here, readiness as usize);
    let mut walker = Walker { worlds, luck, arrival, persona, days: 0.0, account, scratch, witness };
    for _ in 0..MAX_VISITS {
        let world = walker.world();
        let who = &world.personas[persona];
        let compiled = &who.touchpoints[here];
        let gap = readiness.saturating_sub(compiled.phase);
        if let Some(FreePass { link, to }) = compiled.free_pass
            && gap == 0
            && compiled.holds.high(luck.word(compiled.address.plus(HOLD)))
        {
            walker.account.gain(compiled.gain);
            walker.witness.tried(LinkIndex(here), true, walker.account);
            walker.witness.tried(link, true, walker.account);
            here = to;
            continue;
        }
        let first = walker.first_draw(world, here, compiled.address);
        if gap > 0
            && !compiled.sensing.is_never()
            && let Some(ahead) = world.first_of_phase[readiness as usize]
            && compiled.sensing.high(luck.word(first.plus(SENSE)))
        {
            walker.count_draw(world, here);
            walker.witness.sensed(here, ahead);
            here = ahead;
            continue;
        }
        let try_there = |world: &World| {
            let who = &world.personas[persona];
            Attempt::at_touchpoint(who, here, &who.touchpoints[here], gap)
        };
        let attempt = Attempt::at_touchpoint(who, here, compiled, gap);
        let at = walker.try_until_held(world, here, first, attempt, try_there)?;
        // In a world that has not changed meanwhile nothing need be looked up again.
        let now = walker.world();
        let is_same = std::ptr::eq(now, world);
        let who = if is_same { who } else { &now.personas[persona] };
        let compiled = if is_same { compiled } else { &who.touchpoints[here] };
        if compiled.is_purchase {
            return Continue(Purchase { touchpoint: here, period: walker.period(), days: walker.days });
        }
        let Some(handover) = who.way(compiled, || luck.word(at.plus(WAY))) else {
            walker.witness.dropped(LinkIndex(here), DropReason::DeadEnd);
            return Break(DroppedOut(walker.days));
        };
        let compiled = &now.handovers[handover];
        let link = now.touchpoints + handover;
        let first = walker.first_draw(now, link, compiled.address);
        let try_over = |world: &World| Attempt::at_handover(&world.handovers[handover]);
        walker.try_until_held(now, link, first, Attempt::at_handover(compiled), try_over)?;
        here = compiled.to;
    }
    walker.witness.dropped(LinkIndex(here), DropReason::Looping);
    Break(DroppedOut(walker.days))
}

/// What a try at a link is made of, in the world as it is at that moment.
struct Attempt {
    holds: Chance,
    /// Mean time that it takes [days].
    days: f64,
    gain: f64,
    pain: f64,
}

impl Attempt {
    #[inline(always)]
    fn at_touchpoint(who: &CompiledPersona, touchpoint: usize, compiled: &CompiledTouchpoint, gap: u32) -> Self {
        let holds = who.holds(touchpoint, compiled, gap);
        Self { holds, days: compiled.days, gain: compiled.gain, pain: compiled.pain }
    }

    #[inline(always)]
    fn at_handover(compiled: &CompiledHandover) -> Self {
        Self { holds: compiled.holds, days: compiled.days, gain: 0.0, pain: compiled.pain }
    }
}

/// A customer on the way to the purchase.
struct Walker<'a, P: ?Sized, W: ?Sized> {
    worlds: &'a P,
    luck: Luck,
    arrival: i32,
    persona: usize,
    days: f64,
    account: &'a mut Account,
    scratch: &'a mut Scratch,
    witness: &'a mut W,
}

impl<'a, P: Worlds + ?Sized, W: Witness + ?Sized> Walker<'a, P, W> {
    /// The customer's present calendar period.
    #[inline(always)]
    fn period(&self) -> i32 {
        self.arrival + (self.days / self.worlds.at(self.arrival).period_days) as i32
    }

    /// The world of that period.
    #[inline(always)]
    fn world(&self) -> &'a World {
        self.worlds.at(self.period())
    }

    /// The next unused position of a link in this customer's stream: its first, unless it can be come back to.
    #[inline(always)]
    fn first_draw(&self, world: &World, link: usize, address: Address) -> Address {
        if !world.has_loops {
            return address;
        }
        let mine = self.scratch.life << 32;
        address.plus(Address::steps((self.scratch.uses[link].max(mine) - mine) * PURPOSES))
    }

    #[inline(always)]
    fn count_draw(&mut self, world: &World, link: usize) {
        if world.has_loops {
            // Another customer's count is lower than any of mine.
            let uses = &mut self.scratch.uses[link];
            *uses = (*uses).max(self.scratch.life << 32) + 1;
        }
    }

    /// Tries a link, from this position on, until it holds (at the position that is returned) or the customer drops out.
    /// The attempt is looked up again, with the last argument, whenever time has passed.
    #[inline(always)]
    fn try_until_held(
        &mut self,
        world: &World,
        link: usize,
        mut at: Address,
        mut attempt: Attempt,
        look_up: impl Fn(&World) -> Attempt,
    ) -> ControlFlow<DroppedOut, Address> {
        loop {
            // Whether links are come back to is the same in every world of a journey.
            self.count_draw(world, link);
            if attempt.days > 0.0 {
                let wait = attempt.days * self.luck.exponential(at.plus(WAIT));
                self.days += wait;
                self.witness.waited(LinkIndex(link), wait);
                attempt = look_up(self.world());
            }
            let word = if attempt.holds.is_sure() { 0 } else { self.luck.word(at.plus(HOLD)) };
            if attempt.holds.high(word) {
                self.account.gain(attempt.gain);
                self.witness.tried(LinkIndex(link), true, self.account);
                return Continue(at);
            }
            self.account.suffer(attempt.pain);
            self.witness.tried(LinkIndex(link), false, self.account);
            if !self.world().personas[self.persona].patience.low(word) {
                self.witness.dropped(LinkIndex(link), DropReason::Failed);
                return Break(DroppedOut(self.days));
            }
            self.witness.tried_again(LinkIndex(link));
            at = at.plus(Address::steps(PURPOSES));
        }
    }
}
