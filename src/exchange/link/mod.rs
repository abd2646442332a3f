//! Links that hold work in themselves: the part of an address behind `#`, which no server is ever sent. docs/links.md
//! describes the format letter by letter.
//!
//! From the outside in: [`letters`] are what stands in the address, with a length and a check sum, so that a link that was
//! cut or altered is never taken for another; [`squeezed`] makes bytes fewer; [`packed`] turns a tree into bytes and back;
//! [`lean`] leaves out what goes without saying; [`work`] makes the tree of what is shared.
//!
//! What is frozen: [`known`], [`phrases`] and the order of everything. A link that was made once opens for ever: those in
//! `tests/fixtures/links` are read by a test.

mod checksum;
mod fault;
mod found;
mod known;
mod lean;
mod letters;
mod packed;
mod phrases;
mod squeezed;
mod texts;
mod work;
mod written;

pub use checksum::journey_digest;
pub use fault::LinkFault;
pub use found::{FoundLink, FoundLinks, links_in};
pub use letters::LINK_VERSION;
pub use texts::without_texts;
pub use work::{SharedAgenda, SharedJourney, SharedWork};
pub use written::{link_of, read_link};
