use super::{BOTH, assert_sound, both, of_telecom, teller, tellers};
use crate::builder::checked;
use kedja::analysis::{Blame, Cohort, DropReason, LinkIndex, StoryEvent};
use kedja::app::{Wanted, When};
use kedja::model::Scenario;
use kedja::words::life::{EventTone, event, fate, wanted, when};

fn told(of: &StoryEvent) -> [String; 2] {
    of_telecom(|teller| event(teller, of).map(|(_, words)| words).unwrap_or_default())
}

#[test]
fn an_event_has_words_and_a_tone() {
    let invoice = {
        let journey = teller("telecom", BOTH[0]).journey;
        let at = journey.links().position(|id| id.as_str() == "invoice").expect("there is an invoice");
        LinkIndex(at)
    };
    assert_eq!(told(&StoryEvent::Failed { link: invoice }), ["Invoice fails", "Faktura brister"]);
    assert_eq!(told(&StoryEvent::Complained { link: invoice })[1], "klagar på Faktura");
    assert_eq!(
        told(&StoryEvent::Dropped { link: invoice, why: DropReason::DeadEnd })[0],
        "finds no way on from Invoice"
    );
    let left = |walked_out| StoryEvent::Left { blame: Blame::Price, walked_out, tenure: 3 };
    assert_eq!(told(&left(false)), ["leaves because of the price", "slutar på grund av priset"]);
    assert_eq!(told(&left(true))[0], "leaves on the spot because of the price");
    let en = teller("telecom", BOTH[0]);
    assert_eq!(event(&en, &StoryEvent::Failed { link: invoice }).map(|(tone, _)| tone), Some(EventTone::Failed));
    assert_eq!(event(&en, &left(true)).map(|(tone, _)| tone), Some(EventTone::Gone));
    assert_eq!(event(&en, &StoryEvent::Began { tenure: 1 }), None);
}

#[test]
fn when_it_was_and_who_can_be_asked_for() {
    let said = |of: When| of_telecom(|teller| when(teller, of));
    assert_eq!(said(When::Before), ["Before the purchase", "Före köpet"]);
    assert_eq!(said(When::DayOfPurchase), ["Day of purchase", "Köpdagen"]);
    assert_eq!(said(When::Tenure(4)), ["month 4", "månad 4"]);
    assert_eq!(both(|language| wanted(language, Wanted::Saved).to_owned()), ["A customer saved", "En räddad kund"]);
}

#[test]
fn lives_of_every_ready_journey_are_told_soundly() {
    for teller in tellers() {
        let cohort =
            Cohort::new(&checked(&teller.journey), &Scenario::default(), 1).expect("a ready journey has no problems");
        for customer in 0..200 {
            let story = cohort.life(customer).today;
            assert_sound(&fate(&teller, &story));
            for (happened, _) in &story.events {
                if let Some((_, words)) = event(&teller, happened) {
                    assert_sound(&words);
                }
            }
        }
    }
}

#[test]
fn a_life_ends_after_so_long() {
    let of = |end: &dyn Fn(&mut kedja::analysis::Story)| {
        let mut story = kedja::analysis::Story::default();
        end(&mut story);
        of_telecom(|teller| fate(teller, &story))
    };
    use kedja::analysis::Fate;
    let left = |tenures| {
        move |story: &mut kedja::analysis::Story| {
            (story.life.fate, story.life.tenures) = (Fate::Left, tenures);
        }
    };
    assert_eq!(of(&left(0)), ["Leaves on the day of purchase.", "Slutar på köpdagen."]);
    assert_eq!(of(&left(1)), ["Leaves after 1 month.", "Slutar efter 1 månad."]);
    assert_eq!(
        of(&|story| (story.life.fate, story.life.tenures) = (Fate::Stays, 24)),
        ["Is still a customer after 24 months.", "Är fortfarande kund efter 24 månader."]
    );
    assert_eq!(
        of(&|story| (story.life.fate, story.life.days) = (Fate::Dropped, 12.4)),
        ["Drops out after 12 days.", "Hoppar av efter 12 dagar."]
    );
    assert_eq!(
        of(&|story| (story.life.fate, story.life.days) = (Fate::Dropped, 0.2)),
        ["Drops out after 1 day.", "Hoppar av efter 1 dag."]
    );
}
