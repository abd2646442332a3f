//! What is often said, tried: counted rightly, and found where it is so.

use crate::analysis::studies::{asked, ready, terms};
use crate::builder::checked;
use kedja::analysis::studies::{Goal, StudyTerms, chain};
use kedja::analysis::{Cohort, Fate, Trail, TrailStep, calendar};
use kedja::app::*;
use kedja::model::*;

fn lived(journey: &Journey, customers: u64) -> Vec<Trail> {
    Cohort::new(&checked(journey), &Scenario::default(), 1).unwrap().crowd(customers).today
}

fn all(trails: &[Trail]) -> Vec<&Trail> {
    trails.iter().collect()
}

#[test]
fn service_makes_people_leave_on_the_spot_four_times_as_readily() {
    // Of those who may leave: who is bound does not, however ready.
    let mut journey = ready("telecom");
    journey.personas.iter_mut().for_each(|persona| persona.binding = 0);
    let trails = lived(&journey, 60_000);
    let found = switching(&journey, &all(&trails)).unwrap();
    // What was put in: the rival pull, times 4 for service and handovers.
    let put_in =
        |rate: &Rate, times: f64| rate.low < journey.rival_pull * times && journey.rival_pull * times < rate.high;
    assert!(put_in(&found.service, 4.0) && put_in(&found.other, 1.0), "{found:?}");
    let (times, low, high) = found.times.unwrap();
    assert!(low < 4.0 && 4.0 < high && (2.5..6.0).contains(&times), "{found:?}");
    let failures: u64 = trails.iter().map(failures_after).sum();
    assert_eq!(found.service.of + found.other.of, failures, "each failure after the purchase is one of the two");
}

fn failures_after(trail: &Trail) -> u64 {
    let after = trail.steps.iter().skip_while(|step| **step != TrailStep::Bought);
    after.filter(|step| matches!(step, TrailStep::Failed { .. })).count() as u64
}

#[test]
fn without_a_rival_nobody_leaves_on_the_spot() {
    let journey = Journey { rival_pull: 0.0, ..ready("telecom") };
    let found = switching(&journey, &all(&lived(&journey, 10_000))).unwrap();
    assert_eq!((found.service.share, found.other.share, found.times), (0.0, 0.0, None));
}

#[test]
fn with_as_many_good_contacts_more_leave_where_the_invoice_failed_more_often() {
    let journey = ready("telecom");
    let found = same_moments(&journey, &all(&lived(&journey, 40_000))).unwrap();
    assert_eq!((found.persona.as_str(), found.link.as_str()), ("amir", "invoice"));
    assert!(found.failed.is_above(&found.spared), "{found:?}");
    assert!(found.good > 3.0 && found.failed.of + found.spared.of > 150, "{found:?}");
}

#[test]
fn where_good_and_bad_weigh_nothing_no_moment_is_in_a_better_place() {
    let mut journey = ready("telecom");
    for touchpoint in &mut journey.touchpoints {
        (touchpoint.gain, touchpoint.pain) = (0.0, 0.0);
    }
    for handover in &mut journey.handovers {
        handover.pain = 0.0;
    }
    // People leave on the spot alone, whatever the invoice has done to them.
    journey.rival_pull = 0.02;
    let found = same_moments(&journey, &all(&lived(&journey, 20_000))).unwrap();
    assert!(!found.failed.is_above(&found.spared), "{found:?}");
}

#[test]
fn of_too_few_nothing_is_said() {
    let journey = ready("telecom");
    assert_eq!(same_moments(&journey, &all(&lived(&journey, 200))), None);
    assert!(switching(&journey, &[]).is_none());
}

#[test]
fn the_ladders_have_everybody_who_bought_today_and_with_the_change() {
    let mut session = Session::first();
    session.apply(Command::SetLever { link: "invoice".into(), lever: Field::Strength, value: 0.9 });
    let cohort = Cohort::new(&checked(&session.work.journey), &session.work.active_scenario(), 1).unwrap();
    let report = cohort.report(&cohort.live(0..20, 20_000));
    let found = ladders(&report, true).unwrap();
    assert_eq!(found.period, 12);
    let now = found.what_if.as_ref().unwrap();
    for (on, outcome) in [(&found.today, &report.today), (now, report.what_if.as_ref().unwrap())] {
        assert_eq!(on.standing.iter().sum::<u64>() + on.left, outcome.bought);
        assert!((on.gone().unwrap() - (1.0 - outcome.survival[12])).abs() < 1e-12);
    }
    assert!(now.gone() < found.today.gone() && now.doubt() < found.today.doubt());
    assert_eq!(ladders(&report, false).unwrap().what_if, None);
}

/// Whether what comes second is worth more after the first, in an example.
fn interaction(example: Example) -> Interaction {
    let base = Scenario { strain: example.strain, ..Scenario::default() };
    let terms = StudyTerms { base, ..terms(ready(example.journey), example.goal, 40_000) };
    let found = asked(&terms, |terms, rounds| chain(terms, 2.0, rounds));
    multiplies(&found).expect("there are two links").everybody
}

#[test]
fn the_examples_are_of_what_holds_and_of_what_does_not() {
    assert!(interaction(HOLDS).is_more());
    assert!(!interaction(DOES_NOT_HOLD).is_more());
    assert_eq!((HOLDS.goal, HOLDS.journey), (Goal::Retention12, DOES_NOT_HOLD.journey));
}

#[test]
fn those_who_come_are_those_whom_customers_bring_less_those_whom_they_keep_away() {
    let mut session = Session::first();
    session.apply(Command::SetEcho(Some(0.8)));
    let work = &session.work;
    let report = calendar(&checked(&work.journey), &work.active_scenario(), 1, 2_000).unwrap();
    let shown = dashboards(work, &report).unwrap();
    let mouth = shown.mouth;
    let come = shown.arrived.what_if.as_ref().unwrap().last().copied().unwrap();
    let told = work.journey.market.arrivals + mouth.brought - mouth.kept_away;
    // People are whole.
    assert!((come - told).abs() <= work.journey.market.arrivals / 2_000.0, "{come} came, {told} were told");
    assert!(mouth.recommend > 0.0 && mouth.against > 0.0 && mouth.recommend + mouth.against <= 1.0);
    session.apply(Command::SetEcho(Some(0.0)));
    let report = calendar(&checked(&session.work.journey), &session.work.active_scenario(), 1, 200).unwrap();
    let silent = dashboards(&session.work, &report).unwrap().mouth;
    assert_eq!((silent.brought, silent.kept_away), (0.0, 0.0));
}

#[test]
fn who_is_counted_as_leaving_has_left() {
    let journey = ready("telecom");
    for trail in lived(&journey, 500) {
        let left = matches!(trail.steps.last(), Some(TrailStep::Left { .. }));
        assert_eq!(left, trail.fate == Fate::Left);
    }
}
