//! How sure: plausible worlds.

use super::{asked, ready, terms};
use crate::builder::*;
use crate::statistics::{KOLMOGOROV_ONCE_IN_A_MILLION, kolmogorov};
use kedja::analysis::studies::{Goal, StudyTerms, plausible, sure};
use kedja::model::*;
use std::collections::BTreeMap;

fn strength_in(terms: &StudyTerms, world: u32, link: &str) -> f64 {
    apply(&terms.journey, &plausible(terms, world)).strength(&link.into()).unwrap()
}

fn ranged(low: f64, likely: f64, high: f64) -> Strength {
    Strength { likely, low: Some(low), high: Some(high) }
}

#[test]
fn strengths_are_drawn_from_the_triangle_of_low_likely_and_high() {
    let mut journey = small();
    touchpoint_mut(&mut journey, "ad").strength = ranged(0.2, 0.35, 0.8);
    let terms = terms(journey, Goal::Conversion, 1);
    let sample: Vec<f64> = (0..4_000).map(|world| strength_in(&terms, world, "ad")).collect();
    let below = |x: f64| {
        if x < 0.35 { (x - 0.2).powi(2) / (0.6 * 0.15) } else { 1.0 - (0.8 - x).powi(2) / (0.6 * 0.45) }
    };
    let gap = kolmogorov(sample, below);
    assert!(gap < KOLMOGOROV_ONCE_IN_A_MILLION, "{gap}");
}

#[test]
fn a_world_is_the_same_again_and_when_another_link_gets_a_range() {
    let mut journey = small();
    touchpoint_mut(&mut journey, "ad").strength = ranged(0.2, 0.35, 0.8);
    let one = terms(journey.clone(), Goal::Conversion, 1);
    touchpoint_mut(&mut journey, "compare").strength = ranged(0.5, 0.6, 0.7);
    let two = terms(journey, Goal::Conversion, 1);
    for world in 0..20 {
        assert_eq!(strength_in(&one, world, "ad"), strength_in(&two, world, "ad"));
        assert_eq!(strength_in(&one, world, "compare"), 0.6, "without a range it stays");
    }
    assert_ne!(strength_in(&one, 1, "ad"), strength_in(&one, 2, "ad"));
    let other_seed = StudyTerms { seed: 2, ..one.clone() };
    assert_ne!(strength_in(&one, 1, "ad"), strength_in(&other_seed, 1, "ad"));
}

#[test]
fn a_range_with_one_end_reaches_from_the_likely_value_to_it() {
    let mut journey = small();
    touchpoint_mut(&mut journey, "ad").strength = Strength { likely: 0.5, low: Some(0.3), high: None };
    let terms = terms(journey, Goal::Conversion, 1);
    let drawn: Vec<f64> = (0..50).map(|world| strength_in(&terms, world, "ad")).collect();
    assert!(drawn.iter().all(|s| (0.3..=0.5).contains(s)), "{drawn:?}");
}

#[test]
fn a_strength_that_is_changed_by_effort_is_changed_from_what_was_drawn() {
    let mut journey = small();
    touchpoint_mut(&mut journey, "ad").strength = ranged(0.2, 0.35, 0.8);
    let plain = terms(journey, Goal::Conversion, 1);
    let changed = StudyTerms { base: scenario(vec![strengthen("ad", 1.0)]), ..plain.clone() };
    for world in 0..20 {
        let (before, after) = (strength_in(&plain, world, "ad"), strength_in(&changed, world, "ad"));
        assert!((after - (1.0 + before) / 2.0).abs() < 1e-12, "{before} {after}");
    }
}

#[test]
fn in_most_plausible_worlds_of_telecom_the_invoice_is_the_best_place() {
    let found = asked(&terms(ready("telecom"), Goal::Churn, 4_000), |terms, rounds| sure(terms, 20, rounds));
    assert_eq!(found.links[0].id.as_str(), "invoice");
    assert!(found.links[0].best_in >= 12, "{:?}", &found.links[..2]);
    assert!(found.links[0].clearly_in <= found.links[0].best_in);
    assert_eq!(found.links.iter().map(|link| link.best_in).sum::<u32>(), 20);
    assert!(!found.too_close);
}

#[test]
fn between_two_links_that_are_alike_it_is_too_close_to_call() {
    let mut journey = small();
    for link in ["ad", "compare"] {
        touchpoint_mut(&mut journey, link).strength = ranged(0.3, 0.5, 0.7);
    }
    let found = asked(&terms(journey, Goal::Conversion, 4_000), |terms, rounds| sure(terms, 30, rounds));
    assert!(found.too_close, "{:?}", found.links);
    let of = |link: &str| found.links.iter().find(|l| l.id.as_str() == link).unwrap().best_in;
    assert_eq!(of("ad") + of("compare"), 30);
}

/// Where much hangs on a link and little is known of it: not the one with the widest range, nor the one that binds.
#[test]
fn what_to_measure_first_is_leverage_times_ignorance() {
    let mut journey = small();
    touchpoint_mut(&mut journey, "ad").strength = ranged(0.49, 0.5, 0.51);
    touchpoint_mut(&mut journey, "compare").strength = ranged(0.4, 0.6, 0.8);
    touchpoint_mut(&mut journey, "support").strength = ranged(0.1, 0.7, 1.0);
    let found = asked(&terms(journey, Goal::Conversion, 40_000), |terms, rounds| sure(terms, 3, rounds));
    let strengths = || found.measure.iter().filter(|measure| measure.figure == Field::Strength);
    let order: Vec<&str> = strengths().map(|measure| measure.id.as_str()).collect();
    assert_eq!(order, ["compare", "ad", "support"]);
    assert_eq!(found.uncertain, 3);
    // Conversion is 0.5 · compare · 0.8.
    let swing = found.measure[0].swing.unwrap();
    assert!((swing.low..=swing.high).contains(&0.16), "{swing:?}");
    assert_eq!(strengths().next_back().unwrap().swing.unwrap().value, 0.0);
}

/// What is measured is known; a guess may be half or twice as large, an estimate less.
#[test]
fn guesses_are_drawn_as_widely_as_what_they_stand_on() {
    let mut journey = small();
    let evidence = |grounds| -> BTreeMap<Field, Evidence> {
        [(Field::Pain, Evidence::new(grounds, Text::default()))].into_iter().collect()
    };
    touchpoint_mut(&mut journey, "invoice").evidence = evidence(Grounds::Measured);
    touchpoint_mut(&mut journey, "support").evidence = evidence(Grounds::Estimated);
    let terms = terms(journey.clone(), Goal::Churn, 1);
    let pains = |link: &str| -> Vec<f64> {
        let pain = |world| apply(&journey, &plausible(&terms, world)).touchpoint(&link.into()).unwrap().pain;
        (0..400).map(pain).collect()
    };
    assert!(pains("invoice").iter().all(|pain| *pain == 0.5), "measured");
    let spread = |pains: &[f64], likely: f64| {
        let ends = pains
            .iter()
            .fold((1.0_f64, 1.0_f64), |(low, high), pain| (low.min(pain / likely), high.max(pain / likely)));
        assert!(pains.iter().any(|pain| *pain != likely));
        ends
    };
    let (low, high) = spread(&pains("support"), 0.5);
    assert!(low > 0.7 && low < 0.8 && high > 1.3 && high < 1.42, "estimated: {low} {high}");
    let (low, high) = spread(&pains("using"), 0.3);
    assert!(low > 0.49 && low < 0.6 && high > 1.8 && high <= 2.0, "a guess: {low} {high}");
    // Of the personas too, under what the scenario itself says of them.
    let memory = |base: Scenario| {
        let terms = StudyTerms { base, ..terms.clone() };
        apply(&terms.journey, &plausible(&terms, 1)).personas[0].memory
    };
    let own = journey.personas[0].memory;
    assert!((0.5 * own..=2.0 * own).contains(&memory(Scenario::default())) && memory(Scenario::default()) != own);
    let quality = PersonaChange { persona: "anna".into(), quality: Field::Memory, value: 7.0 };
    assert_eq!(memory(Scenario { qualities: vec![quality], ..Scenario::default() }), 7.0);
}

/// Whoever knows between which values a figure lies says so, and that is drawn from, whatever it stands on.
#[test]
fn a_range_of_its_own_goes_before_what_a_figure_stands_on() {
    let mut journey = small();
    let said = Evidence { low: Some(0.4), high: Some(0.55), ..Evidence::new(Grounds::Measured, Text::default()) };
    let one_end = Evidence { high: Some(9.0), ..Evidence::new(Grounds::Assumption, Text::default()) };
    touchpoint_mut(&mut journey, "invoice").evidence.insert(Field::Pain, said);
    journey.personas[0].evidence.insert(Field::Memory, one_end);
    let own = journey.personas[0].memory;
    assert!(own < 9.0);
    let terms = terms(journey.clone(), Goal::Churn, 1);
    let worlds: Vec<Journey> = (0..400).map(|world| apply(&journey, &plausible(&terms, world))).collect();
    let ends = |of: &dyn Fn(&Journey) -> f64| {
        worlds.iter().map(of).fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)))
    };
    let (low, high) = ends(&|world| world.touchpoint(&"invoice".into()).unwrap().pain);
    assert!((0.4..0.41).contains(&low) && (0.54..=0.55).contains(&high), "{low} {high}");
    let (low, high) = ends(&|world| world.personas[0].memory);
    assert!(low >= own && low < own * 1.1 && (8.0..=9.0).contains(&high), "{low} {high}");
}

/// A value under 0 is made larger by being divided: the ends are told apart by which is lower.
#[test]
fn what_is_guessed_to_be_under_zero_is_varied_too() {
    let range = plausible_range(Field::Usefulness, -1.0, (-1_000.0, 1_000.0), None).unwrap();
    assert_eq!((range.low, range.high), (Some(-1.25), Some(-0.8)));
}
