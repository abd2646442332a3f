//! Nothing is lost on the way to a worker and back.

use super::{ask, truth};
use crate::arbitrary;
use crate::builder::{scenario, strengthen};
use kedja::runner::wire::{AskText, FromWorker, Job, ToWorker, decode, encode};
use kedja::runner::{Ask, Clerk};
use proptest::prelude::*;
use std::rc::Rc;

proptest! {
    #[test]
    fn a_request_keeps_every_bit_on_its_way(journey in arbitrary::journey(), effort in -3.0..3.0, seed: u64) {
        let ask = Ask { journey, scenario: scenario(vec![strengthen("a", effort)]), seed, customers: seed };
        let message = ToWorker { generation: 7, ask: Some(AskText::of(&ask)), job: Job::Live(3..9) };
        let received: ToWorker = decode(&encode(&message)).unwrap();
        prop_assert_eq!(&received, &message);
        prop_assert_eq!(received.ask.unwrap().read().unwrap(), ask);
    }
}

#[test]
fn a_report_keeps_every_bit_on_its_way() {
    let message = FromWorker::Reported(Box::new(truth(&ask(1, 5_000))));
    assert_eq!(decode::<FromWorker>(&encode(&message)).unwrap(), message);
}

#[test]
fn bytes_that_are_no_message_are_an_error() {
    assert!(decode::<ToWorker>(&[255, 255, 255]).is_err());
    assert!(decode::<FromWorker>(&[9]).is_err());
    assert!(decode::<FromWorker>(&[]).is_err());
}

#[test]
fn a_figure_that_is_no_number_is_an_error_and_not_another_figure() {
    let mut ask = ask(1, 1);
    ask.journey.price = f64::NAN;
    assert!(AskText::of(&ask).read().is_err());
}

#[test]
fn a_clerk_keeps_the_last_request_and_gives_signs_of_life() {
    let ask = ask(1, 50_000);
    let mut clerk = Clerk::new(|| 0.0);
    let mut signs = 0;
    let live = |blocks, text| ToWorker { generation: 1, ask: text, job: Job::Live(blocks) };
    let FromWorker::Lived { tally: mut sum, .. } = clerk.answer(live(0..1, Some(AskText::of(&ask))), || signs += 1)
    else {
        panic!("a part is answered by its tally")
    };
    let FromWorker::Lived { tally: rest, .. } = clerk.answer(live(1..49, None), || signs += 1) else {
        panic!("a part is answered by its tally")
    };
    assert!((10..48).contains(&signs), "{signs}");
    sum.add(&rest);
    let report = clerk.answer(ToWorker { generation: 1, ask: None, job: Job::Report(Rc::new(sum)) }, || ());
    assert_eq!(report, FromWorker::Reported(Box::new(truth(&ask))));
}
