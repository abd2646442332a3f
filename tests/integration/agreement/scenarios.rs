//! Random scenarios of a journey, all of them valid.

use crate::builder::{scenario as improved, set, strengthen};
use kedja::model::{Change, EffortCurve, Field, Journey, Scenario, Stage, Touchpoint};
use proptest::collection::vec;
use proptest::prelude::*;

/// A few links changed, by effort or by a lever, under some strain and at another price.
pub fn scenario(journey: &Journey) -> impl Strategy<Value = Scenario> + use<> {
    let journey = journey.clone();
    let numbers = vec((any::<u16>(), any::<u8>(), 0.0..1.0), 1..=5);
    let curve = prop_oneof![Just(EffortCurve::Halving), Just(EffortCurve::Line)];
    (numbers, curve, 0.0..1.0, 0.5..2.0).prop_map(move |(numbers, effort_curve, strain, price)| {
        let changes =
            numbers.into_iter().map(|(link, kind, value)| change(&journey, link.into(), kind, value)).collect();
        Scenario { effort_curve, strain, price: Some(journey.price * price), ..improved(changes) }
    })
}

/// A change of one link, made of a number for the link, one for the kind of change, and a value in [0, 1].
fn change(journey: &Journey, link: usize, kind: u8, value: f64) -> Change {
    let links: Vec<_> = journey.links().cloned().collect();
    let id = links[link % links.len()].as_str();
    let effort = strengthen(id, 5.0 * value - 2.0);
    if let Some(handover) = journey.handovers.iter().find(|h| h.id.as_str() == id) {
        return match kind % 4 {
            0 => set(id, Field::Pain, value),
            1 => set(id, Field::Share, handover.share * (0.5 + value / 2.0)),
            _ => effort,
        };
    }
    let is_before = |t: &Touchpoint| journey.stage(&t.phase) == Some(Stage::Before);
    let before = journey.touchpoints.iter().find(|t| t.id.as_str() == id).is_some_and(is_before);
    match (kind % 6, before) {
        (0, _) => set(id, Field::Gain, value),
        (1, _) => set(id, Field::Pain, value),
        (2, true) => set(id, Field::Sensing, value),
        (3, true) => set(id, Field::Days, 30.0 * value),
        (2 | 3, false) => set(id, Field::Frequency, value),
        _ => effort,
    }
}
