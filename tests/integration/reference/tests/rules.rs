//! Section 6: what effort does.

use super::super::world::with_effort;
use kedja::model::{EffortCurve, strengthened};

#[test]
fn a_unit_of_effort_halves_the_failures_up_to_the_bound() {
    for (strength, effort, cost, expected) in [
        (0.6, 1.0, 1.0, 0.8),
        (0.6, 3.0, 3.0, 0.8),
        (0.8, -1.0, 1.0, 0.6),
        (0.3, -1.0, 1.0, 0.0),
        (0.99, 5.0, 1.0, 0.995),
        (0.998, 1.0, 1.0, 0.998),
        (1.0, 0.0, 1.0, 1.0),
        (1.0, -1.0, 1.0, 0.995),
    ] {
        let reached = with_effort(strength, effort, cost, EffortCurve::Halving);
        assert!((reached - expected).abs() < 1e-12, "{effort} on {strength}: {reached}, not {expected}");
    }
}

#[test]
fn the_model_s_own_effort_gives_the_same_strengths() {
    for curve in [EffortCurve::Halving, EffortCurve::Line] {
        for strength in [0.0, 0.2, 0.5, 0.9, 0.99, 0.998, 1.0] {
            for effort in [-3.0, -0.5, 0.0, 0.5, 1.0, 4.0, 20.0] {
                for cost in [0.5, 1.0, 3.0] {
                    let here = with_effort(strength, effort, cost, curve);
                    let there = strengthened(strength, effort, cost, curve);
                    assert!((here - there).abs() < 1e-12, "{strength} {effort} {cost}: {here} and {there}");
                }
            }
        }
    }
}
