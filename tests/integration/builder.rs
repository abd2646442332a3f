//! Small journeys to build cases from: a valid one, and parts to add to it.
//!
//! Every figure is round and unremarkable; a test sets the ones that it is about.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use kedja::engine::World;
use kedja::model::*;

/// A small valid journey.
///
/// Before: `ad` → `compare` → `checkout` (a purchase), one phase each. After: `using`, `support`, `invoice` (a
/// reckoning), one phase. The two handovers are `ad-compare` and `compare-checkout`, taken by all, strength 1.
/// One persona, `anna`, who comes in at `ad` and is no further on than that.
pub fn small() -> Journey {
    let touchpoints = vec![
        Touchpoint { days: 2.0, gain: 0.1, pain: 0.1, ..touchpoint("ad", "awareness", 0.5) },
        Touchpoint { days: 3.0, gain: 0.1, pain: 0.1, ..touchpoint("compare", "consideration", 0.6) },
        Touchpoint { days: 1.0, gain: 0.1, pain: 0.2, ..purchase("checkout", "decision", 0.8) },
        Touchpoint { nature: Nature::Product, gain: 0.2, pain: 0.3, ..touchpoint("using", "delivery", 0.9) },
        Touchpoint { gain: 0.3, pain: 0.5, frequency: 0.2, ..touchpoint("support", "delivery", 0.7) },
        Touchpoint { nature: Nature::Price, gain: 0.05, pain: 0.5, ..reckoning("invoice", "delivery", 0.6) },
    ];
    Journey {
        version: Journey::VERSION,
        id: "small".to_owned(),
        name: Text::same("Small"),
        summary: Text::default(),
        currency: Text::same("kr"),
        price: 100.0,
        period: PeriodUnit::Month,
        payment: Payment::EachPeriod,
        effort_unit: EffortUnit::Points,
        horizon: 12,
        disturbance: defaults::DISTURBANCE,
        rival_pull: defaults::RIVAL_PULL,
        complaint_desk: None,
        phases: vec![
            phase("awareness", Stage::Before),
            phase("consideration", Stage::Before),
            phase("decision", Stage::Before),
            phase("delivery", Stage::After),
        ],
        channels: vec![channel("web"), channel("phone")],
        owners: vec![owner("sales"), owner("service")],
        touchpoints,
        handovers: vec![handover("ad", "compare", 1.0, 1.0), handover("compare", "checkout", 1.0, 1.0)],
        personas: vec![persona("anna", 1.0, vec![entry("ad", "awareness", 1.0)])],
        market: Market { arrivals: 100.0, warm_up: 6, echo: 0.0 },
        evidence: Default::default(),
    }
}

/// A plain touchpoint of the web, a service of owner `service`, with defaults everywhere else.
pub fn touchpoint(id: &str, phase: &str, strength: f64) -> Touchpoint {
    Touchpoint {
        id: id.into(),
        name: Text::same(id),
        phase: phase.into(),
        channel: "web".into(),
        owner: "service".into(),
        nature: Nature::Service,
        strength: Strength::of(strength),
        role: Role::Plain,
        gain: 0.0,
        pain: 0.0,
        complaint_rate: defaults::COMPLAINT_RATE,
        exposure: defaults::EXPOSURE,
        halving_cost: defaults::HALVING_COST,
        days: 0.0,
        sensing: 0.0,
        frequency: defaults::FREQUENCY,
        tenure: Tenure::default(),
        worth: 0.0,
        words: Text::default(),
        notes: Text::default(),
        moment_of_truth: false,
        micro_decision: false,
        evidence: Default::default(),
    }
}

/// A touchpoint where customers buy.
pub fn purchase(id: &str, phase: &str, strength: f64) -> Touchpoint {
    Touchpoint { role: Role::Purchase, ..touchpoint(id, phase, strength) }
}

/// A touchpoint where customers weigh value against price, once each period.
pub fn reckoning(id: &str, phase: &str, strength: f64) -> Touchpoint {
    Touchpoint { role: Role::Reckoning, ..touchpoint(id, phase, strength) }
}

/// An extra sale worth so many prices.
pub fn offer(id: &str, phase: &str, strength: f64, worth: f64) -> Touchpoint {
    Touchpoint { role: Role::Offer, worth, ..touchpoint(id, phase, strength) }
}

/// A handover called `from-to`, with defaults everywhere else.
pub fn handover(from: &str, to: &str, share: f64, strength: f64) -> Handover {
    Handover {
        id: LinkId(format!("{from}-{to}")),
        name: Text::default(),
        from: from.into(),
        to: to.into(),
        owner: None,
        share,
        strength: Strength::of(strength),
        pain: 0.0,
        days: 0.0,
        complaint_rate: defaults::COMPLAINT_RATE,
        exposure: defaults::EXPOSURE,
        halving_cost: defaults::HALVING_COST,
        words: Text::default(),
        notes: Text::default(),
        evidence: Default::default(),
    }
}

/// A persona with defaults everywhere, who finds the bare product worth one price, give or take 0.2.
pub fn persona(id: &str, share: f64, entries: Vec<Entry>) -> Persona {
    Persona {
        id: id.into(),
        name: Text::same(id),
        about: Text::default(),
        share,
        usefulness: Usefulness { mean: 1.0, spread: 0.2 },
        price_feel: defaults::PRICE_FEEL,
        elasticity: defaults::ELASTICITY,
        patience: 0.0,
        tolerance: defaults::TOLERANCE,
        tolerance_spread: 0,
        memory: defaults::MEMORY,
        chain_feel: defaults::CHAIN_FEEL,
        remorse: defaults::REMORSE,
        binding: 0,
        entries,
        leaning: Default::default(),
        evidence: Default::default(),
    }
}

/// Where customers come in, and how far they truly are.
pub fn entry(touchpoint: &str, readiness: &str, share: f64) -> Entry {
    Entry { touchpoint: touchpoint.into(), share, readiness: readiness.into() }
}

pub fn phase(id: &str, stage: Stage) -> Phase {
    Phase { id: id.into(), name: Text::same(id), stage }
}

pub fn channel(id: &str) -> Channel {
    Channel { id: id.into(), name: Text::same(id) }
}

pub fn owner(id: &str) -> Owner {
    Owner { id: id.into(), name: Text::same(id) }
}

/// A scenario with one improvement of these changes.
pub fn scenario(changes: Vec<Change>) -> Scenario {
    let improvement = Improvement { id: "better".into(), name: Text::same("Better"), changes, ..Default::default() };
    Scenario { improvements: vec![improvement], ..Default::default() }
}

/// Strength by effort on one link.
pub fn strengthen(link: &str, effort: f64) -> Change {
    Change::Strengthen { link: link.into(), effort }
}

/// A lever of one link set to a value.
pub fn set(link: &str, lever: Field, value: f64) -> Change {
    Change::Set { link: link.into(), lever, value }
}

/// The touchpoint of that id, to change it. Panics when there is none.
pub fn touchpoint_mut<'a>(journey: &'a mut Journey, id: &str) -> &'a mut Touchpoint {
    journey.touchpoints.iter_mut().find(|t| t.id.as_str() == id).unwrap_or_else(|| panic!("no touchpoint {id}"))
}

/// The handover of that id, to change it. Panics when there is none.
pub fn handover_mut<'a>(journey: &'a mut Journey, id: &str) -> &'a mut Handover {
    journey.handovers.iter_mut().find(|h| h.id.as_str() == id).unwrap_or_else(|| panic!("no handover {id}"))
}

/// The journey, which is right.
#[track_caller]
pub fn checked(journey: &Journey) -> CheckedJourney {
    CheckedJourney::new(journey.clone()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The world of a scenario for a journey, both of which are right.
#[track_caller]
pub fn world(journey: &Journey, scenario: &Scenario) -> World {
    World::new(&checked(journey).changed(scenario).unwrap_or_else(|problems| panic!("{problems:#?}")))
}
