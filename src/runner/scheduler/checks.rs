//! What is checked before it is sent, so that workers can take it as right.

use super::super::encoded::Encoded;
use super::super::protocol::{QuickQuery, RunRequest};
use crate::analysis::studies::{Study, Trial};
use crate::model::{CheckedJourney, Journey, Problem, check_scenario};

/// Checks what is asked. A journey that was just checked is not checked again: while a slider is dragged it stays the same.
#[derive(Debug, Default)]
pub(super) struct Checks {
    last: Option<CheckedJourney>,
    /// The journey of the newest request that was right, which queries are about.
    requested: Option<CheckedJourney>,
}

impl Checks {
    /// Everything that is wrong with a request.
    pub fn request(&mut self, request: &RunRequest) -> Vec<Problem> {
        match self.journey(&request.journey) {
            Ok(journey) => check_scenario(self.requested.insert(journey), &request.scenario),
            Err(problems) => problems,
        }
    }

    /// A query about the newest request, or what stands for it where it asks for what cannot be lived.
    pub fn query(&self, query: QuickQuery) -> QuickQuery {
        let (number, journey, scenario) = match &query {
            QuickQuery::Other { number, scenario, .. } => (*number, self.requested.as_deref(), scenario),
            QuickQuery::Beside { number, other, scenario, .. } => (*number, Some(&**other), scenario),
            _ => return query,
        };
        let is_right = journey.is_some_and(|journey| check_scenario(journey, scenario).is_empty());
        if is_right { query } else { QuickQuery::Unlivable { number } }
    }

    /// Everything that is wrong with a study's journey. Its scenarios are made in a worker, and checked trial by trial as they are
    /// given out: there are thousands, and the page must not stand still over them.
    pub fn study(&mut self, study: &Study) -> Vec<Problem> {
        self.journey(&study.terms.journey).err().unwrap_or_default()
    }

    /// Everything that is wrong with a trial of a study.
    pub fn trial(&mut self, journey: &Journey, trial: &Encoded<Trial>) -> Vec<Problem> {
        let read: Option<Trial> = trial.read().ok();
        let journey = match self.journey(journey) {
            Ok(journey) => journey,
            Err(problems) => return problems,
        };
        read.map(|trial| trial.problems(&journey)).unwrap_or_default()
    }

    fn journey(&mut self, journey: &Journey) -> Result<CheckedJourney, Vec<Problem>> {
        match self.last.as_ref().filter(|last| ***last == *journey) {
            Some(last) => Ok(last.clone()),
            None => Ok(self.last.insert(CheckedJourney::new(journey.clone())?).clone()),
        }
    }
}
