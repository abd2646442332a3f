//! Shapes: nothing overlaps, nothing is cut, order follows the flow.

mod chain;
mod retention;
mod words;
