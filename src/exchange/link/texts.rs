//! A journey without its texts, for a link that has to be short, or that is for eyes that need not read everything.

use crate::model::{Evidence, Field, Journey, Text};
use std::collections::BTreeMap;

/// The journey with its figures and the names of its parts alone: what customers say, notes, the summary, who the personas
/// are and where figures come from is left out.
pub fn without_texts(journey: &Journey) -> Journey {
    let mut bare = journey.clone();
    let nothing = Text::default;
    bare.summary = nothing();
    silence(&mut bare.evidence);
    for touchpoint in &mut bare.touchpoints {
        (touchpoint.words, touchpoint.notes) = (nothing(), nothing());
        silence(&mut touchpoint.evidence);
    }
    for handover in &mut bare.handovers {
        (handover.words, handover.notes) = (nothing(), nothing());
        silence(&mut handover.evidence);
    }
    for persona in &mut bare.personas {
        persona.about = nothing();
        silence(&mut persona.evidence);
    }
    bare
}

/// What a figure stands on is said still; by whom it was said is not.
fn silence(evidence: &mut BTreeMap<Field, Evidence>) {
    evidence.values_mut().for_each(|evidence| evidence.source = Text::default());
}
