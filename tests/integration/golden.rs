//! The golden digest, natively (`tests/golden.rs`).

use crate::digest::{ANSWERS, CHANGED, DIGEST, Digest, all_at_once, answers_digest, digest_of, population, world};
use kedja::engine::{BLOCK, Luck, Scratch, Silent, live};
use kedja::exchange::READY;
use kedja::model::Scenario;
use kedja::runner::{encode, tally_on_threads};

/// Of the lives alone: who buys, who leaves, when, what they paid and what they think of it. What a leaving is booked on,
/// and which figures and noise are made of it all, is not in it: it stays when only those change.
const LIVES: u64 = 0x440e_f451_cf0f_5855;

/// What each of the golden customers, and of the first thousand of every ready journey, came to.
fn lives_digest() -> u64 {
    let mut digest = Digest::new();
    let golden = population().into_iter().flat_map(|ask| {
        let worlds = [Scenario::default(), ask.scenario.clone()].map(|scenario| world(&ask.journey, &scenario));
        worlds.map(|world| (world, ask.seed, ask.customers))
    });
    let ready = READY.iter().map(|ready| (world(&ready.journey(), &Scenario::default()), 1, BLOCK));
    for (world, seed, customers) in golden.chain(ready) {
        let mut scratch = Scratch::for_world(&world);
        for customer in 0..customers {
            digest.add(&encode(&live(&world, Luck::of(seed, customer), 0, &mut scratch, &mut Silent)));
        }
    }
    digest.0
}

/// As it stands in the source.
fn literal(digest: u64) -> String {
    let digits = format!("{digest:016x}");
    format!("0x{}_{}_{}_{}", &digits[..4], &digits[4..8], &digits[8..12], &digits[12..])
}

/// Holds a digest to its constant in the source, or renews that.
#[track_caller]
fn hold(name: &str, expected: u64, found: u64) {
    if std::env::var_os("RENEW_GOLDEN").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden.rs");
        let source = std::fs::read_to_string(path).unwrap();
        let line = |digest: u64| format!("{name}: u64 = {};", literal(digest));
        let (old, new) = (line(expected), line(found));
        assert!(source.contains(&old) || source.contains(&new), "no line with {old} in {path}");
        std::fs::write(path, source.replace(&old, &new)).unwrap();
        return;
    }
    assert!(found == expected, "{CHANGED}\nexpected {}, found {}", literal(expected), literal(found));
}

#[test]
fn golden_digests_are_the_same_as_ever() {
    hold("DIGEST", DIGEST, digest_of(all_at_once));
    hold("ANSWERS", ANSWERS, answers_digest());
}

#[test]
fn golden_lives_are_the_same_whatever_is_made_of_them() {
    let found = lives_digest();
    assert!(found == LIVES, "{CHANGED}\nexpected {}, found {}", literal(LIVES), literal(found));
}

#[test]
fn golden_digest_is_the_same_on_three_threads() {
    let found = digest_of(|cohort, customers| tally_on_threads(cohort, customers, 3));
    assert_eq!(found, digest_of(all_at_once));
}

#[test]
fn golden_digest_is_the_same_for_blocks_in_any_order() {
    let found = digest_of(|cohort, customers| {
        let blocks = customers.div_ceil(BLOCK);
        let mut sum = cohort.nobody();
        // Every other one from behind, then the rest.
        let order = (0..blocks).rev().step_by(2).chain((0..blocks).rev().skip(1).step_by(2));
        for block in order {
            sum.add(&cohort.live(block..block + 1, customers));
        }
        sum
    });
    assert_eq!(found, digest_of(all_at_once));
}
