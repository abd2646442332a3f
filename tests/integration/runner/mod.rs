//! Whoever lives the customers, the report is the same; and the newest request wins.

mod page_side;
mod parts;
mod protocol;
mod queries;
mod scheduler;
mod simulated_pool;
mod studies;

use crate::builder::{scenario, small, strengthen};
use kedja::analysis::Report;
use kedja::model::Scenario;
use kedja::runner::{Event, Progress, RunRequest, inline, on_threads, serial, threads};

/// A request that changes the small journey's invoice.
fn ask(seed: u64, customers: u64) -> RunRequest {
    RunRequest { journey: small(), scenario: scenario(vec![strengthen("invoice", 1.0)]), seed, customers }
}

/// What a request must come to.
fn truth(ask: &RunRequest) -> Report {
    inline(ask).unwrap()
}

fn progress(events: &[Event]) -> Vec<&Progress> {
    events.iter().filter_map(|e| if let Event::Progress(p) = e { Some(p) } else { None }).collect()
}

#[test]
fn threads_give_the_report_of_one_thread() {
    let ask = ask(1, 40_000);
    let truth = truth(&ask);
    for count in [1, 2, 3, 7] {
        assert_eq!(on_threads(&ask, count).unwrap(), truth, "{count} threads");
    }
    assert_eq!(threads(&ask).unwrap(), truth);
}

#[test]
fn more_threads_than_blocks_do_no_harm() {
    let ask = ask(1, 10);
    assert_eq!(on_threads(&ask, 5).unwrap(), truth(&ask));
}

#[test]
fn through_bytes_every_stage_is_the_report_of_its_customers() {
    let ask = ask(2, 70_000);
    let told = serial(ask.clone(), 3);
    let progress = progress(&told);
    let lived: Vec<u64> = progress.iter().map(|p| p.report.customers).collect();
    assert_eq!(lived, [4_096, 16_384, 65_536, 70_000]);
    for stage in &progress {
        assert_eq!(stage.report, truth(&RunRequest { customers: stage.report.customers, ..ask.clone() }));
        assert_eq!(stage.customers, 70_000);
    }
    assert_eq!(progress.iter().map(|p| p.done).collect::<Vec<_>>(), [false, false, false, true]);
}

#[test]
fn customers_are_counted_up_to_all_of_them() {
    let told = serial(ask(2, 10_000), 2);
    let counts: Vec<u64> =
        told.iter().filter_map(|e| if let Event::Counted { lived, .. } = e { Some(*lived) } else { None }).collect();
    assert!(counts.is_sorted_by(|a, b| a < b), "{counts:?}");
    assert_eq!(counts.last(), Some(&10_000));
}

#[test]
fn a_request_for_nobody_is_answered() {
    let ask = ask(3, 0);
    let told = serial(ask.clone(), 2);
    let report = truth(&ask);
    assert_eq!(told.last(), Some(&Event::Progress(Progress { report, customers: 0, done: true })));
}

#[test]
fn a_wrong_journey_is_refused_with_the_same_problems_everywhere() {
    let mut wrong = ask(4, 5_000);
    wrong.journey.touchpoints[0].strength.likely = 1.5;
    wrong.journey.price = -1.0;
    let problems = inline(&wrong).unwrap_err();
    assert!(problems.len() >= 2, "{problems:?}");
    assert_eq!(on_threads(&wrong, 2).unwrap_err(), problems);
    assert_eq!(serial(wrong, 2), [Event::Refused(problems)]);
}

#[test]
fn an_empty_scenario_has_no_what_if() {
    let ask = RunRequest { scenario: Scenario::default(), ..ask(5, 1_000) };
    let report = truth(&ask);
    assert!(report.what_if.is_none() && report.difference.is_none());
    assert_eq!(progress(&serial(ask, 1)).last().map(|p| &p.report), Some(&report));
}
