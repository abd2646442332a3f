//! Everything that can be tested without a page, in one binary.
#![cfg(not(target_arch = "wasm32"))]

mod arbitrary;
mod builder;
#[path = "../golden.rs"]
mod digest;
mod golden;
mod runner;
