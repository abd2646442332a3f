//! What may follow a failure: a complaint, walking out, the complaint desk.

use super::{Customer, DESK, DESK_FAILURE, FAILURE, GoesOn, Leaving};
use crate::engine::account::Effect;
use crate::engine::draws::Address;
use crate::engine::witness::Blame;
use crate::engine::world::{AfterFailure, Persona};
use crate::engine::{Account, Link, Witness, World};

/// A failure, for what may follow it.
#[derive(Clone, Copy)]
pub(super) struct Failure {
    pub link: Link,
    pub pain: f64,
    pub after: AfterFailure,
    /// Where it was drawn.
    pub at: Address,
}

impl<W: Witness> Customer<'_, W> {
    /// What may follow when a link has held or failed.
    #[inline(always)]
    pub(super) fn after(
        &mut self,
        world: &World,
        who: &Persona,
        holds: bool,
        failure: Failure,
        account: &mut Account,
    ) -> GoesOn {
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

    /// What follows a failure, in this order: a complaint, walking out, the complaint desk.
    #[cold]
    #[inline(never)]
    pub(super) fn follow_up(
        &mut self,
        world: &World,
        who: &Persona,
        failure: Failure,
        mut account: Account,
    ) -> (Account, GoesOn) {
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
        let holds = stop.holds.high(self.luck.word(failure.at.plus(DESK)));
        let gain = stop.gain * self.novelty(desk, holds);
        let was_heaviest = account.heaviest == failure.pain;
        account.take(Effect::of(Link(desk), holds, gain, stop.pain));
        self.witness.met(Link(desk), holds, account);
        if holds {
            account.mend(failure.pain, was_heaviest);
            self.witness.mended(failure.link, account);
        } else {
            self.stays(Link(desk), stop.after_failure, failure.at.plus(DESK_FAILURE))?;
        }
        Ok(())
    }
}
