//! What is asked beside the report.

use super::ask;
use super::simulated_pool::SimulatedPool;
use crate::builder::checked;
use kedja::analysis::Cohort;
use kedja::engine::{Fate, TrailStep};
use kedja::model::{Scenario, Strength};
use kedja::runner::{Event, QueryAnswer, QuickQuery, RunRequest, inline};

const CROWD: QuickQuery = QuickQuery::Crowd { customers: 200 };

fn crowd_of(ask: &RunRequest) -> QueryAnswer {
    QueryAnswer::Crowd(Cohort::new(&checked(&ask.journey), &ask.scenario, ask.seed).unwrap().crowd(200))
}

#[test]
fn a_question_is_answered_once_the_preview_is_told() {
    let mut pool = SimulatedPool::ready(2);
    let ask = ask(1, 100_000);
    pool.run(ask.clone());
    pool.query(CROWD);
    assert!(pool.answering().is_none());
    pool.work_until_idle();
    assert_eq!(pool.answers(), [&crowd_of(&ask)]);
    let first = pool.told.iter().position(|e| matches!(e, Event::Progress(_))).unwrap();
    assert!(pool.told.iter().position(|e| matches!(e, Event::Answered(_))).unwrap() > first);
    assert_eq!(pool.reports().last().unwrap().customers, 100_000);
}

#[test]
fn a_question_after_everything_is_told_is_answered_too() {
    let mut pool = SimulatedPool::ready(2);
    let ask = ask(1, 5_000);
    pool.run(ask.clone());
    pool.work_until_idle();
    let reports = pool.reports().len();
    pool.query(CROWD);
    pool.work_until_idle();
    assert_eq!(pool.answers(), [&crowd_of(&ask)]);
    assert_eq!(pool.reports().len(), reports);
}

#[test]
fn a_newer_request_drops_the_questions_of_the_one_before() {
    let mut pool = SimulatedPool::ready(2);
    pool.run(ask(1, 1_000_000));
    while pool.reports().is_empty() {
        pool.work_in_turn();
    }
    pool.query(CROWD);
    pool.query(QuickQuery::Life { customer: 3 });
    pool.run(ask(2, 5_000));
    pool.query(QuickQuery::Life { customer: 4 });
    pool.work_until_idle();
    let lives: Vec<u64> = pool
        .answers()
        .iter()
        .filter_map(|a| if let QueryAnswer::Life { customer, .. } = a { Some(*customer) } else { None })
        .collect();
    assert_eq!(lives, [4]);
    assert_eq!(pool.answers().len(), 1);
}

#[test]
fn questions_about_a_request_that_waits_are_asked_when_it_begins() {
    let mut pool = SimulatedPool::ready(2);
    pool.run(ask(1, 100_000));
    let newest = ask(2, 5_000);
    pool.run(newest.clone());
    pool.query(CROWD);
    pool.work_until_idle();
    assert_eq!(pool.answers(), [&crowd_of(&newest)]);
}

#[test]
fn only_one_worker_at_a_time_is_kept_by_questions() {
    let mut pool = SimulatedPool::ready(3);
    pool.run(ask(1, 5_000));
    pool.work_until_idle();
    pool.query(CROWD);
    pool.query(CROWD);
    assert_eq!(pool.busy().len(), 1);
    pool.work_until_idle();
    assert_eq!(pool.answers().len(), 2);
}

#[test]
fn a_question_is_put_once_more_when_its_worker_dies_and_then_given_up() {
    let mut pool = SimulatedPool::ready(2);
    pool.run(ask(1, 5_000));
    pool.work_until_idle();
    pool.query(CROWD);
    pool.lose(pool.answering().unwrap());
    pool.work_until_idle();
    assert_eq!(pool.answers().len(), 1);
    assert!(!pool.told.contains(&Event::Broken));

    pool.query(CROWD);
    pool.lose(pool.answering().unwrap());
    pool.lose(pool.answering().unwrap());
    pool.work_until_idle();
    assert_eq!(pool.answers().len(), 1);
    assert!(pool.told.contains(&Event::Broken));
}

#[test]
fn another_scenario_is_answered_with_the_report_that_it_would_have() {
    let mut pool = SimulatedPool::ready(1);
    let ask = ask(1, 5_000);
    pool.run(ask.clone());
    let scenario = Scenario { strain: 1.0, ..Scenario::default() };
    pool.query(QuickQuery::Other { number: 7, scenario: Box::new(scenario.clone()), customers: 3_000 });
    let nonsense = Scenario { strain: -1.0, ..Scenario::default() };
    pool.query(QuickQuery::Other { number: 8, scenario: Box::new(nonsense), customers: 3_000 });
    pool.work_until_idle();
    let truth = inline(&RunRequest { scenario, customers: 3_000, ..ask }).unwrap();
    let answers = [
        QueryAnswer::Other { number: 7, report: Some(Box::new(truth)) },
        QueryAnswer::Other { number: 8, report: None },
    ];
    assert_eq!(pool.answers(), answers.iter().collect::<Vec<_>>());
}

#[test]
fn another_structure_is_answered_beside_todays_and_not_where_that_cannot_be() {
    let mut pool = SimulatedPool::ready(1);
    let ask = ask(1, 5_000);
    pool.run(ask.clone());
    let today = crate::builder::small();
    let mut other = today.clone();
    other.touchpoints[0].strength = Strength::of(0.7);
    let mut longer = today.clone();
    longer.horizon += 1;
    let scenario = Scenario { strain: 1.0, ..Scenario::default() };
    let nonsense = Scenario { strain: -1.0, ..Scenario::default() };
    for (number, journey, scenario) in [(1, &other, &scenario), (2, &longer, &scenario), (3, &other, &nonsense)] {
        let (today, other, scenario) = (Box::new(today.clone()), Box::new(journey.clone()), Box::new(scenario.clone()));
        pool.query(QuickQuery::Beside { number, today, other, scenario, customers: 3_000 });
    }
    pool.work_until_idle();
    let truth = kedja::analysis::beside(today, other, &scenario, ask.seed, 3_000);
    let answers = [
        QueryAnswer::Other { number: 1, report: truth.map(Box::new) },
        QueryAnswer::Other { number: 2, report: None },
        QueryAnswer::Other { number: 3, report: None },
    ];
    assert_eq!(pool.answers(), answers.iter().collect::<Vec<_>>());
}

#[test]
fn the_calendar_is_answered_in_parts_that_say_where_they_begin() {
    let mut pool = SimulatedPool::ready(2);
    let ask = ask(1, 5_000);
    pool.run(ask.clone());
    pool.query(QuickQuery::Calendar { from: 0, per_period: 20 });
    pool.query(QuickQuery::Calendar { from: 20, per_period: 10 });
    pool.work_until_idle();
    let cohort = Cohort::new(&checked(&ask.journey), &ask.scenario, ask.seed).unwrap();
    let part = |from, per_period| QueryAnswer::Calendar { from, report: Box::new(cohort.calendar(from, per_period)) };
    assert_eq!(pool.answers(), [&part(0, 20), &part(20, 10)]);
    assert_ne!(cohort.calendar(0, 10), cohort.calendar(20, 10), "they are other customers");
}

#[test]
fn trails_tell_the_same_fates_as_the_report() {
    let ask = ask(3, 4_000);
    let crowd = Cohort::new(&checked(&ask.journey), &ask.scenario, ask.seed).unwrap().crowd(ask.customers);
    let report = inline(&ask).unwrap();
    let what_if = crowd.what_if.unwrap();
    for (trails, outcome) in [(&crowd.today, &report.today), (&what_if, report.what_if.as_ref().unwrap())] {
        let count = |fate: Fate| trails.iter().filter(|t| t.fate == fate).count() as f64;
        let bought = 1.0 - count(Fate::Dropped) / ask.customers as f64;
        assert!((bought - outcome.figures.conversion.unwrap().value).abs() < 1e-12);
        let booked = |step: &TrailStep| matches!(step, TrailStep::Dropped { .. } | TrailStep::Left { .. });
        let ends = trails.iter().filter(|t| t.steps.iter().any(booked)).count() as f64;
        assert_eq!(ends, count(Fate::Dropped) + count(Fate::Left));
    }
    let twins = crowd.today.iter().zip(&what_if);
    let saved = twins.filter(|(a, b)| a.fate == Fate::Left && b.fate == Fate::Stays).count() as u64;
    assert_eq!(saved, report.difference.unwrap().saved);
}
