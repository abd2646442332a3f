//! The advice changes when what was found out does; bets are held against the ranking; claims are told where they hold.

use crate::analysis::studies::{asked, ready, terms};
use crate::builder::touchpoint_mut;
use kedja::analysis::Estimate;
use kedja::analysis::studies::{
    Binding, Budget, Goal, LinkKind, Measure, Parting, RankedLink, Ranking, Sure, SureLink, Switch, Way, WayOfSpending,
    chain, ranking,
};
use kedja::app::{
    Advice, Counted, Interaction, Strategy, StudyFindings, advice, as_counted, bets, counted, is_first_look, multiplies,
};
use kedja::model::{Field, LinkId, Strength};
use std::collections::BTreeMap;
use std::sync::Arc;

fn around(value: f64, half: f64) -> Estimate {
    Estimate { value, low: value - half, high: value + half }
}

/// A ranking by gain in churn: name, strength, gain; ±0.01 each.
fn ranked(links: &[(&str, f64, f64)], too_close: bool) -> Ranking {
    let link = |(id, strength, gain): &(&str, f64, f64)| RankedLink {
        id: (*id).into(),
        kind: LinkKind::Touchpoint,
        strength: *strength,
        effect: Some(around(-gain, 0.01)),
        ceiling: Some(around(-2.0 * gain, 0.01)),
        by_persona: BTreeMap::new(),
        loses: Vec::new(),
        kept: None,
        revenue: None,
        parts: Parting::default(),
    };
    let mut by_strength: Vec<_> = links.to_vec();
    by_strength.sort_by(|a, b| a.1.total_cmp(&b.1));
    Ranking {
        model: 1,
        journey: "made".to_owned(),
        outcome: Goal::Churn,
        less_is_better: true,
        effort: 1.0,
        seed: 1,
        customers: 100_000,
        today: Some(around(0.3, 0.01)),
        links: links.iter().map(link).collect(),
        weakest: by_strength.iter().map(|(id, ..)| LinkId::from(*id)).collect(),
        binding: Some(Binding {
            link: links[0].0.into(),
            second: Some(links[1].0.into()),
            lead: Some(around(links[0].2 - links[1].2, 0.02)),
            too_close,
        }),
    }
}

fn budget(after: Option<u32>, then: &str) -> Budget {
    let way = |way, curve: &[f64]| Way {
        way,
        curve: curve.iter().map(|gain| Some(around(-gain, 0.01))).collect(),
        order: Vec::new(),
        spent: Vec::new(),
        behind: None,
        kept: None,
    };
    Budget {
        model: 1,
        journey: "made".to_owned(),
        outcome: Goal::Churn,
        less_is_better: true,
        effort: 1.0,
        units: 4,
        seed: 1,
        judged_by_seed: 2,
        customers: 100_000,
        today: None,
        ways: vec![
            way(WayOfSpending::Evenly, &[0.0, 0.02, 0.04, 0.06, 0.08]),
            way(WayOfSpending::BestEffect, &[0.0, 0.05, 0.095, 0.12, 0.14]),
        ],
        switch: Switch { after, weakest: None, best: Some(then.into()), more: None },
        money: None,
    }
}

fn sure(best_in: [u32; 2], too_close: bool) -> Sure {
    let link = |(id, best_in): (&str, u32)| SureLink { id: id.into(), best_in, clearly_in: best_in, effect: None };
    Sure {
        model: 1,
        journey: "made".to_owned(),
        outcome: Goal::Churn,
        less_is_better: true,
        effort: 1.0,
        seed: 1,
        customers: 4_000,
        worlds: 50,
        uncertain: 2,
        noisy: 0,
        links: ["invoice", "support"].into_iter().zip(best_in).map(link).collect(),
        too_close,
        guesses: 0,
        measure: vec![Measure {
            id: "support".into(),
            persona: None,
            figure: Field::Strength,
            low: 0.2,
            likely: 0.5,
            high: 0.8,
            swing: None,
        }],
    }
}

fn two() -> Ranking {
    ranked(&[("invoice", 0.42, 0.06), ("support", 0.35, 0.03)], false)
}

fn findings(ranking: Ranking) -> StudyFindings {
    StudyFindings { ranking: Some(Arc::new(ranking)), ..StudyFindings::default() }
}

#[test]
fn without_a_ranking_there_is_no_advice() {
    assert_eq!(advice(&StudyFindings::default()), None);
}

#[test]
fn the_strategy_is_awaited_until_the_budget_is_there_and_then_follows_its_switch() {
    let strategy = |budget: Option<Budget>| {
        let found = StudyFindings { budget: budget.map(Arc::new), ..findings(two()) };
        match advice(&found) {
            Some((Advice::Mend { link, strategy }, _)) if link.as_str() == "invoice" => strategy,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(strategy(None), Strategy::Awaited);
    assert_eq!(strategy(Some(budget(Some(0), "invoice"))), Strategy::NotTheWeakest { weakest: "support".into() });
    let until = Strategy::WeakestUntil { units: 3, then: "invoice".into() };
    assert_eq!(strategy(Some(budget(Some(3), "invoice"))), until);
    assert_eq!(strategy(Some(budget(None, "invoice"))), Strategy::WeakestFirst { weakest: "support".into(), units: 4 });
}

#[test]
fn what_noise_may_explain_is_too_close_to_call_whatever_else_is_known() {
    let close = ranked(&[("invoice", 0.42, 0.06), ("support", 0.58, 0.059)], true);
    let found = StudyFindings {
        sure: Some(Arc::new(sure([45, 5], false))),
        budget: Some(Arc::new(budget(Some(0), "support"))),
        ..findings(close)
    };
    let expected = Advice::TooClose { first: "invoice".into(), second: "support".into() };
    assert_eq!(advice(&found).unwrap().0, expected);
}

#[test]
fn what_is_not_known_of_the_strengths_makes_the_advice_unsure_and_says_what_to_measure() {
    let unsure = |worlds| advice(&StudyFindings { sure: Some(Arc::new(worlds)), ..findings(two()) }).unwrap();
    assert!(matches!(unsure(sure([41, 9], false)), (Advice::Mend { .. }, rests) if rests.best_in == Some((41, 50))));
    let (open, _) = unsure(sure([26, 24], true));
    assert!(
        matches!(open, Advice::Unsure { best_in: (26, 24), worlds: 50, measure: Some(m), .. } if m.id.as_str() == "support")
    );
}

#[test]
fn once_every_link_is_strong_the_advice_is_another_strategy() {
    let strong = ranked(&[("invoice", 0.9, 0.06), ("support", 0.86, 0.03)], false);
    assert_eq!(advice(&findings(strong)).unwrap().0, Advice::AllStrong { best: "invoice".into() });
    let one_holds = ranked(&[("invoice", 0.9, 0.06), ("support", 0.84, 0.03)], false);
    assert!(matches!(advice(&findings(one_holds)).unwrap().0, Advice::Mend { .. }));
}

#[test]
fn where_no_effort_can_be_told_from_noise_or_nothing_counted_no_link_is_named() {
    let small = ranked(&[("invoice", 0.42, 0.009), ("support", 0.58, 0.001)], true);
    assert_eq!(advice(&findings(small)).unwrap().0, Advice::NowhereTells);
    let nothing = Ranking { binding: None, ..two() };
    assert_eq!(advice(&findings(nothing)).unwrap().0, Advice::NothingToCount);
}

#[test]
fn few_units_outspend_many_only_with_both_intervals_between() {
    let found = StudyFindings { budget: Some(Arc::new(budget(None, "invoice"))), ..findings(two()) };
    // 0.095 ± 0.01 still reaches into 0.08 ± 0.01; 0.12 ± 0.01 does not.
    assert_eq!(advice(&found).unwrap().1.outspends, Some((3, 4)));
}

#[test]
fn in_telecom_the_invoice_is_mended_first_and_the_first_look_says_that_it_is_one() {
    let look = |customers| asked(&terms(ready("telecom"), Goal::Churn, customers), ranking);
    let (firm, early) = (look(33_000), look(4_096));
    assert!(is_first_look(&early) && !is_first_look(&firm));
    let (said, rests) = advice(&findings(firm)).unwrap();
    assert!(matches!(said, Advice::Mend { link, .. } if link.as_str() == "invoice"));
    assert!(rests.times.unwrap() > 1.8 && !rests.is_first_look);
}

#[test]
fn gains_are_counted_in_people_in_money_or_in_points() {
    let gain = around(0.006, 0.001);
    assert_eq!(as_counted(Goal::Churn, gain, 349.0).value, 60.0);
    assert!((as_counted(Goal::RevenuePerArrival, gain, 349.0).value - 2.094).abs() < 1e-9);
    assert_eq!(as_counted(Goal::Recommendation, gain, 349.0), gain);
    let people = Goal::ALL.into_iter().filter(|goal| counted(*goal) == Counted::People).count();
    assert_eq!(people, 4);
}

#[test]
fn chips_are_held_against_the_link_that_binds_or_against_both_that_are_too_close() {
    let laid: Vec<LinkId> = ["support", "invoice", "welcome", "invoice", "invoice"].map(LinkId::from).to_vec();
    let links = [("invoice", 0.42, 0.06), ("support", 0.35, 0.03), ("welcome", 0.6, 0.01)];
    let held = bets(&laid, Some(&ranked(&links, false)));
    assert_eq!((held.all, held.on_binding), (5, Some(3)));
    let order: Vec<_> = held.laid.iter().map(|laid| (laid.link.as_str(), laid.chips, laid.place)).collect();
    assert_eq!(order, [("invoice", 3, Some(1)), ("support", 1, Some(2)), ("welcome", 1, Some(3))]);
    assert_eq!(bets(&laid, Some(&ranked(&links, true))).on_binding, Some(4));
    let before = bets(&laid, None);
    assert_eq!((before.on_binding, before.laid[0].place), (None, None));
    assert_eq!(bets(&[], None).all, 0);
}

/// Claim 3 is not said of everybody where it does not hold for everybody.
#[test]
fn in_telecom_a_mended_invoice_multiplies_support_for_amir_and_not_for_all_while_it_mostly_fails() {
    let mut telecom = ready("telecom");
    touchpoint_mut(&mut telecom, "invoice").strength = Strength::of(0.1);
    let chain = asked(&terms(telecom, Goal::Retention12, 98_304), |terms, rounds| chain(terms, 2.0, rounds));
    let found = multiplies(&chain).unwrap();
    assert_eq!((found.first.as_str(), found.then.as_str()), ("invoice", "support"));
    assert!(!matches!(found.everybody, Interaction::More { .. }), "{found:?}");
    let who: Vec<_> = found.holds_for.iter().map(|(persona, _)| persona.as_str()).collect();
    assert_eq!(who, ["amir"]);
}
