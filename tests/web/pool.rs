//! The pool in a browser: workers answer, and those that panic, vanish or never start are dealt with.

use crate::builder::{scenario, small, strengthen};
use crate::workers::{
    Told, lay_ready, panic_over, pause, pool, pool_for, pool_from, take_back, vanish_over, workers_started,
};
use kedja::analysis::Report;
use kedja::runner::browser::Pool;
use kedja::runner::{Event, RunRequest, inline, serial};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

/// Longer than a worker takes to start and any part to be lived, shorter than a test [ms].
const PATIENCE: u32 = 2_000;

fn ask(seed: u64, customers: u64) -> RunRequest {
    RunRequest { journey: small(), scenario: scenario(vec![strengthen("invoice", 1.0)]), seed, customers }
}

fn reports(told: &[Event]) -> Vec<&Report> {
    told.iter().filter_map(|e| if let Event::Progress(p) = e { Some(&p.report) } else { None }).collect()
}

fn last_is_truth_of(told: &Told, ask: &RunRequest) {
    let told = told.all();
    assert_eq!(reports(&told).last(), Some(&&inline(ask).unwrap()));
}

#[wasm_bindgen_test]
fn through_bytes_the_report_is_the_same() {
    let ask = ask(1, 20_000);
    assert_eq!(reports(&serial(ask.clone(), 2)).last(), Some(&&inline(&ask).unwrap()));
}

#[wasm_bindgen_test]
async fn workers_report_what_is_lived_here() {
    let ask = ask(1, 20_000);
    let (pool, told) = pool(3, PATIENCE);
    pool.run(ask.clone());
    told.until_done().await;
    let events = told.all();
    let lived: Vec<u64> = reports(&events).iter().map(|report| report.customers).collect();
    // A stage that is overtaken by the report of the next one is not told, on a busy machine none but the last.
    let stages = [4_096, 16_384, 20_000];
    assert!(lived.last() == Some(&20_000) && lived.iter().all(|at| stages.contains(at)), "{lived:?}");
    assert!(lived.is_sorted_by(|one, next| one < next), "{lived:?}");
    for report in reports(&events) {
        assert_eq!(report, &inline(&RunRequest { customers: report.customers, ..ask.clone() }).unwrap());
    }
    assert_eq!(workers_started(), 3);
}

#[wasm_bindgen_test]
async fn the_newest_request_wins() {
    let (pool, told) = pool(2, PATIENCE);
    for seed in 0..20 {
        pool.run(ask(seed, 50_000_000));
        pause(5).await;
    }
    pool.run(ask(99, 20_000));
    told.until(|events| reports(events).last().is_some_and(|report| report.seed == 99)).await;
    told.until_done().await;
    last_is_truth_of(&told, &ask(99, 20_000));
    let events = told.all();
    assert!(reports(&events).is_sorted_by_key(|report| report.seed));
    assert!(reports(&events).iter().filter(|r| r.seed != 99).all(|r| r.customers < 50_000_000));
}

#[wasm_bindgen_test]
async fn a_request_from_within_an_answer_is_taken() {
    let told = Told::default();
    let listen = told.listener();
    let own: Rc<RefCell<Option<Pool>>> = Rc::default();
    let again = own.clone();
    let pool = pool_for(2, PATIENCE, move |event| {
        if let (Event::Progress(progress), Some(pool)) = (&event, &*again.borrow())
            && progress.done
            && progress.report.seed == 1
        {
            pool.run(ask(2, 2_000));
        }
        listen(event);
    });
    own.replace(Some(pool.clone()));
    pool.run(ask(1, 2_000));
    told.until(|events| reports(events).last().is_some_and(|report| report.seed == 2)).await;
    last_is_truth_of(&told, &ask(2, 2_000));
    own.replace(None);
}

#[wasm_bindgen_test]
async fn stopping_ends_with_the_last_report() {
    let (pool, told) = pool(2, PATIENCE);
    pool.run(ask(1, 50_000_000));
    told.until(|events| !reports(events).is_empty()).await;
    pool.stop();
    let before = told.all().len();
    assert!(matches!(told.all().last(), Some(Event::Progress(progress)) if progress.done));
    pause(100).await;
    assert_eq!(told.all().len(), before, "nothing is told after the stop");
}

#[wasm_bindgen_test]
async fn a_worker_that_panics_is_replaced_and_its_part_repeated() {
    let ask = ask(1, 100_000);
    let (pool, told) = pool(2, PATIENCE);
    // The first job: without its part nothing can be told, as without a later one that is overtaken it can.
    panic_over(0);
    pool.run(ask.clone());
    told.until_done().await;
    assert!(told.all().contains(&Event::Recovered) && !told.all().contains(&Event::Broken));
    assert_eq!(workers_started(), 3);
    last_is_truth_of(&told, &ask);
}

#[wasm_bindgen_test]
async fn a_part_over_which_two_workers_die_is_given_up() {
    let (pool, told) = pool(1, PATIENCE);
    panic_over(0);
    panic_over(1);
    pool.run(ask(1, 1_000));
    told.until_done().await;
    assert_eq!(told.all(), [Event::Recovered, Event::Broken]);
}

#[wasm_bindgen_test]
async fn a_worker_that_vanishes_is_missed() {
    let ask = ask(1, 100_000);
    let (pool, told) = pool(2, PATIENCE);
    vanish_over(0);
    pool.run(ask.clone());
    told.until_done().await;
    assert!(told.all().contains(&Event::Recovered) && !told.all().contains(&Event::Broken));
    assert_eq!(workers_started(), 3);
    last_is_truth_of(&told, &ask);
}

#[wasm_bindgen_test]
async fn workers_that_cannot_start_are_owned_up_to() {
    for boot in ["throw new Error('as the test wants it')", "this is no script"] {
        let (pool, told) = pool_from(boot, 2, PATIENCE);
        pool.run(ask(1, 1_000));
        told.until_done().await;
        assert_eq!(told.all(), [Event::Broken]);
        assert_eq!(workers_started(), 4, "each is tried twice");
    }
    let told = Told::default();
    let pool = Pool::at(None, 2, told.listener());
    pool.run(ask(1, 1_000));
    assert_eq!(told.all(), [Event::Broken]);
}

#[wasm_bindgen_test]
async fn a_worker_that_never_says_ready_is_given_up() {
    let (pool, told) = pool_from("", 1, 100);
    pool.run(ask(1, 1_000));
    told.until_done().await;
    assert_eq!(told.all(), [Event::Broken]);
}

#[wasm_bindgen_test]
async fn a_wrong_journey_is_refused() {
    let mut wrong = ask(1, 1_000);
    wrong.journey.price = -1.0;
    let (pool, told) = pool(1, PATIENCE);
    pool.run(wrong.clone());
    told.until_done().await;
    assert_eq!(told.all(), [Event::Refused(inline(&wrong).unwrap_err())]);
}

#[wasm_bindgen_test]
async fn workers_that_started_before_the_page_are_taken_over() {
    let ask = ask(1, 20_000);
    lay_ready(2);
    // They say that they are ready, and nobody listens yet.
    pause(1_000).await;
    let told = Told::default();
    let pool = Pool::new(told.listener());
    // One of them is lost, and replaced by another that the pool starts itself.
    panic_over(0);
    pool.run(ask.clone());
    told.until_done().await;
    assert!(told.all().contains(&Event::Recovered) && !told.all().contains(&Event::Broken));
    assert_eq!(workers_started(), 3);
    last_is_truth_of(&told, &ask);
    take_back();
}

#[wasm_bindgen_test]
async fn a_page_without_workers_says_so() {
    let told = Told::default();
    let pool = Pool::new(told.listener());
    pool.run(ask(1, 1_000));
    assert_eq!(told.all(), [Event::Broken]);
}
