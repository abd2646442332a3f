use super::{assert_sound, of_telecom, tellers};
use kedja::app::{Ladders, OnLadder, Rate, ReadyMade, SameMoments, Switching};
use kedja::model::LinkId;
use kedja::words::{ready_made, sayings::*};

fn rate(share: f64) -> Rate {
    Rate { share, low: share - 0.01, high: share + 0.01, of: 1_000 }
}

#[test]
fn trouble_with_the_service_is_told_beside_other_trouble() {
    let found = Switching { service: rate(0.021), other: rate(0.0052), times: Some((4.04, 3.0, 5.5)) };
    assert_eq!(
        of_telecom(|t| switching(t, Some(&found))),
        [
            "2.1% of the failures in service make a customer leave on the spot, and 0.5% of the others: 4.0 times as many (3.0–5.5)",
            "2,1 % av felen i servicen får en kund att sluta på stående fot, och 0,5 % av de andra: 4,0 gånger så många (3,0–5,5)"
        ]
    );
    for words in of_telecom(|t| switching(t, Some(&Switching { times: None, ..found }))) {
        assert_sound(&words);
    }
    assert!(of_telecom(|t| switching(t, None))[0].starts_with("Too few"));
}

#[test]
fn as_many_good_contacts_are_told_with_the_link_that_makes_the_difference() {
    let found = SameMoments {
        persona: "amir".into(),
        link: LinkId::from("invoice"),
        periods: 2,
        next: 3,
        good: 7.24,
        failures: 2,
        failed: rate(0.5),
        spared: rate(0.3),
    };
    assert_eq!(
        of_telecom(|t| moments(t, Some(&found)))[0],
        "With just as many good contacts, 50% of customers like Amir soon leave if Invoice failed at least twice at first, and 30% otherwise"
    );
    assert!(of_telecom(|t| moments_rest_on(t, &found))[1].contains("7,2"));
    assert_eq!(of_telecom(|t| spared(t, &found).to_owned())[0], "It failed less often");
    assert_eq!(
        of_telecom(|t| spared(t, &SameMoments { failures: 1, ..found.clone() }).to_owned())[0],
        "It did not fail"
    );
    let alike = SameMoments { spared: rate(0.495), ..found };
    assert!(of_telecom(|t| moments(t, Some(&alike)))[0].contains("no clear difference"));
    assert!(of_telecom(|t| moments(t, None))[1].starts_with("För få kunder"));
}

#[test]
fn the_ladder_says_today_beside_what_the_change_makes_of_it() {
    let on = |doubting: u64, left: u64| OnLadder { standing: vec![1_000 - doubting - left, doubting], left };
    let both = Ladders { period: 12, today: on(40, 400), what_if: Some(on(20, 200)) };
    assert_eq!(
        of_telecom(|t| ladders(t, &both))[0],
        "After 12 months, 2.0% of those who bought are on their way out (today 4.0%), and 20% have left (today 40%)"
    );
    let alone = Ladders { what_if: None, ..both };
    assert_eq!(
        of_telecom(|t| ladders(t, &alone))[1],
        "Efter 12 månader är 4,0 % av dem som köpt på väg ut, och 40 % har slutat"
    );
}

#[test]
fn a_ready_made_proposal_is_named_after_its_link() {
    let invoice = LinkId::from("invoice");
    assert_eq!(
        of_telecom(|t| ready_made::name(t, &invoice, ReadyMade::GoodBill))[1],
        "Faktura som förklarar, hjälper och är lätt att betala"
    );
    for teller in tellers() {
        for kind in [ReadyMade::GoodBill, ReadyMade::NotAsNew, ReadyMade::BeforeTheyAsk] {
            assert_sound(ready_made::about(&teller, kind));
            assert!(ready_made::name(&teller, &invoice, kind).chars().count() <= kedja::app::LONGEST_NAME);
        }
    }
}
