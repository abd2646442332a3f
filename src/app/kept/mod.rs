//! Keeping the state on the device, and finding it again: through whatever store the machine has.
//!
//! Several pages of one site share a store. A page writes only what has been changed in it; before it writes, it reads,
//! and what another page has kept meanwhile is joined with its own (`merge.rs`): the last change wins, and none vanishes.
//! Each text that is kept has a number, one higher than that of the text in whose place it stands; where another text
//! has a number that is no higher, two pages have written at once, and what was written here is written anew above it.
//! What a newer Kedja keeps is never touched.

mod aside;
mod keeper;
mod merge;
mod open;
mod text;

pub use aside::{forget_aside, set_aside};
pub use keeper::{Keeper, Settled, keep, release};
pub(in crate::app) use merge::opened_above;
pub use open::{Opened, first, open, open_work};
pub use text::{BROKE_DOWN, NoJourney};
pub(in crate::app) use text::{Read, read};
