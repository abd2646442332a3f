//! A log that Kedja itself has simulated gives back the journey that it was simulated with.

use super::{counting, log_of, reading_in};
use crate::builder::small;
use kedja::analysis::records::{LivedLog, LogCounts, MadeJourney, hits, judge_counts, lived_log};
use kedja::analysis::{Cohort, exact_conversion};
use kedja::app::records::{CountingChoices, LogChoices, counts_in, counts_text, journey_of_log};
use kedja::exchange::ready;
use kedja::model::{CheckedJourney, Journey, Scenario, Stage, Strength};

fn lived(journey: &Journey, customers: u64, until: f64, says_results: bool) -> String {
    let checked = CheckedJourney::new(journey.clone()).unwrap();
    let cohort = Cohort::new(&checked, &Scenario::default(), 7).unwrap();
    lived_log(&cohort, journey, "en", LivedLog { customers, days: 300.0, until, says_results })
}

fn purchase_of(journey: &Journey) -> String {
    journey.touchpoints.iter().find(|t| t.role == kedja::model::Role::Purchase).unwrap().name.get("en").to_owned()
}

fn imported(journey: &Journey, text: &str) -> (LogCounts, MadeJourney) {
    let log = log_of(text.as_bytes(), LogChoices::default()).unwrap();
    assert_eq!(log.rows.left_out, 0);
    let choices = CountingChoices {
        purchase: Some(purchase_of(journey)),
        leaving: text.contains(",Left,").then(|| "Left".into()),
        rare: 0.0,
        ..counting()
    };
    journey_of_log(&log, &choices, &reading_in()).unwrap()
}

fn holds(strength: Strength, true_value: f64) -> bool {
    (strength.low.unwrap()..=strength.high.unwrap()).contains(&true_value)
}

#[test]
fn strengths_shares_and_ways_come_back() {
    // One kind of customer, and no gaps: what a strength is must not depend on who leans on the link.
    let mut journey = ready("telecom").unwrap().journey();
    journey.disturbance = 0.0;
    journey.personas.truncate(1);
    journey.personas[0].share = 1.0;
    journey.personas[0].leaning.clear();
    for touchpoint in &mut journey.touchpoints {
        touchpoint.sensing = 0.0;
    }
    let (counts, made) = imported(&journey, &lived(&journey, 6_000, 1e5, true));
    assert_eq!(counts.cases.all, 6_000);
    assert_eq!((counts.cases.open, counts.cases.cut), (0, 0));
    let before = |t: &&kedja::model::Touchpoint| journey.stage(&t.phase) == Some(Stage::Before);
    let (mut all, mut held) = (0, 0);
    let mut missed = Vec::new();
    for touchpoint in journey.touchpoints.iter().filter(before) {
        let name = touchpoint.name.get("en");
        let Some(found) = made.journey.touchpoints.iter().find(|t| t.name.get("en") == name) else { continue };
        all += 1;
        if holds(found.strength, touchpoint.strength.likely) {
            held += 1;
        } else {
            missed.push(format!("{name}: {:?}, truly {}", found.strength, touchpoint.strength.likely));
        }
    }
    assert!(all >= 4 && held + 1 >= all, "{held} of {all}: {missed:?}");
    let patience = made.journey.personas[0].patience;
    assert!((patience - journey.personas[0].patience).abs() < 0.05, "{patience}");
    let said = exact_conversion(&made.journey, &Scenario::default());
    let right = exact_conversion(&journey, &Scenario::default());
    let error = (right * (1.0 - right) / 6_000.0).sqrt();
    assert!((said - right).abs() < 4.0 * error, "{said}, truly {right}");
}

#[test]
fn a_log_without_results_gives_back_the_conversion() {
    let journey = small();
    let (_, made) = imported(&journey, &lived(&journey, 5_000, 1e5, false));
    let (said, right) =
        (exact_conversion(&made.journey, &Scenario::default()), exact_conversion(&journey, &Scenario::default()));
    assert!((said - right).abs() < 4.0 * (right * (1.0 - right) / 5_000.0).sqrt(), "{said}, truly {right}");
    assert!(CheckedJourney::new(made.journey).is_ok());
}

#[test]
fn a_log_that_ends_in_the_middle_makes_no_link_weaker() {
    let journey = small();
    let (counts, made) = imported(&journey, &lived(&journey, 8_000, 200.0, true));
    assert!(counts.cases.all < 8_000);
    let (said, right) =
        (exact_conversion(&made.journey, &Scenario::default()), exact_conversion(&journey, &Scenario::default()));
    let error = (right * (1.0 - right) / counts.cases.all as f64).sqrt();
    assert!((said - right).abs() < 4.0 * error, "{said}, truly {right}");
}

#[test]
fn counts_of_a_log_make_the_same_journey_as_the_log() {
    let journey = small();
    let (counts, made) = imported(&journey, &lived(&journey, 2_000, 1e5, true));
    let read = counts_in(counts_text(&counts.counted).as_bytes(), &Default::default()).unwrap().counted;
    for step in counts.counted.steps.iter().filter(|step| step.stage == Stage::Before) {
        let again = read.steps.iter().find(|other| other.name == step.name).unwrap();
        assert_eq!(
            (again.tries.failed, again.again, again.open),
            (step.tries.failed, step.again, step.open),
            "{}",
            step.name
        );
    }
    assert!(made.journey.touchpoints.len() >= read.steps.len());
}

#[test]
fn reading_a_log_takes_its_pieces_as_they_come() {
    let text = lived(&small(), 300, 1e5, true);
    let whole = {
        let mut reader = kedja::app::records::LogReader::new(LogChoices::default());
        reader.push(text.as_bytes()).unwrap();
        reader.finish().unwrap()
    };
    assert_eq!(whole, log_of(text.as_bytes(), LogChoices::default()).unwrap());
}

#[test]
fn what_the_next_period_brings_lies_where_it_was_predicted_as_often_as_is_said() {
    let mut journey = small();
    let (mut hit, mut all) = (0, 0);
    for seed in 0..60_u16 {
        for (n, touchpoint) in journey.touchpoints.iter_mut().enumerate() {
            touchpoint.strength = Strength::of(0.35 + 0.09 * f64::from((seed + 3 * n as u16) % 7));
        }
        let checked = CheckedJourney::new(journey.clone()).unwrap();
        let counted = |seed: u64| {
            let cohort = Cohort::new(&checked, &Scenario::default(), seed).unwrap();
            let log = LivedLog { customers: 400, days: 300.0, until: 1e5, says_results: true };
            imported(&journey, &lived_log(&cohort, &journey, "en", log))
        };
        let ((_, made), (next, _)) = (counted(u64::from(seed)), counted(u64::from(seed) + 1_000));
        let (hits, figures, _) = hits(&judge_counts(&made.journey, &next.counted));
        (hit, all) = (hit + hits, all + figures);
    }
    let share = hit as f64 / all as f64;
    assert!(all > 200 && (0.92..=0.98).contains(&share), "{hit} of {all}");
}
