use super::{assert_sound, both, of_telecom, tellers};
use kedja::analysis::studies::{Binding, Goal};
use kedja::charts::chain::{LinkShape, Word};
use kedja::charts::crowd::CrowdCounts;
use kedja::words::{chain, crowd};

#[test]
fn a_link_is_spoken_with_its_strength_and_what_else_it_is() {
    let said = |weakest, binding| {
        of_telecom(|teller| chain::spoken(teller, &"invoice".into(), LinkShape::Touchpoint, 0.42, weakest, binding))
    };
    assert_eq!(
        said(false, false),
        ["Touchpoint Invoice, strength 42%, weak", "Kontaktpunkt Faktura, styrka 42 %, svag"]
    );
    assert_eq!(
        said(true, true),
        [
            "Touchpoint Invoice, strength 42%, weak, weakest link, bottleneck",
            "Kontaktpunkt Faktura, styrka 42 %, svag, svagaste länken, flaskhalsen"
        ]
    );
    for teller in tellers() {
        for link in teller.journey.links() {
            assert_sound(&chain::spoken(&teller, link, LinkShape::Handover, 1.0, false, true));
        }
    }
}

#[test]
fn what_stands_on_the_chain() {
    let drops = |word| both(|language| chain::drop_out(language, 1_240, word).join("/"));
    assert_eq!(drops(Word::Beside), ["1,240 drop out", "1 240 hoppar av"]);
    assert_eq!(drops(Word::Under), ["1,240/drop out", "1 240/hoppar av"]);
    assert_eq!(drops(Word::Elsewhere), ["1,240", "1 240"]);
    assert_eq!(of_telecom(|teller| chain::left_after(teller, 24)), ["after 24 months", "efter 24 månader"]);
}

#[test]
fn the_binding_link_or_two_that_are_too_close() {
    let said = |too_close| {
        let second = Some("support".into());
        let binding = Binding { link: "invoice".into(), second, lead: None, too_close };
        of_telecom(|teller| chain::binding(teller, &binding, Goal::Churn))
    };
    assert!(said(false)[0].starts_with("◆ Invoice is the bottleneck:") && said(false)[0].ends_with("Goal: churn."));
    assert!(said(true)[1].starts_with("För jämnt för att säga vilken länk som är flaskhalsen: Faktura eller "));
}

#[test]
fn the_crowd_is_counted() {
    assert_eq!(of_telecom(|teller| crowd::moment(teller, 4.0, 24.0)), ["month 4 of 24", "månad 4 av 24"]);
    let counts = CrowdCounts { come: 10_000, on_the_way: 1, dropped: 0, customers: 800, left: 20, rungs: Vec::new() };
    assert_eq!(
        both(|language| crowd::sentence(language, &counts)),
        [
            "have come 10,000, on their way 1, have dropped out 0, are customers 800, have left 20",
            "har kommit 10 000, på väg 1, har hoppat av 0, är kunder 800, har slutat 20"
        ]
    );
}

#[test]
fn one_who_drops_out_is_one() {
    let said = |people, word| both(|language| chain::drop_out(language, people, word).join("/"));
    assert_eq!(said(1, Word::Beside), ["1 drops out", "1 hoppar av"]);
    assert_eq!(said(1, Word::Under), ["1/drops out", "1/hoppar av"]);
    assert!(
        both(|language| chain::in_handovers(language, 1))[0]
            .ends_with("1 more drops out in the handovers between them.")
    );
    assert!(both(|language| chain::in_handovers(language, 680))[1].contains("680 till hoppar av"));
}
