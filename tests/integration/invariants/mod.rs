//! What holds of every journey, whatever its figures.

mod coverage;
mod intervals;
mod same;
mod sums;
mod told;
mod twins;
