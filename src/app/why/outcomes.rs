//! Why the outcomes are what they are.

use super::{Grounded, grounded, newest, per_crowd};
use crate::analysis::{Estimate, LeftOver, PRICE, Report};
use crate::app::link_facts::FACTS_OF;
use crate::app::{Project, is_changed};
use crate::model::order;
use crate::model::{Field, Grounds, Journey, LinkId, Payment, PersonaId, Role};
use std::collections::BTreeMap;

/// Where most are lost; without a link it is the price alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Worst {
    pub link: Option<LinkId>,
    /// [of 10 000 who come]
    pub count: u64,
}

/// What the outcomes were made of. People are counted out of 10 000 who come.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyOutcomes {
    pub bought: u64,
    pub left: u64,
    /// Of those, on the day of purchase, of whom churn knows nothing.
    pub left_at_once: u64,
    /// Periods that all of them lived as customers together.
    pub lived: f64,
    /// Mean periods as a customer, of those who buy.
    pub lifetime: Option<Estimate>,
    pub conversion: Option<f64>,
    /// Without chance [0..1]; only of everybody.
    pub exact: Option<f64>,
    pub churn: Option<f64>,
    /// [money per arrival]
    pub revenue: Option<f64>,
    pub recommendation: Option<f64>,
    /// Price per period now [money].
    pub price: f64,
    pub payment: Payment,
    pub has_offers: bool,
    /// Offers to customers that succeed, of those made [0..1].
    pub offer_success: Option<f64>,
    /// [periods]
    pub horizon: u16,
    /// Where most drop out, and on account of what most leave; at most three each.
    pub dropped: Vec<Worst>,
    pub gone: Vec<Worst>,
    /// What would have kept those who left.
    pub left_over: LeftOver,
    /// How many strengths are measured, published, estimated, and assumed or not said.
    pub strengths: [usize; 4],
    pub grounds: Vec<Grounded>,
}

/// The outcomes, explained.
pub fn why_outcomes(work: &Project, report: &Report, shown: Option<&PersonaId>) -> WhyOutcomes {
    let journey = &work.journey;
    let outcome = newest(work, report);
    let crowd = |count| per_crowd(count, report.customers);
    let lifetime = outcome.figures.lifetime;
    let value = |e: Option<Estimate>| e.map(|e| e.value);
    let exact = report.exact.conversion.what_if.filter(|_| is_changed(work)).unwrap_or(report.exact.conversion.today);
    let own = |figure, value| grounded(&journey.evidence, figure, value);
    WhyOutcomes {
        bought: crowd(outcome.bought),
        left: crowd(outcome.left),
        left_at_once: crowd(outcome.left_at_once),
        lived: lifetime.map_or(0.0, |e| e.value) * outcome.bought as f64 / report.customers.max(1) as f64
            * FACTS_OF as f64,
        lifetime,
        conversion: value(outcome.figures.conversion),
        exact: shown.is_none().then_some(exact),
        churn: value(outcome.figures.churn),
        revenue: value(outcome.figures.revenue_per_arrival).map(|prices| prices * journey.price),
        recommendation: value(outcome.figures.recommendation),
        price: work.price(),
        payment: journey.payment,
        offer_success: value(outcome.figures.offer_success),
        has_offers: journey.touchpoints.iter().any(|t| t.role == Role::Offer),
        horizon: journey.horizon,
        dropped: worst(&outcome.dropped_by_link, crowd),
        gone: worst(&outcome.left_by_link, crowd),
        left_over: LeftOver::of(outcome),
        strengths: strengths_by_grounds(journey),
        grounds: vec![
            own(Field::Price, journey.price),
            own(Field::Disturbance, journey.disturbance),
            own(Field::RivalPull, journey.rival_pull),
        ],
    }
}

/// How many strengths of a journey are measured, published, estimated, and assumed or not said.
pub fn strengths_by_grounds(journey: &Journey) -> [usize; 4] {
    let mut strengths = [0; 4];
    let evidence = journey.touchpoints.iter().map(|t| &t.evidence).chain(journey.handovers.iter().map(|h| &h.evidence));
    for evidence in evidence {
        let kind = match evidence.get(&Field::Strength).map(|e| e.grounds) {
            Some(Grounds::Measured) => 0,
            Some(Grounds::Published) => 1,
            Some(Grounds::Estimated) => 2,
            Some(Grounds::Assumption) | None => 3,
        };
        strengths[kind] += 1;
    }
    strengths
}

/// How many are named.
const NAMED: usize = 3;

fn worst(by_link: &BTreeMap<LinkId, u64>, crowd: impl Fn(u64) -> u64) -> Vec<Worst> {
    let mut all: Vec<(&LinkId, u64)> = by_link.iter().map(|(link, n)| (link, *n)).filter(|(_, n)| *n > 0).collect();
    order::sort(&mut all, |a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let named = all.into_iter().take(NAMED);
    named.map(|(link, n)| Worst { link: (link.as_str() != PRICE).then(|| link.clone()), count: crowd(n) }).collect()
}
