//! Parts of a population: merged in any way they are the population.

use crate::builder::{scenario, strengthen};
use kedja::analysis::Report;
use kedja::exchange::ready;
use kedja::model::{Journey, Scenario};
use kedja::runner::{PartProblem, PopulationPart, RunRequest, inline};
use proptest::prelude::*;
use std::ops::Range;

const SEED: u64 = 7;

fn telecom() -> Journey {
    ready("telecom").expect("it is one of the ready journeys").journey()
}

fn stronger_invoice() -> Scenario {
    scenario(vec![strengthen("invoice", 1.0)])
}

fn lived(customers: Range<u64>) -> PopulationPart {
    PopulationPart::live(&telecom(), &stronger_invoice(), SEED, customers, None).expect("it can be simulated")
}

fn at_once(customers: u64) -> Report {
    let request = RunRequest { journey: telecom(), scenario: stronger_invoice(), seed: SEED, customers };
    inline(&request).expect("it can be simulated")
}

/// Cut at these places, written and read as files, and merged in this order.
fn merged(customers: u64, cuts: &[u64], order: &[usize], as_a_tree: bool) -> Report {
    let mut ends: Vec<u64> = cuts.iter().map(|cut| cut % customers).filter(|cut| *cut > 0).collect();
    ends.push(customers);
    ends.sort_unstable();
    ends.dedup();
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let mut parts: Vec<PopulationPart> = starts
        .zip(&ends)
        .map(|(start, end)| PopulationPart::from_bytes(&lived(start..*end).to_bytes()).expect("it was written whole"))
        .collect();
    let mut next = order.iter().cycle();
    while parts.len() > 1 {
        let at = next.next().copied().unwrap_or(0) % (parts.len() - 1) + 1;
        let other = parts.remove(at);
        // Into the first, or into one that is itself only a part.
        let into = if as_a_tree { at - 1 } else { 0 };
        parts[into].add(&other).expect("they belong together");
    }
    let whole = parts.pop().expect("there is one");
    assert_eq!(whole.missing(), []);
    whole.report().expect("it can be simulated").1
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn however_a_population_is_cut_and_merged_its_report_is_the_same_to_the_byte(
        customers in 1_u64..5_000,
        cuts in prop::collection::vec(0_u64..5_000, 0..8),
        order in prop::collection::vec(0_usize..8, 1..8),
        as_a_tree: bool,
    ) {
        let json = |report: &Report| serde_json::to_string_pretty(report).expect("it has a form in JSON");
        prop_assert_eq!(json(&merged(customers, &cuts, &order, as_a_tree)), json(&at_once(customers)));
    }
}

#[test]
fn a_thousand_parts_of_one_customer_or_two_are_the_population() {
    let cuts: Vec<u64> = (0..1_500).step_by(2).chain((1_000..1_500).step_by(3)).collect();
    assert_eq!(merged(1_500, &cuts, &[3, 1, 4, 1, 5], false), at_once(1_500));
}

#[test]
fn a_part_of_the_whole_ready_journey_is_a_small_file() {
    assert!(lived(0..20_000).to_bytes().len() < 200_000);
}

#[test]
fn customers_who_are_in_two_parts_are_refused_and_nothing_is_added() {
    let mut first = lived(0..100);
    let before = first.clone();
    assert_eq!(first.add(&lived(90..200)), Err(PartProblem::Overlap(90..100)));
    assert_eq!(first, before);
    assert_eq!(first.add(&before), Err(PartProblem::Overlap(0..100)));
}

#[test]
fn what_is_missing_between_parts_is_told() {
    let mut some = lived(50..100);
    some.add(&lived(300..310)).expect("they belong together");
    assert_eq!(some.missing(), [0..50, 100..300]);
    assert_eq!(some.lived(), [50..100, 300..310]);
}

#[test]
fn parts_of_another_journey_change_or_seed_are_refused() {
    let mut first = lived(0..10);
    let insurance = ready("insurance").expect("it is one of the ready journeys").journey();
    let other = |journey: &Journey, scenario: &Scenario, seed| {
        PopulationPart::live(journey, scenario, seed, 10..20, Some(1)).expect("it can be simulated")
    };
    let refused = [
        (other(&insurance, &Scenario::default(), SEED), PartProblem::OtherJourney),
        (other(&telecom(), &Scenario::default(), SEED), PartProblem::OtherScenario),
        (other(&telecom(), &stronger_invoice(), 8), PartProblem::OtherSeed(8, SEED)),
    ];
    for (part, problem) in refused {
        assert_eq!(first.add(&part), Err(problem));
    }
}

#[test]
fn a_part_that_is_cut_short_or_changed_anywhere_is_refused() {
    let bytes = lived(3..70).to_bytes();
    for end in 0..bytes.len() {
        assert!(PopulationPart::from_bytes(&bytes[..end]).is_err(), "cut after {end} bytes");
    }
    for at in 0..bytes.len() {
        for flip in [0x01, 0x80] {
            let mut changed = bytes.clone();
            changed[at] ^= flip;
            assert!(PopulationPart::from_bytes(&changed).is_err(), "changed at {at}");
        }
    }
    assert_eq!(PopulationPart::from_bytes(b"PK\x03\x04"), Err(PartProblem::NoPart));
    assert_eq!(PopulationPart::from_bytes(b"KEDJA PART 1\nwhatever"), Err(PartProblem::OtherFormat));
}
