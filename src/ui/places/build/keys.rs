//! What keys do on a link of the drawn chain, and the list of them. Single letters only work there, and can be switched off.

use super::adding::{append, focus_cell, focus_hit, new_touchpoint};
use super::desk::{Desk, use_desk};
use super::marks::{FORM, KEYS, LEAD_ON};
use crate::app::Place;
use crate::model::edit::{Edit, Spot};
use crate::model::{Handover, Journey, LinkId, PartId};
use crate::say;
use crate::ui::platform::device;
use crate::ui::platform::events::{Hears, is_typed_into, listen};
use crate::ui::platform::keeping::Wish;
use crate::words::sheet::Column;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// A key that was pressed on a link.
pub fn by_key(desk: Desk, link: &LinkId, order: &[LinkId], event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    // One character, and not the space that presses: whoever speaks to the page does not want it to act on a word.
    let is_letter = event.key().chars().count() == 1 && event.key() != " ";
    if is_letter && !desk.hears_letters.get_untracked() {
        return;
    }
    let place = order.iter().position(|one| one == link).unwrap_or(0);
    let walk = |to: Option<LinkId>| {
        if let Some(to) = to.filter(|to| order.contains(to)) {
            focus_hit(desk, &to);
        }
    };
    match event.key().as_str() {
        "ArrowRight" => walk(desk.whole.with_untracked(|j| onward(j, link, 0))),
        "ArrowLeft" => walk(desk.whole.with_untracked(|j| back(j, link))),
        "ArrowDown" => walk(order.get(place + 1).cloned()),
        "ArrowUp" => walk(place.checked_sub(1).and_then(|at| order.get(at)).cloned()),
        "Home" => walk(order.first().cloned()),
        "End" => walk(order.last().cloned()),
        "Enter" | " " => {
            desk.choose(desk.part_of(link));
            device::focus(FORM);
        }
        "F2" => name(desk, link),
        "Delete" | "Backspace" => remove(desk, link, order.get(place + 1).or_else(|| order.get(place.checked_sub(1)?))),
        "n" | "N" => {
            let phase =
                desk.whole.with_untracked(|j| start_of(j, link).and_then(|t| j.touchpoint(t)).map(|t| t.phase.clone()));
            if let Some(phase) = phase {
                new_touchpoint(desk, Spot::EndOf(phase));
            }
        }
        "a" | "A" => append(desk, link),
        "c" | "C" => {
            if let Some(start) = desk.whole.with_untracked(|j| start_of(j, link).cloned()) {
                desk.choose(PartId::Touchpoint(start));
                device::focus_then(LEAD_ON, drop);
            }
        }
        "?" => show_keys(desk),
        digit => {
            let Some(n) = digit.parse::<usize>().ok().filter(|n| *n > 0) else { return };
            walk(desk.whole.with_untracked(|j| onward(j, link, n - 1)));
        }
    }
    event.prevent_default();
}

/// Opens the list of keys, and leads there.
fn show_keys(desk: Desk) {
    desk.shows_keys.set(true);
    device::focus(KEYS);
}

/// The list of keys, with the switch of those that are a single letter. A question mark opens it anywhere in the place where
/// nothing is typed.
#[component]
pub fn Keys() -> impl IntoView {
    let desk = use_desk();
    let heard = move |event: &web_sys::Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_here = desk.store.place.get_untracked() == Place::Build;
        if event.key() == "?"
            && is_here
            && !event.default_prevented()
            && !is_typed_into(event.target())
            && desk.hears_letters.get_untracked()
        {
            event.prevent_default();
            show_keys(desk);
        }
    };
    listen(&window(), "keydown", Hears::AndPrevents, heard);
    let toggled = move |event: web_sys::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        desk.shows_keys.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let switch = move |_| {
        desk.hears_letters.update(|hears| *hears = !*hears);
        Wish::NoLetters.keep(!desk.hears_letters.get_untracked());
    };
    view! {
        <details class="help build-keys" prop:open=move || desk.shows_keys.get() on:toggle=toggled>
            <summary id=KEYS>{move || say!(desk, build.table.keys_title)}</summary>
            <p class="hint">{move || say!(desk, build.table.keys)}</p>
            <p class="hint">{move || say!(desk, build.chain.keys)}</p>
            <label class="form-mark">
                <input type="checkbox" prop:checked=move || desk.hears_letters.get() on:change=switch/>
                <span>{move || say!(desk, build.chain.letters)}</span>
            </label>
        </details>
    }
}

/// The touchpoint that a link is, or that it leads from.
fn start_of<'a>(journey: &'a Journey, link: &'a LinkId) -> Option<&'a LinkId> {
    match journey.handover(link) {
        Some(handover) => Some(&handover.from),
        None => journey.touchpoint(link).map(|t| &t.id),
    }
}

/// Where the n-th way from a touchpoint leads, the one that most go first; a handover leads on to where it ends.
fn onward(journey: &Journey, link: &LinkId, n: usize) -> Option<LinkId> {
    if let Some(handover) = journey.handover(link) {
        return Some(handover.to.clone());
    }
    let mut ways: Vec<&Handover> = journey.handovers.iter().filter(|h| h.from == *link).collect();
    ways.sort_by(|one, other| other.share.total_cmp(&one.share));
    ways.get(n).map(|way| way.to.clone())
}

/// Where those come from who reach a touchpoint, or take a handover.
fn back(journey: &Journey, link: &LinkId) -> Option<LinkId> {
    if let Some(handover) = journey.handover(link) {
        return Some(handover.from.clone());
    }
    journey.handovers.iter().find(|h| h.to == *link).map(|h| h.from.clone())
}

/// To the place where the name is typed: of a handover, its form.
fn name(desk: Desk, link: &LinkId) {
    match desk.part_of(link) {
        PartId::Touchpoint(link) => focus_cell(link, Column::Name),
        part => {
            desk.choose(part);
            device::focus(FORM);
        }
    }
}

fn remove(desk: Desk, link: &LinkId, next: Option<&LinkId>) {
    let next = next.cloned();
    let part = desk.part_of(link);
    let by = Edit::Remove(part.clone());
    match part {
        PartId::Touchpoint(link) => desk.remove(link, by),
        _ => desk.act(&by),
    }
    let is_there = |link: &LinkId| desk.whole.with_untracked(|j| start_of(j, link).is_some());
    let next =
        next.filter(is_there).or_else(|| desk.whole.with_untracked(|j| j.touchpoints.first().map(|t| t.id.clone())));
    if let Some(next) = next {
        focus_hit(desk, &next);
    }
}
