//! Short walks: from a touchpoint over a handover to the next.

use super::failure::Failure;
use super::{Customer, ENCOUNTER, GoesOn, STEP, WAY};
use crate::engine::account::Effect;
use crate::engine::draws::Address;
use crate::engine::plans::Start;
use crate::engine::world::{Persona, Stop};
use crate::engine::{Account, Link, Witness, World};

/// Touchpoints that one walk meets at most.
const MAX_WALK: u64 = 16;

impl<W: Witness> Customer<'_, W> {
    /// The short walks that start at a touchpoint in a period, with the one that may happen besides, and the reckoning after
    /// each, if it is one.
    #[inline(never)]
    pub(super) fn walks(
        &mut self,
        world: &World,
        who: &Persona,
        start: &Start,
        at: Address,
        mut account: Account,
    ) -> (Account, GoesOn) {
        let stop = &who.stops[start.touchpoint];
        let mut from = start.address.plus(at);
        let times = start.whole + u32::from(start.happens.low(self.luck.word(from)));
        for _ in 0..times {
            let mut outcome = self.meet(world, who, start.touchpoint, stop, from, &mut account);
            if stop.has_ways && outcome.is_ok() {
                (account, outcome) = self.walk_on(world, who, from, stop, account);
            }
            if start.is_reckoning && outcome.is_ok() {
                outcome = self.reckon(world, who, start.touchpoint, &account);
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
    pub(super) fn walk_on<'w>(
        &mut self,
        world: &'w World,
        who: &'w Persona,
        from: Address,
        mut stop: &'w Stop,
        mut account: Account,
    ) -> (Account, GoesOn) {
        let mut at = from;
        for met in 1..MAX_WALK {
            let way = who.way(stop, || self.luck.word(at.plus(WAY)));
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
        account.take(Effect::of(link, holds, 0.0, pass.pain));
        self.witness.met(link, holds, account);
        let failure = Failure { link, pain: pass.pain, after: pass.after_failure, at };
        self.after(world, who, holds, failure, account)?;
        Ok(holds)
    }
}
