//! A class side by side.

use kedja::app::{Command, Route, Session, pooled, sent};
use kedja::exchange::{SharedWork, ready};
use kedja::model::{Field, Journey};

fn known(id: &str) -> Option<Journey> {
    ready(id).map(|ready| ready.journey())
}

/// Somebody's scenario, with a strength of the invoice and a chip.
fn scenario(strength: Option<f64>, bet: &str) -> SharedWork {
    let mut session = Session::first();
    if let Some(value) = strength {
        session.apply(Command::SetLever { link: "invoice".into(), lever: Field::Strength, value });
    }
    session.apply(Command::Bet { link: bet.into(), more: true });
    sent(&session, &Route::default(), false, None)
}

#[test]
fn each_lever_has_its_least_its_middle_and_its_most_and_who_moved_it() {
    let all = vec![
        (1, scenario(Some(0.9), "invoice")),
        (4, scenario(Some(0.7), "support")),
        (5, scenario(None, "invoice")),
        (9, scenario(Some(0.8), "advert")),
    ];
    let today = known("telecom").unwrap().strength(&"invoice".into()).unwrap();
    let pool = pooled(all, known).unwrap();
    assert_eq!((pool.scenarios.len(), pool.elsewhere, pool.levers.len()), (4, 0, 1));
    let lever = &pool.levers[0];
    assert_eq!((lever.link.as_str(), lever.lever, lever.moved_by), ("invoice", Field::Strength, 3));
    assert_eq!(lever.who, [0, 1, 3]);
    assert_eq!((lever.least, lever.most, lever.today), (today, 0.9, today));
    assert!((lever.median - 0.75).abs() < 1e-12);
    // Of four, the quartiles lie a quarter of the way from the second to the first, and from the third to the fourth.
    assert!((lever.lower - (0.7 - 0.25 * (0.7 - today))).abs() < 1e-12, "{}", lever.lower);
    assert!((lever.upper - 0.825).abs() < 1e-12, "{}", lever.upper);
    assert_eq!(pool.lines, [1, 4, 5, 9]);
    let bets: Vec<(&str, usize)> = pool.bets.iter().map(|(link, chips)| (link.as_str(), *chips)).collect();
    assert_eq!(bets, [("invoice", 2), ("support", 1), ("advert", 1)]);
}

#[test]
fn scenarios_of_another_journey_are_counted_and_not_mixed_in() {
    let mut other = Session::first();
    other.apply(crate::app::choose("insurance"));
    let other = sent(&other, &Route::default(), false, None);
    let pool =
        pooled(vec![(1, other), (2, scenario(Some(0.9), "invoice")), (3, scenario(None, "support"))], known).unwrap();
    assert_eq!((pool.journey.id.as_str(), pool.scenarios.len(), pool.elsewhere), ("telecom", 2, 1));
    assert_eq!(pool.lines, [2, 3]);
    assert_eq!(pooled(Vec::new(), known), None);
}
