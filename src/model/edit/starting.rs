//! What a new part begins with. The nearer a touchpoint is to the product, the more it can give and take (claim 7): that
//! follows from its nature, which is how near it is, and from which side of the purchase it stands on. Everything here is
//! guessed, and marked so; docs/model.md has the table with the sources.

use super::words::written;
use crate::model::{
    ChannelId, Evidence, Field, Grounds, Handover, Journey, Lang, LinkId, Nature, OwnerId, Persona, PersonaId, PhaseId,
    Role, Stage, Strength, Tenure, Text, Touchpoint, Usefulness, defaults,
};
use std::collections::BTreeMap;

/// Strengths of links of which nobody has said anything: they hold, and could hold better [0..1]. Assumption.
const TOUCHPOINT: f64 = 0.75;
const HANDOVER: f64 = 0.85;
/// A failed handover takes [prices]. Assumption.
pub(super) const HANDOVER_PAIN: f64 = 0.1;
/// Of new customers some try again [0..1]. Assumption.
const PATIENCE: f64 = 0.3;
/// The bare product is worth a little more than its price, to most [prices]. Assumption.
const USEFULNESS: Usefulness = Usefulness { mean: 1.2, spread: 0.4 };
/// An offer is worth a good half of a price [prices]. Assumption.
const WORTH: f64 = 0.5;

/// What a touchpoint begins with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StartingFigures {
    /// [prices]
    pub gain: f64,
    /// [prices]
    pub pain: f64,
    /// Before the purchase [days]; else 0.
    pub days: f64,
    /// After the purchase [times per period]; before it the default.
    pub frequency: f64,
}

/// What a touchpoint of a nature and a role begins with on its side of the purchase.
pub fn starting_of(stage: Stage, nature: Nature, role: Role) -> StartingFigures {
    let of = |gain: f64, pain: f64, days: f64, frequency: f64| match stage {
        Stage::Before => StartingFigures { gain, pain, days, frequency: defaults::FREQUENCY },
        Stage::After => StartingFigures { gain, pain, days: 0.0, frequency },
    };
    match (stage, role, nature) {
        // An invoice has almost nothing to win and much to lose (claim 11).
        (_, Role::Reckoning, _) => of(0.05, 0.3, 0.0, 1.0),
        (_, Role::Offer, _) => of(0.1, 0.1, 0.0, 0.1),
        // Before the purchase little is at stake yet.
        (Stage::Before, _, Nature::Communication) => of(0.03, 0.03, 3.0, 0.0),
        (Stage::Before, _, Nature::Price) => of(0.05, 0.1, 1.0, 0.0),
        (Stage::Before, _, Nature::Sales) => of(0.05, 0.1, 1.0, 0.0),
        (Stage::Before, _, Nature::Service) => of(0.08, 0.1, 1.0, 0.0),
        (Stage::Before, _, Nature::Product) => of(0.08, 0.1, 2.0, 0.0),
        // After it the product and the service are what was paid for.
        (Stage::After, _, Nature::Communication) => of(0.03, 0.05, 0.0, 1.0),
        (Stage::After, _, Nature::Price) => of(0.05, 0.3, 0.0, 1.0),
        (Stage::After, _, Nature::Sales) => of(0.1, 0.1, 0.0, 0.1),
        (Stage::After, _, Nature::Service) => of(0.4, 0.5, 0.0, 0.2),
        (Stage::After, _, Nature::Product) => of(0.45, 0.5, 0.0, 1.0),
    }
}

/// Guessed, by nobody in particular.
pub(super) fn guessed(fields: &[Field]) -> BTreeMap<Field, Evidence> {
    let guess = |field: &Field| (*field, Evidence::new(Grounds::Assumption, Text::default()));
    fields.iter().map(guess).collect()
}

/// A touchpoint in a phase of a side of the purchase.
pub(super) fn touchpoint(
    (id, name): (LinkId, Text),
    (stage, phase): (Stage, PhaseId),
    (channel, owner): (ChannelId, OwnerId),
    (nature, role): (Nature, Role),
) -> Touchpoint {
    let mut touchpoint = Touchpoint {
        id,
        name,
        phase,
        channel,
        owner,
        nature,
        strength: Strength::of(TOUCHPOINT),
        role,
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
        evidence: guessed(&[Field::Strength, Field::Gain, Field::Pain]),
    };
    start(&mut touchpoint, stage);
    touchpoint
}

/// Gives a touchpoint the figures that its nature and role begin with on its side of the purchase.
pub(super) fn start(touchpoint: &mut Touchpoint, stage: Stage) {
    let figures = starting_of(stage, touchpoint.nature, touchpoint.role);
    (touchpoint.gain, touchpoint.pain) = (figures.gain, figures.pain);
    (touchpoint.days, touchpoint.frequency) = (figures.days, figures.frequency);
    touchpoint.sensing = 0.0;
    touchpoint.tenure = Tenure::default();
    touchpoint.worth = worth(touchpoint.role);
    let timed = if stage == Stage::Before { Field::Days } else { Field::Frequency };
    touchpoint.evidence.extend(guessed(&[timed]));
}

/// What a touchpoint of a role begins to bring in [prices].
pub(super) fn worth(role: Role) -> f64 {
    if role == Role::Offer { WORTH } else { 0.0 }
}

/// A handover that everybody takes who is left; called by its two ends.
pub(super) fn handover(id: LinkId, from: LinkId, to: LinkId, share: f64) -> Handover {
    Handover {
        id,
        name: Text::default(),
        from,
        to,
        owner: None,
        share,
        strength: Strength::of(HANDOVER),
        pain: HANDOVER_PAIN,
        days: 0.0,
        complaint_rate: defaults::COMPLAINT_RATE,
        exposure: defaults::EXPOSURE,
        halving_cost: defaults::HALVING_COST,
        words: Text::default(),
        notes: Text::default(),
        evidence: guessed(&[Field::Strength, Field::Share, Field::Pain]),
    }
}

/// A persona of whom only the name is known.
pub(super) fn persona(id: PersonaId, name: Text, share: f64) -> Persona {
    Persona {
        id,
        name,
        about: Text::default(),
        share,
        usefulness: USEFULNESS,
        price_feel: defaults::PRICE_FEEL,
        elasticity: defaults::ELASTICITY,
        patience: PATIENCE,
        tolerance: defaults::TOLERANCE,
        tolerance_spread: 0,
        memory: defaults::MEMORY,
        chain_feel: defaults::CHAIN_FEEL,
        remorse: defaults::REMORSE,
        binding: 0,
        entries: Vec::new(),
        leaning: BTreeMap::new(),
        evidence: guessed(&[Field::Usefulness, Field::Patience]),
    }
}

/// A touchpoint with a name, with the nature that is likeliest where it stands.
pub(super) fn named(journey: &Journey, name: &str, phase: &PhaseId, lang: &Lang) -> Option<Touchpoint> {
    let stage = journey.stage(phase)?;
    // Whoever stands in the same phase is met in the same way by the same people, until somebody says otherwise.
    let like = journey.touchpoints.iter().rfind(|t| t.phase == *phase);
    let channel = like.map(|t| &t.channel).or_else(|| journey.channels.first().map(|c| &c.id))?.clone();
    let owner = like.map(|t| &t.owner).or_else(|| journey.owners.first().map(|o| &o.id))?.clone();
    let is_first = journey.phases.first().is_some_and(|first| first.id == *phase);
    let nature = match stage {
        Stage::Before if is_first => Nature::Communication,
        Stage::Before => Nature::Sales,
        Stage::After => Nature::Service,
    };
    let id = super::names::link(journey, name);
    Some(touchpoint((id, written(name, lang)), (stage, phase.clone()), (channel, owner), (nature, Role::Plain)))
}
