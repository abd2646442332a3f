//! The value account of a life, event by event.

use crate::arbitrary::journey;
use crate::builder::{checked, scenario, strengthen};
use crate::runs::{cohort, for_all};
use kedja::analysis::{Cohort, Fate, Story, StoryEvent};
use kedja::app::{EntryOf, ValueAccount, When, account_changes, balance, same_time, stops, worth};
use kedja::exchange::READY;
use kedja::model::Scenario;
use proptest::prelude::*;
use std::cell::Cell;

fn left(balance: &ValueAccount) -> f64 {
    balance.entries.iter().map(|entry| entry.left).sum()
}

/// Whether the parts of the account sum to what the engine had at each event, and used at each value check.
fn sums(story: &Story, chain_feel: f64, checks: &Cell<u64>) -> Result<(), TestCaseError> {
    for (at, (event, account)) in story.events.iter().enumerate() {
        let found = balance(story, at);
        let near = |a: f64, b: f64| (a - b).abs() < 1e-7 * (1.0 + account.gains + account.pains);
        prop_assert!(near(left(&found), account.gains - account.pains), "{event:?}: {found:?}, {account:?}");
        prop_assert!(near(found.sum, account.gains - account.pains));
        let StoryEvent::Judged { worth, felt_price, rung, .. } = *event else {
            prop_assert_eq!(found.judgement, None);
            continue;
        };
        checks.set(checks.get() + 1);
        let (weighing, judged) = (found.weighing.unwrap(), found.judgement.unwrap());
        let void = account.gains * chain_feel * account.heaviest / (account.heaviest + 0.25);
        prop_assert!(near(weighing.overshadowed, void), "{weighing:?} of {account:?}");
        let sum = weighing.usefulness + left(&found) - weighing.overshadowed;
        prop_assert!(near(sum, worth), "{sum} is not {worth}");
        prop_assert!(near(weighing.worth, worth) && weighing.felt_price == felt_price);
        prop_assert_eq!((judged.is_worth_it, judged.rung), (worth >= felt_price, rung));
    }
    Ok(())
}

#[test]
fn the_parts_of_an_account_sum_to_the_worth_that_the_customer_weighs() {
    let checks = Cell::new(0);
    for_all(24, &journey(), |journey| {
        let cohort = cohort(&journey, &Scenario::default(), 5);
        for customer in 0..40 {
            let story = cohort.life(customer).today;
            let chain_feel = journey.personas[story.life.persona].chain_feel;
            sums(&story, chain_feel, &checks)?;
        }
        Ok(())
    });
    assert!(checks.get() > 500, "only {} value checks", checks.get());
}

fn telecom(scenario: &Scenario) -> Cohort {
    Cohort::new(&checked(&READY[0].journey()), scenario, 1).unwrap()
}

/// The first customer who stays for the whole time.
fn who_stays() -> Story {
    let cohort = telecom(&Scenario::default());
    (0..2_000).map(|customer| cohort.life(customer).today).find(|story| story.life.tenures == 24).unwrap()
}

#[test]
fn what_is_fresh_counts_in_full_and_after_the_half_life_half_of_it_is_left() {
    let story = who_stays();
    let memory = READY[0].journey().personas[story.life.persona].memory;
    let bought = story.events.iter().position(|(event, _)| matches!(event, StoryEvent::Bought { .. })).unwrap();
    let doubt = |at: usize| balance(&story, at).entries.into_iter().find(|e| e.of == EntryOf::Doubt).unwrap();
    assert_eq!(doubt(bought).left, doubt(bought).fresh);
    assert!(doubt(bought).fresh < 0.0, "the doubt takes");
    for (at, (event, _)) in story.events.iter().enumerate() {
        if let StoryEvent::Began { tenure } = event {
            let kept = libm::exp2(-f64::from(*tenure) / memory);
            assert!((doubt(at).left - doubt(at).fresh * kept).abs() < 1e-9, "period {tenure}");
        }
    }
}

#[test]
fn before_the_purchase_nothing_is_weighed_and_fading_neither_adds_nor_takes() {
    let story = who_stays();
    for (at, change) in account_changes(&story).into_iter().enumerate() {
        let (event, _) = story.events[at];
        if matches!(event, StoryEvent::Began { .. } | StoryEvent::Paid { .. } | StoryEvent::Judged { .. }) {
            assert_eq!(change, 0.0, "{event:?}");
        }
    }
    let bought = story.events.iter().position(|(event, _)| matches!(event, StoryEvent::Bought { .. })).unwrap();
    assert!((0..bought).all(|at| balance(&story, at).weighing.is_none()));
    assert!((bought..story.events.len()).all(|at| balance(&story, at).weighing.is_some()));
}

#[test]
fn one_who_goes_over_to_the_twin_stands_at_the_same_time_of_life() {
    let cohort = telecom(&scenario(vec![strengthen("invoice", 1.0)]));
    let life = (0..2_000).map(|customer| cohort.life(customer)).find(|life| {
        let twin = life.what_if.as_ref().unwrap();
        life.today.life.tenures > 0 && life.today.life.tenures < twin.life.tenures
    });
    let life = life.expect("somebody stays longer");
    let (today, twin) = (stops(&life.today), stops(life.what_if.as_ref().unwrap()));
    for (n, (when, told)) in today.iter().enumerate() {
        let there = same_time(&twin, *when, told.at);
        assert!(twin[there].0 <= *when);
        if *when == When::Before {
            assert_eq!(there, n, "before the invoice the twins are alike");
        }
    }
    // Of a time that only the twin lives there is nothing to be seen; the last that there is stands for it.
    let (when, told) = twin.last().unwrap();
    assert_eq!(same_time(&today, *when, told.at), today.len() - 1);
}

#[test]
fn the_doubt_of_the_day_of_purchase_is_a_dip_that_good_contacts_mend() {
    let story = who_stays();
    let bought = story.events.iter().position(|(event, _)| matches!(event, StoryEvent::Bought { .. })).unwrap();
    let curve = worth(&story).points;
    let at = |at: usize| curve.iter().find(|point| point.at == at).unwrap();
    let remorse = READY[0].journey().personas[story.life.persona].remorse;
    assert_eq!((at(bought - 1).time, at(bought).is_check), (-1.0, false));
    assert!((at(bought - 1).worth - at(bought).worth - remorse).abs() < 1e-9, "the dip is the doubt");
    let mended = curve.iter().skip(2).find(|point| point.worth > at(bought - 1).worth);
    assert!(mended.is_some_and(|point| point.time < 3.0), "and within three months it is mended: {mended:?}");
    assert!(curve.windows(2).all(|pair| pair[0].time <= pair[1].time));
    for point in &curve {
        if let (StoryEvent::Judged { worth, .. }, _) = story.events[point.at] {
            assert!(point.is_check && (point.worth - worth).abs() < 1e-12);
        }
    }
}

#[test]
fn who_never_bought_has_nothing_to_weigh() {
    let cohort = telecom(&Scenario::default());
    let story = (0..100).map(|n| cohort.life(n).today).find(|story| story.life.fate == Fate::Dropped).unwrap();
    assert!(worth(&story).points.is_empty() && story.standing.is_none());
}
