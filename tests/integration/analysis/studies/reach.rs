//! What it would take to reach a target.

use super::{asked, ready, terms};
use crate::builder::small;
use kedja::analysis::exact_conversion;
use kedja::analysis::studies::{Goal, ReachVerdict, StudyTerms, TargetPlan, reach};
use kedja::model::*;

fn found(terms: &StudyTerms, target: f64) -> TargetPlan {
    asked(terms, |terms, rounds| reach(terms, target, rounds))
}

/// Conversion of a journey with effort on its links, without noise.
fn exact(journey: &Journey, spent: &[(LinkId, f64)]) -> f64 {
    let changes = spent.iter().map(|(link, effort)| Change::Strengthen { link: link.clone(), effort: *effort });
    let improvement = Improvement { id: "plan".into(), changes: changes.collect(), ..Improvement::default() };
    let scenario = Scenario { improvements: vec![improvement], ..Scenario::default() };
    exact_conversion(journey, &scenario)
}

#[test]
fn the_plan_reaches_the_target_without_noise_too() {
    let journey = small();
    let today = exact(&journey, &[]);
    let answer = found(&terms(journey.clone(), Goal::Conversion, 40_000), today * 1.5);
    assert!(matches!(answer.verdict, ReachVerdict::Reached | ReachVerdict::TooClose), "{answer:?}");
    let spent: Vec<(LinkId, f64)> = answer.spent.iter().map(|s| (s.link.clone(), s.effort)).collect();
    let with_plan = exact(&journey, &spent);
    // The check may fall on either side by its noise.
    let noise = answer.level.map(|level| level.high - level.low).unwrap();
    assert!(with_plan >= today * 1.5 - noise, "{with_plan} of {}", today * 1.5);
    let total: f64 = spent.iter().map(|(_, effort)| effort).sum();
    assert!((total - answer.effort).abs() < 1e-9);
    let by_owner: f64 = answer.owners.iter().map(|share| share.effort).sum();
    assert!((by_owner - answer.effort).abs() < 1e-9);
}

#[test]
fn no_smaller_plan_on_the_same_links_reaches_the_target() {
    let journey = small();
    let target = exact(&journey, &[]) * 1.5;
    let answer = found(&terms(journey.clone(), Goal::Conversion, 40_000), target);
    let noise = answer.level.map(|level| level.high - level.low).unwrap();
    let spent: Vec<(LinkId, f64)> = answer.spent.iter().map(|s| (s.link.clone(), s.effort)).collect();
    for at in 0..spent.len() {
        let mut less = spent.clone();
        less[at].1 = (less[at].1 - 0.5).max(0.0);
        assert!(exact(&journey, &less) < target + noise, "{at} of {spent:?}");
    }
}

#[test]
fn a_target_that_is_met_takes_nothing() {
    for (goal, target) in [(Goal::Conversion, 0.0), (Goal::Churn, 1.0), (Goal::Recommendation, -100.0)] {
        let answer = found(&terms(ready("telecom"), goal, 4_000), target);
        assert_eq!((answer.verdict, answer.effort, answer.spent.len()), (ReachVerdict::Already, 0.0, 0));
    }
}

#[test]
fn a_target_beyond_what_effort_can_do_is_said_to_be() {
    for (goal, target) in [(Goal::Conversion, 1.0), (Goal::Churn, 0.0), (Goal::CustomersAtEnd, 0.99)] {
        let answer = found(&terms(ready("telecom"), goal, 4_000), target);
        assert_eq!(answer.verdict, ReachVerdict::OutOfReach, "{goal:?}");
        assert!(answer.spent.is_empty() && answer.level.is_none());
        assert!(answer.best.is_some() && answer.today.is_some());
    }
}

#[test]
fn in_telecom_less_churn_is_reached_at_the_invoice() {
    let terms = terms(ready("telecom"), Goal::Churn, 20_000);
    let today = found(&terms, 1.0).today.unwrap().value;
    let answer = found(&terms, today * 0.8);
    assert_eq!(answer.verdict, ReachVerdict::Reached, "{answer:?}");
    assert_eq!(answer.spent[0].link.as_str(), "invoice");
    assert!(answer.level.unwrap().value <= today * 0.8);
    assert!(answer.effect.unwrap().high < 0.0);
    assert_ne!(answer.seed, answer.checked_by_seed);
}

#[test]
fn the_same_question_has_the_same_answer() {
    let terms = terms(ready("insurance"), Goal::CustomersAtEnd, 4_000);
    let target = found(&terms, 0.0).today.unwrap().value * 1.1;
    assert_eq!(found(&terms, target), found(&terms, target));
}
