//! What keys do on a link of the drawn chain. Single letters only work there, so they are in nobody's way.

use super::adding::{append, focus_cell, focus_hit, new_touchpoint};
use super::desk::Desk;
use super::marks::{FORM, KEYS, LEAD_ON};
use crate::model::edit::{Edit, Spot};
use crate::model::{Handover, Journey, LinkId, PartId};
use crate::ui::platform::device;
use crate::words::sheet::Column;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// A key that was pressed on a link.
pub fn by_key(desk: Desk, link: &LinkId, order: &[LinkId], event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
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
                Timeout::new(0, || device::focus(LEAD_ON)).forget();
            }
        }
        "?" => device::focus(KEYS),
        digit => {
            let Some(n) = digit.parse::<usize>().ok().filter(|n| *n > 0) else { return };
            walk(desk.whole.with_untracked(|j| onward(j, link, n - 1)));
        }
    }
    event.prevent_default();
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
    desk.act(&Edit::Remove(desk.part_of(link)));
    let is_there = |link: &LinkId| desk.whole.with_untracked(|j| start_of(j, link).is_some());
    let next =
        next.filter(is_there).or_else(|| desk.whole.with_untracked(|j| j.touchpoints.first().map(|t| t.id.clone())));
    if let Some(next) = next {
        focus_hit(desk, &next);
    }
}
