//! Journeys part by part: what there must be, how much of it, names, ids, shares; and the order of problems.

use super::{Case, assert_alone, assert_among, check, id, in_a_file, with};
use crate::builder::{self, entry, handover, touchpoint_mut};
use kedja::model::*;

#[test]
fn the_small_journey_is_valid() {
    assert_eq!(check(&builder::small()), vec![]);
}

#[test]
fn a_journey_without_a_side_of_the_purchase_is_refused() {
    let found = check(&with(|j| j.phases.retain(|p| p.stage == Stage::After)));
    assert_among("no phase before", &found, "phases", "", Code::NoPhaseBefore);
    let found = check(&with(|j| j.phases.retain(|p| p.stage == Stage::Before)));
    assert_among("no phase after", &found, "phases", "", Code::NoPhaseAfter);
    let found = check(&with(|j| j.personas.clear()));
    assert_eq!(found, vec![super::problem("personas", "", Code::NoPersona)]);
}

#[test]
fn a_journey_without_purchase_or_reckoning_is_refused() {
    assert_alone(&[
        ("nobody buys", |j| touchpoint_mut(j, "checkout").role = Role::Plain, "touchpoints", "", Code::NoPurchase),
        ("nobody weighs", |j| touchpoint_mut(j, "invoice").role = Role::Plain, "touchpoints", "", Code::NoReckoning),
        (
            "one of two personas comes in nowhere",
            |j| {
                j.personas[0].share = 0.5;
                j.personas.push(builder::persona("bo", 0.5, vec![]));
            },
            "personas[1].entries",
            "bo",
            Code::NoEntry,
        ),
    ]);
}

#[test]
fn a_journey_beyond_the_bounds_is_refused() {
    let too_long = |list, found, most| Code::ListTooLong { list, found, most };
    let cases: [Case; 7] = [
        (
            "201 touchpoints",
            |j| j.touchpoints.extend((6..201).map(|n| builder::touchpoint(&format!("t{n}"), "delivery", 0.5))),
            "touchpoints",
            "",
            too_long(Field::Touchpoints, 201, 200),
        ),
        (
            "1001 handovers",
            |j| {
                let extra = |n| Handover { id: LinkId(format!("h{n}")), ..handover("using", "support", 0.0, 0.5) };
                j.handovers.extend((2..1001).map(extra));
            },
            "handovers",
            "",
            too_long(Field::Handovers, 1001, 1000),
        ),
        (
            "51 personas",
            |j| {
                let one = |n| builder::persona(&format!("p{n}"), 1.0 / 51.0, vec![entry("ad", "awareness", 1.0)]);
                j.personas = (0..51).map(one).collect();
            },
            "personas",
            "",
            too_long(Field::Personas, 51, 50),
        ),
        (
            "51 phases",
            |j| j.phases.extend((4..51).map(|n| builder::phase(&format!("p{n}"), Stage::After))),
            "phases",
            "",
            too_long(Field::Phases, 51, 50),
        ),
        (
            "51 channels",
            |j| j.channels.extend((2..51).map(|n| builder::channel(&format!("c{n}")))),
            "channels",
            "",
            too_long(Field::Channels, 51, 50),
        ),
        (
            "51 owners",
            |j| j.owners.extend((2..51).map(|n| builder::owner(&format!("o{n}")))),
            "owners",
            "",
            too_long(Field::Owners, 51, 50),
        ),
        (
            "201 entries",
            |j| j.personas[0].entries = vec![entry("ad", "awareness", 1.0 / 201.0); 201],
            "personas[0].entries",
            "anna",
            too_long(Field::Entries, 201, 200),
        ),
    ];
    assert_alone(&cases);
}

#[test]
fn a_journey_at_the_bounds_is_accepted() {
    let journey = with(|j| {
        j.touchpoints.extend((6..200).map(|n| builder::touchpoint(&format!("t{n}"), "delivery", 0.5)));
        let extra = |n| Handover { id: LinkId(format!("h{n}")), ..handover("using", "support", 0.001, 0.5) };
        j.handovers.extend((2..1000).map(extra));
        j.phases.extend((4..50).map(|n| builder::phase(&format!("p{n}"), Stage::After)));
        j.personas =
            (0..50).map(|n| builder::persona(&format!("p{n}"), 0.02, vec![entry("ad", "awareness", 1.0)])).collect();
        (j.horizon, j.market.warm_up) = (240, 240);
    });
    assert_eq!(check(&journey), vec![]);
}

#[test]
fn names_and_languages_are_asked_for() {
    assert_alone(&[
        ("a nameless journey", |j| j.name = Text::default(), "name", "", Code::EmptyName),
        ("a blank name", |j| j.touchpoints[3].name = Text::same("  "), "touchpoints[3].name", "using", Code::EmptyName),
        ("a nameless phase", |j| j.phases[1].name = Text::same(""), "phases[1].name", "consideration", Code::EmptyName),
        ("a nameless channel", |j| j.channels[1].name = Text::default(), "channels[1].name", "phone", Code::EmptyName),
        ("a nameless owner", |j| j.owners[0].name = Text::default(), "owners[0].name", "sales", Code::EmptyName),
        ("a nameless persona", |j| j.personas[0].name = Text::default(), "personas[0].name", "anna", Code::EmptyName),
        (
            "a language by its name",
            |j| drop(j.touchpoints[0].words.0.insert("svenska".to_owned(), "Jaha".to_owned())),
            "touchpoints[0].words",
            "ad",
            Code::LanguageCode { found: "svenska".to_owned() },
        ),
    ]);
}

#[test]
fn ids_are_well_formed_unique_and_known() {
    let long = "x".repeat(65);
    let journey = with(|j| j.owners[0].id = OwnerId("x".repeat(65)));
    assert_among("a long id", &check(&journey), "owners[0].id", &long, Code::BadId { id: long.clone() });
    let journey = with(|j| j.phases[3].id = "decision".into());
    let what = Code::DuplicateId { id: id("decision"), first: in_a_file("phases[2]", "decision") };
    assert_among("two phases of one id", &check(&journey), "phases[3].id", "decision", what);
    assert_alone(&[
        ("an id with capitals", |j| j.id = "Small".to_owned(), "id", "", Code::BadId { id: id("Small") }),
        ("an empty id", |j| j.handovers[0].id = "".into(), "handovers[0].id", "", Code::BadId { id: id("") }),
        (
            "a handover called as a touchpoint is",
            |j| j.handovers[1].id = "using".into(),
            "handovers[1].id",
            "using",
            Code::DuplicateId { id: id("using"), first: in_a_file("touchpoints[3]", "using") },
        ),
        (
            "a link called price",
            |j| touchpoint_mut(j, "using").id = "price".into(),
            "touchpoints[3].id",
            "price",
            Code::ReservedId { id: id("price") },
        ),
        (
            "an unknown channel",
            |j| touchpoint_mut(j, "support").channel = "fax".into(),
            "touchpoints[4].channel",
            "support",
            Code::UnknownChannel { id: id("fax") },
        ),
        (
            "an unknown owner of a handover",
            |j| j.handovers[0].owner = Some("nobody".into()),
            "handovers[0].owner",
            "ad-compare",
            Code::UnknownOwner { id: id("nobody") },
        ),
        (
            "an unknown phase",
            |j| touchpoint_mut(j, "support").phase = "later".into(),
            "touchpoints[4].phase",
            "support",
            Code::UnknownPhase { id: id("later") },
        ),
        (
            "an unknown desk",
            |j| j.complaint_desk = Some("desk".into()),
            "complaint_desk",
            "desk",
            Code::UnknownTouchpoint { id: id("desk") },
        ),
        (
            "a handover to nowhere",
            |j| j.handovers.push(handover("using", "nowhere", 0.5, 1.0)),
            "handovers[2].to",
            "using-nowhere",
            Code::UnknownTouchpoint { id: id("nowhere") },
        ),
        (
            "leaning to an unknown channel",
            |j| j.personas[0].leaning.extend([("fax".into(), 2.0)]),
            "personas[0].leaning.fax",
            "anna",
            Code::UnknownChannel { id: id("fax") },
        ),
    ]);
}

#[test]
fn shares_that_do_not_add_up_are_refused() {
    assert_alone(&[
        (
            "handovers to more than everybody",
            |j| {
                j.handovers[0].share = 0.75;
                j.handovers.push(handover("ad", "checkout", 0.5, 1.0));
            },
            "touchpoints[0]",
            "ad",
            Code::SharesTooLarge { sum: 1.25 },
        ),
        ("half of the customers", |j| j.personas[0].share = 0.5, "personas", "", Code::PersonaShares { sum: 0.5 }),
        (
            "half of the entries",
            |j| j.personas[0].entries[0].share = 0.5,
            "personas[0].entries",
            "anna",
            Code::EntryShares { sum: 0.5 },
        ),
    ]);
    // Thirds in few digits, and tenths in binary, are no fault.
    let journey = with(|j| {
        let third = |n| builder::persona(&format!("p{n}"), 0.333_333_3, vec![entry("ad", "awareness", 1.0)]);
        j.personas = (0..3).map(third).collect();
        let tenth = |n| Handover { id: LinkId(format!("h{n}")), ..handover("using", "support", 0.1, 1.0) };
        j.handovers.extend((0..10).map(tenth));
    });
    assert_eq!(check(&journey), vec![]);
}

#[test]
fn all_problems_come_at_once_and_always_in_the_same_order() {
    let journey = with(|j| {
        j.touchpoints[5].strength.likely = 1.4;
        j.touchpoints[4].channel = "fax".into();
        j.handovers[1].to = "paymnt".into();
        j.personas[0].share = 0.9;
        j.name = Text::default();
        j.phases.push(builder::phase("late", Stage::Before));
    });
    let found = check(&journey);
    let paths: Vec<String> = found.iter().map(|p| p.place.path()).collect();
    let wanted = [
        "name",
        "touchpoints[4].channel",
        "handovers[1].to",
        "touchpoints[5].strength.likely",
        "phases[4].stage",
        "personas",
        // Nothing leads there any more.
        "touchpoints[2]",
    ];
    assert_eq!(paths, wanted);
    assert_eq!(check(&journey), found);
}
