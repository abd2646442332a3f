//! Questions that need many trials: whoever lives them, the answer is the same.

use super::ask;
use super::pool::Hall;
use crate::builder::small;
use kedja::analysis::studies::{Goal, Study, StudyKind, StudyResult, StudyTerms};
use kedja::model::Scenario;
use kedja::runner::Event;
use kedja::runner::answers::{answer, live_here};

fn inquiry(kind: StudyKind, customers: u64) -> Study {
    let terms =
        StudyTerms { journey: small(), base: Scenario::default(), goal: Goal::Churn, effort: 1.0, seed: 3, customers };
    Study { terms, kind }
}

fn truth(inquiry: &Study) -> StudyResult {
    answer(&inquiry.terms.journey, |rounds| inquiry.ask(rounds), live_here).unwrap()
}

#[test]
fn every_question_is_answered_as_if_it_was_lived_here() {
    let kinds = [
        StudyKind::Ranking,
        StudyKind::Budget { units: 2, unit_cost: None },
        StudyKind::Sure { worlds: 3 },
        StudyKind::Chain { mended_by: 1.0 },
        StudyKind::Strain { strains: vec![0.5, 1.0] },
        StudyKind::Rescue { link: None },
        StudyKind::Split,
    ];
    let inquiries: Vec<(u64, Study)> = (1..).zip(kinds.map(|kind| inquiry(kind, 3_000))).collect();
    for workers in [1, 3] {
        let mut hall = Hall::ready(workers);
        hall.inquire(inquiries.clone());
        hall.work_until_idle();
        let found = hall.found();
        assert_eq!(found.len(), inquiries.len());
        for ((number, asked), (found_number, finding)) in inquiries.iter().zip(found) {
            assert_eq!(*number, found_number);
            assert_eq!(*finding, truth(asked), "{:?} with {workers} workers", asked.kind);
        }
    }
}

#[test]
fn questions_asked_anew_take_the_place_of_those_before() {
    let mut hall = Hall::ready(2);
    hall.inquire(vec![(1, inquiry(StudyKind::Ranking, 10_000)), (2, inquiry(StudyKind::Ranking, 10_000))]);
    hall.work_in_turn();
    hall.inquire(vec![(3, inquiry(StudyKind::Ranking, 2_000))]);
    hall.work_until_idle();
    assert_eq!(hall.found().iter().map(|(number, _)| *number).collect::<Vec<_>>(), [3]);
}

#[test]
fn no_questions_are_the_end_of_asking() {
    let mut hall = Hall::ready(2);
    hall.inquire(vec![(1, inquiry(StudyKind::Ranking, 10_000))]);
    hall.work_in_turn();
    hall.inquire(Vec::new());
    hall.work_until_idle();
    assert!(hall.found().is_empty());
}

#[test]
fn the_preview_of_a_request_goes_before_trials_and_its_refinement_after_them() {
    let mut hall = Hall::ready(2);
    hall.inquire(vec![(1, inquiry(StudyKind::Ranking, 4_000))]);
    hall.ask(ask(1, 1_000_000));
    while hall.reports().is_empty() {
        hall.work_in_turn();
    }
    assert!(hall.found().is_empty());
    while hall.found().is_empty() {
        hall.work_in_turn();
    }
    assert!(hall.reports().last().unwrap().customers < 100_000);
    hall.work_until_idle();
    assert_eq!(hall.reports().last().unwrap().customers, 1_000_000);
}

#[test]
fn a_trial_whose_worker_dies_is_lived_once_more_and_then_given_up() {
    let mut hall = Hall::ready(2);
    let asked = inquiry(StudyKind::Ranking, 4_000);
    hall.inquire(vec![(1, asked.clone())]);
    hall.die(hall.trying()[0]);
    hall.work_until_idle();
    assert_eq!(*hall.found()[0].1, truth(&asked));

    let mut hall = Hall::ready(1);
    hall.inquire(vec![(1, asked)]);
    hall.die(hall.trying()[0]);
    // The new worker starts, and is given what was being lived.
    hall.work_in_turn();
    hall.die(hall.trying()[0]);
    hall.work_until_idle();
    assert!(hall.found().is_empty());
    assert!(hall.told.contains(&Event::Broken));
}
