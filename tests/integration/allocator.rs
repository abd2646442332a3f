//! The system's allocator, which counts what each thread asks of it.
#![allow(unsafe_code, reason = "an allocator that counts can't be written without")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

struct Counting;

thread_local! {
    static ASKED: Cell<u64> = const { Cell::new(0) };
    /// What this thread holds [bytes], less what others gave back of it, and the most that it has held.
    static HELD: Cell<i64> = const { Cell::new(0) };
    static MOST: Cell<i64> = const { Cell::new(0) };
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn hold(bytes: i64) {
    let held = HELD.get() + bytes;
    HELD.set(held);
    MOST.set(MOST.get().max(held));
}

// SAFETY: everything is left to the system's allocator; the counts are plain numbers that allocate nothing themselves.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ASKED.set(ASKED.get() + 1);
        hold(layout.size() as i64);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        hold(-(layout.size() as i64));
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ASKED.set(ASKED.get() + 1);
        // Both may be there for a moment.
        hold(size as i64);
        hold(-(layout.size() as i64));
        unsafe { System.realloc(memory, layout, size) }
    }
}

/// How often memory is asked for.
pub fn asked(work: impl FnOnce()) -> u64 {
    let before = ASKED.get();
    work();
    ASKED.get() - before
}

/// The most memory that work on this thread holds beyond what was there before it [bytes].
pub fn peak(work: impl FnOnce()) -> u64 {
    let before = HELD.get();
    MOST.set(before);
    work();
    u64::try_from(MOST.get() - before).unwrap_or(0)
}
