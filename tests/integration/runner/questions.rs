//! What is asked beside the report.

use super::ask;
use super::pool::Hall;
use kedja::analysis::Cohort;
use kedja::engine::{Fate, TrailStep};
use kedja::model::Scenario;
use kedja::runner::{Answer, Ask, Event, Question, inline};

const CROWD: Question = Question::Crowd { customers: 200 };

fn crowd_of(ask: &Ask) -> Answer {
    Answer::Crowd(Cohort::new(&ask.journey, &ask.scenario, ask.seed).unwrap().crowd(200))
}

#[test]
fn a_question_is_answered_once_the_preview_is_told() {
    let mut hall = Hall::ready(2);
    let ask = ask(1, 100_000);
    hall.ask(ask.clone());
    hall.wonder(CROWD);
    assert!(hall.answering().is_none());
    hall.work_until_idle();
    assert_eq!(hall.answers(), [&crowd_of(&ask)]);
    let first = hall.told.iter().position(|e| matches!(e, Event::Progress(_))).unwrap();
    assert!(hall.told.iter().position(|e| matches!(e, Event::Answered(_))).unwrap() > first);
    assert_eq!(hall.reports().last().unwrap().customers, 100_000);
}

#[test]
fn a_question_after_everything_is_told_is_answered_too() {
    let mut hall = Hall::ready(2);
    let ask = ask(1, 5_000);
    hall.ask(ask.clone());
    hall.work_until_idle();
    let reports = hall.reports().len();
    hall.wonder(CROWD);
    hall.work_until_idle();
    assert_eq!(hall.answers(), [&crowd_of(&ask)]);
    assert_eq!(hall.reports().len(), reports);
}

#[test]
fn a_newer_request_drops_the_questions_of_the_one_before() {
    let mut hall = Hall::ready(2);
    hall.ask(ask(1, 1_000_000));
    while hall.reports().is_empty() {
        hall.work_in_turn();
    }
    hall.wonder(CROWD);
    hall.wonder(Question::Life { customer: 3 });
    hall.ask(ask(2, 5_000));
    hall.wonder(Question::Life { customer: 4 });
    hall.work_until_idle();
    let lives: Vec<u64> = hall
        .answers()
        .iter()
        .filter_map(|a| if let Answer::Life { customer, .. } = a { Some(*customer) } else { None })
        .collect();
    assert_eq!(lives, [4]);
    assert_eq!(hall.answers().len(), 1);
}

#[test]
fn questions_about_a_request_that_waits_are_asked_when_it_begins() {
    let mut hall = Hall::ready(2);
    hall.ask(ask(1, 100_000));
    let newest = ask(2, 5_000);
    hall.ask(newest.clone());
    hall.wonder(CROWD);
    hall.work_until_idle();
    assert_eq!(hall.answers(), [&crowd_of(&newest)]);
}

#[test]
fn only_one_worker_at_a_time_is_kept_by_questions() {
    let mut hall = Hall::ready(3);
    hall.ask(ask(1, 5_000));
    hall.work_until_idle();
    hall.wonder(CROWD);
    hall.wonder(CROWD);
    assert_eq!(hall.busy().len(), 1);
    hall.work_until_idle();
    assert_eq!(hall.answers().len(), 2);
}

#[test]
fn a_question_is_put_once_more_when_its_worker_dies_and_then_given_up() {
    let mut hall = Hall::ready(2);
    hall.ask(ask(1, 5_000));
    hall.work_until_idle();
    hall.wonder(CROWD);
    hall.die(hall.answering().unwrap());
    hall.work_until_idle();
    assert_eq!(hall.answers().len(), 1);
    assert!(!hall.told.contains(&Event::Broken));

    hall.wonder(CROWD);
    hall.die(hall.answering().unwrap());
    hall.die(hall.answering().unwrap());
    hall.work_until_idle();
    assert_eq!(hall.answers().len(), 1);
    assert!(hall.told.contains(&Event::Broken));
}

#[test]
fn another_scenario_is_answered_with_the_report_that_it_would_have() {
    let mut hall = Hall::ready(1);
    let ask = ask(1, 5_000);
    hall.ask(ask.clone());
    let scenario = Scenario { strain: 1.0, ..Scenario::default() };
    hall.wonder(Question::Other { number: 7, scenario: Box::new(scenario.clone()), customers: 3_000 });
    let nonsense = Scenario { strain: -1.0, ..Scenario::default() };
    hall.wonder(Question::Other { number: 8, scenario: Box::new(nonsense), customers: 3_000 });
    hall.work_until_idle();
    let truth = inline(&Ask { scenario, customers: 3_000, ..ask }).unwrap();
    let answers =
        [Answer::Other { number: 7, report: Some(Box::new(truth)) }, Answer::Other { number: 8, report: None }];
    assert_eq!(hall.answers(), answers.iter().collect::<Vec<_>>());
}

#[test]
fn the_calendar_is_answered_in_parts_that_say_where_they_begin() {
    let mut hall = Hall::ready(2);
    let ask = ask(1, 5_000);
    hall.ask(ask.clone());
    hall.wonder(Question::Calendar { from: 0, per_period: 20 });
    hall.wonder(Question::Calendar { from: 20, per_period: 10 });
    hall.work_until_idle();
    let cohort = Cohort::new(&ask.journey, &ask.scenario, ask.seed).unwrap();
    let part = |from, per_period| Answer::Calendar { from, report: Box::new(cohort.calendar(from, per_period)) };
    assert_eq!(hall.answers(), [&part(0, 20), &part(20, 10)]);
    assert_ne!(cohort.calendar(0, 10), cohort.calendar(20, 10), "they are other customers");
}

#[test]
fn trails_tell_the_same_fates_as_the_report() {
    let ask = ask(3, 4_000);
    let crowd = Cohort::new(&ask.journey, &ask.scenario, ask.seed).unwrap().crowd(ask.customers);
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
