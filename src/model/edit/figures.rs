//! Figures and choices of a journey's parts, through the one table of fields.

use super::kinds::PartChoice;
use super::words::write;
use super::{entries, handovers, starting, touchpoints};
use crate::model::fields::{FieldDef, PartKind};
use crate::model::{
    Entry, Evidence, Field, Grounds, Journey, Lang, LinkId, PartId, Role, Stage, Strength, Text, Touchpoint,
};
use std::collections::BTreeMap;

/// The kind of part that figures stand on; `None` for a part without figures.
pub fn kind_of(part: &PartId) -> Option<PartKind> {
    Some(match part {
        PartId::Journey => PartKind::Journey,
        PartId::Market => PartKind::Market,
        PartId::Touchpoint(_) => PartKind::Touchpoint,
        PartId::Handover(_) => PartKind::Handover,
        PartId::Persona(_) => PartKind::Persona,
        PartId::Entry { .. } => PartKind::Entry,
        PartId::Leaning { .. } => PartKind::Leaning,
        _ => return None,
    })
}

fn fits(row: &FieldDef, value: f64) -> bool {
    let above = if row.is_above_least { value > row.least } else { value >= row.least };
    value.is_finite() && above && value <= row.most && (row.whole.is_none() || value.fract() == 0.0)
}

/// The lowest and the highest that a figure of a part may be.
pub fn bounds_of(journey: &Journey, part: &PartId, row: &FieldDef) -> (f64, f64) {
    let touchpoint = if let PartId::Touchpoint(id) = part { journey.touchpoint(id) } else { None };
    touchpoint.map_or((row.least, row.most), |touchpoint| row.bounds_at(touchpoint))
}

/// What a figure of a part stands at.
pub fn value_of(journey: &Journey, part: &PartId, row: &FieldDef) -> Option<f64> {
    match part {
        PartId::Journey => row.of_journey(journey),
        PartId::Market => row.of_market(&journey.market),
        PartId::Touchpoint(id) => row.of_touchpoint(journey.touchpoint(id)?),
        PartId::Handover(id) => row.of_handover(journey.handover(id)?),
        PartId::Persona(id) => row.of_persona(entries::persona(journey, id)?),
        PartId::Entry { persona, touchpoint, readiness } => {
            let persona = entries::persona(journey, persona)?;
            let is_it = |e: &&Entry| e.touchpoint == *touchpoint && e.readiness == *readiness;
            row.of_entry(persona.entries.iter().find(is_it)?)
        }
        PartId::Leaning { persona, channel } => Some(entries::persona(journey, persona)?.leaning(channel)),
        _ => None,
    }
}

/// Sets a figure within its bounds; one beyond them, and one that the part lacks, change nothing. A new figure is guessed
/// until somebody says otherwise, and so is another one in the place of what was measured or published.
pub(super) fn set(journey: &mut Journey, part: &PartId, field: Field, value: Option<f64>) {
    let Some(row) = kind_of(part).and_then(|kind| field.on(kind)) else { return };
    match value {
        None => leave_out(journey, part, field),
        Some(value) if fits(row, value) => put(journey, part, row, value),
        Some(_) => {}
    }
}

fn put(journey: &mut Journey, part: &PartId, row: &FieldDef, value: f64) {
    let before = value_of(journey, part, row);
    match part {
        PartId::Journey => row.set_on_journey(journey, value),
        PartId::Market => row.set_on_market(&mut journey.market, value),
        PartId::Touchpoint(id) => {
            let Some(touchpoint) = touchpoint_mut(journey, id) else { return };
            if value > row.bounds_at(touchpoint).1 {
                return;
            }
            row.set_on_touchpoint(touchpoint, value);
            stretch(&mut touchpoint.strength, row.field);
        }
        PartId::Handover(id) => {
            let Some(handover) = journey.handovers.iter_mut().find(|h| h.id == *id) else { return };
            row.set_on_handover(handover, value);
            stretch(&mut handover.strength, row.field);
        }
        PartId::Persona(id) => {
            let Some(persona) = entries::persona_mut(journey, id) else { return };
            row.set_on_persona(persona, value);
        }
        PartId::Entry { persona, touchpoint, readiness } => {
            let Some(persona) = entries::persona_mut(journey, persona) else { return };
            let entry = persona.entries.iter_mut().find(|e| e.touchpoint == *touchpoint && e.readiness == *readiness);
            let Some(entry) = entry else { return };
            row.set_on_entry(entry, value);
        }
        PartId::Leaning { persona, channel } => {
            if !journey.channels.iter().any(|c| c.id == *channel) {
                return;
            }
            let Some(persona) = entries::persona_mut(journey, persona) else { return };
            if Some(value) == row.default() {
                persona.leaning.remove(channel);
            } else {
                persona.leaning.insert(channel.clone(), value);
            }
        }
        _ => return,
    }
    if row.has_evidence
        && let Some(evidence) = evidence_mut(journey, part)
    {
        let guess = Evidence::new(Grounds::Assumption, Text::default());
        let now = evidence.entry(row.field).or_insert_with(|| guess.clone());
        // An estimate is somebody's, who may think better of it; and ways in and preferences share their source with others.
        let is_its_own = !matches!(part, PartId::Entry { .. } | PartId::Leaning { .. });
        if is_its_own && before != Some(value) && matches!(now.grounds, Grounds::Measured | Grounds::Published) {
            *now = Evidence { low: now.low, high: now.high, ..guess };
        }
    }
}

/// The range holds the likely strength: whatever was typed last is meant.
fn stretch(strength: &mut Strength, field: Field) {
    let Strength { likely, low, high } = *strength;
    match field {
        Field::Strength => {
            strength.low = low.map(|low| low.min(likely));
            strength.high = high.map(|high| high.max(likely));
        }
        Field::LowStrength if low > Some(likely) => strength.low = Some(likely),
        Field::HighStrength if high.is_some_and(|high| high < likely) => strength.high = Some(likely),
        _ => {}
    }
}

fn leave_out(journey: &mut Journey, part: &PartId, field: Field) {
    let strength = match part {
        PartId::Touchpoint(id) => {
            let Some(touchpoint) = touchpoint_mut(journey, id) else { return };
            if field == Field::TenureUntil {
                touchpoint.tenure.until = None;
            }
            &mut touchpoint.strength
        }
        PartId::Handover(id) => match journey.handovers.iter_mut().find(|h| h.id == *id) {
            Some(handover) => &mut handover.strength,
            None => return,
        },
        _ => return,
    };
    match field {
        Field::LowStrength => strength.low = None,
        Field::HighStrength => strength.high = None,
        _ => {}
    }
}

fn touchpoint_mut<'a>(journey: &'a mut Journey, id: &LinkId) -> Option<&'a mut Touchpoint> {
    journey.touchpoints.iter_mut().find(|t| t.id == *id)
}

/// A link as the part that it is.
pub fn part_of(journey: &Journey, link: &LinkId) -> PartId {
    match journey.handover(link) {
        Some(_) => PartId::Handover(link.clone()),
        None => PartId::Touchpoint(link.clone()),
    }
}

/// What the figures of a part stand on; `None` where a part carries no evidence.
pub fn evidence_of<'a>(journey: &'a Journey, part: &PartId) -> Option<&'a BTreeMap<Field, Evidence>> {
    Some(match part {
        PartId::Journey | PartId::Market => &journey.evidence,
        PartId::Touchpoint(id) => &journey.touchpoint(id)?.evidence,
        PartId::Handover(id) => &journey.handover(id)?.evidence,
        PartId::Persona(id) | PartId::Entry { persona: id, .. } | PartId::Leaning { persona: id, .. } => {
            &entries::persona(journey, id)?.evidence
        }
        _ => return None,
    })
}

pub(super) fn evidence_mut<'a>(journey: &'a mut Journey, part: &PartId) -> Option<&'a mut BTreeMap<Field, Evidence>> {
    Some(match part {
        PartId::Journey | PartId::Market => &mut journey.evidence,
        PartId::Touchpoint(id) => &mut touchpoint_mut(journey, id)?.evidence,
        PartId::Handover(id) => &mut journey.handovers.iter_mut().find(|h| h.id == *id)?.evidence,
        PartId::Persona(id) | PartId::Entry { persona: id, .. } | PartId::Leaning { persona: id, .. } => {
            &mut entries::persona_mut(journey, id)?.evidence
        }
        _ => return None,
    })
}

/// Where a figure comes from.
pub(super) fn ground(journey: &mut Journey, part: &PartId, field: Field, grounds: Grounds, source: &str, lang: &Lang) {
    if !field.carries_evidence() {
        return;
    }
    let Some(evidence) = evidence_mut(journey, part) else { return };
    let entry = evidence.entry(field).or_insert(Evidence::new(grounds, Text::default()));
    entry.grounds = grounds;
    write(&mut entry.source, source, lang);
}

/// Takes a choice; one that the part does not have changes nothing.
pub(super) fn choose(journey: &mut Journey, part: &PartId, choice: &PartChoice) {
    match (part, choice) {
        (PartId::Journey, PartChoice::Period(period)) => journey.period = *period,
        (PartId::Journey, PartChoice::Payment(payment)) => journey.payment = *payment,
        (PartId::Journey, PartChoice::EffortUnit(unit)) => journey.effort_unit = *unit,
        (PartId::Journey, PartChoice::ComplaintDesk(desk)) => {
            let can_be = |id: &LinkId| {
                handovers::side(journey, id) == Some(Stage::After)
                    && journey.touchpoint(id).is_some_and(|t| t.role != Role::Reckoning)
            };
            if desk.as_ref().is_none_or(can_be) {
                journey.complaint_desk = desk.clone();
            }
        }
        (PartId::Touchpoint(id), choice) => choose_on_touchpoint(journey, id, choice),
        (PartId::Handover(id), PartChoice::Owner(owner)) => {
            let is_known = owner.as_ref().is_none_or(|owner| journey.owners.iter().any(|o| o.id == *owner));
            if let Some(handover) = journey.handovers.iter_mut().find(|h| h.id == *id).filter(|_| is_known) {
                handover.owner = owner.clone();
            }
        }
        (PartId::Handover(id), PartChoice::From(from)) => lead(journey, id, Some(from), None),
        (PartId::Handover(id), PartChoice::To(to)) => lead(journey, id, None, Some(to)),
        (PartId::Entry { persona, touchpoint, readiness }, choice) => {
            let Some(persona) = entries::persona_mut(journey, persona) else { return };
            let taken = |link: &LinkId, phase: &crate::model::PhaseId| {
                persona.entries.iter().any(|e| e.touchpoint == *link && e.readiness == *phase)
            };
            let (link, phase) = match choice {
                PartChoice::Touchpoint(link) => (link, readiness),
                PartChoice::Readiness(phase) => (touchpoint, phase),
                _ => return,
            };
            if taken(link, phase) {
                return;
            }
            let entry = persona.entries.iter_mut().find(|e| e.touchpoint == *touchpoint && e.readiness == *readiness);
            if let Some(entry) = entry {
                (entry.touchpoint, entry.readiness) = (link.clone(), phase.clone());
            }
        }
        _ => {}
    }
}

/// Leads a handover from or to another touchpoint, where it can.
fn lead(journey: &mut Journey, id: &LinkId, from: Option<&LinkId>, to: Option<&LinkId>) {
    let Some(handover) = journey.handover(id) else { return };
    let (from, to) = (from.unwrap_or(&handover.from).clone(), to.unwrap_or(&handover.to).clone());
    if handovers::can_lead(journey, &from, &to) {
        handovers::lead(journey, id, &from, &to);
        handovers::drop_impossible(journey, &from);
    }
}

fn choose_on_touchpoint(journey: &mut Journey, id: &LinkId, choice: &PartChoice) {
    let Some(stage) = handovers::side(journey, id) else { return };
    let is_channel =
        |c: &PartChoice| matches!(c, PartChoice::Channel(c) if journey.channels.iter().any(|k| k.id == *c));
    let is_owner =
        |c: &PartChoice| matches!(c, PartChoice::Owner(Some(o)) if journey.owners.iter().any(|k| k.id == *o));
    let (is_channel, is_owner) = (is_channel(choice), is_owner(choice));
    let Some(touchpoint) = touchpoint_mut(journey, id) else { return };
    match choice {
        PartChoice::Channel(channel) if is_channel => touchpoint.channel = channel.clone(),
        PartChoice::Owner(Some(owner)) if is_owner => touchpoint.owner = owner.clone(),
        PartChoice::MomentOfTruth(on) => touchpoint.moment_of_truth = *on,
        PartChoice::MicroDecision(on) => touchpoint.micro_decision = *on,
        PartChoice::Nature(nature) => {
            let before = (touchpoint.nature, touchpoint.role);
            touchpoint.nature = *nature;
            begin_otherwise(touchpoint, stage, before);
        }
        PartChoice::Role(role) => {
            let before = (touchpoint.nature, touchpoint.role);
            if before.1 == *role {
                return;
            }
            touchpoint.role = *role;
            if *role == Role::Reckoning {
                touchpoint.nature = crate::model::Nature::Price;
                touchpoint.frequency = touchpoint.frequency.min(1.0);
            }
            begin_otherwise(touchpoint, stage, before);
            let worth = starting::worth(*role);
            if worth == 0.0 || touchpoint.worth == 0.0 {
                touchpoint.worth = worth;
            }
            // Nobody is led to a reckoning. What a purchase led to is kept and said, for somebody may make it one again.
            if *role == Role::Reckoning {
                handovers::drop_impossible(journey, id);
                if journey.complaint_desk.as_ref() == Some(id) {
                    journey.complaint_desk = None;
                }
            }
        }
        PartChoice::Phase(phase) if touchpoint.phase != *phase => {
            touchpoints::put_in_phase(journey, id, phase, false);
        }
        _ => {}
    }
}

/// What still stands at what its nature and role began with begins anew with what they are now; what somebody has set stays.
fn begin_otherwise(touchpoint: &mut Touchpoint, stage: Stage, (nature, role): (crate::model::Nature, Role)) {
    let old = starting::starting_of(stage, nature, role);
    let new = starting::starting_of(stage, touchpoint.nature, touchpoint.role);
    let is_guess = |t: &Touchpoint, field: Field| {
        t.evidence.get(&field).is_none_or(|e| e.grounds == Grounds::Assumption && !e.has_range())
    };
    if touchpoint.gain == old.gain && is_guess(touchpoint, Field::Gain) {
        touchpoint.gain = new.gain;
    }
    if touchpoint.pain == old.pain && is_guess(touchpoint, Field::Pain) {
        touchpoint.pain = new.pain;
    }
    if stage == Stage::After && touchpoint.frequency == old.frequency && is_guess(touchpoint, Field::Frequency) {
        touchpoint.frequency = new.frequency;
    }
    if stage == Stage::Before && touchpoint.days == old.days && is_guess(touchpoint, Field::Days) {
        touchpoint.days = new.days;
    }
}
