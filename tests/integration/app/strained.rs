//! What holds under strain, link by link: drawn and told by the same figures that are simulated.

use crate::analysis::studies::{asked, ready, terms};
use kedja::analysis::studies::{Goal, strain_test};
use kedja::app::{Command, Held, Session, under_this_strain};
use kedja::exchange::READY;
use kedja::model::Field;

#[test]
fn each_link_holds_as_often_as_the_strain_test_finds() {
    let strains = [0.5, 2.0];
    let test =
        asked(&terms(ready("telecom"), Goal::Churn, 1_000), |terms, rounds| strain_test(terms, &strains, rounds));
    for point in &test.points[1..] {
        assert_eq!(point.links.len(), ready("telecom").links().count());
        for link in &point.links {
            let held = Held::of(&ready("telecom"), &link.id, point.strain).unwrap();
            assert_eq!(held.strained, link.holds, "{} at strain {}", link.id, point.strain);
        }
    }
}

#[test]
fn weak_links_give_way_first_and_strong_ones_hardly_lose() {
    for one in READY {
        let mut session = Session::first_with(one.id, one.journey());
        let calm = under_this_strain(&session.work);
        assert!(calm.iter().all(|(_, held)| held.calm == held.strained && !held.gives_way()), "{}: a calm day", one.id);
        let mut given: Vec<_> = Vec::new();
        for strain in [0.5, 1.0, 2.0, 3.0] {
            session.apply(Command::SetStrain(strain));
            let all = under_this_strain(&session.work);
            let gives: Vec<_> = all.iter().filter(|(_, held)| held.gives_way()).map(|(link, _)| link.clone()).collect();
            assert!(given.iter().all(|before| gives.contains(before)), "{}: none holds again", one.id);
            // Of links that feel it alike, no stronger one gives way before a weaker one.
            for (weak, strong) in all.iter().flat_map(|a| all.iter().map(move |b| (a, b))) {
                let alike = session.work.journey.exposure(&weak.0) == session.work.journey.exposure(&strong.0);
                if alike && weak.1.calm < strong.1.calm {
                    assert!(weak.1.gives_way() || !strong.1.gives_way(), "{}: {weak:?} {strong:?}", one.id);
                }
            }
            given = gives;
        }
        assert!(all_strong_hold(&session), "{}", one.id);
    }
}

/// What is nearly perfect is still there in a storm.
fn all_strong_hold(session: &Session) -> bool {
    under_this_strain(&session.work).iter().filter(|(_, held)| held.calm >= 0.95).all(|(_, held)| !held.gives_way())
}

#[test]
fn a_link_that_was_strengthened_stands_what_it_gave_way_under() {
    let mut session = Session::first();
    session.apply(Command::SetStrain(2.0));
    let giving: Vec<_> = under_this_strain(&session.work).into_iter().filter(|(_, held)| held.gives_way()).collect();
    assert!(!giving.is_empty());
    for (link, _) in giving {
        session.apply(Command::SetLever { link: link.clone(), lever: Field::Strength, value: 0.9 });
        let all = under_this_strain(&session.work);
        assert!(!all.iter().find(|(one, _)| *one == link).unwrap().1.gives_way(), "{link}");
    }
}
