//! Who gets what, when: the scheduler's rules, one by one.

use super::pool::Hall;
use super::{ask, progress, truth};
use crate::builder::small;
use kedja::analysis::Cohort;
use kedja::engine::BLOCK;
use kedja::runner::wire::{FromWorker, Job};
use kedja::runner::{Ask, Event, Order, Scheduler, WorkerId};
use std::ops::Range;

fn other_journey(seed: u64, customers: u64) -> Ask {
    let mut ask = ask(seed, customers);
    ask.journey.id = "other".to_owned();
    ask
}

#[test]
fn the_preview_is_split_over_all_workers() {
    for (workers, living) in [(1, 1), (2, 2), (3, 2), (4, 4)] {
        let mut hall = Hall::ready(workers);
        hall.ask(ask(1, 4_096));
        assert_eq!(hall.living().len(), living, "{workers} workers");
    }
}

#[test]
fn while_a_newer_request_waits_workers_finish_their_part_and_nothing_else_of_the_old_one() {
    let mut hall = Hall::ready(3);
    hall.ask(ask(1, 100_000));
    hall.work(hall.living()[0]);
    let (old, busy) = (hall.generations()[0], hall.living());
    hall.ask(other_journey(2, 100_000));
    for worker in busy {
        hall.work(worker);
    }
    assert!(hall.generations().iter().all(|generation| *generation > old), "{:?}", hall.generations());
    hall.work_until_idle();
    assert!(hall.reports().iter().all(|report| report.journey == "other"));
}

#[test]
fn a_hand_that_never_rests_still_sees_previews() {
    let mut hall = Hall::ready(2);
    for seed in 0..30 {
        hall.ask(ask(seed, 1_000_000));
        // As much as gets done between two movements of the hand.
        hall.work_in_turn();
    }
    let seen = hall.reports().len();
    assert!(seen >= 8, "{seen} previews in 30 movements");
    assert!(hall.reports().is_sorted_by(|a, b| a.seed < b.seed));
}

#[test]
fn another_journey_does_not_wait_for_a_preview() {
    let mut hall = Hall::ready(2);
    hall.ask(ask(1, 10_000));
    hall.ask(other_journey(2, 10_000));
    hall.work_until_idle();
    assert!(hall.reports().iter().all(|report| report.journey == "other"));
}

#[test]
fn of_the_requests_that_wait_only_the_newest_is_lived() {
    let mut hall = Hall::ready(2);
    for seed in 1..=5 {
        hall.ask(ask(seed, 10_000));
    }
    hall.work_until_idle();
    let mut seeds: Vec<u64> = hall.reports().iter().map(|report| report.seed).collect();
    seeds.dedup();
    assert_eq!(seeds, [1, 5]);
}

#[test]
fn stopping_tells_the_last_report_again_as_done_and_gives_out_nothing_more() {
    let mut hall = Hall::ready(2);
    hall.ask(ask(1, 1_000_000));
    while hall.reports().is_empty() {
        hall.work_in_turn();
    }
    assert!(!hall.is_done());
    hall.stop();
    assert!(hall.is_done());
    let told = hall.told.len();
    hall.work_until_idle();
    assert_eq!(hall.told.len(), told, "nothing is told after the stop");
    assert_eq!(hall.last_report().map(|r| r.customers), Some(4_096));
}

#[test]
fn stopping_before_any_report_still_gives_the_preview() {
    let mut hall = Hall::ready(2);
    hall.ask(ask(1, 1_000_000));
    hall.stop();
    hall.work_until_idle();
    assert!(hall.is_done());
    assert_eq!(hall.reports(), [&truth(&ask(1, 4_096))]);
}

#[test]
fn stopping_with_a_request_waiting_gives_the_preview_of_the_newest() {
    let mut hall = Hall::ready(2);
    hall.ask(ask(1, 1_000_000));
    hall.ask(ask(2, 1_000_000));
    hall.stop();
    hall.work_until_idle();
    assert!(hall.is_done());
    assert_eq!(hall.reports(), [&truth(&ask(2, 4_096))]);
}

#[test]
fn stopping_when_nothing_is_asked_says_nothing() {
    let mut hall = Hall::ready(2);
    hall.stop();
    hall.ask(ask(1, 1_000));
    hall.work_until_idle();
    let told = hall.told.len();
    hall.stop();
    assert_eq!(hall.told.len(), told);
}

#[test]
fn a_worker_that_dies_is_replaced_and_its_part_repeated() {
    let mut hall = Hall::ready(2);
    hall.ask(ask(1, 10_000));
    hall.die(hall.living()[0]);
    assert_eq!(hall.told, [Event::Recovered]);
    hall.work_until_idle();
    assert!(hall.is_done());
    assert_eq!(hall.workers(), 2);
    assert_eq!(hall.last_report(), Some(&truth(&ask(1, 10_000))));
}

#[test]
fn a_worker_that_dies_over_a_report_is_replaced_too() {
    let mut hall = Hall::ready(1);
    hall.ask(ask(1, 2_000));
    hall.work(hall.living()[0]);
    assert_eq!((hall.living().len(), hall.busy().len()), (0, 1), "the report is being made");
    hall.die(hall.busy()[0]);
    hall.work_until_idle();
    assert_eq!(hall.reports(), [&truth(&ask(1, 2_000))]);
}

#[test]
fn a_second_death_over_one_part_breaks_off_and_the_next_request_is_tried_afresh() {
    let mut hall = Hall::ready(1);
    hall.ask(ask(1, 10_000));
    hall.die(hall.living()[0]);
    hall.work(hall.busy()[0]);
    hall.die(hall.living()[0]);
    assert_eq!(hall.told, [Event::Recovered, Event::Broken]);
    hall.ask(ask(2, 10_000));
    hall.work_until_idle();
    assert!(hall.is_done());
    assert_eq!(hall.last_report(), Some(&truth(&ask(2, 10_000))));
}

#[test]
fn what_was_reported_before_a_break_is_not_taken_back() {
    let mut hall = Hall::ready(1);
    hall.ask(ask(1, 100_000));
    while hall.reports().is_empty() {
        hall.work_in_turn();
    }
    hall.all_die();
    assert_eq!(hall.told.last(), Some(&Event::Broken));
    assert_eq!(hall.reports().len(), 1);
}

#[test]
fn deaths_over_different_parts_are_each_forgiven() {
    let mut hall = Hall::ready(2);
    hall.ask(ask(1, 100_000));
    let mut deaths = 0;
    while !hall.is_done() {
        if let Some(&worker) = hall.living().iter().find(|worker| hall.may_die(**worker)) {
            hall.die(worker);
            deaths += 1;
        }
        // Among them the part that is repeated.
        for _ in 0..4 {
            hall.work_in_turn();
        }
    }
    assert!(deaths >= 3, "{deaths}");
    assert!(!hall.told.contains(&Event::Broken), "{:?}", hall.told);
}

#[test]
fn a_worker_that_dies_with_nothing_to_do_is_replaced_in_silence() {
    let mut hall = Hall::ready(2);
    hall.ask(ask(1, 1_000));
    hall.work_until_idle();
    let told = hall.told.len();
    hall.die(1);
    assert_eq!((hall.told.len(), hall.workers()), (told, 2));
}

#[test]
fn a_worker_that_dies_over_an_old_request_is_replaced_in_silence() {
    let mut hall = Hall::ready(2);
    hall.ask(ask(1, 100_000));
    let old = hall.living();
    hall.ask(other_journey(2, 2_000));
    hall.die(old[0]);
    hall.work_until_idle();
    assert!(!hall.told.contains(&Event::Recovered));
    assert_eq!(hall.last_report(), Some(&truth(&other_journey(2, 2_000))));
}

#[test]
fn where_no_worker_can_be_started_it_says_so_once_for_each_request() {
    let mut hall = Hall::new(3);
    hall.ask(ask(1, 10_000));
    hall.all_die();
    assert_eq!(hall.told, [Event::Broken]);
    assert_eq!((hall.workers(), hall.started), (0, 6), "each is tried twice");
    hall.ask(ask(2, 10_000));
    hall.all_die();
    assert_eq!(hall.told, [Event::Broken, Event::Broken]);
    hall.ask(ask(3, 10_000));
    hall.work_until_idle();
    assert!(hall.is_done());
}

#[test]
fn one_worker_that_starts_is_enough() {
    let mut hall = Hall::new(2);
    hall.ask(ask(1, 10_000));
    hall.die(hall.busy()[0]);
    hall.die(hall.busy()[0]);
    hall.work_until_idle();
    assert_eq!(hall.last_report(), Some(&truth(&ask(1, 10_000))));
}

#[test]
fn a_worker_that_was_given_up_is_not_listened_to() {
    let mut scheduler = Scheduler::new(1);
    scheduler.ask(ask(1, 1_000));
    let sent = live_parts(&scheduler.answered(0, FromWorker::Ready));
    scheduler.died(0);
    assert_eq!(sent.len(), 1);
    let tally = empty_tally();
    assert_eq!(scheduler.answered(0, FromWorker::Lived { tally, took: 1.0 }), []);
}

#[test]
fn a_sign_of_life_changes_nothing() {
    let mut scheduler = Scheduler::new(1);
    scheduler.ask(ask(1, 1_000));
    scheduler.answered(0, FromWorker::Ready);
    assert_eq!(scheduler.answered(0, FromWorker::Alive), []);
    let answer = scheduler.answered(0, FromWorker::Lived { tally: empty_tally(), took: 1.0 });
    assert!(matches!(answer.first(), Some(Order::Tell(Event::Counted { lived: 1_000, .. }))), "{answer:?}");
}

#[test]
fn an_answer_to_something_else_counts_as_a_death() {
    let mut scheduler = Scheduler::new(1);
    scheduler.ask(ask(1, 1_000));
    scheduler.answered(0, FromWorker::Ready);
    let orders = scheduler.answered(0, FromWorker::Ready);
    assert_eq!(orders, [Order::End(0), Order::Start(1), Order::Tell(Event::Recovered)]);
}

#[test]
fn the_request_itself_is_sent_to_each_worker_once() {
    let mut scheduler = Scheduler::new(1);
    scheduler.ask(ask(1, 100_000));
    let mut orders = scheduler.answered(0, FromWorker::Ready);
    for part in 0..5 {
        let Some(Order::Send { message, .. }) = orders.iter().find(|o| matches!(o, Order::Send { .. })) else {
            panic!("{orders:?}")
        };
        assert_eq!(message.ask.is_some(), part == 0, "part {part}");
        let answer = match message.job {
            Job::Live(_) => FromWorker::Lived { tally: empty_tally(), took: 1.0 },
            Job::Report(_) => FromWorker::Reported(Box::new(truth(&ask(1, 4_096)))),
            Job::Answer(_) | Job::Trial { .. } => panic!("nothing was asked beside the report"),
        };
        orders = scheduler.answered(0, answer);
    }
}

/// The size of the parts [blocks] that one worker is given after the preview, at so many ms a block.
fn parts_at(pace: f64) -> Vec<u64> {
    let mut scheduler = Scheduler::new(1);
    scheduler.ask(ask(1, 1_000_000));
    let mut orders = scheduler.answered(0, FromWorker::Ready);
    let mut sizes = Vec::new();
    for _ in 0..20 {
        let answer = match live_parts(&orders).first() {
            Some((_, blocks)) => {
                sizes.push(blocks.end - blocks.start);
                FromWorker::Lived { tally: empty_tally(), took: pace * (blocks.end - blocks.start) as f64 }
            }
            None => FromWorker::Reported(Box::new(truth(&ask(1, 4_096)))),
        };
        orders = scheduler.answered(0, answer);
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
    let mut orders = scheduler.ask(ask(1, 300_000));
    let mut given: Vec<u64> = Vec::new();
    while let Some(order) = (!orders.is_empty()).then(|| orders.remove(0)) {
        let next = match order {
            Order::Start(worker) => scheduler.answered(worker, FromWorker::Ready),
            Order::Send { worker, message, .. } => match message.job {
                Job::Live(blocks) => {
                    given.extend(blocks);
                    scheduler.answered(worker, FromWorker::Lived { tally: empty_tally(), took: 4.0 })
                }
                Job::Report(_) => {
                    let report = truth(&ask(1, 4_096));
                    scheduler.answered(worker, FromWorker::Reported(Box::new(report)))
                }
                Job::Answer(_) | Job::Trial { .. } => panic!("nothing was asked beside the report"),
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
    let mut hall = Hall::ready(2);
    hall.ask(ask(1, 10_000));
    hall.work(hall.living()[0]);
    assert!(matches!(hall.told.as_slice(), [Event::Counted { lived: 2_048, customers: 10_000 }]), "{:?}", hall.told);
    assert!(progress(&hall.told).is_empty());
}

fn live_parts(orders: &[Order]) -> Vec<(WorkerId, Range<u64>)> {
    let live = |order: &Order| match order {
        Order::Send { worker, message, .. } => match &message.job {
            Job::Live(blocks) => Some((*worker, blocks.clone())),
            Job::Report(_) | Job::Answer(_) | Job::Trial { .. } => None,
        },
        _ => None,
    };
    orders.iter().filter_map(live).collect()
}

fn empty_tally() -> kedja::engine::Tally {
    Cohort::new(&small(), &ask(1, 1).scenario, 1).unwrap().nobody()
}
