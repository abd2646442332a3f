use super::{add, after, order, ways};
use crate::builder::{entry, handover, small};
use kedja::model::edit::{Edit, PartChoice, Spot, leads_to_purchase, starting_of};
use kedja::model::*;

#[test]
fn a_touchpoint_added_after_another_stands_on_its_way() {
    let journey = add(&small(), "Call back", Spot::After("ad".into()));
    assert_eq!(order(&journey)[..3], ["ad", "call-back", "compare"]);
    let mut found = ways(&journey);
    found.sort();
    assert_eq!(found, ["ad>call-back 1", "call-back>compare 1", "compare>checkout 1"]);
    assert_eq!(check(&journey), []);
}

#[test]
fn a_touchpoint_added_before_the_first_is_where_customers_come_in() {
    let journey = add(&small(), "Friend", Spot::Before("ad".into()));
    assert_eq!(order(&journey)[0], "friend");
    assert_eq!(journey.personas[0].entries, [entry("friend", "awareness", 1.0)]);
    assert_eq!(check(&journey), []);
}

#[test]
fn a_touchpoint_on_a_handover_takes_the_way_over() {
    let mut branched = small();
    branched.handovers[0].share = 0.7;
    branched.handovers.push(handover("ad", "checkout", 0.3, 0.9));
    let journey = add(&branched, "Quick", Spot::On("ad-checkout".into()));
    let found = ways(&journey);
    for way in ["ad>compare 0.7", "ad>quick 0.3", "quick>checkout 1"] {
        assert!(found.contains(&way.to_owned()), "{way} is not in {found:?}");
    }
    assert_eq!(check(&journey), []);
}

#[test]
fn the_first_thing_after_the_purchase_is_led_to_and_comes_no_more_by_itself() {
    let journey = add(&small(), "Welcome", Spot::After("checkout".into()));
    let welcome = journey.touchpoint(&"welcome".into()).unwrap();
    assert_eq!((journey.stage(&welcome.phase), welcome.frequency), (Some(Stage::After), 0.0));
    assert!(ways(&journey).contains(&"checkout>welcome 1".to_owned()));
    assert_eq!(check(&journey), []);
}

#[test]
fn removing_a_touchpoint_joins_its_neighbours() {
    let journey = after(&small(), Edit::Remove(PartId::Touchpoint("compare".into())));
    assert_eq!(ways(&journey), ["ad>checkout 1"]);
    assert_eq!(check(&journey), []);
}

#[test]
fn where_a_touchpoint_is_removed_alone_its_neighbours_are_not_joined() {
    let journey = after(&small(), Edit::RemoveAlone("compare".into()));
    assert_eq!(ways(&journey), [] as [&str; 0]);
    assert!(journey.touchpoint(&"compare".into()).is_none());
}

#[test]
fn removing_where_customers_come_in_lets_them_come_in_at_the_next() {
    let journey = after(&small(), Edit::Remove(PartId::Touchpoint("ad".into())));
    assert_eq!(journey.personas[0].entries[0].touchpoint.as_str(), "compare");
    assert_eq!(journey.personas[0].entries[0].readiness.as_str(), "consideration");
    assert_eq!(check(&journey), []);
}

#[test]
fn removing_the_complaint_desk_leaves_none() {
    let mut with_desk = small();
    with_desk.complaint_desk = Some("support".into());
    let journey = after(&with_desk, Edit::Remove(PartId::Touchpoint("support".into())));
    assert_eq!((journey.complaint_desk.clone(), check(&journey)), (None, Vec::new()));
}

#[test]
fn moving_one_up_in_a_row_leads_the_way_in_the_new_order() {
    let mut row = small();
    // Both in one phase, or moving would change the phase.
    row.touchpoints[1].phase = "awareness".into();
    let journey = after(&row, Edit::Move { part: PartId::Touchpoint("compare".into()), up: true });
    assert_eq!(order(&journey)[..2], ["compare", "ad"]);
    let found = ways(&journey);
    assert!(found.contains(&"compare>ad 1".to_owned()) && found.contains(&"ad>checkout 1".to_owned()), "{found:?}");
    assert_eq!(journey.personas[0].entries[0].touchpoint.as_str(), "compare");
}

#[test]
fn a_rename_keeps_the_id_and_a_new_part_of_the_old_name_has_another() {
    let words = "Advert".to_owned();
    let journey = after(&small(), Edit::Words { part: PartId::Touchpoint("ad".into()), field: Field::Name, words });
    assert_eq!(journey.touchpoint(&"ad".into()).unwrap().name.get("en"), "Advert");
    let journey = add(&journey, "Ad", Spot::EndOf("awareness".into()));
    assert!(journey.touchpoint(&"ad-2".into()).is_some(), "{:?}", order(&journey));
}

#[test]
fn what_is_nearer_to_the_product_can_give_and_take_more() {
    let far = starting_of(Stage::After, Nature::Communication, Role::Plain);
    let near = starting_of(Stage::After, Nature::Service, Role::Plain);
    assert!(near.gain > 5.0 * far.gain && near.pain > 5.0 * far.pain);
    let invoice = starting_of(Stage::After, Nature::Price, Role::Reckoning);
    assert!(invoice.pain > 3.0 * invoice.gain, "an invoice has more to lose than to win");
}

#[test]
fn another_nature_changes_guesses_and_leaves_what_somebody_has_set() {
    let journey = add(&small(), "Newsletter", Spot::EndOf("delivery".into()));
    let part = PartId::Touchpoint("newsletter".into());
    let set = Edit::Number { part: part.clone(), field: Field::Pain, value: Some(0.9) };
    let journey = after(&journey, set);
    let choice = PartChoice::Nature(Nature::Communication);
    let journey = after(&journey, Edit::Choose { part, choice });
    let newsletter = journey.touchpoint(&"newsletter".into()).unwrap();
    let usual = starting_of(Stage::After, Nature::Communication, Role::Plain);
    assert_eq!((newsletter.gain, newsletter.pain), (usual.gain, 0.9));
    assert_eq!(newsletter.evidence[&Field::Gain].grounds, Grounds::Assumption);
}

#[test]
fn another_figure_than_what_was_measured_is_guessed_again() {
    let part = PartId::Touchpoint("ad".into());
    let number = |value| Edit::Number { part: part.clone(), field: Field::Strength, value: Some(value) };
    let ground = |grounds, source: &str| Edit::Ground {
        part: part.clone(),
        field: Field::Strength,
        grounds,
        source: source.to_owned(),
    };
    let stands_on = |journey: &Journey| {
        let evidence = &journey.touchpoint(&"ad".into()).unwrap().evidence[&Field::Strength];
        (evidence.grounds, evidence.source.get("en").to_owned())
    };
    let guessed = (Grounds::Assumption, String::new());
    let journey = after(&small(), number(0.4));
    assert_eq!(stands_on(&journey), guessed);
    for (grounds, source, afterwards) in [
        (Grounds::Measured, "Counts of May", guessed.clone()),
        (Grounds::Published, "A study", guessed.clone()),
        (Grounds::Estimated, "Anna", (Grounds::Estimated, "Anna".to_owned())),
    ] {
        let known = after(&journey, ground(grounds, source));
        assert_eq!(stands_on(&after(&known, number(0.4))), (grounds, source.to_owned()), "the same figure");
        assert_eq!(stands_on(&after(&known, number(0.6))), afterwards);
    }
}

#[test]
fn an_impossible_figure_changes_nothing() {
    let journey = small();
    for (field, value) in [(Field::Strength, 1.2), (Field::Gain, -1.0), (Field::Gain, f64::NAN), (Field::Worth, 1e9)] {
        let part = PartId::Touchpoint("ad".into());
        assert_eq!(after(&journey, Edit::Number { part, field, value: Some(value) }), journey, "{field:?} {value}");
    }
}

#[test]
fn a_channel_that_is_named_for_the_first_time_is_made() {
    let journey = after(&small(), Edit::ChannelNamed { link: "ad".into(), name: "Radio".into() });
    assert_eq!(journey.touchpoint(&"ad".into()).unwrap().channel.as_str(), "radio");
    let again = after(&journey, Edit::ChannelNamed { link: "compare".into(), name: "radio".into() });
    assert_eq!(again.channels.len(), journey.channels.len());
    assert_eq!(check(&again), []);
}

#[test]
fn a_phase_that_goes_gives_what_stands_in_it_to_its_neighbour() {
    let journey = after(&small(), Edit::Remove(PartId::Phase("consideration".into())));
    assert_eq!(journey.touchpoint(&"compare".into()).unwrap().phase.as_str(), "awareness");
    assert_eq!(check(&journey), []);
    // The last phase of a side stays while anything stands in it.
    assert_eq!(after(&small(), Edit::Remove(PartId::Phase("delivery".into()))), small());
}

#[test]
fn a_way_in_leads_to_a_purchase_unless_no_way_with_a_share_leads_on_and_a_circle_ends() {
    let small = small();
    let leads = |journey: &Journey| leads_to_purchase(journey, &"ad".into());
    assert!(leads(&small));
    let cut = after(&small, Edit::Remove(PartId::Handover("compare-checkout".into())));
    assert!(!leads(&cut));
    let round = after(&cut, Edit::Connect { from: "compare".into(), to: "ad".into() });
    assert!(!leads(&round));
}
