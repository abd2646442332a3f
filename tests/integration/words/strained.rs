use super::{assert_sound, both, of_telecom, tellers};
use kedja::app::Held;
use kedja::model::{LinkId, under_strain};
use kedja::words::strained::{cells, finding, here, holds_best};

fn under(links: &[(&str, f64)], strain: f64) -> Vec<(LinkId, Held)> {
    links
        .iter()
        .map(|(id, calm)| ((*id).into(), Held { calm: *calm, strained: under_strain(*calm, strain, 1.0) }))
        .collect()
}

#[test]
fn the_finding_names_those_that_give_way() {
    let links = [("invoice", 0.42), ("support", 0.58), ("use", 0.95)];
    let said = |strain| of_telecom(|teller| finding(teller, &under(&links, strain)));
    assert_eq!(said(0.5), ["No link gives way under this strain", "Ingen länk ger vika under den här påfrestningen"]);
    assert_eq!(said(1.0)[0], "1 of 3 links gives way under this strain: Invoice");
    assert_eq!(said(2.0)[1], "2 av 3 länkar ger vika under den här påfrestningen: Faktura och Kundservice");
    let best = |strain| of_telecom(|teller| holds_best(teller, &under(&links, strain)).unwrap_or_default());
    assert!(best(1.0)[0].ends_with(" loses least: 95% on a calm day, 90% now."), "{:?}", best(1.0));
    assert_eq!(best(0.0)[0], "");
}

#[test]
fn the_cells_of_a_link_stand_for_themselves() {
    let held = Held { calm: 0.42, strained: 0.18 };
    assert_eq!(both(|language| cells(language, held).join(" ")), ["42% 18% gives way", "42 % 18 % ger vika"]);
    assert_eq!(
        both(|language| here(language, held).unwrap_or_default())[0],
        "Under this strain it holds 18% of the time."
    );
    assert_eq!(both(|language| here(language, Held { strained: 0.42, ..held }).unwrap_or_default())[0], "");
}

#[test]
fn every_ready_journey_is_told_soundly_under_every_strain() {
    for teller in tellers() {
        for strain in [0.0, 0.3, 1.0, 2.0, 3.0] {
            let held = |link: &LinkId| Some((link.clone(), Held::of(&teller.journey, link, strain)?));
            let all: Vec<_> = teller.journey.links().filter_map(held).collect();
            assert_sound(&finding(&teller, &all));
            holds_best(&teller, &all).iter().for_each(|words| assert_sound(words));
        }
    }
}
