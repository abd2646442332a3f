//! Fifty altered journeys a lesson: where its point no longer holds the lesson says so, with the figure, and where it does
//! hold it is not denied. What is so is found out with other customers than those that the lesson is told by.

use super::{journey_of, lessons};
use kedja::app::{
    Held3, Language, LessonAnswers, LessonAsk, LessonFound, LessonView, answer_lesson, lesson_asks, measures_shown,
};
use kedja::model::lesson::{Condition, Is, Lesson};
use kedja::model::{CheckedJourney, Journey, Scenario};
use kedja::words::Teller;
use kedja::words::lesson::failing;
use std::sync::Arc;

const JOURNEYS: u64 = 50;
/// Customers of each world: few, so that noise has its part.
const CUSTOMERS: u64 = 8_000;
/// So many half-widths of its interval is a gap beyond doubt: with some thousand comparisons one in a million is too often.
const BEYOND_DOUBT: f64 = 3.0;

/// Numbers in [0, 1) from a seed, the same everywhere (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// A journey of which strengths, gains and pains, sensing and people are others: some a little, some wholly.
fn altered(journey: &Journey, n: u64) -> Journey {
    let mut chance = Chance(n);
    let mut journey = journey.clone();
    let wild = chance.next();
    for touchpoint in &mut journey.touchpoints {
        let to = 0.15 + 0.84 * chance.next();
        let strength = &mut touchpoint.strength;
        strength.likely += (to - strength.likely) * wild;
        (strength.low, strength.high) = (None, None);
        touchpoint.gain *= 1.0 + wild * (2.0 * chance.next() - 1.0);
        touchpoint.pain *= 1.0 + wild * (2.0 * chance.next() - 1.0);
        touchpoint.sensing *= 1.0 - wild * chance.next();
    }
    for handover in &mut journey.handovers {
        let to = 0.3 + 0.69 * chance.next();
        let strength = &mut handover.strength;
        strength.likely += (to - strength.likely) * wild;
        (strength.low, strength.high) = (None, None);
        handover.pain *= 1.0 + wild * (2.0 * chance.next() - 1.0);
    }
    for persona in &mut journey.personas {
        persona.chain_feel *= 1.0 - wild * chance.next();
        persona.usefulness.mean *= 1.0 + 0.5 * wild * (2.0 * chance.next() - 1.0);
        persona.memory *= 1.0 + wild * chance.next();
    }
    journey
}

fn few(ask: LessonAsk) -> LessonAsk {
    match ask {
        LessonAsk::World { scenario, .. } => LessonAsk::World { scenario, customers: CUSTOMERS },
        LessonAsk::Links { scenario, goal, .. } => LessonAsk::Links { scenario, goal, customers: CUSTOMERS },
        LessonAsk::Calendar { scenario, .. } => LessonAsk::Calendar { scenario, per_period: 150 },
    }
}

fn answers(lesson: &Lesson, journey: &Journey, seed: u64) -> LessonAnswers {
    let asks = lesson_asks(lesson, journey, &Scenario::default(), measures_shown(lesson))
        .into_iter()
        .map(few)
        .collect::<Vec<_>>();
    answer_lesson(journey, seed, &asks).expect("an altered journey holds")
}

/// How far a condition is from being a draw, in half-widths of its interval, as other customers tell it: above 0 it holds.
/// `None` where that cannot be counted.
fn margin(view: &LessonView, condition: &Condition) -> Option<f64> {
    let half = |low: f64, high: f64| (high - low) / 2.0;
    let found = match view.measured(&condition.measure)? {
        LessonFound::Figure(found) => found,
        LessonFound::Link { link, lead, .. } => {
            let lead = lead?;
            let is_it = match condition.is {
                Is::Link => condition.link.as_ref() == Some(&link),
                Is::Handover => view.journey.handover(&link).is_some(),
                _ => view.journey.touchpoint(&link).is_some(),
            };
            let sure = lead.value / half(lead.low, lead.high).max(1e-12);
            return Some(if is_it { sure } else { -sure });
        }
        LessonFound::Curve(_) => return None,
    };
    let (against, noise) = match (&condition.than, condition.number) {
        (Some(than), _) => {
            let other = view.figure(than)?;
            (other.value * condition.times, half(other.low, other.high) * condition.times)
        }
        (None, number) => (number?, 0.0),
    };
    let own = half(found.low, found.high);
    let noise = (own * own + noise * noise).sqrt().max(1e-12);
    let gap = (found.value - against) / noise;
    Some(match condition.is {
        Is::Below | Is::NotAbove => -gap,
        _ => gap,
    })
}

#[test]
fn on_altered_journeys_a_lesson_never_tells_the_canned_story_and_never_denies_what_is_so() {
    let lessons = lessons();
    std::thread::scope(|scope| lessons.iter().for_each(|lesson| _ = scope.spawn(|| try_on_altered_journeys(lesson))));
}

fn try_on_altered_journeys(lesson: &Lesson) {
    let journey = journey_of(lesson);
    let (mut holds, mut fails) = (0, 0);
    for n in 0..JOURNEYS {
        let journey = altered(&journey, n * 1_000 + lesson.id.len() as u64);
        assert!(CheckedJourney::new(journey.clone()).is_ok(), "{}: {n}", lesson.id);
        let (told, other) = (answers(lesson, &journey, 1), answers(lesson, &journey, 77));
        let yours = Scenario::default();
        let view = LessonView { lesson, journey: &journey, yours: &yours, answers: &told };
        let others = LessonView { lesson, journey: &journey, yours: &yours, answers: &other };
        let point = view.point();
        match point.held {
            Held3::Holds => {
                holds += 1;
                for condition in &lesson.point {
                    let margin = margin(&others, condition);
                    assert!(
                        margin.is_none_or(|margin| margin > -BEYOND_DOUBT),
                        "{} on {n} is told although {condition:?} is not so by {margin:?}",
                        lesson.id
                    );
                }
            }
            Held3::DoesNot => {
                fails += 1;
                assert!(!point.failing.is_empty());
                for condition in &point.failing {
                    // What is not above may be a draw as well, so that it fails only where it is clearly above.
                    let most = if condition.is == Is::NotAbove { 0.0 } else { 2.0 };
                    let margin = margin(&others, condition);
                    assert!(
                        margin.is_none_or(|margin| margin < BEYOND_DOUBT + most),
                        "{} on {n} is denied although {condition:?} is so by {margin:?}",
                        lesson.id
                    );
                    for language in [Language::En, Language::Sv] {
                        let teller = Teller { language, journey: Arc::new(journey.clone()) };
                        let said = failing(&view, &teller, condition).expect("it says why");
                        let name = lesson.measures[&condition.measure].name.get(language.code());
                        assert!(said.contains(name), "{said}");
                        let has_link = matches!(condition.is, Is::Link | Is::Handover | Is::Touchpoint);
                        assert!(has_link || said.chars().any(|c| c.is_ascii_digit()), "with the figure: {said}");
                    }
                }
            }
            Held3::NotKnown => {}
        }
    }
    assert!(fails > 0, "{}: no altered journey is against it, so that nothing is shown by it", lesson.id);
    assert!(holds > 0, "{}: it holds nowhere but at home", lesson.id);
}

#[test]
fn a_journey_that_lacks_what_a_lesson_is_about_is_told_so() {
    let lesson = super::lesson("weakest-link");
    let journey = kedja::exchange::ready("insurance").expect("it is ready").journey();
    let asks = lesson_asks(&lesson, &journey, &Scenario::default(), measures_shown(&lesson));
    let answers = answer_lesson(&journey, 1, &asks).expect("it holds");
    let view = LessonView { lesson: &lesson, journey: &journey, yours: &Scenario::default(), answers: &answers };
    assert_ne!(view.point().held, Held3::Holds);
}
