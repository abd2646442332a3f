//! Which of a room's options is the best: by plausible worlds, doing nothing among them.

use super::{asked, ready, terms};
use crate::builder::*;
use kedja::analysis::studies::{BestOption, Goal, StudyTerms, best_option};
use kedja::model::*;

/// What is said of options on a journey, in so many worlds.
fn chosen(terms: &StudyTerms, options: &[Scenario], worlds: u32) -> BestOption {
    asked(terms, |terms, rounds| best_option(terms, options, worlds, rounds))
}

fn effort(link: &str, effort: f64) -> Scenario {
    scenario(vec![strengthen(link, effort)])
}

/// A journey of which nothing is uncertain.
fn certain() -> Journey {
    let mut journey = small();
    let measured = Evidence::new(Grounds::Measured, Text::default());
    let all = |figures: &[Field]| figures.iter().map(|figure| (*figure, measured.clone())).collect();
    for touchpoint in &mut journey.touchpoints {
        touchpoint.evidence = all(&[Field::Gain, Field::Pain, Field::Sensing, Field::Frequency]);
        (touchpoint.strength.low, touchpoint.strength.high) = (None, None);
    }
    for handover in &mut journey.handovers {
        handover.evidence = all(&[Field::Pain]);
        (handover.strength.low, handover.strength.high) = (None, None);
    }
    for persona in &mut journey.personas {
        let qualities =
            [Field::Usefulness, Field::PriceFeel, Field::Memory, Field::ChainFeel, Field::Remorse, Field::Patience];
        persona.evidence = all(&qualities);
    }
    journey
}

#[test]
fn in_each_world_one_option_or_doing_nothing_is_the_best() {
    let terms = terms(ready("telecom"), Goal::Churn, 10_000);
    let found = chosen(&terms, &[effort("invoice", 1.0), effort("app", 1.0), effort("invoice", 2.0)], 20);
    let in_all = found.nothing_in + found.options.iter().map(|option| option.best_in).sum::<u32>();
    assert_eq!((found.worlds, in_all), (20, 20));
    // Twice the effort on the same link is more, whatever the world is like.
    let [once, other, twice] = found.options.as_slice() else { panic!("there are three") };
    assert!(twice.best_in >= 18 && once.best_in == 0, "{found:?}");
    assert!(twice.gives.unwrap().value > once.gives.unwrap().value, "{found:?}");
    assert!(other.effect.is_some());
}

#[test]
fn where_every_option_does_harm_doing_nothing_is_the_best() {
    let weaker = |link: &str| scenario(vec![set(link, Field::Strength, 0.2)]);
    let found = chosen(&terms(ready("telecom"), Goal::Churn, 10_000), &[weaker("invoice"), weaker("support")], 10);
    assert_eq!((found.nothing_in, found.noisy), (10, 0), "{found:?}");
}

#[test]
fn what_nobody_can_tell_apart_is_told_as_chance() {
    let terms = terms(ready("telecom"), Goal::Churn, 10_000);
    let found = chosen(&terms, &[effort("invoice", 1.0), effort("invoice", 1.0)], 10);
    assert_eq!(found.noisy, 10, "the second is the same: {found:?}");
}

#[test]
fn where_nothing_is_uncertain_no_chance_is_told_but_what_it_gives_is() {
    let found = chosen(&terms(certain(), Goal::Conversion, 10_000), &[effort("ad", 1.0)], 10);
    assert_eq!((found.worlds, found.nothing_in, found.noisy, found.options[0].best_in), (0, 0, 0, 0));
    assert!(found.options[0].gives.unwrap().low > 0.0);
    let mut journey = certain();
    touchpoint_mut(&mut journey, "ad").strength = Strength { likely: 0.5, low: Some(0.4), high: Some(0.6) };
    assert_eq!(chosen(&terms(journey, Goal::Conversion, 10_000), &[effort("ad", 1.0)], 10).worlds, 10);
}
