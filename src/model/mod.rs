//! What is simulated: a journey, and scenarios that change it. Plain data with units; no chance, no clock.
//!
//! Units: time in **periods** (a month unless the journey says otherwise) and days; value in **prices** (1.0 is what
//! one period costs at the journey's own price); strengths, shares and chances in [0, 1].

mod apply;
mod check;
mod checked;
mod constants;
pub mod data;
pub mod defaults;
mod digest;
mod digits;
pub mod edit;
mod effort;
mod evidence;
mod field;
mod field_def;
pub mod fields;
mod handover;
mod ids;
mod in_file;
mod journey;
mod kept_check;
mod kinship;
pub mod lesson;
mod limited;
mod location;
mod market;
pub mod order;
mod own_figures;
mod persona;
mod plausible;
mod problem;
mod scenario;
mod signing;
mod strain;
mod text;
mod touchpoint;

pub use apply::apply;
pub use check::{check, check_alone, check_scenario, lever_bounds};
pub use checked::{ChangedJourney, CheckedJourney};
pub use digest::digest;
pub use digits::number_of;
pub use effort::{EffortCurve, effort_between, strengthened};
pub use evidence::{Evidence, Grounds};
pub use field::Field;
pub use handover::Handover;
pub use ids::{ChannelId, ImprovementId, LinkId, OwnerId, PersonaId, PhaseId};
pub use in_file::in_file;
pub use journey::{Channel, EffortUnit, Journey, Owner, Payment, PeriodUnit, Phase, Stage};
pub use kept_check::{KeptCheck, KeptFigure, MOST_CHECKS};
pub use kinship::{Kinship, kinship};
pub use limited::limited;
pub use location::{At, Location, PartId};
pub use market::Market;
pub use own_figures::{OwnBooks, OwnCount, OwnFigure, OwnFigures};
pub use persona::{Entry, Persona, Usefulness};
pub use plausible::{is_varied, plausible_range};
pub use problem::{Code, FileFormat, Kind, Problem, Slip};
pub use scenario::{Change, Improvement, NamedScenario, PersonaChange, Scenario};
pub use signing::Signing;
pub use strain::under_strain;
pub use text::{Lang, Text};
pub use touchpoint::{Nature, Role, Strength, Tenure, Touchpoint};
