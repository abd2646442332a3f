//! The ready journeys, embedded so that the first view waits for nothing.

use crate::model::Journey;

/// A journey that comes with the page.
#[derive(Clone, Copy, Debug)]
pub struct Ready {
    pub id: &'static str,
    json: &'static str,
}

/// A ready journey from its file.
macro_rules! ready {
    ($id:literal) => {
        Ready { id: $id, json: include_str!(concat!("../../public/journeys/", $id, ".json")) }
    };
}

/// In the order of the menu; the first is what a first visit shows.
pub const READY: [Ready; 7] = [
    ready!("telecom"),
    ready!("streaming"),
    ready!("e-commerce"),
    ready!("insurance"),
    ready!("b2b-purchase"),
    ready!("food-box"),
    ready!("business-software"),
];

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
