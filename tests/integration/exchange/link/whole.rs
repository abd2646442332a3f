//! What is sent is what is opened, in few letters.

use super::{normal, of_own, of_ready, own};
use crate::arbitrary;
use crate::builder::{set, small, strengthen};
use kedja::exchange::*;
use kedja::model::*;
use proptest::prelude::*;

/// An address like those that a page of this kind has.
const ADDRESS: usize = "https://kedja.example.se/#".len();

fn sent(work: &SharedWork) -> String {
    link_of(work).unwrap()
}

#[test]
fn a_normal_scenario_on_a_ready_journey_fits_a_code_for_a_projector() {
    let work = normal();
    let letters = sent(&work);
    assert!(ADDRESS + letters.len() <= 300, "{} letters: {letters}", letters.len());
    assert_eq!(read_link(&letters), Ok(work));
    // QR version 12 at level M holds 287 bytes, if nobody has written anything in the page to sign.
    let mut unsigned = normal();
    unsigned.agenda.signing = Signing::default();
    assert!(ADDRESS + sent(&unsigned).len() <= 287, "{} letters", sent(&unsigned).len());
}

#[test]
fn a_journey_of_twelve_touchpoints_with_its_words_stays_under_two_thousand_letters() {
    let work = of_own(own(), Scenario::default());
    let letters = sent(&work);
    assert!(ADDRESS + letters.len() <= 2_000, "{} letters", letters.len());
    assert_eq!(read_link(&letters), Ok(work));
    let bare = of_own(without_texts(&own()), Scenario::default());
    let fewer = sent(&bare);
    assert!(fewer.len() * 10 < letters.len() * 7, "{} of {} letters", fewer.len(), letters.len());
    assert_eq!(read_link(&fewer), Ok(bare));
}

/// Far more than a chat takes: it comes through whole where a link holds it, and no link is made where none does.
#[test]
fn a_journey_of_two_hundred_touchpoints_with_long_notes_is_whole_or_no_link() {
    let large = |notes: usize| {
        let mut journey = own();
        let first = journey.touchpoints[0].clone();
        for n in 0..200 - journey.touchpoints.len() {
            // Words that no other touchpoint has.
            let words: String = (0..notes).map(|at| format!("{:x} ", (n * 7_919 + at) * 104_729)).collect();
            let notes = Text::same(&words);
            journey.touchpoints.push(Touchpoint { id: format!("more-{n}").as_str().into(), notes, ..first.clone() });
        }
        of_own(journey, Scenario::default())
    };
    let work = large(40);
    let letters = sent(&work);
    assert!(letters.len() > 20_000 && !kedja::app::fits(ADDRESS + letters.len()).message, "{}", letters.len());
    match read_link(&letters) {
        Ok(read) => assert_eq!(read, work),
        // Nobody comes to the touchpoints that were added: a journey has to say how.
        Err(fault) => assert!(matches!(&fault, LinkFault::Unfit(problems) if !problems.is_empty()), "{fault:?}"),
    }
    assert_eq!(
        read_link(&letters[..letters.len() / 2]),
        Err(LinkFault::Incomplete { found: letters.len() / 2, of: Some(letters.len()) })
    );
    assert_eq!(link_of(&large(2_000)), None);
}

#[test]
fn a_link_has_only_letters_that_mail_leaves_alone() {
    for work in [normal(), of_own(own(), Scenario::default())] {
        assert!(sent(&work).chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'));
    }
}

#[test]
fn every_ready_journey_can_be_sent_as_a_journey_of_ones_own() {
    for ready in READY.iter() {
        let work = of_own(ready.journey(), Scenario::default());
        assert_eq!(read_link(&sent(&work)), Ok(work));
    }
}

#[test]
fn without_its_texts_a_journey_keeps_every_figure_and_every_name() {
    let (with, without) = (own(), without_texts(&own()));
    assert_eq!(without.touchpoints.len(), with.touchpoints.len());
    for (bare, full) in without.touchpoints.iter().zip(&with.touchpoints) {
        assert_eq!((&bare.name, bare.strength, bare.gain), (&full.name, full.strength, full.gain));
        assert!(bare.words.is_empty() && bare.notes.is_empty());
    }
    assert!(without.summary.is_empty() && without.personas.iter().all(|persona| persona.about.is_empty()));
    assert!(check(&without).is_empty());
}

#[test]
fn numbers_of_every_kind_come_through_to_the_last_bit() {
    let odd = [0.1 + 0.2, 1.0 / 3.0, f64::MIN_POSITIVE, 1e-7, 123_456.789, 0.0, 0.5, 1e15, 0.999_999_999_9];
    for value in odd {
        let changes = vec![set("support", Field::Pain, value), strengthen("ad", -value.min(20.0))];
        let improvement = Improvement { id: "x".into(), effort: -value.min(99.0), changes, ..Improvement::default() };
        let scenario = Scenario { improvements: vec![improvement], start: -3, ..Scenario::default() };
        let work = SharedWork { seed: u64::MAX, ..of_ready("telecom", scenario) };
        assert_eq!(read_link(&sent(&work)), Ok(work));
    }
}

#[test]
fn names_that_look_like_ids_and_ids_that_are_no_names_come_through() {
    let mut journey = small();
    journey.touchpoints[0].name = Text::same("");
    journey.touchpoints[1].name = Text::same("  Compare!! ");
    journey.personas[0].name = Text(std::collections::BTreeMap::from([
        ("sv".to_owned(), "assumption".to_owned()),
        ("en".to_owned(), "🦊 \u{202e}<script>".to_owned()),
    ]));
    journey.handovers[0].name = Text::same("ad-compare");
    let work = of_own(journey, Scenario::default());
    // An empty name is a problem of the journey, not of the link.
    assert!(matches!(read_link(&sent(&work)), Err(LinkFault::Unfit(problems)) if !problems.is_empty()));
    let SharedJourney::Own(mut journey) = work.journey else { panic!("it is one's own") };
    journey.touchpoints[0].name = Text::same("ad");
    let work = of_own(*journey, Scenario::default());
    assert_eq!(read_link(&sent(&work)), Ok(work));
}

proptest! {
    #![proptest_config(super::cases(64))]

    #[test]
    fn any_journey_comes_through_to_the_last_bit(journey in arbitrary::journey(), seed in any::<u64>()) {
        let work = SharedWork { seed, ..of_own(journey, Scenario::default()) };
        prop_assert_eq!(read_link(&sent(&work)), Ok(work));
    }
}
