//! Random journeys, all of them valid: cycles, branches, dead ends, sensing jumps, second tries, several purchases,
//! personas and entries, walks after the purchase, offers and a complaint desk.
//!
//! Parts are drawn freely first and joined then, so that shrinking drops parts and what is left is still valid:
//! every touchpoint is reached by a handover, an entry or a sensing jump of the first persona, who leans at least a
//! little towards every channel; and whoever can walk backwards (a cycle) is lost in one of five rounds at the least.
#![allow(dead_code, reason = "each test file uses its own part of this")]

mod joining;
mod parts;

use crate::builder;
use joining::join;
use kedja::model::*;
use parts::{after, before, person, whole};
use proptest::collection::vec;
use proptest::prelude::*;

/// A valid journey of 2-10 touchpoints before the purchase, 2-6 after it and 1-4 personas.
pub fn journey() -> impl Strategy<Value = Journey> {
    (vec(before(), 2..=10), vec(after(), 2..=6), vec(person(), 1..=4), whole())
        .prop_map(|(b, a, p, w)| join(b, a, p, w))
}

/// A valid journey where every customer has one way on and no second try: a chain from `b0` to the purchase.
pub fn chain() -> impl Strategy<Value = Journey> {
    journey().prop_map(|mut journey| {
        let before: Vec<LinkId> =
            journey.touchpoints.iter().filter(|t| is_before(&journey, t)).map(|t| t.id.clone()).collect();
        let last = before.len() - 1;
        for (place, id) in before.iter().enumerate() {
            let touchpoint = builder::touchpoint_mut(&mut journey, id.as_str());
            touchpoint.role = if place == last { Role::Purchase } else { Role::Plain };
            touchpoint.sensing = 0.0;
        }
        journey.handovers.retain(|h| !before.contains(&h.from));
        journey.handovers.extend(before.windows(2).map(|w| builder::handover(w[0].as_str(), w[1].as_str(), 1.0, 0.9)));
        // Handovers out of the purchase may have been the only way to a touchpoint.
        for touchpoint in journey.touchpoints.iter_mut().filter(|t| t.frequency == 0.0) {
            touchpoint.frequency = 0.5;
        }
        let (start, readiness) = (before[0].clone(), journey.phases[0].id.clone());
        for persona in &mut journey.personas {
            persona.patience = 0.0;
            persona.entries = vec![Entry { touchpoint: start.clone(), share: 1.0, readiness: readiness.clone() }];
        }
        journey
    })
}

/// A valid journey of up to 10 touchpoints after the purchase that lead nowhere: each is met by itself, at most once in a
/// period but for who leans to it. In half of them nothing ever follows a failure.
pub fn apart() -> impl Strategy<Value = Journey> {
    let parts = (vec(before(), 2..=4), vec(after(), 4..=10), vec(person(), 1..=2), whole(), any::<bool>());
    parts.prop_map(|(b, a, p, w, nothing_follows)| {
        let mut journey = join(b, a, p, w);
        if nothing_follows {
            journey.rival_pull = 0.0;
            journey.touchpoints.iter_mut().for_each(|t| t.complaint_rate = 0.0);
        }
        let mut after = Vec::new();
        for touchpoint in journey.touchpoints.iter_mut().skip_while(|t| !t.id.as_str().starts_with('a')) {
            touchpoint.frequency = if touchpoint.frequency == 0.0 { 0.5 } else { touchpoint.frequency.min(1.0) };
            if touchpoint.role == Role::Offer {
                (touchpoint.role, touchpoint.worth) = (Role::Plain, 0.0);
            }
            after.push(touchpoint.id.clone());
        }
        journey.handovers.retain(|h| !after.contains(&h.to));
        journey
    })
}

fn is_before(journey: &Journey, touchpoint: &Touchpoint) -> bool {
    journey.stage(&touchpoint.phase) == Some(Stage::Before)
}

proptest! {
    #[test]
    fn random_journeys_are_valid(journey in journey()) {
        prop_assert_eq!(check(&journey), vec![]);
    }

    #[test]
    fn random_journeys_of_touchpoints_apart_are_valid(journey in apart()) {
        prop_assert_eq!(check(&journey), vec![]);
    }

    #[test]
    fn random_chains_are_valid(journey in chain()) {
        prop_assert_eq!(check(&journey), vec![]);
    }
}

#[test]
fn random_journeys_hold_everything_that_a_journey_can_hold() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    let mut runner = TestRunner::deterministic();
    let journeys: Vec<Journey> =
        (0..300).map(|_| journey().new_tree(&mut runner).expect("a strategy without filters").current()).collect();
    let often = |what: &str, has: &dyn Fn(&Journey) -> bool| {
        let found = journeys.iter().filter(|j| has(j)).count();
        assert!(found >= 30, "only {found} of 300 random journeys have {what}");
    };
    let place = |j: &Journey, id: &LinkId| j.touchpoints.iter().position(|t| t.id == *id);
    let out =
        |j: &Journey, t: &Touchpoint| -> f64 { j.handovers.iter().filter(|h| h.from == t.id).map(|h| h.share).sum() };
    let before = |j: &Journey| j.touchpoints.iter().filter(|t| is_before(j, t)).count();
    let has_role = |j: &Journey, role| j.touchpoints.iter().filter(|t| t.role == role).count();
    often("a handover backwards or to itself before the purchase", &|j| {
        let b = before(j);
        j.handovers.iter().any(|h| place(j, &h.to) <= place(j, &h.from) && place(j, &h.from) < Some(b))
    });
    often("a branch", &|j| {
        j.touchpoints.iter().any(|t| is_before(j, t) && j.handovers.iter().filter(|h| h.from == t.id).count() > 1)
    });
    often("a dead end", &|j| {
        j.touchpoints.iter().any(|t| is_before(j, t) && t.role == Role::Plain && out(j, t) < 0.99)
    });
    often("no dead end at a touchpoint", &|j| j.touchpoints.iter().any(|t| is_before(j, t) && out(j, t) > 0.999_999));
    often("two purchases", &|j| has_role(j, Role::Purchase) >= 2);
    often("two reckonings", &|j| has_role(j, Role::Reckoning) >= 2);
    often("an offer", &|j| has_role(j, Role::Offer) >= 1);
    often("seven touchpoints before the purchase", &|j| before(j) >= 7);
    often("a handover out of a purchase", &|j| {
        j.handovers.iter().any(|h| j.touchpoint(&h.from).is_some_and(|t| t.role == Role::Purchase))
    });
    often("a handover between two after the purchase", &|j| {
        j.handovers.iter().any(|h| place(j, &h.from) >= Some(before(j)))
    });
    often("a complaint desk", &|j| j.complaint_desk.is_some());
    often("a touchpoint that is only walked to", &|j| j.touchpoints.iter().any(|t| t.frequency == 0.0));
    often("patience", &|j| j.personas.iter().any(|p| p.patience > 0.3));
    often("a leaning of 0", &|j| j.personas.iter().any(|p| p.leaning.values().any(|&l| l == 0.0)));
    often("sensing where somebody is further on", &|j| {
        let phase = |id: &PhaseId| j.phases.iter().position(|p| p.id == *id);
        j.personas.iter().flat_map(|p| &p.entries).any(|e| {
            j.touchpoint(&e.touchpoint).is_some_and(|t| t.sensing > 0.0 && phase(&t.phase) < phase(&e.readiness))
        })
    });
}
