//! Every default of the model, with its source. "Assumption" means that no figure was found: change it when one is.

/// Share of strength lost per phase that a touchpoint comes too early for the customer [0..1]. Assumption.
pub const DISTURBANCE: f64 = 0.25;
/// Chance of walking out at once after a failure, before the factor for service [0..1]. Assumption.
pub const RIVAL_PULL: f64 = 0.005;
/// Service failures and broken handovers make people switch 4 times as readily as price or product trouble (claim 35).
pub const SERVICE_FACTOR: f64 = 4.0;
/// One complaint is heard for 26 silent unhappy customers (claim 37): 1 of 27.
pub const COMPLAINT_RATE: f64 = 1.0 / 27.0;
/// How fully strain acts on a link [times]. 1 is as the journey's strain says.
pub const EXPOSURE: f64 = 1.0;
/// Effort units that halve a link's failures [effort]. 1 by definition of the unit.
pub const HALVING_COST: f64 = 1.0;
/// Expected encounters per period [times per period]. Assumption.
pub const FREQUENCY: f64 = 1.0;
/// Periods that every buyer is followed [periods]. Two years of months.
pub const HORIZON: u16 = 24;
/// Periods lived before period 0 in the calendar view, so that there is a customer base [periods]. Two years of months.
pub const WARM_UP: u16 = 24;
/// Weight of price in how a persona feels it [times]. Assumption: as it is.
pub const PRICE_FEEL: f64 = 1.0;
/// Price elasticity of the purchase [-]. Assumption: unit elastic.
pub const ELASTICITY: f64 = 1.0;
/// Rungs on the phase-out ladder [rungs]. Assumption.
pub const TOLERANCE: u8 = 3;
/// Half-life of the value account [periods]. Assumption.
pub const MEMORY: f64 = 2.0;
/// How far one fresh heavy failure voids what is good elsewhere, κ [0..1]. Assumption.
pub const CHAIN_FEEL: f64 = 0.7;
/// Value lost in doubt on the day of purchase [prices]. Assumption (claim 34 says that doubt is there, not how much).
pub const REMORSE: f64 = 0.3;
/// Leaning towards a channel [times]. 1 is neither towards nor away.
pub const LEANING: f64 = 1.0;
/// Strength that effort can reach, short of perfect [0..1]. Assumption.
pub const STRENGTH_CAP: f64 = 0.995;
/// Points of strength that one unit of effort adds at the usual price on the straight line [0..1]. Assumption.
pub const LINE_POINTS: f64 = 0.1;

/// Bounds that keep a journey file from hanging the page.
pub const MAX_TOUCHPOINTS: usize = 200;
pub const MAX_HANDOVERS: usize = 1_000;
pub const MAX_PERSONAS: usize = 50;
pub const MAX_HORIZON: u16 = 240;
pub const MAX_PHASES: usize = 50;
/// Encounters per period: a month has 31 days.
pub const MAX_FREQUENCY: f64 = 31.0;
pub const MAX_PATIENCE: f64 = 0.95;
pub const MAX_TOLERANCE: u8 = 20;
pub const MAX_WARM_UP: u16 = 240;
pub const MAX_CHANNELS: usize = 50;
pub const MAX_OWNERS: usize = 50;
/// Entries of one persona.
pub const MAX_ENTRIES: usize = 200;
/// Gain, pain, worth, usefulness and remorse [prices]: a thousand prices is beyond any experience.
pub const MAX_VALUE: f64 = 1_000.0;
/// Mean days at a link: ten years.
pub const MAX_DAYS: f64 = 3_600.0;
pub const MAX_EXPOSURE: f64 = 10.0;
pub const MIN_HALVING_COST: f64 = 0.01;
/// Money counted in small coins still fits.
pub const MAX_HALVING_COST: f64 = 1e9;
pub const MAX_PRICE: f64 = 1e9;
pub const MAX_PRICE_FEEL: f64 = 100.0;
pub const MAX_ELASTICITY: f64 = 20.0;
/// Half-life of the account [periods]: longer than anybody is followed, so nothing fades.
pub const MAX_MEMORY: f64 = 10_000.0;
pub const MAX_LEANING: f64 = 10.0;
/// Arrivals per period [customers].
pub const MAX_ARRIVALS: f64 = 1e6;
/// Bounds of a scenario.
pub const MAX_IMPROVEMENTS: usize = 200;
/// Changes of all improvements together: some for every link.
pub const MAX_CHANGES: usize = 2_400;
pub const MAX_STRAIN: f64 = 10.0;
/// What an improvement may be said to cost [the journey's effort unit].
pub const MAX_EFFORT: f64 = 1e12;
/// Effort on one link, in its own costs of halving; more would not be seen.
pub const MAX_HALVINGS: f64 = 100.0;

pub(super) fn disturbance() -> f64 {
    DISTURBANCE
}
pub(super) fn rival_pull() -> f64 {
    RIVAL_PULL
}
pub(super) fn complaint_rate() -> f64 {
    COMPLAINT_RATE
}
pub(super) fn one() -> f64 {
    1.0
}
pub(super) fn horizon() -> u16 {
    HORIZON
}
pub(super) fn warm_up() -> u16 {
    WARM_UP
}
pub(super) fn tolerance() -> u8 {
    TOLERANCE
}
pub(super) fn memory() -> f64 {
    MEMORY
}
pub(super) fn chain_feel() -> f64 {
    CHAIN_FEEL
}
pub(super) fn remorse() -> f64 {
    REMORSE
}
