//! Steps in phases: by their names, by their places, or as somebody says; and as many buy as were counted whichever are chosen.

use super::reading::read;
use super::{counting, log_of, reading_in};
use kedja::analysis::exact_conversion;
use kedja::app::records::{
    Content, CountingChoices, FileKind, HowToRead, LogChoices, MadeJourney, ReadingIn, SaidOfSteps, TableChoices,
    counts_in, journey_of_counts, journey_of_log,
};
use kedja::model::data::{DataFault, step_called};
use kedja::model::{CheckedJourney, Field, Grounds, PhaseId, Role, Scenario, Stage};
use kedja::words::building;
use proptest::prelude::*;

fn made_of(counts: &str, purchase: Option<&str>, said: &SaidOfSteps) -> MadeJourney {
    let mut read = counts_in(counts.as_bytes(), &TableChoices::default()).unwrap();
    let by = ReadingIn { purchase: purchase.map(str::to_owned), said: said.clone(), ..reading_in() };
    journey_of_counts(&mut read, &by).unwrap()
}

fn phases(made: &MadeJourney) -> Vec<&str> {
    made.steps.iter().zip(&made.journey.touchpoints).map(|(_, t)| t.phase.as_str()).collect()
}

fn in_phase(step: &str, phase: &str) -> (String, PhaseId) {
    (step.to_owned(), phase.into())
}

const BEFORE: [&str; 6] = ["Visit", "Offer", "Newsletter", "Talk", "Basket", "Order"];
const AFTER: [&str; 3] = ["Support", "Upgrade", "Letter"];
const ORDER: usize = 5;
const CHOICES: [&str; 6] = ["awareness", "consideration", "decision", "delivery", "advocacy", "no such phase"];

/// A log in which no step is tried twice in a row, some come back to steps, and one visit is a year earlier. Who has ordered meets
/// what comes after, the first of them a year later, so that nothing is too recent.
fn log(cases: &[(Vec<usize>, Vec<usize>)]) -> String {
    let mut text = String::from("case;time;step\nfirst;2024-01-06 08:00;Visit\n");
    let mut have_ordered = 0;
    for (n, (way, after)) in cases.iter().enumerate() {
        let mut last = None;
        for (minute, step) in way.iter().enumerate() {
            if last != Some(step) {
                text.push_str(&format!("{n};2025-01-06 08:{minute:02};{}\n", BEFORE[*step]));
            }
            last = Some(step);
            if *step == ORDER {
                have_ordered += 1;
                let year = if have_ordered == 1 { 2026 } else { 2025 };
                for (minute, step) in after.iter().enumerate() {
                    text.push_str(&format!("{n};{year}-02-06 08:{minute:02};{}\n", AFTER[*step]));
                }
                break;
            }
        }
    }
    text
}

proptest! {
    #[test]
    fn as_many_buy_as_were_counted_whichever_phases_are_chosen(
        cases in prop::collection::vec(
            (prop::collection::vec(0..BEFORE.len(), 1..10), prop::collection::vec(0..AFTER.len(), 1..4)),
            1..25,
        ),
        chosen in prop::collection::vec((0..BEFORE.len() + AFTER.len(), 0..CHOICES.len()), 0..12),
        offers in prop::collection::vec(0..BEFORE.len() + AFTER.len(), 0..4),
    ) {
        prop_assume!(cases.iter().any(|(way, _)| way.contains(&ORDER)));
        let step = |at: usize| *BEFORE.iter().chain(&AFTER).nth(at).unwrap();
        let said = SaidOfSteps {
            reckoning: None,
            phases: chosen.iter().map(|(at, phase)| in_phase(step(*at), CHOICES[*phase])).collect(),
            offers: offers.iter().map(|at| step(*at).to_owned()).collect(),
        };
        let log = log_of(log(&cases).as_bytes(), LogChoices::default()).unwrap();
        let choices =
            CountingChoices { purchase: Some("Order".into()), silent_days: Some(1.0), rare: 0.0, ..counting() };
        let by = ReadingIn { said: said.clone(), ..reading_in() };
        let (counts, made) = journey_of_log(&log, &choices, &by).unwrap();
        prop_assert_eq!(counts.cases.open, 0);
        let journey = CheckedJourney::new(made.journey.clone()).unwrap();
        let right = counts.cases.bought as f64 / (counts.cases.all - counts.cases.cut) as f64;
        let found = exact_conversion(&journey, &Scenario::default());
        prop_assert!((found - right).abs() < 1e-9, "{} and not {}", found, right);
        let place = |phase: &PhaseId| journey.phases.iter().position(|p| p.id == *phase).unwrap();
        for entry in &journey.personas[0].entries {
            let at = journey.touchpoint(&entry.touchpoint).unwrap();
            prop_assert!(place(&entry.readiness) <= place(&at.phase));
        }
        // What can be is as it was said, the last word of each.
        for (name, touchpoint) in made.steps.iter().zip(&journey.touchpoints) {
            let said_of = said.phases.iter().rev().find(|(step, _)| step == name);
            let all = building::beginnings().all_phases();
            let is_before = BEFORE.contains(&name.as_str());
            let can_be = |id: &PhaseId| all.iter().any(|p| p.id == *id && (p.stage == Stage::Before) == is_before);
            if let Some((_, phase)) = said_of.filter(|(_, phase)| can_be(phase)) {
                prop_assert_eq!(&touchpoint.phase, phase);
            }
            let is_offer = !is_before && said.offers.contains(name);
            prop_assert_eq!(touchpoint.role == Role::Offer, is_offer);
        }
    }
}

#[test]
fn a_step_is_in_the_phase_that_its_name_says_and_else_no_earlier_than_those_before_it() {
    let counts = "step;reached\nAnnons sedd;900\nCompare prices;800\nAsk;700\nNewsletter;500\nBasket;400\nAddress;300\n\
        Order;200\nSupport call;150\nWelcome letter;120\nLetter;90\nInvoice;80\n";
    let made = made_of(counts, None, &SaidOfSteps::default());
    let right = [
        ("Annons sedd", "awareness"),
        ("Compare prices", "consideration"),
        // By its place alone it would be earlier.
        ("Ask", "consideration"),
        ("Newsletter", "awareness"),
        ("Basket", "decision"),
        ("Address", "decision"),
        ("Order", "decision"),
        ("Support call", "advocacy"),
        ("Welcome letter", "delivery"),
        ("Letter", "advocacy"),
        ("Invoice", "advocacy"),
    ];
    assert_eq!(made.steps, right.map(|(step, _)| step));
    assert_eq!(phases(&made), right.map(|(_, phase)| phase));
}

#[test]
fn a_choice_that_another_purchase_makes_impossible_is_not_used() {
    let counts = "step;reached\nVisit;900\nTalk;500\nOrder;200\nLetter;100\n";
    let phases_chosen =
        vec![in_phase("visit ", "decision"), in_phase("Order", "consideration"), in_phase("Gone", "delivery")];
    let said = SaidOfSteps { phases: phases_chosen, offers: vec!["Letter".into(), "Talk".into()], reckoning: None };
    let made = made_of(counts, None, &said);
    assert_eq!(phases(&made), ["decision", "consideration", "consideration", "delivery"]);
    let roles = |made: &MadeJourney| made.journey.touchpoints.iter().map(|t| t.role).collect::<Vec<_>>();
    assert_eq!(roles(&made), [Role::Plain, Role::Plain, Role::Purchase, Role::Offer, Role::Reckoning]);
    // After the talk, the order is no longer before the purchase, and the talk no longer after it.
    let made = made_of(counts, Some("Talk"), &said);
    assert_eq!(phases(&made), ["decision", "decision", "delivery", "advocacy"]);
    assert_eq!(roles(&made), [Role::Plain, Role::Purchase, Role::Plain, Role::Offer, Role::Reckoning]);
}

#[test]
fn who_comes_in_late_is_as_far_on_as_where_they_come_in_unless_they_may_come_to_something_earlier() {
    let counts = |back: &str| {
        format!(
            "step,next,reached,went_on,ended\n,Visit,,60,\n,Basket,,40,\nVisit,Basket,,30,\nBasket,Order,,{back}\n\
             Visit,,,,30\nBasket,,,,10\nOrder,,50,,\n"
        )
    };
    let ready = |counts: &str| -> Vec<String> {
        let made = made_of(counts, None, &SaidOfSteps::default());
        assert!(CheckedJourney::new(made.journey.clone()).is_ok());
        made.journey.personas[0].entries.iter().map(|entry| entry.readiness.to_string()).collect()
    };
    assert_eq!(ready(&counts("60,")), ["awareness", "decision"]);
    assert_eq!(ready(&counts("50,\nBasket,Visit,,10,")), ["awareness", "awareness"]);
}

#[test]
fn an_offer_is_as_often_met_and_taken_up_as_was_counted() {
    let mut text = String::from("case;time;step;result\n");
    for case in 0..60 {
        let day = 1 + case % 20;
        text.push_str(&format!("{case};2025-01-{day:02} 08:00;Visit;held\n{case};2025-01-{day:02} 09:00;Order;held\n"));
        for month in 2..6 {
            let result = if (case + month) % 3 == 0 { "held" } else { "failed" };
            text.push_str(&format!("{case};2025-0{month}-{day:02} 09:00;Upgrade;{result}\n"));
        }
    }
    let mut how = HowToRead { silent: Some(1.0), ..HowToRead::default() };
    how.said.offers = vec!["Upgrade".into()];
    let Some(Content::Log { counted: Ok((_, made)), .. }) = read(FileKind::Log, how, text.as_bytes()).content else {
        panic!("it is a log")
    };
    let offer = made.journey.touchpoints.iter().find(|t| t.role == Role::Offer).unwrap();
    assert!((offer.strength.likely - 1.0 / 3.0).abs() < 1e-9 && offer.worth > 0.0);
    for field in [Field::Strength, Field::Frequency] {
        assert_eq!(offer.evidence[&field].grounds, Grounds::Measured);
    }
    assert!(CheckedJourney::new(made.journey.clone()).is_ok());
}

#[test]
fn what_is_said_of_steps_and_cannot_be_is_told() {
    let counts = "step;reached\nVisit;900\nOrder;200\nLetter;100\n";
    let told = |phases: &[(&str, &str)], offers: &[&str], reckoning: Option<&str>| {
        let phases = phases.iter().map(|(step, phase)| in_phase(step, phase)).collect();
        let offers = offers.iter().map(|step| (*step).to_owned()).collect();
        let said = SaidOfSteps { phases, offers, reckoning: reckoning.map(str::to_owned) };
        let mut read = counts_in(counts.as_bytes(), &TableChoices::default()).unwrap();
        let by = ReadingIn { said, ..reading_in() };
        journey_of_counts(&mut read, &by).unwrap();
        let names: Vec<String> = read.counted.steps.iter().map(|step| step.name.clone()).collect();
        by.is_as_said(&read.counted, &names)
    };
    assert_eq!(told(&[("visit", "decision"), ("Letter", "delivery")], &["letter"], None), Ok(()));
    assert_eq!(told(&[("Vsit", "decision")], &[], None), Err(DataFault::UnknownStep { name: "Vsit".into() }));
    assert!(matches!(
        told(&[("Visit", "desire")], &[], None),
        Err(DataFault::UnknownPhase { name, phases }) if name == "desire" && phases.len() == 5
    ));
    let other =
        DataFault::PhaseOfOtherSide { step: "Letter".into(), phases: vec!["Delivery".into(), "Everyday life".into()] };
    assert_eq!(told(&[("letter", "awareness")], &[], None), Err(other));
    for (offer, reckoning) in [("Visit", None), ("Order", None), ("Letter", Some("Letter"))] {
        assert_eq!(told(&[], &[offer], reckoning), Err(DataFault::NoOffer { name: offer.into() }));
    }
}

#[test]
fn a_phase_goes_by_its_name_in_every_language() {
    let named = |said: &str| building::beginnings().phase_named(said).map(|id| id.to_string());
    for said in ["Everyday life", " vardag", "advocacy"] {
        assert_eq!(named(said).as_deref(), Some("advocacy"));
    }
    assert_eq!(named("desire"), None);
}

#[test]
fn of_steps_whose_names_differ_in_capitals_alone_the_very_same_is_meant() {
    let names = ["VISIT", "Visit", "order"];
    let called = |said: &str| step_called(names.into_iter(), said);
    assert_eq!(
        [called("Visit"), called(" visit "), called("ORDER"), called("vist")],
        [Some(1), Some(0), Some(2), None]
    );
}
