//! Twins: a customer keeps their luck between two worlds, so a change that does not touch them changes nothing.

use crate::builder::{scenario, world};
use crate::runs::*;
use kedja::engine::{Story, StoryEvent, World, live_story};
use kedja::model::*;
use proptest::prelude::*;

/// The first event in which a customer met a link.
fn first_meeting(story: &Story, world: &World, id: &LinkId) -> Option<usize> {
    let is_it = |link: kedja::engine::LinkIndex| world.link_ids()[link.0] == *id;
    story.events.iter().position(|(event, _)| match event {
        StoryEvent::Waited { link, .. } | StoryEvent::Held { link } | StoryEvent::Failed { link } => is_it(*link),
        StoryEvent::Offered { touchpoint, .. } => is_it(kedja::engine::LinkIndex(*touchpoint)),
        _ => false,
    })
}

/// A change to one link that is felt by who meets it, and by nobody else.
fn change() -> impl Strategy<Value = (prop::sample::Index, Option<Field>, f64)> {
    let levers = prop_oneof![
        2 => Just(None),
        1 => Just(Some(Field::Strength)),
        1 => Just(Some(Field::Pain)),
        1 => Just(Some(Field::Gain)),
        1 => Just(Some(Field::Days)),
    ];
    (any::<prop::sample::Index>(), levers, 0.0..1.0)
}

#[test]
fn who_never_meets_a_changed_link_lives_the_same_life() {
    let (touched, untouched) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    for_all(80, &(crate::arbitrary::journey(), change()), |(journey, (link, lever, value))| {
        let links: Vec<LinkId> = journey.links().cloned().collect();
        let link = link.get(&links).clone();
        let has_lever = match lever {
            Some(Field::Gain) => journey.touchpoint(&link).is_some(),
            Some(Field::Days) => is_before(&journey, &link),
            _ => true,
        };
        let change = match lever.filter(|_| has_lever) {
            Some(lever) => Change::Set { link: link.clone(), lever, value },
            None => Change::Strengthen { link: link.clone(), effort: 3.0 * value - 1.0 },
        };
        let today = world(&journey, &Scenario::default());
        let what_if = world(&journey, &scenario(vec![change]));
        for customer in 0..150 {
            let (one, other) = (live_story(&today, 20, customer), live_story(&what_if, 20, customer));
            match first_meeting(&one, &today, &link) {
                None => {
                    untouched.set(untouched.get() + 1);
                    prop_assert_eq!(one, other, "customer {} never meets {}", customer, link);
                }
                Some(meeting) => {
                    touched.set(touched.get() + 1);
                    prop_assert!(other.events.len() > meeting);
                    let same = one.events[..meeting] == other.events[..meeting];
                    prop_assert!(same, "customer {customer} differs before meeting {link}");
                }
            }
        }
        Ok(())
    });
    // Both kinds were there in plenty.
    assert!(touched.get() > 1_000 && untouched.get() > 2_000, "{touched:?} {untouched:?}");
}
