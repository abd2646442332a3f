//! Workload W: 8 links in a row before the purchase, four touchpoints a month after it, 36 months, no personas.

#[allow(dead_code, reason = "some benches are of one journey")]
pub mod large;
pub mod plain;

use kedja::engine::{Tally, Variable};
use kedja::model::*;
use plain::Plain;

/// Stops where the plain loop and the engine do not report the same of different customers, but for chance.
pub fn agree(plain: &Plain, engine: &Tally) {
    let sum = |variable| engine.noise.everybody.sum(false, variable) as f64;
    let arrived = plain.arrived as f64;
    assert_eq!(sum(Variable::Arrived), arrived);
    let left: u64 = plain.left_in.iter().sum();
    // The spread of each per customer, roughly: months lived reach 36.
    for (what, plain, engine, spread) in [
        ("buyers", plain.bought, sum(Variable::Bought), 0.5),
        ("leavers", left, sum(Variable::Left), 0.5),
        ("months", plain.months, sum(Variable::Periods), 15.0),
    ] {
        let noise = 5.0 * spread * (2.0 * arrived).sqrt();
        assert!((plain as f64 - engine).abs() < noise, "{what}: {plain} in the plain loop, {engine} in the engine");
    }
    for (month, (plain, engine)) in plain.left_in.iter().zip(&engine.today.group(None).left_at[1..]).enumerate() {
        let noise = 5.0 * (2.0 * (*plain as f64 + 1.0)).sqrt();
        assert!((*plain as f64 - *engine as f64).abs() < noise, "month {month}: {plain} and {engine} left");
    }
}

/// The same words in every language.
fn text(words: &str) -> Text {
    Text::same(words)
}

/// The journey of workload W.
pub fn journey() -> Journey {
    let touchpoint = |id: &str, phase: &str, strength: f64| -> Touchpoint {
        Touchpoint {
            id: id.into(),
            name: text(id),
            phase: phase.into(),
            channel: "any".into(),
            owner: "us".into(),
            nature: Nature::Product,
            strength: Strength::of(strength),
            role: Role::Plain,
            gain: 0.0,
            pain: 0.0,
            complaint_rate: 0.0,
            exposure: 1.0,
            halving_cost: 1.0,
            days: 0.0,
            sensing: 0.0,
            frequency: 1.0,
            tenure: Tenure::default(),
            worth: 0.0,
            words: Text::default(),
            notes: Text::default(),
            moment_of_truth: false,
            micro_decision: false,
            evidence: Default::default(),
        }
    };
    let before = [0.95, 0.9, 0.85, 0.9, 0.7, 0.9, 0.95, 0.8];
    let mut touchpoints: Vec<Touchpoint> =
        before.iter().zip(0..).map(|(s, i)| touchpoint(&format!("link-{i}"), "before", *s)).collect();
    touchpoints[7].role = Role::Purchase;
    let handovers = (0..7)
        .map(|i| Handover {
            id: LinkId(format!("over-{i}")),
            name: Text::default(),
            from: LinkId(format!("link-{i}")),
            to: LinkId(format!("link-{}", i + 1)),
            owner: None,
            share: 1.0,
            strength: Strength::of(1.0),
            pain: 0.0,
            days: 0.0,
            complaint_rate: defaults::COMPLAINT_RATE,
            exposure: 1.0,
            halving_cost: 1.0,
            words: Text::default(),
            notes: Text::default(),
            evidence: Default::default(),
        })
        .collect();
    for (id, often, strength, gain, pain) in [
        ("use", 1.0, 0.9, 0.5, 0.5),
        ("support", 0.3, 0.6, 0.6, 0.8),
        ("newsletter", 1.0, 0.8, 0.1, 0.05),
        ("invoice", 1.0, 0.7, 0.1, 0.5),
    ] {
        let plain = touchpoint(id, "after", strength);
        let role = if id == "invoice" { Role::Reckoning } else { Role::Plain };
        touchpoints.push(Touchpoint { frequency: often, gain, pain, role, ..plain });
    }
    let phase = |id: &str, stage| Phase { id: id.into(), name: text(id), stage };
    Journey {
        version: Journey::VERSION,
        id: "workload".to_owned(),
        name: text("Workload"),
        summary: Text::default(),
        currency: text("kr"),
        price: 100.0,
        period: PeriodUnit::Month,
        payment: Payment::EachPeriod,
        effort_unit: EffortUnit::Points,
        horizon: 36,
        disturbance: 0.0,
        rival_pull: 0.0,
        complaint_desk: None,
        phases: vec![phase("before", Stage::Before), phase("after", Stage::After)],
        channels: vec![Channel { id: "any".into(), name: text("any") }],
        owners: vec![Owner { id: "us".into(), name: text("us") }],
        touchpoints,
        handovers,
        personas: vec![Persona {
            id: "anybody".into(),
            name: text("Anybody"),
            about: Text::default(),
            share: 1.0,
            usefulness: Usefulness { mean: 0.0, spread: 0.0 },
            price_feel: 0.3,
            elasticity: 1.0,
            patience: 0.0,
            tolerance: 3,
            tolerance_spread: 0,
            // The half-life at which a period leaves 0.8.
            memory: -1.0 / libm::log2(0.8),
            chain_feel: 0.0,
            remorse: 0.0,
            binding: 0,
            entries: vec![Entry { touchpoint: "link-0".into(), share: 1.0, readiness: "before".into() }],
            leaning: Default::default(),
            evidence: Default::default(),
        }],
        market: Market { arrivals: 1000.0, warm_up: 24, echo: 0.0 },
        evidence: Default::default(),
    }
}
