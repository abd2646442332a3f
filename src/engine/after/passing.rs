//! Passing a stretch: touchpoints that come round by themselves and lead nowhere else.

use super::failure::Failure;
use super::{Customer, GoesOn};
use crate::engine::draws::Address;
use crate::engine::stretch::{Leg, Outcome, Stretch};
use crate::engine::world::Persona;
use crate::engine::{Account, Witness, World};

impl<W: Witness> Customer<'_, W> {
    /// Passes a stretch, and the reckoning at its end, if it has one.
    #[inline(always)]
    pub(super) fn pass(
        &mut self,
        world: &World,
        who: &Persona,
        leg: &Leg,
        at: Address,
        account: &mut Account,
    ) -> GoesOn {
        let drawn = leg.draw(self.luck.from(at));
        if drawn.follows {
            let goes_on;
            (*account, goes_on) = self.pass_slowly(world, who, leg, at, *account);
            goes_on?;
        } else {
            self.take(&who.plans.stretches[leg.stretch], drawn.outcome, account);
        }
        match leg.reckoning {
            Some(touchpoint) if drawn.last => self.reckon(world, who, touchpoint, account),
            _ => Ok(()),
        }
    }

    /// Passes a stretch on which something follows a failure: link by link, as far as the customer goes.
    #[cold]
    #[inline(never)]
    fn pass_slowly(
        &mut self,
        world: &World,
        who: &Persona,
        leg: &Leg,
        at: Address,
        mut account: Account,
    ) -> (Account, GoesOn) {
        let stretch = &who.plans.stretches[leg.stretch];
        let luck = self.luck.from(at);
        let mut outcome = Outcome::default();
        for (due, later) in leg.dues.iter().zip((0..leg.dues.len()).rev()) {
            let (happened, held) = due.draw(luck);
            outcome = outcome.and(happened, held);
            if due.is_followed(luck) & happened & !held {
                self.take(stretch, std::mem::take(&mut outcome).and_nothing(later), &mut account);
                let (link, pain) = (due.link, due.pain);
                let failure = Failure { link, pain, after: due.after_failure, at: due.address.plus(at) };
                let goes_on;
                (account, goes_on) = self.follow_up(world, who, failure, account);
                if goes_on.is_err() {
                    return (account, goes_on);
                }
            }
        }
        self.take(stretch, outcome, &mut account);
        (account, Ok(()))
    }

    #[inline(always)]
    fn take(&mut self, stretch: &Stretch, outcome: Outcome, account: &mut Account) {
        self.witness.passed(stretch, outcome, account);
        account.take(stretch.effect(outcome));
    }
}
