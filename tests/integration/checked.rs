//! Checked journeys: made only of what is right, and what is made of them is right too.

use crate::arbitrary;
use crate::builder::{checked, scenario, set, small};
use kedja::model::{CheckedJourney, Code, Field, Scenario, check, check_scenario};
use proptest::prelude::*;

#[test]
fn a_journey_with_problems_is_not_taken() {
    let mut journey = small();
    journey.price = -1.0;
    assert_eq!(CheckedJourney::new(journey.clone()), Err(check(&journey)));
    assert_eq!(*checked(&small()), small());
}

#[test]
fn a_scenario_with_problems_changes_nothing() {
    let journey = checked(&small());
    let wrong = scenario(vec![set("ad", Field::Strength, 1.4)]);
    let problems = journey.changed(&wrong).unwrap_err();
    assert_eq!(problems, check_scenario(&journey, &wrong));
    assert!(matches!(problems.as_slice(), [one] if matches!(one.what, Code::OutOfRange { .. })));
    assert_eq!(journey.unchanged(), journey.changed(&Scenario::default()).unwrap());
}

proptest! {
    #[test]
    fn with_another_chain_feel_a_journey_stays_right(journey in arbitrary::journey(), chain_feel in -0.5..1.5_f64) {
        let other = checked(&journey).with_chain_feel(chain_feel);
        prop_assert_eq!(check(&other), vec![]);
        prop_assert!(other.personas.iter().all(|p| p.chain_feel == chain_feel.clamp(0.0, 1.0)));
    }
}
