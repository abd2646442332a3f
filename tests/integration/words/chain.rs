use super::{assert_sound, both, of_telecom, tellers};
use kedja::analysis::studies::{Binding, Goal};
use kedja::app::Held;
use kedja::charts::chain::{LinkShape, Word};
use kedja::charts::crowd::CrowdCounts;
use kedja::words::chain::SpokenLink;
use kedja::words::{chain, crowd};

fn held(calm: f64, strained: f64) -> Held {
    Held { calm, strained }
}

#[test]
fn a_link_is_spoken_with_its_strength_and_what_else_it_is() {
    let said = |held, is_weakest, is_binding| {
        let what = SpokenLink { held, is_weakest, is_binding };
        of_telecom(|teller| chain::spoken(teller, &"support".into(), LinkShape::Touchpoint, what))
    };
    assert_eq!(
        said(held(0.42, 0.42), false, false),
        [
            "Touchpoint Support, strength 42%, weak, moment of truth",
            "Kontaktpunkt Kundservice, styrka 42 %, svag, sanningens ögonblick"
        ]
    );
    assert_eq!(
        said(held(0.42, 0.2), true, true),
        [
            "Touchpoint Support, strength 42%, weak, 20% under this strain, gives way, moment of truth, weakest link, bottleneck",
            "Kontaktpunkt Kundservice, styrka 42 %, svag, 20 % under den här påfrestningen, ger vika, sanningens ögonblick, svagaste länken, flaskhalsen"
        ]
    );
    let micro = |teller: &_| chain::spoken(teller, &"price-faq".into(), LinkShape::Touchpoint, SpokenLink::default());
    assert!(of_telecom(micro)[0].ends_with(", micro-decision"));
    for teller in tellers() {
        for link in teller.journey.links() {
            let what = SpokenLink { held: held(1.0, 0.3), is_weakest: false, is_binding: true };
            assert_sound(&chain::spoken(&teller, link, LinkShape::Handover, what));
        }
    }
}

#[test]
fn under_strain_a_strength_stands_after_that_of_a_calm_day() {
    let said = |held, both_of| both(|language| chain::strength_of(language, held, both_of));
    assert_eq!(said(held(0.42, 0.42), true), ["42%", "42 %"]);
    assert_eq!(said(held(0.42, 0.18), true), ["42→18%", "42→18 %"]);
    assert_eq!(said(held(0.42, 0.18), false), ["18%", "18 %"]);
    assert_eq!(said(held(0.99, 0.988), true), ["99%", "99 %"], "what cannot be seen is no change");
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
    assert!(
        said(false)[0].starts_with("◆ Invoice is the bottleneck:")
            && said(false)[0].ends_with("Goal: churn per month.")
    );
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
