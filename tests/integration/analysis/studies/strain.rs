//! Strain test.

use super::{asked, ready, terms};
use crate::builder::*;
use kedja::analysis::exact_conversion;
use kedja::analysis::studies::{Goal, StrainTest, StudyTerms, strain_test};
use kedja::model::*;

fn test(terms: &StudyTerms, strains: &[f64]) -> StrainTest {
    asked(terms, |terms, rounds| strain_test(terms, strains, rounds))
}

#[test]
fn conversion_under_strain_is_the_exact_one() {
    let found = test(&terms(small(), Goal::Conversion, 20_000), &[0.5, 1.0, 2.0]);
    assert_eq!(found.points.len(), 4, "a calm day and three strains");
    for point in &found.points {
        let exact = exact_conversion(&small(), &Scenario { strain: point.strain, ..Scenario::default() });
        let level = point.level.unwrap();
        assert!((level.value - exact).abs() < level.high - level.low, "{level:?}, exact {exact}");
    }
}

/// Claim 4: weak links collapse under strain, strong ones hardly move.
#[test]
fn under_strain_a_weak_link_costs_more_than_a_strong_one_and_gives_way_first() {
    let mut journey = small();
    touchpoint_mut(&mut journey, "ad").strength = Strength::of(0.95);
    touchpoint_mut(&mut journey, "compare").strength = Strength::of(0.5);
    let found = test(&terms(journey, Goal::Conversion, 20_000), &[0.5, 1.0]);
    assert_eq!(found.gives_way.as_ref().unwrap().as_str(), "compare");
    for point in &found.points[1..] {
        let costs = |link: &str| point.links.iter().find(|l| l.id.as_str() == link).unwrap().costs.unwrap();
        assert!(costs("compare").low > costs("ad").high, "{point:?}");
        assert_eq!(costs("support").value, 0.0, "what comes after the purchase costs no conversion");
    }
    assert_eq!(found.halves[0].id.as_str(), "compare");
    assert!((found.halves[0].strain - 1.0).abs() < 1e-12, "0.5 to the power of 2 is half of 0.5");
}

#[test]
fn what_a_link_costs_is_what_holding_as_on_a_calm_day_would_give() {
    let found = test(&terms(small(), Goal::Conversion, 20_000), &[1.0]);
    let compare = found.points[1].links.iter().find(|link| link.id.as_str() == "compare").unwrap();
    // Conversion is ad · compare · checkout.
    let expected = 0.25 * 0.6 * 0.64 - 0.25 * 0.36 * 0.64;
    let costs = compare.costs.unwrap();
    assert!((costs.value - expected).abs() < costs.high - costs.low, "{costs:?}, exact {expected}");
    assert!((compare.holds - 0.36).abs() < 1e-12);
}

#[test]
fn what_strain_does_not_reach_does_not_give_way() {
    let mut journey = small();
    for touchpoint in &mut journey.touchpoints {
        touchpoint.exposure = 0.0;
    }
    let found = test(&terms(journey, Goal::Churn, 2_000), &[1.0]);
    assert_eq!((found.gives_way, found.gives_way_at, found.halves), (None, None, Vec::new()));
    assert_eq!(found.points[1].change.unwrap().value, 0.0);
}

#[test]
fn in_telecom_the_invoice_costs_most_under_strain_though_support_is_weaker() {
    let found = test(&terms(ready("telecom"), Goal::Churn, 20_000), &[0.5]);
    assert_eq!(found.gives_way.unwrap().as_str(), "invoice");
}
