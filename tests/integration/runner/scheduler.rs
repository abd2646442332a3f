//! Who gets what, when: the scheduler's rules, one by one.

use super::simulated_pool::SimulatedPool;
use super::{ask, progress, truth};
use crate::builder::{checked, small};
use kedja::analysis::Cohort;
use kedja::engine::BLOCK;
use kedja::runner::protocol::{BUILD, FromWorker, Job, JobAnswer};
use kedja::runner::{Encoded, Event, Order, RunRequest, Scheduler, WorkerId};
use std::ops::Range;

fn other_journey(seed: u64, customers: u64) -> RunRequest {
    let mut ask = ask(seed, customers);
    ask.journey.id = "other".to_owned();
    ask
}

#[test]
fn the_preview_is_split_over_all_workers() {
    for (workers, living) in [(1, 1), (2, 2), (3, 2), (4, 4)] {
        let mut pool = SimulatedPool::ready(workers);
        pool.run(ask(1, 4_096));
        assert_eq!(pool.living().len(), living, "{workers} workers");
    }
}

#[test]
fn while_a_newer_request_waits_workers_finish_their_part_and_nothing_else_of_the_old_one() {
    let mut pool = SimulatedPool::ready(3);
    pool.run(ask(1, 100_000));
    pool.work(pool.living()[0]);
    let (old, busy) = (pool.requests()[0], pool.living());
    pool.run(other_journey(2, 100_000));
    for worker in busy {
        pool.work(worker);
    }
    assert!(pool.requests().iter().all(|request| *request > old), "{:?}", pool.requests());
    pool.work_until_idle();
    assert!(pool.reports().iter().all(|report| report.journey == "other"));
}

#[test]
fn a_hand_that_never_rests_still_sees_previews() {
    let mut pool = SimulatedPool::ready(2);
    for seed in 0..30 {
        pool.run(ask(seed, 1_000_000));
        // As much as gets done between two movements of the hand.
        pool.work_in_turn();
    }
    let seen = pool.reports().len();
    assert!(seen >= 8, "{seen} previews in 30 movements");
    assert!(pool.reports().is_sorted_by(|a, b| a.seed < b.seed));
}

#[test]
fn another_journey_does_not_wait_for_a_preview() {
    let mut pool = SimulatedPool::ready(2);
    pool.run(ask(1, 10_000));
    pool.run(other_journey(2, 10_000));
    pool.work_until_idle();
    assert!(pool.reports().iter().all(|report| report.journey == "other"));
}

#[test]
fn of_the_requests_that_wait_only_the_newest_is_lived() {
    let mut pool = SimulatedPool::ready(2);
    for seed in 1..=5 {
        pool.run(ask(seed, 10_000));
    }
    pool.work_until_idle();
    let mut seeds: Vec<u64> = pool.reports().iter().map(|report| report.seed).collect();
    seeds.dedup();
    assert_eq!(seeds, [1, 5]);
}

#[test]
fn stopping_tells_the_last_report_again_as_done_and_gives_out_nothing_more() {
    let mut pool = SimulatedPool::ready(2);
    pool.run(ask(1, 1_000_000));
    while pool.reports().is_empty() {
        pool.work_in_turn();
    }
    assert!(!pool.is_done());
    pool.stop();
    assert!(pool.is_done());
    let told = pool.told.len();
    pool.work_until_idle();
    assert_eq!(pool.told.len(), told, "nothing is told after the stop");
    assert_eq!(pool.last_report().map(|r| r.customers), Some(4_096));
}

#[test]
fn stopping_before_any_report_still_gives_the_preview() {
    let mut pool = SimulatedPool::ready(2);
    pool.run(ask(1, 1_000_000));
    pool.stop();
    pool.work_until_idle();
    assert!(pool.is_done());
    assert_eq!(pool.reports(), [&truth(&ask(1, 4_096))]);
}

#[test]
fn stopping_with_a_request_waiting_gives_the_preview_of_the_newest() {
    let mut pool = SimulatedPool::ready(2);
    pool.run(ask(1, 1_000_000));
    pool.run(ask(2, 1_000_000));
    pool.stop();
    pool.work_until_idle();
    assert!(pool.is_done());
    assert_eq!(pool.reports(), [&truth(&ask(2, 4_096))]);
}

#[test]
fn stopping_when_nothing_is_asked_says_nothing() {
    let mut pool = SimulatedPool::ready(2);
    pool.stop();
    pool.run(ask(1, 1_000));
    pool.work_until_idle();
    let told = pool.told.len();
    pool.stop();
    assert_eq!(pool.told.len(), told);
}

#[test]
fn a_worker_that_dies_is_replaced_and_its_part_repeated() {
    let mut pool = SimulatedPool::ready(2);
    pool.run(ask(1, 10_000));
    pool.lose(pool.living()[0]);
    assert_eq!(pool.told, [Event::Recovered]);
    pool.work_until_idle();
    assert!(pool.is_done());
    assert_eq!(pool.workers(), 2);
    assert_eq!(pool.last_report(), Some(&truth(&ask(1, 10_000))));
}

#[test]
fn a_worker_that_dies_over_a_report_is_replaced_too() {
    let mut pool = SimulatedPool::ready(1);
    pool.run(ask(1, 2_000));
    pool.work(pool.living()[0]);
    assert_eq!((pool.living().len(), pool.busy().len()), (0, 1), "the report is being made");
    assert_eq!(pool.reporting(), pool.busy());
    pool.lose(pool.busy()[0]);
    pool.work_until_idle();
    assert_eq!(pool.reports(), [&truth(&ask(1, 2_000))]);
}

#[test]
fn a_second_death_over_one_part_breaks_off_and_the_next_request_is_tried_afresh() {
    let mut pool = SimulatedPool::ready(1);
    pool.run(ask(1, 10_000));
    pool.lose(pool.living()[0]);
    pool.work(pool.busy()[0]);
    pool.lose(pool.living()[0]);
    assert_eq!(pool.told, [Event::Recovered, Event::Broken]);
    pool.run(ask(2, 10_000));
    pool.work_until_idle();
    assert!(pool.is_done());
    assert_eq!(pool.last_report(), Some(&truth(&ask(2, 10_000))));
}

#[test]
fn what_was_reported_before_a_break_is_not_taken_back() {
    let mut pool = SimulatedPool::ready(1);
    pool.run(ask(1, 100_000));
    while pool.reports().is_empty() {
        pool.work_in_turn();
    }
    pool.lose_all();
    assert_eq!(pool.told.last(), Some(&Event::Broken));
    assert_eq!(pool.reports().len(), 1);
}

#[test]
fn deaths_over_different_parts_are_each_forgiven() {
    let mut pool = SimulatedPool::ready(2);
    pool.run(ask(1, 100_000));
    let mut deaths = 0;
    while !pool.is_done() {
        if let Some(&worker) = pool.living().iter().find(|worker| pool.may_be_lost(**worker)) {
            pool.lose(worker);
            deaths += 1;
        }
        // Among them the part that is repeated.
        for _ in 0..4 {
            pool.work_in_turn();
        }
    }
    assert!(deaths >= 3, "{deaths}");
    assert!(!pool.told.contains(&Event::Broken), "{:?}", pool.told);
}

#[test]
fn a_worker_that_dies_with_nothing_to_do_is_replaced_in_silence() {
    let mut pool = SimulatedPool::ready(2);
    pool.run(ask(1, 1_000));
    pool.work_until_idle();
    let told = pool.told.len();
    pool.lose(1);
    assert_eq!((pool.told.len(), pool.workers()), (told, 2));
}

#[test]
fn a_worker_that_dies_over_an_old_request_is_replaced_in_silence() {
    let mut pool = SimulatedPool::ready(2);
    pool.run(ask(1, 100_000));
    let old = pool.living();
    pool.run(other_journey(2, 2_000));
    pool.lose(old[0]);
    pool.work_until_idle();
    assert!(!pool.told.contains(&Event::Recovered));
    assert_eq!(pool.last_report(), Some(&truth(&other_journey(2, 2_000))));
}

#[test]
fn where_no_worker_can_be_started_it_says_so_once_for_each_request() {
    let mut pool = SimulatedPool::new(3);
    pool.run(ask(1, 10_000));
    pool.lose_all();
    assert_eq!(pool.told, [Event::Broken]);
    assert_eq!((pool.workers(), pool.started), (0, 6), "each is tried twice");
    pool.run(ask(2, 10_000));
    pool.lose_all();
    assert_eq!(pool.told, [Event::Broken, Event::Broken]);
    pool.run(ask(3, 10_000));
    pool.work_until_idle();
    assert!(pool.is_done());
}

#[test]
fn one_worker_that_starts_is_enough() {
    let mut pool = SimulatedPool::new(2);
    pool.run(ask(1, 10_000));
    pool.lose(pool.busy()[0]);
    pool.lose(pool.busy()[0]);
    pool.work_until_idle();
    assert_eq!(pool.last_report(), Some(&truth(&ask(1, 10_000))));
}

#[test]
fn a_worker_that_was_given_up_is_not_listened_to() {
    let mut scheduler = Scheduler::new(1);
    scheduler.run(ask(1, 1_000));
    let sent = live_parts(&scheduler.on_message(0, ready()));
    scheduler.on_worker_lost(0);
    assert_eq!(sent.len(), 1);
    assert_eq!(scheduler.on_message(0, lived(1.0)), []);
}

#[test]
fn a_sign_of_life_changes_nothing() {
    let mut scheduler = Scheduler::new(1);
    scheduler.run(ask(1, 1_000));
    scheduler.on_message(0, ready());
    assert_eq!(scheduler.on_message(0, FromWorker::StillWorking), []);
    let answer = scheduler.on_message(0, lived(1.0));
    assert!(matches!(answer.first(), Some(Order::Tell(Event::Counted { lived: 1_000, .. }))), "{answer:?}");
}

#[test]
fn an_answer_to_something_else_counts_as_a_death() {
    let mut scheduler = Scheduler::new(1);
    scheduler.run(ask(1, 1_000));
    scheduler.on_message(0, ready());
    let orders = scheduler.on_message(0, ready());
    assert_eq!(orders, [Order::End(0), Order::Start(1), Order::Tell(Event::Recovered)]);
}

#[test]
fn a_worker_of_another_build_cannot_start() {
    let mut scheduler = Scheduler::new(1);
    scheduler.run(ask(1, 1_000));
    let other = || FromWorker::Ready { build: format!("{BUILD}+") };
    assert_eq!(scheduler.on_message(0, other()), [Order::End(0), Order::Start(1)]);
    assert_eq!(scheduler.on_message(1, other()), [Order::End(1), Order::Tell(Event::Broken)]);
}

#[test]
fn an_answer_of_a_worker_that_has_nothing_to_do_counts_as_a_loss() {
    let mut scheduler = Scheduler::new(1);
    scheduler.start();
    scheduler.on_message(0, ready());
    assert_eq!(scheduler.on_message(0, lived(1.0)), [Order::End(0), Order::Start(1)]);
}

#[test]
fn the_request_itself_is_sent_to_each_worker_once() {
    let mut scheduler = Scheduler::new(1);
    scheduler.run(ask(1, 100_000));
    let mut orders = scheduler.on_message(0, ready());
    for part in 0..5 {
        let Some(Order::Send { message, .. }) = orders.iter().find(|o| matches!(o, Order::Send { .. })) else {
            panic!("{orders:?}")
        };
        assert_eq!(!message.material.is_empty(), part == 0, "part {part}");
        let answer = match message.job {
            Job::Live { .. } => lived(1.0),
            Job::Report { .. } => reported(),
            Job::Query { .. } | Job::AskStudy { .. } | Job::LiveTrial { .. } => {
                panic!("nothing was asked beside the report")
            }
        };
        orders = scheduler.on_message(0, answer);
    }
}

/// The size of the parts [blocks] that one worker is given after the preview, at so many ms a block.
fn parts_at(pace: f64) -> Vec<u64> {
    let mut scheduler = Scheduler::new(1);
    scheduler.run(ask(1, 1_000_000));
    let mut orders = scheduler.on_message(0, ready());
    let mut sizes = Vec::new();
    for _ in 0..20 {
        let answer = match live_parts(&orders).first() {
            Some((_, blocks)) => {
                sizes.push(blocks.end - blocks.start);
                lived(pace * (blocks.end - blocks.start) as f64)
            }
            None => reported(),
        };
        orders = scheduler.on_message(0, answer);
    }
    sizes.split_off(1)
}

#[test]
fn a_part_takes_about_a_frame_however_slow_a_block_is() {
    assert!(parts_at(100.0).iter().all(|size| *size == 1));
    assert!(parts_at(5.0).iter().all(|size| (2..=5).contains(size)), "{:?}", parts_at(5.0));
    let fast = parts_at(0.01);
    assert!(
        fast.iter().any(|size| size * BLOCK >= 8_192) && fast.iter().all(|size| size * BLOCK <= 16_384),
        "{fast:?}"
    );
}

#[test]
fn every_customer_is_lived_exactly_once() {
    let mut scheduler = Scheduler::new(3);
    let mut orders = scheduler.run(ask(1, 300_000));
    let mut given: Vec<u64> = Vec::new();
    while let Some(order) = (!orders.is_empty()).then(|| orders.remove(0)) {
        let next = match order {
            Order::Start(worker) => scheduler.on_message(worker, ready()),
            Order::Send { worker, message, .. } => match message.job {
                Job::Live { blocks, .. } => {
                    given.extend(blocks);
                    scheduler.on_message(worker, lived(4.0))
                }
                Job::Report { .. } => scheduler.on_message(worker, reported()),
                Job::Query { .. } | Job::AskStudy { .. } | Job::LiveTrial { .. } => {
                    panic!("nothing was asked beside the report")
                }
            },
            Order::End(_) | Order::Tell(_) => Vec::new(),
        };
        orders.extend(next);
    }
    given.sort_unstable();
    assert!(given.iter().copied().eq(0..300_000u64.div_ceil(BLOCK)));
}

#[test]
fn progress_is_told_while_a_stage_is_lived() {
    let mut pool = SimulatedPool::ready(2);
    pool.run(ask(1, 10_000));
    pool.work(pool.living()[0]);
    assert!(matches!(pool.told.as_slice(), [Event::Counted { lived: 2_048, customers: 10_000 }]), "{:?}", pool.told);
    assert!(progress(&pool.told).is_empty());
}

fn live_parts(orders: &[Order]) -> Vec<(WorkerId, Range<u64>)> {
    let live = |order: &Order| match order {
        Order::Send { worker, message, .. } => match &message.job {
            Job::Live { blocks, .. } => Some((*worker, blocks.clone())),
            Job::Report { .. } | Job::Query { .. } | Job::AskStudy { .. } | Job::LiveTrial { .. } => None,
        },
        _ => None,
    };
    orders.iter().filter_map(live).collect()
}

fn ready() -> FromWorker {
    FromWorker::Ready { build: BUILD.to_owned() }
}

/// A part has been lived, by nobody [ms].
fn lived(took: f64) -> FromWorker {
    let nobody = Cohort::new(&checked(&small()), &ask(1, 1).scenario, 1).unwrap().nobody();
    FromWorker::Answer(JobAnswer::Lived { tally: Encoded::of(&nobody), took })
}

/// Any report.
fn reported() -> FromWorker {
    let nobody = Cohort::new(&checked(&small()), &ask(1, 1).scenario, 1).unwrap().nobody();
    let (report, total) = (Box::new(truth(&ask(1, 4_096))), Encoded::of(&nobody));
    FromWorker::Answer(JobAnswer::Reported { report, total })
}
