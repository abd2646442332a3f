//! How it unfolds: one customer's life at a time, the same bits on every target.
//!
//! [`World`] is a journey compiled with a scenario. [`live`] lives one customer in it and tells a [`Witness`] each
//! event; `count` counts many lives, `tell` records single ones. [`Luck`] gives every chance event its own draw, so that
//! a customer keeps their luck between two worlds.

mod account;
mod count;
mod draws;
mod life;
mod link;
mod positions;
mod tell;
mod world;

pub use account::{Account, LOWER_PRICE, Standing, recommends};
pub use count::{
    AffectedLives, BLOCK, Buyers, Calendar, CalendarRun, Cell, Counts, GroupCounts, Moments, Noise, PeriodCounts,
    Ratio, Tally, TrialTally, Twins, UNIT, Variable, cell_at, live_blocks, live_calendar, live_range, live_twins,
};
pub use draws::{Address, Chance, Luck, SplitMix64};
pub use life::{DropReason, Fate, Life, Scratch, Silent, Witness, Worlds, live};
pub use link::{Blame, LinkIndex};
pub use tell::{Story, StoryEvent, Trail, TrailStep, live_crowd, live_story};
pub use world::{ChangeReach, World};

/// Version of the model. Raised whenever the same journey, scenario and seed give other numbers than before.
pub const MODEL_VERSION: u32 = 3;
