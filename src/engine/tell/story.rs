//! One life, told event by event.

use crate::engine::account::{Account, Standing};
use crate::engine::draws::Luck;
use crate::engine::life::{DropReason, Life, Scratch, Witness, Worlds, live};
use crate::engine::link::{Blame, LinkIndex};
use crate::engine::world::World;
use serde::{Deserialize, Serialize};

/// An event of a life, in the order in which it happened.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum StoryEvent {
    Arrived { persona: usize, touchpoint: usize, readiness: usize },
    Sensed { touchpoint: usize, to: usize },
    Waited { link: LinkIndex, days: f64 },
    Held { link: LinkIndex },
    Failed { link: LinkIndex },
    TriedAgain { link: LinkIndex },
    Dropped { link: LinkIndex, why: DropReason },
    Bought { touchpoint: usize, days: f64 },
    Began { tenure: u32 },
    Complained { link: LinkIndex },
    Mended { link: LinkIndex },
    Offered { touchpoint: usize, sold: bool, worth: f64 },
    Judged { touchpoint: usize, worth: f64, felt_price: f64, rung: u32, rungs: u32 },
    StayedBound { tenure: u32 },
    Paid { amount: f64 },
    Left { tenure: u32, blame: Blame, walked_out: bool },
}

/// A told life. Each event stands with the account as it was after it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Story {
    pub events: Vec<(StoryEvent, Account)>,
    pub life: Life,
    /// What the customer held the account against. `None` for one who never bought.
    pub standing: Option<Standing>,
    account: Account,
}

/// Lives one customer in one world and tells it.
pub fn live_story(world: &World, seed: u64, customer: u64) -> Story {
    let mut story = Story::default();
    let mut scratch = Scratch::for_world(world);
    story.life = live::<dyn Worlds, dyn Witness>(world, Luck::of(seed, customer), 0, &mut scratch, &mut story);
    story
}

impl Story {
    fn tell(&mut self, event: StoryEvent) {
        self.events.push((event, self.account));
    }

    fn tell_with(&mut self, event: StoryEvent, account: &Account) {
        self.account = *account;
        self.tell(event);
    }
}

impl Witness for Story {
    fn arrived(&mut self, persona: usize, touchpoint: usize, readiness: usize) {
        self.tell(StoryEvent::Arrived { persona, touchpoint, readiness });
    }

    fn sensed(&mut self, touchpoint: usize, to: usize) {
        self.tell(StoryEvent::Sensed { touchpoint, to });
    }

    fn waited(&mut self, link: LinkIndex, days: f64) {
        self.tell(StoryEvent::Waited { link, days });
    }

    fn tried(&mut self, link: LinkIndex, holds: bool, account: &Account) {
        self.met(link, holds, account);
    }

    fn met(&mut self, link: LinkIndex, holds: bool, account: &Account) {
        self.tell_with(if holds { StoryEvent::Held { link } } else { StoryEvent::Failed { link } }, account);
    }

    fn tried_again(&mut self, link: LinkIndex) {
        self.tell(StoryEvent::TriedAgain { link });
    }

    fn dropped(&mut self, link: LinkIndex, why: DropReason) {
        self.tell(StoryEvent::Dropped { link, why });
    }

    fn bought(&mut self, touchpoint: usize, days: f64, account: &Account) {
        self.tell_with(StoryEvent::Bought { touchpoint, days }, account);
    }

    fn began(&mut self, tenure: u32, account: &Account) {
        self.tell_with(StoryEvent::Began { tenure }, account);
    }

    fn complained(&mut self, link: LinkIndex) {
        self.tell(StoryEvent::Complained { link });
    }

    fn mended(&mut self, link: LinkIndex, account: &Account) {
        self.tell_with(StoryEvent::Mended { link }, account);
    }

    fn offered(&mut self, touchpoint: usize, sold: bool, worth: f64) {
        self.tell(StoryEvent::Offered { touchpoint, sold, worth });
    }

    fn judged(&mut self, touchpoint: usize, worth: f64, felt_price: f64, rung: u32, rungs: u32) {
        self.tell(StoryEvent::Judged { touchpoint, worth, felt_price, rung, rungs });
    }

    fn stayed_bound(&mut self, tenure: u32, _rung: u32) {
        self.tell(StoryEvent::StayedBound { tenure });
    }

    fn paid(&mut self, amount: f64) {
        self.tell(StoryEvent::Paid { amount });
    }

    fn left(&mut self, tenure: u32, blame: Blame, walked_out: bool, _account: &Account) {
        self.tell(StoryEvent::Left { tenure, blame, walked_out });
    }

    fn lived(&mut self, _tenure: u32, _rung: u32, _stays: bool, account: &Account, standing: Standing) {
        self.account = *account;
        self.standing = Some(standing);
    }
}
