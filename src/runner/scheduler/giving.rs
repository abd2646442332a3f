//! Which task each idle worker is given, and what it is sent with it.

use super::super::protocol::{Job, Material, ToWorker};
use super::queue::{Priority, Task, TaskKind, TaskOwner};
use super::request::RunningRequest;
use super::workers::{Assignment, WorkerState};
use super::{Event, Order, Scheduler, WorkerId};

/// How long a part should take [ms]: a newer request waits for at most this, and a frame or two.
const PART: f64 = 20.0;

impl Scheduler {
    /// Gives every idle worker something to do, and hands over all orders.
    pub(super) fn orders(&mut self) -> Vec<Order> {
        let idle: Vec<WorkerId> = self.workers.iter().filter(|(_, state)| state.is_idle()).map(|(id, _)| *id).collect();
        for worker in idle {
            let Some(task) = self.next_right_task() else { break };
            self.assign(worker, task);
        }
        std::mem::take(&mut self.orders)
    }

    /// The next task that can be lived. A study with a trial that cannot is refused, and passed over.
    fn next_right_task(&mut self) -> Option<Task> {
        loop {
            let task = self.next_task()?;
            let TaskKind::LiveTrial { trial, .. } = task.kind else { return Some(task) };
            let unchecked = self.studies.unchecked(trial);
            let problems = unchecked.map(|(journey, trial)| self.checks.trial(journey, trial)).unwrap_or_default();
            if problems.is_empty() {
                self.studies.on_checked(trial);
                return Some(task);
            }
            self.tell(Event::Refused(problems));
            self.take_up_next_study();
        }
    }

    fn next_task(&mut self) -> Option<Task> {
        let at_most = self.pace.map_or(1, |pace| (PART / pace) as u64);
        let (size, running, studies) = (self.size, &self.running, &self.studies);
        let is_previewed = self.waiting.is_none() && running.as_ref().is_none_or(RunningRequest::is_previewed);
        let has_query = self.workers.values().filter_map(WorkerState::task).any(Task::is_query);
        let may_be_given = |task: &Task| match task.priority {
            Priority::Preview => true,
            Priority::Query => is_previewed && !has_query,
            Priority::Study => is_previewed,
            Priority::Refinement => self.waiting.is_none(),
        };
        let size_of = |task: &Task| match &task.kind {
            TaskKind::Live { stage, .. } => running.as_ref().map_or(1, |r| r.size_of_part(*stage, size, at_most)),
            TaskKind::LiveTrial { trial, .. } => studies.current().map_or(1, |study| study.size_of_part(*trial)),
            TaskKind::Report { .. } | TaskKind::Query(_) | TaskKind::AskStudy => 1,
        };
        self.queue.take(may_be_given, size_of)
    }

    fn assign(&mut self, worker: WorkerId, task: Task) {
        let Some((material, job)) = self.job(&task) else { return };
        if let (Some(running), TaskKind::Live { .. }) = (&mut self.running, &task.kind) {
            running.begin();
        }
        if let Some(state) = self.workers.get_mut(&worker) {
            let message = ToWorker { material: state.take_missing(material), job };
            self.orders.push(Order::Send { worker, message, is_repeat: task.is_repeat });
            state.assignment = Assignment::Task(task);
        }
    }

    /// The job of a task, with all that it is about. `None` if the task is no longer wanted; such tasks are not kept.
    fn job(&self, task: &Task) -> Option<(Vec<Material>, Job)> {
        match task.owner {
            TaskOwner::Request(request) => {
                let (number, encoded) = self.newest.as_ref().filter(|(newest, _)| *newest == request)?;
                let material = Material::Request { number: *number, request: encoded.clone() };
                let job = match &task.kind {
                    TaskKind::Live { blocks, .. } => Job::Live { request, blocks: blocks.clone() },
                    TaskKind::Report { stage } => {
                        Job::Report { request, parts: self.running.as_ref()?.parts_until(*stage) }
                    }
                    TaskKind::Query(query) => Job::Query { request, query: query.clone() },
                    TaskKind::AskStudy | TaskKind::LiveTrial { .. } => return None,
                };
                Some((vec![material], job))
            }
            TaskOwner::Study(study) => {
                let running = self.studies.current().filter(|running| running.number == study)?;
                let mut material = vec![Material::Study { number: study, study: running.study.clone() }];
                let job = match &task.kind {
                    TaskKind::AskStudy => running.ask_job(),
                    TaskKind::LiveTrial { trial, blocks } => {
                        material.push(Material::Trial { number: *trial, trial: running.trial(*trial)?.clone() });
                        Job::LiveTrial { study, trial: *trial, blocks: blocks.clone() }
                    }
                    TaskKind::Live { .. } | TaskKind::Report { .. } | TaskKind::Query(_) => return None,
                };
                Some((material, job))
            }
        }
    }
}
