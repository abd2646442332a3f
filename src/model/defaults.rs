//! Numbers of the table of fields ([`super::fields`]) that are needed while compiling, and those that are no field's.

pub use super::constants::{DETRACTOR_TELLS, LINE_POINTS, MAX_HALVINGS, PROMOTER_TELLS, SERVICE_FACTOR, STRENGTH_CAP};

use super::fields::{PartKind, default_of, row_of};
use super::{ChannelId, Field, Persona};

/// Longest that buyers are followed [periods].
pub const MAX_HORIZON: u16 = row_of(PartKind::Journey, Field::Horizon).most as u16;
/// Most periods lived before period 0 [periods].
pub const MAX_WARM_UP: u16 = row_of(PartKind::Market, Field::WarmUp).most as u16;
/// Most rungs on the phase-out ladder [rungs].
pub const MAX_TOLERANCE: u8 = row_of(PartKind::Persona, Field::Tolerance).most as u8;
/// Most encounters with a touchpoint [times per period].
pub const MAX_FREQUENCY: f64 = row_of(PartKind::Touchpoint, Field::Frequency).most;
/// Of gains and pains [prices].
pub const MAX_VALUE: f64 = row_of(PartKind::Touchpoint, Field::Gain).most;
/// Highest price [the journey's currency].
pub const MAX_PRICE: f64 = row_of(PartKind::Journey, Field::Price).most;
/// Most arrivals [customers per period].
pub const MAX_ARRIVALS: f64 = row_of(PartKind::Market, Field::Arrivals).most;
/// Most that an improvement may be said to cost [the journey's effort unit].
pub const MAX_EFFORT: f64 = row_of(PartKind::Improvement, Field::Effort).most;

/// Strength lost per phase of gap [0..1], unless the journey says otherwise.
pub const DISTURBANCE: f64 = default_of(PartKind::Journey, Field::Disturbance);
/// Chance of walking out at a failure [0..1], unless the journey says otherwise.
pub const RIVAL_PULL: f64 = default_of(PartKind::Journey, Field::RivalPull);
/// Chance that a failure is voiced [0..1], unless the link says otherwise.
pub const COMPLAINT_RATE: f64 = default_of(PartKind::Touchpoint, Field::ComplaintRate);
/// How fully strain acts on a link [times], unless the link says otherwise.
pub const EXPOSURE: f64 = default_of(PartKind::Touchpoint, Field::Exposure);
/// Effort that halves a link's failures [effort], unless the link says otherwise.
pub const HALVING_COST: f64 = default_of(PartKind::Touchpoint, Field::HalvingCost);
/// Encounters [times per period], unless the touchpoint says otherwise.
pub const FREQUENCY: f64 = default_of(PartKind::Touchpoint, Field::Frequency);
/// Weight of the price [times], unless the persona says otherwise.
pub const PRICE_FEEL: f64 = default_of(PartKind::Persona, Field::PriceFeel);
/// Price elasticity of the purchase [-], unless the persona says otherwise.
pub const ELASTICITY: f64 = default_of(PartKind::Persona, Field::Elasticity);
/// Rungs on the phase-out ladder [rungs], unless the persona says otherwise.
pub const TOLERANCE: u8 = default_of(PartKind::Persona, Field::Tolerance) as u8;
/// Half-life of the value account [periods], unless the persona says otherwise.
pub const MEMORY: f64 = default_of(PartKind::Persona, Field::Memory);
/// Chain feel κ [0..1], unless the persona says otherwise.
pub const CHAIN_FEEL: f64 = default_of(PartKind::Persona, Field::ChainFeel);
/// Value lost in doubt on the day of purchase [prices], unless the persona says otherwise.
pub const REMORSE: f64 = default_of(PartKind::Persona, Field::Remorse);
/// Leaning towards a channel [times], unless the persona names the channel.
pub const LEANING: f64 = default_of(PartKind::Leaning, Field::Leaning);

impl Persona {
    /// Leaning towards a channel [times].
    pub fn leaning(&self, channel: &ChannelId) -> f64 {
        self.leaning.get(channel).copied().unwrap_or(LEANING)
    }
}
