//! Tables to take away, with heads in the language of the page and true numbers.

mod calendar;
mod decision;
mod lived;
mod outcomes;
mod studies;
mod table;

use super::Teller;
use crate::analysis::Report;
use crate::analysis::studies::Goal;
use crate::app::{BriefOption, Dashboards, Project, StudyFindings};
pub use lived::lived;
pub use table::{TableCell, TakenTable};

/// What tables are made of.
#[derive(Clone, Copy)]
pub struct TableSource<'a> {
    pub work: &'a Project,
    pub goal: Goal,
    /// The newest.
    pub report: &'a Report,
    pub findings: &'a StudyFindings,
    pub dashboards: Option<&'a Dashboards>,
    /// What is decided between.
    pub options: &'a [BriefOption],
}

/// All tables of what the page shows, as far as it is known.
pub fn all(teller: &Teller, source: &TableSource) -> Vec<TakenTable> {
    let mut all = outcomes::all(teller, source.work, source.report);
    all.extend(source.dashboards.map(|both| calendar::both(teller, source.report, both)));
    all.extend(studies::all(teller, source.work, source.findings));
    all.extend(decision::options(teller, source.work, source.goal, source.options));
    all
}
