//! Meeting a touchpoint on a walk.

use super::failure::Failure;
use super::{Customer, GoesOn};
use crate::engine::account::Effect;
use crate::engine::draws::Address;
use crate::engine::world::{Persona, Stop};
use crate::engine::{Account, Link, Witness, World};

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

impl<W: Witness> Customer<'_, W> {
    /// Meets a touchpoint on a walk.
    #[inline(always)]
    pub(super) fn meet(
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
        account.take(Effect::of(link, holds, gain, stop.pain));
        self.witness.met(link, holds, account);
        let failure = Failure { link, pain: stop.pain, after: stop.after_failure, at };
        self.after(world, who, holds, failure, account)
    }

    /// What is left of a gain: half for each time the touchpoint has held in this period already.
    #[inline(always)]
    pub(super) fn novelty(&mut self, touchpoint: usize, holds: bool) -> f64 {
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
}
