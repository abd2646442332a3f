//! What effort does to strength, in literal values, and that it acts in a world as it should.

use crate::builder::*;
use kedja::model::EffortCurve::{Halving, Line};
use kedja::model::*;
use proptest::prelude::*;

#[track_caller]
fn becomes(curve: EffortCurve, strength: f64, effort: f64, cost: f64, expected: f64) {
    let reached = strengthened(strength, effort, cost, curve);
    assert!((reached - expected).abs() < 1e-15, "{effort} on {strength} at {cost}: {reached}, not {expected}");
}

#[test]
fn one_unit_halves_the_failures() {
    becomes(Halving, 0.6, 1.0, 1.0, 0.8);
    becomes(Halving, 0.6, 2.0, 1.0, 0.9);
    becomes(Halving, 0.6, 2.0, 2.0, 0.8);
    becomes(Halving, 0.0, 3.0, 1.0, 0.875);
    // Half a unit leaves 1/√2 of them.
    becomes(Halving, 0.5, 0.5, 1.0, 1.0 - 0.353_553_390_593_273_8);
}

#[test]
fn negative_effort_takes_strength_away_down_to_none() {
    becomes(Halving, 0.8, -1.0, 1.0, 0.6);
    becomes(Halving, 0.6, -1.0, 1.0, 0.2);
    becomes(Halving, 0.4, -1.0, 1.0, 0.0);
    becomes(Line, 0.35, -3.0, 1.0, 0.05);
    becomes(Line, 0.25, -3.0, 1.0, 0.0);
}

#[test]
fn the_straight_line_adds_the_same_points_each_time() {
    becomes(Line, 0.2, 1.0, 1.0, 0.3);
    becomes(Line, 0.7, 1.0, 1.0, 0.8);
    becomes(Line, 0.7, 1.0, 4.0, 0.725);
    becomes(Line, 0.95, 1.0, 1.0, 0.995);
}

#[test]
fn effort_ends_at_the_bound_but_is_never_pushed_down_to_it() {
    becomes(Halving, 0.9, 20.0, 1.0, 0.995);
    becomes(Halving, 0.995, 1.0, 1.0, 0.995);
    becomes(Halving, 0.998, 1.0, 1.0, 0.998);
    becomes(Line, 0.998, 1.0, 1.0, 0.998);
    becomes(Halving, 1.0, 0.0, 1.0, 1.0);
    becomes(Halving, 1.0, 5.0, 1.0, 1.0);
    // What is taken away is taken from the bound at most.
    becomes(Halving, 1.0, -1.0, 1.0, 0.995);
    becomes(Halving, 0.999, -1.0, 1.0, 0.995);
    becomes(Halving, 0.999, -3.0, 1.0, 0.992);
}

proptest! {
    #[test]
    fn no_effort_changes_no_bit(strength in 0.0..=1.0_f64, cost in 0.01..100.0_f64, line: bool) {
        prop_assert_eq!(strengthened(strength, 0.0, cost, if line { Line } else { Halving }), strength);
    }

    #[test]
    fn more_effort_never_gives_less_strength(
        strength in 0.0..=1.0_f64,
        efforts in (-20.0..20.0_f64, 0.0..20.0_f64),
        cost in 0.01..100.0_f64,
        line: bool,
    ) {
        let curve = if line { Line } else { Halving };
        let reached = [efforts.0, efforts.0 + efforts.1].map(|effort| strengthened(strength, effort, cost, curve));
        prop_assert!(reached[0] <= reached[1] && (0.0..=1.0).contains(&reached[0]), "{reached:?}");
    }

    #[test]
    fn effort_between_two_strengths_takes_one_to_the_other(
        from in 0.0..0.99_f64,
        to in 0.0..0.99_f64,
        cost in 0.01..100.0_f64,
        line: bool,
    ) {
        let curve = if line { Line } else { Halving };
        let reached = strengthened(from, effort_between(from, to, cost, curve), cost, curve);
        prop_assert!((reached - to).abs() < 1e-12, "{reached}");
    }
}

#[test]
fn improvements_act_one_after_the_other_and_levers_set() {
    let mut scenario = scenario(vec![strengthen("ad", 1.0), strengthen("ad", 1.0), set("ad", Field::Gain, 0.7)]);
    scenario.improvements.push(Improvement {
        id: "then".into(),
        changes: vec![set("compare", Field::Strength, 0.5), strengthen("compare", 1.0), strengthen("ad-compare", -1.0)],
        ..Improvement::default()
    });
    scenario.improvements.push(Improvement {
        id: "off".into(),
        changes: vec![set("checkout", Field::Strength, 0.0)],
        off: true,
        ..Improvement::default()
    });
    let journey = apply(&small(), &scenario);
    let strength = |id: &str| journey.strength(&id.into()).unwrap();
    assert_eq!(strength("ad"), 0.875);
    assert_eq!(journey.touchpoint(&"ad".into()).unwrap().gain, 0.7);
    assert_eq!(strength("compare"), 0.75);
    assert_eq!(strength("ad-compare"), 0.995);
    assert_eq!(strength("checkout"), 0.8);
}
