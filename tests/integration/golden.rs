//! The golden digest, natively (`tests/golden.rs`).

use crate::digest::{CHANGED, DIGEST, all_at_once, digest_of};
use kedja::engine::BLOCK;
use kedja::runner::tally_on_threads;

/// As it stands in the source.
fn literal(digest: u64) -> String {
    let digits = format!("{digest:016x}");
    format!("0x{}_{}_{}_{}", &digits[..4], &digits[4..8], &digits[8..12], &digits[12..])
}

#[test]
fn golden_digest_is_the_same_as_ever() {
    let found = digest_of(all_at_once);
    if std::env::var_os("RENEW_GOLDEN").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden.rs");
        let source = std::fs::read_to_string(path).unwrap();
        let (old, new) = (format!("DIGEST: u64 = {};", literal(DIGEST)), format!("DIGEST: u64 = {};", literal(found)));
        assert!(source.contains(&old) || source.contains(&new), "no line with {old} in {path}");
        std::fs::write(path, source.replace(&old, &new)).unwrap();
        return;
    }
    assert!(found == DIGEST, "{CHANGED}\nexpected {}, found {}", literal(DIGEST), literal(found));
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
