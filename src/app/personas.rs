//! The personas: one at a time, side by side, and where the average of all hides that they go opposite ways.

use super::Project;
use super::outcomes::{OutcomeKind, Verdict, outcomes};
use crate::analysis::Report;
use crate::model::PersonaId;

/// The report of one persona's customers alone; exact answers stay those of everybody. `None` where the report does
/// not know the persona.
pub fn report_of(report: &Report, persona: &PersonaId) -> Option<Report> {
    let today = report.today.by_persona.get(persona)?.clone();
    Some(Report {
        journey: report.journey.clone(),
        customers: today.arrived,
        what_if: report.what_if.as_ref().and_then(|w| w.by_persona.get(persona)).cloned(),
        difference: report.difference.as_ref().and_then(|d| d.by_persona.get(persona)).cloned(),
        today,
        ..*report
    })
}

/// An outcome that becomes better for some personas and worse for others.
#[derive(Clone, Debug, PartialEq)]
pub struct Opposite {
    pub kind: OutcomeKind,
    pub better: Vec<PersonaId>,
    pub worse: Vec<PersonaId>,
}

/// The first outcome that goes opposite ways, each way by more than simulation noise. `None` where none does.
pub fn opposite(work: &Project, report: &Report) -> Option<Opposite> {
    let personas: Vec<_> = work
        .journey
        .personas
        .iter()
        .filter_map(|p| Some((&p.id, outcomes(work, &report_of(report, &p.id)?))))
        .collect();
    let who = |kind: OutcomeKind, verdict: Verdict| -> Vec<PersonaId> {
        let has = |rows: &[super::OutcomeRow; 4]| rows.iter().any(|row| row.kind == kind && row.verdict == verdict);
        personas.iter().filter(|(_, rows)| has(rows)).map(|(id, _)| (*id).clone()).collect()
    };
    [OutcomeKind::Conversion, OutcomeKind::Churn, OutcomeKind::Revenue, OutcomeKind::Recommendation]
        .into_iter()
        .find_map(|kind| {
            let (better, worse) = (who(kind, Verdict::Better), who(kind, Verdict::Worse));
            (!better.is_empty() && !worse.is_empty()).then_some(Opposite { kind, better, worse })
        })
}
