//! Compiles a journey and a scenario into a world.

use super::World;
use super::batch::EffectTable;
use super::fingerprint::{Fingerprint, rate};
use super::links::{AfterFailure, CompiledHandover, CompiledTouchpoint, FreePass};
use super::period_plan::{PeriodPlans, Recurring};
use super::persona::{CompiledEntry, CompiledPersona};
use crate::engine::draws::{Address, Chance};
use crate::engine::link::LinkIndex;
use crate::model::order;
use crate::model::{
    self, ChangedJourney, Handover, Journey, LinkId, Nature, Payment, Role, Scenario, Stage, Touchpoint, defaults,
    under_strain,
};
use std::collections::BTreeMap;

impl World {
    /// Compiles a journey as a scenario changes it (by one that changes nothing: the world as it is).
    pub fn new(changed: &ChangedJourney) -> Self {
        compile(changed.journey(), changed.scenario())
    }
}

/// The world of a journey that the scenario has changed already; of the scenario only strain and price are read.
fn compile(journey: &Journey, scenario: &Scenario) -> World {
    let index: BTreeMap<&LinkId, usize> = order::map(journey.touchpoints.iter().map(|t| &t.id).zip(0..));
    let price_ratio = scenario.price.map_or(1.0, |now| now / journey.price);
    let handovers: Vec<CompiledHandover> =
        journey.handovers.iter().map(|h| compiled_handover(journey, scenario, h, &index)).collect();
    let has_loops = has_loops(journey, &index);
    let neighbours = Neighbours::of(journey, &index);
    let input = CompileInput {
        journey,
        scenario,
        price_ratio,
        index: &index,
        handovers: &handovers,
        has_loops,
        neighbours: &neighbours,
    };
    let mut table = EffectTable::default();
    let personas = journey.personas.iter().map(|p| persona(&input, p, &mut table)).collect();
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
        has_loops,
        desk: journey.complaint_desk.as_ref().and_then(|id| index.get(id).copied()),
        horizon: u32::from(journey.horizon),
        period_days: journey.period.days(),
        periods_per_year: journey.period.per_year(),
        price_ratio,
        pays_each_period: journey.payment == Payment::EachPeriod,
        arrivals: journey.market.arrivals,
        echo: journey.market.echo,
        warm_up: i32::from(journey.market.warm_up),
        top_rung: journey.personas.iter().map(|p| usize::from(p.top_rung())).max().unwrap_or(0),
        link_ids: journey.links().cloned().collect(),
        persona_ids: journey.personas.iter().map(|p| p.id.clone()).collect(),
        is_rebuilt: false,
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

fn compiled_handover(
    journey: &Journey,
    scenario: &Scenario,
    h: &Handover,
    index: &BTreeMap<&LinkId, usize>,
) -> CompiledHandover {
    CompiledHandover {
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
struct CompileInput<'a> {
    journey: &'a Journey,
    scenario: &'a Scenario,
    price_ratio: f64,
    index: &'a BTreeMap<&'a LinkId, usize>,
    handovers: &'a [CompiledHandover],
    has_loops: bool,
    neighbours: &'a Neighbours,
}

/// How touchpoints hang together, looked up once for all personas. All by touchpoint index.
struct Neighbours {
    /// The handovers out of each, by their index.
    out: Vec<Vec<usize>>,
    /// True if a handover leads there.
    is_led_to: Vec<bool>,
    /// Phase index.
    phase: Vec<usize>,
    is_after: Vec<bool>,
}

impl Neighbours {
    fn of(journey: &Journey, index: &BTreeMap<&LinkId, usize>) -> Self {
        let touchpoints = &journey.touchpoints;
        let (mut out, mut is_led_to) = (vec![Vec::new(); touchpoints.len()], vec![false; touchpoints.len()]);
        for (i, h) in journey.handovers.iter().enumerate() {
            if let Some(from) = index.get(&h.from) {
                out[*from].push(i);
            }
            if let Some(to) = index.get(&h.to) {
                is_led_to[*to] = true;
            }
        }
        let phase = touchpoints.iter().map(|t| phase_index(journey, &t.phase)).collect();
        let is_after = touchpoints.iter().map(|t| journey.stage(&t.phase) == Some(Stage::After)).collect();
        Self { out, is_led_to, phase, is_after }
    }
}

impl CompileInput<'_> {
    /// Strength of a touchpoint under strain [0..1].
    fn strength(&self, touchpoint: &Touchpoint) -> f64 {
        under_strain(touchpoint.strength.likely, self.scenario.strain, touchpoint.exposure)
    }
}

fn persona(input: &CompileInput, p: &model::Persona, table: &mut EffectTable) -> CompiledPersona {
    let entry_total = p.entries.iter().map(|e| e.share).sum();
    let entries: Vec<CompiledEntry> = p
        .entries
        .iter()
        .zip(cumulative(p.entries.iter().map(|e| e.share), entry_total))
        .map(|(e, up_to)| CompiledEntry {
            up_to,
            touchpoint: input.index.get(&e.touchpoint).copied().unwrap_or(0),
            readiness: phase_index(input.journey, &e.readiness) as u32,
        })
        .collect();
    let gaps = entries.iter().map(|e| e.readiness as usize).max().unwrap_or(0) + 1;
    let holds = holds(input, p, gaps);
    let (touchpoints, ways) = touchpoints(input, p, holds.iter().step_by(gaps));
    CompiledPersona {
        entries,
        usefulness: (p.usefulness.mean, p.usefulness.spread),
        felt_price: p.price_feel * input.price_ratio,
        patience: Chance::of(p.patience),
        tolerance: u32::from(p.tolerance),
        tolerance_spread: u32::from(p.tolerance_spread),
        binding: u32::from(p.binding),
        keep: libm::exp2(-1.0 / p.memory),
        chain_feel: p.chain_feel,
        remorse: p.remorse,
        plans: plans(input, p, &touchpoints, table),
        repeats: touchpoints.iter().any(|touchpoint| touchpoint.repeats),
        holds,
        gaps,
        touchpoints,
        ways,
        fingerprint: Fingerprint::of(input.journey, input.scenario, p, input.price_ratio),
    }
}

/// What comes round for one persona.
fn plans(
    input: &CompileInput,
    p: &model::Persona,
    touchpoints: &[CompiledTouchpoint],
    table: &mut EffectTable,
) -> PeriodPlans {
    let after = input.journey.touchpoints.iter().zip(touchpoints).enumerate();
    let after = after.filter(|(index, _)| input.neighbours.is_after[*index]);
    let recurring = after.map(|(index, (touchpoint, compiled))| Recurring {
        touchpoint,
        index,
        compiled,
        rate: rate(p, touchpoint),
        is_reckoning: touchpoint.role == Role::Reckoning,
    });
    PeriodPlans::new(recurring.filter(|c| c.rate > 0.0).collect(), table)
}

/// Chances of holding before the purchase, by touchpoint and gap.
fn holds(input: &CompileInput, p: &model::Persona, gaps: usize) -> Vec<Chance> {
    let dearer = if input.price_ratio == 1.0 { 1.0 } else { libm::pow(input.price_ratio, -p.elasticity) };
    let touchpoints = &input.journey.touchpoints;
    let mut holds = Vec::with_capacity(touchpoints.len() * gaps);
    for t in touchpoints {
        let strength = input.strength(t);
        let mut chance = if t.role == Role::Purchase { strength * dearer } else { strength };
        for _ in 0..gaps {
            holds.push(Chance::of(chance.min(1.0)));
            chance *= 1.0 - input.journey.disturbance;
        }
    }
    holds
}

/// The touchpoints as one persona meets them, and the ways out of each, cumulative: shares by leaning, scaled so that
/// their sum is unchanged.
fn touchpoints<'a>(
    input: &CompileInput,
    p: &model::Persona,
    holds: impl Iterator<Item = &'a Chance>,
) -> (Vec<CompiledTouchpoint>, Vec<(Chance, usize)>) {
    let journey = input.journey;
    let mut ways: Vec<(Chance, usize)> = Vec::with_capacity(journey.handovers.len());
    let mut touchpoints = Vec::with_capacity(journey.touchpoints.len());
    for ((t, &holds), index) in journey.touchpoints.iter().zip(holds).zip(0..) {
        let leaning = |h: &Handover| {
            let to = input.index.get(&h.to).and_then(|to| journey.touchpoints.get(*to));
            to.map_or(1.0, |to| p.leaning(&to.channel))
        };
        let out = input.neighbours.out[index].iter().filter_map(|i| Some((*i, journey.handovers.get(*i)?)));
        let out: Vec<(usize, f64, f64)> = out.map(|(i, h)| (i, h.share, leaning(h))).collect();
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
        touchpoints.push(CompiledTouchpoint {
            address: Address::of_name(t.id.as_str()),
            holds,
            gain: t.gain,
            pain: t.pain,
            days: t.days,
            phase: input.neighbours.phase[index] as u32,
            is_purchase: t.role == Role::Purchase,
            is_offer: t.role == Role::Offer,
            repeats: repeats(input, p, index),
            has_ways: from < ways.len(),
            free_pass: sole_way.filter(|_| passes_at_once(t)).and_then(|handover| free_pass(input, handover)),
            sensing: Chance::of(t.sensing),
            worth: t.worth,
            after_failure: after_failure(journey, t.complaint_rate, t.nature == Nature::Service),
            sole_way,
            ways: (from as u32, ways.len() as u32),
        });
    }
    (touchpoints, ways)
}

/// True if a touchpoint after the purchase can be met more than once in a period: by itself, on a walk, as the desk.
fn repeats(input: &CompileInput, p: &model::Persona, touchpoint: usize) -> bool {
    let (journey, near) = (input.journey, input.neighbours);
    let t = &journey.touchpoints[touchpoint];
    let is_desk = journey.complaint_desk.as_ref() == Some(&t.id);
    near.is_after[touchpoint] && (is_desk || rate(p, t) > 1.0 || near.is_led_to[touchpoint])
}

/// A handover that nothing can happen at. `None` also where a link can be come back to, since each pass counts there.
fn free_pass(input: &CompileInput, handover: usize) -> Option<FreePass> {
    let compiled = &input.handovers[handover];
    let nothing_happens = compiled.holds.is_sure() && compiled.days == 0.0 && !input.has_loops;
    nothing_happens.then(|| FreePass { link: LinkIndex(input.journey.touchpoints.len() + handover), to: compiled.to })
}

/// True if holding at a touchpoint takes no time and does not end the part before the purchase.
fn passes_at_once(t: &Touchpoint) -> bool {
    t.days == 0.0 && t.role != Role::Purchase
}

/// True if a touchpoint before the purchase can be come back to, by handovers or by being sensed. Asks where ways lead
/// and not how many take them, so that the answer is the same in every world of a journey.
fn has_loops(journey: &Journey, index: &BTreeMap<&LinkId, usize>) -> bool {
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
    // A touchpoint that no way leads to can't be come back to. Take such away, with their ways on, until there are none.
    let (mut on, mut leading) = (vec![Vec::new(); phase_of.len()], vec![0_usize; phase_of.len()]);
    for (from, to) in ways {
        on[from].push(to);
        leading[to] += 1;
    }
    let mut left = is_before.iter().filter(|is_before| **is_before).count();
    let mut open: Vec<usize> = (0..phase_of.len()).filter(|t| is_before[*t] && leading[*t] == 0).collect();
    while let Some(from) = open.pop() {
        left -= 1;
        for to in &on[from] {
            leading[*to] -= 1;
            if leading[*to] == 0 {
                open.push(*to);
            }
        }
    }
    left > 0
}
