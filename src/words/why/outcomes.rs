//! Why the outcomes are what they are.

use super::{Reason, grounds};
use crate::app::{FACTS_OF, OutcomeKind, WhyOutcomes, Worst};
use crate::model::Payment;
use crate::say;
use crate::words::{Teller, left_over, number, outcome, unit};

/// The outcomes, explained.
pub fn of_outcomes(teller: &Teller, why: &WhyOutcomes) -> Vec<Reason> {
    let living = |words: Vec<String>| if why.bought > 0 { words } else { vec![say!(teller, why.nobody).to_owned()] };
    let [measured, published, estimated, assumed] = why.strengths;
    let n = |n: usize| teller.count(n);
    let strengths = say!(
        teller,
        why.strengths,
        n = n(measured + published + estimated + assumed),
        measured = n(measured),
        published = n(published),
        estimated = n(estimated),
        assumed = n(assumed)
    );
    vec![
        Reason { name: outcome::name(teller, OutcomeKind::Conversion), words: conversion(teller, why) },
        Reason { name: outcome::name(teller, OutcomeKind::Churn), words: living(churn(teller, why)) },
        Reason { name: outcome::name(teller, OutcomeKind::Revenue), words: living(revenue(teller, why)) },
        Reason { name: outcome::name(teller, OutcomeKind::Recommendation), words: living(recommendation(teller, why)) },
        Reason {
            name: say!(teller, why.stands_on).to_owned(),
            words: [vec![strengths], grounds(teller, &why.grounds)].concat(),
        },
    ]
}

/// "the invoice (1 960), support (75) and the price alone (12)"
fn most(teller: &Teller, worst: &[Worst]) -> Option<String> {
    let each = |w: &Worst| {
        let name =
            w.link.as_ref().map_or_else(|| say!(teller, why.price_alone).to_owned(), |link| teller.link_name(link));
        say!(teller, why.counted, name = name, n = teller.count(w.count))
    };
    (!worst.is_empty()).then(|| number::list(worst.iter().map(each).collect(), say!(teller, levers.and)))
}

fn conversion(teller: &Teller, why: &WhyOutcomes) -> Vec<String> {
    let (of, bought) = (teller.count(FACTS_OF), teller.count(why.bought));
    let figure = |v: f64| outcome::value(teller, OutcomeKind::Conversion, v);
    let shown = why.conversion.map_or_else(String::new, figure);
    [
        Some(say!(teller, why.conversion, of = of, bought = bought, value = shown)),
        most(teller, &why.dropped).map(|list| say!(teller, why.most_drop, list = list)),
        why.offer_success
            .map(|accepted| say!(teller, why.offers_beside, accepted = number::percent(teller.language, accepted, 0))),
        why.exact.map(|v| say!(teller, why.exact, value = number::percent(teller.language, v, 2))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn churn(teller: &Teller, why: &WhyOutcomes) -> Vec<String> {
    let figure = why.churn.map_or_else(String::new, |v| outcome::value(teller, OutcomeKind::Churn, v));
    let words = say!(
        teller,
        why.churn,
        bought = teller.count(why.bought),
        lived = unit::periods(teller, why.lived.round() as u64),
        left = teller.count(why.left.saturating_sub(why.left_at_once)),
        value = figure,
        period = unit::period(teller)
    );
    let gone = most(teller, &why.gone).map(|list| say!(teller, why.most_leave, list = list));
    let at_once = (why.left_at_once > 0).then(|| say!(teller, why.left_at_once, n = teller.count(why.left_at_once)));
    [Some(words), at_once, gone, left_over::sentence(teller, why.left_over)].into_iter().flatten().collect()
}

fn revenue(teller: &Teller, why: &WhyOutcomes) -> Vec<String> {
    let (of, bought) = (teller.count(FACTS_OF), teller.count(why.bought));
    let time = unit::mean_periods(teller, why.lifetime.map_or(0.0, |e| e.value));
    let most = unit::periods(teller, u64::from(why.horizon));
    let price = format!("{}\u{a0}{}", number::amount(teller.language, why.price), teller.currency());
    let figure = why.revenue.map_or_else(String::new, |v| outcome::value(teller, OutcomeKind::Revenue, v));
    let words = match why.payment {
        Payment::EachPeriod => say!(
            teller,
            why.revenue_each,
            of = of,
            bought = bought,
            time = time,
            most = most,
            price = price,
            period = unit::period(teller),
            value = figure
        ),
        Payment::AtReckoning => say!(
            teller,
            why.revenue_passed,
            of = of,
            bought = bought,
            time = time,
            most = most,
            price = price,
            value = figure
        ),
    };
    let offers = why.has_offers.then(|| say!(teller, why.offers).to_owned());
    [Some(words), offers].into_iter().flatten().collect()
}

fn recommendation(teller: &Teller, why: &WhyOutcomes) -> Vec<String> {
    let figure =
        why.recommendation.map_or_else(String::new, |v| outcome::value(teller, OutcomeKind::Recommendation, v));
    vec![say!(teller, why.recommendation, most = unit::periods(teller, u64::from(why.horizon)), value = figure)]
}
