//! What may follow a failure: a complaint, walking out, the complaint desk.

use super::customer::{Customer, GoesOn};
use crate::engine::account::{Account, AccountEffect};
use crate::engine::draws::Address;
use crate::engine::life::witness::Witness;
use crate::engine::link::LinkIndex;
use crate::engine::positions::after::{DESK, DESK_FAILURE, FAILURE};
use crate::engine::world::World;
use crate::engine::world::links::AfterFailure;
use crate::engine::world::persona::CompiledPersona;
use std::ops::ControlFlow::Continue;

/// A failure, for what may follow it.
#[derive(Clone, Copy)]
pub(super) struct Failure {
    pub link: LinkIndex,
    /// [prices]
    pub pain: f64,
    pub after: AfterFailure,
    /// Where it was drawn.
    pub at: Address,
}

impl<W: Witness + ?Sized> Customer<'_, W> {
    /// Once a link has been met: if it failed, draws whether anything follows, and lives that.
    #[inline(always)]
    pub(super) fn follow_up_if_failed(
        &mut self,
        world: &World,
        who: &CompiledPersona,
        holds: bool,
        failure: Failure,
        account: &mut Account,
    ) -> GoesOn {
        if !failure.after.is_any {
            return Continue(());
        }
        // Drawn in any case: a branch on whether the link held, which can't be foreseen, costs more.
        let follows = failure.after.is_drawn(self.luck.word(failure.at.plus(FAILURE)));
        if holds | !follows {
            return Continue(());
        }
        account.lend(|lent| self.follow_up(world, who, failure, lent))
    }

    /// What follows a failure, in this order: a complaint, walking out, the complaint desk.
    #[cold]
    #[inline(never)]
    pub(super) fn follow_up(
        &mut self,
        world: &World,
        who: &CompiledPersona,
        failure: Failure,
        account: &mut Account,
    ) -> GoesOn {
        let voiced = self.complain_or_walk_out(who, failure.link, failure.after, failure.at.plus(FAILURE))?;
        match world.desk {
            Some(desk) if voiced && failure.link != LinkIndex(desk) => self.ask_desk(who, desk, failure, account),
            _ => Continue(()),
        }
    }

    /// Voices a complaint or not, and walks out or not. True if a complaint was voiced by a customer who goes on.
    #[inline(always)]
    fn complain_or_walk_out(
        &mut self,
        who: &CompiledPersona,
        link: LinkIndex,
        after: AfterFailure,
        at: Address,
    ) -> GoesOn<bool> {
        let word = self.luck.word(at);
        let voiced = after.voiced.high(word);
        if voiced {
            self.life.complaints += 1;
            self.witness.complained(link);
        }
        if after.walks_out.low(word) {
            self.walk_out(who, link)?;
        }
        Continue(voiced)
    }

    /// The complaint desk takes a voiced complaint, once.
    fn ask_desk(&mut self, who: &CompiledPersona, desk: usize, failure: Failure, account: &mut Account) -> GoesOn {
        let compiled = &who.touchpoints[desk];
        let holds = compiled.holds.high(self.luck.word(failure.at.plus(DESK)));
        let gain = compiled.gain * self.novelty(desk, holds);
        let was_heaviest = account.heaviest == failure.pain;
        account.apply(AccountEffect::of(LinkIndex(desk), holds, gain, compiled.pain));
        self.witness.met(LinkIndex(desk), holds, account);
        if holds {
            account.mend(failure.pain, was_heaviest);
            self.witness.mended(failure.link, account);
        } else {
            self.complain_or_walk_out(who, LinkIndex(desk), compiled.after_failure, failure.at.plus(DESK_FAILURE))?;
        }
        Continue(())
    }
}
