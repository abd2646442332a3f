//! The bottleneck is named when somebody asks, and not before.

use crate::analysis::studies::{asked, ready, terms};
use kedja::analysis::studies::{Goal, ranking};
use kedja::app::{Command, Place, Session, restore, save, turned_out};
use kedja::exchange::READY;

fn names(session: &Session) -> bool {
    session.agenda.names_binding()
}

#[test]
fn it_is_named_when_somebody_asks_and_hidden_again_when_they_wish() {
    let mut session = Session::first();
    assert!(!names(&session));
    assert!(session.apply(Command::ShowBinding(true)).keep);
    assert!(names(&session));
    let (kept, _) = restore(&save(&session)).unwrap();
    assert!(names(&kept), "it stays named over a reload");
    session.apply(Command::ShowBinding(false));
    assert!(!names(&session));
}

#[test]
fn a_room_that_bets_is_told_nowhere_until_it_reveals() {
    let mut session = Session::first();
    session.apply(Command::ShowBinding(true));
    session.apply(Command::Cover(true));
    assert!(!names(&session), "a covered meeting is covered in every place");
    session.apply(Command::GoTo(Place::Prioritise));
    session.apply(Command::GoTo(Place::Journey));
    assert!(!names(&session));
    session.apply(Command::ShowBinding(false));
    session.apply(Command::Cover(false));
    assert!(names(&session), "the bets are revealed");
}

#[test]
fn whoever_has_been_where_the_ranking_stands_has_been_told() {
    let mut session = Session::first();
    session.apply(Command::GoTo(Place::Prioritise));
    session.apply(Command::GoTo(Place::Journey));
    assert!(names(&session));
}

#[test]
fn another_journey_is_opened_untold_and_so_is_the_same_one_anew() {
    for id in ["streaming", "telecom"] {
        let mut session = Session::first();
        session.apply(Command::ShowBinding(true));
        session.apply(crate::app::choose(id));
        assert!(!names(&session), "{id}");
    }
}

#[test]
fn every_story_names_links_that_its_journey_has() {
    for one in READY {
        let journey = one.journey();
        for link in one.believed {
            assert!(journey.strength(&(*link).into()).is_some(), "{}: {link}", one.id);
        }
    }
}

#[test]
fn what_turned_out_holds_the_belief_of_the_story_against_what_was_found() {
    let session = Session::first_with("e-commerce", ready("e-commerce"));
    let found = asked(&terms(ready("e-commerce"), Goal::Churn, 20_000), ranking);
    let out = turned_out(&session.work, &found);
    let [checkout] = out.believed.as_slice() else { panic!("the shop believes in its checkout alone: {out:?}") };
    assert_eq!((checkout.link.as_str(), checkout.of), ("checkout", found.links.len()));
    assert_eq!(found.links[checkout.place - 1].id, checkout.link);
    assert!(checkout.place > 1, "the checkout is not the bottleneck");
    // An own journey has no story that could be held against anything.
    let own = kedja::app::Project { origin: kedja::app::Origin::File("own.json".to_owned()), ..session.work };
    assert_eq!(turned_out(&own, &found).believed, []);
}

#[test]
fn the_links_on_which_most_depends_are_those_that_would_give_most_if_they_never_failed() {
    let session = Session::first();
    let found = asked(&terms(ready("telecom"), Goal::Churn, 20_000), ranking);
    let out = turned_out(&session.work, &found);
    let by_buying = asked(&terms(ready("telecom"), Goal::Conversion, 20_000), ranking);
    let [buy, stay] = out.decisive.as_slice() else { panic!("buying and staying: {:?}", out.decisive) };
    for (list, found) in [(buy, &by_buying), (stay, &found)] {
        // The same, whichever outcome counts.
        let could = |link: &kedja::model::LinkId| {
            let ranked = found.links.iter().find(|ranked| ranked.id == *link).unwrap();
            ranked.could_give(list.goal).unwrap()
        };
        assert!(list.links.is_sorted_by(|a, b| a.could_give.value >= b.could_give.value));
        assert!(list.links.iter().all(|one| one.could_give.is_above_zero() && one.could_give == could(&one.link)));
        let least = list.links.last().unwrap().could_give.value;
        let others = found.links.iter().filter(|ranked| list.links.iter().all(|one| one.link != ranked.id));
        assert!(others.into_iter().all(|other| could(&other.id).value <= least));
    }
    assert_eq!((buy.goal, stay.goal), (Goal::Conversion, Goal::Churn));
    assert_eq!(buy.links[0].link.as_str(), "advert", "most who come are lost there");
    assert_eq!(stay.links[0].link.as_str(), "invoice");
    // What was marked by hand stands in one of the two lists, and nothing else is called marked.
    for touchpoint in &session.work.journey.touchpoints {
        let mut in_lists = out.decisive.iter().flat_map(|list| &list.links).filter(|one| one.link == touchpoint.id);
        let is_found = in_lists.clone().next().is_some();
        assert!(in_lists.all(|one| one.is_marked == touchpoint.moment_of_truth));
        let besides = out.marked_besides.contains(&touchpoint.id);
        assert_eq!(besides, touchpoint.moment_of_truth && !is_found, "{}", touchpoint.id);
    }
    // What counts has a list of its own where it is about neither.
    let by_revenue = asked(&terms(ready("telecom"), Goal::RevenuePerArrival, 4_096), ranking);
    let goals: Vec<Goal> = turned_out(&session.work, &by_revenue).decisive.iter().map(|list| list.goal).collect();
    assert_eq!(goals, [Goal::Conversion, Goal::Churn, Goal::RevenuePerArrival]);
}
