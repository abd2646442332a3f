//! Touchpoints are added from several places, and each time whoever added one is taken to its name; and other places that
//! whoever goes by keys is taken to.

use super::desk::Desk;
use super::marks::{field_id, hit_id};
use crate::model::edit::{Edit, Spot};
use crate::model::{LinkId, PartId};
use crate::say;
use crate::ui::platform::device;
use crate::words::sheet::Column;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Adds a touchpoint, and takes whoever added it to its name.
pub fn new_touchpoint(desk: Desk, spot: Spot) {
    let name = desk.whole.with_untracked(|journey| {
        let is_taken = |name: &str| journey.touchpoints.iter().any(|t| t.name.0.values().any(|n| n == name));
        let first = say!(desk, build.table.new).to_owned();
        let numbered = (2_usize..).map(|n| say!(desk, build.table.new_n, n = n));
        std::iter::once(first).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
    });
    if let Some(PartId::Touchpoint(link)) = desk.add(&Edit::AddTouchpoint { name, spot }) {
        focus_cell(link, Column::Name);
    }
}

/// Takes the focus to a cell once it is drawn, with all that stands in it marked.
pub fn focus_cell(link: LinkId, column: Column) {
    device::focus_then(field_id(&link, column), |element| {
        if let Ok(field) = element.dyn_into::<web_sys::HtmlInputElement>() {
            field.select();
        }
    });
}

/// Takes the keys to a link of the drawing, which may still have to be drawn.
pub fn focus_hit(desk: Desk, link: &LinkId) {
    desk.choose(desk.part_of(link));
    device::focus_then(hit_id(link), drop);
}

/// Adds a touchpoint after a link: after a touchpoint, or on the way of a handover.
pub fn append(desk: Desk, link: &LinkId) {
    let spot = match desk.part_of(link) {
        PartId::Handover(_) => Spot::On(link.clone()),
        _ => Spot::After(link.clone()),
    };
    new_touchpoint(desk, spot);
}
