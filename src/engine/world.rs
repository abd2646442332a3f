//! A world: a journey compiled with a scenario. Flat arrays, indices instead of names, chances ready to compare, so
//! that a life looks nothing up and allocates nothing.

use super::draws::Address;
use super::{Chance, Luck};
use crate::model::{
    Handover, Journey, LinkId, Nature, Payment, PersonaId, Problem, Role, Scenario, Stage, Touchpoint, apply, check,
    check_scenario, defaults,
};
use std::collections::BTreeMap;

/// A link by its index: touchpoints in journey order, then handovers in theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link(pub usize);

/// What a customer draws once in a life has places of its own.
const DRAW_PERSONA: Address = Address::steps(1 << 56);
const DRAW_ENTRY: Address = Address::steps(2 << 56);
const DRAW_USEFULNESS: Address = Address::steps(3 << 56);

/// A touchpoint, compiled for one persona: all that a visit needs lies in one place.
#[derive(Clone, Debug)]
pub(super) struct Stop {
    pub address: Address,
    /// Holds under this strain, for a customer with no gap.
    pub holds: Chance,
    pub gain: f64,
    pub pain: f64,
    pub days: f64,
    pub after_failure: AfterFailure,
    /// The handover that everybody takes from here, where there is just one.
    pub sole_way: Option<usize>,
    /// Where the ways on stand among the persona's.
    ways: (u32, u32),
    /// Phase index.
    pub phase: u32,
    pub has_ways: bool,
    /// After the purchase: nothing follows on meeting it but gain or pain.
    pub is_plain: bool,
    pub is_purchase: bool,
    pub is_offer: bool,
    pub worth: f64,
    pub sensing: Chance,
}

/// A handover, compiled.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    pub address: Address,
    pub to: usize,
    pub holds: Chance,
    pub pain: f64,
    pub days: f64,
    pub after_failure: AfterFailure,
}

/// What may follow a failure after the purchase.
#[derive(Clone, Copy, Debug)]
pub(super) struct AfterFailure {
    pub voiced: Chance,
    pub walks_out: Chance,
    /// Whether either can happen.
    pub is_any: bool,
}

/// An entry, compiled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entrance {
    /// Up to here of 2³².
    pub up_to: Chance,
    pub touchpoint: usize,
    pub readiness: u32,
}

/// A touchpoint that comes round by itself, for one persona.
#[derive(Clone, Debug)]
pub(super) struct Due {
    pub touchpoint: usize,
    /// The touchpoint itself, so that no list need be looked into.
    pub stop: Stop,
    pub whole: u64,
    pub fraction: Chance,
    pub from: u32,
    pub until: u32,
}

impl Due {
    #[inline(always)]
    pub fn in_tenure(&self, tenure: u32) -> bool {
        self.from <= tenure && tenure <= self.until
    }
}

/// A persona, compiled.
#[derive(Clone, Debug)]
pub(super) struct Persona {
    entrances: Vec<Entrance>,
    usefulness: (f64, f64),
    pub felt_price: f64,
    pub patience: Chance,
    pub tolerance: u32,
    /// What a period's fading leaves.
    pub keep: f64,
    pub chain_feel: f64,
    pub remorse: f64,
    pub encounters: Vec<Due>,
    pub reckonings: Vec<Due>,
    /// Whether a touchpoint can be met more than once in a period.
    pub repeats: bool,
    /// By touchpoint.
    pub stops: Vec<Stop>,
    /// Chance of holding before the purchase, by touchpoint and gap.
    holds: Vec<Chance>,
    gaps: usize,
    /// Ways on, cumulative, touchpoint by touchpoint.
    ways: Vec<(Chance, usize)>,
}

impl Persona {
    #[inline(always)]
    pub fn entry_of(&self, luck: Luck) -> Entrance {
        let first = self.entrances[0];
        if self.entrances.len() == 1 {
            return first;
        }
        let word = luck.word(DRAW_ENTRY);
        self.entrances.iter().find(|e| e.up_to.high(word)).copied().unwrap_or(first)
    }

    #[inline(always)]
    pub fn usefulness_of(&self, luck: Luck) -> f64 {
        let (mean, spread) = self.usefulness;
        if spread == 0.0 { mean } else { mean + spread * luck.normal(DRAW_USEFULNESS) }
    }

    #[inline(always)]
    pub fn holds(&self, touchpoint: usize, stop: &Stop, gap: u32) -> Chance {
        if gap == 0 && !stop.is_purchase { stop.holds } else { self.holds[touchpoint * self.gaps + gap as usize] }
    }

    /// The handover taken out of a touchpoint, by the lower half of a word that is only drawn when it is needed.
    #[inline(always)]
    pub fn way(&self, stop: &Stop, word: impl FnOnce() -> u64) -> Option<usize> {
        if stop.sole_way.is_some() || !stop.has_ways {
            return stop.sole_way;
        }
        let word = word();
        let (from, to) = stop.ways;
        let ways = &self.ways[from as usize..to as usize];
        ways.iter().find(|(up_to, _)| up_to.low(word)).map(|(_, handover)| *handover)
    }
}

/// A journey compiled with a scenario.
#[derive(Clone, Debug)]
pub struct World {
    pub(super) touchpoints: usize,
    pub(super) handovers: Vec<Passage>,
    pub(super) personas: Vec<Persona>,
    persona_up_to: Vec<Chance>,
    /// First touchpoint of each phase before the purchase.
    pub(super) first_of_phase: Vec<Option<usize>>,
    pub(super) desk: Option<usize>,
    pub(super) horizon: u32,
    pub(super) period_days: f64,
    pub(super) periods_per_year: f64,
    /// Price now, in the journey's own [prices].
    pub(super) price_ratio: f64,
    pub(super) pays_each_period: bool,
    pub(super) arrivals: f64,
    pub(super) echo: f64,
    pub(super) warm_up: i32,
    pub(super) top_rung: usize,
    link_ids: Vec<LinkId>,
    persona_ids: Vec<PersonaId>,
}

impl World {
    /// Compiles the what-if world of a scenario (with an empty one: the world as it is).
    ///
    /// # Errors
    /// All problems of the journey, of the scenario, and of the journey as the scenario changes it.
    pub fn new(journey: &Journey, scenario: &Scenario) -> Result<Self, Vec<Problem>> {
        let mut problems = check(journey);
        if problems.is_empty() {
            problems = check_scenario(journey, scenario);
        }
        if problems.is_empty() { Ok(compile(&apply(journey, scenario), scenario)) } else { Err(problems) }
    }

    /// Links: touchpoints and handovers.
    pub fn links(&self) -> usize {
        self.link_ids.len()
    }

    /// Touchpoints, which come before the handovers in every list by link.
    pub fn touchpoints(&self) -> usize {
        self.touchpoints
    }

    /// Ids by link index.
    pub fn link_ids(&self) -> &[LinkId] {
        &self.link_ids
    }

    /// Ids by persona index.
    pub fn persona_ids(&self) -> &[PersonaId] {
        &self.persona_ids
    }

    /// Periods that every buyer is followed.
    pub fn horizon(&self) -> u32 {
        self.horizon
    }

    /// Highest tolerance among the personas [rungs].
    pub fn top_rung(&self) -> usize {
        self.top_rung
    }

    pub(super) fn persona_of(&self, luck: Luck) -> usize {
        if self.personas.len() == 1 {
            return 0;
        }
        let word = luck.word(DRAW_PERSONA);
        self.persona_up_to.iter().position(|up_to| up_to.high(word)).unwrap_or(self.personas.len() - 1)
    }
}

/// s_eff = s^(1 + x·e): strength under strain.
fn under_strain(strength: f64, strain: f64, exposure: f64) -> f64 {
    if strain == 0.0 || exposure == 0.0 { strength } else { libm::pow(strength, 1.0 + strain * exposure) }
}

fn compile(journey: &Journey, scenario: &Scenario) -> World {
    let index: BTreeMap<&LinkId, usize> = journey.touchpoints.iter().map(|t| &t.id).zip(0..).collect();
    let price_ratio = scenario.price.map_or(1.0, |now| now / journey.price);
    let handovers: Vec<Passage> = journey.handovers.iter().map(|h| passage(journey, scenario, h, &index)).collect();
    let personas = journey.personas.iter().map(|p| persona(journey, scenario, p, price_ratio, &index)).collect();
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

fn phase_index(journey: &Journey, id: &crate::model::PhaseId) -> usize {
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

fn persona(
    journey: &Journey,
    scenario: &Scenario,
    p: &crate::model::Persona,
    price_ratio: f64,
    index: &BTreeMap<&LinkId, usize>,
) -> Persona {
    let entry_total = p.entries.iter().map(|e| e.share).sum();
    let entrances: Vec<Entrance> = p
        .entries
        .iter()
        .zip(cumulative(p.entries.iter().map(|e| e.share), entry_total))
        .map(|(e, up_to)| Entrance {
            up_to,
            touchpoint: index.get(&e.touchpoint).copied().unwrap_or(0),
            readiness: phase_index(journey, &e.readiness) as u32,
        })
        .collect();
    let gaps = entrances.iter().map(|e| e.readiness as usize).max().unwrap_or(0) + 1;
    let (stops, ways) = stops(journey, scenario, p);
    let stops_of = &stops;
    let due = |role_is_reckoning: bool| {
        let of_role = move |t: &&Touchpoint| {
            journey.stage(&t.phase) == Some(Stage::After) && (t.role == Role::Reckoning) == role_is_reckoning
        };
        journey.touchpoints.iter().filter(of_role).filter_map(move |t| {
            let leaning = if role_is_reckoning { 1.0 } else { p.leaning(&t.channel) };
            let rate = (t.frequency * leaning).min(defaults::MAX_FREQUENCY);
            let whole = rate.floor();
            let touchpoint = index.get(&t.id).copied()?;
            (rate > 0.0).then(|| Due {
                touchpoint,
                stop: stops_of[touchpoint].clone(),
                whole: whole as u64,
                fraction: Chance::of(rate - whole),
                from: u32::from(t.tenure.from),
                until: t.tenure.until.map_or(u32::MAX, u32::from),
            })
        })
    };
    let (encounters, reckonings): (Vec<Due>, Vec<Due>) = (due(false).collect(), due(true).collect());
    let often = encounters.iter().any(|due| due.whole > 1 || (due.whole == 1 && !due.fraction.is_never()));
    let after = |id: &LinkId| journey.touchpoint(id).and_then(|t| journey.stage(&t.phase)) == Some(Stage::After);
    let walks = journey.complaint_desk.is_some() || journey.handovers.iter().any(|h| after(&h.to));
    Persona {
        entrances,
        usefulness: (p.usefulness.mean, p.usefulness.spread),
        felt_price: p.price_feel * price_ratio,
        patience: Chance::of(p.patience),
        tolerance: u32::from(p.tolerance),
        keep: libm::exp2(-1.0 / p.memory),
        chain_feel: p.chain_feel,
        remorse: p.remorse,
        encounters,
        reckonings,
        repeats: often || walks,
        holds: holds(journey, scenario, p, price_ratio, gaps),
        gaps,
        stops,
        ways,
    }
}

/// Chances of holding before the purchase, by touchpoint and gap.
fn holds(
    journey: &Journey,
    scenario: &Scenario,
    p: &crate::model::Persona,
    price_ratio: f64,
    gaps: usize,
) -> Vec<Chance> {
    let dearer = if price_ratio == 1.0 { 1.0 } else { libm::pow(price_ratio, -p.elasticity) };
    let mut holds = Vec::with_capacity(journey.touchpoints.len() * gaps);
    for t in &journey.touchpoints {
        let strength = under_strain(t.strength.likely, scenario.strain, t.exposure);
        let mut chance = if t.role == Role::Purchase { strength * dearer } else { strength };
        for _ in 0..gaps {
            holds.push(Chance::of(chance.min(1.0)));
            chance *= 1.0 - journey.disturbance;
        }
    }
    holds
}

/// The touchpoints as one persona meets them, and the ways out of each, cumulative: shares by leaning, scaled so that
/// their sum is unchanged.
fn stops(journey: &Journey, scenario: &Scenario, p: &crate::model::Persona) -> (Vec<Stop>, Vec<(Chance, usize)>) {
    let mut ways: Vec<(Chance, usize)> = Vec::with_capacity(journey.handovers.len());
    let mut stops = Vec::with_capacity(journey.touchpoints.len());
    for t in &journey.touchpoints {
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
        let after_failure = after_failure(journey, t.complaint_rate, t.nature == Nature::Service);
        let has_ways = from < ways.len();
        stops.push(Stop {
            address: Address::of_name(t.id.as_str()),
            holds: Chance::of(under_strain(t.strength.likely, scenario.strain, t.exposure)),
            gain: t.gain,
            pain: t.pain,
            days: t.days,
            after_failure,
            sole_way,
            ways: (from as u32, ways.len() as u32),
            phase: phase_index(journey, &t.phase) as u32,
            has_ways,
            is_plain: !has_ways && t.role != Role::Offer && !after_failure.is_any,
            is_purchase: t.role == Role::Purchase,
            is_offer: t.role == Role::Offer,
            worth: t.worth,
            sensing: Chance::of(t.sensing),
        });
    }
    (stops, ways)
}
