//! The journeys that come with Kedja: their ids, their order, and their files.

#[cfg(not(target_arch = "wasm32"))]
use super::journey_file::open_journey;
#[cfg(not(target_arch = "wasm32"))]
use crate::model::Journey;

/// A journey that comes with Kedja.
#[derive(Clone, Copy, Debug)]
pub struct Ready {
    pub id: &'static str,
    /// Where the company of its story would put the effort: ids of links.
    pub believed: &'static [&'static str],
    /// The text of its file, built in. The page fetches it when it is wanted instead.
    #[cfg(not(target_arch = "wasm32"))]
    text: &'static str,
}

/// A ready journey with its file.
macro_rules! ready {
    ($id:literal, believed: $believed:expr) => {
        Ready {
            id: $id,
            believed: $believed,
            #[cfg(not(target_arch = "wasm32"))]
            text: include_str!(concat!("../../public/journeys/", $id, ".json")),
        }
    };
}

/// In the order of the menu; the first is what a first visit shows.
pub const READY: [Ready; 7] = [
    ready!("telecom", believed: &["advert", "newsletter"]),
    ready!("streaming", believed: &["catalogue", "reminders"]),
    ready!("e-commerce", believed: &["checkout"]),
    ready!("insurance", believed: &[]),
    ready!("b2b-purchase", believed: &["demo"]),
    ready!("food-box", believed: &["discount-ad", "website"]),
    ready!("business-software", believed: &["support", "get-started"]),
];

/// The ready journey of that id; `None` if there is none.
pub fn ready(id: &str) -> Option<&'static Ready> {
    READY.iter().find(|ready| ready.id == id)
}

impl Ready {
    /// The journey itself.
    #[cfg(not(target_arch = "wasm32"))]
    #[expect(clippy::expect_used, reason = "what is built in is read and checked by a test")]
    pub fn journey(&self) -> Journey {
        open_journey(self.text.as_bytes()).expect("ready journeys are read and checked by a test")
    }

    /// Where its file lies, from the top of the page's folder: `journeys/telecom.json`.
    pub fn file(&self) -> String {
        format!("journeys/{}.json", self.id)
    }
}
