//! The one queue of what workers are still to be given.

use super::super::protocol::QuickQuery;
use std::collections::VecDeque;
use std::ops::Range;

/// Whom a task is for. The numbers are never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TaskOwner {
    Request(u64),
    Study(u64),
}

/// Order of tasks; what stands first is given first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Priority {
    /// Up to the first report of a request.
    Preview,
    Query,
    Study,
    /// More customers, once the preview is told.
    Refinement,
}

/// What a worker is to do. Blocks are divided when they are given.
#[derive(Clone, Debug)]
pub(super) enum TaskKind {
    Live { stage: usize, blocks: Range<u64> },
    Report { stage: usize },
    Query(QuickQuery),
    AskStudy,
    LiveTrial { trial: u64, blocks: Range<u64> },
}

#[derive(Clone, Debug)]
pub(super) struct Task {
    pub owner: TaskOwner,
    pub priority: Priority,
    pub kind: TaskKind,
    /// True if a worker was lost over it already.
    pub is_repeat: bool,
}

impl Task {
    pub fn new(owner: TaskOwner, priority: Priority, kind: TaskKind) -> Self {
        Self { owner, priority, kind, is_repeat: false }
    }

    pub fn is_query(&self) -> bool {
        matches!(self.kind, TaskKind::Query(_))
    }

    /// True if it is part of the run of a request: what ends with it.
    pub fn is_run(&self) -> bool {
        matches!(self.kind, TaskKind::Live { .. } | TaskKind::Report { .. })
    }

    fn blocks(&mut self) -> Option<&mut Range<u64>> {
        match &mut self.kind {
            TaskKind::Live { blocks, .. } | TaskKind::LiveTrial { blocks, .. } => Some(blocks),
            TaskKind::Report { .. } | TaskKind::Query(_) | TaskKind::AskStudy => None,
        }
    }

    /// Takes the first `size` blocks (at least one) off; `None` if there are no more than that.
    fn split(&mut self, size: u64) -> Option<Self> {
        let mut part = self.clone();
        let (mine, its) = (self.blocks()?, part.blocks()?);
        let until = mine.start + size.max(1);
        if until >= mine.end {
            return None;
        }
        (mine.start, its.end) = (until, until);
        Some(part)
    }
}

/// Tasks in the order in which they are given: by priority, then as they came.
#[derive(Debug, Default)]
pub(super) struct TaskQueue {
    tasks: VecDeque<Task>,
}

impl TaskQueue {
    /// Puts a task behind those of its priority.
    pub fn add(&mut self, task: Task) {
        let at = self.tasks.partition_point(|other| other.priority <= task.priority);
        self.tasks.insert(at, task);
    }

    /// Puts a task before those of its priority.
    pub fn add_first(&mut self, task: Task) {
        let at = self.tasks.partition_point(|other| other.priority < task.priority);
        self.tasks.insert(at, task);
    }

    /// Takes the first task that may be given now, or the first `size_of` blocks of it. What is repeated is given as it
    /// was.
    pub fn take(&mut self, may_be_given: impl Fn(&Task) -> bool, size_of: impl Fn(&Task) -> u64) -> Option<Task> {
        let at = self.tasks.iter().position(may_be_given)?;
        let task = self.tasks.get_mut(at)?;
        let part = if task.is_repeat { None } else { task.split(size_of(task)) };
        part.or_else(|| self.tasks.remove(at))
    }

    /// Drops all tasks of which this is not true.
    pub fn keep(&mut self, is_kept: impl Fn(&Task) -> bool) {
        self.tasks.retain(is_kept);
    }

    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }
}
