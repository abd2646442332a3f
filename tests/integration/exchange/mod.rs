//! Files: read strictly, written stably, and never a way to stop the reader.

mod course;
mod fixtures;
mod hostile;
mod journey_file;
pub mod link;
mod memory;
mod ready;
mod saved_state;
mod scenario_file;
mod schema;
mod slips;
mod spreadsheet;
mod tree;
mod version;
mod workbook;

use kedja::exchange::journey_json;
use kedja::model::Journey;
use serde_json::Value;

/// The file of a journey.
pub fn file_of(journey: &Journey) -> Value {
    serde_json::from_str(&journey_json(journey)).unwrap()
}
