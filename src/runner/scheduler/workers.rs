//! What the scheduler knows of a worker.

use super::super::protocol::Material;
use super::queue::Task;

/// What a worker is doing.
#[derive(Debug)]
pub(super) enum Assignment {
    Starting,
    Nothing,
    Task(Task),
}

/// What a worker is doing, and what it holds: the number of the last request, study and trial that it was sent.
#[derive(Debug)]
pub(super) struct WorkerState {
    pub assignment: Assignment,
    request: Option<u64>,
    study: Option<u64>,
    trial: Option<u64>,
}

impl WorkerState {
    pub fn starting() -> Self {
        Self { assignment: Assignment::Starting, request: None, study: None, trial: None }
    }

    pub fn is_idle(&self) -> bool {
        matches!(self.assignment, Assignment::Nothing)
    }

    pub fn task(&self) -> Option<&Task> {
        if let Assignment::Task(task) = &self.assignment { Some(task) } else { None }
    }

    /// Of this material, what the worker does not hold yet; from now on it does.
    pub fn take_missing(&mut self, material: Vec<Material>) -> Vec<Material> {
        let is_missing = |material: &Material| {
            let (held, number) = match material {
                Material::Request { number, .. } => (&mut self.request, *number),
                Material::Study { number, .. } => (&mut self.study, *number),
                Material::Trial { number, .. } => (&mut self.trial, *number),
            };
            held.replace(number) != Some(number)
        };
        material.into_iter().filter(is_missing).collect()
    }
}
