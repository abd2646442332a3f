//! A scenario's improvements, applied to a journey: the journey of the what-if world.

use super::{Change, Journey, Lever, Scenario, strengthened};

/// The journey with every switched-on improvement applied in order, and the scenario's arrivals and echo.
///
/// Strain and price act on the world, not on the journey. Unknown links and levers that a link lacks are left alone:
/// [`super::check_scenario`] names them.
pub fn apply(journey: &Journey, scenario: &Scenario) -> Journey {
    let mut changed = journey.clone();
    for change in scenario.improvements.iter().filter(|i| !i.off).flat_map(|i| &i.changes) {
        apply_change(&mut changed, change, scenario);
    }
    changed.market.arrivals = scenario.arrivals.unwrap_or(changed.market.arrivals);
    changed.market.echo = scenario.echo.unwrap_or(changed.market.echo);
    changed
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
        Change::Set { lever, value, .. } => {
            let field = match (touchpoint, handover) {
                (Some(t), _) => match lever {
                    Lever::Strength => &mut t.strength.likely,
                    Lever::Gain => &mut t.gain,
                    Lever::Pain => &mut t.pain,
                    Lever::Sensing => &mut t.sensing,
                    Lever::Frequency => &mut t.frequency,
                    Lever::Days => &mut t.days,
                    Lever::Share => return,
                },
                (_, Some(h)) => match lever {
                    Lever::Strength => &mut h.strength.likely,
                    Lever::Pain => &mut h.pain,
                    Lever::Days => &mut h.days,
                    Lever::Share => &mut h.share,
                    Lever::Gain | Lever::Sensing | Lever::Frequency => return,
                },
                _ => return,
            };
            *field = value;
        }
    }
}
