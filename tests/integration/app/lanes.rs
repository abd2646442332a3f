//! The lanes under the chain: what is switched on stays, and where the mood falls most.

use kedja::analysis::Report;
use kedja::app::{Command, Emotion, Lane, Session, emotion, restore, save};
use kedja::runner::inline;

fn simulated(session: &mut Session) -> Report {
    session.apply(Command::SetCustomers(8_192));
    inline(&session.ask()).expect("a ready journey runs")
}

#[test]
fn a_lane_stays_until_it_is_taken_away_also_over_a_reload() {
    let mut session = Session::first();
    let changed = session.apply(Command::ShowLane { lane: Lane::Words, on: true });
    assert!(changed.keep && !changed.ask, "nothing has to be simulated again");
    session.apply(Command::ShowLane { lane: Lane::Owner, on: true });
    session.apply(Command::ShowDashboards(true));
    let (mut kept, _) = restore(&save(&session)).expect("what was saved can be restored");
    assert_eq!((&kept.lanes, kept.dashboards), (&session.lanes, true));
    assert!(!kept.can_undo(), "looking is no step");
    kept.apply(Command::ShowLane { lane: Lane::Words, on: false });
    assert_eq!(kept.lanes.into_iter().collect::<Vec<_>>(), [Lane::Owner]);
}

#[test]
fn a_store_from_before_the_lanes_still_opens() {
    let old = save(&Session::first()).replace("\"lanes\":[],", "").replace("\"dashboards\":false,", "");
    assert!(!old.contains("lanes") && !old.contains("dashboards"));
    assert_eq!(restore(&old).unwrap().0, Session::first());
}

#[test]
fn in_telecom_the_mood_falls_most_at_the_invoice() {
    let mut session = Session::first();
    let report = simulated(&mut session);
    let Some(Emotion::FallsMost { link, each }) = emotion(&session.work, &report) else { panic!("it falls somewhere") };
    assert_eq!(link.as_str(), "invoice");
    // 65 in 100 hold and give 0.05; the others take 0.45.
    assert!((each - (0.65 * 0.05 - 0.35 * 0.45)).abs() < 0.01, "{each}");
}

#[test]
fn a_change_that_moves_it_says_from_where_and_one_that_does_not_says_nothing() {
    let mut session = Session::first();
    session.apply(Command::SetLever { link: "invoice".into(), lever: kedja::model::Field::Strength, value: 0.5 });
    let report = simulated(&mut session);
    assert!(matches!(emotion(&session.work, &report), Some(Emotion::FallsMost { .. })));
    session.apply(Command::SetLever { link: "invoice".into(), lever: kedja::model::Field::Strength, value: 1.0 });
    let report = simulated(&mut session);
    match emotion(&session.work, &report) {
        Some(Emotion::FallsNow { link, before, .. }) => {
            assert_eq!(before.as_str(), "invoice");
            assert_ne!(link, before);
        }
        Some(Emotion::NeverFalls) => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn where_everything_holds_the_mood_never_falls() {
    let mut session = Session::first();
    let report = simulated(&mut session);
    let mut perfect = report.clone();
    perfect.today.failed_by_link.values_mut().for_each(|n| *n = 0);
    assert_eq!(emotion(&session.work, &perfect), Some(Emotion::NeverFalls));
    perfect.customers = 0;
    assert_eq!(emotion(&session.work, &perfect), None);
}
