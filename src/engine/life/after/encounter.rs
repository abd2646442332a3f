//! Meeting a touchpoint on a walk.

use super::customer::{Customer, GoesOn};
use super::failure::Failure;
use crate::engine::account::{Account, AccountEffect};
use crate::engine::draws::Address;
use crate::engine::life::witness::Witness;
use crate::engine::link::LinkIndex;
use crate::engine::world::World;
use crate::engine::world::links::CompiledTouchpoint;
use crate::engine::world::persona::CompiledPersona;

impl<W: Witness + ?Sized> Customer<'_, W> {
    /// Meets a touchpoint on a walk.
    #[inline(always)]
    pub(super) fn meet(
        &mut self,
        world: &World,
        who: &CompiledPersona,
        touchpoint: usize,
        compiled: &CompiledTouchpoint,
        at: Address,
        account: &mut Account,
    ) -> GoesOn {
        let holds = compiled.holds.high(self.luck.word(at));
        if compiled.is_offer {
            self.offer(touchpoint, holds, compiled.worth);
        }
        let gain = if compiled.repeats { compiled.gain * self.novelty(touchpoint, holds) } else { compiled.gain };
        let link = LinkIndex(touchpoint);
        account.apply(AccountEffect::of(link, holds, gain, compiled.pain));
        self.witness.met(link, holds, account);
        let failure = Failure { link, pain: compiled.pain, after: compiled.after_failure, at };
        self.follow_up_if_failed(world, who, holds, failure, account)
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
}
