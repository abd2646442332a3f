//! Questions that need many trials lived, one after the other: which trials are still to be lived, and what has come in.

use super::wire::{Job, JourneyText, TrialText};
use crate::analysis::studies::{LivedRounds, NeedsTrials, Study, StudyResult, Trial};
use crate::engine::{BLOCK, TrialTally};
use std::collections::VecDeque;
use std::ops::Range;

/// A piece of a trial, for one worker.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Number of the trial; never used twice.
    pub trial: u64,
    /// Its place in the round.
    place: usize,
    pub job: Job,
    pub repeated: bool,
}

/// A question that has been answered, by its number.
pub(super) type Found = (u64, Box<StudyResult>);

/// The questions of one request, in their order. Only the first is being worked on.
#[derive(Debug, Default)]
pub(super) struct Inquest {
    waiting: VecDeque<(u64, Study)>,
    now: Option<Open>,
    next_trial: u64,
}

/// A question being worked on.
#[derive(Debug)]
struct Open {
    number: u64,
    inquiry: Study,
    journey: JourneyText,
    rounds: Vec<Vec<TrialTally>>,
    round: Vec<Begun>,
    again: VecDeque<Piece>,
}

/// A trial of the round that is being lived.
#[derive(Debug)]
struct Begun {
    number: u64,
    trial: Trial,
    /// Written when the first piece is given.
    text: Option<TrialText>,
    blocks: u64,
    /// The first block that nobody has been given yet.
    next: u64,
    done: u64,
    sum: Option<TrialTally>,
}

/// Worlds times blocks in a piece: so that it takes some 20 ms.
const WORLDS: u64 = 12;

impl Inquest {
    /// Drops what is being worked on and takes up these questions, by their numbers.
    pub fn begin(&mut self, inquiries: Vec<(u64, Study)>) -> Vec<Found> {
        self.now = None;
        self.waiting = inquiries.into();
        self.take_up_next()
    }

    /// Whether anything is still to be found out.
    pub fn is_busy(&self) -> bool {
        self.now.is_some()
    }

    /// How many blocks are lived, of how many in this round [blocks].
    pub fn progress(&self) -> Option<(u64, u64, u64)> {
        let open = self.now.as_ref()?;
        let sum = |of: fn(&Begun) -> u64| open.round.iter().map(of).sum();
        Some((open.number, sum(|b| b.done), sum(|b| b.blocks)))
    }

    /// The next piece for a worker who is free.
    pub fn take(&mut self) -> Option<Piece> {
        let open = self.now.as_mut()?;
        if let Some(piece) = open.again.pop_front() {
            return Some(piece);
        }
        let (place, begun) = open.round.iter_mut().enumerate().find(|(_, begun)| begun.next < begun.blocks)?;
        let from = begun.next;
        let size = (WORLDS / (begun.trial.others.len() as u64 + 1)).max(1);
        begun.next = (from + size).min(begun.blocks);
        let trial = begun.text.get_or_insert_with(|| TrialText::of(&begun.trial)).clone();
        let journey = open.journey.clone();
        let job = Job::Trial { number: begun.number, journey, trial, blocks: from..begun.next };
        Some(Piece { trial: begun.number, place, job, repeated: false })
    }

    /// Whether a piece is of what is being worked on.
    pub fn is_wanted(&self, piece: &Piece) -> bool {
        self.now.as_ref().and_then(|open| open.round.get(piece.place)).is_some_and(|b| b.number == piece.trial)
    }

    /// A worker has died over a piece: it is given once more.
    pub fn repeat(&mut self, piece: Piece) {
        if let Some(open) = &mut self.now {
            open.again.push_back(Piece { repeated: true, ..piece });
        }
    }

    /// A piece has been lived. What that answers; the next question is begun then.
    pub fn lived(&mut self, piece: &Piece, lived: TrialTally) -> Vec<Found> {
        let Some(open) = &mut self.now else { return Vec::new() };
        let (Some(begun), Job::Trial { blocks, .. }) = (open.round.get_mut(piece.place), &piece.job) else {
            return Vec::new();
        };
        match &mut begun.sum {
            Some(sum) => sum.add(&lived),
            none => *none = Some(lived),
        }
        begun.done += length(blocks);
        if open.round.iter().any(|begun| begun.done < begun.blocks) {
            return Vec::new();
        }
        let round = std::mem::take(&mut open.round);
        open.rounds.push(round.into_iter().filter_map(|begun| begun.sum).collect());
        self.ask()
    }

    /// Nothing more is to be found out.
    pub fn stop(&mut self) {
        *self = Self { next_trial: self.next_trial, ..Self::default() };
    }

    fn take_up_next(&mut self) -> Vec<Found> {
        let Some((number, inquiry)) = self.waiting.pop_front() else { return Vec::new() };
        let journey = JourneyText::of(&inquiry.terms.journey);
        let (rounds, round, again) = (Vec::new(), Vec::new(), VecDeque::new());
        self.now = Some(Open { number, inquiry, journey, rounds, round, again });
        self.ask()
    }

    /// Asks the question once more; where it answers, the next one is taken up.
    fn ask(&mut self) -> Vec<Found> {
        let Some(open) = &mut self.now else { return Vec::new() };
        match open.inquiry.ask(&mut LivedRounds::new(&open.rounds)) {
            Err(NeedsTrials(trials)) => {
                open.round = trials.into_iter().map(|trial| begin(trial, &mut self.next_trial)).collect();
                Vec::new()
            }
            Ok(finding) => {
                let mut found = vec![(open.number, Box::new(finding))];
                found.extend(self.drop_first());
                found
            }
        }
    }

    /// The question that is being worked on cannot be answered: on to the next.
    pub fn drop_first(&mut self) -> Vec<Found> {
        self.now = None;
        self.take_up_next()
    }
}

fn begin(trial: Trial, next: &mut u64) -> Begun {
    *next += 1;
    let blocks = trial.customers.div_ceil(BLOCK);
    Begun { number: *next, trial, text: None, blocks, next: 0, done: 0, sum: None }
}

fn length(blocks: &Range<u64>) -> u64 {
    blocks.end.saturating_sub(blocks.start)
}
