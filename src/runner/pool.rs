//! A pool of browser workers. Each runs the page's own module, compiled once (`src/bin/app.rs`).

use super::schedule::{Order, Scheduler, WorkerId};
use super::wire::{FromWorker, ToWorker, decode, encode};
use super::{Ask, Event, Question};
use crate::analysis::studies::Study;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};

/// Most workers, however many cores there are.
const MOST: f64 = 8.0;
/// How long a worker of the page may be silent [ms]. A part takes some 20, and in a longer one there are signs of life.
const PATIENCE: u32 = 10_000;
/// How much longer it may be where a worker has already died over the same part [times].
const SECOND_TIME: u32 = 6;
/// What a worker is granted on top, so that a page that was asleep itself hears first what was said meanwhile [ms].
const GRACE: u32 = 1_000;

/// Where workers come from.
#[derive(Clone, Debug)]
pub struct Site {
    /// Address of the script that starts a worker (`public/worker_boot.js`).
    pub boot: String,
    /// Address of the module's script, which that one imports.
    pub module: String,
    /// How long a worker may be silent, while it starts or has something to do, before it is given up [ms].
    pub patience: u32,
}

impl Site {
    /// As this page was started: `boot.js` is told the module's name by its own element.
    fn of_page() -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let base = document.base_uri().ok()??;
        let name = document.query_selector("script[data-js]").ok()??.get_attribute("data-js")?;
        let address = |path: &str| web_sys::Url::new_with_base(path, &base).ok().map(|url| url.href());
        Some(Self { boot: address("worker_boot.js")?, module: address(&name)?, patience: PATIENCE })
    }
}

/// Answers requests in workers: a preview first, then more and more customers. A newer request takes the place of the
/// one before. Clones are the same pool; the workers end with the last of them.
#[derive(Clone)]
pub struct Pool {
    desk: Rc<Desk>,
}

impl Pool {
    /// As many workers as the device has cores, at most 8, started at once. `on_event` is told what comes of requests.
    pub fn new(on_event: impl Fn(Event) + 'static) -> Self {
        let cores = web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
        Self::at(Site::of_page(), cores.clamp(1.0, MOST) as usize, on_event)
    }

    /// So many workers that come from somewhere else; without a site none can be started.
    pub fn at(site: Option<Site>, workers: usize, on_event: impl Fn(Event) + 'static) -> Self {
        let desk = Rc::new_cyclic(|this| Desk {
            this: this.clone(),
            site,
            on_event: Box::new(on_event),
            scheduler: RefCell::new(Scheduler::new(workers)),
            hands: RefCell::default(),
            inbox: RefCell::default(),
            is_busy: Cell::new(false),
        });
        desk.take_in(News::Start);
        Self { desk }
    }

    /// Asks. What was asked before is dropped; of the same journey, a preview that has been begun is told first.
    pub fn ask(&self, ask: Ask) {
        self.desk.take_in(News::Ask(Box::new(ask)));
    }

    /// Asks something else about the newest request; a newer one drops the question.
    pub fn wonder(&self, question: Question) {
        self.desk.take_in(News::Wonder(question));
    }

    /// Asks questions that need many trials, by their numbers, in the place of those asked so before; none: asks no more.
    pub fn inquire(&self, inquiries: Vec<(u64, Study)>) {
        self.desk.take_in(News::Inquire(inquiries));
    }

    /// Ends the request; what was reported last is told again, as done.
    pub fn stop(&self) {
        self.desk.take_in(News::Stop);
    }
}

/// What can happen.
#[expect(clippy::large_enum_variant, reason = "there is seldom more than one of them")]
enum News {
    Start,
    Ask(Box<Ask>),
    Wonder(Question),
    Inquire(Vec<(u64, Study)>),
    Stop,
    Said(WorkerId, FromWorker),
    Died(WorkerId),
}

struct Desk {
    this: Weak<Self>,
    site: Option<Site>,
    on_event: Box<dyn Fn(Event)>,
    scheduler: RefCell<Scheduler>,
    hands: RefCell<BTreeMap<WorkerId, Hand>>,
    inbox: RefCell<VecDeque<News>>,
    is_busy: Cell<bool>,
}

/// A worker with those who listen to it.
struct Hand {
    worker: web_sys::Worker,
    _listeners: [EventListener; 3],
    /// Runs out when the worker is silent for too long.
    watch: Option<Timeout>,
    patience: u32,
}

impl Drop for Hand {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Desk {
    /// One thing after the other: what happens while orders are carried out, such as a new request from within
    /// `on_event`, waits until they are.
    fn take_in(&self, news: News) {
        self.inbox.borrow_mut().push_back(news);
        if self.is_busy.replace(true) {
            return;
        }
        loop {
            let Some(next) = self.inbox.borrow_mut().pop_front() else { break };
            let orders = {
                let mut scheduler = self.scheduler.borrow_mut();
                match next {
                    News::Start => scheduler.start(),
                    News::Ask(ask) => scheduler.ask(*ask),
                    News::Wonder(question) => scheduler.wonder(question),
                    News::Inquire(inquiries) => scheduler.inquire(inquiries),
                    News::Stop => scheduler.stop(),
                    News::Said(worker, message) => scheduler.answered(worker, message),
                    News::Died(worker) => scheduler.died(worker),
                }
            };
            for order in orders {
                self.carry_out(order);
            }
        }
        self.is_busy.set(false);
    }

    fn carry_out(&self, order: Order) {
        match order {
            Order::Start(worker) => match self.start(worker) {
                Ok(hand) => drop(self.hands.borrow_mut().insert(worker, hand)),
                Err(_) => self.take_in(News::Died(worker)),
            },
            Order::End(worker) => drop(self.hands.borrow_mut().remove(&worker)),
            Order::Send { worker, message, repeated } => {
                if self.send(worker, &message, repeated).is_err() {
                    self.take_in(News::Died(worker));
                }
            }
            Order::Tell(event) => (self.on_event)(event),
        }
    }

    fn start(&self, id: WorkerId) -> Result<Hand, JsValue> {
        let site = self.site.as_ref().ok_or(JsValue::NULL)?;
        let options = web_sys::WorkerOptions::new();
        options.set_type(web_sys::WorkerType::Module);
        let worker = web_sys::Worker::new_with_options(&site.boot, &options)?;
        let died = || {
            let desk = self.this.clone();
            move |_: &web_sys::Event| {
                if let Some(desk) = desk.upgrade() {
                    desk.take_in(News::Died(id));
                }
            }
        };
        let desk = self.this.clone();
        let said = move |event: &web_sys::Event| {
            if let Some(desk) = desk.upgrade() {
                desk.hear(id, event);
            }
        };
        let listeners = [
            EventListener::new(&worker, "message", said),
            EventListener::new(&worker, "error", died()),
            EventListener::new(&worker, "messageerror", died()),
        ];
        let first = Object::new();
        Reflect::set(&first, &"js".into(), &site.module.as_str().into())?;
        Reflect::set(&first, &"module".into(), &wasm_bindgen::module())?;
        worker.post_message(&first)?;
        let patience = site.patience;
        Ok(Hand { worker, _listeners: listeners, watch: Some(self.watch(id, patience)), patience })
    }

    fn hear(&self, id: WorkerId, event: &web_sys::Event) {
        let said = event.dyn_ref::<web_sys::MessageEvent>().map(web_sys::MessageEvent::data);
        let bytes = said.and_then(|data| data.dyn_into::<ArrayBuffer>().ok());
        let message = bytes.and_then(|bytes| decode(&Uint8Array::new(&bytes).to_vec()).ok());
        if let Some(hand) = self.hands.borrow_mut().get_mut(&id) {
            hand.watch = (message == Some(FromWorker::Alive)).then(|| self.watch(id, hand.patience));
        }
        self.take_in(message.map_or(News::Died(id), |message| News::Said(id, message)));
    }

    fn send(&self, id: WorkerId, message: &ToWorker, repeated: bool) -> Result<(), JsValue> {
        let patience = self.site.as_ref().map_or(0, |site| site.patience) * if repeated { SECOND_TIME } else { 1 };
        if let Some(hand) = self.hands.borrow_mut().get_mut(&id) {
            let bytes = Uint8Array::from(encode(message).as_slice()).buffer();
            hand.worker.post_message_with_transfer(&bytes, &Array::of1(&bytes))?;
            hand.patience = patience;
            hand.watch = Some(self.watch(id, patience));
        }
        Ok(())
    }

    /// A worker that was ended from outside, or runs in circles, says nothing at all.
    fn watch(&self, id: WorkerId, patience: u32) -> Timeout {
        let desk = self.this.clone();
        Timeout::new(patience, move || {
            let Some(strong) = desk.upgrade() else { return };
            let last = Timeout::new(GRACE, move || {
                if let Some(desk) = desk.upgrade() {
                    desk.take_in(News::Died(id));
                }
            });
            if let Some(hand) = strong.hands.borrow_mut().get_mut(&id) {
                hand.watch = Some(last);
            }
        })
    }
}
