//! One part of the page inside somebody else's page: no bar at the top, nothing kept, nothing looked up on the device. Its
//! frame may be as strict as `sandbox="allow-scripts"`. All of it is a module of its own.

mod controls;
mod course;
mod start;
mod view;

use super::widgets::NotFetched;
use crate::app::NoJourney;
use crate::app::ports::{Pending, ReadyJourneys};
use leptos::wasm_split::wasm_split;
use std::rc::Rc;

/// Puts the part of the page that the address names into the document.
///
/// # Errors
/// When what it begins with is not to be had.
pub async fn mount(journeys: Rc<dyn ReadyJourneys>) -> Result<(), NoJourney> {
    match fetched().await {
        Ok(start) => start(journeys).await,
        Err(NotFetched) => Err(NoJourney),
    }
}

type Start = fn(Rc<dyn ReadyJourneys>) -> Pending<Result<(), NoJourney>>;

#[wasm_split(embed, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<Start, NotFetched> {
    Ok(start::start)
}
