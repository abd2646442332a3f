//! What a journey that says nothing of gains and pains can be given: the usual ones, by what each touchpoint is made of. They
//! are the guesses that a new part begins with, marked as the assumptions that they are; what somebody has set stays.

use super::starting::{HANDOVER_PAIN, guessed, starting_of};
use crate::model::{Field, Handover, Journey, Stage, Touchpoint};

/// True if nothing that a customer meets after the purchase gives or takes anything, and nobody says that this is so: then
/// only the product itself is weighed against the price.
pub fn says_no_gains(journey: &Journey) -> bool {
    let is_after = |touchpoint: &&Touchpoint| journey.stage(&touchpoint.phase) == Some(Stage::After);
    let mut after = journey.touchpoints.iter().filter(is_after).peekable();
    after.peek().is_some() && after.all(is_unsaid)
}

/// The journey with the usual gains and pains wherever it says nothing of them.
pub fn with_usual_gains(journey: &Journey) -> Journey {
    let mut filled = journey.clone();
    for touchpoint in filled.touchpoints.iter_mut().filter(|touchpoint| is_unsaid(touchpoint)) {
        let Some(stage) = journey.stage(&touchpoint.phase) else { continue };
        let usual = starting_of(stage, touchpoint.nature, touchpoint.role);
        (touchpoint.gain, touchpoint.pain) = (usual.gain, usual.pain);
        touchpoint.evidence.extend(guessed(&[Field::Gain, Field::Pain]));
    }
    let is_silent = |handover: &&mut Handover| handover.pain == 0.0 && !handover.evidence.contains_key(&Field::Pain);
    for handover in filled.handovers.iter_mut().filter(is_silent) {
        handover.pain = HANDOVER_PAIN;
        handover.evidence.extend(guessed(&[Field::Pain]));
    }
    filled
}

fn is_unsaid(touchpoint: &Touchpoint) -> bool {
    let is_said = |field| touchpoint.evidence.contains_key(&field);
    touchpoint.gain == 0.0 && touchpoint.pain == 0.0 && !is_said(Field::Gain) && !is_said(Field::Pain)
}
