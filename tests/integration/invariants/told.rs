//! A told life is the one that is counted, event by event.

use crate::arbitrary::{apart, journey};
use crate::builder::world;
use crate::runs::*;
use kedja::engine::{Account, LinkIndex, StoryEvent, live_story};
use kedja::model::*;
use proptest::prelude::*;

const CUSTOMERS: u64 = 300;

/// Holds the tally of customers against their lives, told one by one.
fn told_as_counted(cases: u32, journeys: impl Strategy<Value = Journey>) {
    for_all(cases, &with_scenario(journeys), |(journey, scenario)| {
        let world = world(&journey, &scenario);
        let counts = tally(&cohort(&journey, &scenario, 21), CUSTOMERS);
        let counts = counts.what_if.as_ref().unwrap_or(&counts.today).group(None);
        let mut told = vec![[0_u64; 2]; world.links()];
        let mut complaints = vec![0; world.links()];
        for customer in 0..CUSTOMERS {
            for (event, _) in live_story(&world, 21, customer).events {
                match event {
                    StoryEvent::Held { link } => told[link.0][1] += 1,
                    StoryEvent::Failed { link } => told[link.0][0] += 1,
                    StoryEvent::Complained { link } => complaints[link.0] += 1,
                    _ => {}
                }
            }
        }
        prop_assert_eq!(counts.held, told.iter().map(|[_, held]| *held).collect::<Vec<_>>());
        prop_assert_eq!(counts.failed, told.iter().map(|[failed, _]| *failed).collect::<Vec<_>>());
        prop_assert_eq!(counts.complaints, complaints);
        Ok(())
    });
}

#[test]
fn a_told_life_is_the_one_that_is_counted() {
    told_as_counted(20, journey());
}

#[test]
fn a_told_life_is_the_one_that_is_counted_where_touchpoints_lead_nowhere() {
    told_as_counted(40, apart());
}

/// The account that meeting a touchpoint makes of the one before it.
fn after_meeting(before: &Account, link: LinkIndex, holds: bool, touchpoint: &Touchpoint) -> Account {
    let mut account = *before;
    if holds {
        account.gains += touchpoint.gain;
        account.mood += touchpoint.gain;
    } else {
        account.pains += touchpoint.pain;
        account.mood -= touchpoint.pain;
        if touchpoint.pain >= account.heaviest {
            (account.heaviest, account.blame) = (touchpoint.pain, link);
        }
    }
    account
}

fn is_near(one: &Account, other: &Account) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
    near(one.gains, other.gains)
        && near(one.pains, other.pains)
        && near(one.mood, other.mood)
        && near(one.heaviest, other.heaviest)
        && (one.heaviest == 0.0 || one.blame == other.blame)
}

#[test]
fn each_touchpoint_after_the_purchase_adds_its_own_gain_or_pain() {
    let met = std::cell::Cell::new(0);
    for_all(20, &apart(), |mut journey| {
        // Who complains meets the desk, where a further time is worth less.
        journey.complaint_desk = None;
        let world = world(&journey, &Scenario::default());
        for customer in 0..400 {
            let events = live_story(&world, 22, customer).events;
            for pair in events.windows(2) {
                let (before, (event, after)) = (&pair[0].1, pair[1]);
                let (link, holds) = match event {
                    StoryEvent::Held { link } => (link, true),
                    StoryEvent::Failed { link } => (link, false),
                    _ => continue,
                };
                let Some(touchpoint) = journey.touchpoint(&world.link_ids()[link.0]) else { continue };
                if journey.stage(&touchpoint.phase) != Some(Stage::After) {
                    continue;
                }
                // By itself and once in a period, or less is gained by a further time.
                if journey.personas.iter().any(|p| touchpoint.frequency * p.leaning(&touchpoint.channel) > 1.0) {
                    continue;
                }
                met.set(met.get() + 1);
                let expected = after_meeting(before, link, holds, touchpoint);
                prop_assert!(is_near(&after, &expected), "{event:?}: {after:?}, not {expected:?}");
            }
        }
        Ok(())
    });
    assert!(met.get() > 10_000, "only {} were met", met.get());
}
