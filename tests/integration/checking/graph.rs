//! What cannot be reached, and what cannot be left.

use super::{assert_alone, assert_among, check, problem, with};
use crate::builder::{self, entry, handover, handover_mut, touchpoint, touchpoint_mut};
use kedja::model::*;

#[test]
fn a_touchpoint_that_nobody_can_reach_is_refused() {
    assert_alone(&[
        (
            "no handover leads there",
            |j| j.touchpoints.push(touchpoint("lonely", "consideration", 0.5)),
            "touchpoints[6]",
            "lonely",
            Code::UnreachableBefore,
        ),
        (
            "only a handover without a share leads there",
            |j| {
                j.touchpoints.push(touchpoint("lonely", "consideration", 0.5));
                j.handovers.push(handover("ad", "lonely", 0.0, 1.0));
            },
            "touchpoints[6]",
            "lonely",
            Code::UnreachableBefore,
        ),
        (
            "only itself leads there",
            |j| {
                j.touchpoints.push(touchpoint("lonely", "consideration", 0.5));
                j.handovers.push(handover("lonely", "lonely", 0.5, 0.5));
            },
            "touchpoints[6]",
            "lonely",
            Code::UnreachableBefore,
        ),
        (
            "only an entry without a share leads there",
            |j| {
                j.touchpoints.push(touchpoint("lonely", "consideration", 0.5));
                j.personas[0].entries.push(entry("lonely", "awareness", 0.0));
            },
            "touchpoints[6]",
            "lonely",
            Code::UnreachableBefore,
        ),
        (
            "only a persona that nobody is of comes there",
            |j| {
                j.touchpoints.push(touchpoint("lonely", "consideration", 0.5));
                j.personas.push(builder::persona("bo", 0.0, vec![entry("lonely", "awareness", 1.0)]));
            },
            "touchpoints[6]",
            "lonely",
            Code::UnreachableBefore,
        ),
        (
            "everybody leans away from it",
            |j| {
                j.touchpoints
                    .push(Touchpoint { channel: "phone".into(), ..touchpoint("lonely", "consideration", 0.5) });
                handover_mut(j, "ad-compare").share = 0.5;
                j.handovers.push(handover("ad", "lonely", 0.5, 1.0));
                j.personas[0].leaning.insert("phone".into(), 0.0);
            },
            "touchpoints[6]",
            "lonely",
            Code::UnreachableBefore,
        ),
        (
            "everybody is taken away before the handover",
            |j| {
                // All of those who come in at the ad are ready to decide, and the ad always notices.
                j.personas[0].entries[0].readiness = "decision".into();
                touchpoint_mut(j, "ad").sensing = 1.0;
            },
            "touchpoints[1]",
            "compare",
            Code::UnreachableBefore,
        ),
        (
            "never met and never walked to",
            |j| touchpoint_mut(j, "support").frequency = 0.0,
            "touchpoints[4]",
            "support",
            Code::UnreachableAfter,
        ),
        (
            "a reckoning that never comes",
            |j| touchpoint_mut(j, "invoice").frequency = 0.0,
            "touchpoints[5]",
            "invoice",
            Code::UnreachableAfter,
        ),
        (
            "nobody likes its channel",
            |j| {
                touchpoint_mut(j, "support").channel = "phone".into();
                j.personas[0].leaning.insert("phone".into(), 0.0);
            },
            "touchpoints[4]",
            "support",
            Code::UnreachableAfter,
        ),
        (
            "only the desk, which nobody goes on from, leads there",
            |j| {
                j.complaint_desk = Some("support".into());
                touchpoint_mut(j, "support").frequency = 0.0;
                touchpoint_mut(j, "using").frequency = 0.0;
                j.handovers.push(handover("support", "using", 1.0, 1.0));
            },
            "touchpoints[3]",
            "using",
            Code::UnreachableAfter,
        ),
    ]);
}

#[test]
fn a_touchpoint_that_somebody_can_reach_is_accepted() {
    let by_sensing = with(|j| {
        j.phases.insert(2, builder::phase("certainty", Stage::Before));
        j.touchpoints.insert(2, touchpoint("shortcut", "certainty", 0.5));
        j.personas[0].entries = vec![entry("ad", "awareness", 0.9), entry("ad", "certainty", 0.1)];
        touchpoint_mut(j, "ad").sensing = 0.2;
    });
    assert_eq!(check(&by_sensing), vec![], "the ad notices those who are further on");
    let noticed_late = with(|j| {
        j.personas[0].entries[0].readiness = "decision".into();
        j.handovers.remove(1);
        touchpoint_mut(j, "compare").sensing = 0.2;
    });
    assert_eq!(check(&noticed_late), vec![], "compare notices those who are ready to decide");
    let walked_to = with(|j| {
        touchpoint_mut(j, "support").frequency = 0.0;
        j.handovers.push(handover("invoice", "support", 0.1, 1.0));
    });
    assert_eq!(check(&walked_to), vec![], "a question asked on the invoice");
    let from_purchase = with(|j| {
        touchpoint_mut(j, "support").frequency = 0.0;
        j.handovers.push(handover("checkout", "support", 0.1, 1.0));
    });
    assert_eq!(check(&from_purchase), vec![], "a welcome on the day of purchase");
    let desk = with(|j| {
        touchpoint_mut(j, "support").frequency = 0.0;
        j.complaint_desk = Some("support".into());
    });
    assert_eq!(check(&desk), vec![], "met by those who complain");
    let weak = with(|j| touchpoint_mut(j, "ad").strength = Strength::of(0.0));
    assert_eq!(check(&weak), vec![], "a link of strength 0 can be strengthened");
}

#[test]
fn a_walk_after_the_purchase_reaches_sixteen_touchpoints_and_no_more() {
    let row = |count: usize| {
        with(|j| {
            for n in 1..count {
                let met = Touchpoint { frequency: 0.0, ..touchpoint(&format!("t{n}"), "delivery", 0.5) };
                j.touchpoints.push(met);
                let from = if n == 1 { "using".to_owned() } else { format!("t{}", n - 1) };
                j.handovers.push(handover(&from, &format!("t{n}"), 1.0, 1.0));
            }
        })
    };
    assert_eq!(check(&row(16)), vec![]);
    assert_eq!(check(&row(17)), vec![problem("touchpoints[21]", "t16", Code::UnreachableAfter)]);
}

/// Two touchpoints that lead to each other, all strengths 1, beside the small journey's way.
fn round() -> Journey {
    with(|j| {
        j.touchpoints.push(touchpoint("here", "consideration", 1.0));
        j.touchpoints.push(touchpoint("there", "consideration", 1.0));
        handover_mut(j, "ad-compare").share = 0.5;
        j.handovers.push(handover("ad", "here", 0.5, 1.0));
        j.handovers.push(handover("here", "there", 1.0, 1.0));
        j.handovers.push(handover("there", "here", 1.0, 1.0));
    })
}

#[test]
fn a_round_without_a_way_out_is_refused_at_each_of_its_touchpoints() {
    let what = Code::NoWayOut { persona: "anna".to_owned() };
    let wanted = vec![problem("touchpoints[6]", "here", what.clone()), problem("touchpoints[7]", "there", what)];
    assert_eq!(check(&round()), wanted);
}

#[test]
fn a_round_with_any_way_out_is_accepted() {
    let out = |change: fn(&mut Journey)| {
        let mut journey = round();
        change(&mut journey);
        check(&journey)
    };
    assert_eq!(out(|j| touchpoint_mut(j, "there").strength = Strength::of(0.99)), vec![], "some fail");
    assert_eq!(out(|j| handover_mut(j, "there-here").strength = Strength::of(0.99)), vec![], "some fail on the way");
    assert_eq!(out(|j| handover_mut(j, "there-here").share = 0.9), vec![], "some come to a dead end");
    let onward = |j: &mut Journey| {
        handover_mut(j, "there-here").share = 0.9;
        j.handovers.push(handover("there", "checkout", 0.1, 1.0));
    };
    assert_eq!(out(onward), vec![], "some go on to buy");
    let away = |j: &mut Journey| {
        touchpoint_mut(j, "there").channel = "phone".into();
        j.personas[0].leaning.insert("phone".into(), 0.0);
        j.personas[0].share = 0.5;
        j.personas.push(builder::persona("bo", 0.5, vec![entry("there", "awareness", 1.0)]));
        j.handovers.retain(|h| h.id.as_str() != "there-here");
    };
    assert_eq!(out(away), vec![], "leaning away from all ways on is a dead end");
}

#[test]
fn a_round_is_found_for_those_alone_who_are_caught_in_it() {
    // Bo is ready to decide, and is always taken back from the ad to the checkout's neighbour, which leads to the ad.
    let journey = with(|j| {
        j.touchpoints.insert(2, touchpoint("counter", "decision", 1.0));
        j.handovers.push(handover("counter", "ad", 1.0, 1.0));
        touchpoint_mut(j, "ad").sensing = 1.0;
        j.personas[0].share = 0.5;
        j.personas.push(builder::persona("bo", 0.5, vec![entry("ad", "decision", 1.0)]));
    });
    let what = Code::NoWayOut { persona: "bo".to_owned() };
    let found = check(&journey);
    assert_eq!(found, vec![problem("touchpoints[0]", "ad", what.clone()), problem("touchpoints[2]", "counter", what)]);
    // Noticed less than always, some of Bo's kind fail at the ad.
    let mut noticed = journey;
    touchpoint_mut(&mut noticed, "ad").sensing = 0.99;
    assert_eq!(check(&noticed), vec![]);
}

#[test]
fn coming_too_early_is_a_way_out_where_it_disturbs() {
    let early = |disturbance: f64| {
        with(|j| {
            j.disturbance = disturbance;
            touchpoint_mut(j, "ad").strength = Strength::of(1.0);
            j.handovers[0] = handover("ad", "ad", 0.5, 1.0);
            j.handovers.push(handover("ad", "compare", 0.5, 1.0));
            j.touchpoints[1].strength = Strength::of(1.0);
            j.handovers[1] = handover("compare", "ad", 1.0, 1.0);
            j.personas[0].entries = vec![entry("ad", "decision", 0.9), entry("checkout", "decision", 0.1)];
        })
    };
    assert_eq!(check(&early(0.25)), vec![]);
    let what = Code::NoWayOut { persona: "anna".to_owned() };
    assert_among("no disturbance", &check(&early(0.0)), "touchpoints[0]", "ad", what);
}
