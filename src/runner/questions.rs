//! What is to be found out beside the report: the questions of the newest request, one at a time, so that the request
//! after it finds the other workers free.

use super::Question;
use super::wire::AskText;
use std::collections::VecDeque;

/// A question that a worker has.
#[derive(Clone, Debug)]
pub(super) struct Asking {
    pub generation: u64,
    pub question: Question,
    /// Whether a worker has died over it already.
    pub repeated: bool,
}

/// The questions of a request, and of the one that waits behind it.
#[derive(Debug, Default)]
pub(super) struct Questions {
    of: Option<(u64, AskText)>,
    open: VecDeque<Asking>,
    /// About the request that waits.
    waiting: Vec<Question>,
    is_asking: bool,
}

impl Questions {
    /// A newer request has begun: the questions of the one before are dropped.
    pub fn begin(&mut self, generation: u64, text: AskText) {
        self.of = Some((generation, text));
        self.open.clear();
        for question in std::mem::take(&mut self.waiting) {
            self.add(question, false);
        }
    }

    /// Another question, about the newest request; `waits` says that this one has not begun yet.
    pub fn add(&mut self, question: Question, waits: bool) {
        match &self.of {
            Some((generation, _)) if !waits => {
                self.open.push_back(Asking { generation: *generation, question, repeated: false });
            }
            _ => self.waiting.push(question),
        }
    }

    /// The next question, with the text of its request. None while one is being answered.
    pub fn next(&mut self) -> Option<(Asking, AskText)> {
        let (_, text) = self.of.as_ref().filter(|_| !self.is_asking)?;
        let next = self.open.pop_front()?;
        self.is_asking = true;
        Some((next, text.clone()))
    }

    /// A worker has no question any more. Whether it was about the newest request.
    pub fn end(&mut self, asking: &Asking) -> bool {
        self.is_asking = false;
        self.is_newest(asking)
    }

    pub fn is_newest(&self, asking: &Asking) -> bool {
        self.of.as_ref().is_some_and(|(generation, _)| *generation == asking.generation)
    }

    pub fn has_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Puts a question once more, before all others.
    pub fn repeat(&mut self, asking: Asking) {
        self.open.push_front(Asking { repeated: true, ..asking });
    }
}
