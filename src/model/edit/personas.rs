//! Personas.

use super::entries::{enter_where_nobody_does, first_before, make_whole};
use super::words::written;
use super::{names, starting};
use crate::model::{Journey, Lang, PersonaId};

/// A persona who takes an even share of the visitors, and comes in where the first one does.
pub(super) fn add(journey: &mut Journey, name: &str, lang: &Lang) {
    let share = 1.0 / (journey.personas.len() + 1) as f64;
    let id = names::persona(journey, name);
    let mut new = starting::persona(id, written(name, lang), share);
    new.entries = journey.personas.first().map(|p| p.entries.clone()).unwrap_or_default();
    journey.personas.iter_mut().for_each(|p| p.share *= 1.0 - share);
    journey.personas.push(new);
    if let Some(first) = first_before(journey) {
        enter_where_nobody_does(journey, &first);
    }
}

/// Takes a persona away; the others share out what they had. The last one stays.
pub(super) fn remove(journey: &mut Journey, id: &PersonaId) {
    if journey.personas.len() < 2 {
        return;
    }
    journey.personas.retain(|p| p.id != *id);
    let mut shares: Vec<&mut f64> = journey.personas.iter_mut().map(|p| &mut p.share).collect();
    make_whole(&mut shares);
}
