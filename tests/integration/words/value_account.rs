use super::{BOTH, of_telecom, teller};
use kedja::analysis::LinkIndex;
use kedja::app::{EntryOf, Judgement};
use kedja::model::PersonaId;
use kedja::words::value_account::{amount, change, entry, judgement, others, unit};

#[test]
fn an_event_adds_or_takes_and_what_is_nothing_is_not_said() {
    let said = |by: f64| of_telecom(|teller| change(teller, by).unwrap_or_default());
    assert_eq!(said(0.4), ["adds 0.40", "ger 0,40"]);
    assert_eq!(said(-0.45), ["takes 0.45", "tar 0,45"]);
    assert_eq!(said(0.001), ["", ""]);
    assert_eq!(of_telecom(|teller| amount(teller, -0.45)), ["−0.45", "−0,45"]);
}

#[test]
fn an_entry_is_called_after_what_it_comes_from() {
    let invoice = {
        let journey = teller("telecom", BOTH[0]).journey;
        LinkIndex(journey.links().position(|id| id.as_str() == "invoice").expect("there is an invoice"))
    };
    assert_eq!(of_telecom(|t| entry(t, EntryOf::Link(invoice))), ["Invoice", "Faktura"]);
    assert_eq!(of_telecom(|t| entry(t, EntryOf::PutRight(invoice))), ["Invoice, put right", "Faktura, rättat"]);
    assert_eq!(of_telecom(|t| entry(t, EntryOf::Doubt)), ["Doubt after buying", "Tvivel efter köpet"]);
    assert_eq!(of_telecom(|t| others(t, 1))[0], "1 more, small");
    assert_eq!(of_telecom(|t| others(t, 4))[1], "4 till, alla små");
}

#[test]
fn a_value_check_is_told_with_the_step_and_how_many_there_are() {
    let judged = |is_worth_it| of_telecom(|t| judgement(t, Judgement { is_worth_it, rung: 2, rungs: 3 }));
    assert_eq!(judged(false)[0], "Not worth the price: up to step 2 of 3 on the phase-out ladder.");
    assert_eq!(judged(true)[1], "Värt priset: på steg 2 av 3 på utfasningstrappan.");
    let amir = PersonaId("nobody".to_owned());
    assert_eq!(unit(&teller("telecom", BOTH[0]), &amir), None);
}
