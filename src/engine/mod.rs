//! How it unfolds: one customer's life at a time, the same bits on every target.
//!
//! [`World`] is a journey compiled with a scenario. [`live`] lives one customer in it and tells a [`Witness`] each
//! event; the tally counts, the story records, the calendar looks at dates. [`Luck`] gives every chance event its own
//! draw, so that a customer keeps their luck between two worlds.

mod account;
mod after;
mod before;
mod blocks;
mod calendar;
mod compile;
mod crowd;
mod draws;
mod life;
mod noise;
mod plans;
mod story;
mod stretch;
mod tally;
mod twins;
mod visits;
mod witness;
mod world;

pub use account::{Account, Standing, recommends};
pub use blocks::{BLOCK, live_blocks};
pub use calendar::{Calendar, CalendarRun, PeriodCounts, live_calendar};
pub use crowd::{Step, Trail, live_crowd};
pub use draws::{Address, Chance, Luck, SplitMix64};
pub use life::{Fate, Life, Scratch, Worlds, live};
pub use noise::{CELL, Moments, Noise, RATIOS, UNIT, Variable};
pub use story::{Story, StoryEvent, live_story};
pub use tally::{Counts, Part, Tally};
pub use twins::{Lived, Touch, Twins, live_twins};
pub use witness::{Blame, Drop, Silent, Witness};
pub use world::{Link, World};

/// Version of the model. Raised whenever the same journey, scenario and seed give other numbers than before.
pub const MODEL_VERSION: u32 = 1;
