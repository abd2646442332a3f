//! The golden digest, in the browser (`tests/golden.rs`).

use crate::digest::{ANSWERS, CHANGED, DIGEST, all_at_once, answers_digest, digest_of};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn golden_digest_is_the_same_in_the_browser() {
    let found = digest_of(all_at_once);
    assert!(found == DIGEST, "{CHANGED}\nexpected {DIGEST:#018x}, found {found:#018x}");
}

#[wasm_bindgen_test]
fn questions_are_answered_alike_in_the_browser() {
    let found = answers_digest();
    assert!(found == ANSWERS, "{CHANGED}\nexpected {ANSWERS:#018x}, found {found:#018x}");
}
