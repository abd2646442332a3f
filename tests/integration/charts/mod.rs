//! Shapes: nothing overlaps, nothing is cut, order follows the flow.

mod calendar;
mod chain;
mod code;
mod crowd;
mod dots;
mod lanes;
mod outline;
mod paper;
mod race;
mod ranking;
mod retention;
mod words;
mod worth;
