//! What somebody does to a journey while building it: each an edit that says what is wanted, applied to the whole of it so
//! that nothing is left pointing at what is gone. What cannot be understood changes nothing. An edit may leave a journey
//! that has problems: a half-made journey is a journey, and [`living`] says what of it can be simulated.

mod applying;
mod beginning;
mod channels;
mod entries;
mod figures;
mod handovers;
mod kinds;
mod living;
mod mend;
mod names;
mod personas;
mod phases;
mod ranges;
mod starting;
mod touchpoints;
mod usual;
mod words;

pub use applying::edited;
pub use beginning::{Beginnings, KnownSteps, MOST_NAMES, from_names, from_steps, join, skeleton};
pub use entries::leads_to_purchase;
pub use figures::{bounds_of, evidence_of, kind_of, part_of, value_of};
pub use handovers::can_lead;
pub use kinds::{Edit, PartChoice, Spot};
pub use living::living;
pub use mend::mend;
pub use names::{persona as free_persona_id, slug};
pub use starting::{StartingFigures, starting_of};
pub use usual::{says_no_gains, with_usual_gains};
pub use words::text_of;
