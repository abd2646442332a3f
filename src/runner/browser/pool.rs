//! The page's pool of workers.
//!
//! `build/boot.js` starts the workers while the page's own module is still on its way, and lays them ready as
//! `globalThis.kedjaWorkers`: `{ boot, script, wasm, started }`. The first three are [`WorkerUrls`]; `started` holds
//! `{ worker, listen() }` for each worker: what it has said so far is kept, until `listen()` says it once more to those
//! who listen now. Workers that are missing, or replace another, the pool starts itself.

use super::super::encoded::{decode, encode};
use super::super::events::Event;
use super::super::protocol::{FromWorker, QuickQuery, RunRequest, ToWorker};
use super::super::scheduler::{Order, Scheduler, WorkerId};
use crate::analysis::studies::Study;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, ArrayBuffer, Function, Object, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};

/// How long a worker of the page may be silent [ms]. A part takes some 20, and in a longer one there are signs of life.
const PATIENCE: u32 = 10_000;
/// How much longer it may be where a worker was already lost over the same task [times].
const SECOND_TIME: u32 = 6;
/// What a worker is granted on top, so that a page that was asleep itself hears first what was said meanwhile [ms].
const GRACE: u32 = 1_000;

/// Where workers come from.
#[derive(Clone, Debug)]
pub struct WorkerUrls {
    /// Address of the script that starts a worker (`build/worker_boot.js`).
    pub boot: String,
    /// Address of the script of the worker's module, which that one imports.
    pub script: String,
    /// Address of the worker's module.
    pub wasm: String,
    /// How long a worker may be silent, while it starts or has something to do, before it is given up [ms].
    pub patience: u32,
}

impl WorkerUrls {
    /// The addresses that the boot script laid ready.
    pub(super) fn of(laid_ready: &JsValue) -> Option<Self> {
        let text = |name: &str| Reflect::get(laid_ready, &name.into()).ok()?.as_string();
        Some(Self { boot: text("boot")?, script: text("script")?, wasm: text("wasm")?, patience: PATIENCE })
    }
}

/// Answers requests in workers: a preview first, then more and more customers. A newer request takes the place of the
/// one before. Clones are the same pool; the workers end with the last of them.
#[derive(Clone)]
pub struct Pool {
    state: Rc<PoolState>,
}

impl Pool {
    /// The pool of the workers that the page's boot script started. `on_event` is told what comes of requests.
    pub fn new(on_event: impl Fn(Event) + 'static) -> Self {
        let laid_ready = Reflect::get(&js_sys::global(), &"kedjaWorkers".into()).unwrap_or_default();
        let started = Reflect::get(&laid_ready, &"started".into()).ok().and_then(|list| list.dyn_into().ok());
        let started: Array = started.unwrap_or_default();
        let count = started.length() as usize;
        Self::with(WorkerUrls::of(&laid_ready), started, count, on_event)
    }

    /// A pool beside the one of the boot script's workers: at most `workers` more, which it starts itself.
    pub fn beside(workers: usize, on_event: impl Fn(Event) + 'static) -> Self {
        let laid_ready = Reflect::get(&js_sys::global(), &"kedjaWorkers".into()).unwrap_or_default();
        Self::at(WorkerUrls::of(&laid_ready), workers, on_event)
    }

    /// A pool of `workers` workers that it starts itself; without addresses none can be started.
    pub fn at(urls: Option<WorkerUrls>, workers: usize, on_event: impl Fn(Event) + 'static) -> Self {
        Self::with(urls, Array::new(), workers, on_event)
    }

    fn with(urls: Option<WorkerUrls>, started: Array, workers: usize, on_event: impl Fn(Event) + 'static) -> Self {
        let state = Rc::new_cyclic(|this| PoolState {
            this: this.clone(),
            urls,
            started,
            on_event: Box::new(on_event),
            scheduler: RefCell::new(Scheduler::new(workers)),
            workers: RefCell::default(),
            inbox: RefCell::default(),
            is_busy: Cell::new(false),
        });
        state.take_in(PoolEvent::Start);
        Self { state }
    }

    /// Runs a request. The one before is dropped; of the same journey, a preview that has been begun is told first.
    pub fn run(&self, request: RunRequest) {
        self.state.take_in(PoolEvent::Run(Box::new(request)));
    }

    /// Asks something about the newest request; a newer request drops the query.
    pub fn query(&self, query: QuickQuery) {
        self.state.take_in(PoolEvent::Query(query));
    }

    /// Starts studies, by the numbers that they are known by, in the place of those started before; an empty list ends
    /// them.
    pub fn start_studies(&self, studies: Vec<(u64, Study)>) {
        self.state.take_in(PoolEvent::StartStudies(studies));
    }

    /// Ends the request; what was reported last is told again, as done.
    pub fn stop(&self) {
        self.state.take_in(PoolEvent::Stop);
    }
}

/// What can happen to a pool.
enum PoolEvent {
    Start,
    Run(Box<RunRequest>),
    Query(QuickQuery),
    StartStudies(Vec<(u64, Study)>),
    Stop,
    Said(WorkerId, Box<FromWorker>),
    WorkerLost(WorkerId),
}

struct PoolState {
    this: Weak<Self>,
    urls: Option<WorkerUrls>,
    /// Workers that the page's boot script started, and that are not taken over yet.
    started: Array,
    on_event: Box<dyn Fn(Event)>,
    scheduler: RefCell<Scheduler>,
    workers: RefCell<BTreeMap<WorkerId, WorkerHandle>>,
    inbox: RefCell<VecDeque<PoolEvent>>,
    is_busy: Cell<bool>,
}

/// A worker with those who listen to it.
struct WorkerHandle {
    worker: web_sys::Worker,
    _listeners: [EventListener; 3],
    /// Runs out when the worker is silent for too long.
    watch: Option<Timeout>,
    patience: u32,
}

impl Drop for WorkerHandle {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl PoolState {
    /// One thing after the other: what happens while orders are carried out, such as a new request from within
    /// `on_event`, waits until they are.
    fn take_in(&self, event: PoolEvent) {
        self.inbox.borrow_mut().push_back(event);
        if self.is_busy.replace(true) {
            return;
        }
        loop {
            let Some(next) = self.inbox.borrow_mut().pop_front() else { break };
            let orders = {
                let mut scheduler = self.scheduler.borrow_mut();
                match next {
                    PoolEvent::Start => scheduler.start(),
                    PoolEvent::Run(request) => scheduler.run(*request),
                    PoolEvent::Query(query) => scheduler.query(query),
                    PoolEvent::StartStudies(studies) => scheduler.start_studies(studies),
                    PoolEvent::Stop => scheduler.stop(),
                    PoolEvent::Said(worker, message) => scheduler.on_message(worker, *message),
                    PoolEvent::WorkerLost(worker) => scheduler.on_worker_lost(worker),
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
            Order::Start(worker) => {
                if self.start(worker).is_err() {
                    self.take_in(PoolEvent::WorkerLost(worker));
                }
            }
            Order::End(worker) => drop(self.workers.borrow_mut().remove(&worker)),
            Order::Send { worker, message, is_repeat } => {
                if self.send(worker, &message, is_repeat).is_err() {
                    self.take_in(PoolEvent::WorkerLost(worker));
                }
            }
            Order::Tell(event) => (self.on_event)(event),
        }
    }

    /// Takes over a worker that is started already, or starts one.
    fn start(&self, id: WorkerId) -> Result<(), JsValue> {
        let urls = self.urls.as_ref().ok_or(JsValue::NULL)?;
        let early = self.started.shift();
        let worker = match Reflect::get(&early, &"worker".into()).ok().and_then(|worker| worker.dyn_into().ok()) {
            Some(worker) => worker,
            None => start_worker(urls)?,
        };
        let lost = || {
            let state = self.this.clone();
            move |_: &web_sys::Event| {
                if let Some(state) = state.upgrade() {
                    state.take_in(PoolEvent::WorkerLost(id));
                }
            }
        };
        let state = self.this.clone();
        let said = move |event: &web_sys::Event| {
            if let Some(state) = state.upgrade() {
                state.hear(id, event);
            }
        };
        let listeners = [
            EventListener::new(&worker, "message", said),
            EventListener::new(&worker, "error", lost()),
            EventListener::new(&worker, "messageerror", lost()),
        ];
        let patience = urls.patience;
        let watch = Some(self.watch(id, patience));
        self.workers.borrow_mut().insert(id, WorkerHandle { worker, _listeners: listeners, watch, patience });
        // Not before the handle is there: what the worker has said already is heard now.
        if let Ok(listen) = Reflect::get(&early, &"listen".into()).and_then(JsCast::dyn_into::<Function>) {
            listen.call0(&early)?;
        }
        Ok(())
    }

    fn hear(&self, id: WorkerId, event: &web_sys::Event) {
        let said = event.dyn_ref::<web_sys::MessageEvent>().map(web_sys::MessageEvent::data);
        let bytes = said.and_then(|data| data.dyn_into::<ArrayBuffer>().ok());
        let message = bytes.and_then(|bytes| decode(&Uint8Array::new(&bytes).to_vec()).ok());
        if let Some(worker) = self.workers.borrow_mut().get_mut(&id) {
            let is_working = matches!(message, Some(FromWorker::StillWorking));
            worker.watch = is_working.then(|| self.watch(id, worker.patience));
        }
        self.take_in(message.map_or(PoolEvent::WorkerLost(id), |message| PoolEvent::Said(id, Box::new(message))));
    }

    fn send(&self, id: WorkerId, message: &ToWorker, is_repeat: bool) -> Result<(), JsValue> {
        let patience = self.urls.as_ref().map_or(0, |urls| urls.patience) * if is_repeat { SECOND_TIME } else { 1 };
        if let Some(handle) = self.workers.borrow_mut().get_mut(&id) {
            let bytes = Uint8Array::from(encode(message).as_slice()).buffer();
            handle.worker.post_message_with_transfer(&bytes, &Array::of1(&bytes))?;
            handle.patience = patience;
            handle.watch = Some(self.watch(id, patience));
        }
        Ok(())
    }

    /// A worker that was ended from outside, or runs in circles, says nothing at all.
    fn watch(&self, id: WorkerId, patience: u32) -> Timeout {
        let state = self.this.clone();
        Timeout::new(patience, move || {
            let Some(strong) = state.upgrade() else { return };
            let last = Timeout::new(GRACE, move || {
                if let Some(state) = state.upgrade() {
                    state.take_in(PoolEvent::WorkerLost(id));
                }
            });
            if let Some(handle) = strong.workers.borrow_mut().get_mut(&id) {
                handle.watch = Some(last);
            }
        })
    }
}

/// Starts a worker, and tells it where its module is.
pub(super) fn start_worker(urls: &WorkerUrls) -> Result<web_sys::Worker, JsValue> {
    let options = web_sys::WorkerOptions::new();
    // Where the page has no origin, its boot script wrote one that can't be a module (`build/boot.js`).
    let is_module = !urls.boot.starts_with("blob:null");
    options.set_type(if is_module { web_sys::WorkerType::Module } else { web_sys::WorkerType::Classic });
    let worker = web_sys::Worker::new_with_options(&urls.boot, &options)?;
    let first = Object::new();
    Reflect::set(&first, &"script".into(), &urls.script.as_str().into())?;
    Reflect::set(&first, &"wasm".into(), &urls.wasm.as_str().into())?;
    worker.post_message(&first)?;
    Ok(worker)
}
