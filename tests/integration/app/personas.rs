use kedja::analysis::{Estimate, Report};
use kedja::app::{Command, OutcomeKind, Session, opposite, report_of};
use kedja::model::{Field, PersonaId};
use kedja::runner::inline;

/// A session with a stronger link, and what 8 192 customers say of it.
fn simulated() -> (Session, Report) {
    let mut session = Session::first();
    session.apply(Command::SetLever { link: "invoice".into(), lever: Field::Strength, value: 0.95 });
    session.apply(Command::SetCustomers(8_192));
    let report = inline(&session.ask()).expect("a ready journey runs");
    (session, report)
}

fn personas(session: &Session) -> Vec<PersonaId> {
    session.work.journey.personas.iter().map(|p| p.id.clone()).collect()
}

#[test]
fn the_personas_reports_add_up_to_everybodys() {
    let (session, report) = simulated();
    let parts: Vec<Report> = personas(&session).iter().filter_map(|id| report_of(&report, id)).collect();
    assert_eq!(parts.len(), session.work.journey.personas.len());
    assert_eq!(parts.iter().map(|r| r.customers).sum::<u64>(), report.customers);
    assert_eq!(parts.iter().map(|r| r.today.bought).sum::<u64>(), report.today.bought);
    let saved = |report: &Report| report.difference.as_ref().map_or(0, |d| d.saved);
    assert_eq!(parts.iter().map(saved).sum::<u64>(), saved(&report));
    for part in &parts {
        let conversion = part.today.figures.conversion.expect("somebody came").value;
        assert!((conversion - part.today.bought as f64 / part.customers as f64).abs() < 1e-12);
    }
    assert_eq!(report_of(&report, &"nobody".into()), None);
}

#[test]
fn an_outcome_that_goes_opposite_ways_is_found_and_one_that_does_not_is_not() {
    let (session, mut report) = simulated();
    let ids = personas(&session);
    assert_eq!(opposite(&session.work, &report), None);
    let churn = |value: f64| Some(Estimate { value, low: value - 0.001, high: value + 0.001 });
    let parts = &mut report.difference.as_mut().expect("there is a change").by_persona;
    for (i, id) in ids.iter().enumerate() {
        parts.get_mut(id).expect("each has a part").figures.churn = churn(if i == 2 { 0.004 } else { -0.02 });
    }
    let found = opposite(&session.work, &report).expect("one persona goes the other way");
    assert_eq!(found.kind, OutcomeKind::Churn);
    assert_eq!(found.worse, [ids[2].clone()]);
    assert_eq!(found.better.len(), ids.len() - 1);
    // Within the noise is no opposite way.
    let parts = &mut report.difference.as_mut().expect("there is a change").by_persona;
    parts.get_mut(&ids[2]).expect("it has a part").figures.churn =
        Some(Estimate { value: 0.0, low: -0.004, high: 0.004 });
    assert_eq!(opposite(&session.work, &report), None);
}

#[test]
fn a_persona_stays_chosen_as_long_as_the_journey_has_them() {
    let mut session = Session::first();
    let first = personas(&session)[0].clone();
    assert!(!session.apply(Command::Only(Some(first.clone()))).ask, "nothing has to be simulated again");
    assert_eq!(session.persona, Some(first.clone()));
    session.apply(Command::Only(Some("nobody".into())));
    assert_eq!(session.persona, None);
    session.apply(Command::Only(Some(first.clone())));
    let (kept, _) = kedja::app::restore(&kedja::app::save(&session)).expect("what was saved can be restored");
    assert_eq!(kept.persona, Some(first));
    let other = crate::builder::small();
    session.apply(Command::OpenJourney { journey: Box::new(other), name: "small".into() });
    assert_eq!(session.persona, None);
}
