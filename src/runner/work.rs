//! One request being worked on: its stages, what is still to be given out, and what has come in.

use super::wire::{AskText, Job};
use super::{Ask, Progress};
use crate::analysis::Report;
use crate::engine::{BLOCK, Tally};
use std::collections::VecDeque;
use std::ops::Range;
use std::rc::Rc;

/// Blocks of the preview, some 4 000 customers, which answers first.
const PREVIEW: u64 = 4096_u64.div_ceil(BLOCK);
/// How much further each stage reaches than the one before [times].
const GROWTH: u64 = 4;
/// Most blocks in a part, however fast they are: some 16 000 customers.
const MOST: u64 = 16_384_u64.div_ceil(BLOCK);

/// A job with what the page needs to know when its answer comes.
#[derive(Clone, Debug)]
pub(super) struct Task {
    pub generation: u64,
    pub stage: usize,
    pub job: Job,
    /// Whether a worker has died over it already.
    pub repeated: bool,
}

/// Blocks that are reported together with all before them.
#[derive(Debug)]
struct Stage {
    blocks: Range<u64>,
    /// Blocks lived.
    done: u64,
    sum: Option<Tally>,
}

impl Stage {
    fn is_complete(&self) -> bool {
        self.sum.is_some() && self.done == length(&self.blocks)
    }
}

#[derive(Debug)]
pub(super) struct Work {
    pub generation: u64,
    pub ask: Ask,
    pub text: AskText,
    stages: Vec<Stage>,
    /// The first block that nobody has been given yet.
    next: u64,
    /// To be given before anything new: reports, and what died.
    first: VecDeque<Task>,
    /// How many stages are complete, and their sum.
    complete: usize,
    total: Option<Tally>,
    /// [customers]
    lived: u64,
    last: Option<Report>,
}

impl Work {
    pub fn new(generation: u64, ask: Ask) -> Self {
        let blocks = ask.customers.div_ceil(BLOCK);
        let mut work = Self {
            generation,
            text: AskText::of(&ask),
            ask,
            stages: stages(blocks),
            next: 0,
            first: VecDeque::new(),
            complete: 0,
            total: None,
            lived: 0,
            last: None,
        };
        if blocks == 0 {
            // Nobody to live, but still a report to make, of an empty tally.
            work.first.push_back(Task { generation, stage: 0, job: Job::Live(0..0), repeated: false });
        }
        work
    }

    /// Whether the preview has been begun, and its report is still to come.
    pub fn is_in_preview(&self) -> bool {
        self.next > 0 && self.last.is_none()
    }

    /// Whether the preview's report has come.
    pub fn is_previewed(&self) -> bool {
        self.last.is_some()
    }

    /// The next task for a worker who is free. A part of the preview is its share for so many workers; later parts
    /// hold `at_most` blocks. With `preview_only` nothing after the preview is given.
    pub fn take(&mut self, workers: usize, at_most: u64, preview_only: bool) -> Option<Task> {
        if let Some(task) = self.first.pop_front() {
            return Some(task);
        }
        let (stage, blocks) = self.stages.iter().map(|s| &s.blocks).enumerate().find(|(_, b)| self.next < b.end)?;
        if preview_only && stage > 0 {
            return None;
        }
        let size = if stage == 0 { length(blocks).div_ceil(workers.max(1) as u64) } else { at_most.clamp(1, MOST) };
        let from = self.next;
        self.next = (from + size).min(blocks.end);
        Some(Task { generation: self.generation, stage, job: Job::Live(from..self.next), repeated: false })
    }

    /// A task whose worker died is to be given again, before anything else.
    pub fn repeat(&mut self, task: Task) {
        self.first.push_front(Task { repeated: true, ..task });
    }

    /// The tally of a part has come.
    pub fn lived(&mut self, stage: usize, blocks: &Range<u64>, tally: Tally) {
        let Some(to) = self.stages.get_mut(stage) else { return };
        to.done += length(blocks);
        match &mut to.sum {
            Some(sum) => sum.add(&tally),
            none => *none = Some(tally),
        }
        self.lived += self.customers_before(blocks.end) - self.customers_before(blocks.start);
        self.complete_stages();
    }

    /// Customers in the blocks before this one [customers].
    fn customers_before(&self, block: u64) -> u64 {
        block.saturating_mul(BLOCK).min(self.ask.customers)
    }

    fn complete_stages(&mut self) {
        let before = self.complete;
        while let Some(stage) = self.stages.get_mut(self.complete).filter(|stage| stage.is_complete()) {
            match (&mut self.total, stage.sum.take()) {
                (Some(total), Some(sum)) => total.add(&sum),
                (total, sum) => *total = sum,
            }
            self.complete += 1;
        }
        if let (true, Some(total)) = (self.complete > before, &self.total) {
            let job = Job::Report(Rc::new(total.clone()));
            let stage = self.complete - 1;
            self.first.push_front(Task { generation: self.generation, stage, job, repeated: false });
        }
    }

    /// The report of a stage has come. `None` when that of a later stage came before it.
    pub fn reported(&mut self, stage: usize, report: Report) -> Option<Progress> {
        let newer = self.last.as_ref().is_none_or(|last| last.customers <= report.customers);
        newer.then(|| {
            self.last = Some(report.clone());
            Progress { report, customers: self.ask.customers, done: stage + 1 >= self.stages.len() }
        })
    }

    /// Nothing more is wanted. What was reported last stands; if nothing was, the preview is still made, and is all.
    pub fn stop(&mut self) -> Option<Progress> {
        self.stages.truncate(1);
        let report = self.last.clone()?;
        Some(Progress { report, customers: self.ask.customers, done: true })
    }

    /// Customers lived so far [customers].
    pub fn customers_lived(&self) -> u64 {
        self.lived
    }
}

fn length(blocks: &Range<u64>) -> u64 {
    blocks.end.saturating_sub(blocks.start)
}

/// The preview first, then each stage so many times as far, up to the end.
fn stages(blocks: u64) -> Vec<Stage> {
    let mut stages = Vec::new();
    let (mut from, mut until) = (0, PREVIEW);
    loop {
        stages.push(Stage { blocks: from..until.min(blocks), done: 0, sum: None });
        if until >= blocks {
            return stages;
        }
        (from, until) = (until, until.saturating_mul(GROWTH));
    }
}
