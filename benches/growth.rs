//! How what the page does for a journey grows with it: `make bench-growth`.
//!
//! All sizes of a line are timed in one process, one after the other and many times over; a size counts with its fastest
//! time. Only the last column compares: time per touchpoint at the largest size, as many times as at the smallest. Where
//! that is near 1, work grows as the journey does.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a bench prints, and stops where it finds a fault"
)]

#[allow(dead_code, reason = "the plain loop is for the other bench")]
mod workload;

use kedja::analysis::studies::{CompiledTrial, Trial};
use kedja::charts::chain::{Direction, Room, chain};
use kedja::charts::lanes::Columns;
use kedja::engine::{BLOCK, World};
use kedja::exchange::{journey_json, open_journey};
use kedja::model::{Change, CheckedJourney, Improvement, Journey, LinkId, Scenario, check};
use std::hint::black_box;
use std::time::Instant;
use workload::large::{Size, large};

const SIZES: [usize; 6] = [20, 40, 60, 100, 150, 200];
const ROUNDS: usize = 7;

/// What is done for a journey.
type Work = fn(&Journey);

fn main() {
    println!("Milliseconds by touchpoints, and per touchpoint at the last as many times as at the first:\n");
    print!("{:34}", "");
    SIZES.iter().for_each(|size| print!(" {size:>8}"));
    println!("  per touchpoint");
    let chains: [(&str, Work); 2] = [("chain, across", across), ("chain, down", down)];
    for (what, work) in chains {
        line(&format!("{what}, one way on"), false, 1, work);
        line(&format!("{what}, three ways on"), true, 1, work);
    }
    let others: [(&str, Work); 4] = [
        ("columns of the lanes", |journey| _ = black_box(Columns::of(journey, 1_060.0))),
        ("check", |journey| _ = black_box(check(journey))),
        ("write and read a file", |journey| _ = black_box(open_journey(journey_json(journey).as_bytes()))),
        ("compile the world", |journey| {
            let checked = CheckedJourney::new(journey.clone()).expect("the journey is right");
            black_box(World::new(&checked.changed(&Scenario::default()).expect("nothing is changed")));
        }),
    ];
    for (what, work) in others {
        line(what, true, 20, work);
    }
    for personas in [1, 4, 20] {
        line(&format!("trial of all links, {personas} personas"), false, personas, trial);
    }
}

/// A block of customers in a world for each link: most of what is asked for in Prioritise.
fn trial(journey: &Journey) {
    let checked = CheckedJourney::new(journey.clone()).expect("the journey is right");
    let stronger = |link: &LinkId| {
        let changes = vec![Change::Strengthen { link: link.clone(), effort: 1.0 }];
        let improvement = Improvement { id: "one".into(), changes, ..Improvement::default() };
        Scenario { improvements: vec![improvement], ..Scenario::default() }
    };
    let others = journey.links().map(stronger).collect();
    let trial = Trial { base: Scenario::default(), others, chain_feel: None, seed: 1, customers: BLOCK };
    black_box(CompiledTrial::new(&checked, &trial).expect("the changes are right").live(0..1));
}

fn across(journey: &Journey) {
    black_box(chain(&Room { journey, lang: "en", width: 1_060.0, way: Direction::Across, scale: 1.0 }));
}

fn down(journey: &Journey) {
    black_box(chain(&Room { journey, lang: "en", width: 358.0, way: Direction::Down, scale: 1.0 }));
}

/// Prints a line of the table.
fn line(what: &str, skips: bool, personas: usize, work: Work) {
    let journeys = SIZES.map(|touchpoints| large(Size { touchpoints, personas, skips }));
    let mut best = [f64::INFINITY; SIZES.len()];
    for _ in 0..ROUNDS {
        for (journey, best) in journeys.iter().zip(&mut best) {
            let start = Instant::now();
            work(journey);
            *best = best.min(start.elapsed().as_secs_f64());
        }
    }
    print!("{what:34}");
    best.iter().for_each(|seconds| print!(" {:>8.3}", seconds * 1e3));
    let each = |i: usize| best[i] / SIZES[i] as f64;
    println!("  {:>14.2}", each(SIZES.len() - 1) / each(0));
}
