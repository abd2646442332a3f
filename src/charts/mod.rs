//! Shapes to draw, as plain values: where everything of a chart stands, and the paths between. No signals, no DOM, no
//! colours; lengths are the drawing's own units, one to a pixel at its natural size, y downwards.

pub mod calendar;
pub mod chain;
pub mod code;
pub mod crowd;
pub mod dots;
pub mod geometry;
pub mod ladder;
pub mod lanes;
pub mod paper;
pub mod race;
pub mod ranking;
pub mod retention;
pub mod scale;
pub mod small;
pub mod text;
pub mod worlds;
pub mod worth;
