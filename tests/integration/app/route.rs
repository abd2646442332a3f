//! Addresses: text and value are each other's inverse, and no address stops the page.

use kedja::app::{Command, PageAddress, Panel, Place, Route, Session, Step};
use kedja::model::LinkId;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn route() -> impl Strategy<Value = Route> {
    let link = option::of("[a-z0-9][a-z0-9_-]{0,20}").prop_map(|id| Route::Journey(id.as_deref().map(LinkId::from)));
    let panel = option::of(select(Panel::ALL.to_vec())).prop_map(Route::Prioritise);
    let lesson = option::of("[a-z0-9][a-z0-9_-]{0,20}").prop_map(Route::Learn);
    prop_oneof![link, panel, lesson, Just(Route::Build), Just(Route::Library), Just(Route::Share), Just(Route::About)]
}

proptest! {
    #[test]
    fn an_address_names_what_it_was_made_of(route in route()) {
        prop_assert_eq!(Route::parse(&route.address()), Some(route));
    }

    #[test]
    fn an_address_with_a_link_names_what_it_was_made_of(
        link in option::of("k1[A-Za-z0-9_-]{4,60}"),
        route in option::of(route()),
    ) {
        let address = PageAddress { link, route };
        prop_assert_eq!(PageAddress::parse(&address.written()), address);
    }

    #[test]
    fn whatever_an_address_says_it_leads_somewhere_that_has_an_address(hash in ".{0,40}") {
        let address = Route::parse(&hash).map(|route| route.address());
        prop_assert_eq!(address.as_deref().and_then(Route::parse).map(|route| route.address()), address);
    }

    #[test]
    fn no_address_stops_a_session_or_changes_what_has_been_done(hash in "#/(journey|prioritise|build|learn|library)?/?[a-z-]{0,12}") {
        let mut session = Session::first();
        session.apply(Command::SetStrain(1.0));
        let work = session.work.clone();
        for command in Route::parse(&hash).unwrap_or_default().commands() {
            session.apply(command);
        }
        prop_assert_eq!(&session.work, &work);
        prop_assert!(session.work.journey.strength(&session.selected).is_some());
    }
}

#[test]
fn addresses_are_written_as_they_are_told_of() {
    assert_eq!(Route::Journey(None).address(), "#/journey");
    assert_eq!(Route::Journey(Some("invoice".into())).address(), "#/journey/invoice");
    assert_eq!(Route::Prioritise(None).address(), "#/prioritise");
    assert_eq!(Route::Prioritise(Some(Panel::Race)).address(), "#/prioritise/race");
    assert_eq!(Route::Build.address(), "#/build");
    assert_eq!(Route::Library.address(), "#/library");
    assert_eq!(Route::Learn(None).address(), "#/learn");
    assert_eq!(Route::Learn(Some("weakest-link".into())).address(), "#/learn/weakest-link");
}

#[test]
fn no_address_is_told_from_an_unknown_one() {
    for nothing in ["", "#", "#/"] {
        assert_eq!(Route::parse(nothing), None, "{nothing}");
    }
    for unknown in ["#/nowhere", "#style", "#/Journey", "#//", "#/%20", "#/journeys/invoice"] {
        assert_eq!(Route::parse(unknown), Some(Route::Journey(None)), "{unknown}");
    }
    assert_eq!(Route::parse("#/prioritise/nothing"), Some(Route::Prioritise(None)));
    assert_eq!(Route::parse("#/journey/no such link"), Some(Route::Journey(None)));
    assert_eq!(Route::parse("#/journey/"), Some(Route::Journey(None)));
    assert_eq!(Route::parse("#/prioritise/race/"), Some(Route::Prioritise(Some(Panel::Race))));
}

#[test]
fn words_of_addresses_are_each_their_own() {
    let mut slugs: Vec<&str> = Panel::ALL.map(Panel::slug).into_iter().chain(Place::ALL.map(Place::slug)).collect();
    let all = slugs.len();
    slugs.sort_unstable();
    slugs.dedup();
    assert_eq!(slugs.len(), all);
}

#[test]
fn an_address_leads_to_what_it_names_and_names_what_is_seen() {
    let mut session = Session::first();
    let link = session.work.journey.links().last().expect("a link").clone();
    assert_ne!(session.selected, link);
    for route in [Route::Prioritise(Some(Panel::Sure)), Route::Journey(Some(link.clone()))] {
        for command in route.commands() {
            session.apply(command);
        }
        assert_eq!(Route::of(&session, route.panel(), route.lesson()), route);
    }
    assert_eq!((session.place, &session.selected), (Place::Journey, &link));
}

#[test]
fn a_link_that_the_journey_lacks_stays_unselected() {
    let mut session = Session::first();
    let before = session.selected.clone();
    for command in Route::Journey(Some("no-such-link".into())).commands() {
        session.apply(command);
    }
    assert_eq!((session.place, session.selected), (Place::Journey, before));
}

#[test]
fn going_elsewhere_is_a_step_back_takes_back_and_links_passed_on_the_way_are_not() {
    let link = |id: &str| Route::Journey(Some(id.into()));
    let (a, b, there) = (link("a"), link("b"), Route::Prioritise(None));
    assert_eq!(Route::step(&a, &a, true), None);
    assert_eq!(Route::step(&a, &b, true), Some(Step::Push));
    assert_eq!(Route::step(&a, &b, false), Some(Step::Replace));
    for rested in [true, false] {
        assert_eq!(Route::step(&a, &there, rested), Some(Step::Push));
        assert_eq!(Route::step(&there, &a, rested), Some(Step::Push));
    }
}

#[test]
fn what_can_be_left_of_a_link_is_taken_for_one() {
    let link = |hash: &str| PageAddress::parse(hash).link;
    for place in ["", "#", "#/", "#/journey", "#journey", "#prioritise/race", "#/nowhere", "#/share"] {
        assert_eq!(link(place), None, "{place}");
    }
    let letters = "k1ACbVjEabcdefgh-_0123456789";
    for damaged in ["k", "x1ACbVjEabcdefgh", "K1ACBVJE", "%6B1ACbVjE", "k1AC\u{ad}bV", letters] {
        assert_eq!(link(&format!("#{damaged}")).as_deref(), Some(damaged));
    }
    // Its first letter altered to a slash.
    let altered = format!("/{}", &letters[1..]);
    assert_eq!(link(&format!("#{altered}")), Some(altered));
    let at = PageAddress::parse(&format!("#{letters}/prioritise/race"));
    assert_eq!((at.link.as_deref(), at.route), (Some(letters), Some(Route::Prioritise(Some(Panel::Race)))));
    // A slash within a link, and one that leads nowhere.
    assert_eq!(link("#k1ACbVjEab/cdefgh").as_deref(), Some("k1ACbVjEab/cdefgh"));
}
