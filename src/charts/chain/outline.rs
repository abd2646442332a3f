//! What of a journey its drawing depends on. Whoever types figures changes none of it, and nothing is laid out anew.

use crate::model::{Journey, Lang, LinkId, Phase, PhaseId, Role};

/// All that is read of a journey when its chain is laid out: journeys that have this in common are drawn alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    phases: Vec<Phase>,
    /// The touchpoints, with their names in the language.
    touchpoints: Vec<(LinkId, String, PhaseId, Role)>,
    /// The handovers: where from, where to, and for how many.
    handovers: Vec<(LinkId, LinkId, LinkId, f64)>,
    /// Where how many begin.
    entries: Vec<(LinkId, f64, f64)>,
}

impl Outline {
    pub fn of(journey: &Journey, lang: &Lang) -> Self {
        let touchpoints = journey.touchpoints.iter();
        let entries = journey.personas.iter().flat_map(|p| p.entries.iter().map(|e| (p.share, e)));
        Self {
            phases: journey.phases.clone(),
            touchpoints: touchpoints
                .map(|t| (t.id.clone(), t.name.get(lang).to_owned(), t.phase.clone(), t.role))
                .collect(),
            handovers: journey
                .handovers
                .iter()
                .map(|h| (h.id.clone(), h.from.clone(), h.to.clone(), h.share))
                .collect(),
            entries: entries.map(|(share, e)| (e.touchpoint.clone(), share, e.share)).collect(),
        }
    }
}
