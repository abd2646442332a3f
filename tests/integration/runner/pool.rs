//! A pool with a will of its own: workers start, answer and die in any order. Every message passes through its bytes.

use super::{ask, progress, truth};
use kedja::analysis::Report;
use kedja::analysis::studies::{Study, StudyResult};
use kedja::runner::wire::{FromWorker, Job, ToWorker, decode, encode};
use kedja::runner::{Answer, Ask, Clerk, Event, Order, Question, Scheduler, WorkerId};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// A simulated pool.
pub struct Hall {
    scheduler: Scheduler,
    hands: BTreeMap<WorkerId, Hand>,
    pub told: Vec<Event>,
    pub started: usize,
    /// Who did something last.
    last: Option<WorkerId>,
}

struct Hand {
    clerk: Clerk,
    is_ready: bool,
    /// What it has been sent, and whether a worker has died over it already.
    message: Option<(ToWorker, bool)>,
}

impl Hall {
    pub fn new(workers: usize) -> Self {
        Self { scheduler: Scheduler::new(workers), hands: BTreeMap::new(), told: Vec::new(), started: 0, last: None }
    }

    /// With all workers started.
    pub fn ready(workers: usize) -> Self {
        let mut hall = Self::new(workers);
        let orders = hall.scheduler.start();
        hall.obey(orders);
        hall.work_until_idle();
        hall
    }

    pub fn ask(&mut self, ask: Ask) {
        let orders = self.scheduler.ask(ask);
        self.obey(orders);
    }

    pub fn wonder(&mut self, question: Question) {
        let orders = self.scheduler.wonder(question);
        self.obey(orders);
    }

    pub fn inquire(&mut self, inquiries: Vec<(u64, Study)>) {
        let orders = self.scheduler.inquire(inquiries);
        self.obey(orders);
    }

    /// Those who are living trials.
    pub fn trying(&self) -> Vec<WorkerId> {
        let is_trial = |h: &Hand| matches!(&h.message, Some((ToWorker { job: Job::Trial { .. }, .. }, _)));
        self.hands.iter().filter(|(_, h)| is_trial(h)).map(|(id, _)| *id).collect()
    }

    pub fn found(&self) -> Vec<(u64, &StudyResult)> {
        let found =
            |e| if let &Event::Found { number, ref finding } = e { Some((number, finding.as_ref())) } else { None };
        self.told.iter().filter_map(found).collect()
    }

    /// The worker who has a question.
    pub fn answering(&self) -> Option<WorkerId> {
        let is_question = |h: &Hand| matches!(&h.message, Some((ToWorker { job: Job::Answer(_), .. }, _)));
        self.hands.iter().find(|(_, h)| is_question(h)).map(|(id, _)| *id)
    }

    pub fn answers(&self) -> Vec<&Answer> {
        self.told.iter().filter_map(|e| if let Event::Answered(answer) = e { Some(answer) } else { None }).collect()
    }

    pub fn stop(&mut self) {
        let orders = self.scheduler.stop();
        self.obey(orders);
    }

    /// Those who have something to do, or are starting.
    pub fn busy(&self) -> Vec<WorkerId> {
        self.hands.iter().filter(|(_, h)| !h.is_ready || h.message.is_some()).map(|(id, _)| *id).collect()
    }

    /// Those who are living customers.
    pub fn living(&self) -> Vec<WorkerId> {
        let is_live = |h: &Hand| matches!(&h.message, Some((ToWorker { job: Job::Live(_), .. }, _)));
        self.hands.iter().filter(|(_, h)| is_live(h)).map(|(id, _)| *id).collect()
    }

    /// The numbers of the requests that are being worked for.
    pub fn generations(&self) -> Vec<u64> {
        self.hands.values().filter_map(|h| Some(h.message.as_ref()?.0.generation)).collect()
    }

    pub fn workers(&self) -> usize {
        self.hands.len()
    }

    /// A worker does what it has to do.
    pub fn work(&mut self, worker: WorkerId) {
        let hand = self.hands.get_mut(&worker).expect("no such worker");
        let answer = match hand.message.take() {
            Some((message, _)) => hand.clerk.answer(message, || ()),
            None => FromWorker::Ready,
        };
        hand.is_ready = true;
        let orders = self.scheduler.answered(worker, decode(&encode(&answer)).unwrap());
        self.obey(orders);
    }

    pub fn die(&mut self, worker: WorkerId) {
        let orders = self.scheduler.died(worker);
        self.obey(orders);
    }

    /// Everybody dies before answering, until nobody is left or has anything to do.
    pub fn all_die(&mut self) {
        while let Some(&worker) = self.busy().first() {
            self.die(worker);
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

    /// Whether a worker may die without this being the second death over one part.
    pub fn may_die(&self, worker: WorkerId) -> bool {
        self.hands[&worker].message.as_ref().is_some_and(|(_, repeated)| !repeated)
    }

    fn obey(&mut self, orders: Vec<Order>) {
        for order in orders {
            match order {
                Order::Start(worker) => {
                    self.started += 1;
                    let hand = Hand { clerk: Clerk::new(|| 0.0), is_ready: false, message: None };
                    assert!(self.hands.insert(worker, hand).is_none(), "a number is used once");
                }
                Order::End(worker) => assert!(self.hands.remove(&worker).is_some(), "ended twice"),
                Order::Send { worker, message, repeated } => {
                    let hand = self.hands.get_mut(&worker).expect("sent to somebody who is there");
                    assert!(hand.is_ready, "sent before it is ready");
                    assert!(hand.message.is_none(), "one thing at a time");
                    hand.message = Some((decode(&encode(&message)).unwrap(), repeated));
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
    Dies(usize),
    Asks,
    Stops,
}

fn working_and_dying() -> impl Strategy<Value = Vec<Happens>> {
    vec(prop_oneof![6 => any::<usize>().prop_map(Happens::Works), 1 => any::<usize>().prop_map(Happens::Dies)], 0..60)
}

fn anything() -> impl Strategy<Value = Vec<Happens>> {
    let happens = prop_oneof![
        12 => any::<usize>().prop_map(Happens::Works),
        1 => any::<usize>().prop_map(Happens::Dies),
        2 => Just(Happens::Asks),
        1 => Just(Happens::Stops),
    ];
    vec(happens, 0..80)
}

fn customers() -> impl Strategy<Value = u64> {
    prop::sample::select(vec![0, 1, 1_024, 4_096, 4_097, 9_000, 16_385, 24_000])
}

fn happen(hall: &mut Hall, what: &Happens) {
    let busy = hall.busy();
    match what {
        Happens::Works(n) if !busy.is_empty() => hall.work(busy[n % busy.len()]),
        Happens::Dies(n) if !busy.is_empty() && hall.may_die(busy[n % busy.len()]) => hall.die(busy[n % busy.len()]),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_report_does_not_depend_on_who_lived_whom_and_who_died(
        workers in 1..=6usize, customers in customers(), events in working_and_dying()
    ) {
        let mut hall = Hall::new(workers);
        hall.ask(ask(1, customers));
        let mut deaths = 0;
        for event in &events {
            // So many in a row without an answer that no worker is started any more are another story.
            if matches!(event, Happens::Dies(_)) {
                deaths += 1;
                if deaths > 1 { continue; }
            } else {
                deaths = 0;
            }
            happen(&mut hall, event);
        }
        hall.work_until_idle();
        prop_assert!(hall.is_done(), "{:?}", hall.told.last());
        prop_assert_eq!(hall.last_report(), Some(&known_truth(1, customers)));
        prop_assert!(!hall.told.contains(&Event::Broken));
        for report in hall.reports() {
            prop_assert_eq!(report, &known_truth(1, report.customers));
        }
    }

    #[test]
    fn no_report_ever_holds_customers_of_another_request(
        workers in 1..=5usize, customers in customers(), events in anything()
    ) {
        let mut hall = Hall::new(workers);
        // Requests are numbered by their seeds.
        let (mut newest, mut reported) = (1, 0);
        hall.ask(ask(newest, customers));
        for event in &events {
            let told = hall.told.len();
            match event {
                Happens::Asks => {
                    newest += 1;
                    hall.ask(ask(newest, customers));
                }
                Happens::Stops => hall.stop(),
                _ => happen(&mut hall, event),
            }
            for progress in progress(&hall.told[told..]) {
                let report = &progress.report;
                prop_assert_eq!(report, &known_truth(report.seed, report.customers));
                let is_next = if report.seed == newest { report.seed >= reported } else { report.seed > reported };
                prop_assert!(is_next, "never back, and of an old request only what is told first");
                reported = report.seed;
            }
        }
        newest += 1;
        hall.ask(ask(newest, customers));
        hall.work_until_idle();
        prop_assert!(hall.is_done());
        prop_assert_eq!(hall.last_report(), Some(&known_truth(newest, customers)));
    }
}
