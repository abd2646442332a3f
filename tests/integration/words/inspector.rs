use super::{assert_sound, both, of_telecom, tellers};
use kedja::app::Facts;
use kedja::charts::small::Balance;
use kedja::words::inspector::{about, gives, heard, leaning, quote, silent, takes};

#[test]
fn every_link_has_an_owner_or_nobody_and_is_met_somewhere() {
    for teller in tellers() {
        for link in teller.journey.links() {
            assert_sound(&about(&teller, link));
            if let Some(words) = quote(&teller, link) {
                assert_sound(&words);
                assert!(words.starts_with(['“', '”']) && words.ends_with('”'), "{words}");
            }
        }
        for handover in &teller.journey.handovers {
            assert!(about(&teller, &handover.id).contains('%'), "a handover tells its share");
        }
    }
}

#[test]
fn complaints_none_one_and_many() {
    let unheard = |count| both(|language| silent(language, &Facts { silent: count, ..Facts::default() }));
    assert_eq!(unheard(1), ["Nobody hears about 1 failure.", "1 fel hör ingen av sig om."]);
    assert_eq!(unheard(7_079), ["Nobody hears about 7,079 failures.", "7 079 fel hör ingen av sig om."]);
    let of = |count| both(|language| heard(language, &Facts { heard: count, ..Facts::default() }));
    assert_eq!(of(0), ["No complaint comes in.", "Inget klagomål kommer in."]);
    assert_eq!(of(1), ["1 complaint comes in.", "1 klagomål kommer in."]);
    assert_eq!(of(1_075), ["1,075 complaints come in.", "1 075 klagomål kommer in."]);
}

#[test]
fn what_a_link_gives_and_takes() {
    assert_eq!(both(|language| gives(language, 0.12)), ["when it holds +0.12", "när den håller +0,12"]);
    assert_eq!(both(|language| takes(language, 0.5)), ["when it fails −0.50", "när den brister −0,50"]);
    assert_eq!(both(|language| takes(language, 0.0)), ["when it fails 0.00", "när den brister 0,00"]);
    for balance in [Balance::TakesMore, Balance::GivesMore, Balance::Even] {
        of_telecom(|teller| leaning(teller, balance)).into_iter().for_each(|words| assert_sound(&words));
    }
}
