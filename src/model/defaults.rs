//! Numbers of the model that are no field's, and those of the table of fields ([`super::fields`]) that are needed while
//! compiling.

use super::Field;
use super::fields::{Part, default_of, row_of};

/// Service failures and broken handovers make people switch 4 times as readily as price or product trouble (claim 35).
pub const SERVICE_FACTOR: f64 = 4.0;
/// Strength that effort can reach, short of perfect [0..1]. Assumption.
pub const STRENGTH_CAP: f64 = 0.995;
/// Points of strength that one unit of effort adds at the usual price on the straight line [0..1]. Assumption.
pub const LINE_POINTS: f64 = 0.1;
/// Effort on one link, in its own costs of halving; more would not be seen.
pub const MAX_HALVINGS: f64 = 100.0;

/// Longest that buyers are followed [periods].
pub const MAX_HORIZON: u16 = row_of(Part::Journey, Field::Horizon).most as u16;
/// Most periods lived before period 0 [periods].
pub const MAX_WARM_UP: u16 = row_of(Part::Market, Field::WarmUp).most as u16;
/// Most rungs on the phase-out ladder [rungs].
pub const MAX_TOLERANCE: u8 = row_of(Part::Persona, Field::Tolerance).most as u8;
/// Most encounters with a touchpoint [times per period].
pub const MAX_FREQUENCY: f64 = row_of(Part::Touchpoint, Field::Frequency).most;
/// Most arrivals [customers per period].
pub const MAX_ARRIVALS: f64 = row_of(Part::Market, Field::Arrivals).most;
/// Most that an improvement may be said to cost [the journey's effort unit].
pub const MAX_EFFORT: f64 = row_of(Part::Improvement, Field::Effort).most;

/// Periods that every buyer is followed [periods], unless the journey says otherwise.
pub const HORIZON: u16 = default_of(Part::Journey, Field::Horizon) as u16;
/// Strength lost per phase of gap [0..1], unless the journey says otherwise.
pub const DISTURBANCE: f64 = default_of(Part::Journey, Field::Disturbance);
/// Chance of walking out at a failure [0..1], unless the journey says otherwise.
pub const RIVAL_PULL: f64 = default_of(Part::Journey, Field::RivalPull);
/// Periods lived before period 0 [periods], unless the market says otherwise.
pub const WARM_UP: u16 = default_of(Part::Market, Field::WarmUp) as u16;
/// Chance that a failure is voiced [0..1], unless the link says otherwise.
pub const COMPLAINT_RATE: f64 = default_of(Part::Touchpoint, Field::ComplaintRate);
/// How fully strain acts on a link [times], unless the link says otherwise.
pub const EXPOSURE: f64 = default_of(Part::Touchpoint, Field::Exposure);
/// Effort that halves a link's failures [effort], unless the link says otherwise.
pub const HALVING_COST: f64 = default_of(Part::Touchpoint, Field::HalvingCost);
/// Encounters [times per period], unless the touchpoint says otherwise.
pub const FREQUENCY: f64 = default_of(Part::Touchpoint, Field::Frequency);
/// Weight of the price [times], unless the persona says otherwise.
pub const PRICE_FEEL: f64 = default_of(Part::Persona, Field::PriceFeel);
/// Price elasticity of the purchase [-], unless the persona says otherwise.
pub const ELASTICITY: f64 = default_of(Part::Persona, Field::Elasticity);
/// Rungs on the phase-out ladder [rungs], unless the persona says otherwise.
pub const TOLERANCE: u8 = default_of(Part::Persona, Field::Tolerance) as u8;
/// Half-life of the value account [periods], unless the persona says otherwise.
pub const MEMORY: f64 = default_of(Part::Persona, Field::Memory);
/// Chain feel κ [0..1], unless the persona says otherwise.
pub const CHAIN_FEEL: f64 = default_of(Part::Persona, Field::ChainFeel);
/// Value lost in doubt on the day of purchase [prices], unless the persona says otherwise.
pub const REMORSE: f64 = default_of(Part::Persona, Field::Remorse);
/// Leaning towards a channel [times], unless the persona names the channel.
pub const LEANING: f64 = default_of(Part::Leaning, Field::Leaning);
