//! Short walks: from a touchpoint over a handover to the next.

use super::customer::{Customer, GoesOn};
use super::failure::Failure;
use crate::engine::account::{Account, AccountEffect};
use crate::engine::draws::Address;
use crate::engine::life::witness::Witness;
use crate::engine::link::LinkIndex;
use crate::engine::positions::after::{ENCOUNTER, STEP, WAY};
use crate::engine::world::World;
use crate::engine::world::links::CompiledTouchpoint;
use crate::engine::world::period_plan::WalkStart;
use crate::engine::world::persona::CompiledPersona;
use std::ops::ControlFlow::Continue;

/// Touchpoints that one walk meets at most.
const MAX_WALK: u64 = 16;

impl<W: Witness + ?Sized> Customer<'_, W> {
    /// The short walks that start at a touchpoint in a period, with the one that may happen besides, and the reckoning after
    /// each, if it is one.
    #[inline(never)]
    pub(super) fn take_walks(
        &mut self,
        world: &World,
        who: &CompiledPersona,
        start: &WalkStart,
        at: Address,
        lent: &mut Account,
    ) -> GoesOn {
        let compiled = &who.touchpoints[start.touchpoint];
        let mut from = start.address.plus(at);
        let times = start.whole + u32::from(start.happens.low(self.luck.word(from)));
        lent.lend(|account| {
            for _ in 0..times {
                self.meet(world, who, start.touchpoint, compiled, from, account)?;
                if compiled.has_ways {
                    account.lend(|lent| self.walk_on(world, who, from, compiled, lent))?;
                }
                if start.is_reckoning {
                    self.reckon(world, who, start.touchpoint, account)?;
                }
                from = from.plus(ENCOUNTER);
            }
            Continue(())
        })
    }

    /// The rest of a walk: handovers and what they lead to.
    #[inline(never)]
    pub(super) fn walk_on<'w>(
        &mut self,
        world: &'w World,
        who: &'w CompiledPersona,
        from: Address,
        mut compiled: &'w CompiledTouchpoint,
        lent: &mut Account,
    ) -> GoesOn {
        let mut at = from;
        lent.lend(|account| {
            for met in 1..MAX_WALK {
                let way = who.way(compiled, || self.luck.word(at.plus(WAY)));
                let Some(handover) = way else { break };
                let between = from.plus(Address::steps((2 * met - 1) * STEP));
                if !self.take_handover(world, who, handover, between, account)? {
                    break;
                }
                let touchpoint = world.handovers[handover].to;
                compiled = &who.touchpoints[touchpoint];
                at = from.plus(Address::steps(2 * met * STEP));
                self.meet(world, who, touchpoint, compiled, at, account)?;
            }
            Continue(())
        })
    }

    /// Takes a handover. True if it holds; where it fails, the walk ends.
    #[inline(always)]
    fn take_handover(
        &mut self,
        world: &World,
        who: &CompiledPersona,
        handover: usize,
        at: Address,
        account: &mut Account,
    ) -> GoesOn<bool> {
        let compiled = &world.handovers[handover];
        let link = LinkIndex(world.touchpoints + handover);
        let holds = compiled.holds.high(self.luck.word(at));
        account.apply(AccountEffect::of(link, holds, 0.0, compiled.pain));
        self.witness.met(link, holds, account);
        let failure = Failure { link, pain: compiled.pain, after: compiled.after_failure, at };
        self.follow_up_if_failed(world, who, holds, failure, account)?;
        Continue(holds)
    }
}
