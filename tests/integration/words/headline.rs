use super::{assert_sound, lived, of_telecom};
use kedja::app::{Cause, Effect, Sentence, Share, sentence};
use kedja::model::{Field, Text};
use kedja::words::headline::{headline, spoken, under};

fn share(count: u64) -> Share {
    Share { count, noise: 31, of: 10_000 }
}

fn what_if(cause: Cause, effect: Effect) -> [String; 2] {
    of_telecom(|teller| headline(teller, &Sentence::WhatIf { cause: cause.clone(), effect, besides: Vec::new() }))
}

fn beside(effect: Effect) -> [String; 2] {
    let sentence = Sentence::WhatIf { cause: Cause::Strain, effect: Effect::TooClose, besides: vec![effect] };
    of_telecom(|teller| under(teller, &sentence, None))
}

#[test]
fn as_things_are_it_says_who_buys_and_who_is_left() {
    let said =
        |buy, remain| of_telecom(|teller| headline(teller, &Sentence::Today { buy: share(buy), remain, periods: 24 }));
    assert_eq!(
        said(1_261, 819),
        [
            "Of 10,000 visitors, 1,261 buy. After 24 months [819 are still customers].",
            "Av 10 000 besökare köper 1 261. Efter 24 månader är [819 fortfarande kunder]."
        ]
    );
    assert_eq!(
        said(1, 1),
        [
            "Of 10,000 visitors, 1 buys. After 24 months [1 is still a customer].",
            "Av 10 000 besökare köper 1. Efter 24 månader är [1 fortfarande kund]."
        ]
    );
    assert_eq!(
        said(2, 0),
        [
            "Of 10,000 visitors, 2 buy. After 24 months [none of them is still a customer].",
            "Av 10 000 besökare köper 2. Efter 24 månader är [ingen av dem kvar som kund]."
        ]
    );
    assert_eq!(
        of_telecom(|teller| headline(teller, &Sentence::NobodyBuys)),
        ["Nobody buys here yet.", "Här köper ingen ännu."]
    );
}

#[test]
fn a_change_says_how_many_and_which_way() {
    assert_eq!(
        what_if(Cause::Stronger("invoice".into()), Effect::Stay(share(1_240))),
        [
            "With *Invoice* stronger, [1,240 of every 10,000 customers are saved]: as things are today, they leave.",
            "När *Faktura* blir starkare [räddas 1 240 av 10 000 kunder]: som det är i dag slutar de."
        ]
    );
    assert_eq!(
        what_if(Cause::Weaker("invoice".into()), Effect::Leave(share(1))),
        [
            "With *Invoice* weaker, [1 of every 10,000 customers is lost]: today that customer stays.",
            "När *Faktura* blir svagare [förloras 1 av 10 000 kunder]: i dag stannar den kunden."
        ]
    );
    assert_eq!(
        what_if(Cause::PriceDown, Effect::Buy(share(96))),
        [
            "At the lower price, [96 of every 10,000 visitors are won]: today they drop out.",
            "Med det lägre priset [vinns 96 av 10 000 besökare]: i dag hoppar de av."
        ]
    );
    assert_eq!(
        what_if(Cause::Strain, Effect::DropOut(share(412))),
        [
            "Under strain, [412 of every 10,000 visitors are lost]: today they buy.",
            "Under påfrestning [förloras 412 av 10 000 besökare]: i dag köper de."
        ]
    );
    assert_eq!(
        what_if(Cause::Several(3), Effect::TooClose),
        ["With 3 changes, there is [no clear difference].", "Med 3 ändringar syns [ingen säker skillnad]."]
    );
    assert_eq!(
        what_if(Cause::PriceUp, Effect::Same),
        ["At the higher price, [nothing changes for anyone].", "Med det högre priset [ändras inget för någon]."]
    );
}

#[test]
fn one_person_is_one_in_every_form() {
    for effect in [Effect::Stay(share(1)), Effect::Leave(share(1)), Effect::Buy(share(1)), Effect::DropOut(share(1))] {
        let [en, sv] = what_if(Cause::Strain, effect);
        assert!([" is saved]", " is lost]", " is won]"].iter().any(|one| en.contains(one)), "{en}");
        assert_sound(&sv);
    }
}

#[test]
fn every_cause_begins_a_sentence() {
    let lever = |lever, more| Cause::Lever { link: "invoice".into(), lever, more };
    let causes = [
        (lever(Field::Pain, false), "With less pain at *Invoice*", "Med mindre minus vid *Faktura*"),
        (lever(Field::Frequency, true), "With *Invoice* coming more often", "När *Faktura* kommer oftare"),
        (Cause::Arrivals, "With a different number of visitors", "Med ett annat antal besökare"),
        (Cause::Echo, "With word of mouth changed", "När mun till mun ändras"),
        // A name cannot bring marks of its own.
        (Cause::Proposal(Text::same("Call *back* [now]")), "With *Call back now*", "Med *Call back now*"),
    ];
    for (cause, en, sv) in causes {
        let said = what_if(cause, Effect::Same);
        assert_eq!(said, [format!("{en}, [nothing changes for anyone]."), format!("{sv} [ändras inget för någon].")]);
    }
    for lived in lived() {
        for teller in lived.tellers() {
            for link in teller.journey.links() {
                for (its, more) in Field::LEVERS.into_iter().flat_map(|its| [(its, true), (its, false)]) {
                    let cause = Cause::Lever { link: link.clone(), lever: its, more };
                    assert_sound(&kedja::words::headline::cause_of(&teller, &cause));
                }
            }
        }
    }
}

#[test]
fn a_handover_without_a_name_goes_by_its_ends() {
    let session = kedja::app::Session::first();
    let handover = session.work.journey.handovers.iter().find(|h| h.name.is_empty()).expect("one has no name");
    let [en, sv] = what_if(Cause::Stronger(handover.id.clone()), Effect::Same);
    assert!(en.starts_with("With a stronger handover from *") && en.contains("* to *"), "{en}");
    assert!(sv.starts_with("När övergången från *") && sv.contains("* till *"), "{sv}");
}

#[test]
fn besides_says_what_else_happens() {
    assert_eq!(beside(Effect::Leave(share(0))), ["No customer is lost.", "Ingen kund förloras."]);
    assert_eq!(
        beside(Effect::Leave(share(12))),
        ["12 of 10,000 customers are lost: today they stay.", "12 av 10 000 kunder förloras: i dag stannar de."]
    );
    let [en, sv] = beside(Effect::Buy(share(1)));
    assert_eq!(en, "1 of 10,000 visitors is won: today that visitor drops out.");
    assert_eq!(sv, "1 av 10 000 besökare vinns: i dag hoppar den besökaren av.");
    for kind in [Effect::Stay, Effect::Leave, Effect::Buy, Effect::DropOut] {
        for count in [0, 1, 2_000] {
            beside(kind(share(count))).into_iter().for_each(|words| assert_sound(&words));
        }
    }
}

#[test]
fn the_noise_is_told_where_there_is_some() {
    let of = |noise| {
        let effect = Effect::Buy(Share { noise, ..share(96) });
        of_telecom(|teller| under(teller, &Sentence::WhatIf { cause: Cause::Strain, effect, besides: vec![] }, None))
    };
    assert_eq!(of(31), ["Simulation noise: ±31 visitors.", "Simuleringsbrus: ±31 besökare."]);
    assert_eq!(of(0), ["", ""]);
}

#[test]
fn the_noise_counts_the_people_of_the_headline_and_comes_first() {
    let besides = vec![Effect::Leave(share(12))];
    let sentence = Sentence::WhatIf { cause: Cause::Strain, effect: Effect::Stay(share(874)), besides };
    assert_eq!(
        of_telecom(|teller| under(teller, &sentence, None)),
        [
            "Simulation noise: ±31 customers. 12 of 10,000 customers are lost: today they stay.",
            "Simuleringsbrus: ±31 kunder. 12 av 10 000 kunder förloras: i dag stannar de."
        ]
    );
}

#[test]
fn a_name_stands_as_a_title_whatever_its_form() {
    for link in ["app", "web-plan", "use"] {
        let [en, sv] = of_telecom(|teller| {
            let name = teller.link_name(&link.into());
            let said = kedja::words::headline::cause_of(teller, &Cause::Stronger(link.into()));
            assert!(said.contains(&format!("*{name}*")), "{said}");
            said
        });
        assert!(en.starts_with("With *") && en.ends_with("* stronger"), "{en}");
        assert!(sv.starts_with("När *") && sv.ends_with("* blir starkare"), "{sv}");
    }
}

#[test]
fn every_state_of_every_ready_journey_is_told_soundly() {
    for lived in lived() {
        let told = sentence(&lived.session.work, &lived.report).expect("somebody came");
        for teller in lived.tellers() {
            assert_sound(&headline(&teller, &told));
            assert_sound(&under(&teller, &told, Some(&lived.report)));
            let aloud = spoken(&teller, &told, Some(&lived.report));
            assert_sound(&aloud);
            assert!(!aloud.contains(['*', '[', ']']), "{aloud}");
            assert!(aloud.ends_with('.'), "{aloud}");
        }
    }
}
