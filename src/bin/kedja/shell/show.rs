//! `journeys`, `show`, `validate` and `schema`.

use super::Failure;
use super::input::{LANG, counted, from_file, unknown};
use super::table::Table;
use kedja::exchange::{READY, journey_json, journey_schema, lesson_schema, ready};

/// The ready journeys, a line each.
pub fn journeys() -> String {
    let mut table = Table::default();
    for journey in READY.iter().map(|ready| ready.journey()) {
        let links = counted(journey.touchpoints.len() + journey.handovers.len(), "link");
        table.row([journey.id.as_str(), journey.name.get(LANG), &links, journey.summary.get(LANG)]);
    }
    table.left_aligned()
}

/// A ready journey as a file.
pub fn show(name: &str) -> Result<String, Failure> {
    ready(name).map(|found| journey_json(&found.journey())).ok_or_else(|| unknown(name))
}

/// What a good file holds.
pub fn validate(file: &str) -> Result<String, Failure> {
    let journey = from_file(file)?;
    Ok(format!(
        "{} is fine: {}, {}, {}",
        journey.name.get(LANG),
        counted(journey.touchpoints.len(), "touchpoint"),
        counted(journey.handovers.len(), "handover"),
        counted(journey.personas.len(), "persona"),
    ))
}

/// The JSON Schema of journey files, or of lesson files.
pub fn schema(of_lessons: bool) -> String {
    format!("{:#}", if of_lessons { lesson_schema() } else { journey_schema() })
}
