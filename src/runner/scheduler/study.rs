//! The studies that are asked for, one after the other: which trials are still to be lived, and what has come in.

use super::super::encoded::Encoded;
use super::super::protocol::{Job, NeededTrial};
use super::queue::{Priority, Task, TaskKind, TaskOwner};
use crate::analysis::studies::{Study, Trial};
use crate::engine::{BLOCK, TrialTally};
use crate::model::Journey;
use std::collections::VecDeque;
use std::ops::Range;

/// Worlds times blocks in a part: so that it takes some 20 ms.
const WORLDS: u64 = 12;

/// The studies, in their order. Only the first is being worked on.
#[derive(Debug, Default)]
pub(super) struct StudyQueue {
    waiting: VecDeque<(u64, Study)>,
    current: Option<RunningStudy>,
    /// The last number given to a study or a trial; never used twice.
    last_number: u64,
}

/// A study that is being worked on. The page holds what was lived for it as bytes; a worker adds it up when it asks the
/// study.
#[derive(Debug)]
pub(super) struct RunningStudy {
    pub number: u64,
    /// The number that whoever asked for it knows it by.
    pub known_as: u64,
    pub study: Encoded<Study>,
    /// The journey that the study is about.
    pub journey: Journey,
    /// The sums of each round before the last, by trial.
    rounds: Vec<Vec<Encoded<TrialTally>>>,
    /// The round that is being lived.
    round: Vec<RunningTrial>,
}

/// A trial of the round that is being lived.
#[derive(Debug)]
struct RunningTrial {
    number: u64,
    trial: Encoded<Trial>,
    worlds: u64,
    blocks: u64,
    /// Whether nothing was found wrong with it.
    is_checked: bool,
    /// Blocks lived.
    done: u64,
    parts: Vec<Encoded<TrialTally>>,
}

impl StudyQueue {
    /// Drops what is being worked on and lets these studies wait, by the numbers that they are known by.
    pub fn begin(&mut self, studies: Vec<(u64, Study)>) {
        self.waiting = studies.into();
        self.current = None;
    }

    /// The next study, taken out of the queue; the current one is done with.
    pub fn take_next(&mut self) -> Option<(u64, Study)> {
        self.current = None;
        self.waiting.pop_front()
    }

    /// Works on a study from now on. The task of asking it.
    pub fn take_up(&mut self, known_as: u64, study: Study) -> Task {
        self.last_number += 1;
        let number = self.last_number;
        let (encoded, journey) = (Encoded::of(&study), study.terms.journey);
        let (rounds, round) = (Vec::new(), Vec::new());
        self.current.insert(RunningStudy { number, known_as, study: encoded, journey, rounds, round }).ask_task()
    }

    /// Nothing more is to be found out.
    pub fn stop(&mut self) {
        self.waiting.clear();
        self.current = None;
    }

    /// The study that is being worked on.
    pub fn current(&self) -> Option<&RunningStudy> {
        self.current.as_ref()
    }

    /// The study needs these trials next; with the sums of the round before.
    pub fn on_trials_needed(&mut self, trials: Vec<NeededTrial>, last_round: Vec<Encoded<TrialTally>>) -> Vec<Task> {
        let Some(study) = &mut self.current else { return Vec::new() };
        if !last_round.is_empty() {
            study.rounds.push(last_round);
        }
        let numbers = self.last_number + 1..;
        study.round = numbers.zip(trials).map(|(number, needed)| RunningTrial::new(number, needed)).collect();
        self.last_number += study.round.len() as u64;
        study.round.iter().map(|trial| trial.task(study.number)).collect()
    }

    /// A trial that nobody has looked at yet, with the journey that it is about.
    pub fn unchecked(&self, trial: u64) -> Option<(&Journey, &Encoded<Trial>)> {
        let study = self.current.as_ref()?;
        let running = study.round.iter().find(|running| running.number == trial && !running.is_checked)?;
        Some((&study.journey, &running.trial))
    }

    /// Nothing is wrong with a trial.
    pub fn on_checked(&mut self, trial: u64) {
        let round = self.current.iter_mut().flat_map(|study| &mut study.round);
        round.filter(|running| running.number == trial).for_each(|running| running.is_checked = true);
    }

    /// A part of a trial has been lived. The task of asking the study again, if it was the last of the round.
    pub fn on_trial_lived(&mut self, trial: u64, blocks: &Range<u64>, lived: Encoded<TrialTally>) -> Option<Task> {
        let study = self.current.as_mut()?;
        let trial = study.round.iter_mut().find(|running| running.number == trial)?;
        trial.done += blocks.end.saturating_sub(blocks.start);
        trial.parts.push(lived);
        study.round.iter().all(RunningTrial::is_complete).then(|| study.ask_task())
    }
}

impl RunningStudy {
    fn ask_task(&self) -> Task {
        Task::new(TaskOwner::Study(self.number), Priority::Study, TaskKind::AskStudy)
    }

    /// The job of asking the study with what was lived for it so far.
    pub fn ask_job(&self) -> Job {
        let last_round = self.round.iter().map(|trial| trial.parts.clone()).collect();
        Job::AskStudy { study: self.number, rounds: self.rounds.clone(), last_round }
    }

    /// A trial of the round that is being lived.
    pub fn trial(&self, number: u64) -> Option<&Encoded<Trial>> {
        self.round.iter().find(|trial| trial.number == number).map(|trial| &trial.trial)
    }

    /// How many blocks of a trial to give at a time.
    pub fn size_of_part(&self, trial: u64) -> u64 {
        let trial = self.round.iter().find(|running| running.number == trial);
        trial.map_or(1, |trial| WORLDS / trial.worlds.max(1))
    }

    /// How many blocks of this round are lived, and of how many; `None` before the first round [blocks].
    pub fn progress(&self) -> Option<(u64, u64)> {
        let sum = |of: fn(&RunningTrial) -> u64| self.round.iter().map(of).sum();
        (!self.round.is_empty()).then(|| (sum(|trial| trial.done), sum(|trial| trial.blocks)))
    }
}

impl RunningTrial {
    fn new(number: u64, needed: NeededTrial) -> Self {
        let NeededTrial { customers, worlds, trial } = needed;
        Self { number, trial, worlds, blocks: customers.div_ceil(BLOCK), is_checked: false, done: 0, parts: Vec::new() }
    }

    fn task(&self, study: u64) -> Task {
        let kind = TaskKind::LiveTrial { trial: self.number, blocks: 0..self.blocks };
        Task::new(TaskOwner::Study(study), Priority::Study, kind)
    }

    fn is_complete(&self) -> bool {
        !self.parts.is_empty() && self.done == self.blocks
    }
}
