//! The one place that applies edits to a journey.

use super::kinds::Edit;
use super::mend::mend;
use super::{channels, entries, figures, handovers, personas, phases, ranges, touchpoints, words};
use crate::model::{Journey, Lang, PartId};

/// The journey after an edit by somebody who writes this language.
pub fn edited(journey: &Journey, edit: &Edit, lang: &Lang) -> Journey {
    let mut journey = journey.clone();
    apply(&mut journey, edit, lang);
    ranges::hold_all(&mut journey);
    journey
}

fn apply(journey: &mut Journey, edit: &Edit, lang: &Lang) {
    match edit {
        Edit::AddTouchpoint { name, spot } => touchpoints::add(journey, name, spot, lang),
        Edit::Connect { from, to } => handovers::connect(journey, from, to),
        Edit::AddPhase { name, stage } => phases::add(journey, name, *stage, lang),
        Edit::AddChannel(name) => drop(channels::channel_named(journey, name, lang)),
        Edit::AddOwner(name) => drop(channels::owner_named(journey, name, lang)),
        Edit::AddPersona(name) => personas::add(journey, name, lang),
        Edit::AddEntry(part) => entries::add(journey, part),
        Edit::Move { part, up } => shift(journey, part, *up),
        Edit::Remove(part) => remove(journey, part),
        Edit::RemoveAlone(link) => touchpoints::remove_alone(journey, link),
        Edit::Number { part, field, value } => figures::set(journey, part, *field, *value),
        Edit::Words { part, field, words } => words::set(journey, part, *field, words, lang),
        Edit::Choose { part, choice } => figures::choose(journey, part, choice),
        Edit::ChannelNamed { link, name } => channels::set_channel(journey, link, name, lang),
        Edit::OwnerNamed { link, name } => channels::set_owner(journey, link, name, lang),
        Edit::Ground { part, field, grounds, source } => {
            figures::ground(journey, part, *field, *grounds, source, lang);
        }
        Edit::Range { part, field, low, high } => drop(ranges::say(journey, part, *field, (*low, *high))),
        Edit::Mend(problem) => drop(mend(journey, problem)),
        Edit::Several(edits) => edits.iter().for_each(|edit| apply(journey, edit, lang)),
    }
}

fn shift(journey: &mut Journey, part: &PartId, up: bool) {
    match part {
        PartId::Touchpoint(id) => touchpoints::shift(journey, id, up),
        PartId::Phase(id) => phases::shift(journey, id, up),
        PartId::Persona(id) => step(&mut journey.personas, |p| p.id == *id, up),
        PartId::Channel(id) => step(&mut journey.channels, |c| c.id == *id, up),
        PartId::Owner(id) => step(&mut journey.owners, |o| o.id == *id, up),
        _ => {}
    }
}

/// Moves one of a list a step up or down, where there is one.
fn step<T>(list: &mut [T], is_it: impl Fn(&T) -> bool, up: bool) {
    let Some(at) = list.iter().position(is_it) else { return };
    let other = if up { at.checked_sub(1) } else { Some(at + 1).filter(|next| *next < list.len()) };
    if let Some(other) = other {
        list.swap(at, other);
    }
}

fn remove(journey: &mut Journey, part: &PartId) {
    match part {
        PartId::Touchpoint(id) => touchpoints::remove(journey, id),
        PartId::Handover(id) => journey.handovers.retain(|h| h.id != *id),
        PartId::Phase(id) => phases::remove(journey, id),
        PartId::Channel(id) => channels::remove_channel(journey, id),
        PartId::Owner(id) => channels::remove_owner(journey, id),
        PartId::Persona(id) => personas::remove(journey, id),
        PartId::Entry { persona, touchpoint, readiness } => {
            entries::remove(journey, persona, touchpoint, readiness);
        }
        _ => {}
    }
}
