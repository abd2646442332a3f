use super::{assert_sound, of_telecom};
use kedja::app::{Bets, ChipsOnLink};
use kedja::words::bets::{laid, laid_on, place, title};

#[test]
fn chips_none_one_and_many() {
    let said = |n| of_telecom(|teller| laid(teller, n));
    assert_eq!(said(0), ["No chips placed", "Inga spelmarker lagda"]);
    assert_eq!(said(1), ["1 chip placed", "1 spelmark lagd"]);
    assert_eq!(said(12), ["12 chips placed", "12 spelmarker lagda"]);
}

#[test]
fn the_chips_are_held_against_the_answer() {
    let said = |all, on_binding, too_close| {
        of_telecom(|teller| title(teller, &Bets { laid: Vec::new(), all, on_binding, too_close }))
    };
    assert_eq!(said(0, None, false), ["Bet first", "Tippa först"]);
    assert_eq!(said(3, Some(2), false)[0], "2 of 3 chips lay on the bottleneck");
    assert_eq!(said(3, Some(3), false), ["All chips were on the bottleneck", "Alla spelmarker låg på flaskhalsen"]);
    assert_eq!(said(3, Some(0), false)[0], "No chip was on the bottleneck");
    assert!(said(3, Some(3), true)[0].starts_with("Two links are too close to call. 3 of 3 chips lay on one of them"));
    [said(3, None, false), said(3, Some(0), true)]
        .into_iter()
        .for_each(|both| both.into_iter().for_each(|words| assert_sound(&words)));
}

#[test]
fn a_link_that_was_bet_on_has_its_chips_and_came_somewhere() {
    let on = |chips, place| ChipsOnLink { link: "invoice".into(), chips, place };
    assert_eq!(of_telecom(|teller| laid_on(teller, &on(1, None))), ["Invoice, 1 chip", "Faktura, 1 spelmark"]);
    assert_eq!(of_telecom(|teller| laid_on(teller, &on(4, None)))[1], "Faktura, 4 spelmarker");
    assert_eq!(
        of_telecom(|teller| place(teller, &on(1, Some(2)), 20).unwrap_or_default()),
        ["place 2 of 20", "plats 2 av 20"]
    );
    assert_eq!(of_telecom(|teller| place(teller, &on(1, None), 20).unwrap_or_default()), ["", ""]);
}
