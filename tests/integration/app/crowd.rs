//! Whom a reader can ask to see, and how a life is told.

use crate::builder::{checked, scenario, strengthen};
use kedja::analysis::Cohort;
use kedja::app::{Ending, Trails, Wanted, When, chapters, ending, next, side_by_side, worth};
use kedja::engine::{Fate, StoryEvent};
use kedja::exchange::READY;
use kedja::model::Scenario;

fn cohort(scenario: &Scenario) -> Cohort {
    Cohort::new(&checked(&READY[0].journey()), scenario, 1).unwrap()
}

fn stronger_invoice() -> Scenario {
    scenario(vec![strengthen("invoice", 1.0)])
}

fn fates(trails: &Trails, customer: usize) -> (Fate, Fate) {
    (trails.today[customer].fate, trails.what_if.as_ref().map_or(trails.today[customer].fate, |t| t[customer].fate))
}

#[test]
fn the_next_who_was_saved_was_saved_and_all_of_them_come_round() {
    let trails = cohort(&stronger_invoice()).crowd(3_000);
    let saved = (0..3_000).filter(|c| fates(&trails, *c) == (Fate::Left, Fate::Stays)).count();
    let first = next(&trails, Wanted::Saved, 0, true).unwrap();
    let mut seen = vec![first];
    loop {
        let customer = next(&trails, Wanted::Saved, *seen.last().unwrap(), true).unwrap();
        if customer == first {
            break;
        }
        assert_eq!(next(&trails, Wanted::Saved, customer, false), seen.last().copied());
        seen.push(customer);
    }
    assert_eq!(seen.len(), saved);
    assert!(seen.iter().all(|c| fates(&trails, *c) == (Fate::Left, Fate::Stays)));
}

#[test]
fn without_a_change_fates_are_asked_for_and_with_one_what_it_changes() {
    let all = cohort(&Scenario::default()).crowd(3_000);
    assert_eq!(Wanted::of(&all), [Wanted::Stayed, Wanted::Left, Wanted::DroppedOut]);
    assert!(Wanted::of(&cohort(&stronger_invoice()).crowd(3_000)).contains(&Wanted::Saved));
    assert_eq!(next(&all, Wanted::Saved, 0, true), None);
}

#[test]
fn a_life_begins_before_the_purchase_and_goes_on_tenure_by_tenure() {
    let cohort = cohort(&Scenario::default());
    let trails = cohort.crowd(2_000);
    let customer = next(&trails, Wanted::Stayed, 0, true).unwrap() as u64;
    let story = cohort.life(customer).today;
    let times: Vec<When> = chapters(&story).iter().map(|c| c.when).collect();
    assert_eq!(times[0], When::Before);
    assert!(times.is_sorted());
    assert!(times.contains(&When::Tenure(24)));
    assert_eq!(ending(&story), Ending::Stays { tenures: 24 });
    let worth = worth(&story);
    assert_eq!(worth.points.iter().filter(|point| point.is_check).count(), 24);
    assert!(worth.felt_price > 0.0);
}

#[test]
fn twins_are_alike_until_they_part_and_from_there_on_are_marked() {
    let cohort = cohort(&stronger_invoice());
    let trails = cohort.crowd(2_000);
    let customer = next(&trails, Wanted::Saved, 0, true).unwrap() as u64;
    let life = cohort.life(customer);
    let rows = side_by_side(&life.today, life.what_if.as_ref().unwrap());
    let parts = rows.iter().position(|row| row.parted).unwrap();
    assert!(rows[..parts].iter().all(|row| row.today == row.what_if));
    assert!(rows[parts..].iter().all(|row| row.parted));
    assert_ne!(rows[parts].today, rows[parts].what_if);
    let left = |row: &kedja::app::LifeRow| row.today.iter().any(|told| matches!(told.event, StoryEvent::Left { .. }));
    assert!(rows.iter().any(left));
    assert!(rows.last().unwrap().today.is_empty(), "the twin who left does nothing more");
}

#[test]
fn the_same_life_twice_never_parts() {
    let story = cohort(&Scenario::default()).life(5).today;
    assert!(side_by_side(&story, &story).iter().all(|row| !row.parted && row.today == row.what_if));
}
