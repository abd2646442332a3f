//! Nothing is lost on the way to a worker and back.

use super::{ask, truth};
use crate::arbitrary;
use crate::builder::{checked, scenario, strengthen};
use kedja::analysis::{Cohort, Report};
use kedja::engine::{BLOCK, Tally};
use kedja::runner::protocol::{FromWorker, Job, JobAnswer, Material, ToWorker};
use kedja::runner::{Encoded, Event, JobExecutor, RunRequest, decode, encode, inline, serial};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_request_keeps_every_bit_on_its_way(journey in arbitrary::journey(), effort in -3.0..3.0, seed: u64) {
        let ask = RunRequest { journey, scenario: scenario(vec![strengthen("a", effort)]), seed, customers: seed };
        let material = vec![Material::Request { number: 7, request: Encoded::of(&ask) }];
        let message = ToWorker { material, job: Job::Live { request: 7, blocks: 3..9 } };
        let received: ToWorker = decode(&encode(&message)).unwrap();
        prop_assert_eq!(&received, &message);
        let [Material::Request { number: 7, request }] = &received.material[..] else { panic!("{received:?}") };
        prop_assert_eq!(request.read().unwrap(), ask);
    }
}

#[test]
fn a_report_keeps_every_bit_on_its_way() {
    let (report, total) = (Box::new(truth(&ask(1, 5_000))), Encoded::of(&tally(&ask(1, 5_000))));
    let message = FromWorker::Answer(JobAnswer::Reported { report, total });
    assert_eq!(decode::<FromWorker>(&encode(&message)).unwrap(), message);
}

#[test]
fn bytes_that_are_no_message_are_an_error() {
    assert!(decode::<ToWorker>(&[255, 255, 255]).is_err());
    assert!(decode::<FromWorker>(&[9]).is_err());
    assert!(decode::<FromWorker>(&[]).is_err());
}

#[test]
fn a_figure_that_is_no_number_arrives_as_none_and_is_refused() {
    let mut ask = ask(1, 1);
    ask.journey.price = f64::NAN;
    let request = Encoded::of(&ask);
    assert!(request.read().unwrap().journey.price.is_nan(), "and not as another figure");
    let told = serial(ask.clone(), 1);
    // What was found is no number either, so that the problems are not equal to themselves.
    assert_eq!(format!("{told:?}"), format!("{:?}", [Event::Refused(inline(&ask).unwrap_err())]));
}

fn tally(ask: &RunRequest) -> Tally {
    Cohort::new(&checked(&ask.journey), &ask.scenario, ask.seed)
        .unwrap()
        .live(0..ask.customers.div_ceil(BLOCK), ask.customers)
}

#[test]
fn what_is_held_as_bytes_is_read_as_it_was() {
    let tally = tally(&ask(1, 5_000));
    let encoded = Encoded::of(&tally);
    assert_eq!(encoded.read().unwrap(), tally);
    let sent: Encoded<Tally> = decode(&encode(&encoded)).unwrap();
    assert_eq!(sent, encoded);
    assert!(decode::<Encoded<Report>>(&encode(&encoded)).unwrap().read().is_err(), "it is something else");
}

#[test]
fn an_executor_keeps_the_last_request_and_gives_signs_of_life() {
    let ask = ask(1, 50_000);
    let mut executor = JobExecutor::new(|| 0.0);
    let mut signs = 0;
    let material = vec![Material::Request { number: 1, request: Encoded::of(&ask) }];
    let live = |blocks, material| ToWorker { material, job: Job::Live { request: 1, blocks } };
    let JobAnswer::Lived { tally: first, .. } = executor.execute(live(0..1, material), || signs += 1) else {
        panic!("a part is answered by its tally")
    };
    let JobAnswer::Lived { tally: rest, .. } = executor.execute(live(1..49, Vec::new()), || signs += 1) else {
        panic!("a part is answered by its tally")
    };
    assert!((10..48).contains(&signs), "{signs}");
    let job = Job::Report { request: 1, parts: vec![first, rest] };
    let JobAnswer::Reported { report, total } = executor.execute(ToWorker { material: Vec::new(), job }, || ()) else {
        panic!("tallies are answered by the report of their sum")
    };
    assert_eq!(*report, truth(&ask));
    assert_eq!(total.read().unwrap(), tally(&ask));
    // The total goes on as a part of the next one.
    let job = Job::Report { request: 1, parts: vec![total] };
    let again = executor.execute(ToWorker { material: Vec::new(), job }, || ());
    assert!(matches!(again, JobAnswer::Reported { report, .. } if *report == truth(&ask)));
}
