//! Ready-made proposals: where they fit, and what they do when they are tried.

use crate::builder::checked;
use kedja::analysis::{Cohort, Report};
use kedja::app::*;
use kedja::exchange::READY;
use kedja::model::*;

fn fits(id: &str) -> Vec<(String, ReadyMade)> {
    let journey = kedja::exchange::ready(id).unwrap().journey();
    let links: Vec<LinkId> = journey.links().cloned().collect();
    links.into_iter().filter_map(|link| ready_made(&journey, &link).map(|kind| (link.to_string(), kind))).collect()
}

#[test]
fn a_good_bill_fits_where_people_pay_and_a_welcome_is_not_sent_to_who_is_a_customer_already() {
    assert!(fits("telecom").contains(&("invoice".to_owned(), ReadyMade::GoodBill)));
    assert!(!fits("telecom").iter().any(|(_, kind)| *kind == ReadyMade::NotAsNew));
    let streaming = fits("streaming");
    let greeted: Vec<_> = streaming.iter().filter(|(_, kind)| *kind == ReadyMade::NotAsNew).collect();
    assert!(matches!(&greeted[..], [(link, _)] if link == "add-sport-welcome"), "{streaming:?}");
    assert!(fits("e-commerce").contains(&("delivery-info".to_owned(), ReadyMade::BeforeTheyAsk)));
    for ready in READY {
        let journey = ready.journey();
        for (link, kind) in fits(ready.id) {
            let before = journey.touchpoint(&link.as_str().into()).and_then(|t| journey.stage(&t.phase));
            assert_ne!(before, Some(Stage::Before), "{}: {link} {kind:?}", ready.id);
        }
    }
}

/// The report of 60 000 visitors with the proposal for a link switched on, and the session that has it.
fn tried(id: &str, link: &str) -> (Report, Session) {
    let mut session = Session::first_with(id, kedja::exchange::ready(id).unwrap().journey());
    let proposal = session.work.made_ready(&link.into(), "It".to_owned()).unwrap();
    session.apply(Command::AddProposal(proposal));
    let cohort = Cohort::new(&checked(&session.work.journey), &session.work.active_scenario(), 1).unwrap();
    (cohort.report(&cohort.live(0..60, 60_000)), session)
}

#[test]
fn each_saves_people_where_the_claims_say_so() {
    for (id, link) in [("telecom", "invoice"), ("e-commerce", "delivery-info"), ("streaming", "add-sport-welcome")] {
        let (report, _) = tried(id, link);
        let found = report.difference.unwrap();
        assert!(found.saved > 2 * found.lost + 100, "{id}: {} saved, {} lost", found.saved, found.lost);
    }
}

#[test]
fn a_good_bill_holds_more_often_gives_more_and_hurts_less_and_can_be_taken_away_again() {
    let (_, mut session) = tried("telecom", "invoice");
    let (today, now) = (session.work.journey.clone(), session.work.changed_journey());
    let of = |journey: &Journey, lever| journey.lever(&"invoice".into(), lever).unwrap();
    assert!((of(&now, Field::Strength) - (1.0 - (1.0 - of(&today, Field::Strength)) / 2.0)).abs() < 1e-12);
    assert_eq!(of(&now, Field::Pain), of(&today, Field::Pain) / 2.0);
    assert!(of(&now, Field::Gain) > of(&today, Field::Gain));
    let again = session.work.made_ready(&"invoice".into(), "Another name".to_owned()).unwrap();
    let (id, off) = session.work.stands(&again).expect("it is found again by what it changes");
    assert!(!off);
    session.apply(Command::RemoveProposal(id));
    assert!(session.work.scenario.is_empty() && session.work.stands(&again).is_none());
    assert_eq!(session.work.made_ready(&"advert".into(), String::new()), None);
}
