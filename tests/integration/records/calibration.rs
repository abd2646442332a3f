//! A journey made to do what a company has counted of today.

use super::fitted;
use kedja::analysis::records::{
    Adjusted, Calibrated, Calibration, Judged, JudgedFigure, Means, NotAdjusted, judge_today, simulated,
};
use kedja::app::Language;
use kedja::exchange::{READY, ready};
use kedja::model::{
    CheckedJourney, Evidence, Field, Grounds, Journey, OwnCount, OwnFigure, OwnFigures, Role, Scenario, Stage,
    Strength, Text,
};
use kedja::runner::{RunRequest, threads};
use kedja::words::{Teller, calibrating};
use std::sync::Arc;

fn telecom() -> Journey {
    ready("telecom").unwrap().journey()
}

/// Fewer visitors than in the page, which need only be near enough.
const PART: f64 = 0.34;

fn calibrated(journey: &Journey, own: &OwnFigures, means: &[Means]) -> Calibrated {
    fitted(Calibration::new(journey, own, means, &Text::same("our own figures"), PART)).unwrap()
}

fn typed(figures: &[(OwnFigure, f64)], horizon: u16) -> OwnFigures {
    let mut own = OwnFigures::default();
    figures.iter().for_each(|(figure, value)| own.set(*figure, Some(OwnCount::typed(*figure, *value, horizon))));
    own
}

/// As a person would write it.
fn written(figure: OwnFigure, value: f64) -> f64 {
    let step = match figure {
        OwnFigure::Churn => 0.001,
        OwnFigure::Conversion | OwnFigure::Retention12 => 0.01,
        OwnFigure::Recommendation => 1.0,
        OwnFigure::Complaints | OwnFigure::Days => 0.1,
        OwnFigure::Revenue => 10.0,
    };
    (value / step).round() * step
}

/// A company whose customers are others than the journey says, as it would count them.
fn company(journey: &Journey, seed: u64) -> OwnFigures {
    let mut truly = journey.clone();
    let before: Vec<_> = (truly.touchpoints.iter())
        .map(|t| journey.stage(&t.phase) == Some(Stage::Before) && t.role != Role::Purchase)
        .collect();
    for (touchpoint, is_before) in truly.touchpoints.iter_mut().zip(before) {
        if is_before {
            touchpoint.strength = Strength::of(1.0 - (1.0 - touchpoint.strength.likely) * 0.8);
            touchpoint.days *= 1.4;
        }
        touchpoint.complaint_rate = (touchpoint.complaint_rate * 1.7).min(1.0);
    }
    for persona in &mut truly.personas {
        persona.usefulness.mean += 0.15;
        persona.memory *= 1.3;
    }
    truly.price *= 1.2;
    let ask = RunRequest { journey: truly, scenario: Scenario::default(), seed, customers: 200_000 };
    let today = threads(&ask).unwrap().today;
    let counted = |figure| Some((figure, written(figure, simulated(&today, figure)?.value)));
    let counted: Vec<_> = OwnFigure::ALL.into_iter().filter_map(counted).collect();
    typed(&counted, journey.horizon)
}

/// The figures beside those of other customers of the journey than those it was fitted with.
fn among_others(journey: &Journey, own: &OwnFigures) -> Vec<Judged> {
    let ask = RunRequest { journey: journey.clone(), scenario: Scenario::default(), seed: 77, customers: 200_000 };
    judge_today(&threads(&ask).unwrap().today, journey.horizon, own, 0.0)
}

fn missed(judged: &[Judged]) -> Vec<&JudgedFigure> {
    judged.iter().filter(|one| !one.is_hit).map(|one| &one.figure).collect()
}

#[test]
fn a_ready_journey_can_be_made_to_do_what_a_company_has_counted() {
    for ready in &READY {
        let journey = ready.journey();
        let own = company(&journey, 5);
        let found = calibrated(&journey, &own, &Means::ALL);
        CheckedJourney::new(found.journey.clone()).unwrap();
        assert!(missed(&found.before).len() >= 3, "{}: {:?}", journey.id, found.before);
        assert_eq!(missed(&found.after), Vec::<&JudgedFigure>::new(), "{}: {:?}", journey.id, found.after);
        // Nor is it so of those customers alone that it was fitted with: others are not far off.
        for one in among_others(&found.journey, &own) {
            let off = (one.came - one.said).abs();
            assert!(one.is_hit || off <= (one.high - one.low) * 1.5, "{}: {one:?}", journey.id);
        }
    }
}

#[test]
fn what_somebody_has_measured_is_not_changed_and_that_is_said() {
    let mut journey = telecom();
    let measured = || Evidence::new(Grounds::Measured, Text::same("counted"));
    for touchpoint in &mut journey.touchpoints {
        touchpoint.evidence.insert(Field::Strength, measured());
        touchpoint.evidence.insert(Field::Days, measured());
    }
    for handover in &mut journey.handovers {
        handover.evidence.insert(Field::Strength, measured());
        handover.evidence.insert(Field::Days, measured());
    }
    for persona in &mut journey.personas {
        for field in [Field::Usefulness, Field::Memory, Field::Tolerance] {
            persona.evidence.insert(field, measured());
        }
    }
    journey.evidence.insert(Field::Price, measured());
    let said = [
        (OwnFigure::Conversion, 0.9),
        (OwnFigure::Days, 90.0),
        (OwnFigure::Churn, 0.2),
        (OwnFigure::Revenue, 90_000.0),
    ];
    let own = typed(&said, journey.horizon);
    let found = calibrated(&journey, &own, &Means::ALL);
    assert_eq!(found.journey, journey);
    let measured = |figure| (figure, NotAdjusted::Measured);
    let all = [OwnFigure::Conversion, OwnFigure::Days, OwnFigure::Churn, OwnFigure::Revenue];
    assert_eq!(found.not_adjusted, all.map(measured));
    assert_eq!(missed(&found.after).len(), 4);
    for language in Language::ALL {
        let teller = Teller { language, journey: Arc::new(journey.clone()) };
        assert_eq!(calibrating::found(&teller, &found).len(), 4);
    }
}

#[test]
fn a_journey_that_matches_already_stays_as_it_is() {
    let journey = telecom();
    let ask = RunRequest { journey: journey.clone(), scenario: Scenario::default(), seed: 3, customers: 100_000 };
    let today = threads(&ask).unwrap().today;
    let churn = written(OwnFigure::Churn, simulated(&today, OwnFigure::Churn).unwrap().value);
    let found = calibrated(&journey, &typed(&[(OwnFigure::Churn, churn)], journey.horizon), &Means::ALL);
    assert_eq!((found.journey, found.adjusted, found.not_adjusted), (journey, vec![], vec![]));
}

#[test]
fn what_is_not_to_be_changed_is_not_and_what_cannot_be_reached_is_said() {
    let journey = telecom();
    let horizon = journey.horizon;
    let own = typed(&[(OwnFigure::Conversion, 0.999), (OwnFigure::Revenue, 1.0)], horizon);
    let found = calibrated(&journey, &own, &[Means::Failures]);
    assert_eq!(found.journey, journey, "neither the price, which may not, nor the strengths, which do not do it");
    let why = [(OwnFigure::Conversion, NotAdjusted::OutOfReach), (OwnFigure::Revenue, NotAdjusted::NotAllowed)];
    assert_eq!(found.not_adjusted, why);
    // Nobody leaves as fast as that, whoever they are; nor do they while nearly all recommend.
    let both = typed(&[(OwnFigure::Churn, 0.3), (OwnFigure::Recommendation, 90.0)], horizon);
    let found = calibrated(&journey, &both, &Means::ALL);
    assert_eq!(found.journey, journey, "nobody does both, so nobody is changed");
    let why = [OwnFigure::Churn, OwnFigure::Recommendation].map(|figure| (figure, NotAdjusted::NotTogether));
    assert_eq!(found.not_adjusted, why);
    let found = calibrated(&journey, &typed(&[(OwnFigure::Churn, 0.9)], horizon), &Means::ALL);
    assert_eq!(found.not_adjusted, [(OwnFigure::Churn, NotAdjusted::OutOfReach)]);
    // Links that nobody waits at take no days however many times longer they take.
    let mut quick = journey.clone();
    quick.touchpoints.iter_mut().for_each(|touchpoint| touchpoint.days = 0.0);
    quick.handovers.iter_mut().for_each(|handover| handover.days = 0.0);
    let found = calibrated(&quick, &typed(&[(OwnFigure::Days, 9.0)], horizon), &Means::ALL);
    assert_eq!(found.not_adjusted, [(OwnFigure::Days, NotAdjusted::Nothing)]);
}

#[test]
fn what_was_changed_is_marked_as_estimated_with_its_source_and_said_in_both_languages() {
    let journey = telecom();
    let own = company(&journey, 9);
    let found = calibrated(&journey, &own, &Means::ALL);
    let kinds = found.adjusted.iter().map(std::mem::discriminant).collect::<Vec<_>>();
    let all = [Adjusted::Failures(1.0), Adjusted::Days(1.0), Adjusted::Complaints(1.0)];
    assert!(all.iter().all(|one| kinds.contains(&std::mem::discriminant(one))), "{:?}", found.adjusted);
    for (before, after) in journey.touchpoints.iter().zip(&found.journey.touchpoints) {
        for (field, is_other) in [
            (Field::Strength, before.strength != after.strength),
            (Field::Days, before.days != after.days),
            (Field::ComplaintRate, before.complaint_rate != after.complaint_rate),
        ] {
            let evidence = after.evidence.get(&field);
            let is_marked = evidence.is_some_and(|e| e.grounds == Grounds::Estimated && !e.source.is_empty());
            assert!(!is_other || is_marked, "{:?} {field:?}", after.id);
        }
    }
    for language in Language::ALL {
        let teller = Teller { language, journey: Arc::new(journey.clone()) };
        let rows = calibrating::rows(&teller, &found);
        assert_eq!(rows.len(), own.said().count());
        assert!(rows.iter().all(|row| row.is_hit && !row.yours.is_empty() && row.before != row.after));
        let said = calibrating::found(&teller, &found);
        assert!(said.len() >= found.adjusted.len() && said.iter().all(|words| words.ends_with('.')), "{said:?}");
    }
}

#[test]
fn a_calibration_is_the_same_each_time() {
    let journey = telecom();
    let own = typed(&[(OwnFigure::Churn, 0.03), (OwnFigure::Recommendation, 5.0)], journey.horizon);
    assert_eq!(calibrated(&journey, &own, &Means::ALL), calibrated(&journey, &own, &Means::ALL));
}

#[test]
fn who_stays_so_long_that_nobody_is_followed_there_does_not_hinder_the_other_figures() {
    let journey = Journey { horizon: 8, ..telecom() };
    let own = typed(&[(OwnFigure::Retention12, 0.8), (OwnFigure::Churn, 0.035)], journey.horizon);
    let found = calibrated(&journey, &own, &Means::ALL);
    assert!(found.after.iter().all(|one| one.is_hit) && !found.after.is_empty(), "{:?}", found.after);
    assert!(matches!(found.adjusted[..], [Adjusted::Customers(_)]), "{:?}", found.adjusted);
}

#[test]
fn a_conversion_that_falls_to_a_tenth_is_told_by_as_many_buyers() {
    let journey = telecom();
    let own = typed(&[(OwnFigure::Conversion, 0.01), (OwnFigure::Churn, 0.04)], journey.horizon);
    let found = calibrated(&journey, &own, &Means::ALL);
    let churn = found.after.iter().find(|one| one.figure == JudgedFigure::Own(OwnFigure::Churn)).unwrap();
    assert!(churn.is_hit && churn.high - churn.low < 0.004, "{churn:?}");
    let exact = kedja::analysis::exact_conversion(&found.journey, &Scenario::default());
    assert!((exact - 0.01).abs() < 0.0005, "{exact}");
}

#[test]
fn complaints_are_put_right_where_nearly_all_complain_and_where_some_rates_are_measured() {
    let mut journey = telecom();
    let measured = Evidence::new(Grounds::Measured, Text::same("counted"));
    let many = journey.touchpoints.len();
    for (n, touchpoint) in journey.touchpoints.iter_mut().enumerate() {
        touchpoint.complaint_rate = 0.9;
        if n + 3 > many {
            touchpoint.complaint_rate = 0.05;
            touchpoint.evidence.insert(Field::ComplaintRate, measured.clone());
        }
    }
    let ask = RunRequest { journey: journey.clone(), scenario: Scenario::default(), seed: 3, customers: 100_000 };
    let now = simulated(&threads(&ask).unwrap().today, OwnFigure::Complaints).unwrap().value;
    let own = typed(&[(OwnFigure::Complaints, (now * 6.0).round() / 10.0)], journey.horizon);
    let found = calibrated(&journey, &own, &Means::ALL);
    assert_eq!(missed(&found.after), Vec::<&JudgedFigure>::new(), "{:?}", found);
    for (before, after) in journey.touchpoints.iter().zip(&found.journey.touchpoints) {
        let is_measured = before.evidence.get(&Field::ComplaintRate) == Some(&measured);
        assert!(!is_measured || before.complaint_rate == after.complaint_rate);
    }
}
