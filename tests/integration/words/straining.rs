use super::{about, assert_sound, both, of_telecom, studied, telecom};
use kedja::analysis::studies::StrainTest;
use kedja::app::{GivesWay, gives_way, strain_levels};
use kedja::words::straining::{costs, finding, label, strain, sure, turn};

/// The invoice gives way at strain 0.5, support with it where that is close.
fn test(is_close: bool) -> StrainTest {
    let mut test = telecom().strain.clone();
    (test.gives_way, test.gives_way_at) = (Some("invoice".into()), Some(0.5));
    let links = &mut test.points.iter_mut().find(|p| p.strain == 0.5).expect("it was asked about").links;
    links.truncate(2);
    (links[0].id, links[0].costs) = ("invoice".into(), Some(about(0.004_2, 0.000_5)));
    (links[1].id, links[1].costs) = ("support".into(), Some(about(if is_close { 0.004 } else { 0.001 }, 0.000_5)));
    test
}

#[test]
fn what_gives_way_first_or_that_nothing_does() {
    assert_eq!(
        of_telecom(|teller| finding(teller, &test(false))),
        [
            "Under strain Invoice gives way first: at strain 0.5, Invoice alone makes churn per month 0.42 percentage points worse",
            "Under påfrestning ger Faktura vika först: vid påfrestning 0,5 gör Faktura ensam kundbortfallet per månad 0,42 \
             procentenheter sämre"
        ]
    );
    assert!(of_telecom(|teller| finding(teller, &test(true)))[1].starts_with("Under påfrestning ger Faktura och "));
    let none = StrainTest { gives_way: None, gives_way_at: None, ..test(false) };
    assert_eq!(of_telecom(|teller| finding(teller, &none))[1], "Ingen länk ger tydligt vika, upp till påfrestning 1,0");
    let given: GivesWay = gives_way(&test(false)).expect("it gives way");
    assert_eq!(of_telecom(|teller| turn(teller, &given)), ["Invoice gives way", "Faktura ger vika"]);
    assert_eq!(both(|language| strain(language, 0.5)), ["0.5", "0,5"]);
}

#[test]
fn every_strain_test_is_told_soundly() {
    for studied in studied() {
        let test = &studied.strain;
        let levels = strain_levels(test, None);
        for teller in studied.tellers() {
            assert_sound(&finding(&teller, test));
            assert_sound(&label(&teller, test, &levels));
            if !levels.is_empty() {
                assert_sound(&sure(&teller, test, &levels));
            }
            for words in test.points.iter().map(|point| costs(&teller, test, point)).filter(|w| !w.is_empty()) {
                assert_sound(&words);
            }
        }
    }
}
