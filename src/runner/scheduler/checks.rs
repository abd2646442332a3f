//! What is checked before it is sent, so that workers can take it as right.

use super::super::protocol::RunRequest;
use crate::analysis::studies::{Study, Trial};
use crate::model::{CheckedJourney, Journey, Problem, check_scenario};

/// Checks what is asked. A journey that was just checked is not checked again: while a slider is dragged it stays the same.
#[derive(Debug, Default)]
pub(super) struct Checks {
    last: Option<CheckedJourney>,
}

impl Checks {
    /// Everything that is wrong with a request.
    pub fn request(&mut self, request: &RunRequest) -> Vec<Problem> {
        match self.journey(&request.journey) {
            Ok(journey) => check_scenario(&journey, &request.scenario),
            Err(problems) => problems,
        }
    }

    /// Everything that is wrong with a study's journey. Its scenarios are made in a worker, and checked there.
    pub fn study(&mut self, study: &Study) -> Vec<Problem> {
        self.journey(&study.terms.journey).err().unwrap_or_default()
    }

    /// Why a trial of a study was refused.
    pub fn trial(&mut self, journey: &Journey, trial: &Trial) -> Vec<Problem> {
        self.journey(journey).map_or_else(|problems| problems, |journey| trial.problems(&journey))
    }

    fn journey(&mut self, journey: &Journey) -> Result<CheckedJourney, Vec<Problem>> {
        match self.last.as_ref().filter(|last| ***last == *journey) {
            Some(last) => Ok(last.clone()),
            None => Ok(self.last.insert(CheckedJourney::new(journey.clone())?).clone()),
        }
    }
}
