//! Living customers allocates nothing: as much memory is asked for before the first life, and none after it.

use crate::allocator::asked;
use crate::builder::world;
use crate::digest::population;
use kedja::engine::{BLOCK, live_blocks};
use kedja::model::Scenario;

#[test]
fn a_life_allocates_nothing() {
    for ask in population() {
        let today = world(&ask.journey, &Scenario::default());
        let what_if = world(&ask.journey, &ask.scenario);
        let asked_for = |blocks: u64| {
            asked(|| {
                live_blocks(&today, Some(&what_if), ask.seed, 0..blocks, blocks * BLOCK);
            })
        };
        let (nobody, many) = (asked_for(0), asked_for(8));
        assert!(nobody > 0, "the count does not count");
        assert_eq!(many, nobody, "{}: memory was asked for while customers lived", ask.journey.id);
    }
}
