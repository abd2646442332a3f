//! Who works on what. Pure: it is told what happened and answers with orders; no clock, no browser.
//!
//! The newest request wins. What is still being worked on for an older one is finished (a part is short) and dropped.
//! One exception keeps figures coming while a slider is dragged without rest: a change of the same journey waits for a
//! preview that has been begun, which is told first. Otherwise each movement would end the preview of the one before.
//!
//! All work stands in one queue: the preview first, then queries (one at a time, so that the request after
//! it finds the other workers free), then studies, then the refinement of the request.

mod checks;
mod giving;
mod queue;
mod request;
mod study;
mod workers;

use super::encoded::Encoded;
use super::events::Event;
use super::protocol::{BUILD, FromWorker, JobAnswer, QuickQuery, RunRequest, ToWorker};
use crate::analysis::studies::Study;
use checks::Checks;
use queue::{Priority, Task, TaskKind, TaskOwner, TaskQueue};
use request::RunningRequest;
use std::collections::BTreeMap;
use study::StudyQueue;
use workers::{Assignment, WorkerState};

/// Number of a worker; never used twice.
pub type WorkerId = u64;

/// What the scheduler wants done, in this order.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "there are as many of them as workers, and none is kept")]
pub enum Order {
    /// Start a worker. It says [`FromWorker::Ready`].
    Start(WorkerId),
    /// End a worker; nothing that it still says counts.
    End(WorkerId),
    Send {
        worker: WorkerId,
        message: ToWorker,
        /// True if a worker was lost over it already: be more patient this time.
        is_repeat: bool,
    },
    Tell(Event),
}

/// Divides requests, queries and studies among workers.
#[derive(Debug)]
pub struct Scheduler {
    size: usize,
    workers: BTreeMap<WorkerId, WorkerState>,
    next_worker: WorkerId,
    /// Workers that were lost since one last answered.
    lost_in_a_row: usize,
    queue: TaskQueue,
    /// The newest request that was begun, by its number: what queries are about, also when it is done.
    newest: Option<(u64, Encoded<RunRequest>)>,
    /// The newest request, while it is being run.
    running: Option<RunningRequest>,
    /// A newer request, which waits for the preview of the one before.
    waiting: Option<RunRequest>,
    /// Queries about a request that is not begun yet.
    waiting_queries: Vec<QuickQuery>,
    studies: StudyQueue,
    checks: Checks,
    last_request: u64,
    /// How long a block takes, as far as known [ms].
    pace: Option<f64>,
    orders: Vec<Order>,
}

impl Scheduler {
    /// A scheduler of `workers` workers (at least one), none of them started.
    pub fn new(workers: usize) -> Self {
        Self {
            size: workers.max(1),
            workers: BTreeMap::new(),
            next_worker: 0,
            lost_in_a_row: 0,
            queue: TaskQueue::default(),
            newest: None,
            running: None,
            waiting: None,
            waiting_queries: Vec::new(),
            studies: StudyQueue::default(),
            checks: Checks::default(),
            last_request: 0,
            pace: None,
            orders: Vec::new(),
        }
    }

    /// Starts the workers that are missing.
    pub fn start(&mut self) -> Vec<Order> {
        self.lost_in_a_row = 0;
        while self.workers.len() < self.size {
            self.start_one();
        }
        std::mem::take(&mut self.orders)
    }

    /// A new request. Starts workers that are missing, also those that could not be started before.
    pub fn run(&mut self, request: RunRequest) -> Vec<Order> {
        self.orders = self.start();
        match &self.running {
            Some(running) if running.is_in_preview() && running.request.journey == request.journey => {
                self.waiting = Some(request);
            }
            _ => self.begin(request),
        }
        self.orders()
    }

    /// A query about the newest request: answered once its preview is told, also when it is done.
    pub fn query(&mut self, query: QuickQuery) -> Vec<Order> {
        match &self.newest {
            Some((number, _)) if self.waiting.is_none() => self.queue_query(*number, query),
            _ => self.waiting_queries.push(query),
        }
        self.orders()
    }

    /// Studies, by the numbers that they are known by: worked on one after the other, once the newest request's preview
    /// is told, in the place of those started before.
    pub fn start_studies(&mut self, studies: Vec<(u64, Study)>) -> Vec<Order> {
        self.studies.begin(studies);
        self.take_up_next_study();
        self.orders()
    }

    /// The person wants no more. What was reported last is told again, as done; before the first report, the preview
    /// is still made.
    pub fn stop(&mut self) -> Vec<Order> {
        self.begin_waiting();
        self.queue.keep(|task| task.priority != Priority::Refinement);
        if let Some(done) = self.running.as_mut().and_then(RunningRequest::stop) {
            self.finish();
            self.tell(Event::Progress(done));
        }
        self.orders()
    }

    /// A worker has said something.
    pub fn on_message(&mut self, worker: WorkerId, message: FromWorker) -> Vec<Order> {
        let Some(state) = self.workers.get_mut(&worker) else { return Vec::new() };
        match (message, &state.assignment) {
            (FromWorker::StillWorking, _) => Vec::new(),
            (FromWorker::Ready { build }, Assignment::Starting) if build == BUILD => {
                state.assignment = Assignment::Nothing;
                self.orders()
            }
            (FromWorker::Answer(answer), Assignment::Task(task)) if is_answer(&answer, &task.kind) => {
                let task = task.clone();
                state.assignment = Assignment::Nothing;
                self.on_answer(task, answer);
                self.orders()
            }
            // Of another build, or no answer to what was asked.
            _ => self.on_worker_lost(worker),
        }
    }

    fn on_answer(&mut self, task: Task, answer: JobAnswer) {
        self.lost_in_a_row = 0;
        if let (JobAnswer::Lived { took, .. }, TaskKind::Live { blocks, .. }) = (&answer, &task.kind) {
            self.learn_pace(*took, blocks.end - blocks.start);
        }
        if !self.is_wanted(&task) {
            return;
        }
        match (answer, task.kind) {
            (JobAnswer::Lived { tally, .. }, TaskKind::Live { stage, blocks }) => {
                let Some(running) = &mut self.running else { return };
                let report = running.on_lived(stage, &blocks, tally);
                let (lived, customers) = (running.customers_lived(), running.request.customers);
                if let Some(report) = report {
                    self.queue.keep(|task| !matches!(task.kind, TaskKind::Report { .. }));
                    self.queue.add_first(report);
                }
                self.tell(Event::Counted { lived, customers });
            }
            (JobAnswer::Reported { report, total }, TaskKind::Report { stage }) => {
                let told = self.running.as_mut().and_then(|running| running.on_reported(stage, *report, total));
                if let Some(progress) = told {
                    if progress.done {
                        self.finish();
                    }
                    self.tell(Event::Progress(progress));
                }
                self.begin_waiting();
            }
            (JobAnswer::Answered(answer), TaskKind::Query(_)) => self.tell(Event::Answered(answer)),
            (JobAnswer::StudyFinished(result), TaskKind::AskStudy) => {
                if let Some(study) = self.studies.current() {
                    self.orders.push(Order::Tell(Event::StudyFinished { number: study.known_as, result }));
                }
                self.take_up_next_study();
            }
            (JobAnswer::TrialsNeeded { trials, last_round }, TaskKind::AskStudy) => {
                let trials = self.studies.on_trials_needed(trials, last_round);
                trials.into_iter().for_each(|task| self.queue.add(task));
                self.tell_study_progress();
            }
            (JobAnswer::TrialLived(lived), TaskKind::LiveTrial { trial, blocks }) => {
                let ask = self.studies.on_trial_lived(trial, &blocks, lived);
                ask.into_iter().for_each(|task| self.queue.add(task));
                self.tell_study_progress();
            }
            // No answer to what was asked.
            _ => {}
        }
    }

    /// A worker has died, could not be started, or has not answered for too long. What it had to do is given to another
    /// one, once.
    pub fn on_worker_lost(&mut self, worker: WorkerId) -> Vec<Order> {
        let Some(lost) = self.workers.remove(&worker) else { return Vec::new() };
        self.orders.push(Order::End(worker));
        self.lost_in_a_row += 1;
        // Where workers are lost one after the other without an answer, starting more would never end.
        if self.lost_in_a_row <= self.size {
            self.start_one();
        }
        let task = lost.task().filter(|task| self.is_wanted(task)).cloned();
        if self.workers.is_empty() {
            if task.is_some() || self.running.is_some() || !self.queue.is_empty() {
                self.break_off();
            }
        } else if let Some(task) = task {
            if self.waiting.is_some() && task.is_run() {
                self.begin_waiting();
            } else if task.is_repeat {
                self.give_up(&task);
            } else {
                self.queue.add_first(Task { is_repeat: true, ..task });
                self.tell(Event::Recovered);
            }
        }
        self.orders()
    }

    /// A task was lost twice.
    fn give_up(&mut self, task: &Task) {
        match (task.owner, task.is_query()) {
            (TaskOwner::Request(_), false) => self.break_off(),
            (TaskOwner::Request(_), true) => self.tell(Event::Broken),
            (TaskOwner::Study(_), _) => {
                self.studies.stop();
                self.drop_studies_tasks();
                self.tell(Event::Broken);
            }
        }
    }

    fn break_off(&mut self) {
        self.newest = None;
        self.running = None;
        self.waiting = None;
        self.waiting_queries.clear();
        self.studies.stop();
        self.queue = TaskQueue::default();
        self.tell(Event::Broken);
    }

    fn begin(&mut self, request: RunRequest) {
        self.waiting = None;
        let problems = self.checks.request(&request);
        if !problems.is_empty() {
            self.newest = None;
            self.waiting_queries.clear();
            self.finish();
            self.queue.keep(|task| matches!(task.owner, TaskOwner::Study(_)));
            return self.tell(Event::Refused(problems));
        }
        self.last_request += 1;
        let number = self.last_request;
        self.queue.keep(|task| matches!(task.owner, TaskOwner::Study(_)));
        self.newest = Some((number, Encoded::of(&request)));
        let running = self.running.insert(RunningRequest::new(number, request));
        running.tasks().for_each(|task| self.queue.add(task));
        for query in std::mem::take(&mut self.waiting_queries) {
            self.queue_query(number, query);
        }
    }

    fn queue_query(&mut self, request: u64, query: QuickQuery) {
        let kind = TaskKind::Query(self.checks.query(query));
        self.queue.add(Task::new(TaskOwner::Request(request), Priority::Query, kind));
    }

    fn begin_waiting(&mut self) {
        if let Some(newest) = self.waiting.take() {
            self.begin(newest);
        }
    }

    /// The run of the request is over; queries about it are still answered.
    fn finish(&mut self) {
        self.running = None;
        self.queue.keep(|task| !task.is_run());
    }

    /// The first task of the next study, in the place of all that is to be done for the one before. What cannot be asked
    /// is refused, and passed over.
    fn take_up_next_study(&mut self) {
        self.drop_studies_tasks();
        while let Some((known_as, study)) = self.studies.take_next() {
            let problems = self.checks.study(&study);
            if problems.is_empty() {
                let task = self.studies.take_up(known_as, study);
                return self.queue.add(task);
            }
            self.tell(Event::Refused(problems));
        }
    }

    fn drop_studies_tasks(&mut self) {
        self.queue.keep(|task| !matches!(task.owner, TaskOwner::Study(_)));
    }

    /// True if the answer to a task is still of use.
    fn is_wanted(&self, task: &Task) -> bool {
        match (task.owner, &task.kind) {
            (TaskOwner::Request(number), TaskKind::Query(_)) => {
                self.newest.as_ref().is_some_and(|(newest, _)| *newest == number)
            }
            (TaskOwner::Request(number), kind) => self.running.as_ref().is_some_and(|running| {
                let is_reported = |stage| !running.is_unreported(stage);
                running.number == number && !matches!(kind, TaskKind::Report { stage } if is_reported(*stage))
            }),
            (TaskOwner::Study(number), _) => self.studies.current().is_some_and(|study| study.number == number),
        }
    }

    fn start_one(&mut self) {
        let worker = self.next_worker;
        self.next_worker += 1;
        self.workers.insert(worker, WorkerState::starting());
        self.orders.push(Order::Start(worker));
    }

    fn tell(&mut self, event: Event) {
        self.orders.push(Order::Tell(event));
    }

    fn tell_study_progress(&mut self) {
        let progress = self.studies.current().and_then(|study| Some((study.known_as, study.progress()?)));
        if let Some((number, (lived, of))) = progress {
            self.tell(Event::StudyProgress { number, lived, of });
        }
    }

    /// Quick to learn that blocks are slow, slow to forget it.
    fn learn_pace(&mut self, took: f64, blocks: u64) {
        if blocks > 0 && took.is_finite() {
            let new = took / blocks as f64;
            self.pace = Some(self.pace.map_or(new, |old| if new > old { new } else { (old + new) / 2.0 }));
        }
    }
}

/// True if this kind of answer belongs to this kind of task.
fn is_answer(answer: &JobAnswer, task: &TaskKind) -> bool {
    match answer {
        JobAnswer::Lived { .. } => matches!(task, TaskKind::Live { .. }),
        JobAnswer::Reported { .. } => matches!(task, TaskKind::Report { .. }),
        JobAnswer::Answered(_) => matches!(task, TaskKind::Query(_)),
        JobAnswer::StudyFinished(_) | JobAnswer::TrialsNeeded { .. } => matches!(task, TaskKind::AskStudy),
        JobAnswer::TrialLived(_) => matches!(task, TaskKind::LiveTrial { .. }),
    }
}
