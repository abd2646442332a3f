use super::{about, assert_sound, both, of_telecom, studied, telecom};
use kedja::analysis::studies::{Budget, Goal, KeptByAll, Switch, WayOfSpending};
use kedja::app::{Harm, race_levels};
use kedja::words::money::money;
use kedja::words::race::{behind, finding, gets, harm, kept, spoken, sure, taken, way_name};

fn switched(after: Option<u32>) -> Budget {
    let switch = Switch { after, weakest: Some("support".into()), best: Some("invoice".into()), more: None };
    let mut budget = Budget { switch, ..telecom().budget.clone() };
    for way in &mut budget.ways {
        way.behind = (way.way == WayOfSpending::WeakestFirst).then(|| about(0.004_2, 0.000_5));
    }
    budget
}

#[test]
fn the_finding_sets_the_best_way_beside_today_and_spread_evenly() {
    let budget = Budget { units: 10, ..switched(None) };
    let levels = [(WayOfSpending::Evenly, vec![0.031, 0.03]), (WayOfSpending::BestEffect, vec![0.031, 0.019])];
    assert_eq!(
        of_telecom(|teller| finding(teller, &budget, &levels)),
        [
            "With 10 units where effort does most, churn per month goes from 3.10% to 1.90%; spread evenly, to 3.00%",
            "Med 10 enheter där insatsen gör mest nytta går kundbortfallet per månad från 3,10 % till 1,90 %; jämnt fördelat till 3,00 %"
        ]
    );
    let one = Budget { units: 1, ..switched(None) };
    assert!(of_telecom(|teller| finding(teller, &one, &levels))[0].starts_with("With 1 unit where effort does most, "));
    assert!(of_telecom(|teller| finding(teller, &budget, &[]))[1].starts_with("Här finns inget att mäta"));
}

#[test]
fn where_the_advice_changes() {
    let said = |after| of_telecom(|teller| sure(teller, &switched(after)));
    assert!(said(None)[0].starts_with(
        "With “best effect” the result is 0.42 percentage points (±0.05) better than with “weakest first”, "
    ));
    assert!(said(None)[0].ends_with("“Weakest first” stays right until all units are spent."));
    assert!(said(Some(0))[1].contains("den första enheten gör mer nytta på Faktura än på "));
    assert!(
        said(Some(1))[0]
            .contains("“Weakest first” is right for 1 unit. After that, the next unit does more at Invoice than at ")
    );
    assert!(said(Some(4))[1].contains("rätt för 4 enheter."));
}

#[test]
fn who_is_saved_stands_beside_what_only_comes_of_who_buys() {
    let said = |mix: f64| {
        let mut budget = switched(None);
        for way in &mut budget.ways {
            let n = if way.way == WayOfSpending::BestEffect { 0.161_2 } else { 0.041 };
            way.kept = Some(KeptByAll { more: Some(about(n, 0.004)), mix: Some(mix) });
            way.curve.push(Some(about(-0.012, 0.000_5)));
        }
        of_telecom(|teller| kept(teller, &budget).unwrap_or_default())
    };
    let [english, swedish] = said(-0.001_6);
    assert_eq!(
        english,
        "Of 10,000 customers who would buy anyway, “best effect” saves 1,612 (±40) who would otherwise leave within 24 months; “evenly” saves 410 (±40). It also changes who buys. That alone moves churn per month (−0.16 percentage points), and saves nobody."
    );
    assert!(
        swedish.ends_with("Bara det flyttar kundbortfallet per månad (−0,16 procentenheter), och det räddar ingen."),
        "{swedish}"
    );
    for hardly_any in [0.0, -0.000_5] {
        assert!(said(hardly_any)[0].ends_with("“evenly” saves 410 (±40)."), "{hardly_any} of 0.012 is not told");
    }
    let conversion = Budget { ways: Vec::new(), ..switched(None) };
    assert_eq!(of_telecom(|teller| kept(teller, &conversion).unwrap_or_default())[0], "");
}

#[test]
fn a_way_is_behind_ahead_or_too_close_to_call() {
    let said = |value| of_telecom(|teller| behind(teller, Goal::Churn, &about(value, 0.000_5)));
    assert_eq!(said(0.004_2), ["0.42 percentage points (±0.05)", "0,42 procentenheter (±0,05)"]);
    assert_eq!(said(-0.004_2)[0], "−0.42 percentage points (±0.05)");
    assert_eq!(said(0.0), ["no clear difference", "ingen säker skillnad"]);
}

#[test]
fn what_is_taken_from_others_is_told_with_what_it_costs() {
    let said = |value: f64| {
        let mut budget = telecom().budget.clone();
        for way in &mut budget.ways {
            way.behind = (way.way == WayOfSpending::Moved).then(|| about(value, 0.000_1));
        }
        of_telecom(|teller| taken(teller, &budget).unwrap_or_default())
    };
    assert!(said(0.000_6)[0].contains("the result is 0.06 percentage points (±0.01) worse"), "{:?}", said(0.000_6));
    assert!(said(0.0)[1].contains("var och en av de andra förlorar för lite för att synas"));
}

#[test]
fn where_moving_effort_does_harm_is_told_in_what_is_counted() {
    let found = Harm { link: "use".into(), costs: about(0.012, 0.001), in_vain: 30, of: 34 };
    let said = |goal| of_telecom(|teller| harm(teller, goal, 1.0, &found));
    let [english, swedish] = said(Goal::Churn);
    assert!(
        english
            .contains(" costs most: 120 of 10,000 customers leave who stay today (±10). On 30 of the 34 other links"),
        "{english}"
    );
    assert!(swedish.contains(" kostar mest: 120 av 10 000 kunder slutar som i dag stannar (±10). "), "{swedish}");
    for goal in Goal::ALL {
        said(goal).iter().for_each(|words| assert_sound(words));
    }
}

#[test]
fn every_race_is_told_soundly() {
    let ways = [
        WayOfSpending::Evenly,
        WayOfSpending::BySilo,
        WayOfSpending::ByComplaints,
        WayOfSpending::WeakestFirst,
        WayOfSpending::BestEffect,
        WayOfSpending::Moved,
    ];
    for way in ways {
        both(|language| way_name(language, way).to_owned()).into_iter().for_each(|words| assert_sound(&words));
    }
    for studied in studied() {
        let budget = &studied.budget;
        let levels = race_levels(budget, None);
        for teller in studied.tellers() {
            assert_sound(&finding(&teller, budget, &levels));
            assert_sound(&sure(&teller, budget));
            budget.ways.iter().for_each(|way| assert_sound(&gets(&teller, way)));
            if !levels.is_empty() {
                assert_sound(&spoken(&teller, budget, &levels));
            }
            money(&teller, budget, Some(10_000.0)).iter().for_each(|words| assert_sound(words));
        }
    }
}
