//! Many worlds lived beside one give what each gives alone, although few of the lives in them are lived.

use crate::builder::{checked, scenario, set, strengthen};
use crate::runs::*;
use kedja::analysis::studies::{CompiledTrial, Goal, StudyTerms, Trial, ranking};
use kedja::engine::{BLOCK, Noise, TrialTally, Variable};
use kedja::model::*;
use kedja::runner::{answer, decode, encode, live_here, live_on_threads};
use proptest::prelude::*;

const CUSTOMERS: u64 = 1_500;

/// Other worlds: one link stronger, one weaker, one of each, its pain, the strain, the price.
fn others(link: &LinkId, other: &LinkId) -> Vec<Scenario> {
    let (link, other) = (link.as_str(), other.as_str());
    vec![
        scenario(vec![strengthen(link, 1.0)]),
        scenario(vec![strengthen(link, -0.7)]),
        scenario(vec![set(link, Field::Strength, 0.6), strengthen(other, -0.4)]),
        scenario(vec![strengthen(link, 0.5), set(other, Field::Pain, 0.4)]),
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

fn party(journey: &Journey, base: &Scenario, others: Vec<Scenario>) -> CompiledTrial {
    let trial = Trial { base: base.clone(), others, chain_feel: None, seed: 9, customers: CUSTOMERS };
    CompiledTrial::new(&checked(journey), &trial).unwrap_or_else(|problems| panic!("{problems:#?}"))
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

/// So a page can show an answer before all customers are lived.
#[test]
fn what_is_answered_after_the_first_blocks_is_the_answer_of_so_many_customers() {
    let many = super::terms(super::ready("telecom"), Goal::Churn, 100_000);
    let early = answer(&many.journey, |rounds| ranking(&many, rounds), |party| party.live(0..2)).unwrap();
    let few = StudyTerms { customers: 2 * BLOCK, ..many };
    assert_eq!(early, super::asked(&few, ranking));
    assert_eq!(early.customers, 2 * BLOCK);
}

/// So workers can live a trial for a page: the trial as JSON, like every request, and what is lived in bytes.
#[test]
fn a_trial_and_what_is_lived_of_it_travel_unchanged() {
    let others = others(&"invoice".into(), &"support".into());
    let trial = Trial { base: others[0].clone(), others, chain_feel: Some(0.5), seed: u64::MAX, customers: 1_100 };
    let arrived: Trial = serde_json::from_str(&serde_json::to_string(&trial).unwrap()).unwrap();
    assert_eq!(arrived, trial);
    let lived = live_here(&CompiledTrial::new(&checked(&super::ready("telecom")), &trial).unwrap());
    assert_eq!(decode::<TrialTally>(&encode(&lived)).unwrap(), lived);
}

#[test]
fn a_trial_gives_the_same_on_three_threads() {
    let journey = super::ready("telecom");
    let party = party(&journey, &Scenario::default(), others(&"invoice".into(), &"support".into()));
    assert_eq!(live_on_threads(&party, 3), live_here(&party));
}
