//! Why a figure is what it is: the numbers of this journey that it was made of, and what they stand on.

use super::levers::figure_of;
use super::link_facts::{FACTS_OF, Facts, LinkFacts};
use super::{Work, is_changed};
use crate::analysis::{Estimate, Outcome, PRICE, Report};
use crate::model::{
    Evidence, Figure, Grounds, Lever, LinkId, Nature, Payment, PersonaId, Role, Stage, Text, defaults, lever_bounds,
};
use std::collections::BTreeMap;

/// A figure with what it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Grounded {
    pub figure: Figure,
    /// In the figure's own unit.
    pub value: f64,
    /// `None` where the journey does not say.
    pub grounds: Option<Grounds>,
    pub source: Text,
}

/// Why a link held less often, or more often, than its strength says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Basis {
    /// It did as its strength says.
    Strength,
    /// Strain makes this of it [0..1].
    Strain(f64),
    /// Customers who are further on than this are disturbed by it.
    TooEarly,
    /// The price makes buying easier or harder.
    Price,
}

/// What the counts at a link were made of.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyLink {
    pub facts: Facts,
    /// Of the meetings, those that held [0..1].
    pub held_share: f64,
    /// [0..1]
    pub strength: f64,
    pub basis: Basis,
    pub place: Place,
    /// Customers who drop out here for want of a way on [of 10 000 who come].
    pub dead_ends: u64,
    /// Least and greatest chance of trying again before the purchase, over the personas that are shown [0..1].
    pub patience: (f64, f64),
    /// Chance of walking out at once after a failure here [0..1].
    pub walks_out: f64,
    /// Chance that a failure is voiced [0..1].
    pub complaint_rate: f64,
    /// [prices]
    pub pain: f64,
    pub grounds: Vec<Grounded>,
}

/// Where in the journey a link stands, with what decides how often it is met.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    BeforePurchase,
    /// A handover: so large a part of those who leave `from` go this way [0..1].
    Handover {
        from: LinkId,
        share: f64,
        before: bool,
    },
    /// Met so often per period, by so many customers [of 10 000 who come], for so many periods on average; where
    /// `led_to`, handovers or complaints lead here too.
    Living {
        often: f64,
        customers: u64,
        periods: f64,
        led_to: bool,
    },
}

/// The counts at a link, explained. `None` for an unknown link.
pub fn why_link(
    work: &Work,
    report: &Report,
    facts: &LinkFacts,
    link: &LinkId,
    shown: Option<&PersonaId>,
) -> Option<WhyLink> {
    let journey = work.changed_journey();
    let outcome = newest(work, report);
    let facts = facts.now();
    let strength = journey.strength(link)?;
    let touchpoint = journey.touchpoint(link);
    let handover = journey.handover(link);
    let (exposure, complaint_rate, pain, evidence) = touchpoint
        .map(|t| (t.exposure, t.complaint_rate, t.pain, &t.evidence))
        .or_else(|| handover.map(|h| (h.exposure, h.complaint_rate, h.pain, &h.evidence)))?;
    let end = touchpoint.or_else(|| handover.and_then(|h| journey.touchpoint(&h.to)))?;
    let before = journey.stage(&end.phase) == Some(Stage::Before);
    let held_share = facts.held as f64 / facts.met.max(1) as f64;
    let strained = libm::pow(strength, 1.0 + work.scenario.strain * exposure);
    let place = match (handover, before) {
        (Some(h), _) => Place::Handover { from: h.from.clone(), share: h.share, before },
        (None, true) => Place::BeforePurchase,
        (None, false) => {
            let lead_here = journey.handovers.iter().any(|h| h.to == *link && h.share > 0.0);
            Place::Living {
                often: end.frequency,
                customers: per_crowd(outcome.bought, report.customers),
                periods: outcome.figures.lifetime.map_or(0.0, |e| e.value),
                led_to: lead_here || journey.complaint_desk.as_ref() == Some(link),
            }
        }
    };
    let personas = journey.personas.iter().filter(|p| shown.is_none_or(|id| p.id == *id));
    let patience = personas.map(|p| p.patience).fold((1.0_f64, 0.0_f64), |(low, high), p| (low.min(p), high.max(p)));
    let service = handover.is_some() || touchpoint.is_some_and(|t| t.nature == Nature::Service);
    let grounds_of = |figure, value| grounded(evidence, figure, value);
    let mut grounds = vec![grounds_of(Figure::Strength, strength)];
    for lever in Lever::ALL {
        let tells = match lever {
            Lever::Frequency => matches!(place, Place::Living { often, .. } if often > 0.0),
            Lever::Share => true,
            Lever::Pain => !before,
            _ => false,
        };
        if let (true, Some(_), Some(value)) = (tells, lever_bounds(&journey, link, lever), journey.lever(link, lever)) {
            grounds.push(grounds_of(figure_of(lever), value));
        }
    }
    if !before {
        let own = evidence.contains_key(&Figure::ComplaintRate);
        let from = if own { evidence } else { &journey.evidence };
        grounds.push(grounded(from, Figure::ComplaintRate, complaint_rate));
        grounds.push(grounded(&journey.evidence, Figure::RivalPull, journey.rival_pull));
    }
    Some(WhyLink {
        facts,
        held_share,
        strength,
        basis: basis(work, end.role, before && handover.is_none(), strength, strained, held_share),
        place,
        dead_ends: outcome.dead_ends_by_link.get(link).map_or(0, |n| per_crowd(*n, report.customers)),
        patience,
        walks_out: journey.rival_pull * if service { defaults::SERVICE_FACTOR } else { 1.0 },
        complaint_rate,
        pain,
        grounds,
    })
}

/// How far a share may lie from a strength by chance alone and still be called it [0..1].
const NEAR: f64 = 0.015;

fn basis(work: &Work, role: Role, may_disturb: bool, strength: f64, strained: f64, held: f64) -> Basis {
    if work.scenario.strain > 0.0 && (strained - strength).abs() > NEAR / 2.0 {
        Basis::Strain(strained)
    } else if (held - strength).abs() < NEAR {
        Basis::Strength
    } else if role == Role::Purchase && work.scenario.price.is_some() {
        Basis::Price
    } else if may_disturb && held < strength {
        Basis::TooEarly
    } else {
        Basis::Strength
    }
}

fn grounded(evidence: &BTreeMap<Figure, Evidence>, figure: Figure, value: f64) -> Grounded {
    let found = evidence.get(&figure);
    Grounded {
        figure,
        value,
        grounds: found.map(|e| e.grounds),
        source: found.map(|e| e.source.clone()).unwrap_or_default(),
    }
}

/// The world that is looked at: the what-if, else today.
fn newest<'a>(work: &Work, report: &'a Report) -> &'a Outcome {
    report.what_if.as_ref().filter(|_| is_changed(work)).unwrap_or(&report.today)
}

fn per_crowd(count: u64, all: u64) -> u64 {
    (count as f64 / all.max(1) as f64 * FACTS_OF as f64).round() as u64
}

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
    /// [periods]
    pub horizon: u16,
    /// Where most drop out, and on account of what most leave; at most three each.
    pub dropped: Vec<Worst>,
    pub gone: Vec<Worst>,
    /// How many strengths are measured, estimated, and assumed or not said.
    pub strengths: [usize; 3],
    pub grounds: Vec<Grounded>,
}

/// The outcomes, explained.
pub fn why_outcomes(work: &Work, report: &Report, shown: Option<&PersonaId>) -> WhyOutcomes {
    let journey = &work.journey;
    let outcome = newest(work, report);
    let crowd = |count| per_crowd(count, report.customers);
    let lifetime = outcome.figures.lifetime;
    let value = |e: Option<Estimate>| e.map(|e| e.value);
    let exact = report.exact.conversion.what_if.filter(|_| is_changed(work)).unwrap_or(report.exact.conversion.today);
    let mut strengths = [0; 3];
    let evidence = journey.touchpoints.iter().map(|t| &t.evidence).chain(journey.handovers.iter().map(|h| &h.evidence));
    for evidence in evidence {
        let kind = match evidence.get(&Figure::Strength).map(|e| e.grounds) {
            Some(Grounds::Measured) => 0,
            Some(Grounds::Estimated) => 1,
            Some(Grounds::Assumption) | None => 2,
        };
        strengths[kind] += 1;
    }
    let own = |figure, value| grounded(&journey.evidence, figure, value);
    WhyOutcomes {
        bought: crowd(outcome.bought),
        left: crowd(outcome.left),
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
        has_offers: journey.touchpoints.iter().any(|t| t.role == Role::Offer),
        horizon: journey.horizon,
        dropped: worst(&outcome.dropped_by_link, crowd),
        gone: worst(&outcome.left_by_link, crowd),
        strengths,
        grounds: vec![
            own(Figure::Price, journey.price),
            own(Figure::Disturbance, journey.disturbance),
            own(Figure::RivalPull, journey.rival_pull),
        ],
    }
}

/// How many are named.
const NAMED: usize = 3;

fn worst(by_link: &BTreeMap<LinkId, u64>, crowd: impl Fn(u64) -> u64) -> Vec<Worst> {
    let mut all: Vec<(&LinkId, u64)> = by_link.iter().map(|(link, n)| (link, *n)).filter(|(_, n)| *n > 0).collect();
    all.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let named = all.into_iter().take(NAMED);
    named.map(|(link, n)| Worst { link: (link.as_str() != PRICE).then(|| link.clone()), count: crowd(n) }).collect()
}
