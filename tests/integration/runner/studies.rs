//! Questions that need many trials: whoever lives them, the answer is the same.

use super::ask;
use super::simulated_pool::SimulatedPool;
use crate::builder::{scenario, small, strengthen};
use kedja::analysis::studies::{Goal, Study, StudyKind, StudyResult, StudyTerms};
use kedja::model::{Scenario, check_scenario};
use kedja::runner::protocol::Material;
use kedja::runner::{Event, answer, live_here};

fn study(kind: StudyKind, customers: u64) -> Study {
    let terms =
        StudyTerms { journey: small(), base: Scenario::default(), goal: Goal::Churn, effort: 1.0, seed: 3, customers };
    Study { terms, kind }
}

fn truth(study: &Study) -> StudyResult {
    answer(&study.terms.journey, |rounds| study.ask(rounds), live_here).unwrap()
}

#[test]
fn every_question_is_answered_as_if_it_was_lived_here() {
    let kinds = [
        StudyKind::Ranking,
        StudyKind::Budget { units: 2, unit_cost: None },
        StudyKind::Sure { worlds: 3 },
        StudyKind::BestOption {
            options: vec![scenario(vec![strengthen("ad", 1.0)]), scenario(vec![strengthen("compare", 1.0)])],
            worlds: 3,
        },
        StudyKind::Chain { mended_by: 1.0 },
        StudyKind::Strain { strains: vec![0.5, 1.0] },
        StudyKind::Rescue { link: None },
        StudyKind::Split,
        StudyKind::Taken,
    ];
    let studies: Vec<(u64, Study)> = (1..).zip(kinds.map(|kind| study(kind, 3_000))).collect();
    for workers in [1, 3] {
        let mut pool = SimulatedPool::ready(workers);
        pool.start_studies(studies.clone());
        pool.work_until_idle();
        let found = pool.results();
        assert_eq!(found.len(), studies.len());
        for ((number, asked), (found_number, finding)) in studies.iter().zip(found) {
            assert_eq!(*number, found_number);
            assert_eq!(finding, truth(asked), "{:?} with {workers} workers", asked.kind);
        }
    }
}

#[test]
fn questions_asked_anew_take_the_place_of_those_before() {
    let mut pool = SimulatedPool::ready(2);
    pool.start_studies(vec![(1, study(StudyKind::Ranking, 10_000)), (2, study(StudyKind::Ranking, 10_000))]);
    pool.work_until_trials();
    pool.work_in_turn();
    pool.start_studies(vec![(3, study(StudyKind::Ranking, 2_000))]);
    pool.work_until_idle();
    assert_eq!(pool.results().iter().map(|(number, _)| *number).collect::<Vec<_>>(), [3]);
}

#[test]
fn no_questions_are_the_end_of_asking() {
    let mut pool = SimulatedPool::ready(2);
    pool.start_studies(vec![(1, study(StudyKind::Ranking, 10_000))]);
    pool.work_until_trials();
    pool.work_in_turn();
    pool.start_studies(Vec::new());
    pool.work_until_idle();
    assert!(pool.results().is_empty());
}

#[test]
fn the_preview_of_a_request_goes_before_trials_and_its_refinement_after_them() {
    let mut pool = SimulatedPool::ready(2);
    pool.start_studies(vec![(1, study(StudyKind::Ranking, 4_000))]);
    pool.run(ask(1, 1_000_000));
    while pool.reports().is_empty() {
        pool.work_in_turn();
    }
    assert!(pool.results().is_empty());
    while pool.results().is_empty() {
        pool.work_in_turn();
    }
    assert!(pool.reports().last().unwrap().customers < 100_000);
    pool.work_until_idle();
    assert_eq!(pool.reports().last().unwrap().customers, 1_000_000);
}

#[test]
fn a_trial_whose_worker_dies_is_lived_once_more_and_then_given_up() {
    let mut pool = SimulatedPool::ready(2);
    let asked = study(StudyKind::Ranking, 4_000);
    pool.start_studies(vec![(1, asked.clone())]);
    pool.work_until_trials();
    pool.lose(pool.living_trials()[0]);
    pool.work_until_idle();
    assert_eq!(pool.results()[0].1, truth(&asked));

    let mut pool = SimulatedPool::ready(1);
    pool.start_studies(vec![(1, asked)]);
    pool.work_until_trials();
    pool.lose(pool.living_trials()[0]);
    // The new worker starts, and is given what was being lived.
    pool.work_in_turn();
    pool.lose(pool.living_trials()[0]);
    pool.work_until_idle();
    assert!(pool.results().is_empty());
    assert!(pool.told.contains(&Event::Broken));
}

#[test]
fn a_study_whose_worker_is_lost_while_it_is_asked_is_asked_once_more_and_then_given_up() {
    let asked = study(StudyKind::Ranking, 4_000);
    // Before the first trial, and after the last: what was lived is still there.
    for after_trials in [false, true] {
        let mut pool = SimulatedPool::ready(2);
        pool.start_studies(vec![(1, asked.clone())]);
        if after_trials {
            pool.work_until_trials();
            while pool.asking_studies().is_empty() {
                pool.work_in_turn();
            }
        }
        pool.lose(pool.asking_studies()[0]);
        pool.work_until_idle();
        assert_eq!(pool.results()[0].1, truth(&asked));
        assert!(pool.told.contains(&Event::Recovered));
    }

    let mut pool = SimulatedPool::ready(2);
    pool.start_studies(vec![(1, asked)]);
    pool.lose(pool.asking_studies()[0]);
    pool.lose(pool.asking_studies()[0]);
    pool.work_until_idle();
    assert!(pool.results().is_empty());
    assert_eq!(pool.told.last(), Some(&Event::Broken));
}

#[test]
fn a_study_and_each_of_its_trials_are_sent_to_each_worker_once() {
    let mut pool = SimulatedPool::ready(3);
    pool.start_studies(vec![(1, study(StudyKind::Split, 9_000)), (2, study(StudyKind::Ranking, 9_000))]);
    pool.work_until_idle();
    assert_eq!(pool.results().len(), 2);
    let mut sent = pool.sent.iter().map(|(worker, material)| match material {
        Material::Request { number, .. } => (*worker, 0, *number),
        Material::Study { number, .. } => (*worker, 1, *number),
        Material::Trial { number, .. } => (*worker, 2, *number),
    });
    let mut seen = std::collections::BTreeSet::new();
    assert!(sent.all(|sent| seen.insert(sent)), "{seen:?}");
    let studies = seen.iter().filter(|(_, kind, _)| *kind == 1).count();
    assert!((2..=6).contains(&studies), "{seen:?}");
}

#[test]
fn a_study_of_a_wrong_journey_is_refused_and_the_next_one_taken_up() {
    let mut wrong = study(StudyKind::Ranking, 2_000);
    wrong.terms.journey.price = -1.0;
    let right = study(StudyKind::Ranking, 2_000);
    let mut pool = SimulatedPool::ready(2);
    pool.start_studies(vec![(1, wrong), (2, right.clone())]);
    pool.work_until_idle();
    assert!(matches!(&pool.told[0], Event::Refused(problems) if problems.len() == 1), "{:?}", pool.told);
    assert_eq!(pool.told.iter().filter(|event| matches!(event, Event::Refused(_))).count(), 1);
    assert_eq!(pool.results(), [(2, truth(&right))]);
}

#[test]
fn a_trial_that_cannot_be_lived_is_refused_with_its_problems_and_the_next_study_taken_up() {
    let mut wrong = study(StudyKind::Ranking, 2_000);
    wrong.terms.base.strain = -1.0;
    let problems = check_scenario(&wrong.terms.journey, &wrong.terms.base);
    let right = study(StudyKind::Ranking, 2_000);
    let mut pool = SimulatedPool::ready(2);
    pool.start_studies(vec![(1, wrong), (2, right.clone())]);
    pool.work_until_idle();
    let refused: Vec<_> = pool.told.iter().filter(|event| matches!(event, Event::Refused(_))).collect();
    assert_eq!(refused, [&Event::Refused(problems)]);
    assert_eq!(pool.results(), [(2, truth(&right))]);
}
