//! More strength on any one link never lowers conversion.

use crate::arbitrary::{chain, journey};
use crate::builder::scenario;
use crate::runs::*;
use kedja::analysis::exact_conversion;
use kedja::model::*;
use proptest::prelude::*;

fn effort_on(link: &LinkId, effort: f64) -> Scenario {
    scenario(vec![Change::Strengthen { link: link.clone(), effort }])
}

/// A chain on which customers may try again.
fn patient_chain() -> impl Strategy<Value = Journey> {
    (chain(), prop_oneof![Just(0.0), 0.0..0.95]).prop_map(|(mut journey, patience)| {
        journey.personas.iter_mut().for_each(|persona| persona.patience = patience);
        journey
    })
}

#[test]
fn more_strength_never_lowers_exact_conversion() {
    // Also with branches and dead ends: who fails at a link has no other way, so to hold is never worse.
    for_all(150, &(journey(), 0.1..3.0), |(journey, effort)| {
        let today = exact_conversion(&journey, &Scenario::default());
        for link in journey.links() {
            let stronger = exact_conversion(&journey, &effort_on(link, effort));
            let weaker = exact_conversion(&journey, &effort_on(link, -effort));
            prop_assert!(stronger >= today - 1e-12, "{link}: {today} became {stronger}");
            prop_assert!(weaker <= today + 1e-12, "{link}: {today} became {weaker}");
        }
        Ok(())
    });
}

#[test]
fn on_a_chain_more_strength_raises_exact_conversion() {
    for_all(150, &patient_chain(), |journey| {
        let today = exact_conversion(&journey, &Scenario::default());
        for link in journey.links().filter(|link| is_before(&journey, link)) {
            let stronger = exact_conversion(&journey, &effort_on(link, 1.0));
            let can_be_raised = today > 0.0 && journey.strength(link).is_some_and(|s| s < 0.99);
            prop_assert!(stronger > today || !can_be_raised, "{link}: {today} stayed {stronger}");
        }
        Ok(())
    });
}

#[test]
fn on_a_chain_more_strength_loses_no_single_sale() {
    for_all(30, &patient_chain(), |journey| {
        let journey = up_to_the_purchase(&journey);
        for link in journey.links().filter(|link| is_before(&journey, link)) {
            let better = report(&journey, &effort_on(link, 1.0), 8, 500).difference.unwrap();
            prop_assert_eq!(better.sale_lost, 0, "{}", link);
            let worse = report(&journey, &effort_on(link, -1.0), 8, 500).difference.unwrap();
            prop_assert_eq!(worse.won, 0, "{}", link);
        }
        Ok(())
    });
}
