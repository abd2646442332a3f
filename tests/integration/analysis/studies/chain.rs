//! Chain logic: alone and after.

use super::{asked, ready, terms};
use crate::builder::*;
use kedja::analysis::Estimate;
use kedja::analysis::exact_conversion;
use kedja::analysis::studies::{AloneAndAfter, Chain, Goal, LogicKind, StudyTerms, chain};
use kedja::model::*;

fn ask(terms: &StudyTerms) -> Chain {
    asked(terms, |terms, rounds| chain(terms, 2.0, rounds))
}

fn gives(chain: &Chain, chain_feel: Option<f64>, first: &str, then: &str) -> AloneAndAfter {
    let feel = chain.feels.iter().find(|feel| feel.chain_feel == chain_feel).unwrap();
    feel.pairs.iter().find(|pair| pair.first.as_str() == first && pair.then.as_str() == then).unwrap().gives
}

/// Claim 3, with its conditions: an invoice that fails most of the time, and customers for whom one fresh failure overshadows
/// what is good elsewhere.
#[test]
fn a_mended_invoice_multiplies_what_support_gives_when_the_chain_feel_is_high_and_not_when_it_is_0() {
    let mut journey = ready("telecom");
    journey.personas.retain(|persona| persona.id.as_str() == "amir");
    journey.personas[0].share = 1.0;
    touchpoint_mut(&mut journey, "invoice").strength = Strength::of(0.1);
    let found = ask(&terms(journey, Goal::Retention12, 40_000));
    let high = gives(&found, Some(1.0), "invoice", "support");
    let [alone, after] = [high.alone, high.after].map(|estimate: Option<Estimate>| estimate.unwrap().value);
    assert!(high.more.unwrap().low > 0.0 && after > 1.3 * alone, "{high:?}");
    let none = gives(&found, Some(0.0), "invoice", "support");
    assert!(none.more.unwrap().high < 0.0, "{none:?}");
}

/// Before the purchase, where links multiply, it always holds a little.
#[test]
fn before_the_purchase_a_link_gives_as_much_more_as_two_exact_conversions_say() {
    let found = ask(&terms(small(), Goal::Conversion, 40_000));
    let exact = |changes: Vec<Change>| exact_conversion(&small(), &scenario(changes));
    let (first, then) = (strengthen("ad", 2.0), strengthen("compare", 1.0));
    let alone = exact(vec![then.clone()]) - exact(Vec::new());
    let after = exact(vec![first.clone(), then]) - exact(vec![first]);
    let gives = gives(&found, None, "ad", "compare");
    for (estimate, exact) in [(gives.alone, alone), (gives.after, after), (gives.more, after - alone)] {
        let estimate = estimate.unwrap();
        // Twice the interval is over four standard errors.
        assert!((estimate.value - exact).abs() < estimate.high - estimate.low, "{estimate:?}, exact {exact}");
    }
    assert!(gives.more.unwrap().low > 0.0);
}

#[test]
fn a_link_that_is_met_before_gives_the_same_whatever_the_chain_feel() {
    let found = ask(&terms(small(), Goal::Conversion, 2_000));
    let [own, none, full] = [None, Some(0.0), Some(1.0)].map(|feel| gives(&found, feel, "ad", "compare"));
    assert!(own == none && own == full, "{own:?} {none:?} {full:?}");
}

#[test]
fn three_logics_say_what_they_say_on_paper() {
    let mut journey = small();
    touchpoint_mut(&mut journey, "ad").halving_cost = 4.0;
    let found = ask(&terms(journey, Goal::Conversion, 1_024));
    let of = |kind| found.logics.iter().find(|logic| logic.logic == kind).unwrap();
    // 0.5, 0.6, 0.8, 0.9, 0.7, 0.6 and two handovers of 1. The ad costs four times as much to mend.
    let close = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-12, "{found}, not {expected}");
    let average = of(LogicKind::Average);
    assert_eq!(average.first.as_str(), "compare");
    close(average.level, 6.1 / 8.0);
    close(average.after, 6.3 / 8.0);
    let product = of(LogicKind::Product);
    assert_eq!(product.first.as_str(), "compare");
    close(product.level, 0.5 * 0.6 * 0.8 * 0.9 * 0.7 * 0.6);
    close(product.after, product.level * 0.8 / 0.6);
    let weakest = of(LogicKind::Weakest);
    assert_eq!(weakest.first.as_str(), "ad");
    close(weakest.level, 0.5);
    close(weakest.after, 1.0 - 0.5 * libm::exp2(-0.25));
}

/// What all three would mend first is not what binds.
#[test]
fn in_insurance_no_logic_of_strengths_alone_finds_the_binding_link() {
    let found = ask(&terms(ready("insurance"), Goal::Churn, 10_000));
    assert_eq!(found.feels[0].binding.as_ref().unwrap().as_str(), "letter-app");
    assert!(found.logics.iter().all(|logic| logic.first.as_str() == "advert-adviser"), "{:?}", found.logics);
}
