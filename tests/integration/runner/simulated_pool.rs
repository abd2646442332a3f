//! A pool with a will of its own: workers start, answer and are lost in any order. Every message passes through its
//! bytes.

use super::{ask, progress, truth};
use kedja::analysis::Report;
use kedja::analysis::studies::{Study, StudyResult};
use kedja::runner::protocol::{BUILD, FromWorker, Job, Material, ToWorker};
use kedja::runner::{
    Event, JobExecutor, Order, QueryAnswer, QuickQuery, RunRequest, Scheduler, WorkerId, decode, encode,
};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// A simulated pool.
pub struct SimulatedPool {
    scheduler: Scheduler,
    workers: BTreeMap<WorkerId, SimulatedWorker>,
    pub told: Vec<Event>,
    pub started: usize,
    /// What was sent of each kind of material: request, study, trial.
    pub sent: Vec<(WorkerId, Material)>,
    /// Who did something last.
    last: Option<WorkerId>,
}

struct SimulatedWorker {
    executor: JobExecutor,
    is_ready: bool,
    /// What it has been sent, and whether a worker was lost over it already.
    message: Option<(ToWorker, bool)>,
}

impl SimulatedWorker {
    fn job(&self) -> Option<&Job> {
        self.message.as_ref().map(|(message, _)| &message.job)
    }
}

impl SimulatedPool {
    pub fn new(workers: usize) -> Self {
        Self {
            scheduler: Scheduler::new(workers),
            workers: BTreeMap::new(),
            told: Vec::new(),
            started: 0,
            sent: Vec::new(),
            last: None,
        }
    }

    /// With all workers started.
    pub fn ready(workers: usize) -> Self {
        let mut pool = Self::new(workers);
        let orders = pool.scheduler.start();
        pool.obey(orders);
        pool.work_until_idle();
        pool
    }

    pub fn run(&mut self, request: RunRequest) {
        let orders = self.scheduler.run(request);
        self.obey(orders);
    }

    pub fn query(&mut self, query: QuickQuery) {
        let orders = self.scheduler.query(query);
        self.obey(orders);
    }

    pub fn start_studies(&mut self, studies: Vec<(u64, Study)>) {
        let orders = self.scheduler.start_studies(studies);
        self.obey(orders);
    }

    /// Those whose job is of this kind.
    fn with_job(&self, is_it: impl Fn(&Job) -> bool) -> Vec<WorkerId> {
        self.workers.iter().filter(|(_, w)| w.job().is_some_and(&is_it)).map(|(id, _)| *id).collect()
    }

    /// Those who are living trials.
    pub fn living_trials(&self) -> Vec<WorkerId> {
        self.with_job(|job| matches!(job, Job::LiveTrial { .. }))
    }

    /// Those who are asking a study.
    pub fn asking_studies(&self) -> Vec<WorkerId> {
        self.with_job(|job| matches!(job, Job::AskStudy { .. }))
    }

    /// Those who are adding up and reporting.
    pub fn reporting(&self) -> Vec<WorkerId> {
        self.with_job(|job| matches!(job, Job::Report { .. }))
    }

    /// Works until somebody is living a trial.
    pub fn work_until_trials(&mut self) {
        while self.living_trials().is_empty() {
            assert!(self.work_in_turn(), "no trial is lived");
        }
    }

    pub fn results(&self) -> Vec<(u64, StudyResult)> {
        let result = |e: &Event| match e {
            Event::StudyFinished { number, result } => Some((*number, result.read().expect("it is a result"))),
            _ => None,
        };
        self.told.iter().filter_map(result).collect()
    }

    /// The worker who has a query.
    pub fn answering(&self) -> Option<WorkerId> {
        self.with_job(|job| matches!(job, Job::Query { .. })).first().copied()
    }

    pub fn answers(&self) -> Vec<&QueryAnswer> {
        self.told.iter().filter_map(|e| if let Event::Answered(answer) = e { Some(answer) } else { None }).collect()
    }

    pub fn stop(&mut self) {
        let orders = self.scheduler.stop();
        self.obey(orders);
    }

    /// Those who have something to do, or are starting.
    pub fn busy(&self) -> Vec<WorkerId> {
        self.workers.iter().filter(|(_, w)| !w.is_ready || w.message.is_some()).map(|(id, _)| *id).collect()
    }

    /// Those who are living customers.
    pub fn living(&self) -> Vec<WorkerId> {
        self.with_job(|job| matches!(job, Job::Live { .. }))
    }

    /// The numbers of the requests that are being worked for.
    pub fn requests(&self) -> Vec<u64> {
        let request = |job: &Job| match job {
            Job::Live { request, .. } | Job::Report { request, .. } | Job::Query { request, .. } => Some(*request),
            Job::AskStudy { .. } | Job::LiveTrial { .. } => None,
        };
        self.workers.values().filter_map(|worker| request(worker.job()?)).collect()
    }

    pub fn workers(&self) -> usize {
        self.workers.len()
    }

    /// A worker does what it has to do.
    pub fn work(&mut self, worker: WorkerId) {
        let state = self.workers.get_mut(&worker).expect("no such worker");
        let answer = match state.message.take() {
            Some((message, _)) => FromWorker::Answer(state.executor.execute(message, || ())),
            None => FromWorker::Ready { build: BUILD.to_owned() },
        };
        state.is_ready = true;
        let orders = self.scheduler.on_message(worker, decode(&encode(&answer)).unwrap());
        self.obey(orders);
    }

    pub fn lose(&mut self, worker: WorkerId) {
        let orders = self.scheduler.on_worker_lost(worker);
        self.obey(orders);
    }

    /// Everybody is lost before answering, until nobody is left or has anything to do.
    pub fn lose_all(&mut self) {
        while let Some(&worker) = self.busy().first() {
            self.lose(worker);
        }
    }

    /// The next of the busy in turn does what it has to do. Returns whether there was one.
    pub fn work_in_turn(&mut self) -> bool {
        let busy = self.busy();
        let next = busy.iter().find(|worker| self.last.is_none_or(|last| **worker > last)).or(busy.first()).copied();
        if let Some(worker) = next {
            self.last = Some(worker);
            self.work(worker);
        }
        next.is_some()
    }

    pub fn work_until_idle(&mut self) {
        while self.work_in_turn() {}
    }

    /// Whether a worker may be lost without this being the second time over one task.
    pub fn may_be_lost(&self, worker: WorkerId) -> bool {
        self.workers[&worker].message.as_ref().is_some_and(|(_, is_repeat)| !is_repeat)
    }

    fn obey(&mut self, orders: Vec<Order>) {
        for order in orders {
            match order {
                Order::Start(worker) => {
                    self.started += 1;
                    let new = SimulatedWorker { executor: JobExecutor::new(|| 0.0), is_ready: false, message: None };
                    assert!(self.workers.insert(worker, new).is_none(), "a number is used once");
                }
                Order::End(worker) => assert!(self.workers.remove(&worker).is_some(), "ended twice"),
                Order::Send { worker, message, is_repeat } => {
                    let state = self.workers.get_mut(&worker).expect("sent to somebody who is there");
                    assert!(state.is_ready, "sent before it is ready");
                    assert!(state.message.is_none(), "one thing at a time");
                    self.sent.extend(message.material.iter().map(|material| (worker, material.clone())));
                    state.message = Some((decode(&encode(&message)).unwrap(), is_repeat));
                }
                Order::Tell(event) => self.told.push(event),
            }
        }
    }

    pub fn reports(&self) -> Vec<&Report> {
        progress(&self.told).iter().map(|p| &p.report).collect()
    }

    pub fn last_report(&self) -> Option<&Report> {
        self.reports().last().copied()
    }

    pub fn is_done(&self) -> bool {
        progress(&self.told).last().is_some_and(|p| p.done)
    }
}

/// What a request must come to, found once.
fn known_truth(seed: u64, customers: u64) -> Report {
    static KNOWN: Mutex<BTreeMap<(u64, u64), Report>> = Mutex::new(BTreeMap::new());
    let known = KNOWN.lock().unwrap().get(&(seed, customers)).cloned();
    known.unwrap_or_else(|| {
        let report = truth(&ask(seed, customers));
        KNOWN.lock().unwrap().insert((seed, customers), report.clone());
        report
    })
}

#[derive(Clone, Debug)]
enum Happens {
    /// One of the busy, picked by number, does its work.
    Works(usize),
    IsLost(usize),
    Asks,
    Stops,
}

fn working_and_being_lost() -> impl Strategy<Value = Vec<Happens>> {
    vec(prop_oneof![6 => any::<usize>().prop_map(Happens::Works), 1 => any::<usize>().prop_map(Happens::IsLost)], 0..60)
}

fn anything() -> impl Strategy<Value = Vec<Happens>> {
    let happens = prop_oneof![
        12 => any::<usize>().prop_map(Happens::Works),
        1 => any::<usize>().prop_map(Happens::IsLost),
        2 => Just(Happens::Asks),
        1 => Just(Happens::Stops),
    ];
    vec(happens, 0..80)
}

fn customers() -> impl Strategy<Value = u64> {
    prop::sample::select(vec![0, 1, 1_024, 4_096, 4_097, 9_000, 16_385, 24_000])
}

fn happen(pool: &mut SimulatedPool, what: &Happens) {
    let busy = pool.busy();
    match what {
        Happens::Works(n) if !busy.is_empty() => pool.work(busy[n % busy.len()]),
        Happens::IsLost(n) if !busy.is_empty() && pool.may_be_lost(busy[n % busy.len()]) => {
            pool.lose(busy[n % busy.len()])
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_report_does_not_depend_on_who_lived_whom_and_who_was_lost(
        workers in 1..=6usize, customers in customers(), events in working_and_being_lost()
    ) {
        let mut pool = SimulatedPool::new(workers);
        pool.run(ask(1, customers));
        let mut lost = 0;
        for event in &events {
            // So many in a row without an answer that no worker is started any more are another story.
            if matches!(event, Happens::IsLost(_)) {
                lost += 1;
                if lost > 1 { continue; }
            } else {
                lost = 0;
            }
            happen(&mut pool, event);
        }
        pool.work_until_idle();
        prop_assert!(pool.is_done(), "{:?}", pool.told.last());
        prop_assert_eq!(pool.last_report(), Some(&known_truth(1, customers)));
        prop_assert!(!pool.told.contains(&Event::Broken));
        for report in pool.reports() {
            prop_assert_eq!(report, &known_truth(1, report.customers));
        }
    }

    #[test]
    fn no_report_ever_holds_customers_of_another_request(
        workers in 1..=5usize, customers in customers(), events in anything()
    ) {
        let mut pool = SimulatedPool::new(workers);
        // Requests are numbered by their seeds.
        let (mut newest, mut reported) = (1, 0);
        pool.run(ask(newest, customers));
        for event in &events {
            let told = pool.told.len();
            match event {
                Happens::Asks => {
                    newest += 1;
                    pool.run(ask(newest, customers));
                }
                Happens::Stops => pool.stop(),
                _ => happen(&mut pool, event),
            }
            for progress in progress(&pool.told[told..]) {
                let report = &progress.report;
                prop_assert_eq!(report, &known_truth(report.seed, report.customers));
                let is_next = if report.seed == newest { report.seed >= reported } else { report.seed > reported };
                prop_assert!(is_next, "never back, and of an old request only what is told first");
                reported = report.seed;
            }
        }
        newest += 1;
        pool.run(ask(newest, customers));
        pool.work_until_idle();
        prop_assert!(pool.is_done());
        prop_assert_eq!(pool.last_report(), Some(&known_truth(newest, customers)));
    }
}
