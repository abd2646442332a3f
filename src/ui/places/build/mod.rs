//! Build: where a group makes its own journey, and changes it. The chain, a table and a form are three views of one
//! journey, and the figures above follow every change.

mod adding;
mod chain;
mod choices;
mod data;
mod desk;
mod form;
mod guide;
mod hits;
mod keys;
mod marks;
mod near;
mod order;
mod paste;
mod problems;
mod removed;
mod row;
mod start;
mod steps;
mod table;
mod text;
mod top;
mod whose;

use crate::app::Place;
use crate::say;
use crate::ui::places::def::{Arrives, PlaceDef, PlaceView, Skip};
use crate::ui::places::journey::headline;
use crate::ui::platform::device;
use crate::ui::state::use_store;
use crate::ui::widgets::NotFetched;
use chain::DrawnChain;
use data::OwnFigures;
use desk::Desk;
use form::Form;
use guide::Guide;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use marks::TABLE;
use problems::Problems;
use start::Start;
use table::Table;
use top::Top;
use whose::Whose;

/// What the page knows of this place.
pub const PLACE: PlaceDef = PlaceDef {
    place: Place::Build,
    class: "page build",
    name: |store| say!(store, places.build),
    view: Arrives::WhenWanted(|| Box::pin(fetched())),
    skips: |store| vec![Skip { words: say!(store, page.skip_to_table), target: TABLE, go: || device::focus(TABLE) }],
    arrive: |_| {},
};

/// The place, once its file has come.
#[wasm_split(build, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<PlaceView, NotFetched> {
    Ok(PlaceView { view: || view! { <Build/> }.into_any(), spoken: headline::spoken })
}

#[component]
fn Build() -> impl IntoView {
    provide_context(Desk::new(use_store()));
    view! {
        <Top/>
        <Whose/>
        <Start/>
        <OwnFigures/>
        <Guide/>
        <Problems/>
        <DrawnChain/>
        <Table/>
        <Form/>
    }
}
