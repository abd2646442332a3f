//! The places of the page. A new one is a variant of [`Place`], a folder here with its [`PlaceDef`], and a line below.

pub mod about;
pub mod build;
mod def;
pub mod journey;
mod landmarks;
pub mod learn;
mod library;
pub mod prioritise;
pub mod share;

use crate::app::Place;
pub use def::{Arrives, PlaceDef, PlaceView, Skip};
pub use library::started as library_started;

/// Every place, in the order of [`Place::ALL`].
pub static PLACES: [PlaceDef; Place::ALL.len()] =
    [journey::PLACE, prioritise::PLACE, build::PLACE, learn::PLACE, library::PLACE, share::PLACE, about::PLACE];

/// What the page knows of a place.
pub fn def_of(place: Place) -> &'static PlaceDef {
    PLACES.iter().find(|def| def.place == place).unwrap_or(&PLACES[0])
}
