//! Does today match: what a company has counted itself beside what is simulated.

use crate::builder::small;
use kedja::analysis::records::{
    JudgedFigure, conversion_error, judge_today, judged_in, kept_check, own_of_counts, own_of_curve, simulated,
    with_purchase,
};
use kedja::analysis::{Estimate, Figures, Outcome};
use kedja::app::records::{TableChoices, counts_in, curve_in};
use kedja::app::{Language, keep_check};
use kedja::exchange::{books_text, read_books};
use kedja::model::data::StayingCurve;
use kedja::model::{MOST_CHECKS, OwnBooks, OwnCount, OwnFigure, OwnFigures};
use kedja::words::{Teller, matching};
use std::sync::Arc;

fn typed(figure: OwnFigure, value: f64) -> OwnFigures {
    let mut own = OwnFigures::default();
    own.set(figure, Some(OwnCount { value, of: None, over: None }));
    own
}

fn today() -> Outcome {
    let about = |value: f64, noise: f64| Some(Estimate { value, low: value - noise, high: value + noise });
    let figures = Figures {
        conversion: about(0.45, 0.0),
        churn: about(0.0226, 0.0002),
        retention_12: about(0.78, 0.001),
        recommendation: about(-12.3, 0.4),
        days_to_purchase: about(9.8, 0.05),
        complaints_per_period: about(0.0241, 0.0003),
        ..Figures::default()
    };
    Outcome { figures, revenue_per_arrival_money: about(1_234.5, 3.0), ..Outcome::default() }
}

#[test]
fn a_figure_that_was_typed_matches_within_its_rounding_and_no_farther() {
    let hit = |figure, value| judge_today(&today(), 24, &typed(figure, value), 0.0)[0].is_hit;
    for (figure, matches, misses) in [
        (OwnFigure::Churn, vec![0.0226, 0.0225, 0.023, 0.02], vec![0.021, 0.0235, 0.03]),
        (OwnFigure::Retention12, vec![0.78, 0.779], vec![0.77, 0.8]),
        (OwnFigure::Recommendation, vec![-12.0, -12.5, -13.0], vec![-11.0, -14.0, 12.0]),
        (OwnFigure::Complaints, vec![2.4, 2.41, 2.0], vec![2.3, 2.5, 3.0]),
        (OwnFigure::Days, vec![10.0, 9.8], vec![9.0, 9.6, 11.0]),
        (OwnFigure::Revenue, vec![1_234.0, 1_237.0, 1_230.0, 1_200.0], vec![1_229.0, 1_239.0, 1_100.0, 12.345]),
    ] {
        assert!(matches.iter().all(|value| hit(figure, *value)), "{figure:?}");
        assert!(!misses.iter().any(|value| hit(figure, *value)), "{figure:?}");
    }
}

#[test]
fn a_figure_of_few_people_matches_within_what_counting_so_few_leaves_open() {
    let hit = |of| {
        let mut own = OwnFigures::default();
        own.set(OwnFigure::Churn, Some(OwnCount { value: 0.0301234, of: Some(of), over: None }));
        judge_today(&today(), 24, &own, 0.0)[0].is_hit
    };
    assert!(hit(500.0) && !hit(50_000.0));
}

#[test]
fn a_conversion_is_said_as_surely_as_its_strengths() {
    let hit = |strengths| judge_today(&today(), 24, &typed(OwnFigure::Conversion, 0.5), strengths)[0].is_hit;
    assert!(hit(0.03) && !hit(0.0));
    assert!(conversion_error(&small()) < 1e-6, "its strengths have no ranges");
}

#[test]
fn what_nobody_comes_to_in_the_simulation_is_not_judged() {
    let own = typed(OwnFigure::Days, 9.0);
    assert_eq!(judge_today(&Outcome::default(), 24, &own, 0.0), []);
    assert_eq!(judge_today(&today(), 24, &OwnFigures::default(), 0.0), []);
    for figure in OwnFigure::ALL {
        assert_eq!(judge_today(&today(), 24, &typed(figure, 0.0), 0.0)[0].figure, JudgedFigure::Own(figure));
        assert!(simulated(&today(), figure).is_some());
    }
    let endless = Estimate { value: 9.8, low: f64::NEG_INFINITY, high: f64::INFINITY };
    let figures = Figures { days_to_purchase: Some(endless), ..Figures::default() };
    let few = Outcome { figures, ..Outcome::default() };
    assert_eq!(judge_today(&few, 24, &own, 0.0), [], "a range without end agrees with anything");
    assert_eq!(simulated(&few, OwnFigure::Days), None);
}

#[test]
fn counts_say_what_conversion_is() {
    let counts = "Steg\tAntal\nAnnons\t10000\nJämför\t3500\nBeställning\t300\n";
    let mut read = counts_in(counts.as_bytes(), &TableChoices::default()).unwrap();
    with_purchase(&mut read.counted, 2);
    let own = own_of_counts(&read.counted);
    assert_eq!(own.get(OwnFigure::Conversion), Some(OwnCount { value: 0.03, of: Some(10_000.0), over: None }));
}

#[test]
fn a_curve_says_who_is_left_after_a_year_and_by_how_many_that_is_told() {
    // A hundred leave in the first month and ten in each after it; all are followed for a year.
    let (mut there, mut rows) = (1_000, String::new());
    for month in 1..=12 {
        let left = if month == 1 { 100 } else { 10 };
        rows += &format!("{month},{there},{left}\n");
        there -= left;
    }
    let read = |rows: &str| {
        let table = format!("period,customers,left\n{rows}");
        curve_in(table.as_bytes(), &TableChoices::default()).unwrap().curve
    };
    let whole = read(&rows);
    let after = own_of_curve(&whole).get(OwnFigure::Retention12).unwrap();
    assert!((after.value - 0.79).abs() < 1e-12, "{after:?}");
    assert!((after.of.unwrap() - 1_000.0).abs() < 1e-6, "as many as there were: {after:?}");
    // Where few were followed so long, it stands on fewer.
    let mut later = whole.clone();
    for point in later.points.iter_mut().skip(1) {
        (point.there, point.stayed) = (point.there / 10.0, point.stayed / 10.0);
    }
    let fewer = own_of_curve(&later).get(OwnFigure::Retention12).unwrap();
    assert!((fewer.value - 0.79).abs() < 1e-12 && fewer.of.unwrap() < 400.0, "{fewer:?}");
    assert!(own_of_curve(&read("1,1000,100\n2,900,45\n")).is_empty(), "two periods were counted");
    assert!(own_of_curve(&StayingCurve { are_people: false, ..whole }).is_empty(), "of how many is not known");
}

#[test]
fn what_is_found_is_said_with_how_many_and_which_way() {
    let teller = |language| Teller { language, journey: Arc::new(small()) };
    let (en, sv) = (teller(Language::En), teller(Language::Sv));
    let mut own = typed(OwnFigure::Churn, 0.03);
    let judged = judge_today(&today(), 24, &own, 0.0);
    let finding = |judged: &[_]| matching::finding(&en, judged);
    assert_eq!(finding(&judged).unwrap(), "Today does not match yet: your own figure is outside the range");
    let one = judged.first();
    let said = |teller: &Teller| matching::simulated(teller, OwnFigure::Churn, today().figures.churn, one);
    assert_eq!(said(&en), "Simulated today: 2.26% (2.24% to 2.28%).");
    assert_eq!(said(&sv), "Simulerat i dag: 2,26\u{a0}% (2,24\u{a0}% till 2,28\u{a0}%).");
    assert_eq!([&en, &sv].map(|teller| matching::verdict(teller, one)), ["Yours is higher.", "Er siffra är högre."]);
    assert_eq!(matching::verdict(&en, None), "");
    let nobody = matching::simulated(&en, OwnFigure::Days, None, None);
    assert_eq!(nobody, "Too few get that far in the simulation to tell.");
    for (teller, days) in [(&en, "10 days"), (&sv, "10 dagar")] {
        assert_eq!(matching::kind(teller, OwnFigure::Days).read(days), Ok(10.0));
    }
    own.set(OwnFigure::Days, Some(OwnCount { value: 10.0, of: None, over: None }));
    let both = judge_today(&today(), 24, &own, 0.0);
    assert_eq!(finding(&both).unwrap(), "Today does not match yet: 1 of your 2 figures is outside the range");
    assert_eq!(finding(&[]), None);
}

#[test]
fn a_comparison_comes_back_as_it_was_kept_and_all_are_counted() {
    let strength = JudgedFigure::Strength("Möte: 1".to_owned());
    for figure in [strength, JudgedFigure::Staying(3)].into_iter().chain(OwnFigure::ALL.map(JudgedFigure::Own)) {
        assert_eq!(JudgedFigure::coded(&figure.code()), Some(figure));
    }
    assert_eq!(JudgedFigure::coded("staying:soon"), None);
    let mut own = typed(OwnFigure::Churn, 0.03);
    own.set(OwnFigure::Days, Some(OwnCount { value: 10.0, of: None, over: None }));
    let judged = judge_today(&today(), 24, &own, 0.0);
    let check = kept_check("2027-03-01".to_owned(), &judged);
    assert_eq!(judged_in(&check), judged);
    let teller = Teller { language: Language::En, journey: Arc::new(small()) };
    assert_eq!(
        matching::check(&teller, &check),
        [
            "2027-03-01: 1 of 2 figures came within the range.",
            "Churn per month (of customers): 3.00% came; the journey said 2.26% (2.24% to 2.28%)."
        ]
    );
    let together = matching::together(&teller, &[check.clone(), check]);
    assert_eq!(together, "So far 2 of 4 figures came within the range that the journey said.");
}

#[test]
fn the_same_comparison_is_kept_once_and_another_of_the_same_day_beside_it() {
    let check =
        |came| kept_check("2027-03-01".to_owned(), &judge_today(&today(), 24, &typed(OwnFigure::Churn, came), 0.0));
    let mut checks = Vec::new();
    for came in [0.02, 0.03, 0.02] {
        assert!(keep_check(&mut checks, check(came)));
    }
    assert_eq!(checks, [check(0.03), check(0.02)]);
    for n in 0..200 {
        keep_check(&mut checks, check(f64::from(n) / 1_000.0 + 0.1));
    }
    assert_eq!(checks.len(), MOST_CHECKS);
    assert!(!keep_check(&mut checks, check(0.9)), "there is no room");
}

#[test]
fn revenue_that_was_counted_over_another_time_is_not_set_beside_it() {
    let own = |horizon| {
        let mut own = OwnFigures::default();
        own.set(OwnFigure::Revenue, Some(OwnCount::typed(OwnFigure::Revenue, 1_234.0, horizon)));
        own
    };
    assert_eq!(judge_today(&today(), 24, &own(24), 0.0).len(), 1);
    assert_eq!(judge_today(&today(), 36, &own(24), 0.0), []);
    let journey = Arc::new(small());
    let teller = Teller { language: Language::En, journey: journey.clone() };
    let said = |over| matching::anew(&teller, own(over).get(OwnFigure::Revenue).unwrap());
    assert_eq!(said(journey.horizon), None);
    assert!(said(journey.horizon + 12).unwrap().ends_with("Type it again."));
    // What is kept says how long it was counted over.
    let books = OwnBooks { today: own(36), ..OwnBooks::default() };
    assert_eq!(read_books(&books_text(&books)), books);
}
