//! What is wrong with an input: where, what, and what can be done. Said in words from `locales/`.

use serde::{Deserialize, Serialize};

/// Where in a journey or a scenario a problem sits, as a path of a file reader would say it
/// (`touchpoints[3].strength.likely`), with the id of the part where it has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    pub path: String,
    pub id: String,
}

/// What is wrong. Each code has a sentence for what happened and one for the fix, in every language, under
/// `problems` in `locales/`; `{{ … }}` there are the fields here.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Code {
    /// Replaced with the full list in the next step.
    Placeholder,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Problem {
    pub place: Place,
    pub what: Code,
}
