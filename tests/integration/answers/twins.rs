//! Many worlds lived beside one give what each gives alone, although few of the lives in them are lived.

use crate::builder::{scenario, set, strengthen};
use crate::runs::*;
use kedja::analysis::answers::{Party, Trial};
use kedja::engine::{Noise, Variable};
use kedja::model::*;
use kedja::runner::answers::live_here;
use kedja::runner::live_on_threads;
use proptest::prelude::*;

const CUSTOMERS: u64 = 1_500;

/// Other worlds: one link stronger, one weaker, one of each, its pain, the strain, the price.
fn others(link: &LinkId, other: &LinkId) -> Vec<Scenario> {
    let (link, other) = (link.as_str(), other.as_str());
    vec![
        scenario(vec![strengthen(link, 1.0)]),
        scenario(vec![strengthen(link, -0.7)]),
        scenario(vec![set(link, Lever::Strength, 0.6), strengthen(other, -0.4)]),
        scenario(vec![strengthen(link, 0.5), set(other, Lever::Pain, 0.4)]),
        Scenario { strain: 0.5, ..scenario(vec![strengthen(link, 1.0)]) },
        Scenario { strain: 0.5, ..Scenario::default() },
    ]
}

fn journeys() -> impl Strategy<Value = (Journey, Vec<Scenario>)> {
    (crate::arbitrary::journey(), any::<[prop::sample::Index; 2]>()).prop_map(|(journey, links)| {
        let all: Vec<LinkId> = journey.links().cloned().collect();
        let [link, other] = links.map(|link| link.get(&all).clone());
        (journey, others(&link, &other))
    })
}

fn party(journey: &Journey, base: &Scenario, others: Vec<Scenario>) -> Party {
    let trial = Trial { base: base.clone(), others, chain_feel: None, seed: 9, customers: CUSTOMERS };
    Party::new(journey, &trial).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

#[test]
fn worlds_lived_beside_a_common_one_are_what_they_are_alone() {
    for_all(40, &journeys(), |(journey, others)| {
        let lived = live_here(&party(&journey, &Scenario::default(), others.clone()));
        for (twins, other) in lived.twins.iter().zip(&others) {
            let alone = tally(&cohort(&journey, other, 9), CUSTOMERS);
            prop_assert_eq!(&twins.noise, &alone.noise, "{:?}", other);
            prop_assert_eq!(&twins.fates, &alone.fates, "{:?}", other);
            prop_assert_eq!(&lived.base, &alone.today);
        }
        Ok(())
    });
}

#[test]
fn seen_from_the_changed_world_todays_is_the_same_as_ever() {
    let sums = |noise: &Noise, what_if| [Variable::Bought, Variable::Revenue].map(|v| noise.everybody.sum(what_if, v));
    for_all(20, &journeys(), |(journey, others)| {
        for base in &others {
            let back = live_here(&party(&journey, base, vec![Scenario::default()]));
            let alone = tally(&cohort(&journey, base, 9), CUSTOMERS);
            prop_assert_eq!(sums(&back.twins[0].noise, true), sums(&alone.noise, false), "{:?}", base);
            prop_assert_eq!(sums(&back.twins[0].noise, false), sums(&alone.noise, true), "{:?}", base);
        }
        Ok(())
    });
}

#[test]
fn a_trial_gives_the_same_on_three_threads() {
    let journey = super::ready("telecom");
    let party = party(&journey, &Scenario::default(), others(&"invoice".into(), &"support".into()));
    assert_eq!(live_on_threads(&party, 3), live_here(&party));
}
