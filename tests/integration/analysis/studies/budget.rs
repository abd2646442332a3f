//! Budget race: the same effort, spent in six ways.

use super::{asked, ready, terms};
use crate::builder::*;
use kedja::analysis::exact_conversion;
use kedja::analysis::studies::{Budget, Goal, Spent, StudyTerms, Way, WayOfSpending, budget};
use kedja::model::*;

fn race(terms: &StudyTerms, units: u32) -> Budget {
    asked(terms, |terms, rounds| budget(terms, units, None, rounds))
}

fn way(budget: &Budget, which: WayOfSpending) -> &Way {
    budget.ways.iter().find(|way| way.way == which).unwrap()
}

/// Claims 24 and 30: silos miss what matters, and the loudest complaints are not where it chafes most.
#[test]
fn by_silo_and_by_complaints_lose_to_best_effect_at_equal_budget() {
    for id in ["insurance", "telecom"] {
        let race = race(&terms(ready(id), Goal::Churn, 20_000), 5);
        for which in [WayOfSpending::BySilo, WayOfSpending::ByComplaints, WayOfSpending::Evenly] {
            let behind = way(&race, which).behind.unwrap();
            assert!(behind.low > 0.0, "{id}, {which:?}: {behind:?}");
        }
    }
}

#[test]
fn whom_a_budget_saves_is_told_apart_from_who_buys() {
    let terms = terms(ready("telecom"), Goal::Churn, 20_000);
    let race = race(&terms, 2);
    let kept = |which| way(&race, which).kept.unwrap();
    let (best, evenly) = (kept(WayOfSpending::BestEffect), kept(WayOfSpending::Evenly));
    let (saved, fewer) = (best.more.unwrap(), evenly.more.unwrap());
    assert!(saved.low > fewer.high, "{saved:?} and {fewer:?}");
    // It goes to links that nobody meets before they buy.
    let effect = way(&race, WayOfSpending::BestEffect).curve[2].unwrap().value;
    assert!(best.mix.unwrap().abs() < 0.1 * effect.abs(), "{best:?} of {effect}");
    // The weakest is the advert: it brings others, and saves nobody.
    let weakest = kept(WayOfSpending::WeakestFirst);
    assert!(weakest.mix.unwrap().abs() > 1e-5 && weakest.more.unwrap().value < 0.1 * saved.value, "{weakest:?}");
    let conversion = self::race(&StudyTerms { goal: Goal::Conversion, ..terms }, 1);
    assert!(conversion.ways.iter().all(|way| way.kept.is_none()));
}

/// Claim 5: mend the weakest first, and once that is done spend where effort gives most.
#[test]
fn in_telecom_the_weakest_link_comes_first_for_conversion_and_then_the_advice_switches() {
    let race = race(&terms(ready("telecom"), Goal::Conversion, 20_000), 3);
    assert_eq!(way(&race, WayOfSpending::BestEffect).order[0], way(&race, WayOfSpending::WeakestFirst).order[0]);
    assert_eq!(race.switch.after, Some(1), "{:?}", race.switch);
    assert!(race.switch.more.unwrap().low > 0.0);
}

#[test]
fn in_insurance_the_weakest_link_first_is_wrong_from_the_start() {
    let race = race(&terms(ready("insurance"), Goal::Churn, 10_000), 1);
    assert_eq!(race.switch.after, Some(0));
    assert_eq!(race.switch.best.unwrap().as_str(), "letter-app");
}

#[test]
fn on_a_chain_of_equal_costs_the_weakest_first_stays_right() {
    // Nobody meets more than the three links before the purchase, and of those the weakest does most.
    let race = race(&terms(small(), Goal::Conversion, 4_000), 1);
    assert_eq!((race.switch.after, race.switch.more), (None, None));
}

#[test]
fn every_way_spends_the_budget_and_what_is_moved_adds_nothing() {
    let race = race(&terms(ready("insurance"), Goal::Churn, 2_000), 3);
    for way in &race.ways {
        let sum: f64 = way.spent.iter().map(|spent| spent.effort).sum();
        let expected = if way.way == WayOfSpending::Moved { 0.0 } else { 3.0 };
        assert!((sum - expected).abs() < 1e-9, "{:?} spends {sum}", way.way);
        assert_eq!(way.curve.len(), 4, "{:?}", way.way);
        assert_eq!(way.curve[0].unwrap().value, 0.0);
    }
}

#[test]
fn every_owner_of_links_gets_the_same_by_silo_and_what_nobody_owns_gets_nothing() {
    let journey = ready("insurance");
    let race = race(&terms(journey.clone(), Goal::Churn, 1_024), 2);
    let owner = |link: &LinkId| {
        let of_touchpoint = journey.touchpoint(link).map(|t| t.owner.clone());
        of_touchpoint.or_else(|| journey.handover(link).and_then(|h| h.owner.clone()))
    };
    let spent = &way(&race, WayOfSpending::BySilo).spent;
    assert!(spent.iter().all(|spent| owner(&spent.link).is_some()));
    for of in &journey.owners {
        let sum: f64 = spent.iter().filter(|s| owner(&s.link).as_ref() == Some(&of.id)).map(|s| s.effort).sum();
        assert!((sum - 2.0 / journey.owners.len() as f64).abs() < 1e-9, "{}: {sum}", of.id);
    }
}

/// All ways to put so many units on so many links.
fn all_ways(units: u32, links: usize) -> Vec<Vec<u32>> {
    if links == 1 {
        return vec![vec![units]];
    }
    let first = |n: u32| all_ways(units - n, links - 1).into_iter().map(move |rest| [vec![n], rest].concat());
    (0..=units).flat_map(first).collect()
}

/// Greedy says that it is not always the best; on a chain with unequal costs it comes close.
#[test]
fn best_effect_comes_close_to_the_best_of_all_ways_on_a_small_journey() {
    let mut journey = small();
    touchpoint_mut(&mut journey, "ad").halving_cost = 2.5;
    handover_mut(&mut journey, "ad-compare").strength = Strength::of(0.7);
    let conversion = |changes: Vec<Change>| exact_conversion(&journey, &scenario(changes));
    let links = ["ad", "compare", "checkout", "ad-compare"];
    let spend =
        |units: Vec<u32>| conversion(links.iter().zip(units).map(|(link, n)| strengthen(link, f64::from(n))).collect());
    let today = conversion(Vec::new());
    let best = all_ways(4, links.len()).into_iter().map(spend).fold(0.0, f64::max) - today;
    let race = race(&terms(journey.clone(), Goal::Conversion, 20_000), 4);
    let spent = way(&race, WayOfSpending::BestEffect).spent.iter();
    let greedy = conversion(spent.map(|Spent { link, effort }| strengthen(link.as_str(), *effort)).collect()) - today;
    assert!(greedy <= best + 1e-12 && greedy > 0.95 * best, "greedy {greedy}, best {best}");
    // And the race judges it as what it is.
    let judged = way(&race, WayOfSpending::BestEffect).curve[4].unwrap();
    assert!((judged.value - greedy).abs() < 2.0 * (judged.high - judged.low), "{judged:?}, exact {greedy}");
}

#[test]
fn a_package_pays_back_sooner_the_less_it_costs_and_no_cost_is_guessed() {
    let terms = terms(ready("insurance"), Goal::Churn, 10_000);
    let with_cost = |each| asked(&terms, |terms, rounds| budget(terms, 1, each, rounds)).money.unwrap();
    let [unknown, cheap, dear] = [None, Some(1e5), Some(2e5)].map(with_cost);
    assert_eq!((unknown.cost, unknown.payback), (None, None));
    assert!(unknown.of_doing_nothing.low > 0.0);
    assert_eq!(dear.cost, Some(2e5));
    assert!((dear.payback.unwrap().value / cheap.payback.unwrap().value - 2.0).abs() < 1e-9);
}
