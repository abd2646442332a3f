//! Meeting a batch: touchpoints that come round by themselves and lead nowhere else.

use super::customer::{Customer, GoesOn};
use super::failure::Failure;
use crate::engine::account::Account;
use crate::engine::draws::Address;
use crate::engine::life::witness::Witness;
use crate::engine::world::World;
use crate::engine::world::batch::{BatchInPeriod, BatchOutcome, TouchpointBatch};
use crate::engine::world::persona::CompiledPersona;
use std::ops::ControlFlow::Continue;

impl<W: Witness + ?Sized> Customer<'_, W> {
    /// Meets a batch, and the reckoning at its end, if it has one.
    #[inline(always)]
    pub(super) fn meet_batch(
        &mut self,
        world: &World,
        who: &CompiledPersona,
        batch: &BatchInPeriod,
        at: Address,
        account: &mut Account,
    ) -> GoesOn {
        let drawn = batch.draw(self.luck.from(at));
        if drawn.follows {
            account.lend(|lent| self.meet_batch_one_by_one(world, who, batch, at, lent))?;
        } else {
            self.apply_outcome(&who.plans.batches[batch.batch], drawn.outcome, account);
        }
        match batch.reckoning {
            Some(touchpoint) if drawn.last => self.reckon(world, who, touchpoint, account),
            _ => Continue(()),
        }
    }

    /// Meets a batch in which something follows a failure: touchpoint by touchpoint, as far as the customer goes.
    #[cold]
    #[inline(never)]
    fn meet_batch_one_by_one(
        &mut self,
        world: &World,
        who: &CompiledPersona,
        batch: &BatchInPeriod,
        at: Address,
        account: &mut Account,
    ) -> GoesOn {
        let effects = &who.plans.batches[batch.batch];
        let luck = self.luck.from(at);
        let mut outcome = BatchOutcome::default();
        for (due, later) in batch.touchpoints.iter().zip((0..batch.touchpoints.len()).rev()) {
            let (happened, held) = due.draw(luck);
            outcome = outcome.and(happened, held);
            if due.is_followed(luck) & happened & !held {
                self.apply_outcome(effects, std::mem::take(&mut outcome).and_nothing(later), account);
                let (link, pain) = (due.link, due.pain);
                let failure = Failure { link, pain, after: due.after_failure, at: due.address.plus(at) };
                self.follow_up(world, who, failure, account)?;
            }
        }
        self.apply_outcome(effects, outcome, account);
        Continue(())
    }

    #[inline(always)]
    fn apply_outcome(&mut self, batch: &TouchpointBatch, outcome: BatchOutcome, account: &mut Account) {
        self.witness.passed(batch, outcome, account);
        account.apply(batch.effect(outcome));
    }
}
