use super::after;
use crate::builder::small;
use crate::runs::report;
use kedja::model::edit::{Edit, PartChoice, living, mend};
use kedja::model::*;

#[test]
fn a_journey_without_problems_lives_as_it_is() {
    assert_eq!(living(&small()), Some(small()));
}

#[test]
fn what_nobody_comes_to_is_left_out() {
    let mut journey = small();
    journey.touchpoints[4].frequency = 0.0;
    let held = living(&journey).expect("the rest of it holds");
    assert!(held.touchpoint(&"support".into()).is_none());
    assert_eq!(check(&held), []);
}

#[test]
fn a_chain_that_is_broken_before_the_purchase_is_lived_up_to_the_break() {
    let journey = after(&small(), Edit::Remove(PartId::Handover("compare-checkout".into())));
    assert!(!check(&journey).is_empty());
    let held = living(&journey).expect("it is lived up to the break");
    let report = report(&held, &Scenario::default(), 1, 2_000);
    assert_eq!((report.today.bought, report.today.arrived), (0, 2_000));
    assert!(report.today.met_by_link[&LinkId::from("compare")] > 0);
}

#[test]
fn a_journey_where_nobody_can_buy_does_not_live() {
    let part = PartId::Touchpoint("checkout".into());
    let journey = after(&small(), Edit::Choose { part, choice: PartChoice::Role(Role::Plain) });
    assert_eq!(living(&journey), None);
    let problems = check(&journey);
    let problem = problems.iter().find(|p| p.what == Code::NoPurchase).expect("it is said");
    // One press puts it right.
    let mut mended = journey.clone();
    assert!(mend(&mut mended, problem));
    assert_eq!(check(&mended), []);
}

#[test]
fn shares_that_are_more_than_everybody_are_lived_in_their_proportions() {
    let mut journey = small();
    journey.handovers.push(crate::builder::handover("ad", "checkout", 1.0, 0.9));
    let held = living(&journey).expect("it holds in proportion");
    assert!(held.handovers.iter().filter(|h| h.from.as_str() == "ad").all(|h| h.share == 0.5));
}

#[test]
fn a_name_that_is_missing_is_said_and_stops_nothing() {
    let part = PartId::Touchpoint("ad".into());
    let journey = after(&small(), Edit::Words { part, field: Field::Name, words: String::new() });
    assert_eq!(check(&journey).len(), 1);
    assert!(living(&journey).is_some());
}
