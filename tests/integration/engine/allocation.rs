//! Living customers allocates nothing: as much memory is asked for before the first life, and none after it.
#![allow(unsafe_code, reason = "an allocator that counts can't be written without")]

use crate::builder::world;
use crate::digest::population;
use kedja::engine::{BLOCK, live_blocks};
use kedja::model::Scenario;
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// The system's allocator, which counts what each thread asks of it.
struct Counting;

thread_local! {
    static ASKED: Cell<u64> = const { Cell::new(0) };
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: everything is left to the system's allocator; the count is a plain number that allocates nothing itself.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ASKED.set(ASKED.get() + 1);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ASKED.set(ASKED.get() + 1);
        unsafe { System.realloc(memory, layout, size) }
    }
}

/// How often memory is asked for.
fn asked(work: impl FnOnce()) -> u64 {
    let before = ASKED.get();
    work();
    ASKED.get() - before
}

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
