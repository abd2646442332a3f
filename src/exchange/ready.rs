//! The journeys that come with Kedja: their ids, their order, and their files.

use super::journey_file::open_journey;
use crate::model::Journey;

/// A journey that comes with Kedja.
#[derive(Clone, Copy, Debug)]
pub struct Ready {
    pub id: &'static str,
    /// The text of its file, built in. The page could fetch it instead when it is wanted: then this stands under
    /// `#[cfg(not(target_arch = "wasm32"))]`, and so do [`Ready::journey`] and the last part of [`ready!`].
    text: &'static str,
}

/// A ready journey with its file.
macro_rules! ready {
    ($id:literal) => {
        Ready { id: $id, text: include_str!(concat!("../../public/journeys/", $id, ".json")) }
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

/// The ready journey of that id; `None` if there is none.
pub fn ready(id: &str) -> Option<&'static Ready> {
    READY.iter().find(|ready| ready.id == id)
}

impl Ready {
    /// The journey itself.
    #[expect(clippy::expect_used, reason = "what is built in is read and checked by a test")]
    pub fn journey(&self) -> Journey {
        open_journey(self.text.as_bytes()).expect("ready journeys are read and checked by a test")
    }

    /// Where its file lies, from the top of the page's folder: `journeys/telecom.json`.
    pub fn file(&self) -> String {
        format!("journeys/{}.json", self.id)
    }
}
