//! Shapes: nothing overlaps, nothing is cut, order follows the flow.

mod chain;
mod crowd;
mod retention;
mod words;
