//! How often the ranges hold that are read out of a company's own figures: journeys with known strengths are simulated, written
//! as logs and as counts, and read back; how often what the next period brings lies where it was predicted; and how long a million
//! events take. `make records`.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench stops where it finds a fault, tells the time, and prints"
)]

use kedja::analysis::Cohort;
use kedja::analysis::records::{
    CountingChoices, LivedLog, SaidOfSteps, count_log, hits, journey_of, judge_counts, lived_log, purchase_of,
    with_purchase,
};
use kedja::app::records::{LogChoices, LogReader, counts_in, counts_text};
use kedja::engine::SplitMix64;
use kedja::exchange::ready;
use kedja::model::data::CountedJourney;
use kedja::model::{CheckedJourney, Journey, Role, Scenario, Stage, Strength, Text};
use kedja::words::building;
use rand::Rng;
use std::time::Instant;

/// Journeys, and visitors in each.
const JOURNEYS: u64 = 200;
const VISITORS: [u64; 3] = [100, 500, 2_000];
/// How far the seeds of the next period lie from those of the first.
const NEXT: u64 = 10_000;

#[derive(Default)]
struct Score {
    held: u64,
    all: u64,
}

impl Score {
    fn add(&mut self, strength: Strength, truly: f64) {
        if let (Some(low), Some(high)) = (strength.low, strength.high) {
            self.all += 1;
            self.held += u64::from((low..=high).contains(&truly));
        }
    }

    fn written(&self) -> String {
        format!("{:.1} % of {}", 100.0 * self.held as f64 / self.all.max(1) as f64, self.all)
    }
}

/// A ready journey with strengths, shares and patience that are drawn, and one kind of customer.
fn drawn(seed: u64) -> Journey {
    let mut draws = SplitMix64::new(seed);
    let mut even = move || (draws.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
    let names = ["telecom", "b2b-purchase", "insurance"];
    let mut journey = ready(names[seed as usize % names.len()]).unwrap().journey();
    journey.disturbance = 0.0;
    journey.personas.truncate(1);
    journey.personas[0].share = 1.0;
    journey.personas[0].leaning.clear();
    journey.personas[0].patience = 0.1 + 0.6 * even();
    for touchpoint in &mut journey.touchpoints {
        touchpoint.sensing = 0.0;
        touchpoint.strength = Strength::of(0.3 + 0.69 * even());
    }
    for handover in &mut journey.handovers {
        handover.strength = Strength::of(0.5 + 0.49 * even());
    }
    journey
}

/// What a whole log of simulated visitors counts; nothing where nobody bought.
fn counted_in(cohort: &Cohort, journey: &Journey, visitors: u64, choices: &CountingChoices) -> Option<CountedJourney> {
    let log = LivedLog { customers: visitors, days: 365.0, until: 1e6, says_results: true };
    let text = lived_log(cohort, journey, "en", log);
    let mut reader = LogReader::new(LogChoices::default());
    reader.push(text.as_bytes()).unwrap();
    let leaving = text.contains(",Left,").then(|| "Left".to_owned());
    let counted = count_log(&reader.finish().unwrap(), &CountingChoices { leaving, ..choices.clone() });
    counted.ok().map(|counts| counts.counted)
}

/// Whether the ranges of a journey that was read hold the strengths that it was simulated with.
fn judge(journey: &Journey, counted: &CountedJourney, score: &mut Score) {
    let read = journey_of(counted, &SaidOfSteps::default(), &building::beginnings(), "en", &Text::default()).journey;
    let name = |t: &kedja::model::Touchpoint| t.name.get("en").to_owned();
    for truly in journey.touchpoints.iter().filter(|t| journey.stage(&t.phase) == Some(Stage::Before)) {
        if let Some(found) = read.touchpoints.iter().find(|found| name(found) == name(truly)) {
            score.add(found.strength, truly.strength.likely);
        }
    }
    for truly in &journey.handovers {
        let ends = |in_journey: &Journey, from, to| {
            Some((name(in_journey.touchpoint(from)?), name(in_journey.touchpoint(to)?)))
        };
        let ours = ends(journey, &truly.from, &truly.to);
        if let Some(found) = read.handovers.iter().find(|h| ends(&read, &h.from, &h.to) == ours) {
            score.add(found.strength, truly.strength.likely);
        }
    }
}

/// What the next period counts beside what a journey predicts that was read out of this one.
fn backtest(counted: &CountedJourney, next: &CountedJourney, score: &mut Score) {
    let read = journey_of(counted, &SaidOfSteps::default(), &building::beginnings(), "en", &Text::default()).journey;
    let (hit, all, _) = hits(&judge_counts(&read, next));
    score.held += hit;
    score.all += all;
}

/// How long a log of a million events takes from its bytes to a journey.
fn million() {
    let mut log = String::from("customer;time;step\n");
    for n in 0..250_000 {
        for (at, step) in ["Visit", "Offer", "Order", "Invoice"].iter().enumerate() {
            log.push_str(&format!("{n};2025-{:02}-{:02} {:02}:00:00;{step}\n", 1 + n % 11, 1 + n % 28, at + 8));
        }
    }
    let begun = Instant::now();
    let mut reader = LogReader::new(LogChoices::default());
    log.as_bytes().chunks(1 << 16).for_each(|piece| reader.push(piece).unwrap());
    let read = reader.finish().unwrap();
    let choices = CountingChoices {
        purchase: Some("Order".to_owned()),
        purchase_words: Vec::new(),
        leaving: None,
        silent_days: None,
        rare: 0.01,
    };
    let counted = count_log(&read, &choices).unwrap().counted;
    let made = journey_of(&counted, &SaidOfSteps::default(), &building::beginnings(), "en", &Text::default());
    let seconds = begun.elapsed().as_secs_f64();
    assert_eq!((read.rows.used, made.journey.touchpoints.len()), (1_000_000, 4));
    println!("\n1 000 000 events ({} MB) in {seconds:.1} s on one core", log.len() / 1_000_000);
}

fn main() {
    println!(
        "{JOURNEYS} journeys with drawn strengths; 95 % ranges that hold the true strength, of all that were told:\n"
    );
    for visitors in VISITORS {
        let [mut logs, mut cut, mut counts, mut came] = [(); 4].map(|()| Score::default());
        for seed in 0..JOURNEYS {
            let journey = drawn(seed);
            let checked = CheckedJourney::new(journey.clone()).unwrap();
            let cohort = Cohort::new(&checked, &Scenario::default(), seed).unwrap();
            let purchase =
                journey.touchpoints.iter().find(|t| t.role == Role::Purchase).unwrap().name.get("en").to_owned();
            let choices = CountingChoices {
                purchase: Some(purchase.clone()),
                purchase_words: Vec::new(),
                leaving: Some("Left".to_owned()),
                silent_days: None,
                rare: 0.0,
            };
            for (until, score) in [(1e6, &mut logs), (300.0, &mut cut)] {
                let text = lived_log(
                    &cohort,
                    &journey,
                    "en",
                    LivedLog { customers: visitors, days: 365.0, until, says_results: true },
                );
                let mut reader = LogReader::new(LogChoices::default());
                reader.push(text.as_bytes()).unwrap();
                let Ok(found) = count_log(
                    &reader.finish().unwrap(),
                    &CountingChoices { leaving: text.contains(",Left,").then(|| "Left".to_owned()), ..choices.clone() },
                ) else {
                    // Nobody bought, so the step never occurs.
                    continue;
                };
                judge(&journey, &found.counted, score);
                if until > 1e5 {
                    let next = Cohort::new(&checked, &Scenario::default(), seed + NEXT).unwrap();
                    if let Some(next) = counted_in(&next, &journey, visitors, &choices) {
                        backtest(&found.counted, &next, &mut came);
                    }
                    let mut read =
                        counts_in(counts_text(&found.counted).as_bytes(), &Default::default()).unwrap().counted;
                    if let Some(at) = purchase_of(&read, Some(&purchase), &[]) {
                        let sure = read.steps[at].tries;
                        with_purchase(&mut read, at);
                        read.steps[at].tries = sure;
                        judge(&journey, &read, &mut counts);
                    }
                }
            }
        }
        println!(
            "{visitors:>5} visitors: logs {}; logs cut off in the middle {}; counts {}; what came next {}",
            logs.written(),
            cut.written(),
            counts.written(),
            came.written()
        );
    }
    million();
}
