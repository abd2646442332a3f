//! Everything that can be tested without a page, in one binary.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it finds a fault")]

mod agreement;
mod allocator;
mod analysis;
mod app;
mod arbitrary;
mod builder;
mod charts;
mod checked;
mod checking;
#[path = "../golden.rs"]
mod digest;
mod digits;
mod edit;
mod effort;
mod engine;
mod exchange;
mod fields;
mod golden;
mod hostile;
mod invariants;
mod lessons;
mod ready;
mod records;
mod reference;
mod runner;
mod runs;
mod shell;
mod statistics;
mod tidy;
mod trade;
mod truths;
mod words;
#[allow(dead_code, reason = "the plain loop is for the benches")]
#[path = "../../benches/workload/mod.rs"]
mod workload;
