//! Why so many met, held, failed, left and complained at a link.

use super::{Grounded, grounded, newest, per_crowd};
use crate::analysis::Report;
use crate::app::Project;
use crate::app::link_facts::{Facts, LinkFacts};
use crate::model::{Field, LinkId, Nature, PersonaId, Role, Stage, defaults, lever_bounds, under_strain};

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
    pub place: Stand,
    /// Customers who drop out here for want of a way on [of 10 000 who come].
    pub dead_ends: u64,
    /// Least and greatest chance of trying again before the purchase, over the personas that are shown [0..1].
    pub patience: (f64, f64),
    /// Chance of walking out at once after a failure here [0..1].
    pub walks_out: f64,
    /// Whether it is service, where more walk out than at product and price.
    pub is_service: bool,
    /// Chance that a failure is voiced [0..1].
    pub complaint_rate: f64,
    /// [prices]
    pub pain: f64,
    pub grounds: Vec<Grounded>,
}

/// Where in the journey a link stands, with what decides how often it is met.
#[derive(Clone, Debug, PartialEq)]
pub enum Stand {
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
    work: &Project,
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
    let strained = under_strain(strength, work.scenario.strain, exposure);
    let place = match (handover, before) {
        (Some(h), _) => Stand::Handover { from: h.from.clone(), share: h.share, before },
        (None, true) => Stand::BeforePurchase,
        (None, false) => {
            let lead_here = journey.handovers.iter().any(|h| h.to == *link && h.share > 0.0);
            Stand::Living {
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
    let mut grounds = vec![grounds_of(Field::Strength, strength)];
    for lever in Field::LEVERS {
        let tells = match lever {
            Field::Frequency => matches!(place, Stand::Living { often, .. } if often > 0.0),
            Field::Share => true,
            Field::Pain => !before,
            _ => false,
        };
        if let (true, Some(_), Some(value)) = (tells, lever_bounds(&journey, link, lever), journey.lever(link, lever)) {
            grounds.push(grounds_of(lever, value));
        }
    }
    if !before {
        let own = evidence.contains_key(&Field::ComplaintRate);
        let from = if own { evidence } else { &journey.evidence };
        grounds.push(grounded(from, Field::ComplaintRate, complaint_rate));
        grounds.push(grounded(&journey.evidence, Field::RivalPull, journey.rival_pull));
    }
    Some(WhyLink {
        facts,
        held_share,
        strength,
        basis: basis(work, end.role, before && handover.is_none(), strength, strained, held_share),
        place,
        dead_ends: outcome.dead_ends_by_link.get(link).map_or(0, |n| per_crowd(*n, report.customers)),
        patience,
        is_service: service,
        walks_out: journey.rival_pull * if service { defaults::SERVICE_FACTOR } else { 1.0 },
        complaint_rate,
        pain,
        grounds,
    })
}

/// How far a share may lie from a strength by chance alone and still be called it [0..1].
const NEAR: f64 = 0.015;

fn basis(work: &Project, role: Role, may_disturb: bool, strength: f64, strained: f64, held: f64) -> Basis {
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
