use super::{about, assert_sound, of_telecom, tellers};
use kedja::analysis::studies::Goal;
use kedja::words::goal::{capital, change, level, name, on_axis, size, spread, the, tick, told};

#[test]
fn every_outcome_that_counts_has_a_name_that_can_begin_a_sentence() {
    assert_eq!(of_telecom(|teller| name(teller, Goal::Churn)), ["churn per month", "kundbortfall per månad"]);
    assert_eq!(of_telecom(|teller| capital(teller, Goal::Churn)), ["Churn per month", "Kundbortfall per månad"]);
    assert_eq!(
        of_telecom(|teller| name(teller, Goal::Retention12)),
        ["retention after 12 months", "andel kvar efter 12 månader"]
    );
    for teller in tellers() {
        for goal in Goal::ALL {
            [name(&teller, goal), capital(&teller, goal)].into_iter().for_each(|words| assert_sound(&words));
            for value in [0.0, 0.5, -0.5] {
                let all = [level(&teller, goal, value), change(&teller, goal, value), size(&teller, goal, value)];
                all.into_iter().for_each(|words| assert_sound(&words));
                assert_sound(&told(&teller, goal, &about(value, 0.1)));
            }
        }
    }
}

#[test]
fn levels_are_finer_where_they_are_small() {
    assert_eq!(of_telecom(|teller| level(teller, Goal::Churn, 0.031)), ["3.10%", "3,10 %"]);
    assert_eq!(of_telecom(|teller| level(teller, Goal::Churn, 0.31)), ["31.0%", "31,0 %"]);
    assert_eq!(of_telecom(|teller| level(teller, Goal::Churn, 0.0)), ["0.00%", "0,00 %"]);
    assert_eq!(of_telecom(|teller| level(teller, Goal::Recommendation, -31.24)), ["−31.2", "−31,2"]);
}

#[test]
fn a_difference_has_a_sign_and_a_size_none() {
    assert_eq!(
        of_telecom(|teller| told(teller, Goal::Churn, &about(-0.004_2, 0.000_5))),
        ["−0.42 percentage points (±0.05)", "−0,42 procentenheter (±0,05)"]
    );
    assert_eq!(of_telecom(|teller| size(teller, Goal::Churn, -0.004_2))[0], "0.42 percentage points");
    assert_eq!(of_telecom(|teller| spread(teller, Goal::Recommendation, &about(3.0, 1.26)))[1], "1,3");
    // Money is told in money, not in prices.
    let price = super::teller("telecom", super::BOTH[0]).journey.price;
    let one = of_telecom(|teller| change(teller, Goal::RevenuePerArrival, 1.0));
    assert_eq!(one[0], format!("+{price} kr"));
}

#[test]
fn ticks_have_as_many_decimals_as_their_distance_asks_for() {
    let of = |goal, value, step| of_telecom(|teller| tick(teller, goal, value, step));
    assert_eq!(of(Goal::Churn, 0.3, 0.1), ["30%", "30 %"]);
    assert_eq!(of(Goal::Churn, 0.031, 0.001), ["3.1%", "3,1 %"]);
    assert_eq!(of(Goal::Recommendation, -20.0, 10.0), ["−20", "−20"]);
    assert_eq!(of(Goal::Recommendation, 2.5, 0.5), ["2.5", "2,5"]);
    assert_eq!(on_axis(&super::teller("telecom", super::BOTH[0]), Goal::Churn), 1.0);
}

#[test]
fn an_outcome_in_a_sentence_is_definite_in_swedish() {
    let of = |goal| of_telecom(|teller| the(teller, goal));
    assert_eq!(of(Goal::Churn), ["churn per month", "kundbortfallet per månad"]);
    assert_eq!(of(Goal::RevenuePerArrival), ["revenue per visitor", "intäkten per besökare"]);
    assert_eq!(
        of(Goal::CustomersAtEnd),
        ["the share of visitors who are customers after 24 months", "andelen besökare som är kunder efter 24 månader"]
    );
    for teller in tellers() {
        Goal::ALL.into_iter().for_each(|goal| assert_sound(&the(&teller, goal)));
    }
}
