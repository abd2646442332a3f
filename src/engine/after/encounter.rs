//! Meeting a touchpoint: by itself, or on a walk.

use super::failure::Failure;
use super::{Customer, GoesOn};
use crate::engine::account::Effect;
use crate::engine::draws::Address;
use crate::engine::world::{Course, Due, Persona, Stop};
use crate::engine::{Account, Link, Luck, Witness, World};

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

/// What comes after meeting a touchpoint that was due.
pub(super) enum Next {
    /// What else is due.
    Due,
    /// The reckoning that it is.
    Reckoning,
    /// What leads further: walks from there, or what follows a failure.
    Further { happened: bool },
}

impl<W: Witness> Customer<'_, W> {
    /// Meets what is due and leads nowhere else, by the word drawn for it: for certain, or perhaps: where it is certain
    /// nothing is spent on asking.
    ///
    /// Without branches on chance, which a processor can't foresee: what does not take place has no effect, and what
    /// follows a failure is drawn in any case.
    #[inline(always)]
    pub(super) fn simply<const SURE: bool>(&mut self, due: &Due, word: u64, luck: Luck, account: &mut Account) -> Next {
        let happened = SURE || due.happens.low(word);
        let held = happened & due.holds.high(word);
        let link = Link(due.touchpoint);
        account.take(due.effects[usize::from(happened) + usize::from(held)], link);
        self.witness.may_have_met(link, happened, held, account);
        if !due.goes_on {
            return Next::Due;
        }
        if due.after_failure.is_any {
            let follows = due.after_failure.is_drawn(luck.word(due.failing));
            if follows & happened & !held {
                return Next::Further { happened };
            }
        }
        if due.is_reckoning & happened { Next::Reckoning } else { Next::Due }
    }

    /// What a touchpoint that is due leads to: the walks from there, or what follows its failure; and the reckoning after
    /// it, if it is one.
    #[inline(always)]
    pub(super) fn further(
        &mut self,
        world: &World,
        who: &Persona,
        due: &Due,
        happened: bool,
        at: Address,
        account: &mut Account,
    ) -> GoesOn {
        let outcome;
        if due.course == Course::Walk {
            (*account, outcome) = self.walks(world, who, due, happened, at, *account);
            return outcome;
        }
        let (link, pain) = (Link(due.touchpoint), who.stops[due.touchpoint].pain);
        let failure = Failure { link, pain, after: due.after_failure, at };
        (*account, outcome) = self.follow_up(world, who, failure, *account);
        outcome?;
        if due.is_reckoning { self.reckon(world, who, due.touchpoint, account) } else { Ok(()) }
    }

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
        account.take(Effect::of(holds, gain, stop.pain), link);
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
