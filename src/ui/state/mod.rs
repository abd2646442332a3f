//! The state of the page: its signals, what is done with them, and where they are kept.

mod answers;
mod beside;
mod building;
mod controller;
mod fetched_journeys;
mod findings;
mod fitter;
mod persistence;
mod signals;
mod tried;
mod workers;

pub use answers::{FollowedLife, Refusal};
pub use beside::Beside;
pub use building::put_journey;
pub use fetched_journeys::FetchedJourneys;
pub use findings::read_finding;
pub use fitter::Fitter;
pub use persistence::Persistence;
pub use signals::Store;

use leptos::prelude::*;

/// The store of the page.
pub fn use_store() -> Store {
    expect_context::<Store>()
}
