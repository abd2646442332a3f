//! What goes between page and workers, and the files of parts of a population. Messages are trusted: both sides are of one build.
//! That bytes which are none stop nobody is tried all the same.

use super::survives;
use crate::builder::{scenario, small, strengthen};
use kedja::analysis::studies::{Goal, Study, StudyKind, StudyResult, StudyTerms, Trial};
use kedja::app::Language;
use kedja::app::records::{FileKind, FileReading, HowToRead, Seen, ToRead};
use kedja::engine::{Tally, TrialTally};
use kedja::exchange::ready;
use kedja::model::{Journey, Scenario, digest};
use kedja::runner::protocol::{FromWorker, Job, JobAnswer, Material, NeededTrial, ToWorker};
use kedja::runner::{
    Encoded, JobExecutor, PopulationPart, QuickQuery, ReadsFiles, RunRequest, answer, decode, encode, live_here,
};
use kedja::words::building;
use serde::Serialize;
use serde::de::DeserializeOwned;

const WORDS: [&str; 14] = [
    "\0",
    "\x01",
    "\x02",
    "\x03",
    "\x05",
    "\u{7f}",
    "\x03ad\0",
    "\x05small",
    "\x04anna",
    "\0\0\0\0\0\0\0\0",
    "\x01\x01",
    "\x02\x02",
    "\x0a",
    "\x10",
];

/// What is read is written as bytes that are read as the same.
fn message<T: Serialize + DeserializeOwned>(bytes: &[u8]) {
    if let Ok(message) = decode::<T>(bytes) {
        let written = encode(&message);
        let again: T = decode(&written).expect("it was written");
        assert!(encode(&again) == written, "it is written as something else");
    }
}

fn request() -> RunRequest {
    RunRequest { journey: small(), scenario: scenario(vec![strengthen("invoice", 1.0)]), seed: 1, customers: 300 }
}

fn study(kind: StudyKind) -> Study {
    let terms = StudyTerms {
        journey: small(),
        base: Scenario::default(),
        goal: Goal::Churn,
        effort: 1.0,
        seed: 3,
        customers: 300,
    };
    Study { terms, kind }
}

fn studies() -> Vec<Study> {
    let budget = StudyKind::Budget { units: 1, unit_cost: Some(1.0) };
    [StudyKind::Ranking, budget, StudyKind::Sure { worlds: 2 }, StudyKind::Split].map(study).to_vec()
}

/// Jobs of each kind with what a worker answers.
fn spoken() -> (Vec<ToWorker>, Vec<FromWorker>) {
    let material = vec![
        Material::Request { number: 1, request: Encoded::of(&request()) },
        Material::Study { number: 1, study: Encoded::of(&studies()[1]) },
    ];
    let query = |query| Job::Query { request: 1, query };
    let other = QuickQuery::Other { number: 2, scenario: Box::new(request().scenario), customers: 100 };
    let jobs = vec![
        Job::Live { request: 1, blocks: 0..1 },
        query(QuickQuery::Crowd { customers: 3 }),
        query(QuickQuery::Life { customer: 1 }),
        query(QuickQuery::Calendar { from: 0, per_period: 3 }),
        query(other),
        query(QuickQuery::Unlivable { number: 4 }),
        Job::AskStudy { study: 1, rounds: Vec::new(), last_round: Vec::new() },
    ];
    let mut executor = JobExecutor::new(|| 0.0);
    let (mut asked, mut said) = (Vec::new(), vec![FromWorker::StillWorking, FromWorker::Ready { build: "b".into() }]);
    let mut ask = |material, job| {
        let message = ToWorker { material, job };
        asked.push(message.clone());
        let answer = executor.execute(message, || ());
        said.push(FromWorker::Answer(answer.clone()));
        answer
    };
    for (n, job) in jobs.into_iter().enumerate() {
        let material = if n == 0 { material.clone() } else { Vec::new() };
        if let JobAnswer::Lived { tally, .. } = ask(material, job) {
            ask(Vec::new(), Job::Report { request: 1, parts: vec![tally] });
        }
    }
    (asked, said)
}

fn all<T: Serialize>(messages: &[T]) -> Vec<Vec<u8>> {
    messages.iter().map(encode).collect()
}

#[test]
fn bytes_that_are_no_job_stop_no_worker() {
    survives("message-job", all(&spoken().0), &WORDS, |bytes| {
        message::<ToWorker>(bytes);
        message::<RunRequest>(bytes);
    });
}

#[test]
fn bytes_that_are_no_answer_stop_no_page() {
    survives("message-answer", all(&spoken().1), &WORDS, message::<FromWorker>);
}

#[test]
fn bytes_that_are_no_study_stop_no_worker() {
    let found = |study: &Study| answer(&study.terms.journey, |rounds| study.ask(rounds), live_here).unwrap();
    let found: Vec<StudyResult> = studies().iter().map(found).collect();
    let needed = |said: &FromWorker| match said {
        FromWorker::Answer(JobAnswer::TrialsNeeded { trials, .. }) => trials.clone(),
        _ => Vec::new(),
    };
    let trials: Vec<NeededTrial> = spoken().1.iter().flat_map(needed).collect();
    let trials: Vec<Trial> = trials.iter().map(|needed| needed.trial.read().unwrap()).collect();
    assert!(!trials.is_empty());
    survives("message-study", [all(&studies()), all(&found), all(&trials)].concat(), &WORDS, |bytes| {
        message::<Study>(bytes);
        message::<StudyResult>(bytes);
        message::<Trial>(bytes);
    });
}

#[test]
fn bytes_that_are_no_tally_stop_no_worker() {
    let lived = |said: &FromWorker| match said {
        FromWorker::Answer(JobAnswer::Lived { tally, .. }) => Some(encode(&tally.read().unwrap())),
        _ => None,
    };
    let made: Vec<Vec<u8>> = spoken().1.iter().filter_map(lived).collect();
    assert!(!made.is_empty());
    survives("message-tally", made, &WORDS, |bytes| {
        message::<Tally>(bytes);
        message::<TrialTally>(bytes);
    });
}

fn to_read(kind: FileKind) -> ToRead {
    ToRead {
        source: 1,
        name: "figures.csv".into(),
        kind,
        how: HowToRead { purchase: Some("Order".into()), silent: Some(30.0), ..HowToRead::default() },
        beginnings: building::beginnings(),
        language: Language::Sv,
    }
}

#[test]
fn bytes_that_are_no_question_about_a_file_stop_no_reader() {
    let made = FileKind::ALL.map(|kind| encode(&(7_u32, to_read(kind)))).to_vec();
    survives("message-file", made, &WORDS, message::<(u32, ToRead)>);
}

#[test]
fn bytes_that_are_no_figures_stop_no_page() {
    let files = [
        (FileKind::Counts, "Step;Count\nAd;100\nOrder;50\nInvoice;45\n"),
        (FileKind::Log, "case;step;time\n1;Ad;2025-01-02\n1;Order;2025-01-03\n1;Invoice;2025-04-05\n"),
        (FileKind::Curve, "period;customers\n0;100\n1;90\n2;80\n"),
        (FileKind::Curve, ";;;"),
    ];
    let seen = |(kind, text): (FileKind, &str)| {
        let mut reading = FileReading::default();
        let is_wanted = reading.begin(to_read(kind)) && reading.push(text.as_bytes());
        assert!(is_wanted);
        encode(&reading.finish(true))
    };
    survives("message-file-read", files.map(seen).to_vec(), &WORDS, message::<Seen>);
}

/// A part is written as what is read as the same.
fn part(bytes: &[u8]) {
    let Ok(part) = PopulationPart::from_bytes(bytes) else { return };
    drop(part.missing());
    // Whatever it counts, a report of it stops nothing.
    drop(part.clone().report());
    assert_eq!(PopulationPart::from_bytes(&part.to_bytes()), Ok(part));
}

fn lived_by(journey: &Journey, scenario: &Scenario, customers: std::ops::Range<u64>) -> Vec<u8> {
    PopulationPart::live(journey, scenario, 7, customers, Some(1)).unwrap().to_bytes()
}

fn parts() -> Vec<Vec<u8>> {
    let lived = |customers| lived_by(&small(), &Scenario::default(), customers);
    vec![lived(0..40), lived(3..70), lived(70..300), lived(9..9), lived_by(&small(), &request().scenario, 0..40)]
}

/// With the sum that belongs to it.
fn sealed(bytes: &[u8]) -> Vec<u8> {
    [bytes, &digest(bytes).to_le_bytes()].concat()
}

fn unsealed(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len() - 8]
}

#[test]
fn a_part_of_a_population_that_is_cut_or_changed_is_refused_and_else_written_as_it_was() {
    survives("part", parts(), &["KEDJA PART ", "1\n", "2\n", "\0"], part);
}

#[test]
fn a_part_whose_sum_is_right_is_read_whatever_somebody_has_written_into_it() {
    let made = parts().iter().map(|bytes| unsealed(bytes).to_vec()).collect();
    survives("part-inside", made, &WORDS, |bytes| part(&sealed(bytes)));
}

#[test]
fn what_was_counted_of_another_journey_is_never_reported_as_of_this_one() {
    // Who made it, then the journey and the scenario, then what was lived.
    let cut = |bytes: &[u8]| {
        let line = bytes.iter().position(|byte| *byte == b'\n').unwrap();
        let inside = &unsealed(bytes)[line + 1..];
        let rest = postcard::take_from_bytes::<(u32, String)>(inside).unwrap().1;
        postcard::take_from_bytes::<(Vec<u8>, Vec<u8>)>(rest).unwrap().1.len()
    };
    let telecom = lived_by(&ready("telecom").unwrap().journey(), &Scenario::default(), 0..40);
    let all = [parts(), vec![telecom]].concat();
    let mut told = 0;
    for (head, tail) in all.iter().flat_map(|head| all.iter().map(move |tail| (head, tail))) {
        let (head, tail) = (unsealed(head), unsealed(tail));
        let begins = &head[..head.len() - cut(&sealed(head))];
        let ends = &tail[tail.len() - cut(&sealed(tail))..];
        let part = PopulationPart::from_bytes(&sealed(&[begins, ends].concat())).unwrap();
        told += usize::from(part.report().is_some());
    }
    // Four are of the same journey as it is, one of that with a change, one of another.
    assert_eq!(told, 4 * 4 + 1 + 1);
}

#[test]
fn a_part_of_nobody_is_read_as_it_was_written() {
    let nobody = PopulationPart::live(&small(), &Scenario::default(), 7, 9..9, Some(1)).unwrap();
    assert_eq!(nobody.lived(), []);
    assert_eq!(PopulationPart::from_bytes(&nobody.to_bytes()), Ok(nobody));
}
