//! A persona: a kind of customer.

use super::{ChannelId, Evidence, Field, LinkId, PersonaId, PhaseId, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Usefulness of the bare product per period: normal over the customers of a persona.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Usefulness {
    /// [prices]
    pub mean: f64,
    /// Standard deviation [prices], not negative.
    pub spread: f64,
}

/// Where customers of a persona come in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub touchpoint: LinkId,
    /// Part of the persona that comes in here [0..1]; they sum to 1.
    pub share: f64,
    /// How far they truly are: a phase before the purchase.
    pub readiness: PhaseId,
}

/// A kind of customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Persona {
    pub id: PersonaId,
    pub name: Text,
    pub about: Text,
    /// Part of the arrivals [0..1]; they sum to 1.
    pub share: f64,
    pub usefulness: Usefulness,
    /// Weight of the price [times], over 0; [`Field::PriceFeel`].
    pub price_feel: f64,
    /// Price elasticity of the purchase [-]; [`Field::Elasticity`].
    pub elasticity: f64,
    /// Chance of trying again after a failure before the purchase [0..0.95].
    pub patience: f64,
    /// Rungs on the phase-out ladder, at least 1; [`Field::Tolerance`].
    pub tolerance: u8,
    /// How many rungs more or fewer than that a customer has at most, each number as likely as the next;
    /// [`Field::ToleranceSpread`].
    pub tolerance_spread: u8,
    /// Half-life of the value account [periods], over 0; [`Field::Memory`].
    pub memory: f64,
    /// Chain feel κ [0..1]: how far one fresh heavy failure voids what is good elsewhere; [`Field::ChainFeel`].
    pub chain_feel: f64,
    /// Value lost in doubt on the day of purchase [prices], not negative; [`Field::Remorse`].
    pub remorse: f64,
    /// Binding time: before this tenure who would leave stays [periods]; [`Field::Binding`].
    pub binding: u16,
    pub entries: Vec<Entry>,
    /// Leaning per channel [times], not negative; [`Field::Leaning`] where it is not named.
    pub leaning: BTreeMap<ChannelId, f64>,
    /// Where the figures come from.
    pub evidence: BTreeMap<Field, Evidence>,
}
