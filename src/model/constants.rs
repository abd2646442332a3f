//! Numbers of the model that are no field's.

/// Service failures and broken handovers make people switch 4 times as readily as price or product trouble (claim 35).
pub const SERVICE_FACTOR: f64 = 4.0;
/// People whom a promoter tells in a year, and a detractor (claim 38: 4–6 and 9–15).
pub const PROMOTER_TELLS: f64 = 5.0;
pub const DETRACTOR_TELLS: f64 = 12.0;
/// Strength that effort can reach, short of perfect [0..1]. Assumption.
pub const STRENGTH_CAP: f64 = 0.995;
/// Points of strength that one unit of effort adds at the usual price on the straight line [0..1]. Assumption.
pub const LINE_POINTS: f64 = 0.1;
/// Effort on one link, in its own costs of halving; more would not be seen.
pub const MAX_HALVINGS: f64 = 100.0;
