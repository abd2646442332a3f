//! The journey itself: the chain, what it comes to, and what can be changed. One module for each panel.

pub mod chain;
pub mod changes;
pub mod crowd;
pub mod dashboards;
pub mod headline;
pub mod inspector;
pub mod lanes;
pub mod life;
pub mod outcomes;
pub mod personas;
pub mod progress;
pub mod retention;
pub mod why;
pub mod world;
