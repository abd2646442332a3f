//! The library: every journey of one's own as a record of its own (`exchange::record`), through whatever store the machine
//! has (`ports::Records`).
//!
//! What is worked on stands on the desk, the one state that is kept at once (`kept`). From there it is put on the shelf:
//! each journey of one's own under its id, with each step back. A record is written over only by who knows what it holds:
//! who has read or written it, or has its work among their own steps. Of two pages that have gone apart neither loses
//! anything (`shelve.rs`). Whatever cannot be read stays where it is, and costs no other record anything.

mod bodies;
mod entries;
mod files;
mod opened;
mod scenarios;
mod shelve;
mod versions;

pub use crate::exchange::{NoLibrary, RecordHead, RecordOrigin, VersionWhy};
pub use bodies::{part_of, records_in, with_record};
pub use entries::{
    BIN_DAYS, LibraryEntry, LibrarySort, automatic_surplus, change_head, duplicate, is_over, list, shown, throw_away,
    verify,
};
pub use files::{FileEnd, FileOutcome, Imported, LONGEST_FILE, exported, import};
pub use opened::{FromShelf, OpenFault, take};
pub use scenarios::{
    LONGEST_SCENARIO, MOST_SCENARIOS, back_to_parent, build_on, drop_named, has_moved, hold, keep_as, rename,
    take_named,
};
pub use shelve::{LibraryKeeper, LibraryRoom, Shelved, shelve};
pub use versions::{keep_version, restore};
