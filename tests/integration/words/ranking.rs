use super::{about, assert_sound, of_telecom, studied, telecom};
use kedja::analysis::studies::{Binding, KeptHere, Ranking};
use kedja::words::ranking::{for_persona, losses, mix, sure, title, under, weakest};

/// Invoice before support, by these gains.
fn ranked(first: f64, second: f64, too_close: bool) -> Ranking {
    let mut ranking = telecom().ranking.clone();
    ranking.links.truncate(2);
    for (link, (id, gain)) in ranking.links.iter_mut().zip([("invoice", first), ("support", second)]) {
        (link.id, link.effect, link.loses) = (id.into(), Some(about(-gain, 0.000_1)), Vec::new());
        link.kept = None;
    }
    ranking.weakest = vec!["support".into(), "invoice".into()];
    ranking.binding = Some(Binding { link: "invoice".into(), second: Some("support".into()), lead: None, too_close });
    ranking
}

#[test]
fn the_finding_says_how_far_the_first_is_ahead() {
    let said = |ranking: Ranking| of_telecom(|teller| title(teller, &ranking));
    assert_eq!(
        said(ranked(0.006, 0.003, false)),
        [
            "Invoice is the bottleneck: the same effort gives 2.0 times as much there as at the next best link",
            "Faktura är flaskhalsen: samma insats ger 2,0 gånger så mycket där som på den näst bästa länken"
        ]
    );
    assert!(said(ranked(0.006, 0.005_9, false))[0].starts_with("Invoice is the bottleneck, just ahead of "));
    assert!(
        said(ranked(0.006, 0.005_9, true))[1]
            .starts_with("För jämnt för att säga vilken länk som är flaskhalsen: Faktura eller ")
    );
    assert_eq!(
        said(ranked(0.006, 0.0, false))[0],
        "Invoice is the bottleneck: nowhere else does the same effort make a clear difference"
    );
    assert_eq!(said(ranked(0.0, 0.0, false))[0], "The same effort makes no clear difference on any link");
    assert!(said(Ranking { binding: None, ..ranked(0.0, 0.0, false) })[0].starts_with("There is nothing to measure:"));
}

#[test]
fn the_weakest_link_is_the_first_or_another_one() {
    let said = |weakest_of: &str| {
        let ranking = Ranking { weakest: vec![weakest_of.into()], ..ranked(0.006, 0.003, false) };
        of_telecom(|teller| weakest(teller, &ranking).unwrap_or_default())
    };
    assert_eq!(said("invoice")[0], "The weakest link is also the one where effort does most.");
    assert!(said("support")[1].ends_with(", kommer inte förrän på plats 2 av 2 när man räknar effekt."));
}

#[test]
fn who_only_changes_who_buys_is_said_to_save_nobody() {
    let mut ranking = ranked(0.006, 0.003, false);
    assert_eq!(of_telecom(|teller| mix(teller, &ranking).unwrap_or_default())[0], "");
    for link in &mut ranking.links {
        let nothing = Some(about(0.0, 0.000_1));
        let kept = KeptHere { more: nothing, ceiling: nothing, by_persona: Default::default(), mix: Some(-0.001_6) };
        link.kept = Some(kept);
    }
    assert_eq!(
        of_telecom(|teller| mix(teller, &ranking).unwrap_or_default()),
        [
            "Effort on Invoice and Support saves nobody. It changes who buys, and that is all that moves churn per month there (−0.16 percentage points at most).",
            "Insats på Faktura och Kundservice räddar ingen. Den ändrar vilka som köper, och det är allt som påverkar kundbortfallet per månad där (−0,16 procentenheter som mest)."
        ]
    );
}

#[test]
fn a_loss_for_somebody_is_a_warning() {
    let mut ranking = ranked(0.006, 0.003, false);
    let persona = telecom().journey.personas[0].id.clone();
    ranking.links[0].loses = vec![persona.clone()];
    ranking.links[1].loses = vec![persona.clone()];
    let said = of_telecom(|teller| {
        let all = losses(teller, &ranking);
        assert_eq!(all.len(), 1);
        all.concat()
    });
    assert!(said[0].contains(": Invoice and "), "{}", said[0]);
    assert!(said[1].contains(": Faktura och "), "{}", said[1]);
    assert_sound(&of_telecom(|teller| for_persona(teller, &persona, Some(&"invoice".into())))[0]);
}

#[test]
fn where_effort_does_nothing_no_link_is_named_as_the_one_that_gives_most() {
    let mut ranking = telecom().ranking.clone();
    let persona = telecom().journey.personas[0].id.clone();
    for link in &mut ranking.links {
        link.effect = Some(about(0.0, 0.001));
        if let Some(kept) = &mut link.kept {
            kept.more = Some(about(0.0, 0.001));
        }
    }
    assert_eq!(of_telecom(|teller| weakest(teller, &ranking).unwrap_or_default()), ["", ""]);
    assert_eq!(
        of_telecom(|teller| for_persona(teller, &persona, None)),
        [
            "For Sara, no link gives more than chance may explain",
            "För Sara ger ingen länk mer än vad slumpen kan förklara"
        ]
    );
}

#[test]
fn every_ranking_is_told_soundly() {
    for studied in studied() {
        for teller in studied.tellers() {
            let ranking = &studied.ranking;
            [title(&teller, ranking), sure(&teller, ranking), under(&teller, ranking)]
                .into_iter()
                .for_each(|w| assert_sound(&w));
            losses(&teller, ranking).iter().for_each(|words| assert_sound(words));
            weakest(&teller, ranking).iter().for_each(|words| assert_sound(words));
        }
    }
}
