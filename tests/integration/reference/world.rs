//! "Strength and strain" and "Improvements and effort": the world that a scenario makes of a journey.

use kedja::model::{
    Change, EffortCurve, Field, Handover, Journey, Persona, PhaseId, Scenario, Stage, Touchpoint, defaults,
};

/// A journey with a scenario's improvements in it, under its strain and at its price.
pub struct World {
    pub journey: Journey,
    strain: f64,
    /// Price now / journey price.
    pub price_ratio: f64,
}

impl World {
    pub fn new(journey: &Journey, scenario: &Scenario) -> Self {
        let mut changed = journey.clone();
        for improvement in &scenario.improvements {
            if improvement.off {
                continue;
            }
            for change in &improvement.changes {
                make_change(&mut changed, change, scenario.effort_curve);
            }
        }
        // "A scenario is a list of improvements plus strain, price, arrivals, echo and start."
        if let Some(arrivals) = scenario.arrivals {
            changed.market.arrivals = arrivals;
        }
        if let Some(echo) = scenario.echo {
            changed.market.echo = echo;
        }
        let price_now = scenario.price.unwrap_or(journey.price);
        Self { journey: changed, strain: scenario.strain, price_ratio: price_now / journey.price }
    }

    /// "Its effective strength under strain x, with exposure e, is s_eff = s ^ (1 + x·e)."
    fn effective(&self, strength: f64, exposure: f64) -> f64 {
        strength.powf(1.0 + self.strain * exposure)
    }

    pub fn strength_of_touchpoint(&self, touchpoint: &Touchpoint) -> f64 {
        self.effective(touchpoint.strength.likely, touchpoint.exposure)
    }

    pub fn strength_of_handover(&self, handover: &Handover) -> f64 {
        self.effective(handover.strength.likely, handover.exposure)
    }

    pub fn touchpoint(&self, id: &str) -> &Touchpoint {
        self.journey.touchpoints.iter().find(|t| t.id.as_str() == id).expect("a valid journey names known touchpoints")
    }

    /// The place of a phase among those before the purchase.
    pub fn phase_index(&self, phase: &PhaseId) -> usize {
        let mut before = self.journey.phases.iter().filter(|p| p.stage == Stage::Before);
        before.position(|p| p.id == *phase).expect("a phase before the purchase")
    }

    pub fn first_touchpoint_of(&self, phase: &PhaseId) -> &Touchpoint {
        self.journey.touchpoints.iter().find(|t| t.phase == *phase).expect("a phase to which customers are taken")
    }

    pub fn is_after(&self, touchpoint: &Touchpoint) -> bool {
        self.journey.phases.iter().any(|p| p.id == touchpoint.phase && p.stage == Stage::After)
    }

    /// "Handover h is taken with its share, each share multiplied by the persona's leaning for the target's channel and
    /// scaled so that the sum is unchanged (all leanings 0: dead end)."
    pub fn ways_on(&self, from: &str, persona: &Persona) -> Vec<(f64, Handover)> {
        let handovers = || self.journey.handovers.iter().filter(|h| h.from.as_str() == from);
        let leaning = |h: &Handover| persona.leaning(&self.touchpoint(h.to.as_str()).channel);
        let sum: f64 = handovers().map(|h| h.share).sum();
        let leaned_sum: f64 = handovers().map(|h| h.share * leaning(h)).sum();
        if leaned_sum == 0.0 {
            return Vec::new();
        }
        handovers().map(|h| (h.share * leaning(h) * sum / leaned_sum, h.clone())).collect()
    }
}

/// "Effort e on a link with cost of halving c: s' = 1 − (1 − s) · 2^(−e/c), kept within [0, 0.995] but never pushed down
/// by that bound when e ≥ 0." Or the straight line.
pub fn with_effort(strength: f64, effort: f64, cost_of_halving: f64, curve: EffortCurve) -> f64 {
    let units = effort / cost_of_halving;
    let new = match curve {
        EffortCurve::Halving => 1.0 - (1.0 - strength) * 2f64.powf(-units),
        EffortCurve::Line => strength + defaults::LINE_POINTS * units,
    };
    let bounded = new.clamp(0.0, 0.995);
    if effort >= 0.0 { bounded.max(strength) } else { bounded }
}

/// "Changes one or more links: strength by effort, or any of gain, pain, sensing, frequency, days, share to a new value."
fn make_change(journey: &mut Journey, change: &Change, curve: EffortCurve) {
    let id = change.link().clone();
    for touchpoint in journey.touchpoints.iter_mut().filter(|t| t.id == id) {
        match *change {
            Change::Strengthen { effort, .. } => {
                let old = touchpoint.strength.likely;
                touchpoint.strength.likely = with_effort(old, effort, touchpoint.halving_cost, curve);
            }
            Change::Set { lever: Field::Strength, value, .. } => touchpoint.strength.likely = value,
            Change::Set { lever: Field::Gain, value, .. } => touchpoint.gain = value,
            Change::Set { lever: Field::Pain, value, .. } => touchpoint.pain = value,
            Change::Set { lever: Field::Sensing, value, .. } => touchpoint.sensing = value,
            Change::Set { lever: Field::Frequency, value, .. } => touchpoint.frequency = value,
            Change::Set { lever: Field::Days, value, .. } => touchpoint.days = value,
            // No other field is a lever of a touchpoint.
            Change::Set { .. } => {}
        }
    }
    for handover in journey.handovers.iter_mut().filter(|h| h.id == id) {
        match *change {
            Change::Strengthen { effort, .. } => {
                let old = handover.strength.likely;
                handover.strength.likely = with_effort(old, effort, handover.halving_cost, curve);
            }
            Change::Set { lever: Field::Strength, value, .. } => handover.strength.likely = value,
            Change::Set { lever: Field::Pain, value, .. } => handover.pain = value,
            Change::Set { lever: Field::Days, value, .. } => handover.days = value,
            Change::Set { lever: Field::Share, value, .. } => handover.share = value,
            // No other field is a lever of a handover.
            Change::Set { .. } => {}
        }
    }
}

/// Which world holds when: "today's world holds until the scenario's start, the what-if's from then on, for everybody,
/// wherever they are". In the cohort view one world holds always.
pub struct Worlds {
    pub today: World,
    pub what_if: World,
    /// First period of the what-if.
    pub start: i32,
}

impl Worlds {
    /// "Every customer arrives and lives in one world, today's or the what-if's."
    pub fn one(journey: &Journey, scenario: &Scenario) -> Self {
        Self { today: World::new(journey, scenario), what_if: World::new(journey, scenario), start: 0 }
    }

    pub fn changing(journey: &Journey, scenario: &Scenario) -> Self {
        Self {
            today: World::new(journey, &Scenario::default()),
            what_if: World::new(journey, scenario),
            start: scenario.start,
        }
    }

    pub fn at(&self, period: i32) -> &World {
        if period < self.start { &self.today } else { &self.what_if }
    }
}
