//! The engine as WebAssembly for `make bench-wasm`: just enough to live workload W from outside.
//!
//! Plain exports and no bindings, so that nothing but the engine is timed.
#![cfg(target_arch = "wasm32")]
#![allow(unsafe_code, reason = "an exported name is promised to be unique, which only its author can know")]
#![allow(clippy::expect_used, reason = "a bench stops where it finds a fault")]

#[path = "../workload/mod.rs"]
#[allow(dead_code, reason = "that the two agree is checked natively")]
mod workload;

use kedja::engine::{BLOCK, Variable, World, live_blocks};
use kedja::model::CheckedJourney;
use workload::plain::{Xoshiro, plain_loop};

thread_local! {
    static WORLD: World =
        World::new(&CheckedJourney::new(workload::journey()).expect("the workload is right").unchanged());
}

/// Lives the customers from the first to the last, which begin and end blocks; how many of them bought.
#[unsafe(no_mangle)]
pub extern "C" fn live_chunk(first: u32, last: u32) -> f64 {
    WORLD.with(|world| {
        let (first, last) = (u64::from(first), u64::from(last));
        let tally = live_blocks(world, None, 1, first / BLOCK..last.div_ceil(BLOCK), last);
        tally.noise.everybody.sum(false, Variable::Bought) as f64
    })
}

/// Lives so many customers in the plain loop; how many of them bought.
#[unsafe(no_mangle)]
pub extern "C" fn plain_chunk(seed: u32, customers: u32) -> f64 {
    plain_loop(&mut Xoshiro::new(u64::from(seed)), u64::from(customers)).bought as f64
}
