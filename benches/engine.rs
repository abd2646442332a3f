//! How many times slower the engine is than a plain loop that lives the same customers: `make bench`.
//!
//! All is timed in one process, each run of the engine between two of the plain loop, because a shared machine's speed
//! changes from minute to minute: only the ratios mean something. `-- plain CUSTOMERS` times the plain loop once for each
//! line it reads and prints the seconds, for the bench of WebAssembly (benches/wasm).
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a bench prints, and stops where it finds a fault"
)]

mod workload;

use kedja::engine::{BLOCK, Tally, World, live_blocks};
use kedja::model::{Change, CheckedJourney, Improvement, Journey, Scenario};
use std::hint::black_box;
use std::time::Instant;
use workload::agree;
use workload::plain::{Xoshiro, plain_loop};

/// Short ones, and many: then what else the machine does falls on both sides of a ratio alike.
const ROUNDS: usize = 201;
const CUSTOMERS: u64 = 20 * BLOCK;
/// Lives of the ready journey are longer.
const TWINS: u64 = 2 * BLOCK;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|a| a == "plain") {
        let customers = arguments.get(at + 1).and_then(|n| n.parse().ok()).unwrap_or(CUSTOMERS);
        for seed in (1..).take_while(|_| std::io::stdin().read_line(&mut String::new()).is_ok_and(|bytes| bytes > 0)) {
            println!("{}", plain_seconds(seed, customers));
        }
        return;
    }
    let same = world(&workload::journey(), &Scenario::default());
    let telecom: Journey = kedja::exchange::ready("telecom").expect("it is a ready journey").journey();
    let today = world(&telecom, &Scenario::default());
    let what_if = world(&telecom, &strengthened(&telecom));
    agree(&plain_loop(&mut Xoshiro::new(1), 200 * BLOCK), &live_all(&same, None, 1, 200 * BLOCK));

    println!("Time per customer, as many times as the plain native loop takes for one of workload W:\n");
    println!("{:26} {:>6}  {:11}  {:>11}", "", "median", "middle half", "customers/s");
    report("engine, workload W", CUSTOMERS, |seed| _ = black_box(live_all(&same, None, seed, CUSTOMERS)));
    report("engine, telecom, twins", TWINS, |seed| _ = black_box(live_all(&today, Some(&what_if), seed, TWINS)));
}

fn live_all(today: &World, what_if: Option<&World>, seed: u64, customers: u64) -> Tally {
    live_blocks(today, what_if, seed, 0..customers.div_ceil(BLOCK), customers)
}

/// One more unit of effort on every link, so that no twin lives in a copy of the same world.
fn strengthened(journey: &Journey) -> Scenario {
    let changes = journey.links().map(|link| Change::Strengthen { link: link.clone(), effort: 1.0 }).collect();
    let everywhere = Improvement { id: "everywhere".into(), changes, ..Improvement::default() };
    Scenario { improvements: vec![everywhere], ..Scenario::default() }
}

fn plain_seconds(seed: u64, customers: u64) -> f64 {
    let start = Instant::now();
    black_box(plain_loop(&mut Xoshiro::new(seed), black_box(customers)));
    start.elapsed().as_secs_f64()
}

/// Prints a line of the table, after a round that is not counted.
fn report(what: &str, customers: u64, live: impl Fn(u64)) {
    let round = |round: usize| {
        let seed = round as u64;
        let before = plain_seconds(seed, CUSTOMERS);
        let start = Instant::now();
        live(seed);
        let seconds = start.elapsed().as_secs_f64() / customers as f64;
        let plain = (before + plain_seconds(seed, CUSTOMERS)) / (2 * CUSTOMERS) as f64;
        (seconds / plain, seconds)
    };
    round(0);
    let mut times: Vec<(f64, f64)> = (0..ROUNDS).map(round).collect();
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    let [low, median, high] = [1, 2, 3].map(|quarter| times[quarter * ROUNDS / 4]);
    println!("{what:26} {:6.2}  {:5.2}-{:5.2}  {:11.0}", median.0, low.0, high.0, 1.0 / median.1);
}

/// The journey, which is right.
fn checked(journey: &Journey) -> CheckedJourney {
    CheckedJourney::new(journey.clone()).expect("the journey is right")
}

/// The world of a scenario for a journey.
fn world(journey: &Journey, scenario: &Scenario) -> World {
    World::new(&checked(journey).changed(scenario).expect("the scenario is right"))
}
