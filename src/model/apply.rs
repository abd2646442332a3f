//! A scenario's improvements, applied to a journey: the journey of the what-if world.

use super::{Change, Journey, PersonaChange, Scenario, strengthened};

/// The journey with every switched-on improvement applied in order, and the scenario's qualities, arrivals and echo.
///
/// Strain and price act on the world, not on the journey. Unknown links and personas, and levers that a link lacks, are
/// left alone: [`super::check_scenario`] names them.
pub fn apply(journey: &Journey, scenario: &Scenario) -> Journey {
    let mut changed = journey.clone();
    for change in scenario.improvements.iter().filter(|i| !i.off).flat_map(|i| &i.changes) {
        apply_change(&mut changed, change, scenario);
    }
    for change in &scenario.qualities {
        apply_quality(&mut changed, change);
    }
    changed.market.arrivals = scenario.arrivals.unwrap_or(changed.market.arrivals);
    changed.market.echo = scenario.echo.unwrap_or(changed.market.echo);
    changed
}

fn apply_quality(journey: &mut Journey, change: &PersonaChange) {
    let persona = journey.personas.iter_mut().find(|p| p.id == change.persona);
    if let (Some(persona), Some(row)) = (persona, change.quality.as_quality()) {
        row.set_on_persona(persona, change.value);
    }
}

fn apply_change(journey: &mut Journey, change: &Change, scenario: &Scenario) {
    let touchpoint = journey.touchpoints.iter_mut().find(|t| t.id == *change.link());
    let handover = journey.handovers.iter_mut().find(|h| h.id == *change.link());
    match *change {
        Change::Strengthen { effort, .. } => {
            let (strength, cost) = match (touchpoint, handover) {
                (Some(t), _) => (&mut t.strength.likely, t.halving_cost),
                (_, Some(h)) => (&mut h.strength.likely, h.halving_cost),
                _ => return,
            };
            *strength = strengthened(*strength, effort, cost, scenario.effort_curve);
        }
        Change::Set { lever, value, .. } if lever.is_lever() => match (touchpoint, handover) {
            (Some(touchpoint), _) => lever.set_on_touchpoint(touchpoint, value),
            (None, Some(handover)) => lever.set_on_handover(handover, value),
            (None, None) => {}
        },
        Change::Set { .. } => {}
    }
}
