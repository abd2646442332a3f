//! Ranking: the same effort on each link.

use super::{asked, gain, ready, terms};
use crate::builder::*;
use crate::runs::{is_before, report, standard_error};
use kedja::analysis::exact_conversion;
use kedja::analysis::studies::{Goal, RankedLink, Ranking, StudyTerms, ranking};
use kedja::app::Session;
use kedja::exchange::READY;
use kedja::model::*;

fn of<'a>(ranking: &'a Ranking, link: &str) -> &'a RankedLink {
    ranking.links.iter().find(|ranked| ranked.id.as_str() == link).unwrap_or_else(|| panic!("no link {link}"))
}

fn with_unit(link: &LinkId) -> Scenario {
    scenario(vec![strengthen(link.as_str(), 1.0)])
}

#[test]
fn the_effect_on_conversion_is_the_difference_of_two_exact_ones() {
    for id in ["telecom", "insurance"] {
        let terms = terms(ready(id), Goal::Conversion, 10_000);
        let exact = |scenario: &Scenario| exact_conversion(&terms.journey, scenario);
        for link in asked(&terms, ranking).links {
            let effect = link.effect.expect("everybody arrives");
            if !is_before(&terms.journey, &link.id) {
                assert_eq!((effect.value, effect.low, effect.high), (0.0, 0.0, 0.0), "{id}, {}", link.id);
                continue;
            }
            let expected = exact(&with_unit(&link.id)) - exact(&Scenario::default());
            let apart = (effect.value - expected).abs();
            // Where almost nobody is touched the interval tells too little: four customers more or less are let pass.
            let bound = 4.0 * standard_error(&effect) + 4.0 / terms.customers as f64;
            assert!(apart <= bound, "{id}, {}: {effect:?}, exact {expected}", link.id);
        }
    }
}

#[test]
fn an_effect_is_the_difference_that_a_simulation_reports() {
    let terms = terms(ready("telecom"), Goal::Retention12, 3_000);
    let simulated = report(&terms.journey, &with_unit(&"invoice".into()), 1, 3_000).difference.unwrap();
    let ranked = asked(&terms, ranking);
    let invoice = of(&ranked, "invoice");
    assert_eq!(invoice.effect, simulated.figures.retention_12);
    for (persona, effect) in &invoice.by_persona {
        assert_eq!(*effect, simulated.by_persona[persona].figures.retention_12, "{persona}");
    }
}

/// Claim 2: money spent on other links is largely wasted.
#[test]
fn the_same_effort_on_any_other_link_gives_clearly_less_than_on_the_binding_one() {
    for (id, truth, lead) in [("telecom", "invoice", 1.8), ("insurance", "letter-app", 3.0)] {
        let ranked = asked(&terms(ready(id), Goal::Churn, 20_000), ranking);
        let binding = ranked.binding.as_ref().unwrap();
        assert_eq!((binding.link.as_str(), binding.too_close), (truth, false), "{binding:?}");
        let best = gain(Goal::Churn, ranked.links[0].effect);
        for other in &ranked.links[1..] {
            let less = gain(Goal::Churn, other.effect);
            assert!(best > lead * less, "{id}: {best} for {truth}, {less} for {}", other.id);
        }
        // And it is not the weakest link.
        assert_ne!(ranked.weakest[0].as_str(), truth);
    }
}

/// Nobody is to be given the answer by what is selected as a journey opens.
#[test]
fn no_ready_journey_opens_on_its_bottleneck_whichever_outcome_counts() {
    for one in READY {
        let opened = Session::first_with(one.id, one.journey()).selected;
        for goal in [Goal::Churn, Goal::Conversion, Goal::CustomersAtEnd] {
            let binding = asked(&terms(ready(one.id), goal, 4_000), ranking).binding.unwrap();
            assert!(opened != binding.link && Some(&opened) != binding.second.as_ref().filter(|_| binding.too_close));
        }
    }
}

#[test]
fn a_perfect_link_gives_more_than_a_unit_of_effort_where_the_effect_is_clear() {
    let ranked = asked(&terms(ready("telecom"), Goal::Churn, 10_000), ranking);
    for link in &ranked.links[..3] {
        assert!(gain(Goal::Churn, link.ceiling) > gain(Goal::Churn, link.effect), "{link:?}");
    }
}

#[test]
fn of_two_links_that_are_alike_none_is_called_the_binding_one() {
    let mut journey = small();
    touchpoint_mut(&mut journey, "compare").strength = Strength::of(0.5);
    let binding = asked(&terms(journey, Goal::Conversion, 10_000), ranking).binding.unwrap();
    assert!(binding.too_close, "{binding:?}");
    let apart = asked(&terms(small(), Goal::Conversion, 40_000), ranking).binding.unwrap();
    assert!(!apart.too_close && apart.link.as_str() == "ad", "{apart:?}");
}

#[test]
fn a_question_about_a_changed_world_is_answered_in_that_world() {
    let todays = terms(ready("telecom"), Goal::Churn, 20_000);
    let mended = StudyTerms { base: scenario(vec![strengthen("invoice", 3.0)]), ..todays };
    let ranked = asked(&mended, ranking);
    assert_eq!(ranked.binding.as_ref().unwrap().link.as_str(), "support");
    assert!(of(&ranked, "invoice").strength > 0.9);
}

/// A call gives twice what it takes, and fails half the time. For Anna's, good and bad add up, and they stay; Bo's feel the
/// fresh failure alone, and leave.
#[test]
fn a_fix_that_is_a_loss_for_one_persona_is_warned_of() {
    let mut journey = small();
    let call = Touchpoint { frequency: 0.0, gain: 3.0, pain: 1.5, ..touchpoint("call", "delivery", 0.5) };
    journey.touchpoints.push(call);
    journey.handovers.push(handover("using", "call", 1.0, 0.2));
    let anna = &mut journey.personas[0];
    (anna.share, anna.chain_feel) = (0.7, 0.0);
    let entries = vec![entry("ad", "awareness", 1.0)];
    journey.personas.push(Persona { chain_feel: 1.0, ..persona("bo", 0.3, entries) });
    for goal in [Goal::Churn, Goal::Retention12] {
        let ranked = asked(&terms(journey.clone(), goal, 20_000), ranking);
        let handover = of(&ranked, "using-call");
        assert!(handover.gives(goal).unwrap().low > 0.0, "{handover:?}");
        assert!(handover.gives_to(goal, &"bo".into()).unwrap().high < 0.0, "{handover:?}");
        assert_eq!(handover.loses, ["bo".into()], "{handover:?}");
    }
}

/// Half of Bo's customers come in by the ad, and who does is worn out by what follows: more of them, and more of Bo's
/// leave, though nobody who came in any case does. Anna's never leave, and a better ad brings more of hers.
#[test]
fn a_fix_that_brings_more_who_leave_is_a_loss_for_nobody() {
    let mut journey = small();
    journey.rival_pull = 0.0;
    let compare = touchpoint_mut(&mut journey, "compare");
    (compare.strength, compare.pain) = (Strength::of(0.2), 1.0);
    let anna = &mut journey.personas[0];
    (anna.share, anna.patience, anna.usefulness) = (0.5, 0.9, Usefulness { mean: 30.0, spread: 0.0 });
    let entries = vec![entry("ad", "awareness", 0.5), entry("checkout", "decision", 0.5)];
    let mut bo = Persona { patience: 0.9, ..persona("bo", 0.5, entries) };
    bo.usefulness.mean = 1.6;
    journey.personas.push(bo);
    touchpoint_mut(&mut journey, "ad").strength = Strength::of(0.2);

    let ranked = asked(&terms(journey, Goal::Churn, 20_000), ranking);
    let ad = of(&ranked, "ad");
    assert!(gain(Goal::Churn, ad.effect) > 0.0, "{ad:?}");
    let of_bo = ad.by_persona[&"bo".into()].unwrap();
    assert!(gain(Goal::Churn, Some(of_bo)) < 0.0, "{ad:?}");
    let warned: Vec<_> = ranked.links.iter().filter(|link| !link.loses.is_empty()).map(|link| &link.id).collect();
    assert_eq!(warned, [] as [&LinkId; 0]);
}

/// What stands without the favour that halving does to weak links.
#[test]
fn on_a_straight_line_each_link_gets_the_same_points() {
    let mut terms = terms(small(), Goal::Conversion, 20_000);
    terms.base.effort_curve = EffortCurve::Line;
    let ranked = asked(&terms, ranking);
    for (link, expected) in [("ad", 0.6 * 0.6 * 0.8), ("compare", 0.5 * 0.7 * 0.8), ("checkout", 0.5 * 0.6 * 0.9)] {
        let effect = of(&ranked, link).effect.unwrap();
        let expected = expected - 0.5 * 0.6 * 0.8;
        assert!((effect.value - expected).abs() < 4.0 * standard_error(&effect), "{link}: {effect:?}, {expected}");
    }
}

#[test]
fn where_nobody_buys_nothing_binds() {
    let mut journey = small();
    touchpoint_mut(&mut journey, "checkout").strength = Strength::of(0.0);
    let ranked = asked(&StudyTerms { effort: 0.0, ..terms(journey, Goal::Churn, 1_000) }, ranking);
    assert_eq!(ranked.today, None);
    assert!(ranked.links.iter().all(|link| link.effect.is_none()));
    assert_eq!(ranked.binding, None);
}

#[test]
fn customers_at_the_end_change_by_those_whose_fate_does() {
    let terms = terms(ready("insurance"), Goal::CustomersAtEnd, 4_000);
    let ranked = asked(&terms, ranking);
    let difference = report(&terms.journey, &with_unit(&"letter-app".into()), 1, 4_000).difference.unwrap();
    let [dropped, left, stays] = difference.fates.0;
    let more = (dropped[2] + left[2]) as f64 - (stays[0] + stays[1]) as f64;
    let effect = of(&ranked, "letter-app").effect.unwrap();
    assert!((effect.value - more / 4_000.0).abs() < 1e-12 && effect.low > 0.0, "{effect:?} {more}");
}
