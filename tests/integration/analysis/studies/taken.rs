//! Taking effort from a link: what it holds up.

use super::{asked, ready, terms};
use crate::builder::{scenario, strengthen};
use crate::runs::report;
use kedja::analysis::studies::{Goal, ranking, taken};
use kedja::app::harm;

#[test]
fn what_it_costs_is_what_a_simulation_of_the_weaker_link_reports() {
    let terms = terms(ready("telecom"), Goal::Conversion, 3_000);
    let found = asked(&terms, taken);
    let weaker = report(&terms.journey, &scenario(vec![strengthen("advert", -1.0)]), 1, 3_000).difference.unwrap();
    let advert = found.links.iter().find(|link| link.id.as_str() == "advert").unwrap();
    assert_eq!(advert.costs.unwrap().value, -weaker.figures.conversion.unwrap().value);
    assert_eq!(found.links.len(), terms.journey.links().count());
}

/// Claim 2: it can do harm, because it takes from others.
#[test]
fn effort_moved_from_a_strong_link_on_which_much_rests_does_harm_nearly_everywhere() {
    let terms = terms(ready("telecom"), Goal::Churn, 20_000);
    let (ranked, found) = (asked(&terms, ranking), asked(&terms, taken));
    let harm = harm(&ranked, &found).expect("taking costs");
    assert!(harm.costs.low > 0.0 && harm.in_vain > harm.of / 2, "{harm:?}");
    // Halving failures gives less than doubling them costs: taking and giving back is not the way to gain.
    let given = |id: &str| ranked.links.iter().find(|link| link.id.as_str() == id).unwrap().gives(Goal::Churn).unwrap();
    assert!(harm.costs.value > given(harm.link.as_str()).value, "{harm:?}");
    let costs: Vec<f64> = found.links.iter().map(|link| link.costs.unwrap().value).collect();
    assert!(costs.is_sorted_by(|a, b| a >= b));
}
