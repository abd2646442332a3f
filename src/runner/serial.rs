//! Here, but as in a pool: the scheduler divides the work, and every message passes through its bytes. For tests.

use super::clerk::Clerk;
use super::schedule::{Order, Scheduler};
use super::{Ask, Event, wire};
use std::collections::{BTreeMap, VecDeque};

/// Lives a request with so many clerks, who take turns, and returns all that was told.
#[expect(clippy::expect_used, reason = "a message that cannot be read back is what this is there to find")]
pub fn serial(ask: Ask, workers: usize) -> Vec<Event> {
    let mut scheduler = Scheduler::new(workers);
    let mut clerks = BTreeMap::new();
    let mut told = Vec::new();
    let mut orders: VecDeque<Order> = scheduler.ask(ask).into();
    while let Some(order) = orders.pop_front() {
        match order {
            Order::Start(worker) => {
                clerks.insert(worker, Clerk::new(|| 0.0));
                orders.extend(scheduler.answered(worker, wire::FromWorker::Ready));
            }
            Order::End(worker) => drop(clerks.remove(&worker)),
            Order::Send { worker, message, .. } => {
                let Some(clerk) = clerks.get_mut(&worker) else { continue };
                let received = wire::decode(&wire::encode(&message)).expect("what is encoded can be decoded");
                let answer = wire::encode(&clerk.answer(received, || ()));
                let answer = wire::decode(&answer).expect("what is encoded can be decoded");
                orders.extend(scheduler.answered(worker, answer));
            }
            Order::Tell(event) => told.push(event),
        }
    }
    told
}
