//! The places of the page.

pub mod journey;
pub mod prioritise;
