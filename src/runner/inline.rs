//! Here and now, on the thread that asks.

use super::Ask;
use super::clerk::live_in_chunks;
use crate::analysis::{Cohort, Report};
use crate::engine::BLOCK;
use crate::model::Problem;

/// Lives the whole request and reports.
///
/// # Errors
/// All problems of the journey and the scenario, when there are any.
pub fn inline(ask: &Ask) -> Result<Report, Vec<Problem>> {
    let cohort = Cohort::new(&ask.journey, &ask.scenario, ask.seed)?;
    let tally = live_in_chunks(&cohort, 0..ask.customers.div_ceil(BLOCK), ask.customers, || ());
    Ok(cohort.report(&tally))
}
