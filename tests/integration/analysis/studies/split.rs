//! Split of a package.

use super::{asked, ready, terms};
use crate::builder::*;
use crate::runs::standard_error;
use kedja::analysis::exact_conversion;
use kedja::analysis::studies::{Goal, Split, StudyTerms, split};
use kedja::model::*;

fn package(links: &[&str]) -> Scenario {
    let improvement = |link: &&str| Improvement {
        id: ImprovementId((*link).to_owned()),
        effort: 1.0,
        changes: vec![strengthen(link, 1.0)],
        ..Improvement::default()
    };
    Scenario { improvements: links.iter().map(improvement).collect(), ..Scenario::default() }
}

fn ask(journey: Journey, goal: Goal, links: &[&str], customers: u64) -> Split {
    asked(&StudyTerms { base: package(links), ..terms(journey, goal, customers) }, split)
}

#[test]
fn the_parts_sum_to_the_whole_and_what_does_nothing_gets_nothing() {
    for links in [
        &["invoice", "support", "app", "advert"][..],
        &["invoice", "support", "app", "use", "welcome", "delivery", "shop", "newsletter", "offer", "advert"],
    ] {
        let found = ask(ready("telecom"), Goal::Retention12, links, 4_000);
        assert_eq!(found.all_orders, links.len() <= 8);
        let sum: f64 = found.parts.iter().map(|part| part.part.unwrap().value).sum();
        assert!((sum - found.together.unwrap().value).abs() < 1e-12, "{found:?}");
        let conversion = ask(ready("telecom"), Goal::Conversion, links, 1_600);
        let invoice = conversion.parts[0].part.unwrap();
        assert_eq!((invoice.value, invoice.low, invoice.high), (0.0, 0.0, 0.0));
    }
}

/// Over all orders of three, by hand, from exact conversions.
#[test]
fn parts_are_means_over_all_orders() {
    let links = ["ad", "compare", "checkout"];
    let found = ask(small(), Goal::Conversion, &links, 80_000);
    let value = |set: &[usize]| {
        let set: Vec<&str> = set.iter().map(|at| links[*at]).collect();
        exact_conversion(&small(), &package(&set))
    };
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    for (at, part) in found.parts.iter().enumerate() {
        let adds = |order: &[usize; 3]| {
            let place = order.iter().position(|link| *link == at).unwrap();
            value(&order[..=place]) - value(&order[..place])
        };
        let expected = orders.iter().map(adds).sum::<f64>() / 6.0;
        let found = part.part.unwrap();
        assert!((found.value - expected).abs() < 4.0 * standard_error(&found), "{part:?}, exact {expected}");
    }
    // What they do alone does not add up to what they do together.
    let alone: f64 = found.parts.iter().map(|part| part.alone.unwrap().value).sum();
    assert!(alone < found.together.unwrap().low, "{alone} alone, {:?} together", found.together);
}

#[test]
fn orders_drawn_come_near_all_orders() {
    let links: Vec<String> = (0..9).map(|n| format!("link-{n}")).collect();
    let mut journey = small();
    // Nine links alike in a row: each has a ninth of the whole.
    journey.touchpoints.retain(|t| t.id.as_str() == "checkout" || t.phase.as_str() == "delivery");
    journey.touchpoints[0].strength = Strength::of(1.0);
    journey.handovers.clear();
    for (n, link) in links.iter().enumerate() {
        journey.touchpoints.insert(n, touchpoint(link, "awareness", 0.8));
        let next = links.get(n + 1).map_or("checkout", String::as_str);
        journey.handovers.push(handover(link, next, 1.0, 1.0));
    }
    touchpoint_mut(&mut journey, "link-0").phase = "awareness".into();
    journey.phases.retain(|phase| phase.id.as_str() != "consideration");
    journey.personas[0].entries = vec![entry("link-0", "awareness", 1.0)];
    let names: Vec<&str> = links.iter().map(String::as_str).collect();
    let found = ask(journey, Goal::Conversion, &names, 40_000);
    assert!(!found.all_orders);
    let ninth = found.together.unwrap().value / 9.0;
    for part in &found.parts {
        let part = part.part.unwrap();
        assert!((part.value - ninth).abs() < 4.0 * standard_error(&part), "{part:?}, a ninth is {ninth}");
    }
}

#[test]
fn who_is_saved_and_who_only_buys_are_told_apart_and_sum_to_the_effect() {
    let links = &["invoice", "advert"];
    for goal in [Goal::Churn, Goal::Retention12] {
        let found = ask(ready("telecom"), goal, links, 8_000);
        let whole = found.apart.unwrap();
        assert!((whole.same.value + whole.mix.value - found.together.unwrap().value).abs() < 1e-12, "{whole:?}");
        let [invoice, advert] = [0, 1].map(|at| &found.parts[at]);
        for part in [invoice, advert] {
            let (apart, part) = (part.apart.unwrap(), part.part.unwrap());
            assert!((apart.same.value + apart.mix.value - part.value).abs() < 1e-12, "{apart:?} of {part:?}");
        }
        // Nobody meets an invoice before they buy; and whom a better advert brings is all that it changes.
        let saved = invoice.apart.unwrap();
        assert!(saved.same.low > 0.0 && saved.mix.value.abs() < 0.1 * saved.same.value, "{saved:?}");
        let brought = advert.apart.unwrap();
        assert!(brought.same.value.abs() < 0.1 * saved.same.value, "{brought:?}, {saved:?}");
    }
    assert!(ask(ready("telecom"), Goal::Conversion, links, 1_600).apart.is_none());
}

#[test]
fn what_is_switched_off_is_no_part_of_the_package() {
    let mut base = package(&["invoice", "support"]);
    base.improvements[1].off = true;
    let found = asked(&StudyTerms { base, ..terms(ready("telecom"), Goal::Churn, 1_600) }, split);
    let parts: Vec<&str> = found.parts.iter().map(|part| part.id.as_str()).collect();
    assert_eq!(parts, ["invoice"]);
    assert_eq!(found.parts[0].part, found.together);
}
