//! Single lives, told: one in full as a story, many in short as trails.

mod story;
mod trail;

pub use story::{Story, StoryEvent, live_story};
pub use trail::{Trail, TrailStep, live_crowd};
