//! The ready journeys, embedded so that the first view waits for nothing.

use crate::model::Journey;

/// A journey that comes with the page.
#[derive(Clone, Copy, Debug)]
pub struct Ready {
    pub id: &'static str,
    json: &'static str,
}

/// In the order of the menu; the first is what a first visit shows.
pub const READY: [Ready; 1] = [Ready { id: "telecom", json: include_str!("../../public/journeys/telecom.json") }];

/// A ready journey by its id.
pub fn ready(id: &str) -> Option<&'static Ready> {
    READY.iter().find(|r| r.id == id)
}

impl Ready {
    /// The journey itself.
    #[expect(clippy::expect_used, reason = "what is built in is read and checked by a test")]
    pub fn journey(&self) -> Journey {
        serde_json::from_str(self.json).expect("ready journeys are read and checked by a test")
    }
}
