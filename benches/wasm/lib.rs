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
use kedja::exchange::open_journey;
use kedja::model::{Change, CheckedJourney, Improvement, Scenario};
use workload::plain::{Xoshiro, plain_loop};

thread_local! {
    static WORLD: World =
        World::new(&CheckedJourney::new(workload::journey()).expect("the workload is right").unchanged());
    static TELECOM: (World, World) = telecom();
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

/// The same with telecom, the ready journey: its twins, in today's world and where every link is a unit of effort stronger.
#[unsafe(no_mangle)]
pub extern "C" fn live_twins_chunk(first: u32, last: u32) -> f64 {
    TELECOM.with(|(today, what_if)| {
        let (first, last) = (u64::from(first), u64::from(last));
        let tally = live_blocks(today, Some(what_if), 1, first / BLOCK..last.div_ceil(BLOCK), last);
        tally.noise.everybody.sum(false, Variable::Bought) as f64
    })
}

fn telecom() -> (World, World) {
    let file = include_bytes!("../../public/journeys/telecom.json");
    let journey = CheckedJourney::new(open_journey(file).expect("it is a ready journey")).expect("it is right");
    let changes = journey.links().map(|link| Change::Strengthen { link: link.clone(), effort: 1.0 }).collect();
    let everywhere = Improvement { id: "everywhere".into(), changes, ..Improvement::default() };
    let scenario = Scenario { improvements: vec![everywhere], ..Scenario::default() };
    let what_if = journey.changed(&scenario).expect("any link can be stronger");
    (World::new(&journey.unchanged()), World::new(&what_if))
}

/// Lives so many customers in the plain loop; how many of them bought.
#[unsafe(no_mangle)]
pub extern "C" fn plain_chunk(seed: u32, customers: u32) -> f64 {
    plain_loop(&mut Xoshiro::new(u64::from(seed)), u64::from(customers)).bought as f64
}
