use kedja::analysis::Report;
use kedja::app::{Basis, Command, Session, Stand, WhyLink, link_facts, why_link, why_outcomes};
use kedja::model::{Field, Grounds};
use kedja::runner::{RunRequest, inline};

fn report(session: &Session) -> Report {
    inline(&RunRequest { customers: 40_000, ..session.ask() }).unwrap()
}

fn why(session: &Session, link: &str) -> WhyLink {
    let (report, link) = (report(session), link.into());
    why_link(&session.work, &report, &link_facts(&session.work, &report, &link), &link, None).unwrap()
}

#[test]
fn the_parts_of_a_links_counts_add_up() {
    let session = Session::first();
    for link in session.work.journey.links() {
        let facts = why(&session, link.as_str()).facts;
        assert_eq!(facts.held + facts.failed, facts.met, "{link}");
        assert_eq!(facts.heard + facts.silent, facts.failed, "{link}");
    }
}

#[test]
fn what_holds_is_explained_by_strength_strain_or_disturbance() {
    let mut session = Session::first();
    let calm = why(&session, "invoice");
    assert_eq!((calm.basis, calm.strength), (Basis::Strength, 0.65));
    assert!((calm.held_share - 0.65).abs() < 0.015);
    assert_eq!(why(&session, "compare").basis, Basis::TooEarly);
    session.apply(Command::SetStrain(1.0));
    let strained = why(&session, "invoice");
    let Basis::Strain(effective) = strained.basis else { panic!("{:?}", strained.basis) };
    assert!((strained.held_share - effective).abs() < 0.015, "{strained:?}");
}

#[test]
fn how_often_a_link_is_met_follows_from_its_place() {
    let session = Session::first();
    let Stand::Living { often, customers, periods, led_to } = why(&session, "invoice").place else { panic!() };
    assert!(!led_to && often == 1.0);
    let met = why(&session, "invoice").facts.met as f64;
    assert!((customers as f64 * periods / met - 1.0).abs() < 0.02, "{customers} × {periods} against {met}");
    assert!(matches!(why(&session, "support").place, Stand::Living { led_to: true, .. }), "complaints come here");
    assert_eq!(why(&session, "compare").place, Stand::BeforePurchase);
    assert!(matches!(why(&session, "compare-shop").place, Stand::Handover { before: true, .. }));
    assert!(matches!(why(&session, "use-support").place, Stand::Handover { before: false, .. }));
}

#[test]
fn service_makes_people_walk_out_more_readily_than_price() {
    let session = Session::first();
    let pull = session.work.journey.rival_pull;
    assert_eq!(why(&session, "invoice").walks_out, pull);
    assert_eq!(why(&session, "support").walks_out, 4.0 * pull);
    assert_eq!(why(&session, "use-support").walks_out, 4.0 * pull);
}

#[test]
fn patience_is_that_of_those_who_are_shown() {
    let session = Session::first();
    let report = report(&session);
    let link = "compare".into();
    let facts = link_facts(&session.work, &report, &link);
    let of = |persona: Option<&str>| {
        let persona = persona.map(Into::into);
        why_link(&session.work, &report, &facts, &link, persona.as_ref()).unwrap().patience
    };
    assert_eq!(of(None), (0.2, 0.4));
    assert_eq!(of(Some("elias")), (0.25, 0.25));
}

#[test]
fn what_it_stands_on_is_the_journeys_evidence() {
    let session = Session::first();
    let grounds = why(&session, "invoice").grounds;
    let of = |figure| grounds.iter().find(|g| g.figure == figure).unwrap();
    assert_eq!(of(Field::Strength).value, 0.65);
    assert_eq!(of(Field::ComplaintRate).grounds, Some(Grounds::Assumption), "the link's own");
    let support = why(&session, "support").grounds;
    let rate = support.iter().find(|g| g.figure == Field::ComplaintRate).unwrap();
    assert_eq!((rate.grounds, rate.value), (Some(Grounds::Published), 0.25));
    assert!(rate.source.get("en").contains("TARP"), "{rate:?}");
    assert_eq!(of(Field::Pain).value, 0.45);
    let all = why_outcomes(&session.work, &report(&session), None);
    assert_eq!(all.strengths, [0, 1, 1, 33]);
}

#[test]
fn the_outcomes_follow_from_their_parts() {
    let mut session = Session::first();
    session.apply(Command::SetLever { link: "invoice".into(), lever: Field::Strength, value: 0.8 });
    let all = why_outcomes(&session.work, &report(&session), None);
    let close = |a: f64, b: f64, by: f64| assert!((a / b - 1.0).abs() < by, "{a} against {b}");
    close(all.bought as f64 / 10_000.0, all.conversion.unwrap(), 0.001);
    close((all.left - all.left_at_once) as f64 / all.lived, all.churn.unwrap(), 0.005);
    close(all.exact.unwrap(), all.conversion.unwrap(), 0.05);
    assert!(all.dropped.len() == 3 && all.dropped.is_sorted_by(|a, b| a.count >= b.count));
    let persona = "elias".into();
    assert_eq!(why_outcomes(&session.work, &report(&session), Some(&persona)).exact, None, "exact is of everybody");
}
