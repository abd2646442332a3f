//! Logs beside a library of process mining that others have written: the same events, and the same ways as often.

use super::{counting, log_of};
use kedja::analysis::records::count_log;
use kedja::app::records::{CountingChoices, LogChoices};
use kedja::model::data::EventLog;
use process_mining::core::event_data::case_centric::xes::{XESImportOptions, import_xes_str};
use process_mining::discovery::case_centric::dfg::discover_dfg;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// How often each step was met, and each followed by another.
#[derive(Debug, Default, PartialEq)]
struct Followed {
    met: BTreeMap<String, u64>,
    ways: BTreeMap<(String, String), u64>,
}

fn ours(log: &EventLog) -> Followed {
    let name = |step: u16| log.steps[usize::from(step)].clone();
    let mut found = Followed::default();
    for case in log.events.chunk_by(|a, b| a.case == b.case) {
        case.iter().for_each(|event| *found.met.entry(name(event.step)).or_default() += 1);
        for two in case.windows(2) {
            *found.ways.entry((name(two[0].step), name(two[1].step))).or_default() += 1;
        }
    }
    found
}

fn theirs(xes: &str) -> Followed {
    let log = import_xes_str(xes, XESImportOptions::default()).expect("it reads it");
    let graph = discover_dfg(&log);
    // In no order until they stand in ours.
    let (activities, relations) = (graph.activities, graph.directly_follows_relations);
    let met = activities.into_iter().map(|(name, times)| (name, u64::from(times)));
    let ways = relations.into_iter().map(|((from, to), times)| ((from.to_string(), to.to_string()), u64::from(times)));
    Followed { met: met.collect(), ways: ways.collect() }
}

const STEPS: [&str; 6] = ["Visit", "Offer & price", "Talk <live>", "Följ upp", "Sign \"here\"", "Order"];

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A log as XES: of each case its steps, a minute or none between them. Who has ordered does nothing more; and one visit comes a
/// year earlier and one a year later, so that no other is too recent, or cut off at the beginning.
fn xes(cases: &[Vec<(usize, bool)>]) -> String {
    let event = |step: &str, day: &str, minute: usize| {
        let (hour, minute) = (minute / 60, minute % 60);
        format!(
            "<event><string key=\"org:resource\" value=\"R\"/><string key=\"concept:name\" value=\"{}\"/>\
             <date key=\"time:timestamp\" value=\"{day}T{hour:02}:{minute:02}:00.000+00:00\"/></event>",
            escaped(step)
        )
    };
    let trace = |name: usize, events: String| {
        format!("<trace><string key=\"concept:name\" value=\"{name}\"/>{events}</trace>\n")
    };
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1.0\">\n");
    for (n, steps) in cases.iter().enumerate() {
        let (mut minute, mut events) = (0, String::new());
        for (step, waits) in steps {
            minute += usize::from(*waits);
            events += &event(STEPS[*step], "2025-01-06", minute);
            if STEPS[*step] == "Order" {
                break;
            }
        }
        text += &trace(n, events);
    }
    for (n, day) in ["2024-01-06", "2026-01-06"].into_iter().enumerate() {
        text += &trace(cases.len() + n, event("Visit", day, 0));
    }
    text + "</log>\n"
}

proptest! {
    #[test]
    fn a_log_has_the_events_and_the_ways_that_another_program_finds_in_it(
        cases in prop::collection::vec(prop::collection::vec((0..STEPS.len(), any::<bool>()), 1..12), 1..30)
    ) {
        let text = xes(&cases);
        let log = log_of(text.as_bytes(), LogChoices::default()).unwrap();
        let right = theirs(&text);
        prop_assert_eq!(&ours(&log), &right);
        // What is counted of it: each way to another step as often, since nothing in it is too recent or rare.
        if !log.steps.iter().any(|step| step == "Order") {
            return Ok(());
        }
        let choices =
            CountingChoices { purchase: Some("Order".into()), silent_days: Some(1.0), rare: 0.0, ..counting() };
        let counted = count_log(&log, &choices).unwrap().counted;
        let name = |at: usize| counted.steps[at].name.clone();
        let ways: BTreeMap<_, _> = counted.moves.iter().map(|way| ((name(way.from), name(way.to)), way.taken)).collect();
        let others = right.ways.into_iter().filter(|((from, to), _)| from != to).collect();
        prop_assert_eq!(ways, others);
    }
}
