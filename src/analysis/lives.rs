//! Lives of single customers, as the engine tells them: results like any other.

pub use crate::engine::{Blame, Drop, Fate, Link, Step, Story, StoryEvent, Trail};
