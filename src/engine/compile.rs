//! Compiles a journey and a scenario into a world.

use super::draws::Address;
use super::plans::{Comes, Plans};
use super::stretch::Sums;
use super::world::{AfterFailure, Entrance, Link, Passage, Persona, Stop, Straight};
use super::{Chance, World};
use crate::model::{self, Handover, Journey, LinkId, Nature, Payment, Role, Scenario, Stage, Touchpoint, defaults};
use std::collections::BTreeMap;

/// s_eff = s^(1 + x·e): strength under strain.
fn under_strain(strength: f64, strain: f64, exposure: f64) -> f64 {
    if strain == 0.0 || exposure == 0.0 { strength } else { libm::pow(strength, 1.0 + strain * exposure) }
}

/// The world of a journey that the scenario has changed already; of the scenario only strain and price are read.
pub(super) fn compile(journey: &Journey, scenario: &Scenario) -> World {
    let index: BTreeMap<&LinkId, usize> = journey.touchpoints.iter().map(|t| &t.id).zip(0..).collect();
    let price_ratio = scenario.price.map_or(1.0, |now| now / journey.price);
    let handovers: Vec<Passage> = journey.handovers.iter().map(|h| passage(journey, scenario, h, &index)).collect();
    let goes_round = goes_round(journey, &index);
    let parts = Parts { journey, scenario, price_ratio, index: &index, handovers: &handovers, goes_round };
    let mut sums = Sums::default();
    let personas = journey.personas.iter().map(|p| persona(&parts, p, &mut sums)).collect();
    let total = journey.personas.iter().map(|p| p.share).sum();
    World {
        touchpoints: journey.touchpoints.len(),
        handovers,
        personas,
        persona_up_to: cumulative(journey.personas.iter().map(|p| p.share), total).collect(),
        first_of_phase: journey
            .phases
            .iter()
            .map(|phase| journey.touchpoints.iter().position(|t| t.phase == phase.id && phase.stage == Stage::Before))
            .collect(),
        goes_round,
        desk: journey.complaint_desk.as_ref().and_then(|id| index.get(id).copied()),
        horizon: u32::from(journey.horizon),
        period_days: journey.period.days(),
        periods_per_year: journey.period.per_year(),
        price_ratio,
        pays_each_period: journey.payment == Payment::EachPeriod,
        arrivals: journey.market.arrivals,
        echo: journey.market.echo,
        warm_up: i32::from(journey.market.warm_up),
        top_rung: journey.personas.iter().map(|p| usize::from(p.tolerance)).max().unwrap_or(0),
        link_ids: journey.links().cloned().collect(),
        persona_ids: journey.personas.iter().map(|p| p.id.clone()).collect(),
    }
}

fn phase_index(journey: &Journey, id: &model::PhaseId) -> usize {
    journey.phases.iter().position(|p| p.id == *id).unwrap_or(0)
}

fn after_failure(journey: &Journey, complaint_rate: f64, is_service: bool) -> AfterFailure {
    let factor = if is_service { defaults::SERVICE_FACTOR } else { 1.0 };
    let (voiced, walks_out) = (Chance::of(complaint_rate), Chance::of(journey.rival_pull * factor));
    AfterFailure { voiced, walks_out, is_any: !voiced.is_never() || !walks_out.is_never() }
}

fn passage(journey: &Journey, scenario: &Scenario, h: &Handover, index: &BTreeMap<&LinkId, usize>) -> Passage {
    Passage {
        address: Address::of_name(h.id.as_str()),
        to: index.get(&h.to).copied().unwrap_or(0),
        holds: Chance::of(under_strain(h.strength.likely, scenario.strain, h.exposure)),
        pain: h.pain,
        days: h.days,
        after_failure: after_failure(journey, h.complaint_rate, true),
    }
}

/// Cumulative chances of shares, scaled so that they end at `sum / total`.
fn cumulative(shares: impl Iterator<Item = f64>, total: f64) -> impl Iterator<Item = Chance> {
    shares.scan(0.0, move |sum, share| {
        *sum += share;
        Some(Chance::of(*sum / total))
    })
}

/// What the compiling of a persona reads.
struct Parts<'a> {
    journey: &'a Journey,
    scenario: &'a Scenario,
    price_ratio: f64,
    index: &'a BTreeMap<&'a LinkId, usize>,
    handovers: &'a [Passage],
    goes_round: bool,
}

impl Parts<'_> {
    fn is_after(&self, touchpoint: &Touchpoint) -> bool {
        self.journey.stage(&touchpoint.phase) == Some(Stage::After)
    }

    /// What a touchpoint takes under strain.
    fn strength(&self, touchpoint: &Touchpoint) -> f64 {
        under_strain(touchpoint.strength.likely, self.scenario.strain, touchpoint.exposure)
    }
}

fn persona(parts: &Parts, p: &model::Persona, sums: &mut Sums) -> Persona {
    let entry_total = p.entries.iter().map(|e| e.share).sum();
    let entrances: Vec<Entrance> = p
        .entries
        .iter()
        .zip(cumulative(p.entries.iter().map(|e| e.share), entry_total))
        .map(|(e, up_to)| Entrance {
            up_to,
            touchpoint: parts.index.get(&e.touchpoint).copied().unwrap_or(0),
            readiness: phase_index(parts.journey, &e.readiness) as u32,
        })
        .collect();
    let gaps = entrances.iter().map(|e| e.readiness as usize).max().unwrap_or(0) + 1;
    let holds = holds(parts, p, gaps);
    let (stops, ways) = stops(parts, p, holds.iter().step_by(gaps));
    Persona {
        entrances,
        usefulness: (p.usefulness.mean, p.usefulness.spread),
        felt_price: p.price_feel * parts.price_ratio,
        patience: Chance::of(p.patience),
        tolerance: u32::from(p.tolerance),
        keep: libm::exp2(-1.0 / p.memory),
        chain_feel: p.chain_feel,
        remorse: p.remorse,
        plans: plans(parts, p, &stops, sums),
        repeats: stops.iter().any(|stop| stop.repeats),
        holds,
        gaps,
        stops,
        ways,
    }
}

/// How often a touchpoint comes round in a period, for one persona.
fn rate(p: &model::Persona, t: &Touchpoint) -> f64 {
    let leaning = if t.role == Role::Reckoning { 1.0 } else { p.leaning(&t.channel) };
    (t.frequency * leaning).min(defaults::MAX_FREQUENCY)
}

/// What comes round for one persona.
fn plans(parts: &Parts, p: &model::Persona, stops: &[Stop], sums: &mut Sums) -> Plans {
    let after = parts.journey.touchpoints.iter().zip(stops).enumerate().filter(|(_, (t, _))| parts.is_after(t));
    let comes = after.map(|(index, (touchpoint, stop))| Comes {
        touchpoint,
        index,
        stop,
        rate: rate(p, touchpoint),
        is_reckoning: touchpoint.role == Role::Reckoning,
    });
    Plans::new(comes.filter(|c| c.rate > 0.0).collect(), sums)
}

/// Chances of holding before the purchase, by touchpoint and gap.
fn holds(parts: &Parts, p: &model::Persona, gaps: usize) -> Vec<Chance> {
    let dearer = if parts.price_ratio == 1.0 { 1.0 } else { libm::pow(parts.price_ratio, -p.elasticity) };
    let touchpoints = &parts.journey.touchpoints;
    let mut holds = Vec::with_capacity(touchpoints.len() * gaps);
    for t in touchpoints {
        let strength = parts.strength(t);
        let mut chance = if t.role == Role::Purchase { strength * dearer } else { strength };
        for _ in 0..gaps {
            holds.push(Chance::of(chance.min(1.0)));
            chance *= 1.0 - parts.journey.disturbance;
        }
    }
    holds
}

/// The touchpoints as one persona meets them, and the ways out of each, cumulative: shares by leaning, scaled so that
/// their sum is unchanged.
fn stops<'a>(
    parts: &Parts,
    p: &model::Persona,
    holds: impl Iterator<Item = &'a Chance>,
) -> (Vec<Stop>, Vec<(Chance, usize)>) {
    let journey = parts.journey;
    let mut ways: Vec<(Chance, usize)> = Vec::with_capacity(journey.handovers.len());
    let mut stops = Vec::with_capacity(journey.touchpoints.len());
    for (t, &holds) in journey.touchpoints.iter().zip(holds) {
        let out: Vec<(usize, f64, f64)> = journey
            .handovers
            .iter()
            .enumerate()
            .filter(|(_, h)| h.from == t.id)
            .map(|(i, h)| (i, h.share, journey.touchpoint(&h.to).map_or(1.0, |to| p.leaning(&to.channel))))
            .collect();
        let sum: f64 = out.iter().map(|(_, share, _)| share).sum();
        let leaned: f64 = out.iter().map(|(_, share, leaning)| share * leaning).sum();
        let from = ways.len();
        if leaned > 0.0 {
            let shares = out.iter().map(|(_, share, leaning)| share * leaning * sum);
            ways.extend(cumulative(shares, leaned).zip(out.iter().map(|(i, ..)| *i)));
        }
        let sole_way = match &ways[from..] {
            [(up_to, handover)] if up_to.is_sure() => Some(*handover),
            _ => None,
        };
        stops.push(Stop {
            address: Address::of_name(t.id.as_str()),
            holds,
            gain: t.gain,
            pain: t.pain,
            days: t.days,
            phase: phase_index(journey, &t.phase) as u32,
            is_purchase: t.role == Role::Purchase,
            is_offer: t.role == Role::Offer,
            repeats: repeats(journey, p, t),
            has_ways: from < ways.len(),
            straight: sole_way.filter(|_| passes_at_once(t)).and_then(|handover| straight(parts, handover)),
            sensing: Chance::of(t.sensing),
            worth: t.worth,
            after_failure: after_failure(journey, t.complaint_rate, t.nature == Nature::Service),
            sole_way,
            ways: (from as u32, ways.len() as u32),
        });
    }
    (stops, ways)
}

/// Whether a touchpoint after the purchase can be met more than once in a period: by itself, on a walk, as the desk.
fn repeats(journey: &Journey, p: &model::Persona, t: &Touchpoint) -> bool {
    let is_after = journey.stage(&t.phase) == Some(Stage::After);
    let is_desk = journey.complaint_desk.as_ref() == Some(&t.id);
    is_after && (is_desk || rate(p, t) > 1.0 || journey.handovers.iter().any(|h| h.to == t.id))
}

/// A handover that nothing can happen at; none where a link can be come back to, since each pass counts there.
fn straight(parts: &Parts, handover: usize) -> Option<Straight> {
    let pass = &parts.handovers[handover];
    let nothing_happens = pass.holds.is_sure() && pass.days == 0.0 && !parts.goes_round;
    nothing_happens.then(|| Straight { link: Link(parts.journey.touchpoints.len() + handover), to: pass.to })
}

/// Whether holding at a touchpoint takes no time and does not end the part before the purchase.
fn passes_at_once(t: &Touchpoint) -> bool {
    t.days == 0.0 && t.role != Role::Purchase
}

/// Whether a touchpoint before the purchase can be come back to, by handovers or by being sensed. Asks where ways lead
/// and not how many take them, so that the answer is the same in every world of a journey.
fn goes_round(journey: &Journey, index: &BTreeMap<&LinkId, usize>) -> bool {
    let phase_of: Vec<usize> = journey.touchpoints.iter().map(|t| phase_index(journey, &t.phase)).collect();
    let is_before: Vec<bool> =
        journey.touchpoints.iter().map(|t| journey.stage(&t.phase) == Some(Stage::Before)).collect();
    let mut ways: Vec<(usize, usize)> = Vec::new();
    for h in &journey.handovers {
        ways.extend(index.get(&h.from).zip(index.get(&h.to)).map(|(from, to)| (*from, *to)));
    }
    for entry in journey.personas.iter().flat_map(|p| &p.entries) {
        let readiness = phase_index(journey, &entry.readiness);
        let to = (0..phase_of.len()).find(|t| phase_of[*t] == readiness && is_before[*t]);
        let from = (0..phase_of.len()).filter(|t| phase_of[*t] < readiness);
        ways.extend(to.into_iter().flat_map(|to| from.clone().map(move |from| (from, to))));
    }
    ways.retain(|(from, to)| is_before[*from] && is_before[*to]);
    // Whoever is led to by nobody that is left can't be come back to; take them away until nobody is left.
    let mut left: Vec<usize> = (0..phase_of.len()).filter(|t| is_before[*t]).collect();
    loop {
        let count = left.len();
        left.retain(|t| ways.iter().any(|(_, to)| to == t));
        ways.retain(|(from, _)| left.contains(from));
        if left.len() == count {
            return count > 0;
        }
    }
}
