//! One customer's life, lived the slow and plain way: a second telling of `docs/model.md`, to hold the engine against.
//!
//! It follows the page from "What a journey holds" to "Improvements and effort", and "What is reported", sentence by
//! sentence. It shares nothing with the engine but the types of a journey: its draws come one after the other from an
//! ordinary generator, so that the two agree in distribution and never number by number. Nothing here is fast. Journeys
//! are taken to be valid.
//!
//! Where the page leaves a choice, the most literal reading is taken. The choices are:
//!
//! Before the purchase
//!  1. A link is **met** each time its strength is put to the test, so each try counts: met = held + failed. A
//!     touchpoint that notices the customer's readiness and sends them on is visited, but not met.
//!  2. A **visit** is each coming to a touchpoint, also by sensing; a new try is not a visit. Who would begin a visit
//!     number 1 001 is dropped at the last link met, which as a rule is the handover there.
//!  3. The index of a phase is its place among the phases before the purchase.
//!  4. Complaints, the heaviest failure, walking out and the halving of gains belong to "After the purchase" alone.
//!  5. The mood along the journey is taken after every try at a touchpoint before the purchase.
//!
//! After the purchase
//!  6. What G, P and M hold at the purchase is kept after it; only H starts from 0.
//!  7. The day of purchase is a period of its own for the halving of gains.
//!  8. A walk ends when its 16th touchpoint has been met: no handover is tried after it. A reckoning is the first of
//!     its 16; the handover of the purchase stands before the first.
//!  9. Tenure from-until limits where encounters and reckonings begin. A touchpoint that a handover or a complaint
//!     leads to is met at any tenure.
//! 10. A failure at the desk, however the customer came there, goes no further than being voiced.
//! 11. At the desk a holding also adds the desk's gain. The pain taken back is the whole of it.
//! 12. Each time that an offer holds its worth is brought in, on the day of purchase too. A worth is in prices and does
//!     not follow the price now; a price paid is the price now.
//! 13. A reckoning takes place only within its tenure. Who walks out on its walk is not judged.
//! 14. "Otherwise the price is paid" is for all who did not leave at that reckoning, also who went up a rung.
//!
//! Figures
//! 15. Survival at tenure t is the share of buyers who have not left by the end of t, so at 0 it lacks those who left
//!     on the day of purchase. Who stands on a rung at the end of a tenure has not left; the mood of a tenure is of all
//!     who lived it, leavers included.
//! 16. A leaver on the day of purchase has a recommendation score too.
//!
//! Calendar
//! 17. Arrivals come in every period from -warm-up to the horizon, both included.
//! 18. Before the purchase each step is taken in the world of the period in which it is taken: days are spent in the
//!     world of when they begin, the strength that is leaned on is that of when they are over.
//! 19. Customers, rungs, promoters and detractors of a period are those who stand as customers at its end: the buyers
//!     of the period are in, its leavers are out.
//! 20. Arrivals are whole customers: base times word of mouth, rounded half up.
#![allow(clippy::disallowed_methods, reason = "a second, independent computation uses the platform's own maths")]

mod after;
mod before;
pub mod calendar;
mod cohort;
mod dice;
pub mod figures;
mod life;
mod world;

mod tests;

pub use cohort::live_cohort;
pub use life::{Ending, Life};
