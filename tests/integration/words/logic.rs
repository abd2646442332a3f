use super::{about, assert_sound, of_telecom, studied, telecom};
use kedja::analysis::studies::{AloneAndAfter, Chain, Feel, Pair};
use kedja::words::logic::{difference, feel, holds, levels, logic_name, simulated, title, under};

/// Invoice and then support: what support gives alone and after, for everybody.
fn chain(alone: f64, after: f64) -> Chain {
    let gives = AloneAndAfter {
        alone: Some(about(alone, 0.000_1)),
        after: Some(about(after, 0.000_1)),
        more: Some(about(after - alone, 0.000_1)),
    };
    let real = &telecom().chain;
    let pair =
        |_: &Pair| Pair { first: "invoice".into(), then: "support".into(), gives, by_persona: Default::default() };
    let feels =
        real.feels.iter().map(|feel| Feel { pairs: feel.pairs.iter().take(1).map(pair).collect(), ..feel.clone() });
    Chain { top: vec!["invoice".into(), "support".into()], feels: feels.collect(), ..real.clone() }
}

#[test]
fn one_link_multiplies_another_or_leaves_less_for_it() {
    let said = |alone, after| of_telecom(|teller| title(teller, &chain(alone, after), None));
    assert!(said(0.002, 0.005)[0].starts_with("Once Invoice has been strengthened, "), "{}", said(0.002, 0.005)[0]);
    assert!(
        said(0.002, 0.005)[1].ends_with(" ger samma insats på Kundservice 2,5 gånger så mycket"),
        "{}",
        said(0.002, 0.005)[1]
    );
    assert!(said(0.005, 0.002)[0].ends_with(" gives less"));
    assert!(said(0.002, 0.002)[1].ends_with(" ger mer när Faktura stärks först"));
    let alone = Chain { top: vec!["invoice".into()], ..chain(0.002, 0.005) };
    assert!(!of_telecom(|teller| title(teller, &alone, None))[0].is_empty());
}

#[test]
fn the_difference_is_told_with_its_sign_and_noise() {
    let said = of_telecom(|teller| difference(teller, &chain(0.002, 0.005), None).unwrap_or_default());
    assert_eq!(
        said,
        [
            "For the same people, strengthening Invoice first changes what the effort on Support gives by +30 ±1.",
            "För samma personer ändras det som insatsen på Kundservice ger med +30 ±1 om Faktura stärks först."
        ]
    );
}

#[test]
fn every_chain_is_told_soundly() {
    for studied in studied() {
        let chain = &studied.chain;
        for teller in studied.tellers() {
            assert_sound(&title(&teller, chain, None));
            studied.journey.personas.iter().for_each(|p| assert_sound(&title(&teller, chain, Some(&p.id))));
            let rest = [difference(&teller, chain, None), holds(&teller, chain), under(&teller, chain)];
            rest.into_iter().chain([simulated(&teller, chain)]).flatten().for_each(|words| assert_sound(&words));
            chain.feels.iter().for_each(|its| assert_sound(feel(&teller, its)));
            for logic in &chain.logics {
                assert_sound(logic_name(&teller, logic.logic));
                let (now, after) = levels(&teller, logic);
                [now, after].into_iter().for_each(|words| assert_sound(&words));
            }
        }
    }
}
