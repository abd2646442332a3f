//! Every number on its own: finite and within what the model can use.

use super::Findings;
use crate::model::{Code, Handover, Journey, Persona, Quantity, Role, Strength, Touchpoint, defaults};

/// Shares, strengths and chances.
pub(super) const CHANCE: (f64, f64) = (0.0, 1.0);
/// What is added to or taken from the value account [prices].
pub(super) const VALUE: (f64, f64) = (0.0, defaults::MAX_VALUE);
/// Mean days at a link.
pub(super) const DAYS: (f64, f64) = (0.0, defaults::MAX_DAYS);

/// Encounters per period that a touchpoint of this role may have.
pub(super) fn frequencies(role: Role) -> (f64, f64) {
    (0.0, if role == Role::Reckoning { 1.0 } else { defaults::MAX_FREQUENCY })
}

pub(super) fn check(journey: &Journey, findings: &mut Findings) {
    let at = |field: &str| (field.to_owned(), "");
    findings.positive(at("price"), Quantity::Price, journey.price, defaults::MAX_PRICE);
    findings.within(at("horizon"), Quantity::Horizon, journey.horizon.into(), (1.0, defaults::MAX_HORIZON.into()));
    findings.within(at("disturbance"), Quantity::Disturbance, journey.disturbance, CHANCE);
    // Times the factor for service it is still a chance.
    let pull = (0.0, 1.0 / defaults::SERVICE_FACTOR);
    findings.within(at("rival_pull"), Quantity::RivalPull, journey.rival_pull, pull);
    let market = &journey.market;
    findings.positive(at("market.arrivals"), Quantity::Arrivals, market.arrivals, defaults::MAX_ARRIVALS);
    let warm_up = (0.0, defaults::MAX_WARM_UP.into());
    findings.within(at("market.warm_up"), Quantity::WarmUp, market.warm_up.into(), warm_up);
    findings.within(at("market.echo"), Quantity::Echo, market.echo, CHANCE);

    for (n, touchpoint) in journey.touchpoints.iter().enumerate() {
        check_touchpoint(n, touchpoint, journey.horizon, findings);
    }
    for (n, handover) in journey.handovers.iter().enumerate() {
        check_handover(n, handover, findings);
    }
    for (n, persona) in journey.personas.iter().enumerate() {
        check_persona(n, persona, findings);
    }
}

fn check_touchpoint(n: usize, touchpoint: &Touchpoint, horizon: u16, findings: &mut Findings) {
    let id = touchpoint.id.as_str();
    let at = |field: &str| (format!("touchpoints[{n}].{field}"), id);
    check_strength(&format!("touchpoints[{n}]"), id, touchpoint.strength, findings);
    findings.within(at("gain"), Quantity::Gain, touchpoint.gain, VALUE);
    findings.within(at("pain"), Quantity::Pain, touchpoint.pain, VALUE);
    findings.within(at("complaint_rate"), Quantity::ComplaintRate, touchpoint.complaint_rate, CHANCE);
    findings.within(at("exposure"), Quantity::Exposure, touchpoint.exposure, (0.0, defaults::MAX_EXPOSURE));
    let cost = (defaults::MIN_HALVING_COST, defaults::MAX_HALVING_COST);
    findings.within(at("halving_cost"), Quantity::HalvingCost, touchpoint.halving_cost, cost);
    findings.within(at("days"), Quantity::Days, touchpoint.days, DAYS);
    findings.within(at("sensing"), Quantity::Sensing, touchpoint.sensing, CHANCE);
    findings.within(at("frequency"), Quantity::Frequency, touchpoint.frequency, frequencies(touchpoint.role));
    findings.within(at("worth"), Quantity::Worth, touchpoint.worth, VALUE);

    let tenure = touchpoint.tenure;
    let (from, from_at) = (tenure.from, at("tenure.from"));
    if from == 0 {
        findings.within(from_at, Quantity::Tenure, 0.0, (1.0, horizon.max(1).into()));
    } else if horizon > 0 && from > horizon {
        findings.add(from_at.0, id, Code::TenureAfterHorizon { from, horizon });
    }
    if let Some(until) = tenure.until.filter(|&until| until < from) {
        findings.add(at("tenure.until").0, id, Code::TenureOrder { from, until });
    }
}

fn check_handover(n: usize, handover: &Handover, findings: &mut Findings) {
    let id = handover.id.as_str();
    let at = |field: &str| (format!("handovers[{n}].{field}"), id);
    findings.within(at("share"), Quantity::Share, handover.share, CHANCE);
    check_strength(&format!("handovers[{n}]"), id, handover.strength, findings);
    findings.within(at("pain"), Quantity::Pain, handover.pain, VALUE);
    findings.within(at("days"), Quantity::Days, handover.days, DAYS);
    findings.within(at("complaint_rate"), Quantity::ComplaintRate, handover.complaint_rate, CHANCE);
    findings.within(at("exposure"), Quantity::Exposure, handover.exposure, (0.0, defaults::MAX_EXPOSURE));
    let cost = (defaults::MIN_HALVING_COST, defaults::MAX_HALVING_COST);
    findings.within(at("halving_cost"), Quantity::HalvingCost, handover.halving_cost, cost);
}

fn check_persona(n: usize, persona: &Persona, findings: &mut Findings) {
    let id = persona.id.as_str();
    let at = |field: &str| (format!("personas[{n}].{field}"), id);
    findings.within(at("share"), Quantity::Share, persona.share, CHANCE);
    let any_value = (-defaults::MAX_VALUE, defaults::MAX_VALUE);
    findings.within(at("usefulness.mean"), Quantity::Usefulness, persona.usefulness.mean, any_value);
    findings.within(at("usefulness.spread"), Quantity::Spread, persona.usefulness.spread, VALUE);
    findings.positive(at("price_feel"), Quantity::PriceFeel, persona.price_feel, defaults::MAX_PRICE_FEEL);
    findings.within(at("elasticity"), Quantity::Elasticity, persona.elasticity, (0.0, defaults::MAX_ELASTICITY));
    findings.within(at("patience"), Quantity::Patience, persona.patience, (0.0, defaults::MAX_PATIENCE));
    let rungs = (1.0, defaults::MAX_TOLERANCE.into());
    findings.within(at("tolerance"), Quantity::Tolerance, persona.tolerance.into(), rungs);
    findings.positive(at("memory"), Quantity::Memory, persona.memory, defaults::MAX_MEMORY);
    findings.within(at("chain_feel"), Quantity::ChainFeel, persona.chain_feel, CHANCE);
    findings.within(at("remorse"), Quantity::Remorse, persona.remorse, VALUE);
    for (e, entry) in persona.entries.iter().enumerate() {
        findings.within(at(&format!("entries[{e}].share")), Quantity::Share, entry.share, CHANCE);
    }
    for (channel, &leaning) in &persona.leaning {
        let place = at(&format!("leaning.{channel}"));
        findings.within(place, Quantity::Leaning, leaning, (0.0, defaults::MAX_LEANING));
    }
}

fn check_strength(part: &str, id: &str, strength: Strength, findings: &mut Findings) {
    let Strength { likely, low, high } = strength;
    findings.within((format!("{part}.strength.likely"), id), Quantity::Strength, likely, CHANCE);
    if let Some(low) = low {
        findings.within((format!("{part}.strength.low"), id), Quantity::LowStrength, low, CHANCE);
    }
    if let Some(high) = high {
        findings.within((format!("{part}.strength.high"), id), Quantity::HighStrength, high, CHANCE);
    }
    let (low, high) = (low.unwrap_or(likely), high.unwrap_or(likely));
    let all_finite = [low, likely, high].iter().all(|s| s.is_finite());
    if all_finite && !(low <= likely && likely <= high) {
        findings.add(format!("{part}.strength"), id, Code::RangeOrder { low, likely, high });
    }
}
