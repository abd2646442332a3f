//! Lives of single customers, as the engine tells them: results like any other.

pub use crate::engine::{Blame, DropReason, Fate, LinkIndex, Story, StoryEvent, Trail, TrailStep};
