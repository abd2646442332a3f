//! Scenarios: links, levers, values, and what the changes make together.

use super::{check_scenario, id, in_a_file, problem, with};
use crate::arbitrary;
use crate::builder::{self, handover, scenario, set, small, strengthen, touchpoint};
use kedja::model::{self, *};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Each change alone gives exactly its problem.
fn assert_refused(cases: &[(&str, Scenario, &str, &str, Code)]) {
    for (story, scenario, path, id, what) in cases {
        assert_eq!(check_scenario(&small(), scenario), vec![problem(path, id, what.clone())], "{story}");
    }
}

#[test]
fn the_world_as_it_is_and_ordinary_changes_are_valid() {
    assert_eq!(check_scenario(&small(), &Scenario::default()), vec![]);
    let changes = vec![
        strengthen("invoice", 1.0),
        strengthen("ad-compare", -2.0),
        set("invoice", Field::Strength, 1.0),
        set("using", Field::Gain, 0.4),
        set("ad-compare", Field::Share, 0.5),
        set("ad-compare", Field::Days, 4.0),
        set("ad", Field::Sensing, 0.5),
        set("support", Field::Frequency, 2.0),
    ];
    let all = Scenario {
        strain: 1.0,
        price: Some(120.0),
        arrivals: Some(10.0),
        echo: Some(1.0),
        start: -6,
        ..scenario(changes)
    };
    assert_eq!(check_scenario(&small(), &all), vec![]);
}

#[test]
fn a_scenario_of_a_world_out_of_range_is_refused() {
    use Field as Q;
    let out = |quantity, value, least, most| Code::OutOfRange { quantity, value, least, most };
    let not_positive = |quantity, value, most| Code::NotPositive { quantity, value, most };
    let world = Scenario::default;
    assert_refused(&[
        ("strain", Scenario { strain: -0.1, ..world() }, "strain", "", out(Q::Strain, -0.1, 0.0, 10.0)),
        ("no strain", Scenario { strain: f64::NAN, ..world() }, "strain", "", Code::NotFinite { quantity: Q::Strain }),
        ("price", Scenario { price: Some(0.0), ..world() }, "price", "", not_positive(Q::Price, 0.0, 1e9)),
        (
            "arrivals",
            Scenario { arrivals: Some(-1.0), ..world() },
            "arrivals",
            "",
            not_positive(Q::Arrivals, -1.0, 1e6),
        ),
        ("echo", Scenario { echo: Some(2.0), ..world() }, "echo", "", out(Q::Echo, 2.0, 0.0, 1.0)),
        ("too early", Scenario { start: -7, ..world() }, "start", "", out(Q::Start, -7.0, -6.0, 12.0)),
        ("too late", Scenario { start: 13, ..world() }, "start", "", out(Q::Start, 13.0, -6.0, 12.0)),
    ]);
}

#[test]
fn a_change_that_cannot_be_made_is_refused() {
    let missing = |lever, link: &str| Code::LeverMissing { lever, link: link.to_owned() };
    let one = "improvements[0].changes[0]";
    let lever = |link: &'static str, lever| {
        (
            "a lever that the link lacks",
            scenario(vec![set(link, lever, 0.5)]),
            "improvements[0].changes[0].set.lever",
            link,
            missing(lever, link),
        )
    };
    assert_refused(&[
        lever("ad", Field::Share),
        lever("ad", Field::Frequency),
        lever("using", Field::Sensing),
        lever("using", Field::Days),
        lever("ad-compare", Field::Gain),
        lever("ad-compare", Field::Sensing),
        lever("ad-compare", Field::Frequency),
        (
            "an unknown link",
            scenario(vec![strengthen("nowhere", 1.0)]),
            &format!("{one}.strengthen.link"),
            "nowhere",
            Code::UnknownLink { id: id("nowhere") },
        ),
        (
            "a setting of an unknown link",
            scenario(vec![set("nowhere", Field::Gain, 1.0)]),
            &format!("{one}.set.link"),
            "nowhere",
            Code::UnknownLink { id: id("nowhere") },
        ),
        (
            "too much effort",
            scenario(vec![strengthen("invoice", -101.0)]),
            &format!("{one}.strengthen.effort"),
            "invoice",
            Code::EffortTooLarge { effort: -101.0, most: 100.0 },
        ),
        (
            "endless effort",
            scenario(vec![strengthen("invoice", f64::INFINITY)]),
            &format!("{one}.strengthen.effort"),
            "invoice",
            Code::NotFinite { quantity: Field::Effort },
        ),
        (
            "a reckoning more than once a period",
            scenario(vec![set("invoice", Field::Frequency, 1.5)]),
            &format!("{one}.set.value"),
            "invoice",
            Code::OutOfRange { quantity: Field::Frequency, value: 1.5, least: 0.0, most: 1.0 },
        ),
        (
            "a strength over 1",
            scenario(vec![set("ad-compare", Field::Strength, 1.5)]),
            &format!("{one}.set.value"),
            "ad-compare",
            Code::OutOfRange { quantity: Field::Strength, value: 1.5, least: 0.0, most: 1.0 },
        ),
    ]);
}

#[test]
fn days_of_a_handover_out_of_the_purchase_cannot_be_set() {
    let journey = with(|j| j.handovers.push(handover("checkout", "using", 0.5, 1.0)));
    let found = check_scenario(&journey, &scenario(vec![set("checkout-using", Field::Days, 1.0)]));
    let what = Code::LeverMissing { lever: Field::Days, link: id("checkout-using") };
    assert_eq!(found, vec![problem("improvements[0].changes[0].set.lever", "checkout-using", what)]);
}

#[test]
fn improvements_are_named_known_and_not_too_many() {
    let improvement = |n: usize| Improvement { id: ImprovementId(format!("i{n}")), ..Default::default() };
    let with = |improvements: Vec<Improvement>| Scenario { improvements, ..Default::default() };
    let too_long = |list, found, most| Code::ListTooLong { list, found, most };
    let bad_name = Text([("English".to_owned(), "Better".to_owned())].into());
    assert_refused(&[
        ("201", with((0..201).map(improvement).collect()), "improvements", "", too_long(Field::Improvements, 201, 200)),
        (
            "2401 changes",
            scenario(vec![strengthen("ad", 0.0); 2401]),
            "improvements",
            "",
            too_long(Field::Changes, 2401, 2400),
        ),
        (
            "two of one id",
            with(vec![improvement(1), improvement(1)]),
            "improvements[1].id",
            "i1",
            Code::DuplicateId { id: id("i1"), first: in_a_file("improvements[0]", "i1") },
        ),
        ("no id", with(vec![Improvement::default()]), "improvements[0].id", "", Code::BadId { id: id("") }),
        (
            "an unknown owner",
            with(vec![Improvement { owner: Some("nobody".into()), ..improvement(1) }]),
            "improvements[0].owner",
            "i1",
            Code::UnknownOwner { id: id("nobody") },
        ),
        (
            "a cost that is no number",
            with(vec![Improvement { effort: f64::NAN, ..improvement(1) }]),
            "improvements[0].effort",
            "i1",
            Code::NotFinite { quantity: Field::Effort },
        ),
        (
            "a language by its name",
            with(vec![Improvement { name: bad_name, ..improvement(1) }]),
            "improvements[0].name",
            "i1",
            Code::LanguageCode { found: "English".to_owned() },
        ),
    ]);
}

#[test]
fn shares_that_changes_make_too_large_are_refused_at_the_last_of_them() {
    let journey = with(|j| {
        builder::handover_mut(j, "ad-compare").share = 0.5;
        j.handovers.push(handover("ad", "checkout", 0.25, 1.0));
    });
    let changes =
        vec![set("ad-compare", Field::Share, 0.75), set("ad-checkout", Field::Share, 0.5), strengthen("ad", 1.0)];
    let mut both = scenario(changes);
    let what = Code::SharesTooLarge { sum: 1.25 };
    assert_eq!(check_scenario(&journey, &both), vec![problem("improvements[0].changes[1].set.value", "ad", what)]);
    both.improvements[0].off = true;
    assert_eq!(check_scenario(&journey, &both), vec![], "switched off it does nothing");
}

#[test]
fn changes_that_close_a_round_are_refused() {
    let journey = with(|j| {
        j.touchpoints.push(touchpoint("round", "awareness", 0.9));
        builder::handover_mut(j, "ad-compare").share = 0.5;
        j.handovers.push(handover("ad", "round", 0.5, 1.0));
        j.handovers.push(handover("round", "round", 1.0, 1.0));
    });
    let perfect = scenario(vec![set("round", Field::Strength, 1.0)]);
    let what = Code::NoWayOut { persona: "anna".to_owned() };
    assert_eq!(check_scenario(&journey, &perfect), vec![problem("improvements", "round", what)]);
    // Effort alone leaves some who fail.
    assert_eq!(check_scenario(&journey, &scenario(vec![strengthen("round", 100.0)])), vec![]);
}

proptest! {
    #[test]
    fn effort_anywhere_is_a_valid_change_of_any_journey(
        journey in arbitrary::journey(), which: prop::sample::Index, effort in -100.0..100.0,
    ) {
        let links: Vec<LinkId> = journey.links().cloned().collect();
        let link = which.get(&links);
        let effort = effort * journey.halving_cost(link).unwrap();
        let scenario = scenario(vec![strengthen(link.as_str(), effort)]);
        prop_assert_eq!(check_scenario(&journey, &scenario), vec![]);
        let strength = apply(&journey, &scenario).strength(link).unwrap();
        prop_assert!((0.0..=1.0).contains(&strength));
    }
}

/// The same problems are found by looking at the whole journey as it would be.
fn found_the_long_way(journey: &Journey, scenario: &Scenario) -> BTreeSet<String> {
    let applied = model::apply(journey, scenario);
    let of_the_whole = |problem: &Problem| matches!(problem.what, Code::NoWayOut { .. } | Code::SharesTooLarge { .. });
    model::check(&applied)
        .iter()
        .filter(|p| of_the_whole(p))
        .map(|p| format!("{} {:?}", p.place.id(), p.what))
        .collect()
}

proptest! {
    #[test]
    fn nothing_is_overlooked_of_what_changes_make_together(
        journey in arbitrary::journey(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..7_usize, 0.0..1.3_f64, any::<bool>()), 1..4),
    ) {
        let links: Vec<LinkId> = journey.links().cloned().collect();
        let change = |(link, lever, value, by_effort): (prop::sample::Index, usize, f64, bool)| {
            let link = link.get(&links).clone();
            if by_effort {
                return Change::Strengthen { link, effort: 20.0 * value };
            }
            // The ends of what can be are where a way out is lost.
            Change::Set { link, lever: Field::LEVERS[lever], value: value.min(1.0) }
        };
        let scenario = scenario(changes.into_iter().map(change).collect());
        let found = check_scenario(&journey, &scenario);
        let each_can_be = |p: &Problem| matches!(p.what, Code::NoWayOut { .. } | Code::SharesTooLarge { .. });
        if found.iter().all(each_can_be) {
            let found: BTreeSet<String> = found.iter().map(|p| format!("{} {:?}", p.place.id(), p.what)).collect();
            prop_assert_eq!(found, found_the_long_way(&journey, &scenario));
        }
    }
}
