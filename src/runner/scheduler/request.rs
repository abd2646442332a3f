//! The run of one request: its stages, and what has come in.

use super::super::encoded::Encoded;
use super::super::events::Progress;
use super::super::protocol::RunRequest;
use super::queue::{Priority, Task, TaskKind, TaskOwner};
use crate::analysis::Report;
use crate::engine::{BLOCK, Tally};
use std::ops::Range;

/// Blocks of the preview, some 4 000 customers, which answers first.
const PREVIEW: u64 = 4096_u64.div_ceil(BLOCK);
/// How much further each stage reaches than the one before [times].
const GROWTH: u64 = 4;
/// Most blocks in a part, however fast they are: some 16 000 customers.
const MOST: u64 = 16_384_u64.div_ceil(BLOCK);

/// Blocks that are reported together with all before them.
#[derive(Debug)]
struct Stage {
    blocks: Range<u64>,
    /// Blocks lived.
    done: u64,
    /// Tallies that no total holds yet.
    parts: Vec<Encoded<Tally>>,
}

/// A request that is being run. The page holds what was lived as bytes; the total is added up by the worker that
/// reports.
#[derive(Debug)]
pub(super) struct RunningRequest {
    pub number: u64,
    pub request: RunRequest,
    stages: Vec<Stage>,
    /// True if a part has been given to a worker.
    is_begun: bool,
    /// How many stages are complete.
    complete: usize,
    /// The sum of the first stages, as the newest report came with it.
    total: Option<Encoded<Tally>>,
    /// How many stages the total holds.
    summed: usize,
    /// [customers]
    lived: u64,
    last: Option<Report>,
}

impl RunningRequest {
    pub fn new(number: u64, request: RunRequest) -> Self {
        let stages = stages(request.customers.div_ceil(BLOCK));
        Self { number, request, stages, is_begun: false, complete: 0, total: None, summed: 0, lived: 0, last: None }
    }

    /// What is to be lived, stage by stage. Where there is nobody to live, there is still a report to make, of an
    /// empty tally.
    pub fn tasks(&self) -> impl Iterator<Item = Task> {
        self.stages.iter().enumerate().map(|(stage, Stage { blocks, .. })| {
            let priority = if stage == 0 { Priority::Preview } else { Priority::Refinement };
            Task::new(TaskOwner::Request(self.number), priority, TaskKind::Live { stage, blocks: blocks.clone() })
        })
    }

    /// How many blocks of a stage to give at a time: of the preview its share for `workers`, later `at_most`.
    pub fn size_of_part(&self, stage: usize, workers: usize, at_most: u64) -> u64 {
        match self.stages.first() {
            Some(preview) if stage == 0 => length(&preview.blocks).div_ceil(workers.max(1) as u64),
            _ => at_most.clamp(1, MOST),
        }
    }

    /// A part has been given to a worker.
    pub fn begin(&mut self) {
        self.is_begun = true;
    }

    /// True if the preview has been begun, and its report is still to come.
    pub fn is_in_preview(&self) -> bool {
        self.is_begun && self.last.is_none()
    }

    /// True if the preview's report has come.
    pub fn is_previewed(&self) -> bool {
        self.last.is_some()
    }

    /// The tally of a part has come. The task of reporting, if a stage is complete with it.
    pub fn on_lived(&mut self, stage: usize, blocks: &Range<u64>, tally: Encoded<Tally>) -> Option<Task> {
        let to = self.stages.get_mut(stage)?;
        to.done += length(blocks);
        to.parts.push(tally);
        self.lived += self.customers_before(blocks.end) - self.customers_before(blocks.start);
        let before = self.complete;
        let is_complete = |stage: &Stage| !stage.parts.is_empty() && stage.done == length(&stage.blocks);
        self.complete += self.stages.iter().skip(before).take_while(|stage| is_complete(stage)).count();
        let priority = if self.is_previewed() { Priority::Refinement } else { Priority::Preview };
        let kind = TaskKind::Report { stage: self.complete.checked_sub(1)? };
        (self.complete > before).then(|| Task::new(TaskOwner::Request(self.number), priority, kind))
    }

    /// Customers in the blocks before this one [customers].
    fn customers_before(&self, block: u64) -> u64 {
        block.saturating_mul(BLOCK).min(self.request.customers)
    }

    /// True if no report that came holds this stage.
    pub fn is_unreported(&self, stage: usize) -> bool {
        stage >= self.summed
    }

    /// The tallies of all stages up to this one: the total so far, and what it does not hold.
    pub fn parts_until(&self, stage: usize) -> Vec<Encoded<Tally>> {
        let stages = self.stages.iter().take(stage + 1);
        self.total.iter().chain(stages.flat_map(|stage| &stage.parts)).cloned().collect()
    }

    /// The report of a stage has come, with the sum that it is made of. `None` if that of a later stage came before it.
    pub fn on_reported(&mut self, stage: usize, report: Report, total: Encoded<Tally>) -> Option<Progress> {
        if !self.is_unreported(stage) {
            return None;
        }
        self.summed = stage + 1;
        self.total = Some(total);
        self.stages.iter_mut().take(stage + 1).for_each(|stage| stage.parts.clear());
        self.last = Some(report.clone());
        Some(Progress { report, customers: self.request.customers, done: stage + 1 >= self.stages.len() })
    }

    /// Nothing more is wanted. What was reported last stands; if nothing was, the preview is still made, and is all.
    pub fn stop(&mut self) -> Option<Progress> {
        self.stages.truncate(1);
        let report = self.last.clone()?;
        Some(Progress { report, customers: self.request.customers, done: true })
    }

    /// Customers lived so far [customers].
    pub fn customers_lived(&self) -> u64 {
        self.lived
    }
}

fn length(blocks: &Range<u64>) -> u64 {
    blocks.end.saturating_sub(blocks.start)
}

/// The preview first, then each stage [`GROWTH`] times as far, up to the end.
fn stages(blocks: u64) -> Vec<Stage> {
    let mut stages = Vec::new();
    let (mut from, mut until) = (0, PREVIEW);
    loop {
        stages.push(Stage { blocks: from..until.min(blocks), done: 0, parts: Vec::new() });
        if until >= blocks {
            return stages;
        }
        (from, until) = (until, until.saturating_mul(GROWTH));
    }
}
