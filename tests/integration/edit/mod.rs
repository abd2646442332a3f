//! Edits of a journey: what building it on the page does.

mod beginnings;
mod living;
pub mod random;
mod ranges;
mod touchpoints;

use kedja::model::edit::{Edit, Spot, edited};
use kedja::model::*;

/// The journey after an edit in English.
pub fn after(journey: &Journey, edit: Edit) -> Journey {
    edited(journey, &edit, "en")
}

pub fn add(journey: &Journey, name: &str, spot: Spot) -> Journey {
    after(journey, Edit::AddTouchpoint { name: name.to_owned(), spot })
}

/// The ways of a journey, as `from>to share`.
pub fn ways(journey: &Journey) -> Vec<String> {
    journey.handovers.iter().map(|h| format!("{}>{} {}", h.from, h.to, h.share)).collect()
}

pub fn order(journey: &Journey) -> Vec<&str> {
    journey.touchpoints.iter().map(|t| t.id.as_str()).collect()
}
