//! What has been asked and answered about the state as it stands, so that nothing is found out twice.

use super::super::{Panel, Session};
use super::StudyFindings;
use super::which_studies::{any, questions};
use crate::analysis::studies::Study;

/// The questions that are open, and those that have been answered.
#[derive(Clone, Debug, Default)]
pub struct StudyCache {
    open: Vec<(u64, Study)>,
    answered: Vec<Study>,
}

impl StudyCache {
    /// Takes up the questions of the place where the reader is, first those of the panel that is open there, and gives
    /// those that are still to be answered, with their numbers. StudyFindings stand as long as some place would ask for them again.
    pub fn take_up(&mut self, session: &Session, open: Panel, findings: &mut StudyFindings) -> Vec<(u64, Study)> {
        let anywhere = any(session);
        self.answered.retain(|answered| anywhere.contains(answered));
        findings.keep(&self.answered);
        let here = questions(session, session.place.studies(), open)
            .into_iter()
            .filter(|question| !self.answered.contains(question));
        self.open = (1..).zip(here).collect();
        self.open.clone()
    }

    /// The question of a number has been answered: which one it is. `None` if nobody asks it any more.
    pub fn on_answer(&mut self, number: u64) -> Option<Study> {
        let at = self.open.iter().position(|(open, _)| *open == number)?;
        let question = self.open.swap_remove(at).1;
        self.answered.push(question.clone());
        Some(question)
    }

    /// Whether the answer to a question is still that of the state as it stands.
    pub fn is_answered(&self, question: &Study) -> bool {
        self.answered.contains(question)
    }

    /// What was asked is about another state: nothing is known of this one.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}
