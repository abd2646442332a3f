//! Who works on what. Pure: it is told what happened and answers with orders; no clock, no browser.
//!
//! The newest request wins. What is still being worked on for an older one is finished (a part is short) and dropped.
//! One exception keeps figures coming while a hand never rests: a change of the same journey waits for a preview that
//! has been begun, which is told first. Otherwise each movement of the hand would end the preview of the one before.

use super::inquest::{Found, Inquest, Piece};
use super::questions::{Asking, Questions};
use super::wire::{FromWorker, Job, ToWorker};
use super::work::{Task, Work};
use super::{Ask, Event, Question};
use crate::analysis::studies::Study;
use std::collections::BTreeMap;

/// Number of a worker; never used twice.
pub type WorkerId = u64;

/// How long a part should take [ms]: a newer request waits for at most this, and a frame or two.
const PART: f64 = 20.0;

/// What the scheduler wants done, in this order.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "there are as many of them as workers, and none is kept")]
pub enum Order {
    /// Start a worker. It answers [`FromWorker::Ready`].
    Start(WorkerId),
    /// End a worker; nothing that it still says counts.
    End(WorkerId),
    Send {
        worker: WorkerId,
        message: ToWorker,
        /// Whether a worker has died over it already: be more patient this time.
        repeated: bool,
    },
    Tell(Event),
}

/// Divides requests among workers.
#[derive(Debug)]
pub struct Scheduler {
    size: usize,
    hands: BTreeMap<WorkerId, Hand>,
    next_worker: WorkerId,
    /// Workers that died since one last answered.
    deaths: usize,
    generation: u64,
    work: Option<Work>,
    /// The newest request, waiting for the preview of the one before.
    waiting: Option<Ask>,
    questions: Questions,
    inquest: Inquest,
    /// How long a block takes, as far as known [ms].
    pace: Option<f64>,
    orders: Vec<Order>,
}

#[derive(Debug)]
struct Hand {
    doing: Doing,
    /// The request that it was last sent.
    knows: Option<u64>,
}

#[derive(Debug)]
enum Doing {
    Starting,
    Nothing,
    Working(Task),
    Answering(Asking),
    Trying(Piece),
}

impl Scheduler {
    /// A scheduler of so many workers (at least one), none of them started.
    pub fn new(workers: usize) -> Self {
        Self {
            size: workers.max(1),
            hands: BTreeMap::new(),
            next_worker: 0,
            deaths: 0,
            generation: 0,
            work: None,
            waiting: None,
            questions: Questions::default(),
            inquest: Inquest::default(),
            pace: None,
            orders: Vec::new(),
        }
    }

    /// Starts the workers that are missing.
    pub fn start(&mut self) -> Vec<Order> {
        self.deaths = 0;
        while self.hands.len() < self.size {
            self.start_one();
        }
        std::mem::take(&mut self.orders)
    }

    /// A new request. Starts workers that are missing, also those that could not be started before.
    pub fn ask(&mut self, ask: Ask) -> Vec<Order> {
        self.orders = self.start();
        match &self.work {
            Some(work) if work.is_in_preview() && work.ask.journey == ask.journey => self.waiting = Some(ask),
            _ => self.begin(ask),
        }
        self.orders()
    }

    /// Something else to find out about the newest request: asked once its preview is told, also when it is done.
    pub fn wonder(&mut self, question: Question) -> Vec<Order> {
        self.questions.add(question, self.waiting.is_some());
        self.orders()
    }

    /// Questions that need many trials, by their numbers: worked on one after the other, once the newest request's
    /// preview is told, in the place of those asked before.
    pub fn inquire(&mut self, inquiries: Vec<(u64, Study)>) -> Vec<Order> {
        let found = self.inquest.begin(inquiries);
        self.tell_found(found);
        self.orders()
    }

    /// The person wants no more. What was reported last is told again, as done; before the first report, the preview
    /// is still made.
    pub fn stop(&mut self) -> Vec<Order> {
        if let Some(newest) = self.waiting.take() {
            self.begin(newest);
        }
        if let Some(done) = self.work.as_mut().and_then(Work::stop) {
            self.work = None;
            self.tell(Event::Progress(done));
        }
        self.orders()
    }

    /// A worker has said something.
    pub fn answered(&mut self, worker: WorkerId, message: FromWorker) -> Vec<Order> {
        let Some(hand) = self.hands.get_mut(&worker).filter(|_| message != FromWorker::Alive) else {
            return Vec::new();
        };
        let task = match std::mem::replace(&mut hand.doing, Doing::Nothing) {
            Doing::Working(task) => task,
            Doing::Answering(asking) => return self.has_answered(worker, asking, message),
            Doing::Trying(piece) => return self.has_tried(worker, piece, message),
            Doing::Starting | Doing::Nothing => return self.orders(),
        };
        self.deaths = 0;
        if let (FromWorker::Lived { took, .. }, Job::Live(blocks)) = (&message, &task.job) {
            self.learn_pace(*took, blocks.end - blocks.start);
        }
        // An answer for an older request ends here.
        if let Some(work) = self.work.as_mut().filter(|work| work.generation == task.generation) {
            match (message, &task.job) {
                (FromWorker::Lived { tally, .. }, Job::Live(blocks)) => {
                    work.lived(task.stage, blocks, tally);
                    let (lived, customers) = (work.customers_lived(), work.ask.customers);
                    self.tell(Event::Counted { lived, customers });
                }
                (FromWorker::Reported(report), Job::Report(_)) => {
                    if let Some(progress) = work.reported(task.stage, *report) {
                        self.finish_if(progress.done);
                        self.tell(Event::Progress(progress));
                    }
                    self.begin_waiting();
                }
                (FromWorker::Refused(problems), _) => {
                    self.finish_if(true);
                    self.tell(Event::Refused(problems));
                    self.begin_waiting();
                }
                // No answer to what was asked: as good as dead.
                _ => return self.bury(worker, Some(task)),
            }
        }
        self.orders()
    }

    fn has_answered(&mut self, worker: WorkerId, asking: Asking, message: FromWorker) -> Vec<Order> {
        let is_newest = self.questions.end(&asking);
        match message {
            FromWorker::Answered(answer) => {
                self.deaths = 0;
                if is_newest {
                    self.tell(Event::Answered(answer));
                }
            }
            // The report says so too.
            FromWorker::Refused(_) => self.deaths = 0,
            _ => return self.bury_asked(worker, asking),
        }
        self.orders()
    }

    fn has_tried(&mut self, worker: WorkerId, piece: Piece, message: FromWorker) -> Vec<Order> {
        let is_wanted = self.inquest.is_wanted(&piece);
        match message {
            FromWorker::Tried(lived) => {
                self.deaths = 0;
                if is_wanted {
                    let found = self.inquest.lived(&piece, *lived);
                    self.tell_found(found);
                }
            }
            FromWorker::Refused(problems) => {
                self.deaths = 0;
                if is_wanted {
                    self.tell(Event::Refused(problems));
                    let found = self.inquest.drop_first();
                    self.tell_found(found);
                }
            }
            _ => return self.bury_tried(worker, piece),
        }
        self.orders()
    }

    fn tell_found(&mut self, found: Vec<Found>) {
        for (number, finding) in found {
            self.tell(Event::Found { number, finding });
        }
        if let Some((number, lived, of)) = self.inquest.progress() {
            self.tell(Event::Trying { number, lived, of });
        }
    }

    /// A worker has died, could not be started, or has not answered for too long.
    pub fn died(&mut self, worker: WorkerId) -> Vec<Order> {
        let task = match self.hands.remove(&worker) {
            Some(Hand { doing: Doing::Working(task), .. }) => Some(task),
            Some(Hand { doing: Doing::Answering(asking), .. }) => {
                self.questions.end(&asking);
                return self.bury_asked(worker, asking);
            }
            Some(Hand { doing: Doing::Trying(piece), .. }) => return self.bury_tried(worker, piece),
            Some(_) => None,
            None => return Vec::new(),
        };
        self.bury(worker, task)
    }

    fn bury(&mut self, worker: WorkerId, task: Option<Task>) -> Vec<Order> {
        self.hands.remove(&worker);
        self.orders.push(Order::End(worker));
        self.deaths += 1;
        // Where workers die one after the other without an answer, starting more would never end.
        if self.deaths <= self.size {
            self.start_one();
        }
        let work = self.work.as_mut();
        match (task, work) {
            (Some(task), Some(work)) if work.generation == task.generation => {
                if self.hands.is_empty() {
                    self.break_off();
                } else if self.waiting.is_some() {
                    self.begin_waiting();
                } else if task.repeated {
                    self.break_off();
                } else {
                    work.repeat(task);
                    self.tell(Event::Recovered);
                }
            }
            (_, Some(_)) if self.hands.is_empty() => self.break_off(),
            (_, None) if self.hands.is_empty() && (self.questions.has_open() || self.inquest.is_busy()) => {
                self.break_off()
            }
            _ => {}
        }
        self.orders()
    }

    /// As [`Self::bury`], of a worker who had a question: it is put once more.
    fn bury_asked(&mut self, worker: WorkerId, asking: Asking) -> Vec<Order> {
        match (self.questions.is_newest(&asking), asking.repeated) {
            (true, true) => self.tell(Event::Broken),
            (true, false) => {
                self.questions.repeat(asking);
                self.tell(Event::Recovered);
            }
            (false, _) => {}
        }
        self.bury(worker, None)
    }

    /// As [`Self::bury`], of a worker who lived a trial: the piece is given once more.
    fn bury_tried(&mut self, worker: WorkerId, piece: Piece) -> Vec<Order> {
        match (self.inquest.is_wanted(&piece), piece.repeated) {
            (true, true) => {
                self.inquest.stop();
                self.tell(Event::Broken);
            }
            (true, false) => {
                self.inquest.repeat(piece);
                self.tell(Event::Recovered);
            }
            (false, _) => {}
        }
        self.bury(worker, None)
    }

    fn break_off(&mut self) {
        self.work = None;
        self.waiting = None;
        self.questions = Questions::default();
        self.inquest.stop();
        self.tell(Event::Broken);
    }

    fn begin(&mut self, ask: Ask) {
        self.generation += 1;
        self.waiting = None;
        let work = Work::new(self.generation, ask);
        self.questions.begin(self.generation, work.text.clone());
        self.work = Some(work);
    }

    fn begin_waiting(&mut self) {
        if let Some(newest) = self.waiting.take() {
            self.begin(newest);
        }
    }

    fn finish_if(&mut self, done: bool) {
        if done {
            self.work = None;
        }
    }

    fn start_one(&mut self) {
        let worker = self.next_worker;
        self.next_worker += 1;
        self.hands.insert(worker, Hand { doing: Doing::Starting, knows: None });
        self.orders.push(Order::Start(worker));
    }

    fn tell(&mut self, event: Event) {
        self.orders.push(Order::Tell(event));
    }

    /// Quick to learn that blocks are slow, slow to forget it.
    fn learn_pace(&mut self, took: f64, blocks: u64) {
        if blocks > 0 && took.is_finite() {
            let new = took / blocks as f64;
            self.pace = Some(self.pace.map_or(new, |old| if new > old { new } else { (old + new) / 2.0 }));
        }
    }

    /// Gives every free worker something to do, and hands over all orders.
    fn orders(&mut self) -> Vec<Order> {
        let at_most = self.pace.map_or(1, |pace| (PART / pace) as u64);
        self.put_a_question();
        self.give_pieces();
        if let Some(work) = &mut self.work {
            for (&worker, hand) in self.hands.iter_mut().filter(|(_, hand)| matches!(hand.doing, Doing::Nothing)) {
                let Some(task) = work.take(self.size, at_most, self.waiting.is_some()) else { break };
                let ask = (hand.knows != Some(work.generation)).then(|| work.text.clone());
                let message = ToWorker { generation: work.generation, ask, job: task.job.clone() };
                self.orders.push(Order::Send { worker, message, repeated: task.repeated });
                hand.knows = Some(work.generation);
                hand.doing = Doing::Working(task);
            }
        }
        std::mem::take(&mut self.orders)
    }

    /// Whether the newest request's preview is told, or there is none to be told.
    fn is_previewed(&self) -> bool {
        self.waiting.is_none() && self.work.as_ref().is_none_or(Work::is_previewed)
    }

    /// Gives a free worker a question, when the preview is told and nothing newer waits.
    fn put_a_question(&mut self) {
        if !self.is_previewed() {
            return;
        }
        let mut hands = self.hands.iter_mut();
        let Some((&worker, hand)) = hands.find(|(_, hand)| matches!(hand.doing, Doing::Nothing)) else { return };
        let Some((asking, text)) = self.questions.next() else { return };
        let ask = (hand.knows != Some(asking.generation)).then_some(text);
        let message = ToWorker { generation: asking.generation, ask, job: Job::Answer(asking.question.clone()) };
        self.orders.push(Order::Send { worker, message, repeated: asking.repeated });
        hand.knows = Some(asking.generation);
        hand.doing = Doing::Answering(asking);
    }

    /// Gives free workers pieces of trials, before any refinement of the newest request.
    fn give_pieces(&mut self) {
        if !self.is_previewed() {
            return;
        }
        for (&worker, hand) in self.hands.iter_mut().filter(|(_, hand)| matches!(hand.doing, Doing::Nothing)) {
            let Some(piece) = self.inquest.take() else { break };
            let message = ToWorker { generation: 0, ask: None, job: piece.job.clone() };
            self.orders.push(Order::Send { worker, message, repeated: piece.repeated });
            hand.doing = Doing::Trying(piece);
        }
    }
}
