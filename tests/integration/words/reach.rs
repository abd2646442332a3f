use super::{about, assert_sound, of_telecom, tellers};
use kedja::analysis::studies::{Goal, OwnersShare, ReachVerdict, Spent, TargetPlan};
use kedja::words::reach::{as_typed, finding, in_own_unit, kind, link, owner, stands, sure};

fn reach(outcome: Goal, verdict: ReachVerdict, efforts: &[f64]) -> TargetPlan {
    let links = ["invoice", "support"];
    let spent: Vec<Spent> =
        links.iter().zip(efforts).map(|(link, effort)| Spent { link: (*link).into(), effort: *effort }).collect();
    TargetPlan {
        model: 1,
        journey: "telecom".to_owned(),
        outcome,
        less_is_better: outcome.less_is_better(),
        target: 0.02,
        verdict,
        unit: 1.0,
        seed: 1,
        checked_by_seed: 2,
        customers: 65_536,
        today: Some(about(0.03, 0.001)),
        best: Some(about(0.005, 0.001)),
        level: (!spent.is_empty()).then(|| about(0.019, 0.000_5)),
        effect: None,
        effort: efforts.iter().sum(),
        spent,
        owners: vec![OwnersShare { owner: None, effort: 1.0 }],
    }
}

#[test]
fn what_it_takes_is_said_in_units_and_by_link() {
    let said =
        |efforts: &[f64]| of_telecom(|teller| finding(teller, &reach(Goal::Churn, ReachVerdict::Reached, efforts)));
    assert_eq!(
        said(&[1.0]),
        [
            "To take churn per month to 2.00%, 1 unit of effort on Invoice will do",
            "För att ta kundbortfallet per månad till 2,00 % räcker 1 insatsenhet på Faktura"
        ]
    );
    assert_eq!(
        said(&[1.5, 0.75]),
        [
            "To take churn per month to 2.00%, 2.25 units of effort on 2 links will do, most on Invoice",
            "För att ta kundbortfallet per månad till 2,00 % räcker 2,25 insatsenheter på 2 länkar, mest på Faktura"
        ]
    );
    let none = of_telecom(|teller| finding(teller, &reach(Goal::Churn, ReachVerdict::OutOfReach, &[])));
    assert!(none[0].starts_with("No effort on these links takes churn per month to 2.00%"), "{none:?}");
}

#[test]
fn every_answer_is_said_soundly() {
    use ReachVerdict::*;
    for teller in tellers() {
        for goal in Goal::ALL {
            for verdict in [Already, Reached, TooClose, NotFound, OutOfReach, Nothing] {
                let has_plan = matches!(verdict, Reached | TooClose);
                for efforts in
                    [&[][..], &[0.25], &[2.0, 1.0]].into_iter().filter(|efforts| !has_plan || !efforts.is_empty())
                {
                    let found = reach(goal, verdict, efforts);
                    assert_sound(&finding(&teller, &found));
                    assert_sound(&sure(&teller, &found));
                    stands(&teller, &found).iter().for_each(|words| assert_sound(words));
                    found.owners.iter().for_each(|share| assert_sound(&owner(&teller, share).0));
                    found.spent.iter().for_each(|spent| assert_sound(&link(&teller, spent).1));
                }
            }
        }
    }
}

#[test]
fn a_target_is_typed_as_it_is_read() {
    for teller in tellers() {
        for (goal, own) in [(Goal::Churn, 0.021), (Goal::RevenuePerArrival, 3.5), (Goal::Recommendation, -12.0)] {
            let kind = kind(&teller, goal);
            let typed = kind.read(&kind.write(as_typed(&teller, goal, own))).unwrap();
            assert!((in_own_unit(&teller, goal, typed) - own).abs() < 1e-3, "{goal:?} {typed}");
        }
    }
}
